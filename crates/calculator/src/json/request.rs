//! Requests as they are written, and the validated cases that they become.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::assessment::RefundInput;
use crate::currency::Currency;
use crate::error::{InputError, Problem};
use crate::exchange::{Exchange, Purchase, PurchaseInput, Return, SavingsPlan, SavingsPlanType};
use crate::holding::{BillingPlan, Holding, HoldingInput, in_years};
use crate::ledger::{Ledger, LedgerEntry};
use crate::money::{FeeRate, Money, UsdRate, parse_decimal};
use crate::plan::{PlanItem, Planning};
use crate::policy::Policy;
use crate::resource::{ProvisioningState, ResourceType};
use crate::term::Term;

/// A refund request. Every field is optional here, so that a missing one can be named.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[allow(missing_docs, reason = "the fields are those of the JSON interface")]
pub struct RefundRequest {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    pub kind: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub policy: Option<String>,
    pub on: Option<String>,
    pub reservation: Option<ReservationJson>,
    pub return_quantity: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub usd_rate: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fee_rate: Option<String>,
    pub ledger: Option<Vec<LedgerEntryJson>>,
}

/// The terms of a reservation, as JSON.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[allow(missing_docs, reason = "the fields are those of the JSON interface")]
pub struct ReservationJson {
    pub quantity: Option<u32>,
    pub term: Option<String>,
    pub billing_plan: Option<String>,
    pub currency_code: Option<String>,
    pub unit_price: Option<String>,
    pub purchase_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expiry_date: Option<String>,
    pub reserved_resource_type: Option<String>,
    pub provisioning_state: Option<String>,
    pub used: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instalment: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub current_unit_price: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sku_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exchanges_used: Option<u32>,
}

/// One past cancellation, as JSON.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[allow(missing_docs, reason = "the fields are those of the JSON interface")]
pub struct LedgerEntryJson {
    pub date: Option<String>,
    pub usd: Option<String>,
}

/// An exchange request.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[allow(missing_docs, reason = "the fields are those of the JSON interface")]
pub struct ExchangeRequest {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    pub kind: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub policy: Option<String>,
    pub on: Option<String>,
    pub returns: Option<Vec<ReturnJson>>,
    pub purchases: Option<Vec<PurchaseJson>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub savings_plans: Option<Vec<SavingsPlanJson>>,
}

/// Units of one reservation that are returned in an exchange.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[allow(missing_docs, reason = "the fields are those of the JSON interface")]
pub struct ReturnJson {
    pub reservation: Option<ReservationJson>,
    pub return_quantity: Option<u64>,
}

/// A reservation that is bought in an exchange.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[allow(missing_docs, reason = "the fields are those of the JSON interface")]
pub struct PurchaseJson {
    pub reserved_resource_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sku_name: Option<String>,
    pub term: Option<String>,
    pub billing_plan: Option<String>,
    pub quantity: Option<u32>,
    pub currency_code: Option<String>,
    pub unit_price: Option<String>,
}

/// A savings plan that a reservation is traded in for.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[allow(missing_docs, reason = "the fields are those of the JSON interface")]
pub struct SavingsPlanJson {
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    pub term: Option<String>,
    pub hourly_commitment: Option<String>,
    pub currency_code: Option<String>,
}

/// A request for a plan.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[allow(missing_docs, reason = "the fields are those of the JSON interface")]
pub struct PlanRequest {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    pub kind: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub policy: Option<String>,
    pub on: Option<String>,
    pub until: Option<String>,
    pub usd_rates: Option<BTreeMap<String, String>>,
    pub ledger: Option<Vec<LedgerEntryJson>>,
    pub items: Option<Vec<PlanItemJson>>,
}

/// Units that are no longer needed.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[allow(missing_docs, reason = "the fields are those of the JSON interface")]
pub struct PlanItemJson {
    pub reservation: Option<ReservationJson>,
    pub return_quantity: Option<u64>,
    pub divisible: Option<bool>,
}

/// A refund that can be quoted: the owned form of [`RefundInput`].
#[derive(Clone, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the fields are those of RefundInput")]
pub struct RefundCase {
    pub holding: Holding,
    pub units: u64,
    pub on: NaiveDate,
    pub policy: &'static Policy,
    pub ledger: Ledger,
    pub usd_rate: Option<UsdRate>,
    pub fee_rate: Option<FeeRate>,
}

impl RefundCase {
    /// The input of the calculation.
    pub fn input(&self) -> RefundInput<'_> {
        RefundInput {
            holding: &self.holding,
            units: self.units,
            on: self.on,
            policy: self.policy,
            ledger: &self.ledger,
            usd_rate: self.usd_rate,
            fee_rate: self.fee_rate,
        }
    }
}

impl RefundRequest {
    /// Reads one JSON object.
    ///
    /// # Errors
    /// Names the field that is unknown or has the wrong type.
    pub fn parse(text: &str) -> Result<Self, InputError> {
        parse(text)
    }

    /// Validates the request.
    ///
    /// # Errors
    /// Names the first field that cannot be calculated with, such as `reservation.unitPrice`.
    pub fn case(&self) -> Result<RefundCase, InputError> {
        let reservation = required("reservation", self.reservation.as_ref())?;
        Ok(RefundCase {
            policy: policy(self.policy.as_deref())?,
            on: day("on", self.on.as_deref())?,
            holding: reservation.holding().map_err(|error| error.within("reservation"))?,
            units: required("returnQuantity", self.return_quantity)?,
            usd_rate: rate("usdRate", self.usd_rate.as_deref(), UsdRate::from_decimal)?,
            fee_rate: rate("feeRate", self.fee_rate.as_deref(), FeeRate::from_decimal)?,
            ledger: ledger(self.ledger.as_deref().unwrap_or_default())?,
        })
    }
}

impl ExchangeRequest {
    /// Reads one JSON object.
    ///
    /// # Errors
    /// Names the field that is unknown or has the wrong type.
    pub fn parse(text: &str) -> Result<Self, InputError> {
        parse(text)
    }

    /// Validates the request.
    ///
    /// # Errors
    /// Names the first field that cannot be calculated with, such as `purchases[1].unitPrice`.
    pub fn case(&self) -> Result<Exchange, InputError> {
        let purchases = self.purchases.as_deref().unwrap_or_default();
        let savings_plans = self.savings_plans.as_deref().unwrap_or_default();
        let policy = policy(self.policy.as_deref())?;
        let on = day("on", self.on.as_deref())?;
        Exchange::new(
            each("returns", required("returns", self.returns.as_deref())?, ReturnJson::read)?,
            each("purchases", purchases, PurchaseJson::read)?,
            each("savingsPlans", savings_plans, SavingsPlanJson::read)?,
            on,
            policy,
        )
    }
}

impl PlanRequest {
    /// Reads one JSON object.
    ///
    /// # Errors
    /// Names the field that is unknown or has the wrong type.
    pub fn parse(text: &str) -> Result<Self, InputError> {
        parse(text)
    }

    /// Validates the request.
    ///
    /// # Errors
    /// Names the first field that cannot be calculated with, such as `items[1].reservation.unitPrice`.
    pub fn case(&self) -> Result<Planning, InputError> {
        let policy = policy(self.policy.as_deref())?;
        let on = day("on", self.on.as_deref())?;
        let until = day("until", self.until.as_deref())?;
        if until < on {
            return Err(InputError::new("until", Problem::Json("must not be before on".into())));
        }
        let past = ledger(self.ledger.as_deref().unwrap_or_default())?;
        // Which of them count on a day would depend on the returns of the plan before it.
        let is_ahead = |entry: &LedgerEntryJson| entry.date > self.on;
        if let Some(place) = self.ledger.iter().flatten().position(is_ahead) {
            let field = format!("ledger[{place}].date");
            return Err(InputError::new(field, Problem::Json("must not be after on".into())));
        }
        let usd_rates = self.usd_rates.iter().flatten().map(|(code, text)| {
            let wrong = |problem| InputError::new(format!("usdRates.{code}"), problem);
            let rate = parse_decimal(text).and_then(UsdRate::from_decimal);
            Ok((Currency::parse(code).map_err(wrong)?, rate.map_err(wrong)?))
        });
        Planning::new(
            each("items", required("items", self.items.as_deref())?, PlanItemJson::read)?,
            on,
            until,
            policy,
            past,
            &usd_rates.collect::<Result<Vec<_>, _>>()?,
        )
    }
}

impl ReservationJson {
    /// Validates the terms.
    ///
    /// # Errors
    /// Names the first field that cannot be calculated with, such as `unitPrice`.
    pub fn holding(&self) -> Result<Holding, InputError> {
        Holding::new(HoldingInput {
            quantity: required("quantity", self.quantity)?,
            term: read("term", self.term.as_deref(), Term::parse)?,
            billing_plan: read("billingPlan", self.billing_plan.as_deref(), BillingPlan::parse)?,
            currency: read("currencyCode", self.currency_code.as_deref(), Currency::parse)?,
            unit_price: read("unitPrice", self.unit_price.as_deref(), parse_decimal)?,
            purchase_date: day("purchaseDate", self.purchase_date.as_deref())?,
            expiry_date: optional("expiryDate", self.expiry_date.as_deref(), parse_day)?,
            resource_type: ResourceType::parse(required(
                "reservedResourceType",
                self.reserved_resource_type.as_deref(),
            )?),
            state: ProvisioningState::parse(required(
                "provisioningState",
                self.provisioning_state.as_deref(),
            )?),
            used: required("used", self.used)?,
            instalment: optional("instalment", self.instalment.as_deref(), parse_decimal)?,
            current_unit_price: optional(
                "currentUnitPrice",
                self.current_unit_price.as_deref(),
                parse_decimal,
            )?,
            sku_name: self.sku_name.clone(),
            exchanges_used: self.exchanges_used.unwrap_or(0),
        })
    }
}

impl From<&Holding> for ReservationJson {
    /// The request that gives this holding again.
    fn from(holding: &Holding) -> Self {
        Self {
            quantity: Some(holding.quantity()),
            term: Some(holding.term().to_string()),
            billing_plan: Some(holding.billing_plan().to_string()),
            currency_code: Some(holding.currency().to_string()),
            unit_price: Some(holding.unit_price().to_string()),
            purchase_date: Some(holding.purchase_date().to_string()),
            expiry_date: holding.expiry_is_given().then(|| holding.expiry_date().to_string()),
            reserved_resource_type: Some(holding.resource_type().to_string()),
            provisioning_state: Some(holding.state().to_string()),
            used: Some(holding.used()),
            instalment: holding.instalment().map(|price| price.to_string()),
            current_unit_price: holding.current_unit_price().map(|price| price.to_string()),
            sku_name: holding.sku_name().map(str::to_owned),
            exchanges_used: Some(holding.exchanges_used()).filter(|used| *used > 0),
        }
    }
}

fn ledger_json(ledger: &Ledger) -> Vec<LedgerEntryJson> {
    let entry = |entry: &LedgerEntry| LedgerEntryJson {
        date: Some(entry.date.to_string()),
        usd: Some(entry.usd.to_string()),
    };
    ledger.entries().iter().map(entry).collect()
}

impl From<&Planning> for PlanRequest {
    /// The request that gives this planning again.
    fn from(planning: &Planning) -> Self {
        let item = |item: &PlanItem| PlanItemJson {
            reservation: Some((&item.holding).into()),
            return_quantity: Some(item.units),
            divisible: Some(item.divisible),
        };
        let rates = planning.items.iter().zip(&planning.rates);
        let rates = rates.map(|(item, rate)| (item.holding.currency(), rate));
        let rates = rates.filter(|(currency, _)| *currency != Currency::USD);
        let rates = rates.map(|(of, rate)| (of.to_string(), rate.to_decimal().to_string()));
        Self {
            id: None,
            kind: Some("plan".to_owned()),
            policy: Some(planning.policy.id.to_owned()),
            on: Some(planning.on.to_string()),
            until: Some(planning.until.to_string()),
            usd_rates: Some(rates.collect()),
            ledger: Some(ledger_json(&planning.ledger)),
            items: Some(planning.items.iter().map(item).collect()),
        }
    }
}

impl From<&RefundCase> for RefundRequest {
    /// The request that gives this case again.
    fn from(case: &RefundCase) -> Self {
        Self {
            id: None,
            kind: Some("refund".to_owned()),
            policy: Some(case.policy.id.to_owned()),
            on: Some(case.on.to_string()),
            reservation: Some((&case.holding).into()),
            return_quantity: Some(case.units),
            usd_rate: case.usd_rate.map(|rate| rate.to_decimal().to_string()),
            fee_rate: case.fee_rate.map(|rate| rate.to_decimal().to_string()),
            ledger: Some(ledger_json(&case.ledger)),
        }
    }
}

impl From<&Exchange> for ExchangeRequest {
    /// The request that gives this exchange again.
    fn from(exchange: &Exchange) -> Self {
        let returned = |line: &Return| ReturnJson {
            reservation: Some((&line.holding).into()),
            return_quantity: Some(line.units),
        };
        let plans = exchange.savings_plans();
        Self {
            id: None,
            kind: Some("exchange".to_owned()),
            policy: Some(exchange.policy().id.to_owned()),
            on: Some(exchange.on().to_string()),
            returns: Some(exchange.returns().iter().map(returned).collect()),
            purchases: Some(exchange.purchases().iter().map(PurchaseJson::from).collect()),
            savings_plans: (!plans.is_empty())
                .then(|| plans.iter().map(SavingsPlanJson::from).collect()),
        }
    }
}

impl From<&Purchase> for PurchaseJson {
    /// The request that gives this purchase again.
    fn from(purchase: &Purchase) -> Self {
        Self {
            reserved_resource_type: Some(purchase.resource_type().to_string()),
            sku_name: purchase.sku_name().map(str::to_owned),
            term: Some(purchase.term().to_string()),
            billing_plan: Some(purchase.billing_plan().to_string()),
            quantity: Some(purchase.quantity()),
            currency_code: Some(purchase.unit_price().currency().to_string()),
            unit_price: Some(purchase.unit_price().to_string()),
        }
    }
}

impl From<&SavingsPlan> for SavingsPlanJson {
    /// The request that gives this savings plan again.
    fn from(plan: &SavingsPlan) -> Self {
        Self {
            kind: Some(plan.kind().as_str().to_owned()),
            term: Some(plan.term().to_string()),
            hourly_commitment: Some(plan.hourly_commitment().to_string()),
            currency_code: Some(plan.hourly_commitment().currency().to_string()),
        }
    }
}

impl ReturnJson {
    fn read(&self) -> Result<Return, InputError> {
        let reservation = required("reservation", self.reservation.as_ref())?;
        Ok(Return {
            holding: reservation.holding().map_err(|error| error.within("reservation"))?,
            units: required("returnQuantity", self.return_quantity)?,
        })
    }
}

impl PlanItemJson {
    fn read(&self) -> Result<PlanItem, InputError> {
        let reservation = required("reservation", self.reservation.as_ref())?;
        Ok(PlanItem {
            holding: reservation.holding().map_err(|error| error.within("reservation"))?,
            units: required("returnQuantity", self.return_quantity)?,
            divisible: self.divisible.unwrap_or(false),
        })
    }
}

impl PurchaseJson {
    fn read(&self) -> Result<Purchase, InputError> {
        Purchase::new(PurchaseInput {
            resource_type: ResourceType::parse(required(
                "reservedResourceType",
                self.reserved_resource_type.as_deref(),
            )?),
            sku_name: self.sku_name.clone(),
            term: read("term", self.term.as_deref(), Term::parse)?,
            billing_plan: read("billingPlan", self.billing_plan.as_deref(), BillingPlan::parse)?,
            quantity: required("quantity", self.quantity)?,
            currency: read("currencyCode", self.currency_code.as_deref(), Currency::parse)?,
            unit_price: read("unitPrice", self.unit_price.as_deref(), parse_decimal)?,
        })
    }
}

impl SavingsPlanJson {
    fn read(&self) -> Result<SavingsPlan, InputError> {
        let currency = read("currencyCode", self.currency_code.as_deref(), Currency::parse)?;
        let hourly = read("hourlyCommitment", self.hourly_commitment.as_deref(), parse_decimal)?;
        let kind = optional("type", self.kind.as_deref(), SavingsPlanType::parse)?;
        let term = read("term", self.term.as_deref(), Term::parse)?;
        SavingsPlan::new(kind.unwrap_or_default(), term, hourly, currency)
    }
}

fn parse<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, InputError> {
    let mut reader = serde_json::Deserializer::from_str(text);
    serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let field = error.path().to_string();
        let field = if field == "." { String::new() } else { field };
        InputError::new(field, Problem::Json(plain_words(error.inner())))
    })
}

/// The reader's message without Rust's names of types and without its place in the line, which the
/// field's path says better.
fn plain_words(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or(&message);
    message.replace("expected u64", WHOLE_NUMBER).replace("expected u32", WHOLE_NUMBER)
}

const WHOLE_NUMBER: &str = "expected a whole number of zero or more";

fn required<T>(field: &'static str, value: Option<T>) -> Result<T, InputError> {
    value.ok_or_else(|| InputError::new(field, Problem::Missing))
}

fn read<T>(
    field: &'static str,
    text: Option<&str>,
    parse: fn(&str) -> Result<T, Problem>,
) -> Result<T, InputError> {
    parse(required(field, text)?).map_err(|problem| InputError::new(field, problem))
}

fn optional<T>(
    field: &'static str,
    text: Option<&str>,
    parse: fn(&str) -> Result<T, Problem>,
) -> Result<Option<T>, InputError> {
    text.map(parse).transpose().map_err(|problem| InputError::new(field, problem))
}

fn rate<T>(
    field: &'static str,
    text: Option<&str>,
    validate: fn(Decimal) -> Result<T, Problem>,
) -> Result<Option<T>, InputError> {
    text.map(|text| parse_decimal(text).and_then(validate))
        .transpose()
        .map_err(|problem| InputError::new(field, problem))
}

fn each<T, U>(
    field: &str,
    entries: &[T],
    read: fn(&T) -> Result<U, InputError>,
) -> Result<Vec<U>, InputError> {
    let place =
        |(place, entry)| read(entry).map_err(|error| error.within(&format!("{field}[{place}]")));
    entries.iter().enumerate().map(place).collect()
}

fn policy(id: Option<&str>) -> Result<&'static Policy, InputError> {
    id.map_or(Ok(Policy::default_policy()), Policy::by_id)
        .map_err(|problem| InputError::new("policy", problem))
}

/// The largest accepted number of past cancellations in one request.
const ENTRIES_MAX: usize = 10_000;

fn ledger(entries: &[LedgerEntryJson]) -> Result<Ledger, InputError> {
    if entries.len() > ENTRIES_MAX {
        let problem = Problem::WrongLength { min: 0, max: ENTRIES_MAX };
        return Err(InputError::new("ledger", problem));
    }
    Ledger::new(each("ledger", entries, |entry| {
        let usd = |text: &str| Money::from_decimal(parse_decimal(text)?, Currency::USD);
        Ok(LedgerEntry {
            date: day("date", entry.date.as_deref())?,
            usd: read("usd", entry.usd.as_deref(), usd)?,
        })
    })?)
}

fn day(field: &'static str, text: Option<&str>) -> Result<NaiveDate, InputError> {
    in_years(field, read(field, text, parse_day)?)
}

/// A date written exactly `YYYY-MM-DD`.
fn parse_day(text: &str) -> Result<NaiveDate, Problem> {
    let bytes = text.as_bytes();
    let shaped = bytes.len() == 10
        && bytes.iter().enumerate().all(|(place, byte)| match place {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    if !shaped {
        return Err(Problem::NotADate);
    }
    text.parse().map_err(|_| Problem::NotADate)
}

//! Quotes without a record: reservations as somebody describes them by hand, each quoted by itself.
//!
//! Nothing is known here of what else the customer has returned, and so nothing of what is left of the refund
//! cap. The amounts stand before it, and no step of a quote speaks of it.

use super::refund::Quoted;
use super::refund::link::parameter::{DAY, POLICY};
use super::remark::{Remark, unknown_policy};
use super::typed::{
    Fault, FieldError, day, decimal, faults, respell, spelled_if_decimal, units, unspelled,
};
use calculator::json::RefundCase;
use calculator::{
    Assessment, BillingPlan, Currency, Decision, Disagreement, Holding, HoldingInput, Ledger,
    Money, Policy, Problem, ProvisioningState, QUANTITY_MAX, Refusal, ResourceType, Rule, Term,
    Warning,
};
use chrono::NaiveDate;
use portfolio::import::Part;
use portfolio::intake::{CustomerIntake, ReservationIntake};
use std::sync::Arc;

/// The parameter of an address that describes a reservation; it stands once for each.
pub const LINE: &str = "line";

/// How many reservations one page quotes: more come in files.
pub const LINES_MAX: usize = 50;

/// Stands between the parts of a line; it occurs in none of them.
const BETWEEN: char = '~';
const USED: &str = "used";
const UNUSED: &str = "unused";

/// A reservation as it stands in the form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineText {
    /// What was reserved, as the API writes it.
    pub product: String,
    /// The UTC day of the purchase, ISO 8601.
    pub purchased: String,
    /// An ISO 8601 duration.
    pub term: String,
    /// `Upfront` or `Monthly`.
    pub plan: String,
    /// Units to return.
    pub units: String,
    /// What one unit costs over the whole term.
    pub price: String,
    /// ISO 4217.
    pub currency: String,
    /// Whether it was used.
    pub is_used: bool,
}

/// What stands in the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormText {
    /// The UTC day of the return, ISO 8601.
    pub day: String,
    /// The reservations.
    pub lines: Vec<LineText>,
}

/// What is kept of a form.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Kept {
    /// Whose it is.
    pub customer: String,
    /// The body of the request that stages it.
    pub body: String,
}

/// A field of the form; all but the day are those of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The day of the return.
    Day,
    /// What was reserved.
    Product,
    /// The day of the purchase.
    Purchased,
    /// How long it runs.
    Term,
    /// How it is paid.
    Plan,
    /// Units to return.
    Units,
    /// The price of one unit.
    Price,
    /// The currency.
    Currency,
}

/// What comes of a line: its quote, or why there is none.
pub type Line = Result<Arc<Quoted>, Vec<FieldError<Field>>>;

impl FormText {
    /// One reservation of which nothing is known yet but what most are.
    #[must_use]
    pub fn start(today: NaiveDate) -> Self {
        let line = LineText {
            product: ResourceType::VirtualMachines.as_str().to_owned(),
            term: "P1Y".to_owned(),
            plan: BillingPlan::Upfront.as_str().to_owned(),
            units: "1".to_owned(),
            currency: Currency::USD.code().to_owned(),
            // It never promises too much.
            is_used: true,
            ..LineText::default()
        };
        Self { day: today.to_string(), lines: vec![line] }
    }

    /// Adds a reservation that is like the last one, except for what nobody has said of it.
    pub fn add_line(&mut self) {
        if self.lines.len() < LINES_MAX {
            let like = self.lines.last().cloned().unwrap_or_default();
            self.lines.push(LineText { price: String::new(), ..like });
        }
    }

    /// The quote of each line under `policy`. `sign` separates whole and fraction in the reader's language.
    #[must_use]
    pub fn quotes(&self, policy: &'static Policy, sign: char) -> Vec<Line> {
        let on = day(&self.day);
        self.lines.iter().map(|line| line.quote(on.clone(), policy, sign)).collect()
    }

    /// The same decimals for a reader in whose language `to` separates whole and fraction instead of `from`.
    pub fn respell(&mut self, from: char, to: char) {
        self.lines.iter_mut().for_each(|line| respell(&mut line.price, from, to));
    }

    /// The form that a link describes; `values` gives all values of a parameter. What cannot be read stands in its
    /// field as it is, where the form points it out.
    #[must_use]
    pub fn of_link(values: impl Fn(&str) -> Vec<String>, today: NaiveDate, sign: char) -> Self {
        let start = Self::start(today);
        let lines = values(LINE);
        let lines: Vec<_> =
            lines.iter().take(LINES_MAX).map(|text| LineText::of_link(text, sign)).collect();
        Self {
            day: values(DAY).into_iter().next().unwrap_or(start.day),
            lines: if lines.is_empty() { start.lines } else { lines },
        }
    }

    /// The lines that have a quote, as records of the customer with this name; `quotes` are those of the lines.
    #[must_use]
    pub fn kept(&self, quotes: &[Line], customer: &str, sign: char) -> Kept {
        let quoted = self.lines.iter().zip(quotes).filter(|(_, quote)| quote.is_ok());
        let customer = CustomerIntake {
            name: Some(customer.trim().to_owned()),
            reservations: quoted.map(|(line, _)| line.facts(sign)).collect(),
            ..CustomerIntake::default()
        };
        let name = customer.name.clone().unwrap_or_default();
        let part = Part { customers: vec![customer], ..Part::default() };
        Kept { customer: name, body: serde_json::to_string(&part).expect("its keys are texts") }
    }

    /// The parameters of an address that brings the form back.
    #[must_use]
    pub fn parameters(&self, policy: &Policy, sign: char) -> Vec<(&'static str, String)> {
        let lines = self.lines.iter().map(|line| (LINE, line.as_link(sign)));
        let terms = [(DAY, self.day.clone()), (POLICY, policy.id.to_owned())];
        terms.into_iter().chain(lines).collect()
    }
}

impl LineText {
    fn quote(&self, on: Result<NaiveDate, Fault>, policy: &'static Policy, sign: char) -> Line {
        let purchased = day(&self.purchased);
        let term = Term::parse(&self.term).map_err(Fault::Value);
        let plan = BillingPlan::parse(&self.plan).map_err(Fault::Value);
        let units = units(&self.units, QUANTITY_MAX);
        let price = decimal(&self.price, sign)
            .and_then(|price| price.ok_or(Fault::Value(Problem::Missing)));
        let currency = Currency::parse(self.currency.trim()).map_err(Fault::Value);
        let product = match self.product.trim() {
            "" => Err(Fault::Value(Problem::Missing)),
            product => Ok(ResourceType::parse(product)),
        };
        match (on, product, purchased, term, plan, units, price, currency) {
            (
                Ok(on),
                Ok(resource_type),
                Ok(purchase_date),
                Ok(term),
                Ok(billing_plan),
                Ok(units),
                Ok(unit_price),
                Ok(currency),
            ) => {
                let holding = Holding::new(HoldingInput {
                    quantity: u32::try_from(units).expect("no more than QUANTITY_MAX"),
                    unit_price,
                    currency,
                    billing_plan,
                    term,
                    purchase_date,
                    expiry_date: None,
                    resource_type,
                    state: ProvisioningState::Succeeded,
                    used: self.is_used,
                    instalment: None,
                    current_unit_price: None,
                    sku_name: None,
                    exchanges_used: 0,
                });
                // The other fields were checked one by one.
                let wrong = |problem| vec![FieldError { field: Field::Price, fault: problem }];
                let holding = holding.map_err(|error| wrong(Fault::Value(error.problem)))?;
                let ledger = Ledger::default();
                let (usd_rate, fee_rate) = (None, None);
                let case = RefundCase { holding, units, on, policy, ledger, usd_rate, fee_rate };
                Ok(Arc::new(before_cap(Quoted::new(case))))
            }
            (on, product, purchased, term, plan, units, price, currency) => Err(faults([
                (Field::Day, on.err()),
                (Field::Product, product.err()),
                (Field::Purchased, purchased.err()),
                (Field::Term, term.err()),
                (Field::Plan, plan.err()),
                (Field::Units, units.err()),
                (Field::Price, price.err()),
                (Field::Currency, currency.err()),
            ])),
        }
    }

    /// What stands in a field of the line.
    #[must_use]
    pub fn get(&self, field: Field) -> &str {
        match field {
            Field::Day => "",
            Field::Product => &self.product,
            Field::Purchased => &self.purchased,
            Field::Term => &self.term,
            Field::Plan => &self.plan,
            Field::Units => &self.units,
            Field::Price => &self.price,
            Field::Currency => &self.currency,
        }
    }

    /// Writes into a field of the line.
    pub fn set(&mut self, field: Field, text: String) {
        match field {
            Field::Day => {}
            Field::Product => self.product = text,
            Field::Purchased => self.purchased = text,
            Field::Term => self.term = text,
            Field::Plan => self.plan = text,
            Field::Units => self.units = text,
            Field::Price => self.price = text,
            Field::Currency => self.currency = text,
        }
    }

    /// The same as facts that stand in no file. It is called what it is and since when, until somebody names it.
    fn facts(&self, sign: char) -> ReservationIntake {
        let text = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let price = decimal(&self.price, sign).ok().flatten();
        ReservationIntake {
            display_name: Some(format!("{} {}", self.product.trim(), self.purchased.trim())),
            reserved_resource_type: text(&self.product),
            quantity: self.units.trim().parse().ok(),
            term: text(&self.term),
            purchase_date: text(&self.purchased),
            billing_plan: text(&self.plan),
            unit_price: price.map(|price| price.normalize().to_string()),
            currency_code: text(&self.currency).map(|code| code.to_ascii_uppercase()),
            used: Some(self.is_used),
            ..ReservationIntake::default()
        }
    }

    fn of_link(text: &str, sign: char) -> Self {
        let mut parts = text.split(BETWEEN);
        let mut part = || parts.next().unwrap_or_default().to_owned();
        Self {
            product: part(),
            purchased: part(),
            term: part(),
            plan: part(),
            units: part(),
            price: spelled_if_decimal(part(), sign),
            currency: part(),
            is_used: part() != UNUSED,
        }
    }

    fn as_link(&self, sign: char) -> String {
        let price = unspelled(&self.price, sign);
        let used = if self.is_used { USED } else { UNUSED };
        let parts: [&str; 8] = [
            &self.product,
            &self.purchased,
            &self.term,
            &self.plan,
            &self.units,
            &price,
            &self.currency,
            used,
        ];
        parts.join("~")
    }
}

/// The same quote without anything about the refund cap, which depends on what is not known.
fn before_cap(quoted: Quoted) -> Quoted {
    let mut quote = quoted.quote;
    quote.assessment = assessment_before_cap(quote.assessment);
    quote.newest = assessment_before_cap(quote.newest);
    quote.steps.retain(|step| !is_about_cap(step.rule));
    quote.warnings.retain(|warning| *warning != Warning::LimitUnknown);
    quote.disagreements.retain(|it| *it != Disagreement::LimitCountsRefundOrCommitment);
    Quoted { quote, ..quoted }
}

fn assessment_before_cap(assessment: Assessment) -> Assessment {
    let of_cap = match assessment.decision {
        Decision::Allowed | Decision::Capped => true,
        Decision::Refused(refusal) => refusal == Refusal::RefundLimitExceeded,
    };
    match assessment.amounts.filter(|_| of_cap) {
        Some(amounts) => Assessment {
            decision: Decision::Allowed,
            payable: amounts.refund,
            limit: None,
            ..assessment
        },
        None => Assessment { limit: None, ..assessment },
    }
}

/// Where the sources disagree about any of the lines, each question once.
#[must_use]
pub fn disagreements(lines: &[Line]) -> Vec<Disagreement> {
    let is_asked = |question: &Disagreement| {
        lines.iter().flatten().any(|quoted| quoted.quote.disagreements.contains(question))
    };
    Disagreement::ALL.into_iter().filter(is_asked).collect()
}

const fn is_about_cap(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::UsdConversion
            | Rule::LimitUnknown
            | Rule::LimitUsed
            | Rule::LimitCountsRefund
            | Rule::LimitCountsCommitment
            | Rule::LimitCountsObserved
            | Rule::LimitFits
            | Rule::LimitCapped
            | Rule::LimitRefused
    )
}

/// What must be said of a policy that a link names and this version does not know; `shown` is what was in force
/// when the link was opened, and `policy` what is now.
#[must_use]
pub fn remarks(
    named: Option<String>,
    shown: &'static Policy,
    policy: &'static Policy,
) -> Vec<Remark> {
    let unknown = unknown_policy(named, shown);
    Remark::of_policy(unknown.as_ref(), policy).into_iter().collect()
}

/// What comes back of all lines that have a quote, each currency by itself, before the refund cap.
#[must_use]
pub fn totals(lines: &[Line]) -> Vec<Money> {
    Money::sums(lines.iter().flatten().map(|quoted| quoted.quote.assessment.payable))
}

//! A client that computes from the records gets the amounts that the service quotes.

use azure::{
    Order, Reservation, Transaction, UsageGuess, UsageSummary, booked_ledger, from_slice, holding,
};
use calculator::{
    Currency, FIRST_DAYS, Holding, Ledger, Policy, RefundInput, UsdRate, assess, parse_decimal,
};
use chrono::{Days, NaiveDate};
use portfolio::columns::{Outcome, Portfolio, Question, split_blocks};
use rust_decimal::Decimal;
use serde_json::Value;
use std::collections::BTreeMap;

use crate::fixtures::{Desk, Item, Person, block_on};

/// What a client has read of one customer.
struct Client<'d> {
    desk: &'d Desk,
    person: Person,
    ledger: Ledger,
    rates: Vec<Value>,
}

impl<'d> Client<'d> {
    fn of(desk: &'d Desk, partner: &Person, billing_account: &str, customer: &str) -> Self {
        let path = format!(
            "GET /providers/Microsoft.Billing/billingAccounts/{billing_account}/customers/{customer}\
             /providers/Microsoft.Consumption/reservationTransactions"
        );
        let rows = desk.ask(partner, &path);
        let booked: Vec<Transaction> = rows.rows().iter().map(read).collect();
        let today = desk.now().date_naive();
        Self {
            desk,
            person: Person::of(customer),
            ledger: booked_ledger(&booked, today).expect("a ledger"),
            rates: desk.ask(partner, "GET /providers/Prorata/exchangeRates").rows().clone(),
        }
    }

    fn rate(&self, currency: &str) -> UsdRate {
        let row = self.rates.iter().find(|row| row["currencyCode"] == currency).expect(currency);
        let rate = parse_decimal(row["usdRate"].as_str().expect("a text")).expect("a rate");
        UsdRate::from_decimal(rate).expect("a rate")
    }

    /// The use of every day that was ever measured.
    fn days(&self, item: &Item, from: NaiveDate) -> Vec<UsageSummary> {
        let yesterday = self.desk.now().date_naive() - Days::new(1);
        let range =
            format!("properties/usageDate ge {from} AND properties/usageDate le {yesterday}");
        let path = format!(
            "GET {}/providers/Microsoft.Consumption/reservationSummaries?grain=daily&$filter={range}",
            item.id
        );
        self.desk.ask(&self.person, &path).rows().iter().map(read).collect()
    }

    /// What the form of a quote starts with: what was measured over 30 days.
    fn guess(&self, item: &Item) -> UsageGuess {
        UsageGuess::of(&self.days(item, self.desk.now().date_naive() - Days::new(30)))
    }

    /// The record as something to calculate with, or why it is not.
    fn holding(&self, row: &Value, used: bool) -> Result<Holding, String> {
        let path = format!("GET {}?$expand=schedule", Item::of(row).order);
        let order: Order = read(&self.desk.ask(&self.person, &path).body);
        holding(&read(row), &order, used, None).map_err(|error| error.to_string())
    }

    /// What is paid out under a policy, or why nothing is.
    fn compute(
        &self,
        holding: &Holding,
        units: u64,
        policy: &'static Policy,
    ) -> Result<String, String> {
        let rate = self.rate(holding.currency().code());
        let assessment = assess(&RefundInput {
            holding,
            units,
            on: self.desk.now().date_naive(),
            policy,
            ledger: &self.ledger,
            usd_rate: Some(rate),
            fee_rate: None,
        });
        match assessment.decision.refusal() {
            Some(refusal) => Err(refusal.code().to_owned()),
            None => Ok(assessment.payable.to_string()),
        }
    }

    /// The same from the service.
    fn ask(&self, row: &Value, units: u64, policy: &Policy) -> Result<String, String> {
        let item = Item::of(row);
        let what = format!("POST {}/calculateRefund", item.order);
        let headers = [("prorata-policy", policy.id)];
        let body = item.refund_body(units);
        let reply = block_on(self.desk.ask_with(&self.person, &what, &headers, &body));
        if reply.status != 200 {
            return Err(reply.code().to_owned());
        }
        let properties = &reply.body["properties"];
        match properties["policyResult"]["properties"]["policyErrors"][0]["code"].as_str() {
            Some(code) => Err(code.to_owned()),
            None => Ok(properties["billingRefundAmount"]["amount"].to_string()),
        }
    }
}

fn read<T: for<'a> serde::Deserialize<'a> + azure::Wire>(value: &Value) -> T {
    from_slice(value.to_string().as_bytes()).expect("a record")
}

/// Calls `look` with each record of the demonstration that can be read, and the client of its customer.
fn each_record(desk: &Desk, mut look: impl FnMut(&Client<'_>, &Value, &str)) {
    let partner = desk.partner();
    let account = desk.ask(&partner, "GET /providers/Prorata/account").body;
    let account = account["billingAccountId"].as_str().expect("an id");
    for summary in desk.ask(&partner, "GET /providers/Prorata/customerSummaries").rows() {
        let id = summary["customerId"].as_str().expect("an id");
        let client = Client::of(desk, &partner, account, id);
        let list = desk.ask(&client.person, "GET /providers/Microsoft.Capacity/reservations");
        for row in list.rows() {
            let name = row["properties"]["displayName"].as_str().unwrap_or_default();
            if !name.starts_with("Read fails") && !name.starts_with("Refund fails") {
                look(&client, row, name);
            }
        }
    }
}

#[test]
fn every_record_gives_the_same_amount_here_and_there() {
    let desk = Desk::open();
    let mut quoted = 0;
    each_record(&desk, |client, row, name| {
        // The form of a quote and the radar look at different records of the same use.
        let form = client.guess(&Item::of(row)).is_used();
        let radar = azure::was_used(&read(row));
        let holdings = [form, radar].map(|used| client.holding(row, used).expect(name));
        let all = u64::from(holdings[0].quantity());
        for policy in Policy::all() {
            let [form, radar] = holdings.each_ref().map(|it| client.compute(it, all, policy));
            let service = client.ask(row, all, policy);
            assert_eq!(form, service, "the form of {name} {}", policy.id);
            assert_eq!(radar, service, "the radar of {name} {}", policy.id);
            quoted += u32::from(form.is_ok());
        }
    });
    assert!(quoted > 200, "{quoted} quotes");
}

#[test]
fn every_record_is_used_or_unused_everywhere() {
    let desk = Desk::open();
    let today = desk.now().date_naive();
    let (mut unused, mut young_unused, mut used) = (0, 0, 0);
    each_record(&desk, |client, row, name| {
        let item = Item::of(row);
        let record: Reservation = read(row);
        let properties = record.properties();
        let bought = properties.purchased_on().expect(name);
        let (guess, radar) = (client.guess(&item), azure::was_used(&record));
        // What the overview shows: the aggregates, and the hours of each day.
        let overview = properties.utilization.as_ref().and_then(|it| it.percent_over(30));
        if let Some(percent) = overview {
            assert_eq!(guess.is_used(), radar, "{name}: {guess:?}");
            assert_eq!(guess.is_used(), !percent.is_zero(), "{name}: {percent} %");
        } else {
            assert!(radar, "{name}: nothing is known, so that too much would be promised");
        }
        let days = client.days(&item, today - Days::new(1_000));
        let hours = |day: &UsageSummary| day.properties().used_hours.expect(name);
        let ever = days.iter().any(|day| hours(day) > Decimal::ZERO);
        let is_young = (today - bought).num_days() <= FIRST_DAYS;
        if is_young && guess != UsageGuess::Unknown {
            assert_eq!(guess.is_used(), ever, "{name}: {guess:?}");
        }
        if !ever && !days.is_empty() {
            assert!(!guess.is_used() || guess == UsageGuess::Unknown, "{name}: {guess:?}");
            unused += 1;
            young_unused += u32::from(is_young);
        }
        used += u32::from(ever);
    });
    assert!(unused > 2 && young_unused > 1 && used > 50, "{unused} {young_unused} {used}");
}

/// The table of all reservations knows nothing but the blocks.
#[test]
fn every_row_of_the_portfolio_is_quoted_as_its_record_is() {
    let desk = Desk::open();
    let today = desk.now().date_naive();
    let answer = desk.ask(&desk.partner(), "GET /providers/Prorata/portfolio").response;
    let blocks = split_blocks(answer.body()).expect("blocks");
    let all = Portfolio::of(blocks, today);
    assert_eq!(all.unusable(), []);
    let mut rates: Vec<(Currency, UsdRate)> = Vec::new();
    for row in desk.ask(&desk.partner(), "GET /providers/Prorata/exchangeRates").rows() {
        let code = Currency::parse(row["currencyCode"].as_str().expect("a code"));
        let rate = parse_decimal(row["usdRate"].as_str().expect("a text")).expect("a rate");
        rates.push((code.expect("a currency"), UsdRate::from_decimal(rate).expect("a rate")));
    }
    let quotes: Vec<_> = Policy::all()
        .iter()
        .map(|policy| {
            let question = Question { on: today, policy, rates: &rates };
            (policy, all.quotes(&question))
        })
        .collect();
    let places: BTreeMap<String, u32> =
        (0..all.len() as u32).map(|row| (all.row(row).reservation_id.to_owned(), row)).collect();
    assert_eq!(places.len(), all.len());
    let mut quoted = 0;
    each_record(&desk, |client, record, name| {
        let item = Item::of(record);
        let row = places[item.id.rsplit('/').next().unwrap_or_default()];
        let view = all.row(row);
        assert_eq!(u64::from(view.quantity.expect("units")), item.quantity);
        assert_eq!(view.name, name);
        assert_eq!(*all.customer_of(row).tenant_id, *client.person.tenant);
        let stated: Reservation = read(record);
        let state = stated.properties().provisioning_state.as_ref();
        assert_eq!(view.phase, state.map(|state| state.phase()), "{name}");
        let used = azure::was_used(&stated);
        let holding = client.holding(record, used).expect(name);
        for (policy, quotes) in &quotes {
            let computed = client.compute(&holding, item.quantity, policy);
            let quote = quotes.of(row);
            let payable = quote.payable.map(|payable| payable.to_string());
            let quote = match quote.outcome {
                Outcome::Allowed | Outcome::Capped => Ok(payable.expect("an amount")),
                Outcome::Refused(refusal) => Err(refusal.code().to_owned()),
                outcome => Err(format!("{outcome:?}")),
            };
            assert_eq!(quote, computed, "{name} {}", policy.id);
            quoted += u32::from(quote.is_ok());
        }
    });
    assert!(quoted > 200, "{quoted} quotes");
}

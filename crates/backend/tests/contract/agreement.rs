//! A client that computes from the records gets the amounts that the service quotes.

use azure::{Order, Reservation, from_slice, holding};
use calculator::{
    Currency, Holding, Ledger, LedgerEntry, Money, Policy, RefundInput, UsdRate, assess,
    parse_decimal,
};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde_json::Value;

use crate::support::{Desk, Item, Person, block_on};

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
        let entries = desk
            .ask(partner, &path)
            .rows()
            .iter()
            .map(|row| &row["properties"])
            .filter(|row| row["eventType"] != "Purchase")
            .map(|row| {
                let usd = decimal(&row["amount"]).abs();
                let usd = Money::from_decimal(usd, Currency::USD).expect("cents");
                let date = row["eventDate"].as_str().and_then(|text| text.get(..10));
                let date: NaiveDate = date.and_then(|text| text.parse().ok()).expect("a date");
                LedgerEntry { date, usd }
            })
            .collect();
        Self {
            desk,
            person: Person::of(customer),
            ledger: Ledger::new(entries).expect("a ledger"),
            rates: desk.ask(partner, "GET /providers/Prorata/exchangeRates").rows().clone(),
        }
    }

    fn rate(&self, currency: &str) -> UsdRate {
        let row = self.rates.iter().find(|row| row["currencyCode"] == currency).expect(currency);
        let rate = parse_decimal(row["usdRate"].as_str().expect("a text")).expect("a rate");
        UsdRate::from_decimal(rate).expect("a rate")
    }

    fn was_used(&self, item: &Item) -> bool {
        let filter = "properties/usageDate ge 2021-12-31 AND properties/usageDate le 2026-11-20";
        let path = format!(
            "GET {}/providers/Microsoft.Consumption/reservationSummaries?grain=daily&$filter={filter}",
            item.id
        );
        let days = self.desk.ask(&self.person, &path);
        days.rows().iter().any(|row| decimal(&row["properties"]["usedHours"]) > Decimal::ZERO)
    }

    /// The record as something to calculate with, or why it is not.
    fn holding(&self, row: &Value) -> Result<Holding, String> {
        let item = Item::of(row);
        let path = format!("GET {}?$expand=schedule", item.order);
        let order: Order = read(&self.desk.ask(&self.person, &path).body);
        let reservation: Reservation = read(row);
        holding(&reservation, &order, self.was_used(&item), None).map_err(|error| error.to_string())
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

fn decimal(value: &Value) -> Decimal {
    value.to_string().parse().expect("a number")
}

#[test]
fn every_record_gives_the_same_amount_here_and_there() {
    let desk = Desk::open();
    let partner = desk.partner();
    let account = desk.ask(&partner, "GET /providers/Prorata/account").body;
    let account = account["billingAccountId"].as_str().expect("an id");
    let mut quoted = 0;
    for summary in desk.ask(&partner, "GET /providers/Prorata/customerSummaries").rows() {
        let id = summary["customerId"].as_str().expect("an id");
        let client = Client::of(&desk, &partner, account, id);
        let list = desk.ask(&client.person, "GET /providers/Microsoft.Capacity/reservations");
        for row in list.rows() {
            let name = row["properties"]["displayName"].as_str().unwrap_or_default();
            if name.starts_with("Read fails") || name.starts_with("Refund fails") {
                continue;
            }
            let holding = client.holding(row).expect(name);
            let all = u64::from(holding.quantity());
            for policy in Policy::all() {
                let computed = client.compute(&holding, all, policy);
                assert_eq!(computed, client.ask(row, all, policy), "{name} {}", policy.id);
                quoted += u32::from(computed.is_ok());
            }
        }
    }
    assert!(quoted > 200, "{quoted} quotes");
}

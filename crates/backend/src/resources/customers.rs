//! Customers, as Microsoft.Billing lists them, and what is told of all of them at one moment.

use calculator::Policy;
use serde_json::Value;

use crate::http::{Answer, Call, Problem, page};
use crate::records::customer::billing_account_id;
use crate::records::kinds::unreadable;
use crate::records::partner::Account;
use crate::records::store::{Unit, Whole};
use crate::records::{Customer, Document, Order, Records, Reservation, json, time, transaction};

/// The partner's account and the records of every customer, in the order of their names.
#[derive(Debug)]
pub(crate) struct Portfolio {
    pub(crate) account: Account,
    pub(crate) customers: Vec<(Customer, Records)>,
}

impl Portfolio {
    /// Sorts out what a store holds, after `age` has carried out what has become due.
    ///
    /// # Errors
    /// 404 when the store holds no partner.
    pub(crate) fn of(whole: Whole, age: &dyn Fn(&mut Records)) -> Result<Self, Problem> {
        let mut account = None;
        let mut customers = Vec::new();
        for (unit, snapshot) in whole.units {
            let mut records = Records::of(snapshot);
            match unit {
                Unit::Partner => account = Account::of(&records),
                Unit::Quotes(_) => {}
                Unit::Customer(tenant_id) => {
                    // Nothing is committed here; the customer's own requests do that.
                    if records.check_format().is_ok() {
                        age(&mut records);
                    }
                    let customer = Customer::known(&records, &tenant_id);
                    let name = customer.display_name.to_lowercase();
                    let comes_before =
                        |(other, _): &(Customer, _)| other.display_name.to_lowercase() <= name;
                    let place = customers.partition_point(comes_before);
                    customers.insert(place, (customer, records));
                }
            }
        }
        let missing = || Problem::new(404, "NotFound", "There is no partner account.");
        let account = account.ok_or_else(missing)?;
        Ok(Self { account, customers })
    }
}

impl Customer {
    /// Whether the partner may change something for the customer.
    ///
    /// # Errors
    /// 403 under another agreement than that of the programme.
    pub(crate) fn check_agreement(&self) -> Result<(), Problem> {
        if self.is_managed_by_partner() {
            return Ok(());
        }
        let message = format!(
            "Reservations under the agreement '{}' are not managed by a partner.",
            self.agreement_type
        );
        Err(Problem::new(403, "Forbidden", message))
    }

    fn to_wire(&self, account_name: &str) -> Value {
        let account = billing_account_id(&self.billing_account);
        json!({
            "id": format!("{account}/customers/{}", self.tenant_id),
            "name": self.tenant_id,
            "type": "Microsoft.Billing/billingAccounts/customers",
            "properties": {
                "billingProfileDisplayName": account_name,
                "billingProfileId": format!("{account}/billingProfiles/{}", self.billing_profile),
                "displayName": self.display_name,
                "systemId": self.billing_profile,
                "status": "Active",
            },
        })
    }
}

pub(crate) fn list(portfolio: &Portfolio, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let search = call.query.get("search").unwrap_or_default().to_lowercase();
    let rows: Vec<Value> = portfolio
        .customers
        .iter()
        .filter(|(customer, _)| customer.display_name.to_lowercase().contains(&search))
        .map(|(customer, records)| {
            let mut row = customer.to_wire(&portfolio.account.billing_account_name);
            match unreadable(records).len() {
                0 => {}
                count => row["properties"]["unreadableDocuments"] = count.into(),
            }
            row
        })
        .collect();
    Ok(Answer::ok(&page(&rows, call)?))
}

/// Figures for the list of customers, as texts.
pub(crate) fn summaries(portfolio: &Portfolio, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let rows = portfolio
        .customers
        .iter()
        .map(|(customer, records)| summary_of(customer, records, call))
        .collect::<Vec<_>>();
    Ok(Answer::ok(&page(&rows, call)?))
}

fn summary_of(customer: &Customer, records: &Records, call: &Call<'_>) -> Value {
    let now = time::now(records, call.now);
    // Of the reservations that run.
    let mut soonest_expiry = None;
    for (id, reservation) in records.all::<Reservation>() {
        let order = Order::find(records, id.split('/').next().unwrap_or_default());
        if let Ok(order) = order
            && reservation.state_at(&order, now).phase().is_active()
        {
            let expiry = order.expires_at().date_naive();
            soonest_expiry = Some(soonest_expiry.map_or(expiry, |soonest| expiry.min(soonest)));
        }
    }
    let today = now.date_naive();
    // Nothing rather than less than there is.
    let used = transaction::ledger(records, today).map(|ledger| ledger.used_on(today).to_string());
    let limit = Policy::newest().limit.amount();
    let mut summary = json!({
        "customerId": customer.tenant_id,
        "displayName": customer.display_name,
        "domain": customer.domain,
        "agreementType": customer.agreement_type,
        "reservationCount": records.ids_below(Reservation::KIND, "").len(),
        "soonestExpiry": soonest_expiry,
        "limitUsedUsd": used.ok(),
        "limitUsd": limit.to_string(),
    });
    match unreadable(records).len() {
        0 => {}
        count => summary["unreadableDocuments"] = count.into(),
    }
    summary
}

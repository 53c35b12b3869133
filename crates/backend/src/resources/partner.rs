//! What Azure has no resource for: the partner's own account, figures for the customer list, the
//! exchange rates of the demonstration, the table of rights, and starting over.
//!
//! Decimals are texts here, so that no client has to take care of them.

use serde_json::Value;

use calculator::{Currency, Money, Policy};

use crate::http::answer::Answer;
use crate::http::auth::GRANTS;
use crate::http::call::Call;
use crate::http::field::Field;
use crate::http::paging::page;
use crate::http::problem::Problem;
use crate::records::customer::Customer;
use crate::records::documents::{Document, Records};
use crate::records::json::json;
use crate::records::kinds::unreadable;
use crate::records::order::Order;
use crate::records::partner::{Account, Settings, Start};
use crate::records::reservation::Reservation;
use crate::records::{time, transaction};
use crate::resources::activities::{self, Entry};
use crate::resources::portfolio::Portfolio;

const SETTINGS: &str = "/providers/Prorata/settings";

impl Account {
    /// Whether a path names this partner's billing account.
    ///
    /// # Errors
    /// 404 when it names another.
    pub(crate) fn check_billing_account(&self, name: &str) -> Result<(), Problem> {
        if self.billing_account_id.eq_ignore_ascii_case(name) {
            return Ok(());
        }
        let message = format!("The billing account '{name}' was not found.");
        Err(Problem::new(404, "NotFound", message))
    }
}

pub(crate) fn account(records: &mut Records, _: &mut Call<'_>) -> Result<Answer, Problem> {
    let missing = || Problem::new(404, "NotFound", "There is no partner account.");
    let account = Account::of(records).ok_or_else(missing)?;
    Ok(Answer::ok(&json!(account)))
}

pub(crate) fn customer_summaries(
    portfolio: &Portfolio,
    call: &mut Call<'_>,
) -> Result<Answer, Problem> {
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
    let limit = Money::from_minor(Policy::newest().limit.usd_cents, Currency::USD);
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

pub(crate) fn exchange_rates(_: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let date = call.today();
    let rows: Vec<Value> = call
        .market
        .usd_rates
        .iter()
        .map(|(code, rate)| json!({ "currencyCode": code, "usdRate": rate, "date": date }))
        .collect();
    Ok(Answer::ok(&page(&rows, call)?))
}

pub(crate) fn permissions(_: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let rows: Vec<Value> = GRANTS.iter().map(|grant| json!(grant)).collect();
    Ok(Answer::ok(&page(&rows, call)?))
}

pub(crate) fn reset(call: &mut Call<'_>) -> Result<Start, Problem> {
    let body = call.read_body()?;
    let to = Field::root(&body).at("to");
    match to.text()? {
        "demonstration" => Ok(Start::Demonstration),
        "empty" => Ok(Start::Empty),
        _ => Err(to.invalid("must be demonstration or empty")),
    }
}

/// What the partner has chosen for all of its customers.
pub(crate) fn settings(partner: &mut Records, _: &mut Call<'_>) -> Result<Answer, Problem> {
    Ok(Answer::ok(&json!(Settings::of(partner)?)))
}

pub(crate) fn change_settings(
    partner: &mut Records,
    call: &mut Call<'_>,
) -> Result<Answer, Problem> {
    let body = call.read_body()?;
    let wanted = Field::root(&body).at("refundPolicy").read(|id| Ok(Policy::by_id(id)?.id))?;
    let before = Settings::of(partner)?.refund_policy;
    let settings = Settings { refund_policy: wanted.to_owned() };
    if before != wanted {
        partner.put(Settings::ID, &settings);
        let changes = vec![("refundPolicy", before.into(), wanted.into())];
        activities::record(
            partner,
            call,
            Entry { target: SETTINGS.to_owned(), changes, ..Entry::default() },
        );
    }
    Ok(Answer::ok(&json!(settings)))
}

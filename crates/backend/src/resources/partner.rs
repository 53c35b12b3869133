//! What Azure has no resource for: the partner's account, what it has chosen for its customers, the
//! exchange rates, the table of rights, and starting over.
//!
//! Decimals are texts here, so that no client has to take care of them.

use calculator::Policy;
use serde_json::Value;

use crate::http::auth::GRANTS;
use crate::http::{Answer, BodyField, Call, Problem, page};
use crate::records::partner::{Account, Settings, Start};
use crate::records::{Records, json};
use crate::resources::activities::{self, Entry};

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
    let to = BodyField::root(&body).at("to");
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
    let chosen = BodyField::root(&body).at("refundPolicy").read(|id| Ok(Policy::by_id(id)?.id))?;
    let before = Settings::of(partner)?.refund_policy;
    let settings = Settings { refund_policy: chosen.to_owned() };
    if before != chosen {
        partner.put(Settings::ID, &settings);
        let changes = vec![("refundPolicy", before.into(), chosen.into())];
        activities::record(
            partner,
            call,
            Entry { target: SETTINGS.to_owned(), changes, ..Entry::default() },
        );
    }
    Ok(Answer::ok(&json!(settings)))
}

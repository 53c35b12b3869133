//! What Azure has no resource for: the partner's account, what it has chosen for its customers, the
//! exchange rates, the table of rights, and starting over.
//!
//! Decimals are texts here, so that no client has to take care of them.

use calculator::{Currency, Money, Policy};
use serde_json::Value;

use crate::http::auth::{GRANTS, Grant};
use crate::http::{Answer, BodyField, Call, Problem, page};
use crate::records::confirmation::Threshold;
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
    let row = |grant: &Grant| {
        let Grant { permission, source, .. } = grant;
        json!({ "permission": permission, "roles": grant.roles_for(call.caller), "source": source })
    };
    let rows: Vec<Value> = GRANTS.iter().map(row).collect();
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
    let before = Settings::of(partner)?;
    let confirm_above = threshold(&body, before.confirm_above.clone(), call)?;
    let settings = Settings { refund_policy: chosen.to_owned(), confirm_above };
    if before != settings {
        partner.put(Settings::ID, &settings);
        let mut changes = Vec::new();
        if before.refund_policy != settings.refund_policy {
            changes.push(("refundPolicy", before.refund_policy.into(), chosen.into()));
        }
        if before.confirm_above != settings.confirm_above {
            let in_words = |it: &Option<Threshold>| {
                let words = |it: &Threshold| format!("{} {}", it.amount, it.currency_code);
                it.as_ref().map_or(Value::Null, |it| words(it).into())
            };
            let (before, after) = (&before.confirm_above, &settings.confirm_above);
            changes.push(("confirmAbove", in_words(before), in_words(after)));
        }
        activities::record(
            partner,
            call,
            Entry { target: SETTINGS.to_owned(), changes, ..Entry::default() },
        );
    }
    Ok(Answer::ok(&json!(settings)))
}

/// The amount above which a second person confirms: as the body says, else as it was.
fn threshold(
    body: &Value,
    before: Option<Threshold>,
    call: &Call<'_>,
) -> Result<Option<Threshold>, Problem> {
    const FIELD: &str = "confirmAbove";
    let after = match body.get(FIELD) {
        None => return Ok(before),
        Some(Value::Null) => return Ok(None),
        Some(_) => BodyField::root(body).at(FIELD),
    };
    let currency_code = after.at("currencyCode").read(Currency::parse)?;
    let amount = after.at("amount");
    let money = Money::from_decimal(amount.decimal()?, currency_code);
    let money = money.map_err(|problem| amount.invalid(problem))?;
    if money.minor() < 0 {
        return Err(amount.invalid("must not be negative"));
    }
    if call.caller.person.is_none() {
        let message = "Nobody signs in here, so that one person cannot be told from another.";
        return Err(Problem::new(409, "SignInNeeded", message));
    }
    Ok(Some(Threshold { amount: money.to_decimal(), currency_code }))
}

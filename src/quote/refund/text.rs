//! A quote as text for people and as JSON for programs.

use super::amounts;
use super::answer::verdict_of;
use crate::i18n;
use crate::i18n::catalogue::{quote as texts, rules};
use crate::quote::lines::Lines;
use crate::quote::remark::{note, words_of};
use crate::quote::words;
use calculator::Assessment;
use calculator::json::{RefundAnswer, RefundRequest};
use serde::Serialize;
use view_model::quote::refund::Quoted;

/// The quote as lines of text in the language in force: amounts, decision, policy, date, and every step
/// with its source. `name` is what the reservation is called, `mark` what must be said first where the rules
/// are not those of the customer's agreement.
#[must_use]
pub fn plain(name: &str, quoted: &Quoted, mark: Option<String>) -> String {
    let (case, quote) = (&quoted.case, &quoted.quote);
    let assessment = &quote.assessment;
    let mut lines = Lines::default();
    lines.add_with(texts::TEXT_TITLE, &[("name", name.to_owned())]);
    mark.iter().chain(&words_of(&quoted.remarks)).for_each(|said| lines.add(said));
    let values = [
        ("units", i18n::integer(case.units)),
        ("owned", i18n::integer(case.holding.quantity().into())),
        ("day", i18n::date(case.on)),
    ];
    lines.add_with(texts::UNITS_ON_DAY, &values);
    lines.rules(quote.policy);
    lines.add("");
    let paid_out =
        if words::is_unchecked(assessment) { texts::PAID_OUT_AT_MOST } else { texts::PAID_OUT };
    lines.amount(paid_out, assessment.payable);
    lines.decision(words::outcome(assessment), assessment.decision);
    lines.add("");
    for line in amounts::lines(assessment).iter().filter(|line| line.class != amounts::TOTAL) {
        lines.amount(line.name, line.amount);
    }
    if let Some(amounts) = &assessment.amounts {
        lines.amount(rules::INPUT_CANCELLED_INSTALMENTS, amounts.cancelled_instalments);
        lines.amount(rules::INPUT_CANCELLED_COMMITMENT, amounts.cancelled_commitment);
    }
    if let Some(limit) = &assessment.limit {
        lines.add("");
        lines.amount(rules::INPUT_LIMIT_USD, limit.limit);
        lines.amount(texts::USED_BEFORE, limit.used_before);
        if let Some(of_return) = limit.of_return {
            lines.amount(texts::THIS_RETURN, of_return.counts);
        }
        lines.amount(texts::LEFT_AFTER, limit.left_after);
    }
    lines.warnings_and_newest(&quote.warnings, newest(&quote.newest));
    lines.disagreements_and_steps(&quote.disagreements, &quote.steps);
    lines.into_text()
}

/// What the newest rules make of it, and what comes of it.
fn newest(newest: &Assessment) -> String {
    let (verdict, _) = verdict_of(newest);
    [&words::money(newest.payable), " – ", verdict.get()].concat()
}

/// Request and answer in the shape of the calculator's JSON interface. The mark stands beside them, because
/// a request with an unknown field is an error.
#[derive(Serialize)]
struct Exported<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    request: &'a RefundRequest,
    answer: &'a RefundAnswer<'a>,
}

/// The quote as JSON: the request that reproduces it, and its answer. `id` names both; `mark` is as
/// for [`plain`].
#[must_use]
pub fn json(id: &str, quoted: &Quoted, mark: Option<String>) -> String {
    let mut request = RefundRequest::from(&quoted.case);
    request.id = Some(id.to_owned());
    let answer = RefundAnswer::new(Some(id), &quoted.case, &quoted.quote);
    // The decision of the interface ignores a cap that was not checked, which a reader may not know.
    let assessment = &quoted.quote.assessment;
    let unchecked =
        words::is_unchecked(assessment).then(|| words::outcome(assessment).get().to_owned());
    let said = mark.into_iter().chain(unchecked).collect();
    serde_json::to_string_pretty(&Exported {
        note: note(said, &quoted.remarks),
        request: &request,
        answer: &answer,
    })
    .expect("requests and answers have only string keys, so they always serialise")
}

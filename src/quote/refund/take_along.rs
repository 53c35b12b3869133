//! Taking a refund quote along: as text, as JSON, as a link, in a request to support.

use super::QuoteSignal;
use super::agreed;
use super::answer::{TOTAL, lines as amount_lines};
use crate::i18n::calculations;
use crate::i18n::catalogue::{refund as texts, rules, support};
use crate::i18n::{self, t, t_count};
use crate::paths::route;
use crate::paths::{self, Entry};
use crate::platform::document;
use crate::quote::answer::verdict_of;
use crate::quote::remark::{note, words_of};
use crate::quote::take_along::{self, Lines, Taken, exported, support_button};
use crate::support::id_lines;
use calculator::Assessment;
use calculator::json::{RefundAnswer, RefundCase, RefundRequest};
use leptos::prelude::*;
use view_model::address::ReservationRef;
use view_model::quote::refund::{Quoted, Shown, link};
use view_model::quote::typed::borrowed;
use view_model::support::Draft;

/// Buttons that take the quote along. `name` is what the reservation is called; `mark` says that the rules are
/// not those of the customer's agreement.
pub(super) fn part(
    shown: Memo<Shown>,
    of: ReservationRef,
    name: String,
    mark: MaybeProp<String>,
) -> AnyView {
    let quoted: QuoteSignal = Memo::new(move |_| shown.with(|shown| shown.quoted.clone()));
    let not_now = not_now(shown);
    let kept = agreed::of(&of);
    let text = Signal::derive(move || {
        quoted.with(|it| {
            let words = it.as_deref().map(|it| plain(&name, it, mark.get()));
            // What the partner should know beside it, and support need not be told.
            words.map(|words| [&words, "\n\n", texts::TWO_SIDES.get()].concat()).unwrap_or_default()
        })
    });
    let id = format!("refund-{}", of.reservation);
    let file = move || {
        let quoted = quoted.get()?;
        Some((format!("{id}-{}.json", quoted.case.on), json(&id, &quoted, mark.get())))
    };
    let compared = of.clone();
    let address = move |of: &ReservationRef, entry| {
        let parameters = quoted.with(|it| it.as_deref().map(|it| link::parameters(&it.case)));
        parameters.map(|parameters| paths::reservation_with(of, entry, &borrowed(&parameters)))
    };
    let written = of.clone();
    let link = Signal::derive(move || {
        let link = address(&of, Entry::Refund);
        link.map(|link| document::absolute_url(&link)).unwrap_or_default()
    });
    let letter = Signal::derive(move || {
        let terms = quoted.with(|it| it.as_deref().map(|it| link::parameters(&it.case)));
        let mut terms = terms.map(Vec::from).unwrap_or_default();
        terms.extend(agreed::parameters(kept));
        paths::reservation_with(&written, Entry::Letter, &borrowed(&terms))
    });
    // The comparison knows units, day, rules and rate by the names that they have here.
    let comparison = Signal::derive(move || {
        let case = quoted.with(|it| it.as_deref().map(|it| it.case.clone()));
        case.map(|case| comparison_address(&compared, &case)).unwrap_or_default()
    });
    let file = Box::new(file);
    let comparison = (comparison, not_now);
    take_along::part(Taken { text, link, comparison, letter: Some(letter), file, not_now })
}

/// Why the quote on screen cannot be taken along; `None` when it can.
fn not_now(shown: Memo<Shown>) -> MaybeProp<String> {
    MaybeProp::derive(move || {
        shown.with(|shown| take_along::not_current(shown.current().is_some()))
    })
}

/// The comparison of the return of a case with what else can be done.
fn comparison_address(of: &ReservationRef, case: &RefundCase) -> String {
    let units = format!("{}/{}:{}", of.order, of.reservation, case.units);
    let terms = link::parameters(case);
    let kept = [link::parameter::DAY, link::parameter::USD_RATE, link::parameter::POLICY];
    let mut terms = borrowed(&terms);
    terms.retain(|(name, _)| kept.contains(name));
    let mut all = vec![
        (view_model::address::parameter::CUSTOMER, of.customer.as_str()),
        (view_model::address::parameter::RESERVATION, units.as_str()),
    ];
    all.extend(terms);
    paths::address(route::COMPARISON.path(), &all)
}

/// The part of the page that starts a request to support about the quote on screen. `name` is what the
/// reservation is called, `mark` what keeps support from taking the request: the customer's agreement.
pub(super) fn ask_support(
    of: ReservationRef,
    shown: Memo<Shown>,
    name: String,
    mark: MaybeProp<String>,
) -> AnyView {
    let about = of.clone();
    let write = Box::new(move || {
        let quoted = shown.with_untracked(|shown| shown.quoted.clone());
        quoted.map(|quoted| draft(&about, &name, &quoted)).unwrap_or_default()
    });
    view! {
        <section class="card part" aria-label=t(support::ASK_SUPPORT)>
            <h2>{t(support::ASK_SUPPORT)}</h2>
            <p class="hint">{t(support::ASK_SUPPORT_HINT)}</p>
            <div class="button-row">{support_button(of, mark, not_now(shown), write)}</div>
        </section>
    }
    .into_any()
}

/// What a request about `quoted` says in the language in force: which reservation, how many units, every
/// amount, the policy, and every step of the calculation.
#[must_use]
pub fn draft(of: &ReservationRef, name: &str, quoted: &Quoted) -> Draft {
    let values = [("units", i18n::integer(quoted.case.units)), ("name", name.to_owned())];
    let parts = [support::REFUND_OPENING.get().to_owned(), id_lines(of), plain(name, quoted, None)];
    let title = t_count(support::REFUND_TITLE, quoted.case.holding.quantity().into(), &values);
    Draft { title, description: parts.join("\n\n") }
}

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
    let paid_out = if calculations::is_unchecked(assessment) {
        texts::PAID_OUT_AT_MOST
    } else {
        texts::PAID_OUT
    };
    lines.amount(paid_out, assessment.payable);
    lines.decision(calculations::outcome(assessment), assessment.decision);
    lines.add("");
    for line in amount_lines(assessment).iter().filter(|line| line.class != TOTAL) {
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
    [&calculations::money(newest.payable), " – ", verdict.get()].concat()
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
    let unchecked = calculations::is_unchecked(assessment)
        .then(|| calculations::outcome(assessment).get().to_owned());
    let said = mark.into_iter().chain(unchecked).collect();
    exported(note(said, &quoted.remarks), &request, &answer)
}

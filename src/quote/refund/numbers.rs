//! What a refund comes to in three numbers: what is received, what is no longer owed, and what is lost. Each has its
//! reason from the steps of the quote; a return that is refused says so in their place.

use crate::i18n::calculations;
use crate::i18n::catalogue::{portfolio, quote, refund as texts, rules};
use crate::i18n::{Text, t, t_with};
use crate::ui::live_text;
use calculator::{Assessment, Money, Rule, Step};
use leptos::prelude::*;
use view_model::quote::refund::Quoted;

/// What the amount that is paid out is worked out by.
const OF_PAYABLE: [Rule; 2] = [Rule::LimitCapped, Rule::Refund];
/// Why something is, or is not, owed any more.
const OF_OWED: [Rule; 2] = [Rule::CancelledInstalments, Rule::PaidUpfront];
/// Why there is a fee or none.
const OF_FEE: [Rule; 5] =
    [Rule::Fee, Rule::FeeAssumed, Rule::FeeGiven, Rule::FeeNotCharged, Rule::FeeWaived];
/// Why the cap takes something.
const OF_CAP: [Rule; 1] = [Rule::LimitCapped];

/// The three numbers.
pub(super) fn numbers(quoted: &Quoted) -> AnyView {
    let (assessment, steps) = (&quoted.quote.assessment, &quoted.quote.steps);
    let Some((amounts, lost)) = assessment.amounts.zip(assessment.lost()) else {
        return view! { <p class="payable in-words">{t(calculations::outcome(assessment))}</p> }
            .into_any();
    };
    let is_unchecked = calculations::is_unchecked(assessment);
    let lost_name = if is_unchecked { texts::LOST_AT_LEAST } else { texts::LOST };
    let fee = part(rules::INPUT_FEE, lost.fee, reason(steps, &OF_FEE));
    let over_limit = (!lost.over_limit.is_zero())
        .then(|| part(texts::LOST_TO_CAP, lost.over_limit, reason(steps, &OF_CAP)));
    let owed = amounts.cancelled_instalments;
    view! {
        <dl class="numbers">
            {number(title(assessment), "payable", assessment.payable, reason(steps, &OF_PAYABLE))}
            {number(portfolio::OWED, "amount", owed, reason(steps, &OF_OWED))}
            {number(lost_name, "amount", lost.total, view! { {fee} {over_limit} }.into_any())}
        </dl>
    }
    .into_any()
}

/// What the amount that is paid out is called.
pub(super) const fn title(assessment: &Assessment) -> Text {
    match calculations::is_unchecked(assessment) {
        true => texts::PAYS_AT_MOST,
        false => texts::PAYABLE_TO_PARTNER,
    }
}

/// What is received in one sentence, in the language of this moment; that of a refused return is its decision.
pub(super) fn in_words(assessment: &Assessment) -> String {
    if assessment.decision.refusal().is_some() {
        return calculations::outcome(assessment).get().to_owned();
    }
    let text = match calculations::is_unchecked(assessment) {
        true => texts::RECEIVE_AT_MOST,
        false => texts::RECEIVE,
    };
    t_with(text, &[("amount", calculations::money(assessment.payable))])
}

/// The same beside the button that acts on it, where there is no room for why it is refused.
pub(super) fn in_short(assessment: &Assessment) -> String {
    match assessment.decision.refusal() {
        Some(_) => quote::REFUSED.get().to_owned(),
        None => in_words(assessment),
    }
}

fn number(name: Text, class: &'static str, amount: Money, why: AnyView) -> AnyView {
    view! {
        <div class="number-of-three">
            <dt>{t(name)}</dt>
            <dd class=class>
                <data class="money" value=amount.to_string()>
                    {live_text(move || calculations::money(amount))}
                </data>
            </dd>
            <dd class="number-reason">{why}</dd>
        </div>
    }
    .into_any()
}

/// One of several amounts that a number is made of.
fn part(name: Text, amount: Money, why: AnyView) -> AnyView {
    let words = live_text(move || calculations::named(name, calculations::money(amount)));
    view! {
        <p>{words}</p>
        {why}
    }
    .into_any()
}

/// The first step by one of these rules: the rule in words, and how it was applied here.
fn reason(steps: &[Step], rules: &[Rule]) -> AnyView {
    let mut of_rules = rules.iter().filter_map(|rule| steps.iter().find(|step| step.rule == *rule));
    let Some(step) = of_rules.next() else { return ().into_any() };
    let formula = step.formula.clone();
    view! {
        <p>{t(calculations::rule(step.rule))}</p>
        <p class="number-formula">
            <span class="visually-hidden">{t(quote::FORMULA)} ": "</span>
            <code>{live_text(move || calculations::formula(&formula))}</code>
        </p>
    }
    .into_any()
}

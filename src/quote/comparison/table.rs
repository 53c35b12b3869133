//! The four options side by side, and what the numbers speak for.

use crate::i18n::calculations;
use crate::i18n::catalogue::{
    comparison as texts, customers, exchange, quote as quote_texts, reservation, rules,
};
use crate::i18n::{self, Text, t, t_with};
use crate::paths::route;
use crate::quote::answer::{UNCHECKED, verdict};
use crate::quote::exchange::{ExchangeTask, address};
use crate::shell::policy_name;
use crate::ui::{Badge, Cell, Column, LinkButton, RowHeader, Table, live_text};
use calculator::comparison::{Choice, ChoiceAmounts, ChoiceOutcome, Comparison, Reason};
use calculator::{Decision, Policy, Share};
use leptos::prelude::*;
use view_model::Tone;
use view_model::quote::Number;
use view_model::quote::comparison::Compared;

/// The choices in the order in which they always stand.
const CHOICES: [Choice; 4] = [Choice::Keep, Choice::Refund, Choice::Exchange, Choice::TradeIn];

/// A column: its heading, the number that the rules explain in it, and what it shows of the amounts of a choice.
type Figure = (Text, Option<Number>, fn(&ChoiceAmounts) -> String);

const FIGURES: [Figure; 7] = [
    (exchange::CASH_TODAY, Some(Number::CashToday), |amounts| {
        calculations::paid_or_received(amounts.cash.flow())
    }),
    (texts::COMMITMENT_AFTER, Some(Number::CommitmentAfter), |amounts| {
        calculations::money(amounts.commitment_after)
    }),
    (rules::INPUT_FEE, Some(Number::Fee), |amounts| calculations::money(amounts.fee)),
    (texts::GIVEN_UP, Some(Number::GivenUp), |amounts| calculations::money(amounts.given_up)),
    (texts::LIMIT_USED, Some(Number::CapCounts), |amounts| {
        or_unknown(amounts.limit_used.map(calculations::money))
    }),
    (texts::END, Some(Number::CommitmentEnd), |amounts| i18n::date(amounts.end)),
    // Below the table stands what it is.
    (texts::BREAK_EVEN, None, |amounts| amounts.break_even.map_or_else(none, percent)),
];

/// The advice and the table.
pub(super) fn view_of(task: ExchangeTask, compared: Compared) -> AnyView {
    let Compared { comparison, on, policy, utilization } = compared;
    let advice = comparison.advice;
    let before = comparison.commitment_before;
    let title = live_text(move || match advice.choice {
        Some(choice) => choice_name(choice).get(),
        None => texts::NO_ADVICE.get(),
    });
    let facts = live_text(move || {
        let values = [
            ("day", i18n::date(on)),
            ("commitment", or_unknown(before.map(calculations::money))),
            ("use", or_unknown(utilization.map(percent))),
        ];
        t_with(texts::BASIS, &values)
    });
    let rules =
        live_text(move || t_with(quote_texts::UNDER_RULES, &[("policy", policy_name(policy))]));
    let columns = std::iter::once(Column::new(texts::OPTION))
        .chain([Column::new(customers::STATUS)])
        .chain(FIGURES.map(|(name, number, _)| column(name, number, policy)))
        .collect();
    let rows = CHOICES.map(|choice| {
        let is_advised = advice.choice == Some(choice);
        row(choice, comparison.outcome(choice), is_advised)
    });
    let to_exchange = Signal::derive(move || address(task, route::EXCHANGE.path()));
    view! {
        <section class="card part headline comparison-advice" aria-label=t(texts::RECOMMENDATION)>
            <h2>{t(texts::RECOMMENDATION)}</h2>
            <p class="comparison-choice">{title}</p>
            <p>{t(reason_words(advice.reason))}</p>
            {either_way(&comparison)}
            {advice.choice.map(|choice| committed_anew(&comparison, choice))}
            <p class="muted">{facts} <br /> {rules}</p>
        </section>
        <section class="card part">
            <h2>{t(texts::SIDE_BY_SIDE)}</h2>
            <Table caption=texts::COMPARISON columns>{rows.into_iter().collect_view()}</Table>
            <p class="hint">{t(texts::BREAK_EVEN_HINT)}</p>
            <div class="button-row">
                <LinkButton address=to_exchange>{t(texts::SET_UP_EXCHANGE)}</LinkButton>
            </div>
        </section>
    }
    .into_any()
}

fn column(name: Text, number: Option<Number>, policy: &'static Policy) -> Column {
    let column = Column::new(name).number();
    match number {
        Some(number) => column.explained(move || calculations::behind(number, policy)),
        None => column,
    }
}

/// What decides where nobody knows the saving: from which one on a commitment is no worse than a refund,
/// and that below it the refund is better.
fn either_way(comparison: &Comparison) -> AnyView {
    if comparison.advice.reason != Reason::SavingUnknown {
        return ().into_any();
    }
    let outcome = move |outcome: &ChoiceOutcome| {
        let choice = outcome.choice;
        let saving = match (choice, outcome.amounts?.saving_needed) {
            (Choice::Refund, _) => None,
            (_, Some(saving)) => Some(saving),
            (_, None) => return None,
        };
        let words = live_text(move || {
            let name = ("choice", choice_name(choice).get().to_owned());
            match saving {
                Some(saving) => t_with(texts::FROM_SAVING, &[name, ("saving", percent(saving))]),
                None => t_with(texts::BELOW_SAVING, &[name]),
            }
        });
        Some(view! { <li>{words}</li> })
    };
    let outcomes = comparison.outcomes.iter().filter_map(outcome).collect_view();
    view! { <ul class="either-way">{outcomes}</ul> }.into_any()
}

/// What an advised exchange or trade-in commits to: its own break-even, and that a savings plan is final.
fn committed_anew(comparison: &Comparison, choice: Choice) -> AnyView {
    let amounts = comparison.outcome(choice).and_then(|outcome| outcome.amounts);
    let anew = matches!(choice, Choice::Exchange | Choice::TradeIn);
    let Some(amounts) = amounts.filter(|_| anew) else { return ().into_any() };
    let committed = live_text(move || {
        let mut values = vec![
            ("amount", calculations::money(amounts.commitment_after)),
            ("end", i18n::date(amounts.end)),
            ("use", or_unknown(amounts.utilization.map(percent))),
        ];
        match amounts.break_even {
            Some(share) => {
                values.push(("percent", percent(share)));
                t_with(texts::COMMITTED_ANEW_FROM, &values)
            }
            None => t_with(texts::COMMITTED_ANEW, &values),
        }
    });
    let is_final = choice == Choice::TradeIn;
    let last = is_final.then(|| t(calculations::warning(calculator::Warning::SavingsPlanIsFinal)));
    view! {
        <p>{committed}</p>
        {last.map(|words| view! { <p class="lost-words">{words}</p> })}
    }
    .into_any()
}

fn row(choice: Choice, outcome: Option<&ChoiceOutcome>, is_advised: bool) -> AnyView {
    let (status, why) = match outcome {
        None => {
            (view! { <Badge tone=Tone::Neutral>{t(texts::NOT_SET_UP)}</Badge> }.into_any(), None)
        }
        Some(outcome) => {
            // A refund whose use of the cap is unknown was not held against it.
            let is_unchecked = outcome.decision == Decision::Allowed
                && outcome.amounts.is_some_and(|amounts| amounts.limit_used.is_none());
            let (word, tone) = if is_unchecked { UNCHECKED } else { verdict(outcome.decision) };
            let refusal = outcome.decision.refusal().map(calculations::refusal);
            (view! { <Badge tone>{t(word)}</Badge> }.into_any(), refusal)
        }
    };
    let amounts = outcome.and_then(|outcome| outcome.amounts);
    let cells = FIGURES.map(|(name, _, figure)| {
        let value = live_text(move || amounts.as_ref().map_or_else(none, figure));
        view! { <Cell label=name is_number=true>{value}</Cell> }.into_any()
    });
    let class = if is_advised { "advised" } else { "" };
    view! {
        <tr role="row" class=class>
            <RowHeader>{t(choice_name(choice))}</RowHeader>
            <Cell label=customers::STATUS>
                <span class="with-detail">
                    {status}
                    {why.map(|why| view! { <span class="detail">{t(why)}</span> })}
                </span>
            </Cell>
            {cells.into_iter().collect_view()}
        </tr>
    }
    .into_any()
}

fn none() -> String {
    "–".to_owned()
}

fn or_unknown(words: Option<String>) -> String {
    words.unwrap_or_else(|| texts::UNKNOWN.get().to_owned())
}

/// What can be done.
pub(crate) const fn choice_name(choice: Choice) -> Text {
    match choice {
        Choice::Keep => texts::KEEP,
        Choice::Refund => reservation::REFUND,
        Choice::Exchange => reservation::EXCHANGE,
        Choice::TradeIn => texts::TRADE_IN,
    }
}

/// Why a choice is advised, or none.
pub(crate) const fn reason_words(reason: Reason) -> Text {
    match reason {
        Reason::NothingLeft => texts::BECAUSE_NOTHING_LEFT,
        Reason::NothingElsePossible => texts::BECAUSE_NOTHING_ELSE,
        Reason::UtilizationUnknown => texts::BECAUSE_UNKNOWN_USE,
        Reason::SavingUnknown => texts::BECAUSE_UNKNOWN_SAVING,
        Reason::UsedEnough => texts::BECAUSE_USED,
        Reason::NothingGivenUp => texts::BECAUSE_NOTHING_GIVEN_UP,
        Reason::WholeValueCounts => texts::BECAUSE_WHOLE_VALUE,
        Reason::RefundRefused => texts::BECAUSE_REFUND_REFUSED,
        Reason::NothingBetter => texts::BECAUSE_NOTHING_BETTER,
        Reason::Underused => texts::BECAUSE_UNDERUSED,
    }
}

/// A part of a whole in percent.
pub(super) fn percent(share: Share) -> String {
    i18n::percent_of_hundred(share.to_percent())
}

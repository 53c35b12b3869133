//! The options side by side, and what the numbers speak for.

use super::desk::{Desk, Sides};
use super::words::{choice_name, percent, reason_words};
use super::{actions, considered};
use crate::i18n::calculations;
use crate::i18n::catalogue::{comparison as texts, customer, quote as quote_texts, rules};
use crate::i18n::{self, Text, t, t_with};
use crate::platform::clock;
use crate::quote::answer::{UNCHECKED, verdict};
use crate::shell::policy_name;
use crate::ui::{Badge, Cell, Column, RowHeader, Table, live, live_text};
use calculator::comparison::{Choice, ChoiceAmounts, ChoiceOutcome, Comparison, Reason};
use calculator::{Decision, Policy};
use chrono::NaiveDate;
use leptos::prelude::*;
use view_model::Tone;
use view_model::quote::Number;
use view_model::quote::comparison::Compared;

/// The choices in the order in which they always stand.
const CHOICES: [Choice; 5] =
    [Choice::Keep, Choice::Refund, Choice::RefundUnneeded, Choice::Exchange, Choice::TradeIn];

/// A column: its heading, the number that the rules explain in it, and what it shows of the amounts of a choice.
type Figure = (Text, Option<Number>, fn(&ChoiceAmounts) -> String);

/// The columns of a comparison for the day `on`.
fn figures(on: NaiveDate) -> [Figure; 7] {
    [
        (calculations::cash_on(on, clock::today()), Some(Number::CashToday), |amounts| {
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
    ]
}

/// The advice and the table.
pub(super) fn view_of(desk: Desk, sides: &Sides) -> AnyView {
    let Compared { comparison, on, policy, utilization, .. } = sides.compared.clone();
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
        .chain([Column::new(customer::STATUS)])
        .chain(figures(on).map(|(name, number, _)| column(name, number, policy)))
        .chain([Column::new(texts::ACTION)])
        .collect();
    let rows = CHOICES.map(|choice| {
        let is_advised = advice.choice == Some(choice);
        row(desk, sides, choice, is_advised)
    });
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

fn row(desk: Desk, sides: &Sides, choice: Choice, is_advised: bool) -> AnyView {
    let outcome = sides.compared.comparison.outcome(choice);
    let refusal = match outcome {
        Some(outcome) => outcome.decision.refusal(),
        None => considered::refusal(sides, choice),
    };
    let status = match outcome {
        None => view! { <Badge tone=Tone::Neutral>{t(texts::NOT_CONSIDERED)}</Badge> }.into_any(),
        Some(outcome) => {
            // A refund whose use of the cap is unknown was not held against it.
            let is_unchecked = outcome.decision == Decision::Allowed
                && outcome.amounts.is_some_and(|amounts| amounts.limit_used.is_none());
            let (word, tone) = if is_unchecked { UNCHECKED } else { verdict(outcome.decision) };
            view! { <Badge tone>{t(word)}</Badge> }.into_any()
        }
    };
    let why = refusal.map(calculations::refusal).map(|why| {
        view! { <span class="detail">{t(why)}</span> }
    });
    let of_row = sides.clone();
    let details = live(move || {
        let lines = considered::lines(desk, &of_row, choice).into_iter();
        lines.map(|line| view! { <span class="detail">{line}</span> }).collect_view().into_any()
    });
    let amounts = outcome.and_then(|outcome| outcome.amounts);
    let cells = figures(sides.compared.on).map(|(name, _, figure)| {
        let value = live_text(move || amounts.as_ref().map_or_else(none, figure));
        view! { <Cell label=name is_number=true>{value}</Cell> }.into_any()
    });
    let leads_on = actions::of_row(desk, sides, choice);
    let change = considered::change(desk, sides, choice);
    let class = if is_advised { "advised" } else { "" };
    view! {
        <tr role="row" class=class>
            <RowHeader>{t(choice_name(choice))}</RowHeader>
            <Cell label=customer::STATUS>
                <span class="with-detail">
                    {status}
                    {why}
                    {details}
                </span>
            </Cell>
            {cells.into_iter().collect_view()}
            <Cell label=texts::ACTION>
                <span class="comparison-actions">
                    {leads_on} {change}
                </span>
            </Cell>
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

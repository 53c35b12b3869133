//! The amounts of a quote, in the order in which they lead to what is payable.

use super::desk::{QuoteSignal, of_quote};
use crate::i18n::catalogue::{quote as texts, rules};
use crate::i18n::{Text, t, t_with};
use crate::quote::words;
use crate::ui::{Cell, Column, RowHeader, Table, live_text};
use calculator::{Assessment, BillingPlan, Money};
use leptos::prelude::*;
use view_model::quote::refund::Quoted;

/// The class of the line that says what is paid out.
pub(super) const TOTAL: &str = "total";

/// One line: how it goes into the next, what it is, and how much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// The sign before the amount.
    pub sign: &'static str,
    /// What it is.
    pub name: Text,
    /// How much.
    pub amount: Money,
    /// How it is set off from the others.
    pub class: &'static str,
}

/// The amounts of a quote.
pub(super) fn part(quoted: QuoteSignal) -> AnyView {
    view! {
        <section class="card part" aria-label=t(texts::AMOUNTS)>
            <h2>{t(texts::AMOUNTS)}</h2>
            {of_quote(quoted, table)}
        </section>
    }
    .into_any()
}

/// The lines of a quote; none where the amounts cannot be computed.
#[must_use]
pub fn lines(assessment: &Assessment) -> Vec<Line> {
    let Some(amounts) = assessment.amounts else { return Vec::new() };
    let line = |sign, name, amount| Line { sign, name, amount, class: "" };
    let mut lines = vec![
        line("", rules::INPUT_PAID, amounts.paid),
        line("−", rules::INPUT_CONSUMED, amounts.consumed),
        line("=", rules::INPUT_CREDIT, amounts.credit),
        line("−", rules::INPUT_FEE, amounts.fee),
        line("=", rules::INPUT_REFUND, amounts.refund),
    ];
    let lost = assessment.limit.map(|limit| limit.lost_to_limit);
    lines.extend(
        lost.filter(|lost| !lost.is_zero())
            .map(|lost| Line { class: "lost", ..line("−", rules::INPUT_LOST_USD, lost) }),
    );
    let payable = match words::is_unchecked(assessment) {
        true => texts::PAID_OUT_AT_MOST,
        false => rules::INPUT_PAYABLE,
    };
    lines.push(Line { class: TOTAL, ..line("=", payable, assessment.payable) });
    lines
}

fn table(quoted: &Quoted) -> AnyView {
    let assessment = &quoted.quote.assessment;
    let lines = lines(assessment);
    if lines.is_empty() {
        return view! { <p class="hint">{t(texts::NO_AMOUNTS)}</p> }.into_any();
    }
    let columns = vec![Column::new(texts::AMOUNTS), Column::new(texts::AMOUNT).number()];
    let rows = lines.into_iter().map(row).collect_view();
    let lost = assessment.limit.map(|limit| limit.lost_to_limit).filter(|lost| !lost.is_zero());
    let lost = lost.map(|lost| {
        let words = move || t_with(texts::LOST_IN_WORDS, &[("amount", words::money(lost))]);
        view! { <p class="lost-words">{live_text(words)}</p> }
    });
    let is_monthly = quoted.case.holding.billing_plan() == BillingPlan::Monthly;
    view! {
        <div class="amounts">
            <Table caption=texts::AMOUNTS columns>{rows}</Table>
        </div>
        {lost}
        {is_monthly.then(|| commitment(assessment))}
    }
    .into_any()
}

fn row(line: Line) -> AnyView {
    let Line { sign, name, amount, class } = line;
    view! {
        <tr role="row" class=class>
            <RowHeader>{t(name)}</RowHeader>
            <Cell label=texts::AMOUNT is_number=true>
                <span class="sign" aria-hidden="true">{sign}</span>
                {live_text(move || words::money(amount))}
            </Cell>
        </tr>
    }
    .into_any()
}

/// What becomes of the future payments of a monthly plan.
fn commitment(assessment: &Assessment) -> Option<AnyView> {
    let amounts = assessment.amounts?;
    let entry = |name: Text, amount: Money| {
        view! {
            <div class="property">
                <dt>{t(name)}</dt>
                <dd class="money">{live_text(move || words::money(amount))}</dd>
            </div>
        }
    };
    let view = view! {
        <dl class="properties commitment">
            {entry(rules::INPUT_CANCELLED_INSTALMENTS, amounts.cancelled_instalments)}
            {entry(rules::INPUT_CANCELLED_COMMITMENT, amounts.cancelled_commitment)}
        </dl>
        <p class="hint">{t(texts::INSTALMENTS_NOTE)}</p>
    };
    Some(view.into_any())
}

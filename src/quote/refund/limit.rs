//! The yearly limit: what is used, what this return counts, what is left, and when it comes back.

use super::desk::{QuoteSignal, of_quote};
use crate::i18n::catalogue::{quote as texts, rules};
use crate::i18n::{self, Text, t, t_with};
use crate::quote::words;
use crate::ui::{
    Cell, Column, DateText, Disclosure, Notice, RowHeader, Table, Tone, live_attr, live_text,
};
use calculator::{LedgerEntry, LimitUse, Money, Warning};
use leptos::prelude::*;
use view_model::quote::bars::{LimitBar, WIDTH, limit_bar};
use view_model::quote::refund::Quoted;

/// The yearly limit of the customer.
pub(super) fn part(quoted: QuoteSignal) -> AnyView {
    let count = move || {
        let count = quoted.with(|quoted| quoted.as_deref().map_or(0, |it| counting(it).len()));
        t_with(texts::REPLENISHED, &[("count", count.to_string())])
    };
    view! {
        <section class="card part" aria-label=t(texts::LIMIT)>
            <h2>{t(texts::LIMIT)}</h2>
            <p class="hint">{t(texts::LIMIT_ABOUT)}</p>
            {of_quote(quoted, state)}
            <Disclosure summary=count>{of_quote(quoted, replenishment)}</Disclosure>
        </section>
    }
    .into_any()
}

/// The cancellations that count on the day of the quote.
fn counting(quoted: &Quoted) -> &[LedgerEntry] {
    quoted.case.ledger.counting_on(quoted.case.on)
}

fn state(quoted: &Quoted) -> AnyView {
    match &quoted.quote.assessment.limit {
        Some(limit) => known(*limit),
        None => {
            let why = words::warning(Warning::LimitUnknown);
            view! { <Notice tone=Tone::Warning title=why /> }.into_any()
        }
    }
}

fn known(limit: LimitUse) -> AnyView {
    let parts = limit_bar(&limit);
    let counts = limit.of_return.map(|of_return| of_return.counts);
    let observed = limit.of_return.and_then(|of_return| of_return.counts_as_observed);
    let left = if parts.is_over { texts::LEFT_BEFORE } else { texts::LEFT_AFTER };
    let left_amount = if parts.is_over { limit.left_before } else { limit.left_after };
    view! {
        {bar(&limit, parts)}
        <dl class="limit-parts">
            {entry("used", texts::USED_BEFORE, limit.used_before)}
            {counts.map(|counts| {
                let class = if parts.is_over { "over" } else { "counts" };
                entry(class, texts::THIS_RETURN, counts)
            })}
            {observed.map(|observed| entry("", texts::THIS_RETURN_OBSERVED, observed))}
            {entry("left", left, left_amount)}
            {entry("", rules::INPUT_LIMIT_USD, limit.limit)}
            {(!limit.lost_to_limit.is_zero())
                .then(|| entry("lost", rules::INPUT_LOST_USD, limit.lost_to_limit))}
        </dl>
    }
    .into_any()
}

fn bar(limit: &LimitUse, parts: LimitBar) -> AnyView {
    let LimitBar { used, counts, is_over } = parts;
    let (used_before, whole) = (limit.used_before, limit.limit);
    let of_return = limit.of_return.map_or(Money::zero(whole.currency()), |it| it.counts);
    let spoken = move || {
        let values = [
            ("used", words::money(used_before)),
            ("counts", words::money(of_return)),
            ("limit", words::money(whole)),
        ];
        Some(t_with(texts::LIMIT_SPOKEN, &values))
    };
    let class = if is_over { "limit-over" } else { "limit-counts" };
    view! {
        <svg
            class="limit-bar"
            viewBox=format!("0 0 {WIDTH} 12")
            preserveAspectRatio="none"
            role="img"
            aria-label=live_attr(spoken)
        >
            <rect class="limit-free" width=WIDTH height="12" />
            <rect class="limit-used" width=used height="12" />
            <rect class=class x=used width=counts height="12" />
        </svg>
    }
    .into_any()
}

fn entry(class: &'static str, name: Text, amount: Money) -> AnyView {
    view! {
        <div class=class>
            <dt>{t(name)}</dt>
            <dd class="money">{live_text(move || words::money(amount))}</dd>
        </div>
    }
    .into_any()
}

/// When each of the cancellations that count stops counting.
fn replenishment(quoted: &Quoted) -> AnyView {
    let entries = counting(quoted);
    if entries.is_empty() {
        return view! { <p class="hint">{t(texts::NOTHING_COUNTS)}</p> }.into_any();
    }
    let columns = vec![
        Column::new(texts::FREE_AGAIN_ON),
        Column::new(texts::COUNTED_USD).number(),
        Column::new(texts::CANCELLED_ON),
    ];
    let rows = entries.iter().map(|&entry| {
        let usd = entry.usd;
        view! {
            <tr role="row">
                <RowHeader><DateText date=Signal::stored(entry.free_again()) /></RowHeader>
                <Cell label=texts::COUNTED_USD is_number=true>{live_text(move || words::money(usd))}</Cell>
                <Cell label=texts::CANCELLED_ON>{live_text(move || i18n::date(entry.date))}</Cell>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <Table caption=texts::LIMIT columns>{rows}</Table>
    }
    .into_any()
}

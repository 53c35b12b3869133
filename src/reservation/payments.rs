//! The payment schedule of an order as a table.

use super::details::not_stated;
use super::price::amount_text;
use crate::i18n::catalogue::reservation as texts;
use crate::i18n::{self, t, t_count, t_with};
use crate::ui::{Badge, Cell, Column, DateText, Disclosure, Notice, RowHeader, Table, live_text};
use azure::{Order, PaymentStatus};
use leptos::prelude::*;
use view_model::Tone;
use view_model::payments::{self, PaymentRow, Progress};

/// Payments that stand open on the page; more of them wait until somebody wants them.
const OPEN_MAX: usize = 12;

/// What was and what will be charged for an order.
pub(super) fn payments(order: &Order) -> AnyView {
    let rows = order.properties().plan_information.as_ref().map(payments::rows);
    let rows = rows.unwrap_or_default();
    if rows.is_empty() {
        return view! { <p class="muted">{t(texts::NO_SCHEDULE)}</p> }.into_any();
    }
    let Progress { paid, total } = payments::progress(&rows);
    let made = move || t_count(texts::PAYMENTS_MADE, total, &[("paid", i18n::integer(paid))]);
    let has_mark = rows.iter().any(|row| row.is_in_pricing_currency);
    let count = rows.len();
    let failed = failed(&rows);
    let table = table(rows);
    view! {
        <p>{live_text(made)}</p>
        {failed}
        {if count > OPEN_MAX {
            let count = u64::try_from(count).unwrap_or(u64::MAX);
            let summary = move || t_with(texts::ALL_PAYMENTS, &[("count", i18n::integer(count))]);
            view! { <Disclosure summary>{table}</Disclosure> }.into_any()
        } else {
            table
        }}
        {has_mark.then(|| view! { <p class="hint">{t(texts::PRICING_CURRENCY_NOTE)}</p> })}
    }
    .into_any()
}

/// The refused attempts, before the table that may be folded.
fn failed(rows: &[PaymentRow]) -> Option<AnyView> {
    let failed: Vec<_> = rows.iter().filter(|row| row.is_failed()).collect();
    let count = u64::try_from(failed.len()).unwrap_or(u64::MAX);
    let days: Vec<_> = failed.iter().filter_map(|row| row.due).collect();
    let title = move || t_with(texts::PAYMENTS_FAILED, &[("count", i18n::integer(count))]);
    let days = move || days.iter().map(|day| i18n::date(*day)).collect::<Vec<_>>().join(" · ");
    let notice = view! {
        <Notice tone=Tone::Danger title>
            <p>{live_text(days)}</p>
        </Notice>
    };
    (count > 0).then(|| notice.into_any())
}

fn table(rows: Vec<PaymentRow>) -> AnyView {
    let columns = vec![
        Column::new(texts::DUE),
        Column::new(texts::PAID_ON),
        Column::new(texts::AMOUNT).number(),
        Column::new(texts::PAYMENT_STATUS),
    ];
    view! {
        <Table caption=texts::SCHEDULE columns>
            {rows.into_iter().map(row).collect_view()}
        </Table>
    }
    .into_any()
}

fn row(row: PaymentRow) -> AnyView {
    let due = row.due.map_or_else(not_stated, |due| view! { <DateText date=due /> }.into_any());
    let paid = match row.paid {
        Some(paid) => view! { <DateText date=paid /> }.into_any(),
        None => view! { <span class="muted">{t(texts::NOT_PAID)}</span> }.into_any(),
    };
    let mark = row.is_in_pricing_currency.then(|| {
        view! { " " <span class="mark">{t(texts::IN_PRICING_CURRENCY)}</span> }
    });
    let amount = row.amount.map_or_else(not_stated, amount_text);
    view! {
        <tr role="row">
            <RowHeader>{due}</RowHeader>
            <Cell label=texts::PAID_ON>{paid}</Cell>
            <Cell label=texts::AMOUNT is_number=true>{amount} {mark}</Cell>
            <Cell label=texts::PAYMENT_STATUS>
                {row.status.map_or_else(not_stated, status)}
                {row.reason.map(|reason| view! { <p class="hint" lang="en">{reason}</p> })}
            </Cell>
        </tr>
    }
    .into_any()
}

fn status(status: PaymentStatus) -> AnyView {
    let (tone, text) = match status {
        PaymentStatus::Succeeded => (Tone::Success, texts::PAYMENT_SUCCEEDED),
        PaymentStatus::Failed => (Tone::Danger, texts::PAYMENT_FAILED),
        PaymentStatus::Scheduled => (Tone::Neutral, texts::PAYMENT_SCHEDULED),
        PaymentStatus::Cancelled => (Tone::Neutral, texts::PAYMENT_CANCELLED),
        PaymentStatus::Other(unknown) => {
            return view! { <Badge>{unknown.to_string()}</Badge> }.into_any();
        }
    };
    view! { <Badge tone>{t(text)}</Badge> }.into_any()
}

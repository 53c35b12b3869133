//! Both quotes side by side, when they are not the same.

use crate::i18n::catalogue::{common, quote as texts, rules};
use crate::i18n::{self, Text, t};
use crate::ui::{Badge, Button, Cell, Column, Notice, RowHeader, Table, Tone, live_text};
use leptos::prelude::*;
use rust_decimal::Decimal;
use view_model::quote::figures::{Figure, Pair};

/// Both quotes side by side, and the way to a new one. `lines` is what the returned lines are called.
pub(in crate::quote) fn difference_table(
    pairs: Vec<Pair>,
    lines: &[String],
    again: Callback<()>,
) -> AnyView {
    let columns = vec![
        Column::new(texts::FIGURE),
        Column::new(texts::OURS).number(),
        Column::new(texts::THEIRS).number(),
        Column::new(texts::COMPARISON),
    ];
    let line = |pair: &Pair| pair.line.and_then(|place| lines.get(place).cloned());
    let rows = pairs.into_iter().map(|pair| row(line(&pair), pair)).collect_view();
    view! {
        <Notice tone=Tone::Danger title=texts::DIFFERS>
            <p>{t(texts::DIFFERS_WHY)}</p>
        </Notice>
        <Table caption=texts::DIFFERS columns>{rows}</Table>
        <div class="button-row">
            <Button on_click=Callback::new(move |_| again.run(()))>{t(texts::ASK_AGAIN)}</Button>
        </div>
    }
    .into_any()
}

fn row(line: Option<String>, pair: Pair) -> AnyView {
    let (tone, word) = match pair.agrees() {
        true => (Tone::Success, texts::SAME),
        false => (Tone::Danger, texts::DIFFERENT),
    };
    let Pair { figure, ours, theirs, .. } = pair;
    let line = line.map(|line| view! { <span class="detail">{line}</span> });
    view! {
        <tr role="row">
            <RowHeader>{t(name(figure))} {line}</RowHeader>
            <Cell label=texts::OURS is_number=true>{live_text(move || amount(ours.as_ref()))}</Cell>
            <Cell label=texts::THEIRS is_number=true>{live_text(move || amount(theirs.as_ref()))}</Cell>
            <Cell label=texts::COMPARISON>
                <Badge tone>{t(word)}</Badge>
            </Cell>
        </tr>
    }
    .into_any()
}

fn amount(amount: Option<&(Decimal, String)>) -> String {
    match amount {
        Some((amount, currency)) => i18n::money(&amount.to_string(), currency),
        None => common::NOT_STATED.get().to_owned(),
    }
}

const fn name(figure: Figure) -> Text {
    match figure {
        Figure::Payable => rules::INPUT_PAYABLE,
        Figure::CancelledInstalments => rules::INPUT_CANCELLED_INSTALMENTS,
        Figure::RefundUsd => rules::INPUT_REFUND_USD,
        Figure::UsedUsd => rules::INPUT_USED_USD,
        Figure::LimitUsd => rules::INPUT_LIMIT_USD,
        Figure::NetPayable => rules::INPUT_NET_PAYABLE,
        Figure::RefundsTotal => rules::INPUT_REFUNDS_TOTAL,
        Figure::PurchasesTotal => rules::INPUT_PURCHASES_TOTAL,
        Figure::Credit => rules::INPUT_CREDIT,
    }
}

//! Both quotes side by side, when they are not the same.

use super::compare::{Figure, Pair};
use crate::i18n::catalogue::{common, quote as texts, rules};
use crate::i18n::{self, Text, t};
use crate::ui::{Badge, Button, Cell, Column, Notice, RowHeader, Table, Tone, live_text};
use leptos::prelude::*;
use rust_decimal::Decimal;

/// A figure of both quotes.
#[derive(Clone, Debug)]
pub(in crate::quote) struct Difference {
    /// What it is.
    pub(in crate::quote) name: Text,
    /// Which line it is about, where there are several; else empty.
    pub(in crate::quote) line: String,
    /// What this page calculated: amount and currency.
    pub(in crate::quote) ours: Option<(Decimal, String)>,
    /// What the service calculated.
    pub(in crate::quote) theirs: Option<(Decimal, String)>,
    /// Whether both say the same.
    pub(in crate::quote) agrees: bool,
}

pub(super) fn differences(pairs: &[Pair], again: Callback<()>) -> AnyView {
    let of_pair = |pair: &Pair| Difference {
        name: name(pair.figure),
        line: String::new(),
        ours: pair.ours.clone(),
        theirs: pair.theirs.clone(),
        agrees: pair.agrees(),
    };
    difference_table(pairs.iter().map(of_pair).collect(), again)
}

/// Both quotes side by side, and the way to a new one.
pub(in crate::quote) fn difference_table(
    differences: Vec<Difference>,
    again: Callback<()>,
) -> AnyView {
    let columns = vec![
        Column::new(texts::FIGURE),
        Column::new(texts::OURS).number(),
        Column::new(texts::THEIRS).number(),
        Column::new(texts::COMPARISON),
    ];
    let rows = differences.into_iter().map(row).collect_view();
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

fn row(difference: Difference) -> AnyView {
    let (tone, word) = match difference.agrees {
        true => (Tone::Success, texts::SAME),
        false => (Tone::Danger, texts::DIFFERENT),
    };
    let Difference { name, line, ours, theirs, .. } = difference;
    let line = (!line.is_empty()).then(|| view! { <span class="detail">{line}</span> });
    view! {
        <tr role="row">
            <RowHeader>{t(name)} {line}</RowHeader>
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
    }
}

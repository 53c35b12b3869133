//! What a split or a merge will come to, in the question before it.

use super::outcome::unit_count;
use crate::i18n::catalogue::{common, configuration as texts, reservation};
use crate::i18n::{Text, t};
use crate::ui::{
    Badge, Button, ButtonKind, Cell, Column, Dialog, Notice, RowHeader, Table, live, live_text,
};
use leptos::prelude::*;
use leptos::text_prop::TextProp;
use view_model::Tone;

/// A reservation before or afterwards.
pub(super) struct Line {
    /// What it is called.
    pub(super) name: TextProp,
    /// How many units it has.
    pub(super) units: u32,
    /// Whether it comes into being; else it ends.
    pub(super) is_new: bool,
}

/// Asks before units are regrouped.
pub(super) fn question(
    is_open: RwSignal<bool>,
    title: Text,
    confirm: Text,
    renews: bool,
    lines: impl Fn() -> Vec<Line> + Send + 'static,
    commit: Callback<()>,
) -> AnyView {
    let close = Callback::new(move |_| is_open.set(false));
    let go = Callback::new(move |_| {
        is_open.set(false);
        commit.run(());
    });
    let actions = move || {
        view! {
            <Button on_click=close>{t(common::CANCEL)}</Button>
            <Button kind=ButtonKind::Danger on_click=go>{t(confirm)}</Button>
        }
    };
    let table = live(move || if is_open.get() { table(title, lines()) } else { ().into_any() });
    let renewal = renews.then(|| view! { <Notice tone=Tone::Warning title=texts::RENEWAL_ENDS /> });
    view! {
        <Dialog is_open title actions>
            {table}
            <p class="hint">{t(texts::STAYS_ALIKE)}</p>
            {renewal}
        </Dialog>
    }
    .into_any()
}

fn table(caption: Text, lines: Vec<Line>) -> AnyView {
    let columns = vec![
        Column::new(reservation::RESERVATION),
        Column::new(texts::UNITS).number(),
        Column::new(texts::FATE),
    ];
    let row = |line: Line| {
        let Line { name, units, is_new } = line;
        let (tone, fate) = match is_new {
            true => (Tone::Success, texts::BEGINS),
            false => (Tone::Neutral, texts::ENDS),
        };
        view! {
            <tr role="row">
                <RowHeader>{live_text(move || name.get())}</RowHeader>
                <Cell label=texts::UNITS is_number=true>{live_text(move || unit_count(units))}</Cell>
                <Cell label=texts::FATE>
                    <Badge tone>{t(fate)}</Badge>
                </Cell>
            </tr>
        }
    };
    let rows = lines.into_iter().map(row).collect_view();
    view! { <Table caption columns>{rows}</Table> }.into_any()
}

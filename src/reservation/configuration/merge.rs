//! Making one reservation of two of the same order.

use super::editor::Editor;
use super::fields::reason;
use super::outcome::name_and_units;
use super::preview::{Line, question};
use super::regroup::{Flow, Regrouping};
use super::split::why_not_now;
use crate::api::{Regroup, load};
use crate::i18n::catalogue::{common, configuration as texts};
use crate::i18n::{names, t, t_with};
use crate::reservation::part::{Part, loaded};
use crate::ui::{Button, Choice, RadioGroup, live, live_flag, live_text};
use azure::Reservation;
use leptos::prelude::*;
use std::sync::Arc;
use view_model::settings::{MergeObstacle, merge_obstacle};

/// Another reservation of the order.
#[derive(Clone, Debug)]
struct Sibling {
    id: String,
    name: String,
    units: u32,
    obstacle: Option<MergeObstacle>,
}

/// The choice of the other reservation, the question with what will come of it, and how far it is.
pub(super) fn merge_part(editor: Editor, record: &Arc<Reservation>) -> AnyView {
    let flow = Flow::new(editor, Regroup::Merge);
    let api = editor.api;
    let of = editor.of.get_value();
    let order =
        load(move || of.clone(), move |of| async move { api.order_reservations(&of).await });
    let this = Arc::clone(record);
    let siblings = loaded(order, 2, move |all| siblings_view(editor, flow, &this, &all));
    view! {
        <Part title=texts::MERGE>
            <p class="hint">{t(texts::MERGE_PURPOSE)}</p>
            {live(siblings)}
        </Part>
    }
    .into_any()
}

fn siblings_view(
    editor: Editor,
    flow: Flow,
    this: &Arc<Reservation>,
    all: &[Reservation],
) -> AnyView {
    let siblings: Vec<_> = all.iter().filter_map(|other| sibling(this, other)).collect();
    let nothing = if siblings.is_empty() { texts::NO_SIBLINGS } else { texts::NONE_MERGEABLE };
    let (mergeable, others): (Vec<_>, Vec<_>) =
        siblings.into_iter().partition(|sibling| sibling.obstacle.is_none());
    let has_any = !mergeable.is_empty();
    let mergeable: Arc<[Sibling]> = mergeable.into();
    let first = mergeable.first().filter(|_| mergeable.len() == 1);
    let chosen = RwSignal::new(first.map(|only| only.id.clone()).unwrap_or_default());
    let choices = (*mergeable).iter().cloned().map(|Sibling { id, name, units, .. }| {
        Choice::new(id, move || name_and_units(&name, units))
    });
    let choices: Vec<_> = choices.collect();
    let why_not = MaybeProp::derive(move || {
        let is_none = || (!has_any).then(|| nothing.get().to_owned());
        let is_open =
            || chosen.with(String::is_empty).then(|| texts::CHOOSE_OTHER.get().to_owned());
        editor.why_fixed().or_else(is_none).or_else(|| why_not_now(editor)).or_else(is_open)
    });
    let is_open = RwSignal::new(false);
    let commit = Callback::new(move |()| {
        let other = chosen.get_untracked();
        if !other.is_empty() {
            flow.send(Regrouping::MergedWith(other));
        }
    });
    let renews = this.properties().renew.unwrap_or_default();
    let renews = renews || all.iter().any(|other| other.properties().renew == Some(true));
    let this = Arc::clone(this);
    let lines = move || {
        let other = mergeable.iter().find(|sibling| sibling.id == chosen.get());
        other.map(|other| lines(&this, other)).unwrap_or_default()
    };
    let question = question(is_open, texts::MERGE_TITLE, texts::MERGE, renews, lines, commit);
    let is_fixed = live_flag(move || editor.why_fixed().or_else(|| editor.why_busy()).is_some());
    let choice = has_any.then(|| {
        view! {
            <fieldset class="bare" role="presentation" disabled=is_fixed>
                <RadioGroup
                    label=texts::MERGE_WITH
                    choices
                    value=chosen
                    on_change=Callback::new(move |id| chosen.set(id))
                />
            </fieldset>
        }
    });
    view! {
        {choice}
        {(!others.is_empty()).then(|| obstacles(others))}
        <div class="button-row">
            <Button on_click=Callback::new(move |_| is_open.set(true)) disabled_reason=why_not>
                {t(texts::MERGE_ASK)}
            </Button>
        </div>
        {live(move || reason(why_not.get().filter(|_| editor.why_fixed().is_none())))}
        {live(move || flow.progress(commit))}
        {question}
    }
    .into_any()
}

/// The other reservation with what stands against it; `None` for this one itself.
fn sibling(this: &Reservation, other: &Reservation) -> Option<Sibling> {
    let id = other.id.as_ref().filter(|id| Some(*id) != this.id.as_ref())?.name().to_owned();
    let properties = other.properties();
    Some(Sibling {
        name: properties.display_name.clone().unwrap_or_else(|| id.clone()),
        id,
        units: properties.quantity.unwrap_or_default(),
        obstacle: merge_obstacle(this, other),
    })
}

/// Those that cannot be chosen, each with the reason.
fn obstacles(others: Vec<Sibling>) -> AnyView {
    let row = |Sibling { name, units, obstacle, .. }: Sibling| {
        let name = live_text(move || name_and_units(&name, units));
        let why = live_text(move || obstacle.as_ref().map(obstacle_in_words).unwrap_or_default());
        view! { <li>{name} " – " <span class="muted">{why}</span></li> }
    };
    view! {
        <div class="obstacles">
            <h3>{t(texts::NOT_MERGEABLE)}</h3>
            <ul class="plain-list">{others.into_iter().map(row).collect_view()}</ul>
        </div>
    }
    .into_any()
}

/// What stands against a merge, in the language of this moment.
fn obstacle_in_words(obstacle: &MergeObstacle) -> String {
    let text = match obstacle {
        MergeObstacle::State(state) => {
            let unknown = common::NOT_STATED.get();
            let state = state.as_ref().map_or(unknown, |state| names::state(state)).to_owned();
            return t_with(texts::OTHER_STATE, &[("state", state)]);
        }
        MergeObstacle::Product => texts::OTHER_PRODUCT,
        MergeObstacle::Scope => texts::OTHER_SCOPE,
        MergeObstacle::Flexibility => texts::OTHER_FLEXIBILITY,
    };
    text.get().to_owned()
}

fn lines(this: &Reservation, other: &Sibling) -> Vec<Line> {
    let name = this.properties().display_name.clone().unwrap_or_default();
    let units = this.properties().quantity.unwrap_or_default();
    vec![
        Line { name: name.clone().into(), units, is_new: false },
        Line { name: other.name.clone().into(), units: other.units, is_new: false },
        // The first of them gives its name.
        Line { name: name.into(), units: units.saturating_add(other.units), is_new: true },
    ]
}

//! The field and the list below it, as one control: the focus stays in the field, and the keys move through the list.

use super::places::{Here, help, pages};
use super::results::{Group, Hit, Shelves, results};
use super::stock::Stock;
use crate::api::{Load, State, load, use_api, use_session};
use crate::i18n::catalogue::{common, find as texts};
use crate::i18n::{t, t_count};
use crate::paths::reservation_in;
use crate::platform::pointer::has_key;
use crate::platform::{collate, focus, keys};
use crate::problem::Problem;
use crate::query::use_query;
use crate::shell::{Finding, use_current_customer};
use crate::sign_in::may_see_people;
use crate::ui::{Icon, Switch, Symbol, live, live_attr, live_flag, live_text};
use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;
use portfolio::look_up::Words;
use view_model::address::parameter;

/// The id of the list, from which those of its groups and results are made.
const LIST: &str = "find";
/// Nobody types more; the paths of Azure are shorter.
const LETTERS_MAX: &str = "2000";

/// What the parts share.
#[derive(Clone, Copy)]
struct Desk {
    typed: RwSignal<String>,
    /// The place that the keys have gone to.
    place: RwSignal<usize>,
    found: Memo<Vec<Group>>,
    /// How many results can be gone through.
    shown: Memo<usize>,
    stock: Load<Stock>,
}

impl Desk {
    /// The result that Enter opens; another list may be shorter than the one before.
    fn active(self) -> Option<usize> {
        self.shown.get().checked_sub(1).map(|last| self.place.get().min(last))
    }

    fn key(self, event: &KeyboardEvent) {
        // With Enter somebody who writes by an input method chooses signs.
        let Some(now) = untrack(|| self.active()).filter(|_| !event.is_composing()) else { return };
        let last = self.shown.get_untracked() - 1;
        let goes_to = match event.key().as_str() {
            "ArrowDown" if now == last => 0,
            "ArrowDown" => now + 1,
            "ArrowUp" if now == 0 => last,
            "ArrowUp" => now - 1,
            "Home" if !event.shift_key() => 0,
            "End" if !event.shift_key() => last,
            "Enter" => {
                event.prevent_default();
                return focus::follow(&id_of(now), event.ctrl_key() || event.meta_key());
            }
            _ => return,
        };
        event.prevent_default();
        self.place.set(goes_to);
        focus::bring_into_sight(&id_of(goes_to));
    }
}

/// The search.
#[component]
pub fn Find() -> impl IntoView {
    let api = use_api();
    let typed = use_context::<Finding>().map(Finding::typed).unwrap_or_default();
    let stock = load(|| (), move |()| async move { Stock::read(api).await });
    let shelves = StoredValue::new(shelves());
    let found = Memo::new(move |_| {
        let words = Words::of(&typed.with(|typed| collate::fold(typed)));
        let stock = stock.ready();
        shelves.with_value(|shelves| results(&words, shelves, stock.as_deref()))
    });
    let shown = Memo::new(move |_| found.with(|all| all.iter().map(|it| it.hits.len()).sum()));
    let desk = Desk { typed, place: RwSignal::new(0), found, shown, stock };
    view! {
        <div class="find">
            {field(desk)}
            <p class="hint" role="status">{live_text(move || status(desk))}</p>
            {remarks(desk)}
            {list(desk)}
            {slash()}
        </div>
    }
    .into_any()
}

/// Whether the search opens by a single key.
fn slash() -> AnyView {
    let is_on = RwSignal::new(keys::slash_searches());
    let on_change = Callback::new(move |is_wanted| {
        keys::let_slash_search(is_wanted);
        is_on.set(is_wanted);
    });
    view! { <Switch label=texts::SLASH is_on on_change /> }.into_any()
}

/// What is found without asking anybody, as long as the search is open: over it nobody changes the language.
fn shelves() -> Shelves {
    untrack(|| {
        let query = use_query();
        let customer = query.get(parameter::CUSTOMER);
        let current = use_current_customer();
        let here = Here {
            name: customer.as_deref().and_then(|id| current.name_of(id)),
            customer,
            reservation: reservation_in(&query),
            is_signed_in: use_session().sign_in().is_some(),
            may_see_people: may_see_people(),
        };
        Shelves { pages: pages(&here), help: help(&here) }
    })
}

fn field(desk: Desk) -> AnyView {
    let input = NodeRef::<leptos::html::Input>::new();
    input.on_load(move |input| {
        input.set_value(&desk.typed.get_untracked());
        focus::focus(&input);
    });
    let on_input = move |event| {
        desk.place.set(0);
        desk.typed.set(event_target_value(&event));
    };
    view! {
        <div class="search">
            <Icon symbol=Symbol::Search />
            <input
                node_ref=input
                type="text"
                class="control"
                role="combobox"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                enterkeyhint="go"
                maxlength=LETTERS_MAX
                aria-label=t(texts::FIELD)
                placeholder=t(texts::FIELD)
                aria-autocomplete="list"
                aria-controls=LIST
                aria-expanded=live_attr(move || Some((desk.shown.get() > 0).to_string()))
                aria-activedescendant=live_attr(move || desk.active().map(id_of))
                on:input=on_input
                on:keydown=move |event| desk.key(&event)
            />
        </div>
    }
    .into_any()
}

/// What is read out while somebody types.
fn status(desk: Desk) -> String {
    let count = desk.found.with(|all| all.iter().map(|group| group.count).sum::<usize>());
    let is_asked = desk.typed.with(|typed| !typed.trim().is_empty());
    let is_reading = matches!(desk.stock.state(), State::Loading);
    match (is_reading, is_asked, count) {
        (true, _, _) => texts::READING.get().to_owned(),
        (false, false, _) => String::new(),
        (false, true, 0) => common::NOTHING_MATCHES.get().to_owned(),
        (false, true, count) => t_count(texts::COUNT, count as u64, &[]),
    }
}

/// What is not among the results, and why.
fn remarks(desk: Desk) -> AnyView {
    live(move || match desk.stock.state() {
        State::Loading => ().into_any(),
        State::Failed(error) => {
            let on_retry = Callback::new(move |()| desk.stock.reload());
            view! { <Problem error on_retry /> }.into_any()
        }
        State::Ready(stock) => {
            let count = stock.unusable() as u64;
            let words = live_text(move || t_count(texts::UNUSABLE, count, &[]));
            (count > 0).then(|| view! { <p>{words}</p> }).into_any()
        }
    })
}

fn list(desk: Desk) -> AnyView {
    let finding = use_context::<Finding>();
    let on_click = move |event: MouseEvent| {
        if let Some(finding) = finding.filter(|_| !has_key(&event)) {
            finding.close();
        }
    };
    view! {
        <div
            class="find-list"
            role="listbox"
            id=LIST
            aria-label=t(texts::RESULTS)
            hidden=live_flag(move || desk.shown.get() == 0)
        >
            {live(move || {
                let mut place = 0;
                let groups = desk.found.get().into_iter().enumerate().map(|(number, group)| {
                    let first = place;
                    place += group.hits.len();
                    part(desk, number, first, group, on_click)
                });
                groups.collect_view().into_any()
            })}
        </div>
    }
    .into_any()
}

/// A group, the first of whose results stands at a place of the list.
fn part(
    desk: Desk,
    number: usize,
    first: usize,
    group: Group,
    on_click: impl Fn(MouseEvent) + Copy + 'static,
) -> AnyView {
    let id = format!("{LIST}-group-{number}");
    let labelled_by = id.clone();
    let options = group.hits.into_iter().zip(first..).map(|(hit, place)| {
        let Hit { title, detail, address } = hit;
        let is_active = move || Some((desk.active() == Some(place)).to_string());
        view! {
            <a
                class="find-option"
                role="option"
                id=id_of(place)
                href=address
                tabindex="-1"
                aria-selected=live_attr(is_active)
                on:click=on_click
            >
                <span>{title}</span>
                " "
                {(!detail.is_empty()).then(|| view! { <span class="hint">{detail}</span> })}
            </a>
        }
    });
    let options = options.collect_view();
    view! {
        <div role="group" aria-labelledby=labelled_by>
            <p class="find-group" id=id role="presentation">{t(group.name)}</p>
            {options}
        </div>
    }
    .into_any()
}

/// The id of the result at a place.
fn id_of(place: usize) -> String {
    format!("{LIST}-{place}")
}

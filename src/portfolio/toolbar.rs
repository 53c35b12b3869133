//! What stands above the rows: search, filters with their counts, the columns, and views with a name.

use super::desk::Desk;
use super::table::column_name;
use crate::customers::{SearchField, ShownCount, integer};
use crate::export::export_menu;
use crate::i18n::catalogue::{
    common, customer, names as state_names, portfolio as texts, reservation as record,
};
use crate::i18n::{Text, calculations, names, t, t_with};
use crate::platform::{history, storage};
use crate::query::{Query, use_query};
use crate::quote::book::fact_name;
use crate::ui::{
    Button, ButtonKind, Icon, Menu, Switch, Symbol, TextField, live, live_flag, live_select,
    live_text, use_toasts,
};
use calculator::Phase;
use leptos::prelude::*;
use portfolio::columns::{Choice, Expiry, Facet, OutcomeKind};
use std::sync::Arc;
use view_model::Tone;
use view_model::address::{parameter as shared, split};
use view_model::portfolio::{
    Column, NamedView, View, facet_parameter, named_views, parameter, with_view, without_view,
    written_views,
};

/// Where the views with a name are kept.
const VIEWS_KEY: &str = "portfolio-views";

/// The filters that stand in the open; the others are in a menu.
const FIRST: [Facet; 3] = [Facet::Outcome, Facet::Expiry, Facet::ResourceType];
const FURTHER: [Facet; 7] = [
    Facet::Phase,
    Facet::Closing,
    Facet::Region,
    Facet::Currency,
    Facet::Term,
    Facet::BillingPlan,
    Facet::Lacking,
];

/// Search, filters and what the table looks like.
pub(super) fn toolbar(desk: Desk) -> AnyView {
    let query = use_query();
    let counts = Memo::new(move |_| Some((desk.shown.with(|shown| shown.len()), desk.count())));
    view! {
        <div class="toolbar">
            <SearchField label=texts::SEARCH search=desk.search />
            {FIRST.map(|facet| filter(desk, query, facet)).collect_view()}
            <Menu name=texts::FILTERS button=move || filters_button(desk)>
                <div class="portfolio-filters">
                    {ended(desk, query)}
                    {FURTHER.map(|facet| filter(desk, query, facet)).collect_view()}
                </div>
            </Menu>
            {columns_menu(desk, query)}
            {views_menu()}
            {export(desk)}
            {clear(desk, query)}
            <ShownCount words=customer::RESERVATIONS_SHOWN counts />
        </div>
        <p class="hint">{t(texts::SORT_HINT)}</p>
    }
    .into_any()
}

/// What is shown as a file, in the order in which it is; what is selected has a button of its own.
fn export(desk: Desk) -> AnyView {
    let has_selected = Memo::new(move |_| desk.selected.with(|selected| !selected.is_empty()));
    live(move || match has_selected.get() {
        true => ().into_any(),
        false => export_menu(Arc::new(move || Some(desk.luggage(desk.shown.get().into_inner())))),
    })
}

/// The button of the menu says how many of its filters are in force.
fn filters_button(desk: Desk) -> AnyView {
    let count = move || {
        desk.view.with(|view| {
            let chosen = FURTHER.iter().filter(|facet| !view.chosen_of(**facet).is_empty());
            chosen.count() + usize::from(view.shows_ended)
        })
    };
    let words = live_text(move || match count() {
        0 => texts::FILTERS.get().to_owned(),
        count => counted(texts::FILTERS.get(), count),
    });
    view! { {words} <Icon symbol=Symbol::ChevronDown /> }.into_any()
}

/// What is chosen, with the number of rows that it leaves.
fn counted(name: &str, count: usize) -> String {
    let values = [("filter", name.to_owned()), ("count", integer(count))];
    t_with(customer::FILTER_COUNT, &values)
}

fn ended(desk: Desk, query: Query) -> AnyView {
    let label = move || {
        let hidden = desk.found.with(|found| found.hidden_ended);
        match hidden {
            0 => texts::SHOW_ENDED.get().to_owned(),
            hidden => counted(texts::SHOW_ENDED.get(), hidden as usize),
        }
    };
    let is_on = Signal::derive(move || desk.view.with(|view| view.shows_ended));
    let on_change = Callback::new(move |is_on: bool| {
        query.set(&[(shared::ENDED, if is_on { "1" } else { "" }), (parameter::ROW, "")]);
    });
    view! { <Switch label=label is_on on_change /> }.into_any()
}

/// A filter by what there is to choose of a facet.
fn filter(desk: Desk, query: Query, facet: Facet) -> AnyView {
    let name = facet_parameter(facet);
    let choices = move || {
        let chosen = desk.view.with(|view| view.chosen_of(facet).to_owned());
        let choices = desk.choices(facet).into_iter().filter(|(_, key, _)| !key.is_empty());
        let mut choices: Vec<_> = choices
            .map(|(choice, key, count)| (counted(&choice_name(choice, &key), count), key))
            .collect();
        // A link may name one that is not there.
        if !chosen.is_empty() && choices.iter().all(|(_, key)| *key != chosen) {
            choices.push((counted(&chosen, 0), chosen.clone()));
        }
        if matches!(facet, Facet::ResourceType | Facet::Region) {
            choices.sort();
        }
        let any = (String::new(), customer::ANY_STATUS.get().to_owned());
        let choices = choices.into_iter().map(|(words, key)| (key, words));
        (std::iter::once(any).chain(choices).collect(), chosen)
    };
    let on_change =
        Callback::new(move |key: String| query.set(&[(name, &key), (parameter::ROW, "")]));
    live_select(facet_name(facet), choices, on_change, MaybeProp::default())
}

const fn facet_name(facet: Facet) -> Text {
    match facet {
        Facet::Customer => customer::CUSTOMER,
        Facet::Phase => record::STATE,
        Facet::Region => record::REGION,
        Facet::ResourceType => customer::TYPE,
        Facet::Term => record::TERM,
        Facet::BillingPlan => record::BILLING_PLAN,
        Facet::Currency => texts::CURRENCY,
        Facet::Expiry => customer::EXPIRES,
        Facet::Lacking => texts::LACKS,
        Facet::Outcome => texts::ON_RETURN,
        Facet::Closing => texts::WINDOW,
    }
}

fn choice_name(choice: Choice, key: &str) -> String {
    let text = match choice {
        Choice::ResourceType(_) => {
            return names::resource_type(&calculator::ResourceType::parse(key)).to_owned();
        }
        Choice::Region(_) => return names::region(key).to_owned(),
        Choice::Term(Some(term)) => return names::term(&term.into()).to_owned(),
        Choice::Customer(_) | Choice::Currency(_) => return key.to_owned(),
        Choice::Term(None) | Choice::Phase(None) | Choice::BillingPlan(None) => common::NOT_STATED,
        Choice::Phase(Some(phase)) => phase_name(phase),
        Choice::BillingPlan(Some(plan)) => calculations::billing_plan(plan),
        Choice::Expiry(expiry) => match expiry {
            Expiry::Over => customer::EXPIRED,
            Expiry::Within7Days => texts::WITHIN_7_DAYS,
            Expiry::Within30Days => customer::WITHIN_30_DAYS,
            Expiry::Within60Days => customer::WITHIN_60_DAYS,
            Expiry::Within90Days => customer::WITHIN_90_DAYS,
            Expiry::Later => customer::LATER,
            Expiry::Unknown => common::NOT_STATED,
        },
        Choice::Lacking(fact) => fact_name(fact),
        Choice::Outcome(kind) => outcome_name(kind),
        Choice::ClosingThisWeek => texts::WEEK,
    };
    text.get().to_owned()
}

const fn phase_name(phase: Phase) -> Text {
    match phase {
        Phase::Purchasing => texts::BEING_BOUGHT,
        Phase::Active => customer::ACTIVE,
        Phase::Changing => state_names::STATUS_PROCESSING,
        Phase::Expired => state_names::STATUS_EXPIRED,
        Phase::Ended => texts::RETURNED,
        Phase::Failed => state_names::STATUS_FAILED,
        Phase::Unknown => texts::OTHER_STATE,
    }
}

/// What becomes of a return.
pub(super) const fn outcome_name(kind: OutcomeKind) -> Text {
    match kind {
        OutcomeKind::ComesBack => texts::BACK,
        OutcomeKind::OverLimit => texts::CAPPED,
        OutcomeKind::Refused => texts::REFUSED,
        OutcomeKind::NotKnown => texts::NOT_KNOWN,
    }
}

/// Where the chosen columns are kept.
pub(super) const COLUMNS_KEY: &str = "portfolio-columns";

fn columns_menu(desk: Desk, query: Query) -> AnyView {
    let toggle = move |column: Column, is_shown: bool| {
        let now = desk.columns.get_untracked();
        let is_kept = |it: &&Column| if **it == column { is_shown } else { now.contains(it) };
        let keys: Vec<_> = Column::ALL.iter().filter(is_kept).map(|it| it.key()).collect();
        // A list of none is one as well.
        let written = if keys.is_empty() { "-".to_owned() } else { keys.join(",") };
        storage::set(COLUMNS_KEY, &written);
        query.set(&[(parameter::COLUMNS, &written)]);
    };
    let choice = move |column: &Column| {
        let column = *column;
        view! {
            <label class="choice">
                <input
                    type="checkbox"
                    prop:checked=live_flag(move || desk.columns.with(|it| it.contains(&column)))
                    on:change=move |event| toggle(column, event_target_checked(&event))
                />
                <span>{t(column_name(column))}</span>
            </label>
        }
    };
    view! {
        <Menu name=texts::COLUMNS button=|| menu_button(texts::COLUMNS)>
            <div class="portfolio-columns">{Column::ALL.iter().map(choice).collect_view()}</div>
        </Menu>
    }
    .into_any()
}

fn menu_button(label: Text) -> AnyView {
    view! { {t(label)} <Icon symbol=Symbol::ChevronDown /> }.into_any()
}

/// The views with a name, and keeping the one that is shown under one.
fn views_menu() -> AnyView {
    let views = RwSignal::new(named_views(&storage::get(VIEWS_KEY).unwrap_or_default()));
    let name = RwSignal::new(String::new());
    let toasts = use_toasts();
    let keep = move |all: Vec<NamedView>| match storage::set(VIEWS_KEY, &written_views(&all)) {
        true => views.set(all),
        false => toasts.show(Tone::Danger, untrack(|| texts::VIEW_NOT_SAVED.get())),
    };
    let save = Callback::new(move |_| {
        let shown = history::address();
        let view = NamedView {
            name: name.get_untracked().trim().to_owned(),
            query: split(&shown).1.to_owned(),
        };
        keep(with_view(&views.get_untracked(), view));
        name.set(String::new());
    });
    let unnamed = MaybeProp::derive(move || {
        name.with(|name| name.trim().is_empty()).then(|| texts::VIEW_NAME.get().to_owned())
    });
    let entry = move |view: NamedView| {
        let address = crate::paths::portfolio(&view.query);
        let (shown, gone) = (view.name.clone(), view.name.clone());
        let label = move || t_with(texts::REMOVE_VIEW, &[("name", view.name.clone())]);
        let remove = Callback::new(move |_| keep(without_view(&views.get_untracked(), &gone)));
        view! {
            <li>
                <a href=address>{shown}</a>
                <Button kind=ButtonKind::Quiet name=label on_click=remove>
                    <Icon symbol=Symbol::Cross />
                </Button>
            </li>
        }
    };
    view! {
        <Menu name=texts::VIEWS button=|| menu_button(texts::VIEWS)>
            {live(move || match views.get() {
                all if all.is_empty() => view! { <p class="hint">{t(texts::NO_VIEWS)}</p> }.into_any(),
                all => {
                    let entries = all.into_iter().map(entry).collect_view();
                    view! { <ul class="portfolio-views">{entries}</ul> }.into_any()
                }
            })}
            <TextField
                label=texts::VIEW_NAME
                value=name
                on_input=Callback::new(move |text| name.set(text))
            />
            <Button disabled_reason=unnamed on_click=save>{t(texts::SAVE_VIEW)}</Button>
        </Menu>
    }
    .into_any()
}

/// Shows everything that the page begins with again; and whose reservations alone are shown, if somebody's.
fn clear(desk: Desk, query: Query) -> AnyView {
    let clear = Callback::new(move |_| {
        desk.search.clear();
        let names = View::narrowing().into_iter();
        query.set(&names.map(|name| (name, "")).collect::<Vec<_>>());
    });
    let is_narrowed = Memo::new(move |_| desk.view.with(View::is_narrowed));
    let of = Memo::new(move |_| {
        let of = desk.view.with(|view| view.chosen_of(Facet::Customer).to_owned());
        Some(of).filter(|of| !of.is_empty())
    });
    let chip = move |customer: String| {
        let name = move || t_with(texts::OF_CUSTOMER, &[("name", desk.name_of(&customer))]);
        view! { <span class="badge tone-info">{live_text(name)}</span> }
    };
    view! {
        {live(move || of.get().map(chip).into_any())}
        {live(move || {
            is_narrowed
                .get()
                .then(|| view! { <Button on_click=clear>{t(common::CLEAR_FILTERS)}</Button> })
                .into_any()
        })}
    }
    .into_any()
}

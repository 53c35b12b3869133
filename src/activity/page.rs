//! The page: the changes of one customer, searched, and taken along.

use super::entry::{EntryWords, entry};
use crate::api::{Load, State, load, use_api};
use crate::customers::{
    Drawn, Search, SearchField, ShownCount, integer, of_known_customer, use_drawn, use_search,
};
use crate::i18n::catalogue::{activity as texts, common, customer, quote, shell};
use crate::i18n::{Text, t, t_with};
use crate::paths;
use crate::paths::route;
use crate::platform::{collate, download};
use crate::problem::{self, Problem};
use crate::shell::{agreement_notice, use_current_customer};
use crate::ui::{Breadcrumbs, Button, Crumb, Heading, Icon, Notice, Skeleton, Symbol, live};
use azure::Reservation;
use leptos::prelude::*;
use view_model::Tone;
use view_model::activity::{Activity, as_csv, as_json, plain};
use view_model::quote::letter::agreed::Agreed;

/// What was changed at the reservations of the customer that the address names.
#[component]
pub fn CustomerActivity() -> impl IntoView {
    of_known_customer(changes_of)
}

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct ActivityList {
    customer: StoredValue<String>,
    activities: Load<Vec<Activity>>,
    reservations: Load<Vec<Reservation>>,
    agreed: Load<Vec<Agreed>>,
    search: Search,
    drawn: Drawn,
}

impl ActivityList {
    /// The entries that the search finds, and how many there are; nothing until they are there. Followed
    /// in reactive closures, as is the language.
    fn found(self) -> Option<(Vec<(EntryWords, Activity)>, usize)> {
        let all = self.activities.ready()?;
        let needle = self.search.needle();
        // Without the names of the reservations their ids stand in their place.
        let reservations = self.reservations.ready();
        let reservations = reservations.as_deref().map(Vec::as_slice).unwrap_or_default();
        let customer = self.customer.get_value();
        let words = |activity: &Activity| {
            let words = EntryWords::of(activity, &customer, reservations);
            needle.is_in(&collate::fold(&words.text())).then(|| (words, activity.clone()))
        };
        Some((all.iter().filter_map(words).collect(), all.len()))
    }
}

fn changes_of(id: String) -> AnyView {
    let api = use_api();
    let customer = StoredValue::new(id.clone());
    let list = ActivityList {
        customer,
        activities: load(
            move || customer.get_value(),
            move |id: String| async move { api.activities(&id).await },
        ),
        reservations: load(
            move || customer.get_value(),
            move |id: String| async move { api.reservations(&id).await },
        ),
        agreed: load(
            move || customer.get_value(),
            move |id: String| async move { api.settlements(&id).await },
        ),
        search: use_search(),
        drawn: use_drawn(),
    };
    let counts = Memo::new(move |_| {
        let (found, total) = list.found()?;
        // "0 of 0" would only repeat that there is nothing.
        (total > 0).then_some((found.len(), total))
    });
    view! {
        <Breadcrumbs crumbs=crumbs(&id) />
        <Heading title=route::ACTIVITY.title summary=|| t(texts::SUMMARY) />
        {agreement_notice(id)}
        <div class="stack">
            <div class="toolbar">
                <SearchField label=texts::SEARCH search=list.search />
                {take_along(list)}
                <ShownCount words=texts::SHOWN counts />
            </div>
            {live(move || body(list))}
        </div>
    }
    .into_any()
}

/// The way to the list.
fn crumbs(id: &str) -> Vec<Crumb> {
    let current = use_current_customer();
    let shown = id.to_owned();
    let name = move || current.name_of(&shown).unwrap_or_else(|| shell::CUSTOMER.get().to_owned());
    vec![
        Crumb::link(shell::NAV_CUSTOMERS, paths::customers()),
        Crumb::link(name, paths::customer(id)),
        Crumb::here(texts::TITLE),
    ]
}

fn body(list: ActivityList) -> AnyView {
    match list.activities.state() {
        State::Loading => return view! { <Skeleton lines=8 /> }.into_any(),
        State::Failed(error) => {
            let retry = Callback::new(move |()| list.activities.reload());
            return view! { <Problem error on_retry=retry /> }.into_any();
        }
        State::Ready(all) if all.is_empty() => {
            return view! { <Notice title=texts::NOTHING_YET><p>{t(texts::NOTHING_YET_HINT)}</p></Notice> }
                .into_any();
        }
        State::Ready(_) => {}
    }
    let (found, _) = list.found().unwrap_or_default();
    if found.is_empty() {
        return view! { <Notice title=common::NOTHING_MATCHES /> }.into_any();
    }
    let next = list.drawn.next_of(found.len());
    let agreed = list.agreed.ready().unwrap_or_default();
    let entries: Vec<AnyView> = found
        .into_iter()
        .take(list.drawn.max())
        .map(|(words, activity)| {
            let id = plain(&activity.entry["id"]);
            let agreed = agreed.iter().find(|it| it.activity == id);
            entry(words, &activity.quote, agreed, &list.customer.get_value())
        })
        .collect();
    view! {
        {agreed_missing(list)}
        <ol class="activities">{entries}</ol>
        {(next > 0).then(|| more(list, next))}
    }
    .into_any()
}

/// Says beside the changes that it is not known what was agreed about them, where that can be: nobody is to take that
/// for nothing.
fn agreed_missing(list: ActivityList) -> Option<AnyView> {
    let State::Failed(error) = list.agreed.state() else { return None };
    list.activities.ready()?.iter().find(|activity| !activity.quote.is_null())?;
    let retry = Callback::new(move |()| list.agreed.reload());
    let why = problem::title(&error);
    let notice = view! {
        <Notice tone=Tone::Warning title=texts::AGREED_MISSING on_retry=retry>
            <p>{t(why)} "."</p>
        </Notice>
    };
    Some(notice.into_any())
}

fn more(list: ActivityList, next: usize) -> AnyView {
    let words = t_with(customer::SHOW_MORE, &[("count", integer(next))]);
    view! {
        <div>
            <Button on_click=Callback::new(move |_| list.drawn.more())>{words}</Button>
        </div>
    }
    .into_any()
}

/// Buttons that take along what the search finds.
fn take_along(list: ActivityList) -> AnyView {
    view! {
        <span class="button-row">
            {button(list, quote::DOWNLOAD_JSON, ("json", "application/json", as_json))}
            {button(list, texts::DOWNLOAD_CSV, ("csv", "text/csv", as_csv))}
        </span>
    }
    .into_any()
}

/// What a file is called, its media type, and what it holds.
type File = (&'static str, &'static str, fn(&[Activity]) -> String);

fn button(list: ActivityList, label: Text, (extension, media_type, contents): File) -> AnyView {
    let save = Callback::new(move |_| {
        let found = untrack(|| list.found());
        let Some((found, _)) = found else { return };
        let activities: Vec<Activity> = found.into_iter().map(|(_, activity)| activity).collect();
        let name = format!("activity-{}.{extension}", list.customer.get_value());
        download::save(&name, media_type, &contents(&activities));
    });
    let nothing = MaybeProp::derive(move || {
        let is_empty = list.activities.ready().is_none_or(|all| all.is_empty());
        is_empty.then(|| texts::NOTHING_YET.get().to_owned())
    });
    view! {
        <Button on_click=save disabled_reason=nothing>
            <Icon symbol=Symbol::Download />
            {t(label)}
        </Button>
    }
    .into_any()
}

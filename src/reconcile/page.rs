//! The page: of all customers, or of the one that the address names.

use super::reading::Reading;
use super::{row, words};
use crate::api::{State, load, use_api};
use crate::customers::{Drawn, ShownCount, integer, use_drawn};
use crate::i18n::catalogue::{
    common, customer, customers as customer_texts, radar, reconcile as texts, titles,
};
use crate::i18n::{self, Text, t, t_count, t_with};
use crate::paths::{self, route};
use crate::platform::clock;
use crate::problem::{self, Problem};
use crate::query::use_query;
use crate::ui::{
    Breadcrumbs, Button, Choice, Crumb, Heading, LinkButton, Notice, SelectField, Skeleton, live,
    live_text,
};
use chrono::NaiveDate;
use leptos::prelude::*;
use std::sync::Arc;
use view_model::CustomerSummary;
use view_model::Tone;
use view_model::address::parameter;
use view_model::reconcile::{Compared, Filter, Row, arrange};

/// Returns with what was booked for them.
#[component]
pub fn Reconciliation() -> impl IntoView {
    let (api, query) = (use_api(), use_query());
    let asked = Memo::new(move |_| query.text(parameter::CUSTOMER));
    let customers = load(
        move || asked.get(),
        move |asked: String| async move {
            let mut all = api.customer_summaries().await?;
            all.retain(|it| asked.is_empty() || it.customer_id.eq_ignore_ascii_case(&asked));
            Ok(all)
        },
    );
    view! {
        {live(move || crumbs(&asked.get(), customers.ready().as_deref().map(Vec::as_slice)))}
        <Heading title=route::RECONCILE.title summary=|| t(texts::SUMMARY) />
        {live(move || match customers.state() {
            State::Loading => view! { <Skeleton lines=8 /> }.into_any(),
            State::Failed(error) => {
                let retry = Callback::new(move |()| customers.reload());
                view! { <Problem error on_retry=retry /> }.into_any()
            }
            State::Ready(all) => compared(&all),
        })}
    }
    .into_any()
}

fn crumbs(asked: &str, customers: Option<&[CustomerSummary]>) -> AnyView {
    let mut crumbs = vec![Crumb::link(customer_texts::CUSTOMERS, paths::customers())];
    if let Some(customer) = customers.and_then(<[_]>::first).filter(|_| !asked.is_empty()) {
        crumbs.push(Crumb::link(customer.display_name.clone(), paths::customer(asked)));
    }
    crumbs.push(Crumb::here(titles::RECONCILE));
    view! { <Breadcrumbs crumbs /> }.into_any()
}

/// What has come of all customers.
#[derive(Clone, PartialEq, Default)]
struct Shown {
    rows: Vec<Arc<Row>>,
    files_until: Option<NaiveDate>,
    unread: usize,
}

/// The page of these customers. A service that does not say who has something to compare is asked about all.
fn compared(all: &[CustomerSummary]) -> AnyView {
    let customers: Vec<_> =
        all.iter().filter(|it| it.returns != Some(0)).cloned().map(Arc::new).collect();
    let count = customers.len();
    let reading = Reading::begin(use_api(), customers);
    let query = use_query();
    // A line of any customer tells how far files reach, so that nothing is said before all have come.
    let shown = Memo::new(move |_| {
        reading.read.with(|read| {
            if read.left > 0 {
                return Shown::default();
            }
            let files_until = read.compared.iter().filter_map(Compared::files_until).max();
            let of = |it: &Compared| it.rows(clock::today(), files_until);
            let mut rows: Vec<_> = read.compared.iter().flat_map(of).map(Arc::new).collect();
            arrange(&mut rows);
            let unread = read.compared.iter().map(|it| it.unread).sum();
            Shown { rows, files_until, unread }
        })
    });
    let filter = Memo::new(move |_| Filter::parse(&query.text(parameter::STATE)));
    let found = Memo::new(move |_| {
        let is_shown = |row: &&Arc<Row>| {
            filter.get().is_none_or(|filter| Filter::of(row.finding.state) == filter)
        };
        shown.with(|shown| shown.rows.iter().filter(is_shown).cloned().collect::<Vec<_>>())
    });
    let is_reading = Memo::new(move |_| reading.read.with(|read| read.left > 0));
    let counts = Memo::new(move |_| {
        let total = shown.with(|shown| shown.rows.len());
        (total > 0 && !is_reading.get()).then(|| (found.with(Vec::len), total))
    });
    let drawn = use_drawn();
    view! {
        <div class="stack">
            <div class="toolbar">
                {live(move || results(shown))}
                <ShownCount words=texts::SHOWN counts />
            </div>
            {failures(reading)}
            {live(move || match is_reading.get() {
                true => progress(reading, count),
                false => list(shown, found, drawn),
            })}
        </div>
    }
    .into_any()
}

/// The filter, which says how many rows each choice leaves.
fn results(shown: Memo<Shown>) -> AnyView {
    let query = use_query();
    let all = Choice::new("", customer::ANY_STATUS);
    let choices = Filter::ALL.map(|filter| {
        let count = shown.with_untracked(|shown| {
            shown.rows.iter().filter(|row| Filter::of(row.finding.state) == filter).count()
        });
        Choice::new(filter.key(), move || {
            let values =
                [("name", words::state(filter).get().to_owned()), ("count", integer(count))];
            t_with(texts::STATE_COUNT, &values)
        })
    });
    shown.track();
    let choices = std::iter::once(all).chain(choices).collect::<Vec<_>>();
    let value = Signal::derive(move || {
        Filter::parse(&query.text(parameter::STATE)).map_or("", Filter::key).to_owned()
    });
    let on_change = Callback::new(move |key: String| query.set(&[(parameter::STATE, &key)]));
    view! { <SelectField label=texts::RESULT choices value on_change /> }.into_any()
}

fn progress(reading: Reading, count: usize) -> AnyView {
    let words = move || {
        let done = count.saturating_sub(reading.read.with(|read| read.left));
        t_count(radar::READING, count as u64, &[("done", integer(done))])
    };
    view! {
        <p class="muted">{live_text(words)}</p>
        <Skeleton lines=8 />
    }
    .into_any()
}

/// The customers that are missing, whole or as far as something was agreed with them, with another try.
fn failures(reading: Reading) -> AnyView {
    let failed = Memo::new(move |_| {
        reading.read.with(|read| {
            let of = |text: Text| move |(customer, error)| (text, customer, error);
            let missing = read.failed.iter().cloned().map(of(radar::CUSTOMER_MISSING));
            let agreed = read.without_agreed.iter().cloned().map(of(texts::AGREED_MISSING));
            missing.chain(agreed).collect::<Vec<_>>()
        })
    });
    live(move || {
        let failed = failed.get();
        if failed.is_empty() {
            return ().into_any();
        }
        let lines: Vec<AnyView> = failed
            .into_iter()
            .map(|(words, customer, error)| {
                let name = [("customer", customer.display_name.clone())];
                let words = t_with(words, &name);
                let title = problem::title(&error);
                view! { <li>{words} " " {t(title)} "."</li> }.into_any()
            })
            .collect();
        let again = Callback::new(move |_| reading.try_again());
        view! {
            <Notice tone=Tone::Warning title=texts::INCOMPLETE>
                <ul>{lines}</ul>
                <Button on_click=again>{t(common::RETRY)}</Button>
            </Notice>
        }
        .into_any()
    })
}

fn list(shown: Memo<Shown>, found: Memo<Vec<Arc<Row>>>, drawn: Drawn) -> AnyView {
    let Shown { rows, files_until, unread } = shown.get();
    let files = live_text(move || match files_until {
        Some(day) => t_with(texts::FILES_UNTIL, &[("day", i18n::date(day))]),
        None => texts::NO_FILES.get().to_owned(),
    });
    let import = Signal::stored(paths::import());
    let files = view! {
        <p>{files} " " {t(texts::WHICH_FILES)}</p>
        <div><LinkButton address=import>{t(route::IMPORT.title)}</LinkButton></div>
    };
    let unread = (unread > 0).then(|| {
        let title = move || t_count(texts::UNREAD, unread as u64, &[]);
        view! { <Notice tone=Tone::Warning title /> }
    });
    if rows.is_empty() {
        return view! {
            {unread}
            <Notice title=texts::NOTHING>
                <p>{t(texts::NOTHING_HINT)}</p>
                {files}
            </Notice>
        }
        .into_any();
    }
    view! {
        {unread}
        {files}
        {live(move || {
            let found = found.get();
            if found.is_empty() {
                return view! { <Notice title=common::NOTHING_MATCHES /> }.into_any();
            }
            let next = drawn.next_of(found.len());
            let rows: Vec<AnyView> = found.iter().take(drawn.max()).map(row::row).collect();
            let more = (next > 0).then(|| {
                let words = t_with(customer::SHOW_MORE, &[("count", integer(next))]);
                view! { <div><Button on_click=Callback::new(move |_| drawn.more())>{words}</Button></div> }
            });
            view! { <ol class="activities">{rows}</ol> {more} }.into_any()
        })}
    }
    .into_any()
}

//! The page.

use super::bulk::selection_bar;
use super::desk::{Desk, Shared};
use super::summary::summary;
use super::table::table;
use super::together::requests;
use super::toolbar::toolbar;
use crate::api::{ApiError, State, load, use_api};
use crate::i18n::catalogue::{common, customers, portfolio as texts, titles};
use crate::i18n::t;
use crate::paths::{self, route};
use crate::problem::Problem;
use crate::quote::book::Book;
use crate::ui::{ButtonKind, Heading, LinkButton, Notice, Skeleton, live};
use leptos::prelude::*;

/// What the page shows. Only a change from one to another makes it anew.
#[derive(Clone, PartialEq)]
enum Body {
    Loading,
    Failed(ApiError),
    Nothing,
    Ready,
}

/// All reservations of all customers.
#[component]
pub fn Portfolio() -> impl IntoView {
    let api = use_api();
    let loaded = load(|| (), move |()| async move { Book::read(api, None).await });
    let body = Memo::new(move |_| match loaded.state() {
        State::Loading => Body::Loading,
        State::Failed(error) => Body::Failed(error),
        State::Ready(book) if book.portfolio.customers().is_empty() => Body::Nothing,
        State::Ready(_) => Body::Ready,
    });
    let book = Memo::new(move |before: Option<&Option<Shared<Book>>>| {
        // While it is read again, what was there stays.
        loaded.ready().map(Shared::of).or_else(|| before.cloned().flatten())
    });
    let on_retry = Callback::new(move |()| loaded.reload());
    view! {
        <Heading title=route::PORTFOLIO.title summary=|| t(texts::SUMMARY) actions=to_quick_quote />
        {live(move || match body.get() {
            Body::Loading => view! { <Skeleton lines=10 /> }.into_any(),
            Body::Failed(error) => view! { <Problem error on_retry /> }.into_any(),
            Body::Nothing => nothing(),
            Body::Ready => untrack(|| ready(book)),
        })}
    }
    .into_any()
}

/// Where reservations come from, while there are none.
fn nothing() -> AnyView {
    let all_customers = Signal::stored(paths::customers());
    view! {
        <Notice title=texts::NOTHING>
            <div class="button-row">
                <LinkButton kind=ButtonKind::Primary address=Signal::stored(paths::import())>
                    {t(customers::IMPORT_FILES)}
                </LinkButton>
                {to_quick_quote()}
                <LinkButton address=all_customers>{t(route::CUSTOMERS.title)}</LinkButton>
            </div>
        </Notice>
    }
    .into_any()
}

fn to_quick_quote() -> AnyView {
    let address = Signal::stored(paths::quick_quote());
    view! { <LinkButton address>{t(titles::QUICK_QUOTE)}</LinkButton> }.into_any()
}

fn ready(book: Memo<Option<Shared<Book>>>) -> AnyView {
    let Some(first) = book.get_untracked() else { return ().into_any() };
    let desk = Desk::new(Memo::new(move |_| book.get().unwrap_or_else(|| first.clone())));
    let is_empty = Memo::new(move |_| desk.shown.with(|shown| shown.is_empty()));
    view! {
        <div class="portfolio">
            {summary(desk)}
            {toolbar(desk)}
            {requests(desk)}
            {live(move || match is_empty.get() {
                true => view! { <Notice title=common::NOTHING_MATCHES /> }.into_any(),
                false => untrack(|| table(desk)),
            })}
            {selection_bar(desk)}
        </div>
    }
    .into_any()
}

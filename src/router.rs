//! Which page an address shows, without loading anything.
//!
//! Addresses are fixed paths with a query (see [`paths`](crate::paths)), so that a route is a comparison.
//! The router of Leptos, with its patterns, nesting and transitions, was twice the calculator's size.

use crate::i18n::catalogue::shell;
use crate::platform::lasting::Lasting;
use crate::platform::storage::tab;
use crate::platform::{document, history, scroll, timer};
use crate::ui::{Heading, Notice, Skeleton, live};
use leptos::prelude::*;
use std::cell::Cell;
use std::pin::Pin;
use std::time::Duration;
use view_model::Tone;
use view_model::address::{Parameters, parameters, split, value};
use wasm_bindgen_futures::spawn_local;

/// Where the application is; in the context of everything in [`Router`].
#[derive(Clone, Copy, Debug)]
pub struct Location {
    address: StoredValue<String>,
    path: Lasting<String>,
    query: Lasting<Parameters>,
}

/// Follows links and the history for what is in it.
#[component]
pub fn Router(
    /// What depends on the address.
    children: Children,
) -> impl IntoView {
    let location = Location::at(caught_up());
    provide_context(location);
    scroll::begin();
    history::on_travel(move || {
        // A step to another place of the same page is the browser's own affair.
        if location.show(caught_up()) {
            scroll::restore();
        }
    });
    history::on_link(document::base(), move |address| location.go(address, false));
    children().into_any()
}

/// Where the tab remembers an address that is to take the place of another one soon, and of which.
const SOON: &str = "soon";
/// So much later a browser has surely noted an address that it was told. A reload that begins before opens the former
/// one.
const NOTED: Duration = Duration::from_secs(1);

/// The address in the bar; what was to take its place when the page was left does so now.
fn caught_up() -> String {
    let current = history::address();
    let soon = tab::get(SOON);
    let soon = soon.as_ref().and_then(|soon| soon.split_once(' '));
    match soon.filter(|(place, _)| is_same(place, &current)) {
        Some((place, soon)) => {
            history::show(soon, true);
            forget_soon(place, soon);
            history::address()
        }
        None => current,
    }
}

/// `address` has taken the place of `former`: forgets that it was to, once a reload leads there.
fn forget_soon(former: &str, address: &str) {
    let mark = format!("{former} {address}");
    if tab::get(SOON).as_ref() != Some(&mark) {
        return tab::remove(SOON);
    }
    timer::after(NOTED, move || {
        if tab::get(SOON) == Some(mark) {
            tab::remove(SOON);
        }
    });
}

/// Whether two addresses are the same but for the slash that a static host adds to the one of a folder.
fn is_same(one: &str, other: &str) -> bool {
    let trimmed = |address| {
        let (path, query) = split(address);
        (path.trim_end_matches('/'), query)
    };
    trimmed(one) == trimmed(other)
}

/// Where the application is; call it while a component is made.
#[must_use]
pub fn use_location() -> Location {
    expect_context::<Location>()
}

impl Location {
    fn at(address: String) -> Self {
        let (path, query) = split(&address);
        let (path, query) = (Lasting::new(path.to_owned()), Lasting::new(parameters(query)));
        Self { address: StoredValue::new(address), path, query }
    }

    /// Shows what is at `address`; `false` where that is on the screen already, or nothing is any more.
    fn show(self, address: String) -> bool {
        if self.address.try_with_value(|shown| *shown == address) != Some(false) {
            return false;
        }
        let (path, query) = split(&address);
        // First which page it is: the former one need not read what is not for it.
        if self.path.try_with_untracked(|shown| shown != path) == Some(true) {
            self.path.try_set(path.to_owned());
        }
        let query = parameters(query);
        if self.query.try_with_untracked(|shown| *shown != query) == Some(true) {
            self.query.try_set(query);
        }
        self.address.set_value(address);
        true
    }

    /// The path with its base.
    #[must_use]
    pub fn path(self) -> Lasting<String> {
        self.path
    }

    /// The parameters of the query.
    #[must_use]
    pub fn query(self) -> Lasting<Parameters> {
        self.query
    }

    /// Goes to `address`, which carries the base path. A replacement takes the place of the current entry of
    /// the history and leaves the page where it was scrolled to.
    pub fn go(self, address: &str, is_replacement: bool) {
        let Some(current) = self.address.try_get_value() else { return };
        if current != address {
            history::show(address, is_replacement);
            self.show(history::address());
        }
        if is_replacement {
            forget_soon(&current, address);
        }
        if !is_replacement {
            scroll::to_top();
        }
    }
}

impl Location {
    /// Remembers that `address` is to take the place of the current one soon: a reload or a step in the history
    /// must not lose what is typed, and browsers stop a page that rewrites its address at every keystroke.
    pub fn go_soon(self, address: &str) {
        if let Some(current) = self.address.try_get_value() {
            if current == address {
                tab::remove(SOON);
            } else {
                tab::set(SOON, &format!("{current} {address}"));
            }
        }
    }

    /// Goes where the application is to be soon.
    pub fn catch_up(self) {
        self.show(caught_up());
    }
}

/// What draws a page.
pub type View = fn() -> AnyView;

/// A view on its way from another module; none if the module does not come.
pub type Arriving = Pin<Box<dyn Future<Output = Option<View>>>>;

/// One page.
#[derive(Clone, Copy, Debug)]
pub struct Page {
    /// Its paths without the base path. From one to the next the page stays.
    pub paths: &'static [&'static str],
    /// Brings its view.
    pub bring: fn() -> Arriving,
}

/// The page of the current address: the one with a route that has its path, else `fallback`.
pub fn pages(all: &'static [Page], fallback: View) -> AnyView {
    let path = use_location().path;
    let place = Memo::new(move |_| {
        path.with(|path| {
            all.iter().position(|page| page.paths.iter().any(|route| is_at(path, route)))
        })
    });
    let is_second = Cell::new(false);
    live(move || {
        let view = match place.get() {
            Some(place) => page(all[place]),
            None => untrack(fallback),
        };
        is_second.set(!is_second.get());
        // Two types by turns: Leptos turns a view into another one of its type, and what a person opened or
        // typed on one page would show on the next.
        if is_second.get() { view } else { vec![view].into_any() }
    })
}

/// The page with this route, whatever the address is.
pub fn page_at(all: &'static [Page], route: &str) -> Option<AnyView> {
    all.iter().find(|page| page.paths.contains(&route)).copied().map(page)
}

fn page(page: Page) -> AnyView {
    let failed =
        |again| view! { <Heading title=shell::PAGE_NOT_LOADED /> {not_arrived(again)} }.into_any();
    arriving(page.bring, || view! { <Skeleton /> }.into_any(), failed)
}

/// What stands in the place of a page, or of a part of it, whose module did not come.
pub fn not_arrived(again: Callback<()>) -> AnyView {
    view! { <Notice tone=Tone::Danger title=shell::PAGE_NOT_LOADED_ADVICE on_retry=again /> }
        .into_any()
}

/// How far the module of a page is.
#[derive(Clone, Copy, Debug)]
enum Arrival {
    Awaited,
    Here(View),
    Failed,
}

/// A view as soon as its module has come; `awaited` until then, and `failed` with a way to try again where it does not.
pub fn arriving(
    bring: fn() -> Arriving,
    awaited: View,
    failed: fn(Callback<()>) -> AnyView,
) -> AnyView {
    let arrival = RwSignal::new(Arrival::Awaited);
    let fetch = move || {
        arrival.set(Arrival::Awaited);
        spawn_local(async move {
            let arrived = bring().await.map_or(Arrival::Failed, Arrival::Here);
            // In a step of its own: a module that has come is set up first. Nobody waits for it once another
            // page is open.
            timer::after(Duration::ZERO, move || {
                arrival.try_set(arrived);
            });
        });
    };
    fetch();
    live(move || match arrival.get() {
        Arrival::Awaited => untrack(awaited),
        Arrival::Here(view) => untrack(view),
        Arrival::Failed => untrack(|| failed(Callback::new(move |()| fetch()))),
    })
}

/// Whether `path`, which has the base path, is that of `route`. A static host adds a slash to the address of a
/// folder.
fn is_at(path: &str, route: &str) -> bool {
    let base = document::base();
    let path = path.strip_prefix(base.trim_end_matches('/')).unwrap_or(path);
    path.trim_end_matches('/') == route.trim_end_matches('/')
}

/// The value of a parameter of the address in the bar, for code that stands outside of the router.
#[must_use]
pub fn current_parameter(name: &str) -> Option<String> {
    let address = history::address();
    value(&parameters(split(&address).1), name)
}

//! The application: what every page can rely on, and which page an address shows.

use crate::activity::CustomerActivity;
use crate::api::{Api, Session};
use crate::customers::{Customer, Customers};
use crate::platform::{document, leaving};
use crate::quote::{Comparison, Exchange, Refund};
use crate::radar::{CustomerRadar, Radar};
use crate::reservation::{AccessControl, Configuration, Overview, Properties};
use crate::rights::Rights;
use crate::shell::{NotFound, Resources, Roles, Shell};
use crate::support::{CustomerRequests, SupportRequest, Ticket};
use crate::ui::{Announcer, RouteAnnouncer, ToastRegion, Toasts};
use leptos::prelude::*;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::path;

/// The whole application.
#[component]
pub fn App() -> impl IntoView {
    let session = Session::restore();
    provide_context(session);
    let api = Api::new(session);
    provide_context(api);
    provide_context(Rights::new(api, session));
    provide_context(Announcer::default());
    provide_context(Toasts::default());
    // The router wants the base path without the slash at its end.
    let base = document::base().trim_end_matches('/').to_owned();
    // Before the router, which would hear of a step in the history first.
    leaving::watch();
    view! {
        <Router base>
            <RouteAnnouncer />
            <Shell>
                <Pages />
            </Shell>
            <ToastRegion />
        </Router>
    }
}

/// The page of the current address. The addresses themselves are made in [`paths`](crate::paths).
#[component]
fn Pages() -> impl IntoView {
    // One type for all pages keeps the router's code small.
    view! {
        <FlatRoutes fallback=|| view! { <NotFound /> }.into_any()>
            <Route path=path!("/") view=|| view! { <Customers /> }.into_any() />
            <Route path=path!("/customers") view=|| view! { <Customers /> }.into_any() />
            <Route path=path!("/customer") view=|| view! { <Customer /> }.into_any() />
            <Route path=path!("/customer/radar") view=|| view! { <CustomerRadar /> }.into_any() />
            <Route path=path!("/radar") view=|| view! { <Radar /> }.into_any() />
            <Route path=path!("/reservation") view=|| view! { <Overview /> }.into_any() />
            <Route
                path=path!("/reservation/access-control")
                view=|| view! { <AccessControl /> }.into_any()
            />
            <Route
                path=path!("/reservation/configuration")
                view=|| view! { <Configuration /> }.into_any()
            />
            <Route
                path=path!("/reservation/properties")
                view=|| view! { <Properties /> }.into_any()
            />
            <Route
                path=path!("/reservation/support-request/:step?")
                view=|| view! { <SupportRequest /> }.into_any()
            />
            <Route path=path!("/reservation/refund") view=|| view! { <Refund /> }.into_any() />
            <Route path=path!("/exchange") view=|| view! { <Exchange /> }.into_any() />
            <Route path=path!("/comparison") view=|| view! { <Comparison /> }.into_any() />
            <Route
                path=path!("/customer/support-requests")
                view=|| view! { <CustomerRequests /> }.into_any()
            />
            <Route path=path!("/support-request") view=|| view! { <Ticket /> }.into_any() />
            <Route path=path!("/customer/activity") view=|| view! { <CustomerActivity /> }.into_any() />
            <Route path=path!("/roles") view=|| view! { <Roles /> }.into_any() />
            <Route path=path!("/resources") view=|| view! { <Resources /> }.into_any() />
        </FlatRoutes>
    }
    .into_any()
}

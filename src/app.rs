//! The application: what every page can rely on, and which page an address shows.

use crate::activity::CustomerActivity;
use crate::api::{Api, Session};
use crate::customers::{Customer, Customers};
use crate::platform::leaving;
use crate::quote::{Comparison, Exchange, Refund};
use crate::radar::{CustomerRadar, Radar};
use crate::reservation::{AccessControl, Configuration, Overview, Properties};
use crate::rights::Rights;
use crate::router::{Page, Router, pages};
use crate::shell::{NotFound, Resources, Roles, Shell};
use crate::support::{CustomerRequests, SupportRequest, Ticket};
use crate::ui::{Announcer, RouteAnnouncer, ToastRegion, Toasts};
use leptos::prelude::*;

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
    // Before the router, which would hear of a step in the history first.
    leaving::watch();
    view! {
        <Router>
            <RouteAnnouncer />
            <Shell>
                {pages(PAGES, || view! { <NotFound /> }.into_any())}
            </Shell>
            <ToastRegion />
        </Router>
    }
}

/// The page of each route. The addresses themselves are made in [`paths`](crate::paths).
const PAGES: &[(&str, Page)] = &[
    ("/", || view! { <Customers /> }.into_any()),
    ("/customers", || view! { <Customers /> }.into_any()),
    ("/customer", || view! { <Customer /> }.into_any()),
    ("/customer/radar", || view! { <CustomerRadar /> }.into_any()),
    ("/radar", || view! { <Radar /> }.into_any()),
    ("/reservation", || view! { <Overview /> }.into_any()),
    ("/reservation/access-control", || view! { <AccessControl /> }.into_any()),
    ("/reservation/configuration", || view! { <Configuration /> }.into_any()),
    ("/reservation/properties", || view! { <Properties /> }.into_any()),
    ("/reservation/support-request/*", || view! { <SupportRequest /> }.into_any()),
    ("/reservation/refund", || view! { <Refund /> }.into_any()),
    ("/exchange", || view! { <Exchange /> }.into_any()),
    ("/comparison", || view! { <Comparison /> }.into_any()),
    ("/customer/support-requests", || view! { <CustomerRequests /> }.into_any()),
    ("/support-request", || view! { <Ticket /> }.into_any()),
    ("/customer/activity", || view! { <CustomerActivity /> }.into_any()),
    ("/roles", || view! { <Roles /> }.into_any()),
    ("/resources", || view! { <Resources /> }.into_any()),
];

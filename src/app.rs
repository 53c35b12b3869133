//! The application: what every page can rely on, and which page an address shows.

use crate::api::{Api, Session};
use crate::customers::{Customer, Customers};
use crate::modules;
use crate::platform::leaving;
use crate::reservation::Overview;
use crate::rights::Rights;
use crate::router::{Page, Router, pages};
use crate::shell::{NotFound, Shell};
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
    ("/", Page::Here(|| view! { <Customers /> }.into_any())),
    ("/customers", Page::Here(|| view! { <Customers /> }.into_any())),
    ("/customer", Page::Here(|| view! { <Customer /> }.into_any())),
    ("/customer/radar", Page::InModule(modules::customer_radar)),
    ("/radar", Page::InModule(modules::radar)),
    ("/reservation", Page::Here(|| view! { <Overview /> }.into_any())),
    ("/reservation/access-control", Page::InModule(modules::access_control)),
    ("/reservation/configuration", Page::InModule(modules::configuration)),
    ("/reservation/properties", Page::InModule(modules::properties)),
    ("/reservation/support-request/*", Page::InModule(modules::support_request)),
    ("/reservation/refund", Page::InModule(modules::refund)),
    ("/exchange", Page::InModule(modules::exchange)),
    ("/comparison", Page::InModule(modules::comparison)),
    ("/customer/support-requests", Page::InModule(modules::customer_requests)),
    ("/support-request", Page::InModule(modules::ticket)),
    ("/customer/activity", Page::InModule(modules::activity)),
    ("/roles", Page::InModule(modules::roles)),
    ("/resources", Page::InModule(modules::resources)),
];

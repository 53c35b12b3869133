//! The application: what every page can rely on, and which page an address shows.

use crate::api::{Api, Session};
use crate::modules;
use crate::platform::leaving;
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
    ("/", Page::InModule(modules::customers)),
    ("/customers", Page::InModule(modules::customers)),
    ("/customer", Page::InModule(modules::customer)),
    ("/customer/radar", Page::InModule(modules::customer_radar)),
    ("/radar", Page::InModule(modules::radar)),
    ("/reservation", Page::InModule(modules::overview)),
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

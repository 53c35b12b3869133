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
    ("/", modules::customers),
    ("/customers", modules::customers),
    ("/customer", modules::customer),
    ("/customer/radar", modules::customer_radar),
    ("/radar", modules::radar),
    ("/reservation", modules::overview),
    ("/reservation/access-control", modules::access_control),
    ("/reservation/configuration", modules::configuration),
    ("/reservation/properties", modules::properties),
    ("/reservation/support-request/*", modules::support_request),
    ("/reservation/refund", modules::refund),
    ("/exchange", modules::exchange),
    ("/comparison", modules::comparison),
    ("/customer/support-requests", modules::customer_requests),
    ("/support-request", modules::ticket),
    ("/customer/activity", modules::activity),
    ("/roles", modules::roles),
    ("/resources", modules::resources),
];

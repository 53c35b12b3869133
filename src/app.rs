//! The application: what every page can rely on, and which page an address shows.

use crate::api::{Api, Elsewhere, Session};
use crate::modules;
use crate::paths::parameter;
use crate::platform::leaving;
use crate::rights::Rights;
use crate::router::{self, Page, Router, pages};
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
    provide_context(Elsewhere::listening(shows_records_of));
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

/// Whether this tab shows records of the tenant with this GUID: on a page about it, or about all.
fn shows_records_of(tenant: &str) -> bool {
    let customer = router::current_parameter(parameter::CUSTOMER);
    tenant.is_empty() || customer.is_none_or(|customer| customer.eq_ignore_ascii_case(tenant))
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

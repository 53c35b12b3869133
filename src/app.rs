//! The application: what every page can rely on, and which page an address shows.

use crate::api::{Api, Elsewhere, Session};
use crate::pages;
use crate::paths::parameter;
use crate::platform::leaving;
use crate::rights::Rights;
use crate::router::{self, Router};
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
                {router::pages(pages::ALL, || view! { <NotFound /> }.into_any())}
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

//! The application: what every page can rely on, and which page an address shows.

use crate::api::{Api, Elsewhere, Session, use_api, use_session};
use crate::customers::WaysToCustomers;
use crate::pages;
use crate::paths::route;
use crate::platform::leaving;
use crate::rights::Rights;
use crate::router::{self, Router};
use crate::shell::{Finder, Inside, NotFound, Questions, Shell};
use crate::ui::{Announcer, RouteAnnouncer, ToastRegion, Toasts};
use leptos::prelude::*;
use view_model::address::parameter;

/// The whole application.
#[component]
pub fn App() -> impl IntoView {
    let session = Session::restore();
    provide_context(session);
    provide_context(Api::new(session));
    provide_context(Elsewhere::listening(shows_records_of));
    provide_context(Announcer::default());
    provide_context(Toasts::default());
    // Before the router, which would hear of a step in the history first.
    leaving::watch();
    view! {
        <Router>
            <RouteAnnouncer />
            {whole(session)}
            <ToastRegion />
        </Router>
    }
}

/// All pages in their frame; behind the door where people sign in, so that nothing is asked before.
fn whole(session: Session) -> AnyView {
    if session.sign_in().is_none() {
        return inside();
    }
    provide_context(Inside(inside));
    router::page_at(pages::ALL, route::SIGN_IN.path()).into_any()
}

fn inside() -> AnyView {
    provide_context(Rights::new(use_api(), use_session()));
    provide_context(Finder(pages::bring_search));
    provide_context(Questions(pages::bring_questions));
    provide_context(WaysToCustomers(pages::bring_ways_to_customers));
    view! { <Shell>{router::pages(pages::ALL, || view! { <NotFound /> }.into_any())}</Shell> }
        .into_any()
}

/// Whether this tab shows records of the tenant with this GUID: on a page about it, or about all.
fn shows_records_of(tenant: &str) -> bool {
    let customer = router::current_parameter(parameter::CUSTOMER);
    tenant.is_empty() || customer.is_none_or(|customer| customer.eq_ignore_ascii_case(tenant))
}

//! The pages, and the module that brings each. The same table gives their addresses and titles
//! ([`paths::route`](crate::paths::route)).
//!
//! A release has the frame around every page in its first module. The pages are in modules of their own, each
//! a file with everything that its pages need beside the frame; what several of them share is in each, and
//! runs once. The split is made by `cargo xtask dist` (feature `modules`); other builds have everything in
//! one piece and behave the same.

use crate::activity::CustomerActivity;
use crate::cap::{CustomerCap, CustomerPlan};
use crate::customers::{Customer, Customers, NoCustomers};
use crate::export::Data;
use crate::find::Find;
#[cfg(feature = "modules")]
use crate::i18n::{self, catalogue::FIRST_PAGES};
use crate::import::{ImportFiles, IncompleteReservations};
use crate::paths::route;
#[cfg(feature = "modules")]
use crate::platform::waiting::{self, Coming};
use crate::portfolio::Portfolio;
use crate::quote::{Comparison, Exchange, ExchangeLetter, QuickQuote, Refund, RefundLetter};
use crate::radar::{BeforeRightsEnd, CustomerRadar, Radar};
use crate::reconcile::Reconciliation;
use crate::reservation::{AccessControl, Configuration, Overview, Properties};
use crate::router::{Arriving, Page, View};
use crate::shell::{Asked, Resources, Roles};
use crate::sign_in::{Account, Confirmations, Door, People};
use crate::start::Start;
use crate::support::{CustomerRequests, SupportRequest, Ticket};
use leptos::prelude::*;
#[cfg(feature = "modules")]
use std::{cell::Cell, pin::Pin, rc::Rc};
#[cfg(feature = "modules")]
use wasm_split_helpers::SplitLoaderError;

/// A function that brings a view with its module, which `$split` alone points to.
macro_rules! bringing {
    ($(#[$about:meta])* $visibility:vis fn $name:ident by $split:ident: $view:ident in $module:ident) => {
        $(#[$about])*
        $visibility fn $name() -> Arriving {
            // It only points to the view, and so takes what the view needs into the module.
            #[cfg(feature = "modules")]
            {
                #[allow(non_snake_case, reason = "named as the page is")]
                #[wasm_split_helpers::wasm_split($module, fallible)]
                fn $split() -> Result<View, SplitLoaderError> {
                    Ok(|| view! { <$view /> }.into_any())
                }
                whole(stringify!($module), Box::pin($split()))
            }
            #[cfg(not(feature = "modules"))]
            Box::pin(std::future::ready(Some((|| view! { <$view /> }.into_any()) as View)))
        }
    };
}

macro_rules! pages {
    ($(
        $(#[$about:meta])*
        $page:ident($of:ident): $view:ident in $module:ident, titled $title:path, at [$($route:literal),+ $(,)?];
    )*) => {
        /// All of them.
        pub const ALL: &[Page] = &[$(Page {
            paths: route::$page.paths,
            bring: {
                bringing! { fn bring by $page: $view in $module }
                bring
            },
        }),*,
        #[cfg(debug_assertions)]
        COMPONENTS];
    };
}

/// Every component in every state, in development builds only: it is no page of the table, which the command that
/// completes a bundle reads.
#[cfg(debug_assertions)]
const COMPONENTS: Page = {
    fn bring() -> Arriving {
        let view: View = || view! { <crate::components::Components /> }.into_any();
        Box::pin(std::future::ready(Some(view)))
    }
    Page { paths: &["/components"], bring }
};

include!("pages/table.rs");

/// What brings a view from its module: a kind of future for each page, so that as little as can be is made of it.
#[cfg(feature = "modules")]
type Fetching = Pin<Box<dyn Future<Output = Result<View, SplitLoaderError>>>>;

/// A view from this module as soon as the words are here as well that the first pages do without. The later styles come
/// with the module (`xtask/scripts/modules.js`).
#[cfg(feature = "modules")]
fn whole(module: &str, view: Fetching) -> Arriving {
    let is_first = FIRST_PAGES.contains(&module);
    Box::pin(async move {
        if is_first {
            return view.await.ok();
        }
        let arrived = Rc::new(Cell::new(None));
        let arriving = Rc::clone(&arrived);
        let coming: Vec<Coming> = vec![
            Box::pin(async move {
                arriving.set(view.await.ok());
                true
            }),
            Box::pin(i18n::complete()),
        ];
        let has_come = waiting::all(coming).await;
        arrived.take().filter(|_| has_come)
    })
}

bringing! {
    /// Brings the search, which has a module of its own and comes when it is opened first.
    pub fn bring_search by bring_search: Find in find
}

bringing! {
    /// Brings the questions of the frame, with a module of their own that comes when the first of them is asked.
    pub fn bring_questions by bring_questions: Asked in questions
}

bringing! {
    /// Brings what stands in the place of a list without customers, which changes records as well.
    pub fn bring_ways_to_customers by bring_ways_to_customers: NoCustomers in questions
}

/// Every route that a static host has to answer, without the base path.
pub fn routes() -> impl Iterator<Item = &'static str> {
    route::ALL.iter().flat_map(|page| page.paths.iter().copied())
}

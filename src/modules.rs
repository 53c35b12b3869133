//! The pages that are downloaded when somebody opens them, each with the module that has it.
//!
//! A release has the frame around every page in its first module. The pages are in modules of their own, each
//! a file with everything that its pages need beside the frame; what several of them share is in each, and
//! runs once. The split is made by `cargo xtask dist` (feature `modules`); other builds have everything in
//! one piece and behave the same.

use crate::activity::CustomerActivity;
use crate::customers::{Customer, Customers};
use crate::quote::{Comparison, Exchange, Refund};
use crate::radar::{CustomerRadar, Radar};
use crate::reservation::{AccessControl, Configuration, Overview, Properties};
use crate::router::{Arriving, View};
use crate::shell::{Resources, Roles};
use crate::support::{CustomerRequests, SupportRequest, Ticket};
use leptos::prelude::*;

/// A function for each page that brings the module with its view.
macro_rules! pages {
    ($($page:ident: $view:ident in $module:ident;)*) => {
        $(
            #[doc = concat!("Brings [`", stringify!($view), "`].")]
            pub fn $page() -> Arriving {
                // It only points to the view, and so takes what the view needs into the module.
                #[cfg(feature = "modules")]
                {
                    #[wasm_split_helpers::wasm_split($module, fallible)]
                    fn $page() -> Result<View, wasm_split_helpers::SplitLoaderError> {
                        Ok(|| view! { <$view /> }.into_any())
                    }
                    Box::pin(async { $page().await.ok() })
                }
                #[cfg(not(feature = "modules"))]
                Box::pin(std::future::ready(Some((|| view! { <$view /> }.into_any()) as View)))
            }
        )*
    };
}

pages! {
    access_control: AccessControl in record;
    activity: CustomerActivity in survey;
    comparison: Comparison in exchange;
    configuration: Configuration in configuration;
    customer: Customer in customers;
    customer_radar: CustomerRadar in survey;
    customer_requests: CustomerRequests in support;
    customers: Customers in customers;
    exchange: Exchange in exchange;
    overview: Overview in record;
    properties: Properties in record;
    radar: Radar in survey;
    refund: Refund in refund;
    resources: Resources in survey;
    roles: Roles in survey;
    support_request: SupportRequest in support;
    ticket: Ticket in support;
}

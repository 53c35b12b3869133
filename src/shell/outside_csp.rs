//! Customers who buy outside the Cloud Solution Provider programme: what their pages say beside the badge.

use super::agreement::agreement_name;
use super::article::Article;
use super::session::{CurrentCustomer, use_current_customer};
use crate::i18n::catalogue::customer as words;
use crate::i18n::{t, t_with};
use crate::ui::{Notice, live, live_text};
use leptos::prelude::*;
use view_model::Tone;

/// Where Microsoft documents reservations for everyone who is not in the programme.
const GENERAL_DOCUMENTATION: &str = "azure/cost-management-billing/reservations";

/// The message on a page about the customer with this tenant GUID: which agreement it is, and where its
/// rules are. Nothing for a customer of the programme, and nothing until a page has told who it is.
pub(crate) fn agreement_notice(customer: String) -> AnyView {
    let current = use_current_customer();
    live(move || match current.outside_csp(&customer) {
        Some(agreement) => notice(agreement),
        None => ().into_any(),
    })
}

fn notice(agreement: String) -> AnyView {
    let why = live_text(move || {
        t_with(words::NOT_IN_CSP_WHY, &[("agreement", agreement_name(&agreement).to_owned())])
    });
    view! {
        <Notice tone=Tone::Info title=words::NOT_IN_CSP_TITLE>
            <p>{why}</p>
            <p><Article path=GENERAL_DOCUMENTATION>{t(words::GENERAL_DOCUMENTATION)}</Article></p>
        </Notice>
    }
    .into_any()
}

/// The mark of a quote for the customer with this tenant GUID, in the language of this moment; `None` for a
/// customer of the programme. Followed in reactive closures.
pub(crate) fn agreement_mark(current: CurrentCustomer, customer: &str) -> Option<String> {
    let agreement = current.outside_csp(customer)?;
    let values = [("agreement", agreement_name(&agreement).to_owned())];
    Some(t_with(words::NOT_IN_CSP_QUOTE, &values))
}

/// Why a partner cannot change anything for the customer with this tenant GUID, in the language of this
/// moment; `None` for a customer of the programme. Followed in reactive closures.
pub(crate) fn agreement_refusal(current: CurrentCustomer, customer: &str) -> Option<String> {
    current.outside_csp(customer).map(|_| words::CHANGE_NEEDS_CSP.get().to_owned())
}

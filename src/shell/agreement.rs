//! Customers who buy outside the Cloud Solution Provider programme: what the partner sees, and what not.

use super::article::Article;
use super::session::{CurrentCustomer, use_current_customer};
use view_model::CustomerSummary;

use crate::i18n::catalogue::customers as words;
use crate::i18n::{t, t_with};
use crate::ui::{Badge, Notice, live, live_text};
use leptos::prelude::*;
use view_model::Tone;

/// Where Microsoft documents reservations for everyone who is not in the programme.
const GENERAL_DOCUMENTATION: &str = "azure/cost-management-billing/reservations";

/// The badge of such a customer in a list, with what it means; nothing for a customer of the programme.
pub(crate) fn agreement_badge(customer: &CustomerSummary) -> Option<AnyView> {
    let agreement = customer.outside_csp()?.to_owned();
    let meaning = live_text(move || {
        t_with(words::NOT_IN_CSP_SHORT, &[("agreement", agreement_name(&agreement).to_owned())])
    });
    let view = view! {
        <span class="agreement">
            <Badge tone=Tone::Info>{t(words::NOT_IN_CSP)}</Badge>
            <span class="hint">{meaning}</span>
        </span>
    };
    Some(view.into_any())
}

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

/// What an agreement is called in the language of this moment.
fn agreement_name(agreement: &str) -> &str {
    match agreement {
        "MCA" => words::AGREEMENT_MCA.get(),
        "EA" => words::AGREEMENT_EA.get(),
        "MOSP" => words::AGREEMENT_MOSP.get(),
        unknown => unknown,
    }
}

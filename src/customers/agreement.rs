//! Customers who buy outside the Cloud Solution Provider programme: what the partner sees, and what not.

use crate::api::CustomerSummary;
use crate::i18n::catalogue::customers as words;
use crate::i18n::{t, t_with};
use crate::shell::Article;
use crate::ui::{Badge, Notice, Tone};
use leptos::prelude::*;

/// Where Microsoft documents reservations for everyone who is not in the programme.
const GENERAL_DOCUMENTATION: &str = "azure/cost-management-billing/reservations";

/// The badge of such a customer in a list, with what it means; nothing for a customer of the programme.
pub(super) fn badge(customer: &CustomerSummary) -> Option<AnyView> {
    let agreement = outside(customer)?;
    let meaning =
        move || t_with(words::NOT_IN_CSP_SHORT, &[("agreement", name(&agreement).to_owned())]);
    let view = view! {
        <span class="agreement">
            <Badge tone=Tone::Info>{t(words::NOT_IN_CSP)}</Badge>
            <span class="hint">{meaning}</span>
        </span>
    };
    Some(view.into_any())
}

/// The message on the page of such a customer; nothing for a customer of the programme.
pub(super) fn notice(customer: &CustomerSummary) -> Option<AnyView> {
    let agreement = outside(customer)?;
    let why = move || t_with(words::NOT_IN_CSP_WHY, &[("agreement", name(&agreement).to_owned())]);
    let view = view! {
        <Notice tone=Tone::Info title=words::NOT_IN_CSP_TITLE>
            <p>{why}</p>
            <p><Article path=GENERAL_DOCUMENTATION>{t(words::GENERAL_DOCUMENTATION)}</Article></p>
        </Notice>
    };
    Some(view.into_any())
}

fn outside(customer: &CustomerSummary) -> Option<String> {
    (!customer.is_in_csp()).then(|| customer.agreement_type.clone())
}

/// What an agreement is called in the language of this moment.
fn name(agreement: &str) -> &str {
    match agreement {
        "MCA" => words::AGREEMENT_MCA.get(),
        "EA" => words::AGREEMENT_EA.get(),
        "MOSP" => words::AGREEMENT_MOSP.get(),
        unknown => unknown,
    }
}

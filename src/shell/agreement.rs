//! Customers who buy outside the Cloud Solution Provider programme: their badge in lists.

use view_model::CustomerSummary;

use crate::i18n::catalogue::customers as words;
use crate::i18n::{t, t_with};
use crate::ui::{Badge, live_text};
use leptos::prelude::*;
use view_model::Tone;

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

/// What an agreement is called in the language of this moment.
pub(super) fn agreement_name(agreement: &str) -> &str {
    match agreement {
        "MCA" => words::AGREEMENT_MCA.get(),
        "EA" => words::AGREEMENT_EA.get(),
        "MOSP" => words::AGREEMENT_MOSP.get(),
        unknown => unknown,
    }
}

//! How much of a customer's yearly limit is used.

use view_model::CustomerSummary;
use view_model::customers::limit_permille;

use crate::i18n::catalogue::customers as words;
use crate::i18n::{self, t, t_with};
use crate::ui::{Meter, Tone};
use leptos::prelude::*;

/// From here on, in thousandths, the limit is pointed out.
const NEARLY_USED: u16 = 900;

/// How much of a customer's yearly limit is used, in USD as the service counts it.
#[component]
pub(super) fn LimitMeter(
    /// The customer.
    customer: CustomerSummary,
) -> impl IntoView {
    let Some(used) = customer.limit_used_usd else {
        return view! { <span class="hint">{t(words::LIMIT_NOT_KNOWN)}</span> }.into_any();
    };
    let permille = limit_permille(used, &customer);
    let tone = match permille {
        1000.. => Tone::Danger,
        NEARLY_USED.. => Tone::Warning,
        _ => Tone::Neutral,
    };
    let used = used.to_string();
    let limit = customer.limit_usd.to_string();
    let amounts = move || {
        let values = [("used", i18n::money(&used, "USD")), ("limit", i18n::money(&limit, "USD"))];
        t_with(words::USED_OF_LIMIT, &values)
    };
    view! { <Meter name=words::LIMIT_USED permille=permille words=amounts tone=tone /> }.into_any()
}

//! What the list means by its dates and amounts.

use super::reading::Start;
use crate::i18n::catalogue::{customer, radar as texts};
use crate::i18n::{Text, t, t_with};
use crate::shell::{PolicyChoice, policy_name};
use crate::ui::{Disclosure, live_text};
use calculator::Policy;
use leptos::prelude::*;

/// What is at stake in each kind of change.
const STAKES: [(Text, Text); 7] = [
    (customer::EXPIRES, texts::STAKE_EXPIRES),
    (texts::EXCHANGE_RIGHT, texts::STAKE_EXCHANGE),
    (texts::NOT_SOLD, texts::STAKE_EXCHANGE),
    (texts::FIRST_DAYS, texts::STAKE_FIRST_DAYS),
    (texts::LIMIT_BACK, texts::STAKE_LIMIT),
    (texts::SCOPE_GONE, texts::STAKE_EXCHANGE),
    (texts::BILLED, texts::STAKE_EXCHANGE),
];

/// The explanations above the list; where the USD come from is always in sight.
pub(super) fn legend(start: &Start, policy: PolicyChoice) -> AnyView {
    let rates = match start.rates.iter().flatten().next() {
        Some(_) => texts::RATES,
        None => texts::NO_RATES,
    };
    let rules = move || {
        let values =
            [("policy", policy_name(policy.get())), ("newest", policy_name(Policy::newest()))];
        t_with(texts::RULES, &values)
    };
    let stakes = STAKES.map(|(kind, stake)| {
        view! {
            <div class="property">
                <dt>{t(kind)}</dt>
                <dd>{t(stake)}</dd>
            </div>
        }
    });
    view! {
        <p class="hint">{t(rates)}</p>
        <Disclosure summary=texts::LEGEND>
            <dl class="properties radar-legend">{stakes.into_iter().collect_view()}</dl>
            <p class="hint">{t(texts::DATES_ARE_FIRST)}</p>
            <p class="hint">{live_text(rules)}</p>
        </Disclosure>
    }
    .into_any()
}

//! The same return under the newest rules, so that nobody is misled by an old one.

use super::answer::verdict_of;
use super::desk::{QuoteSignal, of_quote};
use crate::i18n::catalogue::quote as texts;
use crate::i18n::t;
use crate::quote::words;
use crate::shell::{policy_name, use_policy};
use crate::ui::{Badge, Button, live_text};
use calculator::Policy;
use leptos::prelude::*;
use view_model::quote::refund::Quoted;

/// The outcome under the newest policy.
pub(super) fn part(quoted: QuoteSignal) -> AnyView {
    view! {
        <section class="card part newest" aria-label=t(texts::NEWEST)>
            <h2>{t(texts::NEWEST)}</h2>
            <p class="muted">{live_text(|| policy_name(Policy::newest()))}</p>
            {of_quote(quoted, outcome)}
        </section>
    }
    .into_any()
}

fn outcome(quoted: &Quoted) -> AnyView {
    if std::ptr::eq(quoted.quote.policy, Policy::newest()) {
        return view! { <p>{t(texts::IS_NEWEST)}</p> }.into_any();
    }
    let newest = quoted.quote.newest;
    let chosen = use_policy();
    let (word, tone) = verdict_of(&newest);
    let refusal = newest.decision.refusal();
    let click = Callback::new(move |_| chosen.select(Policy::newest()));
    view! {
        <p class="newest-outcome">
            <data class="money" value=newest.payable.to_string()>
                {live_text(move || words::money(newest.payable))}
            </data>
            <Badge tone>{t(word)}</Badge>
            {refusal.map(|refusal| view! { <span>{t(words::refusal(refusal))}</span> })}
        </p>
        <div class="button-row">
            <Button on_click=click>{t(texts::USE_NEWEST)}</Button>
        </div>
    }
    .into_any()
}

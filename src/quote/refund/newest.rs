//! The same return under the newest rules, so that nobody is misled by an old one.

use super::answer::verdict;
use super::desk::QuoteSignal;
use crate::i18n::catalogue::quote as texts;
use crate::i18n::t;
use crate::quote::words;
use crate::shell::{policy_name, use_policy};
use crate::ui::{Badge, Button, live_text};
use calculator::{Assessment, Policy};
use leptos::prelude::*;

/// The outcome under the newest policy.
#[component]
pub(super) fn Newest(
    /// The quote.
    quoted: QuoteSignal,
) -> impl IntoView {
    let content = move || {
        quoted.with(|quoted| {
            let quote = &quoted.as_deref()?.quote;
            let is_newest = std::ptr::eq(quote.policy, Policy::newest());
            Some(if is_newest { same() } else { other(quote.newest) })
        })
    };
    let rules = move || policy_name(Policy::newest());
    view! {
        <section class="card part newest" aria-label=t(texts::NEWEST)>
            <h2>{t(texts::NEWEST)}</h2>
            <p class="muted">{rules}</p>
            {content}
        </section>
    }
    .into_any()
}

fn same() -> AnyView {
    view! { <p>{t(texts::IS_NEWEST)}</p> }.into_any()
}

fn other(newest: Assessment) -> AnyView {
    let chosen = use_policy();
    let (word, tone) = verdict(newest.decision);
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

//! What must be known beside the amounts: warnings, and where the sources disagree.

use super::desk::QuoteSignal;
use super::quoted::Quoted;
use crate::i18n::catalogue::quote as texts;
use crate::i18n::t;
use crate::quote::words;
use crate::ui::{Notice, Tone};
use calculator::{Disagreement, Warning};
use leptos::prelude::*;

/// The warnings of a quote.
#[component]
pub(super) fn Warnings(
    /// The quote.
    quoted: QuoteSignal,
) -> impl IntoView {
    // As a value of its own, so that typing does not have the same warnings announced again.
    let warnings = Memo::new(move |_| list(quoted, |quoted| &quoted.quote.warnings));
    let notices = move || {
        // The unknown limit is said in its own place.
        let said_elsewhere = |warning: &Warning| *warning == Warning::LimitUnknown;
        let warnings = warnings.get().into_iter().filter(|warning| !said_elsewhere(warning));
        let notice =
            |warning| view! { <Notice tone=Tone::Warning title=words::warning(warning) /> };
        warnings.map(notice).collect_view()
    };
    view! { <div class="stack notes">{notices}</div> }.into_any()
}

/// The questions on which the sources disagree and that matter for this quote.
#[component]
pub(super) fn Disagreements(
    /// The quote.
    quoted: QuoteSignal,
) -> impl IntoView {
    let disagreements = Memo::new(move |_| list(quoted, |quoted| &quoted.quote.disagreements));
    move || {
        let disagreements = disagreements.get();
        (!disagreements.is_empty()).then(|| section(disagreements))
    }
}

fn list<T: Clone>(quoted: QuoteSignal, field: fn(&Quoted) -> &Vec<T>) -> Vec<T> {
    quoted.with(|quoted| quoted.as_deref().map(|quoted| field(quoted).clone()).unwrap_or_default())
}

fn section(disagreements: Vec<Disagreement>) -> AnyView {
    let entries = disagreements.into_iter().map(|disagreement| {
        let (question, readings) = words::disagreement(disagreement);
        view! {
            <div>
                <dt>{t(question)}</dt>
                <dd>{t(readings)}</dd>
            </div>
        }
    });
    view! {
        <section class="card part" aria-label=t(texts::DISAGREEMENTS)>
            <h2>{t(texts::DISAGREEMENTS)}</h2>
            <dl class="disagreements">{entries.collect_view()}</dl>
        </section>
    }
    .into_any()
}

//! What must be known beside the amounts: warnings, and where the sources disagree.

use super::desk::QuoteSignal;
use crate::i18n::catalogue::quote as texts;
use crate::i18n::t;
use crate::quote::remark::remark_notices;
use crate::quote::words;
use crate::ui::{Notice, Tone, live};
use calculator::{Disagreement, Warning};
use leptos::prelude::*;
use view_model::quote::refund::Quoted;

/// What must be known of the terms of a quote, and its warnings.
pub(super) fn warnings(quoted: QuoteSignal) -> AnyView {
    // As values of their own, so that typing does not have the same warnings announced again.
    let remarks = Memo::new(move |_| list(quoted, |quoted| &quoted.remarks));
    let warnings = Memo::new(move |_| list(quoted, |quoted| &quoted.quote.warnings));
    view! {
        <div class="stack remarks">{remark_notices(remarks)}</div>
        {warning_notices(warnings)}
    }
    .into_any()
}

/// A message for each of the warnings.
pub(in crate::quote) fn warning_notices(warnings: Memo<Vec<Warning>>) -> AnyView {
    let notices = live(move || {
        // The unknown limit is said in its own place.
        let said_elsewhere = |warning: &Warning| *warning == Warning::LimitUnknown;
        let warnings = warnings.get().into_iter().filter(|warning| !said_elsewhere(warning));
        let notice =
            |warning| view! { <Notice tone=Tone::Warning title=words::warning(warning) /> };
        warnings.map(notice).collect_view().into_any()
    });
    view! { <div class="stack notes">{notices}</div> }.into_any()
}

/// The questions on which the sources disagree and that matter for this quote.
pub(super) fn disagreements(quoted: QuoteSignal) -> AnyView {
    disagreement_list(Memo::new(move |_| list(quoted, |quoted| &quoted.quote.disagreements)))
}

/// The questions with their answers; nothing where there is none.
pub(in crate::quote) fn disagreement_list(disagreements: Memo<Vec<Disagreement>>) -> AnyView {
    live(move || {
        let disagreements = disagreements.get();
        if disagreements.is_empty() { ().into_any() } else { section(disagreements) }
    })
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

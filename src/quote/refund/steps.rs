//! The steps of a quote: each with its rule, its source, its inputs, its formula and its result.

use super::desk::QuoteSignal;
use crate::i18n::catalogue::{common, quote as texts};
use crate::i18n::{t, t_count};
use crate::learn;
use crate::quote::words;
use crate::ui::{Disclosure, live, live_attr, live_text};
use calculator::{Citation, Step};
use leptos::prelude::*;

/// How every amount came about, unfolded on demand.
pub(super) fn part(quoted: QuoteSignal) -> AnyView {
    let steps = Memo::new(move |_| {
        quoted.with(|it| it.as_deref().map(|it| it.quote.steps.clone()).unwrap_or_default())
    });
    let summary = move || t_count(texts::STEPS, steps.with(Vec::len) as u64, &[]);
    view! {
        <section class="card part">
            <Disclosure summary>{step_list(steps)}</Disclosure>
        </section>
    }
    .into_any()
}

/// The steps one after the other.
pub(in crate::quote) fn step_list(steps: Memo<Vec<Step>>) -> AnyView {
    let steps = live(move || steps.get().into_iter().map(step).collect_view().into_any());
    view! { <ol class="steps">{steps}</ol> }.into_any()
}

fn step(step: Step) -> AnyView {
    let Step { rule, source, inputs, formula, relation, result } = step;
    let inputs = inputs.into_iter().map(|(name, value)| {
        view! {
            <div>
                <dt>{t(words::input(name))}</dt>
                <dd class="money">{live_text(move || words::value(&value))}</dd>
            </div>
        }
    });
    view! {
        <li class="step" data-rule=rule.id()>
            <p class="step-rule">{t(words::rule(rule))}</p>
            <dl class="step-inputs">{inputs.collect_view()}</dl>
            <p class="step-formula">
                <span class="visually-hidden">{t(texts::FORMULA)} ": "</span>
                <code>{live_text(move || words::formula(&formula))}</code>
                <span>" " {relation.sign()} " "</span>
                <strong class="money">{live_text(move || words::value(&result))}</strong>
            </p>
            <p class="hint">{t(texts::SOURCE)} ": " {citation(source)}</p>
        </li>
    }
    .into_any()
}

fn citation(source: Citation) -> AnyView {
    let label = live_text(move || words::source(&source));
    match source {
        Citation::Policy(article) | Citation::Documentation(article) => view! {
            <a href=live_attr(move || Some(learn::url(article.path))) target="_blank" rel="noreferrer">
                {label}
                <span class="visually-hidden">" (" {t(common::OPENS_NEW_TAB)} ")"</span>
            </a>
        }
        .into_any(),
        Citation::Recorded | Citation::Choice | Citation::Given => {
            view! { <span>{label}</span> }.into_any()
        }
    }
}

//! The parts of an answer that refunds and exchanges share: the verdict, the newest rules, warnings, where the
//! sources disagree, and the steps.

use crate::i18n::calculations;
use crate::i18n::catalogue::{common, quote as texts};
use crate::i18n::{Text, t, t_count};
use crate::learn;
use crate::shell::{policy_name, use_policy};
use crate::ui::{Badge, Button, Disclosure, Notice, live, live_attr, live_text};
use calculator::{
    Assessment, Citation, Decision, Disagreement, Money, Policy, Refusal, Step, Warning,
};
use leptos::prelude::*;
use view_model::Tone;
use view_model::quote::Shown;

/// What comes of a return in one word, and its colour.
pub(super) const fn verdict_of(assessment: &Assessment) -> (Text, Tone) {
    match calculations::is_unchecked(assessment) {
        true => UNCHECKED,
        false => verdict(assessment.decision),
    }
}

/// The verdict on a refund whose cap was not checked.
pub(super) const UNCHECKED: (Text, Tone) = (texts::NOT_CHECKED, Tone::Warning);

/// A decision in one word, and its colour.
pub(super) const fn verdict(decision: Decision) -> (Text, Tone) {
    match decision {
        Decision::Allowed => (texts::ALLOWED, Tone::Success),
        Decision::Capped => (texts::CAPPED, Tone::Warning),
        Decision::Refused(_) => (texts::REFUSED, Tone::Danger),
    }
}

/// That the answer is not that of the form, and whether it is an older one.
pub(super) fn stale(has_older: bool) -> AnyView {
    let title = if has_older { texts::STALE } else { texts::NO_QUOTE };
    view! { <Notice tone=Tone::Warning title=title /> }.into_any()
}

/// What the newest rules make of it.
pub(super) struct Newest {
    /// What the amount is called, where that needs to be said.
    pub(super) name: Option<Text>,
    /// What it comes to.
    pub(super) amount: Option<Money>,
    /// What is decided, in one word.
    pub(super) verdict: (Text, Tone),
    /// Why it is refused, where it is.
    pub(super) refusal: Option<Refusal>,
}

/// The same under the newest rules, so that nobody is misled by an old one; `policy` is that of the quote.
pub(super) fn newest(policy: &'static Policy, under: Newest) -> AnyView {
    let newest = Policy::newest();
    let content = if std::ptr::eq(policy, newest) {
        view! { <p>{t(texts::IS_NEWEST)}</p> }.into_any()
    } else {
        let Newest { name, amount, verdict: (word, tone), refusal } = under;
        let amount = amount.map(|amount| {
            view! {
                {name.map(|name| view! { <span class="muted">{t(name)}</span> })}
                <data class="money" value=amount.to_string()>
                    {live_text(move || calculations::money(amount))}
                </data>
            }
        });
        let chosen = use_policy();
        let click = Callback::new(move |_| chosen.select(newest));
        view! {
            <p class="newest-outcome">
                {amount}
                <Badge tone>{t(word)}</Badge>
                {refusal.map(|refusal| view! { <span>{t(calculations::refusal(refusal))}</span> })}
            </p>
            <div class="button-row">
                <Button on_click=click>{t(texts::USE_NEWEST)}</Button>
            </div>
        }
        .into_any()
    };
    view! {
        <section class="card part newest" aria-label=t(texts::NEWEST)>
            <h2>{t(texts::NEWEST)}</h2>
            <p class="muted">{live_text(move || policy_name(newest))}</p>
            {content}
        </section>
    }
    .into_any()
}

/// A list of the quote as a value of its own, so that typing does not have the same entries announced again.
pub(super) fn list<Q, F, T>(shown: Memo<Shown<Q, F>>, field: fn(&Q) -> &Vec<T>) -> Memo<Vec<T>>
where
    Shown<Q, F>: Send + Sync + 'static,
    T: Clone + PartialEq + Send + Sync + 'static,
{
    Memo::new(move |_| {
        shown.with(|it| it.quoted.as_deref().map(|it| field(it).clone()).unwrap_or_default())
    })
}

/// An amount in a list of amounts.
pub(super) fn amount_entry(class: &'static str, name: Text, amount: Money) -> AnyView {
    named_entry(class, t(name).into_any(), amount)
}

/// The same with a name that says more, such as how the amount comes about.
pub(super) fn named_entry(class: &'static str, name: AnyView, amount: Money) -> AnyView {
    view! {
        <div class=class>
            <dt>{name}</dt>
            <dd class="money">{live_text(move || calculations::money(amount))}</dd>
        </div>
    }
    .into_any()
}

/// A message for each of the warnings.
pub(super) fn warning_notices(warnings: Memo<Vec<Warning>>) -> AnyView {
    let notices = live(move || {
        // The unknown limit is said in its own place.
        let said_elsewhere = |warning: &Warning| *warning == Warning::LimitUnknown;
        let warnings = warnings.get().into_iter().filter(|warning| !said_elsewhere(warning));
        let notice =
            |warning| view! { <Notice tone=Tone::Warning title=calculations::warning(warning) /> };
        warnings.map(notice).collect_view().into_any()
    });
    view! { <div class="stack notes">{notices}</div> }.into_any()
}

/// The questions with their answers; nothing where there is none.
pub(super) fn disagreement_list(disagreements: Memo<Vec<Disagreement>>) -> AnyView {
    live(move || {
        let disagreements = disagreements.get();
        if disagreements.is_empty() { ().into_any() } else { disagreement_section(disagreements) }
    })
}

fn disagreement_section(disagreements: Vec<Disagreement>) -> AnyView {
    let entries = disagreements.into_iter().map(|disagreement| {
        let (question, readings) = calculations::disagreement(disagreement);
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

/// How every amount came about, unfolded on demand.
pub(super) fn steps(steps: Memo<Vec<Step>>) -> AnyView {
    view! { <section class="card part">{steps_after(().into_any(), steps)}</section> }.into_any()
}

/// As [`steps`], with more that explains the amounts before them.
pub(crate) fn steps_after(before: AnyView, steps: Memo<Vec<Step>>) -> AnyView {
    let summary = move || t_count(texts::STEPS, steps.with(Vec::len) as u64, &[]);
    let list = live(move || steps.get().into_iter().map(step).collect_view().into_any());
    view! {
        <Disclosure summary>
            <div class="stack">{before} <ol class="steps">{list}</ol></div>
        </Disclosure>
    }
    .into_any()
}

fn step(step: Step) -> AnyView {
    let Step { rule, source, inputs, formula, relation, result } = step;
    let inputs = inputs.into_iter().map(|(name, value)| {
        view! {
            <div>
                <dt>{t(calculations::input(name))}</dt>
                <dd class="money">{live_text(move || calculations::value(&value))}</dd>
            </div>
        }
    });
    view! {
        <li class="step" data-rule=rule.id()>
            <p class="step-rule">{t(calculations::rule(rule))}</p>
            <dl class="step-inputs">{inputs.collect_view()}</dl>
            <p class="step-formula">
                <span class="visually-hidden">{t(texts::FORMULA)} ": "</span>
                <code>{live_text(move || calculations::formula(&formula))}</code>
                <span>" " {relation.sign()} " "</span>
                <strong class="money">{live_text(move || calculations::value(&result))}</strong>
            </p>
            <p class="hint">{t(texts::SOURCE)} ": " {citation(source)}</p>
        </li>
    }
    .into_any()
}

fn citation(source: Citation) -> AnyView {
    let label = live_text(move || calculations::source(&source));
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

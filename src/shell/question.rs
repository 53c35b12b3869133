//! The questions before something is changed for everybody, and what brings them.
//!
//! They are not downloaded before the first of them is asked. Who makes the frame says what brings them.

use super::demo_data::start_over;
use super::policy_setting::policy_question;
use crate::api::Records;
use crate::i18n::catalogue::{common, shell};
use crate::i18n::t;
use crate::router::{Arriving, arriving};
use crate::ui::{Button, Dialog, Notice, live};
use calculator::Policy;
use leptos::prelude::*;
use view_model::Tone;

/// What brings the questions; in the context of the frame.
#[derive(Clone, Copy, Debug)]
pub struct Questions(pub fn() -> Arriving);

/// What is asked.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Question {
    /// Whether all records are replaced by these.
    StartOver(Records),
    /// Whether every customer's returns follow this policy from now on.
    Policy(Signal<&'static Policy>),
}

/// A question and whether it is asked; in the context of what [`Questions`] brings.
#[derive(Clone, Copy)]
struct Asking {
    question: Question,
    is_open: RwSignal<bool>,
}

/// Asks `question` whenever `is_open`; nothing where nobody brings questions.
pub(crate) fn question(question: Question, is_open: RwSignal<bool>) -> AnyView {
    let Some(Questions(bring)) = use_context() else { return ().into_any() };
    let was_asked = Memo::new(move |before: Option<&bool>| before == Some(&true) || is_open.get());
    live(move || match was_asked.get() {
        true => untrack(|| {
            provide_context(Asking { question, is_open });
            arriving(bring, || ().into_any(), failed)
        }),
        false => ().into_any(),
    })
}

/// The question that is asked.
#[component]
pub fn Asked() -> impl IntoView {
    let Asking { question, is_open } = expect_context::<Asking>();
    match question {
        Question::StartOver(records) => start_over(records, is_open),
        Question::Policy(asked) => policy_question(is_open, asked),
    }
}

fn failed(again: Callback<()>) -> AnyView {
    let Asking { is_open, .. } = expect_context::<Asking>();
    let close = move || {
        let on_click = Callback::new(move |_| is_open.set(false));
        view! { <Button on_click>{t(common::CLOSE)}</Button> }
    };
    view! {
        <Dialog is_open title=shell::NOT_ASKED actions=close>
            <Notice tone=Tone::Danger title=shell::QUESTION_NOT_LOADED on_retry=again>
                <p>{t(shell::PAGE_NOT_LOADED_ADVICE)}</p>
            </Notice>
        </Dialog>
    }
    .into_any()
}

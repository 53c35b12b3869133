//! Taking a quote along: as lines of text for people in the language in force, as JSON for programs, as a link, in
//! a request to support.

use crate::i18n::calculations;
use crate::i18n::catalogue::{comparison, letter as letter_texts, quote as texts, support};
use crate::i18n::{Text, t, t_with};
use crate::platform::download;
use crate::shell::policy_name;
use crate::support::ask_button;
use crate::ui::{Button, CopyButton, Icon, LinkButton, Symbol, live};
use calculator::{Decision, Disagreement, Money, Policy, Step, Warning};
use leptos::prelude::*;
use serde::Serialize;
use view_model::address::ReservationRef;
use view_model::support::Draft;

/// Lines of text, from the first on.
#[derive(Default)]
pub(super) struct Lines(String);

impl Lines {
    /// Adds a line; an empty one sets off what follows.
    pub(super) fn add(&mut self, line: &str) {
        if !self.0.is_empty() {
            self.0.push('\n');
        }
        self.0.push_str(line);
    }

    /// Adds a text with its placeholders filled in.
    pub(super) fn add_with(&mut self, text: Text, values: &[(&str, String)]) {
        self.add(&t_with(text, values));
    }

    /// Adds what something is called, and what it is.
    pub(super) fn named(&mut self, name: &str, value: String) {
        self.add_with(texts::TEXT_LINE, &[("name", name.to_owned()), ("value", value)]);
    }

    /// Adds an amount.
    pub(super) fn amount(&mut self, name: Text, amount: Money) {
        self.named(name.get(), calculations::money(amount));
    }

    /// Adds the rules of the quote.
    pub(super) fn rules(&mut self, policy: &'static Policy) {
        self.add_with(texts::UNDER_RULES, &[("policy", policy_name(policy))]);
    }

    /// Adds what was decided in one sentence, and why where it is a refusal.
    pub(super) fn decision(&mut self, sentence: Text, decision: Decision) {
        self.add(sentence.get());
        if let Some(refusal) = decision.refusal() {
            self.add(calculations::refusal(refusal).get());
        }
    }

    /// Adds what must be known beside the amounts, and what the newest rules make of it.
    pub(super) fn warnings_and_newest(&mut self, warnings: &[Warning], newest: String) {
        for warning in warnings {
            self.add(calculations::warning(*warning).get());
        }
        self.add("");
        let name = [texts::NEWEST.get(), " (", &policy_name(Policy::newest()), ")"].concat();
        self.named(&name, newest);
    }

    /// Adds the questions on which the sources disagree, with their answers, and every step.
    pub(super) fn disagreements_and_steps(
        &mut self,
        disagreements: &[Disagreement],
        steps: &[Step],
    ) {
        for disagreement in disagreements {
            let (question, readings) = calculations::disagreement(*disagreement);
            self.add(&[question.get(), " ", readings.get()].concat());
        }
        self.add("");
        for (step, number) in steps.iter().zip(1_usize..) {
            self.add(&[&number.to_string(), ". ", calculations::rule(step.rule).get()].concat());
            let (formula, result) =
                (calculations::formula(&step.formula), calculations::value(&step.result));
            self.add(&["   ", &formula, " ", step.relation.sign(), " ", &result].concat());
            let values = [
                ("name", texts::SOURCE.get().to_owned()),
                ("value", calculations::source(&step.source)),
            ];
            self.add(&["   ", &t_with(texts::TEXT_LINE, &values)].concat());
        }
    }

    /// The whole text.
    pub(super) fn into_text(self) -> String {
        self.0
    }
}

/// Request and answer in the shape of the calculator's JSON interface. What must be known stands beside them,
/// because a request with an unknown field is an error.
#[derive(Serialize)]
struct Exported<'a, R, A> {
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    request: &'a R,
    answer: &'a A,
}

/// A quote as JSON: the request that reproduces it, and its answer; `note` is what must be known of them.
pub(crate) fn exported<R: Serialize, A: Serialize>(
    note: Option<String>,
    request: &R,
    answer: &A,
) -> String {
    serde_json::to_string_pretty(&Exported { note, request, answer })
        .expect("requests and answers have only string keys, so they always serialise")
}

/// Why a quote that is not the form's cannot be taken along; `None` when it is.
pub(super) fn not_current(is_current: bool) -> Option<String> {
    (!is_current).then(|| texts::NOT_CURRENT.get().to_owned())
}

/// What is taken along.
pub(super) struct Taken {
    /// The quote as text.
    pub(super) text: Signal<String>,
    /// The address that reproduces it.
    pub(super) link: Signal<String>,
    /// The address of the comparison of the same terms, and why it cannot be opened.
    pub(super) comparison: (Signal<String>, MaybeProp<String>),
    /// The address of the letter about it, where there is one.
    pub(super) letter: Option<Signal<String>>,
    /// The name of the file and the quote as JSON; nothing where there is no quote.
    pub(super) file: Box<dyn Fn() -> Option<(String, String)> + Send + Sync>,
    /// Why it cannot be taken along.
    pub(super) not_now: MaybeProp<String>,
}

/// Buttons that take a quote along, and the way to the comparison of the same terms.
pub(super) fn part(taken: Taken) -> AnyView {
    let Taken { text, link, comparison: (comparison, not_compared), letter, file, not_now } = taken;
    let letter = letter.map(|address| {
        view! { <LinkButton address disabled_reason=not_now>{t(letter_texts::LETTER)}</LinkButton> }
    });
    let save = Callback::new(move |_| {
        if let Some((name, json)) = untrack(&file) {
            download::save(&name, "application/json", &json);
        }
    });
    view! {
        <section class="card part" aria-label=t(texts::TAKE_ALONG)>
            <h2>{t(texts::TAKE_ALONG)}</h2>
            <div class="button-row">
                <CopyButton what=texts::QUOTE_AS_TEXT text=text has_words=true disabled_reason=not_now />
                <CopyButton what=texts::LINK_TO_QUOTE text=link has_words=true disabled_reason=not_now />
                <Button on_click=save disabled_reason=not_now>
                    <Icon symbol=Symbol::Download />
                    {t(texts::DOWNLOAD_JSON)}
                </Button>
                {letter}
                <LinkButton address=comparison disabled_reason=not_compared>
                    {t(comparison::COMPARE)}
                </LinkButton>
            </div>
            {reason_in_sight(not_now)}
        </section>
    }
    .into_any()
}

/// Why something cannot be done now, in sight, since hovering is not for everyone.
pub(super) fn reason_in_sight(reason: MaybeProp<String>) -> AnyView {
    live(move || match reason.get() {
        Some(reason) => view! { <p class="hint reason">{reason}</p> }.into_any(),
        None => ().into_any(),
    })
}

/// Writes what a request to support says.
pub(super) type WriteDraft = Box<dyn Fn() -> Draft + Send + Sync>;

/// The button that starts a request to support about the quote. `mark` is what keeps support from taking it: the
/// customer's agreement; `not_now` why there is nothing to write about.
pub(super) fn support_button(
    of: ReservationRef,
    mark: MaybeProp<String>,
    not_now: MaybeProp<String>,
    write: WriteDraft,
) -> AnyView {
    let why =
        move || mark.get().map(|_| support::NEEDS_CSP.get().to_owned()).or_else(|| not_now.get());
    ask_button(of, why, write)
}

//! A quote as lines of text for people, in the language in force.

use crate::i18n::catalogue::quote as texts;
use crate::i18n::{Text, t_with};
use crate::quote::words;
use crate::shell::policy_name;
use calculator::{Decision, Disagreement, Money, Policy, Step, Warning};

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
        self.named(name.get(), words::money(amount));
    }

    /// Adds the rules of the quote.
    pub(super) fn rules(&mut self, policy: &'static Policy) {
        self.add_with(texts::UNDER_RULES, &[("policy", policy_name(policy))]);
    }

    /// Adds what was decided in one sentence, and why where it is a refusal.
    pub(super) fn decision(&mut self, sentence: Text, decision: Decision) {
        self.add(sentence.get());
        if let Some(refusal) = decision.refusal() {
            self.add(words::refusal(refusal).get());
        }
    }

    /// Adds what must be known beside the amounts, and what the newest rules make of it.
    pub(super) fn warnings_and_newest(&mut self, warnings: &[Warning], newest: String) {
        for warning in warnings {
            self.add(words::warning(*warning).get());
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
            let (question, readings) = words::disagreement(*disagreement);
            self.add(&[question.get(), " ", readings.get()].concat());
        }
        self.add("");
        for (step, number) in steps.iter().zip(1_usize..) {
            self.add(&[&number.to_string(), ". ", words::rule(step.rule).get()].concat());
            let (formula, result) = (words::formula(&step.formula), words::value(&step.result));
            self.add(&["   ", &formula, " ", step.relation.sign(), " ", &result].concat());
            let values =
                [("name", texts::SOURCE.get().to_owned()), ("value", words::source(&step.source))];
            self.add(&["   ", &t_with(texts::TEXT_LINE, &values)].concat());
        }
    }

    /// The whole text.
    pub(super) fn into_text(self) -> String {
        self.0
    }
}

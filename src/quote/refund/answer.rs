//! The answer in one look: the payable amount, large, and the decision in words.

use super::desk::{QuoteSignal, of_quote};
use crate::i18n::catalogue::quote as texts;
use crate::i18n::{self, Text, t, t_with};
use crate::quote::words;
use crate::shell::policy_name;
use crate::ui::{Badge, Notice, Tone, live, live_text};
use calculator::{Assessment, Decision};
use leptos::prelude::*;
use view_model::quote::refund::Quoted;

/// The payable amount and the decision. `mark` is said with them: that the rules are not those of the
/// customer's agreement.
pub(super) fn part(quoted: QuoteSignal, mark: MaybeProp<String>) -> AnyView {
    view! {
        <section class="card part headline" aria-label=t(texts::ANSWER)>
            <h2>{live_text(move || quoted.with(|quoted| title(quoted.as_deref()).get()))}</h2>
            {live(move || match mark.get() {
                Some(mark) => view! { <Notice tone=Tone::Warning title=mark /> }.into_any(),
                None => ().into_any(),
            })}
            {of_quote(quoted, headline)}
            <p class="hint">{t(texts::TWO_SIDES)}</p>
        </section>
    }
    .into_any()
}

fn headline(quoted: &Quoted) -> AnyView {
    let assessment = quoted.quote.assessment;
    let refusal = assessment.decision.refusal();
    let (word, tone) = verdict_of(&assessment);
    let sentence = words::outcome(&assessment);
    let (units, owned, day) = (quoted.case.units, quoted.case.holding.quantity(), quoted.case.on);
    let subject = move || {
        let values = [
            ("units", i18n::integer(units)),
            ("owned", i18n::integer(owned.into())),
            ("day", i18n::date(day)),
        ];
        t_with(texts::UNITS_ON_DAY, &values)
    };
    let policy = quoted.quote.policy;
    let rules = move || t_with(texts::UNDER_RULES, &[("policy", policy_name(policy))]);
    view! {
        <p class="payable">
            <data class="money" value=assessment.payable.to_string()>
                {live_text(move || words::money(assessment.payable))}
            </data>
        </p>
        <p class="verdict">
            <Badge tone>{t(word)}</Badge>
            <span>{t(sentence)}</span>
            {refusal.map(|refusal| view! { <strong>{t(words::refusal(refusal))}</strong> })}
        </p>
        <p class="muted">{live_text(subject)} <br /> {live_text(rules)}</p>
    }
    .into_any()
}

/// What the large amount is called.
pub(super) fn title(quoted: Option<&Quoted>) -> Text {
    match quoted.map(|quoted| words::is_unchecked(&quoted.quote.assessment)) {
        Some(true) => texts::PAYS_AT_MOST,
        Some(false) | None => texts::PAYABLE_TO_PARTNER,
    }
}

/// What comes of a return in one word, and its colour.
pub(in crate::quote) const fn verdict_of(assessment: &Assessment) -> (Text, Tone) {
    match words::is_unchecked(assessment) {
        true => UNCHECKED,
        false => verdict(assessment.decision),
    }
}

/// The verdict on a refund whose cap was not checked.
pub(in crate::quote) const UNCHECKED: (Text, Tone) = (texts::NOT_CHECKED, Tone::Warning);

/// A decision in one word, and its colour.
pub(in crate::quote) const fn verdict(decision: Decision) -> (Text, Tone) {
    match decision {
        Decision::Allowed => (texts::ALLOWED, Tone::Success),
        Decision::Capped => (texts::CAPPED, Tone::Warning),
        Decision::Refused(_) => (texts::REFUSED, Tone::Danger),
    }
}

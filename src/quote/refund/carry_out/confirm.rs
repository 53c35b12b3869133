//! The confirmation: what is given back, what is credited, and why.

use super::flow::{Flow, Offer, Stage};
use crate::draft::drafted;
use crate::i18n::catalogue::{common, quote as texts, rules};
use crate::i18n::{self, Language, Text, t, t_count, t_with};
use crate::quote::offer_dialog::open_while_offered;
use crate::quote::remark::remark_notices;
use crate::quote::words;
use crate::ui::{
    Button, ButtonKind, Choice, Dialog, Notice, SelectField, TextField, Tone, live, live_text,
};
use leptos::prelude::*;
use std::rc::Rc;

/// The reasons there are to choose; the last one needs words.
const REASONS: [(&str, Text); 5] = [
    ("not-needed", texts::REASON_NOT_NEEDED),
    ("mistake", texts::REASON_MISTAKE),
    ("wrong", texts::REASON_WRONG),
    ("replaced", texts::REASON_REPLACED),
    (OTHER, texts::REASON_OTHER),
];

const OTHER: &str = "other";

/// Asks whether the units of the offer are to be returned, and for which reason. `name` is what the
/// reservation is called.
pub(super) fn confirm(flow: Flow, name: String) -> AnyView {
    let chosen = drafted(&flow.key("reason"), String::new());
    let more = drafted(&flow.key("reason-more"), String::new());
    let offer = move || match flow.stage() {
        Stage::Offered(offer) => Some(offer),
        _ => None,
    };
    let is_offered = Rc::new(move || offer().is_some());
    // The form keeps what was typed.
    let is_open = open_while_offered(is_offered, Box::new(move || flow.stop()));
    let reason = move || reason(&chosen.get(), &more.get());
    let missing = MaybeProp::derive(move || {
        reason().is_none().then(|| texts::REASON_NEEDED.get().to_owned())
    });
    let commit = Callback::new(move |_| {
        if let (Some(offer), Some(reason)) = (untrack(offer), untrack(reason)) {
            flow.commit(offer, reason);
        }
    });
    let actions = move || {
        view! {
            <Button on_click=Callback::new(move |_| is_open.set(false))>{t(common::CANCEL)}</Button>
            <Button kind=ButtonKind::Danger on_click=commit disabled_reason=missing>
                {t(texts::CONFIRM)}
            </Button>
        }
        .into_any()
    };
    let consequences = live(move || match offer() {
        Some(offer) => consequences(&offer, &name),
        None => ().into_any(),
    });
    view! {
        <Dialog is_open title=texts::CONFIRM_TITLE actions>
            {consequences}
            <p class="hint">{t(texts::TWO_SIDES)}</p>
            <SelectField
                label=texts::REASON
                choices=choices()
                value=chosen
                on_change=Callback::new(move |choice| chosen.set(choice))
            />
            <TextField
                label=texts::REASON_MORE
                value=more
                on_input=Callback::new(move |text| more.set(text))
                is_optional=true
            />
        </Dialog>
    }
    .into_any()
}

fn choices() -> Vec<Choice> {
    let none = Choice::new("", texts::REASON_CHOOSE);
    let reasons = REASONS.into_iter().map(|(value, text)| Choice::new(value, text));
    std::iter::once(none).chain(reasons).collect()
}

fn question(offer: &Offer, name: &str) -> String {
    let quoted = &offer.quoted;
    let values = [
        ("units", i18n::integer(quoted.case.units)),
        ("name", name.to_owned()),
        ("amount", words::money(quoted.quote.assessment.payable)),
    ];
    t_count(texts::CONFIRM_WORDS, quoted.case.holding.quantity().into(), &values)
}

/// What the return brings: the credit, what is lost to the limit, and what is no longer charged.
fn consequences(offer: &Offer, name: &str) -> AnyView {
    let (question, name) = (Offer::clone(offer), name.to_owned());
    let question = live_text(move || self::question(&question, &name));
    let assessment = offer.quoted.quote.assessment;
    let lost = assessment.limit.map(|limit| limit.lost_to_limit).filter(|lost| !lost.is_zero());
    let cancelled = assessment.amounts.map(|amounts| amounts.cancelled_instalments);
    let cancelled = cancelled.filter(|cancelled| !cancelled.is_zero());
    let lost = lost.map(|lost| {
        let words = move || t_with(texts::LOST_IN_WORDS, &[("amount", words::money(lost))]);
        view! { <p class="lost-words">{live_text(words)}</p> }
    });
    let cancelled = cancelled.map(|cancelled| {
        let words = move || {
            let name = rules::INPUT_CANCELLED_INSTALMENTS.get().to_owned();
            t_with(texts::TEXT_LINE, &[("name", name), ("value", words::money(cancelled))])
        };
        view! { <p>{live_text(words)}</p> }
    });
    let unchecked = words::is_unchecked(&assessment).then(|| {
        view! { <Notice tone=Tone::Warning title=words::outcome(&assessment) /> }
    });
    let remarks = offer.quoted.remarks.clone();
    let remarks = remark_notices(Memo::new(move |_| remarks.clone()));
    view! {
        <p>{question}</p>
        {unchecked}
        {remarks}
        {lost}
        {cancelled}
    }
    .into_any()
}

/// The reason as Microsoft reads it, in English, with the person's own words; `None` while it is missing.
fn reason(chosen: &str, more: &str) -> Option<String> {
    let (value, text) = REASONS.into_iter().find(|(value, _)| *value == chosen)?;
    match more.trim() {
        "" if value == OTHER => None,
        "" => Some(text.in_language(Language::English).to_owned()),
        own if value == OTHER => Some(own.to_owned()),
        own => Some(format!("{}: {own}", text.in_language(Language::English))),
    }
}

//! What must be said about the terms of a quote wherever it goes: on screen, in its text and its JSON, in a
//! request to support and where it is confirmed.

use crate::i18n::calculations;
use crate::i18n::catalogue::quote as texts;
use crate::i18n::{self, t_with};
use crate::shell::policy_name;
use crate::ui::{Notice, live};
use calculator::UsdRate;
use leptos::prelude::*;
use view_model::Tone;
use view_model::quote::{Origin, Remark};

/// A remark in the language in force.
#[must_use]
pub fn in_words(remark: &Remark) -> String {
    match remark {
        Remark::UnknownPolicy { named, instead } => {
            let values = [("named", named.clone()), ("policy", policy_name(instead))];
            t_with(texts::UNKNOWN_POLICY, &values)
        }
        Remark::PastDay(day) => t_with(texts::PAST_DAY, &[("day", i18n::date(*day))]),
        Remark::OwnRate { rate, origin, known } => {
            let text = match origin {
                Origin::Link => texts::RATE_BY_LINK,
                Origin::Hand => texts::RATE_BY_HAND,
            };
            let said = t_with(text, &[("rate", i18n::number(rate.to_decimal()))]);
            let known = known.map(|(known, _)| {
                let far = UsdRate::from_decimal(known).ok();
                let far = far.and_then(|known| rate.far_from(known)).map(calculations::deviation);
                sentences([Some(calculations::known_rate(known)), far])
            });
            sentences([Some(said), known])
        }
        Remark::LinkedUse { of, is_used } => {
            let text = if *is_used { texts::USED_BY_LINK } else { texts::UNUSED_BY_LINK };
            match of {
                Some(of) => {
                    let values = [("name", of.clone()), ("value", text.get().to_owned())];
                    t_with(texts::TEXT_LINE, &values)
                }
                None => text.get().to_owned(),
            }
        }
        Remark::CurrentPrice { price, origin, bought_for } => {
            let by_link = (*origin == Origin::Link)
                .then(|| t_with(texts::PRICE_BY_LINK, &[("price", calculations::price(*price))]));
            sentences([by_link, calculations::beside_purchase(*price, *bought_for)])
        }
        Remark::OwnPrice { of, price, origin, listed } => {
            let text = match origin {
                Origin::Link => texts::OWN_PRICE_BY_LINK,
                Origin::Hand => texts::OWN_PRICE_BY_HAND,
            };
            let said =
                t_with(text, &[("what", of.clone()), ("price", calculations::price(*price))]);
            sentences([Some(said), listed.map(|listed| calculations::beside_list(*price, listed))])
        }
        Remark::FeeRate { rate, origin, policy } => {
            let by_link = (*origin == Origin::Link)
                .then(|| t_with(texts::FEE_BY_LINK, &[("rate", calculations::fee_rate(*rate))]));
            sentences([by_link, calculations::fee_question(*rate, policy)])
        }
    }
}

/// One sentence after the other.
fn sentences<const N: usize>(parts: [Option<String>; N]) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The remarks one below the other; nothing where there is none.
pub(super) fn words_of(remarks: &[Remark]) -> Vec<String> {
    remarks.iter().map(in_words).collect()
}

/// What goes into a file beside the quote: what else is said of it, then the remarks.
pub(super) fn note(mut said: Vec<String>, remarks: &[Remark]) -> Option<String> {
    said.extend(words_of(remarks));
    (!said.is_empty()).then(|| said.join("\n"))
}

/// A message for each of the remarks.
pub(super) fn remark_notices(remarks: Memo<Vec<Remark>>) -> AnyView {
    live(move || {
        let notice = |remark: Remark| {
            let words = move || in_words(&remark);
            view! { <Notice tone=Tone::Warning title=words /> }
        };
        remarks.get().into_iter().map(notice).collect_view().into_any()
    })
}

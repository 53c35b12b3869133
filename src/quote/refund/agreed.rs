//! What is agreed with the customer about the credit: typed at the letter, remembered by the tab and carried by the
//! address, and kept with the return when it is carried out. Links to the quote leave it out, since anybody may get
//! them.

use crate::i18n::catalogue::{letter as texts, rules};
use crate::i18n::{self, t};
use crate::query::use_query;
use crate::quote::answer::amount_entry;
use crate::quote::form::decimal_sign;
use crate::quote::kept;
use calculator::Settlement;
use leptos::prelude::*;
use view_model::address::{ReservationRef, value};
use view_model::quote::letter::agreed::Terms;
use view_model::quote::letter::{FormText, TermsError, link};
use view_model::quote::refund::Quoted;

/// What the partner keeps of a return: what the letter of this tab last said, or else what the address says.
pub(super) fn of(of: &ReservationRef) -> Signal<FormText> {
    let query = use_query();
    let recalled = StoredValue::new(kept::recalled(of));
    Signal::derive(move || {
        let start = FormText::start(i18n::current());
        let said = |name: &str| match &*recalled.read_value() {
            Some(recalled) => value(recalled, name),
            None => query.get(name),
        };
        link::form(said, start, decimal_sign())
    })
}

/// The same for the address of the letter.
pub(super) fn parameters(kept: Signal<FormText>) -> [(&'static str, String); 2] {
    kept.with(|kept| link::kept(kept, decimal_sign()))
}

fn divided(
    kept: Signal<FormText>,
    quoted: &Quoted,
) -> Result<Option<(Terms, Settlement)>, Vec<TermsError>> {
    let credited = quoted.quote.assessment.payable;
    kept.with(|kept| Terms::of(kept, credited, decimal_sign()))
}

/// What is sent with the return.
pub(super) fn terms(kept: Signal<FormText>, quoted: &Quoted) -> Option<Terms> {
    divided(kept, quoted).ok().flatten().map(|(terms, _)| terms)
}

/// Why a quote cannot be carried out with it; `None` when it can.
pub(super) fn not_now(kept: Signal<FormText>, quoted: &Quoted) -> Option<String> {
    divided(kept, quoted).is_err().then(|| texts::AGREED_WRONG.get().to_owned())
}

/// How the credit is divided; nothing where the partner keeps nothing.
pub(super) fn part(kept: Signal<FormText>, quoted: &Quoted) -> AnyView {
    let Ok(Some((_, settlement))) = divided(kept, quoted) else { return ().into_any() };
    let Settlement { credited, handling_fee, margin, received } = settlement;
    view! {
        <section aria-label=t(texts::AGREED)>
            <p class="hint">{t(texts::AGREED)}</p>
            <dl class="limit-parts">
                {amount_entry("", rules::INPUT_PAYABLE, credited)}
                {amount_entry("", texts::HANDLING_FEE, handling_fee)}
                {amount_entry("", texts::KEPT_MARGIN, margin)}
                {amount_entry("", texts::CUSTOMER_RECEIVES, received)}
            </dl>
        </section>
    }
    .into_any()
}

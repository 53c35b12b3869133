//! Asking Microsoft's support for the refund, with the quote in the request.

use super::text;
use crate::i18n::catalogue::{quote, support as texts};
use crate::i18n::{self, t, t_count};
use crate::paths::ReservationRef;
use crate::support::{Draft, ask_button, id_lines};
use leptos::prelude::*;
use view_model::quote::refund::{Quoted, Shown};

/// Why no request can be written now. Boxed as [`WriteDraft`] is, so that a refund and an exchange share the
/// code of the button.
pub(in crate::quote) type WhyNot = Box<dyn Fn() -> Option<String> + Send + Sync>;

/// Writes what a request says.
pub(in crate::quote) type WriteDraft = Box<dyn Fn() -> Draft + Send + Sync>;

/// The part of the page that starts a request about the quote on screen. `name` is what the reservation is
/// called, `mark` what keeps support from taking the request: the customer's agreement.
pub(super) fn ask_support(
    of: ReservationRef,
    shown: Memo<Shown>,
    name: String,
    mark: MaybeProp<String>,
) -> AnyView {
    let not_now: WhyNot = Box::new(move || {
        let is_current = shown.with(|shown| shown.is_current() && shown.quoted.is_some());
        let why = match mark.with(Option::is_some) {
            true => Some(texts::NEEDS_CSP),
            false => (!is_current).then_some(quote::NOT_CURRENT),
        };
        why.map(|why| why.get().to_owned())
    });
    let about = of.clone();
    let write: WriteDraft = Box::new(move || {
        let quoted = shown.with_untracked(|shown| shown.quoted.clone());
        quoted.map(|quoted| draft(&about, &name, &quoted)).unwrap_or_default()
    });
    view! {
        <section class="card part" aria-label=t(texts::ASK_SUPPORT)>
            <h2>{t(texts::ASK_SUPPORT)}</h2>
            <p class="hint">{t(texts::ASK_SUPPORT_HINT)}</p>
            <div class="button-row">{ask_button(of, not_now, write)}</div>
        </section>
    }
    .into_any()
}

/// What a request about `quoted` says in the language in force: which reservation, how many units, every
/// amount, the policy, and every step of the calculation.
#[must_use]
pub fn draft(of: &ReservationRef, name: &str, quoted: &Quoted) -> Draft {
    let values = [("units", i18n::integer(quoted.case.units)), ("name", name.to_owned())];
    let parts =
        [texts::REFUND_OPENING.get().to_owned(), id_lines(of), text::plain(name, quoted, None)];
    let title = t_count(texts::REFUND_TITLE, quoted.case.holding.quantity().into(), &values);
    Draft { title, description: parts.join("\n\n") }
}

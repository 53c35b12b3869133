//! Taking a quote along: as text, as JSON, as a link.

use super::desk::QuoteSignal;
use super::text;
use crate::i18n::catalogue::{comparison as comparison_texts, quote as texts};
use crate::i18n::t;
use crate::paths::{self, Entry, ReservationRef};
use crate::platform::{document, download};
use crate::ui::{Button, CopyButton, Icon, LinkButton, Symbol, live};
use calculator::json::RefundCase;
use leptos::prelude::*;
use view_model::quote::refund::{Shown, link};
use view_model::quote::typed::borrowed;

/// Buttons that take the quote along. `name` is what the reservation is called; `mark` says that the rules are
/// not those of the customer's agreement.
pub(super) fn part(
    shown: Memo<Shown>,
    of: ReservationRef,
    name: String,
    mark: MaybeProp<String>,
) -> AnyView {
    let quoted: QuoteSignal = Memo::new(move |_| shown.with(|shown| shown.quoted.clone()));
    // A quote that is not the form's must not be taken for it elsewhere.
    let not_now = MaybeProp::derive(move || shown.with(not_current));
    let words = Signal::derive(move || {
        quoted.with(|it| {
            let words = it.as_deref().map(|it| text::plain(&name, it, mark.get()));
            // What the partner should know beside it, and support need not be told.
            words.map(|words| [&words, "\n\n", texts::TWO_SIDES.get()].concat()).unwrap_or_default()
        })
    });
    let file = format!("refund-{}", of.reservation);
    let compared = of.clone();
    let link = Signal::derive(move || {
        let parameters = quoted.with(|it| it.as_deref().map(|it| link::parameters(&it.case)));
        let Some(parameters) = parameters else { return String::new() };
        let further = borrowed(&parameters);
        document::absolute_url(&paths::reservation_with(&of, Entry::Refund, &further))
    });
    // The comparison knows units, day, rules and rate by the names that they have here.
    let comparison = Signal::derive(move || {
        let case = quoted.with(|it| it.as_deref().map(|it| it.case.clone()));
        case.map(|case| comparison_address(&compared, &case)).unwrap_or_default()
    });
    let save = Callback::new(move |_| {
        if let Some(quoted) = quoted.get_untracked() {
            let name = format!("{file}-{}.json", quoted.case.on);
            download::save(
                &name,
                "application/json",
                &text::json(&file, &quoted, mark.get_untracked()),
            );
        }
    });
    view! {
        <section class="card part" aria-label=t(texts::TAKE_ALONG)>
            <h2>{t(texts::TAKE_ALONG)}</h2>
            <div class="button-row">
                <CopyButton what=texts::QUOTE_AS_TEXT text=words has_words=true disabled_reason=not_now />
                <CopyButton what=texts::LINK_TO_QUOTE text=link has_words=true disabled_reason=not_now />
                <Button on_click=save disabled_reason=not_now>
                    <Icon symbol=Symbol::Download />
                    {t(texts::DOWNLOAD_JSON)}
                </Button>
                <LinkButton address=comparison disabled_reason=not_now>
                    {t(comparison_texts::COMPARE)}
                </LinkButton>
            </div>
            {reason_in_sight(not_now)}
        </section>
    }
    .into_any()
}

/// Why something cannot be done now, in sight, since hovering is not for everyone.
pub(in crate::quote) fn reason_in_sight(reason: MaybeProp<String>) -> AnyView {
    live(move || match reason.get() {
        Some(reason) => view! { <p class="hint reason">{reason}</p> }.into_any(),
        None => ().into_any(),
    })
}

/// Why the quote on screen cannot be taken along; `None` when it can.
fn not_current(shown: &Shown) -> Option<String> {
    let is_current = shown.is_current() && shown.quoted.is_some();
    (!is_current).then(|| texts::NOT_CURRENT.get().to_owned())
}

/// The comparison of the return of a case with what else can be done.
fn comparison_address(of: &ReservationRef, case: &RefundCase) -> String {
    let units = format!("{}/{}:{}", of.order, of.reservation, case.units);
    let terms = link::parameters(case);
    let kept = [link::parameter::DAY, link::parameter::USD_RATE, link::parameter::POLICY];
    let mut terms = borrowed(&terms);
    terms.retain(|(name, _)| kept.contains(name));
    let mut all = vec![
        (paths::parameter::CUSTOMER, of.customer.as_str()),
        (paths::parameter::RESERVATION, units.as_str()),
    ];
    all.extend(terms);
    paths::address(paths::COMPARISON, &all)
}

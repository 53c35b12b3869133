//! Taking an exchange quote along: as text, as JSON, as a link.

use super::desk::Desk;
use super::text;
use crate::i18n::catalogue::quote as texts;
use crate::i18n::t;
use crate::paths;
use crate::platform::{document, download};
use crate::quote::refund::reason_in_sight;
use crate::shell::{agreement_mark, use_current_customer};
use crate::ui::{Button, CopyButton, Icon, LinkButton, Symbol};
use leptos::prelude::*;
use view_model::quote::exchange::Shown;
use view_model::quote::typed::borrowed;

/// Buttons that take the quote along, and the way to the comparison of the same terms.
pub(super) fn part(desk: Desk) -> AnyView {
    let current = use_current_customer();
    let mark = move || agreement_mark(current, &desk.customer.get_value());
    let words = Signal::derive(move || {
        let names = names(desk);
        desk.shown.with(|shown| {
            let quoted = shown.quoted.as_deref();
            quoted.map(|quoted| text::plain(&names, quoted, mark())).unwrap_or_default()
        })
    });
    // A quote that is not the form's must not be taken for it elsewhere.
    let not_now = MaybeProp::derive(move || desk.shown.with(not_current));
    let link = Signal::derive(move || document::absolute_url(&address(desk, paths::EXCHANGE)));
    let comparison = Signal::derive(move || address(desk, paths::COMPARISON));
    let save = Callback::new(move |_| {
        let quoted = desk.shown.with_untracked(|shown| shown.quoted.clone());
        let Some(quoted) = quoted else { return };
        let id = quoted.case.of.first().map_or("", |of| of.reservation.as_str());
        let id = format!("exchange-{id}");
        let name = format!("{id}-{}.json", quoted.case.exchange.on());
        download::save(&name, "application/json", &text::json(&id, &quoted, untrack(mark)));
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
                <LinkButton address=comparison>
                    {t(crate::i18n::catalogue::comparison::COMPARE)}
                </LinkButton>
            </div>
            {reason_in_sight(not_now)}
        </section>
    }
    .into_any()
}

/// Why the quote on screen cannot be taken along; `None` when it can.
fn not_current(shown: &Shown) -> Option<String> {
    let is_current = shown.is_current() && shown.quoted.is_some();
    (!is_current).then(|| texts::NOT_CURRENT.get().to_owned())
}

/// What the reservations of the lines are called.
pub(super) fn names(desk: Desk) -> Vec<String> {
    let facts = desk.facts().unwrap_or_default();
    facts.iter().map(|facts| facts.name().to_owned()).collect()
}

/// The address of a page with the terms of the form.
pub(in crate::quote) fn address(desk: Desk, route: &str) -> String {
    let customer = desk.customer.get_value();
    let parameters = desk.terms();
    let mut all = vec![(paths::parameter::CUSTOMER, customer.as_str())];
    all.extend(borrowed(&parameters));
    paths::address(route, &all)
}

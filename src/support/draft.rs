//! What a support request says when it is started from a quote, and the button that starts it.

use super::kept;
use crate::api::Permission;
use crate::i18n::catalogue::{quote, reservation, support as texts};
use crate::i18n::{self, Language, Text, t, t_with};
use crate::paths;
use crate::query::use_go;
use crate::rights::use_rights;
use crate::ui::Button;
use leptos::prelude::*;
use leptos::task::spawn_local;
use view_model::address::ReservationRef;
use view_model::support::Draft;
use view_model::support::SupportStep;

/// Puts a request about exchanges and refunds into the wizard of a reservation, and gives the wizard's
/// address. What was half typed there before about another matter makes room; the contact stays.
///
/// `draft` writes the request; it is asked once in each language, by
/// [`i18n::in_language`](crate::i18n::in_language), so that its author can choose one even after a reload.
pub async fn start(of: &ReservationRef, draft: impl Fn() -> Draft) -> String {
    i18n::prepare().await;
    let drafts = Language::ALL.map(|language| i18n::in_language(language, &draft));
    kept::remember(&kept::of_drafts(drafts.into()), of);
    paths::support_step(of, SupportStep::Problem)
}

/// What the button on a quote does, behind a pointer: each quote has its own.
type Writer = Box<dyn Fn() -> Draft + Send + Sync>;

/// The button on a quote that starts a request about it, which `draft` writes. `not_now` says why there is
/// nothing to write about, such as a form that does not fit.
pub fn ask_button(
    of: ReservationRef,
    not_now: impl Fn() -> Option<String> + Send + Sync + 'static,
    draft: impl Fn() -> Draft + Send + Sync + 'static,
) -> AnyView {
    let (go, rights) = (use_go(), use_rights());
    let reason = MaybeProp::derive(move || {
        rights.may(Permission::CreateSupportRequests).err().or_else(&not_now)
    });
    let writer: StoredValue<Writer> = StoredValue::new(Box::new(draft));
    let click = Callback::new(move |_| {
        let of = of.clone();
        spawn_local(async move {
            i18n::prepare().await;
            // Whoever has left the quote while the words of a language were on their way is left where they are, and
            // what is half typed in the wizard as it is.
            if writer.try_with_value(|_| ()).is_none() {
                return;
            }
            let write = || writer.try_with_value(|draft| untrack(draft)).unwrap_or_default();
            let address = start(&of, write).await;
            go.to(&address);
        });
    });
    view! { <Button on_click=click disabled_reason=reason>{t(texts::ASK_SUPPORT)}</Button> }
        .into_any()
}

/// Customer and both ids of a reservation, a line for each: support asks for them first.
#[must_use]
pub fn id_lines(of: &ReservationRef) -> String {
    let line = |name: Text, value: &str| {
        t_with(quote::TEXT_LINE, &[("name", name.get().to_owned()), ("value", value.to_owned())])
    };
    [
        line(texts::CUSTOMER_TENANT, &of.customer),
        line(reservation::RESERVATION_ORDER_ID, &of.order),
        line(reservation::RESERVATION_ID, &of.reservation),
    ]
    .join("\n")
}

//! Putting a reservation that has ended away, and taking it out again.

use super::editor::Editor;
use super::fields::reason;
use super::outcome::Done;
use crate::api::Tenant;
use crate::i18n::catalogue::configuration as texts;
use crate::i18n::t;
use crate::platform::effect::effect;
use crate::reservation::as_they_are_now;
use crate::reservation::part::Part;
use crate::sending::{Change, Sending};
use crate::ui::{Badge, Button, live};
use azure::Reservation;
use leptos::prelude::*;

/// The button that fits the record.
pub(super) fn archive_part(editor: Editor, record: &Reservation) -> AnyView {
    let is_archived = record.properties().archived.unwrap_or_default();
    let has_ended = record.phase().is_some_and(azure::Phase::is_final);
    let of = editor.of.get_value();
    let sending = Sending::new(Tenant::Customer(of.customer.clone()));
    effect(move || {
        editor.is_busy.set(sending.is_busy());
    });
    let why_not = MaybeProp::derive(move || {
        let runs = || {
            let runs = !is_archived && !has_ended;
            runs.then(|| texts::ARCHIVE_NEEDS_END.get().to_owned())
        };
        editor.why_not_allowed().or_else(runs).or_else(|| editor.why_busy())
    });
    let change = Callback::new(move |_| archive(editor, sending, !is_archived));
    let label = if is_archived { texts::UNARCHIVE } else { texts::ARCHIVE };
    let mark = is_archived.then(|| view! { <div><Badge>{t(texts::IS_ARCHIVED)}</Badge></div> });
    view! {
        <Part title=texts::ARCHIVE_PART>
            <p class="hint">{t(texts::ARCHIVE_PURPOSE)}</p>
            {mark}
            <div class="button-row">
                <Button on_click=change disabled_reason=why_not>
                    {t(label)}
                </Button>
            </div>
            {live(move || reason(why_not.get()))}
            {live(move || {
                sending.outcome_with(texts::NOT_SAVED, || as_they_are_now(vec![of.clone()]))
            })}
        </Part>
    }
    .into_any()
}

fn archive(editor: Editor, sending: Sending, is_archived: bool) {
    let of = editor.of.get_value();
    let subject = format!("archive.{}.{}", of.order, of.reservation);
    editor.outcome.clear();
    let send = {
        let (api, of) = (editor.api, of.clone());
        move |attempt| -> Change {
            let of = of.clone();
            Box::pin(async move { api.archive(&of, is_archived, &attempt).await })
        }
    };
    sending.send(subject, is_archived.to_string(), send, move || {
        editor.outcome.tell(of.clone(), Done::Archived(is_archived));
        editor.reload();
    });
}

//! Putting a reservation that has ended away, and taking it out again.

use super::editor::Editor;
use super::fields::{failure, reason};
use super::outcome::Done;
use crate::api::ApiError;
use crate::i18n::catalogue::configuration as texts;
use crate::i18n::t;
use crate::reservation::part::Part;
use crate::ui::{Badge, Button, live};
use azure::Reservation;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The button that fits the record.
pub(super) fn archive_part(editor: Editor, record: &Reservation) -> AnyView {
    let is_archived = record.properties().archived.unwrap_or_default();
    let has_ended = record.phase().is_some_and(azure::Phase::is_final);
    let failed = RwSignal::new(None::<ApiError>);
    let why_not = MaybeProp::derive(move || {
        let runs = || {
            let runs = !is_archived && !has_ended;
            runs.then(|| texts::ARCHIVE_NEEDS_END.get().to_owned())
        };
        editor.why_not_allowed().or_else(runs).or_else(|| editor.why_busy())
    });
    let change = Callback::new(move |()| archive(editor, !is_archived, failed));
    let label = if is_archived { texts::UNARCHIVE } else { texts::ARCHIVE };
    let mark = is_archived.then(|| view! { <div><Badge>{t(texts::IS_ARCHIVED)}</Badge></div> });
    view! {
        <Part title=texts::ARCHIVE_PART>
            <p class="hint">{t(texts::ARCHIVE_PURPOSE)}</p>
            {mark}
            <div class="button-row">
                <Button on_click=Callback::new(move |_| change.run(())) disabled_reason=why_not>
                    {t(label)}
                </Button>
            </div>
            {live(move || reason(why_not.get()))}
            {live(move || match failed.get() {
                Some(error) => failure(error, texts::NOT_SAVED, change),
                None => ().into_any(),
            })}
        </Part>
    }
    .into_any()
}

fn archive(editor: Editor, is_archived: bool, failed: RwSignal<Option<ApiError>>) {
    let of = editor.of.get_value();
    editor.is_busy.set(true);
    editor.outcome.clear();
    failed.set(None);
    spawn_local(async move {
        let answer = editor.api.archive(&of, is_archived).await;
        if editor.is_busy.try_set(false).is_some() {
            return;
        }
        match answer {
            Ok(()) => {
                editor.outcome.tell(of, Done::Archived(is_archived));
                editor.reload();
            }
            Err(error) => failed.set(Some(error)),
        }
    });
}

//! A commit on its way: how far it is, whoever has begun it, and the way to stop it while nothing is written.

use super::Work;
use crate::api::{Import, ImportState, Load};
use crate::i18n::catalogue::import as texts;
use crate::i18n::{integer, t, t_count};
use crate::platform::timer;
use crate::ui::{Button, live, live_text, use_toasts};
use leptos::prelude::*;
use leptos::task::spawn_local;
use portfolio::import::{Progress, ProgressStage};
use std::time::Duration;
use view_model::Tone;

/// How long after an answer it is asked again how far a commit is.
const ASK_AGAIN: Duration = Duration::from_millis(200);

/// A commit that goes on without its page: somebody has left that page, or it is in another tab. What has come of it
/// is told as far as it is known.
pub(super) fn under_way(work: Work, imports: Load<Vec<Import>>) -> AnyView {
    let (api, toasts) = (work.api, use_toasts());
    let running = RwSignal::new(None::<(String, Progress)>);
    // The one that was running when it could be followed last.
    let followed = StoredValue::new(None::<String>);
    Effect::new(move || {
        let Some(all) = imports.ready() else { return };
        if let Some(id) = followed.try_update_value(Option::take).flatten()
            && let Some(import) = all.iter().find(|import| import.id == id)
        {
            let (tone, words) = match import.state {
                ImportState::Committed => (Tone::Success, texts::DONE),
                ImportState::Staged | ImportState::Undone => (Tone::Warning, texts::NOT_SAVED_YET),
            };
            toasts.show(tone, untrack(|| words.get().to_owned()));
        }
        let staged = all.iter().filter(|import| import.state == ImportState::Staged);
        let staged: Vec<String> = staged.map(|import| import.id.clone()).collect();
        spawn_local(async move {
            for id in staged {
                if let Some(told) = api.import_progress(&id).await {
                    running.try_set(Some((id, told)));
                    return;
                }
            }
        });
    });
    let shown = Memo::new(move |_| running.get().filter(|_| work.is_quiet()));
    live(move || {
        let Some((id, told)) = shown.get() else { return ().into_any() };
        let on_silence = {
            let id = id.clone();
            move || {
                followed.try_set_value(Some(id.clone()));
                running.try_set(None);
                imports.reload();
            }
        };
        view! {
            <section class="card stack" aria-labelledby="import-under-way">
                <h2 id="import-under-way">{t(texts::UNDER_WAY)}</h2>
                <div role="status">{committing(work, id, Some(told), on_silence)}</div>
            </section>
        }
        .into_any()
    })
}

/// How far the commit of an import is, beginning with what was `told` already, and the way to stop it. `on_silence` is
/// called when nobody can tell any more after somebody could.
pub(super) fn committing(
    work: Work,
    id: String,
    told: Option<Progress>,
    on_silence: impl Fn() + 'static,
) -> AnyView {
    let api = work.api;
    let progress = RwSignal::new(told);
    let is_stopping = RwSignal::new(false);
    let asked = id.clone();
    spawn_local(async move {
        loop {
            timer::sleep(ASK_AGAIN).await;
            let Some(before) = progress.try_get_untracked() else {
                // The part of the page is gone.
                return;
            };
            match api.import_progress(&asked).await {
                Some(told) => drop(progress.try_set(Some(told))),
                None if before.is_some() && !progress.is_disposed() => on_silence(),
                None => {}
            }
        }
    });
    let words = move || match progress.get() {
        Some(Progress { stage: ProgressStage::Merging, done, total }) => {
            t_count(texts::MERGING, total, &[("done", integer(done))])
        }
        Some(Progress { stage: ProgressStage::Writing, .. }) => texts::WRITING.get().to_owned(),
        None => texts::IMPORTING.get().to_owned(),
    };
    let bar = live(move || match progress.get() {
        Some(Progress { stage: ProgressStage::Merging, done, total }) => {
            let max = total.max(1).to_string();
            view! { <progress max=max value=done.to_string() aria-hidden="true"></progress> }
                .into_any()
        }
        _ => view! { <progress aria-hidden="true"></progress> }.into_any(),
    });
    let stop = Callback::new(move |_| {
        is_stopping.set(true);
        let id = id.clone();
        spawn_local(async move { api.cancel_import(&id).await });
    });
    let reason = MaybeProp::derive(move || {
        if is_stopping.get() {
            return Some(texts::STOPPING.get().to_owned());
        }
        let is_written = progress.get().is_some_and(|it| it.stage == ProgressStage::Writing);
        is_written.then(|| texts::TOO_LATE.get().to_owned())
    });
    view! {
        <div class="row import-progress">
            <p class="busy">{live_text(words)}</p>
            {bar}
            <Button on_click=stop disabled_reason=reason>{t(texts::STOP_IMPORT)}</Button>
        </div>
    }
    .into_any()
}

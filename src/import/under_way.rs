//! A commit on its way: how far it is, whoever has begun it, and the way to stop it while nothing is written.

use super::Work;
use crate::api::{Api, Import, ImportState, Load, Permission};
use crate::i18n::catalogue::import as texts;
use crate::i18n::{Text, integer, t, t_count};
use crate::platform::effect::effect;
use crate::platform::timer;
use crate::rights::use_rights;
use crate::ui::{Button, live, live_text, use_toasts};
use leptos::prelude::*;
use leptos::task::spawn_local;
use portfolio::import::{Progress, ProgressStage};
use view_model::Tone;
use view_model::import::following::{Following, Stop};

/// How often it is looked for a commit that is under way: of several servers only one knows, and one that is busy says
/// nothing.
const LOOKS: u32 = 4;

/// The code of a refusal: the import is being written.
const WRONG_STATE: &str = "OperationCannotBePerformedInCurrentState";

/// What follows when the list of imports says what has become of one; nothing where it is not in the list any more.
type OnEnd = Box<dyn Fn(Vec<Import>, Option<ImportState>)>;

/// A commit that goes on without its page: somebody has left that page, or it is in another tab. What has come of it
/// is told once the list of imports says so.
pub(super) fn under_way(work: Work, imports: Load<Vec<Import>>) -> AnyView {
    let (api, toasts) = (work.api, use_toasts());
    let running = RwSignal::new(None::<(String, Progress)>);
    effect(move || {
        let Some(all) = imports.ready() else { return };
        let staged = all.iter().filter(|import| import.state == ImportState::Staged);
        let staged: Vec<String> = staged.map(|import| import.id.clone()).collect();
        let is_wanted = move || {
            let is_one_followed = running.try_with_untracked(Option::is_some);
            is_one_followed == Some(false) && untrack(|| work.is_quiet())
        };
        spawn_local(async move {
            if let Some(found) = find(api, staged, is_wanted).await {
                running.try_set(Some(found));
            }
        });
    });
    let shown = Memo::new(move |_| running.get().filter(|_| work.is_quiet()));
    live(move || {
        let Some((id, told)) = shown.get() else { return ().into_any() };
        let following = RwSignal::new(Following::of(told));
        let on_end = move |all: Vec<Import>, state: Option<ImportState>| {
            let (tone, words) = match state {
                Some(ImportState::Committed) => (Tone::Success, texts::DONE),
                Some(ImportState::Undone) => (Tone::Info, texts::UNDONE),
                Some(ImportState::Staged) | None => (Tone::Info, texts::GONE),
            };
            toasts.show(tone, untrack(|| words.get().to_owned()));
            running.try_set(None);
            imports.put(all);
        };
        spawn_local(follow(api, id.clone(), following, Some(Box::new(on_end))));
        let title = move || match following.with(|it| it.told().is_some()) {
            true => texts::UNDER_WAY.get(),
            false => texts::NO_NEWS_TITLE.get(),
        };
        view! {
            <section class="card stack" aria-labelledby="import-under-way">
                <h2 id="import-under-way">{live_text(title)}</h2>
                <div role="status">{progress(api, id, following, texts::NO_NEWS)}</div>
            </section>
        }
        .into_any()
    })
}

/// How far the commit of an import is that this page has sent, until its answer is there.
pub(super) fn committing(api: Api, id: String) -> AnyView {
    let following = RwSignal::new(Following::default());
    spawn_local(follow(api, id.clone(), following, None));
    progress(api, id, following, texts::IMPORTING)
}

/// The first of these imports that somebody tells of, as long as one is wanted.
async fn find(
    api: Api,
    staged: Vec<String>,
    is_wanted: impl Fn() -> bool,
) -> Option<(String, Progress)> {
    let mut looking = Following::default();
    for look in 0..LOOKS {
        if look > 0 {
            looking.hear(None);
            timer::sleep(looking.wait()).await;
        }
        for id in &staged {
            if !is_wanted() {
                return None;
            }
            let told = api.import_progress(id).await.ok().flatten();
            if let Some(told) = told.filter(|_| is_wanted()) {
                return Some((id.clone(), told));
            }
        }
    }
    None
}

/// Asks how far a commit is as long as the part of the page is there that shows it, or until the list of imports says
/// what has become of it, where that is wanted.
async fn follow(api: Api, id: String, following: RwSignal<Following>, on_end: Option<OnEnd>) {
    let mut asked_to_wait = None;
    loop {
        let Some(following_now) = following.try_get_untracked() else { return };
        timer::sleep(following_now.wait().max(asked_to_wait.unwrap_or_default())).await;
        if following.is_disposed() {
            return;
        }
        let answer = api.import_progress(&id).await;
        if let (Ok(None), Some(on_end)) = (&answer, &on_end)
            && let Ok(all) = api.imports().await
        {
            let found = all.iter().find(|import| import.id == id);
            let state = found.map(|import| import.state);
            // Staged as it was: perhaps another server commits it.
            if state != Some(ImportState::Staged) {
                if !following.is_disposed() {
                    on_end(all, state);
                }
                return;
            }
        }
        let news = match answer {
            Ok(news) => {
                asked_to_wait = None;
                news
            }
            Err(mut error) => {
                asked_to_wait = error.take_wait();
                None
            }
        };
        following.try_update(|following| following.hear(news));
    }
}

/// How far a commit is, or `unknown` while nobody tells, and the way to stop it.
fn progress(api: Api, id: String, following: RwSignal<Following>, unknown: Text) -> AnyView {
    let rights = use_rights();
    let told = Memo::new(move |_| following.with(Following::told));
    let stopping = Memo::new(move |_| following.with(|it| it.stop));
    let words = move || match told.get() {
        Some(Progress { stage: ProgressStage::Merging, done, total: total @ 1.. }) => {
            t_count(texts::MERGING, total, &[("done", integer(done))])
        }
        Some(Progress { stage: ProgressStage::Merging, .. }) => texts::IMPORTING.get().to_owned(),
        Some(Progress { stage: ProgressStage::Writing, .. }) => texts::WRITING.get().to_owned(),
        None => unknown.get().to_owned(),
    };
    let bar = live(move || match told.get() {
        Some(Progress { stage: ProgressStage::Merging, done, total: total @ 1.. }) => {
            let max = total.to_string();
            view! { <progress max=max value=done.to_string() aria-hidden="true"></progress> }
                .into_any()
        }
        _ => view! { <progress aria-hidden="true"></progress> }.into_any(),
    });
    let stop = Callback::new(move |_| {
        following.update(|following| following.stop = Stop::Asked);
        let id = id.clone();
        spawn_local(async move {
            let answer = match api.cancel_import(&id).await {
                Ok(()) => Stop::Accepted,
                Err(error) if error.code() == WRONG_STATE => Stop::TooLate,
                Err(_) => Stop::Unconfirmed,
            };
            following.try_update(|following| following.stop = answer);
        });
    });
    let reason = MaybeProp::derive(move || {
        if told.get().is_some_and(|it| it.stage == ProgressStage::Writing) {
            return Some(texts::TOO_LATE.get().to_owned());
        }
        match stopping.get() {
            Stop::Asked => Some(texts::ASKING_TO_STOP.get().to_owned()),
            Stop::Accepted => Some(texts::STOPPING.get().to_owned()),
            Stop::NotAsked | Stop::TooLate | Stop::Unconfirmed => {
                rights.may(Permission::ImportReservations).err()
            }
        }
    });
    let answer = live(move || match stopping.get() {
        Stop::NotAsked | Stop::Asked => ().into_any(),
        Stop::Accepted => view! { <p>{t(texts::STOPPING)}</p> }.into_any(),
        Stop::TooLate => view! { <p>{t(texts::TOO_LATE)}</p> }.into_any(),
        Stop::Unconfirmed => view! { <p>{t(texts::STOP_UNCONFIRMED)}</p> }.into_any(),
    });
    view! {
        <div class="row import-progress">
            <p class="busy">{live_text(words)}</p>
            {bar}
            <Button on_click=stop disabled_reason=reason>{t(texts::STOP_IMPORT)}</Button>
        </div>
        {answer}
    }
    .into_any()
}

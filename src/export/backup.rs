//! Everything as one file.

use crate::api::{ApiError, use_api};
use crate::i18n::catalogue::{common, data as texts};
use crate::i18n::t;
use crate::platform::{clock, download};
use crate::problem::Problem;
use crate::ui::{Button, ButtonKind, Icon, Notice, Symbol, live};
use leptos::prelude::*;
use leptos::task::spawn_local;
use view_model::Tone;

/// How far a backup has come.
#[derive(Clone)]
enum Stage {
    Idle,
    Asked,
    Saved(bool),
    Failed(ApiError),
}

pub(super) fn part() -> AnyView {
    let api = use_api();
    let stage = RwSignal::new(Stage::Idle);
    let save = move || {
        stage.set(Stage::Asked);
        spawn_local(async move {
            let next = match api.backup().await {
                Ok(file) => {
                    let name = format!("prorata-backup-{}.jsonl", clock::today());
                    Stage::Saved(download::save_file(&name, &file))
                }
                Err(error) => Stage::Failed(error),
            };
            stage.try_set(next);
        });
    };
    let busy = MaybeProp::derive(move || {
        stage.with(|stage| matches!(stage, Stage::Asked)).then(|| texts::PREPARING.get().to_owned())
    });
    let outcome = move || match stage.get() {
        Stage::Idle => ().into_any(),
        Stage::Asked => view! { <p class="busy">{t(texts::PREPARING)}</p> }.into_any(),
        Stage::Saved(true) => view! { <Notice tone=Tone::Success title=texts::SAVED /> }.into_any(),
        Stage::Saved(false) => {
            view! { <Notice tone=Tone::Danger title=common::NOT_SAVED /> }.into_any()
        }
        Stage::Failed(error) => {
            view! { <Problem error on_retry=Callback::new(move |()| save()) /> }.into_any()
        }
    };
    view! {
        <section class="card part" aria-label=t(texts::BACKUP)>
            <h2>{t(texts::BACKUP)}</h2>
            <p class="hint">{t(texts::BACKUP_HINT)}</p>
            <div class="button-row">
                <Button
                    kind=ButtonKind::Primary
                    disabled_reason=busy
                    on_click=Callback::new(move |_| save())
                >
                    <Icon symbol=Symbol::Download />
                    {t(texts::DOWNLOAD_BACKUP)}
                </Button>
            </div>
            <div role="status">{live(outcome)}</div>
        </section>
    }
    .into_any()
}

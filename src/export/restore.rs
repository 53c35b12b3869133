//! Everything replaced by what a backup holds, once somebody has said so.

use crate::api::{Permission, Tenant, use_api};
use crate::i18n::catalogue::{common, data as texts};
use crate::i18n::{t, t_with};
use crate::platform::effect::effect;
use crate::platform::file::{self, ChosenFile};
use crate::rights::use_rights;
use crate::sending::{Change, Sending};
use crate::shell::use_replaced;
use crate::ui::{Button, ButtonKind, Dialog, live, live_attr, live_text, use_toasts};
use leptos::prelude::*;
use view_model::Tone;

pub(super) fn part() -> AnyView {
    // The browser's file is at home in one thread.
    let chosen: StoredValue<Option<ChosenFile>, LocalStorage> = StoredValue::new_local(None);
    let name = RwSignal::new(String::new());
    let is_open = RwSignal::new(false);
    let rights = use_rights();
    let no_right = move || rights.may(Permission::ResetDemonstration).err();
    let choose = move |event: leptos::ev::Event| {
        let Some(file) = file::chosen(&event) else { return };
        name.set(file.name.clone());
        chosen.set_value(Some(file));
        is_open.set(true);
    };
    view! {
        <section class="card part" aria-label=t(texts::RESTORE)>
            <h2>{t(texts::RESTORE)}</h2>
            <p class="hint" id="restore-hint">{t(texts::RESTORE_HINT)}</p>
            <div class="field">
                <label for="backup-file">{t(texts::BACKUP_FILE)}</label>
                <input
                    id="backup-file"
                    class="control"
                    type="file"
                    accept=".jsonl"
                    aria-describedby="restore-hint"
                    disabled=live_attr(move || no_right().map(|_| "disabled"))
                    on:change=choose
                />
            </div>
            {live(move || no_right().map(|reason| view! { <p class="hint reason">{reason}</p> }).into_any())}
        </section>
        {question(chosen, name, is_open)}
    }
    .into_any()
}

/// Says what will be lost, and replaces everything.
fn question(
    chosen: StoredValue<Option<ChosenFile>, LocalStorage>,
    name: RwSignal<String>,
    is_open: RwSignal<bool>,
) -> AnyView {
    let (api, toasts, replaced) = (use_api(), use_toasts(), use_replaced());
    let sending = Sending::new(Tenant::Partner);
    effect(move || {
        // What became of another file is no longer of interest.
        if is_open.get() {
            sending.clear();
        }
    });
    let restore = move || {
        let Some(mark) = chosen.with_value(|file| file.as_ref().map(|file| file.mark.clone()))
        else {
            return;
        };
        let send = move |attempt| -> Change {
            let file = chosen.with_value(|file| file.as_ref().map(|file| file.contents.clone()));
            let file = file.expect("a file stays chosen until another one is");
            Box::pin(async move { api.restore(file, &attempt).await })
        };
        sending.send("restore".to_owned(), mark, send, move || {
            is_open.set(false);
            api.have_kept();
            toasts.show(Tone::Success, untrack(|| texts::RESTORED.get()));
            replaced.tell();
        });
    };
    let busy = move || sending.is_busy().then(|| texts::RESTORING.get().to_owned());
    let actions = move || {
        view! {
            <Button on_click=Callback::new(move |_| is_open.set(false))>{t(common::CANCEL)}</Button>
            <Button
                kind=ButtonKind::Danger
                disabled_reason=Signal::derive(busy)
                on_click=Callback::new(move |_| restore())
            >
                {t(texts::RESTORE_CONFIRM)}
            </Button>
        }
    };
    view! {
        <Dialog is_open title=texts::RESTORE_TITLE actions>
            <p>{live_text(move || t_with(texts::RESTORE_LOSES, &[("name", name.get())]))}</p>
            <div role="status">
                {live(move || match sending.is_busy() {
                    true => view! { <p class="busy">{t(texts::RESTORING)}</p> }.into_any(),
                    false => ().into_any(),
                })}
                {live(move || sending.outcome(texts::NOT_RESTORED))}
            </div>
        </Dialog>
    }
    .into_any()
}

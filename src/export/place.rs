//! For how long the browser keeps the records, and how much room they take.

use crate::i18n::catalogue::data as texts;
use crate::i18n::{bytes, t, t_with};
use crate::platform::keeping::{self, Room};
use crate::ui::{Button, live, live_text};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What is known of the browser's promise to keep the records.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Promise {
    /// It is being asked.
    Awaited,
    Given,
    NotGiven,
    /// Somebody has asked for it in vain.
    Refused,
    Untold,
}

pub(super) fn part() -> AnyView {
    let promise = RwSignal::new(Promise::Awaited);
    let room: RwSignal<Option<Room>> = RwSignal::new(None);
    spawn_local(async move {
        let known = match keeping::is_promised().await {
            Some(true) => Promise::Given,
            Some(false) => Promise::NotGiven,
            None => Promise::Untold,
        };
        promise.try_set(known);
        let known = keeping::room().await;
        room.try_set(known);
    });
    let ask = Callback::new(move |_| {
        spawn_local(async move {
            let known = if keeping::ask().await { Promise::Given } else { Promise::Refused };
            promise.try_set(known);
        });
    });
    let about = move || {
        let text = match promise.get() {
            Promise::Awaited => return String::new(),
            Promise::Given => texts::STORAGE_PROMISED,
            Promise::NotGiven => texts::STORAGE_AT_RISK,
            Promise::Refused => texts::NOT_PROMISED,
            Promise::Untold => texts::STORAGE_UNKNOWN,
        };
        text.get().to_owned()
    };
    let used = move || {
        room.get().map_or_else(String::new, |Room { used, allowed }| {
            t_with(texts::ROOM, &[("used", bytes(used)), ("allowed", bytes(allowed))])
        })
    };
    let button = move || match promise.get() {
        Promise::NotGiven | Promise::Refused => view! {
            <div class="button-row">
                <Button on_click=ask>{t(texts::ASK_TO_KEEP)}</Button>
            </div>
        }
        .into_any(),
        _ => ().into_any(),
    };
    view! {
        <section class="card part" aria-label=t(texts::STORAGE)>
            <h2>{t(texts::STORAGE)}</h2>
            <p role="status">{live_text(about)}</p>
            {live(button)}
            <p class="hint">{live_text(used)}</p>
        </section>
    }
    .into_any()
}

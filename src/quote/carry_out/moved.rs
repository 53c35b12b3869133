//! Reservations that are not any more what a quote was made of.

use crate::api::{Api, ApiError};
use crate::i18n::catalogue::change as texts;
use crate::i18n::{names, t, t_count, t_with};
use crate::ui::{Button, Notice, live_text};
use leptos::prelude::*;
use view_model::Tone;
use view_model::quote::carry_out::Noticed;
use view_model::quote::moved::{AsQuoted, Moved, Now};

/// Those that have changed. What cannot be read now is left to the service, which decides in the end.
pub(super) async fn moved(api: Api, quoted: &[AsQuoted]) -> Vec<Moved> {
    let mut moved = Vec::new();
    for quoted in quoted {
        if let Ok(record) = api.reservation(&quoted.of).await {
            moved.extend(quoted.moved(&record));
        }
    }
    moved
}

/// Whether a refusal may come from records that have changed.
pub(super) fn may_have_moved(error: &ApiError) -> bool {
    matches!(error.status(), Some(400 | 404 | 409 | 412 | 422))
}

/// What has changed, in words, why nothing was done, and the way to the records as they are.
pub(super) fn notices(all: Vec<Moved>, noticed: Noticed, load_again: Callback<()>) -> AnyView {
    let why = match noticed {
        Noticed::BeforeAsking => texts::MOVED_WHY,
        Noticed::AfterRefusal => texts::MOVED_REFUSED_WHY,
    };
    let mut all = all.into_iter();
    let first = all.next();
    let title = move || first.as_ref().map(in_words).unwrap_or_default();
    let others = all.map(|moved| view! { <p>{live_text(move || in_words(&moved))}</p> }.into_any());
    view! {
        <Notice tone=Tone::Warning title=title>
            {others.collect_view()}
            <p>{t(why)}</p>
        </Notice>
        <div class="button-row">
            <Button on_click=Callback::new(move |_| load_again.run(()))>{t(texts::LOAD_AGAIN)}</Button>
        </div>
    }
    .into_any()
}

fn in_words(Moved { name, now }: &Moved) -> String {
    let what = match now {
        Now::Left(units) => t_count(texts::UNITS_LEFT, (*units).into(), &[]),
        Now::Units(units) => t_count(texts::UNITS_NOW, (*units).into(), &[]),
        Now::State(state) => t_with(texts::STATE_NOW, &[("state", names::state(state).to_owned())]),
    };
    match name {
        Some(name) => t_with(texts::OF_RESERVATION, &[("name", name.clone()), ("what", what)]),
        None => what,
    }
}

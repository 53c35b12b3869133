//! A chart to take along: as a picture on the clipboard, or as a file that keeps sharp at every size.

use super::button::{Button, ButtonKind};
use super::icon::{Icon, Symbol};
use super::message::use_toasts;
use crate::i18n::catalogue::common;
use crate::i18n::t;
use crate::platform::{clock, download, picture};
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use view_model::Tone;

/// The controls for the chart of the figure that they stand in.
pub fn picture_controls() -> AnyView {
    let toasts = use_toasts();
    let copy = Callback::new(move |event: MouseEvent| {
        let Some(picture) = picture::around(&event) else { return };
        spawn_local(async move {
            let (tone, words) = match picture::copy(&picture).await {
                true => (Tone::Success, common::COPIED),
                false => (Tone::Danger, common::PICTURE_REFUSED),
            };
            toasts.show(tone, untrack(|| words.get()));
        });
    });
    let save = Callback::new(move |event: MouseEvent| {
        let Some(picture) = picture::around(&event) else { return };
        let name = format!("prorata-chart-{}.svg", clock::today());
        if !download::save(&name, "image/svg+xml", &picture.svg()) {
            toasts.show(Tone::Danger, untrack(|| common::NOT_SAVED.get()));
        }
    });
    view! {
        <div class="row picture-controls">
            <Button kind=ButtonKind::Quiet on_click=copy>
                <Icon symbol=Symbol::Copy />
                {t(common::COPY_PICTURE)}
            </Button>
            <Button kind=ButtonKind::Quiet on_click=save>
                <Icon symbol=Symbol::Download />
                {t(common::SAVE_SVG)}
            </Button>
        </div>
    }
    .into_any()
}

//! What a first visit is told: that there is a page to begin with.

use crate::i18n::catalogue::{common, shell};
use crate::i18n::t;
use crate::paths;
use crate::platform::storage;
use crate::ui::{Button, ButtonKind, Icon, Symbol, live};
use leptos::prelude::*;

/// Under this it is remembered that somebody has been welcomed.
const WELCOMED: &str = "welcomed";

/// Remembers that somebody has seen where to begin, or does not want to.
pub(crate) fn welcomed() {
    storage::set(WELCOMED, "yes");
}

/// A line that leads to the start page, until somebody has been there or takes it away, of which `on_gone` is told.
pub(crate) fn welcome(on_gone: fn()) -> AnyView {
    let is_shown = RwSignal::new(storage::get(WELCOMED).is_none());
    let take_away = Callback::new(move |_| {
        welcomed();
        is_shown.set(false);
        on_gone();
    });
    live(move || match is_shown.get() {
        true => view! {
            <div class="welcome" role="note">
                <a href=paths::start()>{t(shell::WELCOME)}</a>
                <Button kind=ButtonKind::Quiet on_click=take_away name=common::CLOSE>
                    <Icon symbol=Symbol::Cross />
                </Button>
            </div>
        }
        .into_any(),
        false => ().into_any(),
    })
}

//! Tells people what is known of a change whose answer was lost, and nothing more than that.

use crate::api::{Known, NotDone};
use crate::i18n::catalogue::change as texts;
use crate::i18n::{Text, t};
use crate::platform::document;
use crate::problem::details;
use crate::ui::{Button, ButtonKind, Notice};
use leptos::prelude::*;
use view_model::Tone;

/// The ways on from a change whose answer was lost.
#[derive(Clone, Copy)]
pub struct Ways {
    /// Sends the same change again; nothing where nobody remembers it.
    pub again: Option<Callback<()>>,
    /// Asks once more what became of it.
    pub look: Callback<()>,
}

/// While the service is asked about a change whose answer was lost.
pub fn in_doubt() -> AnyView {
    view! { <Notice tone=Tone::Warning title=texts::IN_DOUBT /> }.into_any()
}

/// What is known of a change that the service has not refused. `nothing_done` says in the words of the page
/// that nothing was changed; `now` shows the records as they are now.
pub fn unsettled(
    NotDone { error, known }: NotDone,
    nothing_done: Text,
    ways: Ways,
    now: AnyView,
) -> AnyView {
    let Ways { again, look } = ways;
    let button = |text: Text, act: Callback<()>| {
        view! {
            <Button kind=ButtonKind::Primary on_click=Callback::new(move |_| act.run(()))>
                {t(text)}
            </Button>
        }
        .into_any()
    };
    match known {
        Known::Refused | Known::NotAccepted => view! {
            <Notice tone=Tone::Warning title=texts::NOT_ACCEPTED>
                <p>{t(texts::NOT_ACCEPTED_WHY)}</p>
                {details(error)}
            </Notice>
            <p class="consequence">{t(nothing_done)}</p>
            <div class="button-row">{again.map(|again| button(texts::SEND_AGAIN, again))}</div>
        }
        .into_any(),
        Known::Accepted => view! {
            <Notice tone=Tone::Warning title=texts::ACCEPTED_UNREAD>
                <p>{t(texts::ACCEPTED_UNREAD_WHY)}</p>
                {details(error)}
            </Notice>
            <div class="button-row">
                {button(texts::RELOAD, Callback::new(|()| document::reload()))}
            </div>
        }
        .into_any(),
        Known::Nothing => view! {
            <Notice tone=Tone::Danger title=texts::UNKNOWN>
                <p>{t(texts::UNKNOWN_WHY)}</p>
                {details(error)}
            </Notice>
            {now}
            <div class="button-row">{button(texts::WATCH_AGAIN, look)}</div>
        }
        .into_any(),
    }
}

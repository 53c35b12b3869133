//! The button that takes a card off the form.

use super::desk::{Desk, bump};
use crate::i18n::Text;
use crate::platform::focus;
use crate::ui::{Button, ButtonKind, Icon, Symbol};
use leptos::prelude::*;
use view_model::quote::exchange::FormText;

/// A button that takes out what a card of the form is about, in its place. `round` counts the cards;
/// `heading` is the id of that of their part, where the keyboard goes once the card and its button are gone.
pub(super) fn remove(
    desk: Desk,
    name: Text,
    round: RwSignal<u32>,
    heading: &'static str,
    place: usize,
    take_out: fn(&mut FormText, usize),
) -> AnyView {
    let click = Callback::new(move |_| {
        desk.form.update(|form| take_out(form, place));
        bump(round);
        focus::by_id(heading);
    });
    view! {
        <span class="exchange-remove">
            <Button kind=ButtonKind::Quiet on_click=click name=name>
                <Icon symbol=Symbol::Cross />
            </Button>
        </span>
    }
    .into_any()
}

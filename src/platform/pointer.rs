//! Where the pointer is, and what it is used for.

use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent};

/// What a click inside a row is for when it is not for the row.
const CONTROLS: &str =
    "a, button, input, label, select, summary, .select, .grid-select, .menu-panel";

/// Whether a key is held that makes a click another one: a link then opens elsewhere.
#[must_use]
pub fn has_key(click: &MouseEvent) -> bool {
    click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key()
}

/// Whether a click means the whole row that listens: it met no control, no key was held that would make it
/// another click, and it did not end a selection of text.
#[must_use]
pub fn means_row(event: &MouseEvent) -> bool {
    let target: Option<Element> = event.target().and_then(|target| target.dyn_into().ok());
    let on_control = target.is_none_or(|it| it.closest(CONTROLS).ok().flatten().is_some());
    let selection = web_sys::window().and_then(|window| window.get_selection().ok().flatten());
    let is_selecting = selection.is_some_and(|selection| !selection.is_collapsed());
    !has_key(event) && !on_control && !is_selecting
}

/// The nearest of the steps from 0 to `last` across the first `selector` within the element that listens,
/// in the direction of the text; `None` where there is no such element.
#[must_use]
pub fn step_under(event: &MouseEvent, selector: &str, last: usize) -> Option<usize> {
    let listener: Element = event.current_target()?.dyn_into().ok()?;
    let across = listener.query_selector(selector).ok()??.get_bounding_client_rect();
    if across.width() <= 0.0 {
        return None;
    }
    let part = (f64::from(event.client_x()) - across.left()) / across.width();
    Some((part.clamp(0.0, 1.0) * last as f64).round() as usize)
}

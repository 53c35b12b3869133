//! Where the pointer is.

use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent};

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

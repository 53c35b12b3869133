//! Whether something is wider than the frame that it scrolls in.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlElement, ResizeObserver};

/// Watches a frame until it is dropped.
pub struct Watch {
    observer: ResizeObserver,
    _tell: Closure<dyn FnMut()>,
}

impl std::fmt::Debug for Watch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Watch")
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Tells whether `frame` scrolls sideways, soon and whenever its size changes or that of what is in it.
#[must_use]
pub fn watch(frame: &HtmlElement, tell: impl Fn(bool) + 'static) -> Option<Watch> {
    let own = frame.clone();
    let tell = Closure::<dyn FnMut()>::new(move || tell(own.scroll_width() > own.client_width()));
    let observer = ResizeObserver::new(tell.as_ref().unchecked_ref()).ok()?;
    observer.observe(frame);
    if let Some(inside) = frame.first_element_child() {
        observer.observe(&inside);
    }
    Some(Watch { observer, _tell: tell })
}

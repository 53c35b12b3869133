//! Files that the person brings for a worker to read: chosen in a control, dropped on the page, or pasted as text.

use js_sys::{Array, Uint8Array};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DragEvent, Event, FileList, HtmlInputElement};

/// A file that the page holds without its contents.
#[derive(Clone, Debug)]
pub struct LocalFile(web_sys::File);

impl LocalFile {
    /// A file of this text; `None` if the browser makes none.
    #[must_use]
    pub fn of_text(name: &str, text: &str) -> Option<Self> {
        let parts = Array::of1(&JsValue::from_str(text));
        web_sys::File::new_with_str_sequence(&parts, name).ok().map(Self)
    }

    /// A file of these bytes; `None` if the browser makes none.
    #[must_use]
    pub fn of_bytes(name: &str, bytes: &[u8]) -> Option<Self> {
        let parts = Array::of1(&Uint8Array::from(bytes));
        web_sys::File::new_with_buffer_source_sequence(&parts, name).ok().map(Self)
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> String {
        self.0.name()
    }

    pub(super) fn as_js(&self) -> &JsValue {
        &self.0
    }
}

/// The files that were chosen in the file control of `event`, which is emptied.
#[must_use]
pub fn chosen(event: &Event) -> Vec<LocalFile> {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = input else { return Vec::new() };
    let files = all(input.files());
    input.set_value("");
    files
}

fn all(list: Option<FileList>) -> Vec<LocalFile> {
    let Some(list) = list else { return Vec::new() };
    (0..list.length()).filter_map(|place| list.get(place)).map(LocalFile).collect()
}

/// What takes files.
type Taker = Rc<dyn Fn(Vec<LocalFile>)>;

thread_local! {
    /// What takes the files that are dropped.
    static TAKER: RefCell<Option<Taker>> = const { RefCell::new(None) };
    /// Files that were dropped where nothing takes them, for what comes to take them.
    static DROPPED: RefCell<Vec<LocalFile>> = const { RefCell::new(Vec::new()) };
}

/// Takes the files that are dropped anywhere on the page until it is dropped itself.
pub struct Taking(Taker);

impl std::fmt::Debug for Taking {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Taking")
    }
}

impl Drop for Taking {
    fn drop(&mut self) {
        TAKER.with_borrow_mut(|taker| {
            // Another page may have taken its place already.
            if taker.as_ref().is_some_and(|taker| Rc::ptr_eq(taker, &self.0)) {
                *taker = None;
            }
        });
    }
}

/// Gives `taker` the files that are dropped from now on, and those that nothing has taken yet.
#[must_use]
pub fn take_dropped(taker: impl Fn(Vec<LocalFile>) + 'static) -> Taking {
    let taker: Taker = Rc::new(taker);
    TAKER.set(Some(Rc::clone(&taker)));
    let kept = DROPPED.take();
    if !kept.is_empty() {
        taker(kept);
    }
    Taking(taker)
}

/// Lets files be dropped anywhere on the page, for as long as the document lives. `on_untaken` leads to what takes
/// them. The root element has the attribute `data-dropping` while some are held over the page.
pub fn watch_drops(on_untaken: impl Fn() + 'static) {
    listen("dragover", |event| {
        if has_files(event) {
            event.prevent_default();
            mark(true);
        }
    });
    // Between two elements of the page there is another one that is entered.
    listen("dragleave", |event| {
        if event.related_target().is_none() {
            mark(false);
        }
    });
    listen("drop", move |event| {
        mark(false);
        if !has_files(event) {
            return;
        }
        // The browser would show the file in the place of the page.
        event.prevent_default();
        let files = all(event.data_transfer().and_then(|data| data.files()));
        match TAKER.with_borrow(Clone::clone) {
            _ if files.is_empty() => {}
            Some(taker) => taker(files),
            None => {
                DROPPED.set(files);
                on_untaken();
            }
        }
    });
}

fn has_files(event: &DragEvent) -> bool {
    let types = event.data_transfer().map(|data| data.types());
    types.is_some_and(|types| types.includes(&"Files".into(), 0))
}

fn mark(is_dropping: bool) {
    let root = web_sys::window().and_then(|window| window.document()?.document_element());
    if let Some(root) = root {
        // The name is ours and valid, which is the only thing that could fail.
        let _ = root.toggle_attribute_with_force("data-dropping", is_dropping);
    }
}

fn listen(event: &str, listener: impl Fn(&DragEvent) + 'static) {
    let listener = Closure::<dyn FnMut(DragEvent)>::new(move |event| listener(&event));
    if let Some(window) = web_sys::window() {
        // A browser without one of these events takes no files this way.
        let _ = window.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
    }
    listener.forget();
}

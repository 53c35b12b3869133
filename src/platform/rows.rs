//! The rows of a table as one stop of the Tab key, whatever stands in them: the arrow keys lead from one control to
//! the next.
//!
//! The stop is the control that had the focus last, at first what names the first row. Rows whose fields need the arrow
//! keys themselves are left as they are.

use super::document::{all, first, location};
use super::focus;
use leptos::ev::{FocusEvent, KeyboardEvent};
use std::cell::RefCell;
use std::rc::Rc;
use view_model::rows::Step;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement};

/// What can have the focus in a row. What a menu holds is gone through as everywhere else.
const CONTROL: &str = ":is(a, button, summary, input):not([popover] *)";
/// Of these, what is a stop of the Tab key.
const STOP: &str = ":is(a, button, summary, input):not([popover] *, [tabindex='-1'])";
/// Rows in which something can have the focus.
const ROW: &str = ":scope > tr:has(:is(a, button, summary, input):not([popover] *))";
/// What has keys of its own.
const FIELD: &str = "select, textarea, input:not([type=checkbox])";

#[wasm_bindgen]
extern "C" {
    /// The browser's `MutationObserver`.
    type MutationObserver;
    #[wasm_bindgen(constructor, catch)]
    fn new(callback: &js_sys::Function) -> Result<MutationObserver, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn observe(this: &MutationObserver, target: &Element, options: &JsValue)
    -> Result<(), JsValue>;
    #[wasm_bindgen(method, js_name = takeRecords)]
    fn take_records(this: &MutationObserver) -> JsValue;
    #[wasm_bindgen(method)]
    fn disconnect(this: &MutationObserver);
}

/// Where the focus was in a table.
struct Place {
    control: HtmlElement,
    /// The address of its page: another one may have a table of the same name.
    page: String,
    /// The name of the table.
    table: String,
    /// What names the row.
    name: String,
    row: usize,
    cell: usize,
    /// Which of the controls of its cell.
    nth: usize,
}

thread_local! {
    /// The control of a row that has the focus, or had it when it went away.
    static LAST: RefCell<Option<Place>> = const { RefCell::new(None) };
}

/// An observer, and what it calls.
type Observing = (MutationObserver, Closure<dyn FnMut()>);

/// Keeps the rows of a table one stop until it is dropped.
pub struct Rows {
    body: HtmlElement,
    stop: RefCell<Option<HtmlElement>>,
    observer: RefCell<Option<Observing>>,
}

impl std::fmt::Debug for Rows {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Rows")
    }
}

/// Makes the rows in `body` one stop, and those that come later; `tell` hears whether there is more than one control to
/// walk to.
#[must_use]
pub fn watch(body: &HtmlElement, tell: impl Fn(bool) + 'static) -> Rc<Rows> {
    let rows = Rc::new(Rows {
        body: body.clone(),
        stop: RefCell::default(),
        observer: RefCell::default(),
    });
    let weak = Rc::downgrade(&rows);
    let arrange = move || {
        if let Some(rows) = weak.upgrade() {
            tell(rows.arrange());
        }
    };
    arrange();
    let changed = Closure::<dyn FnMut()>::new(arrange);
    if let Ok(observer) = MutationObserver::new(changed.as_ref().unchecked_ref()) {
        let options = js_sys::Object::new();
        let filter = js_sys::Array::of1(&"tabindex".into());
        let wanted: [(&str, JsValue); 3] = [
            ("childList", true.into()),
            ("subtree", true.into()),
            ("attributeFilter", filter.into()),
        ];
        for (name, value) in wanted {
            // A plain object takes every property.
            let _ = js_sys::Reflect::set(&options, &name.into(), &value);
        }
        // Refused only where the options say nothing.
        let _ = observer.observe(body, &options);
        rows.observer.replace(Some((observer, changed)));
    }
    rows
}

impl Drop for Rows {
    fn drop(&mut self) {
        if let Some((observer, _)) = self.observer.get_mut() {
            observer.disconnect();
        }
    }
}

impl Rows {
    /// Whether the arrow keys lead through the rows.
    fn are_walked(&self) -> bool {
        first(&self.body, FIELD).is_none()
    }

    /// Leaves one stop in the rows, and gives the focus back where what had it has gone. Whether there is more than one
    /// control to walk to.
    fn arrange(&self) -> bool {
        if !self.are_walked() {
            return false;
        }
        self.give_back();
        let known = self.stop.borrow().clone().filter(|stop| self.body.contains(Some(stop)));
        let stop = known.or_else(|| {
            let row = first(&self.body, ROW)?;
            main_control(&row)
        });
        self.stop_at(stop);
        first(&self.body, &format!("{CONTROL}[tabindex='-1']")).is_some()
    }

    fn stop_at(&self, stop: Option<HtmlElement>) {
        for control in all::<HtmlElement>(&self.body, STOP) {
            if Some(&control) != stop.as_ref() {
                set_stop(&control, false);
            }
        }
        if let Some(stop) = stop.as_ref().filter(|stop| stop.tab_index() < 0) {
            set_stop(stop, true);
        }
        self.stop.replace(stop);
        // These changes are no news.
        if let Some((observer, _)) = self.observer.borrow().as_ref() {
            observer.take_records();
        }
    }

    /// To be called when something in the rows gets the focus: it is the stop from now on.
    pub fn focused(&self, event: &FocusEvent) {
        let Some(control) = event.target().and_then(|it| self.control(&it)) else { return };
        if !self.are_walked() {
            return;
        }
        LAST.replace(self.place(&control));
        self.stop_at(Some(control));
    }

    /// To be called when something in the rows loses the focus: unless it has gone, nobody has to give it back.
    pub fn left(&self, event: &FocusEvent) {
        let Some(control) = event.target().and_then(|it| self.control(&it)) else { return };
        let is_elsewhere = event.related_target().is_some();
        spawn_local(async move {
            let has_gone = !is_elsewhere && !control.is_connected();
            let is_last =
                LAST.with_borrow(|last| last.as_ref().is_some_and(|it| it.control == control));
            if is_last && !has_gone && !control.matches(":focus").unwrap_or_default() {
                LAST.take();
            }
        });
    }

    /// To be called for every key pressed in the rows.
    pub fn pressed(&self, event: &KeyboardEvent) {
        let has_key = event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key();
        if has_key || event.default_prevented() || !self.are_walked() {
            return;
        }
        let Some(control) = event.target().and_then(|it| self.control(&it)) else { return };
        if self.take(&control, &event.key()).is_some() {
            event.prevent_default();
        }
    }

    /// Does what `key` asks for at a control; nothing where the key is the browser's.
    fn take(&self, control: &HtmlElement, key: &str) -> Option<()> {
        let row = row_of(control)?;
        match key {
            "ArrowLeft" | "ArrowRight" => {
                let controls: Vec<HtmlElement> = shown(&row).collect();
                let now = controls.iter().position(|it| it == control)?;
                let next = if key == "ArrowLeft" { now.checked_sub(1)? } else { now + 1 };
                focus::focus(controls.get(next)?);
            }
            " " if control.tag_name() == "A" => {
                first(&row, "input[type=checkbox]")?.dyn_into::<HtmlElement>().ok()?.click();
            }
            "Enter" if control.tag_name() == "INPUT" => {
                main_control(&row).filter(|main| main.tag_name() == "A")?.click();
            }
            // How far the page scrolls is the browser's to say.
            "PageUp" | "PageDown" => return None,
            _ => {
                let step = Step::of_key(key)?;
                let rows: Vec<HtmlElement> = all(&self.body, ROW).collect();
                let now = rows.iter().position(|it| *it == row)?;
                let next = rows.get(step.from(now, 1, rows.len())).filter(|next| **next != row)?;
                let place = self.place(control)?;
                focus::focus(&control_at(next, place.cell, place.nth)?);
            }
        }
        Some(())
    }

    /// The control of a row that something is, or stands in.
    fn control(&self, target: &web_sys::EventTarget) -> Option<HtmlElement> {
        let control = target.dyn_ref::<Element>()?.closest(CONTROL).ok()??;
        self.body.contains(Some(&control)).then_some(control)?.dyn_into().ok()
    }

    fn place(&self, control: &HtmlElement) -> Option<Place> {
        let row = row_of(control)?;
        let cell = control.closest("td, th").ok()??;
        let nth = all::<HtmlElement>(&cell, CONTROL).position(|it| it == *control)?;
        Some(Place {
            control: control.clone(),
            page: location(),
            table: self.name(),
            name: name_of(&row),
            row: before(&row),
            cell: before(&cell),
            nth,
        })
    }

    fn name(&self) -> String {
        let table = self.body.parent_element();
        table
            .and_then(|it| it.query_selector("caption").ok()?)
            .map(|it| text(&it))
            .unwrap_or_default()
    }

    /// Gives the focus to what stands where a control has gone that had it: in the row of the same name, or else in
    /// the one that is there now.
    fn give_back(&self) {
        let is_ours = LAST.with_borrow(|last| {
            let gone = last.as_ref().filter(|it| !it.control.is_connected());
            gone.is_some_and(|it| {
                !focus::is_anywhere() && it.page == location() && it.table == self.name()
            })
        });
        let Some(place) = is_ours.then(|| LAST.take()).flatten() else { return };
        let rows: Vec<HtmlElement> = all(&self.body, ROW).collect();
        let same = rows.iter().find(|row| name_of(row) == place.name);
        let row = same.or_else(|| rows.get(place.row.min(rows.len().saturating_sub(1))));
        match row.and_then(|row| control_at(row, place.cell, place.nth)) {
            Some(control) => focus::focus_in_place(&control),
            // The rows may come in a later step.
            None => drop(LAST.replace(Some(place))),
        }
    }
}

/// The row that a control stands in.
fn row_of(control: &Element) -> Option<HtmlElement> {
    control.closest("tr").ok()??.dyn_into().ok()
}

/// The control of a row in the same place as one of another row, or else what names the row.
fn control_at(row: &HtmlElement, cell: usize, nth: usize) -> Option<HtmlElement> {
    let cell = first(row, &format!(":scope > :nth-child({})", cell + 1));
    let controls: Vec<HtmlElement> = cell.iter().flat_map(shown).collect();
    let same = controls.get(nth.min(controls.len().saturating_sub(1))).cloned();
    same.or_else(|| main_control(row))
}

/// What opens a row, or else its first control.
fn main_control(row: &Element) -> Option<HtmlElement> {
    let link = first(row, "th a").and_then(|link| link.dyn_into().ok());
    link.or_else(|| shown(row).next())
}

/// The controls in an element that are on screen.
fn shown(within: &Element) -> impl Iterator<Item = HtmlElement> + use<> {
    all::<HtmlElement>(within, CONTROL).filter(|control| control.offset_width() > 0)
}

/// How many elements stand before one in what it stands in.
fn before(element: &Element) -> usize {
    std::iter::successors(element.previous_element_sibling(), Element::previous_element_sibling)
        .count()
}

fn name_of(row: &Element) -> String {
    first(row, "th").map(|it| text(&it)).unwrap_or_default()
}

fn text(element: &Element) -> String {
    element.text_content().unwrap_or_default()
}

fn set_stop(control: &HtmlElement, is_stop: bool) {
    // The name is ours and valid, which is the only thing that could fail.
    let _ = control.set_attribute("tabindex", if is_stop { "0" } else { "-1" });
}

//! The document around the application: its address, title, language and looks.

use std::cell::OnceCell;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, NodeList};

thread_local! {
    static BASE: OnceCell<String> = const { OnceCell::new() };
}

/// The path under which the application is served, starting and ending with a slash.
#[must_use]
pub fn base() -> String {
    BASE.with(|base| {
        base.get_or_init(|| {
            let named = meta("prorata-base").unwrap_or_default();
            let inner = named.trim_matches('/');
            if inner.is_empty() { "/".to_owned() } else { format!("/{inner}/") }
        })
        .clone()
    })
}

/// The absolute URL of `path`, which is relative to the base path unless it is absolute itself.
#[must_use]
pub fn absolute_url(path: &str) -> String {
    let origin = web_sys::window().and_then(|window| window.location().origin().ok());
    let base = format!("{}{}", origin.unwrap_or_default(), base());
    web_sys::Url::new_with_base(path, &base).map_or_else(|_| path.to_owned(), |url| url.href())
}

/// Opens the browser's dialog that prints the page, or saves it as PDF.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // A browser that prints nothing, such as one in an application, says so itself.
        let _ = window.print();
    }
}

/// The address in the address bar.
#[must_use]
pub fn location() -> String {
    web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default()
}

/// The content of `<meta name="{name}">`.
#[must_use]
pub fn meta(name: &str) -> Option<String> {
    document()?
        .query_selector(&format!("meta[name=\"{name}\"]"))
        .ok()
        .flatten()?
        .get_attribute("content")
}

/// The address of `<link rel="{rel}" hreflang="{language}">`.
#[must_use]
pub fn link(rel: &str, language: &str) -> Option<String> {
    document()?
        .query_selector(&format!("link[rel=\"{rel}\"][hreflang=\"{language}\"]"))
        .ok()
        .flatten()?
        .get_attribute("href")
}

/// Whether nobody can see the page: its tab is in the background, or the window is covered.
#[must_use]
pub fn is_hidden() -> bool {
    document().is_some_and(|document| document.hidden())
}

/// Sets the title of the page.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Tells assistive technology and the browser's typography which language the page is in.
pub fn set_language(tag: &str) {
    set_root_attribute("lang", tag);
}

/// Has style sheets know how the page shall look, by an attribute of the document that `look` names; `None` is as it is
/// where nobody has chosen.
pub fn set_look(look: &str, value: Option<&str>) {
    let name = format!("data-{look}");
    match value {
        Some(value) => set_root_attribute(&name, value),
        None => {
            if let Some(root) = root() {
                // Removing an attribute that is not there is not an error worth reporting.
                let _ = root.remove_attribute(&name);
            }
        }
    }
}

/// Language tags in the order in which the person prefers them.
#[must_use]
pub fn preferred_languages() -> Vec<String> {
    web_sys::window()
        .map(|window| {
            window.navigator().languages().iter().filter_map(|tag| tag.as_string()).collect()
        })
        .unwrap_or_default()
}

/// Loads the page again from its current address. Whoever calls it has kept what was typed.
pub fn reload() {
    super::leaving::let_go();
    if let Some(window) = web_sys::window() {
        // The browser refuses only while the page is already unloading.
        let _ = window.location().reload();
    }
}

/// Leaves the page for another address. Whoever calls it has kept what was typed.
pub fn go_to(url: &str) {
    super::leaving::let_go();
    if let Some(window) = web_sys::window() {
        // As above.
        let _ = window.location().assign(url);
    }
}

/// The part of the address behind the path and the query, with its `#`.
#[must_use]
pub fn fragment() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Takes away what the page showed before the application started.
pub fn remove_placeholder() {
    if let Some(placeholder) = element("placeholder") {
        placeholder.remove();
    }
}

/// The pixels of a root em, as the person has set them.
#[must_use]
pub fn root_em() -> f64 {
    root_number("font-size", "px").unwrap_or(16.0)
}

/// The root ems of a token of the style sheets, such as `--row-height`; `None` where there is no such token, or in
/// another unit.
#[must_use]
pub fn rem_of(token: &str) -> Option<f64> {
    root_number(token, "rem")
}

/// The colour behind everything, as the browser has resolved it.
pub(super) fn background() -> Option<String> {
    root_property("background-color")
}

/// A property of the root as a number, without its unit.
fn root_number(property: &str, unit: &str) -> Option<f64> {
    root_property(property)?.trim().strip_suffix(unit)?.parse().ok()
}

fn root_property(property: &str) -> Option<String> {
    let (window, root) = web_sys::window().zip(root())?;
    window.get_computed_style(&root).ok()??.get_property_value(property).ok()
}

/// Gives `element` a property of style sheets, as the content security policy allows it.
pub fn set_property(element: &web_sys::HtmlElement, name: &str, value: &str) {
    // A value that a browser does not know leaves the one before.
    let _ = element.style().set_property(name, value);
}

/// The element with this id.
#[must_use]
pub(super) fn element(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

fn root() -> Option<Element> {
    document()?.document_element()
}

fn set_root_attribute(name: &str, value: &str) {
    if let Some(root) = root() {
        // The names are ours and valid, which is the only thing that could fail.
        let _ = root.set_attribute(name, value);
    }
}

/// The first of the elements in another one that a selector finds.
pub(super) fn first(within: &Element, selector: &str) -> Option<Element> {
    within.query_selector(selector).ok()?
}

/// All of them that are of this type, in their order.
pub(super) fn all<E: JsCast>(within: &Element, selector: &str) -> impl Iterator<Item = E> + use<E> {
    let found: Option<NodeList> = within.query_selector_all(selector).ok();
    let count = found.as_ref().map_or(0, NodeList::length);
    (0..count).filter_map(move |place| found.as_ref()?.get(place)?.dyn_into().ok())
}

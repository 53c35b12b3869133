//! A place in the page to put components on, and hands to use them with.

use crate::answers::{hand_over, hold_back, is_answering};
use js_sys::Promise;
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use prorata::api::{Api, Role, Session};
use prorata::customers::WaysToCustomers;
use prorata::i18n::{self, Language};
use prorata::pages;
use prorata::platform::timer;
use prorata::rights::Rights;
use prorata::router::Router;
use prorata::shell::{CurrentCustomer, PolicyChoice, Questions};
use prorata::ui::{Announcer, Toasts};
use std::cell::{Cell, RefCell};
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Document, Element, ErrorEvent, Event, HtmlElement, HtmlInputElement, HtmlSelectElement,
};

/// A component on its own in the page; gone when it is dropped.
pub(crate) struct Stage<S: leptos::tachys::view::Mountable> {
    root: HtmlElement,
    _handle: UnmountHandle<S>,
}

impl<S: leptos::tachys::view::Mountable> Drop for Stage<S> {
    fn drop(&mut self) {
        self.root.remove();
    }
}

pub(crate) fn document() -> Document {
    web_sys::window().and_then(|window| window.document()).expect("a browser")
}

/// Puts a component into the page and waits until its effects have run.
pub(crate) async fn stage<F, V>(view: F) -> Stage<V::State>
where
    F: FnOnce() -> V + 'static,
    V: IntoView,
{
    // A test that has failed did not come to the end of its stage.
    while let Some(left) = document().query_selector("[data-stage]").unwrap() {
        left.remove();
    }
    listen_for_errors();
    let root: HtmlElement = document().create_element("div").unwrap().unchecked_into();
    root.set_attribute("data-stage", "").unwrap();
    document().body().unwrap().append_child(&root).unwrap();
    let handle = mount_to(root.clone(), view);
    settle().await;
    Stage { root, _handle: handle }
}

thread_local! {
    static IS_LISTENING: Cell<bool> = const { Cell::new(false) };
    static UNCAUGHT: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// A task that panics beside a test, as those do that go on in a page, would otherwise be seen by nobody.
fn listen_for_errors() {
    if IS_LISTENING.replace(true) {
        return;
    }
    let listener = Closure::<dyn Fn(ErrorEvent)>::new(|event: ErrorEvent| {
        UNCAUGHT.with_borrow_mut(|all| all.push(event.message()));
    });
    let window = web_sys::window().expect("a browser");
    let function = listener.as_ref().unchecked_ref();
    window.add_event_listener_with_callback("error", function).unwrap();
    listener.forget();
}

/// Gives a page what the frame around it would: who asks, the way to the records, and the voices.
pub(crate) fn provide_frame(role: Role) {
    provide_context(Questions(pages::bring_questions));
    provide_context(WaysToCustomers(pages::bring_ways_to_customers));
    let session = Session::restore();
    session.select_role(role);
    provide_context(session);
    let api = Api::new(session);
    provide_context(api);
    provide_context(Rights::new(api, session));
    provide_context(PolicyChoice::default());
    provide_context(CurrentCustomer::default());
    provide_context(Announcer::default());
    provide_context(Toasts::default());
}

/// Something that a person does on a page, if the page is that far.
pub(crate) type Act = fn(&HtmlElement);

/// Clicks the first element that matches, if there is one.
pub(crate) fn click_in(root: &HtmlElement, selector: &str) {
    if let Some(found) = root.query_selector(selector).unwrap() {
        found.unchecked_into::<HtmlElement>().click();
    }
}

/// Opens a page again and again, does something on it, and leaves it: once before the answer to each of its requests,
/// which comes then, and once after each of some steps of what it goes on with by itself. Whatever is still under way
/// then asks the page for nothing more. `before` goes to the address.
pub(crate) async fn leave_in_the_middle(before: fn(), page: fn() -> AnyView, acts: &[Act]) {
    const REQUESTS_MAX: u32 = 60;
    const STEPS: u32 = 15;
    i18n::select(Language::English);
    let is_there = RwSignal::new(false);
    let stage = stage(move || {
        provide_frame(Role::AdminAgent);
        move || is_there.get().then(|| view! { <Router>{page()}</Router> })
    })
    .await;
    let open = async |steps: Option<u32>| {
        before();
        is_there.set(true);
        settle().await;
        let mut left = acts.len();
        for act in acts {
            act(&stage.root);
            left -= 1;
            if left > 0 || steps.is_none() {
                settle().await;
            }
        }
        for _ in 0..steps.unwrap_or_default() {
            timer::sleep(Duration::ZERO).await;
        }
        is_there.set(false);
        settle().await;
    };
    let mut requests = 0;
    for after in 0..REQUESTS_MAX {
        hold_back(after);
        open(None).await;
        if !hand_over() {
            break;
        }
        settle().await;
        requests += 1;
    }
    assert!((1..REQUESTS_MAX).contains(&requests), "{requests} requests");
    hold_back(u32::MAX);
    for step in 0..STEPS {
        open(Some(step)).await;
    }
}

/// Waits until the page has come to rest: everything that happened so far is in it, answers included.
///
/// A fixed wait would be too short on a busy machine and too long on any other.
pub(crate) async fn settle() {
    const PAUSE: Duration = Duration::from_millis(10);
    const QUIET_PAUSES: u32 = 2;
    const PAUSES_MAX: u32 = 500;
    let body = document().body().unwrap();
    let mut before = String::new();
    let mut quiet = 0;
    for _ in 0..PAUSES_MAX {
        timer::sleep(PAUSE).await;
        let now = body.inner_html();
        quiet = if now == before && !is_answering() { quiet + 1 } else { 0 };
        let uncaught = UNCAUGHT.take();
        assert!(uncaught.is_empty(), "something beside the test has failed: {uncaught:?}");
        if quiet == QUIET_PAUSES {
            return next_frame().await;
        }
        before = now;
    }
    panic!("the page has not come to rest; an answer is under way: {}", is_answering());
}

/// Waits until something has happened that takes the browser its own time, such as a step in the history.
pub(crate) async fn until(has_happened: impl Fn() -> bool) {
    const PAUSE: Duration = Duration::from_millis(10);
    for _ in 0..500 {
        if has_happened() {
            break;
        }
        timer::sleep(PAUSE).await;
    }
    settle().await;
}

/// Lets time pass, and the page do what it does then.
pub(crate) async fn pass(time: Duration) {
    timer::sleep(time).await;
    settle().await;
}

/// Waits until the page has asked what became of a change whose answer was lost.
pub(crate) async fn doubted() {
    pass(Duration::from_millis(2_200)).await;
}

/// Waits until the browser has drawn: what was to be done before that, such as moving the focus to what has
/// just appeared, is no change of the page and may come late on a busy machine.
async fn next_frame() {
    let frame = Promise::new(&mut |resolve, _| {
        web_sys::window().unwrap().request_animation_frame(&resolve).unwrap();
    });
    JsFuture::from(frame).await.unwrap();
}

impl<S: leptos::tachys::view::Mountable> Stage<S> {
    pub(crate) fn find(&self, selector: &str) -> Element {
        self.maybe(selector).unwrap_or_else(|| panic!("no {selector} in {}", self.html()))
    }

    pub(crate) fn maybe(&self, selector: &str) -> Option<Element> {
        self.root.query_selector(selector).unwrap()
    }

    /// All elements that match, in the order of the page.
    pub(crate) fn all(&self, selector: &str) -> Vec<Element> {
        let found = self.root.query_selector_all(selector).unwrap();
        (0..found.length())
            .filter_map(|index| found.get(index))
            .filter_map(|node| node.dyn_into().ok())
            .collect()
    }

    /// The texts of all elements that match, in the order of the page.
    pub(crate) fn texts(&self, selector: &str) -> Vec<String> {
        let found = self.root.query_selector_all(selector).unwrap();
        (0..found.length())
            .filter_map(|index| found.get(index))
            .map(|node| node.text_content().unwrap_or_default())
            .collect()
    }

    /// That attribute of all elements that match, in the order of the page.
    pub(crate) fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        let found = self.root.query_selector_all(selector).unwrap();
        (0..found.length())
            .filter_map(|index| found.get(index)?.unchecked_into::<Element>().get_attribute(name))
            .collect()
    }

    pub(crate) fn text(&self, selector: &str) -> String {
        self.find(selector).text_content().unwrap_or_default()
    }

    pub(crate) fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        self.find(selector).get_attribute(name)
    }

    pub(crate) async fn click(&self, selector: &str) {
        self.find(selector).unchecked_into::<HtmlElement>().click();
        settle().await;
    }

    pub(crate) async fn type_into(&self, selector: &str, text: &str) {
        let input: HtmlInputElement = self.find(selector).unchecked_into();
        input.set_value(text);
        let options = web_sys::EventInit::new();
        options.set_bubbles(true);
        let event = Event::new_with_event_init_dict("input", &options).unwrap();
        input.dispatch_event(&event).unwrap();
        settle().await;
    }

    /// Chooses a value of a select as a person does.
    pub(crate) async fn choose(&self, selector: &str, value: &str) {
        let select: HtmlSelectElement = self.find(selector).unchecked_into();
        select.set_value(value);
        let options = web_sys::EventInit::new();
        options.set_bubbles(true);
        let event = Event::new_with_event_init_dict("change", &options).unwrap();
        select.dispatch_event(&event).unwrap();
        settle().await;
    }

    /// What stands in a field.
    pub(crate) fn value(&self, selector: &str) -> String {
        self.find(selector).unchecked_into::<HtmlInputElement>().value()
    }

    /// The value that a select shows.
    pub(crate) fn chosen(&self, selector: &str) -> String {
        self.find(selector).unchecked_into::<HtmlSelectElement>().value()
    }

    fn html(&self) -> String {
        self.root.inner_html()
    }
}

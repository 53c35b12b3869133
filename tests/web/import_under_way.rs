use crate::answers::{Answers, NO_CONNECTION, note_requests, noted, open};
use crate::import_page::{ACCOUNT, COMMITTED, IMPORT, NOTHING, press, service};
use crate::stage::{Stage, pass, provide_frame, settle, stage, until};
use leptos::prelude::*;
use leptos::tachys::view::Mountable;
use prorata::api::Role;
use prorata::i18n::{self, Language};
use prorata::import::ImportFiles;
use prorata::router::Router;
use prorata::ui::ToastRegion;
use std::time::Duration;
use wasm_bindgen_test::wasm_bindgen_test;

const RUNNING: (&str, u16, &str) =
    ("/i1/progress", 200, r#"{"stage":"Merging","done":2,"total":5}"#);
const FURTHER: (&str, u16, &str) =
    ("/i1/progress", 200, r#"{"stage":"Merging","done":3,"total":5}"#);
/// What somebody answers who knows of no commit of this import: it has ended, or another server commits it.
const SILENT: (&str, u16, &str) = ("/i1/progress", 200, "null");
const BUSY: (&str, u16, &str) =
    ("/i1/progress", 503, r#"{"error":{"code":"ServerBusy","message":"Later."}}"#);
const BROKEN: (&str, u16, &str) = ("/i1/progress", NO_CONNECTION, "");
const SECTION: &str = "[aria-labelledby=import-under-way]";

/// The list of imports while the one is not committed.
fn staged() -> String {
    format!(r#"{{"value":[{IMPORT}]}}"#)
}

/// The page that looks for a commit that was begun elsewhere, as long as it is there.
async fn page_while(is_there: RwSignal<bool>) -> Stage<impl Mountable + use<>> {
    i18n::select(Language::English);
    open("");
    let page = stage(move || {
        provide_frame(Role::AdminAgent);
        let import = move || is_there.get().then(|| view! { <ImportFiles /> });
        view! { <ToastRegion /> <Router>{import}</Router> }
    })
    .await;
    settle().await;
    page
}

/// The page when a commit is under way that was begun elsewhere.
async fn followed() -> (Answers, Stage<impl Mountable + use<>>) {
    let answers = service(&[RUNNING, ("GET /imports", 200, &staged())]);
    let page = page_while(RwSignal::new(true)).await;
    let running = page.text(SECTION);
    assert!(running.contains("Import in progress"), "{running}");
    assert!(running.contains("Preparing: 2 of 5 customers"), "{running}");
    (answers, page)
}

/// What is said once nobody can tell of the commit any more, and the list of imports has `then`.
async fn told_when_the_list_is(then: &str) -> (String, Stage<impl Mountable + use<>>) {
    let (answers, page) = followed().await;
    answers.change_to(&[SILENT, ("GET /imports", 200, then), ("/account", 200, ACCOUNT)]);
    until(|| page.maybe(SECTION).is_none()).await;
    settle().await;
    assert!(page.maybe(SECTION).is_none(), "it has ended");
    (page.text(".toasts .toast span"), page)
}

#[wasm_bindgen_test]
async fn a_commit_that_was_begun_elsewhere_is_followed_to_its_end() {
    let (told, page) = told_when_the_list_is(COMMITTED).await;
    assert_eq!(told, "Imported");
    assert!(page.text("[aria-labelledby=import-last]").contains("a.csv"));
}

#[wasm_bindgen_test]
async fn an_import_that_was_taken_back_or_discarded_meanwhile_is_said_to_be() {
    let undone = COMMITTED.replace("Committed", "Undone").replace(":true", ":false");
    let (told, page) = told_when_the_list_is(&undone).await;
    assert!(told.starts_with("The import was undone."), "{told}");
    drop(page);
    let (told, _page) = told_when_the_list_is(NOTHING).await;
    assert_eq!(told, "This import no longer exists.");
}

#[wasm_bindgen_test]
async fn what_cannot_be_told_is_no_end() {
    let (answers, page) = followed().await;
    let section = page.find(SECTION);
    let list = staged();
    let is_followed = || {
        assert!(page.maybe(".toasts .toast").is_none(), "{}", page.text(".toasts"));
        assert!(page.maybe(SECTION).is_some_and(|now| now == section), "it is the same all along");
        page.text(SECTION)
    };
    // Another server commits it, the server is busy, the connection is gone: each once or twice.
    for (between, then, done) in [(SILENT, FURTHER, 3), (BUSY, RUNNING, 2), (BROKEN, FURTHER, 3)] {
        // The list is not asked for where there is no answer, and would say too much.
        let list = if between == SILENT { &*list } else { COMMITTED };
        answers.change_to(&[between, ("GET /imports", 200, list)]);
        note_requests();
        until(|| !noted("GET").is_empty()).await;
        assert!(is_followed().contains("Preparing:"), "{}", is_followed());
        answers.change_to(&[then, ("GET /imports", 200, list)]);
        let words = format!("Preparing: {done} of 5 customers");
        until(|| page.text(SECTION).contains(&words)).await;
        assert!(is_followed().contains(&words), "{}", is_followed());
    }
    // For longer: what was told last is not known any more, and nothing else is.
    answers.change_to(&[SILENT, ("GET /imports", 200, &list)]);
    for _ in 0..3 {
        until(|| page.text(SECTION).contains("Import status unknown")).await;
    }
    let words = is_followed();
    assert!(words.contains("Import status unknown") && words.contains("keeps checking"), "{words}");
    assert!(!words.contains("Preparing"), "{words}");
    answers.change_to(&[SILENT, ("GET /imports", 200, COMMITTED), ("/account", 200, ACCOUNT)]);
    for _ in 0..2 {
        until(|| page.maybe(SECTION).is_none()).await;
    }
    assert_eq!(page.text(".toasts .toast span"), "Imported");
}

#[wasm_bindgen_test]
async fn a_commit_is_found_although_the_first_who_is_asked_does_not_know() {
    for first in [SILENT, BUSY] {
        let answers = service(&[first, ("GET /imports", 200, &staged())]);
        let page = page_while(RwSignal::new(true)).await;
        assert!(page.maybe(SECTION).is_none());
        answers.change_to(&[RUNNING, ("GET /imports", 200, &staged())]);
        until(|| page.maybe(SECTION).is_some()).await;
        assert!(page.text(SECTION).contains("Preparing: 2 of 5 customers"));
    }
}

#[wasm_bindgen_test]
async fn a_wish_to_stop_that_nobody_has_heard_can_be_said_again() {
    let (answers, page) = followed().await;
    let list = staged();
    let is_disabled = || {
        let button = page.find(".import-progress button");
        button.get_attribute("aria-disabled").as_deref() == Some("true")
    };
    for (status, body) in [
        (404, r#"{"error":{"code":"NotFound","message":"Not here."}}"#),
        (503, r#"{"error":{"code":"ServerBusy","message":"Later."}}"#),
        (NO_CONNECTION, ""),
    ] {
        answers.change_to(&[RUNNING, ("/i1/cancel", status, body), ("GET /imports", 200, &list)]);
        note_requests();
        press(&page, "Stop the import").await;
        assert_eq!(noted("POST").len(), 1, "{status}");
        let words = page.text(SECTION);
        assert!(words.contains("The request to stop wasn't confirmed"), "{status}: {words}");
        assert!(!is_disabled(), "{status}");
    }
    const WRITTEN: &str =
        r#"{"error":{"code":"OperationCannotBePerformedInCurrentState","message":"Written."}}"#;
    const WRITING: (&str, u16, &str) =
        ("/i1/progress", 200, r#"{"stage":"Writing","done":4,"total":5}"#);
    answers.change_to(&[WRITING, ("/i1/cancel", 409, WRITTEN), ("GET /imports", 200, &list)]);
    press(&page, "Stop the import").await;
    until(|| page.text(SECTION).contains("Saving everything in one step…")).await;
    let words = page.text(SECTION);
    assert!(words.contains("can no longer be stopped"), "{words}");
    assert!(is_disabled());
    // Somebody else was quicker, and it begins again.
    const BEGUN: (&str, u16, &str) =
        ("/i1/progress", 200, r#"{"stage":"Merging","done":0,"total":0}"#);
    answers.change_to(&[BEGUN, ("/i1/cancel", 204, ""), ("GET /imports", 200, &list)]);
    until(|| !is_disabled()).await;
    let words = page.text(SECTION);
    assert!(words.contains("Importing…") && !words.contains("0 of 0"), "{words}");
    press(&page, "Stop the import").await;
    let words = page.text(SECTION);
    assert!(words.contains("The request to stop was accepted."), "{words}");
    assert!(is_disabled());
}

#[wasm_bindgen_test]
async fn nothing_is_asked_for_once_the_page_is_gone() {
    let is_there = RwSignal::new(true);
    let _answers = service(&[RUNNING, ("GET /imports", 200, &staged())]);
    let page = page_while(is_there).await;
    assert!(page.maybe(SECTION).is_some());
    is_there.set(false);
    pass(Duration::from_millis(100)).await;
    note_requests();
    pass(Duration::from_millis(2_500)).await;
    assert_eq!(noted("GET"), Vec::<String>::new());
}

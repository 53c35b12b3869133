use crate::answers::Answers;
use crate::stage::{Stage, provide_frame, settle, stage};
use leptos::prelude::*;
use leptos::tachys::view::Mountable;
use prorata::api::{Role, Session};
use prorata::i18n::{self, Language};
use prorata::router::Router;
use prorata::shell::Roles;
use wasm_bindgen_test::wasm_bindgen_test;

const TABLE: &str = r#"{"value":[
    {"permission":"ReturnReservations","roles":["AdminAgent","SalesAgent"],
     "source":"Partner Center article of 2020-08-06, “appropriate roles”; an article"},
    {"permission":"Teleport","roles":["Guest"],"source":"A dream"}]}"#;

async fn page() -> Stage<impl Mountable> {
    i18n::select(Language::English);
    let page = stage(|| {
        provide_frame(Role::SalesAgent);
        view! { <Router><Roles /></Router> }
    })
    .await;
    settle().await;
    page
}

#[wasm_bindgen_test]
async fn the_table_is_the_one_of_the_service() {
    let _answers = Answers::with(&[("/permissions", 200, TABLE)]);
    let page = page().await;
    assert_eq!(page.texts("tbody th"), ["Return reservations", "Teleport"]);
    assert_eq!(page.texts("thead th").len(), 8);
    let first: Vec<_> = page.texts("tbody tr:first-child .mark .visually-hidden");
    assert_eq!(first, ["Yes", "No", "No", "Yes", "No", "No"]);
    assert_eq!(page.texts("tbody tr:first-child .in-force .visually-hidden"), ["Yes"]);
    assert!(page.text("tbody tr:last-child td:last-child").contains("A dream"));

    i18n::select(Language::German);
    settle().await;
    assert_eq!(page.texts("tbody th"), ["Reservierungen zurückgeben", "Teleport"]);
    let source = page.text("tbody tr:first-child td:last-child .hint");
    assert_eq!(source, "Artikel im Partner Center vom 06.08.2020, „appropriate roles“; an article");
    assert_eq!(page.texts("tbody [lang=en]"), ["an article", "A dream"], "the service's own words");
    i18n::select(Language::English);
    Session::restore().select_role(Role::AdminAgent);
}

#[wasm_bindgen_test]
async fn a_table_that_does_not_come_can_be_asked_for_again() {
    let answers = Answers::with(&[("/permissions", 503, "")]);
    let page = page().await;
    assert!(page.maybe("table").is_none());
    answers.change_to(&[("/permissions", 200, TABLE)]);
    page.click("[role=alert] .notice-actions button").await;
    assert_eq!(page.texts("tbody tr").len(), 2);
    Session::restore().select_role(Role::AdminAgent);
}

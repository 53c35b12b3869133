use crate::answers::Answers;
use crate::stage::{Stage, provide_frame, settle, stage};
use leptos::prelude::*;
use leptos::tachys::view::Mountable;
use prorata::api::Role;
use prorata::export::Data;
use prorata::i18n::{self, Language};
use prorata::router::Router;
use wasm_bindgen_test::wasm_bindgen_test;

const GRANTS: &str = r#"{"value":[
    {"permission":"ReadRecords","roles":["AdminAgent","Guest"],"source":"a"},
    {"permission":"ResetDemonstration","roles":["AdminAgent"],"source":"b"}]}"#;
const FAILED: &str = r#"{"error":{"code":"InternalServerError","message":"No."}}"#;

async fn page(role: Role) -> Stage<impl Mountable> {
    i18n::select(Language::English);
    let page = stage(move || {
        provide_frame(role);
        view! { <Router><Data /></Router> }
    })
    .await;
    settle().await;
    page
}

#[wasm_bindgen_test]
async fn a_backup_that_fails_is_told_and_can_be_asked_for_again() {
    let answers = Answers::with(&[("/permissions", 200, GRANTS), ("Prorata/backup", 500, FAILED)]);
    let page = page(Role::AdminAgent).await;
    page.click(".button.primary").await;
    settle().await;
    assert!(page.text("[role=status]").contains("Try again"), "{}", page.text("[role=status]"));

    answers.change_to(&[("/permissions", 200, GRANTS), ("Prorata/backup", 200, "{}\n")]);
    page.click(".button.primary").await;
    settle().await;
    assert_eq!(page.text("[role=status]"), "Done: The file is among your downloads.");
    i18n::select(Language::German);
    settle().await;
    assert_eq!(page.texts(".card h2"), ["Sicherung", "Wiederherstellen", "Export"]);
    i18n::select(Language::English);
}

#[wasm_bindgen_test]
async fn whoever_may_not_start_over_may_not_restore() {
    let _answers = Answers::with(&[("/permissions", 200, GRANTS)]);
    let page = page(Role::Guest).await;
    assert!(page.attribute("#backup-file", "disabled").is_some());
    assert!(page.text(".reason").contains("Admin agent"), "{}", page.text(".reason"));
}

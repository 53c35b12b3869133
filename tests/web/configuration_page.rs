use crate::answers::{ACCEPTED, Answers, note_requests, noted, open};
use crate::stage::{Stage, doubted, pass, provide_frame, settle, stage};
use leptos::prelude::*;
use leptos::tachys::view::Mountable;
use prorata::api::Role;
use prorata::i18n::{self, Language};
use prorata::reservation::Configuration;
use prorata::router::Router;
use serde_json::{Value, json};
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

const IDS: &str = "?customer=c&order=o&reservation=r";
const NAME: &str = ".settings input[type=text]";
const SAVE: &str = ".settings .button.primary";
const DISCARD: &str = ".settings .button-row .tip-anchor:nth-child(2) button";
const SUBSCRIPTION: &str = "/subscriptions/s-1";

fn record(id: &str, etag: u32, properties: &Value) -> Value {
    let mut record = json!({"id": format!("/providers/Microsoft.Capacity/reservationOrders/o/reservations/{id}"),
        "etag": etag, "location": "westeurope", "sku": {"name": "Standard_D2s_v5"}, "properties": {
        "displayName": "Web shop", "provisioningState": "Succeeded", "quantity": 4,
        "appliedScopeType": "Shared", "instanceFlexibility": "On", "renew": true,
        "reservedResourceType": "VirtualMachines"}});
    for (name, value) in properties.as_object().unwrap() {
        record["properties"][name] = value.clone();
    }
    record
}

fn page(role: Role) -> impl IntoView {
    provide_frame(role);
    view! {
        <Router>
            <Configuration />
        </Router>
    }
}

/// The answers around a record, and more of them before.
fn answers(record: &Value, siblings: &[Value], first: &[(&str, u16, &str)]) -> Answers {
    let record = record.to_string();
    let siblings = json!({"value": siblings}).to_string();
    let table = [
        (
            "availableScopes",
            200,
            r#"{"properties":{"scopes":[{"scope":"/subscriptions/s-1","valid":true},
            {"scope":"/subscriptions/s-2","valid":false},
            {"scope":"/subscriptions/s-1/resourceGroups/rg","valid":true}]}}"#,
        ),
        (
            "resourcegroups",
            200,
            r#"{"value":[{"id":"/subscriptions/s-1/resourceGroups/rg","name":"rg"}]}"#,
        ),
        (
            "/subscriptions?",
            200,
            r#"{"value":[{"id":"/subscriptions/s-1","displayName":"Production"},
            {"id":"/subscriptions/s-2","displayName":"Sandbox"}]}"#,
        ),
        ("managementGroups?", 200, r#"{"value":[]}"#),
        ("/reservations/r?", 200, record.as_str()),
        ("/reservations?", 200, siblings.as_str()),
    ];
    Answers::with(&[first, &table].concat())
}

async fn desk(role: Role) -> Stage<impl Mountable> {
    i18n::select(Language::English);
    open(IDS);
    let page = stage(move || page(role)).await;
    settle().await;
    page
}

fn is_disabled(page: &Stage<impl Mountable>, selector: &str) -> bool {
    page.attribute(selector, "aria-disabled").as_deref() == Some("true")
}

#[wasm_bindgen_test]
async fn a_change_is_summed_up_saved_and_shown() {
    let before = record("r", 1, &json!({}));
    let after = record("r", 2, &json!({"displayName": "Shop"})).to_string();
    let _answers = answers(&before, &[], &[("PATCH /reservations/r", 200, &after)]);
    let page = desk(Role::AdminAgent).await;
    assert_eq!(page.text("h1"), "Web shop · Configuration");
    assert!(is_disabled(&page, SAVE) && page.maybe(".summary").is_none());

    page.type_into(NAME, "Shop").await;
    let summary = page.text(".summary");
    assert!(summary.contains("Web shop") && summary.contains("Shop"), "{summary}");
    assert_eq!(page.texts(".summary dt"), ["Display name"]);
    assert!(!is_disabled(&page, SAVE));
    page.click(SAVE).await;
    assert!(page.text(".outcome").contains("The changes are saved."), "{}", page.text(".outcome"));
    assert_eq!(page.texts(".outcome dt"), ["Display name"]);
    assert_eq!(page.text("h1"), "Shop · Configuration", "the heading follows");
    assert!(page.maybe(".summary").is_none() && is_disabled(&page, SAVE));
}

#[wasm_bindgen_test]
async fn a_failure_keeps_what_was_typed_and_offers_another_try() {
    let broken = r#"{"error":{"code":"InternalServerError","message":"It broke."}}"#;
    let before = record("r", 1, &json!({}));
    let answers = answers(&before, &[], &[("PATCH /reservations/r", 500, broken)]);
    let page = desk(Role::AdminAgent).await;
    page.type_into(NAME, "Shop").await;
    page.click(SAVE).await;
    assert!(page.text("form ~ .notice").contains("We don't know yet whether it was accepted"));
    doubted().await;
    assert!(page.text("form ~ .notice").contains("It broke."));
    assert!(page.text(".consequence").starts_with("Nothing was changed."));
    assert_eq!(page.value(NAME), "Shop");

    let after = record("r", 2, &json!({"displayName": "Shop"})).to_string();
    answers.change_to(&[
        ("PATCH /reservations/r", 200, &after),
        ("/reservations", 200, r#"{"value":[]}"#),
    ]);
    page.click(".consequence + .button-row button").await;
    assert!(page.text(".outcome").contains("The changes are saved."));
}

#[wasm_bindgen_test]
async fn what_is_typed_outlives_a_reload_of_the_page() {
    let before = record("r", 1, &json!({}));
    let answers = answers(&before, &[], &[]);
    let page = desk(Role::AdminAgent).await;
    page.type_into(NAME, "Shop").await;
    drop(page);
    let page = desk(Role::AdminAgent).await;
    assert_eq!(page.value(NAME), "Shop");
    assert_eq!(page.texts(".summary dt"), ["Display name"]);

    // Another version of the application answers: nothing happens, and the page is to be loaded anew.
    let mismatch = r#"{"error":{"code":"BuildMismatch","message":"Another build."}}"#;
    answers.change_to(&[("PATCH /reservations/r", 409, mismatch)]);
    page.click(SAVE).await;
    let alert = page.text("[role=alert]");
    assert!(alert.contains("A new version of this application is available"), "{alert}");
    assert!(alert.contains("what you entered is kept"), "{alert}");
    assert_eq!(page.text("[role=alert] .button.primary"), "Load the page again");
    assert!(page.maybe("[role=alert] .notice-actions").is_none(), "trying again cannot help");

    let newer = r#"{"error":{"code":"NewerFormat","message":"Format 9."}}"#;
    answers.change_to(&[("PATCH /reservations/r", 409, newer)]);
    page.click(SAVE).await;
    let alert = page.text("[role=alert]");
    assert!(alert.contains("A newer version of this application has written here"), "{alert}");

    page.click(".settings .button:not(.primary)").await;
    drop(page);
    let record = before.to_string();
    answers.change_to(&[
        ("/reservations/r?", 200, &record),
        ("/reservations", 200, r#"{"value":[]}"#),
    ]);
    let page = desk(Role::AdminAgent).await;
    assert_eq!(page.value(NAME), "Web shop", "what is discarded is gone");
}

#[wasm_bindgen_test]
async fn a_conflict_is_decided_setting_by_setting() {
    let before = record("r", 1, &json!({}));
    let answers = answers(&before, &[], &[]);
    let page = desk(Role::AdminAgent).await;
    page.type_into(NAME, "Mine").await;
    let theirs = record("r", 7, &json!({"displayName": "Theirs", "renew": false})).to_string();
    let moved = r#"{"error":{"code":"PreconditionFailed","message":"The etag is 7."}}"#;
    answers.change_to(&[("PATCH /reservations/r", 412, moved), ("/reservations/r?", 200, &theirs)]);
    page.click(SAVE).await;
    let legends = page.texts(".conflict legend");
    assert_eq!(legends, ["Display name", "Automatic renewal"]);
    let choices = page.texts(".conflict label");
    assert_eq!(choices, ["Mine: Mine", "Theirs: Theirs", "Mine: On", "Theirs: Off"]);
    let hints = page.texts(".conflict .hint");
    assert_eq!(hints, ["It was: Web shop", "It was: On"]);
    let picked = || -> Vec<bool> {
        let inputs = page.all(".conflict input");
        inputs.into_iter().map(|it| it.unchecked_into::<HtmlInputElement>().checked()).collect()
    };
    assert_eq!(picked(), [true, false, false, true], "what nobody touched is not taken back");
    assert_eq!(page.value(NAME), "Mine", "nothing typed is lost");

    let after = record("r", 8, &json!({"displayName": "Mine", "renew": false})).to_string();
    answers.change_to(&[
        ("PATCH /reservations/r", 200, &after),
        ("/reservations", 200, r#"{"value":[]}"#),
    ]);
    page.click(".conflict .button.primary").await;
    assert_eq!(page.texts(".outcome dt"), ["Display name"], "theirs are the values before");
    assert_eq!(page.text("h1"), "Mine · Configuration");
}

#[wasm_bindgen_test]
async fn what_was_typed_before_a_reload_does_not_overwrite_what_was_saved_meanwhile() {
    let before = record("r", 1, &json!({}));
    let answers = answers(&before, &[], &[]);
    let page = desk(Role::AdminAgent).await;
    page.type_into(NAME, "Mine").await;
    drop(page);
    let theirs = record("r", 7, &json!({"displayName": "Theirs", "renew": false})).to_string();
    answers.change_to(&[
        ("PATCH /reservations/r", 412, ""),
        ("/reservations/r?", 200, &theirs),
        ("/reservations", 200, r#"{"value":[]}"#),
    ]);
    let page = desk(Role::AdminAgent).await;
    assert_eq!(page.value(NAME), "Mine");
    assert_eq!(page.texts(".summary dt"), ["Display name"], "what nobody touched is not changed");
    page.click(SAVE).await;
    assert_eq!(page.texts(".conflict legend"), ["Display name", "Automatic renewal"]);
    assert_eq!(page.texts(".conflict .hint"), ["It was: Web shop", "It was: On"]);

    page.click(".conflict > .button-row:last-child .tip-anchor:nth-child(2) button").await;
    page.click(DISCARD).await;
    assert_eq!(page.value(NAME), "Theirs", "what is given up gives way to what there is");
    assert!(page.maybe(".summary").is_none());
}

#[wasm_bindgen_test]
async fn a_conflict_can_be_left_to_the_other_person() {
    let before = record("r", 1, &json!({}));
    let answers = answers(&before, &[], &[]);
    let page = desk(Role::AdminAgent).await;
    page.type_into(NAME, "Mine").await;
    let theirs = record("r", 7, &json!({"displayName": "Theirs"})).to_string();
    answers.change_to(&[
        ("PATCH /reservations/r", 412, ""),
        ("/reservations/r?", 200, &theirs),
        ("/reservations", 200, r#"{"value":[]}"#),
    ]);
    page.click(SAVE).await;
    note_requests();
    page.click(".conflict .button-row .tip-anchor:nth-child(2) button").await;
    page.click(".conflict .button.primary").await;
    assert!(page.text(".outcome").contains("as the other person left it"));
    assert_eq!(page.value(NAME), "Theirs");
    assert!(noted("PATCH").is_empty(), "there is nothing to send");
}

#[wasm_bindgen_test]
async fn a_scope_is_chosen_from_what_the_service_offers() {
    let before = record("r", 1, &json!({}));
    let _answers = answers(&before, &[], &[]);
    let page = desk(Role::AdminAgent).await;
    assert!(page.maybe(".settings select").is_none(), "a shared scope has nothing to choose");
    page.click(".settings input[value=subscription]").await;
    assert_eq!(
        page.texts(".settings option"),
        ["Choose…", "Production", "Sandbox (not available)"]
    );
    assert!(page.texts(".settings .field-error").join("").contains("Choose a subscription."));
    page.choose(".settings select", "/subscriptions/s-2").await;
    assert!(page.texts(".settings .field-error").join("").contains("can't be applied to this"));
    page.choose(".settings select", SUBSCRIPTION).await;
    assert!(page.maybe(".settings .reason").is_none() && !is_disabled(&page, SAVE));
    assert!(page.text(".summary").contains("Single subscription: Production"));

    page.click(".settings input[value=resource-group]").await;
    assert_eq!(page.texts(".settings select").len(), 2);
    assert!(is_disabled(&page, SAVE));
    page.choose(
        ".settings .field:nth-of-type(3) select, .settings select:last-of-type",
        SUBSCRIPTION,
    )
    .await;
    let groups = page.all(".settings select");
    assert_eq!(groups[1].text_content().unwrap(), "Choose…rg");
}

#[wasm_bindgen_test]
async fn who_may_not_change_it_sees_everything_and_why() {
    let before = record("r", 1, &json!({}));
    let _answers = answers(&before, &[], &[]);
    let page = desk(Role::Guest).await;
    assert_eq!(page.texts(".part > h2"), ["Configuration", "Split", "Merge", "Archive"]);
    assert!(page.text(".notice").contains("Your role can't do this"));
    for button in page.all(".record-content button:not(dialog button)") {
        assert_eq!(button.get_attribute("aria-disabled").as_deref(), Some("true"));
    }
    assert!(page.maybe(".settings fieldset:disabled input").is_some());
    assert_eq!(page.value(NAME), "Web shop");
}

#[wasm_bindgen_test]
async fn what_has_ended_can_only_be_archived() {
    let before = record("r", 1, &json!({"provisioningState": "Cancelled"}));
    let answers = answers(&before, &[], &[("/archive", 200, "")]);
    let page = desk(Role::AdminAgent).await;
    assert!(page.text(".notice").contains("This one is in the state “Cancelled”."));
    assert!(is_disabled(&page, SAVE));
    let archive = ".record-content > .part:nth-last-of-type(1) button";
    assert!(!is_disabled(&page, archive));
    let after = record("r", 2, &json!({"provisioningState": "Cancelled", "archived": true}));
    let after = after.to_string();
    answers.change_to(&[
        ("/archive", 200, ""),
        ("/reservations/r?", 200, &after),
        ("/reservations", 200, r#"{"value":[]}"#),
    ]);
    page.click(archive).await;
    assert!(page.text(".outcome").contains("The reservation was archived."));
    assert_eq!(page.text(archive), "Take out of the archive");
}

#[wasm_bindgen_test]
async fn a_split_is_previewed_and_names_both_parts() {
    let before = record("r", 1, &json!({}));
    let parts = json!([
        record("a", 1, &json!({"quantity": 1, "renew": false})),
        record("b", 1, &json!({"quantity": 3, "renew": false})),
        record("r", 2, &json!({"provisioningState": "Split"}))
    ])
    .to_string();
    let answers = answers(&before, &[], &[("/split", 200, &parts)]);
    let page = desk(Role::AdminAgent).await;
    let part = ".record-content > .part:nth-of-type(2)";
    let first = format!("{part} input");
    page.type_into(&first, "9").await;
    assert!(page.text(&format!("{part} .field-error")).contains("from 1 to 3"));
    page.type_into(&first, "1").await;
    let shown: Vec<_> = page
        .all(&format!("{part} input"))
        .into_iter()
        .map(|input| input.unchecked_into::<HtmlInputElement>().value())
        .collect();
    assert_eq!(shown, ["1", "3"], "the rest goes to the other one");
    assert!(page.text(part).contains("1 + 3 = 4 units"));

    page.click(&format!("{part} > .button-row button")).await;
    let rows = page.texts("dialog[open] tbody tr");
    assert_eq!(rows.len(), 3);
    assert!(
        rows[0].contains("Web shop") && rows[0].contains("4 units") && rows[0].contains("ends")
    );
    // The service gives both parts the name of the whole.
    assert!(rows[1].contains("Web shop") && rows[1].contains("1 unit"), "{rows:?}");
    assert!(rows[2].contains("Web shop") && rows[2].contains("3 units"), "{rows:?}");
    assert!(!rows[1].contains("part") && !rows[2].contains("part"), "{rows:?}");
    assert!(page.text("dialog[open]").contains("Automatic renewal is turned off."));
    let ended = record("r", 2, &json!({"provisioningState": "Split"})).to_string();
    answers.change_to(&[
        ("/split", 200, &parts),
        ("/reservations/r?", 200, &ended),
        ("/reservations", 200, r#"{"value":[]}"#),
    ]);
    page.click("dialog[open] .button.danger").await;
    assert!(page.text(".outcome").contains("was split into two"));
    assert_eq!(page.texts(".outcome a"), ["Web shop (1 unit)", "Web shop (3 units)"]);
    assert!(page.text(".notice.tone-info").contains("in the state “Split”"));
}

#[wasm_bindgen_test]
async fn a_split_that_cannot_be_watched_is_over_when_the_order_has_settled() {
    let before = record("r", 1, &json!({}));
    let settled = r#"{"properties":{"provisioningState":"Succeeded"}}"#;
    let _answers = answers(
        &before,
        &[],
        &[("/split", ACCEPTED, ""), ("GET /reservationOrders/o?", 200, settled)],
    );
    let page = desk(Role::AdminAgent).await;
    let part = ".record-content > .part:nth-of-type(2)";
    page.type_into(&format!("{part} input"), "1").await;
    page.click(&format!("{part} > .button-row button")).await;
    page.click("dialog[open] .button.danger").await;
    assert!(page.text(part).contains("was accepted and is being"), "{}", page.text(part));
    pass(Duration::from_millis(5_200)).await;
    assert!(page.text(".outcome").contains("was split into two"));
}

#[wasm_bindgen_test]
async fn unsaved_changes_keep_units_together() {
    let before = record("r", 1, &json!({}));
    let _answers = answers(&before, &[], &[]);
    let page = desk(Role::AdminAgent).await;
    page.type_into(NAME, "Shop").await;
    let reasons = page.texts(".record-content > .part:nth-of-type(2) .reason");
    assert_eq!(reasons, ["Save or discard your changes first."]);
    page.click(DISCARD).await;
    assert!(page.maybe(".record-content > .part:nth-of-type(2) .reason").is_none());
}

#[wasm_bindgen_test]
async fn only_what_can_be_merged_is_offered() {
    let this = record("r", 1, &json!({}));
    let siblings = [
        this.clone(),
        record("a", 1, &json!({"displayName": "Alike", "quantity": 2})),
        record("b", 1, &json!({"displayName": "Gone", "provisioningState": "Cancelled"})),
        record("c", 1, &json!({"displayName": "Rigid", "instanceFlexibility": "Off"})),
    ];
    let merged = json!([record("m", 1, &json!({"quantity": 6, "renew": false}))]).to_string();
    let _answers = answers(&this, &siblings, &[("/merge", 200, &merged)]);
    let page = desk(Role::AdminAgent).await;
    let part = ".record-content > .part:nth-of-type(3)";
    assert_eq!(page.texts(&format!("{part} .choice")), ["Alike (2 units)"]);
    let others = page.texts(&format!("{part} .obstacles li"));
    assert!(others[0].contains("Gone") && others[0].contains("“Cancelled”"), "{others:?}");
    assert!(others[1].contains("Rigid") && others[1].contains("flexibility"), "{others:?}");
    page.click(&format!("{part} > .button-row button")).await;
    let rows = page.texts("dialog[open] tbody tr");
    assert!(rows[1].contains("Alike") && rows[2].contains("6 units"), "{rows:?}");
    page.click("dialog[open] .button.danger").await;
    assert!(page.text(".outcome").contains("were merged into one"));
}

#[wasm_bindgen_test]
async fn a_page_with_something_unsaved_is_not_left_by_accident() {
    let before = record("r", 1, &json!({}));
    let _answers = answers(&before, &[], &[]);
    let page = desk(Role::AdminAgent).await;
    let address = crate::answers::query();
    page.type_into(NAME, "Shop").await;
    page.click(".side-nav li:first-child a").await;
    assert!(page.text("dialog[open]").contains("Leave without saving?"));
    assert_eq!(crate::answers::query(), address);
    page.click("dialog[open] .button:not(.danger)").await;
    assert!(page.maybe("dialog[open]").is_none());
    assert_eq!(page.value(NAME), "Shop", "staying keeps what was typed");
    page.click(DISCARD).await;
    assert_eq!(page.value(NAME), "Web shop", "discarded on purpose");
}

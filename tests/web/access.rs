use crate::answers::{Answers, note_requests, noted, open};
use crate::stage::{Stage, doubted, provide_frame, settle, stage};
use leptos::prelude::*;
use leptos::tachys::view::Mountable;
use prorata::api::{Role, Session};
use prorata::i18n::{self, Language};
use prorata::reservation::AccessControl;
use prorata::router::Router;
use wasm_bindgen_test::wasm_bindgen_test;

const RECORD: &str = r#"{"id":"/providers/Microsoft.Capacity/reservationOrders/o/reservations/r",
    "properties":{"displayName":"Web shop","provisioningState":"Succeeded"}}"#;

const PRINCIPALS: &str = r#"{"value":[
    {"id":"p-ada","displayName":"Ada","userPrincipalName":"ada@web.example","principalType":"User"},
    {"id":"p-ops","displayName":"Operations","userPrincipalName":null,"principalType":"Group"},
    {"id":"p-partner","displayName":"Partner","userPrincipalName":null,
     "principalType":"ForeignGroup"}]}"#;

/// Two on the order, one of them somebody whom the tenant does not know, and two inherited ones.
const ASSIGNMENTS: &str = r#"{"value":[
    {"id":"/providers/Microsoft.Capacity/providers/Microsoft.Authorization/roleAssignments/a1",
     "properties":{"scope":"/providers/Microsoft.Capacity","principalId":"p-ops",
     "principalType":"Group","roleDefinitionId":
     "/providers/Microsoft.Authorization/roleDefinitions/582fc458-8989-419f-a480-75249bc5db7e"}},
    {"id":"/x/roleAssignments/a2","properties":{
     "scope":"/providers/microsoft.capacity/reservationorders/O","principalId":"p-ada",
     "principalType":"User","roleDefinitionId":
     "/providers/Microsoft.Authorization/roleDefinitions/8E3AF657-a8ff-443c-a75c-2fe8c4bcb635"}},
    {"id":"/x/roleAssignments/a3","properties":{
     "scope":"/providers/Microsoft.Capacity/reservationOrders/o","principalId":"p-gone",
     "principalType":"Robot","roleDefinitionId":"/roleDefinitions/mine"}},
    {"id":"/x/roleAssignments/a4","properties":{
     "scope":"/providers/Microsoft.Management/managementGroups/root","principalId":"p-ops",
     "principalType":"Group","roleDefinitionId":
     "/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7"}}]}"#;

const READER: &str = "acdd72a7-3385-48ef-bd42-f606fba81ae7";

const BROKEN: &str = r#"{"error":{"code":"InternalServerError","message":"It broke."}}"#;

type Lines<'a> = Vec<(&'a str, u16, &'a str)>;

/// The lines that every page asks for, after those of one test.
fn with(first: Lines<'_>) -> Lines<'_> {
    let always = [
        ("roleAssignments?", 200, ASSIGNMENTS),
        ("/principals", 200, PRINCIPALS),
        ("/reservations/r", 200, RECORD),
    ];
    first.into_iter().chain(always).collect()
}

async fn page(role: Role) -> Stage<impl Mountable> {
    i18n::select(Language::English);
    open("?customer=c&order=o&reservation=r");
    let page = stage(move || {
        provide_frame(role);
        view! { <Router><AccessControl /></Router> }
    })
    .await;
    settle().await;
    page
}

const ADD: &str = ".access-pair section:nth-child(1)";
const CHECK: &str = ".access-pair section:nth-child(2)";

const ROLE: &str = ".access-pair section:nth-child(1) .field select";
const PRINCIPAL: &str = ".access-pair section:nth-child(1) .field ~ .field select";

#[wasm_bindgen_test]
async fn everybody_with_a_role_is_listed_with_where_it_comes_from() {
    let _answers = Answers::with(&with(vec![]));
    let page = page(Role::AdminAgent).await;
    assert_eq!(
        page.texts("tbody th"),
        ["Adaada@web.example", "p-gone", "Operations", "Operations"]
    );
    let column = |place| page.texts(&format!("tbody td:nth-child({place}) .cell-value"));
    assert_eq!(column(2), ["Owner", "Custom role mine", "Reservations Reader", "Reader"]);
    assert_eq!(column(3), ["User", "Robot", "Group", "Group"]);
    let origins = [
        "This order",
        "This order",
        "Inherited: all reservations of the tenant",
        "Inherited: management group root",
    ];
    assert_eq!(column(4), origins);
    let disabled = page.texts("tbody [aria-disabled=true]").len();
    assert_eq!(disabled, 2, "what is inherited cannot be removed here");
    assert!(page.text("tbody tr:nth-child(3) .tip").starts_with("This role is inherited"));
    assert_eq!(page.texts(".copyable code").len(), 7, "every role with its id");
}

#[wasm_bindgen_test]
async fn without_the_right_everything_is_seen_and_nothing_can_be_changed() {
    let _answers = Answers::with(&with(vec![]));
    let page = page(Role::Guest).await;
    assert_eq!(page.texts("tbody tr").len(), 4);
    assert_eq!(page.texts("tbody [aria-disabled=true]").len(), 4);
    assert!(page.text("tbody tr:first-child .tip").contains("Roles that can: Admin agent."));
    let add = format!("{ADD} > .button-row .button.primary");
    assert_eq!(page.attribute(&add, "aria-disabled").as_deref(), Some("true"));
    Session::restore().select_role(Role::AdminAgent);
}

#[wasm_bindgen_test]
async fn a_customer_outside_csp_decides_about_the_access_alone() {
    let summaries = r#"{"value":[{"customerId":"c","displayName":"Tern","domain":"tern.example",
        "agreementType":"MCA","reservationCount":1,"soonestExpiry":null,"limitUsedUsd":"0",
        "limitUsd":"50000"}]}"#;
    let _answers = Answers::with(&with(vec![("customerSummaries", 200, summaries)]));
    let page = page(Role::AdminAgent).await;
    assert_eq!(page.texts("tbody [aria-disabled=true]").len(), 4);
    assert!(page.text("tbody tr:first-child .tip").contains("manages these reservations"));
    let add = format!("{ADD} > .button-row .button.primary");
    assert_eq!(page.attribute(&add, "aria-disabled").as_deref(), Some("true"));
}

#[wasm_bindgen_test]
async fn a_role_whose_answer_got_lost_is_given_under_the_same_name_again() {
    let answers = Answers::with(&with(vec![("roleAssignments/", 500, BROKEN)]));
    note_requests();
    let page = page(Role::AdminAgent).await;
    let add = format!("{ADD} > .button-row .button.primary");
    page.click(&add).await;
    let errors = page.texts(&format!("{ADD} .field-error"));
    assert_eq!(errors, ["Choose a role.", "Choose a principal."]);
    assert!(noted("PUT").is_empty());

    page.choose(ROLE, READER).await;
    page.choose(PRINCIPAL, "p-ada").await;
    assert!(page.text(ADD).contains("Sees everything and changes nothing."));
    page.click(&add).await;
    assert!(page.text(ADD).contains("We don't know yet whether it was accepted"));
    doubted().await;
    assert!(page.text(ADD).contains("It broke."));
    assert!(page.text(ADD).contains("Nothing was added. What you entered is kept."));
    assert_eq!((page.chosen(ROLE).as_str(), page.chosen(PRINCIPAL).as_str()), (READER, "p-ada"));

    page.click(&format!("{ADD} [role=status] .button.primary")).await;
    doubted().await;
    // Somebody else is another assignment.
    page.choose(PRINCIPAL, "p-ops").await;
    answers.change_to(&with(vec![("roleAssignments/", 201, r#"{"id":"x"}"#)]));
    note_requests_again();
    page.click(&add).await;
    let names = noted("PUT");
    assert_eq!(names.len(), 3);
    assert_eq!(names[0], names[1]);
    assert_ne!(names[1], names[2]);
    assert!(page.maybe(&format!("{ADD} [role=alert]")).is_none());
    assert_eq!(page.chosen(ROLE), "", "the form is ready for the next one");
}

/// The table of answers replaces what notes the requests.
fn note_requests_again() {
    js_sys::eval(
        "{ const noted = window.noted; const before = window.fetch; window.fetch = (request) => {
           noted.push(request.method + ' ' + decodeURIComponent(request.url));
           return before(request); }; }",
    )
    .unwrap();
}

#[wasm_bindgen_test]
async fn an_answer_without_the_assignment_is_no_success() {
    let _answers = Answers::with(&with(vec![("roleAssignments/", 200, "{}")]));
    let page = page(Role::AdminAgent).await;
    page.choose(ROLE, READER).await;
    page.choose(PRINCIPAL, "p-ada").await;
    page.click(&format!("{ADD} .button.primary")).await;
    doubted().await;
    assert!(page.text(ADD).contains("It was not accepted"));
    assert_eq!(page.chosen(ROLE), READER);
}

#[wasm_bindgen_test]
async fn somebody_who_is_not_in_the_list_is_named_by_the_id() {
    let _answers = Answers::with(&with(vec![("/principals", 500, BROKEN)]));
    let page = page(Role::AdminAgent).await;
    assert!(page.text(&format!("{ADD} [role=alert]")).contains("It broke."));
    page.choose(ROLE, READER).await;
    page.choose(PRINCIPAL, "by-id").await;
    let id = format!("{ADD} input");
    page.type_into(&id, "nobody").await;
    page.click(&format!("{ADD} .button.primary")).await;
    assert!(page.text(ADD).contains("Enter an ID such as"));
    page.type_into(&id, " 0D5AF657-a8ff-443c-a75c-2fe8c4bcb635 ").await;
    assert!(!page.text(ADD).contains("Enter an ID such as"));
}

#[wasm_bindgen_test]
async fn a_role_that_somebody_has_on_the_order_is_not_given_twice() {
    let _answers = Answers::with(&with(vec![]));
    note_requests();
    let page = page(Role::AdminAgent).await;
    page.choose(ROLE, "8e3af657-a8ff-443c-a75c-2fe8c4bcb635").await;
    page.choose(PRINCIPAL, "p-ada").await;
    page.click(&format!("{ADD} .button.primary")).await;
    assert!(page.text(ADD).contains("already has the role"));
    assert!(noted("PUT").is_empty());
}

#[wasm_bindgen_test]
async fn a_role_is_taken_away_after_a_question_and_a_failure_keeps_the_question() {
    let answers = Answers::with(&with(vec![("roleAssignments/a2", 500, BROKEN)]));
    let page = page(Role::AdminAgent).await;
    page.click("tbody tr:first-child button").await;
    let words = page.text("dialog");
    assert!(words.contains("Ada loses the role Owner on this order"), "{words}");
    page.click("dialog .button.danger").await;
    doubted().await;
    assert!(page.text("dialog").contains("Nothing was removed."));

    let rest = ASSIGNMENTS.replace("p-ada", "p-ops");
    let mut lines = with(vec![("roleAssignments/a2", 204, "")]);
    lines.insert(1, ("roleAssignments?", 200, &rest));
    answers.change_to(&lines);
    page.click("dialog .button.danger").await;
    settle().await;
    assert!(page.maybe("dialog[open]").is_none());
    assert!(!page.text("tbody").contains("Ada"), "the list was read again");
    let focused = crate::stage::document().active_element().unwrap();
    assert_eq!(focused.id(), "role-assignments", "the row with the focus is gone");
}

#[wasm_bindgen_test]
async fn access_is_checked_through_groups_as_well() {
    let answers = Answers::with(&with(vec![("assignedTo('p-ada')", 200, ASSIGNMENTS)]));
    let page = page(Role::Guest).await;
    let select = format!("{CHECK} select");
    page.choose(&select, "p-ada").await;
    let found = page.texts(&format!("{CHECK} dt"));
    assert_eq!(found, ["Reservations Reader", "Owner", "Custom role mine", "Reader"]);
    assert!(page.text(CHECK).contains("as a member of Operations"));

    answers.change_to(&with(vec![("assignedTo", 500, BROKEN)]));
    page.choose(&select, "p-ops").await;
    assert!(page.text(&format!("{CHECK} [role=alert]")).contains("It broke."));
    answers.change_to(&with(vec![("assignedTo", 200, r#"{"value":[]}"#)]));
    page.click(&format!("{CHECK} .notice-actions button")).await;
    assert!(page.text(CHECK).contains("No role on this order"));
    assert_eq!(page.chosen(&select), "p-ops");
    Session::restore().select_role(Role::AdminAgent);
}

#[wasm_bindgen_test]
async fn assignments_that_do_not_come_can_be_asked_for_again() {
    let answers = Answers::with(&with(vec![("roleAssignments?", 500, BROKEN)]));
    let page = page(Role::AdminAgent).await;
    assert_eq!(page.texts("[role=alert]").len(), 1, "the other parts work");
    answers.change_to(&with(vec![("roleAssignments?", 200, r#"{"value":[]}"#)]));
    page.click("[role=alert] .notice-actions button").await;
    assert!(page.text(".record-content").contains("Nobody has a role on this order."));
}

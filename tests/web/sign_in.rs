//! The door: nobody in, coming in, staying in, and what people of a server see.

use crate::answers::{Answers, note, note_requests, noted};
use crate::stage::{Stage, document, stage, until};
use leptos::tachys::view::Mountable;
use prorata::app::App;
use prorata::i18n::{self, Language};
use prorata::platform::storage::tab;
use serde_json::{Value, json};
use view_model::encoding::base64_url;
use view_model::sign_in::Departure;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, Event, EventInit};

const LOCAL: &str = r#"{"kind":"local","passwordCharactersMin":12}"#;
const ISSUER: &str = r#"{"kind":"openIdConnect","issuer":"https://login.example","clientId":"page",
    "scope":"openid","authorizationEndpoint":"https://login.example/auth","endSessionEndpoint":null}"#;
const RENEW: &str = "/sign-in/renew";
const TOKEN: &str = "/sign-in/token";
const NOBODY: (&str, u16, &str) =
    (RENEW, 401, r#"{"error":{"code":"NotSignedIn","message":"No."}}"#);
const CUSTOMERS: (&str, u16, &str) = ("/customers", 200, r#"{"value":[]}"#);
/// Where an account is needed and nothing else is asked.
const ACCOUNT: &str = "/account";

/// The page of a server on which people sign in, at an address.
struct Desk {
    meta: Element,
    before: String,
}

impl Desk {
    fn at(address: &str, configured: &str) -> Self {
        i18n::select(Language::English);
        tab::remove_all();
        let meta = document().create_element("meta").unwrap();
        meta.set_attribute("name", "prorata-sign-in").unwrap();
        meta.set_attribute("content", configured).unwrap();
        document().head().unwrap().append_child(&meta).unwrap();
        let before = here();
        show(address);
        Self { meta, before }
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        self.meta.remove();
        tab::remove_all();
        show(&self.before);
    }
}

fn show(address: &str) {
    let history = web_sys::window().unwrap().history().unwrap();
    history.replace_state_with_url(&JsValue::NULL, "", Some(address)).unwrap();
}

fn here() -> String {
    let location = web_sys::window().unwrap().location();
    location.pathname().unwrap() + &location.search().unwrap()
}

fn admission(id: &str, role: &Value, more: &Value) -> String {
    let mut answer = json!({
        "token": format!("token-{id}"),
        "expiresIn": 3600,
        "refreshToken": null,
        "idToken": null,
        "me": {
            "id": id,
            "name": "Robin Berg",
            "role": role,
            "partner": { "id": "c", "name": "Contoso" },
            "may": ["ReadRecords", "ReturnReservations", "ManageAccounts"],
        },
    });
    for (name, value) in more.as_object().into_iter().flatten() {
        answer[name] = value.clone();
    }
    answer.to_string()
}

fn robin() -> String {
    admission("1", &json!("AdminAgent"), &Value::Null)
}

async fn submit<S: Mountable>(page: &Stage<S>) {
    let options = EventInit::new();
    options.set_bubbles(true);
    options.set_cancelable(true);
    let event = Event::new_with_event_init_dict("submit", &options).unwrap();
    page.find("form").dispatch_event(&event).unwrap();
    crate::stage::settle().await;
}

async fn is_in<S: Mountable>(page: &Stage<S>) {
    until(|| !page.texts(".person-name").is_empty()).await;
    assert_eq!(page.texts(".person-name"), ["Robin Berg"]);
}

#[wasm_bindgen_test]
async fn before_somebody_is_in_nothing_is_shown_and_nothing_is_asked() {
    let _desk = Desk::at("/customers?search=x", LOCAL);
    let _answers = Answers::with(&[NOBODY]);
    note(
        "request.method + ' ' + new URL(request.url).pathname + ' ' + request.headers.get('authorization')",
    );
    let page = stage(App).await;
    until(|| page.maybe("form").is_some()).await;
    let asked = noted("");
    assert!(matches!(&asked[..], [only] if only.ends_with("/sign-in/renew null")), "{asked:?}");
    assert_eq!(page.texts("h1"), ["Sign in"]);
    assert!(page.maybe(".header").is_none());
    assert_eq!(page.attributes("input", "autocomplete"), ["username", "current-password"]);
    assert_eq!(page.attributes("input", "type"), ["text", "password"]);

    submit(&page).await;
    assert_eq!(noted("").len(), 1, "an empty form is not sent");
    assert_eq!(page.texts(".field-error"), ["Fill in this field."; 2]);
}

#[wasm_bindgen_test]
async fn whoever_signs_in_gets_to_where_they_were_and_is_shown_with_their_role() {
    let _desk = Desk::at("/customers?search=x", LOCAL);
    let wrong = r#"{"error":{"code":"SignInFailed","message":"No."}}"#;
    let answers = Answers::with(&[NOBODY, ("/sign-in/password", 401, wrong)]);
    let page = stage(App).await;
    until(|| page.maybe("form").is_some()).await;
    page.type_into("input[type=text]", " robin ").await;
    page.type_into("input[type=password]", "a wrong one").await;
    submit(&page).await;
    assert_eq!(page.texts(".notice").len(), 1);
    assert!(page.text(".notice").contains("The account name or the password is wrong."));
    assert_eq!(page.value("input[type=text]"), " robin ", "what was typed stays");

    let robin = robin();
    answers.change_to(&[NOBODY, ("/sign-in/password", 200, &robin), CUSTOMERS]);
    note(
        "request.method + ' ' + new URL(request.url).pathname + ' ' + request.headers.get('authorization')",
    );
    submit(&page).await;
    is_in(&page).await;
    assert_eq!(here(), "/customers?search=x");
    assert!(page.maybe("#role").is_none(), "nobody chooses their role");
    assert!(page.text(".context-bar .menu").contains("Admin agent"));
    let asked = noted("GET");
    assert!(!asked.is_empty());
    assert!(asked.iter().all(|asked| asked.ends_with(" Bearer token-1")), "{asked:?}");
}

#[wasm_bindgen_test]
async fn the_cookie_of_this_browser_lets_somebody_in_and_a_broken_line_is_said() {
    let _desk = Desk::at(ACCOUNT, LOCAL);
    let robin = robin();
    let answers = Answers::with(&[(RENEW, 200, &robin)]);
    let page = stage(App).await;
    is_in(&page).await;
    assert_eq!(page.texts("main h1"), ["Your account"]);
    assert!(page.text("main").contains("Contoso"));
    drop(page);

    answers.change_to(&[(RENEW, 503, "")]);
    let page = stage(App).await;
    until(|| page.maybe(".notice").is_some()).await;
    assert!(page.text(".notice").contains("Something went wrong"));
}

#[wasm_bindgen_test]
async fn a_token_that_has_ended_is_renewed_and_nobody_notices() {
    let _desk = Desk::at("/roles", LOCAL);
    let robin = robin();
    let answers = Answers::with(&[(RENEW, 200, &robin)]);
    let page = stage(App).await;
    is_in(&page).await;
    // The first answer to the next request is that the token has ended.
    let next = robin.replace("token-1", "token-2");
    answers.change_to(&[(RENEW, 200, &next)]);
    js_sys::eval(
        "const before = window.fetch;
         window.fetch = (request) => {
           const isOld = request.headers.get('authorization') === 'Bearer token-1';
           return isOld ? Promise.resolve(new Response('{}', { status: 401 })) : before(request);
         };",
    )
    .unwrap();
    note_requests();
    ask_again();
    until(|| noted("POST").iter().any(|asked| asked.contains(RENEW))).await;
    assert!(
        page.maybe(".session-over").is_some_and(|it| it.text_content() == Some(String::new()))
            || page.maybe(".session-over").is_none()
    );
    assert_eq!(noted("POST").iter().filter(|asked| asked.contains(RENEW)).count(), 1);
}

/// Another tab has changed something.
fn ask_again() {
    js_sys::eval("new BroadcastChannel('prorata /').postMessage('')").unwrap();
}

#[wasm_bindgen_test]
async fn where_no_token_is_to_be_had_the_page_stays_and_asks_to_sign_in_again() {
    let _desk = Desk::at("/roles", LOCAL);
    let robin = robin();
    let answers = Answers::with(&[(RENEW, 200, &robin)]);
    let page = stage(App).await;
    is_in(&page).await;
    until(|| page.maybe("main table").is_some()).await;
    let over = r#"{"error":{"code":"ExpiredAuthenticationToken","message":"Over."}}"#;
    answers.change_to(&[NOBODY, ("/providers/", 401, over)]);
    ask_again();
    until(|| page.maybe(".session-over").is_some()).await;
    assert!(page.text(".session-over").contains("What you typed is kept."));
    assert_eq!(page.texts("main h1"), ["Roles"], "the page stays where it is");

    answers.change_to(&[("/sign-in/password", 200, &robin)]);
    page.click(".session-over .button.primary").await;
    page.type_into(".session-over input[type=text]", "robin").await;
    page.type_into(".session-over input[type=password]", "the right one").await;
    submit(&page).await;
    until(|| page.maybe(".session-over").is_none()).await;
    until(|| page.maybe("main table").is_some()).await;
}

#[wasm_bindgen_test]
async fn an_invitation_makes_an_account_and_does_not_stay_in_the_address() {
    let _desk = Desk::at("/sign-in#invitation=a-b", LOCAL);
    let weak = r#"{"error":{"code":"WeakPassword","message":"No.","target":"password"}}"#;
    let answers = Answers::with(&[
        ("/sign-in/invitation/accept", 400, weak),
        ("/sign-in/invitation", 200, r#"{"role":"SalesAgent","partner":{"name":"Contoso"}}"#),
    ]);
    let page = stage(App).await;
    until(|| page.maybe("form").is_some()).await;
    assert!(!document().location().unwrap().href().unwrap().contains("invitation"));
    assert!(page.text(".door").contains("Your role: Sales agent."));
    assert_eq!(
        page.attributes("input", "autocomplete"),
        ["username", "new-password", "new-password"]
    );
    note_requests();
    page.type_into("input[type=text]", "robin").await;
    let passwords = page.all("input[type=password]");
    let ids: Vec<String> = passwords.iter().map(|it| format!("#{}", it.id())).collect();
    page.type_into(&ids[0], "too short").await;
    page.type_into(&ids[1], "too shorn").await;
    submit(&page).await;
    assert!(noted("POST").is_empty());
    assert_eq!(
        page.texts(".field-error"),
        ["", "At least 12 characters.", "The two passwords differ."]
    );
    page.type_into(&ids[0], "correct horse battery").await;
    page.type_into(&ids[1], "correct horse battery").await;
    submit(&page).await;
    let easy = "This password is too easy to guess. Choose another one.";
    assert_eq!(page.texts(".field-error")[1], easy);

    let sales = admission("2", &json!("SalesAgent"), &Value::Null);
    answers.change_to(&[("/sign-in/invitation/accept", 201, &sales), CUSTOMERS]);
    submit(&page).await;
    is_in(&page).await;
}

#[wasm_bindgen_test]
async fn an_invitation_that_was_used_says_so() {
    let _desk = Desk::at("/sign-in#invitation=a-b", LOCAL);
    let used = r#"{"error":{"code":"InvitationUnknown","message":"No."}}"#;
    let _answers = Answers::with(&[("/sign-in/invitation", 404, used)]);
    let page = stage(App).await;
    until(|| page.maybe(".notice").is_some()).await;
    assert!(page.text(".notice").contains("This invitation is no longer valid"));
    assert!(page.maybe("form").is_none());
}

fn departed(back: &str) -> Departure {
    let departure = Departure::new([[1; 32], [2; 32], [3; 32]], back.to_owned(), false);
    tab::set("sign-in.departure", &azure::to_string(&departure));
    departure
}

fn returning(departure: &Departure, more: &str) -> String {
    format!("/sign-in?state={}&{more}", departure.state)
}

fn identity(departure: &Departure, audience: &str) -> Value {
    let claims =
        json!({ "iss": "https://login.example", "aud": audience, "nonce": departure.nonce });
    json!({ "idToken": format!("h.{}.s", base64_url(&claims.to_string())), "refreshToken": "r" })
}

#[wasm_bindgen_test]
async fn whoever_comes_back_from_the_issuer_is_let_in_to_where_they_were() {
    let _desk = Desk::at("/", ISSUER);
    let departure = departed("/account?x=1");
    show(&returning(&departure, "code=c-1"));
    let admitted = admission("1", &json!("AdminAgent"), &identity(&departure, "page"));
    let _answers = Answers::with(&[(TOKEN, 200, &admitted)]);
    js_sys::eval(
        "const answer = window.fetch; window.sent = [];
         window.fetch = async (request) => {
           if (request.url.endsWith('/sign-in/token')) {
             window.sent.push(await request.clone().text());
           }
           return answer(request);
         };",
    )
    .unwrap();
    let page = stage(App).await;
    is_in(&page).await;
    assert_eq!(here(), "/account?x=1", "neither code nor state stay in the address");
    assert_eq!(tab::get("sign-in.departure"), None, "it is used once");
    let sent = js_sys::eval("window.sent.join()").unwrap().as_string().unwrap();
    let sent: Value = azure::from_slice(sent.as_bytes()).unwrap();
    assert_eq!(sent["codeVerifier"], departure.verifier.as_str());
    assert_eq!(
        (sent["code"].as_str(), sent["nonce"].as_str()),
        (Some("c-1"), Some(&*departure.nonce))
    );
    assert!(page.maybe("form").is_none(), "there is no password to change");
    let kept = js_sys::eval("JSON.stringify([{...sessionStorage}, {...localStorage}])").unwrap();
    let kept = kept.as_string().unwrap();
    assert!(!kept.contains("token-1") && !kept.contains(&departure.verifier), "{kept}");
}

#[wasm_bindgen_test]
async fn what_was_not_asked_for_lets_nobody_in() {
    let refused = r#"{"error":{"code":"SignInRefused","message":"No."}}"#;
    let unknown = r#"{"error":{"code":"UnknownPartner","message":"No."}}"#;
    let unreached = r#"{"error":{"code":"SignInUnavailable","message":"No."}}"#;
    let other = departed("/");
    let foreign = admission("1", &json!("AdminAgent"), &identity(&other, "somebody else"));
    /// The query, whether the tab has left before, the server's answer, and what is said.
    type Case<'c> = (&'c str, bool, (&'c str, u16, &'c str), &'c str);
    let cases: [Case<'_>; 9] = [
        ("code=c", false, (TOKEN, 200, "{}"), "This sign-in is no longer valid"),
        ("error=access_denied", true, (TOKEN, 200, "{}"), "access_denied"),
        ("code=c&iss=https://evil.example", true, (TOKEN, 200, "{}"), "match the request"),
        ("code=c", true, (TOKEN, 400, refused), "You were not signed in"),
        ("code=c", true, (TOKEN, 401, "{}"), "You were not signed in"),
        ("code=c", true, (TOKEN, 403, unknown), "Your organization is not set up"),
        ("code=c", true, (TOKEN, 503, unreached), "The sign-in service can't be reached"),
        ("code=c", true, (TOKEN, 200, "{}"), "can't be read"),
        ("code=c", true, (TOKEN, 200, &foreign), "match the request"),
    ];
    for (query, has_departed, answer, words) in cases {
        let _desk = Desk::at("/", ISSUER);
        let departure = departed("/account");
        show(&returning(&departure, query));
        if !has_departed {
            tab::remove("sign-in.departure");
        }
        let _answers = Answers::with(&[answer]);
        note_requests();
        let page = stage(App).await;
        until(|| page.maybe(".notice").is_some()).await;
        assert!(page.text(".notice").contains(words), "{query}: {}", page.text(".notice"));
        assert!(page.maybe(".person-name").is_none() && page.maybe(".header").is_none());
        assert_eq!(page.texts(".door .button.primary"), ["Sign in"], "{words}");
        assert!(!here().contains("state="), "{}", here());
        let asked = noted("");
        assert!(
            asked.iter().all(|asked| asked.contains(TOKEN) || asked.starts_with("ID")),
            "{asked:?}"
        );
    }
}

#[wasm_bindgen_test]
async fn a_silent_departure_that_needs_the_person_asks_them() {
    let _desk = Desk::at("/", ISSUER);
    let departure = departed("/account");
    show(&returning(&departure, "error=login_required"));
    let _answers = Answers::with(&[]);
    let page = stage(App).await;
    until(|| page.maybe(".door").is_some()).await;
    assert!(page.maybe(".notice").is_none(), "nothing is wrong");
    assert_eq!(here(), "/account");
}

#[wasm_bindgen_test]
async fn somebody_without_a_role_is_told_and_asks_nothing() {
    let _desk = Desk::at("/", ISSUER);
    let departure = departed("/account");
    show(&returning(&departure, "code=c"));
    let admitted = admission("1", &Value::Null, &identity(&departure, "page"));
    let _answers = Answers::with(&[(TOKEN, 200, &admitted)]);
    note_requests();
    let page = stage(App).await;
    let told = "Robin Berg, you have no role in Prorata";
    until(|| page.texts(".notice").iter().any(|it| it.contains(told))).await;
    assert!(page.text(".notice").contains(told), "{}", page.text(".notice"));
    assert!(noted("GET").is_empty());
}

#[wasm_bindgen_test]
async fn nobody_finds_what_somebody_else_has_typed() {
    let _desk = Desk::at("/", ISSUER);
    let departure = departed("/account?search=mine");
    tab::set("sign-in.person", "somebody else");
    tab::set("draft.note", "typed by somebody else");
    show(&returning(&departure, "code=c"));
    let admitted = admission("1", &json!("AdminAgent"), &identity(&departure, "page"));
    let _answers = Answers::with(&[(TOKEN, 200, &admitted), CUSTOMERS]);
    let page = stage(App).await;
    is_in(&page).await;
    assert_eq!(tab::get("draft.note"), None);
    assert!(!here().contains("mine"), "{}", here());
}

#[wasm_bindgen_test]
async fn a_configuration_of_a_later_server_is_not_guessed_at() {
    let _desk = Desk::at("/", r#"{"kind":"palmistry"}"#);
    let _answers = Answers::with(&[]);
    note_requests();
    let page = stage(App).await;
    until(|| page.maybe(".notice").is_some()).await;
    assert!(page.text(".notice").contains("doesn't know how people sign in here"));
    assert!(noted("").is_empty());
}

const ACCOUNTS: (&str, u16, &str) = (
    "/sign-in/accounts",
    200,
    r#"{"value":[
        {"id":"1","name":"robin","role":"AdminAgent","createdAt":"2026-01-05T08:00:00Z"},
        {"id":"2","name":"kim","role":"SalesAgent","createdAt":"2026-02-06T08:00:00Z"}]}"#,
);
const INVITATIONS: (&str, u16, &str) = (
    "/sign-in/invitations",
    200,
    r#"{"value":[{"id":"i","role":"Guest","createdBy":"robin","until":"2026-12-01T08:00:00Z"}]}"#,
);

#[wasm_bindgen_test]
async fn an_administrator_sees_people_and_invites_one_more() {
    let _desk = Desk::at("/people", LOCAL);
    let robin = robin();
    let last = r#"{"error":{"code":"LastAdministrator","message":"No."}}"#;
    let made = r#"{"id":"n","role":"SalesAgent","until":"2026-12-02T08:00:00Z",
        "url":"https://desk.example/sign-in#invitation=n"}"#;
    let _answers = Answers::with(&[
        (RENEW, 200, &robin),
        ("PATCH /sign-in/accounts/1", 409, last),
        ("DELETE /sign-in/accounts/2", 204, ""),
        ("DELETE /sign-in/invitations/i", 204, ""),
        ("POST /sign-in/invitations", 201, made),
        ACCOUNTS,
        INVITATIONS,
    ]);
    let page = stage(App).await;
    until(|| page.maybe("#invitation-link").is_none() && page.all("main tbody tr").len() == 3)
        .await;
    assert_eq!(page.texts("main tbody tr [role=rowheader]"), ["robin", "kim", "None of these"]);
    assert_eq!(page.texts("main tbody tr .button")[0], "Remove…", "nobody removes themselves");
    note_requests();
    page.choose("main tbody select", "Guest").await;
    assert!(noted("PATCH").iter().any(|asked| asked.ends_with("/sign-in/accounts/1")));
    assert!(page.text("main").contains("This is the last administrator."));
    assert_eq!(page.chosen("main tbody select"), "AdminAgent", "it is what it was");

    page.click("main tbody tr .button").await;
    assert!(page.text("dialog[open]").contains("Remove kim?"));
    assert!(noted("DELETE").is_empty(), "it is asked first");
    page.click("dialog[open] .button.danger").await;
    assert!(noted("DELETE").iter().any(|asked| asked.ends_with("/sign-in/accounts/2")));

    page.click("main .door-form .button").await;
    assert_eq!(page.value("#invitation-link"), "https://desk.example/sign-in#invitation=n");
    assert!(
        page.text("#invitation-hint").contains("Dec 2, 2026"),
        "{}",
        page.text("#invitation-hint")
    );
}

fn confirmation(id: &str, by: &str, confirmed: &Value) -> Value {
    json!({
        "id": id, "kind": "return", "customerId": "c-1", "target": "/providers/x",
        "amount": "12345.67", "currencyCode": "EUR", "requestedBy": { "id": by, "name": "Kim Lund" },
        "requestedAt": "2026-11-01T08:00:00Z", "until": "2026-11-01T10:00:00Z",
        "confirmedBy": confirmed, "confirmedAt": null,
    })
}

#[wasm_bindgen_test]
async fn somebody_else_confirms_what_waits_and_nobody_their_own() {
    let _desk = Desk::at("/confirmations", LOCAL);
    let robin = robin();
    let waiting = json!({ "value": [
        confirmation("a", "2", &Value::Null),
        confirmation("b", "1", &Value::Null),
        confirmation("c", "2", &json!({ "id": "3", "name": "Alex" })),
    ] })
    .to_string();
    let settings =
        ("/providers/Prorata/settings", 200, r#"{"refundPolicy":"p","confirmAbove":null}"#);
    let list = ("/providers/Prorata/confirmations", 200, &*waiting);
    let _answers = Answers::with(&[
        (RENEW, 200, &robin),
        ("POST /providers/Prorata/confirmations/a/confirm", 200, "{}"),
        ("DELETE /providers/Prorata/confirmations/b", 204, ""),
        list,
        settings,
    ]);
    let page = stage(App).await;
    until(|| page.all("main tbody tr").len() == 3).await;
    let rows = page.texts("main tbody tr");
    assert!(rows[0].contains("€12,345.67") && rows[0].contains("Kim Lund"), "{}", rows[0]);
    assert!(rows[2].contains("Confirmed by Alex"));
    let disabled: Vec<bool> = page
        .all("main tbody .button:not(.quiet)")
        .iter()
        .map(|it| it.has_attribute("aria-disabled"))
        .collect();
    assert_eq!(disabled, [false, true], "nobody confirms their own");
    assert!(rows[1].contains("Someone else has to confirm") && rows[1].contains("Withdraw"));

    note_requests();
    page.click("main tbody tr:first-child .button:not(.quiet)").await;
    assert!(page.text("dialog[open]").contains("Confirm €12,345.67?"));
    assert!(noted("POST").is_empty(), "it is asked first");
    page.click("dialog[open] .button.primary").await;
    assert!(noted("POST").iter().any(|asked| asked.ends_with("/confirmations/a/confirm")));
    page.click("main tbody tr:nth-child(2) .button.quiet").await;
    assert!(noted("DELETE").iter().any(|asked| asked.ends_with("/confirmations/b")));
}

#[wasm_bindgen_test]
async fn the_amount_above_which_a_second_person_confirms_is_sent_with_what_else_is_chosen() {
    let _desk = Desk::at("/confirmations", LOCAL);
    let robin = robin();
    let _answers = Answers::with(&[
        (RENEW, 200, &robin),
        ("/providers/Prorata/confirmations", 200, r#"{"value":[]}"#),
        ("/providers/Prorata/settings", 200, r#"{"refundPolicy":"partner-center-2020-08"}"#),
    ]);
    js_sys::eval(
        "const answer = window.fetch; window.sent = [];
         window.fetch = async (request) => {
           if (request.method === 'PUT') window.sent.push(await request.clone().text());
           return answer(request);
         };",
    )
    .unwrap();
    let page = stage(App).await;
    until(|| page.maybe("main .door-form input").is_some()).await;
    page.type_into("main .door-form input", "10,000.50").await;
    page.type_into("main .door-form .field:nth-of-type(2) input", "eur").await;
    page.click("main .door-form .button").await;
    let sent = js_sys::eval("window.sent.join()").unwrap().as_string().unwrap();
    let sent: Value = azure::from_slice(sent.as_bytes()).unwrap();
    assert_eq!(sent["refundPolicy"], "partner-center-2020-08");
    assert_eq!(sent["confirmAbove"], json!({ "amount": "10000.50", "currencyCode": "EUR" }));
}

use crate::answers::{Answers, note_requests, noted};
use crate::stage::{Stage, document, provide_frame, settle, stage};
use calculator::Policy;
use leptos::prelude::*;
use leptos::tachys::view::Mountable;
use prorata::api::{Api, Request, Role, Tenant};
use prorata::i18n::{self, Language};
use prorata::platform::storage;
use prorata::router::Router;
use prorata::shell::{Shell, use_current_customer, use_policy};
use prorata::{pages, paths};
use rust_decimal::Decimal;
use view_model::CustomerSummary;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Event, EventInit, HtmlSelectElement, KeyboardEvent, KeyboardEventInit};

/// The frame around a page that says which policy it would quote by.
async fn frame() -> Stage<impl Mountable> {
    stage(|| {
        provide_frame(Role::default());
        view! { <Router><Shell><Page /></Shell></Router> }.into_any()
    })
    .await
}

#[component]
fn Page() -> impl IntoView {
    let policy = use_policy();
    policy.select(Policy::default_policy());
    use_current_customer().tell(&tern_harbour());
    let api = expect_context::<Api>();
    let ask = move |_| {
        leptos::task::spawn_local(async move {
            let tenant = Tenant::Customer("tenant-1".to_owned());
            drop(api.send(Request::get(tenant, "/anything")).await);
        });
    };
    view! { <h1>{move || policy.get().id}</h1> <button id="ask" on:click=ask>"Ask"</button> }
}

fn tern_harbour() -> CustomerSummary {
    CustomerSummary {
        customer_id: "11111111-0000-4000-8000-000000000001".to_owned(),
        display_name: "Tern Harbour".to_owned(),
        domain: "ternharbour.example".to_owned(),
        agreement_type: "MCA".to_owned(),
        reservation_count: 0,
        soonest_expiry: None,
        limit_used_usd: Some(Decimal::ZERO),
        limit_usd: Decimal::ZERO,
        unreadable_documents: None,
        incomplete_reservations: None,
        returns: None,
    }
}

/// Chooses as a hand would: the value, then the event.
async fn choose<S: Mountable>(page: &Stage<S>, list: &str, value: &str) {
    let list: HtmlSelectElement = page.find(list).unchecked_into();
    list.set_value(value);
    let options = EventInit::new();
    options.set_bubbles(true);
    list.dispatch_event(&Event::new_with_event_init_dict("change", &options).unwrap()).unwrap();
    settle().await;
}

fn root_attribute(name: &str) -> Option<String> {
    document().document_element().unwrap().get_attribute(name)
}

#[wasm_bindgen_test]
async fn another_language_changes_the_words_and_the_document() {
    i18n::select(Language::English);
    let page = frame().await;
    let names = ["Customers", "Portfolio", "Radar", "Reconciliation", "Import", "Resources"];
    assert_eq!(page.texts(".navigation a"), names);
    choose(&page, "#language", "sv").await;
    let names = ["Kunder", "Portfölj", "Radar", "Avstämning", "Importera", "Resurser"];
    assert_eq!(page.texts(".navigation a"), names);
    assert_eq!(root_attribute("lang").as_deref(), Some("sv"));
    let names: Vec<_> =
        Language::ALL.into_iter().map(|language| language.own_name().to_owned()).collect();
    assert_eq!(page.texts("#language option"), names, "each in its own language");
    choose(&page, "#language", "en").await;
}

#[wasm_bindgen_test]
async fn the_navigation_marks_where_the_person_is() {
    i18n::select(Language::English);
    let history = web_sys::window().unwrap().history().unwrap();
    let location = web_sys::window().unwrap().location();
    let before = location.pathname().unwrap() + &location.search().unwrap();
    let go = |address: &str| {
        history.replace_state_with_url(&JsValue::NULL, "", Some(address)).unwrap();
    };
    for route in pages::routes() {
        let (name, mark) = match route {
            "/" | "/customers" => ("Customers", "page"),
            "/portfolio" => ("Portfolio", "page"),
            "/before-rights-end" => ("Portfolio", "true"),
            "/radar" => ("Radar", "page"),
            "/reconcile" => ("Reconciliation", "page"),
            "/import" => ("Import", "page"),
            "/resources" => ("Resources", "page"),
            "/start" => ("Getting started", "page"),
            "/data" => ("Your data", "page"),
            "/roles" => ("Roles", "page"),
            // Behind the menu of who has signed in.
            "/sign-in" | "/account" | "/people" | "/confirmations" => continue,
            _ => ("Customers", "true"),
        };
        for slash in ["", "/"] {
            let address = paths::address(route, &[]);
            go(&if route == "/" { address } else { address + slash });
            let page = frame().await;
            let marked = ".navigation [aria-current], .footer [aria-current]";
            assert_eq!(page.texts(marked), [name], "{route}{slash}");
            assert_eq!(page.attributes(marked, "aria-current"), [mark], "{route}{slash}");
        }
    }
    go(&before);
}

#[wasm_bindgen_test]
async fn how_dense_a_page_is_is_kept_and_says_so_in_an_attribute_unless_nobody_has_chosen() {
    for (density, attribute) in [("compact", Some("compact")), ("comfortable", None)] {
        choose(&frame().await, "#density", density).await;
        assert_eq!(root_attribute("data-density").as_deref(), attribute);
        assert_eq!(storage::get("density").as_deref(), Some(density));
        assert_eq!(frame().await.chosen("#density"), density, "the next visit");
    }
    storage::set("density", "of another version");
    assert_eq!(frame().await.chosen("#density"), "comfortable");
    storage::remove("density");
}

#[wasm_bindgen_test]
async fn a_theme_is_an_attribute_of_the_document_unless_it_is_the_systems() {
    let page = frame().await;
    for (theme, attribute) in [("dark", Some("dark")), ("light", Some("light")), ("system", None)] {
        choose(&page, "#theme", theme).await;
        assert_eq!(root_attribute("data-theme").as_deref(), attribute);
    }
}

#[wasm_bindgen_test]
async fn the_next_request_is_asked_in_the_chosen_role() {
    let _answers = Answers::with(&[]);
    // In the way to the network: remembers the token.
    let network = js_sys::eval(
        "const before = window.fetch; window.fetch = (request) => {
           window.token = request.headers.get('authorization'); return before(request); };
         () => { window.fetch = before; }",
    )
    .unwrap();
    let page = frame().await;
    page.click("#ask").await;
    assert_eq!(role_of_last_token(), "AdminAgent");
    assert_eq!(page.text("#role-note"), "full access");

    choose(&page, "#role", "Guest").await;
    assert_eq!(page.text("#role-note"), "read only");
    page.click("#ask").await;
    assert_eq!(role_of_last_token(), "Guest");

    choose(&page, "#role", "SalesAgent").await;
    assert_eq!(page.text("#role-note"), "limited access");
    choose(&page, "#role", "AdminAgent").await;
    network.unchecked_into::<js_sys::Function>().call0(&JsValue::UNDEFINED).unwrap();
}

fn role_of_last_token() -> String {
    js_sys::eval(
        "const claims = window.token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/');
         JSON.parse(atob(claims)).role",
    )
    .unwrap()
    .as_string()
    .unwrap()
}

#[wasm_bindgen_test]
async fn every_policy_is_offered_and_the_page_follows_the_choice() {
    let _answers = Answers::with(&[SETTINGS]);
    i18n::select(Language::English);
    let page = frame().await;
    let offered = page.texts("#policy option");
    assert_eq!(offered.len(), Policy::all().len());
    assert_eq!(offered.iter().filter(|name| name.ends_with("(in force)")).count(), 1);
    assert_eq!(page.text("h1"), Policy::default_policy().id);
    assert!(page.text("#policy-note").starts_with("12% fee"));

    choose(&page, "#policy", Policy::newest().id).await;
    assert_eq!(page.text("h1"), Policy::newest().id);
    assert!(page.text("#policy-note").starts_with("no fee"));
    choose(&page, "#policy", Policy::default_policy().id).await;
}

#[wasm_bindgen_test]
async fn another_policy_than_the_one_in_force_is_a_what_if_with_two_ways_out() {
    let answers = Answers::with(&[SETTINGS]);
    note_requests();
    i18n::select(Language::English);
    let page = frame().await;
    assert!(page.maybe(".what-if > span").is_none());
    choose(&page, "#policy", Policy::newest().id).await;
    let words = page.text(".what-if");
    assert!(words.starts_with("Returns are carried out under Partner Center"), "{words}");
    page.click(".what-if button").await;
    assert_eq!(page.text("h1"), Policy::default_policy().id);
    assert!(page.maybe(".what-if > span").is_none());

    choose(&page, "#policy", Policy::newest().id).await;
    page.click(".what-if .tip-anchor:last-child .button").await;
    assert!(page.text("dialog[open]").contains("of all customers are carried out under"));
    assert!(noted("PUT").is_empty(), "it is asked first");
    let changed = format!(r#"{{"refundPolicy":"{}"}}"#, Policy::newest().id);
    answers.change_to(&[("/providers/Prorata/settings", 200, &changed)]);
    note_requests();
    page.click("dialog[open] .button.danger").await;
    assert_eq!(noted("PUT").len(), 1);
    assert!(page.maybe("dialog[open]").is_none());
    assert!(page.maybe(".what-if > span").is_none(), "it is the one in force now");
    assert_eq!(page.text("h1"), Policy::newest().id);
    storage::remove("policy");
}

/// The partner's choice.
const SETTINGS: (&str, u16, &str) =
    ("/providers/Prorata/settings", 200, r#"{"refundPolicy":"partner-center-2020-08"}"#);

#[wasm_bindgen_test]
async fn the_skip_link_leads_into_the_page() {
    let page = frame().await;
    page.click(".skip-link").await;
    assert_eq!(document().active_element().unwrap().id(), "main");
}

#[wasm_bindgen_test]
async fn escape_closes_the_menu_and_returns_to_its_button() {
    let page = frame().await;
    page.click("#header-toggle").await;
    assert_eq!(page.attribute("#header-toggle", "aria-expanded").as_deref(), Some("true"));
    let options = KeyboardEventInit::new();
    options.set_bubbles(true);
    options.set_key("Escape");
    let escape = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &options).unwrap();
    page.find("#language").dispatch_event(&escape).unwrap();
    settle().await;
    assert_eq!(page.attribute("#header-toggle", "aria-expanded").as_deref(), Some("false"));
}

use crate::stage::{settle, stage};
use leptos::prelude::*;
use prorata::i18n::{self, Language};
use prorata::ui::{Button, Choice, DecimalField, SelectField, Switch, TextField};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn the_error_belongs_to_its_control() {
    let value = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let page = stage(move || {
        let on_input = Callback::new(move |text| value.set(text));
        view! { <TextField label="Name" hint="As in the contract" value error on_input /> }
    })
    .await;
    let input = page.attribute("input", "id").unwrap();
    assert_eq!(page.attribute("label", "for"), Some(input));
    assert_eq!(page.attribute("input", "aria-invalid"), None);
    let hint = page.attribute("input", "aria-describedby").unwrap();
    assert_eq!(page.text(&format!("#{hint}")), "As in the contract");

    error.set(Some("Too long".to_owned()));
    settle().await;
    assert_eq!(page.attribute("input", "aria-invalid").as_deref(), Some("true"));
    let described_by = page.attribute("input", "aria-describedby").unwrap();
    let read: Vec<_> = described_by.split(' ').map(|id| page.text(&format!("#{id}"))).collect();
    assert_eq!(read, ["As in the contract", "Too long"]);

    page.type_into("input", "Contoso").await;
    assert_eq!(value.get_untracked(), "Contoso");
}

#[wasm_bindgen_test]
async fn a_decimal_field_says_what_it_cannot_read() {
    i18n::select(Language::German);
    let value = RwSignal::new(String::new());
    let page = stage(move || {
        let on_input = Callback::new(move |text| value.set(text));
        view! { <DecimalField label="Kurs" value on_input /> }
    })
    .await;
    page.type_into("input", "1,084").await;
    assert_eq!(page.text(".field-error"), "");
    page.type_into("input", "1.084").await;
    assert!(page.text(".field-error").contains("zwei Arten"));
    page.type_into("input", "viel").await;
    assert!(page.text(".field-error").contains("1234,56"));
    i18n::select(Language::English);
}

#[wasm_bindgen_test]
async fn a_switch_reports_what_it_is_switched_to() {
    let is_on = RwSignal::new(false);
    let page = stage(move || {
        view! { <Switch label="Used" is_on on_change=Callback::new(move |on| is_on.set(on)) /> }
    })
    .await;
    page.click("input").await;
    assert!(is_on.get_untracked());
}

#[wasm_bindgen_test]
async fn a_button_that_is_not_available_says_why_and_does_nothing() {
    let clicks = RwSignal::new(0);
    let reason = RwSignal::new(Some("Only an admin agent may do this.".to_owned()));
    let page = stage(move || {
        let on_click = Callback::new(move |_| clicks.update(|clicks| *clicks += 1));
        view! { <Button on_click disabled_reason=reason>"Refund"</Button> }
    })
    .await;
    page.click("button").await;
    assert_eq!(clicks.get_untracked(), 0);
    assert_eq!(page.attribute("button", "aria-disabled").as_deref(), Some("true"));
    let tip = page.attribute("button", "aria-describedby").unwrap();
    assert_eq!(page.text(&format!("#{tip}")), "Only an admin agent may do this.");

    reason.set(None);
    settle().await;
    page.click("button").await;
    assert_eq!(clicks.get_untracked(), 1);
    assert!(page.maybe("[role=tooltip]").is_none());
}

#[wasm_bindgen_test]
async fn a_select_field_follows_its_value_after_a_choice_by_hand() {
    let value = RwSignal::new("one".to_owned());
    let page = stage(move || {
        let choices = ["one", "two", "three"].map(|name| Choice::new(name, name)).to_vec();
        let on_change = Callback::new(move |chosen| value.set(chosen));
        view! { <SelectField label="Number" choices value on_change /> }
    })
    .await;
    page.choose("select", "two").await;
    assert_eq!(value.get_untracked(), "two");
    value.set("three".to_owned());
    settle().await;
    assert_eq!(page.chosen("select"), "three");
}

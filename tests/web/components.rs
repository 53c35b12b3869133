//! The page of development builds with every component in every state.

use crate::stage::{provide_frame, settle, stage};
use leptos::prelude::*;
use prorata::api::Role;
use prorata::components::Components;
use prorata::i18n::{self, Language};
use prorata::router::Router;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn every_component_is_there_in_every_language() {
    let page = stage(|| {
        provide_frame(Role::default());
        view! { <Router><Components /></Router> }
    })
    .await;
    settle().await;
    let names = page.texts("section > h2 > code");
    assert!(names.len() > 20 && names.contains(&"Grid".to_owned()), "{names:?}");
    for language in Language::ALL {
        i18n::select(language);
        settle().await;
        assert_eq!(page.texts("section > h2 > code"), names);
        assert!(!page.text(".notice").is_empty());
    }
    i18n::select(Language::English);
    assert_eq!(page.all(".picture-controls button").len(), 2);
}

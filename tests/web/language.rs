use crate::stage::{document, settle, stage};
use leptos::prelude::*;
use prorata::i18n::catalogue::common;
use prorata::i18n::{self, Language, t};
use prorata::ui::Notice;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn words_follow_the_language_and_so_does_the_document() {
    i18n::select(Language::English);
    let page = stage(|| {
        view! {
            <b title=t(common::CLOSE)>{t(common::CLOSE)}</b>
            <Notice title=common::LOADING />
        }
    })
    .await;
    assert_eq!(page.text("b"), "Close");
    for (language, close, tag) in [
        (Language::German, "Schließen", "de"),
        (Language::Swedish, "Stäng", "sv"),
        (Language::Dutch, "Sluiten", "nl"),
        (Language::Chinese, "关闭", "zh-CN"),
        (Language::English, "Close", "en"),
    ] {
        i18n::select(language);
        settle().await;
        assert_eq!(page.text("b"), close);
        assert_eq!(page.attribute("b", "title").as_deref(), Some(close));
        assert!(page.text(".notice-title").ends_with(common::LOADING.in_language(language)));
        let root = document().document_element().unwrap();
        assert_eq!(root.get_attribute("lang").as_deref(), Some(tag));
    }
}

#[wasm_bindgen_test]
async fn the_choice_outlives_the_visit() {
    i18n::select(Language::Dutch);
    i18n::restore().await;
    assert_eq!(i18n::current(), Language::Dutch);
    i18n::select(Language::English);
}

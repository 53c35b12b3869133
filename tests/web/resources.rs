use crate::stage::{settle, stage};
use calculator::Policy;
use leptos::prelude::*;
use prorata::i18n::{self, Language};
use prorata::router::Router;
use prorata::shell::Resources;
use std::collections::BTreeSet;
use wasm_bindgen_test::wasm_bindgen_test;

/// What the source of the rules lists, in its order, and the documentation for everyone else.
const ARTICLES: [&str; 7] = [
    "partner-center/azure-reservations",
    "partner-center/azure-reservations-manage",
    "partner-center/azure-reservations-buying",
    "partner-center/azure-usage",
    "partner-center/developer/purchase-azure-reservations",
    "partner-center/give-customers-permission",
    "azure/cost-management-billing/reservations",
];

#[wasm_bindgen_test]
async fn every_article_is_linked_in_the_language_of_the_reader() {
    i18n::select(Language::English);
    let page = stage(|| view! { <Router><Resources /></Router> }).await;
    let languages = [
        (Language::English, "en-us"),
        (Language::German, "de-de"),
        (Language::Swedish, "sv-se"),
        (Language::Dutch, "nl-nl"),
        (Language::Chinese, "zh-cn"),
    ];
    for (language, locale) in languages {
        i18n::select(language);
        settle().await;
        let expected = ARTICLES.map(|path| format!("https://learn.microsoft.com/{locale}/{path}"));
        assert_eq!(page.attributes("[aria-labelledby^=for] .article", "href"), expected);
        // Each publication once, whichever policies are of it.
        let sources = page.attributes("[aria-labelledby=sources] .article", "href");
        let paths: BTreeSet<&str> = Policy::all()
            .iter()
            .flat_map(|policy| policy.sources)
            .map(|source| source.path)
            .collect();
        let prefix = format!("https://learn.microsoft.com/{locale}/");
        let found: BTreeSet<&str> =
            sources.iter().filter_map(|href| href.strip_prefix(&prefix)).collect();
        assert_eq!(found, paths);
        assert_eq!(sources.len(), paths.len());
    }
    i18n::select(Language::English);
    let kept = page.attributes(".article", "rel");
    assert!(kept.iter().all(|rel| rel == "noopener noreferrer"), "{kept:?}");
}

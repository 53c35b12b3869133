//! Where the rules come from, and the articles that their source lists, in the reader's language.

use super::article::Article;
use crate::i18n::catalogue::{find, resources, shell, start, titles};
use crate::i18n::{Text, t};
use crate::paths::{self, route};
use crate::ui::Heading;
use calculator::{Policy, Source};
use leptos::prelude::*;

/// Articles about reservations in the Cloud Solution Provider programme, by their path on
/// `learn.microsoft.com`.
///
/// Source: Partner Center article of 2020-08-06, "Next steps".
const FOR_PARTNERS: [(&str, Text); 6] = [
    ("partner-center/azure-reservations", resources::ARTICLE_OVERVIEW),
    ("partner-center/azure-reservations-manage", resources::ARTICLE_MANAGE),
    ("partner-center/azure-reservations-buying", resources::ARTICLE_BUYING),
    ("partner-center/azure-usage", resources::ARTICLE_SIZING),
    ("partner-center/developer/purchase-azure-reservations", resources::ARTICLE_API),
    ("partner-center/give-customers-permission", resources::ARTICLE_PERMISSION),
];

/// The documentation for everyone who is not in that programme.
const FOR_OTHERS: &str = "azure/cost-management-billing/reservations";

/// The articles about Azure reservations.
#[component]
pub fn Resources() -> impl IntoView {
    let article = |(path, title)| view! { <li><Article path>{t(title)}</Article></li> };
    view! {
        <Heading title=route::RESOURCES.title summary=|| t(resources::RESOURCES_SUMMARY) />
        <div class="resources">
            <section class="card stack" aria-labelledby="help">
                <h2 id="help">{t(find::HELP)}</h2>
                <ul>
                    <li><a href=paths::start()>{t(titles::START)}</a></li>
                    <li><a href=paths::tour()>{t(start::TOUR)}</a></li>
                </ul>
            </section>
            <section class="card stack" aria-labelledby="sources">
                <h2 id="sources">{t(shell::SOURCES)}</h2>
                <ul>{publications().into_iter().map(publication).collect_view()}</ul>
            </section>
            <section class="card stack" aria-labelledby="for-partners">
                <h2 id="for-partners">{t(resources::FOR_PARTNERS)}</h2>
                <ul>{FOR_PARTNERS.into_iter().map(article).collect_view()}</ul>
            </section>
            <section class="card stack" aria-labelledby="for-others">
                <h2 id="for-others">{t(resources::FOR_OTHERS)}</h2>
                <p class="muted">{t(resources::ARTICLE_GENERAL_FOR)}</p>
                <ul>{article((FOR_OTHERS, resources::ARTICLE_GENERAL))}</ul>
            </section>
        </div>
    }
    .into_any()
}

/// A link to a publication in the reader's language. The titles are those of the English editions.
fn publication(source: Source) -> impl IntoView {
    view! {
        <li>
            <Article path=source.path>
                <span lang="en">{source.title}</span>
            </Article>
        </li>
    }
}

/// The publications behind all policies, each once: a later edition has the same address.
fn publications() -> Vec<Source> {
    let mut publications: Vec<Source> = Vec::new();
    for source in Policy::all().iter().flat_map(|policy| policy.sources) {
        if publications.iter().all(|known| known.path != source.path) {
            publications.push(*source);
        }
    }
    publications
}

//! The bottom of every page: version, where the rules come from, licence.

use super::article::Article;
use super::header::current;
use crate::i18n::catalogue::{access, data, shell};
use crate::i18n::{t, t_with};
use crate::paths;
use crate::paths::route;
use crate::router::use_location;
use crate::ui::{live_attr, live_text};
use calculator::{Policy, Source};
use leptos::prelude::*;

/// The bottom of every page.
#[component]
pub(super) fn Footer() -> impl IntoView {
    let path = use_location().path();
    let at_data = move || path.with(|path| current(path, &route::DATA, &[]));
    let at_roles = move || path.with(|path| current(path, &route::ROLES, &[]));
    let version = || t_with(shell::VERSION, &[("version", env!("CARGO_PKG_VERSION").to_owned())]);
    view! {
        <footer class="footer">
            <section aria-labelledby="sources">
                <h2 id="sources">{t(shell::SOURCES)}</h2>
                <ul>{publications().into_iter().map(publication).collect_view()}</ul>
            </section>
            <p>
                {live_text(version)} " · " {t(shell::LICENCE)} " · "
                <a href=paths::data() aria-current=live_attr(at_data)>{t(data::DATA)}</a> " · "
                <a href=paths::roles() aria-current=live_attr(at_roles)>{t(access::ROLES)}</a>
            </p>
            <p>{t(shell::NOT_AFFILIATED)}</p>
        </footer>
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

//! The bottom of every page: version, licence, and where to find what stands nowhere else.

use super::header::current;
use crate::i18n::catalogue::{shell, titles};
use crate::i18n::{t, t_with};
use crate::paths;
use crate::paths::route;
use crate::router::use_location;
use crate::ui::{live_attr, live_text};
use leptos::prelude::*;

/// The bottom of every page.
#[component]
pub(super) fn Footer() -> impl IntoView {
    let path = use_location().path();
    let at_start = move || path.with(|path| current(path, &route::START, &[]));
    let at_data = move || path.with(|path| current(path, &route::DATA, &[]));
    let at_roles = move || path.with(|path| current(path, &route::ROLES, &[]));
    let version = || t_with(shell::VERSION, &[("version", env!("CARGO_PKG_VERSION").to_owned())]);
    view! {
        <footer class="footer">
            <p>
                {live_text(version)} " · " {t(shell::LICENCE)} " · "
                <a href=paths::start() aria-current=live_attr(at_start)>{t(titles::START)}</a> " · "
                <a href=paths::data() aria-current=live_attr(at_data)>{t(titles::DATA)}</a> " · "
                <a href=paths::roles() aria-current=live_attr(at_roles)>{t(titles::ROLES)}</a> " · "
                <a href=paths::resources()>{t(shell::SOURCES)}</a>
            </p>
            <p>{t(shell::NOT_AFFILIATED)}</p>
        </footer>
    }
    .into_any()
}

//! The ways on: the demonstration, own files, a server, and quotes without any of these.

use crate::api::{use_api, use_own_records};
use crate::i18n::catalogue::{customers, import, quick, shell, start as texts, titles};
use crate::i18n::{Text, t};
use crate::paths;
use crate::ui::{Disclosure, live};
use leptos::prelude::*;

/// Commands, which are the same in every language. The first one is as the README has it.
const START: &str = "cargo xtask server";
const SIGN_IN: &str = "prorata-server --data desk.sqlite --sign-in-local";
const RESTORE: &str = "prorata-server restore backup.jsonl --data desk.sqlite";

/// Every way with what it is for.
pub(super) fn part() -> AnyView {
    let has_own = use_own_records();
    let customers = live(move || match has_own.get() {
        true => way(paths::customers(), shell::NAV_CUSTOMERS, customers::CUSTOMERS_SUMMARY),
        false => way(paths::customers(), texts::TRY_DEMO, shell::DEMO_EXPLANATION),
    });
    let files = match use_api().is_in_browser() {
        true => import::SUMMARY,
        false => import::SUMMARY_OF_SERVER,
    };
    view! {
        <section class="card stack" aria-labelledby="start-ways">
            <h2 id="start-ways">{t(texts::WAYS)}</h2>
            <ul class="start-ways">
                <li>{customers}</li>
                <li>{way(paths::import(), texts::OWN_FILES, files)}</li>
                <li>{way(paths::quick_quote(), titles::QUICK_QUOTE, quick::SUMMARY)}</li>
                <li>{server()}</li>
            </ul>
        </section>
    }
    .into_any()
}

fn way(address: String, name: Text, about: Text) -> AnyView {
    view! {
        <h3>
            <a href=address>{t(name)}</a>
        </h3>
        <p class="muted">{t(about)}</p>
    }
    .into_any()
}

/// How a server is set up; that there is one, where the records are on it.
fn server() -> AnyView {
    let how = match use_api().is_in_browser() {
        true => view! {
            <p class="muted">{t(texts::SERVER_MEANS)}</p>
            <Disclosure summary=texts::SERVER_HOW>{steps()}</Disclosure>
        }
        .into_any(),
        false => view! { <p class="muted">{t(texts::SERVER_HERE)}</p> }.into_any(),
    };
    view! {
        <h3>{t(texts::SERVER)}</h3>
        {how}
    }
    .into_any()
}

fn steps() -> AnyView {
    let command = |command| view! { <code class="start-command">{command}</code> };
    view! {
        <ol class="stack start-server">
            <li>{t(texts::SERVER_START)} {command(START)}</li>
            <li>{t(texts::SERVER_PEOPLE)} {command(SIGN_IN)}</li>
            <li>
                {t(texts::SERVER_RECORDS)} " " <a href=paths::data()>{t(titles::DATA)}</a>
                {command(RESTORE)}
            </li>
        </ol>
        <p class="hint">{t(texts::SERVER_README)}</p>
    }
    .into_any()
}

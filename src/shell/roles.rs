//! Which role may do what: the table by which the service decides, as it serves it.

use crate::api::{Grant, Permission, Role, State};
use crate::i18n::catalogue::access::{self as texts, english};
use crate::i18n::catalogue::{common, titles};
use crate::i18n::{self, Text, fill, t, t_with};
use crate::paths::route;
use crate::problem::Problem;
use crate::rights::{Rights, role_name, use_rights};
use crate::ui::{Cell, Column, Heading, Icon, RowHeader, Skeleton, Symbol, Table, live, live_text};
use leptos::prelude::*;

/// What the service puts between two sources.
const BETWEEN: &str = "; ";

/// The sources of the table that this version knows, as the service has them, with the date of each, which it writes as
/// ISO 8601 has it.
const SOURCES: [(&str, Text, &str); 7] = [
    (english::SOURCE_GUEST_READS, texts::SOURCE_GUEST_READS, DOCUMENTATION),
    (english::SOURCE_GUEST_ACTS, texts::SOURCE_GUEST_ACTS, DOCUMENTATION),
    (english::SOURCE_ROLES, texts::SOURCE_ROLES, ARTICLE),
    (english::SOURCE_CONFIGURATION, texts::SOURCE_CONFIGURATION, ARTICLE),
    (english::SOURCE_ACCESS, texts::SOURCE_ACCESS, ARTICLE),
    (english::SOURCE_SUPPORT, texts::SOURCE_SUPPORT, ARTICLE),
    (english::SOURCE_SETTINGS, texts::SOURCE_SETTINGS, ""),
];
/// Of the Azure documentation about who may do what.
const DOCUMENTATION: &str = "2026-01-15";
/// Of the article of Partner Center.
const ARTICLE: &str = "2020-08-06";

/// The page with the table.
#[component]
pub fn Roles() -> impl IntoView {
    let rights = use_rights();
    let table = live(move || match rights.grants().state() {
        State::Loading => view! { <Skeleton lines=8 /> }.into_any(),
        State::Failed(error) => {
            let retry = Callback::new(move |()| rights.grants().reload());
            view! { <Problem error on_retry=retry /> }.into_any()
        }
        State::Ready(grants) => table(rights, &grants),
    });
    view! {
        <Heading title=route::ROLES.title summary=|| t(texts::ROLES_SUMMARY) />
        <div class="stack roles">
            {table} <p class="hint">{t(texts::ROLES_HINT)}</p>
        </div>
    }
    .into_any()
}

fn table(rights: Rights, grants: &[Grant]) -> AnyView {
    let rows: Vec<AnyView> = grants.iter().map(|grant| row(rights.role(), grant)).collect();
    let roles = Role::ALL.iter().copied().map(|role| Column::new(role_name(role)));
    let columns = std::iter::once(Column::new(texts::PERMISSION))
        .chain(roles)
        .chain([Column::new(texts::SOURCE)])
        .collect();
    view! {
        <Table caption=titles::ROLES columns>
            {rows}
        </Table>
    }
    .into_any()
}

fn row(current: Role, grant: &Grant) -> AnyView {
    let name = grant.permission.clone();
    let name = live_text(move || name_of(&name));
    let sources = sources(&grant.source);
    let cells: Vec<AnyView> =
        Role::ALL.iter().copied().map(|role| cell(role, grant.includes(role), current)).collect();
    view! {
        <tr role="row">
            <RowHeader>{name}</RowHeader>
            {cells}
            <Cell label=texts::SOURCE>
                <span class="hint">{sources}</span>
            </Cell>
        </tr>
    }
    .into_any()
}

/// Who says so: the sources that this version knows in the reader's language, any other as the service tells
/// it, in English.
fn sources(told: &str) -> AnyView {
    let each = told.split(BETWEEN).enumerate().map(|(place, source)| {
        let known = SOURCES
            .into_iter()
            .find(|(english, _, date)| fill(english, &[("date", (*date).to_owned())]) == source);
        let words = match known {
            Some((_, words, date)) => live_text(move || in_words(words, date)),
            None => {
                let source = source.to_owned();
                view! { <span lang="en">{source}</span> }.into_any()
            }
        };
        ((place > 0).then_some(BETWEEN), words).into_any()
    });
    each.collect_view().into_any()
}

/// A source with its date as the reader writes it.
fn in_words(words: Text, date: &str) -> String {
    t_with(words, &[("date", date.parse().map(i18n::date).unwrap_or_default())])
}

/// Whether a role may; the role in force is set off.
fn cell(role: Role, may: bool, current: Role) -> AnyView {
    let word = if may { common::YES } else { common::NO };
    let sign = if may {
        view! { <Icon symbol=Symbol::Check /> }.into_any()
    } else {
        view! { <span class="muted" aria-hidden="true">"–"</span> }.into_any()
    };
    let class = if role == current { "mark in-force" } else { "mark" };
    view! {
        <Cell label=role_name(role)>
            <span class=class>
                {sign} <span class="visually-hidden">{t(word)}</span>
            </span>
        </Cell>
    }
    .into_any()
}

/// What a permission is called; one that this version does not know is shown as it is.
fn name_of(permission: &str) -> String {
    let known = Permission::ALL.iter().copied().find(|known| known.name() == permission);
    known.map_or_else(|| permission.to_owned(), |known| words(known).get().to_owned())
}

const fn words(permission: Permission) -> Text {
    match permission {
        Permission::ReadRecords => texts::MAY_READ,
        Permission::ReturnReservations => texts::MAY_RETURN,
        Permission::ExchangeReservations => texts::MAY_EXCHANGE,
        Permission::ChangeReservations => texts::MAY_CHANGE,
        Permission::ManageAccess => texts::MAY_MANAGE_ACCESS,
        Permission::CreateSupportRequests => texts::MAY_ASK_SUPPORT,
        Permission::ImportReservations => texts::MAY_IMPORT,
        Permission::ChangeSettings => texts::MAY_CHANGE_SETTINGS,
        Permission::ResetDemonstration => texts::MAY_RESET,
    }
}

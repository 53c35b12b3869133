//! The roles that matter for reservations, and what is different in the programme.

use super::words;
use crate::i18n::catalogue::access as texts;
use crate::i18n::{t, t_with};
use crate::reservation::part::Part;
use crate::shell::Article;
use crate::ui::{CopyButton, Property, PropertyList};
use azure::{BUILT_IN_ROLES, BuiltInRole};
use leptos::prelude::*;

/// Where the rules of the programme are from (edition of 2026-01-15).
const ARTICLE: &str = "azure/cost-management-billing/reservations/how-to-view-csp-reservations";

/// Every built-in role with what it may do and its id to copy.
pub(super) fn roles() -> AnyView {
    let roles: Vec<AnyView> = BUILT_IN_ROLES.into_iter().map(role).collect();
    view! {
        <Part title=texts::ROLES_WITH_IDS>
            <PropertyList>{roles}</PropertyList>
        </Part>
    }
    .into_any()
}

fn role(BuiltInRole { name, id }: BuiltInRole) -> AnyView {
    let what = move || t_with(texts::ROLE_ID, &[("role", name.to_owned())]);
    view! {
        <Property name>
            {words::meaning(name).map(|meaning| view! { <p>{t(meaning)}</p> })}
            <span class="copyable">
                <code>{id}</code>
                <CopyButton what text=Signal::stored(id.to_owned()) />
            </span>
        </Property>
    }
    .into_any()
}

/// What applies to a partner.
pub(super) fn csp() -> AnyView {
    let rules = [texts::CSP_ON_BEHALF, texts::CSP_GUEST, texts::CSP_LIGHTHOUSE];
    let rules: Vec<AnyView> =
        rules.into_iter().map(|rule| view! { <li>{t(rule)}</li> }.into_any()).collect();
    view! {
        <Part title=texts::IN_CSP>
            <ul class="access-rules">{rules}</ul>
            <p><Article path=ARTICLE>{t(texts::CSP_ARTICLE)}</Article></p>
        </Part>
    }
    .into_any()
}

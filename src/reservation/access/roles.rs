//! What roles, principals and scopes are called, in the language of this moment; the roles that matter for
//! reservations, and what is different in the programme.

use crate::api::{Assignment, Origin};
use crate::i18n::catalogue::access as texts;
use crate::i18n::{Text, t, t_with};
use crate::reservation::part::Part;
use crate::shell::Article;
use crate::ui::{CopyButton, Property, PropertyList};
use azure::{BUILT_IN_ROLES, BuiltInRole};
use leptos::prelude::*;
use view_model::address::ReservationRef;

/// The role of an assignment. Azure does not translate the names of its own.
pub(super) fn role_in_words(assignment: &Assignment) -> String {
    match assignment.built_in_role() {
        Some(role) => role.name.to_owned(),
        None => t_with(texts::CUSTOM_ROLE, &[("id", assignment.role.clone())]),
    }
}

/// What a built-in role may do, by its name.
///
/// Source: Azure documentation of built-in roles (2026-01).
pub(super) fn meaning(role: &str) -> Option<Text> {
    let text = match role {
        "Owner" => texts::OWNER_MEANS,
        "Contributor" => texts::CONTRIBUTOR_MEANS,
        "Reader" => texts::READER_MEANS,
        "User Access Administrator" => texts::ACCESS_ADMINISTRATOR_MEANS,
        "Reservations Administrator" => texts::RESERVATIONS_ADMINISTRATOR_MEANS,
        "Reservations Reader" => texts::RESERVATIONS_READER_MEANS,
        "Reservation Purchaser" => texts::PURCHASER_MEANS,
        _ => return None,
    };
    Some(text)
}

/// The types of principals that Azure knows, with their names.
pub(super) const PRINCIPAL_TYPES: [(&str, Text); 5] = [
    ("User", texts::TYPE_USER),
    ("Group", texts::TYPE_GROUP),
    ("ServicePrincipal", texts::TYPE_SERVICE_PRINCIPAL),
    (FOREIGN_GROUP, texts::TYPE_FOREIGN_GROUP),
    ("Device", texts::TYPE_DEVICE),
];

/// A group of another tenant: the partner's.
pub(super) const FOREIGN_GROUP: &str = "ForeignGroup";

/// What a principal is; a type that this version does not know is shown as it is.
pub(super) fn principal_type(kind: &str) -> String {
    let known = PRINCIPAL_TYPES.iter().find(|(name, _)| name.eq_ignore_ascii_case(kind));
    known.map_or_else(|| kind.to_owned(), |(_, text)| text.get().to_owned())
}

/// Where an assignment comes from, seen from the order of `of`.
pub(super) fn origin(assignment: &Assignment, of: &ReservationRef) -> String {
    let above = match assignment.origin(of) {
        Origin::Order => return texts::FROM_ORDER.get().to_owned(),
        Origin::AllReservations => texts::ALL_RESERVATIONS.get().to_owned(),
        Origin::Tenant => texts::WHOLE_TENANT.get().to_owned(),
        Origin::ManagementGroup(name) => t_with(texts::A_MANAGEMENT_GROUP, &[("name", name)]),
        Origin::Elsewhere(path) => path,
    };
    t_with(texts::INHERITED, &[("origin", above)])
}

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
            {meaning(name).map(|meaning| view! { <p>{t(meaning)}</p> })}
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

//! What somebody may do in the end: all roles on the order, given to them or to one of their groups.

use super::roles;
use super::shared::Access;
use crate::api::{Assignment, Principal, load};
use crate::i18n::catalogue::access as texts;
use crate::i18n::{t, t_with};
use crate::reservation::part::{Part, loaded};
use crate::ui::{Choice, Notice, Property, PropertyList, SelectField, live};
use leptos::prelude::*;
use view_model::address::ReservationRef;

/// The part that looks somebody up.
pub(super) fn check(access: Access) -> AnyView {
    let chosen = RwSignal::new(String::new());
    let Access { api, of, .. } = access;
    let found = load(
        move || (of.get_value(), chosen.get()),
        move |(of, principal): (ReservationRef, String)| async move {
            match principal.as_str() {
                "" => Ok(Vec::new()),
                id => api.roles_of(&of, id).await,
            }
        },
    );
    let field = live(move || {
        view! {
            <SelectField
                label=texts::PRINCIPAL
                choices=principals(access)
                value=chosen
                on_change=Callback::new(move |id| chosen.set(id))
                hint=texts::CHECK_HINT
            />
        }
        .into_any()
    });
    let result = loaded(found, 3, move |roles| result(access, &chosen.get(), &roles));
    view! {
        <Part title=texts::CHECK>
            {field} <div class="stack" role="status">
                {live(move || if chosen.with(String::is_empty) { ().into_any() } else { result() })}
            </div>
        </Part>
    }
    .into_any()
}

/// Everybody in the tenant, after the choice of nobody.
pub(super) fn principals(access: Access) -> Vec<Choice> {
    let known = access.principals.ready();
    let known = known.iter().flat_map(|known| known.iter());
    let choice = |it: &Principal| Choice::new(it.id.clone(), it.name.clone());
    std::iter::once(Choice::new("", texts::CHOOSE)).chain(known.map(choice)).collect()
}

fn result(access: Access, principal: &str, roles: &[Assignment]) -> AnyView {
    if roles.is_empty() {
        return view! { <Notice title=texts::NO_ACCESS /> }.into_any();
    }
    let roles: Vec<AnyView> = roles.iter().map(|it| role(access, principal, it)).collect();
    view! { <PropertyList>{roles}</PropertyList> }.into_any()
}

fn role(access: Access, principal: &str, assignment: &Assignment) -> AnyView {
    let meaning = assignment.built_in_role().and_then(|role| roles::meaning(role.name));
    let origin = access.of.with_value(|of| roles::origin(assignment, of));
    let group = (!assignment.principal.eq_ignore_ascii_case(principal)).then(|| {
        t_with(texts::THROUGH_GROUP, &[("group", access.principal_name(&assignment.principal))])
    });
    view! {
        <Property name=roles::role_in_words(assignment)>
            {meaning.map(|meaning| view! { <p>{t(meaning)}</p> })} <p class="hint">{origin}</p>
            {group.map(|group| view! { <p class="hint">{group}</p> })}
        </Property>
    }
    .into_any()
}

//! What can be chosen for every page: language, role, policy.

use super::chooser::{Choosable, Chooser};
use super::session::{PolicyChoice, use_policy};
use crate::api::{Role, use_session};
use crate::i18n::catalogue::shell;
use crate::i18n::{self, Language, Text, t_with};
use crate::rights::{Extent, role_name, use_rights};
use calculator::{Fee, Limit, OverLimit, Policy, Source};
use leptos::prelude::*;
use leptos::text_prop::TextProp;

/// The language of the page; each is called what its readers call it.
#[component]
pub(super) fn LanguageChooser() -> impl IntoView {
    let choices = Language::ALL
        .into_iter()
        .map(|language| Choosable {
            language: Some(language.tag()),
            ..Choosable::new(language.tag(), language.own_name())
        })
        .collect();
    let select = move |tag: String| {
        if let Some(language) = Language::parse(&tag) {
            i18n::select(language);
        }
    };
    view! {
        <Chooser
            id="language"
            label=shell::LANGUAGE
            choices
            value=Signal::derive(|| i18n::current().tag())
            on_change=Callback::new(select)
        />
    }
    .into_any()
}

/// The role in which the demonstration asks; in force from the next request on.
#[component]
pub(super) fn RoleChooser() -> impl IntoView {
    let (session, rights) = (use_session(), use_rights());
    let choices = Role::ALL
        .iter()
        .copied()
        .map(|role| Choosable::new(role.name(), role_name(role)))
        .collect();
    let select = move |name: String| {
        if let Some(role) = Role::parse(&name) {
            session.select_role(role);
        }
    };
    let note = move || match rights.extent() {
        Some(Extent::Everything) => shell::ROLE_MAY_ACT.get(),
        Some(Extent::Some) => shell::ROLE_MAY_SOME.get(),
        Some(Extent::Reading) => shell::ROLE_MAY_READ.get(),
        None => "",
    };
    view! {
        <Chooser
            id="role"
            label=shell::ROLE
            choices
            value=Signal::derive(move || session.role().name())
            on_change=Callback::new(select)
            note=note
            tip=shell::ROLE_HINT
        />
    }
    .into_any()
}

/// The policy that quotes follow, by its publisher and date.
#[component]
pub(super) fn PolicyChooser() -> impl IntoView {
    let chosen = use_policy();
    let choices = Policy::all()
        .iter()
        .map(|policy| {
            Choosable::new(policy.id, TextProp::from(move || policy_as_offered(chosen, policy)))
        })
        .collect();
    let select = move |id: String| {
        if let Ok(policy) = Policy::by_id(&id) {
            chosen.select(policy);
        }
    };
    view! {
        <Chooser
            id="policy"
            label=shell::POLICY
            choices
            value=Signal::derive(move || chosen.get().id)
            on_change=Callback::new(select)
            note=move || summary(chosen.get())
        />
    }
    .into_any()
}

/// What a policy is called: who published it, and the date of the edition.
#[must_use]
pub fn policy_name(policy: &Policy) -> String {
    let edition = policy.edition();
    let publisher = publisher(&edition).get().to_owned();
    let date = i18n::date(edition.date);
    t_with(shell::POLICY_NAME, &[("publisher", publisher), ("date", date)])
}

/// What a policy is called among others, with a word where returns are carried out by it.
pub(crate) fn policy_as_offered(chosen: PolicyChoice, policy: &Policy) -> String {
    let name = policy_name(policy);
    if chosen.is_in_force(policy) {
        t_with(shell::POLICY_IN_FORCE, &[("name", name)])
    } else {
        name
    }
}

fn publisher(source: &Source) -> Text {
    if source.path.starts_with("partner-center/") {
        shell::PUBLISHER_PARTNER_CENTER
    } else {
        shell::PUBLISHER_AZURE
    }
}

/// The two things that change an amount most: the fee, and what happens over the limit.
fn summary(policy: &Policy) -> String {
    let first = match &policy.fee {
        Fee::NotCharged => shell::POLICY_NO_FEE.get().to_owned(),
        Fee::OfCredit { rate, stated } => {
            let text = if *stated { shell::POLICY_FEE } else { shell::POLICY_FEE_ASSUMED };
            t_with(text, &[("rate", i18n::percent(rate.to_decimal()))])
        }
    };
    let second = match policy.limit.over {
        OverLimit::PayoutCapped => shell::POLICY_CAPPED,
        OverLimit::Refused => shell::POLICY_REFUSED,
    };
    let second = t_with(second, &[("limit", limit(&policy.limit))]);
    t_with(shell::FACTS, &[("first", first), ("second", second)])
}

fn limit(limit: &Limit) -> String {
    // Whole dollars, as the sources write it.
    let limit = limit.amount();
    i18n::money(&limit.to_decimal().normalize().to_string(), limit.currency().code())
}

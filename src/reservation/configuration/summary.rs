//! Settings in words, and what changes from one value to another.

use view_model::settings::Named;
use view_model::settings::{ScopeKind, Setting, SettingFault, Settings};

use crate::i18n::catalogue::{common, configuration as texts, names, reservation};
use crate::i18n::{Text, t, t_with};
use crate::ui::{Icon, Symbol, live_text};
use leptos::prelude::*;
use std::sync::Arc;

/// Each of `fields` with its value before and its value afterwards.
pub(super) fn changes(
    before: &Settings,
    after: &Settings,
    fields: &[Setting],
    named: &[Named],
) -> AnyView {
    let both = Arc::new((before.clone(), after.clone(), named.to_vec()));
    let rows = fields.iter().map(|field| {
        let (field, before, after) = (*field, Arc::clone(&both), Arc::clone(&both));
        change(
            t(setting_name(field)).into_any(),
            live_text(move || value_in_words(&before.0, field, &before.2)),
            live_text(move || value_in_words(&after.1, field, &after.2)),
        )
    });
    view! { <dl class="changes">{rows.collect_view()}</dl> }.into_any()
}

/// One change: what it is called, the value before, the value afterwards.
pub(crate) fn change(name: AnyView, before: AnyView, after: AnyView) -> AnyView {
    view! {
        <div>
            <dt>{name}</dt>
            <dd>
                <span class="muted">{before}</span>
                <span class="becomes">
                    <Icon symbol=Symbol::ChevronRight />
                    <span class="visually-hidden">{t(texts::BECOMES)}</span>
                </span>
                <span>{after}</span>
            </dd>
        </div>
    }
    .into_any()
}

/// What a setting is called.
pub(super) const fn setting_name(setting: Setting) -> Text {
    match setting {
        Setting::Name => texts::DISPLAY_NAME,
        Setting::Scope => reservation::SCOPE,
        Setting::Flexibility => texts::FLEXIBILITY,
        Setting::Renewal => texts::RENEWAL,
    }
}

/// What a kind of scope is called.
pub(super) const fn scope_name(kind: ScopeKind) -> Text {
    match kind {
        ScopeKind::Shared => names::SCOPE_SHARED,
        ScopeKind::Subscription => names::SCOPE_SUBSCRIPTION,
        ScopeKind::ResourceGroup => names::SCOPE_RESOURCE_GROUP,
        ScopeKind::ManagementGroup => names::SCOPE_MANAGEMENT_GROUP,
    }
}

/// Why a setting cannot be saved, in the language of this moment.
pub(super) fn fault_in_words(fault: SettingFault) -> String {
    let text = match fault {
        SettingFault::NameMissing => texts::NAME_NEEDED,
        SettingFault::NameTooLong(max) => {
            return t_with(texts::NAME_TOO_LONG, &[("max", max.to_string())]);
        }
        SettingFault::SubscriptionMissing => texts::CHOOSE_SUBSCRIPTION,
        SettingFault::ResourceGroupMissing => texts::CHOOSE_GROUP,
        SettingFault::ManagementGroupMissing => texts::CHOOSE_MANAGEMENT_GROUP,
    };
    text.get().to_owned()
}

/// The value of a setting in the language of this moment. `known` has the names of what scopes apply to.
#[must_use]
pub fn value_in_words(settings: &Settings, setting: Setting, known: &[Named]) -> String {
    match setting {
        Setting::Name => settings.name.trim().to_owned(),
        Setting::Scope => scope_in_words(settings, known),
        Setting::Flexibility => match settings.is_flexible {
            Some(is_on) => on_or_off(is_on),
            None => common::NOT_STATED.get().to_owned(),
        },
        Setting::Renewal => on_or_off(settings.renew),
    }
}

fn scope_in_words(settings: &Settings, known: &[Named]) -> String {
    let Some(kind) = settings.kind else { return common::NOT_STATED.get().to_owned() };
    let kind_name = scope_name(kind).get().to_owned();
    let name_of = |id: &str| {
        let found = known.iter().find(|known| known.id.eq_ignore_ascii_case(id));
        found.map_or_else(|| last_segment(id), |found| found.name.clone())
    };
    let place = match kind {
        _ if settings.target().is_empty() => return kind_name,
        ScopeKind::ResourceGroup => {
            let values = [
                ("group", settings.group.clone()),
                ("subscription", name_of(&settings.subscription)),
            ];
            t_with(texts::GROUP_IN_SUBSCRIPTION, &values)
        }
        _ => name_of(&settings.target()),
    };
    t_with(texts::SCOPE_IN_WORDS, &[("kind", kind_name), ("place", place)])
}

fn on_or_off(is_on: bool) -> String {
    let text = if is_on { texts::ON } else { texts::OFF };
    text.get().to_owned()
}

fn last_segment(path: &str) -> String {
    path.rsplit('/').next().unwrap_or(path).to_owned()
}

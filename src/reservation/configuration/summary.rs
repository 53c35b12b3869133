//! What changes from one value to another.

use super::settings::{Field, Settings};
use crate::api::Named;
use crate::i18n::catalogue::configuration as texts;
use crate::i18n::t;
use crate::ui::{Icon, Symbol, live_text};
use leptos::prelude::*;
use std::sync::Arc;

/// Each of `fields` with its value before and its value afterwards.
pub(super) fn changes(
    before: &Settings,
    after: &Settings,
    fields: &[Field],
    named: &[Named],
) -> AnyView {
    let both = Arc::new((before.clone(), after.clone(), named.to_vec()));
    let rows = fields.iter().map(|field| {
        let (field, before, after) = (*field, Arc::clone(&both), Arc::clone(&both));
        change(
            t(field.name()).into_any(),
            live_text(move || before.0.in_words(field, &before.2)),
            live_text(move || after.1.in_words(field, &after.2)),
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

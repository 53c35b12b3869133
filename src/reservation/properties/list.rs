//! Every property of a record, group by group; what it does not hold is marked.

use super::fields::{FieldGroup, Kind, RecordField, others};
use super::values::{at, in_words};
use crate::i18n::catalogue::{common, properties as texts};
use crate::i18n::t;
use crate::ui::{Property, PropertyList};
use leptos::prelude::*;
use serde_json::Value;

/// Every property of `record` that `groups` name, and then every other one by its path. In the language of
/// this moment.
pub(super) fn properties(groups: &'static [FieldGroup], record: &Value) -> AnyView {
    let shown = groups.iter().filter(|group| group.is_shown(record));
    let named = shown.map(|group| {
        let rows = group.fields.iter().map(|field| row(field, at(record, field)));
        section(t(group.title).into_any(), rows.collect_view().into_any())
    });
    let others = others(groups, record);
    let rows = others.iter().map(|(path, value)| {
        let name = path.trim_start_matches('/').replace('/', " / ");
        let value = in_words(value, Kind::Code).unwrap_or_default();
        view! { <Property name=name><code>{value}</code></Property> }
    });
    let unnamed = (!others.is_empty())
        .then(|| section(t(texts::OTHERS).into_any(), rows.collect_view().into_any()));
    view! { <div class="property-groups">{named.collect_view()} {unnamed}</div> }.into_any()
}

fn section(title: AnyView, rows: AnyView) -> AnyView {
    view! {
        <section>
            <h3>{title}</h3>
            <PropertyList>{rows}</PropertyList>
        </section>
    }
    .into_any()
}

fn row(field: &RecordField, value: Option<String>) -> AnyView {
    let is_code = field.kind == Kind::Code;
    let language = (field.kind == Kind::English).then_some("en");
    let value = match value {
        None => view! { <span class="muted">{t(common::NOT_STATED)}</span> }.into_any(),
        Some(value) if is_code => view! { <code>{value}</code> }.into_any(),
        Some(value) => view! { <span lang=language>{value}</span> }.into_any(),
    };
    view! { <Property name=field.name>{value}</Property> }.into_any()
}

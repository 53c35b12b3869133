//! Values of a record in the language of this moment.

use super::fields::{FieldGroup, Kind, RecordField, field_at, others};
use crate::i18n::catalogue::{common, configuration, quote, reservation};
use crate::i18n::{self, names, t_with};
use crate::reservation::details::billing_plan;
use crate::reservation::utilization::percentage;
use azure::{
    Date, DisplayedState, Price, ProvisioningState, ResourceType, StatedPlan, StatedTerm,
    Timestamp, Trend, Wire,
};
use rust_decimal::Decimal;
use serde_json::Value;
use view_model::payments::written;

/// The value at a field of a record in words; `None` where the record holds nothing.
#[must_use]
pub fn at(record: &Value, field: &RecordField) -> Option<String> {
    in_words(record.pointer(field.path)?, field.kind)
}

/// A value in words; `None` for nothing.
#[must_use]
pub fn in_words(value: &Value, kind: Kind) -> Option<String> {
    let plain = plain(value)?;
    let words = match kind {
        Kind::Text | Kind::English | Kind::Code => plain,
        Kind::Day => {
            let day = Date::parse(&plain).ok().map(|date| date.day());
            return day.map_or(Some(plain), |day| day.map(i18n::date));
        }
        Kind::Moment => {
            let moment = Timestamp::parse(&plain).ok().map(|moment| moment.at());
            // The service writes year 1 where it has no moment.
            return moment.map_or(Some(plain), |moment| moment.map(i18n::moment));
        }
        Kind::State => names::state(&ProvisioningState::parse(&plain)).to_owned(),
        Kind::ShownState => names::displayed_state(&DisplayedState::parse(&plain)).to_owned(),
        Kind::Term => names::term(&StatedTerm::parse(&plain)).to_owned(),
        Kind::Plan => billing_plan(&StatedPlan::parse(&plain)),
        Kind::Product => names::resource_type(&ResourceType::parse(&plain)).to_owned(),
        Kind::Region => names::region(&plain).to_owned(),
        Kind::Flag => pick(&plain, "true", common::YES, "false", common::NO),
        Kind::Switch => switch(plain),
        Kind::Price => price(value).unwrap_or(plain),
        Kind::Averages => averages(value)?,
        Kind::Trend => trend(&Trend::parse(&plain)),
    };
    Some(words)
}

fn switch(plain: String) -> String {
    let is_on = plain == "true" || plain.eq_ignore_ascii_case("On");
    let is_off = plain == "false" || plain.eq_ignore_ascii_case("Off");
    match (is_on, is_off) {
        (true, _) => configuration::ON.get().to_owned(),
        (_, true) => configuration::OFF.get().to_owned(),
        _ => plain,
    }
}

fn pick(plain: &str, yes: &str, if_yes: i18n::Text, no: &str, if_no: i18n::Text) -> String {
    match plain {
        known if known == yes => if_yes.get().to_owned(),
        known if known == no => if_no.get().to_owned(),
        unknown => unknown.to_owned(),
    }
}

/// A value as text; the members of a list in a row. `None` for nothing.
fn plain(value: &Value) -> Option<String> {
    let text = match value {
        Value::Null => return None,
        Value::String(text) => text.clone(),
        Value::Array(members) => {
            let members: Vec<String> = members.iter().filter_map(member).collect();
            members.join("\n")
        }
        other => other.to_string(),
    };
    (!text.is_empty()).then_some(text)
}

/// A member of a list: what stands for a record is its id.
fn member(value: &Value) -> Option<String> {
    plain(value.get("id").unwrap_or(value))
}

fn trend(trend: &Trend) -> String {
    let text = match trend {
        Trend::Up => reservation::TREND_UP,
        Trend::Down => reservation::TREND_DOWN,
        Trend::Same => reservation::TREND_SAME,
        Trend::Other(unknown) => return unknown.to_string(),
    };
    text.get().to_owned()
}

fn price(value: &Value) -> Option<String> {
    let amount = written(&Price::read(value.clone()).ok()?)?;
    Some(i18n::money(&amount.amount, &amount.currency))
}

fn averages(value: &Value) -> Option<String> {
    let number =
        |row: &Value, name: &str| -> Option<Decimal> { Decimal::read(row.get(name)?.clone()).ok() };
    let grains = [
        (1, reservation::OVER_1_DAY),
        (7, reservation::OVER_7_DAYS),
        (30, reservation::OVER_30_DAYS),
    ];
    let average = |row: &Value| {
        let days = number(row, "grain")?;
        let (_, name) = grains.into_iter().find(|(known, _)| Decimal::from(*known) == days)?;
        let name = name.get().to_owned();
        let value = percentage(number(row, "value")?);
        Some(t_with(quote::TEXT_LINE, &[("name", name), ("value", value)]))
    };
    let words: Vec<String> = value.as_array()?.iter().filter_map(average).collect();
    (!words.is_empty()).then(|| words.join(" · "))
}

/// Everything in a record as plain text, group by group, in the language of this moment.
#[must_use]
pub fn as_text(groups: &'static [FieldGroup], record: &Value) -> String {
    let mut text = String::new();
    let mut line = |name: &str, value: &str| {
        let value = value.replace('\n', ", ");
        let values = [("name", name.to_owned()), ("value", value)];
        text.push_str(&t_with(quote::TEXT_LINE, &values));
        text.push('\n');
    };
    let nothing = common::NOT_STATED.get();
    for group in groups.iter().filter(|group| group.is_shown(record)) {
        for field in group.fields {
            let value = at(record, field);
            line(field.name.get(), value.as_deref().unwrap_or(nothing));
        }
    }
    for (path, value) in others(groups, record) {
        line(&path, &plain(value).unwrap_or_else(|| nothing.to_owned()));
    }
    text
}

/// What a place in a record is called: by its field, else by its path.
#[must_use]
pub fn name_of(groups: &'static [FieldGroup], path: &str) -> String {
    field_at(groups, path)
        .map_or_else(|| path.trim_start_matches('/').to_owned(), |it| it.name.get().to_owned())
}

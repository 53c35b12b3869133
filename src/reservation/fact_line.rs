//! What a reservation is, in one line above a task.

use super::details::billing_plan;
use crate::i18n::catalogue::{exchange, reservation as texts, rules};
use crate::i18n::{self, Text, names, t};
use crate::ui::live_text;
use azure::Reservation;
use leptos::prelude::*;

/// Size, region, purchase, expiration, plan, term and units, as far as the record states them.
pub(crate) fn fact_line(record: &Reservation) -> AnyView {
    let properties = record.properties();
    let size = record.sku.as_ref().and_then(|sku| sku.name.clone());
    let location = record.location.clone();
    let (bought, expires) = (properties.purchased_on(), properties.expires_on());
    let (plan, term) = (properties.billing_plan.clone(), properties.term.clone());
    let facts = [
        size.map(|size| fact(exchange::SIZE, move || size.clone())),
        location.map(|it| fact(texts::REGION, move || names::region(&it).to_owned())),
        bought.map(|day| fact(texts::PURCHASE_DATE, move || i18n::date(day))),
        expires.map(|day| fact(texts::EXPIRATION_DATE, move || i18n::date(day))),
        plan.map(|plan| fact(texts::BILLING_PLAN, move || billing_plan(&plan))),
        term.map(|term| fact(texts::TERM, move || names::term(&term).to_owned())),
        properties
            .quantity
            .map(|units| fact(rules::INPUT_UNITS, move || i18n::integer(units.into()))),
    ];
    view! { <dl class="fact-line">{facts.into_iter().flatten().collect_view()}</dl> }.into_any()
}

fn fact(name: Text, value: impl Fn() -> String + Send + 'static) -> AnyView {
    view! {
        <div>
            <dt>{t(name)}</dt>
            <dd>{live_text(value)}</dd>
        </div>
    }
    .into_any()
}

//! What the reservation costs: read from the payments of its order, since a reservation has no price.

use crate::i18n::calculations;
use crate::i18n::catalogue::reservation as texts;
use crate::i18n::{self, t, t_count, t_with};
use crate::ui::{MoneyText, Notice, Property, PropertyList, live_text};
use azure::{Order, Reservation, StatedPlan, holding};
use calculator::{BillingPlan, Price, Rule};
use leptos::prelude::*;
use view_model::Tone;
use view_model::payments;
use view_model::payments::{Amount, written};

/// What one unit and the whole order cost, and what is charged next.
pub(super) fn price(reservation: &Reservation, order: &Order) -> AnyView {
    let whole_order = whole_order(order);
    let next_payment = next_payment(order);
    // Neither usage nor today's price changes what was agreed.
    match holding(reservation, order, false, None) {
        Ok(holding) => {
            let instalment = holding.instalment().map(|instalment| {
                let rule = || calculations::in_lines([Rule::BilledInstalment]);
                view! {
                    <Property name=texts::INSTALMENT explanation=rule>{unit(instalment)}</Property>
                }
            });
            let unit_price = unit(holding.unit_price());
            view! {
                <PropertyList>
                    <Property name=texts::UNIT_PRICE>{unit_price}</Property>
                    {instalment}
                    {whole_order}
                    {next_payment}
                </PropertyList>
            }
            .into_any()
        }
        Err(error) => {
            let field = error.field.to_string();
            let why = move || t_with(texts::PRICE_UNKNOWN, &[("field", field.clone())]);
            view! {
                <Notice tone=Tone::Warning title=why />
                <PropertyList>{whole_order} {next_payment}</PropertyList>
            }
            .into_any()
        }
    }
}

fn unit(price: Price) -> AnyView {
    let amount = Amount { amount: price.to_string(), currency: price.currency().code().to_owned() };
    amount_text(amount)
}

/// An amount in the reader's language.
pub(super) fn amount_text(Amount { amount, currency }: Amount) -> AnyView {
    view! { <MoneyText amount=Signal::stored(amount) currency=Signal::stored(currency) /> }
        .into_any()
}

fn whole_order(order: &Order) -> Option<AnyView> {
    let plan = order.properties().plan_information.as_ref()?;
    let total = plan.pricing_currency_total.as_ref().and_then(written)?;
    let units = order.properties().original_quantity.map(u64::from);
    let units = units.map(|units| {
        let bought = move || t_count(texts::UNITS_BOUGHT, units, &[]);
        view! { <p class="hint">{live_text(bought)}</p> }
    });
    let view = view! {
        <Property name=texts::ORDER_PRICE>{amount_text(total)} {units}</Property>
    };
    Some(view.into_any())
}

fn next_payment(order: &Order) -> Option<AnyView> {
    let plan = order.properties().plan_information.as_ref()?;
    let rows = payments::rows(plan);
    let next = payments::next(&rows).and_then(|row| row.amount.clone().zip(row.due));
    let Some((Amount { amount, currency }, due)) = next else {
        let none = view! { <span class="muted">{t(texts::NO_PAYMENT_LEFT)}</span> };
        return Some(view! { <Property name=texts::NEXT_PAYMENT>{none}</Property> }.into_any());
    };
    let words = move || {
        let amount = i18n::money(&amount, &currency);
        t_with(texts::AMOUNT_ON_DAY, &[("amount", amount), ("day", i18n::date(due))])
    };
    let value = view! { <span class="number">{live_text(words)}</span> };
    let plan = order.properties().billing_plan.as_ref().and_then(StatedPlan::known);
    let view = if plan == Some(BillingPlan::Monthly) {
        let rule = || calculations::in_lines([Rule::BillingCycle]);
        view! { <Property name=texts::NEXT_PAYMENT explanation=rule>{value}</Property> }.into_any()
    } else {
        view! { <Property name=texts::NEXT_PAYMENT>{value}</Property> }.into_any()
    };
    Some(view)
}

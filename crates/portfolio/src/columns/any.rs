//! Any block that the records of a customer can lead to, for properties.

use calculator::{
    BillingPlan, Currency, LedgerEntry, Money, ProvisioningState, ResourceType, Term,
};
use chrono::{Days, NaiveDate};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use rust_decimal::Decimal;

use super::{Block, Origin, Row, Standing, Unreadable};

/// A day of the years around those that are calculated with.
pub(super) fn day() -> impl Strategy<Value = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(2022, 6, 1).expect("a day");
    let usual = (0_u64..2200).prop_map(move |days| first + Days::new(days));
    let odd = (-3_000_000_i32..3_000_000).prop_map(|days| {
        NaiveDate::from_num_days_from_ce_opt(days).expect("within the years of a calendar")
    });
    prop_oneof![30 => usual, 1 => odd]
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof!["[a-zA-ZäÖß中 0-9_-]{0,20}", Just(String::new()), "\\PC{0,8}"]
}

fn id() -> impl Strategy<Value = String> {
    let guid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    prop_oneof![8 => guid, 1 => "[0-9A-F]{8}-[0-9a-f-]{27}", 1 => text()]
}

fn price() -> impl Strategy<Value = Decimal> {
    prop_oneof![
        20 => (0_i64..10_000_000, 0_u32..4).prop_map(|(whole, digits)| Decimal::new(whole, digits)),
        1 => (0_i64..i64::MAX, 0_u32..12).prop_map(|(whole, digits)| Decimal::new(whole, digits)),
        1 => Just(Decimal::MAX),
    ]
}

fn currency() -> impl Strategy<Value = Currency> {
    prop::sample::select(vec!["USD", "EUR", "JPY", "KWD", "CLF"])
        .prop_map(|code| Currency::parse(code).expect("a currency"))
}

fn resource_type() -> impl Strategy<Value = ResourceType> {
    let known = prop::sample::select(ResourceType::KNOWN);
    prop_oneof![8 => known, 1 => "[A-Z][a-z]{1,8}".prop_map(|text| ResourceType::parse(&text))]
}

fn state() -> impl Strategy<Value = ProvisioningState> {
    let known = prop::sample::select(ProvisioningState::KNOWN);
    prop_oneof![
        8 => Just(ProvisioningState::Succeeded),
        4 => known,
        1 => "[A-Z][a-z]{1,8}".prop_map(|text| ProvisioningState::parse(&text))
    ]
}

/// Any reservation, most of them with everything that a quote needs.
pub(super) fn row() -> impl Strategy<Value = Row> {
    let known = |weight| prop::bool::weighted(weight);
    let texts = (id(), id(), text(), text(), text());
    let facts = (
        option::weighted(0.95, resource_type()),
        option::weighted(0.95, prop_oneof![20 => 1_u32..200, 1 => any::<u32>()]),
        option::of(1_u32..200),
        option::weighted(0.95, prop::sample::select(vec![1, 12, 36, 60, 18])),
        option::weighted(0.95, prop::bool::ANY),
        option::weighted(0.95, currency()),
    );
    let prices = (
        option::weighted(0.95, price()),
        option::weighted(0.2, price()),
        option::weighted(0.2, price()),
    );
    let rest = (
        option::weighted(0.97, day()),
        option::weighted(0.5, day()),
        option::weighted(0.97, state()),
        option::weighted(0.7, prop::bool::ANY),
        known(0.1),
        known(0.1),
    );
    (texts, facts, prices, rest).prop_map(|(texts, facts, prices, rest)| Row {
        standing: if rest.5 { Standing::Incomplete } else { Standing::Record },
        reservation_id: texts.0,
        order_id: texts.1,
        name: texts.2,
        sku: texts.3,
        region: texts.4,
        resource_type: facts.0,
        quantity: facts.1,
        original_quantity: facts.2,
        term: facts.3.map(|months| Term::of_months(months).expect("a term")),
        billing_plan: facts
            .4
            .map(|monthly| if monthly { BillingPlan::Monthly } else { BillingPlan::Upfront }),
        currency: facts.5,
        unit_price: prices.0,
        instalment: prices.1,
        current_unit_price: prices.2,
        purchase_date: rest.0,
        expiry_date: rest.1,
        state: rest.2,
        used: rest.3,
        received_in_exchange: rest.4,
    })
}

/// Any block.
pub(super) fn block() -> impl Strategy<Value = Block> {
    let cents = prop_oneof![20 => 0_i128..6_000_000, 1 => 0..i128::MAX];
    let entry = (day(), cents).prop_map(|(date, cents)| LedgerEntry {
        date,
        usd: Money::from_minor(cents, Currency::USD),
    });
    let unreadable =
        (text(), text(), text()).prop_map(|(kind, id, reason)| Unreadable { kind, id, reason });
    let texts = (id(), text(), prop::bool::ANY);
    (texts, option::weighted(0.9, vec(entry, 0..6)), vec(row(), 0..12), vec(unreadable, 0..3))
        .prop_map(|((tenant_id, name, own), ledger, rows, unreadable)| Block {
            tenant_id,
            name,
            origin: if own { Origin::Own } else { Origin::Demonstration },
            ledger,
            rows,
            unreadable,
        })
}

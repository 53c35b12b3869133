//! What holds for any portfolio.

use calculator::{
    Currency, Decision, FeeRate, Holding, HoldingInput, Ledger, Policy, RefundInput, UsdRate,
    refund,
};
use chrono::NaiveDate;
use proptest::collection::vec;
use proptest::prelude::*;
use rust_decimal::Decimal;

use super::*;

fn rates() -> Vec<(Currency, UsdRate)> {
    [("EUR", 10_843, 4), ("JPY", 64, 4), ("CLF", 44, 0)]
        .map(|(code, rate, digits)| {
            let rate = UsdRate::from_decimal(Decimal::new(rate, digits)).expect("a rate");
            (Currency::parse(code).expect("a currency"), rate)
        })
        .to_vec()
}

fn portfolio(blocks: &[Block], today: NaiveDate) -> Portfolio {
    let encoded: Vec<_> = blocks.iter().map(Block::encode).collect();
    Portfolio::of(encoded.iter().map(Vec::as_slice), today)
}

/// The holding of a row by another way than the table takes.
fn holding(row: &Row) -> Option<Holding> {
    let input = HoldingInput {
        quantity: row.quantity?,
        unit_price: row.unit_price?,
        currency: row.currency?,
        billing_plan: row.billing_plan?,
        term: row.term?,
        purchase_date: row.purchase_date?,
        expiry_date: row.expiry_date,
        resource_type: row.resource_type.clone()?,
        state: row.state.clone()?,
        used: row.used != Some(false),
        instalment: row.instalment,
        current_unit_price: row.current_unit_price,
        sku_name: Some(row.sku.clone()),
        exchanges_used: 0,
    };
    Holding::new(input).ok()
}

fn policy() -> impl Strategy<Value = &'static Policy> {
    prop::sample::select(Policy::all().iter().collect::<Vec<_>>())
}

proptest! {
    #[test]
    fn every_row_says_what_its_block_says(
        blocks in vec(any::block(), 0..4),
        damaged in any::<prop::sample::Index>(),
        today in any::day(),
    ) {
        let mut encoded: Vec<_> = blocks.iter().map(Block::encode).collect();
        let mut whole: Vec<_> = blocks.iter().collect();
        if !blocks.is_empty() {
            let place = damaged.index(blocks.len());
            encoded[place].pop();
            whole.remove(place);
        }
        let portfolio = Portfolio::of(encoded.iter().map(Vec::as_slice), today);
        prop_assert_eq!(portfolio.unusable().len(), blocks.len() - whole.len());
        prop_assert_eq!(portfolio.customers().len(), whole.len());
        let mut number = 0;
        for (customer, block) in portfolio.customers().iter().zip(whole) {
            prop_assert_eq!(&*customer.name, &block.name);
            prop_assert_eq!(&*customer.tenant_id, &block.tenant_id);
            prop_assert_eq!(customer.origin, block.origin);
            prop_assert_eq!(&customer.unreadable, &block.unreadable);
            prop_assert_eq!(customer.rows.clone(), number..number + block.rows.len() as u32);
            for row in &block.rows {
                let view = portfolio.row(number);
                prop_assert_eq!(view.standing, row.standing);
                prop_assert_eq!(view.reservation_id, &row.reservation_id);
                prop_assert_eq!(view.order_id, &row.order_id);
                prop_assert_eq!(view.name, &row.name);
                prop_assert_eq!(view.sku, &row.sku);
                prop_assert_eq!(view.region, &row.region);
                prop_assert_eq!(view.resource_type, row.resource_type.as_ref());
                prop_assert_eq!(view.state, row.state.as_ref());
                prop_assert_eq!(view.quantity, row.quantity);
                prop_assert_eq!(view.original_quantity, row.original_quantity);
                prop_assert_eq!(view.term, row.term);
                prop_assert_eq!(view.billing_plan, row.billing_plan);
                prop_assert_eq!(view.currency, row.currency);
                prop_assert_eq!(view.unit_price, row.unit_price);
                prop_assert_eq!(view.purchase_date, row.purchase_date);
                prop_assert!(row.expiry_date.is_none_or(|day| view.expires_on == Some(day)));
                prop_assert_eq!(view.used, row.used);
                prop_assert_eq!(view.received_in_exchange, row.received_in_exchange);
                let is_whole = view.missing.is_empty() && view.wrong.is_empty();
                prop_assert_eq!(portfolio.holding(number).is_some(), is_whole);
                prop_assert_eq!(holding(row).is_some(), is_whole);
                prop_assert!(view.missing.is_empty() || view.wrong.is_empty());
                number += 1;
            }
        }
    }

    #[test]
    fn a_row_is_quoted_as_the_calculator_quotes_it(
        blocks in vec(any::block(), 1..4),
        today in any::day(),
        later in 0_u64..400,
        policy in policy(),
        fee in proptest::option::weighted(0.2, 0_i64..100),
    ) {
        let portfolio = portfolio(&blocks, today);
        let Some(on) = today.checked_add_days(chrono::Days::new(later)) else { return Ok(()) };
        let rates = rates();
        let fee_rate = fee.map(|percent| FeeRate::from_percent(percent.into()).expect("a rate"));
        let quotes = portfolio.quotes(&Question { on, policy, rates: &rates, fee_rate });
        let rows = blocks.iter().flat_map(|block| block.rows.iter().map(move |row| (block, row)));
        prop_assert_eq!(quotes.len(), rows.clone().count());
        for (number, (block, row)) in rows.enumerate() {
            let quote = quotes.of(number as u32);
            let Some(holding) = holding(row) else {
                prop_assert_eq!(quote.outcome, Outcome::FactsLacking);
                prop_assert_eq!((quote.payable, quote.amounts), (None, None));
                continue;
            };
            let booked = block.ledger.clone();
            let ledger = booked.and_then(|booked| Ledger::of_booked(booked, today).ok());
            let input = RefundInput {
                holding: &holding,
                units: holding.quantity().into(),
                on,
                policy,
                ledger: &ledger.clone().unwrap_or_default(),
                usd_rate: rates.iter().find(|(of, _)| *of == holding.currency()).map(|it| it.1),
                fee_rate,
            };
            let expected = refund(&input).assessment;
            let amounts = expected.amounts.map(|amounts| QuotedAmounts {
                refund: amounts.refund,
                cancelled_instalments: amounts.cancelled_instalments,
                cancelled_commitment: amounts.cancelled_commitment,
            });
            prop_assert_eq!(quote.amounts, amounts);
            let outcome = match expected.decision {
                Decision::Allowed => Outcome::Allowed,
                Decision::Capped => Outcome::Capped,
                Decision::Refused(refusal) => Outcome::Refused(refusal),
            };
            if ledger.is_some() {
                prop_assert_eq!(quote.outcome, outcome);
                prop_assert_eq!(quote.payable, Some(expected.payable));
                prop_assert_eq!(quote.is_limit_checked, expected.is_limit_checked());
            } else if quote.outcome == Outcome::LedgerUnknown {
                prop_assert_eq!(quote.payable, None);
            } else {
                prop_assert_eq!(quote.outcome, outcome);
                prop_assert!(quote.payable.is_some_and(|payable| payable.is_zero()));
            }
        }
    }
}

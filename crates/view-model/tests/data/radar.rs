//! The dates of the radar: which of them, in which order, and what tells one from another.

use azure::{ExchangeRight, Stake, WatchKind, Wire};
use calculator::{Currency, Ledger, LedgerEntry, Money, Policy};
use chrono::NaiveDate;
use view_model::CustomerSummary;

use rust_decimal::Decimal;
use serde_json::json;
use std::sync::Arc;
use view_model::listing::Sort;
use view_model::radar::{
    AtStake, Change, Entry, Filter, Price, Watched, arrange, default_sort, entries, sort_from,
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    day("2026-11-21")
}

fn customer() -> Arc<CustomerSummary> {
    Arc::new(CustomerSummary {
        customer_id: "c".to_owned(),
        display_name: "Cedar".to_owned(),
        domain: "cedar.example".to_owned(),
        agreement_type: "CSP".to_owned(),
        reservation_count: 1,
        soonest_expiry: None,
        limit_used_usd: Some(Decimal::ZERO),
        limit_usd: Decimal::new(50_000, 0),
        unreadable_documents: None,
    })
}

fn money(minor: i128, code: &str) -> Money {
    Money::from_minor(minor, Currency::parse(code).unwrap())
}

fn known(eur: i128, usd: Option<i128>) -> AtStake {
    let usd = usd.map(|cents| money(cents, "USD"));
    AtStake::Known(Stake { amount: money(eur, "EUR"), usd })
}

fn entry(name: &str, kind: WatchKind, on: &str, stake: AtStake) -> Arc<Entry> {
    let change = Change::Reservation { kind, of: None, name: name.to_owned(), state: None };
    Arc::new(Entry { customer: customer(), change, day: day(on), stake })
}

fn names(entries: &[Arc<Entry>]) -> Vec<&str> {
    entries
        .iter()
        .map(|entry| match &entry.change {
            Change::Reservation { name, .. } => name.as_str(),
            Change::LimitBack => "limit",
        })
        .collect()
}

fn all() -> Vec<Arc<Entry>> {
    let right = WatchKind::ExchangeRight(ExchangeRight::OneFromDay);
    let limit = Entry {
        customer: customer(),
        change: Change::LimitBack,
        day: day("2026-12-01"),
        stake: known(500, Some(500)),
    };
    vec![
        entry("soon", WatchKind::Expires, "2026-12-21", known(100, Some(110))),
        entry("later", WatchKind::Expires, "2027-01-20", known(900, Some(1000))),
        entry("latest", WatchKind::Expires, "2027-02-19", known(100, None)),
        entry("right", right, "2027-02-01", AtStake::Asked),
        entry("first", WatchKind::FirstDaysOver, "2026-11-24", known(100, Some(110))),
        Arc::new(limit),
    ]
}

#[test]
fn the_most_money_comes_first_and_what_has_none_in_usd_last() {
    let all = all();
    let shown = arrange(&all, None, &default_sort(), today());
    // The same amount: the earlier day comes first. Without one: the earlier day as well.
    assert_eq!(names(&shown), ["later", "limit", "first", "soon", "right", "latest"]);
    let up = Sort::by("stake");
    let shown = arrange(&all, None, &up, today());
    assert_eq!(names(&shown), ["first", "soon", "limit", "later", "right", "latest"]);
    let shown = arrange(&all, None, &Sort::by("date"), today());
    assert_eq!(names(&shown), ["first", "limit", "soon", "later", "right", "latest"]);
}

#[test]
fn each_filter_leaves_its_kind() {
    let all = all();
    let shown = |key: &str| {
        let filter = Filter::parse(key).unwrap();
        assert_eq!(filter.key(), key);
        let shown = arrange(&all, Some(filter), &Sort::by("date"), today());
        names(&shown).into_iter().map(ToOwned::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(shown("30"), ["soon"]);
    assert_eq!(shown("60"), ["soon", "later"]);
    assert_eq!(shown("90"), ["soon", "later", "latest"]);
    assert_eq!(shown("exchange-right"), ["right"]);
    assert_eq!(shown("first-days"), ["first"]);
    assert_eq!(shown("limit"), ["limit"]);
    assert!(shown("not-sold").is_empty());
    assert_eq!(Filter::parse("nonsense"), None);
    assert_eq!(Filter::parse(""), None);
}

#[test]
fn an_unknown_order_is_the_first_one() {
    assert_eq!(sort_from(""), default_sort());
    assert_eq!(sort_from("-nonsense"), default_sort());
    assert_eq!(sort_from("date"), Sort::by("date"));
}

#[test]
fn a_date_that_moves_stays_the_same_event() {
    let one = entry("a", WatchKind::Expires, "2026-12-21", AtStake::Asked);
    let moved = entry("a", WatchKind::Expires, "2027-12-21", known(1, None));
    assert_eq!(one.id(), moved.id());
    let other = entry("a", WatchKind::FirstDaysOver, "2026-12-21", AtStake::Asked);
    assert_ne!(one.id(), other.id());
    let used = WatchKind::ExchangeRight(ExchangeRight::Used);
    let ended = WatchKind::ExchangeRight(ExchangeRight::Ended);
    let id = |kind| entry("a", kind, "2026-12-21", AtStake::Asked).id();
    assert_eq!(id(used), id(ended), "one event for the right to exchange, whatever became of it");
}

#[test]
fn a_customer_has_the_dates_of_reservations_and_of_the_limit() {
    let record = json!({
        "id": "/providers/Microsoft.Capacity/reservationOrders/o/reservations/r",
        "properties": { "displayName": "Web", "provisioningState": "Succeeded",
            "reservedResourceType": "BlockBlob", "expiryDate": "2026-12-01" },
    });
    let watched = Watched { record: Wire::read(record).unwrap(), price: Price::Missing };
    let returned = LedgerEntry { date: day("2026-01-10"), usd: money(150_000, "USD") };
    let ledger = Ledger::new(vec![returned]).unwrap();
    let found =
        entries(&customer(), &[watched], &ledger, &|_| None, Policy::default_policy(), today());
    let [expires, limit] = found.as_slice() else { panic!("two dates, not {found:?}") };
    assert_eq!(expires.day, day("2026-12-01"));
    assert_eq!(expires.stake, AtStake::Missing);
    assert_eq!(expires.id(), "expires-r");
    assert_eq!(limit.day, day("2027-01-10"));
    assert_eq!(limit.stake.usd(), Some(money(150_000, "USD")));
    assert_eq!(limit.id(), "limit-c-2027-01-10");
}

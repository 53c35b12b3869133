//! The dates of the radar: which of them, in which order, and what tells one from another.

use azure::{ExchangeRight, Order, Reservation, Stake, WatchKind, Wire};
use calculator::comparison::{Choice, Reason};
use calculator::{Currency, Ledger, LedgerEntry, Money, Policy, UsdRate};
use chrono::{Days, NaiveDate};
use view_model::CustomerSummary;
use view_model::commands::Shell;

use rust_decimal::Decimal;
use serde_json::json;
use std::sync::Arc;
use view_model::address::{ReservationRef, with_query};
use view_model::listing::Sort;
use view_model::quote::exchange::link;
use view_model::radar::{
    AtStake, Change, Entry, Filter, Price, Span, Subtotal, Watched, arrange, default_sort, entries,
    kept, sort_from, subtotals,
};
use view_model::rights_end;

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
        incomplete_reservations: None,
        returns: None,
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
fn what_comes_next_comes_first_and_what_is_already_so_last() {
    let mut all = all();
    all.push(entry("gone", WatchKind::NotSold { since: today() }, "2026-11-21", AtStake::Nothing));
    all.push(entry("long ago", WatchKind::Expires, "2026-01-01", AtStake::Missing));
    let by_day = arrange(&all, None, &default_sort(), today());
    let next = ["first", "limit", "soon", "later", "right", "latest", "long ago", "gone"];
    assert_eq!(names(&by_day), next);
    let back = arrange(&all, None, &Sort::parse("-date"), today());
    assert_eq!(names(&back), next.into_iter().rev().collect::<Vec<_>>());
}

#[test]
fn by_money_the_most_comes_first_and_what_has_none_in_usd_last() {
    let all = all();
    let shown = arrange(&all, None, &Sort::parse("-stake"), today());
    // The same amount: the earlier day comes first. Without one: the earlier day as well.
    assert_eq!(names(&shown), ["later", "limit", "first", "soon", "right", "latest"]);
    let shown = arrange(&all, None, &Sort::by("stake"), today());
    assert_eq!(names(&shown), ["first", "soon", "limit", "later", "right", "latest"]);
}

#[test]
fn every_day_is_in_one_span() {
    let spans = |days: i64| Span::of(today() + chrono::Duration::days(days), today());
    let expected = [
        (Span::Already, -400),
        (Span::Already, 0),
        (Span::Week, 1),
        (Span::Week, 7),
        (Span::Month, 8),
        (Span::Month, 30),
        (Span::Later, 31),
        (Span::Later, 4000),
    ];
    for (span, days) in expected {
        assert_eq!(spans(days), span, "in {days} days");
    }
    for span in Span::ALL {
        assert_eq!(Span::parse(span.key()), Some(span));
        let all = all();
        let shown = arrange(&all, Some(span), &default_sort(), today());
        assert!(shown.iter().all(|entry| Span::of(entry.day, today()) == span));
    }
    assert_eq!(Span::parse(""), None);
    assert_eq!(Span::parse("nonsense"), None);
}

#[test]
fn a_span_counts_each_reservation_once_with_the_most_at_stake_in_it() {
    let right = WatchKind::ExchangeRight(ExchangeRight::OneFromDay);
    let limit = Entry {
        customer: customer(),
        change: Change::LimitBack,
        day: day("2026-11-25"),
        stake: known(500, Some(500)),
    };
    let all = vec![
        entry("a", WatchKind::FirstDaysOver, "2026-11-24", known(100, Some(110))),
        entry("a", WatchKind::Expires, "2026-11-25", known(200, Some(220))),
        entry("a", right, "2027-02-01", known(300, Some(330))),
        entry("b", WatchKind::Expires, "2026-11-28", known(1000, Some(1100))),
        entry("no rate", WatchKind::Expires, "2026-11-28", known(100, None)),
        entry("no price", WatchKind::Expires, "2026-11-22", AtStake::Missing),
        entry("no money", WatchKind::RenewalLosesRoles, "2026-11-22", AtStake::Nothing),
        Arc::new(limit),
    ];
    let [week, month, later, already] = subtotals(&all, today());
    let usd = |cents| Some(money(cents, "USD"));
    assert_eq!(week, Subtotal { span: Span::Week, dates: 7, usd: usd(1320), unknown: 2 });
    assert_eq!(month, Subtotal { span: Span::Month, dates: 0, usd: None, unknown: 0 });
    assert_eq!(later, Subtotal { span: Span::Later, dates: 1, usd: usd(330), unknown: 0 });
    assert_eq!(already.dates, 0);
}

#[test]
fn what_surrounds_a_reservation_is_told_with_its_money() {
    let (record, order) = machines("r", "2026-01-10");
    let price = Price::Known(Box::new(azure::holding(&record, &order, false, None).unwrap()));
    let mut watched = Watched { record, price, roles_on_order: 0 };
    let properties = watched.record.properties.as_mut().unwrap();
    properties.renew = Some(true);
    properties.applied_scope_type = Some(azure::AppliedScopeType::Single);
    properties.applied_scopes = Some(vec!["/subscriptions/gone".into()]);
    properties.billing_scope_id = Some("/subscriptions/s".into());
    watched.roles_on_order = 2;
    let known = azure::KnownSubscription {
        id: azure::SubscriptionId::parse("/subscriptions/s").unwrap(),
        is_enabled: true,
        resource_groups: None,
    };
    let ledger = Ledger::default();
    let expiry = watched.record.properties().expires_on().unwrap();
    let today = expiry - chrono::Days::new(30);
    let policy = Policy::default_policy();
    let of = |known: &[azure::KnownSubscription]| {
        let all =
            entries(&customer(), (&[watched.clone()], known), &ledger, &|_| None, policy, today);
        let all = all.into_iter().map(Arc::new).collect::<Vec<_>>();
        let shown = |key| {
            let shown = kept(&all, Filter::parse(key), today);
            shown.iter().map(|entry| (entry.day, entry.stake)).collect::<Vec<_>>()
        };
        ["scope-gone", "billed", "renewal-roles"].map(shown)
    };
    let [gone, billed, roles] = of(&[known]);
    assert!(matches!(gone[..], [(day, AtStake::Known(_))] if day == today), "{gone:?}");
    assert_eq!(billed, [(today, AtStake::Nothing)]);
    assert_eq!(roles, [(expiry, AtStake::Nothing)]);
    let [gone, billed, _] = of(&[]);
    assert!(gone.is_empty() && billed.is_empty(), "nothing is known of subscriptions");
}

#[test]
fn each_filter_leaves_its_kind() {
    let all = all();
    let shown = |key: &str| {
        let filter = Filter::parse(key).unwrap();
        assert_eq!(filter.key(), key);
        let shown = arrange(&kept(&all, Some(filter), today()), None, &default_sort(), today());
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
    assert_eq!(sort_from("stake"), Sort::by("stake"));
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
    let watched =
        Watched { record: Wire::read(record).unwrap(), price: Price::Missing, roles_on_order: 0 };
    let returned = LedgerEntry { date: day("2026-01-10"), usd: money(150_000, "USD") };
    let ledger = Ledger::new(vec![returned]).unwrap();
    let found = entries(
        &customer(),
        (&[watched], &[]),
        &ledger,
        &|_| None,
        Policy::default_policy(),
        today(),
    );
    let [expires, limit] = found.as_slice() else { panic!("two dates, not {found:?}") };
    assert_eq!(expires.day, day("2026-12-01"));
    assert_eq!(expires.stake, AtStake::Missing);
    assert_eq!(expires.id(), "expires-r");
    assert_eq!(limit.day, day("2027-01-10"));
    assert_eq!(limit.stake.usd(), Some(money(150_000, "USD")));
    assert_eq!(limit.id(), "limit-c-2027-01-10");
}

/// Two units for three years at 1,095 EUR each: a euro a day.
fn machines(id: &str, bought: &str) -> (Reservation, Order) {
    let record = Wire::read(json!({
        "id": format!("/providers/Microsoft.Capacity/reservationOrders/o/reservations/{id}"),
        "location": "westeurope", "sku": { "name": "Standard_D4s_v5" },
        "properties": { "displayName": id, "provisioningState": "Succeeded", "quantity": 2, "term": "P3Y",
            "billingPlan": "Upfront", "reservedResourceType": "VirtualMachines",
            "purchaseDate": bought, "expiryDate": "2029-06-01",
            "utilization": { "aggregates": [
                { "grain": 30, "grainUnit": "days", "value": 0, "valueUnit": "percentage" }] } },
    }));
    let record: azure::Reservation = record.unwrap();
    let order: Order = Wire::read(json!({ "properties": { "term": "P3Y", "billingPlan": "Upfront",
        "requestDateTime": bought, "originalQuantity": 2,
        "planInformation": { "transactions": [{
            "dueDate": "2026-06-01", "paymentDate": "2026-06-01", "status": "Succeeded",
            "pricingCurrencyTotal": { "currencyCode": "EUR", "amount": 2190 },
            "billingCurrencyTotal": { "currencyCode": "EUR", "amount": 2190 } }] } } }))
    .unwrap();
    (record, order)
}

#[test]
fn what_can_still_be_exchanged_freely_is_weighed_with_its_pages_filled_in() {
    let (record, order) = machines("web", "2026-06-01");
    let rate = |_: &str| UsdRate::from_decimal(Decimal::new(11, 1)).ok();
    let terms = rights_end::Terms {
        ledger: &Ledger::default(),
        rate: &rate,
        policy: Policy::default_policy(),
        today: today(),
        sign: ',',
    };
    assert_eq!(rights_end::day(), Some(day("2027-02-01")));
    let of = ReservationRef::of("c", record.id.as_ref().unwrap());
    let weighed = rights_end::of_record(&of, &record, &order, terms).unwrap();
    let weighed = &weighed;
    for choice in [Choice::Keep, Choice::Refund, Choice::Exchange, Choice::TradeIn] {
        assert!(weighed.comparison.outcome(choice).is_some(), "{choice:?}");
    }
    assert!(weighed.comparison.advice.choice.is_some(), "nothing of it is used");
    let address = |terms: &[(&'static str, String)]| {
        let terms: Vec<_> = terms.iter().map(|(name, value)| (*name, value.as_str())).collect();
        with_query("/x".to_owned(), &terms)
    };
    let (buy, plan) = (link::parameter::BUY, link::parameter::SAVINGS_PLAN);
    let has = |terms: &[(&'static str, String)], name: &str| {
        address(terms).contains(&format!("&{name}="))
    };
    assert!(address(&weighed.exchange).contains("Standard_D4s_v5~westeurope~P3Y~Upfront~2~1095"));
    assert!(has(&weighed.compare, buy) && has(&weighed.compare, plan));
    assert!(has(&weighed.exchange, buy) && !has(&weighed.exchange, plan));
    let trade_in = weighed.trade_in.as_ref().unwrap();
    assert!(!has(trade_in, buy) && has(trade_in, plan));
}

#[test]
fn what_was_bought_today_is_not_advised_by_a_use_that_nobody_measured() {
    let (record, order) = machines("web", &today().to_string());
    let of = ReservationRef::of("c", record.id.as_ref().unwrap());
    let (ledger, policy) = (&Ledger::default(), Policy::default_policy());
    let reason = |today| {
        let terms = rights_end::Terms { ledger, rate: &|_: &str| None, policy, today, sign: '.' };
        rights_end::of_record(&of, &record, &order, terms).unwrap().comparison.advice.reason
    };
    assert_eq!(reason(today()), Reason::UtilizationUnknown);
    assert_ne!(reason(today() + Days::new(1)), Reason::UtilizationUnknown);
}

#[test]
fn the_best_choice_is_written_as_commands() {
    let (record, order) = machines("web", "2026-06-01");
    let of = ReservationRef::of("c", record.id.as_ref().unwrap());
    let rate = |_: &str| UsdRate::from_decimal(Decimal::new(11, 1)).ok();
    let (ledger, policy) = (&Ledger::default(), Policy::default_policy());
    let terms = rights_end::Terms { ledger, rate: &rate, policy, today: today(), sign: '.' };
    let weighed = rights_end::of_record(&of, &record, &order, terms).unwrap();
    assert_eq!(weighed.comparison.advice.choice, Some(Choice::Refund));
    let commands = weighed.commands("Not needed", Shell::AzureCli).unwrap();
    assert!(commands.quote.contains("/reservationOrders/o/calculateRefund"), "{commands:?}");
    assert!(commands.quote.contains(r#""quantity":2"#), "all of its units: {commands:?}");
    assert!(commands.carry_out.contains("/reservationOrders/o/return"), "{commands:?}");
    assert!(commands.carry_out.contains("Not needed"), "{commands:?}");
}

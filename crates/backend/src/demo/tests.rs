//! What the demonstration promises to show, counted.

use std::collections::BTreeSet;

use calculator::{ProvisioningState, ResourceType};
use chrono::{DateTime, TimeDelta, Utc};

use super::*;
use crate::demo::sentinels::{EXCHANGE_FAILURES, FAILURES};
use crate::records::reservation::{ExchangeEnd, Scope};
use crate::records::sentinel::Trigger;
use crate::records::transaction::{Transaction, ledger};
use crate::records::{Customer, Order, Reservation, wire};

/// Days that are awkward: the end of a short month, a leap day, the turn of a year.
const DAYS: [&str; 5] = ["2026-11-21", "2027-02-28", "2028-02-29", "2026-12-31", "2030-03-31"];

/// Above this, filling the store would be felt.
const BYTES_MAX: usize = 400_000;

struct Row {
    customer: Customer,
    order: Order,
    reservation: Reservation,
}

/// The records of every customer.
struct Portfolio {
    customers: Vec<(Customer, Records)>,
}

fn portfolio(today: &str) -> (Portfolio, DateTime<Utc>) {
    let today: NaiveDate = today.parse().expect(today);
    let now = today.and_hms_opt(9, 30, 0).expect("a time").and_utc();
    let customers = contents(Start::Demonstration, today)
        .into_iter()
        .filter(|(unit, _)| *unit != Unit::Partner)
        .map(|(_, documents)| {
            let records = Records::of(Snapshot { documents, ..Snapshot::default() });
            (Customer::of(&records).expect("a customer"), records)
        })
        .collect();
    (Portfolio { customers }, now)
}

fn rows(portfolio: &Portfolio) -> Vec<Row> {
    let of_customer = |(customer, records): &(Customer, Records)| {
        let reservations = records.all::<Reservation>();
        let row = |(id, reservation): (String, Reservation)| {
            let order_id = id.split('/').next().unwrap_or_default();
            let order = Order::find(records, order_id).expect("an order for every reservation");
            Row { customer: customer.clone(), order, reservation }
        };
        reservations.into_iter().map(row).collect::<Vec<_>>()
    };
    portfolio.customers.iter().flat_map(of_customer).collect()
}

#[test]
fn it_covers_what_it_is_there_to_show() {
    for day in DAYS {
        let (portfolio, now) = portfolio(day);
        let rows = rows(&portfolio);
        let ordinary = rows.iter().filter(|row| row.reservation.sentinel.is_none()).count();
        assert!(portfolio.customers.len() >= 12, "customers on {day}");
        assert!(ordinary >= 80, "{ordinary} reservations on {day}");

        let all = |value: fn(&Row) -> String| rows.iter().map(value).collect::<BTreeSet<_>>();
        let set = |words: &[&str]| words.iter().map(ToString::to_string).collect::<BTreeSet<_>>();
        assert_eq!(all(|row| row.order.billing_plan.to_string()), set(&["Monthly", "Upfront"]));
        assert_eq!(all(|row| row.order.term.to_string()), set(&["P1M", "P1Y", "P3Y", "P5Y"]));
        let currencies = set(&["CHF", "EUR", "GBP", "JPY", "SEK", "USD"]);
        assert_eq!(all(|row| row.order.currency.to_string()), currencies);

        let types = all(|row| row.reservation.resource_type.to_string());
        let known: BTreeSet<String> = ResourceType::KNOWN.iter().map(ToString::to_string).collect();
        assert!(types.is_superset(&known), "{:?}", known.difference(&types));

        let states: BTreeSet<&str> =
            rows.iter().map(|row| row.reservation.state_at(&row.order, now).as_str()).collect();
        let known: BTreeSet<&str> =
            ProvisioningState::KNOWN.iter().map(ProvisioningState::as_str).collect();
        assert_eq!(states, known, "on {day}");
    }
}

#[test]
fn reservations_are_young_and_old_used_and_unused() {
    let (portfolio, now) = portfolio(DAYS[0]);
    let rows = rows(&portfolio);
    let running = |row: &&Row| row.reservation.state_at(&row.order, now).allows_return();
    let aged = |days| {
        let bought = now.date_naive() - TimeDelta::days(days);
        rows.iter().filter(running).filter(move |row| row.order.purchase_date() == bought)
    };
    let was_used = |row: &Row| row.reservation.was_used_before(&row.order, now.date_naive());
    for days in [0, 3, 5, 6] {
        assert!(aged(days).count() > 0, "{days} days old");
    }
    for used in [true, false] {
        let young = [3, 5].into_iter().flat_map(&aged);
        assert!(young.into_iter().any(|row| was_used(row) == used), "young, used: {used}");
        let of_day_6 = aged(6);
        assert!(of_day_6.into_iter().any(|row| was_used(row) == used), "6 days, used: {used}");
    }
    let old = now.date_naive() - TimeDelta::days(700);
    assert!(rows.iter().filter(running).any(|row| row.order.purchase_date() < old));
}

#[test]
fn customers_differ_in_what_matters() {
    let (portfolio, now) = portfolio(DAYS[0]);
    let today = now.date_naive();
    let names: Vec<&str> =
        portfolio.customers.iter().map(|(customer, _)| customer.display_name.as_str()).collect();
    let has = |test: fn(char) -> bool| names.iter().any(|name| name.chars().any(test));
    assert!(has(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)), "a Chinese name");
    assert!(has(|c| ('\u{370}'..='\u{3ff}').contains(&c)), "a Greek name");
    assert!(has(|c| ('\u{100}'..='\u{17f}').contains(&c)), "a name with diacritics");
    assert!(names.iter().any(|name| name.chars().count() > 100), "a long name");

    let without = |records: &Records| records.all::<Reservation>().is_empty();
    assert!(portfolio.customers.iter().any(|(_, records)| without(records)));
    assert!(portfolio.customers.iter().any(|(customer, _)| !customer.is_managed_by_partner()));

    let used: Vec<i128> = portfolio
        .customers
        .iter()
        .map(|(_, records)| ledger(records, today).expect("a ledger").used_on(today).minor())
        .collect();
    assert!(used.contains(&5_000_000), "one has used up its limit");
    assert!(used.iter().any(|cents| (4_800_000..5_000_000).contains(cents)), "one nearly");
    assert!(used.contains(&0), "one has used nothing");

    let ages: Vec<i64> = portfolio
        .customers
        .iter()
        .flat_map(|(_, records)| records.all::<Transaction>())
        .map(|(_, transaction)| (today - transaction.at.date_naive()).num_days())
        .collect();
    assert!(ages.iter().any(|age| (360..365).contains(age)), "about to replenish");
    assert!(ages.iter().any(|age| *age >= 365), "no longer counting");
}

#[test]
fn every_failure_can_be_triggered_both_ways() {
    let (portfolio, _) = portfolio(DAYS[0]);
    let rows = rows(&portfolio);
    for entry in FAILURES {
        for on in [Trigger::Read, Trigger::Write] {
            let sentinels = rows.iter().filter_map(|row| row.reservation.sentinel);
            let count = sentinels.filter(|s| s.on == on && s.failure == entry.failure).count();
            assert_eq!(count, 1, "{entry:?} {on:?}");
        }
    }
    for (on, name) in EXCHANGE_FAILURES {
        let is_it = |row: &&Row| row.reservation.sentinel.is_some_and(|s| s.on == *on);
        assert_eq!(rows.iter().filter(is_it).count(), 1, "{name}");
    }
    let customers: BTreeSet<&str> = rows
        .iter()
        .filter(|row| row.reservation.sentinel.is_some())
        .map(|row| row.customer.tenant_id.as_str())
        .collect();
    assert_eq!(customers.len(), 1);
}

#[test]
fn exchanges_have_something_to_begin_with() {
    for day in DAYS {
        let (portfolio, now) = portfolio(day);
        let exchangeable = |(_, records): &(Customer, Records)| {
            let reservations = records.all::<Reservation>();
            let runs = |(id, reservation): &&(String, Reservation)| {
                let order = id.split('/').next().unwrap_or_default();
                let order = Order::find(records, order).expect("an order");
                reservation.state_at(&order, now).allows_return()
            };
            let running: Vec<_> = reservations.iter().filter(runs).collect();
            let of = |types: &[&str], skus: &[&str]| {
                let is = |row: &&&(String, Reservation)| {
                    types.contains(&row.1.resource_type.as_str())
                        && (skus.is_empty() || skus.contains(&row.1.sku_name.as_str()))
                };
                running.iter().filter(is).count()
            };
            let compute = of(&["VirtualMachines", "DedicatedHost", "AVS"], &[]);
            let no_longer_sold = ["Standard_D4s_v3", "Standard_E4s_v3", "Standard_DS3_v2"];
            compute >= 6 && of(&["VirtualMachines"], &no_longer_sold) >= 3
        };
        assert!(portfolio.customers.iter().any(exchangeable), "on {day}");
    }
}

#[test]
fn exchanges_of_the_past_are_linked_both_ways_and_meet_on_one_day() {
    for day in DAYS {
        let (portfolio, _) = portfolio(day);
        let mut chain_of_two = false;
        for (_, records) in &portfolio.customers {
            let find = |id: &str| {
                let (order, id) = wire::parse_reservation_id(id).expect("a full id");
                Reservation::find(records, &order, &id).expect("a reservation")
            };
            for (id, reservation) in records.all::<Reservation>() {
                let Some(source) = &reservation.links.swap_source else { continue };
                let (order_id, own_id) = id.split_once('/').expect("two ids");
                let own = wire::reservation_id(order_id, own_id);
                let (_, old) = find(source);
                assert_eq!(old.links.swap_destination, Some(own));
                assert_eq!(old.exchange, Some(ExchangeEnd::Exchanged));
                let order = Order::find(records, order_id).expect("an order");
                assert_eq!(old.ended_on, Some(order.purchase_date()), "{source} on {day}");
                chain_of_two |= old.links.swap_source.is_some();
            }
        }
        assert!(chain_of_two, "on {day}");
    }
}

#[test]
fn scopes_and_payers_that_are_gone_can_be_seen() {
    let (portfolio, _) = portfolio(DAYS[0]);
    let (mut subscriptions, mut groups, mut payers) = (0, 0, 0);
    for (_, records) in &portfolio.customers {
        let customer = Customer::of(records).expect("a customer");
        let find = |id: &str| customer.subscriptions.iter().find(|known| known.id == id);
        for (_, reservation) in records.all::<Reservation>() {
            if let Scope::Single { subscription, resource_group, .. } = &reservation.scope {
                let known = find(subscription);
                subscriptions += u32::from(known.is_none());
                let groups_there = known.map(|known| &known.resource_groups);
                groups += u32::from(
                    resource_group
                        .as_ref()
                        .zip(groups_there)
                        .is_some_and(|(group, there)| there.iter().all(|(name, _)| name != group)),
                );
            }
            let payer = reservation.billing_scope_id.trim_start_matches("/subscriptions/");
            payers += u32::from(find(payer).is_none());
        }
    }
    assert_eq!((subscriptions, groups, payers), (1, 1, 1));
}

#[test]
fn ids_do_not_depend_on_the_day_and_dates_do() {
    let ids = |day: &str| -> Vec<(Unit, Vec<String>)> {
        contents(Start::Demonstration, day.parse().expect(day))
            .into_iter()
            .map(|(unit, documents)| (unit, documents.into_keys().collect()))
            .collect()
    };
    assert_eq!(ids(DAYS[0]), ids(DAYS[2]));
    let document_ids: Vec<String> = ids(DAYS[0]).into_iter().flat_map(|(_, ids)| ids).collect();
    let reservations = document_ids.iter().filter(|id| id.starts_with("reservation/"));
    let distinct: BTreeSet<_> = reservations.clone().collect();
    assert_eq!(reservations.count(), distinct.len());
}

#[test]
fn nothing_but_the_partner_is_there_in_an_empty_start() {
    let contents = contents(Start::Empty, DAYS[0].parse().expect("a day"));
    assert_eq!(contents.keys().collect::<Vec<_>>(), [&Unit::Partner]);
}

#[test]
fn it_is_small() {
    let contents = contents(Start::Demonstration, DAYS[0].parse().expect("a day"));
    let bytes: usize = contents.values().flatten().map(|(key, text)| key.len() + text.len()).sum();
    assert!(bytes < BYTES_MAX, "{bytes} bytes");
}

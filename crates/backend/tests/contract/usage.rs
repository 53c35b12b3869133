//! Usage and bookings.

use rust_decimal::Decimal;
use serde_json::Value;

use crate::fixtures::{Desk, Item, Person, Reply};

const OF_RESERVATION: &str = "providers/Microsoft.Consumption/reservationSummaries";

fn daily(desk: &Desk, person: &Person, item: &Item, from: &str, to: &str) -> Reply {
    let filter = format!("properties/usageDate ge {from} AND properties/usageDate le {to}");
    let path = format!("GET {}/{OF_RESERVATION}?grain=daily&$filter={filter}", item.id);
    desk.ask(person, &path)
}

fn decimal(value: &Value) -> Decimal {
    value.to_string().parse().expect("a number")
}

#[test]
fn the_aggregates_are_the_means_of_the_days() {
    let desk = Desk::open();
    for (customer, name) in [
        ("Kupferhain", "Fertigungsleitstand"),
        ("Brisa", "Previsão do vento"),
        ("Thistledown", "Data warehouse"),
    ] {
        let person = desk.customer(customer);
        let item = desk.reservation(&person, name);
        let row = desk.ask(&person, &format!("GET {}", item.id)).body;
        let aggregates = row["properties"]["utilization"]["aggregates"].as_array().expect("three");
        for (aggregate, (days, from)) in
            aggregates.iter().zip([(1, "2026-11-20"), (7, "2026-11-14"), (30, "2026-10-22")])
        {
            assert_eq!(aggregate["grain"], days);
            let days_of = daily(&desk, &person, &item, from, "2026-11-21");
            let shares: Vec<Decimal> = days_of
                .rows()
                .iter()
                .map(|row| decimal(&row["properties"]["avgUtilizationPercentage"]))
                .collect();
            assert_eq!(shares.len(), days, "today is not over");
            let mean = shares.iter().sum::<Decimal>() / Decimal::from(days);
            let difference = (mean - decimal(&aggregate["value"])).abs();
            assert!(difference <= Decimal::new(5, 3), "{name}, {days} days: {mean}");
        }
    }
}

#[test]
fn used_hours_are_the_share_of_the_reserved_ones() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Konstruktion CAD");
    let reply = daily(&desk, &person, &item, "2026-11-01", "2026-11-10");
    assert_eq!(reply.rows().len(), 10);
    for row in reply.rows() {
        let properties = &row["properties"];
        let reserved = decimal(&properties["reservedHours"]);
        assert_eq!(reserved, Decimal::from(24 * item.quantity));
        let share = decimal(&properties["avgUtilizationPercentage"]) / Decimal::from(100);
        assert_eq!(decimal(&properties["usedHours"]), reserved * share);
    }
}

#[test]
fn usage_begins_with_the_benefit_and_ends_with_it() {
    let desk = Desk::open();
    let person = desk.customer("Meridian Quill");
    let count = |name: &str| {
        let item = desk.reservation(&person, name);
        daily(&desk, &person, &item, "2022-01-01", "2026-12-31").rows().len()
    };
    assert_eq!(count("Reader comments"), 1, "bought yesterday");
    assert_eq!(count("Never completed"), 0);
    let expired = desk.reservation(&person, "Expired: press kit site");
    let after = daily(&desk, &person, &expired, "2026-11-19", "2026-12-31");
    assert_eq!(after.rows().len(), 0);
}

#[test]
fn the_grain_and_the_days_are_required() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    for (query, target) in [
        ("", "grain"),
        ("?grain=hourly", "grain"),
        ("?grain=daily", "$filter"),
        ("?grain=daily&$filter=properties/usageDate ge 2026-01-01", "$filter"),
    ] {
        let reply = desk.ask(&person, &format!("GET {}/{OF_RESERVATION}{query}", item.id));
        assert_eq!((reply.status, reply.code()), (400, "BadRequest"), "{query}");
        assert_eq!(reply.body["error"]["target"], target, "{query}");
    }
}

#[test]
fn months_add_up_to_their_days() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Konstruktion CAD");
    let monthly = desk.ask(&person, &format!("GET {}/{OF_RESERVATION}?grain=monthly", item.id));
    let all_days = daily(&desk, &person, &item, "2026-01-01", "2026-12-31");
    let hours = |reply: &Reply| -> Decimal {
        reply.rows().iter().map(|row| decimal(&row["properties"]["usedHours"])).sum()
    };
    assert_eq!(hours(&monthly), hours(&all_days));
    assert_eq!(monthly.rows().len(), 6);
    let path = format!("GET {}/{OF_RESERVATION}?grain=monthly", item.order);
    assert_eq!(desk.ask(&person, &path).body, monthly.body, "an order with one reservation");
}

#[test]
fn the_ledger_is_what_was_refunded_or_cancelled() {
    let desk = Desk::open();
    let partner = desk.partner();
    let account = desk.ask(&partner, "GET /providers/Prorata/account").body;
    let path = |customer: &Person| {
        format!(
            "GET /providers/Microsoft.Billing/billingAccounts/{}/customers/{}/providers/\
             Microsoft.Consumption/reservationTransactions",
            account["billingAccountId"].as_str().expect("an id"),
            customer.tenant
        )
    };
    let customer = desk.customer("Kupferhain");
    let reply = desk.ask(&partner, &path(&customer));
    let is_ledger = |row: &&Value| row["properties"]["eventType"] != "Purchase";
    let counting: Decimal = reply
        .rows()
        .iter()
        .filter(is_ledger)
        .inspect(|row| assert_eq!(row["properties"]["currency"], "USD"))
        .filter(|row| row["properties"]["eventDate"].as_str() > Some("2025-11-22"))
        .map(|row| -decimal(&row["properties"]["amount"]))
        .sum();
    assert_eq!(desk.summary("Kupferhain")["limitUsedUsd"], counting.to_string());
    let purchases = reply.rows().iter().filter(|row| !is_ledger(row)).count();
    let orders = desk.ask(&customer, "GET /providers/Microsoft.Capacity/reservationOrders");
    assert_eq!(purchases, orders.rows().len());

    let filter =
        "$filter=properties/eventDate ge 2026-11-01 AND properties/eventDate le 2026-11-10";
    let reply = desk.ask(&partner, &format!("{}?{filter}", path(&customer)));
    assert_eq!(reply.rows().len(), 1);
    let nobody = Person::of("nobody");
    assert_eq!(desk.ask(&partner, &path(&nobody)).status, 404);
}

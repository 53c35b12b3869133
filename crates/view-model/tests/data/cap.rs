//! The ledger of a customer as its page shows it, and entries by hand.

use azure::{Transaction, from_slice};
use calculator::{Counts, Currency, Money, Policy, Problem, parse_decimal};
use chrono::NaiveDate;
use serde_json::json;
use view_model::cap::chart::{HEIGHT, chart};
use view_model::cap::{Cap, EntryProblem, EntryText, ManualEntry, Origin, readings};

fn day(text: &str) -> NaiveDate {
    text.parse().expect(text)
}

fn booked(properties: &str, kind: &str) -> Transaction {
    let json = format!(r#"{{"name":"t-1","type":"{kind}","properties":{{{properties}}}}}"#);
    from_slice(json.as_bytes()).expect("a transaction")
}

fn manual(date: &str, usd: &str) -> ManualEntry {
    let row = json!({
        "name": "m-1", "etag": "a", "properties": { "date": date, "usd": usd, "source": "credit note" }
    });
    ManualEntry::read(&row).expect("an entry")
}

fn cap() -> Cap {
    let of_azure = "Microsoft.Consumption/reservationTransactions";
    let refund = r#""eventType":"Refund","eventDate":"2026-03-01T09:00:00Z","amount":-120.5,"currency":"USD","description":"D4s""#;
    let bought = r#""eventType":"Purchase","eventDate":"2026-03-01","amount":5000"#;
    let listed = r#""eventType":"Cancel","eventDate":"2026-10-01","amount":-30"#;
    let booked = [
        booked(refund, of_azure),
        booked(bought, of_azure),
        // The service lists what was entered by hand among what was booked.
        booked(listed, "Prorata/ledgerEntries"),
    ];
    Cap::new(&booked, &[manual("2026-10-01", "30")], day("2026-11-22")).expect("a ledger")
}

#[test]
fn every_entry_is_there_once_with_its_source() {
    let cap = cap();
    assert_eq!(cap.used().to_string(), "150.50");
    assert_eq!(cap.rows.len(), 2, "the newest first");
    assert!(matches!(&cap.rows[0].origin, Origin::Manual(entry) if entry.source == "credit note"));
    let Origin::Booked { description, order } = &cap.rows[1].origin else { panic!("a booking") };
    assert_eq!((description.as_str(), order), ("D4s", &None));
    let free: Vec<_> =
        cap.free_again().iter().map(|(day, usd)| (day.to_string(), usd.to_string())).collect();
    let expected = [("2027-03-01", "120.50"), ("2027-10-01", "30.00")];
    assert_eq!(free, expected.map(|(day, usd)| (day.to_owned(), usd.to_owned())));
    let wrong = booked(r#""eventType":"Refund","eventDate":"2026-03-01""#, "x");
    assert!(Cap::new(&[wrong], &[], day("2026-11-22")).is_err(), "it is never left out");
}

#[test]
fn the_chart_goes_up_and_down_with_the_ledger() {
    let cap = cap();
    let limit = Policy::default_policy().limit;
    let span = (day("2025-11-22"), day("2027-11-22"));
    let chart = chart(&cap.ledger, None, &limit, span, cap.today);
    let rows: Vec<_> = chart
        .rows
        .iter()
        .map(|row| (row.day.to_string(), row.used.to_string(), row.left.to_string()))
        .collect();
    let expected = [
        ("2025-11-22", "0.00", "50000.00"),
        ("2026-03-01", "120.50", "49879.50"),
        ("2026-10-01", "150.50", "49849.50"),
        ("2027-03-01", "30.00", "49970.00"),
        ("2027-10-01", "0.00", "50000.00"),
    ];
    let owned = |(a, b, c): (&str, &str, &str)| (a.to_owned(), b.to_owned(), c.to_owned());
    assert_eq!(rows, expected.map(owned));
    assert_eq!((chart.width, chart.today, chart.limit), (730, 365, 0));
    assert_eq!(
        chart.marks,
        ["2025-11-22", "2026-05-23", "2026-11-22", "2027-05-23", "2027-11-22"].map(day)
    );
    assert!(chart.used.starts_with(&format!("M0 {HEIGHT}V{HEIGHT}H99V")), "{}", chart.used);
    assert!(chart.used.ends_with(&format!("H730V{HEIGHT}z")));
}

#[test]
fn both_readings_of_the_limit_are_drawn_as_far_as_they_are_known() {
    let of_azure = "Microsoft.Consumption/reservationTransactions";
    let known = r#""eventType":"Refund","eventDate":"2026-03-01","amount":-100,
        "countsAs":{"refund":"88.00","cancelledCommitment":"1200.00"}"#;
    let unknown = r#""eventType":"Refund","eventDate":"2026-04-01","amount":-20"#;
    let booked = [booked(known, of_azure), booked(unknown, of_azure)];
    let mut entry = manual("2026-05-01", "30");
    entry.commitment = Some(Money::from_minor(4_000, Currency::USD));
    let cap = Cap::new(&booked, &[entry], day("2026-11-22")).expect("a ledger");
    let used =
        |counts: Counts| cap.ledger_as(counts).expect("a ledger").used_on(cap.today).to_string();
    assert_eq!(cap.used().to_string(), "150.00", "what quotes count");
    assert_eq!(used(Counts::Refund), "138.00");
    assert_eq!(used(Counts::CancelledCommitment), "1260.00", "what is not known counts as booked");
    assert_eq!((cap.unknown(Counts::Refund), cap.unknown(Counts::CancelledCommitment)), (0, 1));

    let limit = Policy::default_policy().limit;
    let other = cap.ledger_as(Counts::CancelledCommitment).expect("a ledger");
    let span = (day("2025-11-22"), day("2027-11-22"));
    let chart = chart(&cap.ledger, Some(&other), &limit, span, cap.today);
    let row = chart.on(365).1.expect("the present day");
    assert_eq!((row.used.to_string(), row.left.to_string()), ("150.00".into(), "49850.00".into()));
    let (used, left) = row.other.expect("the other reading");
    assert_eq!((used.to_string(), left.to_string()), ("1260.00".into(), "48740.00".into()));
    assert_eq!(chart.on(0).1.expect("the first day").used, Money::zero(Currency::USD));
    assert!(chart.left.starts_with("M0 0H") && chart.left.ends_with("H730"), "{}", chart.left);
    assert!(chart.other.starts_with(&format!("M0 {HEIGHT}H")), "{}", chart.other);
}

#[test]
fn more_than_the_limit_may_be_used_and_nothing_is_left_then() {
    let entries = [manual("2026-10-01", "60000")];
    let cap = Cap::new(&[], &entries, day("2026-11-22")).expect("a ledger");
    let limit = Policy::default_policy().limit;
    assert_eq!(limit.left(cap.used()), Money::zero(Currency::USD));
    let chart = chart(&cap.ledger, None, &limit, (cap.today, day("2027-11-22")), cap.today);
    assert_eq!(chart.ticks[0].to_string(), "60000.00");
    assert_eq!(chart.limit, HEIGHT - HEIGHT * 5 / 6);
}

#[test]
fn there_are_two_readings_and_every_policy_has_one() {
    let readings = readings();
    assert_eq!(readings.len(), 2);
    let policies: usize = readings.iter().map(|reading| reading.policies.len()).sum();
    assert_eq!(policies, Policy::all().len());
}

#[test]
fn an_entry_needs_day_amount_and_source() {
    let today = day("2026-11-22");
    let text = |date: &str, source: &str| EntryText {
        date: date.to_owned(),
        usd: String::new(),
        commitment: String::new(),
        source: source.to_owned(),
    };
    let usd = |text: &str| Some(parse_decimal(text).expect(text));
    let body = text("2026-11-22", " note ").body((usd("12.3"), None), today).expect("a body");
    let expected = json!({ "properties": {
        "date": "2026-11-22", "usd": "12.30", "commitmentUsd": null, "source": "note"
    } });
    assert_eq!(body, expected);
    let both = EntryText { commitment: "15".to_owned(), ..text("2026-11-22", "note") };
    let body = both.body((usd("12.3"), usd("15")), today).expect("a body");
    assert_eq!(body["properties"]["commitmentUsd"], "15.00");
    let unreadable = both.body((usd("12.3"), None), today).expect_err("not left out");
    assert_eq!(unreadable, [EntryProblem::Commitment(Problem::Missing)]);
    let problems = text("", " ").body((None, None), today).expect_err("nothing is typed");
    let expected = [
        EntryProblem::Date(Problem::Missing),
        EntryProblem::Usd(Problem::Missing),
        EntryProblem::Source,
    ];
    assert_eq!(problems, expected);
    for (date, amount) in [
        ("2026-11-23", "1"),
        ("1999-01-01", "1"),
        ("2026-11-22", "0"),
        ("2026-11-22", "-1"),
        ("2026-11-22", "0.001"),
    ] {
        let problems = text(date, "x").body((usd(amount), None), today).expect_err(date);
        assert_eq!(problems.len(), 1, "{date} {amount}: {problems:?}");
    }
    assert_eq!(EntryText::of(&manual("2026-10-01", "30")).usd, "30.00");
}

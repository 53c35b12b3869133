use calculator::ProvisioningState;
use chrono::{DateTime, NaiveDate, Utc};
use portfolio::import::{Kept, RecordChange, Subject, Tally};
use portfolio::intake::{BookingIntake, CustomerIntake, ReservationIntake, tenant_of_name};
use serde_json::{Value, json};

use super::*;
use crate::records::booking::Booking;
use crate::records::documents::Object;
use crate::records::order::{Order, Returned};
use crate::records::transaction::{EventType, Transaction, ledger};
use crate::records::{Records, Reservation};

const TENANT: &str = "0f8fad5b-d9cb-469f-a165-70867728950e";
const ORDER: &str = "10000000-0000-4000-8000-000000000001";
const ID: &str = "20000000-0000-4000-8000-000000000001";

fn now() -> DateTime<Utc> {
    "2026-11-21T09:30:00Z".parse().expect("a time")
}

fn today() -> NaiveDate {
    now().date_naive()
}

/// A reservation of which everything is known, with other values for some fields; null for none.
fn facts(other: Value) -> ReservationIntake {
    let mut facts = json!({
        "source": { "file": "list.csv", "line": 2 },
        "id": ID,
        "orderId": ORDER,
        "displayName": "Web servers",
        "sku": "Standard_D2s_v5",
        "region": "westeurope",
        "reservedResourceType": "VirtualMachines",
        "quantity": 10,
        "term": "P3Y",
        "purchaseDate": "2025-03-01",
        "expiryDate": "2028-03-01",
        "state": "Succeeded",
        "billingPlan": "Upfront",
        "unitPrice": "1200",
        "currencyCode": "EUR",
    });
    let other: Object = other.as_object().expect("an object").clone();
    facts.as_object_mut().expect("an object").extend(other);
    serde_json::from_value(facts).expect("facts")
}

fn refund(other: Value) -> BookingIntake {
    let mut row = json!({
        "source": { "file": "transactions.csv", "line": 7 },
        "orderId": ORDER,
        "event": "Refund",
        "date": "2026-10-05",
        "amount": "900",
        "currencyCode": "EUR",
        "quantity": 3,
    });
    let other: Object = other.as_object().expect("an object").clone();
    row.as_object_mut().expect("an object").extend(other);
    serde_json::from_value(row).expect("a booking")
}

fn of(reservations: Vec<ReservationIntake>, bookings: Vec<BookingIntake>) -> CustomerIntake {
    CustomerIntake {
        tenant_id: Some(TENANT.to_owned()),
        name: Some("Harbour".to_owned()),
        reservations,
        bookings,
    }
}

#[track_caller]
fn import(records: &mut Records, intake: CustomerIntake) -> Merged {
    merge(records, TENANT, intake, now()).expect("records that can be read")
}

fn text_of(records: &Records) -> Vec<(String, String)> {
    records.texts().map(|(key, text)| (key.to_owned(), text.to_owned())).collect()
}

fn found(records: &Records) -> (Order, Reservation) {
    Reservation::find(records, ORDER, ID).expect("a reservation")
}

/// Every change with its field: what is, what the import says, and why it is not taken.
fn fields(rows: &[RecordChange], subject: Subject) -> Vec<(&str, &str, &str, Option<Kept>)> {
    let rows = rows.iter().filter(|row| row.subject == subject).flat_map(|row| &row.fields);
    rows.map(|it| {
        let text = |value: &'_ Option<String>| value.as_deref().map_or("-", |text| text).to_owned();
        let [before, after] = [text(&it.before), text(&it.after)];
        (&*it.field, &*before.leak(), &*after.leak(), it.kept)
    })
    .collect()
}

#[test]
fn a_new_customer_has_its_reservations_and_the_same_import_changes_nothing() {
    let mut records = Records::default();
    let intake = of(vec![facts(json!({}))], vec![refund(json!({ "usd": "1000" }))]);
    let merged = import(&mut records, intake.clone());
    let new = Tally { new: 1, ..Tally::default() };
    assert_eq!((merged.counts.customers, merged.counts.reservations), (new, new));
    assert_eq!((merged.counts.bookings, merged.counts.incomplete), (new, 0));
    assert_eq!(merged.rows.len(), 3);
    let (order, reservation) = found(&records);
    assert_eq!((order.original_quantity, order.expires_on), (10, None));
    assert_eq!(order.unit_price.to_string(), "1200");
    assert_eq!((reservation.quantity, reservation.etag), (10, 1));
    let customer = Customer::of(&records).expect("a customer");
    assert_eq!(
        (customer.agreement_type.as_str(), customer.currency),
        ("CSP", Some(order.currency))
    );
    assert_eq!(
        ledger(&records, today()).expect("a ledger").used_on(today()).to_string(),
        "1000.00"
    );

    let before = text_of(&records);
    for round in 0..3 {
        let merged = import(&mut records, intake.clone());
        assert_eq!(text_of(&records), before, "{round}");
        let unchanged = Tally { unchanged: 1, ..Tally::default() };
        assert_eq!(merged.counts.reservations, unchanged, "{:?}", merged.rows);
        assert_eq!((merged.counts.customers, merged.counts.bookings), (unchanged, unchanged));
        assert!(merged.rows.is_empty(), "{:?}", merged.rows);
    }
}

#[test]
fn what_is_not_stated_changes_nothing_and_what_is_stated_otherwise_changes_field_by_field() {
    let mut records = Records::default();
    import(&mut records, of(vec![facts(json!({}))], vec![]));
    let before = text_of(&records);
    let only_ids = json!({ "source": { "file": "portal.csv", "line": 9 }, "id": ID });
    let only_ids: ReservationIntake = serde_json::from_value(only_ids).expect("facts");
    assert!(import(&mut records, of(vec![only_ids], vec![])).rows.is_empty());
    assert_eq!(text_of(&records), before);

    let other = json!({
        "displayName": "Web", "sku": "Standard_D4s_v5", "quantity": 8, "unitPrice": "1300.5",
        "expiryDate": "2028-03-02", "used": true,
    });
    let merged = import(&mut records, of(vec![facts(other)], vec![]));
    assert_eq!(
        fields(&merged.rows, Subject::Reservation),
        [
            ("displayName", "Web servers", "Web", None),
            ("sku", "Standard_D2s_v5", "Standard_D4s_v5", None),
            ("quantity", "10", "8", None),
            ("expiryDate", "2028-03-01", "2028-03-02", None),
            ("unitPrice", "1200", "1300.5", None),
            ("used", "-", "true", None),
        ]
    );
    let (order, reservation) = found(&records);
    assert_eq!(order.expires_at().date_naive().to_string(), "2028-03-02");
    assert_eq!((reservation.quantity, reservation.etag), (8, 2), "with a revision");
    assert_eq!(Reservation::history(&records, ORDER, ID).len(), 1);
    assert_eq!(order.original_quantity, 10, "so many were bought");
}

#[test]
fn a_day_of_purchase_that_was_wrong_takes_the_expiry_along() {
    let mut records = Records::default();
    import(&mut records, of(vec![facts(json!({ "expiryDate": null }))], vec![]));
    import(
        &mut records,
        of(vec![facts(json!({ "expiryDate": null, "purchaseDate": "2025-04-01" }))], vec![]),
    );
    let (order, _) = found(&records);
    assert_eq!(order.purchase_date().to_string(), "2025-04-01");
    assert_eq!(order.expires_at().date_naive().to_string(), "2028-04-01");
}

#[test]
fn what_lacks_a_fact_is_kept_until_it_is_known() {
    for field in [
        "quantity",
        "term",
        "purchaseDate",
        "unitPrice",
        "currencyCode",
        "billingPlan",
        "reservedResourceType",
    ] {
        let mut records = Records::default();
        let merged = import(&mut records, of(vec![facts(json!({ field: null }))], vec![]));
        assert_eq!((merged.counts.incomplete, merged.counts.reservations.new), (1, 1));
        assert_eq!(merged.rows[1].missing, [field]);
        assert!(records.ids_below(Reservation::KIND, "").is_empty());
        let document = format!("{ORDER}/{ID}");
        let known: IncompleteReservation =
            records.get(&document).expect("readable").expect("a document");
        assert_eq!(known.0.missing(), [field]);

        let answer = facts(json!({}));
        let guess = json!([{ "field": field, "reason": "answered" }]);
        let mut only = json!({ "source": { "file": "", "line": 0 }, "id": ID, "guesses": guess });
        only[field] = serde_json::to_value(&answer).expect("JSON")[field].clone();
        let only: ReservationIntake = serde_json::from_value(only).expect("facts");
        let merged = import(&mut records, of(vec![only], vec![]));
        assert_eq!(merged.counts.incomplete, 0);
        assert_eq!(fields(&merged.rows, Subject::Reservation).len(), 1, "{:?}", merged.rows);
        assert!(records.ids_below(IncompleteReservation::KIND, "").is_empty());
        let (order, reservation) = found(&records);
        let origin = reservation.origin.expect("an origin");
        let guesses: Vec<_> = order.guesses.iter().chain(&origin.guesses).collect();
        assert_eq!(guesses.len(), 1);
        assert_eq!((guesses[0].field.as_str(), guesses[0].reason.as_str()), (field, "answered"));
    }
}

#[test]
fn words_that_the_calculator_does_not_know_are_kept_and_missing() {
    let mut records = Records::default();
    let other = json!({ "term": "None", "currencyCode": "XYZ", "billingPlan": "Weekly" });
    let merged = import(&mut records, of(vec![facts(other)], vec![]));
    assert_eq!(merged.rows[1].missing, ["term", "currencyCode", "billingPlan"]);
}

#[test]
fn a_guess_takes_the_place_of_no_stated_fact() {
    let mut records = Records::default();
    import(&mut records, of(vec![facts(json!({}))], vec![]));
    let guess = json!([{ "field": "unitPrice", "reason": "the list price" }]);
    let guessed = facts(json!({ "unitPrice": "1500", "guesses": guess }));
    let merged = import(&mut records, of(vec![guessed.clone()], vec![]));
    let kept = [("unitPrice", "1200", "1500", Some(Kept::Stated))];
    assert_eq!(fields(&merged.rows, Subject::Reservation), kept);
    assert_eq!((merged.counts.kept, merged.counts.reservations.unchanged), (1, 1));

    let mut records = Records::default();
    import(&mut records, of(vec![guessed], vec![]));
    let merged = import(&mut records, of(vec![facts(json!({}))], vec![]));
    assert_eq!(fields(&merged.rows, Subject::Reservation), [("unitPrice", "1500", "1200", None)]);
    assert!(found(&records).1.origin.expect("an origin").guesses.is_empty(), "it is stated now");
}

/// Does what a person does here, without a revision.
fn change_here(records: &mut Records, change: impl FnOnce(&mut Reservation)) {
    let (_, mut reservation) = found(records);
    change(&mut reservation);
    reservation.save(records, ORDER, ID, now()).expect("saved");
}

#[test]
fn what_was_changed_here_is_not_overwritten_by_an_older_file() {
    let mut records = Records::default();
    import(&mut records, of(vec![facts(json!({}))], vec![]));
    change_here(&mut records, |it| {
        it.display_name = "Shop".to_owned();
        it.quantity = 7;
    });
    let before = text_of(&records);
    let merged = import(&mut records, of(vec![facts(json!({}))], vec![]));
    assert_eq!(
        fields(&merged.rows, Subject::Reservation),
        [
            ("displayName", "Shop", "Web servers", Some(Kept::ChangedHere)),
            ("quantity", "7", "10", Some(Kept::ChangedHere)),
        ]
    );
    assert_eq!(merged.counts.reservations.unchanged, 1);
    assert_eq!(text_of(&records), before);
    // Something new in the file is newer than both.
    let newer = facts(json!({ "displayName": "Web shop", "quantity": 5 }));
    let merged = import(&mut records, of(vec![newer], vec![]));
    assert_eq!(
        fields(&merged.rows, Subject::Reservation),
        [("displayName", "Shop", "Web shop", None), ("quantity", "7", "5", None)]
    );
    // The file has caught up with what was done here.
    change_here(&mut records, |it| it.quantity = 3);
    let same = facts(json!({ "displayName": "Web shop", "quantity": 3 }));
    assert!(import(&mut records, of(vec![same.clone()], vec![])).rows.is_empty());
    let before = text_of(&records);
    import(&mut records, of(vec![same], vec![]));
    assert_eq!(text_of(&records), before);
}

#[test]
fn what_has_ended_does_not_begin_again() {
    let mut records = Records::default();
    import(&mut records, of(vec![facts(json!({}))], vec![]));
    change_here(&mut records, |it| it.end(ProvisioningState::Cancelled, today()));
    let merged = import(&mut records, of(vec![facts(json!({}))], vec![]));
    let kept = [("state", "Cancelled", "Succeeded", Some(Kept::ChangedHere))];
    assert_eq!(fields(&merged.rows, Subject::Reservation), kept);

    let mut records = Records::default();
    import(&mut records, of(vec![facts(json!({ "state": "Cancelled" }))], vec![]));
    let merged = import(&mut records, of(vec![facts(json!({}))], vec![]));
    let kept = [("state", "Cancelled", "Succeeded", Some(Kept::Ended))];
    assert_eq!(fields(&merged.rows, Subject::Reservation), kept);
}

#[test]
fn ancestors_are_ended_and_their_units_are_counted_once() {
    let mut records = Records::default();
    let id = |n: u32| format!("20000000-0000-4000-8000-00000000000{n}");
    let merged = import(
        &mut records,
        of(
            vec![
                facts(json!({ "id": id(1), "state": "Cancelled", "succession": "Split" })),
                facts(json!({ "id": id(2), "quantity": 4, "succession": "Merged" })),
                facts(json!({ "id": id(3), "quantity": 6 })),
                facts(json!({ "id": id(4), "quantity": 4 })),
                facts(
                    json!({ "id": id(5), "quantity": 2, "state": "Succeeded", "succession": "Exchanged" }),
                ),
            ],
            vec![],
        ),
    );
    assert_eq!((merged.counts.reservations.new, merged.counts.incomplete), (5, 0));
    let all = Reservation::of_order(&records, ORDER);
    let held: u32 =
        all.iter().filter(|(_, it)| it.state.phase().is_active()).map(|(_, it)| it.quantity).sum();
    assert_eq!(held, 10);
    let order = Order::find(&records, ORDER).expect("an order");
    assert_eq!(order.original_quantity, 12, "what was exchanged was bought as well");
    assert_eq!(all[4].1.exchange, Some(crate::records::reservation::ExchangeEnd::Exchanged));
    let before = text_of(&records);
    import(
        &mut records,
        of(
            vec![facts(json!({ "id": id(1), "state": "Cancelled", "succession": "Split" }))],
            vec![],
        ),
    );
    assert_eq!(text_of(&records), before);
}

#[test]
fn units_that_were_split_here_are_not_counted_beside_those_of_the_file() {
    let mut records = Records::default();
    import(&mut records, of(vec![facts(json!({}))], vec![]));
    let (_, source) = found(&records);
    let full = crate::records::wire::reservation_id(ORDER, ID);
    for (made, units) in [("made-1", 4), ("made-2", 6)] {
        let mut part = source.part(&full, units);
        part.save_part(&mut records, ORDER, (ID, made), now()).expect("saved");
    }
    change_here(&mut records, |it| it.end(ProvisioningState::Split, today()));
    // An export from before the split.
    let merged = import(&mut records, of(vec![facts(json!({}))], vec![]));
    let kept = [("state", "Split", "Succeeded", Some(Kept::ChangedHere))];
    assert_eq!(fields(&merged.rows, Subject::Reservation), kept);
    // And one from after it.
    let id = |n: u32| format!("20000000-0000-4000-8000-00000000000{n}");
    let after = of(
        vec![
            facts(json!({ "state": "Cancelled", "succession": "Split" })),
            facts(json!({ "id": id(7), "quantity": 6, "displayName": "Web_6" })),
            facts(json!({ "id": id(8), "quantity": 4 })),
        ],
        vec![],
    );
    let merged = import(&mut records, after.clone());
    let changes = fields(&merged.rows, Subject::Reservation);
    assert!(changes.contains(&("id", "made-2", &id(7), None)), "{changes:?}");
    let held = Reservation::of_order(&records, ORDER);
    let held: Vec<_> = held.iter().filter(|(_, it)| it.state.phase().is_active()).collect();
    assert_eq!(held.len(), 2);
    assert_eq!(held.iter().map(|(_, it)| it.quantity).sum::<u32>(), 10);
    assert_eq!(held[0].1.display_name, "Web_6");
    let before = text_of(&records);
    assert!(import(&mut records, after).rows.is_empty());
    assert_eq!(text_of(&records), before);
}

/// Units that are charged in the month after everything that was returned had been.
#[track_caller]
fn units_charged_last(records: &Records) -> u32 {
    let (order, _) = found(records);
    let units = |on: &str| {
        let on: NaiveDate = on.parse().expect("a day");
        order.returned.iter().filter(|it| it.on < on).map(|it| it.units).sum::<u32>()
    };
    order.original_quantity - units("2027-03-01")
}

#[test]
fn as_many_units_are_not_charged_any_more_as_were_returned() {
    let ended = |id: u32, units: u32| {
        let id = format!("20000000-0000-4000-8000-{id:012}");
        facts(json!({ "id": id, "quantity": units, "state": "Cancelled" }))
    };
    let lives = || facts(json!({ "quantity": 6 }));
    // Two returns of as many units on one day are two.
    let mut records = Records::default();
    let booked = || vec![refund(json!({ "quantity": 2 })), refund(json!({ "quantity": 2 }))];
    let intake = of(vec![lives(), ended(2, 2), ended(3, 2)], booked());
    import(&mut records, intake.clone());
    assert_eq!((found(&records).0.original_quantity, units_charged_last(&records)), (10, 6));
    import(&mut records, intake);
    assert_eq!(units_charged_last(&records), 6);

    // What was returned here and is booked on another day is one.
    let mut records = Records::default();
    import(&mut records, of(vec![facts(json!({}))], vec![]));
    let (mut order, mut rest) = found(&records);
    let on: NaiveDate = "2026-09-30".parse().expect("a day");
    order.returned.push(Returned { on, units: 3 });
    rest.quantity = 7;
    records.put(ORDER, &order);
    records.put(&Reservation::document_id(ORDER, ID), &rest);
    let booked = vec![refund(json!({}))];
    import(&mut records, of(vec![facts(json!({ "quantity": 7 })), ended(4, 3)], booked));
    assert_eq!((found(&records).0.original_quantity, units_charged_last(&records)), (10, 7));
}

#[test]
fn equal_rows_of_a_file_are_two_and_those_of_another_file_the_same_two() {
    let mut records = Records::default();
    let row = || refund(json!({ "currencyCode": "USD", "usd": "900" }));
    import(&mut records, of(vec![], vec![row(), row()]));
    assert_eq!(records.ids_below(Booking::KIND, "").len(), 2);
    import(&mut records, of(vec![], vec![row()]));
    let merged = import(&mut records, of(vec![], vec![row(), row()]));
    assert_eq!(merged.counts.bookings, Tally { unchanged: 2, ..Tally::default() });
    let merged = import(&mut records, of(vec![], vec![row(), row(), row()]));
    assert_eq!(merged.counts.bookings, Tally { new: 1, unchanged: 2, ..Tally::default() });
    let ledger = ledger(&records, today()).expect("a ledger");
    assert_eq!(ledger.used_on(today()).to_string(), "2700.00");
}

#[test]
fn a_return_of_which_nobody_knows_the_usd_makes_the_limit_unknown() {
    let mut records = Records::default();
    let merged = import(&mut records, of(vec![], vec![refund(json!({}))]));
    assert_eq!(merged.counts.without_usd, 1);
    assert!(matches!(ledger(&records, today()), Err(RecordError::LimitUnknown { .. })));
    // A purchase, and what no longer counts, leave it known.
    let mut others = Records::default();
    let purchase = refund(json!({ "event": "Purchase" }));
    import(&mut others, of(vec![], vec![purchase, refund(json!({ "date": "2025-10-05" }))]));
    assert_eq!(ledger(&others, today()).expect("a ledger").used_on(today()).to_string(), "0.00");
    // And so does the answer.
    let merged = import(&mut records, of(vec![], vec![refund(json!({ "usd": "980.5" }))]));
    assert_eq!(fields(&merged.rows, Subject::Booking), [("usd", "-", "980.5", None)]);
    assert_eq!(ledger(&records, today()).expect("a ledger").used_on(today()).to_string(), "980.50");
}

#[test]
fn what_was_recorded_here_is_not_counted_beside_what_was_booked_for_it() {
    let mut records = Records::default();
    let transaction = Transaction {
        at: "2026-10-01T10:00:00Z".parse().expect("a time"),
        event_type: EventType::Refund,
        order: ORDER.to_owned(),
        order_name: String::new(),
        description: String::new(),
        sku_name: String::new(),
        location: String::new(),
        term: calculator::Term::ONE_YEAR,
        billing_plan: calculator::BillingPlan::Upfront,
        quantity: 3,
        usd: rust_decimal::Decimal::new(950, 0),
        readings: None,
    };
    records.put("t", &transaction);
    let used = |records: &Records| {
        ledger(records, today()).expect("a ledger").used_on(today()).to_string()
    };
    import(&mut records, of(vec![], vec![refund(json!({}))]));
    assert_eq!(used(&records), "950.00", "what was recorded tells");
    import(&mut records, of(vec![], vec![refund(json!({ "usd": "948.2" }))]));
    assert_eq!(used(&records), "948.20", "what was booked tells better");
    let two = || refund(json!({ "usd": "948.2" }));
    import(&mut records, of(vec![], vec![two(), two()]));
    assert_eq!(used(&records), "1896.40", "one return was recorded, and two were booked");
}

#[test]
fn reservations_without_an_id_have_one_that_follows_from_what_is_stated() {
    let mut records = Records::default();
    let intake = of(
        vec![
            facts(json!({ "id": null, "orderId": null })),
            facts(json!({ "id": null, "orderId": null })),
            facts(json!({ "id": null, "displayName": "Other" })),
        ],
        vec![],
    );
    let merged = import(&mut records, intake.clone());
    assert_eq!(merged.counts.reservations.new, 3, "two equal rows are two");
    let before = text_of(&records);
    assert!(import(&mut records, intake).rows.is_empty());
    assert_eq!(text_of(&records), before);
    assert!(records.ids_below(Reservation::KIND, "").iter().all(|id| id.len() == 73));
}

#[test]
fn of_two_things_that_an_import_says_the_first_counts() {
    let mut records = Records::default();
    let id = "20000000-0000-4000-8000-000000000009";
    let intake =
        of(vec![facts(json!({})), facts(json!({ "id": id, "unitPrice": "1100" }))], vec![]);
    let merged = import(&mut records, intake.clone());
    assert_eq!(merged.counts.kept, 1);
    assert_eq!(found(&records).0.unit_price.to_string(), "1200");
    let before = text_of(&records);
    let merged = import(&mut records, intake);
    let kept = [("unitPrice", "1200", "1100", Some(Kept::Contradicted))];
    assert_eq!(fields(&merged.rows, Subject::Reservation), kept);
    assert_eq!(text_of(&records), before);
}

/// The guess stands on another reservation of the order than the statement, and the statement may be of one
/// that is no record yet.
#[test]
fn what_one_reservation_states_of_the_order_is_no_guess_of_another() {
    let id = "20000000-0000-4000-8000-000000000009";
    let third = "20000000-0000-4000-8000-000000000008";
    let guessed =
        json!({ "unitPrice": "101", "guesses": [{ "field": "unitPrice", "reason": "so" }] });
    for quantity in [Some(3), None] {
        let mut records = Records::default();
        let stated = json!({ "id": id, "unitPrice": "100", "quantity": quantity });
        let other = json!({ "id": third, "unitPrice": "102" });
        import(&mut records, of(vec![facts(guessed.clone())], vec![]));
        assert_eq!(found(&records).0.guesses.len(), 1);
        let rows = vec![facts(guessed.clone()), facts(stated), facts(other)];
        import(&mut records, of(rows.clone(), vec![]));
        let order = found(&records).0;
        assert_eq!((order.unit_price.to_string(), order.guesses.len()), ("100".to_owned(), 0));
        let before = text_of(&records);
        let merged = import(&mut records, of(rows, vec![]));
        let kept = [
            ("unitPrice", "100", "101", Some(Kept::Stated)),
            ("unitPrice", "100", "102", Some(Kept::Contradicted)),
        ];
        assert_eq!(fields(&merged.rows, Subject::Reservation), kept);
        assert_eq!(text_of(&records), before);
    }
}

/// Of what is no record yet there is no order that could tell; what one says of it all know.
#[test]
fn what_is_known_of_an_order_does_not_depend_on_which_reservation_said_it() {
    let id = "20000000-0000-4000-8000-000000000009";
    let mut records = Records::default();
    let stated = facts(json!({ "id": id, "unitPrice": "100", "quantity": null }));
    assert_eq!(import(&mut records, of(vec![stated], vec![])).counts.incomplete, 1);
    // Neither a guess nor another reservation that comes first takes the place of what was stated.
    let guess = json!([{ "field": "unitPrice", "reason": "so" }]);
    let guessed = json!({ "unitPrice": "101", "term": null, "quantity": 2, "guesses": guess });
    let rest = json!({ "id": id, "unitPrice": null, "quantity": 3 });
    let rows = vec![facts(guessed), facts(rest)];
    assert_eq!(import(&mut records, of(rows.clone(), vec![])).counts.incomplete, 0);
    let order = found(&records).0;
    assert_eq!((order.unit_price.to_string(), order.guesses.len()), ("100".to_owned(), 0));
    assert_eq!(order.original_quantity, 5);
    let before = text_of(&records);
    let merged = import(&mut records, of(rows, vec![]));
    let kept = [("unitPrice", "100", "101", Some(Kept::Stated))];
    assert_eq!(fields(&merged.rows, Subject::Reservation), kept);
    assert_eq!(text_of(&records), before);
}

#[test]
fn what_became_of_a_reservation_stays_known_where_a_list_says_only_that_it_ended() {
    let known = json!({ "state": "Cancelled", "succession": "Split" });
    for quantity in [Some(10), None] {
        let mut records = Records::default();
        let mut split = facts(known.clone());
        split.quantity = quantity;
        import(&mut records, of(vec![split], vec![]));
        let ended = of(vec![facts(json!({ "state": "Cancelled" }))], vec![]);
        let merged = import(&mut records, ended);
        let changes = fields(&merged.rows, Subject::Reservation);
        assert!(changes.iter().all(|change| change.0 == "quantity"), "{changes:?}");
        assert_eq!(found(&records).1.state, ProvisioningState::Split);
        // What is told better is told once.
        let told = json!({ "state": "Cancelled", "succession": "Exchanged" });
        let told = of(vec![facts(told)], vec![]);
        assert_eq!(import(&mut records, told.clone()).counts.reservations.changed, 1);
        assert_eq!(found(&records).1.state, ProvisioningState::Cancelled);
        let before = text_of(&records);
        assert!(import(&mut records, told).rows.is_empty());
        assert_eq!(text_of(&records), before);
    }
}

/// What an import says and is not taken is remembered, as it tells what was changed here since.
#[test]
fn what_another_reservation_makes_a_record_of_remembers_what_was_said_of_it() {
    let id = "20000000-0000-4000-8000-000000000009";
    let mut records = Records::default();
    let split = json!({ "succession": "Split", "term": null });
    import(&mut records, of(vec![facts(split)], vec![]));
    let rows = vec![facts(json!({ "term": null })), facts(json!({ "id": id }))];
    let merged = import(&mut records, of(rows.clone(), vec![]));
    assert_eq!(merged.counts.incomplete, 0);
    let before = text_of(&records);
    import(&mut records, of(rows, vec![]));
    assert_eq!(text_of(&records), before);
}

#[test]
fn a_reservation_of_a_known_order_has_what_the_order_says() {
    let mut records = Records::default();
    import(&mut records, of(vec![facts(json!({}))], vec![]));
    let id = "20000000-0000-4000-8000-000000000009";
    let bare = json!({
        "source": { "file": "portal.csv", "line": 3 }, "id": id, "orderId": ORDER, "quantity": 2,
        "reservedResourceType": "VirtualMachines",
    });
    let bare: ReservationIntake = serde_json::from_value(bare).expect("facts");
    assert_eq!(import(&mut records, of(vec![bare], vec![])).counts.incomplete, 0);
    let (order, reservation) = Reservation::find(&records, ORDER, id).expect("a record");
    assert_eq!((order.original_quantity, reservation.quantity), (12, 2));
}

#[test]
fn names_tell_customers_apart_where_no_tenant_does() {
    assert_eq!(tenant_of_name("Harbour  Ltd"), tenant_of_name(" harbour ltd"));
    assert_ne!(tenant_of_name("Harbour"), tenant_of_name("Harbor"));
    assert!(azure::is_guid(&tenant_of_name("Hafen & Söhne 港")));
    let mut records = Records::default();
    let intake = CustomerIntake { tenant_id: None, ..of(vec![], vec![]) };
    import(&mut records, intake);
    let customer = Customer::of(&records).expect("a customer");
    assert_eq!(customer.known_by, KnownBy::Name);
    assert_eq!(customer.display_name, "Harbour");
}

mod properties {
    use proptest::prelude::*;

    use super::*;

    /// What a file may say of one of a few reservations of two orders, some of it and of any age.
    fn any_facts() -> impl Strategy<Value = ReservationIntake> {
        let id = (1_u32..4).prop_map(|n| format!("20000000-0000-4000-8000-00000000000{n}"));
        let order = (1_u32..3).prop_map(|n| format!("10000000-0000-4000-8000-00000000000{n}"));
        let state = prop_oneof![Just("Succeeded"), Just("Cancelled"), Just("Expired"), Just("Odd")];
        let succession =
            prop_oneof![4 => Just(None), 1 => Just(Some("Split")), 1 => Just(Some("Exchanged"))];
        let known = proptest::collection::vec(any::<bool>(), 12);
        let guess = prop_oneof![Just(None), Just(Some("unitPrice")), Just(Some("quantity"))];
        (id, order, 1_u32..9, state, succession, 0_u32..3, known, guess).prop_map(
            |(id, order, units, state, succession, variant, known, guess)| {
                let mut facts = facts(json!({
                    "id": known[0].then_some(id),
                    "orderId": known[1].then_some(order),
                    "quantity": units,
                    "state": state,
                    "succession": succession,
                    "unitPrice": (100 + variant).to_string(),
                    "term": if variant == 2 { "P1Y" } else { "P3Y" },
                    "billingPlan": if variant == 0 { "Monthly" } else { "Upfront" },
                    "purchaseDate": format!("2025-0{}-01", variant + 1),
                    "expiryDate": null,
                }));
                for (field, known) in
                    ["quantity", "state", "unitPrice", "term", "displayName", "region"]
                        .into_iter()
                        .zip(&known[2..])
                {
                    if !known {
                        facts.state_fact(field, None);
                    }
                }
                if let Some(field) = guess {
                    facts.guesses.push(Guess { field: field.to_owned(), reason: "so".to_owned() });
                }
                decide::normal(facts)
            },
        )
    }

    fn any_booking() -> impl Strategy<Value = BookingIntake> {
        (1_u32..3, 1_u32..3, any::<bool>(), any::<bool>()).prop_map(
            |(day, amount, is_known, is_purchase)| {
                refund(json!({
                    "date": format!("2026-10-0{day}"),
                    "amount": amount.to_string(),
                    "usd": is_known.then_some("7"),
                    "event": if is_purchase { "Purchase" } else { "Refund" },
                }))
            },
        )
    }

    fn any_import() -> impl Strategy<Value = CustomerIntake> {
        let reservations = proptest::collection::vec(any_facts(), 0..4);
        let bookings = proptest::collection::vec(any_booking(), 0..4);
        (reservations, bookings).prop_map(|(reservations, bookings)| of(reservations, bookings))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]

        /// Whatever comes in, in whichever order: everything that is stored can be read, no document is
        /// lost, every record can be calculated with, and the same import again changes nothing.
        #[test]
        fn nothing_is_lost_and_nothing_changes_twice(
            imports in proptest::collection::vec(any_import(), 1..5)
        ) {
            let mut records = Records::default();
            for intake in imports {
                let count = |records: &Records| {
                    records.ids_below(Reservation::KIND, "").len()
                        + records.ids_below(IncompleteReservation::KIND, "").len()
                };
                let (before, bookings) = (count(&records), records.ids_below(Booking::KIND, "").len());
                let merged = import(&mut records, intake.clone());
                let new = merged.counts.reservations.new as usize;
                prop_assert_eq!(count(&records), before + new);
                let new = merged.counts.bookings.new as usize;
                prop_assert_eq!(records.ids_below(Booking::KIND, "").len(), bookings + new);
                prop_assert!(crate::records::kinds::unreadable(&records).is_empty());
                for (id, reservation) in records.all::<Reservation>() {
                    let order = Order::find(&records, &id[..36]).expect("its order");
                    crate::records::holding::holding(&id, &order, &reservation, now()).expect("a holding");
                    prop_assert!(order.original_quantity >= reservation.quantity
                        || reservation.state == ProvisioningState::Split
                        || reservation.state == ProvisioningState::Merged);
                }
                let texts = text_of(&records);
                let again = import(&mut records, intake);
                prop_assert_eq!(again.counts.reservations.new + again.counts.reservations.changed, 0);
                prop_assert_eq!(text_of(&records), texts);
            }
        }
    }
}

#[test]
fn one_return_in_two_documents_counts_once() {
    let of_transactions =
        || refund(json!({ "usd": "1000", "document": "Transactions", "event": "Cancel" }));
    let of_invoice = |other: Value| {
        let mut row = json!({
            "source": { "file": "invoice.csv", "line": 3 }, "document": "Invoice", "usd": "1000",
        });
        row.as_object_mut().expect("an object").extend(other.as_object().expect("one").clone());
        refund(row)
    };
    let used = |records: &Records| {
        ledger(records, today()).expect("a ledger").used_on(today()).to_string()
    };
    // Together, one after the other, and in the other order.
    let invoice = of_invoice(json!({ "amount": "900.00" }));
    for imports in [
        vec![vec![of_transactions(), invoice.clone()]],
        vec![vec![of_transactions()], vec![invoice.clone()]],
        vec![vec![invoice.clone()], vec![of_transactions()]],
    ] {
        let mut records = Records::default();
        let mut last = Merged::default();
        for rows in imports.clone() {
            last = import(&mut records, of(vec![facts(json!({}))], rows));
        }
        assert_eq!(used(&records), "1000.00");
        assert_eq!(last.counts.maybe_same, 0);
        let before = text_of(&records);
        for rows in imports {
            import(&mut records, of(vec![facts(json!({}))], rows));
        }
        assert_eq!(text_of(&records), before, "the same twice changes nothing");
    }
    // On another day, or of unknown units, it only may be the same: both count, and that is said.
    for other in [json!({ "date": "2026-10-31" }), json!({ "quantity": null })] {
        let mut records = Records::default();
        let rows = vec![of_transactions(), of_invoice(other)];
        let merged = import(&mut records, of(vec![facts(json!({}))], rows));
        assert_eq!((used(&records).as_str(), merged.counts.maybe_same), ("2000.00", 1));
        let told = fields(&merged.rows, Subject::Booking);
        assert_eq!(
            told.iter().filter(|(field, ..)| *field == "maybeSameAs").count(),
            1,
            "{told:?}"
        );
    }
    // Other units, another order or another amount are another return.
    for other in
        [json!({ "quantity": 2 }), json!({ "amount": "901" }), json!({ "date": "2026-03-01" })]
    {
        let mut records = Records::default();
        let rows = vec![of_transactions(), of_invoice(other)];
        let merged = import(&mut records, of(vec![facts(json!({}))], rows));
        assert_eq!((used(&records).as_str(), merged.counts.maybe_same), ("2000.00", 0));
    }
}

#[test]
fn a_cancel_and_a_refund_of_the_transactions_count_once() {
    let row = |event: &str, line: u64, other: Value| {
        let mut row = json!({
            "source": { "file": "booked.csv", "line": line }, "document": "Transactions",
            "event": event, "usd": "1000",
        });
        row.as_object_mut().expect("an object").extend(other.as_object().expect("one").clone());
        refund(row)
    };
    let check = |rows: Vec<BookingIntake>, expect: &str, counts: (u32, u32)| {
        let mut records = Records::default();
        let merged = import(&mut records, of(vec![facts(json!({}))], rows));
        let used = ledger(&records, today()).expect("a ledger").used_on(today()).to_string();
        assert_eq!(
            (used.as_str(), merged.counts.same_returns, merged.counts.maybe_same),
            (expect, counts.0, counts.1)
        );
    };
    let cancel = || row("Cancel", 2, json!({}));
    let refund = |other: Value| row("Refund", 3, other);
    check(vec![cancel(), refund(json!({}))], "1000.00", (1, 0));
    check(vec![refund(json!({})), cancel()], "1000.00", (1, 0));
    check(vec![cancel(), refund(json!({ "date": "2026-10-31" }))], "2000.00", (0, 1));
    check(vec![cancel(), refund(json!({ "quantity": null }))], "2000.00", (0, 1));
    check(vec![cancel(), refund(json!({ "document": "Cost" }))], "1000.00", (1, 0));
}

/// No file has ids of bookings, so that those of two reservations of an order may look the same.
#[test]
fn equal_returns_of_two_reservations_are_two() {
    let row = |reservation: Option<&str>| {
        refund(json!({ "usd": "1000", "document": "Cost", "reservationId": reservation }))
    };
    let other = ID.replace('1', "2");
    let (one, other) = (|| row(Some(ID)), || row(Some(&other)));
    let used = |imports: Vec<Vec<BookingIntake>>| {
        let mut records = Records::default();
        for rows in imports {
            import(&mut records, of(vec![facts(json!({}))], rows));
        }
        ledger(&records, today()).expect("a ledger").used_on(today()).to_string()
    };
    for imports in [
        vec![vec![one(), other()]],
        vec![vec![one()], vec![other()]],
        vec![vec![one()], vec![other()], vec![other(), one()], vec![other()]],
    ] {
        assert_eq!(used(imports), "2000.00");
    }
    assert_eq!(used(vec![vec![one()], vec![one()], vec![row(None)]]), "1000.00");
    assert_eq!(used(vec![vec![one(), one()], vec![one()]]), "2000.00");
}

#[test]
fn two_equal_returns_in_each_of_two_documents_are_two() {
    let row = |document: &str, event: &str| {
        refund(json!({ "usd": "1000", "document": document, "event": event }))
    };
    let mut records = Records::default();
    let rows = vec![
        row("Transactions", "Refund"),
        row("Transactions", "Refund"),
        row("Invoice", "Cancel"),
        row("Invoice", "Cancel"),
    ];
    let merged = import(&mut records, of(vec![facts(json!({}))], rows));
    assert_eq!((merged.counts.same_returns, merged.counts.maybe_same), (2, 0));
    let used = ledger(&records, today()).expect("a ledger").used_on(today());
    assert_eq!(used.to_string(), "2000.00");
    // A return that one document knows in USD is known.
    let mut records = Records::default();
    let unknown = refund(json!({ "document": "Invoice", "event": "Cancel" }));
    let rows = vec![unknown, row("Transactions", "Refund")];
    let merged = import(&mut records, of(vec![facts(json!({}))], rows));
    assert_eq!(merged.counts.without_usd, 0);
    let used = ledger(&records, today()).expect("a ledger").used_on(today());
    assert_eq!(used.to_string(), "1000.00");
}

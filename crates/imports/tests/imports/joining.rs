//! Several files become one portfolio.

use chrono::NaiveDate;
use imports::{Change, Succession, changes};

use crate::{by_id, field, file, portfolio};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

const TODAY: &str = "2026-11-22";

fn missing(reservation: &imports::Reservation) -> Vec<&'static str> {
    reservation.lacking().fields
}

#[test]
fn what_a_list_lacks_is_named() {
    let portfolio = portfolio(&["portal.csv"]);
    let web = by_id(&portfolio, "1");
    assert_eq!(missing(web), ["customer", "unitPrice", "currencyCode", "billingPlan"]);
    assert!(!web.lacking().can_be_quoted);
    assert!(web.guesses.is_empty());
}

#[test]
fn transactions_give_the_price_and_the_plan() {
    let portfolio = portfolio(&["portal.csv", "transactions.csv"]);
    let web = by_id(&portfolio, "1");
    assert_eq!(missing(web), ["customer"]);
    assert_eq!(field(web, "unitPrice").as_deref(), Some("1200"));
    assert_eq!(field(web, "billingPlan").as_deref(), Some("Upfront"));
    assert_eq!(field(web, "currencyCode").as_deref(), Some("EUR"));
    let request = web.request(day(TODAY), "partner-center-2020-08").unwrap();
    let quote = calculator::refund(&request.case().unwrap().input());
    assert_eq!(quote.assessment.amounts.unwrap().paid.to_string(), "4800.00");

    // An instalment for two units, twelve of them.
    let database = by_id(&portfolio, "2");
    assert_eq!(field(database, "instalment").as_deref(), Some("600.2"));
    assert_eq!(field(database, "unitPrice").as_deref(), Some("7202.4"));
    assert!(database.guesses.is_empty());
}

#[test]
fn an_order_gives_the_price_of_its_schedule() {
    let portfolio = portfolio(&["az-list.json", "az-orders.json"]);
    let child = by_id(&portfolio, "5");
    assert_eq!(field(child, "instalment").as_deref(), Some("50.1"));
    assert_eq!(field(child, "unitPrice").as_deref(), Some("601.2"));
    assert_eq!(missing(child), ["customer"]);
}

#[test]
fn an_invoice_gives_the_customer_and_the_price() {
    let portfolio = portfolio(&["az-list.json", "invoice.csv"]);
    let child = by_id(&portfolio, "5");
    assert_eq!(field(child, "customer").as_deref(), Some("Fabrikam, Ltd"));
    assert_eq!(field(child, "unitPrice").as_deref(), Some("601.2"));
    assert!(missing(child).is_empty());
    // A line whose product says nothing, and whose order nobody knows, is not used, and that is said.
    assert!(
        portfolio.notes.iter().any(|note| note.starts_with("1 invoice lines")),
        "{:?}",
        portfolio.notes
    );
}

#[test]
fn a_line_with_an_unclear_product_counts_where_its_order_is_known() {
    let invoice = file("invoice.csv")
        .replace("99999999-0000-4000-8000-000000000098", "bbbbbbbb-0000-4000-8000-000000000001");
    let invoice = invoice.replace("4/12/2026,,1.00,,a3", "4/12/2026,3 Years upfront,1.00,,a3");
    let portfolio = portfolio(&["portal.csv", &invoice]);
    let web = by_id(&portfolio, "1");
    assert_eq!(field(web, "unitPrice").as_deref(), Some("1"));
    assert!(web.guesses[0].reason.contains("\"Compute bundle\""), "{:?}", web.guesses);
}

#[test]
fn use_and_customer_come_from_cost_files() {
    let portfolio = portfolio(&["portal.csv", "details.csv", "focus.csv"]);
    let web = by_id(&portfolio, "1");
    assert_eq!(
        (web.known.used, field(web, "customer").as_deref()),
        (Some(true), Some("Fabrikam, Ltd"))
    );
    // A purchase row of FOCUS covers one month: no expiry follows from it.
    let database = by_id(&portfolio, "2");
    assert_eq!(database.known.used, Some(false));
    assert_eq!(database.known.expiry_date, Some(day("2026-12-01")));
    assert_eq!(field(database, "instalment").as_deref(), Some("150"));
}

#[test]
fn use_is_told_once_there_was_a_day_to_measure() {
    let portfolio = portfolio(&["portal.csv"]);
    let database = by_id(&portfolio, "2");
    assert_eq!(database.used(day("2025-12-01")), (true, true));
    assert_eq!(database.used(day("2025-12-02")), (false, false));
    let old = by_id(&portfolio, "3");
    assert_eq!(old.used(day("2022-05-06")), (true, true));
    assert_eq!(old.used(day("2022-05-07")), (true, false));
}

#[test]
fn a_list_price_is_a_guess() {
    let portfolio = portfolio(&["portal.csv", "retail.json"]);
    let web = by_id(&portfolio, "1");
    assert_eq!(field(web, "unitPrice").as_deref(), Some("1500.25"));
    let guessed: Vec<&str> = web.guesses.iter().map(|guess| guess.field).collect();
    assert_eq!(guessed, ["unitPrice", "currencyCode"]);
    assert_eq!(missing(web), ["customer", "billingPlan"]);
}

#[test]
fn a_price_that_somebody_has_added_is_a_guess() {
    let header = "Deep link to reservation\n";
    let mut text = file("portal.csv")
        .replace(header, "Deep link to reservation,Unit price,Currency,Customer\n");
    text = text
        .replace("/overview\n", "/overview,1200.50,eur,Contoso\n")
        .replace(",0,0,0,\n", ",0,0,0,,,,\n");
    text = text.replace(",1,,,,\n", ",1,,,,,,,\n");
    let portfolio = portfolio(&[&text]);
    let web = by_id(&portfolio, "1");
    assert_eq!(missing(web), ["billingPlan"]);
    assert_eq!(field(web, "unitPrice").as_deref(), Some("1200.5"));
    assert_eq!((web.guesses.len(), web.guesses[0].field), (1, "unitPrice"));
    assert_eq!(portfolio.reservations.len(), 3);
}

#[test]
fn the_only_customer_is_a_guess_and_one_of_two_is_none() {
    let one: String =
        file("customers.csv").lines().take(2).map(|line| format!("{line}\n")).collect();
    let portfolio = portfolio(&["portal.csv", &one]);
    let web = by_id(&portfolio, "1");
    assert_eq!(field(web, "customer").as_deref(), Some("Fabrikam, Ltd"));
    assert_eq!(web.guesses[0].field, "customer");
    let both = crate::portfolio(&["portal.csv", "customers.csv"]);
    assert_eq!(field(by_id(&both, "1"), "customer"), None);
    assert_eq!(both.customers[1].name.as_deref(), Some("nameless.example"));
}

#[test]
fn the_same_reservation_in_two_files_is_one() {
    let joined = portfolio(&["portal.csv", "az-list.json", "powershell.csv", "portal.csv"]);
    assert_eq!(joined.reservations.len(), 6);
    let web = by_id(&joined, "aaaaaaaa-0000-4000-8000-000000000001");
    assert!(web.conflicts.is_empty(), "{:?}", web.conflicts);
    assert_eq!(field(web, "billingPlan").as_deref(), Some("Upfront"));
    assert_eq!((web.place.file, web.place.line), (0, 2));
}

#[test]
fn contradictions_are_kept_with_both_values() {
    let other = file("portal.csv").replacen(",westeurope,4,", ",westeurope,3,", 1);
    let portfolio = portfolio(&["portal.csv", &other]);
    let web = by_id(&portfolio, "1");
    assert_eq!(web.known.quantity, Some(4));
    let conflict = &web.conflicts[0];
    assert_eq!(
        (conflict.field, conflict.kept.as_str(), conflict.other.as_str()),
        ("quantity", "4", "3")
    );
    assert_eq!((conflict.place.file, conflict.place.line), (1, 2));
}

#[test]
fn the_newer_of_two_rows_is_right() {
    let ended = file("portal.csv").replacen("Succeeded", "Cancelled", 1);
    for files in [["portal.csv", ended.as_str()], [ended.as_str(), "portal.csv"]] {
        let portfolio = portfolio(&files);
        assert_eq!(field(by_id(&portfolio, "1"), "state").as_deref(), Some("Cancelled"));
        assert_eq!(by_id(&portfolio, "1").conflicts[0].other, "Succeeded");
    }
    let newer = file("az-list.json").replacen("\"etag\": 7", "\"etag\": 9", 1).replacen(
        "\"quantity\": 4",
        "\"quantity\": 2",
        1,
    );
    assert_eq!(by_id(&portfolio(&["az-list.json", &newer]), "1").known.quantity, Some(2));
    assert_eq!(by_id(&portfolio(&[&newer, "az-list.json"]), "1").known.quantity, Some(2));
}

#[test]
fn the_same_transaction_in_two_exports_is_one() {
    let twice = portfolio(&["transactions.csv", "transactions.csv"]);
    assert_eq!(twice.transactions.len(), 4);
    // Two rows of one file that nothing tells apart are two.
    let cancel = file("transactions.csv").lines().nth(3).unwrap();
    let doubled = format!("{}{cancel}\n", file("transactions.csv"));
    assert_eq!(portfolio(&[&doubled]).transactions.len(), 5);
    assert_eq!(portfolio(&[&doubled, "transactions.csv"]).transactions.len(), 5);
}

#[test]
fn ancestors_are_not_counted_twice() {
    let active = |portfolio: &imports::Portfolio| -> u32 {
        let active = portfolio.reservations.iter().filter(|one| one.is_active(day(TODAY)));
        active.filter_map(|one| one.known.quantity).sum()
    };
    let split = portfolio(&["az-list.json"]);
    assert_eq!(by_id(&split, "4").known.succession, Some(Succession::Split));
    assert_eq!(active(&split), 4 + 2 + 3);

    // An older list in which the parent still runs: its children tell.
    let older = file("az-list.json").replace(
        r#""splitProperties": {"splitDestinations": ["aaaaaaaa-0000-4000-8000-000000000005", "aaaaaaaa-0000-4000-8000-000000000006"]}"#,
        r#""archived": false"#,
    );
    let older = older.replace("\"Cancelled\"", "\"Succeeded\"");
    assert_eq!(active(&portfolio(&[&older])), 4 + 2 + 3);

    for (property, how) in [
        (
            r#""mergeProperties": {"mergeDestination": "aaaaaaaa-0000-4000-8000-000000000009"}"#,
            Succession::Merged,
        ),
        (
            r#""swapProperties": {"swapDestination": "/providers/microsoft.capacity/reservationOrders/o/reservations/r"}"#,
            Succession::Exchanged,
        ),
    ] {
        let text = file("az-list.json").replacen("\"futureField\": {\"a\": 1}", property, 1);
        let portfolio = portfolio(&[&text]);
        assert_eq!(by_id(&portfolio, "6").known.succession, Some(how));
        assert_eq!(active(&portfolio), 4 + 2);
        assert!(by_id(&portfolio, "6").request(day(TODAY), "x").is_err());
    }
    let state = file("portal.csv").replacen("Succeeded", "Merged", 1);
    assert_eq!(by_id(&portfolio(&[&state]), "1").known.succession, Some(Succession::Merged));
}

#[test]
fn what_runs_is_told_by_dates() {
    let expiring = file("portal.csv").replacen("Succeeded", "Expiring", 1);
    let portfolio = portfolio(&[&expiring]);
    let web = by_id(&portfolio, "1");
    assert!(web.is_active(day(TODAY)) && web.is_active(day("2027-02-09")));
    assert!(!web.is_active(day("2027-02-10")) && !web.is_active(day("2028-01-01")));
    assert!(!web.is_active(day("2024-02-09")));
    assert!(!by_id(&portfolio, "3").is_active(day("2022-06-01")));
}

#[test]
fn purchases_alone_become_reservations_with_guesses() {
    let portfolio = portfolio(&["transactions.csv"]);
    assert_eq!(portfolio.reservations.len(), 2);
    let web = &portfolio.reservations[0];
    let guessed: Vec<&str> = web.guesses.iter().map(|guess| guess.field).collect();
    assert_eq!(guessed, ["quantity", "purchaseDate", "state", "reservedResourceType"]);
    assert_eq!(missing(web), ["id", "customer"]);
    let quote = web.request(day(TODAY), "azure-2026-08").unwrap().case();
    assert_eq!(quote.unwrap().units, 4);
    // As soon as a file lists reservations, purchases make none.
    assert_eq!(crate::portfolio(&["transactions.csv", "portal.csv"]).reservations.len(), 3);
}

/// A list and a purchase that differ in the plan: each amount is read as the purchase says what it is.
#[test]
fn an_amount_is_of_the_plan_of_its_purchase() {
    let list = |plan: &str| {
        format!(
            "Name,Reservation Id,Reservation order Id,Status,Expiration date,Purchase date,Term,Type,Product name,\
             Region,Quantity,Billing plan\nweb,aaaaaaaa-0000-4000-8000-000000000001,\
             bbbbbbbb-0000-4000-8000-000000000001,Succeeded,2027-02-10,2024-02-10,P3Y,VirtualMachines,\
             Standard_D2s_v5,westeurope,4,{plan}\n"
        )
    };
    let web = |plan: &str, transactions: &str| {
        let portfolio = portfolio(&[&list(plan), transactions]);
        let web = by_id(&portfolio, "1").clone();
        let conflicts: Vec<_> =
            web.conflicts.iter().map(|it| (it.field, it.other.clone())).collect();
        (field(&web, "unitPrice"), field(&web, "instalment"), conflicts)
    };
    let (once, monthly) =
        (file("transactions.csv"), file("transactions.csv").replace("OneTime", "Recurring"));
    let price = |price: &str| Some(price.to_owned());
    assert_eq!(web("Upfront", once), (price("1200"), None, vec![]));
    let plan = |plan: &str| vec![("billingPlan", plan.to_owned())];
    assert_eq!(web("Monthly", once), (price("1200"), None, plan("Upfront")));
    let read = (price("43200"), price("1200"), plan("Monthly"));
    assert_eq!(web("Upfront", &monthly), read);
    // Rounded once: three units for 50.00 a month.
    let third = monthly.replace("4800.00", "50.00").replace(",,4,", ",,3,");
    assert_eq!(web("Monthly", &third), (price("600"), price("16.6666666667"), vec![]));
    let other_term = once.replace(",web,P3Y", ",web,P1Y");
    assert_eq!(web("Upfront", &other_term).2, [("term", "P1Y".to_owned())]);
}

/// The row of any month is a purchase: no term runs from its day.
#[test]
fn an_instalment_is_no_day_of_purchase() {
    let portfolio = portfolio(&["transactions.csv"]);
    let database = &portfolio.reservations[1];
    assert_eq!(field(database, "billingPlan").as_deref(), Some("Monthly"));
    assert_eq!((database.known.purchase_date, database.known.expires_on()), (None, None));
    assert!(missing(database).contains(&"purchaseDate"));
    assert!(database.guesses.iter().all(|guess| guess.field != "purchaseDate"));
}

/// Without their days nobody knows whether two of the same amount are one.
#[test]
fn returns_without_a_day_are_neither_one_nor_two() {
    let returned = |day: &str| {
        let line = file("transactions.csv").lines().nth(1).expect("a purchase").to_owned();
        let line = line.replace("Purchase", "Refund").replace("4800.00", "1200");
        line.replace("02/10/2024", day).replace(",,4,", ",,1,") + "\n"
    };
    let head = file("transactions.csv").lines().next().expect("a header").to_owned() + "\n";
    let check = |one: &str, other: &str, quantity: Option<u32>| {
        let (one, other) = (head.clone() + &returned(one), head.clone() + &returned(other));
        let portfolio = portfolio(&["transactions.csv", &one, &other]);
        assert_eq!(portfolio.reservations[0].known.quantity, quantity);
        portfolio.notes.iter().any(|note| note.contains("stand in an earlier file"))
    };
    assert!(!check("02/28/2026", "03/31/2026", Some(2)));
    assert!(check("02/28/2026", "02/28/2026", Some(3)));
    assert!(!check("", "", None));
}

#[test]
fn units_that_were_returned_are_not_owned() {
    let refund = |units: &str| {
        let line = file("transactions.csv")
            .lines()
            .nth(1)
            .unwrap()
            .replace("Purchase", "Refund")
            .replace(",,4,", &format!(",,{units},"));
        portfolio(&[&format!("{}{line}\n", file("transactions.csv"))]).reservations.remove(0)
    };
    assert_eq!(refund("1").known.quantity, Some(3));
    assert_eq!(refund("4").known.state.as_deref(), Some("Cancelled"));
    assert_eq!(refund("").known.quantity, None);
}

/// One return that the transactions, an invoice and actual cost tell of, each on the day on which they booked it.
#[test]
fn units_that_several_documents_say_were_returned_are_subtracted_once() {
    let order = "bbbbbbbb-0000-4000-8000-000000000001";
    let booked = |event: &str, day: &str, amount: &str| {
        let line = file("transactions.csv").lines().nth(1).expect("a purchase").to_owned();
        let line =
            line.replace("Purchase", event).replace("02/10/2024", day).replace(",,4,", ",,1,");
        line.replace("4800.00", amount) + "\n"
    };
    let invoice = |day: &str, amount: &str| {
        format!(
            "CustomerId,CustomerName,InvoiceNumber,OrderDate,ChargeType,ProductName,Quantity,Subtotal,Currency,\
             ReservationOrderId\n,,1,{day},cancelImmediate,Reserved VM Instance,1,-{amount},EUR,{order}\n"
        )
    };
    let cost = format!(
        "Date,ChargeType,ReservationId,ReservationName,Quantity,CostInBillingCurrency,BillingCurrency,MeterId\n\
         07/20/2026,Refund,{order},web,1,-600,EUR,m\n"
    );
    let (less, once) = ("those that were returned", "on different days counts once");
    let check = |files: &[&str], quantity: Option<u32>, why: &str| {
        let returned =
            booked("Cancel", "06/30/2026", "600") + &booked("Refund", "06/30/2026", "600");
        let transactions = format!("{}{returned}", file("transactions.csv"));
        let portfolio = portfolio(&[&[transactions.as_str()], files].concat());
        let web = &portfolio.reservations[0];
        assert_eq!(web.known.quantity, quantity, "{files:?}");
        let reasons = web.guesses.iter().filter(|guess| guess.field == "quantity");
        let reasons: Vec<&str> = reasons.map(|guess| guess.reason.as_str()).collect();
        assert!(matches!(reasons[..], [reason] if reason.ends_with(why)), "{reasons:?}");
    };
    check(&[], Some(3), less);
    check(&[&invoice("6/30/2026", "600")], Some(3), less);
    check(&[&invoice("7/15/2026", "600")], Some(3), once);
    check(&[&invoice("7/15/2026", "600"), &cost], Some(3), once);
    // Months later it is another one.
    check(&[&invoice("11/15/2026", "600")], Some(2), less);
    // As many units for other money may be either.
    check(&[&invoice("7/15/2026", "580")], None, "do not say how many");
}

#[test]
fn past_returns_count_against_the_cap_of_their_customer() {
    let rates = [("EUR".to_owned(), "1.1".parse().unwrap())].into();
    let alone = portfolio(&["portal.csv", "transactions.csv"]);
    let ledgers = alone.ledgers(day(TODAY), &rates);
    let entries = ledgers.of(by_id(&alone, "1"));
    let usd: Vec<_> = entries.iter().filter_map(|entry| entry.usd.as_deref()).collect();
    assert_eq!((usd, ledgers.uncounted), (vec!["21", "5000"], 0));
    // A year later nothing counts any more.
    assert!(alone.ledgers(day("2027-07-31"), &rates).of(by_id(&alone, "1")).is_empty());
    // With customers in the files, a return of nobody knows whom counts for none, and is told.
    let with = portfolio(&["portal.csv", "transactions.csv", "focus.csv"]);
    let ledgers = with.ledgers(day(TODAY), &rates);
    assert!(ledgers.of(by_id(&with, "1")).is_empty());
    assert_eq!(ledgers.uncounted, 2);
}

/// A return that the transactions, an invoice and actual cost tell of.
#[test]
fn a_return_in_two_documents_counts_once() {
    let rates = [("EUR".to_owned(), "1.1".parse().unwrap())].into();
    let header = "EventType,EventDate,Amount,Currency,Quantity,ReservationOrderId\n";
    let order = "bbbbbbbb-0000-4000-8000-000000000001";
    let booked = format!(
        "{header}Refund,2026-06-30,100.00,EUR,1,{order}\nRefund,2026-06-30,100.00,EUR,1,{order}\n"
    );
    let invoice = |day: &str, quantity: &str| {
        format!(
            "CustomerId,CustomerName,InvoiceNumber,OrderDate,ChargeType,ProductName,Quantity,Subtotal,Currency,\
             ReservationOrderId\n,,1,{day},cancelImmediate,Reserved VM Instance,{quantity},-100,EUR,{order}\n"
        )
    };
    let check = |invoice: &str, expect: usize, expect_twice: &[(u64, u64, bool)]| {
        let portfolio = portfolio(&["portal.csv", &booked, invoice]);
        let ledgers = portfolio.ledgers(day(TODAY), &rates);
        assert_eq!(ledgers.of(by_id(&portfolio, "1")).len(), expect, "{invoice}");
        let twice = ledgers.told_twice.iter();
        let twice: Vec<_> =
            twice.map(|it| (it.place.line, it.first.line, it.may_be_another)).collect();
        assert_eq!(twice, expect_twice, "{invoice}");
    };
    check(&invoice("6/30/2026", "1"), 2, &[(2, 2, false)]);
    check(&invoice("7/15/2026", "1"), 3, &[(2, 2, true)]);
    check(&invoice("6/30/2026", "2"), 3, &[]);
}

/// The transactions tell of one return in two rows.
#[test]
fn a_cancel_and_a_refund_of_one_return_count_once() {
    let rates = [("EUR".to_owned(), "1.1".parse().unwrap())].into();
    let header = "EventType,EventDate,Amount,Currency,Quantity,ReservationOrderId\n";
    let order = "bbbbbbbb-0000-4000-8000-000000000001";
    let row = |event: &str, day: &str, amount: &str, quantity: &str| {
        format!("{event},{day},{amount},EUR,{quantity},{order}\n")
    };
    let check = |rows: &[String], expect: usize, expect_twice: &[(u64, u64, bool)]| {
        let booked = format!("{header}{}", rows.concat());
        let portfolio = portfolio(&["portal.csv", &booked]);
        let ledgers = portfolio.ledgers(day(TODAY), &rates);
        assert_eq!(ledgers.of(by_id(&portfolio, "1")).len(), expect, "{booked}");
        let twice = ledgers.told_twice.iter();
        let twice: Vec<_> =
            twice.map(|it| (it.place.line, it.first.line, it.may_be_another)).collect();
        assert_eq!(twice, expect_twice, "{booked}");
    };
    let day = "2026-06-30";
    let cancel = row("Cancel", day, "-100.00", "1");
    let refund = row("Refund", day, "100.00", "1");
    check(&[cancel.clone(), refund.clone()], 1, &[(3, 2, false)]);
    check(&[refund.clone(), cancel.clone()], 1, &[(3, 2, false)]);
    // Two of one kind are two returns.
    check(&[cancel.clone(), cancel.clone(), refund.clone()], 2, &[(4, 2, false)]);
    check(&[refund.clone(), refund.clone()], 2, &[]);
    // What only may be one counts twice, and is told.
    check(&[cancel.clone(), row("Refund", "2026-07-02", "100", "1")], 2, &[(3, 2, true)]);
    check(&[cancel.clone(), row("Refund", day, "100", "")], 2, &[(3, 2, true)]);
    check(&[cancel.clone(), row("Refund", day, "100", "2")], 2, &[]);
    check(&[cancel, row("Refund", day, "99", "1")], 2, &[]);
}

#[test]
fn what_stands_in_several_files_counts_once_and_is_told() {
    let files = ["portal.csv", "transactions.csv"];
    let once = portfolio(&files);
    let twice = portfolio(&[files[0], files[1], files[0], files[1]]);
    assert_eq!(once.reservations.len(), twice.reservations.len());
    assert_eq!(once.transactions.len(), twice.transactions.len());
    let (rows, transactions) = (once.reservations.len(), once.transactions.len());
    assert!(once.notes.iter().all(|note| !note.contains("once")), "{:?}", once.notes);
    for note in [
        format!(
            "{rows} rows tell of reservations that other rows tell of as well; each reservation counts once"
        ),
        format!("{transactions} transactions stand in an earlier file as well; each counts once"),
    ] {
        assert!(twice.notes.contains(&note), "{:?}", twice.notes);
    }
}

/// Two reservations of one order are returned on one day, and each file tells of one of them.
#[test]
fn returns_of_two_reservations_in_two_files_are_two() {
    let cost = |reservation: &str| {
        format!(
            "ChargeCategory,ChargeClass,BilledCost,BillingCurrency,PricingQuantity,ChargePeriodStart,CommitmentDiscountId\n\
             Purchase,Correction,-100,EUR,-1,2026-11-02T00:00Z,/providers/Microsoft.Capacity/reservationOrders/\
             bbbbbbbb-0000-4000-8000-000000000001{reservation}\n"
        )
    };
    let of = |end: u32| cost(&format!("/reservations/aaaaaaaa-0000-4000-8000-{end:012}"));
    let count = |files: &[&str]| portfolio(files).transactions.len();
    assert_eq!(count(&[&of(1), &of(2)]), 2);
    assert_eq!(count(&[&of(1), &of(1)]), 1);
    // Where one of them names its order only it may be the same.
    assert_eq!(count(&[&of(1), &cost("")]), 1);
}

/// An invoice says of a purchase whose it is and what its month was worth, whatever else tells of the money.
#[test]
fn another_document_about_the_same_money_is_not_dropped() {
    let order = "bbbbbbbb-0000-4000-8000-000000000001";
    let booked = format!(
        "EventType,EventDate,Amount,Currency,Quantity,ReservationOrderId,ArmSkuName\n\
         Purchase,2024-02-10,4800,EUR,4,{order},Standard_D2s_v5\n"
    );
    let invoice = format!(
        "CustomerId,CustomerName,InvoiceNumber,OrderDate,ChargeType,ProductName,Quantity,Subtotal,Currency,\
         ReservationOrderId\n,Contoso,G1,2/10/2024,new,Reserved VM Instance,4,4800,EUR,{order}\n"
    );
    for files in [[&booked, &invoice], [&invoice, &booked]] {
        let together = portfolio(&files.map(String::as_str));
        let [reservation] = &together.reservations[..] else { panic!("{together:?}") };
        assert_eq!(field(reservation, "customer").as_deref(), Some("Contoso"));
        assert_eq!(field(reservation, "sku").as_deref(), Some("Standard_D2s_v5"));
        assert_eq!((together.transactions.len(), together.notes.len()), (2, 0));
    }
}

#[test]
fn an_import_tells_what_it_would_change() {
    let before = portfolio(&["portal.csv"]);
    let same = changes(&before.reservations, &portfolio(&["portal.csv"]).reservations);
    assert!(same.iter().all(|change| *change == Change::Unchanged));
    let after = portfolio(&["portal.csv", "transactions.csv", "az-list.json"]);
    let found = changes(&before.reservations, &after.reservations);
    let Change::Changed(fields) = &found[0] else { panic!("{found:?}") };
    let names: Vec<&str> = fields.iter().map(|change| change.field).collect();
    assert_eq!(names, ["unitPrice", "currencyCode", "billingPlan"]);
    assert_eq!(found.iter().filter(|change| **change == Change::New).count(), 3);
    // What the files do not say is not taken away.
    assert_eq!(changes(&after.reservations, &before.reservations)[0], Change::Unchanged);
}

/// Rows without any id are as many as the file with the most of them has, as transactions are.
#[test]
fn equal_rows_without_ids_in_two_files_are_one() {
    let head = "Name,Status,Expiration date,Purchase date,Type,Product name,Region,Quantity\n";
    let row = "web,Succeeded,2027-02-10,2024-02-10,VirtualMachines,Standard_D2s_v5,westeurope,4\n";
    let (one, two) = (format!("{head}{row}"), format!("{head}{row}{row}"));
    let other = one.replace(",4\n", ",3\n");
    let count = |files: &[&str]| {
        let portfolio = portfolio(files);
        let told = |what| portfolio.notes.iter().filter(|note| note.contains(what)).count();
        let repeated = told("each reservation counts once");
        (portfolio.reservations.len(), repeated, told("each counts as a reservation of its own"))
    };
    assert_eq!(count(&[&one]), (1, 0, 0));
    assert_eq!(count(&[&two]), (2, 0, 0));
    assert_eq!(count(&[&one, &one]), (1, 1, 0));
    assert_eq!(count(&[&one, &two]), (2, 1, 0));
    assert_eq!(count(&[&two, &one, &two]), (2, 1, 0));
    // Nobody can tell whether something else that differs has changed; it is told.
    assert_eq!(count(&[&one, &other]), (2, 0, 1));
    assert_eq!(count(&[&one, &one.replace("Succeeded", "Expiring")]), (2, 0, 1));
    assert_eq!(count(&[&one, &one.replace("web,", "db,")]), (2, 0, 0));
    // A name without a day is too little.
    let undated = one.replace("2027-02-10,2024-02-10", ",");
    assert_eq!(count(&[&undated, &undated]), (2, 0, 1));
    assert_eq!(count(&[&undated, &one]), (2, 0, 0));
}

/// A list of one reservation beside which use differs from day to day.
#[test]
fn a_later_export_of_a_row_without_ids_adds_what_was_used() {
    let of = |used: &str| {
        format!(
            "Name,Status,Expiration date,Product name,Quantity,Utilization % 7 Day\n\
             web,Succeeded,2027-02-10,Standard_D2s_v5,4,{used}\n"
        )
    };
    let portfolio = portfolio(&[&of("0"), &of("55")]);
    let [web] = portfolio.reservations.as_slice() else { panic!("{portfolio:?}") };
    assert_eq!(web.known.used, Some(true));
}

/// Whole years between the dates are the term, as a guess; what another file states goes before it.
#[test]
fn dates_tell_a_term_that_no_file_states() {
    let list = |bought: &str, ends: &str| {
        format!(
            "Name,Reservation Id,Reservation order Id,Status,Purchase date,Expiration date,Quantity\n\
             web,aaaaaaaa-0000-4000-8000-000000000001,bbbbbbbb-0000-4000-8000-000000000002,Succeeded,{bought},\
             {ends},2\n"
        )
    };
    let term = |files: &[&str]| {
        let portfolio = portfolio(files);
        let web = &portfolio.reservations[0];
        let is_guess = web.guesses.iter().any(|guess| guess.field == "term");
        (web.known.term.clone(), is_guess)
    };
    let of = |bought: &str, ends: &str| term(&[&list(bought, ends)]);
    assert_eq!(of("2024-02-10", "2027-02-10"), (Some("P3Y".to_owned()), true));
    assert_eq!(of("2024-02-29", "2025-03-01"), (Some("P1Y".to_owned()), true));
    assert_eq!(of("2024-02-10", "2027-02-20"), (None, false));
    assert_eq!(of("2024-02-10", "2026-02-10"), (None, false));
    let stated = term(&[&list("2025-12-01", "2028-12-01"), "transactions.csv"]);
    assert_eq!(stated, (Some("P1Y".to_owned()), false));
}

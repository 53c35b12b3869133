//! What was joined becomes what comes in.

use imports::{Intake, Portfolio, parts};
use portfolio::files::{BulkAnswer, By, Field, Suggestion, Why, Window};
use portfolio::intake::{BookingDocument, BookingEvent, InvoiceIntake, ReservationIntake};

use crate::portfolio;

const ALL: Window = Window { skip: 0, take: usize::MAX };

fn answer(field: Field, by: By, key: &str, value: &str) -> BulkAnswer {
    BulkAnswer { field, by, key: key.to_owned(), value: value.to_owned() }
}

/// Everything that was found comes in, or is left out with its reason.
pub(crate) fn is_whole(portfolio: &Portfolio, answers: &[BulkAnswer]) -> Intake {
    let intake = portfolio.intake(answers, &[]);
    let reservations: usize = intake.customers.iter().map(|it| it.reservations.len()).sum();
    assert_eq!(reservations, portfolio.reservations.len());
    let bookings: usize = intake.customers.iter().map(|it| it.bookings.len()).sum();
    assert_eq!(bookings + intake.left_out.len(), portfolio.transactions.len());
    let mut tenants: Vec<_> =
        intake.customers.iter().filter_map(|it| it.tenant_id.as_ref()).collect();
    tenants.sort();
    tenants.dedup();
    let with_tenant = intake.customers.iter().filter(|it| it.tenant_id.is_some()).count();
    assert_eq!(tenants.len(), with_tenant, "each customer once");
    let guesses = portfolio.reservations.iter().flat_map(|it| &it.guesses);
    guesses.for_each(|guess| crate::is_known(&guess.reason));
    portfolio.notes.iter().for_each(|note| crate::is_known(note));
    let told = intake.left_out.iter().chain(&intake.assumed);
    told.for_each(|(_, reason)| crate::is_known(reason));
    intake
}

fn reservation<'a>(intake: &'a Intake, end: &str) -> &'a ReservationIntake {
    let mut all = intake.customers.iter().flat_map(|customer| &customer.reservations);
    let is_it = |it: &&ReservationIntake| it.id.as_ref().is_some_and(|id| id.ends_with(end));
    all.find(is_it).unwrap_or_else(|| panic!("{end} is not among {intake:?}"))
}

fn missing(intake: &Intake, field: Field) -> u64 {
    intake.missing.iter().find(|it| it.field == field).map_or(0, |it| it.without)
}

#[test]
fn what_files_say_comes_in_with_its_source() {
    let portfolio = portfolio(&["portal.csv", "transactions.csv"]);
    let intake = is_whole(&portfolio, &[]);
    let web = reservation(&intake, "1");
    assert_eq!((web.source.file.as_str(), web.source.line), ("file", 2));
    assert_eq!(web.order_id.as_deref(), Some("bbbbbbbb-0000-4000-8000-000000000001"));
    assert_eq!(web.unit_price.as_deref(), Some("1200"));
    assert_eq!(web.currency_code.as_deref(), Some("EUR"));
    assert_eq!(web.billing_plan.as_deref(), Some("Upfront"));
    assert_eq!(web.purchase_date.as_deref(), Some("2024-02-10"));
    assert_eq!((web.quantity, web.used), (Some(4), Some(true)));
    assert!(web.guesses.is_empty());
    // Nobody's, until somebody says whose they are.
    let [nobody] = intake.customers.as_slice() else { panic!("one customer") };
    assert_eq!((&nobody.tenant_id, &nobody.name), (&None, &None));
    assert_eq!(missing(&intake, Field::Customer), 3);
    let amounts: Vec<_> =
        nobody.bookings.iter().map(|it| (it.event, it.amount.as_str(), it.date.as_str())).collect();
    assert_eq!(
        amounts,
        [
            (BookingEvent::Purchase, "4800", "2024-02-10"),
            (BookingEvent::Purchase, "1200.4", "2025-12-31"),
        ]
    );
    let reasons: Vec<_> = intake.left_out.iter().map(|(place, why)| (place.line, *why)).collect();
    let whose = "no file says whose it is";
    assert_eq!(reasons, [(4, whose), (5, whose)], "returns of orders that no file lists");
    let answered = [answer(Field::Customer, By::All, "", "Contoso")];
    let intake = is_whole(&portfolio, &answered);
    assert_eq!((intake.customers[0].bookings.len(), intake.left_out.len()), (4, 0));
    assert_eq!(intake.assumed, [], "that was the answer for everything");
    let products = ["Standard_D2s_v5 · westeurope · P3Y", "Standard_B2s · westeurope · P1Y"];
    let products = products.into_iter().chain(["SQLDB_GP_Compute_Gen5 · northeurope · P1Y"]);
    let of_lists: Vec<_> =
        products.map(|product| answer(Field::Customer, By::Product, product, "Contoso")).collect();
    let intake = is_whole(&portfolio, &of_lists);
    let only = "no file says whose it is, and there is one customer only";
    let assumed: Vec<_> = intake.assumed.iter().map(|(place, why)| (place.line, *why)).collect();
    assert_eq!(assumed, [(4, only), (5, only)]);
}

#[test]
fn a_booking_keeps_what_an_invoice_says_beside_the_amount() {
    let portfolio = portfolio(&["portal.csv", "invoice.csv", "transactions.csv"]);
    let intake = is_whole(&portfolio, &[]);
    let bookings = || intake.customers.iter().flat_map(|customer| &customer.bookings);
    let mut of_invoice = bookings().filter(|it| it.document == Some(BookingDocument::Invoice));
    let invoice = of_invoice.next().and_then(|it| it.invoice.clone()).expect("an invoice");
    let stated = InvoiceIntake {
        number: Some("G000000001".to_owned()),
        total: Some("250.5".to_owned()),
        pricing_currency: Some("USD".to_owned()),
        exchange_rate: Some("0.91".to_owned()),
    };
    assert_eq!(invoice, stated);
    let others: Vec<_> = bookings().filter(|it| it.invoice.is_none()).collect();
    assert!(!others.is_empty());
    assert!(others.iter().all(|it| it.document == Some(BookingDocument::Transactions)));
}

#[test]
fn the_closest_answer_is_meant() {
    let portfolio = portfolio(&["portal.csv"]);
    let product = "Standard_D2s_v5 · westeurope · P3Y";
    let intake = is_whole(
        &portfolio,
        &[
            answer(Field::Customer, By::File, "file", "Contoso"),
            answer(Field::CurrencyCode, By::All, "", "EUR"),
            answer(Field::BillingPlan, By::All, "", "Upfront"),
            answer(Field::BillingPlan, By::Product, product, "Monthly"),
            answer(Field::UnitPrice, By::Product, product, "1200.50"),
            answer(Field::UnitPrice, By::All, "", "a lot"),
        ],
    );
    let web = reservation(&intake, "1");
    assert_eq!(web.billing_plan.as_deref(), Some("Monthly"));
    assert_eq!(web.unit_price.as_deref(), Some("1200.5"));
    assert_eq!(
        web.guesses.iter().find(|it| it.field == "unitPrice").unwrap().reason,
        "answered for all reservations of the product"
    );
    let database = reservation(&intake, "2");
    assert_eq!(database.billing_plan.as_deref(), Some("Upfront"));
    assert_eq!(database.unit_price, None, "what is no price is no answer");
    assert_eq!(missing(&intake, Field::UnitPrice), 2);
    assert_eq!(missing(&intake, Field::Customer), 0);
    let [contoso] = intake.customers.as_slice() else { panic!("one customer") };
    assert_eq!(contoso.name.as_deref(), Some("Contoso"));
}

#[test]
fn an_answer_gives_way_to_what_a_file_says() {
    let portfolio = portfolio(&["portal.csv", "transactions.csv"]);
    let answers = [
        answer(Field::CurrencyCode, By::All, "", "USD"),
        answer(Field::UnitPrice, By::All, "", "1"),
    ];
    let intake = is_whole(&portfolio, &answers);
    let web = reservation(&intake, "1");
    assert_eq!(web.unit_price.as_deref(), Some("1200"));
    assert_eq!(web.currency_code.as_deref(), Some("EUR"));
    assert!(web.guesses.is_empty());
    let old = reservation(&intake, "3");
    assert_eq!(old.currency_code.as_deref(), Some("USD"));
}

#[test]
fn a_plan_that_is_answered_turns_an_amount_into_a_price() {
    let transactions = crate::file("transactions.csv").replace("OneTime", "");
    let portfolio = portfolio(&["portal.csv", &transactions]);
    assert_eq!(reservation(&portfolio.intake(&[], &[]), "1").unit_price, None);
    let intake = is_whole(&portfolio, &[answer(Field::BillingPlan, By::All, "", "Upfront")]);
    let web = reservation(&intake, "1");
    assert_eq!(web.unit_price.as_deref(), Some("1200"));
    assert_eq!(web.currency_code.as_deref(), Some("EUR"));
}

#[test]
fn a_name_and_its_tenant_are_one_customer() {
    let tenant = "eeeeeeee-0000-4000-8000-000000000001";
    let portfolio = portfolio(&["portal.csv", "customers.csv"]);
    for value in ["fabrikam,  LTD", tenant] {
        let intake = is_whole(&portfolio, &[answer(Field::Customer, By::All, "", value)]);
        let fabrikam = &intake.customers[0];
        assert_eq!(fabrikam.tenant_id.as_deref(), Some(tenant));
        assert_eq!(fabrikam.name.as_deref(), Some("Fabrikam, Ltd"));
        assert_eq!(fabrikam.reservations.len(), 3, "{value}");
        assert_eq!(intake.customers.len(), 2, "and one without reservations");
    }
}

#[test]
fn a_transaction_that_cannot_be_kept_is_named() {
    let portfolio = portfolio(&["az-list.json", "invoice.csv"]);
    let intake = is_whole(&portfolio, &[]);
    let [(place, reason)] = intake.left_out.as_slice() else { panic!("{:?}", intake.left_out) };
    assert_eq!((place.file, place.line), (1, 4));
    assert!(reason.starts_with("its product does not say"));
}

#[test]
fn reservations_are_asked_for_in_groups() {
    let portfolio = portfolio(&["portal.csv", "transactions.csv"]);
    let (groups, count) = portfolio.groups(Field::Customer, By::File, ALL);
    assert_eq!((count, groups[0].key.as_str(), groups[0].without), (1, "file", 3));
    assert_eq!(groups[0].suggestion, None);
    // The two that have a currency have the same one.
    let (groups, _) = portfolio.groups(Field::CurrencyCode, By::All, ALL);
    let euro = Suggestion { value: "EUR".to_owned(), why: Why::OnlyOneInFiles };
    assert_eq!(groups[0].suggestion, Some(euro));
    // A price of one product is none of another.
    let (groups, count) = portfolio.groups(Field::UnitPrice, By::Product, ALL);
    assert_eq!((count, groups[0].key.as_str()), (1, "Standard_B2s · westeurope · P1Y"));
    assert_eq!(groups[0].suggestion, None);
    assert_eq!(portfolio.groups(Field::UnitPrice, By::Product, Window { skip: 1, take: 5 }).0, []);
}

#[test]
fn parts_have_everything_once() {
    let portfolio = portfolio(&["portal.csv", "transactions.csv", "customers.csv", "az-list.json"]);
    let intake = portfolio.intake(&[], &[]);
    let whole = |cut: &[Vec<portfolio::intake::CustomerIntake>]| {
        let customers = || cut.iter().flatten();
        let mut ids: Vec<String> =
            customers().flat_map(|it| &it.reservations).map(|it| format!("{it:?}")).collect();
        ids.extend(customers().flat_map(|it| &it.bookings).map(|it| format!("{it:?}")));
        ids.extend(customers().filter_map(|it| it.tenant_id.clone()));
        ids.sort();
        ids
    };
    let one = parts(intake.customers.clone(), usize::MAX);
    assert_eq!(one.len(), 1);
    for bytes in [1, 1_000, 2_000] {
        let cut = parts(intake.customers.clone(), bytes);
        assert!(cut.len() > 1 && cut.iter().all(|part| !part.is_empty()));
        let mut together = whole(&cut);
        together.dedup();
        assert_eq!(together, whole(&one), "{bytes}");
    }
    assert_eq!(parts(Vec::new(), 10).len(), 0);
}

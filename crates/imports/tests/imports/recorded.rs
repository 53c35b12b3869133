//! What the records know is not asked again, and who a customer is where files and records disagree.

use calculator::{BillingPlan, Currency, ProvisioningState, ResourceType, Term};
use imports::{Intake, Portfolio};
use portfolio::columns::{Block, Origin, Row, Standing, join_blocks};
use portfolio::files::{BulkAnswer, By, Decision, Field, Recorded, Window};
use portfolio::intake::{BookingEvent, CustomerIntake, tenant_of_name};

use crate::{by_id, file, portfolio};

const CONTOSO: &str = "eeeeeeee-0000-4000-8000-00000000000c";
const FABRIKAM: &str = "eeeeeeee-0000-4000-8000-000000000001";
const ALL: Window = Window { skip: 0, take: usize::MAX };

fn guid(kind: char, number: u32) -> String {
    format!("{0}{0}{0}{0}{0}{0}{0}{0}-0000-4000-8000-{number:012}", kind)
}

/// A reservation as the records have it, with everything that is needed of it.
fn row(number: u32) -> Row {
    Row {
        standing: Standing::Record,
        reservation_id: guid('a', number),
        order_id: guid('b', number),
        name: format!("web {number}"),
        sku: "Standard_D2s_v5".to_owned(),
        region: "westeurope".to_owned(),
        resource_type: Some(ResourceType::VirtualMachines),
        quantity: Some(4),
        original_quantity: Some(4),
        term: Some(Term::parse("P3Y").expect("a term")),
        billing_plan: Some(BillingPlan::Monthly),
        currency: Some(Currency::parse("EUR").expect("a currency")),
        unit_price: Some("1234.5".parse().expect("a price")),
        instalment: None,
        current_unit_price: None,
        purchase_date: Some("2024-02-10".parse().expect("a day")),
        expiry_date: None,
        state: None,
        used: None,
        received_in_exchange: false,
    }
}

fn block(tenant: &str, name: &str, rows: Vec<Row>) -> Vec<u8> {
    let (tenant_id, name) = (tenant.to_owned(), name.to_owned());
    let unreadable = Vec::new();
    Block { tenant_id, name, origin: Origin::Own, ledger: None, rows, unreadable }.encode()
}

fn learn(portfolio: &mut Portfolio, blocks: &[Vec<u8>]) -> Vec<String> {
    portfolio.learn(&join_blocks(blocks.iter().map(Vec::as_slice))).expect("blocks")
}

fn missing(portfolio: &Portfolio) -> Vec<(Field, u64, u64, u64)> {
    let missing = portfolio.missing().into_iter();
    missing.map(|it| (it.field, it.without, it.guessed, it.transactions)).collect()
}

fn customer<'a>(intake: &'a Intake, name: &str) -> &'a CustomerIntake {
    let found = intake.customers.iter().find(|it| it.name.as_deref() == Some(name));
    found.unwrap_or_else(|| panic!("{name} is not among {:?}", intake.customers))
}

#[test]
fn what_the_records_know_is_not_asked_and_not_said_again() {
    let mut portfolio = portfolio(&["portal.csv"]);
    let names = learn(&mut portfolio, &[block(CONTOSO, "Contoso", vec![row(1), row(2), row(3)])]);
    assert_eq!(names, ["Contoso"]);
    assert_eq!(missing(&portfolio), []);
    let recorded = |field| Recorded { field, reservations: 3 };
    let fields = [Field::Customer, Field::CurrencyCode, Field::BillingPlan, Field::UnitPrice];
    assert_eq!(portfolio.recorded(), fields.map(recorded));
    let intake = portfolio.intake(&[], &[]);
    let contoso = customer(&intake, "Contoso");
    assert_eq!((contoso.tenant_id.as_deref(), contoso.reservations.len()), (Some(CONTOSO), 3));
    for facts in &contoso.reservations {
        assert_eq!(
            (&facts.unit_price, &facts.currency_code, &facts.billing_plan),
            (&None, &None, &None)
        );
        assert!(facts.guesses.is_empty() && facts.term.is_some() && !facts.is_decided);
    }
}

#[test]
fn what_the_records_lack_is_asked_all_the_same() {
    let mut portfolio = portfolio(&["portal.csv"]);
    let open = Row { unit_price: None, standing: Standing::Incomplete, ..row(1) };
    learn(&mut portfolio, &[block(CONTOSO, "Contoso", vec![open, row(2)])]);
    // The third one is nowhere.
    let expected = [
        (Field::Customer, 1, 0, 0),
        (Field::CurrencyCode, 1, 0, 0),
        (Field::BillingPlan, 1, 0, 0),
        (Field::UnitPrice, 2, 0, 0),
    ];
    assert_eq!(missing(&portfolio), expected);
    let suggestion = &portfolio.groups(Field::Customer, By::All, ALL).0[0].suggestion;
    assert_eq!(suggestion.as_ref().map(|it| it.value.as_str()), Some("Contoso"));
}

#[test]
fn a_plan_of_the_records_turns_what_was_charged_into_a_price() {
    let transactions = file("transactions.csv").replace("OneTime", "");
    let mut portfolio = portfolio(&["portal.csv", &transactions]);
    let open = Row { unit_price: None, currency: None, standing: Standing::Incomplete, ..row(1) };
    let open = Row { billing_plan: Some(BillingPlan::Upfront), ..open };
    learn(&mut portfolio, &[block(CONTOSO, "Contoso", vec![open])]);
    let web = by_id(&portfolio, "000000000001");
    assert_eq!(web.known.unit_price.map(|it| it.to_string()).as_deref(), Some("1200"));
    let intake = portfolio.intake(&[], &[]);
    let facts = &customer(&intake, "Contoso").reservations[0];
    assert_eq!((facts.unit_price.as_deref(), &facts.billing_plan), (Some("1200"), &None));
}

#[test]
fn a_guess_of_the_files_is_sent_and_not_asked_about() {
    let mut portfolio = portfolio(&["portal.csv", "retail.json"]);
    learn(&mut portfolio, &[block(CONTOSO, "Contoso", vec![row(1), row(2), row(3)])]);
    assert_eq!(missing(&portfolio), []);
    let intake = portfolio.intake(&[], &[]);
    let facts = &customer(&intake, "Contoso").reservations[0];
    // Whether it counts is told by what the record has it from.
    assert_eq!(facts.unit_price.as_deref(), Some("1500.25"));
    assert!(facts.guess("unitPrice").is_some());
    // The only customer of the files is a guess that the records correct.
    let one: String =
        file("customers.csv").lines().take(2).map(|line| format!("{line}\n")).collect();
    let mut portfolio = crate::portfolio(&["portal.csv", &one]);
    learn(&mut portfolio, &[block(CONTOSO, "Contoso", vec![row(1)])]);
    let names = |end| by_id(&portfolio, end).known.customer.as_ref().and_then(|it| it.name.clone());
    assert_eq!(names("000000000001").as_deref(), Some("Contoso"));
    assert_eq!(names("000000000002").as_deref(), Some("Fabrikam, Ltd"));
    assert_eq!(portfolio.disputes(ALL).1, 0);
}

#[test]
fn the_demonstration_and_what_cannot_be_read_know_nothing() {
    let mut portfolio = portfolio(&["portal.csv"]);
    let before = missing(&portfolio);
    let invented = Block {
        tenant_id: CONTOSO.to_owned(),
        name: "Contoso".to_owned(),
        origin: Origin::Demonstration,
        ledger: None,
        rows: vec![row(1)],
        unreadable: Vec::new(),
    };
    let mut damaged = block(CONTOSO, "Contoso", vec![row(1)]);
    *damaged.last_mut().expect("a byte") ^= 1;
    assert_eq!(learn(&mut portfolio, &[invented.encode(), damaged, Vec::new()]), [""; 0]);
    assert!(portfolio.learn(&[200, 1]).is_err());
    assert_eq!(missing(&portfolio), before);
}

#[test]
fn what_was_bought_of_a_known_order_is_no_other_reservation() {
    for (rows, units) in [
        (vec![row(1)], Some(4)),
        (vec![row(1), Row { reservation_id: guid('a', 9), ..row(1) }], None),
    ] {
        let mut portfolio = portfolio(&["transactions.csv"]);
        learn(&mut portfolio, &[block(CONTOSO, "Contoso", rows)]);
        let intake = portfolio.intake(&[], &[]);
        let facts = &customer(&intake, "Contoso").reservations[0];
        assert_eq!(facts.id.as_deref(), Some(guid('a', 1).as_str()));
        assert_eq!(facts.quantity, units);
        assert_eq!(facts.guess("quantity").is_some(), units.is_some());
    }
}

#[test]
fn a_return_of_a_known_order_is_its_customers() {
    let mut portfolio = portfolio(&["transactions.csv"]);
    learn(&mut portfolio, &[block(CONTOSO, "Contoso", vec![row(7)])]);
    assert_eq!(
        missing(&portfolio)[0],
        (Field::Customer, 2, 0, 1),
        "of the last nobody knows anything"
    );
    let intake = portfolio.intake(&[], &[]);
    let contoso = customer(&intake, "Contoso");
    let [cancel] = &contoso.bookings[..] else { panic!("{contoso:?}") };
    assert_eq!((cancel.event, cancel.amount.as_str()), (BookingEvent::Cancel, "21"));
}

#[test]
fn transactions_of_nobody_are_asked_for() {
    let portfolio = portfolio(&["portal.csv", "transactions.csv"]);
    assert_eq!(missing(&portfolio)[0], (Field::Customer, 3, 0, 2));
    let (groups, count) = portfolio.groups(Field::Customer, By::Product, ALL);
    let of_returns = groups.iter().find(|it| it.key == "Standard_B1s · westeurope · P1Y");
    assert_eq!((count, of_returns.map(|it| (it.without, it.transactions))), (4, Some((0, 2))));
    let answer = |by, key: &str, value: &str| BulkAnswer {
        field: Field::Customer,
        by,
        key: key.to_owned(),
        value: value.to_owned(),
    };
    let answers = [
        answer(By::Product, "Standard_B1s · westeurope · P1Y", "Small"),
        answer(By::File, "file", "Large"),
    ];
    let intake = crate::intake::is_whole(&portfolio, &answers);
    let counts = |name: &str| {
        let found = customer(&intake, name);
        (found.reservations.len(), found.bookings.len())
    };
    assert_eq!((counts("Small"), counts("Large")), ((0, 2), (3, 2)));
    assert_eq!((intake.left_out.len(), intake.assumed.len()), (0, 0));
    assert!(intake.missing.iter().all(|it| it.field != Field::Customer));
    // Of several customers none is assumed, and what nobody answers is named.
    let open = crate::intake::is_whole(&portfolio, &answers[..0]);
    assert_eq!(open.left_out.len(), 2);
    assert_eq!(open.missing[0].transactions, 2);
}

/// The list of the portal with a customer for each of its reservations.
fn portal_of(names: [&str; 3]) -> String {
    let mut text = file("portal.csv")
        .replace("Deep link to reservation\n", "Deep link to reservation,Customer\n");
    for (end, name) in ["/overview\n", ",0,0,0,\n", ",1,,,,\n"].into_iter().zip(names) {
        text = text.replace(end, &format!("{},{name}\n", end.trim_end()));
    }
    text
}

#[test]
fn two_customers_for_one_reservation_are_decided_in_bulk() {
    let one = portal_of(["Contoso", "Contoso", "Contoso"]);
    let other = portal_of(["Fabrikam", "fabrikam ", "CONTOSO"]);
    let portfolio = portfolio(&[&one, &other]);
    let (disputes, count) = portfolio.disputes(ALL);
    assert_eq!((count, disputes[0].reservations), (1, 2), "a name in other letters is the same");
    let claims: Vec<_> = disputes[0]
        .claims
        .iter()
        .map(|it| (it.name.as_str(), it.source.as_ref().map(|at| at.line), it.is_recorded))
        .collect();
    assert_eq!(claims, [("Contoso", Some(2), false), ("Fabrikam", Some(2), false)]);
    assert_eq!(disputes[0].first, "web");
    assert_eq!(portfolio.intake(&[], &[]).undecided, 2);
    let decision =
        Decision { dispute: disputes[0].key.clone(), claim: disputes[0].claims[1].key.clone() };
    let intake = portfolio.intake(&[], &[decision]);
    assert_eq!(intake.undecided, 0);
    assert_eq!(customer(&intake, "Fabrikam").reservations.len(), 2);
    assert_eq!(customer(&intake, "Contoso").reservations.len(), 1);
    let conflicts = portfolio.reservations.iter().flat_map(|it| &it.conflicts);
    assert!(conflicts.clone().all(|it| it.field == "customer") && conflicts.count() == 2);
}

#[test]
fn a_tenant_and_its_name_are_no_dispute() {
    let list = portal_of(["\"Fabrikam, Ltd\"", "\"Fabrikam, Ltd\"", ""]);
    let portfolio = portfolio(&[&list, "focus.csv", "customers.csv"]);
    assert_eq!(portfolio.disputes(ALL).1, 0);
    let web = by_id(&portfolio, "000000000001");
    let tenant = web.known.customer.as_ref().and_then(|it| it.id.as_ref());
    assert_eq!(tenant.map(ToString::to_string).as_deref(), Some(FABRIKAM));
    assert!(web.conflicts.is_empty() && web.claims.is_empty());
}

#[test]
fn an_invoice_that_names_another_customer_is_a_dispute() {
    let invoice = file("invoice.csv")
        .replace("bbbbbbbb-0000-4000-8000-000000000004", "bbbbbbbb-0000-4000-8000-000000000001");
    let portfolio = portfolio(&[&portal_of(["Contoso", "", ""]), &invoice]);
    let (disputes, _) = portfolio.disputes(ALL);
    let names: Vec<&str> = disputes[0].claims.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["Fabrikam, Ltd", "Contoso"]);
    for claim in &disputes[0].claims {
        let decision = Decision { dispute: disputes[0].key.clone(), claim: claim.key.clone() };
        let intake = portfolio.intake(&[], &[decision]);
        let decided = customer(&intake, &claim.name);
        // What was charged for it goes along, so that it counts against the limit of the same customer.
        assert_eq!((decided.reservations.len(), decided.bookings.len()), (1, 1), "{}", claim.name);
    }
}

#[test]
fn another_customer_than_in_the_records_is_decided() {
    let mut portfolio = portfolio(&[&portal_of(["Fabrikam", "Fabrikam", "Contoso"])]);
    let by_name = tenant_of_name("Contoso");
    learn(&mut portfolio, &[block(&by_name, "Contoso", vec![row(1), row(2), row(3)])]);
    let (disputes, _) = portfolio.disputes(ALL);
    let [dispute] = &disputes[..] else { panic!("{disputes:?}") };
    let claims: Vec<_> = dispute
        .claims
        .iter()
        .map(|it| (it.name.as_str(), it.is_recorded, it.source.is_some()))
        .collect();
    assert_eq!(claims, [("Contoso", true, false), ("Fabrikam", false, true)]);
    let decide = |place: usize| Decision {
        dispute: dispute.key.clone(),
        claim: dispute.claims[place].key.clone(),
    };
    let kept = portfolio.intake(&[], &[decide(0)]);
    let contoso = customer(&kept, "Contoso");
    assert_eq!((contoso.tenant_id.as_ref(), contoso.reservations.len()), (None, 3));
    assert!(contoso.reservations.iter().all(|it| !it.is_decided));
    let moved = portfolio.intake(&[], &[decide(1)]);
    assert!(customer(&moved, "Fabrikam").reservations.iter().all(|it| it.is_decided));
    assert_eq!(customer(&moved, "Contoso").reservations.len(), 1);
}

#[test]
fn a_return_that_another_customer_is_named_for_is_decided() {
    let named = file("transactions.csv")
        .replace("ReservationOrderName,Term", "ReservationOrderName,Term,CustomerName");
    let named: String = named
        .lines()
        .map(|line| match line.ends_with("P1Y") || line.ends_with("P3Y") {
            true => format!("{line},Fabrikam\n"),
            false => format!("{line}\n"),
        })
        .collect();
    let mut portfolio = portfolio(&[&named]);
    learn(&mut portfolio, &[block(CONTOSO, "Contoso", vec![row(7)])]);
    let (disputes, _) = portfolio.disputes(ALL);
    let [dispute] = &disputes[..] else { panic!("{disputes:?}") };
    assert_eq!((dispute.reservations, dispute.transactions), (0, 1));
    assert_eq!(portfolio.intake(&[], &[]).undecided, 1);
    let claim = dispute.claims.iter().find(|it| it.is_recorded).expect("a claim");
    let decision = Decision { dispute: dispute.key.clone(), claim: claim.key.clone() };
    let intake = portfolio.intake(&[], &[decision]);
    assert_eq!((intake.undecided, customer(&intake, "Contoso").bookings.len()), (0, 1));
}

/// A row that names only its order is about the one reservation that the records have of it.
#[test]
fn the_records_tell_the_reservation_of_an_order() {
    let of_order = format!(
        "Name,Reservation order Id,Expiration date,Quantity\nweb,{},2027-02-10,4\n",
        row(1).order_id
    );
    let learned = |rows: Vec<Row>| {
        let mut portfolio = portfolio(&[&of_order]);
        learn(&mut portfolio, &[block(CONTOSO, "Contoso", rows)]);
        portfolio
    };
    let other =
        |state: ProvisioningState| Row { order_id: row(1).order_id, state: Some(state), ..row(2) };
    let one = learned(vec![row(1)]);
    let id = |of: &Portfolio| of.reservations[0].known.id.as_ref().map(ToString::to_string);
    assert_eq!((id(&one), one.notes.len()), (Some(row(1).reservation_id), 0));
    let split = learned(vec![other(ProvisioningState::Split), row(1)]);
    assert_eq!(id(&split), Some(row(1).reservation_id));
    // What was returned, or split as lists tell it, may be another part of the order.
    let ended = learned(vec![Row { state: Some(ProvisioningState::Cancelled), ..row(1) }]);
    assert_eq!((id(&ended), ended.notes.len()), (None, 1));
    let two = learned(vec![row(1), other(ProvisioningState::Succeeded)]);
    assert_eq!((id(&two), two.notes.len()), (None, 1));
    assert!(two.notes[0].ends_with(&row(1).order_id), "{:?}", two.notes);
}

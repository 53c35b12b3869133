//! A small portfolio whose amounts can be worked out by hand.

use calculator::{
    BillingPlan, Currency, LedgerEntry, Money, Policy, ProvisioningState, ResourceType, Term,
    UsdRate,
};
use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect(text)
}

fn currency(code: &str) -> Currency {
    Currency::parse(code).expect(code)
}

/// 300 days of a year of 365 are left on 2026-11-22, and nobody used it: 1 a day, 365 for each unit.
fn row(name: &str, code: &str, price: i64) -> Row {
    Row {
        standing: Standing::Record,
        reservation_id: format!("00000000-0000-4000-8000-{name:0>12}"),
        order_id: String::new(),
        name: name.to_owned(),
        sku: "Standard_D2s_v5".to_owned(),
        region: "westeurope".to_owned(),
        resource_type: Some(ResourceType::VirtualMachines),
        quantity: Some(1),
        original_quantity: None,
        term: Some(Term::ONE_YEAR),
        billing_plan: Some(BillingPlan::Upfront),
        currency: Some(currency(code)),
        unit_price: Some(Decimal::from(price)),
        instalment: None,
        current_unit_price: None,
        purchase_date: Some(day("2026-09-18")),
        expiry_date: None,
        state: Some(ProvisioningState::Succeeded),
        used: None,
        received_in_exchange: false,
    }
}

fn block(name: &str, ledger: Option<Vec<LedgerEntry>>, rows: Vec<Row>) -> Block {
    let (tenant_id, unreadable) = (name.to_lowercase(), Vec::new());
    Block { tenant_id, name: name.to_owned(), origin: Origin::Own, ledger, rows, unreadable }
}

/// 300 of 365 days of a price, of a customer for whom the fee is none.
fn portfolio() -> Portfolio {
    let spent =
        LedgerEntry { date: day("2026-01-10"), usd: Money::from_minor(4_900_000, Currency::USD) };
    let free = vec![row("1", "USD", 3_650), row("2", "EUR", 7_300)];
    let over = vec![row("3", "USD", 730), row("4", "USD", 1_460), row("5", "EUR", 365)];
    let mut ended = row("6", "USD", 3_650);
    ended.state = Some(ProvisioningState::Cancelled);
    let mut without_price = row("7", "EUR", 1);
    without_price.unit_price = None;
    let unknown = vec![row("8", "JPY", 365_000)];
    let unread = vec![row("9", "USD", 365)];
    let blocks = [
        block("Free", Some(Vec::new()), [free, vec![ended, without_price]].concat()),
        block("Over", Some(vec![spent]), over),
        block("No rate", Some(Vec::new()), unknown),
        block("Unread", None, unread),
    ];
    let encoded: Vec<_> = blocks.iter().map(Block::encode).collect();
    Portfolio::of(encoded.iter().map(Vec::as_slice), day("2026-11-22"))
}

fn euros() -> Vec<(Currency, UsdRate)> {
    vec![(currency("EUR"), UsdRate::from_decimal(Decimal::new(11, 1)).expect("a rate"))]
}

fn written(amounts: &[Money]) -> Vec<String> {
    amounts.iter().map(|amount| format!("{amount} {}", amount.currency())).collect()
}

fn quotes(portfolio: &Portfolio) -> Quotes {
    let policy = Policy::newest();
    portfolio.quotes(&Question { on: portfolio.today(), policy, rates: &euros() })
}

fn all(portfolio: &Portfolio) -> Vec<u32> {
    (0..portfolio.len() as u32).collect()
}

#[test]
fn totals_promise_no_more_than_the_limit_lets_through() {
    let portfolio = portfolio();
    let totals = portfolio.totals(&all(&portfolio), &quotes(&portfolio));
    assert_eq!((totals.rows, totals.lacking), (9, 1));
    // 3000 + 600 + 1200 + 300, 6000 + 300, and yen without a fraction; the cancelled one has none left.
    assert_eq!(written(&totals.commitment), ["6300.00 EUR", "300000 JPY", "5100.00 USD"]);
    assert_eq!(written(&totals.instalments), ["0.00 EUR", "0 JPY", "0.00 USD"]);
    assert_eq!((totals.expiring, totals.expiring_commitment), (0, Vec::new()));
    let refundable = totals.refundable;
    assert_eq!(written(&refundable.fits), ["6000.00 EUR", "3000.00 USD"]);
    assert_eq!(refundable.over, [1]);
    assert_eq!(refundable.over_at_most.to_string(), "1000.00");
    assert_eq!(written(&refundable.over_without_limit), ["300.00 EUR", "1800.00 USD"]);
    assert_eq!(written(&refundable.unchecked), ["300000 JPY"]);
    assert_eq!(refundable.unknown, 1);
}

/// The last day counts, the day of the expiry itself does not, and what has ended does not expire.
#[test]
fn what_runs_and_ends_within_ninety_days_is_expiring() {
    let expiring = |name: &str, day_of_expiry: &str| Row {
        purchase_date: Some(day("2026-01-01")),
        expiry_date: Some(day(day_of_expiry)),
        ..row(name, "USD", 3_650)
    };
    let mut without_price = expiring("4", "2026-12-01");
    without_price.unit_price = None;
    let mut ended = expiring("5", "2026-12-01");
    ended.state = Some(ProvisioningState::Cancelled);
    let rows = vec![
        expiring("1", "2026-11-22"),
        expiring("2", "2027-02-20"),
        expiring("3", "2027-02-21"),
        without_price,
        ended,
    ];
    let encoded = block("Some", Some(Vec::new()), rows).encode();
    let portfolio = Portfolio::of([encoded.as_slice()], day("2026-11-22"));
    let quotes = quotes(&portfolio);
    let totals = portfolio.totals(&all(&portfolio), &quotes);
    assert_eq!(totals.expiring, 2);
    let of_second = quotes.of(1).amounts.map(|amounts| amounts.cancelled_commitment);
    assert_eq!(totals.expiring_commitment, of_second.into_iter().collect::<Vec<_>>());
}

/// As the browser gives the weights of these signs in German.
fn german(signs: &[char]) -> Vec<Weight> {
    let letters = "-0aänosuüwz";
    let weight = |sign: &char| {
        let small = sign.to_lowercase().next().unwrap_or(*sign);
        let plain = match small {
            'ä' => 'a',
            'ü' => 'u',
            small => small,
        };
        let letter = letters.chars().position(|it| it == plain).expect("a known sign");
        Weight {
            letter: letter as u16 + 1,
            accent: u8::from(plain != small),
            case: u8::from(small != *sign),
        }
    };
    signs.iter().map(weight).collect()
}

#[test]
fn names_are_in_the_order_of_the_language() {
    // ß is ss, so that only case tells naß and Nass apart: small letters come first.
    let in_order = [
        "n-2", "n-10", "naß", "Nass", "näss", "nasz", "Nasz", "Näsz", "nu", "nU", "nü", "wan",
        "Wan", "zu", "",
    ];
    let mut rows: Vec<Row> = in_order.iter().map(|name| row(name, "USD", 365)).collect();
    rows.reverse();
    let encoded = block("Some", Some(Vec::new()), rows).encode();
    let portfolio = Portfolio::of([encoded.as_slice()], day("2026-11-22"));
    let index = portfolio.index(&Wording {
        fold: |text| text.to_lowercase(),
        weights: german,
        region: str::to_owned,
        resource_type: ToString::to_string,
    });
    let by = |is_descending| SortBy { column: Column::Name, is_descending };
    let sorted = |is_descending| {
        let by = [by(is_descending)];
        let sorted = portfolio.sorted(all(&portfolio), &by, &quotes(&portfolio), &index);
        sorted.into_iter().map(|row| portfolio.row(row).name.to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(sorted(false), in_order);
    let descending = sorted(true);
    assert_eq!((descending[0].as_str(), descending[14].as_str()), ("zu", ""));
}

#[test]
fn each_customer_has_one_limit() {
    let portfolio = portfolio();
    let limits = portfolio.limits(&all(&portfolio), &quotes(&portfolio));
    let lines: Vec<_> = limits
        .iter()
        .map(|limit| {
            let text = |usd: Option<Money>| usd.map_or("?".to_owned(), |usd| usd.to_string());
            let name = &portfolio.customers()[limit.customer as usize].name;
            let over = limit.is_over();
            format!(
                "{name} {} {} {} {over:?}",
                text(limit.used),
                text(limit.left),
                text(limit.asked)
            )
        })
        .collect();
    assert_eq!(
        lines,
        [
            "Free 0.00 50000.00 9600.00 Some(false)",
            "Over 49000.00 1000.00 2130.00 Some(true)",
            "Unread ? ? 0.00 None",
            "No rate 0.00 50000.00 ? None",
        ]
    );
    let of_one = portfolio.limits(&[4], &quotes(&portfolio));
    assert_eq!(of_one.len(), 1);
    assert_eq!(of_one[0].customer, 1);
}

#[test]
fn what_expires_and_what_loses_its_right_is_listed() {
    let portfolio = portfolio();
    let quotes = quotes(&portfolio);
    let months = portfolio.expiries(&all(&portfolio), &quotes);
    assert_eq!(months.len(), 11, "from this month to the one of the last expiry");
    assert_eq!(months[0].month, day("2026-11-01"));
    assert!(months[..10].iter().all(|month| month.rows == 0 && month.commitment.is_empty()));
    // All but the one that was returned; the one without a price expires, but nobody knows what it is worth.
    assert_eq!((months[10].month, months[10].rows), (day("2027-09-01"), 8));
    assert_eq!(written(&months[10].commitment), ["6300.00 EUR", "300000 JPY", "5100.00 USD"]);

    let ending = portfolio.ending_rights(&all(&portfolio), &quotes).expect("a policy says so");
    assert_eq!(Some(ending.from), Policy::newest().exchange.right_ends.map(|ends| ends.from));
    assert_eq!(ending.rows, [0, 1, 3, 4, 5, 6, 7, 8]);
    assert_eq!(written(&ending.commitment), written(&months[10].commitment));

    // The most money in USD first, then what has no rate, and last what has no price.
    let stakes = portfolio.stakes(&ending.rows, &quotes);
    let currencies: Vec<String> = stakes
        .iter()
        .map(|(_, stake)| stake.map_or("none".to_owned(), |stake| stake.currency().to_string()))
        .collect();
    assert_eq!(currencies[5..], ["USD", "JPY", "none"], "{stakes:?}");
    let cents: Vec<_> = stakes[..6].iter().map(|(_, stake)| stake.map(Money::minor)).collect();
    assert!(cents.is_sorted_by(|one, other| one >= other), "{cents:?}");
}

#[test]
fn several_are_returned_together_as_far_as_they_fit() {
    let portfolio = portfolio();
    let rates = euros();
    let question = Question { on: portfolio.today(), policy: Policy::newest(), rates: &rates };
    // Of 600, 1200 and 330 USD the first and the last fit into 1000 together.
    let whole = |customer: u32, rows: &[u32]| {
        let search = portfolio.together(customer, rows, &question, question.on);
        let mut search = search.expect("rates of all").expect("something fits");
        assert_eq!(search.so_far(), None, "nothing is known before the first step");
        while search.step() {}
        search.so_far().expect("a plan")
    };
    let together = whole(1, &all(&portfolio));
    assert_eq!(together.items, [4, 5, 6]);
    assert_eq!(written(&together.payable), ["300.00 EUR", "600.00 USD"]);
    let returned: Vec<_> =
        together.plan.schedule.iter().map(|it| together.items[it.item]).collect();
    assert_eq!(returned, [4, 6]);
    assert_eq!(together.left_out, []);
    assert_eq!(
        (together.left.to_string(), together.taken.to_string()),
        ("1000.00".into(), "930.00".into())
    );

    let of_free = whole(0, &[0, 2, 3]);
    let refusal = calculator::Refusal::OperationCannotBePerformedInCurrentState;
    assert_eq!(of_free.left_out, [(2, Outcome::Refused(refusal)), (3, Outcome::FactsLacking)]);

    let no_rate = portfolio.together(2, &[7], &question, question.on);
    assert_eq!(no_rate.err().expect("no rate").field, "usdRates.JPY");
    // Nobody knows what is left for a customer whose ledger cannot be read.
    assert!(matches!(portfolio.together(3, &[8], &question, question.on), Ok(None)));
}

#[test]
fn what_is_chosen_has_an_address() {
    let portfolio = portfolio();
    for (facet, key, rows) in [
        (Facet::Customer, "over", 3),
        (Facet::Phase, "Ended", 1),
        (Facet::Region, "westeurope", 9),
        (Facet::Term, "P1Y", 9),
        (Facet::Currency, "JPY", 1),
        (Facet::Lacking, "unitPrice", 1),
        (Facet::Outcome, "over", 1),
        (Facet::Outcome, "back", 4),
        (Facet::Outcome, "unknown", 3),
        (Facet::Expiry, "later", 9),
    ] {
        let choice = portfolio.choice(facet, key).expect(key);
        assert_eq!(portfolio.key(choice), key);
        let filter = Filter { choices: vec![choice], shows_ended: true, ..Filter::default() };
        let index = portfolio.index(&Wording {
            fold: |text| text.to_lowercase(),
            weights: super::tests::by_number,
            region: str::to_owned,
            resource_type: ToString::to_string,
        });
        let found = portfolio.find(&filter, &quotes(&portfolio), &index);
        assert_eq!(found.rows.len(), rows, "{} {key}", facet.key());
    }
    assert_eq!(portfolio.choice(Facet::Customer, "nobody"), None);
}

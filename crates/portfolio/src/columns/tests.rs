//! What holds for any portfolio.

use calculator::{
    Currency, Decision, Holding, HoldingInput, Ledger, LedgerEntry, Money, Policy, RefundInput,
    UsdRate, refund,
};
use chrono::NaiveDate;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use rust_decimal::Decimal;

use super::*;

fn rates() -> Vec<(Currency, UsdRate)> {
    [("EUR", 10_843, 4), ("JPY", 64, 4), ("CLF", 44, 0)]
        .map(|(code, rate, digits)| {
            let rate = UsdRate::from_decimal(Decimal::new(rate, digits)).expect("a rate");
            (Currency::parse(code).expect("a currency"), rate)
        })
        .to_vec()
}

fn portfolio(blocks: &[Block], today: NaiveDate) -> Portfolio {
    let encoded: Vec<_> = blocks.iter().map(Block::encode).collect();
    Portfolio::of(encoded.iter().map(Vec::as_slice), today)
}

/// The holding of a row by another way than the table takes.
fn holding(row: &Row) -> Option<Holding> {
    let input = HoldingInput {
        quantity: row.quantity?,
        unit_price: row.unit_price?,
        currency: row.currency?,
        billing_plan: row.billing_plan?,
        term: row.term?,
        purchase_date: row.purchase_date?,
        expiry_date: row.expiry_date,
        resource_type: row.resource_type.clone()?,
        state: row.state.clone()?,
        used: row.used != Some(false),
        instalment: row.instalment,
        current_unit_price: row.current_unit_price,
        sku_name: Some(row.sku.clone()),
        exchanges_used: 0,
    };
    Holding::new(input).ok()
}

fn policy() -> impl Strategy<Value = &'static Policy> {
    prop::sample::select(Policy::all().iter().collect::<Vec<_>>())
}

proptest! {
    #[test]
    fn every_row_says_what_its_block_says(
        blocks in vec(any::block(), 0..4),
        damaged in any::<prop::sample::Index>(),
        today in any::day(),
    ) {
        let mut encoded: Vec<_> = blocks.iter().map(Block::encode).collect();
        let mut whole: Vec<_> = blocks.iter().collect();
        if !blocks.is_empty() {
            let place = damaged.index(blocks.len());
            encoded[place].pop();
            whole.remove(place);
        }
        let portfolio = Portfolio::of(encoded.iter().map(Vec::as_slice), today);
        prop_assert_eq!(portfolio.unusable().len(), blocks.len() - whole.len());
        prop_assert_eq!(portfolio.customers().len(), whole.len());
        let mut number = 0;
        for (customer, block) in portfolio.customers().iter().zip(whole) {
            prop_assert_eq!(&*customer.name, &block.name);
            prop_assert_eq!(&*customer.tenant_id, &block.tenant_id);
            prop_assert_eq!(customer.origin, block.origin);
            prop_assert_eq!(&customer.unreadable, &block.unreadable);
            prop_assert_eq!(customer.rows.clone(), number..number + block.rows.len() as u32);
            for row in &block.rows {
                let view = portfolio.row(number);
                prop_assert_eq!(view.standing, row.standing);
                prop_assert_eq!(view.reservation_id, &row.reservation_id);
                prop_assert_eq!(view.order_id, &row.order_id);
                prop_assert_eq!(view.name, &row.name);
                prop_assert_eq!(view.sku, &row.sku);
                prop_assert_eq!(view.region, &row.region);
                prop_assert_eq!(view.resource_type, row.resource_type.as_ref());
                prop_assert_eq!(view.state, row.state.as_ref());
                prop_assert_eq!(view.quantity, row.quantity);
                prop_assert_eq!(view.original_quantity, row.original_quantity);
                prop_assert_eq!(view.term, row.term);
                prop_assert_eq!(view.billing_plan, row.billing_plan);
                prop_assert_eq!(view.currency, row.currency);
                prop_assert_eq!(view.unit_price, row.unit_price);
                prop_assert_eq!(view.purchase_date, row.purchase_date);
                prop_assert!(row.expiry_date.is_none_or(|day| view.expires_on == Some(day)));
                prop_assert_eq!(view.used, row.used);
                prop_assert_eq!(view.received_in_exchange, row.received_in_exchange);
                let is_whole = view.missing.is_empty() && view.wrong.is_empty();
                prop_assert_eq!(portfolio.holding(number).is_some(), is_whole);
                prop_assert_eq!(holding(row).is_some(), is_whole);
                prop_assert!(view.missing.is_empty() || view.wrong.is_empty());
                number += 1;
            }
        }
    }

    #[test]
    fn a_row_is_quoted_as_the_calculator_quotes_it(
        blocks in vec(any::block(), 1..4),
        today in any::day(),
        later in 0_u64..400,
        policy in policy(),
    ) {
        let portfolio = portfolio(&blocks, today);
        let Some(on) = today.checked_add_days(chrono::Days::new(later)) else { return Ok(()) };
        let rates = rates();
        let quotes = portfolio.quotes(&Question { on, policy, rates: &rates });
        let rows = blocks.iter().flat_map(|block| block.rows.iter().map(move |row| (block, row)));
        prop_assert_eq!(quotes.len(), rows.clone().count());
        for (number, (block, row)) in rows.enumerate() {
            let quote = quotes.of(number as u32);
            let Some(holding) = holding(row) else {
                prop_assert_eq!(quote.outcome, Outcome::FactsLacking);
                prop_assert_eq!((quote.payable, quote.amounts), (None, None));
                continue;
            };
            let booked = block.ledger.clone();
            let ledger = booked.and_then(|booked| Ledger::of_booked(booked, today).ok());
            let input = RefundInput {
                holding: &holding,
                units: holding.quantity().into(),
                on,
                policy,
                ledger: &ledger.clone().unwrap_or_default(),
                usd_rate: rates.iter().find(|(of, _)| *of == holding.currency()).map(|it| it.1),
                fee_rate: None,
            };
            let expected = refund(&input).assessment;
            let amounts = expected.amounts.map(|amounts| QuotedAmounts {
                refund: amounts.refund,
                cancelled_instalments: amounts.cancelled_instalments,
                cancelled_commitment: amounts.cancelled_commitment,
            });
            prop_assert_eq!(quote.amounts, amounts);
            let outcome = match expected.decision {
                Decision::Allowed => Outcome::Allowed,
                Decision::Capped => Outcome::Capped,
                Decision::Refused(refusal) => Outcome::Refused(refusal),
            };
            if ledger.is_some() {
                prop_assert_eq!(quote.outcome, outcome);
                prop_assert_eq!(quote.payable, Some(expected.payable));
                prop_assert_eq!(quote.is_limit_checked, expected.is_limit_checked());
            } else if quote.outcome == Outcome::LedgerUnknown {
                prop_assert_eq!(quote.payable, None);
            } else {
                prop_assert_eq!(quote.outcome, outcome);
                prop_assert!(quote.payable.is_some_and(|payable| payable.is_zero()));
            }
        }
    }

    #[test]
    fn each_choice_shows_as_many_rows_as_it_says(
        blocks in vec(any::block(), 1..4),
        today in any::day(),
        policy in policy(),
        chosen in vec(any::<prop::sample::Index>(), 0..3),
        words in prop_oneof![3 => Just(String::new()), 1 => "[a-z0-9]{1,2}( [a-z]){0,1}", 1 => "[0-9a-f]{4}"],
        shows_ended in any::<bool>(),
    ) {
        let portfolio = portfolio(&blocks, today);
        let (rates, index) = (rates(), portfolio.index(&WORDING));
        let quotes = portfolio.quotes(&Question { on: today, policy, rates: &rates });
        let everything = Filter { shows_ended: true, ..Filter::default() };
        let all = portfolio.find(&everything, &quotes, &index);
        prop_assert_eq!(all.rows.len(), portfolio.len());
        let all = portfolio.counts(&all, &quotes);
        let choose = |index: prop::sample::Index| all[index.index(all.len())].0;
        let choices: Vec<Choice> =
            if all.is_empty() { Vec::new() } else { chosen.into_iter().map(choose).collect() };
        for choice in &choices {
            let key = portfolio.key(*choice);
            let found = portfolio.choice(choice.facet(), &key);
            prop_assert_eq!(found.map(|found| portfolio.key(found)), Some(key));
        }
        let filter = Filter { words, choices, shows_ended };
        let found = portfolio.find(&filter, &quotes, &index);
        for row in 0..portfolio.len() as u32 {
            let expected = filter.words.split_whitespace().all(|word| has_word(&portfolio, row, word));
            prop_assert!(expected || !found.rows.contains(&row), "{row}");
        }
        if filter.choices.is_empty() && shows_ended {
            let expected = (0..portfolio.len() as u32).filter(|row| {
                filter.words.split_whitespace().all(|word| has_word(&portfolio, *row, word))
            });
            prop_assert_eq!(&found.rows, &expected.collect::<Vec<_>>());
        }
        let shown = Filter { shows_ended: true, ..filter.clone() };
        let shown = portfolio.find(&shown, &quotes, &index).rows.len();
        prop_assert_eq!(found.rows.len() + found.hidden_ended as usize, shown);
        let counts = portfolio.counts(&found, &quotes);
        for (choice, count) in &all {
            let of_others = |it: &&Choice| it.facet() != choice.facet();
            let mut choices: Vec<_> = filter.choices.iter().filter(of_others).copied().collect();
            choices.push(*choice);
            let alone = Filter { choices, ..filter.clone() };
            let shown = portfolio.find(&alone, &quotes, &index).rows.len();
            let said = counts.iter().find(|(it, _)| it == choice).map_or(0, |(_, count)| *count);
            prop_assert_eq!(said as usize, shown, "{:?}", choice);
            prop_assert!(said <= *count);
        }
    }

    #[test]
    fn rows_are_sorted_by_each_column_and_what_is_missing_comes_last(
        blocks in vec(any::block(), 1..4),
        today in any::day(),
        policy in policy(),
        by in vec((0_usize..COLUMNS.len(), any::<bool>()), 1..4),
    ) {
        let portfolio = portfolio(&blocks, today);
        let (rates, index) = (rates(), portfolio.index(&WORDING));
        let quotes = portfolio.quotes(&Question { on: today, policy, rates: &rates });
        let by: Vec<_> = by
            .into_iter()
            .map(|(place, is_descending)| SortBy { column: COLUMNS[place], is_descending })
            .collect();
        let rows: Vec<u32> = (0..portfolio.len() as u32).collect();
        let sorted = portfolio.sorted(rows.clone(), &by, &quotes, &index);
        let mut expected = rows;
        expected.sort_by(|one, other| {
            let orders = by.iter().map(|sort| {
                let value = |row: &u32| value(&portfolio, &quotes, sort.column, *row);
                match (value(one), value(other)) {
                    (Some(one), Some(other)) if sort.is_descending => other.cmp(&one),
                    (Some(one), Some(other)) => one.cmp(&other),
                    (one, other) => one.is_none().cmp(&other.is_none()),
                }
            });
            orders.fold(std::cmp::Ordering::Equal, std::cmp::Ordering::then)
        });
        prop_assert_eq!(sorted, expected);
    }

    #[test]
    fn ranks_made_elsewhere_are_those_made_here(
        blocks in vec(any::block(), 1..4),
        today in any::day(),
        policy in policy(),
    ) {
        let portfolio = portfolio(&blocks, today);
        let rates = rates();
        let question = Question { on: today, policy, rates: &rates };
        let (here, elsewhere) = (portfolio.quotes(&question), portfolio.quotes(&question));
        let (index, other) = (portfolio.index(&WORDING), portfolio.index(&WORDING));
        for column in COLUMNS {
            let values = portfolio.unranked(column, &elsewhere, &other).expect("no ranks yet");
            let sent = Sortable::read(&values.to_bytes()).expect("what was written");
            prop_assert_eq!(sent.len(), values.len());
            prop_assert!(portfolio.ranked(column, &elsewhere, &other, sent.ranks()), "{:?}", column);
            prop_assert!(portfolio.unranked(column, &elsewhere, &other).is_none());
            let ranks = portfolio.rank(column, &here, &index);
            prop_assert_eq!(portfolio.rank(column, &elsewhere, &other), ranks, "{:?}", column);
        }
    }

    #[test]
    fn no_bytes_make_ranking_panic(
        blocks in vec(any::block(), 1..4),
        today in any::day(),
        column in prop::sample::select(COLUMNS.to_vec()),
        changes in vec((any::<prop::sample::Index>(), any::<u8>()), 0..4),
        kept in option::weighted(0.3, any::<prop::sample::Index>()),
    ) {
        let portfolio = portfolio(&blocks, today);
        let question = Question { on: today, policy: &Policy::all()[0], rates: &[] };
        let (quotes, index) = (portfolio.quotes(&question), portfolio.index(&WORDING));
        let mut bytes = portfolio.unranked(column, &quotes, &index).expect("no ranks yet").to_bytes();
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        bytes.truncate(kept.map_or(bytes.len(), |kept| kept.index(bytes.len())));
        if let Some(values) = Sortable::read(&bytes) {
            let ranks = values.ranks();
            prop_assert_eq!(ranks.len(), values.len());
            portfolio.ranked(column, &quotes, &index, ranks);
        }
        let rows: Vec<u32> = (0..portfolio.len() as u32).collect();
        let by = [SortBy { column, is_descending: true }];
        prop_assert_eq!(portfolio.sorted(rows, &by, &quotes, &index).len(), portfolio.len());
    }

    #[test]
    fn bytes_of_anything_are_read_or_not(bytes in vec(any::<u8>(), 0..60)) {
        if let Some(values) = Sortable::read(&bytes) {
            prop_assert_eq!(values.ranks().len(), values.len());
        }
    }

    /// Carried out one after the other, as a partner would.
    #[test]
    fn what_comes_back_together_is_what_the_limit_lets_through(
        blocks in vec(any::block(), 1..4),
        today in any::day(),
        policy in policy(),
    ) {
        let portfolio = portfolio(&blocks, today);
        let rates = rates();
        let question = Question { on: today, policy, rates: &rates };
        let quotes = portfolio.quotes(&question);
        let rows: Vec<u32> = (0..portfolio.len() as u32).collect();
        let refundable = portfolio.refundable(&rows, &quotes);
        let mut in_steps = Quotes::none(&portfolio, &question);
        rows.chunks(2).for_each(|some| in_steps.go_on(&portfolio, some));
        prop_assert_eq!(&refundable, &portfolio.refundable(&rows, &in_steps));
        let mut fits: Vec<Money> = Vec::new();
        let mut over_usd = 0;
        for (number, customer) in portfolio.customers().iter().enumerate() {
            let Some(ledger) = &customer.ledger else { continue };
            let is_over = refundable.over.contains(&(number as u32));
            let mut entries = ledger.entries().to_vec();
            let mut is_known = true;
            let mut paid: Vec<Money> = Vec::new();
            for row in customer.rows.clone() {
                let Some(holding) = portfolio.holding(row) else { continue };
                let usd_rate = rates.iter().find(|(of, _)| *of == holding.currency()).map(|it| it.1);
                let ledger = Ledger::new(entries.clone()).expect("a ledger");
                let input = RefundInput {
                    holding,
                    units: holding.quantity().into(),
                    on: today,
                    policy,
                    ledger: &ledger,
                    usd_rate,
                    fee_rate: None,
                };
                let assessment = refund(&input).assessment;
                if matches!(assessment.decision, Decision::Refused(_)) {
                    continue;
                }
                let Some(counted) = assessment.limit.and_then(|limit| limit.of_return) else {
                    is_known = false;
                    continue;
                };
                paid.push(assessment.payable);
                let left = assessment.limit.map_or(0, |limit| limit.left_before.minor());
                let usd = Money::from_minor(counted.counts.minor().min(left), Currency::USD);
                entries.push(LedgerEntry { date: today, usd });
                if is_over {
                    let paid = input.in_usd(assessment.payable).expect("a rate").minor();
                    // What the cap lets through is rounded down in another currency.
                    over_usd += paid.min(left);
                }
            }
            if is_known && !is_over {
                fits.extend(paid);
            }
        }
        prop_assert!(over_usd <= refundable.over_at_most.minor());
        let mut expected: Vec<Money> = Vec::new();
        for amount in fits {
            match expected.iter_mut().find(|sum| sum.currency() == amount.currency()) {
                Some(sum) => *sum = Money::from_minor(sum.minor() + amount.minor(), amount.currency()),
                None => expected.push(amount),
            }
        }
        expected.sort_by(|one, other| one.currency().code().cmp(other.currency().code()));
        prop_assert_eq!(refundable.fits, expected);
    }
}

const COLUMNS: [Column; 17] = [
    Column::Customer,
    Column::Name,
    Column::Sku,
    Column::Region,
    Column::ResourceType,
    Column::State,
    Column::Quantity,
    Column::Term,
    Column::BillingPlan,
    Column::Currency,
    Column::UnitPrice,
    Column::PurchaseDate,
    Column::ExpiryDate,
    Column::Outcome,
    Column::Payable,
    Column::CancelledInstalments,
    Column::CancelledCommitment,
];

const WORDING: Wording = Wording {
    fold: |text| text.to_lowercase(),
    weights: by_number,
    region: |region| format!("Region {region}"),
    resource_type: |resource_type| format!("Type {resource_type}"),
};

/// Signs by their numbers, each a letter of its own.
pub(super) fn by_number(signs: &[char]) -> Vec<Weight> {
    let weight = |letter: usize| Weight { letter: letter as u16, ..Weight::default() };
    assert!(signs.is_sorted_by(|one, other| one < other), "{signs:?}");
    (1..=signs.len()).map(weight).collect()
}

fn has_word(portfolio: &Portfolio, row: u32, word: &str) -> bool {
    let view = portfolio.row(row);
    let customer = portfolio.customer_of(row);
    let of = |word: &str, text: &str| (!text.is_empty()).then(|| format!("{word} {text}"));
    let texts = [
        Some(view.name.replace(['\n', '\r'], " ")),
        Some(format!("{} {}", customer.name, customer.tenant_id)),
        Some(view.sku.to_owned()),
        of("region", view.region),
        view.resource_type.map(|it| format!("type {it}")),
        (word.len() >= 4).then(|| format!("{} {}", view.reservation_id, view.order_id)),
    ];
    texts.into_iter().flatten().any(|text| text.to_lowercase().contains(word))
}

/// What a row is sorted by, as text or number; texts of the same kind only are compared.
fn value(
    portfolio: &Portfolio,
    quotes: &Quotes,
    column: Column,
    row: u32,
) -> Option<(i128, String)> {
    let view = portfolio.row(row);
    let text = |text: &str| {
        let key = natural(text.trim().replace('ß', "ss").as_str());
        (!key.is_empty()).then_some((0, key))
    };
    let number = |number: i128| Some((number, String::new()));
    let usd = |amount: Money| {
        let rate = |code: Currency| {
            let given = rates().into_iter().find(|(of, _)| *of == code).map(|(_, rate)| rate);
            if code == Currency::USD { Some(UsdRate::ONE) } else { given }
        };
        number(rate(amount.currency())?.to_usd(amount).minor())
    };
    let quote = quotes.of(row);
    let day = |day: NaiveDate| number(i128::from(chrono::Datelike::num_days_from_ce(&day)));
    let customer = portfolio.customer_of(row);
    match column {
        Column::Customer => text(&customer.name),
        Column::Name => text(view.name),
        Column::Sku => text(view.sku),
        Column::Region if view.region.is_empty() => None,
        Column::Region => text(&format!("Region {}", view.region)),
        Column::ResourceType => text(&format!("Type {}", view.resource_type?)),
        Column::State => number(view.phase? as i128),
        Column::Quantity => number(view.quantity?.into()),
        Column::Term => number(view.term?.months().into()),
        Column::BillingPlan => number(view.billing_plan? as i128),
        Column::Currency => text(view.currency?.code()),
        Column::UnitPrice => {
            // Whole and rest apart, since there is no room for the digits of both in one number.
            let (whole, rest) = (view.unit_price?.trunc(), view.unit_price?.fract());
            let rest = rest.mantissa() * 10_i128.pow(Decimal::MAX_SCALE - rest.scale());
            Some((whole.mantissa(), format!("{rest:028}")))
        }
        Column::PurchaseDate => day(view.purchase_date?),
        Column::ExpiryDate => day(view.expires_on?),
        Column::Outcome => match quote.outcome {
            Outcome::Allowed => number(0),
            Outcome::Capped => number(1),
            Outcome::Refused(refusal) => number(2 + refusal as i128),
            Outcome::LedgerUnknown => number(1_000),
            Outcome::FactsLacking => None,
        },
        Column::Payable => usd(quote.payable?).filter(|_| quote.amounts.is_some()),
        Column::CancelledInstalments => usd(quote.amounts?.cancelled_instalments),
        Column::CancelledCommitment => usd(quote.amounts?.cancelled_commitment),
    }
}

/// A text whose order counts numbers as numbers: each is as long as the longest.
fn natural(text: &str) -> String {
    let mut natural = String::new();
    let mut digits = String::new();
    for sign in text.chars().chain(['\0']) {
        if sign.is_ascii_digit() {
            digits.push(sign);
            continue;
        }
        if !digits.is_empty() {
            natural.push_str(&format!("0{:0>40}", digits.trim_start_matches('0')));
            digits.clear();
        }
        natural.push(sign);
    }
    natural.pop();
    natural
}

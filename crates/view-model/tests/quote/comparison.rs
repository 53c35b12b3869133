//! What a comparison considers by itself, and what it is asked.

use crate::records::{bookings, facts, facts_of, rates, reservation as record, today};
use azure::CatalogItem;
use azure::Wire;
use calculator::comparison::{Choice, Reason};
use calculator::exchange::Exchange;
use calculator::{Decision, Policy, Problem, Refusal};
use chrono::Days;
use serde_json::{Value, json};
use std::sync::Arc;
use view_model::quote::Facts;
use view_model::quote::comparison::filled::{Filled, Market, Origin};
use view_model::quote::comparison::{
    Assumptions, Basis, Compared, Field, Question, Unneeded, measured as share_measured,
};
use view_model::quote::exchange::{FormText, LineText, PlanText, PriceBook, PurchaseText};
use view_model::quote::refund::{Quoted, link};
use view_model::{ExchangeRate, PriceRow, ReservationRef};

fn row(sku: &str, region: &str, term: &str, price: &str) -> PriceRow {
    PriceRow {
        reserved_resource_type: "VirtualMachines".into(),
        sku_name: sku.into(),
        location: region.into(),
        term: term.into(),
        unit_price: price.parse().unwrap(),
        currency_code: "EUR".into(),
        source: "demonstration".into(),
        effective_date: today(),
    }
}

/// 726.03 are left of two units at 500.00.
fn prices() -> PriceBook {
    PriceBook::new(vec![
        row("Standard_D2s_v5", "westeurope", "P1Y", "400.00"),
        row("Standard_D2s_v5", "westeurope", "P3Y", "900.00"),
        row("Standard_D2as_v5", "westeurope", "P1Y", "250.00"),
        row("Standard_D2as_v5", "eastus", "P1Y", "242.02"),
    ])
}

fn form() -> FormText {
    let of = ReservationRef { customer: "c".into(), order: "o".into(), reservation: "r".into() };
    let lines = vec![LineText::all(of)];
    FormText { day: today().to_string(), lines, purchases: Vec::new(), plans: Vec::new() }
}

fn filled(form: &FormText, facts: &[Arc<Facts>], prices: &PriceBook, sign: char) -> Filled {
    let items = |_: &str| Arc::new(Vec::new());
    Filled::new(form, facts, Market { prices, items: &items }, Policy::newest(), sign)
}

fn records() -> Vec<Arc<Facts>> {
    vec![Arc::new(facts(0))]
}

/// The records with so much measured over 30 days, of two units.
fn measured(percent: u32) -> Vec<Arc<Facts>> {
    vec![Arc::new(facts_of(with_use(record(), percent.into()), 0))]
}

fn with_use(mut record: Value, percent: Value) -> Value {
    record["properties"]["utilization"] = json!({"aggregates": [
        {"grain": 30, "grainUnit": "days", "value": percent, "valueUnit": "percentage"}]});
    record
}

/// The record of so many units.
fn owned(units: u32) -> Value {
    let mut record = record();
    record["properties"]["quantity"] = json!(units);
    record
}

fn compared(facts: &[Arc<Facts>], assumed: &Assumptions) -> Compared {
    let form = filled(&form(), facts, &prices(), '.').form;
    let case = form.case(facts, &prices(), Policy::newest(), '.').unwrap();
    Compared::new(&case.exchange, facts, &[], &[], assumed, today()).unwrap()
}

#[test]
fn what_nobody_has_chosen_is_the_cheapest_of_the_list_and_the_smallest_plan() {
    let filled = filled(&form(), &records(), &prices(), ',');
    // Three of 250.00 are 750.00; two of 400.00 and one of 900.00 are more, and the other region is not asked.
    let [bought] = &filled.form.purchases[..] else { panic!("{filled:?}") };
    assert_eq!((bought.sku.as_str(), bought.quantity.as_str()), ("Standard_D2as_v5", "3"));
    assert_eq!((bought.term.as_str(), bought.plan.as_str()), ("P1Y", "Upfront"));
    assert_eq!((bought.region.as_str(), &bought.price), ("westeurope", &None));
    // 726.03 over 26,280 hours.
    assert_eq!(filled.form.plans, [PlanText { term: "P3Y".into(), hourly: "0,03".into() }]);
    assert_eq!((filled.exchange, filled.trade_in), (Origin::Cheapest, Origin::Smallest));
    let case = filled.form.case(&records(), &prices(), Policy::newest(), ',').unwrap();
    assert_eq!(case.exchange.purchases()[0].lifetime_price().to_string(), "750.00");
    assert!(filled.exchanged().plans.is_empty() && filled.traded_in().purchases.is_empty());
}

#[test]
fn what_somebody_has_chosen_stays() {
    let bought = PurchaseText::same_as(&facts(0), "7".into());
    let plan = PlanText { term: "P1Y".into(), hourly: "1".into() };
    let chosen = FormText { purchases: vec![bought], plans: vec![plan], ..form() };
    let filled = filled(&chosen, &records(), &prices(), '.');
    assert_eq!(filled.form, chosen);
    assert_eq!((filled.exchange, filled.trade_in), (Origin::Chosen, Origin::Chosen));
}

#[test]
fn without_a_price_it_is_what_was_bought_at_the_price_that_was_paid() {
    let filled = filled(&form(), &records(), &PriceBook::default(), ',');
    let [bought] = &filled.form.purchases[..] else { panic!("{filled:?}") };
    assert_eq!((bought.sku.as_str(), bought.quantity.as_str()), ("Standard_D2s_v5", "2"));
    assert_eq!(bought.price.as_deref(), Some("500"));
    assert_eq!(filled.exchange, Origin::AsBought);
}

#[test]
fn what_a_catalogue_does_not_sell_is_not_considered() {
    let of = |items: &str| {
        let items: Arc<Vec<CatalogItem>> = Arc::new(azure::from_slice(items.as_bytes()).unwrap());
        let items = move |_: &str| Arc::clone(&items);
        let market = Market { prices: &prices(), items: &items };
        let filled = Filled::new(&form(), &records(), market, Policy::newest(), '.');
        let bought = filled.form.purchases[0].clone();
        (bought.sku, bought.term, bought.plan)
    };
    let only = of(r#"[{"resourceType":"virtualMachines","name":"Standard_D2s_v5","terms":["P3Y"],
        "locations":["westeurope"],"billingPlans":{"P3Y":["Monthly"]}}]"#);
    assert_eq!(only, ("Standard_D2s_v5".into(), "P3Y".into(), "Monthly".into()));
}

#[test]
fn nothing_is_considered_for_what_has_expired() {
    let day = today() + chrono::Days::new(400);
    let expired = FormText { day: day.to_string(), ..form() };
    let filled = filled(&expired, &records(), &prices(), '.');
    assert_eq!(filled.form, expired);
    assert_eq!((filled.exchange, filled.trade_in), (Origin::Nothing, Origin::Nothing));
}

#[test]
fn what_is_not_needed_is_known_by_what_is_typed_or_measured() {
    let none = Assumptions::default();
    assert_eq!(compared(&records(), &none).unneeded, None);
    let units = |units: u64, basis| Some(Unneeded { units: vec![units], basis });
    assert_eq!(compared(&measured(40), &none).unneeded, units(1, Basis::Measured));
    assert_eq!(compared(&measured(60), &none).unneeded, units(0, Basis::Measured));
    let used = Assumptions { utilization: "10".into(), ..none.clone() };
    assert_eq!(compared(&measured(60), &used).unneeded, units(1, Basis::Assumed));
    let needed = Assumptions { needed: "1".into(), ..none };
    let one = compared(&records(), &needed);
    assert_eq!(one.unneeded, units(1, Basis::Assumed));
    assert_eq!(one.utilization.unwrap().to_string(), "50.00 %");
    let outcome = one.comparison.outcome(Choice::RefundUnneeded).unwrap();
    assert_eq!(outcome.decision, Decision::Allowed);
}

/// By its measure, by what is typed as a part, and by what is typed as units.
#[test]
fn units_that_are_needed_are_kept_by_the_advice() {
    let saving = || Assumptions { saving: "0".into(), ..Assumptions::default() };
    let advice = |record: Value, assumed: &Assumptions| {
        let compared = compared(&[Arc::new(facts_of(record, 0))], assumed);
        let advice = compared.comparison.advice;
        let percent = compared.utilization.unwrap().to_string();
        (compared.unneeded.unwrap().units[0], percent, advice.choice.unwrap(), advice.reason)
    };
    let some = (Choice::RefundUnneeded, Reason::SomeUnneeded);
    let needed = Assumptions { needed: "1".into(), ..saving() };
    assert_eq!(advice(owned(3), &needed), (2, "33.33 %".to_owned(), some.0, some.1));
    let used = Assumptions { utilization: "33.33".into(), ..saving() };
    assert_eq!(advice(owned(3), &used), (2, "33.33 %".to_owned(), some.0, some.1));
    for (units, percent, unneeded) in [(3, "66.67", 1), (7, "42.86", 4), (9, "77.78", 2)] {
        let value: Value = serde_json::from_str(percent).unwrap();
        let told = (unneeded, format!("{percent} %"), some.0, some.1);
        assert_eq!(advice(with_use(owned(units), value), &saving()), told, "{units}");
    }
}

/// Support is asked about the refund that the row has: what was booked counts in both.
#[test]
fn a_refund_is_asked_about_as_the_row_has_it() {
    let facts = records();
    let rates: Vec<ExchangeRate> = Wire::read(rates()["value"].clone()).unwrap();
    for (policy, decision) in [
        ("azure-2026-08", Decision::Refused(Refusal::RefundLimitExceeded)),
        ("partner-center-2020-08", Decision::Capped),
    ] {
        let case = form().case(&facts, &prices(), Policy::by_id(policy).unwrap(), '.').unwrap();
        let (exchange, none) = (&case.exchange, Assumptions::default());
        let booked = bookings(49_900);
        let compared = Compared::new(exchange, &facts, &booked, &rates, &none, today()).unwrap();
        let row = compared.comparison.outcome(Choice::Refund).unwrap();
        let line = &exchange.returns()[0];
        let asked = Quoted::new(compared.refund_of(line, line.units)).quote.assessment;
        assert_eq!((row.decision, asked.decision), (decision, decision), "{policy}");
        assert_eq!(asked.limit.unwrap().left_before.to_string(), "100.00", "{policy}");
    }
}

/// Where two are refused only because they come together, support is asked about both, and sees what the first leaves.
#[test]
fn refunds_that_are_refused_together_are_asked_about_together() {
    let line = form().lines[0].returned(&facts(0), today(), Policy::newest()).unwrap();
    let two = [line.clone(), line];
    let rates: Vec<ExchangeRate> = Wire::read(rates()["value"].clone()).unwrap();
    let asked = |booked: u32, policy: &str| {
        let policy = Policy::by_id(policy).unwrap();
        let exchange = Exchange::new(two.to_vec(), vec![], vec![], today(), policy).unwrap();
        let both = [Arc::new(facts(0)), Arc::new(facts(0))];
        let (booked, none) = (bookings(booked), Assumptions::default());
        let compared = Compared::new(&exchange, &both, &booked, &rates, &none, today()).unwrap();
        let row = compared.comparison.outcome(Choice::Refund).unwrap().decision;
        let cases = compared.refused(&two).into_iter();
        let told = cases.map(|(place, case)| {
            let told = Quoted::new(case).quote.assessment;
            (place, told.decision, told.limit.unwrap().left_before.to_string())
        });
        (row, told.collect::<Vec<_>>())
    };
    let refused = Decision::Refused(Refusal::RefundLimitExceeded);
    let (row, told) = asked(49_000, "azure-2026-08");
    assert_eq!(row, refused);
    let [(0, Decision::Allowed, first), (1, last, left)] = &told[..] else { panic!("{told:?}") };
    assert_eq!((first.as_str(), *last), ("1000.00", refused));
    assert!(left != first, "the first has taken its part");
    let alone = vec![(0, refused, "100.00".to_owned())];
    assert_eq!(asked(49_900, "azure-2026-08"), (refused, alone));
    assert_eq!(asked(0, "azure-2026-08"), (Decision::Allowed, vec![]));
    assert_eq!(asked(49_000, "partner-center-2020-08"), (Decision::Capped, vec![]));
}

/// Whatever counts stands in a field, and where it does not count there is none.
#[test]
fn how_many_units_are_needed_is_asked_wherever_it_counts() {
    let first = |record: Value, units: u64, is_typed| {
        let facts = [Arc::new(facts_of(record, 0))];
        let mut line = form().lines[0].returned(&facts[0], today(), Policy::newest()).unwrap();
        line.units = units;
        let case = form().case(&facts, &prices(), Policy::newest(), '.').unwrap();
        let measured = share_measured(&case.exchange, &facts, today());
        Question::first(&[line], measured, is_typed)
    };
    let used = || with_use(record(), 40.into());
    assert_eq!(first(record(), 2, false), Question::Needed(2));
    assert_eq!(first(record(), 1, false), Question::Use);
    assert_eq!(first(used(), 2, false), Question::Saving);
    // It was said of more units, or stands in a link to what is measured.
    assert_eq!(first(record(), 1, true), Question::Needed(1));
    assert_eq!(first(used(), 2, true), Question::Needed(2));
    let said = Assumptions { needed: "2".into(), ..Assumptions::default() };
    let counts = compared(&measured(40), &said).unneeded;
    assert_eq!(counts, Some(Unneeded { units: vec![0], basis: Basis::Assumed }));
    // Of several reservations nobody counts units.
    let line = form().lines[0].returned(&facts(0), today(), Policy::newest()).unwrap();
    let two = [line.clone(), line];
    assert_eq!(Question::first(&two, None, true), Question::Use);
    let form = FormText { lines: vec![form().lines[0].clone(), other()], ..form() };
    let both = [Arc::new(facts(0)), Arc::new(facts(0))];
    let case = form.case(&both, &prices(), Policy::newest(), '.').unwrap();
    let compared = Compared::new(&case.exchange, &both, &[], &[], &said, today()).unwrap();
    assert_eq!(compared.unneeded, None);
}

/// Another reservation of the same kind.
fn other() -> LineText {
    let of = ReservationRef { customer: "c".into(), order: "o".into(), reservation: "s".into() };
    LineText::all(of)
}

#[test]
fn before_the_first_whole_day_nothing_is_measured() {
    let mut new = with_use(record(), 0.into());
    new["properties"]["purchaseDate"] = json!(today());
    let facts = [Arc::new(facts_of(new, 0))];
    let of_today = compared(&facts, &Assumptions::default());
    assert_eq!((of_today.utilization, &of_today.unneeded), (None, &None));
    assert_eq!(of_today.comparison.advice.reason, Reason::UtilizationUnknown);
    let case = form().case(&facts, &prices(), Policy::newest(), '.').unwrap();
    let on = |day| share_measured(&case.exchange, &facts, day).map(|share| share.to_string());
    assert_eq!(on(today()), None);
    assert_eq!(on(today() + Days::new(1)).as_deref(), Some("0.00 %"));
}

#[test]
fn the_refund_page_is_asked_for_what_was_compared() {
    let facts = measured(40);
    let compared = compared(&facts, &Assumptions::default());
    let line = form().lines[0].returned(&facts[0], today(), Policy::newest()).unwrap();
    let terms = link::parameters(&compared.refund_of(&line, 1));
    let value = |name| terms.iter().find(|(known, _)| *known == name).unwrap().1.clone();
    assert_eq!(value(link::parameter::UNITS), "1");
    assert_eq!(value(link::parameter::DAY), today().to_string());
    assert_eq!(value(link::parameter::POLICY), Policy::newest().id);
}

#[test]
fn what_does_not_fit_is_named_by_its_field() {
    let wrong = |assumed: Assumptions| {
        let (facts, form) = (records(), form());
        let case = form.case(&facts, &prices(), Policy::newest(), '.').unwrap();
        let wrong = Compared::new(&case.exchange, &facts, &[], &[], &assumed, today()).unwrap_err();
        (wrong.field, wrong.problem)
    };
    let none = Assumptions::default;
    let of_needed = wrong(Assumptions { needed: "3".into(), ..none() });
    assert_eq!(of_needed, (Some(Field::Needed), Problem::OutOfRange { min: 0, max: 2 }));
    let of_use = wrong(Assumptions { utilization: "-1".into(), ..none() });
    assert_eq!(of_use.0, Some(Field::Utilization));
    let of_saving = wrong(Assumptions { saving: "101".into(), ..none() });
    assert_eq!(of_saving.0, Some(Field::Saving));
    let of_rate = wrong(Assumptions { usd_rate: "x".into(), ..none() });
    assert_eq!(of_rate.0, Some(Field::UsdRate));
}

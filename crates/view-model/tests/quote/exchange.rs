use crate::records::{facts, facts_of, older_reservation, today};
use azure::{CatalogItem, Exchange, ExchangeResult};
use calculator::{Decision, Policy, Problem, Refusal};
use serde_json::{Value, json};
use std::sync::Arc;
use view_model::quote::Facts;
use view_model::quote::bars::{WIDTH, floor_bar};
use view_model::quote::exchange::catalog::{
    Unsold, plans, regions, term_that_meets, terms, unsold,
};
use view_model::quote::exchange::final_exchange::counts_since;
use view_model::quote::exchange::request::{Extent, extent, request};
use view_model::quote::exchange::{
    Case, Field, FormText, LineText, PlanText, PriceBook, PriceFile, PurchaseText, Quoted, link,
    unused,
};
use view_model::quote::figures::{Compared, Pair};
use view_model::quote::letter::exchange::{Letter, NoLetter};
use view_model::quote::typed::{Fault, FieldError};
use view_model::{PriceRow, ReservationRef};

fn reservation() -> ReservationRef {
    ReservationRef { customer: "c".into(), order: "o".into(), reservation: "r".into() }
}

fn records() -> Vec<Arc<Facts>> {
    vec![Arc::new(facts(0))]
}

fn row(term: &str, price: &str, source: &str) -> PriceRow {
    PriceRow {
        reserved_resource_type: "VirtualMachines".into(),
        sku_name: "Standard_D4s_v5".into(),
        location: "westeurope".into(),
        term: term.into(),
        unit_price: price.parse().unwrap(),
        currency_code: "EUR".into(),
        source: source.into(),
        effective_date: today(),
    }
}

fn prices() -> PriceBook {
    PriceBook::new(vec![
        row("P1Y", "400.00", "demonstration"),
        row("P3Y", "900.00", "demonstration"),
    ])
}

fn purchase(quantity: &str) -> PurchaseText {
    PurchaseText {
        resource_type: "VirtualMachines".into(),
        sku: "Standard_D4s_v5".into(),
        region: "westeurope".into(),
        term: "P1Y".into(),
        plan: "Upfront".into(),
        quantity: quantity.into(),
        price: None,
    }
}

fn form(purchases: Vec<PurchaseText>) -> FormText {
    FormText {
        day: today().to_string(),
        lines: vec![LineText::all(reservation())],
        purchases,
        plans: Vec::new(),
    }
}

fn case(form: &FormText) -> Case {
    form.case(&records(), &prices(), Policy::newest(), '.').unwrap()
}

/// Two units at 500.00 for 365 days, 100 of them over: 273.97 consumed, 726.03 left.
#[test]
fn the_form_asks_for_an_exchange_at_the_price_of_the_list() {
    let quoted = Quoted::new(case(&form(vec![purchase("2")])));
    let totals = quoted.quote.assessment.totals.unwrap();
    assert_eq!(totals.refunds.to_string(), "726.03");
    assert_eq!(totals.net_payable.to_string(), "73.97");
    assert_eq!(totals.cash.net.to_string(), "73.97");
    assert_eq!(quoted.quote.assessment.decision, Decision::Allowed);
    assert!(Quoted::new(case(&form(Vec::new()))).is_empty());
}

#[test]
fn every_field_that_does_not_fit_is_named() {
    let wrong = PurchaseText { price: Some("-1".into()), ..purchase("1") };
    let unknown = PurchaseText { sku: "Standard_Z1".into(), ..purchase("1") };
    let none = PurchaseText { sku: String::new(), ..purchase("1") };
    let mut form = form(vec![purchase("0"), wrong, unknown, none]);
    form.lines[0].units = Some("3".into());
    form.plans = vec![PlanText { term: "P1Y".into(), hourly: "much".into() }];
    let errors = form.case(&records(), &prices(), Policy::newest(), '.').unwrap_err();
    let fields: Vec<_> = errors.iter().map(|error| error.field).collect();
    assert_eq!(
        fields,
        [
            Field::Units(0),
            Field::Quantity(0),
            Field::Price(1),
            Field::Price(2),
            Field::Product(3),
            Field::Hourly(0),
        ]
    );
    assert_eq!(errors[0].fault, Fault::Value(Problem::OutOfRange { min: 1, max: 2 }));
    assert_eq!(errors[3].fault, Fault::Value(Problem::Missing), "the list has no such price");
}

/// The first day of the change of exchange rights.
const CHANGE: &str = "2027-02-01";

/// An exchange of two units bought before the change, of which some have had their final exchange.
fn after_change(day: &str, exchanges_used: &str) -> FormText {
    let mut form = FormText { day: day.into(), ..form(vec![purchase("2")]) };
    form.lines[0].exchanges_used = Some(exchanges_used.into());
    form
}

fn older_case(form: &FormText, policy: &'static Policy) -> Result<Case, Vec<FieldError<Field>>> {
    form.case(&[Arc::new(facts_of(older_reservation(), 0))], &prices(), policy, '.')
}

fn older_decision(form: &FormText) -> Decision {
    Quoted::new(older_case(form, Policy::newest()).unwrap()).quote.assessment.decision
}

#[test]
fn units_that_had_their_final_exchange_are_asked_for_once_they_count() {
    let older = facts_of(older_reservation(), 0);
    let on = |day: &str| day.parse().ok();
    let change = on(CHANGE);
    for policy in [Policy::newest(), Policy::default_policy()] {
        assert_eq!(counts_since(&older, on("2027-01-31"), policy), None);
        assert_eq!(counts_since(&older, change, policy), change, "the newest rules are shown too");
        assert_eq!(counts_since(&older, None, policy), None);
    }
    let with = |field: &str, value: &str| {
        let mut record = older_reservation();
        record["properties"][field] = json!(value);
        facts_of(record, 0)
    };
    let vmware = with("reservedResourceType", "AVS");
    assert_eq!(counts_since(&vmware, change, Policy::newest()), None, "not among the services");
    let bought_later = with("purchaseDate", CHANGE);
    assert_eq!(counts_since(&bought_later, change, Policy::newest()), None, "it has no exchange");
}

#[test]
fn units_that_had_their_final_exchange_are_refused() {
    let used = Decision::Refused(Refusal::ExchangeRightUsed);
    for (had, units, expected) in [
        ("0", None, Decision::Allowed),
        ("1", None, used),
        ("1", Some("1"), Decision::Allowed),
        ("2", Some("1"), used),
    ] {
        let mut form = after_change(CHANGE, had);
        form.lines[0].units = units.map(Into::into);
        assert_eq!(older_decision(&form), expected, "{had} of 2, {units:?} returned");
    }
    for wrong in ["3", "-1", "0.5", ""] {
        let error = older_case(&after_change(CHANGE, wrong), Policy::newest()).unwrap_err();
        let range = Problem::OutOfRange { min: 0, max: 2 };
        let field = Field::ExchangesUsed(0);
        assert_eq!(error, [FieldError { field, fault: Fault::Value(range) }], "{wrong:?}");
        let before = after_change("2027-01-31", wrong);
        assert_ne!(older_decision(&before), used, "what is not seen counts for nothing");
    }
}

#[test]
fn units_that_have_their_exchange_left_can_be_returned() {
    let units_left = |form: &FormText| {
        Quoted::new(older_case(form, Policy::newest()).unwrap()).quote.ways_out.units_left
    };
    let asked = after_change(CHANGE, "1");
    assert_eq!(units_left(&asked), Some(vec![1]));
    let left = asked.returning(&[1]);
    assert_eq!(left.lines[0].shown_units(&facts_of(older_reservation(), 0)), "1");
    assert_eq!(left.lines[0].shown_exchanges_used(), "1", "what was said stays");
    assert_eq!(older_decision(&left), Decision::Allowed);
    let none = after_change(CHANGE, "2");
    assert_eq!(units_left(&none), None);
    assert_eq!(asked.returning(&[0]).lines, [], "of which there is none");
}

#[test]
fn imported_prices_come_first() {
    let book = PriceBook::new(vec![
        row("P1Y", "400.00", "demonstration"),
        row("P1Y", "380.00", PriceRow::IMPORTED),
    ]);
    assert_eq!(book.find(&purchase("1")).unwrap().unit_price.to_string(), "380.00");
    assert!(book.find(&PurchaseText { term: "P5Y".into(), ..purchase("1") }).is_none());
    let own = PurchaseText { price: Some("1,5".into()), ..purchase("1") };
    assert_eq!(own.shown_price(&book, ','), "1,5", "what was typed stays");
    assert_eq!(purchase("1").shown_price(&book, ','), "380");
}

#[test]
fn a_link_reproduces_the_exchange() {
    let own = PurchaseText { price: Some("123,45".into()), ..purchase("3") };
    let mut asked = form(vec![own, purchase("2")]);
    asked.lines[0].units = Some("1".into());
    asked.lines[0].is_used = Some(false);
    asked.lines.push(LineText {
        exchanges_used: Some("2".into()),
        ..LineText::all(ReservationRef { reservation: "r2".into(), ..reservation() })
    });
    asked.plans = vec![PlanText { term: "P3Y".into(), hourly: "0,25".into() }];
    let parameters = link::parameters(&asked, "azure-2026-08", ',');
    let values = |name: &str| -> Vec<String> {
        let all = parameters.iter().filter(|(known, value)| *known == name && !value.is_empty());
        let customer = (name == link::parameter::CUSTOMER).then(|| "c".to_owned());
        all.map(|(_, value)| value.clone()).chain(customer).collect()
    };
    let read = link::form(values, "2000-01-01", '.');
    let expected = asked.respelled(',', '.');
    assert_eq!(read, expected);
    let empty = link::parameters(&form(Vec::new()), "p", '.');
    assert!(
        empty.contains(&(link::parameter::BUY, String::new())),
        "it is taken out of the address"
    );
}

#[test]
fn a_link_by_hand_means_all_units_once() {
    let values = |name: &str| match name {
        link::parameter::CUSTOMER => vec!["c".to_owned()],
        link::parameter::RESERVATION => vec!["o/r".into(), "o/r:1".into(), "nonsense".into()],
        _ => Vec::new(),
    };
    let read = link::form(values, "2026-01-01", '.');
    assert_eq!(read.lines, [LineText::all(reservation())]);
    assert_eq!(read.day, "2026-01-01");
}

#[test]
fn unused_units_leave_what_is_used_covered() {
    for (owned, percent, expected) in [
        (6, "62", 2),
        (6, "0", 6),
        (6, "100", 0),
        (10, "99.99", 0),
        (3, "66.67", 0),
        (3, "66.6", 1),
    ] {
        assert_eq!(unused(owned, percent.parse().unwrap()), expected, "{percent} % of {owned}");
    }
}

#[test]
fn a_term_that_meets_the_minimum_is_one_that_is_sold_with_the_same_plan() {
    let item = |plans: Value| -> CatalogItem {
        serde_json::from_value(json!({
            "name": "Standard_D4s_v5", "locations": ["westeurope"], "terms": ["P1Y", "P3Y"],
            "billingPlans": plans
        }))
        .unwrap()
    };
    let too_low = purchase("1");
    let found = |item: &CatalogItem, prices: Vec<PriceRow>| {
        let exchange = case(&form(vec![too_low.clone()])).exchange;
        term_that_meets(item, &too_low, 0, &exchange, &PriceBook::new(prices))
    };
    let sold = item(json!({"P1Y": ["Upfront"], "P3Y": ["Upfront"]}));
    let enough = vec![row("P3Y", "4000.00", "demonstration")];
    assert_eq!(found(&sold, enough.clone()).as_deref(), Some("P3Y"));
    assert_eq!(found(&sold, vec![row("P3Y", "401.00", "demonstration")]), None, "still too low");
    assert_eq!(found(&sold, Vec::new()), None, "nobody knows its price");
    assert_eq!(found(&item(json!({"P1Y": ["Upfront"], "P3Y": ["Monthly"]})), enough), None);
}

#[test]
fn what_is_not_sold_as_chosen_is_told_with_what_is() {
    let items = json!([
        {"name": "Standard_D2s_v5", "locations": ["westeurope", "eastus"], "terms": ["P1Y", "P3Y"],
         "billingPlans": {"P1Y": ["Upfront", "Monthly"], "P3Y": ["Upfront"]}},
        {"name": "Standard_D4s_v5", "locations": ["eastus"], "terms": ["P1Y", "P3Y"],
         "billingPlans": {"P1Y": ["Upfront"], "P3Y": ["Upfront"]},
         "restrictions": [{"type": "Term", "values": ["P1Y"]}]}
    ]);
    let page: azure::Page<azure::CatalogItem> =
        azure::from_slice(items.to_string().as_bytes()).unwrap();
    let items = page.value;
    assert_eq!(regions(&items), ["eastus", "westeurope"]);
    assert_eq!(terms(&items[1]), ["P3Y"], "what is restricted is not offered");
    assert_eq!(plans(&items[0], "P3Y"), ["Upfront"]);
    let bought = |sku: &str, region: &str, term: &str, plan: &str| {
        let (sku, region, term, plan) = (sku.into(), region.into(), term.into(), plan.into());
        unsold(&items, &PurchaseText { sku, region, term, plan, ..purchase("1") })
    };
    let (small, large) = ("Standard_D2s_v5", "Standard_D4s_v5");
    assert_eq!(bought(small, "westeurope", "P1Y", "Monthly"), None);
    assert_eq!(bought(large, "eastus", "P1Y", "Upfront"), Some(Unsold::Term(vec!["P3Y".into()])));
    let east = Unsold::Region(vec!["eastus".into()]);
    assert_eq!(bought(large, "westeurope", "P1Y", "Upfront"), Some(east));
    let upfront = Unsold::Plan(vec!["Upfront".into()]);
    assert_eq!(bought(small, "eastus", "P3Y", "Monthly"), Some(upfront));
    assert_eq!(bought("Standard_E2", "eastus", "P1Y", "Upfront"), Some(Unsold::Size));
    assert_eq!(unsold(&[], &purchase("1")), None, "nothing is known yet");
}

#[test]
fn the_bar_holds_both_ends() {
    let quoted = Quoted::new(case(&form(vec![purchase("1")])));
    let totals = quoted.quote.assessment.totals.unwrap();
    let bar = floor_bar(totals.refunds, quoted.quote.assessment.purchases_total);
    assert!(bar.bought < bar.floor && bar.floor < WIDTH, "{bar:?}");
}

fn service(net: &str, credit: &str) -> Exchange {
    let number = |text: &str| serde_json::from_str::<Value>(text).unwrap();
    let price = |text: &str| json!({"currencyCode": "EUR", "amount": number(text)});
    let body = json!({"sessionId": "7a1c7a42-0000-4000-8000-000000000001",
        "netPayable": price(net), "refundsTotal": price("726.03"), "purchasesTotal": price("800"),
        "reservationsToExchange": [{"quantity": 2, "billingRefundAmount": price(credit),
        "reservationId": "/providers/microsoft.capacity/reservationOrders/O/reservations/R"}]});
    azure::from_slice(body.to_string().as_bytes()).unwrap()
}

#[test]
fn only_quotes_that_agree_to_the_cent_are_carried_out() {
    let ours = Quoted::new(case(&form(vec![purchase("2")])));
    let agree = |theirs: &Exchange| Compared::exchange(&ours, theirs).agree;
    let same = Compared::exchange(&ours, &service("73.97", "726.03"));
    assert!(same.agree, "{same:?}");
    for theirs in [service("73.96", "726.03"), service("73.97", "726.02"), Exchange::default()] {
        assert!(!agree(&theirs));
    }
    let other = Compared::exchange(&ours, &service("73.96", "726.03")).pairs;
    let differing: Vec<_> = other.into_iter().filter(|it| !it.agrees()).collect();
    assert_eq!(differing.len(), 1);
    let Pair { line, .. } = differing[0];
    assert_eq!(line, None, "it is a total");
    let mut units = service("73.97", "726.03");
    units.reservations_to_exchange.as_mut().unwrap()[0].quantity = Some(1);
    assert!(!agree(&units), "other units are another quote");
}

#[test]
fn the_service_is_asked_for_what_is_on_screen() {
    let mut asked = form(vec![purchase("2")]);
    asked.plans = vec![PlanText { term: "P1Y".into(), hourly: "0.5".into() }];
    let body: Value =
        serde_json::from_str(&azure::to_string(&request(&case(&asked), &records()))).unwrap();
    let properties = &body["properties"];
    let returned = &properties["reservationsToExchange"][0];
    assert_eq!(
        returned["reservationId"],
        "/providers/Microsoft.Capacity/reservationOrders/o/reservations/r"
    );
    assert_eq!(returned["quantity"], 2);
    let bought = &properties["reservationsToPurchase"][0];
    assert_eq!(bought["sku"]["name"], "Standard_D4s_v5");
    assert_eq!(bought["location"], "westeurope");
    assert_eq!(bought["properties"]["quantity"], 2);
    assert_eq!(bought["properties"]["displayName"], "Web shop");
    assert_eq!(bought["properties"]["billingPlan"], "Upfront");
    let plan = &properties["savingsPlansToPurchase"][0];
    assert_eq!(plan["sku"]["name"], "Compute_Savings_Plan");
    assert_eq!(plan["properties"]["commitment"]["grain"], "Hourly");
    assert_eq!(plan["properties"]["commitment"]["amount"].to_string(), "0.50");
}

fn result(status: &str, returned: &str, bought: &str) -> ExchangeResult {
    let body = json!({"status": status, "properties": {
        "reservationsToExchange": [{"status": returned}],
        "reservationsToPurchase": [{"status": bought}]}});
    azure::from_slice(body.to_string().as_bytes()).unwrap()
}

#[test]
fn a_half_failed_exchange_is_shown_as_what_it_is() {
    assert_eq!(extent(&result("Succeeded", "Succeeded", "Succeeded")), Extent::Done);
    assert_eq!(extent(&result("Failed", "Succeeded", "Failed")), Extent::Half);
    assert_eq!(extent(&result("Failed", "Failed", "Cancelled")), Extent::Nothing);
    assert_eq!(extent(&ExchangeResult::default()), Extent::Nothing);
}

fn item(change: impl Fn(&mut Value)) -> String {
    let mut item = json!({"currencyCode": "EUR", "retailPrice": 25007.0, "unitPrice": 25007.0,
        "armRegionName": "westeurope", "effectiveStartDate": "2026-02-01T00:00:00Z",
        "serviceName": "Virtual Machines", "unitOfMeasure": "1 Hour", "type": "Reservation",
        "armSkuName": "Standard_E64_v4", "reservationTerm": "1 Year"});
    change(&mut item);
    json!({"BillingCurrency": "EUR", "Items": [item], "NextPageLink": null, "Count": 1}).to_string()
}

#[test]
fn a_price_file_is_read_as_totals_for_the_term() {
    let file = PriceFile::read(&item(|_| ())).unwrap();
    let row = &file.rows[0];
    assert_eq!(row.unit_price, "25007".parse().unwrap(), "no hours are multiplied");
    assert_eq!(
        (row.term.as_str(), row.reserved_resource_type.as_str()),
        ("P1Y", "VirtualMachines")
    );
    assert_eq!(row.effective_date.to_string(), "2026-02-01");
    assert!(row.is_imported() && !file.is_one_of_several);
    let consumption = json!({"type": "Consumption"});
    let mut several: Value = serde_json::from_str(&item(|_| ())).unwrap();
    several["Items"].as_array_mut().unwrap().push(consumption);
    several["NextPageLink"] = json!("https://prices.azure.com/next");
    let file = PriceFile::read(&several.to_string()).unwrap();
    assert_eq!((file.rows.len(), file.passed_over, file.is_one_of_several), (1, 1, true));
}

#[test]
fn what_is_wrong_with_a_price_file_is_named_by_row_and_field() {
    let cases: [(&str, Value, &str); 7] = [
        ("retailPrice", json!(-1), "Items[0].retailPrice"),
        ("retailPrice", json!(null), "Items[0].retailPrice"),
        ("retailPrice", json!(0), "Items[0].retailPrice"),
        ("currencyCode", json!("XXX"), "Items[0].currencyCode"),
        ("reservationTerm", json!("2 Years"), "Items[0].reservationTerm"),
        ("armSkuName", json!(""), "Items[0].armSkuName"),
        ("effectiveStartDate", json!("yesterday"), "Items[0].effectiveStartDate"),
    ];
    for (field, value, place) in cases {
        let text = item(|item| item[field] = value.clone());
        assert_eq!(PriceFile::read(&text).unwrap_err().place, place, "{value}");
    }
    assert_eq!(PriceFile::read("[]").unwrap_err().place, "Items");
    assert_eq!(PriceFile::read("nonsense").unwrap_err().place, "");
    let other = item(|item| item["type"] = json!("Consumption"));
    assert_eq!(PriceFile::read(&other).unwrap_err().place, "Items", "nothing in it is of use");
}

#[test]
fn a_letter_says_until_when_an_exchange_comes_to_the_same() {
    let letter = |purchases| Letter::of(&Quoted::new(case(&form(purchases))));
    let allowed = letter(vec![purchase("2")]).unwrap();
    // Each day that passes takes something off the returned value.
    assert_eq!(allowed.holds_until, today());
    assert!(!allowed.sources.is_empty());
    assert_eq!(letter(Vec::new()), Err(NoLetter::NothingBought));
    let too_low = letter(vec![purchase("1")]);
    assert_eq!(too_low, Err(NoLetter::Refused(Refusal::CommitmentTooLow)));
}

use azure::{
    Date, Order, PlanInformation, Price, ProvisioningState, Reservation, ReservationProperties,
    UsageSummary,
};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use view_model::Tone;
use view_model::payments::{self, Progress, written};
use view_model::record::{self, DaysLeft, Place, Relation, days_left, place, related, siblings};
use view_model::usage::{self, HEIGHT};

fn day(text: &str) -> NaiveDate {
    Date::parse(text).unwrap().day().unwrap()
}

fn properties(json: &str) -> ReservationProperties {
    azure::from_slice(json.as_bytes()).unwrap()
}

#[test]
fn the_colour_of_a_state_says_whether_to_worry() {
    for (name, tone) in [
        ("Succeeded", Tone::Success),
        ("PendingBilling", Tone::Info),
        ("Cancelled", Tone::Neutral),
        ("BillingFailed", Tone::Danger),
        ("Failed", Tone::Danger),
        ("Hibernating", Tone::Warning),
    ] {
        assert_eq!(record::tone(&ProvisioningState::parse(name)), tone, "{name}");
    }
}

#[test]
fn an_early_end_makes_the_expiration_date_say_nothing() {
    for (name, runs) in
        [("Succeeded", true), ("Pending", true), ("Expired", true), ("Cancelled", false)]
    {
        assert_eq!(ProvisioningState::parse(name).phase().runs_to_expiry(), runs, "{name}");
    }
}

#[test]
fn the_expiration_date_is_the_first_day_without_benefit() {
    let expiry = day("2027-03-01");
    for (today, left) in [
        ("2026-03-01", DaysLeft::Days(365)),
        ("2027-02-27", DaysLeft::Days(2)),
        ("2027-02-28", DaysLeft::LastDay),
        ("2027-03-01", DaysLeft::EndedToday),
        ("2027-03-02", DaysLeft::Ended(1)),
        ("2028-03-01", DaysLeft::Ended(366)),
    ] {
        assert_eq!(days_left(expiry, day(today)), left, "{today}");
    }
}

#[track_caller]
fn check_place(json: &str, expected: Option<(&str, Option<&str>)>) {
    let expected = expected.map(|(name, detail)| Place {
        name: name.to_owned(),
        detail: detail.map(ToOwned::to_owned),
    });
    assert_eq!(place(&properties(json)), expected);
}

#[test]
fn a_scope_goes_by_the_name_that_people_know() {
    check_place("{}", None);
    check_place(r#"{"appliedScopeType":"Shared","appliedScopes":["/subscriptions/s-1"]}"#, None);
    check_place(
        r#"{"appliedScopeType":"Single","appliedScopes":["/subscriptions/s-1"]}"#,
        Some(("s-1", None)),
    );
    check_place(
        r#"{"appliedScopeType":"Single","appliedScopeProperties":
            {"subscriptionId":"/subscriptions/s-1","displayName":"Production"}}"#,
        Some(("Production", Some("s-1"))),
    );
    check_place(
        r#"{"appliedScopeType":"Single","appliedScopeProperties":
            {"resourceGroupId":"/subscriptions/s-1/resourceGroups/rg-web","displayName":"Production"}}"#,
        Some(("rg-web", Some("Production"))),
    );
    check_place(
        r#"{"appliedScopeType":"Single","appliedScopes":["/subscriptions/s-1/resourceGroups/rg-web"]}"#,
        Some(("rg-web", Some("s-1"))),
    );
    check_place(
        r#"{"appliedScopeType":"ManagementGroup","appliedScopeProperties":{"managementGroupId":
            "/providers/Microsoft.Management/managementGroups/mg-1","displayName":"Europe"}}"#,
        Some(("Europe", Some("mg-1"))),
    );
    check_place(
        r#"{"appliedScopeType":"Galaxy","appliedScopes":["andromeda"]}"#,
        Some(("andromeda", None)),
    );
}

#[test]
fn amounts_are_written_with_the_digits_of_their_currency() {
    let check = |json: &str, expected: Option<(&str, &str)>| {
        let price: Price = azure::from_slice(json.as_bytes()).unwrap();
        let amount = written(&price).map(|amount| (amount.amount, amount.currency));
        let amount = amount.as_ref().map(|(amount, currency)| (amount.as_str(), currency.as_str()));
        assert_eq!(amount, expected, "{json}");
    };
    check(r#"{"amount":354,"currencyCode":"EUR"}"#, Some(("354.00", "EUR")));
    check(r#"{"amount":83.69,"currencyCode":"GBP"}"#, Some(("83.69", "GBP")));
    check(r#"{"amount":16712,"currencyCode":"JPY"}"#, Some(("16712", "JPY")));
    check(r#"{"amount":0.00125,"currencyCode":"USD"}"#, Some(("0.00125", "USD")));
    check(r#"{"amount":-12.5,"currencyCode":"USD"}"#, Some(("-12.5", "USD")));
    check(r#"{"amount":7.5,"currencyCode":"???"}"#, Some(("7.5", "???")));
    check(r#"{"amount":7.5}"#, Some(("7.5", "")));
    check(r#"{"currencyCode":"USD"}"#, None);
}

#[test]
fn a_schedule_is_in_the_order_of_its_days() {
    let plan: PlanInformation = azure::from_slice(
        br#"{"transactions":[
            {"dueDate":"2026-12-09","status":"Scheduled","pricingCurrencyTotal":{"amount":10,"currencyCode":"USD"}},
            {"status":"Cancelled"},
            {"dueDate":"2026-11-09","status":"Failed","extendedStatusInfo":{"message":"no funds"},
             "pricingCurrencyTotal":{"amount":10,"currencyCode":"USD"}},
            {"dueDate":"2026-11-09","paymentDate":"2026-11-11","status":"Succeeded",
             "pricingCurrencyTotal":{"amount":10,"currencyCode":"USD"},
             "billingCurrencyTotal":{"amount":9.25,"currencyCode":"EUR"}}]}"#,
    )
    .unwrap();
    let rows = payments::rows(&plan);
    let days: Vec<_> = rows.iter().map(|row| row.due.map(|due| due.to_string())).collect();
    assert_eq!(
        days,
        [Some("2026-11-09"), Some("2026-11-09"), Some("2026-12-09"), None]
            .map(|day| day.map(ToOwned::to_owned))
    );
    assert!(rows[0].is_failed());
    assert_eq!(rows[0].reason.as_deref(), Some("no funds"));
    assert_eq!(rows[1].paid, Some(day("2026-11-11")));
    let shown = |place: usize| {
        let row = &rows[place];
        row.amount.as_ref().map(|shown| (shown.currency.as_str(), row.is_in_pricing_currency))
    };
    assert_eq!(
        (0..4).map(shown).collect::<Vec<_>>(),
        [Some(("USD", true)), Some(("EUR", false)), Some(("USD", true)), None,]
    );
    assert_eq!(payments::progress(&rows), Progress { paid: 1, total: 2 });
    assert_eq!(payments::next(&rows), Some(&rows[2]));
}

fn summary(day: &str, percent: &str) -> UsageSummary {
    let json = format!(
        r#"{{"properties":{{"usageDate":"{day}T00:00:00Z","avgUtilizationPercentage":{percent}}}}}"#
    );
    azure::from_slice(json.as_bytes()).unwrap()
}

#[test]
fn the_chart_shows_thirty_days_up_to_yesterday() {
    let (first, last) = usage::window(day("2026-03-01"));
    assert_eq!((first, last), (day("2026-01-30"), day("2026-02-28")));
    let days =
        usage::days(&[summary("2026-02-27", "12.5"), summary("2026-03-01", "1")], first, last);
    assert_eq!(days.len(), 30);
    let known: Vec<_> = days.iter().filter(|day| day.usage.is_some()).collect();
    assert_eq!(known.len(), 1);
    assert_eq!(known[0].day, day("2026-02-27"));
}

#[test]
fn bars_stay_in_the_drawing_and_stand_on_its_axis() {
    let summaries: Vec<_> =
        [("01", "0"), ("02", "0.004"), ("03", "50"), ("05", "100"), ("06", "137")]
            .map(|(day, percent)| summary(&format!("2026-03-{day}"), percent))
            .into();
    let days = usage::days(&summaries, day("2026-03-01"), day("2026-03-06"));
    let bars = usage::bars(&days);
    assert_eq!(bars.len(), 5, "the fourth has no data");
    let width = usage::width(days.len());
    for bar in &bars {
        assert_eq!(bar.y + bar.height, HEIGHT);
        assert!(bar.x + bar.width < width && bar.height > 0, "{bar:?}");
    }
    assert_eq!(bars[2].height, HEIGHT / 2);
    assert_eq!((bars[3].height, bars[4].height), (HEIGHT, HEIGHT));
    assert!(bars.windows(2).all(|pair| pair[0].x + pair[0].width < pair[1].x));
    assert_eq!(bars[3].x - bars[2].x, 2 * (bars[1].x - bars[0].x), "the gap keeps its place");
}

#[test]
fn extremes_name_the_first_of_equal_days() {
    let summaries = [("01", "40"), ("02", "90"), ("03", "90"), ("04", "10"), ("05", "10")]
        .map(|(day, percent)| summary(&format!("2026-03-{day}"), percent));
    let days = usage::days(&summaries, day("2026-02-27"), day("2026-03-06"));
    let extremes = usage::extremes(&days).unwrap();
    assert_eq!(extremes.lowest, (day("2026-03-04"), Decimal::from(10)));
    assert_eq!(extremes.highest, (day("2026-03-02"), Decimal::from(90)));
    assert_eq!(usage::extremes(&[]), None);
}

#[test]
fn relations_come_from_the_record_and_then_from_the_order() {
    let id = |name: &str| {
        format!("/providers/Microsoft.Capacity/reservationOrders/o/reservations/{name}")
    };
    let record: Reservation = azure::from_slice(
        format!(
            r#"{{"properties":{{"splitProperties":{{"splitSource":"{}"}},
                "swapProperties":{{"swapDestination":"{}"}}}}}}"#,
            id("whole"),
            id("new")
        )
        .as_bytes(),
    )
    .unwrap();
    let order: Order = azure::from_slice(
        format!(
            r#"{{"properties":{{"reservations":[{{"id":"{}"}},{{"id":"{}"}},{{"id":"{}"}}]}}}}"#,
            id("OWN"),
            id("Whole"),
            id("sister")
        )
        .as_bytes(),
    )
    .unwrap();
    let from_record = related(&record);
    let names = |all: &[(Relation, azure::ReservationId)]| {
        all.iter().map(|(relation, id)| (*relation, id.name().to_owned())).collect::<Vec<_>>()
    };
    assert_eq!(
        names(&from_record),
        [(Relation::SplitFrom, "whole".to_owned()), (Relation::ExchangedFor, "new".to_owned()),]
    );
    let from_order = siblings(&order, "own", &from_record);
    assert_eq!(names(&from_order), [(Relation::SameOrder, "sister".to_owned())]);
}

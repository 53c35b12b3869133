//! What the start page shows before there is anything of somebody's own.

use azure::{Reservation, Wire};
use calculator::{Policy, Rule};
use chrono::Days;
use serde_json::json;
use view_model::CustomerSummary;
use view_model::quote::quick::Line;
use view_model::start::{
    Difference, Outcome, TourStep, differences, example, shown_customer, shown_reservation,
};

use crate::today;

fn outcome(quotes: &[Line]) -> Outcome {
    Outcome::of(quotes[0].as_ref().unwrap()).unwrap()
}

#[test]
fn the_example_is_quoted_under_each_policy() {
    let form = example(today());
    assert_eq!(form.lines[0].purchased, "2025-10-10");
    // 10 of 30 days of an instalment of 1,000.00 are over, 22 of 36 instalments are not due.
    for (policy, back, fee, rule) in [
        (Policy::default_policy(), "586.67", "80.00", Rule::Fee),
        (Policy::newest(), "666.67", "0.00", Rule::FeeNotCharged),
    ] {
        let outcome = outcome(&form.quotes(policy, '.'));
        assert_eq!(outcome.back.to_string(), back, "{}", policy.id);
        assert_eq!(outcome.fee.to_string(), fee, "{}", policy.id);
        assert_eq!(outcome.no_longer_owed.to_string(), "22000.00", "{}", policy.id);
        assert_eq!(outcome.fee_rule, rule, "{}", policy.id);
    }
}

#[test]
fn the_example_has_amounts_on_every_day_and_under_every_policy() {
    for day in 0..800 {
        let today = today() + Days::new(day);
        for policy in Policy::all() {
            let outcome = outcome(&example(today).quotes(policy, ','));
            assert!(!outcome.back.is_zero(), "{today} under {}", policy.id);
            assert!(!outcome.no_longer_owed.is_zero(), "{today} under {}", policy.id);
        }
    }
}

#[test]
fn what_two_policies_differ_in_is_named() {
    let all = differences(Policy::default_policy(), Policy::newest());
    use Difference as D;
    let expected = [
        D::Fee,
        D::FirstDays,
        D::OverCap,
        D::Counts,
        D::NotReturnable,
        D::ExchangeRight,
        D::NotSold,
        D::TradeIn,
    ];
    assert_eq!(all, expected);
    for (place, one) in Policy::all().iter().enumerate() {
        for (other_place, other) in Policy::all().iter().enumerate() {
            let is_same = differences(one, other).is_empty();
            assert_eq!(is_same, place == other_place, "{} and {}", one.id, other.id);
        }
    }
}

#[test]
fn the_tour_goes_one_step_at_a_time_and_ends() {
    for (place, step) in TourStep::ALL.into_iter().enumerate() {
        assert_eq!(TourStep::numbered(&step.number().to_string()), Some(step));
        assert_eq!(step.next(), TourStep::ALL.get(place + 1).copied());
        assert_eq!(step.next().and_then(TourStep::previous).unwrap_or(step), step);
    }
    assert_eq!(TourStep::ALL[0].previous(), None);
    for nonsense in ["", "0", "7", "-1", "x", "99999999999999999999"] {
        assert_eq!(TourStep::numbered(nonsense), None, "{nonsense}");
    }
}

fn customer(id: &str, agreement: &str, reservations: u64) -> CustomerSummary {
    let summary = json!({
        "customerId": id, "displayName": id, "domain": "a.example", "agreementType": agreement,
        "reservationCount": reservations, "soonestExpiry": null, "limitUsedUsd": "0.00",
        "limitUsd": "50000.00",
    });
    CustomerSummary::read(summary).unwrap()
}

fn reservation(name: &str, state: &str) -> Reservation {
    let json = format!(
        r#"{{"id":"/providers/Microsoft.Capacity/reservationOrders/o/reservations/{name}",
        "properties":{{"provisioningState":"{state}"}}}}"#
    );
    azure::from_slice(json.as_bytes()).unwrap()
}

#[test]
fn the_tour_shows_what_there_is() {
    let shown = |all: &[CustomerSummary]| shown_customer(all).map(|it| it.customer_id.clone());
    let all = [customer("a", "CSP", 0), customer("b", "MCA", 3), customer("c", "CSP", 1)];
    assert_eq!(shown(&all), Some("c".to_owned()));
    assert_eq!(shown(&all[..2]), Some("b".to_owned()), "rather one outside than none");
    assert_eq!(shown(&all[..1]), None);

    let shown = |all: &[Reservation]| shown_reservation("c", all).map(|it| it.reservation);
    let all = [reservation("old", "Expired"), reservation("web", "Succeeded")];
    assert_eq!(shown(&all), Some("web".to_owned()));
    assert_eq!(shown(&all[..1]), Some("old".to_owned()));
    assert_eq!(shown(&[]), None);
}

//! What costs say of reservations: refunds, and the region of what was bought.

use imports::{EventKind, Fact, TransactionFact};

use crate::{portfolio, read};

const HEADER: &str = "ChargeCategory,ChargeClass,BilledCost,BillingCurrency,PricingQuantity,ChargePeriodStart,\
    ChargeFrequency,CommitmentDiscountId,CommitmentDiscountType\n";
const ID: &str = "/providers/Microsoft.Capacity/reservationOrders/bbbbbbbb-0000-4000-8000-000000000001/\
    reservations/aaaaaaaa-0000-4000-8000-000000000001";

fn focus(category: &str, class: &str, cost: &str) -> String {
    format!("{category},{class},{cost},EUR,-1,2026-11-02T00:00Z,One-Time,{ID},Reservation\n")
}

fn transactions(text: &str) -> Vec<TransactionFact> {
    let facts = read(text).facts.into_iter().filter_map(|(_, fact)| match fact {
        Fact::Transaction(fact) => Some(*fact),
        _ => None,
    });
    facts.collect()
}

/// FOCUS has no word for refunds; Microsoft writes them as corrections of purchases.
#[test]
fn a_purchase_of_focus_that_gives_money_back_is_a_refund() {
    let check = |row: String, event: EventKind, amount: &str| {
        let [fact] = transactions(&format!("{HEADER}{row}")).try_into().unwrap();
        assert_eq!(fact.event, event, "{row}");
        assert_eq!(fact.amount.unwrap().to_string(), amount, "{row}");
        assert_eq!(
            (fact.date.unwrap().to_string().as_str(), fact.quantity),
            ("2026-11-02", Some(1))
        );
    };
    check(focus("Purchase", "Correction", "-1962.52"), EventKind::Refund, "1962.52");
    check(focus("Purchase", "CORRECTION", "1962.52"), EventKind::Refund, "1962.52");
    check(focus("Purchase", "", "-1962.52"), EventKind::Refund, "1962.52");
    check(focus("Purchase", "NULL", "\"-1,962.52\""), EventKind::Refund, "1962.52");
    check(focus("Purchase", "NULL", "1962.52"), EventKind::Purchase, "1962.52");
    check(focus("Purchase", "", "0"), EventKind::Purchase, "0");
}

/// What was only given back is no price, and nothing that somebody owns.
#[test]
fn a_refund_of_focus_makes_no_reservation() {
    let alone = portfolio(&[&format!("{HEADER}{}", focus("Purchase", "Correction", "-1962.52"))]);
    let on = "2026-11-30".parse().unwrap();
    assert!(
        alone.reservations.iter().all(|it| !it.is_active(on) && it.known.unit_price.is_none()),
        "{alone:?}"
    );
}

#[test]
fn adjustments_and_taxes_of_focus_are_named() {
    let rows = ["Adjustment", "Tax", "Adjustment"].map(|category| focus(category, "", "-0.01"));
    let report = read(format!("{HEADER}{}", rows.concat())).report;
    assert_eq!(report.tally.total(), 0, "{report:?}");
    let ignored: Vec<_> = report.ignored.iter().map(|it| (it.reason.as_str(), it.rows)).collect();
    assert_eq!(
        ignored,
        [("a line about something else (Adjustment)", 2), ("a line about something else (Tax)", 1)]
    );
}

/// `EU West` is the name of meters for what prices call `westeurope`.
#[test]
fn the_region_of_a_meter_is_read_last() {
    let order = "bbbbbbbb-0000-4000-8000-000000000001";
    for (columns, cells, region) in [
        ("meterRegion,resourceLocation", "EU West,westeurope", "westeurope"),
        ("resourceLocation,meterRegion", "westeurope,EU West", "westeurope"),
        ("meterRegion,resourceLocation", "EU West,", "euwest"),
    ] {
        let text = format!(
            "date,chargeType,reservationId,billingCurrency,costInBillingCurrency,quantity,meterId,{columns}\n\
             02/20/2026,Purchase,{order},EUR,100,1,m,{cells}\n"
        );
        let [fact] = transactions(&text).try_into().unwrap();
        assert_eq!(fact.region.as_deref(), Some(region), "{columns}");
    }
}

/// The column says how many months a charge covers, in numbers or in words.
#[test]
fn focus_tells_the_term_and_an_instalment_does_not() {
    let header = HEADER.trim_end();
    let described = "\"Reserved VM Instance, Standard_D2s_v5, EU West, 3 Years\"";
    for (cell, description, term) in [
        ("36", "", Some("P3Y")),
        ("3Years", "", Some("P3Y")),
        ("1Year", "", Some("P1Y")),
        ("1", "", None),
        ("1", described, Some("P3Y")),
        ("NULL", described, Some("P3Y")),
        ("0", "Reserved VM Instance", None),
    ] {
        let row = focus("Purchase", "", "1962.52");
        let text = format!(
            "{header},ChargeDescription,x_SkuTerm,x_SkuDescription\n{},Reservation,{cell},{description}\n",
            row.trim_end()
        );
        let [fact] = transactions(&text).try_into().unwrap();
        assert_eq!(fact.term.as_deref(), term, "{cell} {description}");
        let sku = (description == described).then_some("Standard_D2s_v5");
        assert_eq!(fact.sku.as_deref(), sku, "{cell} {description}");
    }
}

/// A monthly charge of actual cost covers one month, which is no term of a reservation.
#[test]
fn actual_cost_tells_size_and_term_by_its_product() {
    let order = "bbbbbbbb-0000-4000-8000-000000000001";
    for (term, expect) in [("36", "P3Y"), ("1", "P1Y"), ("", "P1Y")] {
        let text = format!(
            "date,chargeType,frequency,reservationId,billingCurrency,costInBillingCurrency,quantity,meterId,term,product\n\
             02/20/2026,Purchase,Recurring,{order},EUR,100,1,m,{term},\
             \"Reserved VM Instance, Standard_B1s, EU West, 1 Year\"\n"
        );
        let [fact] = transactions(&text).try_into().unwrap();
        assert_eq!(fact.term.as_deref(), Some(expect), "{term}");
        assert_eq!(fact.sku.as_deref(), Some("Standard_B1s"), "{term}");
    }
}

/// A purchase of FOCUS names its reservation, and where no list does it is known by that.
#[test]
fn purchases_of_focus_have_the_id_of_their_reservation() {
    let one = focus("Purchase", "", "1962.52").replace("-1,2026", "2,2026");
    let alone = portfolio(&[&format!("{HEADER}{one}")]);
    let [web] = alone.reservations.as_slice() else { panic!("{alone:?}") };
    assert_eq!(web.known.id.as_ref().unwrap().as_str(), "aaaaaaaa-0000-4000-8000-000000000001");
    assert_eq!((web.known.quantity, alone.notes.len()), (Some(2), 0));

    // Several of one order are so many reservations, each with its own units and price.
    let second =
        one.replace("aaaaaaaa-0000-4000-8000-000000000001", "aaaaaaaa-0000-4000-8000-000000000002");
    let second = second.replace("1962.52", "300").replace(",2,2026", ",3,2026");
    let both = portfolio(&[&format!("{HEADER}{one}{second}")]);
    let shown: Vec<_> = both
        .reservations
        .iter()
        .map(|it| (it.known.quantity, it.known.unit_price.unwrap().to_string()))
        .collect();
    assert_eq!(shown, [(Some(2), "981.26".to_owned()), (Some(3), "100".to_owned())]);

    // Of a return that names its order only nobody knows whose units it gave back.
    let returned = focus("Purchase", "Correction", "-100")
        .replace("/reservations/aaaaaaaa-0000-4000-8000-000000000001", "");
    let open = portfolio(&[&format!("{HEADER}{one}{second}{returned}")]);
    assert!(open.reservations.iter().all(|it| it.known.quantity.is_none()), "{open:?}");
}

/// Purchases of actual cost name their order; what was used of it is its only reservation.
#[test]
fn use_names_the_reservation_of_a_purchase() {
    let usage = |number: u32| {
        focus("Usage", "", "0")
            .replace("000000000001,Reservation", &format!("{number:012},Reservation"))
    };
    let bought = focus("Purchase", "", "1962.52")
        .replace("/reservations/aaaaaaaa-0000-4000-8000-000000000001", "");
    let one = portfolio(&[&format!("{HEADER}{bought}{}", usage(7))]);
    let id = one.reservations[0].known.id.as_ref().map(ToString::to_string);
    assert_eq!(id.as_deref(), Some("aaaaaaaa-0000-4000-8000-000000000007"));
    let two = portfolio(&[&format!("{HEADER}{bought}{}{}", usage(7), usage(8))]);
    assert_eq!((two.reservations.len(), &two.reservations[0].known.id), (1, &None));
}

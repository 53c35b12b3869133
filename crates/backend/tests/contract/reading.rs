//! Reading customers, reservations and orders.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::fixtures::{Desk, Reply};

const LIST: &str = "GET /providers/Microsoft.Capacity/reservations";

fn names(reply: &Reply) -> Vec<&str> {
    reply.rows().iter().filter_map(|row| row["properties"]["displayName"].as_str()).collect()
}

#[test]
fn customers_are_listed_as_billing_does() {
    let desk = Desk::open();
    let partner = desk.partner();
    let account = desk.ask(&partner, "GET /providers/Prorata/account").body;
    assert_eq!(account["demonstration"], true);
    let id = account["billingAccountId"].as_str().expect("a billing account");
    let path = format!("GET /providers/Microsoft.Billing/billingAccounts/{id}/customers");
    let reply = desk.ask(&partner, &path);
    assert!(reply.rows().len() >= 12);
    for row in reply.rows() {
        assert_eq!(row["type"], "Microsoft.Billing/billingAccounts/customers");
        assert_eq!(row["name"].as_str().map(str::len), Some(36));
        assert_eq!(row["properties"]["status"], "Active");
    }
    let found = desk.ask(&partner, &format!("{path}?search=θάλασσα"));
    assert_eq!(found.rows().len(), 0);
    let found = desk.ask(&partner, &format!("{path}?search=FJ%C3%84LL"));
    assert_eq!(found.rows().len(), 1);
    let other = "GET /providers/Microsoft.Billing/billingAccounts/other/customers";
    assert_eq!(desk.ask(&partner, other).status, 404);
}

#[test]
fn a_summary_tells_what_the_list_of_customers_shows() {
    let desk = Desk::open();
    let summary = desk.summary("Vantaggio");
    assert_eq!(summary["limitUsedUsd"], "50000.00");
    assert_eq!(summary["limitUsd"], "50000.00");
    assert_eq!(summary["agreementType"], "CSP");
    let customer = desk.customer("Vantaggio");
    let rows = desk.ask(&customer, LIST);
    assert_eq!(summary["reservationCount"], rows.rows().len());
    let running = |row: &&Value| row["properties"]["provisioningState"] == "Succeeded";
    let expiry = |row: &Value| row["properties"]["expiryDate"].as_str().map(str::to_owned);
    let soonest = rows.rows().iter().filter(running).filter_map(expiry).min();
    assert_eq!(summary["soonestExpiry"].as_str().map(str::to_owned), soonest);
    assert_eq!(desk.summary("Van der Zilt")["soonestExpiry"], Value::Null);
    assert_eq!(desk.summary("Tern Harbour")["agreementType"], "MCA");
}

#[test]
fn rates_are_texts_with_the_day() {
    let desk = Desk::open();
    let reply = desk.ask(&desk.partner(), "GET /providers/Prorata/exchangeRates");
    let euro = reply.rows().iter().find(|row| row["currencyCode"] == "EUR").expect("the euro");
    assert_eq!((&euro["usdRate"], &euro["date"]), (&"1.0843".into(), &"2026-11-21".into()));
    assert_eq!(reply.rows().len(), 6);
}

#[test]
fn what_is_listed_can_be_read_one_by_one_and_by_order() {
    let desk = Desk::open();
    let customer = desk.customer("Fjällgren");
    for row in desk.ask(&customer, LIST).rows() {
        let id = row["id"].as_str().expect("an id");
        assert_eq!(&desk.ask(&customer, &format!("GET {id}")).body, row, "{id}");
        let order = id.split("/reservations/").next().expect("an order");
        let of_order = desk.ask(&customer, &format!("GET {order}/reservations"));
        assert!(of_order.rows().contains(row), "{id}");
        let order = desk.ask(&customer, &format!("GET {order}"));
        let stubs = order.body["properties"]["reservations"].as_array().expect("stubs");
        assert!(stubs.iter().any(|stub| stub["id"] == row["id"]), "{id}");
    }
    let missing = "GET /providers/Microsoft.Capacity/reservationOrders/none";
    assert_eq!(desk.ask(&customer, missing).code(), "ReservationOrderNotFound");
    let order = desk.reservation(&customer, "Ruttoptimering").order;
    let reply = desk.ask(&customer, &format!("GET {order}/reservations/none"));
    assert_eq!((reply.status, reply.code()), (404, "ReservationIdNotInReservationOrder"));
}

#[test]
fn lists_are_filtered_ordered_and_paged() {
    let desk = Desk::open();
    let customer = desk.customer("Meridian Quill");
    let all = desk.ask(&customer, LIST);
    let archived = desk.ask(&customer, &format!("{LIST}?$filter=properties/archived eq true"));
    assert_eq!(names(&archived), ["Expired: press kit site"]);
    let filter =
        "properties/term eq 'P3Y' and (properties/quantity eq 4 or properties/quantity eq 5)";
    let mut found =
        desk.ask(&customer, &format!("{LIST}?$filter={filter}&$orderby=properties/quantity"));
    assert_eq!(names(&found), ["Storefront", "Full-text search"]);
    found =
        desk.ask(&customer, &format!("{LIST}?$filter={filter}&$orderby=properties/quantity desc"));
    assert_eq!(names(&found), ["Full-text search", "Storefront"]);
    let selected = desk.ask(&customer, &format!("{LIST}?selectedState=cancelled"));
    assert_eq!(names(&selected), ["Preprint server"]);

    let mut rows = Vec::new();
    let mut next = format!("{LIST}?take=4");
    loop {
        let page = desk.ask(&customer, &next);
        assert!(page.rows().len() <= 4);
        rows.extend(page.rows().clone());
        let Some(link) = page.body["nextLink"].as_str() else { break };
        let path = link.strip_prefix(crate::fixtures::PUBLIC_URL).expect("a link to here");
        // The link is complete; the helper adds the version that it already has.
        next = format!("GET {}", path.replace("api-version=2022-11-01&", ""));
    }
    assert_eq!(&rows, all.rows());

    for wrong in ["take=0", "take=x", "take=101", "$skiptoken=-1", "$filter=x", "$orderby=x"] {
        let reply = desk.ask(&customer, &format!("{LIST}?{wrong}"));
        assert_eq!((reply.status, reply.code()), (400, "InvalidRequestUri"), "{wrong}");
        let parameter = wrong.split('=').next();
        assert_eq!(reply.body["error"]["target"].as_str(), parameter, "{wrong}");
    }
}

#[test]
fn a_summary_of_states_comes_when_it_is_asked_for() {
    let desk = Desk::open();
    let customer = desk.customer("Meridian Quill");
    assert_eq!(desk.ask(&customer, LIST).body["summary"], Value::Null);
    let reply = desk.ask(&customer, &format!("{LIST}?refreshSummary=true&take=1"));
    let counts = reply.body["summary"].as_object().expect("a summary");
    let total: u64 = counts.values().filter_map(Value::as_u64).sum();
    assert_eq!(total, desk.ask(&customer, LIST).rows().len() as u64);
    assert_eq!(counts["expiredCount"], 1);
    assert_eq!(counts["failedCount"], 1);
}

#[test]
fn times_have_seven_digits() {
    let desk = Desk::open();
    let customer = desk.customer("Thistledown");
    for row in desk.ask(&customer, LIST).rows() {
        for field in ["purchaseDateTime", "benefitStartTime", "expiryDateTime"] {
            let time = row["properties"][field].as_str().expect(field);
            assert_eq!(time.len(), "2026-01-31T09:41:07.1234567Z".len(), "{time}");
        }
        let (day, time) =
            (&row["properties"]["purchaseDate"], &row["properties"]["purchaseDateTime"]);
        assert!(time.as_str().zip(day.as_str()).is_some_and(|(time, day)| time.starts_with(day)));
    }
}

#[test]
fn a_monthly_schedule_is_billed_in_equal_truncated_instalments() {
    let desk = Desk::open();
    let customer = desk.customer("Kupferhain");
    let order = desk.reservation(&customer, "Fertigungsleitstand").order;
    let plain = desk.ask(&customer, &format!("GET {order}")).body;
    assert_eq!(plain["properties"]["planInformation"], Value::Null);
    let order = desk.ask(&customer, &format!("GET {order}?$expand=schedule")).body;
    let plan = &order["properties"]["planInformation"];
    // Six units at 4,248 over 36 months.
    assert_eq!(plan["pricingCurrencyTotal"]["amount"].to_string(), "25488.00");
    let payments = plan["transactions"].as_array().expect("payments");
    assert_eq!(payments.len(), 36);
    let amounts: BTreeSet<String> =
        payments.iter().map(|p| p["pricingCurrencyTotal"]["amount"].to_string()).collect();
    assert_eq!(amounts, BTreeSet::from(["708.00".to_owned()]));
    let paid = payments.iter().filter(|p| p["status"] == "Succeeded").count();
    let due = payments.iter().filter(|p| p["dueDate"].as_str() <= Some("2026-11-21")).count();
    assert_eq!((paid, due), (17, 17));
    assert_eq!(plan["nextPaymentDueDate"], "2026-12-09");
    let with_billing = payments.iter().filter(|p| !p["billingCurrencyTotal"].is_null()).count();
    assert_eq!(with_billing, 1, "only the first states its billing currency");
}

#[test]
fn instalments_are_truncated_to_the_minor_unit_of_their_currency() {
    let desk = Desk::open();
    for (customer, name, instalment) in [
        // 71,820 / 36, whole; 637,500 yen at once; 1,752 / 12 for six; 361,000 / 36 = 10,027.7.
        ("Almrausch", "Solvenzrechnung", "1995.00"),
        ("霞ヶ瀬", "生産管理システム", "3825000"),
        ("Sablier", "Core sample models", "876.00"),
        ("霞ヶ瀬", "基幹データベース", "80216"),
    ] {
        let person = desk.customer(customer);
        let order = desk.reservation(&person, name).order;
        let order = desk.ask(&person, &format!("GET {order}?$expand=schedule")).body;
        let first = &order["properties"]["planInformation"]["transactions"][0];
        assert_eq!(first["pricingCurrencyTotal"]["amount"].to_string(), instalment, "{name}");
    }
}

#[test]
fn records_say_where_they_came_from() {
    let desk = Desk::open();
    let customer = desk.customer("Fjällgren");
    let source = desk.reservation(&customer, "Godsterminal");
    let row = desk.ask(&customer, &format!("GET {}", source.id)).body;
    assert_eq!(row["properties"]["provisioningState"], "Split");
    assert_eq!(row["properties"]["extendedStatusInfo"]["statusCode"], "Split");
    let destinations = &row["properties"]["splitProperties"]["splitDestinations"];
    for name in ["Godsterminal Öst", "Godsterminal Väst"] {
        let part = desk.reservation(&customer, name);
        assert!(destinations.as_array().expect("parts").contains(&part.id.clone().into()));
        let row = desk.ask(&customer, &format!("GET {}", part.id)).body;
        assert_eq!(row["properties"]["splitProperties"]["splitSource"], source.id.as_str());
    }
    let customer = desk.customer("Old Quarry");
    let new = desk.reservation(&customer, "Scanner gateway");
    let old = desk.reservation(&customer, "Scanner gateway (old size)");
    let swap = |id: &str| {
        desk.ask(&customer, &format!("GET {id}")).body["properties"]["swapProperties"].clone()
    };
    assert_eq!(swap(&new.id)["swapSource"], old.id.as_str());
    assert_eq!(swap(&old.id)["swapDestination"], new.id.as_str());
}

#[test]
fn a_renewal_is_spelled_out_when_it_is_asked_for() {
    let desk = Desk::open();
    let customer = desk.customer("Kupferhain");
    let id = desk.reservation(&customer, "ERP Datenbank").id;
    let plain = desk.ask(&customer, &format!("GET {id}")).body;
    assert_eq!(plain["properties"]["renewProperties"], Value::Null);
    let row = desk.ask(&customer, &format!("GET {id}?expand=renewProperties")).body;
    let total = &row["properties"]["renewProperties"]["billingCurrencyTotal"]["amount"];
    assert_eq!(total.to_string(), "38784.00");
}

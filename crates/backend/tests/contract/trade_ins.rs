//! Reservations traded in for savings plans.

use azure::{Page, SavingsPlan, SavingsPlanOrder, from_slice};
use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::fixtures::Desk;
use crate::fixtures::exchange::{draft, machines, savings_plan, subscription};

const POLICY: &str = "azure-2026-08";
const ORDERS: &str = "GET /providers/Microsoft.BillingBenefits/savingsPlanOrders";

#[test]
fn reservations_of_several_services_become_a_savings_plan() {
    let desk = Desk::open();
    let person = desk.customer("Ardèvol");
    let payer = subscription(&desk, &person);
    let items = ["Portal de clients", "Maquetació"].map(|name| desk.reservation(&person, name));
    let returns = [(&items[0], 6), (&items[1], 12)];
    let body = draft(&returns, &[], &[savings_plan(&payer, "P3Y", "1.25")]);
    let quote = desk.exchange_quote(&person, &body, POLICY);
    assert_eq!(quote["policyResult"]["policyErrors"], Value::Null, "{quote}");
    // 1.25 an hour for 26,280 hours.
    let total = &quote["savingsPlansToPurchase"][0]["billingCurrencyTotal"]["amount"];
    assert_eq!(total.to_string(), "32850.00");
    assert_eq!(desk.ask(&person, ORDERS).rows().len(), 0);

    let accepted = desk.exchange(&person, &quote);
    desk.wait(TimeDelta::seconds(6));
    let done = desk.follow(&person, &accepted).body;
    assert_eq!(done["status"], "Succeeded");
    let plan = &done["properties"]["savingsPlansToPurchase"][0];
    let orders = desk.ask(&person, ORDERS);
    let page: Page<SavingsPlanOrder> =
        from_slice(orders.body.to_string().as_bytes()).expect("orders");
    assert!(page.value[0].rest.is_empty() && page.value[0].properties().rest.is_empty());
    let order = &orders.rows()[0];
    assert_eq!(order["id"], plan["savingsPlanOrderId"]);
    assert_eq!(order["properties"]["savingsPlans"], json!([plan["savingsPlanId"]]));
    let price = &order["properties"]["planInformation"]["pricingCurrencyTotal"];
    assert_eq!(price["amount"].to_string(), "32850.00");
    assert_eq!(order["properties"]["provisioningState"], "Succeeded");
    let path = format!("GET {}/savingsPlans", order["id"].as_str().expect("an id"));
    let plans = desk.ask(&person, &path);
    let page: Page<SavingsPlan> = from_slice(plans.body.to_string().as_bytes()).expect("plans");
    assert!(page.value[0].rest.is_empty() && page.value[0].properties().rest.is_empty());
    assert_eq!(plans.rows()[0]["id"], plan["savingsPlanId"]);
    let commitment = &plans.rows()[0]["properties"]["commitment"];
    assert_eq!(
        (commitment["amount"].to_string(), &commitment["grain"]),
        ("1.25".into(), &json!("Hourly"))
    );
    for item in items {
        let row = desk.ask(&person, &format!("GET {}", item.id)).body["properties"].clone();
        assert_eq!(row["extendedStatusInfo"]["statusCode"], "Exchanged");
        assert_eq!(row["swapProperties"], Value::Null, "no reservation took its place");
    }
}

#[test]
fn a_savings_plan_may_come_beside_a_reservation() {
    let desk = Desk::open();
    let person = desk.customer("Ardèvol");
    let payer = subscription(&desk, &person);
    let item = desk.reservation(&person, "Maquetació");
    let purchase = machines(&payer, "Standard_D2s_v5", "westeurope", "P3Y", 10);
    let plan = savings_plan(&payer, "P1Y", "2.00");
    let quote = desk.exchange_quote(&person, &draft(&[(&item, 12)], &[purchase], &[plan]), POLICY);
    // 10 × 1,066 and 2.00 × 8,760.
    assert_eq!(quote["purchasesTotal"]["amount"].to_string(), "28180.00");
    assert_eq!(quote["policyResult"]["policyErrors"], Value::Null, "{quote}");
}

/// A plan for databases in euros.
fn database_plan(payer: &str, term: &str, hourly: &str) -> Value {
    let mut plan = savings_plan(payer, term, hourly);
    plan["sku"]["name"] = json!("Database_Savings_Plan");
    plan
}

#[test]
fn databases_become_a_database_plan_of_one_year() {
    let desk = Desk::open();
    let person = desk.customer("Ardèvol");
    let payer = subscription(&desk, &person);
    let item = desk.reservation(&person, "Comandes");
    let of = |plan: Value| draft(&[(&item, 1)], &[], &[plan]);
    for (policy, plan) in [
        (POLICY, savings_plan(&payer, "P3Y", "9")),
        ("azure-2023-10", database_plan(&payer, "P1Y", "9")),
    ] {
        let quote = desk.exchange_quote(&person, &of(plan), policy);
        assert_eq!(quote["policyResult"]["policyErrors"][0]["code"], "DissimilarProducts");
        assert_eq!(quote["sessionId"], Value::Null);
    }
    let reply = desk.calculate(&person, &of(database_plan(&payer, "P3Y", "9")), POLICY);
    assert_eq!(reply.status, 400);
    let target = "properties.savingsPlansToPurchase[0].properties.term";
    assert_eq!(reply.body["error"]["target"], target);

    let quote = desk.exchange_quote(&person, &of(database_plan(&payer, "P1Y", "9")), POLICY);
    assert_eq!(quote["policyResult"]["policyErrors"], Value::Null, "{quote}");
    let accepted = desk.exchange(&person, &quote);
    desk.wait(TimeDelta::seconds(6));
    assert_eq!(desk.follow(&person, &accepted).body["status"], "Succeeded");
    let orders = desk.ask(&person, ORDERS);
    assert_eq!(orders.rows()[0]["sku"]["name"], "Database_Savings_Plan");
}

#[test]
fn a_bad_plan_is_named_with_its_field() {
    let desk = Desk::open();
    let person = desk.customer("Ardèvol");
    let payer = subscription(&desk, &person);
    let item = desk.reservation(&person, "Maquetació");
    let list = "properties.savingsPlansToPurchase[0]";
    for (pointer, value, target) in [
        ("/sku/name", json!("Other"), "sku.name"),
        ("/properties/term", json!("P5Y"), "properties.term"),
        ("/properties/term", json!("soon"), "properties.term"),
        ("/properties/commitment/amount", json!(-1), "properties.commitment.amount"),
        ("/properties/commitment/amount", json!("lots"), "properties.commitment.amount"),
        ("/properties/commitment/grain", json!("Daily"), "properties.commitment.grain"),
        ("/properties/commitment/currencyCode", json!("X"), "properties.commitment.currencyCode"),
        ("/properties/billingScopeId", json!("/subscriptions/x"), "properties.billingScopeId"),
    ] {
        let mut plan = savings_plan(&payer, "P3Y", "1.25");
        *plan.pointer_mut(pointer).expect(pointer) = value;
        let reply = desk.calculate(&person, &draft(&[(&item, 1)], &[], &[plan]), POLICY);
        assert_eq!(reply.status, 400, "{pointer}");
        assert_eq!(reply.body["error"]["target"], format!("{list}.{target}"));
    }
    let mut plan = savings_plan(&payer, "P3Y", "1.25");
    plan["properties"]["commitment"]["currencyCode"] = json!("USD");
    let reply = desk.calculate(&person, &draft(&[(&item, 1)], &[], &[plan]), POLICY);
    assert_eq!(reply.body["error"]["target"], format!("{list}.properties.commitment.currencyCode"));
}

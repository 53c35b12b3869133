//! Quoting and carrying out exchanges.

use azure::{ExchangeResult, Order, Reservation, from_slice, holding};
use calculator::Policy;
use calculator::exchange::{Exchange, Purchase, PurchaseInput, Return, assess_exchange};
use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::fixtures::exchange::{draft, machines, subscription, with};
use crate::fixtures::{Desk, Item, Person, Reply};

const NEWEST: &str = "azure-2026-08";

/// What stands at a pointer, as text.
fn at(value: &Value, pointer: &str) -> String {
    value.pointer(pointer).map_or("nothing".to_owned(), Value::to_string)
}

fn amounts(quote: &Value) -> [String; 3] {
    ["/refundsTotal/amount", "/purchasesTotal/amount", "/netPayable/amount"]
        .map(|pointer| at(quote, pointer))
}

fn properties(desk: &Desk, person: &Person, id: &Value) -> Value {
    let path = format!("GET {}", id.as_str().expect("an id"));
    desk.ask(person, &path).body["properties"].clone()
}

/// The result of an operation, which the wire types know in every detail.
fn result(desk: &Desk, person: &Person, accepted: &Reply) -> Value {
    let reply = desk.follow(person, accepted);
    assert_eq!(reply.status, 200, "{}", reply.body);
    let text = reply.body.to_string();
    let read: ExchangeResult = from_slice(text.as_bytes()).expect(&text);
    assert_eq!(serde_json::to_value(&read).expect("JSON"), reply.body);
    // Unknown fields end up in a rest, and so do nulls, which are known.
    for rest in format!("{read:?}").split("rest: {").skip(1) {
        let (fields, _) = rest.split_once('}').expect("an end");
        let known = |field: &str| field.is_empty() || field.ends_with(": Null");
        assert!(fields.split(", ").all(known), "{fields}");
    }
    reply.body
}

#[test]
fn one_for_one_by_hand() {
    let desk = Desk::open();
    let person = desk.customer("Ardèvol");
    let item = desk.reservation(&person, "Catàleg en línia");
    let payer = subscription(&desk, &person);
    let request = machines(&payer, "Standard_E4s_v5", "westeurope", "P3Y", 1);
    let body = draft(&[(&item, 1)], std::slice::from_ref(&request), &[]);

    let accepted = desk.calculate(&person, &body, NEWEST);
    assert_eq!((accepted.status, accepted.response.body().len()), (202, 0));
    assert_eq!(accepted.header("location"), accepted.header("azure-asyncoperation"));
    assert!(accepted.header("retry-after").is_some());
    let pending = result(&desk, &person, &accepted);
    assert_eq!((&pending["status"], &pending["properties"]), (&json!("Pending"), &Value::Null));
    desk.wait(TimeDelta::seconds(2));
    let quoted = result(&desk, &person, &accepted);
    assert_eq!(quoted["status"], "Succeeded");
    let quote = &quoted["properties"];
    // Bought on 2026-01-01 for 1,096 days; 324 of them are used: 2,816.00 less 832.47. The new one
    // costs 2,490 USD, 18 % more, at 1.0843 USD for a euro: 2,710.
    assert_eq!(amounts(quote), ["1983.53", "2710.00", "726.47"]);
    assert_eq!(quote["policyResult"], json!({ "policyErrors": null }));
    let returned = &quote["reservationsToExchange"][0];
    assert_eq!((&returned["reservationId"], &returned["quantity"]), (&json!(item.id), &json!(1)));
    assert_eq!(at(returned, "/billingRefundAmount/amount"), "1983.53");
    let billing = |name: &str| at(returned, &format!("/billingInformation/{name}/amount"));
    assert_eq!(billing("billingCurrencyTotalPaidAmount"), "22528.00");
    assert_eq!(billing("billingCurrencyProratedAmount"), "20544.47");
    assert_eq!(billing("billingCurrencyRemainingCommitmentAmount"), "0.00");
    assert_eq!(quote["reservationsToPurchase"][0]["properties"], request, "as it was asked for");
}

#[test]
fn an_exchange_goes_through_its_steps_and_links_both_sides() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    let payer = subscription(&desk, &person);
    let request = machines(&payer, "Standard_D4s_v5", "germanywestcentral", "P3Y", 3);
    let request = with(request, "billingPlan", json!("Monthly"));
    let before = desk.summary("Kupferhain")["limitUsedUsd"].clone();
    let quote = desk.exchange_quote(&person, &draft(&[(&item, 2)], &[request], &[]), NEWEST);
    // 141.60 of the current instalment and 19 later ones of 118.00, for two units.
    assert_eq!(amounts(&quote), ["4625.60", "6399.00", "1773.40"]);

    let accepted = desk.exchange(&person, &quote);
    assert_eq!((accepted.status, accepted.response.body().len()), (202, 0));
    let state = || properties(&desk, &person, &json!(item.id))["provisioningState"].clone();
    let mut seen = Vec::new();
    for _ in 0..7 {
        let now = result(&desk, &person, &accepted);
        let status = now["status"].as_str().expect("a status").to_owned();
        let of = |list: &str| now["properties"][list][0]["status"].clone();
        match status.as_str() {
            "Pending" => assert_eq!(now["properties"], Value::Null),
            "PendingRefunds" => assert_eq!(of("reservationsToExchange"), "Pending"),
            "PendingPurchases" => {
                assert_eq!(of("reservationsToExchange"), "Succeeded");
                assert_eq!(of("reservationsToPurchase"), "Pending");
            }
            _ => assert_eq!(of("reservationsToPurchase"), "Succeeded"),
        }
        let expected = if status.ends_with("Refunds") || status == "Pending" {
            "Pending"
        } else {
            "Succeeded"
        };
        assert_eq!(state(), expected, "{status}");
        seen.push(status);
        seen.dedup();
        desk.wait(TimeDelta::seconds(1));
    }
    assert_eq!(seen, ["Pending", "PendingRefunds", "PendingPurchases", "Succeeded"]);

    let done = result(&desk, &person, &accepted)["properties"].clone();
    let bought = &done["reservationsToPurchase"][0];
    let new = properties(&desk, &person, &bought["reservationId"]);
    assert_eq!((&new["quantity"], &new["provisioningState"]), (&json!(3), &json!("Succeeded")));
    assert_eq!(
        (&new["purchaseDate"], &new["expiryDate"]),
        (&json!("2026-11-21"), &json!("2029-11-21"))
    );

    // Two units went, four stay; what went is a record of its own.
    assert_eq!(properties(&desk, &person, &json!(item.id))["quantity"], 4);
    let gone = properties(&desk, &person, &new["swapProperties"]["swapSource"]);
    assert_eq!((&gone["quantity"], &gone["provisioningState"]), (&json!(2), &json!("Cancelled")));
    assert_eq!(gone["extendedStatusInfo"]["statusCode"], "Exchanged");
    assert_eq!(gone["swapProperties"]["swapDestination"], bought["reservationId"]);
    assert_eq!(gone["splitProperties"]["splitSource"], item.id);

    // Instalments of what went are no longer charged, those of what came are.
    let plan = |order: &Value| {
        let path = format!("GET {}?$expand=schedule", order.as_str().expect("an id"));
        desk.ask(&person, &path).body["properties"]["planInformation"].clone()
    };
    let payment = |plan: &Value, place: usize| {
        at(plan, &format!("/transactions/{place}/pricingCurrencyTotal/amount"))
    };
    let old_plan = plan(&json!(item.order));
    assert_eq!([payment(&old_plan, 16), payment(&old_plan, 17)], ["708.00", "472.00"]);
    let new_plan = plan(&bought["reservationOrderId"]);
    assert_eq!(at(&new_plan, "/pricingCurrencyTotal/amount"), "6399.00");
    assert_eq!(new_plan["transactions"].as_array().map(Vec::len), Some(36));
    assert_eq!(payment(&new_plan, 35), "177.75");
    assert_eq!(new_plan["nextPaymentDueDate"], "2026-12-21");

    assert_eq!(desk.summary("Kupferhain")["limitUsedUsd"], before, "uses none of the limit");
}

#[test]
fn many_for_many_are_linked_place_by_place() {
    let desk = Desk::open();
    let person = desk.customer("Ardèvol");
    let names = ["Maquetació", "Servidors de tipografies", "Amfitrió dedicat"];
    let items = names.map(|name| desk.reservation(&person, name));
    let returns: Vec<(&Item, u64)> = items.iter().map(|item| (item, item.quantity)).collect();
    let payer = subscription(&desk, &person);
    let purchases = [
        machines(&payer, "Standard_D8as_v5", "westeurope", "P3Y", 20),
        with(
            machines(&payer, "Standard_E8s_v5", "uksouth", "P3Y", 6),
            "billingPlan",
            json!("Monthly"),
        ),
    ];
    let quote = desk.exchange_quote(&person, &draft(&returns, &purchases, &[]), NEWEST);
    assert_eq!(quote["policyResult"]["policyErrors"], Value::Null, "{quote}");
    let accepted = desk.exchange(&person, &quote);
    desk.wait(TimeDelta::seconds(6));
    let done = result(&desk, &person, &accepted);
    assert_eq!(done["status"], "Succeeded");
    let new = done["properties"]["reservationsToPurchase"].as_array().expect("two").clone();
    let link =
        |id: &Value, field: &str| properties(&desk, &person, id)["swapProperties"][field].clone();
    let [first, second] = [&new[0]["reservationId"], &new[1]["reservationId"]];
    let destinations = items.each_ref().map(|item| link(&json!(item.id), "swapDestination"));
    assert_eq!(destinations.each_ref(), [first, second, second]);
    assert_eq!(link(first, "swapSource"), items[0].id);
    assert_eq!(link(second, "swapSource"), items[1].id);
    for item in &items {
        let order = desk.ask(&person, &format!("GET {}", item.order)).body;
        assert_eq!(order["properties"]["provisioningState"], "Cancelled");
    }
    // What was received can be exchanged again.
    let again = desk.reservation(&person, "New Standard_E8s_v5");
    let request = machines(&payer, "Standard_E16s_v5", "uksouth", "P3Y", 6);
    let quote = desk.exchange_quote(&person, &draft(&[(&again, 6)], &[request], &[]), NEWEST);
    assert_eq!(quote["policyResult"]["policyErrors"], Value::Null, "{quote}");
}

#[test]
fn the_record_of_activities_says_what_became_of_it() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Messrechner Halle 4");
    let payer = subscription(&desk, &person);
    let request = machines(&payer, "Standard_D4s_v5", "germanywestcentral", "P3Y", 4);
    let quote = desk.exchange_quote(&person, &draft(&[(&item, 4)], &[request], &[]), NEWEST);
    let accepted = desk.exchange(&person, &quote);
    let entry = desk.activities(&person)[0].clone();
    assert_eq!(entry["action"], "Microsoft.Capacity/exchange/action");
    assert_eq!(entry["target"], item.id);
    let changes = entry["changes"].as_array().expect("changes").clone();
    assert_eq!(changes[0], json!({ "field": "quantity", "before": 4, "after": 0 }));
    assert_eq!(changes[1]["after"], "4 × Standard_D4s_v5, germanywestcentral, P3Y, Upfront");
    let snapshot = &entry["quote"];
    assert_eq!(snapshot["policy"], NEWEST);
    let again = calculator::json::answer(&snapshot["input"].to_string(), 1);
    let again: Value = serde_json::from_str(&again.text).expect("an answer");
    assert_eq!(again, snapshot["answer"]);
    assert_eq!(snapshot["answer"]["netPayable"], at(&quote, "/netPayable/amount"));
    assert_eq!(snapshot["returned"], json!([item.id]), "in the order of the input's returns");

    desk.wait(TimeDelta::seconds(6));
    let done = result(&desk, &person, &accepted);
    let id = &done["properties"]["reservationsToPurchase"][0]["reservationId"];
    let all = desk.activities(&person);
    assert_eq!(all.len(), 1);
    let changes = all[0]["changes"].as_array().expect("changes");
    assert_eq!(changes[2], json!({ "field": "status", "before": "Pending", "after": "Succeeded" }));
    assert_eq!(changes[3], json!({ "field": "reservationId", "before": null, "after": id }));
}

#[test]
fn a_day_ends_at_midnight_utc() {
    let desk = Desk::open();
    let person = desk.customer("Ardèvol");
    let items = ["Maquetació", "Catàleg en línia"].map(|name| desk.reservation(&person, name));
    let payer = subscription(&desk, &person);
    let quote = |item: &Item| {
        let request = machines(&payer, "Standard_D4s_v5", "westeurope", "P1Y", 20);
        desk.exchange_quote(&person, &draft(&[(item, 1)], &[request], &[]), NEWEST)
    };
    desk.wait("2026-11-21T23:59:50Z".parse::<chrono::DateTime<_>>().expect("a time") - desk.now());
    let quotes = items.each_ref().map(quote);
    let accepted = desk.exchange(&person, &quotes[0]);
    desk.wait(TimeDelta::seconds(10));
    // The term is the one of the quote, although it was all over on the next day only.
    let done = result(&desk, &person, &accepted);
    let id = &done["properties"]["reservationsToPurchase"][0]["reservationId"];
    let new = properties(&desk, &person, id);
    assert_eq!(
        (&new["purchaseDate"], &new["expiryDate"]),
        (&json!("2026-11-21"), &json!("2027-11-21"))
    );
    // A day more is used.
    let reply = desk.exchange(&person, &quotes[1]);
    assert_eq!((reply.status, reply.code()), (409, "ActivateQuoteFailed"));
}

#[test]
fn what_is_bought_can_take_over_name_payer_and_scope() {
    let desk = Desk::open();
    let mut scopes = Vec::new();
    for customer in ["Kupferhain", "Brisa", "Ardèvol", "澜汀", "Gemeenschappelijke", "Meridian"]
    {
        let person = desk.customer(customer);
        let list = desk.ask(&person, "GET /providers/Microsoft.Capacity/reservations");
        for row in list.rows() {
            let old = &row["properties"];
            if old["provisioningState"] != "Succeeded" {
                continue;
            }
            let payer = old["billingScopeId"].as_str().expect("a payer");
            let mut request = machines(payer, "Standard_D4s_v5", "westeurope", "P3Y", 1);
            let taken =
                ["displayName", "appliedScopeType", "appliedScopes", "appliedScopeProperties"];
            for field in taken {
                request["properties"][field] = old[field].clone();
            }
            let body = draft(&[(&Item::of(row), 1)], &[request], &[]);
            let reply = desk.calculate(&person, &body, NEWEST);
            assert_eq!(reply.status, 202, "{}", reply.body);
            scopes.push(old["appliedScopeType"].as_str().expect("a type").to_owned());
        }
    }
    scopes.sort();
    scopes.dedup();
    assert_eq!(scopes, ["ManagementGroup", "Shared", "Single"]);
}

/// The record as a client reads it.
fn client_holding(desk: &Desk, person: &Person, item: &Item) -> calculator::Holding {
    let read = |path: String| desk.ask(person, &path).body.to_string();
    let reservation: Reservation =
        from_slice(read(format!("GET {}", item.id)).as_bytes()).expect("a reservation");
    let order: Order = from_slice(read(format!("GET {}?$expand=schedule", item.order)).as_bytes())
        .expect("an order");
    holding(&reservation, &order, true, None).expect("a holding")
}

#[test]
fn a_client_computes_what_the_service_quotes() {
    let desk = Desk::open();
    let person = desk.customer("Ardèvol");
    let payer = subscription(&desk, &person);
    let list = desk.ask(&person, "GET /providers/Microsoft.Capacity/reservations");
    let running = |row: &&Value| row["properties"]["provisioningState"] == "Succeeded";
    let items: Vec<Item> = list.rows().iter().filter(running).map(Item::of).collect();
    let prices = "GET /providers/Prorata/priceList?currencyCode=EUR&location=westeurope\
                  &reservedResourceType=VirtualMachines";
    let prices = desk.ask(&desk.partner(), prices).rows().clone();
    let (mut allowed, mut refused) = (0, 0);
    for (place, item) in items.iter().enumerate() {
        let row = &prices[(7 * place + 3) % prices.len()];
        let text = |field: &str| row[field].as_str().expect("a text").to_owned();
        for policy in Policy::all() {
            let quantity = 1 + 5 * place as u32;
            let request =
                machines(&payer, &text("skuName"), "westeurope", &text("term"), quantity.into());
            let body = draft(&[(item, item.quantity)], &[request], &[]);
            let quote = desk.exchange_quote(&person, &body, policy.id);

            let holding = client_holding(&desk, &person, item);
            let purchase = Purchase::new(PurchaseInput {
                resource_type: calculator::ResourceType::VirtualMachines,
                sku_name: Some(text("skuName")),
                term: calculator::Term::parse(&text("term")).expect("a term"),
                billing_plan: calculator::BillingPlan::Upfront,
                quantity,
                currency: holding.currency(),
                unit_price: calculator::parse_decimal(&text("unitPrice")).expect("a price"),
            });
            let returned = Return { units: item.quantity, holding };
            let purchases = vec![purchase.expect("a purchase")];
            let on = desk.now().date_naive();
            let exchange = Exchange::new(vec![returned], purchases, vec![], on, policy);
            let own = assess_exchange(&exchange.expect("an exchange"));
            let totals = own.totals.expect("totals");
            let expected = [totals.refunds, own.purchases_total, totals.net_payable];
            assert_eq!(amounts(&quote), expected.map(|money| money.to_string()));
            let code = quote["policyResult"]["policyErrors"][0]["code"].as_str();
            assert_eq!(code, own.decision.refusal().map(|refusal| refusal.code()));
            match code {
                Some(_) => refused += 1,
                None => allowed += 1,
            }
        }
    }
    assert!(allowed > 5 && refused > 5, "{allowed} allowed, {refused} refused");
}

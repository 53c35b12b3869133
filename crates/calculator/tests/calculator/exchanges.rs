//! Exchanges case by case.

use calculator::exchange::is_one_family;
use serde_json::{Value, json};

use crate::common::{answer, assert_contains, changed, dollar_a_day};

/// One dollar-a-day unit returned after 100 days, for a reservation of 300 USD.
fn base() -> Value {
    let reservation = dollar_a_day()["reservation"].clone();
    json!({
        "id": "case", "kind": "exchange", "policy": "azure-2023-10", "on": "2025-04-11",
        "returns": [{ "reservation": reservation, "returnQuantity": 1 }],
        "purchases": [{
            "reservedResourceType": "VirtualMachines", "skuName": "Standard_D2s_v5", "term": "P1Y",
            "billingPlan": "Upfront", "quantity": 1, "currencyCode": "USD", "unitPrice": "300.00"
        }]
    })
}

fn with_return(changes: Value) -> Value {
    let mut request = base();
    let line = request["returns"][0].clone();
    request["returns"][0] = changed(line, changes);
    request
}

fn with_purchase(changes: Value) -> Value {
    let mut request = base();
    let line = request["purchases"][0].clone();
    request["purchases"][0] = changed(line, changes);
    request
}

#[test]
fn values_totals_and_cash_follow_from_the_lines() {
    assert_contains(
        &answer(&base()),
        &json!({
            "kind": "exchange", "policy": "azure-2023-10", "decision": "allowed", "refusal": null,
            "currencyCode": "USD",
            "returns": [{
                "paid": "365.00", "consumed": "100.00", "credit": "265.00",
                "cancelledInstalments": "0.00", "returnedValue": "265.00"
            }],
            "refundsTotal": "265.00", "purchasesTotal": "300.00", "netPayable": "35.00",
            "cashToday": { "due": "300.00", "credited": "265.00", "net": "35.00" },
            "newTerms": [{ "start": "2025-04-11", "end": "2026-04-11" }], "warnings": []
        }),
    );
}

#[test]
fn a_monthly_purchase_counts_whole_but_only_its_first_instalment_is_due() {
    assert_contains(
        &answer(&with_purchase(json!({ "billingPlan": "Monthly", "term": "P3Y", "quantity": 2 }))),
        &json!({
            "purchasesTotal": "600.00", "netPayable": "335.00",
            "cashToday": { "due": "16.66", "credited": "265.00", "net": "-248.34" },
            "newTerms": [{ "end": "2028-04-11" }]
        }),
    );
}

#[test]
fn no_policy_charges_a_fee_or_uses_the_limit() {
    for policy in calculator::Policy::all() {
        let request = changed(base(), json!({ "policy": policy.id }));
        assert_contains(
            &answer(&request),
            &json!({ "refundsTotal": "265.00", "decision": "allowed" }),
        );
    }
    let large =
        with_return(json!({ "returnQuantity": 10, "reservation": { "unitPrice": "365000.00" } }));
    let mut large = large;
    large["purchases"][0]["unitPrice"] = json!("2650000.00");
    assert_contains(
        &answer(&large),
        &json!({
            "decision": "allowed", "netPayable": "0.00", "warnings": ["CommitmentEqual"],
            "disagreements": ["CommitmentEqualOrGreater"]
        }),
    );
}

#[test]
fn savings_plans_count_by_the_hour_and_are_final() {
    let mut request = base();
    request["purchases"] = json!([]);
    for (term, total, first, end) in
        [("P1Y", "876.00", "73.00", "2026-04-11"), ("P3Y", "2628.00", "73.00", "2028-04-11")]
    {
        request["savingsPlans"] =
            json!([{ "term": term, "hourlyCommitment": "0.1", "currencyCode": "USD" }]);
        assert_contains(
            &answer(&request),
            &json!({
                "purchasesTotal": total, "cashToday": { "due": first }, "newTerms": [],
                "savingsPlanTerms": [{ "end": end }], "warnings": ["SavingsPlanIsFinal"]
            }),
        );
    }
}

/// The base request with savings plans of these types and terms instead of what it buys.
fn with_plans(mut request: Value, plans: &[(&str, &str)]) -> Value {
    request["purchases"] = json!([]);
    let plan = |plan: &(&str, &str)| {
        let (kind, term) = plan;
        json!({ "type": kind, "term": term, "hourlyCommitment": "1", "currencyCode": "USD" })
    };
    request["savingsPlans"] = plans.iter().map(plan).collect();
    request
}

#[test]
fn compute_goes_into_compute_plans_and_databases_into_those_of_the_newest_policy() {
    let (compute, database) = (["Compute"].as_slice(), ["Database"].as_slice());
    for (resource, of_2023, of_2026) in [
        ("VirtualMachines", compute, compute),
        ("DedicatedHost", compute, compute),
        ("AppService", compute, compute),
        ("SqlDatabases", &[], database),
        ("PostgreSql", &[], database),
        ("MySql", &[], database),
        ("MariaDb", &[], database),
        ("CosmosDb", &[], database),
        ("SqlDataWarehouse", &[], &[]),
        ("RedisCache", &[], &[]),
        ("AVS", &[], &[]),
        ("Quantum", &[], &[]),
    ] {
        for policy in calculator::Policy::all() {
            let taken = if policy.id == "azure-2026-08" { of_2026 } else { of_2023 };
            for kind in ["Compute", "Database"] {
                let request =
                    with_return(json!({ "reservation": { "reservedResourceType": resource } }));
                let request = changed(request, json!({ "policy": policy.id }));
                let refusal = (!taken.contains(&kind)).then_some("DissimilarProducts");
                let answer = answer(&with_plans(request, &[(kind, "P1Y")]));
                assert_eq!(answer["refusal"], json!(refusal), "{resource} {kind} {}", policy.id);
            }
        }
    }
}

#[test]
fn compute_and_databases_are_never_mixed_in_one_trade_in() {
    let mut request = changed(base(), json!({ "policy": "azure-2026-08" }));
    let line = request["returns"][0].clone();
    let database = |name: &str| {
        changed(line.clone(), json!({ "reservation": { "reservedResourceType": name } }))
    };
    request["returns"] = json!([line, database("SqlDatabases")]);
    for plans in [
        &[("Compute", "P1Y")][..],
        &[("Database", "P1Y")],
        &[("Compute", "P1Y"), ("Database", "P1Y")],
    ] {
        let answer = answer(&with_plans(request.clone(), plans));
        assert_eq!(answer["refusal"], "DissimilarProducts", "{plans:?}");
    }
    request["returns"] = json!([database("CosmosDb"), database("SqlDatabases")]);
    let answer = answer(&with_plans(request, &[("Database", "P1Y"), ("Database", "P1Y")]));
    assert_contains(&answer, &json!({ "refusal": null }));
    let step = answer["steps"]
        .as_array()
        .expect("steps")
        .iter()
        .find(|step| step["rule"] == "trade-in-database");
    let source = "Self-service trade-in for savings plans, 2026-07-22";
    let expected =
        json!({ "source": source, "formula": "2 ≤ 100", "relation": "⇒", "result": "8760.00" });
    assert_contains(step.expect("a step"), &expected);
}

#[test]
fn at_most_a_hundred_reservations_are_traded_in_at_once() {
    let mut request = base();
    let line = request["returns"][0].clone();
    for policy in calculator::Policy::all() {
        request["policy"] = json!(policy.id);
        request["returns"] = json!(vec![line.clone(); 100]);
        let plans = [("Compute", "P3Y"); 2];
        let traded_in = answer(&with_plans(request.clone(), &plans));
        assert_contains(&traded_in, &json!({ "decision": "allowed" }));
        request["returns"] = json!(vec![line.clone(); 101]);
        assert_contains(
            &answer(&request),
            &json!({ "error": null, "refusal": "CommitmentTooLow" }),
        );
        let too_many = answer(&with_plans(request.clone(), &plans));
        let error = json!({ "field": "returns", "message": "must have 1 to 100 entries" });
        assert_contains(&too_many, &json!({ "error": error }));
    }
}

#[test]
fn only_one_family_can_be_exchanged() {
    for (sold, bought, similar) in [
        ("VirtualMachines", "DedicatedHost", true),
        ("AVS", "VirtualMachines", true),
        ("Nutanix", "AVS", true),
        ("SqlDatabases", "SqlDatabases", true),
        ("CosmosDb", "CosmosDb", true),
        ("SqlDatabases", "PostgreSql", false),
        ("VirtualMachines", "AppService", false),
        ("Quantum", "quantum", true),
        ("Quantum", "VirtualMachines", false),
    ] {
        let mut request = with_return(json!({ "reservation": { "reservedResourceType": sold } }));
        request["purchases"][0]["reservedResourceType"] = json!(bought);
        request["returns"][0]["reservation"]["reservedResourceType"] =
            json!(if similar { sold.replace("Quantum", "quantum") } else { sold.to_owned() });
        let refusal = if similar { Value::Null } else { json!("DissimilarProducts") };
        assert_contains(&answer(&request), &json!({ "refusal": refusal }));
    }
}

#[test]
fn products_of_one_family_are_told_apart_from_others() {
    use calculator::ResourceType::{AVS, AppService, DedicatedHost, SqlDatabases, VirtualMachines};
    for (one, other, expected) in [
        (VirtualMachines, DedicatedHost, true),
        (AVS, VirtualMachines, true),
        (SqlDatabases, SqlDatabases, true),
        (SqlDatabases, AppService, false),
        (VirtualMachines, AppService, false),
    ] {
        assert_eq!(is_one_family(&one, &other), expected, "{one} {other}");
    }
}

#[test]
fn several_services_go_into_a_savings_plan_only_if_nothing_else_is_bought() {
    let mut request = base();
    let other = json!({ "reservation": { "reservedResourceType": "AppService" } });
    let line = request["returns"][0].clone();
    request["returns"] = json!([line, changed(line.clone(), other)]);
    request["savingsPlans"] =
        json!([{ "term": "P1Y", "hourlyCommitment": "1", "currencyCode": "USD" }]);
    assert_contains(&answer(&request), &json!({ "refusal": "DissimilarProducts" }));
    request["purchases"] = json!([]);
    assert_contains(&answer(&request), &json!({ "refusal": null }));
}

#[test]
fn a_state_that_nobody_knows_is_told_beside_the_refusal() {
    let refusal = "OperationCannotBePerformedInCurrentState";
    for (state, warnings) in [("Hibernating", json!(["StateUnknown"])), ("Split", json!([]))] {
        let mut request = base();
        request["returns"][0]["reservation"]["provisioningState"] = json!(state);
        assert_contains(&answer(&request), &json!({ "refusal": refusal, "warnings": warnings }));
    }
}

#[test]
fn an_instalment_below_the_minor_unit_does_not_hide_the_first_date() {
    // An instalment of 104 units is 0.001456. At first eleven are not due, which is 0.02; from 30 December on
    // ten, which is 0.01. Later 0.01 is paid and not consumed beside 0.01 that is not due.
    let mut request = with_purchase(json!({ "term": "P1M", "quantity": 1, "unitPrice": "0.01" }));
    request = changed(request, json!({ "policy": "azure-2023-10", "on": "2023-12-08" }));
    request["returns"][0] = json!({
        "reservation": changed(request["returns"][0]["reservation"].clone(), json!({
            "quantity": 104, "term": "P1Y", "billingPlan": "Monthly", "unitPrice": "1385.66",
            "purchaseDate": "2023-11-30", "instalment": "0.000014"
        })),
        "returnQuantity": 104
    });
    let found = answer(&request);
    assert_contains(&found, &json!({ "refusal": "CommitmentTooLow", "firstDate": "2023-12-30" }));
    let on =
        |day: &str| answer(&changed(request.clone(), json!({ "on": day })))["decision"].clone();
    assert_eq!((on("2023-12-29"), on("2023-12-30")), (json!("refused"), json!("allowed")));
}

#[test]
fn legacy_series_are_no_longer_sold_from_july_2026() {
    let check = |policy: &str, on: &str, sku: &str, term: &str, sold: bool| {
        let mut request = with_purchase(json!({ "skuName": sku, "term": term }));
        request = changed(request, json!({ "policy": policy, "on": on }));
        request["returns"][0]["reservation"]["purchaseDate"] = json!("2026-05-01");
        let refusal = if sold { Value::Null } else { json!("TargetNotSold") };
        request["purchases"][0]["unitPrice"] = json!("400");
        assert_contains(&answer(&request), &json!({ "refusal": refusal }));
    };
    let newest = "azure-2026-08";
    check(newest, "2026-06-30", "Standard_D2_v3", "P1Y", true);
    check(newest, "2026-07-01", "Standard_D2_v3", "P1Y", false);
    check(newest, "2026-07-01", "Standard_D2_v3", "P3Y", false);
    check(newest, "2026-07-01", "Standard_F2s_v2", "P1Y", false);
    check(newest, "2026-07-01", "Standard_F2s_v2", "P3Y", true);
    check(newest, "2026-07-01", "Standard_D2s_v5", "P1Y", true);
    // The source names one and three years, and no other term.
    for term in ["P5Y", "P1M", "P2Y"] {
        check(newest, "2026-07-01", "Standard_D2_v3", term, true);
        check(newest, "2026-07-01", "Standard_F2s_v2", term, true);
    }
    check(newest, "2026-07-01", "Standard_D2_v3", "P36M", false);
    check("azure-2023-10", "2026-07-01", "Standard_D2_v3", "P1Y", true);
}

#[test]
fn exchange_rights_change_on_the_first_of_february_2027() {
    let check = |bought: &str, on: &str, changes: Value, expected: Value| {
        let line = changed(json!({ "reservation": { "purchaseDate": bought } }), changes);
        let mut request =
            changed(with_return(line), json!({ "policy": "azure-2026-08", "on": on }));
        request["purchases"][0]["unitPrice"] = json!("9999");
        request["purchases"][0]["reservedResourceType"] =
            request["returns"][0]["reservation"]["reservedResourceType"].clone();
        assert_contains(&answer(&request), &expected);
    };
    let used = |units: u32| json!({ "reservation": { "exchangesUsed": units } });
    let allowed = |warnings: Value| json!({ "refusal": null, "warnings": warnings });
    check("2026-12-01", "2027-01-31", used(10), allowed(json!([])));
    check(
        "2026-12-01",
        "2027-02-01",
        used(9),
        allowed(json!(["ExchangeRightBoundary", "LastExchange"])),
    );
    check("2026-12-01", "2027-02-02", used(9), allowed(json!(["LastExchange"])));
    check(
        "2026-12-01",
        "2027-02-02",
        used(10),
        json!({ "refusal": "ExchangeRightUsed", "warnings": [] }),
    );
    check("2027-01-31", "2027-03-01", used(0), allowed(json!(["LastExchange"])));
    check(
        "2027-02-01",
        "2027-03-01",
        used(0),
        json!({ "refusal": "ExchangeRightEnded", "warnings": ["ExchangeRightBoundary"] }),
    );
    check(
        "2027-02-02",
        "2027-03-01",
        used(0),
        json!({ "refusal": "ExchangeRightEnded", "warnings": [] }),
    );
    let vmware = changed(used(10), json!({ "reservation": { "reservedResourceType": "AVS" } }));
    check("2027-02-02", "2027-03-01", vmware, allowed(json!([])));
}

/// Whoever cannot exchange any more can still trade in; a purchase beside the plan is an exchange.
#[test]
fn savings_plans_need_no_right_to_exchange() {
    let mut request = with_return(json!({
        "reservation": { "purchaseDate": "2027-02-03", "exchangesUsed": 0 } }));
    request["policy"] = json!("azure-2026-08");
    request["on"] = json!("2027-03-01");
    request["purchases"][0]["unitPrice"] = json!("9999");
    request["savingsPlans"] =
        json!([{ "hourlyCommitment": "5", "term": "P1Y", "currencyCode": "USD" }]);
    let ended = json!({ "refusal": "ExchangeRightEnded" });
    assert_contains(&answer(&request), &ended);
    let mut trade_in = request.clone();
    trade_in["purchases"] = json!([]);
    let traded = json!({
        "decision": "allowed", "refusal": null, "warnings": ["SavingsPlanIsFinal"] });
    assert_contains(&answer(&trade_in), &traded);
    // With the right used, and on the day on which it ends.
    for (bought, on, used) in [("2026-12-01", "2027-02-02", 10), ("2026-12-01", "2027-02-01", 9)] {
        trade_in["returns"][0]["reservation"]["purchaseDate"] = json!(bought);
        trade_in["returns"][0]["reservation"]["exchangesUsed"] = json!(used);
        trade_in["on"] = json!(on);
        assert_contains(&answer(&trade_in), &traded);
    }
    request["savingsPlans"] = json!([]);
    assert_contains(&answer(&request), &ended);
}

#[test]
fn a_premium_storage_twin_is_pointed_out() {
    let mut request = with_return(json!({ "reservation": { "skuName": "Standard_F1" } }));
    request["purchases"][0]["skuName"] = json!("Standard_F1s");
    assert_contains(&answer(&request), &json!({ "warnings": ["PremiumStorageTwin"] }));
}

#[test]
fn a_commitment_that_is_too_low_is_refused_with_its_totals() {
    assert_contains(
        &answer(&with_purchase(json!({ "unitPrice": "264.99" }))),
        &json!({ "decision": "refused", "refusal": "CommitmentTooLow", "netPayable": "-0.01" }),
    );
    let mut nothing = base();
    nothing["purchases"] = json!([]);
    assert_contains(
        &answer(&nothing),
        &json!({ "refusal": "CommitmentTooLow", "netPayable": "-265.00" }),
    );
}

#[test]
fn a_line_that_cannot_be_computed_leaves_the_totals_open() {
    assert_contains(
        &answer(&with_return(json!({ "returnQuantity": 11 }))),
        &json!({
            "refusal": "InvalidRefundQuantity", "refundsTotal": null, "netPayable": null, "cashToday": null,
            "purchasesTotal": "300.00", "returns": [{ "credit": null }]
        }),
    );
    assert_contains(
        &answer(&with_return(json!({ "reservation": { "provisioningState": "Split" } }))),
        &json!({ "refusal": "OperationCannotBePerformedInCurrentState" }),
    );
    assert_contains(
        &answer(&with_return(json!({ "reservation": { "reservedResourceType": "SuseLinux" } }))),
        &json!({ "refusal": "SelfServiceRefundNotSupported" }),
    );
}

#[test]
fn steps_lead_from_each_line_to_the_net_amount() {
    let answer = answer(&base());
    let rules: Vec<_> = answer["steps"]
        .as_array()
        .expect("steps")
        .iter()
        .map(|step| {
            (step["rule"].as_str().expect("a rule"), step["result"].as_str().expect("a result"))
        })
        .collect();
    assert_eq!(
        rules,
        [
            ("elapsed-days", "100"),
            ("term-days", "365"),
            ("paid-upfront", "365.00"),
            ("consumed-upfront", "100.00"),
            ("credit", "265.00"),
            ("returned-value", "265.00"),
            ("refunds-total", "265.00"),
            ("purchase-price", "300.00"),
            ("purchases-total", "300.00"),
            ("net-payable", "35.00"),
            ("cash-today", "35.00"),
            ("new-term", "2026-04-11")
        ]
    );
}

#[test]
fn what_comes_back_today_is_a_step_without_a_sign() {
    let monthly = json!({ "billingPlan": "Monthly", "term": "P3Y", "quantity": 2 });
    let answer = answer(&with_purchase(monthly));
    let steps = answer["steps"].as_array().expect("steps");
    let today = steps.iter().find(|step| step["rule"] == "cash-back-today").expect("a step");
    assert_eq!((&today["formula"], &today["result"]), (&json!("265.00 − 16.66"), &json!("248.34")));
}

#[test]
fn bad_input_is_named_by_list_and_place() {
    let check = |request: &Value, field: &str| {
        assert_contains(&answer(request), &json!({ "error": { "field": field } }));
    };
    check(&changed(base(), json!({ "returns": [] })), "returns");
    check(&changed(base(), json!({ "returns": null })), "returns");
    check(&with_return(json!({ "returnQuantity": null })), "returns[0].returnQuantity");
    check(
        &with_return(json!({ "reservation": { "unitPrice": "x" } })),
        "returns[0].reservation.unitPrice",
    );
    check(&with_purchase(json!({ "currencyCode": "EUR" })), "purchases[0].currencyCode");
    check(&with_purchase(json!({ "quantity": 0 })), "purchases[0].quantity");
    check(&with_purchase(json!({ "extra": 0 })), "purchases[0].extra");
    let mut two = base();
    let mut second = two["returns"][0].clone();
    second["reservation"]["currencyCode"] = json!("EUR");
    two["returns"].as_array_mut().expect("a list").push(second);
    check(&two, "returns[1].reservation.currencyCode");
    let plan = |plan: Value| changed(base(), json!({ "savingsPlans": [plan] }));
    check(
        &plan(json!({ "term": "P5Y", "hourlyCommitment": "1", "currencyCode": "USD" })),
        "savingsPlans[0].term",
    );
    for policy in calculator::Policy::all() {
        let three_years = with_plans(base(), &[("Compute", "P3Y"), ("database", "P3Y")]);
        check(&changed(three_years, json!({ "policy": policy.id })), "savingsPlans[1].term");
    }
    check(&with_plans(base(), &[("Storage", "P1Y")]), "savingsPlans[0].type");
    check(
        &plan(json!({ "term": "P1Y", "hourlyCommitment": "-1", "currencyCode": "USD" })),
        "savingsPlans[0].hourlyCommitment",
    );
    check(
        &plan(json!({ "term": "P1Y", "hourlyCommitment": "1", "currencyCode": "EUR" })),
        "savingsPlans[0].currencyCode",
    );
}

/// The recorded exchange of two monthly GBP lines: refunds 15 + 3.75, remaining 165 + 41.25.
#[test]
fn the_recorded_exchange_in_pounds_adds_up() {
    let line = |price: &str, units: u32| {
        json!({
            "reservation": {
                "quantity": units, "term": "P1Y", "billingPlan": "Monthly", "currencyCode": "GBP",
                "unitPrice": price, "purchaseDate": "2023-03-04",
                "reservedResourceType": "VirtualMachines", "provisioningState": "Succeeded", "used": true
            },
            "returnQuantity": units
        })
    };
    let bought = |price: &str, plan: &str| {
        json!({
            "reservedResourceType": "VirtualMachines", "term": "P1Y", "billingPlan": plan,
            "quantity": 1, "currencyCode": "GBP", "unitPrice": price
        })
    };
    let request = json!({
        "id": "case", "kind": "exchange", "policy": "azure-2023-10", "on": "2023-03-06",
        "returns": [line("90.00", 2), line("45.00", 1)],
        "purchases": [bought("120.00", "Monthly"), bought("477.00", "Upfront")]
    });
    assert_contains(
        &answer(&request),
        &json!({
            "decision": "allowed", "refundsTotal": "225.00", "purchasesTotal": "597.00", "netPayable": "372.00",
            "returns": [
                { "credit": "15.00", "cancelledInstalments": "165.00" },
                { "credit": "3.75", "cancelledInstalments": "41.25" }
            ]
        }),
    );
}

#[test]
fn an_exchange_gives_its_request_again() {
    let mut request = base();
    request["savingsPlans"] = json!([
        { "term": "P3Y", "hourlyCommitment": "1.23", "currencyCode": "USD" },
        { "type": "Database", "term": "P1Y", "hourlyCommitment": "1.23", "currencyCode": "USD" },
    ]);
    request["purchases"][0]["quantity"] = json!(3);
    let exchange = |text: &str| {
        let request = calculator::json::ExchangeRequest::parse(text).expect("a request");
        request.case().expect("an exchange")
    };
    let first = exchange(&request.to_string());
    assert_eq!(first.purchases()[0].quantity(), 3);
    let again = calculator::json::ExchangeRequest::from(&first);
    let text = serde_json::to_string(&again).expect("a text");
    assert_eq!(exchange(&text), first);
}

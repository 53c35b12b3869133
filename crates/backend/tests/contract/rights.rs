//! Who is asked for what.

use http::Request;
use serde_json::{Value, json};

use crate::fixtures::{Desk, Person, block_on};

const REFUND: &str = "/calculateRefund";

#[test]
fn without_a_token_nothing_is_answered() {
    let desk = Desk::open();
    for (header, code) in [
        (None, "AuthenticationFailed"),
        (Some("Bearer x"), "InvalidAuthenticationToken"),
        (Some("Bearer demo.!"), "InvalidAuthenticationToken"),
    ] {
        let mut request = Request::get("/providers/Prorata/account?api-version=2022-11-01");
        if let Some(header) = header {
            request = request.header("authorization", header);
        }
        let response = block_on(desk.send(request.body(Vec::new()).expect("a request")));
        let body: serde_json::Value = serde_json::from_slice(response.body()).expect("JSON");
        assert_eq!(response.status().as_u16(), 401);
        assert_eq!(body["error"]["code"], code);
        assert!(response.headers().contains_key("www-authenticate"));
    }
}

#[test]
fn the_five_roles_may_return_and_a_guest_may_only_read() {
    let desk = Desk::open();
    let customer = desk.customer("Kupferhain");
    let item = desk.reservation(&customer, "Fertigungsleitstand");
    let path = format!("{}{REFUND}", item.order);
    for role in ["AdminAgent", "GlobalAdmin", "HelpdeskAgent", "SalesAgent", "UserManagementAdmin"]
    {
        let reply = desk.post(&customer.with_role(role), &path, &item.refund_body(1));
        assert_eq!(reply.status, 200, "{role}");
    }
    for (role, read) in [("Guest", 200), ("Reader", 403), ("adminagent", 403), ("", 403)] {
        let person = customer.with_role(role);
        for operation in [REFUND, "/return"] {
            let path = format!("{}{operation}", item.order);
            let reply = desk.post(&person, &path, &item.refund_body(1));
            assert_eq!((reply.status, reply.code()), (403, "AuthorizationFailed"), "{role}");
        }
        assert_eq!(desk.ask(&person, &format!("GET {}", item.id)).status, read, "{role}");
    }
}

#[test]
fn the_table_of_rights_is_public() {
    let desk = Desk::open();
    let reply = desk.ask(&desk.partner(), "GET /providers/Prorata/permissions");
    let rows = reply.rows();
    let of = |permission: &str| {
        let row = rows.iter().find(|row| row["permission"] == permission).expect(permission);
        row["roles"].as_array().expect("roles").len()
    };
    for change in [
        "ReturnReservations",
        "ExchangeReservations",
        "ChangeReservations",
        "ManageAccess",
        "CreateSupportRequests",
        "ResetDemonstration",
    ] {
        assert_eq!(of(change), 5, "{change}");
    }
    assert_eq!(of("ReadRecords"), 6);
    assert_eq!(of("ChangeSettings"), 2);
    assert!(rows.iter().all(|row| row["source"].as_str().is_some_and(|text| !text.is_empty())));
}

#[test]
fn what_is_the_partners_is_not_for_the_token_of_a_customer() {
    let desk = Desk::open();
    let customer = desk.customer("Kupferhain");
    let transactions = "providers/Microsoft.Consumption/reservationTransactions";
    let account = "/providers/Microsoft.Billing/billingAccounts";
    let before = desk.ask(&desk.partner(), "GET /providers/Prorata/customerSummaries").body;
    for (what, body) in [
        ("GET /providers/Prorata/customerSummaries", Value::Null),
        (&*format!("GET {account}/x/customers"), Value::Null),
        (&*format!("GET {account}/x/customers/{}/{transactions}", customer.tenant), Value::Null),
        ("GET /providers/Prorata/account", Value::Null),
        ("GET /providers/Prorata/priceList", Value::Null),
        ("PUT /providers/Prorata/priceList", json!({ "value": [] })),
        ("GET /providers/Prorata/settings", Value::Null),
        ("PUT /providers/Prorata/settings", json!({ "refundPolicy": "azure-2026-08" })),
        ("POST /providers/Prorata/reset", json!({ "to": "empty" })),
    ] {
        for person in [customer.clone(), Person::of("00000000-0000-4000-8000-000000000000")] {
            let reply = desk.send_body(&person, what, &body);
            assert_eq!((reply.status, reply.code()), (403, "AuthorizationFailed"), "{what}");
        }
    }
    let after = desk.ask(&desk.partner(), "GET /providers/Prorata/customerSummaries").body;
    assert_eq!(after, before, "nothing was changed");
}

#[test]
fn the_billing_account_of_a_path_is_the_partners() {
    let desk = Desk::open();
    let partner = desk.partner();
    let customer = desk.customer("Kupferhain").tenant;
    let own = desk.ask(&partner, "GET /providers/Prorata/account").body;
    let own = own["billingAccountId"].as_str().expect("an id").to_owned();
    for (account, status) in [(own.as_str(), 200), (&*own.to_uppercase(), 200), ("another", 404)] {
        let account = format!("/providers/Microsoft.Billing/billingAccounts/{account}");
        for path in [
            format!("{account}/customers"),
            format!(
                "{account}/customers/{customer}/providers/Microsoft.Consumption/reservationTransactions"
            ),
        ] {
            assert_eq!(desk.ask(&partner, &format!("GET {path}")).status, status, "{path}");
        }
    }
}

#[test]
fn a_token_of_the_home_tenant_is_the_partners() {
    let desk = Desk::open();
    let summaries = |person: &Person| desk.ask(person, "GET /providers/Prorata/customerSummaries");
    assert_eq!(summaries(&Person::of("")).body, summaries(&desk.partner()).body);
}

#[test]
fn a_tenant_sees_its_own_records_only() {
    let desk = Desk::open();
    let item = desk.reservation(&desk.customer("Kupferhain"), "Fertigungsleitstand");
    for person in [desk.customer("Brisa"), desk.partner(), Person::of("nobody")] {
        let reply = desk.ask(&person, &format!("GET {}", item.id));
        assert_eq!((reply.status, reply.code()), (404, "ReservationOrderNotFound"));
    }
    for tenant in ["nobody", "", "partner", "00000000-0000-0000-0000-000000000000"] {
        let list = "GET /providers/Microsoft.Capacity/reservations";
        assert_eq!(desk.ask(&Person::of(tenant), list).rows().len(), 0, "{tenant:?}");
    }
}

#[test]
fn under_another_agreement_a_return_can_be_quoted_but_not_made() {
    let desk = Desk::open();
    let council = desk.customer("Tern Harbour");
    let item = desk.reservation(&council, "Council tax portal");
    let quote = desk.post(&council, &format!("{}{REFUND}", item.order), &item.refund_body(1));
    assert_eq!(quote.status, 200);
    let body = item.return_body(1, &quote.body);
    let reply = desk.post(&council, &format!("{}/return", item.order), &body);
    assert_eq!((reply.status, reply.code()), (403, "Forbidden"));
}

#[test]
fn whoever_may_change_records_may_start_over() {
    let desk = Desk::open();
    let partner = desk.partner();
    let reset = |to: &str| desk.post(&partner, "/providers/Prorata/reset", &json!({ "to": to }));
    let count = || desk.ask(&partner, "GET /providers/Prorata/customerSummaries").rows().len();
    assert!(count() >= 12);
    for role in ["Guest", "Emperor"] {
        let body = json!({ "to": "empty" });
        let reply = desk.post(&partner.with_role(role), "/providers/Prorata/reset", &body);
        assert_eq!((reply.status, reply.code()), (403, "AuthorizationFailed"), "{role}");
    }
    assert!(count() >= 12);
    let reply = reset("empty");
    assert_eq!((reply.status, reply.response.body().len()), (204, 0));
    assert_eq!(count(), 0);
    assert_eq!(reset("somewhere").status, 400);
    assert_eq!(reset("demonstration").status, 204);
    assert!(count() >= 12);
}

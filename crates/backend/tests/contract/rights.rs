//! Who is asked for what.

use http::Request;
use serde_json::json;

use crate::support::{Desk, Person, block_on};

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
    for role in ["Guest", "Reader", ""] {
        let person = customer.with_role(role);
        for operation in [REFUND, "/return"] {
            let path = format!("{}{operation}", item.order);
            let reply = desk.post(&person, &path, &item.refund_body(1));
            assert_eq!((reply.status, reply.code()), (403, "AuthorizationFailed"), "{role}");
        }
        assert_eq!(desk.ask(&person, &format!("GET {}", item.id)).status, 200, "{role}");
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
    ] {
        assert_eq!(of(change), 5, "{change}");
    }
    assert_eq!(of("ReadRecords"), 6);
    assert!(rows.iter().all(|row| row["source"].as_str().is_some_and(|text| !text.is_empty())));
}

#[test]
fn the_portfolio_is_the_partners() {
    let desk = Desk::open();
    let customer = desk.customer("Kupferhain");
    for path in [
        "/providers/Prorata/customerSummaries".to_owned(),
        format!(
            "/providers/Microsoft.Billing/billingAccounts/x/customers/{}/providers/Microsoft.Consumption/reservationTransactions",
            customer.tenant
        ),
    ] {
        let reply = desk.ask(&customer, &format!("GET {path}"));
        assert_eq!((reply.status, reply.code()), (403, "AuthorizationFailed"), "{path}");
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
fn anyone_may_start_over() {
    let desk = Desk::open();
    let guest = desk.partner().with_role("Guest");
    let reset = |to: &str| desk.post(&guest, "/providers/Prorata/reset", &json!({ "to": to }));
    let count = || desk.ask(&guest, "GET /providers/Prorata/customerSummaries").rows().len();
    assert!(count() >= 12);
    let reply = reset("empty");
    assert_eq!((reply.status, reply.response.body().len()), (204, 0));
    assert_eq!(count(), 0);
    assert_eq!(reset("somewhere").status, 400);
    assert_eq!(reset("demonstration").status, 204);
    assert!(count() >= 12);
}

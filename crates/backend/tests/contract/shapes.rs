//! Everything under a Microsoft path has the shape of Microsoft's API: the wire types read it, know
//! every field of it, and write the same JSON value again.

use azure::{
    Customer, Order, Page, ProblemClassification, Refund, Reservation, RoleAssignment,
    RoleDefinition, SupportService, SupportTicket, Transaction, UsageSummary, Wire, from_slice,
};
use serde_json::Value;

use crate::fixtures::{Desk, Item, Person};

#[track_caller]
fn read<T: Wire + serde::Serialize + for<'a> serde::Deserialize<'a>>(body: &Value) -> T {
    let text = body.to_string();
    let read: T = from_slice(text.as_bytes()).expect(&text);
    assert_eq!(&serde_json::to_value(&read).expect("JSON"), body);
    read
}

/// The tenants of all customers but the one whose records fail.
fn customers(desk: &Desk) -> Vec<Person> {
    let summaries = desk.ask(&desk.partner(), "GET /providers/Prorata/customerSummaries");
    let named = |row: &&Value| row["displayName"] != "Breakwater Failure Lab";
    let person = |row: &Value| Person::of(row["customerId"].as_str().expect("an id"));
    summaries.rows().iter().filter(named).map(person).collect()
}

fn billing_account(desk: &Desk) -> String {
    let account = desk.ask(&desk.partner(), "GET /providers/Prorata/account").body;
    format!(
        "/providers/Microsoft.Billing/billingAccounts/{}",
        account["billingAccountId"].as_str().expect("an id")
    )
}

#[test]
fn reservations_and_orders() {
    let desk = Desk::open();
    for person in customers(&desk) {
        let list = "GET /providers/Microsoft.Capacity/reservations?refreshSummary=true";
        let page: Page<Reservation> = read(&desk.ask(&person, list).body);
        assert!(page.rest.is_empty(), "{:?}", page.rest);
        for row in page.value {
            assert!(row.rest.is_empty(), "{:?}", row.rest);
            assert!(row.properties().rest.is_empty(), "{:?}", row.properties().rest);
        }
        let orders = desk.ask(&person, "GET /providers/Microsoft.Capacity/reservationOrders");
        for row in orders.rows() {
            let path = format!("GET {}?$expand=schedule", row["id"].as_str().expect("an id"));
            let order: Order = read(&desk.ask(&person, &path).body);
            assert!(order.rest.is_empty(), "{:?}", order.rest);
            assert!(order.properties().rest.is_empty(), "{:?}", order.properties().rest);
        }
    }
}

#[test]
fn customers_of_the_billing_account() {
    let desk = Desk::open();
    let path = format!("GET {}/customers", billing_account(&desk));
    let page: Page<Customer> = read(&desk.ask(&desk.partner(), &path).body);
    for row in page.value {
        assert!(row.rest.is_empty() && row.properties().rest.is_empty(), "{row:?}");
    }
}

#[test]
fn usage_and_transactions() {
    let desk = Desk::open();
    let account = billing_account(&desk);
    for person in customers(&desk) {
        let path = format!(
            "GET {account}/customers/{}/providers/Microsoft.Consumption/reservationTransactions",
            person.tenant
        );
        let page: Page<Transaction> = read(&desk.ask(&desk.partner(), &path).body);
        for row in page.value {
            assert!(row.rest.is_empty() && row.properties().rest.is_empty(), "{row:?}");
        }
        let list = desk.ask(&person, "GET /providers/Microsoft.Capacity/reservations");
        for item in list.rows().iter().take(2).map(Item::of) {
            let path = format!(
                "GET {}/providers/Microsoft.Consumption/reservationSummaries?grain=monthly",
                item.id
            );
            let page: Page<UsageSummary> = read(&desk.ask(&person, &path).body);
            for row in page.value {
                assert!(row.rest.is_empty() && row.properties().rest.is_empty(), "{row:?}");
            }
        }
    }
}

#[test]
fn refund_quotes() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    let path = format!("{}/calculateRefund", item.order);
    let quote = desk.post(&person, &path, &item.refund_body(2));
    let path = format!("{}/return", item.order);
    let accepted = desk.post(&person, &path, &item.return_body(2, &quote.body));
    for body in [quote.body, accepted.body] {
        let refund: Refund = read(&body);
        assert!(refund.rest.is_empty() && refund.properties().rest.is_empty(), "{refund:?}");
        assert!(refund.properties().session_id.is_some());
    }
}

#[test]
fn access_and_support() {
    /// Reads a list and says whether it holds something that the types do not know.
    macro_rules! check {
        ($desk:expr, $person:expr, $path:expr, $type:ty) => {
            let page: Page<$type> = read(&$desk.ask($person, &format!("GET {}", $path)).body);
            assert!(page.rest.is_empty() && !page.value.is_empty(), "{}", $path);
            for row in page.value {
                assert!(row.rest.is_empty() && row.properties().rest.is_empty(), "{row:?}");
            }
        };
    }
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    let access = format!("{}/providers/Microsoft.Authorization", item.order);
    check!(desk, &person, format!("{access}/roleAssignments"), RoleAssignment);
    check!(desk, &person, format!("{access}/roleDefinitions"), RoleDefinition);
    let services = "/providers/Microsoft.Support/services";
    check!(desk, &person, services, SupportService);
    let list = desk.ask(&person, &format!("GET {services}"));
    let first = list.rows()[0]["id"].as_str().expect("an id").to_owned();
    check!(desk, &person, format!("{first}/problemClassifications"), ProblemClassification);
    check!(desk, &person, "/providers/Microsoft.Support/supportTickets", SupportTicket);
    check!(desk, &person, format!("{}/revisions", item.id), Reservation);
}

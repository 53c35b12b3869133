//! Rows that name an order and no reservation, and what is said of orders, usage and states that nobody lists.

use crate::{by_id, field, portfolio};

const HEADER: &str =
    "Name,Reservation Id,Reservation order Id,Expiration date,Term,Product name,Quantity,Status\n";

fn id(number: u32) -> String {
    format!("aaaaaaaa-0000-4000-8000-{number:012}")
}

fn order(number: u32) -> String {
    format!("bbbbbbbb-0000-4000-8000-{number:012}")
}

/// A row about a reservation, or about an order only.
fn row(of: Option<u32>, of_order: u32, units: u32) -> String {
    let id = of.map(id).unwrap_or_default();
    format!("web,{id},{},2027-02-10,P1Y,D2s,{units},Succeeded\n", order(of_order))
}

fn list(rows: &[String]) -> String {
    format!("{HEADER}{}", rows.concat())
}

fn alone(orders: &[u32]) -> String {
    let named: Vec<String> = orders.iter().map(|number| order(*number)).collect();
    format!(
        "{} reservation orders stand in rows that name no reservation, and elsewhere as well; such a row counts as \
         a reservation of its own: {}",
        orders.len(),
        named.join(", ")
    )
}

#[test]
fn a_row_of_an_order_joins_its_only_reservation() {
    let ids = list(&[row(Some(1), 1, 4), row(Some(2), 2, 1)]);
    let priced = format!(
        "Reservation order Id,Expiration date,Quantity,Product name,Unit price,Currency\n{},2027-02-10,4,D2s,1200,EUR\n",
        order(1)
    );
    for files in [[ids.as_str(), &priced], [&priced, &ids]] {
        let together = portfolio(&files);
        assert_eq!(together.reservations.len(), 2, "{:?}", together.reservations);
        let web = by_id(&together, "000000000001");
        assert_eq!(field(web, "unitPrice").as_deref(), Some("1200"));
        let is_said = |note: &String| note.starts_with("1 rows tell of reservations");
        assert!(together.notes.iter().any(is_said), "{:?}", together.notes);
    }
    // What differs is told.
    let together = portfolio(&[&ids, &list(&[row(None, 1, 3)])]);
    let conflicts = &by_id(&together, "000000000001").conflicts;
    assert_eq!(
        conflicts
            .iter()
            .map(|it| (it.field, it.kept.as_str(), it.other.as_str()))
            .collect::<Vec<_>>(),
        [("quantity", "4", "3")]
    );
}

#[test]
fn a_row_of_an_order_with_several_reservations_stays_and_is_told() {
    let two = list(&[row(Some(1), 1, 4), row(Some(2), 1, 2)]);
    let split = two.replacen("Succeeded", "Split", 1);
    let of_order = list(&[row(None, 1, 4)]);
    let stays = |files: &[&str], reservations: usize| {
        let together = portfolio(files);
        assert_eq!(together.reservations.len(), reservations, "{files:?}");
        assert!(together.notes.contains(&alone(&[1])), "{:?}", together.notes);
    };
    stays(&[&two, &of_order], 3);
    // One that others hold the units of is none.
    let together = portfolio(&[&split, &of_order]);
    assert_eq!(together.reservations.len(), 2);
    assert!(by_id(&together, "000000000002").conflicts.iter().any(|it| it.field == "quantity"));
    // A file that tells two rows apart means two, and two files may mean two.
    stays(&[&list(&[row(Some(1), 1, 4)]), &list(&[row(None, 1, 4), row(None, 1, 2)])], 3);
    stays(&[&list(&[row(Some(1), 1, 4), row(None, 1, 2)])], 2);
    stays(&[&of_order, &of_order], 2);
    // What runs and what was returned, or a split parent that a list calls cancelled, may be two.
    let ended = |list: &str| list.replace("Succeeded", "Cancelled");
    let one = list(&[row(Some(1), 1, 4)]);
    stays(&[&one, &ended(&of_order)], 2);
    stays(&[&ended(&one), &of_order], 2);
    assert_eq!(portfolio(&[&ended(&one), &ended(&of_order)]).reservations.len(), 1);
    // So does a reservation that only usage names.
    let usage = format!(
        "ReservationOrderId,ReservationId,ReservedHours,UsageDate,UsedHours\n{},{},24,2026-11-01,24\n",
        order(1),
        id(3)
    );
    stays(&[&list(&[row(Some(1), 1, 4)]), &of_order, &usage], 2);
    // Of an order that nothing else tells of there is nothing to say.
    let together = portfolio(&[&list(&[row(Some(2), 2, 4)]), &of_order]);
    assert_eq!((together.reservations.len(), together.notes.len()), (2, 0));
}

#[test]
fn the_order_tells_the_reservation_of_a_row() {
    let of_order = list(&[row(None, 1, 4)]);
    let orders = |ids: &[u32]| {
        let named: Vec<String> = ids
            .iter()
            .map(|number| {
                format!(
                    "{{\"id\":\"/reservationOrders/{}/reservations/{}\"}}",
                    order(1),
                    id(*number)
                )
            })
            .collect();
        format!(
            "[{{\"id\":\"/providers/Microsoft.Capacity/reservationOrders/{}\",\"properties\":{{\"originalQuantity\":4,\
             \"reservations\":[{}]}}}}]",
            order(1),
            named.join(",")
        )
    };
    let together = portfolio(&[&of_order, &orders(&[1])]);
    assert_eq!(field(&together.reservations[0], "id"), Some(id(1)));
    let together = portfolio(&[&of_order, &orders(&[1, 2])]);
    assert_eq!(field(&together.reservations[0], "id"), None);
    assert!(together.notes.contains(&alone(&[1])), "{:?}", together.notes);
}

#[test]
fn what_no_file_lists_is_named() {
    let header = "EventType,EventDate,Amount,Currency,Quantity,ReservationOrderId\n";
    let refunds = |orders: u32| -> String {
        let row = |number| format!("Refund,2026-06-30,1.00,EUR,1,{}\n", order(number));
        format!("{header}{}", (2..2 + orders).map(row).collect::<String>())
    };
    let listed = list(&[row(Some(1), 1, 4)]);
    assert_eq!(
        portfolio(&[&listed, &refunds(2)]).notes,
        [format!(
            "2 reservation orders are named, but no file lists their reservations: {}, {}",
            order(2),
            order(3)
        )]
    );
    let many = portfolio(&[&listed, &refunds(13)]).notes.remove(0);
    let first: Vec<String> = (2..12).map(order).collect();
    assert_eq!(
        many,
        format!(
            "13 reservation orders are named, but no file lists their reservations: {} and 3 more",
            first.join(", ")
        )
    );
    // An order that was listed without its reservations is not passed over.
    let orders = format!(
        "[{{\"name\":\"{}\",\"originalQuantity\":4,\"term\":\"P1Y\",\"billingPlan\":\"Upfront\"}}]",
        order(5)
    );
    assert_eq!(
        portfolio(&[&listed, &orders]).notes,
        [format!(
            "1 reservation orders are named, but no file lists their reservations: {}",
            order(5)
        )]
    );
    // Nor is a reservation that only its order names.
    let orders = format!(
        "[{{\"id\":\"/providers/Microsoft.Capacity/reservationOrders/{0}\",\"properties\":{{\"originalQuantity\":4,\
         \"reservations\":[{{\"id\":\"/reservationOrders/{0}/reservations/{1}\"}},\
         {{\"id\":\"/reservationOrders/{0}/reservations/{2}\"}}]}}}}]",
        order(1),
        id(1),
        id(6)
    );
    assert_eq!(
        portfolio(&[&listed, &orders]).notes,
        [format!("1 reservations are named, but no file lists them: {}", id(6))]
    );
    let usage = |of: u32, of_order: u32| {
        format!(
            "ReservationOrderId,ReservationId,ReservedHours,UsageDate,UsedHours\n{},{},24,2026-11-01,24\n",
            order(of_order),
            id(of)
        )
    };
    assert_eq!(portfolio(&[&listed, &usage(1, 1)]).notes, [""; 0]);
    assert_eq!(
        portfolio(&[&listed, &usage(7, 1)]).notes,
        [format!("1 reservations are named, but no file lists them: {}", id(7))]
    );
}

#[test]
fn a_state_that_nobody_knows_is_told() {
    let weird = list(&[row(Some(1), 1, 4), row(Some(2), 2, 4)]).replace("Succeeded", "Weird");
    let together = portfolio(&[&weird]);
    assert_eq!(
        together.notes,
        [
            "2 reservations have a state that is not known, so that their dates alone tell whether they run: Weird"
        ]
    );
    assert_eq!(field(&together.reservations[0], "state").as_deref(), Some("Weird"));
    assert!(together.reservations[0].is_active("2026-11-22".parse().unwrap()));
    let known = list(&[row(Some(1), 1, 4)]).replace("Succeeded", "Expiring soon");
    assert_eq!(portfolio(&[&known]).notes, [""; 0]);
}

#[test]
fn an_event_that_nobody_knows_is_told() {
    let header = "EventType,EventDate,Amount,Currency,Quantity,ReservationOrderId\n";
    let exchange = format!("{header}Exchange,2026-06-30,1.00,EUR,1,{}\n", order(1));
    assert_eq!(
        portfolio(&[&list(&[row(Some(1), 1, 4)]), &exchange]).notes,
        ["1 transactions are neither a purchase nor a return, and were not used: Exchange"]
    );
}

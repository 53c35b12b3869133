//! What this program has guessed and written down is a guess when it is read back.

use crate::portfolio;

const ORDER: &str = "bbbbbbbb-0000-4000-8000-000000000001";
const RETURNED: &str = "the units that were bought less those that were returned; a return that two documents tell \
    of on different days counts once";

fn guesses(text: &str) -> Vec<(&'static str, String)> {
    let found = portfolio(&[text]);
    let [reservation] = found.reservations.as_slice() else { panic!("{found:?}") };
    reservation.guesses.iter().map(|guess| (guess.field, guess.reason.clone())).collect()
}

fn expected() -> Vec<(&'static str, String)> {
    let day = "the day of the first purchase".to_owned();
    let price = "of the 2 purchases of the order with different prices, the first".to_owned();
    vec![("quantity", RETURNED.to_owned()), ("purchaseDate", day), ("unitPrice", price)]
}

#[test]
fn guesses_in_json_are_read_back() {
    // Of use nothing is known, so that there is no value to be a guess.
    let mut listed: Vec<_> = expected()
        .into_iter()
        .map(|(field, reason)| serde_json::json!({"field": field, "reason": reason}))
        .collect();
    listed.push(serde_json::json!({"field": "used", "reason": "use"}));
    let line = serde_json::json!({
        "source": {"file": "f", "line": 2},
        "reservation": {"orderId": ORDER, "quantity": 2, "term": "P1Y", "purchaseDate": "2026-03-01",
            "state": "Succeeded", "active": true, "unitPrice": "100", "currencyCode": "EUR", "billingPlan": "Upfront"},
        "quote": null, "missing": [], "details": {"guesses": listed}});
    assert_eq!(guesses(&format!("{line}\n")), expected());
}

#[test]
fn guesses_among_the_remarks_of_a_table_are_read_back() {
    let remarks: Vec<_> = expected()
        .into_iter()
        .map(|(field, reason)| format!("{field} is a guess: {reason}"))
        .collect();
    let remarks = format!(
        "{}; assumed it was not used; term is P1Y, and another row says P3Y (line 2 of x); nothing is a guess: so",
        remarks.join("; ")
    );
    let text = format!(
        "orderId,quantity,term,purchaseDate,state,active,unitPrice,currencyCode,billingPlan,remarks\n\
         {ORDER},2,P1Y,2026-03-01,Succeeded,true,100,EUR,Upfront,\"{remarks}\"\n"
    );
    assert_eq!(guesses(&text), expected());
}

/// A guess that another file fills in stays one, and what a file states in the place of a guess is none.
#[test]
fn guesses_of_another_row_go_with_its_values() {
    const ID: &str = "aaaaaaaa-0000-4000-8000-000000000001";
    let head = "id,orderId,quantity,term,purchaseDate,state,active,unitPrice,currencyCode,billingPlan,remarks";
    let row = |quantity: &str, price: &str, remarks: &str| {
        format!(
            "{head}\n{ID},{ORDER},{quantity},P1Y,2026-03-01,Succeeded,true,{price},EUR,Upfront,{remarks}\n"
        )
    };
    let stated = row("2", "", "");
    let guessed = row("2", "100", "unitPrice is a guess: because; quantity is a guess: so");
    let check = |files: [&str; 2], expected: &[&str]| {
        let found = portfolio(&files);
        let [reservation] = found.reservations.as_slice() else { panic!("{found:?}") };
        let fields: Vec<_> = reservation.guesses.iter().map(|guess| guess.field).collect();
        assert_eq!(fields, expected);
    };
    check([&stated, &guessed], &["unitPrice"]);
    check([&guessed, &stated], &["unitPrice", "quantity"]);
}

use crate::records::{facts, today};
use azure::{OperationStatus, Order, ProvisioningState, Refund, Reservation};
use calculator::Policy;
use serde_json::{Value, json};
use std::sync::Arc;
use view_model::quote::carry_out::{
    NoStart, Noticed, Offer, PendingExchange, PendingReturn, ReturnEnd, Sent, Stage,
};
use view_model::quote::refund::{FormText, Quoted};

type OfReturn = Stage<Quoted, ReturnEnd, &'static str>;

fn quoted() -> Arc<Quoted> {
    let form = FormText { usd_rate: String::new(), ..FormText::start(&facts(0), today(), '.') };
    Arc::new(Quoted::new(form.case(&facts(0), Policy::default_policy(), '.').unwrap()))
}

fn offer() -> Offer<Quoted> {
    Offer { quoted: quoted(), returned: Arc::new([]), session: "s".into() }
}

fn pending() -> PendingReturn {
    PendingReturn { is_accepted: true, ..PendingReturn::of(&sent()) }
}

fn sent() -> Sent<Quoted> {
    Sent { offer: offer(), reason: "no longer needed".to_owned(), agreed: None }
}

fn service(change: impl Fn(&mut Value)) -> Refund {
    let mut properties = json!({"sessionId": "7a1c7a42-0000-4000-8000-000000000001", "quantity": 2,
        "billingRefundAmount": {"currencyCode": "EUR", "amount": 638.91}});
    change(&mut properties);
    azure::from_slice(json!({"properties": properties}).to_string().as_bytes()).unwrap()
}

fn stage(change: impl Fn(&mut Value)) -> OfReturn {
    Stage::of_refund(quoted(), Arc::new([]), &service(change))
}

#[test]
fn only_quotes_that_agree_are_offered() {
    assert!(matches!(stage(|_| ()), Stage::Offered(_)));
    let cent_more = stage(|it| it["billingRefundAmount"]["amount"] = json!(638.92));
    assert!(matches!(cent_more, Stage::Differs(_)));
    assert!(matches!(stage(|it| it["quantity"] = json!(1)), Stage::Differs(_)));
    let no_session = stage(|it| drop(it.as_object_mut().unwrap().remove("sessionId")));
    assert!(matches!(no_session, Stage::Differs(_)), "there is nothing to confirm");
    let refused = stage(|it| {
        it["policyResult"] =
            json!({"properties": {"policyErrors": [{"code": "RefundLimitExceeded"}]}});
    });
    assert!(
        matches!(refused, Stage::Refused(errors) if errors.len() == 1),
        "a refusal comes first"
    );
}

#[test]
fn a_second_one_is_started_only_when_nothing_is_under_way_and_the_records_are_those_quoted() {
    let ended = || Stage::Ended(ReturnEnd::Done(pending(), Some(1)));
    let cases: [(OfReturn, Option<NoStart>, bool); 11] = [
        (Stage::Idle, None, false),
        (Stage::Asking, Some(NoStart::Busy), true),
        (Stage::Moved(Vec::new(), Noticed::BeforeAsking), Some(NoStart::LoadFirst), true),
        (Stage::Differs(Vec::new()), None, true),
        (Stage::Refused(Vec::new()), None, true),
        (Stage::Offered(offer()), None, true),
        (Stage::Sending, Some(NoStart::Busy), true),
        (Stage::InDoubt, Some(NoStart::Busy), true),
        (Stage::Waiting(OperationStatus::Pending), Some(NoStart::Busy), true),
        (ended(), Some(NoStart::Over), true),
        (Stage::Failed("x"), None, true),
    ];
    for (stage, no_start, holds) in cases {
        assert_eq!((stage.no_start(), stage.holds(false)), (no_start, holds), "{stage:?}");
    }
    assert!(!ended().holds(true), "what was done elsewhere gives way to the records");
}

#[test]
fn a_returned_order_runs_on_or_is_cancelled() {
    let end = |state: &str| {
        let order = json!({"properties": {"provisioningState": state}}).to_string();
        let order: Order = azure::from_slice(order.as_bytes()).unwrap();
        ReturnEnd::of(&order, pending(), None)
    };
    for state in ["Succeeded", "Cancelled"] {
        assert_eq!(end(state), ReturnEnd::Done(pending(), None), "{state}");
    }
    assert_eq!(end("Failed"), ReturnEnd::Otherwise(ProvisioningState::parse("Failed")));
}

#[test]
fn the_units_that_are_left_are_those_of_the_record() {
    let left = |properties: Value| {
        let record = json!({"properties": properties}).to_string();
        let record: Reservation = azure::from_slice(record.as_bytes()).unwrap();
        match ReturnEnd::of(&Order::default(), pending(), Some(&record)) {
            ReturnEnd::Done(_, left) => left,
            ReturnEnd::Otherwise(state) => panic!("{state:?}"),
        }
    };
    assert_eq!(left(json!({"provisioningState": "Succeeded", "quantity": 3})), Some(3));
    let cancelled = json!({"provisioningState": "Cancelled", "quantity": 4});
    assert_eq!(left(cancelled), Some(0), "whatever was bought");
    assert_eq!(left(json!({"provisioningState": "Failed", "quantity": 4})), None);
    assert_eq!(left(json!({})), None, "what the record does not tell is not made up");
}

#[test]
fn what_is_credited_is_what_the_answer_says() {
    let begun = || PendingReturn { is_accepted: false, ..pending() };
    let answer = service(|it| it["billingRefundAmount"]["amount"] = json!(638.9));
    let accepted = begun().accepted(Some(&answer));
    assert_eq!((accepted.payable.as_str(), accepted.is_accepted), ("638.9", true));
    assert_eq!(begun().accepted(Some(&Refund::default())), pending(), "else what was agreed");
    assert_eq!(begun().accepted(None), pending());
}

#[test]
fn what_is_under_way_is_remembered_as_earlier_releases_did() {
    let text = r#"{"accepted":true,"currency":"EUR","payable":"638.91","units":2}"#;
    assert_eq!(azure::to_string(&pending()), text);
    assert_eq!(azure::from_slice::<PendingReturn>(text.as_bytes()).unwrap(), pending());
    let exchange: PendingExchange =
        azure::from_slice(br#"{"operation":"https://x/op","wait":null}"#).unwrap();
    assert_eq!(exchange, PendingExchange { operation: "https://x/op".into(), wait: None });
}

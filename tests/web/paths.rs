use prorata::paths::{self, Entry};
use view_model::address::ReservationRef;
use view_model::support::SupportStep;
use wasm_bindgen_test::wasm_bindgen_test;

fn reservation() -> ReservationRef {
    ReservationRef {
        customer: "c-1".to_owned(),
        order: "o-2".to_owned(),
        reservation: "r-3".to_owned(),
    }
}

#[wasm_bindgen_test]
fn addresses() {
    let of = reservation();
    let all = [
        paths::customers(),
        paths::customer("c-1"),
        paths::customer_radar("c-1"),
        paths::radar(),
        paths::reservation(&of, Entry::Overview),
        paths::reservation(&of, Entry::AccessControl),
        paths::reservation(&of, Entry::Configuration),
        paths::reservation(&of, Entry::Properties),
        paths::reservation(&of, Entry::SupportRequest),
        paths::reservation(&of, Entry::Refund),
        paths::reservation(&of, Entry::Letter),
        paths::exchange(&[of.clone(), ReservationRef { reservation: "r-4".into(), ..of.clone() }]),
        paths::comparison(std::slice::from_ref(&of)),
        paths::support_step(&of, SupportStep::Problem),
        paths::support_requests("c-1"),
        paths::support_request("c-1", "t-4"),
        paths::resources(),
        paths::activity("c-1", "o-2"),
        paths::data(),
        paths::roles(),
        paths::start(),
        paths::tour(),
    ];
    let ids = "?customer=c-1&order=o-2&reservation=r-3";
    let expected = [
        "/customers".to_owned(),
        "/customer?customer=c-1".to_owned(),
        "/customer/radar?customer=c-1".to_owned(),
        "/radar".to_owned(),
        format!("/reservation{ids}"),
        format!("/reservation/access-control{ids}"),
        format!("/reservation/configuration{ids}"),
        format!("/reservation/properties{ids}"),
        format!("/reservation/support-request{ids}"),
        format!("/reservation/refund{ids}"),
        format!("/reservation/refund/letter{ids}"),
        "/exchange?customer=c-1&reservation=o-2%2Fr-3&reservation=o-2%2Fr-4".to_owned(),
        "/comparison?customer=c-1&reservation=o-2%2Fr-3".to_owned(),
        format!("/reservation/support-request/problem{ids}"),
        "/customer/support-requests?customer=c-1".to_owned(),
        "/support-request?customer=c-1&ticket=t-4".to_owned(),
        "/resources".to_owned(),
        "/customer/activity?customer=c-1&search=o-2".to_owned(),
        "/data".to_owned(),
        "/roles".to_owned(),
        "/start".to_owned(),
        "/start?tour=1".to_owned(),
    ];
    assert_eq!(all, expected);
}

#[wasm_bindgen_test]
fn parameters_are_escaped_and_empty_ones_left_out() {
    let address = paths::address("/customers", &[("search", "A&B=ü 中"), ("sort", "")]);
    assert_eq!(address, "/customers?search=A%26B%3D%C3%BC%20%E4%B8%AD");
}

//! Whatever is asked, no header disappears, and a name is what it seems to be.
//!
//! What else can be asked is the attack's (`crates/attack`).

mod fixtures;

use http::Request;
use proptest::prelude::*;
use serde_json::json;

use fixtures::{Desk, block_on};

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..Default::default() })]

    #[test]
    fn any_header_is_answered_and_none_disappears(
        name in prop::sample::select(vec![
            "if-match", "prorata-policy", "prorata-build", "x-ms-correlation-request-id",
            "x-ms-client-request-id", "content-type", "range",
        ]),
        value in prop_oneof![
            any::<Vec<u8>>(), "[ -~]{0,200}".prop_map(String::into_bytes),
            "[*\"W/,0-9 ]{0,12}".prop_map(String::into_bytes),
        ],
        method in prop::sample::select(vec!["GET", "HEAD", "OPTIONS", "PATCH"]),
        version in "20[0-9]{2}-[01][0-9]-[0-3][0-9](-preview|-[a-z]{0,3}|%0d%0a|%C3%A9)?",
    ) {
        let Ok(value) = http::HeaderValue::from_bytes(&value) else { return Ok(()) };
        let desk = Desk::of(backend::Service::new(backend::MemoryStore::default(), "https://x.example/é").of_build("b"));
        let person = desk.customer("Kupferhain");
        let item = desk.reservation(&person, "Fertigungsleitstand");
        let request = Request::builder().method(method).header("authorization", person.token());
        let request = request.header(name, value).uri(format!("{}?api-version={version}", item.id));
        let body = json!({ "properties": { "name": "Leitstand" } }).to_string().into_bytes();
        let response = block_on(desk.send(request.body(body).expect("a request")));
        prop_assert!(response.status().as_u16() < 500);
        prop_assert_eq!(&response.headers()["prorata-build"], "b");
        let id = response.headers()["x-ms-correlation-request-id"].as_bytes();
        let is_plain = !id.iter().any(|byte| b" <>{};".contains(byte));
        prop_assert!((1..=72).contains(&id.len()) && is_plain, "{:?}", id);

        // Whatever version was taken, the place of a result is told.
        let split = json!({ "properties": { "quantities": [1, 5], "reservationId": item.id } });
        let request = Request::post(format!("{}/split?api-version={version}", item.order));
        let request = request.header("authorization", person.token());
        let response = block_on(desk.send(request.body(split.to_string().into_bytes()).expect("a request")));
        match response.status().as_u16() {
            202 => {
                let place = response.headers()["location"].to_str().expect("ASCII");
                prop_assert!(place.starts_with("https://x.example/%C3%A9/"));
                let query = place.split_once('?').map(|(_, query)| query.to_owned());
                prop_assert_eq!(query, Some(format!("api-version={version}")));
            }
            status => prop_assert_eq!(status, 400),
        }
    }

    #[test]
    fn any_name_is_kept_as_it_is_seen_or_refused(name in any::<String>()) {
        let desk = Desk::open();
        let person = desk.customer("Kupferhain");
        let item = desk.reservation(&person, "Fertigungsleitstand");
        let body = json!({ "properties": { "name": name } });
        let reply = desk.send_body(&person, &format!("PATCH {}", item.id), &body);
        match reply.status {
            200 => {
                let kept = reply.body["properties"]["displayName"].as_str().expect("a name");
                prop_assert_eq!(kept, name.trim());
                prop_assert!(!kept.is_empty() && !kept.chars().any(char::is_control));
            }
            status => prop_assert_eq!(
                (status, &reply.body["error"]["target"]), (400, &json!("properties.name"))
            ),
        }
    }
}

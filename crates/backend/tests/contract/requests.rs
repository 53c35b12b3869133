//! What is true of every request.

use backend::{MemoryStore, Moment, Service, Unreadable};
use http::{Method, Request};
use serde_json::{Value, json};

use crate::fixtures::{Desk, PUBLIC_URL, Person, block_on};

#[test]
fn an_unknown_path_is_404_and_a_wrong_method_405() {
    let desk = Desk::open();
    let partner = desk.partner();
    for path in ["/", "/providers", "/providers/Microsoft.Compute/x", "/providers/Prorata/nothing"]
    {
        let reply = desk.ask(&partner, &format!("GET {path}"));
        assert_eq!((reply.status, reply.code()), (404, "InvalidResourceType"), "{path}");
    }
    let reply = desk.ask(&partner, "DELETE /providers/Prorata/account");
    assert_eq!((reply.status, reply.code()), (405, "HttpMethodNotSupported"));
    assert_eq!(reply.header("allow"), Some("GET, HEAD, OPTIONS"));
}

#[test]
fn the_api_version_is_required() {
    let desk = Desk::open();
    let partner = desk.partner();
    let send = |uri: &str| {
        let request = Request::get(uri).header("authorization", partner.token());
        let response = block_on(desk.send(request.body(Vec::new()).expect("a request")));
        let body: serde_json::Value = serde_json::from_slice(response.body()).expect("JSON");
        (response.status().as_u16(), body["error"]["code"].as_str().unwrap_or("").to_owned())
    };
    assert_eq!(send("/providers/Prorata/account").0, 200, "not Azure's");
    let path = "/providers/Microsoft.Capacity/reservations";
    assert_eq!(send(path), (400, "MissingApiVersionParameter".to_owned()));
    for version in [
        "",
        "latest",
        "2022",
        "2022-13-01",
        "2022-11-01x",
        "2022-11-01-",
        "2022-11-01-preview-2",
        "2022-11-01-%0D%0Aset-cookie:x",
        "2022-11-01-%C3%A9",
        "%2B022-11-01",
        "2022-1-0011",
        "%202022-1-01",
        "2022-11-0%C3%A9",
        "2022-11-01%20",
    ] {
        for path in [path, "/providers/Prorata/account"] {
            let (status, code) = send(&format!("{path}?api-version={version}"));
            assert_eq!((status, code.as_str()), (400, "InvalidApiVersionParameter"), "{version}");
        }
    }
    for version in ["2022-11-01", "2024-04-01", "2023-01-01-preview", "2014-02-14-PrivatePreview"] {
        assert_eq!(send(&format!("{path}?API-VERSION={version}")).0, 200, "{version}");
    }
}

#[test]
fn paths_and_ids_are_compared_without_case() {
    let desk = Desk::open();
    let customer = desk.customer("Kupferhain");
    let item = desk.reservation(&customer, "Fertigungsleitstand");
    for path in [item.id.to_uppercase(), item.id.to_lowercase(), format!("{}/", item.id)] {
        let reply = desk.ask(&customer, &format!("GET {path}"));
        assert_eq!(reply.body["id"], item.id.as_str(), "{path}");
    }
    let upper = Person::of(&customer.tenant.to_uppercase());
    assert_eq!(desk.ask(&upper, &format!("GET {}", item.id)).status, 200);
}

#[test]
fn every_answer_can_be_traced() {
    let desk = Desk::open();
    let first = desk.ask(&desk.partner(), "GET /providers/Prorata/account");
    let second = desk.ask(&desk.partner(), "GET /nothing");
    let id = |reply: &crate::fixtures::Reply| reply.header("x-ms-request-id").map(str::to_owned);
    assert!(id(&first).is_some_and(|id| id.len() == 36));
    assert_ne!(id(&first), id(&second));
    assert_eq!(first.header("cache-control"), Some("no-store"));
    assert_eq!(first.header("content-type"), Some("application/json; charset=utf-8"));
}

#[test]
fn a_malformed_body_names_the_field() {
    let desk = Desk::open();
    let customer = desk.customer("Kupferhain");
    let item = desk.reservation(&customer, "Fertigungsleitstand");
    let path = format!("POST {}/calculateRefund", item.order);
    for (body, field) in [
        ("", "body"),
        ("{", "body"),
        ("{} x", "body"),
        ("[]", "properties.reservationToReturn.quantity"),
        ("{}", "properties.reservationToReturn.quantity"),
        (r#"{"properties":7}"#, "properties.reservationToReturn.quantity"),
        (
            r#"{"properties":{"reservationToReturn":{"reservationId":"x","quantity":"3"}}}"#,
            "properties.reservationToReturn.quantity",
        ),
        (
            r#"{"properties":{"reservationToReturn":{"reservationId":"x","quantity":-1}}}"#,
            "properties.reservationToReturn.quantity",
        ),
        (
            r#"{"properties":{"reservationToReturn":{"reservationId":"x","quantity":1}}}"#,
            "properties.reservationToReturn.reservationId",
        ),
    ] {
        let uri = format!("{}?api-version=2022-11-01", path.trim_start_matches("POST "));
        let request = Request::post(uri).header("authorization", customer.token());
        let request = request.body(body.as_bytes().to_vec()).expect("a request");
        let response = block_on(desk.send(request));
        let answer: serde_json::Value = serde_json::from_slice(response.body()).expect("JSON");
        assert_eq!(response.status().as_u16(), 400, "{body}");
        assert_eq!(answer["error"]["code"], "InvalidRequestContent", "{body}");
        assert_eq!(answer["error"]["target"], field, "{body}: {answer}");
    }
}

#[test]
fn a_body_beyond_all_measure_is_refused() {
    let desk = Desk::open();
    let request = Request::post("/providers/Prorata/reset?api-version=2022-11-01")
        .header("authorization", desk.partner().token())
        .body(vec![b' '; 1_000_000])
        .expect("a request");
    assert_eq!(block_on(desk.send(request)).status().as_u16(), 413);
}

#[test]
fn links_begin_with_the_public_url() {
    let desk = Desk::open();
    let lab = desk.customer("Breakwater");
    let reply = desk.ask(&lab, "GET /providers/Microsoft.Capacity/reservations?take=5");
    let next = reply.body["nextLink"].as_str().expect("a next page");
    assert!(next.starts_with(PUBLIC_URL), "{next}");
}

#[test]
fn the_place_of_a_result_never_disappears() {
    // A host may be reached under a name that a header cannot hold as it is.
    let service = Service::new(MemoryStore::default(), "https://host.example/größe/api/");
    let desk = Desk::of(service);
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    let place = |reply: &crate::fixtures::Reply, name: &str| {
        reply.header(name).expect("where to look").to_owned()
    };
    let public = "https://host.example/gr%C3%B6%C3%9Fe/api";
    let quote =
        desk.post(&person, &format!("{}/calculateRefund", item.order), &item.refund_body(1));
    let body = item.return_body(1, &quote.body);
    let reply = desk.post(&person, &format!("{}/return", item.order), &body);
    assert_eq!(reply.status, 202);
    assert_eq!(place(&reply, "location"), format!("{public}{}?api-version=2022-11-01", item.order));
    desk.wait(chrono::TimeDelta::seconds(10));
    let split = json!({ "properties": { "quantities": [1, 4], "reservationId": item.id } });
    let reply = desk.post(&person, &format!("{}/split", item.order), &split);
    assert_eq!(reply.status, 202, "{}", reply.body);
    let location = place(&reply, "location");
    assert!(
        location.starts_with(&format!("{public}/providers/Microsoft.Capacity/operationResults/"))
    );
    assert!(location.ends_with("?api-version=2022-11-01"), "{location}");
}

#[test]
fn a_head_is_that_of_the_whole_answer() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    for path in [item.id.as_str(), "/providers/Microsoft.Capacity/reservations", "/nothing"] {
        let whole = desk.ask(&person, &format!("GET {path}"));
        let head = desk.ask(&person, &format!("HEAD {path}"));
        assert_eq!(head.status, whole.status, "{path}");
        assert!(head.response.body().is_empty() && !whole.response.body().is_empty());
        for header in ["content-type", "etag", "cache-control"] {
            assert_eq!(head.header(header), whole.header(header), "{header} of {path}");
        }
    }
    assert_eq!(desk.ask(&person.with_role("Emperor"), &format!("HEAD {}", item.id)).status, 403);
    let only_posted = format!("HEAD {}/return", item.order);
    assert_eq!(desk.ask(&person, &only_posted).status, 405);
}

#[test]
fn the_options_of_a_path_are_told_to_whoever_asks() {
    let desk = Desk::open();
    let ask = |path: &str| {
        let request = Request::builder().method("OPTIONS").uri(path).body(Vec::new());
        block_on(desk.send(request.expect("a request")))
    };
    for (path, allowed) in [
        ("/providers/Microsoft.Support/supportTickets/x", "GET, HEAD, PUT, PATCH, OPTIONS"),
        ("/providers/Prorata/priceList", "GET, HEAD, PUT, OPTIONS"),
        ("/providers/Microsoft.Capacity/exchange", "POST, OPTIONS"),
    ] {
        let response = ask(path);
        assert_eq!((response.status().as_u16(), response.body().len()), (204, 0), "{path}");
        assert_eq!(response.headers()["allow"], allowed, "{path}");
        let reply = desk.ask(&desk.partner(), &format!("TRACE {path}"));
        assert_eq!((reply.status, reply.header("allow")), (405, Some(allowed)), "{path}");
    }
    assert_eq!(ask("/nothing").status().as_u16(), 404);
}

#[test]
fn an_id_of_the_caller_is_repeated_only_if_it_is_one() {
    let desk = Desk::open();
    let partner = desk.partner();
    let ask = |id: &str| {
        let headers = [("x-ms-correlation-request-id", id)];
        let what = "GET /providers/Prorata/account";
        let reply = block_on(desk.ask_with(&partner, what, &headers, &Value::Null));
        let header = |name: &str| reply.header(name).expect(name).to_owned();
        (header("x-ms-correlation-request-id"), header("x-ms-request-id"))
    };
    for id in ["0f8fad5b-d9cb-469f-a165-70867728950e", "a.b_C-9", &"x".repeat(72)] {
        assert_eq!(ask(id).0, id);
    }
    for id in ["", "a b", "<script>", "é", "x;y", "{x}", &"x".repeat(73), &"x".repeat(100_000)] {
        let (correlation, own) = ask(id);
        assert_eq!(correlation, own, "{id}");
    }
}

#[test]
fn a_change_by_a_page_of_another_build_is_refused_before_anything_happens() {
    let desk = Desk::of(Service::new(MemoryStore::default(), PUBLIC_URL).of_build("b2"));
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    let rename = |build: Option<&str>, name: &str| {
        let headers: Vec<(&str, &str)> = build.map(|b| ("prorata-build", b)).into_iter().collect();
        let body = json!({ "properties": { "name": name } });
        let reply =
            block_on(desk.ask_with(&person, &format!("PATCH {}", item.id), &headers, &body));
        assert_eq!(reply.header("prorata-build"), Some("b2"), "every answer names the build");
        reply
    };
    for other in ["b1", "", "B2", "b2, b2"] {
        let reply = rename(Some(other), "Other");
        assert_eq!((reply.status, reply.code()), (409, "BuildMismatch"), "{other:?}");
    }
    let row = desk.ask(&person, &format!("GET {}", item.id));
    assert_eq!(row.body["properties"]["displayName"], "Fertigungsleitstand");
    assert_eq!(rename(Some("b2"), "Same build").status, 200);
    assert_eq!(rename(None, "No build").status, 200);
    // Reading goes on, and so does what is asked for without a build.
    for what in ["GET", "HEAD", "OPTIONS"] {
        let headers = [("prorata-build", "b1")];
        let what = format!("{what} {}", item.id);
        let reply = block_on(desk.ask_with(&person, &what, &headers, &Value::Null));
        assert!(reply.status < 300, "{what}: {}", reply.status);
        assert_eq!(reply.header("prorata-build"), Some("b2"));
    }
    // A service that is no part of a build compares nothing.
    let desk = Desk::open();
    let reset = json!({ "to": "demonstration" });
    let headers = [("prorata-build", "b1")];
    let what = "POST /providers/Prorata/reset";
    let reply = block_on(desk.ask_with(&desk.partner(), what, &headers, &reset));
    assert_eq!((reply.status, reply.header("prorata-build")), (204, None));
}

#[test]
fn a_request_that_the_host_could_not_read_is_refused() {
    let desk = Desk::open();
    let request = Request::post("/providers/Prorata/reset")
        .header("authorization", desk.partner().token())
        .extension(Unreadable)
        .body(json!({ "to": "empty" }).to_string().into_bytes());
    let response = block_on(desk.send(request.expect("a request")));
    let body: Value = serde_json::from_slice(response.body()).expect("JSON");
    assert_eq!(
        (response.status().as_u16(), &body["error"]["code"]),
        (400, &json!("InvalidRequestUri"))
    );
    assert!(
        !desk.ask(&desk.partner(), "GET /providers/Prorata/customerSummaries").rows().is_empty()
    );
}

#[test]
fn a_page_that_cannot_be_had_names_what_was_asked_for() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    for (query, field) in [
        ("$top=0", "$top"),
        ("$top=101", "$top"),
        ("$top=-1", "$top"),
        ("take=0", "take"),
        ("take=18446744073709551616", "take"),
        ("take=5&$top=x", ""),
        ("$skiptoken=x", "$skiptoken"),
    ] {
        let reply = desk.ask(&person, &format!("GET /providers/Prorata/activities?{query}"));
        let target = reply.body["error"]["target"].as_str().unwrap_or_default();
        assert_eq!((reply.status == 400, target), (!field.is_empty(), field), "{query}");
    }
    let far = "GET /providers/Microsoft.Capacity/reservations?$skiptoken=18446744073709551615";
    assert!(desk.ask(&person, far).rows().is_empty());
}

#[test]
fn a_time_that_nobody_means_is_refused() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    let review = |time: &str| {
        let body = json!({ "properties": { "reviewDateTime": time } });
        desk.send_body(&person, &format!("PATCH {}", item.id), &body)
    };
    for time in ["1969-12-31T23:59:59Z", "+262142-12-31T00:00:00Z", "-0001-01-01T00:00:00Z", "x"] {
        let reply = review(time);
        assert_eq!(
            (reply.status, &reply.body["error"]["target"]),
            (400, &json!("properties.reviewDateTime")),
            "{time}"
        );
    }
    for time in ["1970-01-01T00:00:00Z", "9999-12-31T23:59:59.999Z"] {
        assert_eq!(review(time).status, 200, "{time}");
    }
    let tickets = "GET /providers/Microsoft.Support/supportTickets?$filter=CreatedDate ge";
    assert_eq!(desk.ask(&person, &format!("{tickets} 2026-01-01T00:00:00Z")).status, 200);
    for time in ["soon", "2026-01-01", "2026-13-01T00:00:00Z"] {
        let reply = desk.ask(&person, &format!("{tickets} {time}"));
        assert_eq!((reply.status, reply.code()), (400, "InvalidRequestUri"), "{time}");
    }
}

/// The path that leads to the next page, if there is one.
fn next_page(reply: &crate::fixtures::Reply) -> Option<String> {
    let link =
        reply.body["nextLink"].as_str()?.strip_prefix(PUBLIC_URL).expect("a link to the API");
    Some(format!(
        "GET {}",
        link.replace("&api-version=2022-11-01", "").replace("api-version=2022-11-01&", "")
    ))
}

#[test]
fn a_list_that_changes_between_its_pages_tells_each_row_once() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    let rename = |name: &str| {
        let body = json!({ "properties": { "name": name } });
        assert_eq!(desk.send_body(&person, &format!("PATCH {}", item.id), &body).status, 200);
        desk.wait(chrono::TimeDelta::seconds(1));
    };
    let names = |reply: &crate::fixtures::Reply| -> Vec<String> {
        let name = |row: &Value| row["changes"][0]["after"].as_str().expect("a name").to_owned();
        reply.rows().iter().map(name).collect()
    };
    ["a", "b", "c", "d", "e"].iter().for_each(|name| rename(name));
    let first = desk.ask(&person, "GET /providers/Prorata/activities?take=2");
    assert_eq!(names(&first), ["e", "d"]);
    // Newer ones come before those that were told.
    ["f", "g", "h"].iter().for_each(|name| rename(name));
    let second = desk.ask(&person, &next_page(&first).expect("a link"));
    assert_eq!(names(&second), ["c", "b"]);
    let third = desk.ask(&person, &next_page(&second).expect("a link"));
    assert_eq!((names(&third), next_page(&third)), (vec!["a".to_owned()], None));
    // A number alone is what it always was.
    let skipped = desk.ask(&person, "GET /providers/Prorata/activities?take=2&$skiptoken=5");
    assert_eq!(names(&skipped), ["c", "b"]);
}

#[test]
fn a_row_that_goes_between_two_pages_takes_no_other_with_it() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    let list = format!("GET {}/providers/Microsoft.Authorization/roleAssignments", item.order);
    let all = desk.ask(&person, &list).rows().clone();
    let own: Vec<&Value> =
        all.iter().filter(|row| row["properties"]["scope"] == item.order.as_str()).collect();
    assert!(own.len() > 1, "{all:?}");
    // The page ends after the first that can be taken away, and what was told before it goes.
    let take = all.len() - own.len() + 1;
    let first = desk.ask(&person, &format!("{list}?take={}", take + 1));
    let gone = own[0]["id"].as_str().expect("an id");
    assert_eq!(desk.ask(&person, &format!("DELETE {gone}")).status, 200);
    let second = desk.ask(&person, &next_page(&first).expect("a link"));
    assert_eq!(second.rows().first(), all.get(take + 1));
}

#[test]
fn what_only_reads_is_answered_alike_without_the_rest() {
    let desk = Desk::open();
    let partner = desk.partner();
    let request = |what: &str| {
        let (method, path) = what.split_once(' ').expect("method and path");
        let request = Request::builder().method(method).uri(path);
        request.header("authorization", partner.token()).body(Vec::new()).expect("a request")
    };
    for path in ["account", "customerSummaries", "permissions", "portfolio", "settings"] {
        let what = format!("GET /providers/Prorata/{path}");
        let read = block_on(
            desk.service.read(&request(&what), Moment { now: desk.now(), entropy: &mut || 7 }),
        );
        let read = read.expect("an answer");
        let whole = block_on(
            desk.service.handle(request(&what), Moment { now: desk.now(), entropy: &mut || 7 }),
        );
        assert_eq!((read.status().as_u16(), whole.status().as_u16()), (200, 200), "{what}");
        assert_eq!(read.body(), whole.body(), "{what}");
        assert_eq!(read.headers(), whole.headers(), "{what}");
    }
    // What is about one customer comes with the second part.
    let what = "GET /providers/Microsoft.Capacity/reservations?api-version=2022-11-01";
    let moment = Moment { now: desk.now(), entropy: &mut || 7 };
    assert!(block_on(desk.service.list(&request(what), moment)).is_none());
    let moment = Moment { now: desk.now(), entropy: &mut || 7 };
    assert!(block_on(desk.service.read(&request(what), moment)).is_some());
    for what in [
        "POST /providers/Prorata/reset",
        "PUT /providers/Prorata/settings",
        "GET /providers/Prorata/backup",
        "OPTIONS /providers/Prorata/settings",
        "GET /providers/Prorata/nothing",
        "DELETE /providers/Prorata/account",
    ] {
        let read = block_on(
            desk.service.read(&request(what), Moment { now: desk.now(), entropy: &mut || 7 }),
        );
        assert!(read.is_none(), "{what}");
    }
}

#[test]
fn what_looks_at_all_customers_at_once_is_known_before_it_is_done() {
    type Any = Service<MemoryStore>;
    for (method, path, expected) in [
        (Method::GET, "/providers/Prorata/portfolio", true),
        (Method::GET, "/providers/prorata/BACKUP", true),
        (Method::POST, "/providers/Prorata/restore", true),
        (Method::POST, "/providers/Prorata/reset", true),
        (Method::GET, "/providers/Prorata/imports/1", true),
        (Method::POST, "/providers/Prorata/imports/1/commit", true),
        // What is asked while a commit goes on, so that it must not wait for others who read much.
        (Method::GET, "/providers/Prorata/imports", false),
        (Method::GET, "/providers/Prorata/imports/1/progress", false),
        (Method::POST, "/providers/Prorata/imports/1/cancel", false),
        // Told from what is kept of each, and of one customer.
        (Method::GET, "/providers/Prorata/customerSummaries", false),
        (Method::GET, "/providers/Microsoft.Capacity/reservations", false),
        (Method::DELETE, "/providers/Prorata/portfolio", false),
        (Method::GET, "/providers/Prorata/nothing", false),
    ] {
        assert_eq!(Any::reads_everything(&method, path), expected, "{method} {path}");
    }
}

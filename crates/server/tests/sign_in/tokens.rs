//! Tokens: whose are believed, for how long, and what they say.

use serde_json::{Value, json};

use crate::issuer::{CLIENT, Issuer, Signer, now};
use crate::{Desk, until};

const ME: &str = "/sign-in/me";

fn desk(name: &str, issuer: &Issuer, more: &[&str]) -> Desk {
    let own = ["--sign-in-issuer", &issuer.url, "--sign-in-client-id", CLIENT];
    Desk::start(name, &[&own[..], more].concat())
}

fn with(mut claims: Value, name: &str, value: Value) -> Value {
    claims[name] = value;
    claims
}

#[test]
fn a_token_says_who_asks_and_nothing_else_does() {
    let (issuer, signer) = (Issuer::start(), Signer::ec());
    issuer.publish("one", &signer);
    let desk = desk("claims", &issuer, &[]);
    let of = |claims: &Value| signer.token("ES256", "one", claims);
    let config = desk.get("", "/config.json").body();
    assert_eq!(config["signIn"]["kind"], "openIdConnect");
    assert_eq!(config["signIn"]["authorizationEndpoint"], format!("{}/authorize", issuer.url));
    let good = of(&issuer.claims());
    let me = desk.get(&good, ME).body();
    assert_eq!(
        (&me["id"], &me["name"], &me["role"]),
        (&json!("ann-1"), &json!("Ann"), &json!("AdminAgent"))
    );
    assert_eq!((&me["partner"]["id"], &me["signIn"]), (&json!("own"), &json!("openIdConnect")));
    assert!(me["may"].as_array().unwrap().contains(&json!("ReadAudit")));
    // Headers that a browser's service would believe, and others that somebody may hope for.
    let guest = of(&with(issuer.claims(), "roles", json!(["Guest"])));
    let bearer = format!("Bearer {guest}");
    let refused = desk.ask(
        "PUT /providers/Prorata/settings",
        &[
            ("Authorization", &*bearer),
            ("x-ms-client-principal-name", "Ann"),
            ("role", "AdminAgent"),
        ],
        &json!({ "refundPolicy": "azure-2026-08" }),
    );
    assert_eq!((refused.status, &*refused.code()), (403, "AuthorizationFailed"));
    let two = [("Authorization", &*bearer), ("Authorization", "Bearer demo.e30")];
    assert_eq!(desk.ask(&format!("GET {ME}"), &two, &Value::Null).status, 401);
    for (roles, role, reads) in [
        (json!(["Unheard", "SalesAgent"]), json!("SalesAgent"), 200),
        (json!("GlobalAdmin"), json!("GlobalAdmin"), 200),
        (json!(["adminagent"]), Value::Null, 403),
        (json!([]), Value::Null, 403),
        (Value::Null, Value::Null, 403),
    ] {
        let token = of(&with(issuer.claims(), "roles", roles));
        assert_eq!(desk.get(&token, ME).body()["role"], role);
        assert_eq!(desk.get(&token, "/providers/Prorata/customerSummaries").status, reads);
    }
    let customer = "0b8b1e02-6a3f-4d7b-9a41-6e5b7c1d2f30";
    for (tenant, status) in [(customer, 200), ("x", 400), ("partner", 400)] {
        let what = "GET /providers/Microsoft.Capacity/reservations?api-version=2022-11-01";
        assert_eq!(desk.send(&good, tenant, what, &Value::Null).status, status, "{tenant}");
    }
}

#[test]
fn what_is_not_the_issuers_for_us_and_for_now_is_refused() {
    let (issuer, signer, other) = (Issuer::start(), Signer::ec(), Signer::ec());
    issuer.publish("one", &signer);
    let desk = desk("refused", &issuer, &[]);
    let claims = issuer.claims();
    let of = |name: &str, value: Value| {
        let token = signer.token("ES256", "one", &with(claims.clone(), name, value));
        let answer = desk.get(&token, ME);
        (answer.status, answer.code())
    };
    let expired = (401, "ExpiredAuthenticationToken".to_owned());
    let invalid = (401, "InvalidAuthenticationToken".to_owned());
    assert_eq!(of("exp", json!(now() - 120)), expired);
    assert_eq!(of("exp", json!(now() - 20)).0, 200, "clocks differ a little");
    assert_eq!(of("nbf", json!(now() + 300)), invalid);
    assert_eq!(of("iat", json!(now() + 300)), invalid);
    assert_eq!(of("aud", json!("another")), invalid);
    assert_eq!(of("iss", json!("https://login.example")), invalid);
    assert_eq!(of("sub", Value::Null), invalid);
    for token in [
        other.token("ES256", "one", &claims),
        signer.token("none", "one", &claims),
        signer.token("HS256", "one", &claims),
        "demo.eyJyb2xlIjoiQWRtaW5BZ2VudCJ9".to_owned(),
        "x".to_owned(),
    ] {
        let answer = desk.get(&token, "/providers/Prorata/customerSummaries");
        assert_eq!((answer.status, answer.code()), invalid);
        assert!(answer.header("www-authenticate").is_some());
    }
    let nobody = desk.get("", "/providers/Prorata/customerSummaries");
    assert_eq!((nobody.status, &*nobody.code()), (401, "AuthenticationFailed"));
}

#[test]
fn keys_come_and_go() {
    let (issuer, first, second) = (Issuer::start(), Signer::ec(), Signer::ec());
    issuer.publish("one", &first);
    let desk = desk("keys", &issuer, &["--sign-in-keys-seconds", "1"]);
    let status = |signer: &Signer, kid: &str| {
        desk.get(&signer.token("ES256", kid, &issuer.claims()), ME).status
    };
    assert_eq!(status(&first, "one"), 200);
    issuer.publish("two", &second);
    until("a new key is found", || status(&second, "two") == 200);
    issuer.revoke("one");
    until("a revoked key is good for nothing", || status(&first, "one") == 401);
    assert_eq!(status(&second, "two"), 200);
    if let Some(rsa) = Signer::rsa() {
        issuer.publish("rsa", &rsa);
        until("a key of another kind is found", || {
            status(&rsa, "rsa") == 401 || {
                let of =
                    |algorithm| desk.get(&rsa.token(algorithm, "rsa", &issuer.claims()), ME).status;
                (of("RS256"), of("PS256")) == (200, 200)
            }
        });
        let of = |algorithm| desk.get(&rsa.token(algorithm, "rsa", &issuer.claims()), ME).status;
        until("it signs both ways", || (of("RS256"), of("PS256")) == (200, 200));
        assert_eq!(status(&rsa, "rsa"), 401, "an algorithm that is not the key's");
    } else {
        eprintln!("no openssl: keys of RSA were not tried");
    }
    // The issuer is away for a while: what was known is used.
    issuer.stop_answering();
    std::thread::sleep(std::time::Duration::from_millis(1_200));
    assert_eq!(status(&second, "two"), 200);
}

#[test]
fn nonsense_does_not_make_us_ask_the_issuer() {
    let (issuer, signer) = (Issuer::start(), Signer::ec());
    issuer.publish("one", &signer);
    let desk = desk("nonsense", &issuer, &[]);
    assert_eq!(desk.get(&signer.token("ES256", "one", &issuer.claims()), ME).status, 200);
    for number in 0..50 {
        let token = signer.token("ES256", &format!("unknown-{number}"), &issuer.claims());
        assert_eq!(desk.get(&token, ME).status, 401);
    }
    assert!(issuer.asked() <= 2, "asked {} times", issuer.asked());
}

#[test]
fn without_the_issuer_nobody_is_let_in() {
    let (issuer, signer) = (Issuer::start(), Signer::ec());
    issuer.stop_answering();
    let desk = desk("down", &issuer, &[]);
    let answer = desk.get(&signer.token("ES256", "one", &issuer.claims()), ME);
    assert_eq!((answer.status, &*answer.code()), (503, "SignInUnavailable"));
    let config = desk.get("", "/config.json").body();
    assert_eq!(config["signIn"]["authorizationEndpoint"], Value::Null);
}

#[test]
fn a_code_is_exchanged_once_and_for_this_very_sign_in() {
    let (issuer, signer) = (Issuer::start(), Signer::ec());
    issuer.publish("one", &signer);
    let desk = desk("code", &issuer, &[]);
    let id_token =
        |nonce: &str| signer.token("ES256", "one", &with(issuer.claims(), "nonce", json!(nonce)));
    let given = |nonce: &str| {
        let id_token = id_token(nonce);
        json!({ "access_token": "opaque", "id_token": id_token, "refresh_token": "again-1" })
    };
    let exchange = |code: &str, nonce: &str| {
        let body = json!({ "code": code, "codeVerifier": "v", "redirectUri": "http://x/sign-in", "nonce": nonce });
        desk.ask("POST /sign-in/token", &[], &body)
    };
    issuer.grant("good", given("n-1"));
    let answer = exchange("good", "n-1");
    let body = answer.body();
    assert_eq!(answer.status, 200, "{}", answer.text);
    assert_eq!((&body["me"]["name"], &body["refreshToken"]), (&json!("Ann"), &json!("again-1")));
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    assert_eq!(desk.get(body["token"].as_str().unwrap(), ME).status, 200);
    let replayed = exchange("good", "n-1");
    assert_eq!((replayed.status, &*replayed.code()), (400, "SignInRefused"));
    issuer.grant("stolen", given("n-2"));
    assert_eq!(exchange("stolen", "n-3").code(), "SignInRefused", "of another sign-in");
    issuer.grant("again-1", json!({ "access_token": id_token("x") }));
    let refresh = json!({ "refreshToken": "again-1" });
    assert_eq!(desk.ask("POST /sign-in/token", &[], &refresh).status, 200);
    assert_eq!(desk.ask("POST /sign-in/token", &[], &refresh).code(), "SignInRefused");
    // What the issuer gives for somebody else is no token of ours.
    let foreign = signer.token("ES256", "one", &with(issuer.claims(), "aud", json!("other")));
    issuer.grant("foreign", json!({ "access_token": foreign }));
    assert_eq!(
        desk.ask("POST /sign-in/token", &[], &json!({ "refreshToken": "foreign" })).status,
        401
    );
}

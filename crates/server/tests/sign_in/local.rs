//! Accounts of the server: from the first invitation to the last administrator.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::client::{Answer, Client};
use crate::process::{Folder, Server, command, free_port, program};

const PASSWORD: &str = "a horse, a battery, a staple";

/// Starts a server, and takes the invitation from what it prints.
fn start(data: &str) -> (std::process::Child, Client, Option<String>) {
    let port = free_port();
    let mut server: Command = program();
    server.args(["--listen", &format!("127.0.0.1:{port}"), "--data", data, "--sign-in-local"]);
    server.stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = server.spawn().expect("the program starts");
    let mut said = BufReader::new(child.stdout.take().expect("it is piped"));
    // It is said at once, when it can be asked.
    let text = String::from_utf8_lossy(said.fill_buf().expect("what it says")).into_owned();
    assert!(text.starts_with("Prorata is at"), "{text}");
    let code =
        text.split_once("#invitation=").map(|(_, code)| code.lines().next().unwrap_or_default());
    let link = code.map(str::to_owned);
    (child, Client { port }, link)
}

fn ask(client: Client, token: &str, what: &str, cookie: &str, body: &Value) -> Answer {
    let (method, path) = what.split_once(' ').expect("a method and a path");
    let body = if body.is_null() { String::new() } else { body.to_string() };
    let mut request = format!(
        "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\
         Content-Type: application/json\r\nContent-Length: {}\r\n",
        body.len()
    );
    if !token.is_empty() {
        request += &format!("Authorization: Bearer {token}\r\n");
    }
    if !cookie.is_empty() {
        request += &format!("Cookie: other=1; {cookie}\r\n");
    }
    client.raw(&format!("{request}\r\n{body}")).expect("an answer")
}

fn text(answer: &Answer, name: &str) -> String {
    answer.body()[name].as_str().unwrap_or_else(|| panic!("{name} in {}", answer.text)).to_owned()
}

fn cookie(answer: &Answer) -> String {
    let cookie = answer.header("set-cookie").expect("a cookie");
    for word in ["__Host-prorata=", "HttpOnly", "Secure", "SameSite=Strict", "Path=/"] {
        assert!(cookie.contains(word), "{cookie}");
    }
    cookie.split(';').next().unwrap_or_default().to_owned()
}

#[test]
fn a_team_begins_with_an_invitation() {
    let folder = Folder::of("local");
    let (mut child, client, link) = start(&folder.path("desk.sqlite"));
    let of = |token: &str, what: &str, body: Value| ask(client, token, what, "", &body);
    let code = link.expect("an invitation for the first");
    assert_eq!(of("", "GET /config.json", Value::Null).body()["signIn"]["kind"], "local");
    assert_eq!(of("x", "GET /providers/Prorata/customerSummaries", Value::Null).status, 401);

    // The invitation is good once, for a good name and password.
    let accept = |code: &str, name: &str, password: &str| {
        let body = json!({ "invitation": code, "name": name, "password": password });
        of("", "POST /sign-in/invitation/accept", body)
    };
    assert_eq!(
        text(&of("", "POST /sign-in/invitation", json!({ "invitation": code })), "role"),
        "AdminAgent"
    );
    for weak in ["short", "aaaaaaaaaaaaaaaa", "my name is Ann Berg"] {
        assert_eq!(accept(&code, "Ann Berg", weak).code(), "WeakPassword", "{weak}");
    }
    assert_eq!(accept(&code, "\u{202e}x", PASSWORD).code(), "InvalidName");
    assert_eq!(accept("guessed", "Eve", PASSWORD).code(), "InvitationUnknown");
    let first = accept(&code, "Ann Berg", PASSWORD);
    assert_eq!(first.status, 201, "{}", first.text);
    assert_eq!(accept(&code, "Eve", PASSWORD).code(), "InvitationUnknown", "it was used");
    let ann = text(&first, "token");
    assert!(
        of(&ann, "GET /sign-in/me", Value::Null).body()["may"]
            .as_array()
            .unwrap()
            .contains(&json!("ManageAccounts"))
    );

    // Ann invites Bob, who may less and invites nobody.
    let invited = of(&ann, "POST /sign-in/invitations", json!({ "role": "SalesAgent" }));
    let url = text(&invited, "url");
    let code = url.split_once("#invitation=").expect("a link").1.to_owned();
    assert_eq!(accept(&code, "ann berg", PASSWORD).code(), "NameTaken");
    let second = accept(&code, "Bob", PASSWORD);
    let bob = text(&second, "token");
    assert_eq!(of(&bob, "GET /providers/Prorata/customerSummaries", Value::Null).status, 200);
    for (what, body) in [
        ("GET /sign-in/accounts", Value::Null),
        ("POST /sign-in/invitations", json!({ "role": "AdminAgent" })),
        ("GET /sign-in/audit", Value::Null),
        ("GET /providers/Prorata/backup", Value::Null),
        ("PUT /providers/Prorata/settings", json!({ "refundPolicy": "azure-2026-08" })),
    ] {
        assert_eq!(of(&bob, what, body).status, 403, "{what}");
    }

    // The cookie leads to the session after a reload, and to nothing else.
    let kept = cookie(&second);
    let renewed = ask(client, "", "POST /sign-in/renew", &kept, &Value::Null);
    assert_eq!(text(&renewed, "token"), bob);
    assert_eq!(ask(client, "", "GET /sign-in/me", &kept, &Value::Null).status, 401);
    assert_eq!(
        ask(client, "", "POST /sign-in/renew", "__Host-prorata=guessed", &Value::Null).code(),
        "NotSignedIn"
    );
    let form = "POST /sign-in/password HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\
                Content-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}";
    assert_eq!(client.raw(form).unwrap().status, 400, "a form of another website");

    // A new password ends the sessions of before.
    let change = |token: &str, old: &str, new: &str| {
        of(token, "POST /sign-in/password/change", json!({ "old": old, "new": new }))
    };
    assert_eq!(change(&bob, "not it at all", "another password!").code(), "SignInFailed");
    let changed = change(&bob, PASSWORD, "another password!");
    assert_eq!(changed.status, 200, "{}", changed.text);
    assert_eq!(of(&bob, "GET /sign-in/me", Value::Null).status, 401);
    let bob = text(&changed, "token");
    let sign_in = |name: &str, password: &str| {
        of("", "POST /sign-in/password", json!({ "name": name, "password": password }))
    };
    let unknown = sign_in("Nobody", PASSWORD);
    let wrong = sign_in("Bob", PASSWORD);
    assert_eq!((unknown.status, &unknown.text), (401, &wrong.text), "names are not told");
    assert_eq!(sign_in(" BOB ", "another password!").status, 200);

    // Sessions end with signing out, and with the account.
    assert_eq!(of(&bob, "POST /sign-in/out", Value::Null).status, 204);
    assert_eq!(of(&bob, "GET /sign-in/me", Value::Null).status, 401);
    let bob = text(&sign_in("Bob", "another password!"), "token");
    let accounts = of(&ann, "GET /sign-in/accounts", Value::Null).body();
    let id = |name: &str| {
        let all = accounts["value"].as_array().unwrap();
        all.iter().find(|it| it["name"] == name).unwrap()["id"].as_str().unwrap().to_owned()
    };
    assert!(!accounts.to_string().contains("argon2"), "{accounts}");
    for (what, body) in [
        (format!("DELETE /sign-in/accounts/{}", id("Ann Berg")), Value::Null),
        (format!("PATCH /sign-in/accounts/{}", id("Ann Berg")), json!({ "role": "Guest" })),
    ] {
        assert_eq!(of(&ann, &what, body).code(), "LastAdministrator");
    }
    let patch = format!("PATCH /sign-in/accounts/{}", id("Bob"));
    assert_eq!(of(&ann, &patch, json!({ "role": "Guest" })).status, 200);
    assert_eq!(of(&bob, "GET /sign-in/me", Value::Null).body()["role"], "Guest", "at once");
    assert_eq!(
        of(&ann, &format!("DELETE /sign-in/accounts/{}", id("Bob")), Value::Null).status,
        204
    );
    assert_eq!(of(&bob, "GET /sign-in/me", Value::Null).status, 401);

    // All of that is in the audit, and no secret is.
    let settings =
        of(&ann, "PUT /providers/Prorata/settings", json!({ "refundPolicy": "azure-2026-08" }));
    assert_eq!(settings.status, 200);
    let audit = of(&ann, "GET /sign-in/audit", Value::Null).text;
    let lines: Vec<Value> =
        audit.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let line = |path: &str, outcome: &str| {
        let found = lines.iter().find(|line| line["path"] == path && line["outcome"] == outcome);
        found.unwrap_or_else(|| panic!("{path} {outcome} in {audit}")).clone()
    };
    assert_eq!(line("/providers/Prorata/settings", "done")["by"]["name"], "Ann Berg");
    assert_eq!(line("/providers/Prorata/settings", "refused")["by"]["name"], "Bob");
    assert_eq!(
        line("/providers/Prorata/settings", "done")["requestId"],
        settings.header("x-ms-request-id").unwrap()
    );
    assert_eq!(line("/sign-in/invitations", "done")["address"], "127.0.0.1");
    line("/sign-in/invitation/accept", "done");
    for secret in [PASSWORD, "another password!", &code, &ann, &bob, &kept, "argon2"] {
        assert!(!audit.contains(secret), "{secret}");
    }
    let table = of(&ann, "GET /sign-in/audit?format=csv&from=2026-01-01", Value::Null);
    assert_eq!(table.text.lines().count(), audit.lines().count() + 1);
    let none = of(&ann, "GET /sign-in/audit?from=2999-01-01", Value::Null);
    assert_eq!((none.status, &*none.text), (200, ""));
    let _ = child.kill();
    let _ = child.wait();
    let mut file = std::fs::read(folder.path("desk.sqlite")).unwrap();
    file.extend(std::fs::read(folder.path("desk.sqlite-wal")).unwrap_or_default());
    let file = String::from_utf8_lossy(&file).into_owned();
    for secret in [PASSWORD, &code, &ann, kept.split_once('=').unwrap().1] {
        assert!(!file.contains(secret), "what is stored can be used by nobody who reads it");
    }

    // Nobody is invited again by a start; whoever runs the server can do it.
    let (mut child, client, link) = start(&folder.path("desk.sqlite"));
    assert_eq!(link, None);
    assert_eq!(
        ask(client, &ann, "GET /sign-in/me", "", &Value::Null).status,
        200,
        "sessions outlive a restart"
    );
    let invited =
        command(&["invite", "--data", &folder.path("desk.sqlite"), "--sign-in-local"], "");
    assert!(String::from_utf8_lossy(&invited.stdout).contains("#invitation="), "{invited:?}");
    let _ = child.kill();
    let _ = child.wait();
}

#[test]
fn whoever_guesses_is_slowed_down() {
    let folder = Folder::of("guess");
    let (mut child, client, _) = start(&folder.path("desk.sqlite"));
    let guess = |name: &str| {
        let body = json!({ "name": name, "password": "wrong password" });
        ask(client, "", "POST /sign-in/password", "", &body)
    };
    let codes: Vec<String> = (0..12).map(|_| guess("Ann").code()).collect();
    assert_eq!(codes[9], "SignInFailed");
    assert_eq!(codes[11], "TooManyAttempts");
    let slowed = guess("ANN ");
    assert!(slowed.header("retry-after").is_some(), "{}", slowed.head);
    assert_eq!(guess("Bob").code(), "SignInFailed", "somebody else");
    let _ = child.kill();
    let _ = child.wait();
}

#[test]
fn a_server_is_never_open_by_accident() {
    for arguments in [
        &["--listen", "0.0.0.0:0"][..],
        &["--listen", "0.0.0.0:0", "--sign-in-local"],
        &["--listen", "0.0.0.0:0", "--sign-in-issuer", "https://login.example"],
        &["--sign-in-partners", "contoso=x"],
    ] {
        let folder = Folder::of("open");
        let data = folder.path("desk.sqlite");
        let ended = command(&[arguments, &["--data", &data]].concat(), "");
        assert!(!ended.status.success() && ended.stdout.is_empty(), "{arguments:?}: {ended:?}");
    }
    let folder = Folder::of("not-open");
    let server =
        Server::start(free_port(), &folder.path("desk.sqlite"), &[], "").expect("loopback");
    let me = server.client().read("", "/sign-in/me");
    assert_eq!((&me["signIn"], &me["role"]), (&json!("none"), &json!("AdminAgent")));
    assert!(server.stop());
}

//! Requests as nobody means them: valid ones, broken at a few places.

use serde_json::{Map, Value, json};

use crate::ask::{Ask, Intent, Person};
use crate::random::Random;

/// Values that are wrong in most places.
const VALUES: &[&str] = &[
    "null",
    "true",
    "false",
    "-1",
    "0",
    "1",
    "2",
    "1e400",
    "-0.0",
    "0.5",
    "1e-30",
    "4294967295",
    "4294967296",
    "18446744073709551615",
    "18446744073709551616",
    "99999999999999999999999999999",
    "\"\"",
    "\" \"",
    "\"\\u0000\"",
    "\"\\u202e\\u200b\"",
    "\"😀\"",
    "\"2026-02-30\"",
    "\"9999-12-31T23:59:60Z\"",
    "\"-262143-01-01\"",
    "\"P999999999999Y\"",
    "\"NaN\"",
    "\"=1+1\"",
    "\"../../..\"",
    "[]",
    "[[]]",
    "{}",
    r#"{"x":[]}"#,
    r#"{"":null}"#,
];

/// Around the depths that readers and writers of JSON stop at.
const DEPTHS: &[usize] = &[8, 30, 31, 32, 33, 34, 64, 100, 120, 125, 126, 127, 128, 129, 300];

/// Lengths around those that fields and bodies are limited to.
const LENGTHS: &[usize] = &[63, 65, 128, 129, 250, 251, 4_096, 60_001, 700_000, 800_000];

const METHODS: &[&str] =
    &["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "X", "CONNECT"];

/// Parts of real paths, and parts that are none.
const SEGMENTS: &[&str] = &[
    "providers",
    "Microsoft.Capacity",
    "microsoft.billing",
    "Microsoft.Consumption",
    "Prorata",
    "reservations",
    "reservationOrders",
    "calculateRefund",
    "return",
    "billingAccounts",
    "customers",
    "reservationSummaries",
    "reservationTransactions",
    "account",
    "reset",
    "exchangeRates",
    "customerSummaries",
    "permissions",
    "imports",
    "parts",
    "commit",
    "undo",
    "changes",
    "activities",
    "principals",
    "subscriptions",
    "resourcegroups",
    "Microsoft.Management",
    "managementGroups",
    "Microsoft.Authorization",
    "roleAssignments",
    "roleDefinitions",
    "Microsoft.Support",
    "supportTickets",
    "services",
    "problemClassifications",
    "operationResults",
    "operationsStatus",
    "split",
    "merge",
    "archive",
    "revisions",
    "priceList",
    "letterhead",
    "settlements",
    "calculatePrice",
    "calculateExchange",
    "exchange",
    "catalogs",
    "Microsoft.BillingBenefits",
    "savingsPlanOrders",
    "savingsPlans",
    "%00",
    "%F0%9F%98%80",
    "..",
    "%",
    "",
];

const QUERIES: &[&str] = &[
    "api-version=2022-11-01",
    "api-version=",
    "api-version=2022-11-01%0d%0aX:%20y",
    "api-version=2022-11-01-preview%F0%9F%98%80",
    "api-version=9999-99-99",
    "$filter=properties/archived%20eq%20true",
    "$filter=(((",
    "$filter='",
    "$filter=properties/usageDate%20ge%200001-01-01%20AND%20properties/usageDate%20le%200005-01-01",
    "$filter=properties/usageDate%20ge%209999-12-31%20AND%20properties/usageDate%20le%209999-12-31",
    "$filter=properties/usageDate%20ge%20-262143-01-01%20AND%20properties/usageDate%20le%20262142-12-31",
    "$orderby=properties/term%20desc",
    "$skiptoken=18446744073709551615",
    "$skiptoken=1",
    "take=1",
    "take=-1",
    "take=100",
    "$top=0",
    "$expand=schedule",
    "grain=daily",
    "grain=monthly",
    "search=%00",
    "refreshSummary=true",
    "currencyCode=JPY",
    "currencyCode=",
    "&&=&=",
    "%",
    "%ff=%fe",
];

const HEADERS: &[(&str, &str)] = &[
    ("prorata-policy", "newest"),
    ("prorata-policy", "none"),
    ("prorata-policy", ""),
    ("if-match", "*"),
    ("if-match", "\"0\""),
    ("if-match", "W/\"1\", \"2\""),
    ("if-match", ","),
    ("if-none-match", "*"),
    ("prorata-build", "another"),
    ("prorata-build", ""),
    ("content-type", "text/plain; charset=utf-16"),
    ("x-ms-correlation-request-id", "x"),
    ("x-ms-client-request-id", "not-a-guid"),
    ("x-ms-client-request-id", ""),
    ("accept-language", "*"),
    ("range", "bytes=0-0"),
];

const TOKENS: &[&str] = &[
    "",
    "Bearer",
    "Bearer demo.",
    "Bearer demo.e30",
    "Basic demo.e30",
    "Bearer demo.bnVsbA",
    "Bearer demo.W10",
    "bearer demo.eyJ0aWQiOjEsInJvbGUiOjF9",
    "Bearer demo.////",
];

/// Roles that exist, and some that do not.
pub(crate) const ROLES: &[&str] = &[
    "AdminAgent",
    "GlobalAdmin",
    "HelpdeskAgent",
    "SalesAgent",
    "UserManagementAdmin",
    "Guest",
    "adminagent",
    "Emperor",
    "",
];

/// Breaks a request at one to three places.
pub(crate) fn break_somewhere(ask: &mut Ask, other: &str, random: &mut Random) {
    ask.is_exact = false;
    for _ in 0..=random.below(3) {
        match random.below(20) {
            0..=7 if !ask.body.is_empty() => break_body(ask, other, random),
            8 => ask.method = random.one_of(METHODS).to_owned(),
            9 | 10 => break_path(ask, other, random),
            11 | 12 => break_query(ask, random),
            13..=15 => break_header(ask, random),
            16 => {
                let role = random.one_of(ROLES);
                let person = Person { tenant: ask.person.tenant.clone(), role };
                *ask = ask.clone().by(person);
            }
            17 => {
                // Somebody of one customer asks for what belongs to another.
                let tenant = random.one_of(&[other, "", "x", "partner"]).to_owned();
                *ask = ask.clone().by(Person { tenant, role: ask.person.role });
            }
            _ => break_bytes(ask, random),
        }
    }
    if !matches!(ask.intent, Intent::Nothing | Intent::StartOver) {
        ask.intent = Intent::Loose;
    }
}

fn break_body(ask: &mut Ask, other: &str, random: &mut Random) {
    let Ok(mut body) = serde_json::from_slice::<Value>(&ask.body) else {
        return break_bytes(ask, random);
    };
    break_value(&mut body, other, random);
    ask.body = body.to_string().into_bytes();
}

/// Breaks a value at one place.
pub(crate) fn break_value(body: &mut Value, other: &str, random: &mut Random) {
    let mut all = Vec::new();
    places(body, String::new(), &mut all);
    let Some(place) = random.pick(&all).cloned() else { return };
    if random.in_hundred(25) {
        return add_something(body, &all, random);
    }
    let Some(value) = body.pointer_mut(&place) else { return };
    match random.below(11) {
        0..=3 => *value = literal(random.one_of(VALUES)),
        4 => *value = nested(random.one_of(DEPTHS), random),
        5 => *value = "ä".repeat(random.one_of(LENGTHS) / 2).into(),
        6 => *value = json!([value.take()]),
        7 => match value {
            Value::Object(fields) => {
                let name = fields.keys().nth(random.below(fields.len())).cloned();
                name.and_then(|name| fields.remove(&name));
            }
            Value::Array(values) => {
                let again = values.first().cloned();
                values.extend(again);
            }
            Value::String(text) => *text = text.to_uppercase(),
            _ => *value = Value::Null,
        },
        8 | 9 => match value {
            Value::String(text) => {
                *text = match text.strip_prefix('/') {
                    Some(_) => text.replace('1', "2"),
                    None => {
                        format!("{text}{}", random.one_of(&["\u{0}", " ", "\u{202e}", "'", "😀"]))
                    }
                };
            }
            _ => *value = other.into(),
        },
        _ => *value = many(random),
    }
}

/// Adds something that nobody knows to one of the objects, and is therefore often let through.
fn add_something(body: &mut Value, places: &[String], random: &mut Random) {
    let objects: Vec<&String> =
        places.iter().filter(|place| body.pointer(place).is_some_and(Value::is_object)).collect();
    let place = random.pick(&objects).map_or("", |place| place.as_str());
    let Some(fields) = body.pointer_mut(place).and_then(Value::as_object_mut) else { return };
    let value = match random.below(4) {
        0 | 1 => nested(random.one_of(DEPTHS), random),
        2 => "ä".repeat(random.one_of(LENGTHS) / 2).into(),
        _ => literal(random.one_of(VALUES)),
    };
    fields.insert("somethingNew".to_owned(), value);
}

/// A value that is written down above.
fn literal(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or(Value::Null)
}

/// Something within something within something.
fn nested(depth: usize, random: &mut Random) -> Value {
    let in_objects = random.in_hundred(50);
    let mut value = Value::Null;
    for _ in 0..depth {
        value = if in_objects { json!({ "properties": value }) } else { json!([value]) };
    }
    value
}

/// Wide instead of deep.
fn many(random: &mut Random) -> Value {
    let count = random.one_of(&[3, 101, 3_001, 20_000]);
    if random.in_hundred(50) {
        return Value::Array(vec![json!({}); count]);
    }
    let field = |number: usize| (number.to_string(), Value::Bool(true));
    Value::Object((0..count).map(field).collect::<Map<String, Value>>())
}

/// Every place of a value where there is another value.
fn places(value: &Value, here: String, all: &mut Vec<String>) {
    let mut below = |name: &str, value: &Value| {
        let name = name.replace('~', "~0").replace('/', "~1");
        places(value, format!("{here}/{name}"), all);
    };
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, value)| below(name, value)),
        Value::Array(values) => {
            values.iter().enumerate().for_each(|(n, value)| below(&n.to_string(), value));
        }
        _ => {}
    }
    all.push(here);
}

/// Breaks the body as bytes: cut, spliced, in another encoding.
fn break_bytes(ask: &mut Ask, random: &mut Random) {
    let body = std::mem::take(&mut ask.body);
    ask.body = broken_bytes(body, random);
}

/// Breaks a text as bytes.
pub(crate) fn broken_bytes(mut bytes: Vec<u8>, random: &mut Random) -> Vec<u8> {
    match random.below(8) {
        0 => bytes.truncate(random.below(bytes.len() + 1)),
        1 => return [b"\xef\xbb\xbf".to_vec(), bytes].concat(),
        2 => {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            return text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        }
        3 => return [bytes, b" {}".to_vec()].concat(),
        4 => return b"[".repeat(random.one_of(DEPTHS)),
        _ => {
            for _ in 0..=random.below(4) {
                let place = random.below(bytes.len() + 1);
                match random.below(3) {
                    0 if place < bytes.len() => bytes[place] ^= 1 << random.below(8),
                    1 if place < bytes.len() => drop(bytes.remove(place)),
                    _ => bytes.insert(place, b"\"{}[]:,0-.eE\\\xff\x00"[random.below(15)]),
                }
            }
        }
    }
    bytes
}

fn break_path(ask: &mut Ask, other: &str, random: &mut Random) {
    let (path, query) = ask.uri.split_once('?').unwrap_or((&ask.uri, ""));
    let mut parts: Vec<String> = path.split('/').map(str::to_owned).collect();
    let place = random.below(parts.len());
    match random.below(7) {
        6 => parts = (0..random.below(9)).map(|_| random.one_of(SEGMENTS).to_owned()).collect(),
        0 => drop(parts.remove(place)),
        1 => {
            parts[place] =
                random.one_of(&["..", "%", "%00", "%2F", "%F0%9F%98%80", "", "%ff"]).into()
        }
        2 => parts[place] = other.to_owned(),
        3 => parts.insert(place, String::new()),
        4 => parts[place] = parts[place].to_uppercase(),
        _ => parts[place] = "a".repeat(random.one_of(LENGTHS).min(60_000)),
    }
    ask.uri = format!("/{}?{query}", parts.join("/").trim_start_matches('/'));
}

fn break_query(ask: &mut Ask, random: &mut Random) {
    if random.in_hundred(30) {
        ask.uri = ask.uri.split('?').next().unwrap_or_default().to_owned();
    }
    for _ in 0..=random.below(3) {
        let separator = if ask.uri.contains('?') { '&' } else { '?' };
        ask.uri.push(separator);
        ask.uri.push_str(random.one_of(QUERIES));
    }
}

fn break_header(ask: &mut Ask, random: &mut Random) {
    match random.below(4) {
        0 if random.in_hundred(50) => {
            let token = (0..random.below(60)).map(|_| b' ' + random.below(95) as u8).collect();
            ask.set_header("authorization", token);
        }
        0 => ask.set_header("authorization", random.one_of(TOKENS).as_bytes().to_vec()),
        1 => {
            let value = "x".repeat(random.one_of(LENGTHS).min(10_000)).into_bytes();
            ask.set_header("x-ms-correlation-request-id", value);
        }
        _ => {
            let (name, value) = random.one_of(HEADERS);
            ask.set_header(name, value.as_bytes().to_vec());
        }
    }
}

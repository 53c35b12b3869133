//! Reads the example bodies and recorded answers of Microsoft's APIs and writes them back.
//!
//! They are not part of this repository: `PRORATA_AZURE_EXAMPLES` names their folder, else they
//! are looked for beside the repository. Where they are not, the test says that it was skipped.

use std::fmt::Debug;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use azure::*;
use rust_decimal::Decimal;
use serde_json::Value;

/// Reads a body as one type and writes it back; fails when a field is not known by name.
type Body = fn(Value) -> Result<Value, String>;

/// Which type each body of a file has: of the request, of the answers. A pattern ends in `*` when
/// only its beginning has to fit; the first that fits is taken.
const TABLE: &[(&str, Body, Body)] = &[
    ("Microsoft.Authorization/RoleAssignments_List*", none, body::<Page<RoleAssignment>>),
    ("Microsoft.Authorization/RoleAssignments_*", body::<RoleAssignment>, body::<RoleAssignment>),
    ("Microsoft.Billing/customers*", none, body::<Page<Customer>>),
    ("Microsoft.Billing/reservations*", none, body::<Page<Reservation>>),
    ("Microsoft.Capacity/Archive.json", none, none),
    (
        "Microsoft.Capacity/CalculateExchange*",
        body::<CalculateExchangeRequest>,
        body::<ExchangeResult>,
    ),
    ("Microsoft.Capacity/CalculateRefund*", body::<CalculateRefundRequest>, body::<Refund>),
    (
        "Microsoft.Capacity/CalculateReservationOrder*",
        body::<PurchaseRequest>,
        body::<CalculatedPrice>,
    ),
    (
        "Microsoft.Capacity/ChangeDirectory*",
        body::<ChangeDirectoryRequest>,
        body::<ChangeDirectory>,
    ),
    ("Microsoft.Capacity/Exchange*", body::<ExchangeRequest>, body::<ExchangeResult>),
    ("Microsoft.Capacity/GetAppliedReservations*", none, body::<AppliedReservations>),
    (
        "Microsoft.Capacity/GetAvailableScope*",
        body::<AvailableScopesRequest>,
        body::<AvailableScopes>,
    ),
    ("Microsoft.Capacity/GetCatalog*", none, body::<Page<CatalogItem>>),
    ("Microsoft.Capacity/GetOperations*", none, body::<Page<ProviderOperation>>),
    ("Microsoft.Capacity/GetReservationDetails*", none, body::<Reservation>),
    ("Microsoft.Capacity/GetReservationOrderDetails*", none, body::<Order>),
    ("Microsoft.Capacity/GetReservationOrders*", none, body::<Page<Order>>),
    ("Microsoft.Capacity/GetReservationRevisions*", none, body::<Page<Reservation>>),
    ("Microsoft.Capacity/GetReservations*", none, body::<Page<Reservation>>),
    ("Microsoft.Capacity/MergeReservations*", body::<MergeRequest>, body::<Page<Reservation>>),
    ("Microsoft.Capacity/PurchaseReservationOrder*", body::<PurchaseRequest>, body::<Order>),
    ("Microsoft.Capacity/Return*", body::<ReturnRequest>, body::<Refund>),
    ("Microsoft.Capacity/SplitReservation*", body::<SplitRequest>, body::<Page<Reservation>>),
    ("Microsoft.Capacity/Unarchive.json", none, none),
    ("Microsoft.Capacity/UpdateReservation*", body::<Patch>, body::<Reservation>),
    ("Microsoft.Consumption/ReservationDetails*", none, body::<Page<UsageDetail>>),
    ("Microsoft.Consumption/ReservationSummaries*", none, body::<Page<UsageSummary>>),
    ("Microsoft.Consumption/ReservationTransactions*", none, body::<Page<Transaction>>),
    ("Microsoft.Support/CreateBillingSupportTicket*", body::<SupportTicket>, body::<SupportTicket>),
    ("Microsoft.Support/ListProblemClassifications*", none, body::<Page<ProblemClassification>>),
    ("Microsoft.Support/ListServices*", none, body::<Page<SupportService>>),
    ("Microsoft.Support/ListSupportTickets*", none, body::<Page<SupportTicket>>),
    ("PartnerCenter/GetCustomers*", none, body::<Collection<PartnerCustomer>>),
    ("PartnerCenter/GetEntitlements*", none, body::<Collection<Entitlement>>),
    ("PartnerCenter/GetReservedInstanceArtifact*", none, body::<ReservedInstanceArtifact>),
    ("recordings/calculateExchange*", body::<CalculateExchangeRequest>, body::<ExchangeResult>),
    ("recordings/calculatePrice*", body::<PurchaseRequest>, body::<CalculatedPrice>),
    ("recordings/calculateRefund*", body::<CalculateRefundRequest>, body::<Refund>),
    ("recordings/exchange*", body::<ExchangeRequest>, body::<ExchangeResult>),
    ("recordings/getReservationOrder*", none, body::<Order>),
    ("recordings/listReservations*", none, body::<Page<Reservation>>),
    ("recordings/return*", body::<ReturnRequest>, body::<Refund>),
];

fn body<T: Wire + Debug>(body: Value) -> Result<Value, String> {
    let read = T::read(body).map_err(|error| error.to_string())?;
    match unknown_field(&format!("{read:?}")) {
        Some(field) => Err(format!("the field {field} is not known")),
        None => Ok(read.write()),
    }
}

fn none(_: Value) -> Result<Value, String> {
    Err("no body is expected".into())
}

#[test]
fn every_example_is_read_and_written_back() {
    check_examples("read and written back", |found| vec![found.clone()]);
}

/// No field of these APIs is required, and where one is `null` it has to stay `null`.
#[test]
fn every_field_may_be_absent_or_null() {
    check_examples("read with each field absent, then null", |found| {
        let mut variants = Vec::new();
        for path in fields(found) {
            let (parent, field) = path.rsplit_once('/').expect("a pointer has a slash");
            let mut variant = found.clone();
            let object = variant.pointer_mut(parent).and_then(Value::as_object_mut);
            let object = object.expect("the pointer was just found");
            object.insert(field.into(), Value::Null);
            variants.push(variant.clone());
            let object = variant.pointer_mut(parent).and_then(Value::as_object_mut);
            object.expect("the pointer was just found").remove(field);
            variants.push(variant);
        }
        variants
    });
}

/// Reads and writes variants of every body of every example.
fn check_examples(what: &str, variants: fn(&Value) -> Vec<Value>) {
    let Some(folder) = folder() else {
        return say("skipped: PRORATA_AZURE_EXAMPLES names no folder with example bodies");
    };
    let mut problems = Vec::new();
    let (mut files, mut bodies) = (0, 0);
    for path in json_files(&folder) {
        files += 1;
        let name = path.strip_prefix(&folder).expect("it lies in the folder");
        let name = name.to_string_lossy().replace('\\', "/");
        let example = fs::read(&path).expect("the file can be read");
        let example = serde_json::from_slice(&example).expect("an example is JSON");
        let Some((_, request, answer)) = TABLE.iter().find(|(pattern, ..)| fits(pattern, &name))
        else {
            problems.push(format!("{name}: no type is given for its bodies"));
            continue;
        };
        for (read, bodies_of) in [(request, requests(&example)), (answer, answers(&example))] {
            for found in bodies_of.into_iter().flat_map(variants) {
                bodies += 1;
                match read(found.clone()) {
                    Ok(written) if same(&written, &found) => {}
                    Ok(written) => problems.push(format!("{name}: {found}\n became {written}")),
                    Err(error) => problems.push(format!("{name}: {error}")),
                }
            }
        }
    }
    say(&format!("{files} files with {bodies} bodies {what}"));
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    assert!(bodies > 0, "there is no example in {}", folder.display());
}

/// Says something past the test runner, which keeps back what a passed test prints.
fn say(what: &str) {
    let mut stderr = std::io::stderr();
    writeln!(stderr, "azure examples: {what}").expect("standard error is open");
}

fn folder() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/azure-examples");
    let folder = std::env::var_os("PRORATA_AZURE_EXAMPLES").map_or(beside, PathBuf::from);
    folder.is_dir().then_some(folder)
}

fn json_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder can be read").flatten();
    let mut files: Vec<_> = entries
        .map(|entry| entry.path())
        .flat_map(|path| match path.is_dir() {
            true => json_files(&path),
            false => vec![path],
        })
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .collect();
    files.sort();
    files
}

fn fits(pattern: &str, name: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(start) => name.starts_with(start),
        None => name == pattern,
    }
}

/// The JSON pointers of all fields within a value.
fn fields(value: &Value) -> Vec<String> {
    let below = |key: &str, value: &Value| {
        fields(value).into_iter().map(|path| format!("/{key}{path}")).collect::<Vec<_>>()
    };
    match value {
        Value::Object(object) => object
            .iter()
            .flat_map(|(key, value)| {
                let mut paths = below(key, value);
                paths.push(format!("/{key}"));
                paths
            })
            .collect(),
        Value::Array(elements) => {
            let each = elements.iter().enumerate();
            each.flat_map(|(index, element)| below(&index.to_string(), element)).collect()
        }
        _ => Vec::new(),
    }
}

/// The bodies sent: every parameter of an example that is an object, and the body of a recording.
fn requests(example: &Value) -> Vec<&Value> {
    let parameters = example["parameters"].as_object().into_iter().flat_map(|all| all.values());
    let mut bodies: Vec<_> = parameters.filter(|value| value.is_object()).collect();
    bodies.extend(present(&example["request"]["body"]));
    bodies
}

/// The bodies received: of each status in an example, of each poll in a recording, or the file.
fn answers(example: &Value) -> Vec<&Value> {
    let recorded = &example["response"];
    if let Some(statuses) = example["responses"].as_object() {
        return statuses.values().filter_map(|answer| present(&answer["body"])).collect();
    }
    if recorded.is_null() {
        return vec![example];
    }
    let polls = recorded["polls"].as_array().into_iter().flatten();
    [recorded, &recorded["accepted"], &recorded["final"]]
        .into_iter()
        .chain(polls)
        .filter_map(|answer| present(&answer["body"]))
        .collect()
}

/// A body that is there; recordings write `null` or an empty text where there was none.
fn present(body: &Value) -> Option<&Value> {
    (!body.is_null() && body != "").then_some(body)
}

/// Whether two JSON values are the same, numbers compared as decimals.
fn same(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => {
            let decimal = |number: &str| Decimal::from_str_exact(number).expect("an amount");
            decimal(left.as_str()) == decimal(right.as_str())
        }
        (Value::Array(left), Value::Array(right)) => {
            left.len() == right.len()
                && left.iter().zip(right).all(|(left, right)| same(left, right))
        }
        (Value::Object(left), Value::Object(right)) => {
            left.len() == right.len()
                && left
                    .iter()
                    .all(|(key, left)| right.get(key).is_some_and(|right| same(left, right)))
        }
        _ => left == right,
    }
}

/// The first field that ended up in a `rest` with a value, found in the debug form of a record.
fn unknown_field(debug: &str) -> Option<&str> {
    debug.split("rest: {").skip(1).find_map(|rest| {
        let (fields, _) = rest.split_once('}')?;
        let known = |field: &&str| field.is_empty() || field.ends_with(": Null");
        fields.split(", ").find(|field| !known(field))
    })
}

#[test]
fn an_unknown_field_is_noticed() {
    let check = |json: &str| body::<Page<Customer>>(serde_json::from_str(json).unwrap());
    assert!(check(r#"{"value": [{"name": null}], "nextLink": null}"#).is_ok());
    let unknown = check(r#"{"value": [{"properties": {"mood": "good", "x": null}}]}"#);
    assert!(unknown.unwrap_err().contains("mood"));
}

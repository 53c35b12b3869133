//! Bodies for the wire types: answers of the service, broken.

use azure::*;
use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde_json::Value;

use crate::ask::{Person, shown};
use crate::broken::{break_value, broken_bytes};
use crate::figures::Figures;
use crate::random::Random;
use crate::rules::{Broken, Held, Rule, hold};
use crate::turns::caught;
use crate::world::World;

/// Reads a body as one type and writes it back; `None` when it cannot be read as one.
type Read = fn(&[u8]) -> Option<Value>;

/// Where the service answers with which type.
const ANSWERS: &[(&str, Read)] = &[
    ("/providers/Microsoft.Capacity/reservations", read::<Page<Reservation>>),
    ("/providers/Microsoft.Capacity/reservationOrders", read::<Page<Order>>),
    ("/providers/Microsoft.Support/supportTickets", read::<Page<SupportTicket>>),
    ("/providers/Microsoft.Support/services", read::<Page<SupportService>>),
    ("{order}?$expand=schedule", read::<Order>),
    ("{order}/reservations", read::<Page<Reservation>>),
    ("{order}/providers/Microsoft.Authorization/roleAssignments", read::<Page<RoleAssignment>>),
    (
        "{order}/providers/Microsoft.Consumption/reservationSummaries?grain=monthly",
        read::<Page<UsageSummary>>,
    ),
    ("{reservation}", read::<Reservation>),
    ("{reservation}/revisions", read::<Page<Reservation>>),
    ("{account}/customers", read::<Page<Customer>>),
    (
        "{account}/customers/{customer}/providers/Microsoft.Consumption/reservationTransactions",
        read::<Page<Transaction>>,
    ),
    (
        "{subscription}/providers/Microsoft.Capacity/catalogs?reservedResourceType=VirtualMachines",
        read::<Page<CatalogItem>>,
    ),
    ("/providers/Microsoft.Capacity/reservationOrders/none", problem),
];

fn read<T: Wire>(body: &[u8]) -> Option<Value> {
    from_slice::<T>(body).ok().map(|read| read.write())
}

/// What went wrong at Azure has four envelopes, of which one type is made.
fn problem(body: &[u8]) -> Option<Value> {
    ApiProblem::parse(body);
    let answer: Value = serde_json::from_slice(body).ok()?;
    ApiProblem::find(&answer);
    ApiProblem::in_policy(&answer);
    None
}

/// Answers of the demonstration, each with its type.
pub(crate) fn corpus() -> Vec<(Vec<u8>, Read)> {
    let mut figures = Figures::default();
    let start = "2026-11-21T09:30:00Z".parse().expect("it is a time");
    let opened = World::open(&mut Random::of(5), start, None, &mut figures);
    let mut world = opened.unwrap_or_else(|broken| panic!("{}: {}", broken.rule, broken.what));
    let mut all = Vec::new();
    for tenant in world.tenants.clone() {
        for (path, read) in ANSWERS {
            let Some(row) = tenant.rows.first() else { continue };
            let subscription = tenant.subscriptions.first().cloned().unwrap_or_default();
            let is_partners = path.contains("{account}");
            let path = path
                .replace("{order}", &crate::tenant::order_of(row))
                .replace("{reservation}", crate::tenant::id_of(row))
                .replace("{account}", &world.account)
                .replace("{customer}", &tenant.person.tenant)
                .replace("{subscription}", &subscription);
            let person: Person =
                if is_partners { world.partner.clone() } else { tenant.person.clone() };
            if let Ok(reply) = world.look(&person, &path) {
                all.push((reply.raw, *read));
            }
        }
    }
    all
}

/// Breaks an answer, reads it, and sees that what could be read is written as it was.
pub(crate) fn attack(
    corpus: &[(Vec<u8>, Read)],
    random: &mut Random,
    figures: &mut Figures,
) -> Held {
    let Some((body, read)) = random.pick(corpus) else { return Ok(()) };
    figures.bodies += 1;
    let mut value: Value = serde_json::from_slice(body).unwrap_or(Value::Null);
    // Breaking one row of a long list is breaking one row.
    if let Some(rows) = value["value"].as_array_mut() {
        rows.truncate(1 + random.below(3));
    }
    for _ in 0..random.below(4) {
        break_value(&mut value, "somebody", random);
    }
    let mut bytes = value.to_string().into_bytes();
    if random.in_hundred(20) {
        bytes = broken_bytes(bytes, random);
    }
    let say = |what: &str| format!("{what}: {}", shown(&bytes));
    let today = NaiveDate::from_ymd_opt(random.between(1970, 9_999) as i32, 2, 28);
    let written = caught(|| {
        use_records(&bytes, today.unwrap_or_default(), random);
        read(&bytes)
    });
    let written = written.map_err(|panic| Broken::new(Rule::NoPanic, say(&panic)))?;
    let Some(written) = written else { return Ok(()) };
    let body: Value = serde_json::from_slice(&bytes).unwrap_or(Value::Null);
    hold(Rule::WrittenBack, is_same(&body, &written), || say(&format!("became {written}")))
}

/// What the page and the backend make of records.
fn use_records(bytes: &[u8], today: NaiveDate, random: &mut Random) {
    let policy = calculator::Policy::newest();
    let page = from_slice::<Page<Reservation>>(bytes).map(|page| page.value).unwrap_or_default();
    let one = from_slice::<Reservation>(bytes).ok();
    let order = from_slice::<Order>(bytes).ok();
    for reservation in page.iter().chain(&one) {
        was_used(reservation);
        watches(reservation, today, policy);
        if let Some(order) = &order {
            let _ = holding(reservation, order, random.in_hundred(50), None);
        }
    }
    let text =
        String::from_utf8_lossy(&bytes[..random.below(bytes.len().min(80) + 1)]).into_owned();
    let _ = (ReservationId::parse(&text), ReservationOrderId::parse(&text));
    let _ = (SubscriptionId::parse(&text), BillingAccountId::parse(&text), parse_day(&text));
}

/// Whether two JSON values are the same, numbers compared as decimals where they are some.
fn is_same(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => {
            let decimal = |number: &serde_json::Number| number.as_str().parse::<Decimal>().ok();
            left == right || decimal(left).is_some_and(|l| decimal(right) == Some(l))
        }
        (Value::Array(left), Value::Array(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(l, r)| is_same(l, r))
        }
        (Value::Object(left), Value::Object(right)) => {
            left.len() == right.len()
                && left.iter().all(|(key, l)| right.get(key).is_some_and(|r| is_same(l, r)))
        }
        // Values of the specification are written in its spelling.
        (Value::String(left), Value::String(right)) => left.eq_ignore_ascii_case(right),
        _ => left == right,
    }
}

//! One world from its beginning to its end: some steps, each from a seed of its own.

use backend::Unit;
use chrono::{DateTime, TimeDelta, Timelike, Utc};
use serde_json::Value;

use crate::ask::{Ask, CLIENT_REQUEST_ID};
use crate::books::RESULT_KEPT;
use crate::broken::{break_somewhere, break_value, broken_bytes};
use crate::figures::Figures;
use crate::imports;
use crate::random::Random;
use crate::rules::{Broken, Held, Rule, hold};
use crate::store::Flaw;
use crate::tenant::id_of;
use crate::valid::{self, Scene};
use crate::world::{Ended, World};

/// A Saturday morning on which nothing special happens.
const START: &str = "2026-11-21T09:30:00Z";
/// Moments at which calendars are odd.
const ODD_STARTS: &[&str] = &[
    "2026-11-21T23:59:58Z",
    "2026-12-31T23:59:59Z",
    "2028-02-29T12:00:00Z",
    "1970-01-01T00:00:00Z",
    "2000-02-28T23:59:59.999Z",
    "2100-03-01T00:00:00Z",
    "9990-06-01T00:00:00Z",
    "9999-11-30T23:59:59Z",
];

type Step = fn(&mut World<'_>, &mut Random) -> Held;

/// What happens, and how often among all.
const STEPS: &[(usize, Step)] = &[
    (50, ask_one),
    (18, race),
    (8, race_for_the_limit),
    (10, set_clock),
    (4, restart),
    (6, fail),
    (6, repeat),
    (3, damage),
    (2, meet_newer),
    (3, audit),
];

/// So many of a hundred episodes end with imports.
const IMPORTS_IN_HUNDRED: usize = 30;

/// How many steps there are between audits at most.
pub(crate) const STEPS_MAX: usize = 60;

/// The seeds of the steps of an episode.
pub(crate) fn steps_of(seed: u64) -> Vec<u64> {
    let mut random = Random::nth(seed, 1);
    let count = 10 + random.below(STEPS_MAX - 10);
    (0..count).map(|_| random.bits()).collect()
}

/// Runs an episode; what was told is left in `told`.
pub(crate) fn run(
    seed: u64,
    steps: &[u64],
    flaw: Option<Flaw>,
    figures: &mut Figures,
    told: &mut Vec<String>,
) -> Held {
    let mut random = Random::nth(seed, 2);
    let is_odd = random.in_hundred(25);
    let start = if is_odd { random.one_of(ODD_STARTS) } else { START };
    let start: DateTime<Utc> = start.parse().expect("it is written down above");
    figures.episodes += 1;
    let mut world = World::open(&mut random, start, flaw, figures)?;
    if random.in_hundred(30) {
        world.mark_as_newer();
    }
    let mut outcome = Ok(());
    for seed in steps {
        let mut random = Random::of(*seed);
        outcome = one_step(&mut world, &mut random);
        if outcome.is_err() {
            break;
        }
    }
    if outcome.is_ok() {
        world.restart();
        outcome = world.audit();
    }
    // Whatever the steps were, so that they can be left out.
    let mut random = Random::nth(seed, 5);
    if outcome.is_ok() && random.in_hundred(IMPORTS_IN_HUNDRED) {
        outcome = imports::attack(&mut world, &mut random);
    }
    *told = std::mem::take(&mut world.told);
    outcome
}

fn one_step(world: &mut World<'_>, random: &mut Random) -> Held {
    let total = STEPS.iter().map(|(weight, _)| weight).sum();
    let mut place = random.below(total);
    for (weight, step) in STEPS {
        match place.checked_sub(*weight) {
            Some(rest) => place = rest,
            None => return step(world, random),
        }
    }
    Ok(())
}

// Steps.

fn ask_one(world: &mut World<'_>, random: &mut Random) -> Held {
    let Some((ask, tab)) = next_ask(world, random)? else { return Ok(()) };
    send_alone(world, tab, ask)
}

/// Sends a request while nobody else does.
fn send_alone(world: &mut World<'_>, tab: usize, ask: Ask) -> Held {
    world.let_due_happen(tab)?;
    send_alone_at_once(world, tab, ask)
}

fn send_alone_at_once(world: &mut World<'_>, tab: usize, ask: Ask) -> Held {
    let ended = world.send(vec![(tab, ask)], 0)?;
    ended.iter().try_for_each(|ended| world.check_alone(ended))?;
    world.account_for(&ended)?;
    check_told(world, &ended)
}

/// Something that somebody asks for, valid or broken, and the tab it is asked from.
fn next_ask(world: &mut World<'_>, random: &mut Random) -> Held<Option<(Ask, usize)>> {
    let number = random.below(world.tenants.len());
    if random.in_hundred(40) {
        world.refresh(number)?;
    }
    let is_question = random.in_hundred(30);
    let make = if is_question { valid::question } else { valid::change };
    let Some(mut ask) = make_ask(world, number, make, random) else { return Ok(None) };
    if random.in_hundred(45) {
        let other = random.pick(&world.customers).cloned().unwrap_or_default();
        break_somewhere(&mut ask, &other, random);
    }
    Ok(Some((ask, random.below(2))))
}

fn make_ask(
    world: &World<'_>,
    number: usize,
    make: fn(&mut Scene<'_>) -> Option<Ask>,
    random: &mut Random,
) -> Option<Ask> {
    let tenant = &world.tenants[number];
    let (partner, account) = (&world.partner, world.account.as_str());
    let mut scene = Scene { random, tenant, partner, account };
    let ask = make(&mut scene)?;
    let id = scene.guid();
    // Clients of others send no such id.
    let with_id = !ask.is_question() && random.in_hundred(85);
    Some(if with_id { ask.with_header(CLIENT_REQUEST_ID, &id) } else { ask })
}

fn race(world: &mut World<'_>, random: &mut Random) -> Held {
    let number = random.below(world.tenants.len());
    race_of(world, number, random, |random| {
        if random.in_hundred(15) { valid::question } else { valid::change }
    })
}

/// Returns of large sums around midnight.
fn race_for_the_limit(world: &mut World<'_>, random: &mut Random) -> Held {
    let number = random.below(world.tenants.len());
    if random.in_hundred(50) {
        let midnight = world.clock.with_hour(23).and_then(|t| t.with_minute(59)?.with_second(59));
        world.set_clock(midnight.unwrap_or(world.clock));
    }
    world.refresh(number)?;
    for _ in 0..3 {
        if let Some(ask) = make_ask(world, number, valid::refund, random) {
            send_alone(world, random.below(2), ask)?;
        }
    }
    race_of(world, number, random, |_| valid::refund)
}

fn race_of(
    world: &mut World<'_>,
    number: usize,
    random: &mut Random,
    mut make: impl FnMut(&mut Random) -> fn(&mut Scene<'_>) -> Option<Ask>,
) -> Held {
    world.refresh(number)?;
    let mut asks = Vec::new();
    for _ in 0..2 + random.below(4) {
        let make = make(random);
        let Some(ask) = make_ask(world, number, make, random) else { continue };
        // Two tabs may well ask for the same.
        for _ in 0..1 + usize::from(random.in_hundred(15)) {
            asks.push((random.below(2), ask.clone()));
        }
    }
    if random.in_hundred(15) {
        world.store.begin_faults(10, Random::of(random.bits()));
    }
    let drops = if random.in_hundred(40) { 8 } else { 0 };
    let sent: Vec<Ask> = asks.iter().map(|(_, ask)| ask.clone()).collect();
    let ended = world.send(asks, drops)?;
    world.account_for(&ended)?;
    check_told(world, &ended)?;
    world.forget_names(&sent);
    Ok(())
}

fn set_clock(world: &mut World<'_>, random: &mut Random) -> Held {
    let by = match random.below(12) {
        0 | 1 => TimeDelta::milliseconds(random.between(1, 3_000)),
        2 | 3 => TimeDelta::seconds(random.between(1, 20)),
        4 => TimeDelta::minutes(random.between(1, 90)),
        5 | 6 => TimeDelta::hours(random.between(20, 30)),
        7 => TimeDelta::days(random.between(1, 60)),
        8 => TimeDelta::days(random.between(200, 800)),
        9 => TimeDelta::seconds(-random.between(1, 100_000)),
        10 => TimeDelta::days(-random.between(1, 400)),
        _ => {
            let ahead = [0, 1, -1, 3_600, -3_600, 86_400, -86_400, 40 * 86_400, -40 * 86_400];
            world.set_ahead(TimeDelta::seconds(random.one_of(&ahead)));
            return Ok(());
        }
    };
    world.set_clock(world.clock.checked_add_signed(by).unwrap_or(world.clock));
    Ok(())
}

fn restart(world: &mut World<'_>, _: &mut Random) -> Held {
    world.restart();
    Ok(())
}

fn audit(world: &mut World<'_>, _: &mut Random) -> Held {
    world.audit()
}

/// A request while the store fails.
fn fail(world: &mut World<'_>, random: &mut Random) -> Held {
    let Some((ask, tab)) = next_ask(world, random)? else { return Ok(()) };
    world.let_due_happen(tab)?;
    world.store.begin_faults(random.one_of(&[10, 30, 60, 100]), Random::of(random.bits()));
    send_alone_at_once(world, tab, ask)
}

// Doing it twice.

/// What the service says about changes whose answers were lost.
fn check_told(world: &mut World<'_>, all: &[Ended]) -> Held {
    let mut written = all.iter().flat_map(|ended| &ended.written);
    if written.any(|written| written.unit.is_none()) {
        return Ok(());
    }
    for Ended { ask, reply, .. } in all {
        let is_lost = reply.as_ref().is_none_or(|reply| reply.status >= 500);
        let (true, Some(was_made)) = (is_lost && ask.is_exact, world.was_made(ask)) else {
            continue;
        };
        let id = ask.header(CLIENT_REQUEST_ID).unwrap_or_default();
        let path = format!("/providers/Prorata/requests/{id}");
        let answer = world.look(&ask.person.clone(), &path)?;
        let expected = if was_made { 200 } else { 404 };
        let say = || format!("{ask}: made {was_made}, and {} {}", answer.status, answer.text());
        hold(Rule::Tells, answer.status == expected, say)?;
    }
    Ok(())
}

/// Sends a change that was made once more.
fn repeat(world: &mut World<'_>, random: &mut Random) -> Held {
    let number = random.below(world.tenants.len());
    let Some((mut ask, before, at)) = random.pick(&world.tenants[number].sent).cloned() else {
        return Ok(());
    };
    if world.is_forgotten(at, RESULT_KEPT) {
        return Ok(());
    }
    world.figures.repeats += 1;
    let tab = random.below(2);
    world.let_due_happen(tab)?;
    if random.in_hundred(30) {
        // The same id for something else.
        ask.body.push(b' ');
        let ended = world.send(vec![(tab, ask)], 0)?;
        for Ended { ask, reply, written, .. } in ended {
            let status = reply.as_ref().map(|reply| reply.status);
            let say = || format!("{ask}: {status:?} {written:?}");
            hold(Rule::Once, written.is_empty() && status == Some(409), say)?;
        }
        return Ok(());
    }
    for Ended { ask, reply, written, .. } in world.send(vec![(tab, ask)], 0)? {
        let Some(reply) = reply else { continue };
        let say = || {
            let (then, now) = (before.text(), reply.text());
            format!("{ask}: {} {then}, then {} {now}, {written:?}", before.status, reply.status)
        };
        let headers = ["location", "azure-asyncoperation", "etag"];
        let is_same = headers.iter().all(|name| before.header(name) == reply.header(name));
        let is_alike = before.status == reply.status && before.body == reply.body && is_same;
        hold(Rule::Once, is_alike && written.is_empty(), say)?;
    }
    Ok(())
}

// Damage.

/// Damages one document, sees that the rest works, and repairs it.
fn damage(world: &mut World<'_>, random: &mut Random) -> Held {
    world.let_due_happen(0)?;
    let number = random.below(world.tenants.len());
    let person = world.tenants[number].person.clone();
    let unit = Unit::Customer(person.tenant.clone());
    let documents = world.store.documents(&unit);
    let keys: Vec<&String> = documents.keys().collect();
    let Some(key) = random.pick(&keys).copied() else { return Ok(()) };
    let before = world.all_rows()?;
    let (damaged, is_json) = damaged(&documents[key], random);
    world.figures.damaged += 1;
    world.told.push(format!("the document {key} of {} becomes {damaged}", person.tenant));
    world.store.overwrite(&unit, &[(key.clone(), damaged)]);
    let harm = look_at_harm(world, number, key, &before, is_json)
        .map_err(|broken| Broken { rule: Rule::Damage, ..broken });
    world.store.take_written();
    world.store.overwrite(&unit, &[(key.clone(), documents[key].clone())]);
    world.told.push("it is repaired".to_owned());
    harm
}

fn damaged(document: &str, random: &mut Random) -> (String, bool) {
    if random.in_hundred(50) {
        let bytes = broken_bytes(document.as_bytes().to_vec(), random);
        return (String::from_utf8_lossy(&bytes).into_owned(), false);
    }
    let mut value: Value = serde_json::from_str(document).unwrap_or(Value::Null);
    break_value(&mut value, "somebody", random);
    (value.to_string(), true)
}

/// What else is harmed by the damage of one document.
fn look_at_harm(
    world: &mut World<'_>,
    number: usize,
    key: &str,
    before: &[Vec<Value>],
    is_json: bool,
) -> Held {
    let (person, partner) = (world.tenants[number].person.clone(), world.partner.clone());
    let account = world.account.clone();
    for path in ["/providers/Prorata/customerSummaries".to_owned(), format!("{account}/customers")]
    {
        let reply = world.look(&partner, &path)?;
        let say = || format!("{key}: {path} {} {}", reply.status, reply.text());
        hold(Rule::Damage, reply.status == 200, say)?;
        let names = reply.rows().len();
        let say = || format!("{key}: {names} customers in {path}");
        hold(Rule::Damage, names == world.customers.len(), say)?;
    }
    let after = world.all_rows()?;
    for (other, (before, after)) in before.iter().zip(&after).enumerate() {
        if other != number {
            hold(Rule::Damage, before == after, || format!("{key} has harmed another customer"))?;
            continue;
        }
        // A reservation is shown with those of its order; what is damaged may be either.
        let untouched = before.iter().filter(|row| !touches(row, key));
        for row in untouched {
            let is_there = after.iter().any(|now| id_of(now) == id_of(row));
            let say = || format!("{key}: {} is no longer listed", id_of(row));
            hold(Rule::Damage, is_there, say)?;
        }
    }
    let path = "/providers/Prorata/unreadableDocuments";
    let reply = world.look(&person, path)?;
    let say = || format!("{key}: {path} {} {}", reply.status, reply.text());
    hold(Rule::Damage, reply.status == 200, say)?;
    // What is no JSON at all is named; what still is some may be readable.
    let is_named = reply.body.to_string().contains(key.rsplit('/').next().unwrap_or(key));
    let is_json =
        is_json || serde_json::from_str::<Value>(&document_of(world, number, key)).is_ok();
    // That a quote was used up is said by its key alone.
    let is_key = key.starts_with("usedQuote/");
    hold(Rule::Damage, is_json || is_named || is_key, || {
        format!("{key} is not named as unreadable")
    })
}

fn document_of(world: &World<'_>, number: usize, key: &str) -> String {
    let unit = Unit::Customer(world.tenants[number].person.tenant.clone());
    world.store.documents(&unit).remove(key).unwrap_or_default()
}

/// Whether a document belongs to a reservation or to its order.
fn touches(row: &Value, key: &str) -> bool {
    let id = id_of(row).to_lowercase();
    id.split('/').filter(|part| part.len() == 36).any(|part| key.contains(part))
}

// Other releases.

/// A change while a newer release has written one of the documents.
fn meet_newer(world: &mut World<'_>, random: &mut Random) -> Held {
    let number = random.below(world.tenants.len());
    let person = world.tenants[number].person.clone();
    world.refresh(number)?;
    let unit = Unit::Customer(person.tenant.clone());
    let documents: Vec<(String, String)> = world.store.documents(&unit).into_iter().collect();
    let Some((key, document)) = random.pick(&documents).cloned() else { return Ok(()) };
    let newer = document.replacen("\"format\":1", "\"format\":2", 1);
    let (true, Some(ask)) = (newer != document, make_ask(world, number, valid::change, random))
    else {
        return Ok(());
    };
    if ask.person != person {
        return Ok(());
    }
    world.told.push(format!("a newer release has written {key} of {}", person.tenant));
    world.store.overwrite(&unit, &[(key.clone(), newer)]);
    let ended = world.send(vec![(random.below(2), ask)], 0)?;
    for Ended { ask, reply, written, .. } in &ended {
        let status = reply.as_ref().map(|reply| reply.status);
        let is_refused = status.is_none_or(|status| status >= 400) && written.is_empty();
        hold(Rule::Newer, is_refused, || format!("{ask}: {status:?} {written:?}"))?;
    }
    let reply = world.look(&person, "/providers/Microsoft.Capacity/reservations")?;
    let say = || format!("{key}: {} {}", reply.status, reply.text());
    hold(Rule::Newer, reply.status == 200, say)?;
    world.store.overwrite(&unit, &[(key, document)]);
    world.told.push("the newer release is gone".to_owned());
    Ok(())
}

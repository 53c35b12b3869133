//! What is told of all customers at once, without looking at a document.
//!
//! With the records of a customer goes what follows from them: the [block](Block) from which a page makes
//! its table of all reservations, and before it an [outline](Outline) for lists of customers. Both are
//! made with every change. Where time itself changes what they say, the outline says when that will be,
//! and they are made again.

use std::cmp::Reverse;

use calculator::{
    BillingPlan, Currency, Ledger, LedgerEntry, Policy, Price, ResourceType, Term, parse_decimal,
};
use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use http::StatusCode;
use http::header::IF_NONE_MATCH;
use portfolio::columns::{BLOCK_FORMAT, Block, Origin, Row, Standing, Unreadable, join_blocks};
use portfolio::intake::ReservationIntake;
use serde::{Deserialize, Serialize};

use crate::http::answer::digest;
use crate::http::{Answer, Call, Problem};
use crate::records::booking::Booking;
use crate::records::deserializer::{self, Day, from_value};
use crate::records::holding::holding;
use crate::records::incomplete::IncompleteReservation;
use crate::records::json::{Json, text_of};
use crate::records::kinds::{self, Activity, unreadable, unreadable_at_the_beginning};
use crate::records::operation::Operation;
use crate::records::partner::Account;
use crate::records::store::{UnitBlock, Version};
use crate::records::ticket::Ticket;
use crate::records::usage::Course;
use crate::records::{Customer, Document, Order, Records, Reservation, time, transaction, wire};

/// Raised when something else is made of the same records, so that everything is made again.
const FORMAT: u64 = 3 + ((BLOCK_FORMAT as u64) << 8);
/// By so much clocks of servers may differ, and the moments of requests that are answered at once: what one of them
/// has made is not made again by the other.
const CLOCKS_DIFFER: TimeDelta = TimeDelta::minutes(1);
/// The length of the digest with which everything begins.
const DIGEST: usize = 16;
/// The length of the outline's length, which comes next.
const LENGTH: usize = 4;

/// The partner's account and every customer, in the order of their names.
#[derive(Debug)]
pub(crate) struct Portfolio<'p> {
    pub(crate) account: Account,
    pub(crate) customers: &'p [Outline],
}

/// What lists of customers tell of one.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Outline {
    format: u64,
    /// When it was made.
    #[serde(deserialize_with = "deserializer::time")]
    made_at: DateTime<Utc>,
    /// When it has to be made again although nobody has changed anything.
    #[serde(
        default,
        deserialize_with = "deserializer::time_if",
        skip_serializing_if = "Option::is_none"
    )]
    until: Option<DateTime<Utc>>,
    /// The time of the last change, which is not before that by the clock.
    #[serde(
        default,
        deserialize_with = "deserializer::time_if",
        skip_serializing_if = "Option::is_none"
    )]
    latest: Option<DateTime<Utc>>,
    pub(crate) tenant_id: String,
    pub(crate) display_name: String,
    pub(crate) domain: String,
    pub(crate) agreement_type: String,
    pub(crate) billing_account: String,
    pub(crate) billing_profile: String,
    /// All of them, also what is over and what cannot be read.
    pub(crate) reservations: usize,
    pub(crate) unreadable: usize,
    /// Reservations that lack a fact.
    pub(crate) incomplete: usize,
    /// Quotes that were carried out, and returns that files tell of.
    pub(crate) returns: usize,
    /// Requests to Microsoft's support, the newest first.
    pub(crate) requests: Vec<RequestOutline>,
    /// The days on which reservations that run expire, in ascending order.
    expiries: Vec<Day>,
    /// Days and USD of what counts against the limit; nothing where that is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    booked: Option<Vec<(Day, String)>>,
}

/// What the list of all requests to Microsoft's support tells of one.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RequestOutline {
    pub(crate) name: String,
    pub(crate) title: String,
    /// The number by which people know it on the phone.
    pub(crate) number: String,
    pub(crate) status: String,
}

impl Outline {
    /// Whether it still says what is, when the clock says `clock`.
    pub(crate) fn holds_at(&self, clock: DateTime<Utc>) -> bool {
        self.made_at <= clock + CLOCKS_DIFFER && self.until.is_none_or(|until| clock < until)
    }

    /// Where it stands among all: by name, and of the same name by tenant.
    pub(crate) fn place(&self) -> (String, String) {
        (self.display_name.to_lowercase(), self.tenant_id.clone())
    }

    /// The day of a request within the customer's records.
    fn today(&self, clock: DateTime<Utc>) -> NaiveDate {
        time::not_before(self.latest, clock).date_naive()
    }

    /// The next day on which a reservation that runs expires.
    pub(crate) fn soonest_expiry(&self, clock: DateTime<Utc>) -> Option<NaiveDate> {
        let today = self.today(clock);
        self.expiries.iter().map(|Day(expiry)| *expiry).find(|expiry| *expiry > today)
    }

    /// The USD that count against the limit; nothing rather than less than there is.
    pub(crate) fn used_usd(&self, clock: DateTime<Utc>) -> Option<String> {
        let entry = |(Day(day), usd): &(Day, String)| {
            LedgerEntry::booked(*day, calculator::parse_decimal(usd).ok()?).ok()
        };
        let entries = self.booked.as_ref()?.iter().map(entry).collect::<Option<Vec<_>>>()?;
        let today = self.today(clock);
        let limit = Policy::newest().limit.amount();
        Ledger::told_used(entries, today, limit).ok().map(|used| used.to_string())
    }
}

/// What goes with a version of a customer's records.
#[derive(Debug)]
pub(crate) struct Kept {
    pub(crate) version: Version,
    pub(crate) outline: Outline,
    bytes: Vec<u8>,
    /// Where the block begins among them.
    start: usize,
}

impl Kept {
    /// What [`block_of`] has made, if that was this build; `None` as well for what is damaged.
    pub(crate) fn read(UnitBlock { version, block }: UnitBlock) -> Option<Self> {
        let bytes = block?;
        let (said, rest) = bytes.split_at_checked(DIGEST)?;
        if said != digest(rest).as_bytes() {
            return None;
        }
        let (length, rest) = rest.split_first_chunk::<LENGTH>()?;
        let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
        let outline = serde_json::from_slice(rest.get(..length)?).ok()?;
        let outline: Outline = from_value(outline).ok()?;
        let start = DIGEST + LENGTH + length;
        (outline.format == FORMAT).then_some(Self { version, outline, bytes, start })
    }

    pub(crate) fn block(&self) -> &[u8] {
        &self.bytes[self.start..]
    }
}

/// What a block tells out of kinds of documents that a demonstration does not begin with.
pub(crate) struct Beside {
    /// What counts against the limit; nothing where that is not known.
    ledger: Option<Vec<LedgerEntry>>,
    incomplete: Vec<Row>,
    unreadable: Vec<Unreadable>,
    /// Quotes that were carried out, and returns that files tell of.
    returns: usize,
    /// When the next stage of an operation begins.
    next_stage: Option<DateTime<Utc>>,
}

impl Beside {
    fn of(records: &Records, today: NaiveDate) -> Self {
        let incomplete_of = |(id, IncompleteReservation(facts)): (String, _)| {
            incomplete(id.split_once('/').unwrap_or(("", &id)), &facts)
        };
        Self {
            ledger: transaction::cancellations(records, today).ok(),
            incomplete: records.all().into_iter().map(incomplete_of).collect(),
            unreadable: told(unreadable(records)),
            returns: returns(records),
            next_stage: Operation::under_way(records)
                .iter()
                .filter_map(|(_, it)| it.next_stage())
                .min(),
        }
    }

    /// The same of records with those kinds of documents only; nothing where there are others.
    pub(crate) fn at_the_beginning(records: &Records) -> Option<Self> {
        Some(Self {
            unreadable: told(unreadable_at_the_beginning(records)?),
            ledger: transaction::made_here(records).ok(),
            incomplete: Vec::new(),
            returns: 0,
            next_stage: None,
        })
    }
}

/// Documents that cannot be read, as a block tells of them.
fn told(unreadable: Vec<kinds::Unreadable<'_>>) -> Vec<Unreadable> {
    let told = |document: kinds::Unreadable<'_>| {
        let (kind, id) = document.key.split_once('/').unwrap_or((document.key, ""));
        let reason = document.why.to_string();
        Unreadable { kind: kind.to_owned(), id: id.to_owned(), reason }
    };
    unreadable.into_iter().map(told).collect()
}

/// The block of a unit as it is kept: an outline and a [`Block`]; nothing for a unit without documents.
/// What has become due when the clock says `clock` must have been done.
pub(crate) fn block_of(
    records: &Records,
    tenant_id: &str,
    origin: Origin,
    clock: DateTime<Utc>,
) -> Vec<u8> {
    let today = time::now(records, clock).date_naive();
    block_with(Beside::of(records, today), records, tenant_id, origin, clock)
}

/// The same with what stands in other kinds of documents.
pub(crate) fn block_with(
    beside: Beside,
    records: &Records,
    tenant_id: &str,
    origin: Origin,
    clock: DateTime<Utc>,
) -> Vec<u8> {
    if records.is_empty() {
        return Vec::new();
    }
    let now = time::now(records, clock);
    let today = now.date_naive();
    let customer = Customer::known(records, tenant_id);
    let ledger = beside.ledger;
    // What was booked for a day ahead counts as of today, and an unknown entry counts no more one day.
    let mut changes_tomorrow =
        ledger.as_ref().is_none_or(|entries| entries.iter().any(|entry| entry.date >= today));
    let mut rows = Vec::new();
    let mut expiries = Vec::new();
    for (id, reservation) in records.all::<Reservation>() {
        let (order_id, id) = id.split_once('/').unwrap_or(("", &id));
        let order = Order::find(records, order_id).ok();
        let row = row((order_id, id), order.as_ref(), &reservation, now);
        let phase = reservation.state.phase();
        if phase.is_active() {
            expiries.extend(row.expiry_date);
        }
        let may_be_used = reservation.usage.course != Course::Unused && phase.gives_benefit();
        changes_tomorrow |= row.used == Some(false) && may_be_used;
        rows.push(row);
    }
    rows.extend(beside.incomplete);
    expiries.sort_unstable();
    expiries.dedup();
    let unread = beside.unreadable;
    let tomorrow = (today + Days::new(1)).and_time(NaiveTime::MIN).and_utc();
    let outline = Outline {
        format: FORMAT,
        made_at: clock,
        until: beside.next_stage.into_iter().chain(changes_tomorrow.then_some(tomorrow)).min(),
        latest: time::latest(records),
        tenant_id: customer.tenant_id,
        display_name: customer.display_name.clone(),
        domain: customer.domain,
        agreement_type: customer.agreement_type,
        billing_account: customer.billing_account,
        billing_profile: customer.billing_profile,
        reservations: records.ids_below(Reservation::KIND, "").len(),
        unreadable: unread.len(),
        incomplete: records.ids_below(IncompleteReservation::KIND, "").len(),
        returns: beside.returns,
        requests: requests(records),
        expiries: expiries.into_iter().map(Day).collect(),
        booked: ledger.as_ref().map(|entries| {
            let booked = |entry: &LedgerEntry| (Day(entry.date), entry.usd.to_string());
            entries.iter().map(booked).collect()
        }),
    };
    let block = Block {
        tenant_id: tenant_id.to_owned(),
        name: customer.display_name,
        origin,
        ledger,
        rows,
        unreadable: unread,
    };
    kept(&outline, &block)
}

/// How many quotes were carried out, and how many returns files tell of.
fn returns(records: &Records) -> usize {
    let carried_out = records.all::<Activity>().into_iter();
    let carried_out = carried_out.filter(|(_, entry)| entry.quote.is_some());
    let booked = records.all::<Booking>().into_iter().filter(|(_, booking)| booking.is_return());
    carried_out.count() + booked.count()
}

/// What is told of requests to Microsoft's support, the newest first.
fn requests(records: &Records) -> Vec<RequestOutline> {
    let mut tickets: Vec<Ticket> = records.all().into_iter().map(|(_, ticket)| ticket).collect();
    let created = |ticket: &Ticket| ticket.0.properties().created_date.as_ref()?.at();
    tickets.sort_by_key(|ticket| Reverse(created(ticket)));
    let outline = |ticket: &Ticket| {
        let properties = ticket.0.properties();
        RequestOutline {
            name: ticket.name().to_owned(),
            title: properties.title.clone().unwrap_or_default(),
            number: properties.support_ticket_id.clone().unwrap_or_default(),
            status: properties.status.as_ref().map(ToString::to_string).unwrap_or_default(),
        }
    };
    tickets.iter().map(outline).collect()
}

fn kept(outline: &Outline, block: &Block) -> Vec<u8> {
    let outline = text_of(&outline.to_json());
    let length = u32::try_from(outline.len()).expect("an outline is no gigabytes long");
    let rest = [&length.to_le_bytes(), outline.as_bytes(), &block.encode()].concat();
    [digest(&rest).as_bytes(), &rest].concat()
}

fn row(
    (order_id, id): (&str, &str),
    order: Option<&Order>,
    reservation: &Reservation,
    now: DateTime<Utc>,
) -> Row {
    let full_id = wire::reservation_id(order_id, id);
    // Without one there is no quote of the record either.
    let holding = order.and_then(|order| holding(&full_id, order, reservation, now).ok());
    Row {
        standing: Standing::Record,
        reservation_id: id.to_owned(),
        order_id: order_id.to_owned(),
        name: reservation.display_name.clone(),
        sku: reservation.sku_name.clone(),
        region: reservation.location.to_lowercase(),
        resource_type: Some(reservation.resource_type.clone()),
        quantity: Some(reservation.quantity),
        original_quantity: order.map(|order| order.original_quantity),
        term: order.map(|order| order.term),
        billing_plan: order.map(|order| order.billing_plan),
        currency: order.map(|order| order.currency),
        unit_price: holding.as_ref().map(|holding| holding.unit_price().to_decimal()),
        instalment: holding.as_ref().and_then(|it| it.instalment().map(Price::to_decimal)),
        current_unit_price: None,
        purchase_date: order.map(Order::purchase_date),
        expiry_date: order.map(|order| order.expires_at().date_naive()),
        state: Some(reservation.state.clone()),
        used: order
            .filter(|_| reservation.usage.course != Course::Unknown)
            .map(|order| reservation.was_used_before(order, now.date_naive())),
        received_in_exchange: reservation.links.swap_source.is_some(),
    }
}

/// What is known of a reservation that lacks a fact.
fn incomplete((order_id, id): (&str, &str), facts: &ReservationIntake) -> Row {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let day = |day: &Option<String>| day.as_deref().and_then(azure::parse_day);
    Row {
        standing: Standing::Incomplete,
        reservation_id: id.to_owned(),
        order_id: order_id.to_owned(),
        name: facts.display_name.clone().unwrap_or_else(|| id.to_owned()),
        sku: text(&facts.sku),
        region: text(&facts.region),
        resource_type: facts.reserved_resource_type.as_deref().map(ResourceType::parse),
        quantity: facts.quantity,
        original_quantity: None,
        term: facts.term.as_deref().and_then(|term| Term::parse(term).ok()),
        billing_plan: facts.billing_plan.as_deref().and_then(|plan| BillingPlan::parse(plan).ok()),
        currency: facts.currency_code.as_deref().and_then(|code| Currency::parse(code).ok()),
        unit_price: facts.unit_price.as_deref().and_then(|price| parse_decimal(price).ok()),
        instalment: None,
        current_unit_price: None,
        purchase_date: day(&facts.purchase_date),
        expiry_date: day(&facts.expiry_date),
        state: Some(facts.provisioning_state()),
        used: facts.used,
        received_in_exchange: false,
    }
}

/// All blocks, or that of the one `customer` who is asked about, each after its length, with an etag that is another
/// one as soon as one of them is.
pub(crate) fn list(kept: &[Kept], call: &mut Call<'_>) -> Result<Answer, Problem> {
    let mut state = String::new();
    let customer = call.query.get("customer");
    let is_asked_for = |kept: &&Kept| {
        customer.is_none_or(|customer| kept.outline.tenant_id.eq_ignore_ascii_case(customer))
    };
    let kept = || kept.iter().filter(is_asked_for);
    for Kept { version, outline, .. } in kept() {
        state += &format!("{} {} {}\n", outline.tenant_id, version.0, outline.made_at);
    }
    let etag = digest(state.as_bytes());
    let known = call.headers.get(IF_NONE_MATCH).and_then(|known| known.to_str().ok());
    let is_known = known.is_some_and(|known| {
        let mut tags = known.split(',').map(|tag| tag.trim().trim_start_matches("W/"));
        tags.any(|tag| tag == "*" || tag.trim_matches('"') == etag)
    });
    let answer = if is_known {
        Answer { status: StatusCode::NOT_MODIFIED, ..Answer::no_content() }
    } else {
        let body = join_blocks(kept().map(Kept::block));
        Answer { status: StatusCode::OK, body, ..Answer::no_content() }
            .with_header("content-type", "application/octet-stream")
    };
    Ok(answer.with_etag(&etag))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeZone;
    use serde_json::Value;

    fn read(bytes: Vec<u8>) -> Option<Kept> {
        Kept::read(UnitBlock { version: Version(1), block: Some(bytes) })
    }

    /// The same bytes with another outline, as the build would write them whose outline it is.
    fn with_outline(bytes: &[u8], change: impl FnOnce(&mut Value)) -> Vec<u8> {
        let (length, rest) = bytes[DIGEST..].split_first_chunk::<LENGTH>().expect("a length");
        let (outline, block) = rest.split_at(u32::from_le_bytes(*length) as usize);
        let mut outline: Value = serde_json::from_slice(outline).expect("an outline");
        change(&mut outline);
        let outline = outline.to_string();
        let length = (outline.len() as u32).to_le_bytes();
        let rest = [&length, outline.as_bytes(), block].concat();
        [digest(&rest).as_bytes(), &rest].concat()
    }

    /// What was kept before requests were told of, or by a later build, is made anew.
    #[test]
    fn what_another_build_has_kept_is_not_read() {
        let mut records = Records::default();
        let clock = Utc.with_ymd_and_hms(2026, 11, 23, 12, 0, 0).single().expect("a time");
        let facts = IncompleteReservation(ReservationIntake::default());
        records.put("order/reservation", &facts);
        let bytes = block_of(&records, "tenant", Origin::Own, clock);
        assert!(read(bytes.clone()).is_some_and(|kept| kept.outline.requests.is_empty()));
        assert!(read(with_outline(&bytes, |_| ())).is_some(), "it is the bytes that are compared");
        for format in [FORMAT - 1, FORMAT + 1] {
            let other = with_outline(&bytes, |outline| outline["format"] = format.into());
            assert!(read(other).is_none(), "{format}");
        }
        let older = with_outline(&bytes, |outline| {
            outline["format"] = (FORMAT - 1).into();
            outline.as_object_mut().expect("an object").remove("requests");
        });
        assert!(read(older).is_none());
    }
}

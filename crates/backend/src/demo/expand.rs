//! Makes documents of the lines of the tables.
//!
//! Ids, times of day and the seeds of usage follow from names by a hash, so that the same line
//! always gives the same record, and a link to it works after every reset.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use rust_decimal::Decimal;

use azure::InstanceFlexibility;
use calculator::{BillingPlan, ProvisioningState as S, ResourceType, Term, parse_decimal};

use super::table::{CustomerRow, LedgerRow, ReservationRow, Tables};
use crate::demo::sentinels::{EXCHANGE_FAILURES, FAILURES};
use crate::records::customer::{KnownBy, Subscription};
use crate::records::order::Returned;
use crate::records::partner::BILLING_ACCOUNT;
use crate::records::price_list::sku_description;
use crate::records::reservation::{ExchangeEnd, Links, Scope};
use crate::records::sentinel::{Failure, Sentinel, Trigger};
use crate::records::store::{Documents, Snapshot, Unit};
use crate::records::transaction::{EventType, Transaction};
use crate::records::usage::{Course, Usage};
use crate::records::{Customer, Order, Records, Reservation, wire};
use portfolio::guid::{guid_of, hash};

/// The customer whose records fail on purpose.
const FAILURE_LAB: &str = "breakwater";

/// Documents of every customer.
pub(super) fn customers(tables: &Tables, today: NaiveDate) -> Vec<(Unit, Documents)> {
    let expand = |row| {
        let expander = Expander { tables, customer: row, today };
        (Unit::Customer(guid_of(row.key)), expander.documents())
    };
    tables.customers.iter().map(expand).collect()
}

pub(super) struct Expander<'t> {
    tables: &'t Tables,
    pub(super) customer: &'t CustomerRow,
    pub(super) today: NaiveDate,
}

impl Expander<'_> {
    fn documents(&self) -> Documents {
        let mut records = Records::of(Snapshot::default());
        self.put_customer(&mut records);
        for row in self.rows() {
            self.put_reservation(&mut records, row);
        }
        let ledger = self.tables.ledger.iter().filter(|row| row.customer == self.customer.key);
        for row in ledger {
            self.put_transaction(&mut records, row);
        }
        if self.customer.key == FAILURE_LAB {
            self.put_sentinels(&mut records);
            self.put_exchange_sentinels(&mut records);
        }
        self.put_principals(&mut records);
        self.put_assignments(&mut records);
        self.put_tickets(&mut records);
        records.into_documents()
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = &ReservationRow> {
        self.tables.reservations.iter().filter(|row| row.customer == self.customer.key)
    }

    /// A GUID that belongs to a name within the customer.
    pub(super) fn id(&self, kind: &str, name: &str) -> String {
        guid_of(&format!("{}/{kind}/{name}", self.customer.key))
    }

    /// Reservations that came out of one purchase share an order.
    fn order_of(&self, row: &ReservationRow) -> String {
        self.id("order", row.value("order").unwrap_or(row.name))
    }

    /// The full id of the reservation with a name.
    fn full_id(&self, row: &ReservationRow) -> String {
        wire::reservation_id(&self.order_of(row), &self.id("reservation", row.name))
    }

    pub(super) fn named(&self, name: &str) -> Option<String> {
        self.rows().find(|row| row.name == name).map(|row| self.full_id(row))
    }

    fn put_customer(&self, records: &mut Records) {
        let CustomerRow { key, name, domain, currency, agreement, subscriptions } = self.customer;
        let subscription = |(place, name): (usize, &&str)| Subscription {
            id: self.id("subscription", name),
            name: (*name).to_owned(),
            resource_groups: self.resource_groups(place + 1),
        };
        let customer = Customer {
            tenant_id: guid_of(key),
            display_name: (*name).to_owned(),
            domain: (*domain).to_owned(),
            agreement_type: (*agreement).to_owned(),
            billing_account: BILLING_ACCOUNT.to_owned(),
            billing_profile: profile_name(key),
            currency: Some(*currency),
            known_by: KnownBy::Tenant,
            subscriptions: subscriptions.iter().enumerate().map(subscription).collect(),
            management_groups: self.management_groups(),
        };
        records.put(Customer::ID, &customer);
    }

    fn put_reservation(&self, records: &mut Records, row: &ReservationRow) {
        let order_id = self.order_of(row);
        let id = self.id("reservation", row.name);
        let reservation = self.reservation(row);
        records.put(&Reservation::document_id(&order_id, &id), &reservation);
        // The first line of an order makes it; the others only came out of it.
        let siblings: Vec<_> = self.rows().filter(|r| self.order_of(r) == order_id).collect();
        if siblings.first().is_some_and(|first| first.name == row.name) {
            records.put(&order_id, &self.order(row, &siblings));
        }
    }

    fn order(&self, row: &ReservationRow, siblings: &[&ReservationRow]) -> Order {
        // What was split or merged holds the same units under another id.
        let is_source = |r: &&&ReservationRow| !matches!(r.state, S::Split | S::Merged);
        let returned = siblings
            .iter()
            .filter(|r| r.state == S::Cancelled)
            .filter_map(|r| Some(Returned { on: r.ended?.before(self.today), units: r.units }))
            .collect();
        let state = match siblings {
            [only] => only.state.clone(),
            _ if siblings.iter().any(|r| r.state == S::Succeeded) => S::Succeeded,
            _ => S::Cancelled,
        };
        Order {
            display_name: row.value("order").unwrap_or(row.name).to_owned(),
            purchased_at: self.purchased_at(row),
            term: row.term,
            billing_plan: row.plan,
            original_quantity: siblings.iter().filter(is_source).map(|r| r.units).sum(),
            currency: self.customer.currency,
            unit_price: decimal(row.price),
            state,
            returned,
            expires_on: None,
            guesses: Vec::new(),
            etag: 2 + (hash(row.name) % 9) as u32,
        }
    }

    fn reservation(&self, row: &ReservationRow) -> Reservation {
        let product = self.tables.product(row.product);
        let links = self.links(row);
        let ended_on = row.ended.map(|age| age.before(self.today));
        let purchased_at = self.purchased_at(row);
        let updated_at = match ended_on {
            Some(day) => at_office_hours(day, row.name),
            None => purchased_at + TimeDelta::seconds(140),
        };
        Reservation {
            display_name: row.name.to_owned(),
            resource_type: product.resource_type.clone(),
            sku_name: product.sku.to_owned(),
            sku_description: self.sku_description(row),
            location: row.location.to_owned(),
            quantity: row.units,
            state: row.state.clone(),
            scope: self.scope(row.scope),
            renew: row.has("renew"),
            renewal: None,
            archived: row.has("arch"),
            instance_flexibility: product.flexibility.clone(),
            billing_scope_id: match row.value("payer") {
                Some(gone) => format!("/subscriptions/{}", self.id("subscription", gone)),
                None => self.subscription(1).0,
            },
            updated_at,
            review_at: None,
            ended_on,
            exchange: links.swap_destination.is_some().then_some(ExchangeEnd::Exchanged),
            links,
            usage: Usage {
                course: row.course,
                percent: row.percent,
                seed: (hash(row.name) >> 32) as u32,
            },
            origin: None,
            sentinel: None,
            etag: 1 + (hash(row.name) % 12) as u32,
        }
    }

    fn sku_description(&self, row: &ReservationRow) -> String {
        let title = self.tables.product(row.product).title;
        let region = self.tables.region(row.location).title;
        sku_description(title, region, row.term)
    }

    /// Full id and name of the customer's nth subscription, counted from one.
    fn subscription(&self, number: usize) -> (String, &'static str) {
        let name = self.customer.subscriptions[number - 1];
        (format!("/subscriptions/{}", self.id("subscription", name)), name)
    }

    fn scope(&self, text: &'static str) -> Scope {
        let parts: Vec<&str> = text.split(':').collect();
        let number = |text: &str| text.parse().expect("subscriptions are numbered");
        match parts[..] {
            ["sub", subscription] => self.single(number(subscription), None),
            ["rg", subscription, group] => self.single(number(subscription), Some(group)),
            ["gone", name] => Scope::Single {
                subscription: self.id("subscription", name),
                name: name.to_owned(),
                resource_group: None,
            },
            ["mg", group] => {
                let groups = self.management_groups();
                let title = groups.iter().find(|(name, _)| name == group);
                let (group, name) = title.expect("a test has read the tables").clone();
                Scope::ManagementGroup { group, name }
            }
            _ => Scope::Shared,
        }
    }

    fn single(&self, number: usize, resource_group: Option<&str>) -> Scope {
        let name = self.subscription(number).1;
        Scope::Single {
            subscription: self.id("subscription", name),
            name: name.to_owned(),
            resource_group: resource_group.map(str::to_owned),
        }
    }

    fn links(&self, row: &ReservationRow) -> Links {
        let naming = |key: &str| -> Vec<String> {
            let named = self.rows().filter(|other| other.value(key) == Some(row.name));
            named.map(|other| self.full_id(other)).collect()
        };
        let named = |key: &str| row.value(key).and_then(|name| self.named(name));
        // A split leaves its source behind; units that were returned leave it running.
        let was_split = row.state == S::Split;
        Links {
            split_source: named("split"),
            split_destinations: if was_split { naming("split") } else { Vec::new() },
            merge_sources: naming("merge"),
            merge_destination: named("merge"),
            swap_source: named("swap"),
            swap_destination: naming("swap").into_iter().next(),
        }
    }

    fn purchased_at(&self, row: &ReservationRow) -> DateTime<Utc> {
        let day = row.bought.before(self.today);
        if day == self.today {
            // Whatever the time of the day is, a purchase of today has been made.
            return day.and_time(NaiveTime::MIN).and_utc() + TimeDelta::milliseconds(5_250);
        }
        // Reservations of one order were bought in one moment.
        at_office_hours(day, row.value("order").unwrap_or(row.name))
    }

    fn put_transaction(&self, records: &mut Records, row: &LedgerRow) {
        // Most of what was cancelled is long gone from the records; the ledger still knows it.
        let known = self.rows().find(|known| known.name == row.what);
        let sku = known.map_or("Standard_D4s_v3", |known| self.tables.product(known.product).sku);
        let order = known.map_or_else(|| self.id("order", row.what), |known| self.order_of(known));
        let transaction = Transaction {
            at: at_office_hours(row.age.before(self.today), row.what),
            event_type: if known.is_some() { EventType::Refund } else { EventType::Cancel },
            order,
            order_name: row.what.to_owned(),
            description: known.map_or_else(
                || "Reserved VM Instance, Standard_D4s_v3".to_owned(),
                |known| self.sku_description(known),
            ),
            sku_name: sku.to_owned(),
            location: known.map_or("westeurope", |known| known.location).to_owned(),
            term: known.map_or(Term::ONE_YEAR, |known| known.term),
            billing_plan: known.map_or(BillingPlan::Upfront, |known| known.plan),
            quantity: known.map_or(1, |known| known.units),
            usd: decimal(row.usd),
            readings: None,
        };
        records.put(&self.id("transaction", row.what), &transaction);
    }

    /// A reservation for each failure of an exchange that was accepted.
    fn put_exchange_sentinels(&self, records: &mut Records) {
        for (on, name) in EXCHANGE_FAILURES {
            let sentinel = Sentinel { on: *on, failure: Failure::ServerError };
            self.put_sentinel(records, &format!("Exchange fails: {name}"), sentinel);
        }
    }

    /// Two reservations for each failure: one that cannot be read, one that cannot be refunded.
    fn put_sentinels(&self, records: &mut Records) {
        for entry in FAILURES {
            for (on, verb) in [(Trigger::Write, "Refund"), (Trigger::Read, "Read")] {
                let name = format!("{verb} fails: {}", entry.name);
                let sentinel = Sentinel { on, failure: entry.failure };
                self.put_sentinel(records, &name, sentinel);
            }
        }
    }

    fn put_sentinel(&self, records: &mut Records, name: &str, sentinel: Sentinel) {
        let purchased_at = at_office_hours(self.today - TimeDelta::days(100), name);
        let order = Order {
            display_name: name.to_owned(),
            purchased_at,
            term: Term::ONE_YEAR,
            billing_plan: BillingPlan::Upfront,
            original_quantity: 2,
            currency: self.customer.currency,
            unit_price: Decimal::new(36_500, 2),
            state: S::Succeeded,
            returned: Vec::new(),
            expires_on: None,
            guesses: Vec::new(),
            etag: 1,
        };
        let reservation = Reservation {
            display_name: name.to_owned(),
            resource_type: ResourceType::VirtualMachines,
            sku_name: "Standard_B2ms".to_owned(),
            sku_description: "Reserved VM Instance, Standard_B2ms, EU West, 1 Year".to_owned(),
            location: "westeurope".to_owned(),
            quantity: 2,
            state: S::Succeeded,
            scope: Scope::Shared,
            renew: false,
            renewal: None,
            archived: false,
            instance_flexibility: Some(InstanceFlexibility::On),
            billing_scope_id: self.subscription(1).0,
            updated_at: purchased_at + TimeDelta::seconds(140),
            review_at: None,
            ended_on: None,
            exchange: None,
            links: Links::default(),
            usage: Usage { course: Course::Steady, percent: 50, seed: hash(name) as u32 },
            origin: None,
            sentinel: Some(sentinel),
            etag: 1,
        };
        let order_id = self.id("order", name);
        let id = self.id("reservation", name);
        records.put(&Reservation::document_id(&order_id, &id), &reservation);
        records.put(&order_id, &order);
        if sentinel.on == Trigger::Write {
            // Closing a ticket about it fails as well.
            let full_id = wire::reservation_id(&order_id, &id);
            let text = "This request is about a reservation that fails on purpose.";
            let at = at_office_hours(self.today - TimeDelta::days(1), name);
            self.ticket(&full_id, "minimal", at, name, text).put(records);
        }
    }
}

/// A moment of a day between 08:00 and 17:00, down to the tenth of a microsecond.
pub(super) fn at_office_hours(day: NaiveDate, name: &str) -> DateTime<Utc> {
    const TICKS_PER_SECOND: u64 = 10_000_000;
    const NANOSECONDS_PER_TICK: u64 = 100;
    let ticks = (hash(name) as u64) % (9 * 3_600 * TICKS_PER_SECOND);
    let after_opening = TimeDelta::nanoseconds((ticks * NANOSECONDS_PER_TICK).cast_signed());
    day.and_time(NaiveTime::MIN).and_utc() + TimeDelta::hours(8) + after_opening
}

/// Four groups of letters and digits, as billing profiles are named.
fn profile_name(key: &str) -> String {
    let text = format!("{:032X}", hash(key));
    [&text[..4], &text[4..8], &text[8..11], &text[11..14]].join("-")
}

fn decimal(text: &str) -> Decimal {
    parse_decimal(text).expect("a test has read every amount of the tables")
}

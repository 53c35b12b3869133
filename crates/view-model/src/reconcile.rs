//! What came back for returns that were acted on: out of the record of changes and of what files say was booked,
//! which rows there are, and which of them are shown in which order.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use azure::{Reservation, ReservationId};
use calculator::json::{ExchangeRequest, RefundCase, RefundRequest};
use calculator::{Currency, Ledger, Money, parse_decimal};
use chrono::NaiveDate;
use portfolio::intake::BookingIntake;
use portfolio::reconcile::{Finding, Horizon, Line, ReturnKind, Returned, State, reconcile};
use serde_json::Value;

use crate::activity::{Activity, plain};
use crate::address::ReservationRef;
use crate::customers::CustomerSummary;
use crate::quote::letter::agreed::Agreed;
use crate::record;

/// A booking with its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Booking {
    /// Unique among those of the customer.
    pub id: String,
    /// What the file says.
    pub stated: BookingIntake,
}

impl Booking {
    /// Reads a row of the service; `None` for what is none.
    #[must_use]
    pub fn of(row: &Value) -> Option<Self> {
        let id = row["name"].as_str()?.to_owned();
        Some(Self { id, stated: serde_json::from_value(row["properties"].clone()).ok()? })
    }
}

/// What is compared of one customer.
#[derive(Clone, Debug)]
pub struct Compared {
    customer: Arc<CustomerSummary>,
    returned: Vec<Returned>,
    /// The ids of the changes that the returns are of.
    activities: Vec<String>,
    /// What was agreed with the customer about some of them.
    agreed: Vec<Agreed>,
    lines: Vec<Line>,
    bookings: Vec<Booking>,
    /// The names of reservations, and for each order the id of one of them.
    names: BTreeMap<String, String>,
    of_order: BTreeMap<String, String>,
    files_until: Option<NaiveDate>,
    /// How many changes have a quote that this version cannot read.
    pub unread: usize,
}

impl Compared {
    /// What the changes, the bookings and the reservations of a customer say.
    #[must_use]
    pub fn new(
        customer: Arc<CustomerSummary>,
        activities: &[Activity],
        bookings: Vec<Booking>,
        reservations: &[Reservation],
    ) -> Self {
        let days = bookings.iter().filter_map(|booking| azure::parse_day(&booking.stated.date));
        let files_until = days.max();
        let mut bookings = bookings;
        let mut lines = Vec::new();
        bookings.retain(|booking| {
            let line = Line::of(&booking.stated);
            let is_return = line.is_some();
            lines.extend(line);
            is_return
        });
        let mut of_customer = Self {
            customer,
            returned: Vec::new(),
            activities: Vec::new(),
            agreed: Vec::new(),
            lines,
            bookings,
            names: BTreeMap::new(),
            of_order: BTreeMap::new(),
            files_until,
            unread: 0,
        };
        for reservation in reservations {
            let Some(id) = &reservation.id else { continue };
            let (order, own) = (id.order_name().to_lowercase(), id.name().to_lowercase());
            of_customer.names.insert(own.clone(), record::name(reservation));
            of_customer.of_order.entry(order).or_insert(own);
        }
        for activity in activities.iter().filter(|activity| !activity.quote.is_null()) {
            match returned(activity) {
                Some(all) => {
                    let id = plain(&activity.entry["id"]);
                    of_customer.activities.extend(all.iter().map(|_| id.clone()));
                    of_customer.returned.extend(all);
                }
                None => of_customer.unread += 1,
            }
        }
        of_customer
    }

    /// The same with what was agreed with the customer.
    #[must_use]
    pub fn with_agreed(self, agreed: Vec<Agreed>) -> Self {
        Self { agreed, ..self }
    }

    /// Whose it is.
    #[must_use]
    pub const fn customer(&self) -> &Arc<CustomerSummary> {
        &self.customer
    }

    /// The latest day that a file tells of.
    #[must_use]
    pub const fn files_until(&self) -> Option<NaiveDate> {
        self.files_until
    }

    /// What became of everything. `files_until` is the latest day of the files of all customers, because a file
    /// is of all of them.
    #[must_use]
    pub fn rows(&self, today: NaiveDate, files_until: Option<NaiveDate>) -> Vec<Row> {
        let findings = reconcile(&self.returned, &self.lines, Horizon { today, files_until });
        findings.into_iter().map(|finding| self.row(finding)).collect()
    }

    fn row(&self, finding: Finding) -> Row {
        let returned = finding.returned.map(|place| self.returned[place].clone());
        let lines: Vec<Booking> =
            finding.lines.iter().map(|place| self.bookings[*place].clone()).collect();
        let stated = lines.first().map(|booking| &booking.stated);
        let order = match &returned {
            Some(returned) => Some(returned.order_id.clone()),
            None => stated.and_then(|stated| stated.order_id.clone()),
        };
        let reservation = match &returned {
            Some(returned) => Some(returned.reservation_id.clone()),
            None => stated
                .and_then(|stated| stated.reservation_id.clone())
                .filter(|id| self.names.contains_key(id))
                .or_else(|| self.of_order.get(order.as_ref()?).cloned()),
        };
        let known = reservation.as_ref().and_then(|id| self.names.get(id)).cloned();
        let described = stated.and_then(|stated| stated.description.clone());
        let name = known.or(described).or_else(|| order.clone()).unwrap_or_default();
        let of = order.zip(reservation).map(|(order, reservation)| ReservationRef {
            customer: self.customer.customer_id.clone(),
            order,
            reservation,
        });
        let activity = finding.returned.map(|place| self.activities[place].clone());
        let agreed = self.agreed.iter().find(|it| Some(&it.activity) == activity.as_ref()).cloned();
        let key = [
            self.customer.customer_id.as_str(),
            activity.as_deref().unwrap_or_default(),
            of.as_ref().map_or("", |of| &of.reservation),
            lines.first().map_or("", |line| &line.id),
        ]
        .join(" ");
        let customer = Arc::clone(&self.customer);
        Row { key, customer, name, of, returned, lines, finding, agreed }
    }
}

/// The returns that a change has made; none of an exchange that failed, `None` for what cannot be read.
fn returned(activity: &Activity) -> Option<Vec<Returned>> {
    let quote = &activity.quote;
    let input = quote["input"].to_string();
    let answer = &quote["answer"];
    let money = |value: &Value, currency: Currency| {
        Money::from_decimal(parse_decimal(value.as_str()?).ok()?, currency).ok()
    };
    let of = |id: &str, kind, case: RefundCase, expected: &Value| {
        let id = ReservationId::parse(id).ok()?;
        Some(Returned {
            order_id: id.order_name().to_lowercase(),
            reservation_id: id.name().to_lowercase(),
            kind,
            expected: money(expected, case.holding.currency())?,
            case,
        })
    };
    if answer["kind"] == "refund" {
        let case = RefundRequest::parse(&input).ok()?.case().ok()?;
        let one = of(&activity.target, ReturnKind::Refund, case, &answer["payable"])?;
        return Some(vec![one]);
    }
    let is_failed = |change: &crate::activity::Change| {
        change.field == "status" && change.after == azure::OperationStatus::Failed.as_str()
    };
    if activity.changes.iter().any(is_failed) {
        return Some(Vec::new());
    }
    let exchange = ExchangeRequest::parse(&input).ok()?.case().ok()?;
    let targets = quote["returned"].as_array().cloned().unwrap_or_default();
    // Older entries name only the first of several.
    let targets = if targets.is_empty() { vec![activity.target.as_str().into()] } else { targets };
    if targets.len() != exchange.returns().len() {
        return None;
    }
    let lines = exchange.returns().iter().zip(&targets).enumerate();
    let all = lines.map(|(place, (line, target))| {
        let case = RefundCase {
            holding: line.holding.clone(),
            units: line.units,
            on: exchange.on(),
            policy: exchange.policy(),
            ledger: Ledger::default(),
            usd_rate: None,
            fee_rate: None,
        };
        of(target.as_str()?, ReturnKind::Exchange, case, &answer["returns"][place]["credit"])
    });
    all.collect()
}

/// A return with what was booked for it, or a booking that nobody recorded a return for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Tells it from every other row, however often the records are read.
    pub key: String,
    /// Whose it is.
    pub customer: Arc<CustomerSummary>,
    /// What the reservation is called; else how the file describes it.
    pub name: String,
    /// The reservation, where it is known.
    pub of: Option<ReservationRef>,
    /// The return.
    pub returned: Option<Returned>,
    /// What was booked.
    pub lines: Vec<Booking>,
    /// How they go together.
    pub finding: Finding,
    /// What was agreed with the customer; only the partner is told.
    pub agreed: Option<Agreed>,
}

/// Which rows are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the variants are those of State")]
pub enum Filter {
    Missing,
    OtherAmount,
    Unrecorded,
    OtherMonth,
    NoFile,
    NotDue,
    Matched,
}

impl Filter {
    /// All of them; first what needs somebody to act.
    pub const ALL: [Self; 7] = [
        Self::Missing,
        Self::OtherAmount,
        Self::Unrecorded,
        Self::OtherMonth,
        Self::NoFile,
        Self::NotDue,
        Self::Matched,
    ];

    /// The form for an address.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::OtherAmount => "other-amount",
            Self::Unrecorded => "unrecorded",
            Self::OtherMonth => "other-month",
            Self::NoFile => "no-file",
            Self::NotDue => "not-due",
            Self::Matched => "matched",
        }
    }

    /// Reads what [`Filter::key`] wrote; `None` shows everything.
    #[must_use]
    pub fn parse(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|filter| filter.key() == key)
    }

    /// The filter that leaves a state.
    #[must_use]
    pub const fn of(state: State) -> Self {
        match state {
            State::Missing => Self::Missing,
            State::OtherAmount => Self::OtherAmount,
            State::Unrecorded => Self::Unrecorded,
            State::OtherMonth => Self::OtherMonth,
            State::NoFile => Self::NoFile,
            State::NotDue { .. } => Self::NotDue,
            State::Matched => Self::Matched,
        }
    }
}

/// Puts rows in their order: first what needs somebody to act, within that the customers by name, and the newest
/// returns first.
pub fn arrange(rows: &mut [Arc<Row>]) {
    rows.sort_by_cached_key(|row| {
        let on = row.returned.as_ref().map(|returned| returned.case.on);
        let booked = row.lines.first().map(|line| line.stated.date.clone());
        (
            Filter::of(row.finding.state),
            row.customer.display_name.to_lowercase(),
            Reverse((on, booked)),
            row.key.clone(),
        )
    });
}

//! One function per address of the application.
//!
//! Ids stand in the query and never in the path, so that a static host can serve every route from a file
//! of its own (`public/routes.txt` lists them). Every address starts with the base path and may be put into
//! `href` as it is.

use crate::platform::document;
use crate::query::Query;
use view_model::address::{of_several, with_query};

pub use view_model::address::{ReservationRef, parameter};

/// Route of the page that an address without a path shows: the customer list.
pub const START: &str = "/";
/// Route of the customer list.
pub const CUSTOMERS: &str = "/customers";
/// Route of one customer's Azure reservations.
pub const CUSTOMER: &str = "/customer";
/// Route of what is coming up for one customer's reservations.
const CUSTOMER_RADAR: &str = "/customer/radar";
/// Route of what is coming up for the reservations of all customers.
pub const RADAR: &str = "/radar";
/// Route of a reservation's record; its entries are below it.
pub const RESERVATION: &str = "/reservation";
/// Route of the exchange of one or several reservations.
pub const EXCHANGE: &str = "/exchange";
/// Route of the comparison of what can be done with reservations.
pub const COMPARISON: &str = "/comparison";
/// Route of what was changed at one customer's reservations.
const ACTIVITY: &str = "/customer/activity";
/// Route of the table of who may do what.
pub const ROLES: &str = "/roles";
/// Route of the articles about Azure reservations.
pub const RESOURCES: &str = "/resources";

/// Route of a customer's support requests.
const CUSTOMER_SUPPORT_REQUESTS: &str = "/customer/support-requests";
/// Route of one support request.
pub const TICKET: &str = "/support-request";

/// The reservation that the query of an address is about; `None` if one of its three ids is missing.
#[must_use]
pub fn reservation_in(query: &Query) -> Option<ReservationRef> {
    ReservationRef::read(|name| query.get(name))
}

/// An entry of a reservation's record, or a task started in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// Details and utilization; what the record opens with.
    Overview,
    /// Who may read or manage the order.
    AccessControl,
    /// Scope and subscription.
    Configuration,
    /// All properties, and the ids to copy.
    Properties,
    /// The wizard that asks Microsoft support for help.
    SupportRequest,
    /// The refund task.
    Refund,
}

impl Entry {
    /// All of them: the five of the record in its order, then the tasks.
    pub const ALL: [Self; 6] = [
        Self::Overview,
        Self::AccessControl,
        Self::Configuration,
        Self::Properties,
        Self::SupportRequest,
        Self::Refund,
    ];

    /// The route.
    #[must_use]
    pub const fn route(self) -> &'static str {
        match self {
            Self::Overview => RESERVATION,
            Self::AccessControl => "/reservation/access-control",
            Self::Configuration => "/reservation/configuration",
            Self::Properties => "/reservation/properties",
            Self::SupportRequest => "/reservation/support-request",
            Self::Refund => "/reservation/refund",
        }
    }
}

/// A step of the wizard that asks Microsoft support for help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SupportStep {
    /// What kind of issue it is.
    Basics,
    /// What the problem is.
    Problem,
    /// Whom support answers.
    Contact,
}

impl SupportStep {
    /// All of them, in their order.
    pub const ALL: [Self; 3] = [Self::Basics, Self::Problem, Self::Contact];

    /// The route, which is below that of its entry.
    #[must_use]
    pub const fn route(self) -> &'static str {
        match self {
            Self::Basics => "/reservation/support-request/basics",
            Self::Problem => "/reservation/support-request/problem",
            Self::Contact => "/reservation/support-request/contact",
        }
    }
}

/// The customer list.
#[must_use]
pub fn customers() -> String {
    address(CUSTOMERS, &[])
}

/// The Azure reservations of the customer with this tenant GUID.
#[must_use]
pub fn customer(customer: &str) -> String {
    address(CUSTOMER, &[(parameter::CUSTOMER, customer)])
}

/// What is coming up for the reservations of the customer with this tenant GUID.
#[must_use]
pub fn customer_radar(customer: &str) -> String {
    address(CUSTOMER_RADAR, &[(parameter::CUSTOMER, customer)])
}

/// What is coming up for the reservations of all customers.
#[must_use]
pub fn radar() -> String {
    address(RADAR, &[])
}

/// An entry of a reservation's record.
#[must_use]
pub fn reservation(reservation: &ReservationRef, entry: Entry) -> String {
    address(entry.route(), &reservation.parameters())
}

/// An entry of a reservation's record with further parameters, such as the terms of a quote.
#[must_use]
pub fn reservation_with(
    reservation: &ReservationRef,
    entry: Entry,
    further: &[(&str, &str)],
) -> String {
    address(entry.route(), &[&reservation.parameters(), further].concat())
}

/// The exchange of all units of these reservations, which are one customer's.
#[must_use]
pub fn exchange(of: &[ReservationRef]) -> String {
    several(EXCHANGE, of)
}

/// What can be done with all units of these reservations, which are one customer's, side by side.
#[must_use]
pub fn comparison(of: &[ReservationRef]) -> String {
    several(COMPARISON, of)
}

fn several(route: &str, of: &[ReservationRef]) -> String {
    let parameters = of_several(of);
    let parameters = parameters.iter().map(|(name, value)| (*name, value.as_str()));
    address(route, &parameters.collect::<Vec<_>>())
}

/// A step of the wizard that asks support for help with a reservation.
#[must_use]
pub fn support_step(reservation: &ReservationRef, step: SupportStep) -> String {
    address(step.route(), &reservation.parameters())
}

/// The support requests of the customer with this tenant GUID.
#[must_use]
pub fn support_requests(customer: &str) -> String {
    address(CUSTOMER_SUPPORT_REQUESTS, &[(parameter::CUSTOMER, customer)])
}

/// The support request with the name `ticket` of the customer with this tenant GUID.
#[must_use]
pub fn support_request(customer: &str, ticket: &str) -> String {
    address(TICKET, &[(parameter::CUSTOMER, customer), (parameter::TICKET, ticket)])
}

/// What was changed at the reservations of the customer with this tenant GUID; `search` narrows it.
#[must_use]
pub fn activity(customer: &str, search: &str) -> String {
    address(ACTIVITY, &[(parameter::CUSTOMER, customer), (parameter::SEARCH, search)])
}

/// The table of who may do what.
#[must_use]
pub fn roles() -> String {
    address(ROLES, &[])
}

/// The articles about Azure reservations.
#[must_use]
pub fn resources() -> String {
    address(RESOURCES, &[])
}

/// Every route that a static host has to answer, without the base path.
#[must_use]
pub fn routes() -> Vec<&'static str> {
    let entries = Entry::ALL.into_iter().map(Entry::route);
    let steps = SupportStep::ALL.into_iter().map(SupportStep::route);
    [CUSTOMERS, CUSTOMER, CUSTOMER_RADAR, RADAR]
        .into_iter()
        .chain(entries)
        .chain(steps)
        .chain([EXCHANGE, COMPARISON, CUSTOMER_SUPPORT_REQUESTS, TICKET, RESOURCES])
        .chain([ACTIVITY, ROLES])
        .collect()
}

/// `route` under the base path with `parameters` as its query; empty ones are left out.
#[must_use]
pub fn address(route: &str, parameters: &[(&str, &str)]) -> String {
    let path = format!("{}{}", document::base(), route.trim_start_matches('/'));
    with_query(path, parameters)
}

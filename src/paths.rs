//! One function per address of the application.
//!
//! Ids stand in the query and never in the path, so that a static host can serve every route from a file
//! of its own (`src/pages/table.rs` lists them). Every address starts with the base path and may be put into
//! `href` as it is.

use crate::i18n::Text;
use crate::platform::document;
use crate::query::Query;
use view_model::address::{of_several, with_query};

use view_model::address::{ReservationRef, parameter};
use view_model::support::SupportStep;

/// A page as addresses know it.
#[derive(Clone, Copy, Debug)]
pub struct Route {
    /// Its paths without the base path: first the one that links lead to.
    pub paths: &'static [&'static str],
    /// What it is called where nothing names what it is about.
    pub title: Text,
    /// What its address has to name.
    pub about: About,
}

/// What a page is about, which its address names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// Everything that there is.
    Everything,
    /// One customer.
    Customer,
    /// One reservation.
    Reservation,
    /// One reservation or several of one customer.
    Reservations,
    /// One support request.
    Request,
    /// Whoever has signed in.
    Account,
    /// Those who can sign in.
    People,
    /// Somebody who is not in yet.
    Door,
}

impl Route {
    /// The path that links lead to.
    #[must_use]
    pub const fn path(&self) -> &'static str {
        self.paths[0]
    }
}

/// The route of every page.
pub mod route {
    use super::{About, Route};
    use crate::i18n::catalogue::{
        activity, cap, comparison, customer, customers, incomplete, letter, plan, reservation,
        resources, rights_end, sign_in, support, titles,
    };

    macro_rules! pages {
        ($(
            $(#[$about:meta])*
            $page:ident($of:ident): $view:ident in $module:ident, titled $title:path, at [$($route:literal),+ $(,)?];
        )*) => {
            $($(#[$about])* pub const $page: Route = Route {
                paths: &[$($route),+],
                title: $title,
                about: About::$of,
            };)*

            /// All of them, in the order of the table.
            pub const ALL: &[Route] = &[$($page),*];
        };
    }

    include!("pages/table.rs");
}

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
    /// The letter about its quote.
    Letter,
}

impl Entry {
    /// All of them: the five of the record in its order, then the tasks.
    pub const ALL: [Self; 7] = [
        Self::Overview,
        Self::AccessControl,
        Self::Configuration,
        Self::Properties,
        Self::SupportRequest,
        Self::Refund,
        Self::Letter,
    ];

    /// Its page.
    #[must_use]
    pub const fn route(self) -> Route {
        match self {
            Self::Overview => route::OVERVIEW,
            Self::AccessControl => route::ACCESS_CONTROL,
            Self::Configuration => route::CONFIGURATION,
            Self::Properties => route::PROPERTIES,
            Self::SupportRequest => route::SUPPORT_REQUEST,
            Self::Refund => route::REFUND,
            Self::Letter => route::LETTER,
        }
    }
}

/// Where a visit begins: with the portfolio where there are own records, else with the customer list.
#[must_use]
pub fn home() -> String {
    address("/", &[])
}

/// What the product does, and the ways on.
#[must_use]
pub fn start() -> String {
    address(route::START.path(), &[])
}

/// The tour of the pages, from its first step on.
#[must_use]
pub fn tour() -> String {
    address(route::START.path(), &[(view_model::start::parameter::TOUR, "1")])
}

/// Where people sign in and come back to.
#[must_use]
pub fn sign_in() -> String {
    address(route::SIGN_IN.path(), &[])
}

/// Who has signed in.
#[must_use]
pub fn account() -> String {
    address(route::ACCOUNT.path(), &[])
}

/// Who can sign in.
#[must_use]
pub fn people() -> String {
    address(route::PEOPLE.path(), &[])
}

/// What a second person confirms.
#[must_use]
pub fn confirmations() -> String {
    address(route::CONFIRMATIONS.path(), &[])
}

/// The customer list.
#[must_use]
pub fn customers() -> String {
    address(route::CUSTOMERS.path(), &[])
}

/// The Azure reservations of the customer with this tenant GUID.
#[must_use]
pub fn customer(customer: &str) -> String {
    address(route::CUSTOMER.path(), &[(parameter::CUSTOMER, customer)])
}

/// What is coming up for the reservations of the customer with this tenant GUID.
#[must_use]
pub fn customer_radar(customer: &str) -> String {
    address(route::CUSTOMER_RADAR.path(), &[(parameter::CUSTOMER, customer)])
}

/// The refund cap of the customer with this tenant GUID.
#[must_use]
pub fn cap(customer: &str) -> String {
    address(route::CAP.path(), &[(parameter::CUSTOMER, customer)])
}

/// What reservations of the customer with this tenant GUID lack.
#[must_use]
pub fn incomplete(customer: &str) -> String {
    address(route::INCOMPLETE.path(), &[(parameter::CUSTOMER, customer)])
}

/// What is coming up for the reservations of all customers.
#[must_use]
pub fn radar() -> String {
    address(route::RADAR.path(), &[])
}

/// All reservations of all customers, as `query` says it.
#[must_use]
pub fn portfolio(query: &str) -> String {
    let path = address(route::PORTFOLIO.path(), &[]);
    if query.is_empty() { path } else { format!("{path}?{query}") }
}

/// Quotes of reservations that are described by hand.
#[must_use]
pub fn quick_quote() -> String {
    address(route::QUICK_QUOTE.path(), &[])
}

/// What to do before exchange rights end.
#[must_use]
pub fn rights_end() -> String {
    address(route::RIGHTS_END.path(), &[])
}

/// An entry of a reservation's record.
#[must_use]
pub fn reservation(reservation: &ReservationRef, entry: Entry) -> String {
    address(entry.route().path(), &reservation.parameters())
}

/// An entry of a reservation's record with further parameters, such as the terms of a quote.
#[must_use]
pub fn reservation_with(
    reservation: &ReservationRef,
    entry: Entry,
    further: &[(&str, &str)],
) -> String {
    address(entry.route().path(), &[&reservation.parameters(), further].concat())
}

/// The exchange of all units of these reservations, which are one customer's.
#[must_use]
pub fn exchange(of: &[ReservationRef]) -> String {
    several(route::EXCHANGE.path(), of)
}

/// What can be done with all units of these reservations, which are one customer's, side by side.
#[must_use]
pub fn comparison(of: &[ReservationRef]) -> String {
    several(route::COMPARISON.path(), of)
}

/// What to return when of these reservations, which are one customer's.
#[must_use]
pub fn plan(of: &[ReservationRef]) -> String {
    several(route::PLAN.path(), of)
}

/// The same, with nothing chosen yet of the customer with this tenant GUID.
#[must_use]
pub fn plan_of(customer: &str) -> String {
    address(route::PLAN.path(), &[(parameter::CUSTOMER, customer)])
}

/// `route` with these reservations, which are one customer's.
#[must_use]
pub fn several(route: &str, of: &[ReservationRef]) -> String {
    let parameters = of_several(of);
    let parameters = parameters.iter().map(|(name, value)| (*name, value.as_str()));
    address(route, &parameters.collect::<Vec<_>>())
}

/// A step of the wizard that asks support for help with a reservation.
#[must_use]
pub fn support_step(reservation: &ReservationRef, step: SupportStep) -> String {
    address(step_route(step), &reservation.parameters())
}

/// The route of a step, which is below that of its entry.
#[must_use]
pub const fn step_route(step: SupportStep) -> &'static str {
    route::SUPPORT_REQUEST.paths[1 + step as usize]
}

/// The support requests of the customer with this tenant GUID.
#[must_use]
pub fn support_requests(customer: &str) -> String {
    address(route::CUSTOMER_REQUESTS.path(), &[(parameter::CUSTOMER, customer)])
}

/// The support request with the name `ticket` of the customer with this tenant GUID.
#[must_use]
pub fn support_request(customer: &str, ticket: &str) -> String {
    address(route::TICKET.path(), &[(parameter::CUSTOMER, customer), (parameter::TICKET, ticket)])
}

/// What was changed at the reservations of the customer with this tenant GUID; `search` narrows it.
#[must_use]
pub fn activity(customer: &str, search: &str) -> String {
    address(route::ACTIVITY.path(), &[(parameter::CUSTOMER, customer), (parameter::SEARCH, search)])
}

/// Returns compared with what was booked for them, of the customer with this tenant GUID; of all for none.
#[must_use]
pub fn reconcile(customer: &str) -> String {
    address(route::RECONCILE.path(), &[(parameter::CUSTOMER, customer)])
}

/// Backup and restore.
#[must_use]
pub fn data() -> String {
    address(route::DATA.path(), &[])
}

/// The table of who may do what.
#[must_use]
pub fn roles() -> String {
    address(route::ROLES.path(), &[])
}

/// Where own files are brought in.
#[must_use]
pub fn import() -> String {
    address(route::IMPORT.path(), &[])
}

/// The articles about Azure reservations.
#[must_use]
pub fn resources() -> String {
    address(route::RESOURCES.path(), &[])
}

/// `route` under the base path with `parameters` as its query; empty ones are left out.
#[must_use]
pub fn address(route: &str, parameters: &[(&str, &str)]) -> String {
    let path = format!("{}{}", document::base(), route.trim_start_matches('/'));
    with_query(path, parameters)
}

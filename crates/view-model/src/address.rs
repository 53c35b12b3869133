//! What stands in an address: which records it is about, and the parameters of its query.

use crate::encoding::{from_query_component, query_component};
use azure::ReservationId;

/// Names of the parameters in the query of an address.
pub mod parameter {
    /// A customer: the GUID of their tenant.
    pub const CUSTOMER: &str = "customer";
    /// A reservation order: its GUID.
    pub const ORDER: &str = "order";
    /// A reservation: its GUID.
    pub const RESERVATION: &str = "reservation";
    /// A support request: the name of its ticket.
    pub const TICKET: &str = "ticket";
    /// The text that the rows of a list are searched for.
    pub const SEARCH: &str = "search";
    /// The order of the rows.
    pub const SORT: &str = "sort";
    /// The state that rows are in.
    pub const STATE: &str = "state";
    /// Whether reservations that have ended are shown.
    pub const ENDED: &str = "ended";
    /// When reservations expire.
    pub const EXPIRES: &str = "expires";
    /// How many rows are drawn.
    pub const ROWS: &str = "rows";
}

/// Which reservation an address is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReservationRef {
    /// GUID of the customer's tenant.
    pub customer: String,
    /// GUID of the reservation order.
    pub order: String,
    /// GUID of the reservation.
    pub reservation: String,
}

impl ReservationRef {
    /// The reservation with this id, of the customer with this tenant GUID.
    #[must_use]
    pub fn of(customer: &str, id: &ReservationId) -> Self {
        Self {
            customer: customer.to_owned(),
            order: id.order_name().to_owned(),
            reservation: id.name().to_owned(),
        }
    }

    /// Reads the three ids back from an address; `value` gives the value of a parameter. `None` if one is
    /// missing.
    pub fn read(value: impl Fn(&str) -> Option<String>) -> Option<Self> {
        Some(Self {
            customer: value(parameter::CUSTOMER)?,
            order: value(parameter::ORDER)?,
            reservation: value(parameter::RESERVATION)?,
        })
    }

    /// The three ids for an address.
    #[must_use]
    pub fn parameters(&self) -> [(&'static str, &str); 3] {
        [
            (parameter::CUSTOMER, &self.customer),
            (parameter::ORDER, &self.order),
            (parameter::RESERVATION, &self.reservation),
        ]
    }
}

/// The names and values of a query, decoded, in their order.
pub type Parameters = Vec<(String, String)>;

/// The path and the query of an address.
#[must_use]
pub fn split(address: &str) -> (&str, &str) {
    address.split_once('?').unwrap_or((address, ""))
}

/// The parameters of a query.
#[must_use]
pub fn parameters(query: &str) -> Parameters {
    let parts = query.split('&').filter(|part| !part.is_empty());
    parts
        .map(|part| {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            (from_query_component(name), from_query_component(value))
        })
        .collect()
}

/// The first value of the parameter `name`, unless it is missing or empty.
#[must_use]
pub fn value(all: &Parameters, name: &str) -> Option<String> {
    values(all, name).into_iter().next()
}

/// Every value of the parameter `name`, without empty ones.
#[must_use]
pub fn values(all: &Parameters, name: &str) -> Vec<String> {
    let own = all.iter().filter(|(own, value)| own == name && !value.is_empty());
    own.map(|(_, value)| value.clone()).collect()
}

/// `path` with `parameters` as its query; empty ones are left out.
#[must_use]
pub fn with_query(path: String, parameters: &[(&str, &str)]) -> String {
    let mut address = path;
    let mut separator = '?';
    for (name, value) in parameters.iter().filter(|(_, value)| !value.is_empty()) {
        address.push(separator);
        address.push_str(name);
        address.push('=');
        address.push_str(&query_component(value));
        separator = '&';
    }
    address
}

/// `path` with the parameters that there are, of which some change; an empty value removes its parameter.
#[must_use]
pub fn with_changes(path: String, now: &Parameters, changes: &[(&str, &str)]) -> String {
    let is_kept = |name: &str| changes.iter().all(|(changed, _)| *changed != name);
    let kept = now.iter().filter(|(name, _)| is_kept(name));
    let kept = kept.map(|(name, value)| (name.as_str(), value.as_str()));
    with_query(path, &kept.chain(changes.iter().copied()).collect::<Vec<_>>())
}

/// What a page about several reservations of one customer has in its query: the customer, and each reservation
/// as `<order>/<reservation>`, to which `:<units>` may be added.
#[must_use]
pub fn of_several(all: &[ReservationRef]) -> Vec<(&'static str, String)> {
    let customer = all.first().map(|first| (parameter::CUSTOMER, first.customer.clone()));
    let ids = all.iter().map(|of| format!("{}/{}", of.order, of.reservation));
    customer.into_iter().chain(ids.map(|ids| (parameter::RESERVATION, ids))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_come_back_in_their_order_and_empty_ones_are_left_out() {
        let address = with_query("/x".to_owned(), &[("a", "1 & 2"), ("b", ""), ("a", "=?/")]);
        assert_eq!(address, "/x?a=1%20%26%202&a=%3D%3F%2F");
        let (path, query) = split(&address);
        let read = parameters(query);
        assert_eq!(path, "/x");
        let expected = [("a", "1 & 2"), ("a", "=?/")].map(|(a, b)| (a.to_owned(), b.to_owned()));
        assert_eq!(read, expected);
        assert_eq!(parameters("a&&b=1"), [("a".into(), "".into()), ("b".into(), "1".into())]);
        assert_eq!(split("/x"), ("/x", ""));
    }

    #[test]
    fn a_change_leaves_the_other_parameters_alone() {
        let now = parameters("search=a&sort=-name&search=b&rows=200");
        let changed = |changes| with_changes("/x".to_owned(), &now, changes);
        assert_eq!(changed(&[]), "/x?search=a&sort=-name&search=b&rows=200");
        assert_eq!(changed(&[("search", "c")]), "/x?sort=-name&rows=200&search=c");
        assert_eq!(changed(&[("search", ""), ("rows", ""), ("sort", "")]), "/x");
    }

    #[test]
    fn a_reservation_is_read_from_the_parameters_that_it_wrote() {
        let id = "/providers/Microsoft.Capacity/reservationOrders/o-2/reservations/r-3";
        let of = ReservationRef::of("c-1", &ReservationId::parse(id).unwrap());
        let written = with_query("/x".to_owned(), &of.parameters());
        assert_eq!(written, "/x?customer=c-1&order=o-2&reservation=r-3");
        let read = parameters(split(&written).1);
        let value = |read: &Parameters, name: &str| {
            read.iter().find(|(own, _)| own == name).map(|(_, value)| value.clone())
        };
        assert_eq!(ReservationRef::read(|name| value(&read, name)), Some(of.clone()));
        assert_eq!(ReservationRef::read(|name| value(&read[1..].to_vec(), name)), None);

        let other = ReservationRef { reservation: "r-4".to_owned(), ..of.clone() };
        let several = of_several(&[of, other]);
        let several: Vec<_> = several.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let ids = [("reservation", "o-2/r-3"), ("reservation", "o-2/r-4")];
        assert_eq!(several, [&[("customer", "c-1")][..], &ids].concat());
        assert_eq!(of_several(&[]), []);
    }
}

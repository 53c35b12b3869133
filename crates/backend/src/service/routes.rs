//! Everything the service answers. A new resource is a new file with its routes, and a line here.

use crate::http::route::Route;
use crate::resources::{
    access, activity, answered, archive, catalog, consumption, customers, exchange, merge,
    operation, orders, patch, price_list, principals, prorata, purchase, refund, reservations,
    roles, savings_plan, scopes, settings, split, support, tickets, unreadable,
};

const ROUTES: &[&[Route]] = &[
    customers::ROUTES,
    reservations::ROUTES,
    orders::ROUTES,
    refund::ROUTES,
    consumption::ROUTES,
    prorata::ROUTES,
    settings::ROUTES,
    operation::ROUTES,
    catalog::ROUTES,
    price_list::ROUTES,
    purchase::ROUTES,
    exchange::ROUTES,
    savings_plan::ROUTES,
    activity::ROUTES,
    answered::ROUTES,
    unreadable::ROUTES,
    patch::ROUTES,
    archive::ROUTES,
    split::ROUTES,
    merge::ROUTES,
    scopes::ROUTES,
    access::ROUTES,
    roles::ROUTES,
    principals::ROUTES,
    support::ROUTES,
    tickets::ROUTES,
];

/// Every route.
pub(crate) fn all() -> impl Iterator<Item = &'static Route> {
    ROUTES.iter().copied().flatten()
}

#[cfg(test)]
mod tests {
    use http::Method;

    use super::*;
    use crate::http::auth::Role;

    /// Asks, changes nothing, and takes a body all the same.
    const QUESTIONS: &[&str] =
        &["Microsoft.Capacity/reservationOrders/reservations/availablescopes/action"];

    #[test]
    fn whoever_may_only_read_can_change_nothing() {
        for route in all() {
            let is_reading = route.method == Method::GET || QUESTIONS.contains(&route.action);
            let may = route.permission.is_granted_to(Role::Guest);
            assert_eq!(may, is_reading, "{} {}", route.method, route.path);
            assert!(!route.permission.is_granted_to(Role::Unknown), "{}", route.action);
            let is_read = route.action.ends_with("/read");
            assert_eq!(route.method == Method::GET, is_read, "{} {}", route.method, route.action);
        }
    }
}

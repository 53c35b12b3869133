//! Everything the service answers. A new resource is a new file with its routes, and a line here.

use crate::http::route::Route;
use crate::resources::reservations::{archive, merge, read, split, update};
use crate::resources::support::{services, tickets};
use crate::resources::{
    activities, catalog, consumption, customers, exchanges, operations, orders, partner,
    price_list, principals, purchases, refunds, requests, role_assignments, role_definitions,
    savings_plans, scopes, settings, unreadable_documents,
};

const ROUTES: &[&[Route]] = &[
    customers::ROUTES,
    read::ROUTES,
    orders::ROUTES,
    refunds::ROUTES,
    consumption::ROUTES,
    partner::ROUTES,
    settings::ROUTES,
    operations::ROUTES,
    catalog::ROUTES,
    price_list::ROUTES,
    purchases::ROUTES,
    exchanges::ROUTES,
    savings_plans::ROUTES,
    activities::ROUTES,
    requests::ROUTES,
    unreadable_documents::ROUTES,
    update::ROUTES,
    archive::ROUTES,
    split::ROUTES,
    merge::ROUTES,
    scopes::ROUTES,
    role_assignments::ROUTES,
    role_definitions::ROUTES,
    principals::ROUTES,
    services::ROUTES,
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
    use crate::http::auth::{Role, is_granted};

    /// Asks, changes nothing, and takes a body all the same.
    const QUESTIONS: &[&str] =
        &["Microsoft.Capacity/reservationOrders/reservations/availablescopes/action"];

    #[test]
    fn whoever_may_only_read_can_change_nothing() {
        for route in all() {
            let is_reading = route.method == Method::GET || QUESTIONS.contains(&route.action);
            let may = is_granted(route.permission, Some(Role::Guest));
            assert_eq!(may, is_reading, "{} {}", route.method, route.path);
            assert!(!is_granted(route.permission, None), "{}", route.action);
            let is_read = route.action.ends_with("/read");
            assert_eq!(route.method == Method::GET, is_read, "{} {}", route.method, route.action);
        }
    }
}

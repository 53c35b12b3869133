//! Everything the service answers. A new resource is a new file with its routes, and a line here.

use crate::route::Route;
use crate::{activity, consumption, customers, operation, orders, prorata, refund, reservations};

const ROUTES: &[&[Route]] = &[
    customers::ROUTES,
    reservations::ROUTES,
    orders::ROUTES,
    refund::ROUTES,
    consumption::ROUTES,
    prorata::ROUTES,
    operation::ROUTES,
    activity::ROUTES,
];

/// Every route.
pub(crate) fn all() -> impl Iterator<Item = &'static Route> {
    ROUTES.iter().copied().flatten()
}

//! Everything the service answers. A new resource is a new file with its routes, and a line here.

use crate::route::Route;
use crate::{
    access, activity, archive, catalog, consumption, customers, exchange, merge, operation, orders,
    patch, price_list, principals, prorata, purchase, refund, reservations, savings_plan, scopes,
    split, support, tickets,
};

const ROUTES: &[&[Route]] = &[
    customers::ROUTES,
    reservations::ROUTES,
    orders::ROUTES,
    refund::ROUTES,
    consumption::ROUTES,
    prorata::ROUTES,
    operation::ROUTES,
    catalog::ROUTES,
    price_list::ROUTES,
    purchase::ROUTES,
    exchange::ROUTES,
    savings_plan::ROUTES,
    activity::ROUTES,
    patch::ROUTES,
    archive::ROUTES,
    split::ROUTES,
    merge::ROUTES,
    scopes::ROUTES,
    access::ROUTES,
    principals::ROUTES,
    support::ROUTES,
    tickets::ROUTES,
];

/// Every route.
pub(crate) fn all() -> impl Iterator<Item = &'static Route> {
    ROUTES.iter().copied().flatten()
}

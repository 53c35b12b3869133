//! The reservations that one came from or became.

use azure::{Order, Reservation, ReservationId};

/// How another reservation is related to the one on screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// It was split, and this one is a part of it.
    SplitFrom,
    /// This one was split, and it is a part.
    SplitInto,
    /// It was merged with others into this one.
    MergedFrom,
    /// This one was merged with others into it.
    MergedInto,
    /// It was exchanged for this one.
    ExchangedFrom,
    /// This one was exchanged for it.
    ExchangedFor,
    /// This one renewed it.
    RenewedFrom,
    /// It renewed this one.
    RenewedBy,
    /// Both were bought with the same order.
    SameOrder,
}

/// The reservations that this one came from or became, as its record says.
#[must_use]
pub fn related(reservation: &Reservation) -> Vec<(Relation, ReservationId)> {
    let properties = reservation.properties();
    let split = properties.split_properties.as_ref();
    let merge = properties.merge_properties.as_ref();
    let swap = properties.swap_properties.as_ref();
    let one = |relation, id: Option<&ReservationId>| id.map(|id| (relation, id.clone()));
    let many = |relation, ids: Option<&Vec<ReservationId>>| {
        ids.into_iter().flatten().map(|id| (relation, id.clone())).collect::<Vec<_>>()
    };
    let mut all = Vec::new();
    all.extend(one(Relation::SplitFrom, split.and_then(|split| split.split_source.as_ref())));
    all.extend(many(
        Relation::SplitInto,
        split.and_then(|split| split.split_destinations.as_ref()),
    ));
    all.extend(many(Relation::MergedFrom, merge.and_then(|merge| merge.merge_sources.as_ref())));
    all.extend(one(Relation::MergedInto, merge.and_then(|it| it.merge_destination.as_ref())));
    all.extend(one(Relation::ExchangedFrom, swap.and_then(|swap| swap.swap_source.as_ref())));
    all.extend(one(Relation::ExchangedFor, swap.and_then(|swap| swap.swap_destination.as_ref())));
    all.extend(one(Relation::RenewedFrom, properties.renew_source.as_ref()));
    all.extend(one(Relation::RenewedBy, properties.renew_destination.as_ref()));
    all
}

/// The other reservations of the order that are not among the `known` ones.
#[must_use]
pub fn siblings(
    order: &Order,
    own: &str,
    known: &[(Relation, ReservationId)],
) -> Vec<(Relation, ReservationId)> {
    order
        .properties()
        .reservation_ids()
        .filter(|id| !id.name().eq_ignore_ascii_case(own))
        .filter(|id| known.iter().all(|(_, known)| known != *id))
        .map(|id| (Relation::SameOrder, id.clone()))
        .collect()
}

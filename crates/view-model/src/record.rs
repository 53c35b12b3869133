//! What a record says: what it is called, how long it runs, what it applies to, where it comes from.

use crate::Tone;
use azure::{
    AppliedScopeType, Order, Phase, ProvisioningState, Reservation, ReservationId,
    ReservationProperties, Scope,
};
use chrono::NaiveDate;

/// Reservations that end within this many days are pointed out, as the portal does with "Expiring soon".
const SOON_DAYS_MAX: u64 = 30;

/// What somebody has named it.
#[must_use]
pub fn display_name(record: &Reservation) -> Option<&str> {
    record.properties().display_name.as_deref().filter(|name| !name.trim().is_empty())
}

/// The display name, or else the name that Azure gave it.
#[must_use]
pub fn name(record: &Reservation) -> String {
    let own = record.id.as_ref().map(ReservationId::name);
    display_name(record).or(own).or(record.name.as_deref()).unwrap_or_default().to_owned()
}

/// The colour of the state.
#[must_use]
pub fn tone(state: &ProvisioningState) -> Tone {
    match state.phase() {
        Phase::Active => Tone::Success,
        Phase::Purchasing | Phase::Changing => Tone::Info,
        Phase::Expired | Phase::Ended => Tone::Neutral,
        Phase::Failed => Tone::Danger,
        Phase::Unknown => Tone::Warning,
    }
}

/// Whether the state says everything, so that the service's own sentence about it adds nothing.
#[must_use]
pub fn says_everything(state: &ProvisioningState) -> bool {
    matches!(state.phase(), Phase::Expired | Phase::Ended)
}

/// How long a reservation still runs, in whole UTC days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DaysLeft {
    /// More than one day, today included.
    Days(u64),
    /// Today is the last day.
    LastDay,
    /// Today is the first day without it.
    EndedToday,
    /// It ended this many days ago.
    Ended(u64),
}

/// How long a reservation still runs that expires on `expiry`, its first UTC day without benefit.
#[must_use]
pub fn days_left(expiry: NaiveDate, today: NaiveDate) -> DaysLeft {
    let days = (expiry - today).num_days();
    match days {
        0 => DaysLeft::EndedToday,
        1 => DaysLeft::LastDay,
        2.. => DaysLeft::Days(days.unsigned_abs()),
        _ => DaysLeft::Ended(days.unsigned_abs()),
    }
}

impl DaysLeft {
    /// Whether the end is so near that it is pointed out.
    #[must_use]
    pub const fn is_soon(self) -> bool {
        match self {
            Self::Days(days) => days <= SOON_DAYS_MAX,
            Self::LastDay => true,
            Self::EndedToday | Self::Ended(_) => false,
        }
    }
}

/// A scope by the names that are known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// What a person knows it by; the id where there is no name.
    pub name: String,
    /// What else identifies it: the id behind the name, or the subscription of a resource group.
    pub detail: Option<String>,
}

/// Which subscription or group the benefit applies to; `None` when it is shared or the record does
/// not say.
///
/// A resource group comes as type `Single` with a longer scope, so that the scope decides.
#[must_use]
pub fn place(properties: &ReservationProperties) -> Option<Place> {
    let details = properties.applied_scope_properties.as_ref();
    let display_name = details.and_then(|details| details.display_name.as_deref());
    let display_name = display_name.filter(|name| !name.is_empty());
    let first = properties.applied_scopes.as_ref().and_then(|scopes| scopes.first());
    match properties.applied_scope_type {
        Some(AppliedScopeType::Shared) => None,
        Some(AppliedScopeType::ManagementGroup) => {
            let scope = details.and_then(|details| details.management_group_id.as_ref()).or(first);
            let id = scope.map(|scope| scope.management_group().unwrap_or(scope.as_str()));
            Place::of(display_name, id)
        }
        Some(AppliedScopeType::Single | AppliedScopeType::Other(_)) | None => {
            let group = details.and_then(|details| details.resource_group_id.as_ref());
            let subscription = details.and_then(|details| details.subscription_id.as_ref());
            single(group.or(first).or(subscription), display_name)
        }
    }
}

fn single(scope: Option<&Scope>, display_name: Option<&str>) -> Option<Place> {
    let subscription = scope.and_then(Scope::subscription);
    let subscription = subscription.as_ref().map(|subscription| subscription.name());
    match scope.and_then(Scope::resource_group) {
        // The display name is that of the subscription, so that the group's own name comes first.
        Some(group) => Place::of(Some(group), display_name.or(subscription)),
        None => Place::of(display_name, subscription.or_else(|| scope.map(Scope::as_str))),
    }
}

impl Place {
    fn of(name: Option<&str>, detail: Option<&str>) -> Option<Self> {
        let (name, detail) = match name {
            Some(name) => (name, detail.filter(|detail| !detail.eq_ignore_ascii_case(name))),
            None => (detail?, None),
        };
        Some(Self { name: name.to_owned(), detail: detail.map(ToOwned::to_owned) })
    }
}

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

impl Relation {
    /// Whether it leads to what a reservation came from.
    #[must_use]
    pub const fn is_origin(self) -> bool {
        matches!(self, Self::SplitFrom | Self::MergedFrom | Self::ExchangedFrom | Self::RenewedFrom)
    }

    /// Whether it leads to what became of a reservation.
    #[must_use]
    pub const fn is_successor(self) -> bool {
        matches!(self, Self::SplitInto | Self::MergedInto | Self::ExchangedFor | Self::RenewedBy)
    }
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

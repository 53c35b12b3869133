//! The reservations that one came from and what became of it, as far as they are known.

use crate::api::Api;
use azure::{ProvisioningState, Reservation};
use view_model::address::ReservationRef;
use view_model::record::{Relation, related};

/// Reservations in one chain; a longer one is cut off.
const MEMBERS_MAX: usize = 24;

/// A member of the chain.
#[derive(Clone, Debug)]
pub struct Member {
    /// Its ids.
    pub of: ReservationRef,
    /// What it is called; its GUID where its record cannot be read.
    pub name: String,
    /// How many units it has or had.
    pub units: Option<u32>,
    /// Its state.
    pub state: Option<ProvisioningState>,
    /// How it is related to the member that led to it; `None` for the one where the chain begins.
    pub relation: Option<Relation>,
}

/// The chain around `this`, the oldest first.
///
/// A record that cannot be read ends its branch and is listed by its id: the others are worth showing.
pub async fn ancestry(api: Api, of: ReservationRef, this: &Reservation) -> Vec<Member> {
    let mut earlier = walk(api, &of, this, Relation::is_origin).await;
    let later = walk(api, &of, this, Relation::is_successor).await;
    earlier.reverse();
    earlier.push(member(of, Some(this), None));
    earlier.extend(later);
    earlier
}

/// Everything that relations of one direction lead to, nearest first.
async fn walk(
    api: Api,
    of: &ReservationRef,
    this: &Reservation,
    is_wanted: fn(Relation) -> bool,
) -> Vec<Member> {
    let wanted = |record: &Reservation| {
        let mut related = related(record);
        related.retain(|(relation, _)| is_wanted(*relation));
        related
    };
    let mut found: Vec<Member> = Vec::new();
    let mut open = wanted(this);
    while !open.is_empty() && found.len() < MEMBERS_MAX {
        let (relation, id) = open.remove(0);
        let other = ReservationRef::of(&of.customer, &id);
        if other == *of || found.iter().any(|known| known.of == other) {
            continue;
        }
        let record = api.reservation(&other).await.ok();
        open.extend(record.as_ref().map(wanted).unwrap_or_default());
        found.push(member(other, record.as_ref(), Some(relation)));
    }
    found
}

fn member(of: ReservationRef, record: Option<&Reservation>, relation: Option<Relation>) -> Member {
    let properties = record.map(Reservation::properties);
    Member {
        name: properties
            .and_then(|properties| properties.display_name.clone())
            .unwrap_or_else(|| of.reservation.clone()),
        units: properties.and_then(|properties| properties.quantity),
        state: properties.and_then(|properties| properties.provisioning_state.clone()),
        of,
        relation,
    }
}

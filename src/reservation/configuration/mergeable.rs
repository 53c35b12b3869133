//! Which reservations of an order can be merged.

use super::settings::{Field, Settings};
use crate::i18n::catalogue::{common, configuration as texts};
use crate::i18n::{names, t_with};
use azure::{ProvisioningState, Reservation};

/// Why two reservations of one order cannot be merged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// The other one does not run; its record may not say what else it does.
    State(Option<ProvisioningState>),
    /// They are for different products, or in different regions.
    Product,
    /// They apply to different scopes.
    Scope,
    /// One covers other sizes and the other one does not.
    Flexibility,
}

/// The first thing that keeps `other` from being merged with `this`; `None` when nothing does.
///
/// Source: the Capacity API 2022-11-01 merges reservations of one order with the same product, scope and
/// state; what runs is what can be changed.
#[must_use]
pub fn obstacle(this: &Reservation, other: &Reservation) -> Option<Obstacle> {
    let state = other.properties().provisioning_state.clone();
    if !state.as_ref().is_some_and(ProvisioningState::allows_return) {
        return Some(Obstacle::State(state));
    }
    let product = |record: &Reservation| {
        let sku = record.sku.as_ref().and_then(|sku| sku.name.clone());
        let kind = record.properties().reserved_resource_type.clone();
        (sku.map(|sku| sku.to_ascii_lowercase()), kind, record.location.clone())
    };
    if product(this) != product(other) {
        return Some(Obstacle::Product);
    }
    let (this, other) = (Settings::of(this), Settings::of(other));
    let differs = |field| !this.agrees(&other, field);
    let obstacles = [(Field::Scope, Obstacle::Scope), (Field::Flexibility, Obstacle::Flexibility)];
    obstacles.into_iter().find(|(field, _)| differs(*field)).map(|(_, obstacle)| obstacle)
}

impl Obstacle {
    /// The obstacle in the language of this moment.
    #[must_use]
    pub fn in_words(&self) -> String {
        let text = match self {
            Self::State(state) => {
                let unknown = common::NOT_STATED.get();
                let state = state.as_ref().map_or(unknown, |state| names::state(state)).to_owned();
                return t_with(texts::OTHER_STATE, &[("state", state)]);
            }
            Self::Product => texts::OTHER_PRODUCT,
            Self::Scope => texts::OTHER_SCOPE,
            Self::Flexibility => texts::OTHER_FLEXIBILITY,
        };
        text.get().to_owned()
    }
}

//! Reservations that are not any more what a quote was made of.
//!
//! A quote for four units must not be carried out when one of them was returned meanwhile, in another tab or by
//! a request whose answer was lost: it would return what nobody asked for.

use crate::ReservationRef;
use azure::{ProvisioningState, Reservation};

/// A reservation as it was when it was quoted.
#[derive(Clone, Debug)]
pub struct AsQuoted {
    /// Which it is.
    pub of: ReservationRef,
    /// What it is called, where the quote is about several.
    pub name: Option<String>,
    /// Units that were owned.
    pub units: u32,
}

/// A reservation that has changed since.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// What it is called, where the quote is about several.
    pub name: Option<String>,
    /// What has changed.
    pub now: Now,
}

/// What has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Now {
    /// Fewer units are owned.
    Left(u32),
    /// More units are owned.
    Units(u32),
    /// It runs no longer, or something is under way.
    State(ProvisioningState),
}

impl AsQuoted {
    /// What of it is not any more as it was quoted; `None` where nothing is.
    #[must_use]
    pub fn moved(&self, record: &Reservation) -> Option<Moved> {
        let properties = record.properties();
        let state = properties.provisioning_state.clone();
        let state = state.filter(|state| !state.allows_return());
        let now = match (state, properties.quantity) {
            (Some(state), _) => Now::State(state),
            (None, Some(units)) if units < self.units => Now::Left(units),
            (None, Some(units)) if units > self.units => Now::Units(units),
            (None, _) => return None,
        };
        Some(Moved { name: self.name.clone(), now })
    }
}

#[cfg(test)]
mod tests {
    use super::{AsQuoted, Now};
    use serde_json::{Value, json};

    fn now(properties: Value) -> Option<Now> {
        let record = json!({"properties": properties}).to_string();
        let quoted = AsQuoted { of: Default::default(), name: None, units: 4 };
        let moved = quoted.moved(&azure::from_slice(record.as_bytes()).unwrap());
        moved.map(|moved| moved.now)
    }

    #[test]
    fn only_what_has_changed_has_moved() {
        assert_eq!(now(json!({"provisioningState": "Succeeded", "quantity": 4})), None);
        assert_eq!(now(json!({})), None, "a record that does not tell is left to the service");
        assert_eq!(now(json!({"quantity": 3})), Some(Now::Left(3)));
        assert_eq!(now(json!({"quantity": 5})), Some(Now::Units(5)));
        let pending = azure::ProvisioningState::parse("PendingBilling");
        let record = json!({"provisioningState": "PendingBilling", "quantity": 3});
        assert_eq!(now(record), Some(Now::State(pending)), "what is under way says more");
    }
}

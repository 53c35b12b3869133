//! Ids in every form that files write them: bare, as a path, as an address of the portal.

use std::fmt;
use std::sync::Arc;

/// The own id of a reservation, an order or a customer: one segment of a path, in lower case,
/// since Azure compares ids without case.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Id(Arc<str>);

impl Id {
    /// A bare id, which must have the shape of a GUID: nothing else tells what it is.
    pub fn bare(text: &str) -> Option<Self> {
        // Registries write braces, and people `="…"` so that a spreadsheet leaves it as it is.
        let text = text.trim().trim_matches(['{', '}', '\'', '=', '"']);
        let shaped = text.split('-').map(str::len).eq([8, 4, 4, 4, 12])
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        shaped.then(|| Self::segment(text))
    }

    /// The segment of a path after `key`, whatever stands before and after it.
    pub fn after(text: &str, key: &str) -> Option<Self> {
        let mut segments = text.split(['/', '#', '?', '&']).map(str::trim);
        segments.find(|segment| segment.eq_ignore_ascii_case(key))?;
        let is_name = |text: &&str| {
            let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.:".contains(&byte);
            !text.is_empty() && text.bytes().all(plain)
        };
        segments.next().filter(is_name).map(Self::segment)
    }

    fn segment(text: &str) -> Self {
        Self(text.to_ascii_lowercase().into())
    }

    /// The id in lower case.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What an id names: the order, the reservation, or both.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Ids {
    pub(crate) order: Option<Id>,
    pub(crate) reservation: Option<Id>,
    pub(crate) revision: bool,
}

impl Ids {
    /// Reads a path, an address or the name `{order}/{reservation}`; a bare id names nothing here.
    pub(crate) fn of_path(text: &str) -> Self {
        let order = Id::after(text, "reservationOrders");
        if let Some(order) = order {
            let reservation = Id::after(text, "reservations");
            let revision = Id::after(text, "revisions").is_some();
            return Self { order: Some(order), reservation, revision };
        }
        let mut parts = text.trim().split('/');
        if let (Some(order), Some(reservation)) =
            (parts.next().and_then(Id::bare), parts.next().and_then(Id::bare))
        {
            let revision = parts.next().is_some();
            return Self { order: Some(order), reservation: Some(reservation), revision };
        }
        Self::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ORDER: &str = "0a1b2c3d-1111-4222-8333-0123456789ab";
    const RESERVATION: &str = "5e6f7a8b-4444-4555-8666-ba9876543210";

    #[test]
    fn ids_are_read_from_paths_addresses_and_names() {
        let path = format!(
            "/providers/microsoft.capacity/reservationOrders/{ORDER}/reservations/{}",
            RESERVATION.to_uppercase()
        );
        for text in [
            path.clone(),
            format!("https://portal.azure.com#resource{path}/overview"),
            format!("/providers/Microsoft.Billing/billingAccounts/a:b_2019{path}"),
            format!("{ORDER}/{RESERVATION}"),
        ] {
            let ids = Ids::of_path(&text);
            assert_eq!(ids.order.unwrap().as_str(), ORDER, "{text}");
            assert_eq!(ids.reservation.unwrap().as_str(), RESERVATION, "{text}");
            assert!(!ids.revision);
        }
        assert!(Ids::of_path(&format!("{path}/revisions/3")).revision);
        let order = Ids::of_path(&format!("/x/reservationorders/{ORDER}"));
        assert_eq!((order.order.is_some(), order.reservation), (true, None));
        assert_eq!(Ids::of_path(ORDER), Ids::default());
        assert_eq!(Ids::of_path("a/b"), Ids::default());
    }

    #[test]
    fn a_bare_id_has_the_shape_of_a_guid() {
        assert_eq!(Id::bare(&format!("{{{}}}", ORDER.to_uppercase())).unwrap().as_str(), ORDER);
        assert_eq!(Id::bare("reservation-7"), None);
        assert_eq!(Id::bare("0a1b2c3d-1111-4222-8333-0123456789ä"), None);
    }
}

//! Resource ids, compared without case and read from every form that Azure writes them in.
//!
//! `/providers/Microsoft.Capacity/reservationOrders/{o}/reservations/{r}` comes with
//! `microsoft.capacity` or `reservationorders` as well, with or without the leading slash, behind
//! a host, below a billing account, with a revision or another resource after it, and as the name
//! `{o}/{r}`. The text is kept, so that a record is written back as it was read.
//!
//! Segments are not checked for being GUIDs: the specification's own examples hold ids that are
//! not. Only a bare id must have the shape of one, since nothing else tells what it is.

mod billing;
mod capacity;
mod path;
mod scope;

pub use billing::{BillingAccountId, CustomerId};
pub use capacity::{ReservationId, ReservationOrderId};
pub use scope::{Scope, SubscriptionId};

/// Compares, orders and hashes an id by the parts that its `key` gives, without case, and prints it
/// as its text.
macro_rules! compared_without_case {
    ($name:ident) => {
        impl PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                self.cmp(other) == std::cmp::Ordering::Equal
            }
        }

        impl Eq for $name {}

        impl PartialOrd for $name {
            fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
                Some(self.cmp(other))
            }
        }

        impl Ord for $name {
            fn cmp(&self, other: &Self) -> std::cmp::Ordering {
                crate::id::caseless(&self.key()).cmp(crate::id::caseless(&other.key()))
            }
        }

        impl std::hash::Hash for $name {
            fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
                crate::id::caseless(&self.key())
                    .for_each(|byte| std::hash::Hash::hash(&byte, state));
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl $name {
            /// The text as it was read.
            pub fn as_str(&self) -> &str {
                &self.text
            }
        }
    };
}
use compared_without_case;

/// The bytes of a key in lower case; its parts are told apart by a byte that no id holds.
fn caseless<'a>(parts: &'a [&str]) -> impl Iterator<Item = u8> + 'a {
    let bytes = |part: &'a &str| part.bytes().map(|byte| byte.to_ascii_lowercase());
    parts.iter().flat_map(move |part| bytes(part).chain([0]))
}

/// Reads and writes an id as its text.
macro_rules! id {
    ($name:ident, $what:literal) => {
        crate::id::compared_without_case!($name);

        impl crate::wire::Wire for $name {
            fn read(value: serde_json::Value) -> Result<Self, crate::wire::WireError> {
                Self::parse(&String::read(value)?)
            }

            fn write(&self) -> serde_json::Value {
                self.as_str().into()
            }
        }

        crate::wire::serde_by_wire!($name);

        impl std::str::FromStr for $name {
            type Err = crate::wire::WireError;

            fn from_str(text: &str) -> Result<Self, crate::wire::WireError> {
                Self::parse(text)
            }
        }

        impl $name {
            /// Reads the id from any of its forms.
            ///
            /// # Errors
            /// [`WireError`](crate::WireError) when the text is none of them.
            pub fn parse(text: &str) -> Result<Self, crate::wire::WireError> {
                Self::find(text).ok_or(crate::wire::WireError::expected($what))
            }
        }
    };
}
use id;

/// An id that Azure writes as a GUID: a session, a tenant, a principal.
///
/// Any text is one, since the documentation's own examples hold placeholders.
#[derive(Clone, Debug)]
pub struct Guid {
    text: Box<str>,
}

id!(Guid, "a GUID");

impl Guid {
    fn find(text: &str) -> Option<Self> {
        Some(Self { text: text.into() })
    }

    fn key(&self) -> [&str; 1] {
        [&self.text]
    }
}

/// Whether a text is written as a GUID: 8, 4, 4, 4 and 12 hexadecimal digits, in any case.
pub fn is_guid(text: &str) -> bool {
    path::has_guid_shape(text) && text.bytes().all(|byte| byte == b'-' || byte.is_ascii_hexdigit())
}

impl From<&str> for Guid {
    fn from(text: &str) -> Self {
        Self { text: text.into() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_guid_has_hexadecimal_digits_in_five_groups() {
        assert!(is_guid("0a1b2c3d-1111-4222-8333-0123456789AB"));
        for text in [
            "",
            "------------------------------------",
            "0a1b2c3d-1111-4222-8333-0123456789ax",
            "0a1b2c3d11114222-8333-0123-456789abcd",
            "{0a1b2c3d-1111-4222-8333-0123456789ab}",
        ] {
            assert!(!is_guid(text), "{text}");
        }
    }

    #[test]
    fn different_ids_differ() {
        assert_ne!(Guid::from("a"), Guid::from("b"));
        assert_ne!(ReservationOrderId::of("a"), ReservationOrderId::of("b"));
        let order = ReservationOrderId::of("o");
        assert_ne!(ReservationId::of(&order, "ab"), ReservationId::of(&order, "a"));
    }

    proptest! {
        #[test]
        fn no_text_makes_a_reader_panic(text in "\\PC{0,80}") {
            let _ = ReservationId::parse(&text);
            let _ = ReservationOrderId::parse(&text);
            let _ = SubscriptionId::parse(&text);
            let _ = BillingAccountId::parse(&text);
            let _ = CustomerId::parse(&text);
            let _ = (Scope::from(text.as_str()).resource_group(), Guid::from(text.as_str()));
        }
    }
}

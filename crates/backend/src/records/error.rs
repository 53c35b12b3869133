//! Why the records do not give what they are asked for.

use std::fmt;

/// A document that is missing, or must be left as it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum RecordError {
    /// A stored document that this build cannot read. Nothing can be done or told that needs it.
    Unreadable { key: String, why: String },
    /// A newer build has written this document, in a way that this one would spoil.
    NewerFormat { key: String },
    /// The order is not among the records of the tenant.
    NoOrder { order: String },
    /// The order exists and does not contain the reservation.
    NoReservation { order: String, reservation: String },
    /// A return was booked, and nobody has said what it comes to in USD. What is left of the yearly limit is
    /// therefore not known.
    LimitUnknown { booking: String },
    /// The tenant is not that of a customer.
    NoCustomer,
}

impl RecordError {
    pub(crate) fn unreadable(key: &str, why: impl fmt::Display) -> Self {
        Self::Unreadable { key: key.to_owned(), why: why.to_string() }
    }
}

impl fmt::Display for RecordError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable { key, why } => {
                write!(f, "The stored document '{key}' cannot be read: {why}.")
            }
            Self::NewerFormat { key } => write!(
                f,
                "Nothing was changed: a newer build of the application has written '{key}'. Reload \
                 the page to get it."
            ),
            Self::NoOrder { order } => write!(f, "The reservation order '{order}' was not found."),
            Self::NoReservation { order, reservation } => {
                write!(f, "The reservation '{reservation}' is not part of the order '{order}'.")
            }
            Self::LimitUnknown { booking } => write!(
                f,
                "What is left of the refund cap is not known: nobody has said what the return '{booking}' \
                 comes to in USD."
            ),
            Self::NoCustomer => f.write_str("The tenant is not that of a customer."),
        }
    }
}

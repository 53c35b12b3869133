//! The requests to Microsoft's support of all customers, as far as a list of them needs it.

use crate::shape;
use azure::TicketStatus;

shape! {
    /// One request.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct RequestSummary {
        /// GUID of the customer's tenant.
        pub customer_id: String = "customerId",
        /// What programs call it.
        pub name: String = "name",
        /// What it is about; empty where nobody has said so.
        pub title: String = "title",
        /// The number by which people know it on the phone.
        pub number: String = "supportTicketId",
        /// Whether it is being worked on, in the words of the API.
        pub status: String = "status",
    }
}

impl RequestSummary {
    /// Whether it is being worked on.
    #[must_use]
    pub fn state(&self) -> TicketStatus {
        TicketStatus::parse(&self.status)
    }
}

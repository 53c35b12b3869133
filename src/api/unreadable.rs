//! Documents that the service cannot read any more. It sets them aside, and the rest goes on.

use super::attempt::{Attempt, NotDone};
use super::client::{Api, Request, Tenant};
use super::error::ApiError;
use view_model::encoding::path_segment;
use view_model::shape;

const UNREADABLE: &str = "/providers/Prorata/unreadableDocuments";

shape! {
    /// A document that cannot be read.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct UnreadableDocument {
        /// The name by which it is removed.
        pub name: String = "name",
        /// What it should be, such as `reservation`.
        pub kind: String = "kind",
        /// What is wrong with it, in English.
        pub reason: String = "reason",
        /// Its text as it is stored.
        pub document: String = "document",
    }
}

impl Api {
    /// The documents of the customer with this GUID that cannot be read. The partner asks, since the customer is not
    /// told what all of them say.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn unreadable_documents(
        &self,
        customer: &str,
    ) -> Result<Vec<UnreadableDocument>, ApiError> {
        let customer = path_segment(customer);
        let path = format!("/providers/Prorata/customers/{customer}/unreadableDocuments");
        self.list(Tenant::Partner, &path).await
    }

    /// Removes such a document for good.
    ///
    /// # Errors
    /// [`NotDone`]
    pub async fn remove_unreadable_document(
        &self,
        tenant: Tenant,
        name: &str,
        attempt: &Attempt,
    ) -> Result<(), NotDone> {
        let path = format!("{UNREADABLE}/{}", path_segment(name));
        self.commit(Request::delete(tenant, path), attempt, |_| Ok(())).await.map(drop)
    }
}

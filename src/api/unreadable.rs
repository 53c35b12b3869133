//! Documents that the service cannot read any more. It sets them aside, and the rest goes on.

use super::attempt::{Attempt, NotDone};
use super::client::{Api, Request, Tenant};
use super::error::ApiError;
use view_model::{encoding, shape};

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
    /// The documents of a tenant that cannot be read.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn unreadable_documents(
        &self,
        tenant: Tenant,
    ) -> Result<Vec<UnreadableDocument>, ApiError> {
        self.list(tenant, UNREADABLE).await
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
        let path = format!("{UNREADABLE}/{}", encoding::path_segment(name));
        self.commit(Request::delete(tenant, path), attempt, |_| Ok(())).await.map(drop)
    }
}

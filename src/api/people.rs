//! The accounts of the server, and the invitations to have one.

use super::client::{Api, Request, Tenant};
use super::error::ApiError;
use azure::Role;
use serde_json::json;
use view_model::encoding::path_segment;
use view_model::shape;

const ACCOUNTS: &str = "/sign-in/accounts";
const INVITATIONS: &str = "/sign-in/invitations";

shape! {
    /// Somebody with an account of the server.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct LocalAccount {
        /// What the server knows it by.
        pub id: String = "id",
        /// What they sign in with.
        pub name: String = "name",
        /// The name of their role; this version may not know it.
        pub role: Option<String> = "role",
        /// When it was made, as RFC 3339.
        pub created_at: String = "createdAt",
    }

    /// An invitation that nobody has accepted yet.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Invitation {
        /// What the server knows it by.
        pub id: String = "id",
        /// The name of the role of who accepts it.
        pub role: Option<String> = "role",
        /// Until when it can be accepted, as RFC 3339.
        pub until: String = "until",
    }

    /// An invitation with its link, which is told this once.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct NewInvitation {
        /// Until when it can be accepted, as RFC 3339.
        pub until: String = "until",
        /// The link.
        pub url: String = "url",
    }
}

impl Api {
    /// Everybody with an account of the own partner.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn local_accounts(&self) -> Result<Vec<LocalAccount>, ApiError> {
        self.list(Tenant::Partner, ACCOUNTS).await
    }

    /// Gives somebody another role.
    ///
    /// # Errors
    /// [`ApiError`]; 409 for the last administrator.
    pub async fn change_local_role(&self, id: &str, role: Role) -> Result<(), ApiError> {
        let body = json!({ "role": role.name() }).to_string();
        let path = format!("{ACCOUNTS}/{}", path_segment(id));
        self.send(Request::patch(Tenant::Partner, path, body)).await.map(drop)
    }

    /// Removes an account and ends its sessions. It is no error when it is gone already.
    ///
    /// # Errors
    /// [`ApiError`]; 409 for the last administrator.
    pub async fn remove_local_account(&self, id: &str) -> Result<(), ApiError> {
        self.gone(format!("{ACCOUNTS}/{}", path_segment(id))).await
    }

    /// The invitations that nobody has accepted yet.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn invitations(&self) -> Result<Vec<Invitation>, ApiError> {
        self.list(Tenant::Partner, INVITATIONS).await
    }

    /// Invites somebody to have an account with a role.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn invite(&self, role: Role) -> Result<NewInvitation, ApiError> {
        let body = json!({ "role": role.name() }).to_string();
        self.send(Request::post(Tenant::Partner, INVITATIONS, body)).await?.records()
    }

    /// Takes an invitation back. It is no error when it is gone already.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn take_back_invitation(&self, id: &str) -> Result<(), ApiError> {
        self.gone(format!("{INVITATIONS}/{}", path_segment(id))).await
    }

    /// Removes what has this path, unless it is gone already.
    pub(super) async fn gone(&self, path: String) -> Result<(), ApiError> {
        match self.send(Request::delete(Tenant::Partner, path)).await {
            Ok(_) | Err(ApiError::Problem { status: 404, .. }) => Ok(()),
            Err(error) => Err(error),
        }
    }
}

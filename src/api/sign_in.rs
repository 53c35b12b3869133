//! Coming in and going out: what the server itself is asked, below `/sign-in`.

use super::client::{Api, Request, Tenant};
use super::error::ApiError;
use serde_json::{Value, json};
use view_model::shape;
use view_model::sign_in::{Admission, Departure};

shape! {
    /// What somebody is invited to.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Invited {
        /// The name of the role; `None` where it is not said.
        pub role: Option<String> = "role",
    }
}

impl Api {
    /// Gives the code that came back from the issuer away for a token.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn admit_by_code(
        &self,
        departure: &Departure,
        code: &str,
        return_url: &str,
    ) -> Result<Admission, ApiError> {
        self.admission("token", departure.exchange(code, return_url)).await
    }

    /// Gives a refresh token away for the next token.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn admit_again(&self, refresh: &str) -> Result<Admission, ApiError> {
        self.admission("token", json!({ "refreshToken": refresh })).await
    }

    /// Asks for the token of whoever has signed in in this browser with an account of the server.
    ///
    /// # Errors
    /// [`ApiError`]; 401 where nobody has.
    pub async fn admit_by_cookie(&self) -> Result<Admission, ApiError> {
        self.admission("renew", json!({})).await
    }

    /// Signs in with an account of the server.
    ///
    /// # Errors
    /// [`ApiError`]; 401 where name or password is wrong, and the server does not say which.
    pub async fn admit_by_password(
        &self,
        name: &str,
        password: &str,
    ) -> Result<Admission, ApiError> {
        self.admission("password", json!({ "name": name, "password": password })).await
    }

    /// What the invitation with this code is for.
    ///
    /// # Errors
    /// [`ApiError`]; 404 where there is none, or no longer.
    pub async fn invitation(&self, code: &str) -> Result<Invited, ApiError> {
        let body = json!({ "invitation": code });
        self.send(request("invitation", body).anonymously()).await?.records()
    }

    /// Makes an account by an invitation, and signs in with it.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn admit_by_invitation(
        &self,
        code: &str,
        name: &str,
        password: &str,
    ) -> Result<Admission, ApiError> {
        let body = json!({ "invitation": code, "name": name, "password": password });
        self.admission("invitation/accept", body).await
    }

    /// Changes the password of the own account; every other session of it ends.
    ///
    /// # Errors
    /// [`ApiError`]; 401 where the old one is wrong.
    pub async fn change_password(&self, old: &str, new: &str) -> Result<Admission, ApiError> {
        let body = json!({ "old": old, "new": new });
        self.send(request("password/change", body).once()).await?.records()
    }

    /// Ends the session of the token.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn sign_out(&self) -> Result<(), ApiError> {
        self.send(request("out", json!({})).once()).await.map(drop)
    }

    async fn admission(&self, path: &str, body: Value) -> Result<Admission, ApiError> {
        self.send(request(path, body).anonymously()).await?.records()
    }
}

fn request(path: &str, body: Value) -> Request {
    Request::post(Tenant::Partner, format!("/sign-in/{path}"), body.to_string())
}

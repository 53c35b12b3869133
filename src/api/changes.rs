//! Changing a reservation, splitting and merging, archiving, and what it was before (Microsoft.Capacity).

use super::answer::Answer;
use super::attempt::{Attempt, NotDone};
use super::client::{Api, Request, Tenant};
use super::error::ApiError;
use super::reservations::{API_VERSION, order_path, reservation_path};
use azure::{
    AvailableScopes, AvailableScopesRequest, AvailableScopesRequestProperties, Page, Patch,
    Reservation, ReservationId, ReservationOrderId, Scope, Wire,
};
use serde_json::{Value, json};
use std::time::Duration;
use view_model::address::ReservationRef;

/// Two operations that make other reservations of those that there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Regroup {
    /// One becomes two.
    Split,
    /// Two become one.
    Merge,
}

impl Api {
    /// Changes what `patch` names. With the `etag` of the record that the person has seen, the service
    /// changes it only while nobody else has.
    ///
    /// # Errors
    /// [`NotDone`]; 412 when the record has another etag by now.
    pub async fn change(
        &self,
        of: &ReservationRef,
        patch: &Patch,
        etag: Option<i64>,
        attempt: &Attempt,
    ) -> Result<Reservation, NotDone> {
        let path = format!("{}?{API_VERSION}", reservation_path(of));
        let request = Request::patch(tenant(of), path, azure::to_string(patch)).if_match(etag);
        let check = |answer: &Answer| match answer.status {
            202 => Ok(()),
            _ => record(answer).map(drop),
        };
        let answer = self.commit(request, attempt, check).await?;
        self.changed(of, answer).await
    }

    /// The reservation after a change that was accepted with this answer.
    ///
    /// # Errors
    /// [`NotDone`]
    pub async fn changed(
        &self,
        of: &ReservationRef,
        answer: Answer,
    ) -> Result<Reservation, NotDone> {
        let answer = match answer.location.clone() {
            _ if answer.status != 202 => answer,
            Some(place) => {
                let wait = answer.retry_after;
                let ended = self.ended_operation(tenant(of), &place, wait, &|_| ());
                ended.await.map_err(NotDone::later)?
            }
            // A service may keep the place from a page of another origin; then the order tells.
            None => {
                self.settled_order(of, Some(&answer)).await.map_err(NotDone::later)?;
                return self.reservation(of).await.map_err(NotDone::unread);
            }
        };
        record(&answer).map_err(NotDone::unread)
    }

    /// Which of these scopes the reservation may be applied to.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn available_scopes(
        &self,
        of: &ReservationRef,
        scopes: Vec<Scope>,
    ) -> Result<Vec<Scope>, ApiError> {
        let asked = AvailableScopesRequestProperties {
            scopes: Some(scopes),
            ..AvailableScopesRequestProperties::default()
        };
        let body =
            AvailableScopesRequest { properties: Some(asked), ..AvailableScopesRequest::default() };
        let path = format!("{}/availableScopes?{API_VERSION}", reservation_path(of));
        let request = Request::post(tenant(of), path, azure::to_string(&body));
        let answer: AvailableScopes = self.send(request).await?.records()?;
        let scopes = answer.properties().scopes.iter().flatten();
        let valid = scopes.filter(|scope| scope.valid == Some(true));
        Ok(valid.filter_map(|scope| scope.scope.clone()).collect())
    }

    /// Takes a reservation out of the lists of those that matter, or back into them.
    ///
    /// # Errors
    /// [`NotDone`]
    pub async fn archive(
        &self,
        of: &ReservationRef,
        is_archived: bool,
        attempt: &Attempt,
    ) -> Result<(), NotDone> {
        let action = if is_archived { "archive" } else { "unarchive" };
        let path = format!("{}/{action}?{API_VERSION}", reservation_path(of));
        let request = Request::post(tenant(of), path, String::new());
        self.commit(request, attempt, |_| Ok(())).await.map(drop)
    }

    /// What the reservation was after each of its changes, in the service's order.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn revisions(&self, of: &ReservationRef) -> Result<Vec<Reservation>, ApiError> {
        let path = format!("{}/revisions?{API_VERSION}", reservation_path(of));
        self.list(tenant(of), &path).await
    }

    /// Every reservation of the order.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn order_reservations(
        &self,
        of: &ReservationRef,
    ) -> Result<Vec<Reservation>, ApiError> {
        let path = format!("{}/reservations?{API_VERSION}", order_path(of));
        self.list(tenant(of), &path).await
    }

    /// Starts to split a reservation into parts of these quantities. The answer says where the result will be.
    ///
    /// # Errors
    /// [`NotDone`]
    pub async fn split(
        &self,
        of: &ReservationRef,
        quantities: [u32; 2],
        attempt: &Attempt,
    ) -> Result<Answer, NotDone> {
        let id = reservation_id(of);
        let body = json!({"properties": {"quantities": quantities, "reservationId": id.as_str()}});
        self.regroup(of, Regroup::Split, &body, attempt).await
    }

    /// Starts to merge a reservation with another one of its order. The answer says where the result will be.
    ///
    /// # Errors
    /// As [`Api::split`].
    pub async fn merge(
        &self,
        of: &ReservationRef,
        other: &str,
        attempt: &Attempt,
    ) -> Result<Answer, NotDone> {
        let order = ReservationOrderId::of(&of.order);
        let other = ReservationId::of(&order, other);
        let sources = [reservation_id(of), other].map(|id| id.as_str().to_owned());
        let body = json!({"properties": {"sources": sources}});
        self.regroup(of, Regroup::Merge, &body, attempt).await
    }

    async fn regroup(
        &self,
        of: &ReservationRef,
        how: Regroup,
        body: &Value,
        attempt: &Attempt,
    ) -> Result<Answer, NotDone> {
        let action = match how {
            Regroup::Split => "split",
            Regroup::Merge => "merge",
        };
        let path = format!("{}/{action}?{API_VERSION}", order_path(of));
        let check = |answer: &Answer| match answer.status {
            202 => Ok(()),
            _ => regrouped(answer).map(drop),
        };
        let request = Request::post(tenant(of), path, body.to_string());
        self.commit(request, attempt, check).await
    }

    /// The reservations that a split or a merge has left, once it is over.
    ///
    /// # Errors
    /// [`ApiError`]; what the operation itself failed with, or why it could not be followed.
    pub async fn regrouped(
        &self,
        of: &ReservationRef,
        place: &str,
        first_wait: Option<Duration>,
    ) -> Result<Vec<Reservation>, ApiError> {
        regrouped(&self.ended_operation(tenant(of), place, first_wait, &|_| ()).await?)
    }

    /// One reservation with everything that the service knows of it, what it would renew with included.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn whole_reservation(&self, of: &ReservationRef) -> Result<Reservation, ApiError> {
        let path = format!("{}?{API_VERSION}&expand=renewProperties", reservation_path(of));
        record(&self.send(Request::get(tenant(of), path)).await?)
    }
}

/// Anything can be read as a reservation, since no field is required; without an id it is something else.
fn record(answer: &Answer) -> Result<Reservation, ApiError> {
    let reservation: Reservation = answer.records()?;
    if reservation.id.is_some() { Ok(reservation) } else { Err(answer.without_record()) }
}

/// The reservations in the last answer of a split or a merge: as a bare list, or as the operation's result.
///
/// # Errors
/// What the operation failed with.
pub fn regrouped(answer: &Answer) -> Result<Vec<Reservation>, ApiError> {
    let body: Value = answer.records()?;
    let list = match body {
        list @ Value::Array(_) => list,
        mut body => match body.get_mut("properties").map(Value::take) {
            Some(result @ (Value::Array(_) | Value::Object(_))) => result,
            _ => return Err(answer.without_record()),
        },
    };
    let page = Page::<Reservation>::read(list)
        .map_err(|error| ApiError::malformed(&error, answer.request_id.clone()))?;
    if page.value.is_empty() { Err(answer.without_record()) } else { Ok(page.value) }
}

fn tenant(of: &ReservationRef) -> Tenant {
    Tenant::Customer(of.customer.clone())
}

fn reservation_id(of: &ReservationRef) -> ReservationId {
    ReservationId::of(&ReservationOrderId::of(&of.order), &of.reservation)
}

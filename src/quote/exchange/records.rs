//! The reservations of an exchange: each is read once, on its own, so that one that fails leaves the
//! others alone.

use crate::api::{Api, ApiError};
use crate::platform::{clock, timer};
use crate::quote::refund::USAGE_DAYS;
use calculator::InputError;
use chrono::Days;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use std::time::Duration;
use view_model::address::ReservationRef;
use view_model::quote::Facts;
use view_model::quote::exchange::LineText;

/// Between two looks at whether all records have come.
const PAUSE: Duration = Duration::from_millis(20);

/// How far reading a reservation has come.
#[derive(Clone, Debug)]
pub enum Found {
    /// It is being read.
    Loading,
    /// It can be calculated with.
    Ready(Arc<Facts>),
    /// It could not be read.
    Failed(ApiError),
    /// It was read and cannot be calculated with.
    Unusable(InputError),
}

/// The reservations that were asked for.
#[derive(Clone, Copy, Debug)]
pub struct Records {
    api: Api,
    found: RwSignal<Vec<(ReservationRef, Found)>>,
}

impl Records {
    /// None yet.
    #[must_use]
    pub fn new(api: Api) -> Self {
        Self { api, found: RwSignal::new(Vec::new()) }
    }

    /// What is known of a reservation; followed in reactive closures.
    #[must_use]
    pub fn get(self, of: &ReservationRef) -> Found {
        self.found.with(|found| {
            let known = found.iter().find(|(known, _)| known == of);
            known.map_or(Found::Loading, |(_, found)| found.clone())
        })
    }

    /// The reservation, if it can be calculated with; followed in reactive closures.
    #[must_use]
    pub fn ready(self, of: &ReservationRef) -> Option<Arc<Facts>> {
        match self.get(of) {
            Found::Ready(facts) => Some(facts),
            Found::Loading | Found::Failed(_) | Found::Unusable(_) => None,
        }
    }

    /// The reservations of all lines, once each can be calculated with; followed in reactive closures.
    #[must_use]
    pub fn all_ready(self, lines: &[LineText]) -> Option<Vec<Arc<Facts>>> {
        lines.iter().map(|line| self.ready(&line.of)).collect()
    }

    /// Reads a reservation, unless that was asked before or the page is gone.
    pub fn need(self, of: &ReservationRef) {
        let is_known =
            self.found.try_with_untracked(|all| all.iter().any(|(known, _)| known == of));
        if is_known == Some(false) {
            self.found.update(|found| found.push((of.clone(), Found::Loading)));
            self.ask(of.clone());
        }
    }

    /// Those of the reservations that can be calculated with, once all of them have been read, and how many
    /// could not be read. What failed before is asked for again.
    pub async fn settled(
        self,
        of: &[ReservationRef],
    ) -> (Vec<(ReservationRef, Arc<Facts>)>, usize) {
        for of in of {
            match self.known(of) {
                Some(Found::Failed(_)) => self.again(of),
                _ => self.need(of),
            }
        }
        let is_reading = || of.iter().any(|of| matches!(self.known(of), Some(Found::Loading)));
        while is_reading() {
            timer::sleep(PAUSE).await;
        }
        let mut ready = Vec::new();
        let mut unread = 0;
        for of in of {
            match self.known(of) {
                Some(Found::Ready(facts)) => ready.push((of.clone(), facts)),
                Some(Found::Failed(_)) => unread += 1,
                _ => {}
            }
        }
        (ready, unread)
    }

    /// As [`Records::get`], not followed; nothing when the page is gone.
    fn known(self, of: &ReservationRef) -> Option<Found> {
        self.found.try_with_untracked(|all| {
            all.iter().find(|(known, _)| known == of).map(|(_, found)| found.clone())
        })?
    }

    /// Reads a reservation anew.
    pub fn again(self, of: &ReservationRef) {
        self.put(of, Found::Loading);
        self.ask(of.clone());
    }

    fn ask(self, of: ReservationRef) {
        spawn_local(async move {
            let found = match read(self.api, &of).await {
                Ok(Ok(facts)) => Found::Ready(Arc::new(facts)),
                Ok(Err(error)) => Found::Unusable(error),
                Err(error) => Found::Failed(error),
            };
            self.put(&of, found);
        });
    }

    fn put(self, of: &ReservationRef, found: Found) {
        // The page may be gone by now, and its signals with it.
        self.found.try_update(|all| {
            if let Some((_, known)) = all.iter_mut().find(|(known, _)| known == of) {
                *known = found;
            }
        });
    }
}

/// The records of one reservation. Without its usage it counts as used, which never promises too much.
async fn read(api: Api, of: &ReservationRef) -> Result<Result<Facts, InputError>, ApiError> {
    let today = clock::today();
    let reservation = Arc::new(api.reservation(of).await?);
    let order = Arc::new(api.order(of).await?);
    let usage = api.daily_utilization(of, today - Days::new(USAGE_DAYS), today - Days::new(1));
    let usage = usage.await.ok();
    Ok(Facts::new(reservation, order, &[], None, usage.as_deref(), today))
}

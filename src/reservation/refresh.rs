//! A record in motion is read again until it comes to rest.

use crate::api::{Api, Load, PollPlan, use_api};
use crate::i18n::catalogue::reservation as texts;
use crate::i18n::{names, t_with};
use crate::platform::{document, timer};
use crate::ui::Announcer;
use azure::{Phase, Reservation};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use std::time::Duration;
use view_model::address::ReservationRef;

/// How long a page that nobody sees waits before it looks whether somebody does.
const HIDDEN_PAUSE: Duration = Duration::from_secs(1);

/// Reads a pending record again at the service's pace, as long as the part of the page stands that calls
/// this. A record that is different is put into `shown` and told to screen readers.
pub(super) fn refresh_while_pending(
    of: ReservationRef,
    record: Arc<Reservation>,
    shown: Load<Reservation>,
) {
    if !record.phase().is_some_and(Phase::is_pending) {
        return;
    }
    let api = use_api();
    let announcer = use_context::<Announcer>();
    // Gone with the part of the page.
    let here = StoredValue::new(());
    let is_here = move || here.try_get_value().is_some();
    spawn_local(async move {
        let Some(found) = changed(api, &of, &record, &is_here).await.filter(|_| is_here()) else {
            return;
        };
        if let Some(announcer) = announcer {
            announcer.say(&untrack(|| in_words(&found)));
        }
        shown.put(found);
    });
}

/// The record as soon as it is another one; `None` when nobody waits for that any more, or it cannot be told.
async fn changed(
    api: Api,
    of: &ReservationRef,
    record: &Reservation,
    is_wanted: &dyn Fn() -> bool,
) -> Option<Reservation> {
    let mut plan = PollPlan::default();
    let mut retry_after = None;
    loop {
        timer::sleep(plan.next_wait(retry_after)?).await;
        while is_wanted() && document::is_hidden() {
            timer::sleep(HIDDEN_PAUSE).await;
        }
        if !is_wanted() {
            return None;
        }
        let wait = match api.reservation_and_wait(of).await {
            Ok((found, _)) if found != *record => return Some(found),
            Ok((_, wait)) => wait,
            // Nobody asked for this, so that a failure is not worth a word: what is shown was true.
            Err(mut error) if error.is_retryable() => error.take_wait(),
            Err(_) => return None,
        };
        retry_after = wait.or(retry_after);
    }
}

fn in_words(record: &Reservation) -> String {
    let properties = record.properties();
    let name = properties.display_name.clone().unwrap_or_default();
    let state = properties.provisioning_state.as_ref().map(|state| names::state(state).to_owned());
    t_with(texts::REFRESHED, &[("name", name), ("state", state.unwrap_or_default())])
}

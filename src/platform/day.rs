//! The present UTC day, followed through midnight.

use super::clock;
use super::timer::Alarm;
use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use leptos::prelude::*;
use std::time::Duration;

/// So much later than midnight the clock is looked at: a timer may come a moment too early.
const MARGIN: TimeDelta = TimeDelta::milliseconds(50);

/// The present UTC day, for as long as the part of the page lives that follows it. It changes at midnight, and at the
/// latest when the page is looked at again: a computer that slept has missed its timers.
#[must_use]
pub fn followed() -> Signal<NaiveDate> {
    let day = RwSignal::new(clock::today());
    // It ends with whoever follows: nobody leaves a timer until midnight behind.
    let alarm = StoredValue::new(None);
    wait(day, alarm);
    let listener = window_event_listener_untyped("visibilitychange", move |_| {
        look(day);
    });
    on_cleanup(move || listener.remove());
    day.into()
}

/// Takes the day of the clock; `false` where nobody follows it any more.
fn look(day: RwSignal<NaiveDate>) -> bool {
    let today = clock::today();
    let Some(before) = day.try_get_untracked() else { return false };
    if before != today {
        day.set(today);
    }
    true
}

fn wait(day: RwSignal<NaiveDate>, alarm: StoredValue<Option<Alarm>>) {
    let next = Alarm::after(until_midnight(clock::now()), move || {
        if look(day) {
            wait(day, alarm);
        }
    });
    alarm.set_value(Some(next));
}

fn until_midnight(now: DateTime<Utc>) -> Duration {
    let next = now.date_naive().checked_add_days(Days::new(1));
    let next = next.map_or(now, |day| day.and_time(NaiveTime::MIN).and_utc());
    (next - now + MARGIN).to_std().unwrap_or_default()
}

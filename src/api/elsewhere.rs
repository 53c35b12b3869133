//! Changes that another tab makes: what this one shows is read again.
//!
//! Invariant: nothing is read again under the hands of somebody who types or waits for an answer; it is made
//! up for as soon as they are done.

use crate::platform::effect::effect;
use crate::platform::lasting::Lasting;
use crate::platform::tabs::{self, Topic};
use leptos::prelude::*;

/// What other tabs have changed, for what this one shows.
#[derive(Clone, Copy, Debug, Default)]
pub struct Elsewhere {
    round: Lasting<u32>,
    /// How many parts of the page want to be left alone.
    held: StoredValue<u32>,
    is_due: StoredValue<bool>,
}

impl Elsewhere {
    /// Hears of the changes of other tabs. `is_shown` says whether this one shows records of the tenant with
    /// this GUID; the partner's own has none.
    #[must_use]
    pub fn listening(is_shown: impl Fn(&str) -> bool + 'static) -> Self {
        let elsewhere = Self::default();
        tabs::listen(Topic::Changes, move |tenant| {
            if is_shown(&tenant) {
                elsewhere.happen();
            }
        });
        elsewhere
    }

    /// Counts the times that records are to be read again; followed in reactive closures.
    #[must_use]
    pub fn round(self) -> u32 {
        self.round.get()
    }

    /// Whether a part of the page wants to be left alone.
    #[must_use]
    pub fn is_held(self) -> bool {
        self.held.try_get_value().is_some_and(|held| held > 0)
    }

    /// What is shown is to be read again.
    pub fn happen(self) {
        // The application may be gone, as after a test.
        match self.held.try_get_value() {
            Some(0) => {
                self.round.try_update(|round| *round = round.wrapping_add(1));
            }
            Some(_) => self.is_due.set_value(true),
            None => {}
        }
    }

    fn release(self) {
        if self.held.try_update_value(|held| *held = held.saturating_sub(1)).is_some()
            && self.held.get_value() == 0
            && self.is_due.get_value()
        {
            self.is_due.set_value(false);
            self.happen();
        }
    }
}

/// The changes of other tabs that the application hears of; call it while a component is made.
#[must_use]
pub fn use_elsewhere() -> Option<Elsewhere> {
    use_context::<Elsewhere>()
}

/// Leaves the page as it is while `is_busy`, as long as the current owner lives.
pub fn hold_while(is_busy: impl Fn() -> bool + 'static) {
    let Some(elsewhere) = use_elsewhere() else { return };
    let is_held = StoredValue::new(false);
    let is_busy: Box<dyn Fn() -> bool> = Box::new(is_busy);
    effect(move || {
        let now = is_busy();
        if is_held.try_get_value() == Some(!now) {
            is_held.set_value(now);
            if now {
                elsewhere.held.update_value(|held| *held += 1);
            } else {
                elsewhere.release();
            }
        }
    });
    on_cleanup(move || {
        if is_held.try_get_value() == Some(true) {
            elsewhere.release();
        }
    });
}

//! Operations that go on after the answer: when to ask again, and for how long.

use std::time::Duration;

/// When to look again at an operation that goes on after its answer.
///
/// The service's own `Retry-After` comes first. Without it: every 5 s six times, every 15 s eight times,
/// then every minute. Recorded exchanges took up to 18 minutes, so we stop after 30.
#[derive(Clone, Debug, Default)]
pub struct PollPlan {
    asked: u32,
    waited: Duration,
}

impl PollPlan {
    const WAIT_MAX: Duration = Duration::from_secs(30 * 60);

    /// How long to wait before asking again; `None` when we have waited long enough.
    pub fn next_wait(&mut self, retry_after: Option<Duration>) -> Option<Duration> {
        if self.waited >= Self::WAIT_MAX {
            return None;
        }
        let wait = retry_after.unwrap_or(match self.asked {
            0..6 => Duration::from_secs(5),
            6..14 => Duration::from_secs(15),
            14.. => Duration::from_secs(60),
        });
        self.asked += 1;
        // A service that says "0" would otherwise be asked without a pause, and never be given up.
        let wait = wait.max(Duration::from_millis(250));
        self.waited += wait;
        Some(wait)
    }
}

/// Whether an order's `provisioningState` says that nothing is going on any more.
#[must_use]
pub fn is_settled(order: &azure::Order) -> bool {
    order
        .properties()
        .provisioning_state
        .as_ref()
        .is_none_or(|state| !azure::Phase::of(state).is_pending())
}

//! How much one caller may ask for, so that there is something left for the others.

use std::collections::HashMap;
use std::hash::Hash;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// So many callers are remembered; of those that have been quiet nothing has to be known.
const CALLERS_MAX: usize = 10_000;

/// How often each caller may ask: so many times at once, and so many in a second for long.
pub(super) struct Rates<K = IpAddr> {
    per_second: f64,
    burst: f64,
    callers: Mutex<HashMap<K, Left>>,
}

/// How often somebody may try to say a password: for one name, and from one address.
pub(super) struct Attempts {
    pub(super) of_names: Rates<String>,
    pub(super) of_addresses: Rates,
}

impl Attempts {
    /// Ten at once for a name and one in half a minute from then on; more from an address, where many may sit.
    pub(super) fn new() -> Self {
        Self { of_names: Rates::with(1.0 / 30.0, 10.0), of_addresses: Rates::with(0.2, 60.0) }
    }
}

/// What a caller has left, and when that was so.
struct Left {
    requests: f64,
    at: Instant,
}

impl Rates {
    pub(super) fn new(per_second: u32, burst: u32) -> Self {
        Self::with(per_second.into(), burst.into())
    }
}

impl<K: Eq + Hash> Rates<K> {
    fn with(per_second: f64, burst: f64) -> Self {
        Self { per_second, burst, callers: Mutex::default() }
    }

    /// Counts a request.
    ///
    /// # Errors
    /// After which time the next one will be answered.
    pub(super) fn count(&self, caller: K, now: Instant) -> Result<(), Duration> {
        // A map is whole after each change of it.
        let mut callers = self.callers.lock().unwrap_or_else(PoisonError::into_inner);
        if callers.len() >= CALLERS_MAX {
            let full = Duration::from_secs_f64(self.burst / self.per_second);
            callers.retain(|_, left| now.saturating_duration_since(left.at) < full);
            if callers.len() >= CALLERS_MAX && !callers.contains_key(&caller) {
                return Err(Duration::from_secs(1));
            }
        }
        let left = callers.entry(caller).or_insert(Left { requests: self.burst, at: now });
        let since = now.saturating_duration_since(left.at).as_secs_f64();
        left.requests = (left.requests + since * self.per_second).min(self.burst);
        left.at = now;
        if left.requests < 1.0 {
            return Err(Duration::from_secs_f64((1.0 - left.requests) / self.per_second));
        }
        left.requests -= 1.0;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(last: u16) -> IpAddr {
        IpAddr::V6(std::net::Ipv6Addr::new(0xfe80, 0, 0, 0, 0, 0, 0, last))
    }

    #[test]
    fn a_caller_has_a_burst_and_then_so_many_in_a_second() {
        let (rates, start) = (Rates::new(10, 3), Instant::now());
        let count =
            |caller, after| rates.count(address(caller), start + Duration::from_millis(after));
        assert!((0..3).all(|_| count(1, 0).is_ok()));
        assert_eq!(count(1, 0), Err(Duration::from_millis(100)));
        assert_eq!(count(2, 0), Ok(()), "somebody else");
        assert_eq!(count(1, 100), Ok(()));
        assert!(count(1, 100).is_err());
        assert!((0..3).all(|_| count(1, 60_000).is_ok()));
        assert!(count(1, 60_000).is_err(), "no more than a burst is ever left");
    }

    #[test]
    fn there_are_never_more_callers_than_memory_was_meant_for() {
        let (rates, start) = (Rates::new(10, 1), Instant::now());
        for number in 0..CALLERS_MAX as u16 {
            assert!(rates.count(address(number), start).is_ok());
        }
        assert!(rates.count(address(60_000), start).is_err());
        assert!(rates.count(address(60_000), start + Duration::from_secs(1)).is_ok());
        assert_eq!(rates.callers.lock().unwrap().len(), 1);
    }
}

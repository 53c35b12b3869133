//! What the server counts, in the text format of Prometheus.

use std::fmt::Write;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// The upper ends of the classes of durations, in milliseconds.
const MILLISECONDS: [u64; 9] = [5, 10, 25, 50, 100, 250, 1_000, 5_000, 30_000];
/// The classes of statuses: 1xx to 5xx.
const STATUSES: usize = 5;

/// What was counted since the start.
#[derive(Default)]
pub(super) struct Metrics {
    answers: [AtomicU64; STATUSES],
    durations: [AtomicU64; MILLISECONDS.len() + 1],
    microseconds: AtomicU64,
    /// Requests that were turned away because others were worked on.
    pub(super) overloaded: AtomicU64,
    /// Requests of callers that had sent too many.
    pub(super) throttled: AtomicU64,
    /// Requests that took too long.
    pub(super) late: AtomicU64,
    /// Requests that are worked on now.
    pub(super) working: AtomicU64,
    /// Connections that are held now.
    pub(super) connections: AtomicU64,
}

impl Metrics {
    /// Counts an answer.
    pub(super) fn answered(&self, status: u16, took: Duration) {
        let class = usize::from(status / 100).clamp(1, STATUSES) - 1;
        self.answers[class].fetch_add(1, Ordering::Relaxed);
        let milliseconds = took.as_millis();
        let place = MILLISECONDS.iter().position(|end| milliseconds <= u128::from(*end));
        self.durations[place.unwrap_or(MILLISECONDS.len())].fetch_add(1, Ordering::Relaxed);
        let microseconds = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        self.microseconds.fetch_add(microseconds, Ordering::Relaxed);
    }

    /// All of it as text.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        let read = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
        let mut line = |name: &str, value: &dyn std::fmt::Display| {
            // Writing to a text does not fail.
            let _ = writeln!(text, "{name} {value}");
        };
        line("# TYPE prorata_requests_total", &"counter");
        for (class, counter) in (1..).zip(&self.answers) {
            line(&format!("prorata_requests_total{{status=\"{class}xx\"}}"), &read(counter));
        }
        line("# TYPE prorata_request_duration_seconds", &"histogram");
        let mut sum = 0;
        for (end, counter) in MILLISECONDS.iter().zip(&self.durations) {
            sum += read(counter);
            let end = format!("{}.{:03}", end / 1_000, end % 1_000);
            line(&format!("prorata_request_duration_seconds_bucket{{le=\"{end}\"}}"), &sum);
        }
        sum += read(&self.durations[MILLISECONDS.len()]);
        line("prorata_request_duration_seconds_bucket{le=\"+Inf\"}", &sum);
        let microseconds = read(&self.microseconds);
        let seconds = format!("{}.{:06}", microseconds / 1_000_000, microseconds % 1_000_000);
        line("prorata_request_duration_seconds_sum", &seconds);
        line("prorata_request_duration_seconds_count", &sum);
        for (name, kind, counter) in [
            ("prorata_requests_overloaded_total", "counter", &self.overloaded),
            ("prorata_requests_throttled_total", "counter", &self.throttled),
            ("prorata_requests_late_total", "counter", &self.late),
            ("prorata_requests_in_progress", "gauge", &self.working),
            ("prorata_connections", "gauge", &self.connections),
        ] {
            line(&format!("# TYPE {name}"), &kind);
            line(name, &read(counter));
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_add_up_class_by_class() {
        let metrics = Metrics::default();
        for (status, milliseconds) in [(200, 1), (204, 5), (404, 6), (503, 40_000)] {
            metrics.answered(status, Duration::from_millis(milliseconds));
        }
        let text = metrics.text();
        for line in [
            "prorata_requests_total{status=\"2xx\"} 2",
            "prorata_requests_total{status=\"4xx\"} 1",
            "prorata_requests_total{status=\"5xx\"} 1",
            "prorata_request_duration_seconds_bucket{le=\"0.005\"} 2",
            "prorata_request_duration_seconds_bucket{le=\"0.010\"} 3",
            "prorata_request_duration_seconds_bucket{le=\"30.000\"} 3",
            "prorata_request_duration_seconds_bucket{le=\"+Inf\"} 4",
            "prorata_request_duration_seconds_sum 40.012000",
            "prorata_request_duration_seconds_count 4",
            "prorata_connections 0",
        ] {
            assert!(text.lines().any(|it| it == line), "{line}\n{text}");
        }
    }
}

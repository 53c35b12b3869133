//! How much was tried.

use std::collections::BTreeMap;
use std::fmt;
use std::time::Duration;

/// Counts of one run.
#[derive(Clone, Default, Debug)]
pub struct Figures {
    /// Worlds that were opened.
    pub episodes: u64,
    /// Requests that were sent.
    pub requests: u64,
    /// Those of them that were under way together with others.
    pub raced: u64,
    /// Groups of requests that were under way together.
    pub races: u64,
    /// Requests that were dropped in the middle.
    pub dropped: u64,
    /// Failures of the store.
    pub failures: u64,
    /// Restarts.
    pub restarts: u64,
    /// Changes that were sent a second time.
    pub repeats: u64,
    /// Documents that were damaged.
    pub damaged: u64,
    /// Series of imports that were committed and taken back.
    pub imports: u64,
    /// Comparisons of the books with the service.
    pub audits: u64,
    /// Questions asked for checking.
    pub looks: u64,
    /// Lines given to the calculator.
    pub lines: u64,
    /// Those of them that were answered by a quote.
    pub quotes: u64,
    /// Bodies given to the wire types.
    pub bodies: u64,
    /// Answers by their status.
    pub statuses: BTreeMap<u16, u64>,
}

impl Figures {
    pub(crate) fn count(&mut self, requests: usize, failures: usize) {
        self.requests += requests as u64;
        self.failures += failures as u64;
        if requests > 1 {
            self.races += 1;
            self.raced += requests as u64;
        }
    }

    pub(crate) fn answered(&mut self, status: u16) {
        *self.statuses.entry(status).or_default() += 1;
    }

    /// Everything that was counted, and how much of it in a minute.
    pub fn table(&self, took: Duration) -> String {
        let minutes = took.as_secs_f64().max(0.001) / 60.0;
        let mut table = String::from("| What | Count | In a minute |\n|---|---:|---:|\n");
        for (what, count) in [
            ("episodes", self.episodes),
            ("requests", self.requests),
            ("of them at once with others", self.raced),
            ("races", self.races),
            ("requests dropped in the middle", self.dropped),
            ("failures of the store", self.failures),
            ("restarts", self.restarts),
            ("changes sent twice", self.repeats),
            ("documents damaged", self.damaged),
            ("series of imports", self.imports),
            ("comparisons with the books", self.audits),
            ("questions for checking", self.looks),
            ("lines of JSON", self.lines),
            ("of them quotes", self.quotes),
            ("bodies of the wire types", self.bodies),
        ] {
            if count > 0 {
                let rate = (count as f64 / minutes) as u64;
                table.push_str(&format!("| {what} | {count} | {rate} |\n"));
            }
        }
        table
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { episodes, requests, raced, lines, bodies, .. } = self;
        write!(f, "{episodes} episodes, {requests} requests ({raced} raced), {lines} lines, ")?;
        write!(f, "{bodies} bodies")
    }
}

//! How many tests passed, failed and were skipped, and what failed, read from what the test runners print.

use std::fmt;
use std::ops::AddAssign;

/// Counts of tests, and what the runners say of those that failed.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub(crate) struct Totals {
    pub(crate) passed: u32,
    pub(crate) failed: u32,
    pub(crate) skipped: u32,
    /// Lines of several runners, each from the title of its failures on: what they print as they run stands far from
    /// the end, because others go on meanwhile.
    pub(crate) failures: Vec<String>,
    is_in_failures: bool,
}

/// The titles under which the runners of Rust and of Node tell what failed.
const FAILURES: [&str; 2] = ["failures:", "✖ failing tests:"];

impl Totals {
    /// Counts of passed checks that print no totals of their own.
    pub(crate) fn passed(count: u32) -> Self {
        Self { passed: count, ..Self::default() }
    }

    /// The same of failed ones.
    pub(crate) fn failed(count: u32) -> Self {
        Self { failed: count, ..Self::default() }
    }

    /// How many tests there were.
    pub(crate) fn sum(&self) -> u32 {
        self.passed + self.failed + self.skipped
    }

    /// Adds what a line of output says, if it is of a summary of Rust's or of Node's test runner.
    pub(crate) fn read(&mut self, line: &str) {
        let trimmed = line.trim();
        self.is_in_failures |= FAILURES.contains(&trimmed);
        if trimmed.starts_with("test result:") {
            self.is_in_failures = false;
        }
        if self.is_in_failures {
            self.failures.push(line.to_owned());
        }
        self.count(trimmed);
    }

    fn count(&mut self, line: &str) {
        if let Some(counts) = line.strip_prefix("test result:") {
            for count in counts.split([';', '.']) {
                self.add(count);
            }
        } else if let Some(count) = line.strip_prefix("ℹ ") {
            let mut words = count.split_whitespace().rev();
            if let (Some(number), Some(what), None) = (words.next(), words.next(), words.next()) {
                self.add(&format!("{number} {what}"));
            }
        }
    }

    fn add(&mut self, count: &str) {
        let Some((number, what)) = count.trim().split_once(' ') else { return };
        let Ok(number) = number.parse::<u32>() else { return };
        match what {
            "passed" | "pass" => self.passed += number,
            "failed" | "fail" | "cancelled" => self.failed += number,
            "ignored" | "skipped" | "todo" => self.skipped += number,
            _ => {}
        }
    }
}

impl AddAssign for Totals {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
        self.failures.extend(other.failures);
    }
}

impl fmt::Display for Totals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { passed, failed, skipped, .. } = self;
        write!(f, "{passed} passed, {failed} failed, {skipped} skipped")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn totals(lines: &[&str]) -> Totals {
        let mut totals = Totals::default();
        lines.iter().for_each(|line| totals.read(line));
        totals
    }

    fn read(lines: &[&str]) -> String {
        totals(lines).to_string()
    }

    #[test]
    fn summaries_of_rust_tests_are_added() {
        let lines = [
            "test money::tests::adds ... ok",
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; \
             finished in 0.01s",
            "test result: FAILED. 4 passed; 2 failed; 0 ignored; 0 filtered out",
        ];
        assert_eq!(read(&lines), "16 passed, 2 failed, 1 skipped");
    }

    #[test]
    fn summaries_of_node_tests_are_added() {
        let lines = [
            "✔ opens (12.3ms)",
            "ℹ tests 9",
            "ℹ suites 1",
            "ℹ pass 5",
            "ℹ fail 1",
            "ℹ cancelled 1",
            "ℹ skipped 1",
            "ℹ todo 1",
            "ℹ duration_ms 61.5",
        ];
        assert_eq!(read(&lines), "5 passed, 2 failed, 2 skipped");
    }

    #[test]
    fn what_failed_is_kept_of_every_runner() {
        let mut all = totals(&[
            "test money::tests::adds ... FAILED",
            "failures:",
            "---- money::tests::adds stdout ----",
            "failures:",
            "    money::tests::adds",
            "test result: FAILED. 4 passed; 1 failed; 0 ignored; 0 filtered out",
            "     Running tests/money.rs",
        ]);
        all += totals(&["✖ opens (12.3ms)", "ℹ fail 1", "✖ failing tests:", "✖ opens (12.3ms)"]);
        let kept = [
            "failures:",
            "---- money::tests::adds stdout ----",
            "failures:",
            "    money::tests::adds",
            "✖ failing tests:",
            "✖ opens (12.3ms)",
        ];
        assert_eq!(all.failures, kept);
    }
}

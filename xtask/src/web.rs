//! Tests of the page's components, in several browsers at once.
//!
//! A component waits for timers, answers and frames most of the time, so that one browser after the other would leave
//! the processors idle. Each group of tests has a browser of its own, and every test is in exactly one group.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use crate::browser::{self, Browser};
use crate::process::{Failure, Outcome, output_of, run_in_one_piece};
use crate::project::{Project, WASM};
use crate::tools;
use crate::totals::Totals;

const RUNNER: &str = "wasm-bindgen-test-runner";
/// How long the tests of one browser may take, in seconds. It is a minute or two on a machine that has nothing else to
/// do.
const SECONDS_MAX: &str = "1200";
/// A program with fewer tests is not worth another browser.
const TESTS_MIN: usize = 50;

/// Compiles the tests and runs those of large programs in so many browsers at the same time.
///
/// # Errors
/// When one does not compile or fails, or when not every test has run.
pub(crate) fn run(project: &Project, browsers: usize, totals: &mut Totals) -> Outcome {
    let browser = browser::ensure(project)?;
    tools::wasm_target(project)?;
    tools::wasm_bindgen(project)?;
    let mut groups = Vec::new();
    for program in compile(project)? {
        groups.extend(Group::of(project, program, browsers)?);
    }
    let results: Vec<_> = thread::scope(|scope| {
        let mut running = Vec::new();
        for group in &groups {
            running.push(scope.spawn(|| group.run(project, &browser)));
        }
        running.into_iter().map(|it| it.join()).collect()
    });
    let mut outcome = Ok(());
    for result in results {
        let (counts, of_group) =
            result.map_err(|_| Failure::new("a thread of the tests stopped"))?;
        *totals += counts;
        outcome = outcome.and(of_group);
    }
    outcome
}

/// The programs of the tests of everything that only a browser runs: in one go, so that what they have in common is
/// compiled once.
fn compile(project: &Project) -> Outcome<Vec<PathBuf>> {
    let mut cargo = project.cargo();
    cargo.args(["test", "--locked", "--tests", "--no-run", "--target", WASM]);
    cargo.args(["--package", "prorata", "--package", "backend-worker"]);
    cargo.arg("--message-format=json-render-diagnostics");
    // The browser shows no lines of the source anyway, and a program without them is half as long to put together for
    // each group.
    cargo.env("CARGO_PROFILE_DEV_DEBUG", "false");
    let messages = output_of(&mut cargo)?;
    let programs: Vec<_> = messages.lines().filter_map(executable).collect();
    if programs.is_empty() {
        return Err(Failure::new("cargo names no program with tests of components"));
    }
    Ok(programs)
}

/// The program that a message of cargo names, if it is about one.
fn executable(message: &str) -> Option<PathBuf> {
    let (_, rest) = message.split_once("\"executable\":\"")?;
    let (path, _) = rest.split_once('"')?;
    Some(PathBuf::from(path.replace("\\\\", "\\")))
}

/// Tests of one program that run in one browser.
struct Group {
    program: PathBuf,
    /// The tests of the program that are in other groups.
    others: Vec<String>,
    count: usize,
}

impl Group {
    fn of(project: &Project, program: PathBuf, browsers: usize) -> Outcome<Vec<Self>> {
        let list = output_of(runner(project).arg(&program).arg("--list"))?;
        let tests: Vec<_> = list.lines().filter_map(|line| line.strip_suffix(": test")).collect();
        let groups = if tests.len() < TESTS_MIN { 1 } else { browsers };
        Ok((0..groups).map(|group| Self::new(&program, &tests, group, groups)).collect())
    }

    /// Every so many tests: those that take long stand side by side in the list.
    fn new(program: &Path, tests: &[&str], group: usize, groups: usize) -> Self {
        let is_other = |&(place, _): &(usize, &&str)| place % groups != group;
        let others: Vec<_> =
            tests.iter().enumerate().filter(is_other).map(|(_, &name)| name.to_owned()).collect();
        Self { program: program.to_owned(), count: tests.len() - others.len(), others }
    }

    /// Runs the tests and shows what they say when the last one is over, because other groups run meanwhile.
    fn run(&self, project: &Project, browser: &Browser) -> (Totals, Outcome) {
        let mut command = runner(project);
        command.arg(&self.program).arg("--exact");
        for name in &self.others {
            command.args(["--skip", name]);
        }
        command.env("CHROMEDRIVER", &browser.driver);
        command.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", project.root.join("webdriver.json"));
        command.env("WASM_BINDGEN_TEST_TIMEOUT", SECONDS_MAX);
        let mut totals = Totals::default();
        let outcome = run_in_one_piece(&mut command, |line| totals.read(line)).and_then(|()| {
            let ran = totals.sum();
            if ran as usize == self.count {
                return Ok(());
            }
            Err(Failure::new(format!("{ran} of {} tests of components have run", self.count)))
        });
        (totals, outcome)
    }
}

fn runner(project: &Project) -> Command {
    project.command(RUNNER)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_of_cargo_names_a_program_or_none() {
        let message =
            r#"{"reason":"compiler-artifact","executable":"/target/web-1.wasm","fresh":true}"#;
        assert_eq!(executable(message), Some(PathBuf::from("/target/web-1.wasm")));
        assert_eq!(executable(r#"{"reason":"compiler-artifact","executable":null}"#), None);
    }

    #[test]
    fn every_test_is_in_one_group() {
        let tests = ["a", "b", "c", "d", "e"];
        let groups: Vec<_> =
            (0..2).map(|group| Group::new(Path::new("web.wasm"), &tests, group, 2)).collect();
        assert_eq!(groups[0].others, ["b", "d"]);
        assert_eq!(groups[1].others, ["a", "c", "e"]);
        assert_eq!(groups[0].count + groups[1].count, 5);
    }
}

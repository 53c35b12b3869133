//! Running other programs: with a clear message when one is missing or fails.

use std::ffi::OsStr;
use std::fmt;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::OnceLock;
use std::thread;
use std::time::Instant;

/// What every command gives back.
pub(crate) type Outcome<T = ()> = Result<T, Failure>;

/// Why a command could not finish, written for the person who typed it.
#[derive(Debug)]
pub(crate) struct Failure(String);

impl Failure {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }

    /// A failure that has been told already, so that what was printed last stays last.
    pub(crate) fn reported() -> Self {
        Self(String::new())
    }

    pub(crate) fn is_reported(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Gives an input or output error the sentence that says what was being done.
pub(crate) trait Doing<T> {
    /// `doing` completes the sentence "could not ...".
    fn doing(self, doing: impl fmt::Display) -> Outcome<T>;
}

impl<T> Doing<T> for std::io::Result<T> {
    fn doing(self, doing: impl fmt::Display) -> Outcome<T> {
        self.map_err(|error| Failure::new(format!("could not {doing}: {error}")))
    }
}

/// Announces what begins, and how long the command has been running. Announcements go to standard error:
/// results own standard output.
pub(crate) fn announce(text: impl fmt::Display) {
    eprintln!("\n==> {} {text}", elapsed());
}

/// Announces one of several steps.
pub(crate) fn announce_step(number: usize, of: usize, text: impl fmt::Display) {
    announce(format!("[{number}/{of}] {text}"));
}

/// Minutes and seconds since this was first asked, which the program does when it starts.
pub(crate) fn elapsed() -> String {
    static STARTED: OnceLock<Instant> = OnceLock::new();
    let seconds = STARTED.get_or_init(Instant::now).elapsed().as_secs();
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// Does two things at once and gives what the second one gives. Both are carried out to their end.
pub(crate) fn side_by_side<T: Send>(
    one: impl FnOnce() -> Outcome + Send,
    other: impl FnOnce() -> Outcome<T>,
) -> Outcome<T> {
    thread::scope(|scope| {
        let one = scope.spawn(one);
        let other = other();
        one.join().unwrap_or_else(|_| Err(Failure::new("a thread of this program stopped")))?;
        other
    })
}

/// Runs a program to its end, its output shown as it comes.
pub(crate) fn run(command: &mut Command) -> Outcome {
    let status = command.status().map_err(|error| not_started(command, &error))?;
    ended(command, status)
}

/// Runs a program to its end and shows what it says only if it fails.
pub(crate) fn run_quietly(command: &mut Command) -> Outcome {
    let output = command.output().map_err(|error| not_started(command, &error))?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(Failure::new(format!("{said}`{}` ended with {}", shown(command), output.status)))
}

/// Runs a program quietly and gives its standard output, trimmed; nothing when it fails.
pub(crate) fn ask(program: impl AsRef<OsStr>, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    output.status.success().then_some(text)
}

/// Runs a program to its end and gives its standard output; what it says beside is shown as it comes.
pub(crate) fn output_of(command: &mut Command) -> Outcome<String> {
    let output =
        command.stderr(Stdio::inherit()).output().map_err(|error| not_started(command, &error))?;
    ended(command, output.status)?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs a program to its end, shows what it said in one piece, because others may be speaking meanwhile, and hands
/// each line of its standard output to `read`, whether the program succeeds or not.
pub(crate) fn run_in_one_piece(command: &mut Command, read: impl FnMut(&str)) -> Outcome {
    let output = command.output().map_err(|error| not_started(command, &error))?;
    let said = String::from_utf8_lossy(&output.stdout);
    println!("{said}");
    eprint!("{}", String::from_utf8_lossy(&output.stderr));
    said.lines().for_each(read);
    ended(command, output.status)
}

/// Runs a program to its end, shows its standard output as it comes and hands each line of it to
/// `read`, whether the program succeeds or not.
pub(crate) fn run_reading(command: &mut Command, mut read: impl FnMut(&str)) -> Outcome {
    let mut child =
        command.stdout(Stdio::piped()).spawn().map_err(|error| not_started(command, &error))?;
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).split(b'\n') {
            let line = line.doing("read the output of a program")?;
            let line = String::from_utf8_lossy(&line);
            // Line by line, because another part of the tests may have to say something.
            writeln!(std::io::stdout(), "{line}").doing("write to standard output")?;
            read(&line);
        }
    }
    let status = child.wait().doing("wait for a program")?;
    ended(command, status)
}

/// What the end of a program comes to.
fn ended(command: &Command, status: ExitStatus) -> Outcome {
    if status.success() {
        return Ok(());
    }
    Err(Failure::new(format!("`{}` ended with {status}", shown(command))))
}

fn not_started(command: &Command, error: &std::io::Error) -> Failure {
    let program = command.get_program().to_string_lossy();
    Failure::new(format!("could not start `{program}`: {error}"))
}

fn shown(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy().into_owned()];
    words.extend(command.get_args().map(|argument| argument.to_string_lossy().into_owned()));
    words.join(" ")
}

//! The server as a process of its own, which can be ended in any way.

use std::env;
use std::fs;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::client::Client;

/// Names the place at which the process ends, see `src/fail.rs`.
pub(crate) const FAIL: &str = "PRORATA_FAIL_AT";

/// A folder that goes with the test.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn of(name: &str) -> Self {
        let folder = env::temp_dir().join(format!("prorata-crash-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder for the test");
        Self(folder)
    }

    pub(crate) fn path(&self, name: &str) -> String {
        self.0.join(name).display().to_string()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A port that is free now, and hardly taken within a minute.
pub(crate) fn free_port() -> u16 {
    let free = TcpListener::bind("127.0.0.1:0").expect("a free port");
    free.local_addr().expect("a bound port").port()
}

/// The program, without anything that was set for another one.
pub(crate) fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_prorata-server"));
    for (name, _) in env::vars().filter(|(name, _)| name.starts_with("PRORATA_")) {
        command.env_remove(name);
    }
    command
}

/// Runs the program to its end.
pub(crate) fn command(arguments: &[&str], fail: &str) -> Output {
    program().args(arguments).env(FAIL, fail).output().expect("the program starts")
}

/// A server that runs.
pub(crate) struct Server {
    child: Child,
    pub(crate) port: u16,
}

impl Drop for Server {
    fn drop(&mut self) {
        // One that has ended already is not harmed.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Server {
    /// Starts a server on a port and waits until it can be asked; `None` if it ended before.
    pub(crate) fn start(port: u16, data: &str, more: &[&str], fail: &str) -> Option<Self> {
        let mut command = program();
        command.env(FAIL, fail).args(["--listen", &format!("127.0.0.1:{port}"), "--data", data]);
        command.args(["--limits-per-second", "1000000", "--limits-burst", "1000000"]).args(more);
        Self::of(command, port)
    }

    /// Starts a server by a command of its own.
    pub(crate) fn of(mut command: Command, port: u16) -> Option<Self> {
        command.stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().expect("the program starts");
        let said = child.stdout.take().expect("it is piped");
        let mut line = String::new();
        // Nothing is said by a process that ends before it can be asked.
        let _ = BufReader::new(said).read_line(&mut line);
        if line.is_empty() {
            let _ = child.wait();
            return None;
        }
        assert!(line.starts_with("Prorata is at http"), "{line}");
        Some(Self { child, port })
    }

    pub(crate) fn client(&self) -> Client {
        Client { port: self.port }
    }

    /// Ends it at once: by SIGKILL, where there are signals.
    pub(crate) fn kill(mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    /// Waits until it has ended by itself, or ends it.
    pub(crate) fn await_end(mut self, patience: Duration) -> bool {
        let until = Instant::now() + patience;
        while Instant::now() < until {
            if matches!(self.child.try_wait(), Ok(Some(_))) {
                return true;
            }
            thread::sleep(Duration::from_millis(5));
        }
        self.kill();
        false
    }

    /// Asks it to stop, as an operator does; whether it went well.
    pub(crate) fn stop(mut self) -> bool {
        let id = self.child.id().to_string();
        let asked = Command::new("kill").args(["-TERM", &id]).status();
        asked.is_ok_and(|status| status.success()) && self.child.wait().is_ok_and(|it| it.success())
    }
}

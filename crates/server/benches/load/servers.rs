//! Servers as processes of their own.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// A server that runs until the value goes.
pub(crate) struct Server {
    child: Child,
    pub(crate) port: u16,
}

impl Server {
    /// Starts a server over the records at `data`, with more settings.
    pub(crate) fn start(data: &str, more: &[&str]) -> Self {
        let mut command = program();
        command.args(["--demo", "--listen", "127.0.0.1:0", "--data", data]);
        command.args(["--limits-per-second", "1000000", "--limits-burst", "1000000"]).args(more);
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the server starts");
        let mut line = String::new();
        let said = child.stdout.take().expect("it is piped");
        BufReader::new(said).read_line(&mut line).expect("it says where it is");
        let port = line.trim().trim_end_matches('/').rsplit(':').next();
        let port = port.and_then(|port| port.parse().ok());
        Self { child, port: port.unwrap_or_else(|| panic!("where is it? {line}")) }
    }

    /// Memory that the process holds, now and at most, in MB. Linux alone tells it.
    pub(crate) fn megabytes(&self) -> (u64, u64) {
        let path = format!("/proc/{}/status", self.child.id());
        let status = fs::read_to_string(path).unwrap_or_default();
        let of = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name));
            line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok()).unwrap_or(0)
                / 1_024
        };
        (of("VmRSS:"), of("VmHWM:"))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The program, without anything that was set for another one.
pub(crate) fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_prorata-server"));
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("PRORATA_")) {
        command.env_remove(name);
    }
    command
}

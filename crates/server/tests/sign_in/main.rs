//! Signing in to a server that runs: with tokens of an issuer of the test's own, and with accounts of the server.

#![allow(clippy::print_stderr, reason = "what was skipped is to be seen")]
#![allow(dead_code, reason = "the client and the process are shared with other tests")]

#[path = "../crash/client.rs"]
mod client;
mod issuer;
mod local;
#[path = "../crash/process.rs"]
mod process;
mod rights;
mod tenancy;
mod tokens;

use std::io::{Read, Write};
use std::net::TcpStream;
use std::thread;
use std::time::{Duration, Instant};

use client::Answer;
use process::{Folder, Server, free_port};
use serde_json::Value;

/// A server with what it is set up by.
pub(crate) struct Desk {
    pub(crate) server: Server,
    folder: Folder,
    arguments: Vec<String>,
}

impl Desk {
    pub(crate) fn start(name: &str, arguments: &[&str]) -> Self {
        let folder = Folder::of(name);
        let port = free_port();
        let server = Server::start(port, &folder.path("desk.sqlite"), arguments, "");
        let arguments = arguments.iter().map(|it| (*it).to_owned()).collect();
        Self { server: server.expect("the server starts"), folder, arguments }
    }

    pub(crate) fn data(&self) -> String {
        self.folder.path("desk.sqlite")
    }

    /// Sends a request with a token, about the records of a tenant.
    pub(crate) fn send(&self, token: &str, tenant: &str, what: &str, body: &Value) -> Answer {
        let mut headers = Vec::new();
        let bearer = format!("Bearer {token}");
        if !token.is_empty() {
            headers.push(("Authorization", &*bearer));
        }
        if !tenant.is_empty() {
            headers.push(("prorata-tenant", tenant));
        }
        self.ask(what, &headers, body)
    }

    pub(crate) fn get(&self, token: &str, path: &str) -> Answer {
        self.send(token, "", &format!("GET {path}"), &Value::Null)
    }

    pub(crate) fn ask(&self, what: &str, headers: &[(&str, &str)], body: &Value) -> Answer {
        let (method, path) = what.split_once(' ').expect("a method and a path");
        let body = if body.is_null() { String::new() } else { body.to_string() };
        let mut request = format!(
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\n",
            body.len()
        );
        for (name, value) in headers {
            request += &format!("{name}: {value}\r\n");
        }
        request += &format!("\r\n{body}");
        let mut stream = TcpStream::connect(("127.0.0.1", self.server.port)).expect("a connection");
        stream.write_all(request.as_bytes()).expect("it is sent");
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).expect("it is answered");
        // Some of what is answered is no text; what there is of text in it is looked at all the same.
        let answer = String::from_utf8_lossy(&bytes);
        let (head, text) =
            answer.split_once("\r\n\r\n").unwrap_or_else(|| panic!("{what} is answered"));
        let status = head.split(' ').nth(1).and_then(|it| it.parse().ok()).expect("a status");
        Answer { status, head: head.to_owned(), text: text.to_owned() }
    }
}

/// Waits until something holds, which it must within a while.
pub(crate) fn until(what: &str, holds: impl Fn() -> bool) {
    let patience = Instant::now() + Duration::from_secs(30);
    while !holds() {
        assert!(Instant::now() < patience, "{what}");
        thread::sleep(Duration::from_millis(50));
    }
}

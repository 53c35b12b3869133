//! A client of the server, as far as the tests need one.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};

/// Longer than the server takes for anything.
const WAIT: Duration = Duration::from_secs(60);

/// What the server answered.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) text: String,
}

impl Answer {
    pub(crate) fn body(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_default()
    }

    /// The code of what went wrong.
    pub(crate) fn code(&self) -> String {
        self.body()["error"]["code"].as_str().unwrap_or_default().to_owned()
    }

    /// The value of a header, by its name in lower case.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let named = |line: &'_ str| {
            line.split_once(": ").filter(|(it, _)| *it == name).map(|it| it.1.len())
        };
        let line = self.head.lines().find(|line| named(line).is_some())?;
        line.split_once(": ").map(|(_, value)| value)
    }
}

/// Somebody who asks the server at a port, on connections of their own.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Client {
    pub(crate) port: u16,
}

impl Client {
    /// Sends a request and waits for the whole answer; `None` where it does not come.
    pub(crate) fn send(
        self,
        tenant: &str,
        what: &str,
        headers: &[(&str, &str)],
        body: &Value,
    ) -> Option<Answer> {
        let (method, path) = what.split_once(' ').expect("a method and a path");
        let token = URL_SAFE_NO_PAD.encode(json!({ "tid": tenant }).to_string());
        let body = if body.is_null() { String::new() } else { body.to_string() };
        let mut request = format!(
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\
             Authorization: Bearer demo.{token}\r\nContent-Length: {}\r\n",
            body.len()
        );
        for (name, value) in headers {
            request += &format!("{name}: {value}\r\n");
        }
        self.raw(&format!("{request}\r\n{body}"))
    }

    /// Sends bytes as they are, and reads to the end.
    pub(crate) fn raw(self, request: &str) -> Option<Answer> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).ok()?;
        stream.set_read_timeout(Some(WAIT)).ok()?;
        stream.write_all(request.as_bytes()).ok()?;
        let mut bytes = Vec::new();
        let ended = stream.read_to_end(&mut bytes);
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n")?;
        let (head, body) = (String::from_utf8_lossy(&bytes[..end]), &bytes[end + 4..]);
        let answer = Answer {
            status: head.split(' ').nth(1)?.parse().ok()?,
            head: head.into_owned(),
            text: String::from_utf8_lossy(body).into_owned(),
        };
        let length = answer.header("content-length").and_then(|it| it.parse().ok());
        // What has not come whole is no answer.
        (ended.is_ok() && length.is_none_or(|length: usize| length == body.len())).then_some(answer)
    }

    /// Reads something that has to be there.
    pub(crate) fn read(self, tenant: &str, path: &str) -> Value {
        let answer = self.send(tenant, &format!("GET {path}"), &[], &Value::Null);
        let answer = answer.expect("the server answers");
        assert_eq!(answer.status, 200, "{path}: {}", answer.text);
        answer.body()
    }

    /// All rows of a list, page by page.
    pub(crate) fn rows(self, tenant: &str, path: &str) -> Vec<Value> {
        let mut rows = Vec::new();
        let mut next = Some(path.to_owned());
        while let Some(path) = next {
            let page = self.read(tenant, &path);
            rows.extend(page["value"].as_array().cloned().unwrap_or_default());
            let link = page["nextLink"].as_str();
            next = link.map(|link| format!("/{}", link.splitn(4, '/').nth(3).unwrap_or_default()));
        }
        rows
    }
}

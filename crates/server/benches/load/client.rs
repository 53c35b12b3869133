//! A client that keeps its connection, as far as a measurement needs one.

use std::io;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::records::Shot;

/// What came back.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(crate) fn is_good(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// Whether it says when to come again.
    pub(crate) fn is_later(&self) -> bool {
        [429, 503].contains(&self.status) && self.header("retry-after").is_some()
    }

    /// The value of a header, by its name in lower case.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (known, value) = line.split_once(": ")?;
            (known == name).then_some(value)
        })
    }

    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap_or_default()
    }
}

/// A connection to a port of this machine, made when it is needed.
pub(crate) struct Link {
    port: u16,
    stream: Option<TcpStream>,
    read: Vec<u8>,
}

impl Link {
    pub(crate) fn to(port: u16) -> Self {
        Self { port, stream: None, read: Vec::new() }
    }

    /// Sends a request and waits for the whole answer.
    pub(crate) async fn send(&mut self, shot: &Shot) -> io::Result<Answer> {
        let answer = self.try_send(shot).await;
        if answer.as_ref().is_ok_and(|answer| answer.header("connection") != Some("close")) {
            return answer;
        }
        self.stream = None;
        answer
    }

    async fn try_send(&mut self, shot: &Shot) -> io::Result<Answer> {
        if self.stream.is_none() {
            let stream = TcpStream::connect(("127.0.0.1", self.port)).await?;
            stream.set_nodelay(true)?;
            self.stream = Some(stream);
            self.read.clear();
        }
        let Some(stream) = &mut self.stream else { return Err(io::ErrorKind::NotConnected.into()) };
        stream.write_all(&shot.bytes()).await?;
        let ended = loop {
            if let Some(at) = self.read.windows(4).position(|four| four == b"\r\n\r\n") {
                break at;
            }
            if stream.read_buf(&mut self.read).await? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
        };
        let head = String::from_utf8_lossy(&self.read[..ended]).into_owned();
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok());
        let mut answer = Answer { status: status.unwrap_or_default(), head, body: Vec::new() };
        let length = answer.header("content-length").and_then(|it| it.parse().ok()).unwrap_or(0);
        let whole = ended + 4 + length;
        while self.read.len() < whole {
            if stream.read_buf(&mut self.read).await? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
        }
        answer.body = self.read[ended + 4..whole].to_vec();
        self.read.drain(..whole);
        Ok(answer)
    }
}

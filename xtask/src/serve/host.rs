//! Serves a folder on this machine: each file by its name, the page for every other address.
//!
//! To the page it adds a script that loads it again when there is another build.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use crate::process::{Doing, Outcome};

/// The script, and the address that it asks for the build until it is another one than in its query.
const RELOAD: &str = include_str!("../../scripts/reload.js");
const RELOAD_SCRIPT: &str = "reload.js";
const RELOAD_QUESTION: &str = "reload";
/// How long such a question stays open.
const PATIENCE: Duration = Duration::from_secs(20);
/// How long a browser may keep a connection open on which it asks nothing.
const SILENCE_MAX: Duration = Duration::from_secs(30);
/// No request of the page is longer.
const REQUEST_BYTES_MAX: u64 = 16 * 1024;

const TYPES: [(&str, &str); 8] = [
    ("css", "text/css; charset=utf-8"),
    ("html", "text/html; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json"),
    ("svg", "image/svg+xml"),
    ("txt", "text/plain; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("webmanifest", "application/manifest+json"),
];

/// A server that runs as long as this program.
pub(super) struct Host {
    served: Arc<Served>,
    port: u16,
}

struct Served {
    folder: PathBuf,
    /// The name of the build in the folder; nothing before the first.
    build: Mutex<Option<String>>,
    published: Condvar,
}

/// What a request is answered with.
struct Answer {
    status: &'static str,
    content_type: &'static str,
    body: Vec<u8>,
}

impl Host {
    /// Takes the port, so that somebody who asks too early waits for the first build.
    pub(super) fn open(port: u16, folder: &Path) -> Outcome<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .doing(format!("serve on port {port} (choose another one with `--port`)"))?;
        let build = Mutex::new(None);
        let served = Served { folder: folder.to_owned(), build, published: Condvar::new() };
        let host = Self {
            served: Arc::new(served),
            port: listener.local_addr().doing("read the address of the server")?.port(),
        };
        let served = Arc::clone(&host.served);
        thread::spawn(move || {
            for connection in listener.incoming().flatten() {
                let served = Arc::clone(&served);
                // A browser that goes away in the middle of an answer is no failure.
                thread::spawn(move || served.answer_on(&connection).ok());
            }
        });
        Ok(host)
    }

    pub(super) fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Says that another build is in the folder.
    pub(super) fn publish(&self, build: String) {
        *self.served.build.lock().unwrap_or_else(PoisonError::into_inner) = Some(build);
        self.served.published.notify_all();
    }
}

impl Served {
    fn answer_on(&self, mut connection: &TcpStream) -> std::io::Result<()> {
        connection.set_read_timeout(Some(SILENCE_MAX))?;
        let mut reader = BufReader::new(connection.take(REQUEST_BYTES_MAX));
        let mut request = String::new();
        reader.read_line(&mut request)?;
        let mut header = String::from("-");
        while !header.trim().is_empty() {
            header.clear();
            reader.read_line(&mut header)?;
        }
        let Answer { status, content_type, body } = self.answer(&request);
        let head = format!(
            "HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\nContent-Length: {}\r\n\
             Cache-Control: no-store\r\nConnection: close\r\n\r\n",
            body.len()
        );
        connection.write_all(head.as_bytes())?;
        connection.write_all(&body)
    }

    /// The answer to a request, of which only the first line matters.
    fn answer(&self, request: &str) -> Answer {
        let mut words = request.split(' ');
        let method = words.next().unwrap_or_default();
        let address = words.next().unwrap_or_default();
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let path = path.trim_matches('/');
        match (method, path) {
            ("POST", RELOAD_QUESTION) => Answer::text("200 OK", &self.build_other_than(query)),
            ("GET", RELOAD_SCRIPT) => Answer::file(path, RELOAD.as_bytes().to_vec()),
            ("GET", _) if !is_plain(path) => Answer::text("404 Not Found", "No such file."),
            ("GET", _) => {
                self.build_other_than("");
                self.file(path)
            }
            _ => Answer::text("405 Method Not Allowed", "Only files are to be had here."),
        }
    }

    /// A file, or the page: every address without an ending is one of its routes.
    fn file(&self, path: &str) -> Answer {
        if let Ok(body) = fs::read(self.folder.join(path))
            && path != "index.html"
        {
            return Answer::file(path, body);
        }
        if path.contains('.') && path != "index.html" {
            return Answer::text("404 Not Found", "No such file.");
        }
        match fs::read_to_string(self.folder.join("index.html")) {
            Ok(page) => Answer::file("index.html", reloading(&page).into_bytes()),
            Err(error) => Answer::text("503 Service Unavailable", &error.to_string()),
        }
    }

    /// Waits for a build that has another name, but not for long; then gives the one that there is.
    fn build_other_than(&self, name: &str) -> String {
        let build = self.build.lock().unwrap_or_else(PoisonError::into_inner);
        let is_same = |build: &mut Option<String>| build.as_deref().unwrap_or_default() == name;
        let waited = self.published.wait_timeout_while(build, PATIENCE, is_same);
        let (build, _) = waited.unwrap_or_else(PoisonError::into_inner);
        build.clone().unwrap_or_default()
    }
}

impl Answer {
    fn text(status: &'static str, text: &str) -> Self {
        Self { status, content_type: "text/plain; charset=utf-8", body: text.as_bytes().to_vec() }
    }

    fn file(name: &str, body: Vec<u8>) -> Self {
        let ending = name.rsplit('.').next().unwrap_or_default();
        let known = TYPES.iter().find(|(it, _)| *it == ending).map(|(_, name)| *name);
        let content_type = known.unwrap_or("application/octet-stream");
        Self { status: "200 OK", content_type, body }
    }
}

/// Whether a path stays in the folder whatever the system reads into it.
fn is_plain(path: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    path.split('/').all(|step| !step.starts_with('.') && step.chars().all(is_plain))
}

fn reloading(page: &str) -> String {
    let script = format!("<script type=\"module\" src=\"/{RELOAD_SCRIPT}\"></script>\n  </head>");
    page.replacen("</head>", &script, 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A server with a page and a style sheet, and what it answers on a connection.
    fn served(name: &str) -> (Host, PathBuf) {
        let folder = std::env::temp_dir().join(format!("prorata-{name}-{}", std::process::id()));
        fs::create_dir_all(folder.join("style")).unwrap();
        fs::write(folder.join("index.html"), "<head></head>").unwrap();
        fs::write(folder.join("style").join("base.css"), "p {}").unwrap();
        (Host::open(0, &folder).unwrap(), folder)
    }

    fn ask(host: &Host, request: &str) -> String {
        let mut connection = TcpStream::connect((Ipv4Addr::LOCALHOST, host.port)).unwrap();
        write!(connection, "{request} HTTP/1.1\r\nHost: here\r\n\r\n").unwrap();
        let mut answer = String::new();
        connection.read_to_string(&mut answer).unwrap();
        answer
    }

    #[test]
    fn files_have_their_type_and_every_route_is_the_page() {
        let (host, folder) = served("host");
        host.publish(String::from("01ab"));
        let style = ask(&host, "GET /style/base.css?01ab");
        assert!(style.starts_with("HTTP/1.1 200 OK") && style.contains("text/css"), "{style}");
        assert!(style.ends_with("p {}"), "{style}");
        for route in ["/", "/reservation/refund?order=1", "/index.html"] {
            let page = ask(&host, &format!("GET {route}"));
            assert!(page.contains("<script type=\"module\" src=\"/reload.js\">"), "{page}");
        }
        for (request, status) in [
            ("GET /gone.css", "404"),
            ("GET /../Cargo.toml", "404"),
            ("GET /style/..%2f..%2fCargo.toml", "404"),
            ("POST /", "405"),
        ] {
            let answer = ask(&host, request);
            assert!(answer.starts_with(&format!("HTTP/1.1 {status}")), "{request}: {answer}");
        }
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn who_asks_for_another_build_hears_of_it() {
        let (host, folder) = served("reload");
        thread::scope(|scope| {
            let first = scope.spawn(|| ask(&host, "GET /"));
            let asked = scope.spawn(|| ask(&host, "POST /reload?01ab"));
            thread::sleep(Duration::from_millis(50));
            assert!(!first.is_finished(), "there is no build yet");
            host.publish(String::from("01ab"));
            assert!(first.join().unwrap().contains("200 OK"));
            thread::sleep(Duration::from_millis(50));
            host.publish(String::from("02cd"));
            let heard = asked.join().unwrap();
            assert!(heard.ends_with("\r\n02cd") || heard.ends_with("\r\n"), "{heard}");
        });
        assert!(ask(&host, "POST /reload?01ab").ends_with("\r\n02cd"));
        fs::remove_dir_all(folder).unwrap();
    }
}

//! The page: files of the program itself, or of a folder while it is worked on.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use axum::body::Body;
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, LOCATION,
    VARY,
};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method, Response, StatusCode};

/// The files in the program, each packed by gzip.
const EMBEDDED: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/page.rs"));
/// What stands in the page before the path that it was built for.
const BASE: &str = "<meta name=\"prorata-base\" content=\"";
/// What stands there before the name of its build.
const BUILD: &str = "<meta name=\"prorata-build\" content=\"";
/// What the page is, for every route.
const INDEX: &str = "index.html";

const TYPES: &[(&str, &str)] = &[
    ("css", "text/css; charset=utf-8"),
    ("html", "text/html; charset=utf-8"),
    ("ico", "image/x-icon"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json"),
    ("png", "image/png"),
    ("svg", "image/svg+xml"),
    ("txt", "text/plain; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("webmanifest", "application/manifest+json"),
];

/// The page, and below which path of the address it was built to be.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Page {
    pub(crate) place: Place,
    /// Begins and ends with a slash.
    pub(super) base: String,
    /// Which build it is, unless it is one to develop with; that of a folder as it was at the start.
    pub(crate) build: Option<String>,
}

/// Where the page is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Place {
    /// In the program.
    Embedded,
    /// In a folder, read anew for each request.
    Folder(PathBuf),
    /// Nowhere: there is only the API.
    None,
}

/// A file of the page.
struct File {
    bytes: Vec<u8>,
    is_packed: bool,
}

impl Page {
    /// The page in a folder, else the one in the program.
    ///
    /// # Errors
    /// Where a folder is named that has no page.
    pub(crate) fn of(folder: Option<&Path>) -> Result<Self, String> {
        let place = match folder {
            Some(folder) if folder.join(INDEX).is_file() => Place::Folder(folder.to_owned()),
            Some(folder) => return Err(format!("page: {} has no {INDEX}", folder.display())),
            None if EMBEDDED.is_empty() => Place::None,
            None => Place::Embedded,
        };
        let index = place.file(INDEX).map(|file| file.text()).unwrap_or_default();
        let named = |element| {
            let (_, rest) = index.split_once(element)?;
            rest.split('"').next().map(str::to_owned)
        };
        let (base, build) = (named(BASE).unwrap_or_else(|| "/".to_owned()), named(BUILD));
        Ok(Self { place, base, build })
    }

    /// The file of a path below the base. What is no file is a route, and every route is the page; a release has a
    /// copy for each, which names what that route needs first.
    fn find(&self, path: &str) -> Option<(String, File)> {
        let name = path.trim_matches('/');
        let has_ending = name.rsplit('/').next().is_some_and(|last| last.contains('.'));
        if has_ending {
            return self.place.file(name).map(|file| (name.to_owned(), file));
        }
        let own = format!("{name}/{INDEX}");
        let copy = self.place.file(own.trim_start_matches('/'));
        copy.or_else(|| self.place.file(INDEX)).map(|file| (INDEX.to_owned(), file))
    }

    /// Answers a request for a file or a route.
    pub(super) fn answer(&self, request: &Parts) -> Response<Body> {
        if request.method != Method::GET && request.method != Method::HEAD {
            return plain(StatusCode::METHOD_NOT_ALLOWED, "The page is read with GET.\n");
        }
        let path = request.uri.path();
        let Some(below) = path.strip_prefix(&self.base) else {
            let mut response = plain(StatusCode::NOT_FOUND, "There is no such page.\n");
            if let ("/", Ok(base)) = (path, HeaderValue::from_str(&self.base)) {
                *response.status_mut() = StatusCode::TEMPORARY_REDIRECT;
                response.headers_mut().insert(LOCATION, base);
            }
            return response;
        };
        match self.find(below) {
            Some((name, file)) => answered(request, &name, file),
            None if self.place == Place::None => plain(
                StatusCode::NOT_FOUND,
                "This program was built without the page; --page names a folder with one.\n",
            ),
            None => plain(StatusCode::NOT_FOUND, "There is no such file.\n"),
        }
    }
}

impl File {
    fn text(self) -> String {
        let bytes = if self.is_packed { unpacked(&self.bytes) } else { Ok(self.bytes) };
        String::from_utf8_lossy(&bytes.unwrap_or_default()).into_owned()
    }
}

impl Place {
    fn file(&self, name: &str) -> Option<File> {
        match self {
            Self::None => None,
            Self::Embedded => {
                let place = EMBEDDED.binary_search_by_key(&name, |(name, _)| name).ok()?;
                Some(File { bytes: EMBEDDED[place].1.to_vec(), is_packed: true })
            }
            Self::Folder(folder) => {
                let relative = Path::new(name);
                let is_below =
                    relative.components().all(|part| matches!(part, Component::Normal(_)));
                let bytes = fs::read(is_below.then(|| folder.join(relative))?).ok()?;
                Some(File { bytes, is_packed: false })
            }
        }
    }
}

fn answered(request: &Parts, name: &str, file: File) -> Response<Body> {
    let tag = format!("\"{:016x}\"", checksum(&file.bytes));
    let mut response = Response::new(Body::empty());
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(type_of(name)));
    headers.insert(ETAG, HeaderValue::from_str(&tag).expect("digits in quotes"));
    headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
    let kept =
        if is_named_by_contents(name) { "public, max-age=31536000, immutable" } else { "no-cache" };
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(kept));
    let known = request.headers.get(IF_NONE_MATCH).and_then(|known| known.to_str().ok());
    if known.is_some_and(|known| known.split(',').any(|it| it.trim() == tag)) {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        return response;
    }
    let accepts = request.headers.get(ACCEPT_ENCODING).and_then(|it| it.to_str().ok());
    let bytes = match (file.is_packed, accepts.is_some_and(|it| it.contains("gzip"))) {
        (false, _) => file.bytes,
        (true, true) => {
            headers.insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
            file.bytes
        }
        (true, false) => match unpacked(&file.bytes) {
            Ok(bytes) => bytes,
            Err(_) => return plain(StatusCode::INTERNAL_SERVER_ERROR, "A file is damaged.\n"),
        },
    };
    if request.method == Method::GET {
        *response.body_mut() = Body::from(bytes);
    }
    response
}

fn unpacked(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut unpacked = Vec::new();
    io::Read::read_to_end(&mut flate2::read::GzDecoder::new(bytes), &mut unpacked)?;
    Ok(unpacked)
}

fn type_of(name: &str) -> &'static str {
    let ending = name.rsplit('.').next().unwrap_or_default();
    let known = TYPES.iter().find(|(known, _)| *known == ending);
    known.map_or("application/octet-stream", |(_, kind)| kind)
}

/// Whether the name of a file says its contents, so that it may be kept for ever.
fn is_named_by_contents(name: &str) -> bool {
    let stem = name.rsplit('/').next().and_then(|last| last.split('.').next()).unwrap_or_default();
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    let digits = stem.rsplit_once('-').map_or("", |(_, digits)| digits);
    (15..=16).contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_hexdigit())
}

/// Tells contents apart. [FNV-1a]
fn checksum(bytes: &[u8]) -> u64 {
    let mix = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, mix)
}

/// A sentence instead of anything else.
pub(super) fn plain(status: StatusCode, text: &'static str) -> Response<Body> {
    let mut response = Response::new(Body::from(text));
    *response.status_mut() = status;
    let kind = HeaderValue::from_static("text/plain; charset=utf-8");
    response.headers_mut().insert(CONTENT_TYPE, kind);
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A page in a folder of its own: tests run side by side.
    fn folder(name: &str) -> PathBuf {
        let folder = format!("prorata-page-{}-{name}", std::process::id());
        let folder = std::env::temp_dir().join(folder);
        for (name, text) in
            [("index.html", "page"), ("cap/index.html", "cap"), ("app-0123456789abcdef.js", "js")]
        {
            fs::create_dir_all(folder.join(name).parent().unwrap()).unwrap();
            fs::write(folder.join(name), text).unwrap();
        }
        fs::write(folder.with_extension("secret"), "secret").unwrap();
        folder
    }

    fn asked(page: &Page, path: &str, header: (&str, &str)) -> Response<Body> {
        let request = axum::http::Request::builder().uri(path).header(header.0, header.1);
        page.answer(&request.body(()).unwrap().into_parts().0)
    }

    #[test]
    fn a_route_is_the_page_and_a_file_is_that_file_or_none() {
        let folder = folder("route");
        let page = Page::of(Some(&folder)).unwrap();
        for (path, expected) in [
            ("/", Some("page")),
            ("/customers", Some("page")),
            ("/reservation/overview", Some("page")),
            ("/cap", Some("cap")),
            ("/cap/", Some("cap")),
            ("/app-0123456789abcdef.js", Some("js")),
            ("/gone.js", None),
        ] {
            let found = page.find(path).map(|(_, file)| String::from_utf8(file.bytes).unwrap());
            assert_eq!(found.as_deref(), expected, "{path}");
        }
        let secret = folder.with_extension("secret");
        let secret = secret.file_name().unwrap().to_str().unwrap();
        for path in
            [format!("/../{secret}"), format!("//{}", folder.with_extension("secret").display())]
        {
            assert!(page.find(&path).is_none(), "{path}");
        }
        assert!(Page::of(Some(Path::new("/nowhere"))).is_err());
    }

    #[test]
    fn a_page_that_was_built_for_a_path_is_there() {
        let folder = folder("below");
        let below = folder.join("below");
        fs::create_dir_all(&below).unwrap();
        let index = format!("{BUILD}01ab\">{BASE}/desk/\">");
        fs::write(below.join(INDEX), index).unwrap();
        let page = Page::of(Some(&below)).unwrap();
        assert_eq!((&*page.base, page.build.as_deref()), ("/desk/", Some("01ab")));
        for (path, status) in
            [("/desk/", 200), ("/desk/customers", 200), ("/customers", 404), ("/", 307)]
        {
            assert_eq!(asked(&page, path, ("x", "y")).status().as_u16(), status, "{path}");
        }
        assert_eq!(asked(&page, "/", ("x", "y")).headers()[LOCATION], "/desk/");
    }

    #[test]
    fn what_is_named_by_its_contents_is_kept_and_the_rest_is_asked_for_again() {
        let page = Page::of(Some(&folder("kept"))).unwrap();
        let kept = asked(&page, "/app-0123456789abcdef.js", ("x", "y"));
        assert_eq!(kept.headers()[CACHE_CONTROL], "public, max-age=31536000, immutable");
        assert_eq!(kept.headers()[CONTENT_TYPE], "text/javascript; charset=utf-8");
        let index = asked(&page, "/", ("x", "y"));
        assert_eq!(index.headers()[CACHE_CONTROL], "no-cache");
        let tag = index.headers()[ETAG].to_str().unwrap();
        assert_eq!(asked(&page, "/", ("if-none-match", tag)).status(), StatusCode::NOT_MODIFIED);
        assert_eq!(asked(&page, "/", ("if-none-match", "\"1\"")).status(), StatusCode::OK);
    }
}

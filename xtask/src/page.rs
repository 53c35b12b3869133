//! The page of a bundle: what it says about itself, and what the steps of a build add to it.

use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::Path;

use crate::process::{Doing, Failure, Outcome};

/// The scripts of the page that keep their names from build to build.
const SCRIPTS: [&str; 2] = ["appearance.js", "boot.js"];

/// The page of a bundle as it is now.
pub(crate) fn read(bundle: &Path) -> Outcome<String> {
    fs::read_to_string(bundle.join("index.html")).doing("read index.html")
}

/// Replaces the page of a bundle.
pub(crate) fn write(bundle: &Path, page: &str) -> Outcome {
    fs::write(bundle.join("index.html"), page).doing("write index.html")
}

/// The base path.
pub(crate) fn base(page: &str) -> Outcome<&str> {
    between(page, "<meta name=\"prorata-base\" content=\"", "\"")
        .ok_or_else(|| Failure::new("index.html does not say its base path"))
}

/// The name of the program's script and of its module, without their endings.
pub(crate) fn program(page: &str) -> Outcome<&str> {
    between(page, "<link id=\"app-script\"", ">")
        .and_then(|link| between(link, "href=\"", "\""))
        .and_then(|address| address.rsplit('/').next()?.strip_suffix(".js"))
        .ok_or_else(|| Failure::new("index.html does not name the program's script"))
}

/// The page with the name of its build: in an element that the application reads, and in the addresses of
/// the scripts that are not named after their contents.
pub(crate) fn with_build(page: &str, build: &str) -> String {
    let element = format!("<meta name=\"prorata-build\" content=\"{build}\">");
    let named = SCRIPTS.iter().fold(page.to_owned(), |page, script| {
        page.replace(&format!("{script}\""), &format!("{script}?{build}\""))
    });
    with_links(&named, &[element])
}

/// The page with further elements at the end of its head.
pub(crate) fn with_links(page: &str, links: &[String]) -> String {
    page.replacen("</head>", &format!("{}\n  </head>", links.join("\n  ")), 1)
}

/// What of a name says which contents the file has, so that a browser never combines the files of two
/// builds.
pub(crate) fn fingerprint(contents: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    hasher.write(contents);
    format!("{:016x}", hasher.finish())
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> Option<&'a str> {
    text.split_once(start)?.1.split(end).next()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head><meta name=\"prorata-base\" content=\"/desk/\">\
        <link id=\"app-script\" rel=\"modulepreload\" href=\"/desk/prorata-01ab.js\"></head>";

    #[test]
    fn the_page_says_its_base_path_and_its_program() {
        assert_eq!(base(PAGE).unwrap(), "/desk/");
        assert_eq!(program(PAGE).unwrap(), "prorata-01ab");
        assert!(base("<head></head>").is_err());
        assert!(program("<head></head>").is_err());
    }

    #[test]
    fn the_page_and_its_scripts_carry_the_name_of_the_build() {
        let page = "<head><script src=\"/desk/boot.js\"></script></head>";
        let named = with_build(page, "01ab");
        assert!(named.contains("<script src=\"/desk/boot.js?01ab\">"), "{named}");
        assert!(named.contains("<meta name=\"prorata-build\" content=\"01ab\">"), "{named}");
    }

    #[test]
    fn links_are_added_to_the_head() {
        let page = with_links(PAGE, &[String::from("<link rel=\"texts\">")]);
        assert!(page.ends_with("<link rel=\"texts\">\n  </head>"), "{page}");
    }
}

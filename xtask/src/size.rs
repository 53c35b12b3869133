//! What a visitor downloads, against the budgets.

use std::fs;
use std::path::{Path, PathBuf};

use crate::backend_module;
use crate::modules;
use crate::process::{Doing, Failure, Outcome};
use crate::project::Project;
use crate::texts;

/// The downloads with a budget, in bytes after brotli.
///
/// A page counts with everything that the first visit brings, as for somebody who opens it by its address.
/// The budgets are 320,000 bytes for the application, 368,000 with the whole record, and 260,000 for the
/// backend module, 299,000 with the record. The pages of the refund and of the exchange do not reach
/// theirs; their ceilings keep them from growing. The backend's leaves a percent, because the names that
/// functions are ordered by depend on the folder of the project, and what repeats nearby compresses
/// better.
const BUDGETS: [Budget; 8] = [
    Budget { what: "first visit", bytes_max: 320_000, download: Download::FirstVisit },
    Budget { what: "page of the record", bytes_max: 368_000, download: Download::Page("record") },
    Budget { what: "configuration", bytes_max: 368_000, download: Download::Page("configuration") },
    Budget { what: "support requests", bytes_max: 368_000, download: Download::Page("support") },
    Budget { what: "radar, activity", bytes_max: 368_000, download: Download::Page("survey") },
    Budget { what: "refund", bytes_max: 440_000, download: Download::Page("refund") },
    Budget { what: "exchange", bytes_max: 500_000, download: Download::Page("exchange") },
    Budget { what: "backend module", bytes_max: 302_000, download: Download::Backend },
];

/// The number of budgets, each of which counts as one check.
pub(crate) const CHECKS: u32 = BUDGETS.len() as u32;

struct Budget {
    what: &'static str,
    bytes_max: u64,
    download: Download,
}

/// What is downloaded together.
#[derive(Clone, Copy)]
enum Download {
    /// The frame, the customers and the overview of a reservation.
    FirstVisit,
    /// The pages of this module, opened by their address.
    Page(&'static str),
    /// What the service worker loads beside it.
    Backend,
}

/// To which download a file belongs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Part {
    /// Html, css, js and wasm that every page needs.
    Application,
    /// The texts of one language, in a file of their own; a page needs one of these files.
    Texts,
    /// What some pages need; its name says which.
    Module,
    /// The backend and its script.
    Backend,
}

/// One file of a bundle.
pub(crate) struct Sized {
    part: Part,
    name: String,
    bytes: u64,
    bytes_brotli: u64,
}

/// Measures a bundle.
pub(crate) fn measure(project: &Project, bundle: &Path) -> Outcome<Vec<Sized>> {
    let mut files = Vec::new();
    collect(bundle, &mut files)?;
    files.sort();
    let counted: Vec<(Part, &PathBuf)> = files
        .iter()
        .filter_map(|file| Some((part(file.strip_prefix(bundle).ok()?)?, file)))
        .collect();

    let mut node = project.node("xtask/scripts/sizes.mjs");
    node.args(counted.iter().map(|(_, file)| file));
    let output = node.output().doing("start Node to compress the bundle")?;
    let text = String::from_utf8_lossy(&output.stdout);
    let sizes: Vec<Sized> = counted
        .iter()
        .zip(text.lines())
        .filter_map(|((part, file), line)| sized(*part, file.strip_prefix(bundle).ok()?, line))
        .collect();
    if sizes.len() == counted.len() {
        return Ok(sizes);
    }
    let problem = String::from_utf8_lossy(&output.stderr);
    Err(Failure::new(format!("could not compress the bundle: {problem}")))
}

/// The sizes as Markdown tables: each file of the first visit and of the backend, then each download.
pub(crate) fn table(sizes: &[Sized]) -> String {
    let mut rows = String::from("| File | Bytes | Brotli |\n|---|---:|---:|\n");
    for file in sizes.iter().filter(|file| file.part != Part::Module) {
        rows.push_str(&format!("| {} | {} | {} |\n", file.name, file.bytes, file.bytes_brotli));
    }
    rows.push_str("\n| Download | Files | Bytes | Brotli | Budget |\n|---|---:|---:|---:|---:|\n");
    for Budget { what, bytes_max, download } in &BUDGETS {
        let Total { files, bytes, brotli } = total(sizes, *download);
        rows.push_str(&format!("| {what} | {files} | {bytes} | **{brotli}** | {bytes_max} |\n"));
    }
    let everything =
        sizes.iter().filter(|file| matches!(file.part, Part::Application | Part::Module));
    let Total { files, bytes, brotli } =
        everything.chain(texts(sizes)).fold(Total::default(), Total::with);
    rows.push_str(&format!("| all pages | {files} | {bytes} | **{brotli}** | |\n"));
    rows
}

/// Fails when a download is over its budget.
pub(crate) fn check(sizes: &[Sized]) -> Outcome {
    let first = total(sizes, Download::FirstVisit);
    for Budget { what, bytes_max, download } in &BUDGETS {
        let Total { files, brotli, .. } = total(sizes, *download);
        let is_missing = match download {
            Download::Page(_) => files == first.files,
            Download::FirstVisit | Download::Backend => files == 0,
        };
        if is_missing {
            return Err(Failure::new(format!("the bundle lacks its {what}")));
        }
        if brotli > *bytes_max {
            return Err(Failure::new(format!(
                "the {what} is {brotli} bytes after brotli; its budget is {bytes_max}"
            )));
        }
    }
    Ok(())
}

/// How much a download is.
#[derive(Default)]
struct Total {
    files: usize,
    bytes: u64,
    brotli: u64,
}

impl Total {
    fn with(self, file: &Sized) -> Self {
        Self {
            files: self.files + 1,
            bytes: self.bytes + file.bytes,
            brotli: self.brotli + file.bytes_brotli,
        }
    }
}

fn total(sizes: &[Sized], download: Download) -> Total {
    let is_part = |file: &&Sized| match (download, file.part) {
        (Download::FirstVisit | Download::Page(_), Part::Application)
        | (Download::Backend, Part::Backend) => true,
        (Download::Page(page), Part::Module) => {
            modules::modules(&file.name).any(|module| module == page)
        }
        _ => false,
    };
    let texts = texts(sizes).filter(|_| !matches!(download, Download::Backend));
    sizes.iter().filter(is_part).chain(texts).fold(Total::default(), Total::with)
}

/// Of the languages, the largest counts.
fn texts(sizes: &[Sized]) -> impl Iterator<Item = &Sized> {
    let texts = sizes.iter().filter(|file| file.part == Part::Texts);
    texts.max_by_key(|file| file.bytes_brotli).into_iter()
}

fn sized(part: Part, name: &Path, line: &str) -> Option<Sized> {
    let mut fields = line.split('\t');
    let bytes = fields.next()?.parse().ok()?;
    let bytes_brotli = fields.next()?.parse().ok()?;
    Some(Sized { part, name: name.display().to_string(), bytes, bytes_brotli })
}

/// The part that a file counts for; nothing for what a visit does not load, such as the copies of
/// the page for the other routes.
fn part(file: &Path) -> Option<Part> {
    let name = file.to_str()?;
    if backend_module::FILES.contains(&name) {
        return Some(Part::Backend);
    }
    if modules::modules(name).next().is_some() {
        return Some(Part::Module);
    }
    let counts = match file.extension()?.to_str()? {
        "html" => name == "index.html",
        "css" | "js" | "wasm" => true,
        "txt" if name.starts_with(texts::PREFIX) => return Some(Part::Texts),
        _ => false,
    };
    counts.then_some(Part::Application)
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Outcome {
    for entry in fs::read_dir(folder).doing(format!("read {}", folder.display()))? {
        let path = entry.doing("read the bundle")?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_file_counts_once() {
        let expected = [
            ("index.html", Some(Part::Application)),
            ("customers/index.html", None),
            ("404.html", None),
            ("prorata-0123_bg.wasm", Some(Part::Application)),
            ("snippets/ui/inline0.js", Some(Part::Application)),
            ("texts-de-0123.txt", Some(Part::Texts)),
            ("module-exchange_refund-0123.wasm", Some(Part::Module)),
            ("modules-0123.js", Some(Part::Application)),
            ("backend.js", Some(Part::Backend)),
            ("backend_bg.wasm", Some(Part::Backend)),
            ("config.json", None),
        ];
        for (file, counts_for) in expected {
            assert_eq!(part(Path::new(file)), counts_for, "{file}");
        }
    }

    fn file(part: Part, name: &str, bytes_brotli: u64) -> Sized {
        Sized { part, name: name.to_owned(), bytes: 1, bytes_brotli }
    }

    #[test]
    fn a_download_over_its_budget_is_named() {
        let shared = "module-configuration_exchange_record_refund_support_survey-01.wasm";
        let sizes = |first, module, backend| {
            [
                file(Part::Application, "index.html", first),
                file(Part::Module, shared, module),
                file(Part::Backend, "backend.js", backend),
            ]
        };
        let problem = |sizes: &[Sized]| check(sizes).unwrap_err().to_string();
        assert!(check(&sizes(320_000, 48_000, 302_000)).is_ok());
        assert!(problem(&sizes(320_001, 1, 1)).contains("first visit"));
        assert!(problem(&sizes(320_000, 48_001, 1)).contains("page of the record"));
        assert!(problem(&sizes(1, 1, 302_001)).contains("backend module"));
    }

    #[test]
    fn a_missing_download_is_not_a_small_one() {
        let sizes = [
            file(Part::Application, "index.html", 1),
            file(Part::Module, "module-refund-01.wasm", 1),
            file(Part::Backend, "backend.js", 1),
        ];
        assert!(check(&sizes).unwrap_err().to_string().contains("lacks its page of the record"));
    }

    #[test]
    fn a_page_counts_with_the_first_visit_and_its_modules() {
        let sizes = [
            file(Part::Application, "index.html", 10),
            file(Part::Module, "module-refund-01.wasm", 200),
            file(Part::Module, "module-exchange_refund-01.wasm", 3_000),
            file(Part::Module, "module-exchange-01.wasm", 40_000),
        ];
        assert_eq!(total(&sizes, Download::Page("refund")).brotli, 3_210);
        assert_eq!(total(&sizes, Download::FirstVisit).brotli, 10);
    }

    #[test]
    fn of_the_languages_the_largest_counts() {
        let sizes = [
            file(Part::Application, "index.html", 10),
            file(Part::Texts, "texts-de-01.txt", 3),
            file(Part::Texts, "texts-sv-01.txt", 4),
        ];
        assert_eq!(total(&sizes, Download::FirstVisit).brotli, 14);
        assert_eq!(total(&sizes, Download::Backend).brotli, 0);
    }
}

//! What a visitor downloads, against the budgets.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use crate::i18n::catalogue::FIRST_PAGES;
use crate::modules;
use crate::process::{Doing, Failure, Outcome};
use crate::project::Project;
use crate::styles;
use crate::texts;
use crate::worker_modules::{self, BACKEND, FILES, FILES_HOST, RANKS, RANKS_HOST};

/// The downloads with a budget, in bytes after brotli.
///
/// Each is what somebody downloads who opens the page by its address, with nothing kept from before. The ceilings
/// are what the downloads have come to and a hundredth more, so that none grows without somebody's notice.
const BUDGETS: [Budget; 26] = [
    page("customers", 221_000),
    page("customer", 348_800),
    page("record", 370_800),
    page("configuration", 336_500),
    page("support", 328_200),
    page("survey", 364_500),
    page("cap", 430_600),
    page("rights", 350_400),
    page("reconcile", 344_000),
    page("portfolio", 470_900),
    page("import", 391_000),
    page("incomplete", 295_000),
    page("refund", 439_300),
    page("letter", 358_300),
    page("exchange", 455_900),
    page("comparison", 428_100),
    page("exchange_letter", 340_500),
    page("quick", 345_500),
    page("start", 294_700),
    page("data", 272_000),
    page("door", 282_300),
    Budget { bytes_max: 207_300, download: Download::Backend },
    Budget { bytes_max: 59_300, download: Download::Reads },
    Budget { bytes_max: 218_700, download: Download::Changes },
    Budget { bytes_max: 447_500, download: Download::Files },
    Budget { bytes_max: 18_800, download: Download::Ranks },
];

const fn page(module: &'static str, bytes_max: u64) -> Budget {
    Budget { bytes_max, download: Download::Page(module) }
}

/// The number of budgets, each of which counts as one check.
pub(crate) const CHECKS: u32 = BUDGETS.len() as u32;

struct Budget {
    bytes_max: u64,
    download: Download,
}

/// What is downloaded together.
#[derive(Clone, Copy, PartialEq)]
enum Download {
    /// A page of this module, with the frame around it.
    Page(&'static str),
    /// What the service worker loads beside it.
    Backend,
    /// What it loads with the first record, or once the page has begun to ask.
    Reads,
    /// What it loads with the first change, or once a page is on the screen.
    Changes,
    /// What is loaded when somebody brings a file.
    Files,
    /// What is loaded once many rows are on the screen.
    Ranks,
}

impl Download {
    /// Whether a file is part of this, beside what every page needs.
    fn has_of_its_own(self, file: &Sized) -> bool {
        match self {
            Self::Page(page) => modules::module_of(&file.name) == Some(page),
            Self::Backend => file.part == Part::Backend,
            Self::Reads => file.part == Part::Reads,
            Self::Changes => file.part == Part::Changes,
            Self::Files => file.part == Part::Files,
            Self::Ranks => file.part == Part::Ranks,
        }
    }
}

impl fmt::Display for Download {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Page(module) => write!(f, "page of `{module}`"),
            Self::Backend => f.write_str("backend module"),
            Self::Reads => f.write_str("backend's reads"),
            Self::Changes => f.write_str("backend's changes"),
            Self::Files => f.write_str("reader of files"),
            Self::Ranks => f.write_str("maker of ranks"),
        }
    }
}

/// To which download a file belongs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Part {
    /// Html, css, js and wasm that every page needs.
    Application,
    /// The texts of one language that every page needs; a page needs one of these files.
    Texts,
    /// The texts of one language that all but the first pages need.
    LaterTexts,
    /// The styles that all but the first pages need.
    LaterStyles,
    /// What some pages need; its name says which.
    Module,
    /// The backend and its script.
    Backend,
    /// The part of the backend with what else is only read.
    Reads,
    /// The part of the backend with what changes records.
    Changes,
    /// The reader of files and its scripts.
    Files,
    /// The maker of ranks and its scripts.
    Ranks,
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

/// The sizes as Markdown tables: each file that every page needs or the backend, then each download.
pub(crate) fn table(sizes: &[Sized]) -> String {
    let mut rows = String::from("| File | Bytes | Brotli |\n|---|---:|---:|\n");
    for file in sizes.iter().filter(|file| file.part != Part::Module) {
        rows.push_str(&format!("| {} | {} | {} |\n", file.name, file.bytes, file.bytes_brotli));
    }
    rows.push_str("\n| Download | Files | Bytes | Brotli | Budget |\n|---|---:|---:|---:|---:|\n");
    for Budget { bytes_max, download } in &BUDGETS {
        let Total { files, bytes, brotli } = total(sizes, *download);
        rows.push_str(&format!(
            "| {download} | {files} | {bytes} | **{brotli}** | {bytes_max} |\n"
        ));
    }
    let everything =
        sizes.iter().filter(|file| matches!(file.part, Part::Application | Part::Module));
    let words = texts(sizes, Part::Texts).chain(later(sizes));
    let Total { files, bytes, brotli } =
        everything.chain(words).fold(Total::default(), Total::with);
    rows.push_str(&format!("| all pages | {files} | {bytes} | **{brotli}** | |\n"));
    rows
}

/// Fails when a download is over its budget.
pub(crate) fn check(sizes: &[Sized]) -> Outcome {
    for Budget { bytes_max, download } in &BUDGETS {
        if !sizes.iter().any(|file| download.has_of_its_own(file)) {
            return Err(Failure::new(format!("the bundle lacks its {download}")));
        }
        let Total { brotli, .. } = total(sizes, *download);
        if brotli > *bytes_max {
            return Err(Failure::new(format!(
                "the {download} is {brotli} bytes after brotli; its budget is {bytes_max}"
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
    let is_page = matches!(download, Download::Page(_));
    let own = sizes.iter().filter(|file| {
        download.has_of_its_own(file) || (is_page && file.part == Part::Application)
    });
    let is_later = matches!(download, Download::Page(page) if !FIRST_PAGES.contains(&page));
    own.chain(texts(sizes, Part::Texts).filter(|_| is_page))
        .chain(later(sizes).filter(|_| is_later))
        .fold(Total::default(), Total::with)
}

/// What all but the first pages need beside.
fn later(sizes: &[Sized]) -> impl Iterator<Item = &Sized> {
    let styles = sizes.iter().filter(|file| file.part == Part::LaterStyles);
    styles.chain(texts(sizes, Part::LaterTexts))
}

/// Of the languages, the largest counts.
fn texts(sizes: &[Sized], part: Part) -> impl Iterator<Item = &Sized> {
    let texts = sizes.iter().filter(move |file| file.part == part);
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
    if [BACKEND.module, BACKEND.script].contains(&name) {
        return Some(Part::Backend);
    }
    if [FILES.module, FILES.script, FILES_HOST].contains(&name) {
        return Some(Part::Files);
    }
    if [RANKS.module, RANKS.script, RANKS_HOST].contains(&name) {
        return Some(Part::Ranks);
    }
    if name.starts_with(worker_modules::READS) {
        return Some(Part::Reads);
    }
    if name.starts_with(worker_modules::CHANGES) {
        return Some(Part::Changes);
    }
    if modules::module_of(name).is_some() {
        return Some(Part::Module);
    }
    match texts::part_of(name) {
        Some(texts::Part::First) => return Some(Part::Texts),
        Some(texts::Part::Later) => return Some(Part::LaterTexts),
        None => {}
    }
    if styles::is_later(name) {
        return Some(Part::LaterStyles);
    }
    let counts = match file.extension()?.to_str()? {
        "html" => name == "index.html",
        "css" | "js" | "wasm" => true,
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
            ("prorata-0123.css", Some(Part::Application)),
            ("texts-de-0123.txt", Some(Part::Texts)),
            ("later-texts-de-0123.txt", Some(Part::LaterTexts)),
            ("later-styles-0123.css", Some(Part::LaterStyles)),
            ("module-refund-0123.wasm", Some(Part::Module)),
            ("modules-0123.js", Some(Part::Application)),
            ("backend.js", Some(Part::Backend)),
            ("backend_bg.wasm", Some(Part::Backend)),
            ("backend-reads-0123.wasm", Some(Part::Reads)),
            ("backend-changes-0123.wasm", Some(Part::Changes)),
            ("files.js", Some(Part::Files)),
            ("files_bg.wasm", Some(Part::Files)),
            ("files-worker.js", Some(Part::Files)),
            ("ranks.js", Some(Part::Ranks)),
            ("ranks_bg.wasm", Some(Part::Ranks)),
            ("ranks-worker.js", Some(Part::Ranks)),
            ("config.json", None),
        ];
        for (file, counts_for) in expected {
            assert_eq!(part(Path::new(file)), counts_for, "{file}");
        }
    }

    fn file(part: Part, name: &str, bytes_brotli: u64) -> Sized {
        Sized { part, name: name.to_owned(), bytes: 1, bytes_brotli }
    }

    /// A bundle whose pages are equally large.
    fn bundle(application: u64, module: u64, backend: u64) -> Vec<Sized> {
        let pages = BUDGETS.iter().filter_map(|budget| match budget.download {
            Download::Page(page) => Some(format!("module-{page}-01.wasm")),
            _ => None,
        });
        pages
            .map(|name| file(Part::Module, &name, module))
            .chain([
                file(Part::Application, "index.html", application),
                file(Part::Backend, "backend.js", backend),
                file(Part::Reads, "backend-reads-01.wasm", 1),
                file(Part::Changes, "backend-changes-01.wasm", 1),
                file(Part::Files, "files.js", 1),
                file(Part::Ranks, "ranks.js", 1),
            ])
            .collect()
    }

    #[test]
    fn a_download_over_its_budget_is_named() {
        let problem = |sizes: &[Sized]| check(sizes).unwrap_err().to_string();
        let pages = BUDGETS.iter().filter(|it| matches!(it.download, Download::Page(_)));
        let smallest = pages.min_by_key(|it| it.bytes_max).unwrap();
        let (page, name) = (smallest.bytes_max, smallest.download.to_string());
        let backend = BUDGETS.iter().find(|it| it.download == Download::Backend).unwrap().bytes_max;
        assert!(check(&bundle(page - 1, 1, backend)).is_ok());
        assert!(problem(&bundle(page - 1, 2, 1)).contains(&name));
        assert!(problem(&bundle(1, 1, backend + 1)).contains("backend module"));
    }

    #[test]
    fn a_missing_download_is_not_a_small_one() {
        let without = |part| bundle(1, 1, 1).into_iter().filter(move |file| file.part != part);
        let missing = |part| check(&without(part).collect::<Vec<_>>()).unwrap_err().to_string();
        assert!(missing(Part::Module).contains("lacks its page of `customers`"));
        assert!(missing(Part::Backend).contains("lacks its backend module"));
    }

    #[test]
    fn a_page_counts_with_its_module_and_what_every_page_needs() {
        let sizes = [
            file(Part::Application, "index.html", 10),
            file(Part::Module, "module-refund-01.wasm", 200),
            file(Part::Module, "module-exchange-01.wasm", 3_000),
        ];
        assert_eq!(total(&sizes, Download::Page("refund")).brotli, 210);
    }

    #[test]
    fn of_the_languages_the_largest_counts() {
        let sizes = [
            file(Part::Application, "index.html", 10),
            file(Part::Texts, "texts-de-01.txt", 3),
            file(Part::Texts, "texts-sv-01.txt", 4),
        ];
        assert_eq!(total(&sizes, Download::Page("refund")).brotli, 14);
        assert_eq!(total(&sizes, Download::Backend).brotli, 0);
    }

    #[test]
    fn the_first_pages_count_without_what_others_need_beside() {
        let sizes = [
            file(Part::Texts, "texts-de-01.txt", 1),
            file(Part::LaterTexts, "later-texts-de-01.txt", 20),
            file(Part::LaterTexts, "later-texts-sv-01.txt", 10),
            file(Part::LaterStyles, "later-styles-01.css", 300),
        ];
        assert_eq!(total(&sizes, Download::Page("customers")).brotli, 1);
        assert_eq!(total(&sizes, Download::Page("refund")).brotli, 321);
    }
}

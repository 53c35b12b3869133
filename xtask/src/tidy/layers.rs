//! Who may use whom: one table, which ARCHITECTURE.md shows and the code is held against.

use std::collections::BTreeSet;

use super::imports::Imports;
use super::source::Source;

/// In each line a house and its rooms. What stands before a `<` knows nothing of what stands behind it, and
/// rooms between two of them know nothing of each other. The rooms of `crates` are packages, those of a folder
/// are the folders and files in it; the file at the root of a crate stands above all of them.
const TABLE: &str = "\
crates: calculator < azure < portfolio < backend, imports, view-model < attack, backend-worker, \
    files-worker, prorata, quote-bench, quote-cli, ranks-worker, server < xtask
crates/backend/src: records < http < demo, resources < service
crates/server/src: fail, moment < audit, log < store < config < help, sign_in < http < scheduler < commands
src: platform < i18n < ui < router < query < paths < draft, learn < api < problem, rights < unsettled < sending
    < shell < reservation < support < quote < export < customers
    < activity, cap, components, import, portfolio, radar, reconcile, sign_in, start < find < pages < app
";
/// The page that shows the table.
const SHOWN_IN: &str = "ARCHITECTURE.md";
/// The house whose rooms are packages.
const PACKAGES: &str = "crates";
/// So many files may need each other; more are one thought that nobody can hold.
const CIRCLE_FILES_MAX: usize = 3;

/// A house with its rooms, those of the ground floor first.
struct House<'a> {
    name: &'a str,
    floors: Vec<Vec<&'a str>>,
}

/// Where the code differs from the table.
pub(super) fn against_the_table(sources: &[Source]) -> Vec<String> {
    houses(TABLE).iter().flat_map(|house| house.broken(sources)).collect()
}

/// Whether the page shows the table as it is.
pub(super) fn untold(sources: &[Source]) -> Vec<String> {
    let page = sources.iter().find(|source| source.path == SHOWN_IN);
    let shows = page.is_some_and(|page| text_of(page).contains(&format!("```text\n{TABLE}```")));
    if shows { Vec::new() } else { vec![format!("{SHOWN_IN} does not show:\n{TABLE}")] }
}

/// Files and folders that the page names and nobody finds.
pub(super) fn lost(sources: &[Source]) -> Vec<String> {
    let Some(page) = sources.iter().find(|source| source.path == SHOWN_IN) else {
        return Vec::new();
    };
    let text = text_of(page);
    let named = text.split('`').skip(1).step_by(2).filter(|name| {
        let is_file = [".rs", ".js", ".mjs", "/"].iter().any(|ending| name.ends_with(ending));
        is_file && !name.contains(char::is_whitespace) && !name.starts_with('/')
    });
    let is_there = |name: &str| {
        let inside = format!("/{name}");
        sources.iter().any(|source| {
            let path = format!("/{}", source.path);
            path.ends_with(&inside) || name.ends_with('/') && path.contains(&inside)
        })
    };
    let lost: BTreeSet<&str> = named.filter(|name| !is_there(name)).collect();
    lost.into_iter().map(|name| format!("{SHOWN_IN} names `{name}`")).collect()
}

/// Circles of too many files, in each crate.
pub(super) fn circles(sources: &[Source]) -> Vec<String> {
    let mut broken = Vec::new();
    for folder in crate_folders(sources) {
        for circle in Imports::read(sources, &folder).circles() {
            if circle.len() > CIRCLE_FILES_MAX {
                let files: Vec<_> = circle.into_iter().collect();
                broken.push(format!("{} files need each other: {}", files.len(), files.join(", ")));
            }
        }
    }
    broken
}

impl House<'_> {
    fn broken(&self, sources: &[Source]) -> Vec<String> {
        let arrows = match self.name {
            PACKAGES => dependencies(sources),
            _ => self.arrows(sources),
        };
        let rooms: BTreeSet<&str> = match self.name {
            PACKAGES => packages(sources).map(|(name, _)| name).collect(),
            _ => sources.iter().filter_map(|source| self.room(&source.path)).collect(),
        };
        let named: BTreeSet<&str> = self.floors.iter().flatten().copied().collect();
        let unnamed = rooms.difference(&named).map(|room| format!("the table lacks `{room}`"));
        let empty = named
            .difference(&rooms)
            .map(|room| format!("the table has `{room}`, which is not there"));
        let arrows = arrows.into_iter().filter(|arrow| !self.allows(&arrow.from, &arrow.to));
        let arrows =
            arrows.map(|arrow| format!("{}: {} uses {}", arrow.place, arrow.from, arrow.to));
        let all = unnamed.chain(empty).chain(arrows);
        all.map(|broken| format!("{}: {broken}", self.name)).collect()
    }

    /// Whether the first room may use the other one. What the table does not have is told apart from this.
    fn allows(&self, from: &str, to: &str) -> bool {
        let floor = |room| self.floors.iter().position(|floor| floor.contains(&room));
        match (floor(from), floor(to)) {
            (Some(from), Some(to)) => to < from,
            _ => true,
        }
    }

    /// The uses between rooms of a folder.
    fn arrows(&self, sources: &[Source]) -> Vec<Arrow> {
        let folder = format!("{}/", self.name);
        let pairs = Imports::read(sources, &folder).pairs();
        let between = |(from_file, to_file): (&str, &str)| {
            let (from, to) = (self.room(from_file)?, self.room(to_file)?);
            let arrow = Arrow {
                from: from.to_owned(),
                to: to.to_owned(),
                place: format!("{from_file} > {to_file}"),
            };
            (from != to).then_some(arrow)
        };
        pairs.into_iter().filter_map(between).collect()
    }

    /// The room of a file, if it stands in this house and is not its root.
    fn room<'s>(&self, path: &'s str) -> Option<&'s str> {
        let place = path.strip_prefix(self.name)?.strip_prefix('/')?.strip_suffix(".rs")?;
        let room = place.split('/').next()?;
        (!matches!(room, "lib" | "main" | "mod")).then_some(room)
    }
}

/// One room uses another.
struct Arrow {
    from: String,
    to: String,
    place: String,
}

fn houses(table: &str) -> Vec<House<'_>> {
    let mut houses: Vec<House<'_>> = Vec::new();
    for line in table.lines() {
        let (name, rooms) = line.split_once(": ").unwrap_or(("", line));
        let floors = rooms.split('<').map(|floor| {
            floor.split(',').map(str::trim).filter(|room| !room.is_empty()).collect::<Vec<_>>()
        });
        let floors = floors.filter(|floor| !floor.is_empty());
        match houses.last_mut() {
            Some(house) if name.is_empty() => house.floors.extend(floors),
            _ => houses.push(House { name, floors: floors.collect() }),
        }
    }
    houses
}

/// The packages of the workspace, each with its manifest.
fn packages(sources: &[Source]) -> impl Iterator<Item = (&str, &Source)> {
    let manifests = sources.iter().filter(|source| source.path.ends_with("Cargo.toml"));
    manifests.filter_map(|manifest| {
        let name = |line: &'_ str| line.strip_prefix("name = \"")?.strip_suffix('"').map(str::len);
        let line = manifest.lines.iter().find(|line| name(&line.text).is_some())?;
        Some((line.text.split('"').nth(1)?, manifest))
    })
}

/// Which package depends on which other one of the workspace, for whatever purpose but its tests.
fn dependencies(sources: &[Source]) -> Vec<Arrow> {
    let names: BTreeSet<&str> = packages(sources).map(|(name, _)| name).collect();
    let mut arrows = Vec::new();
    for (from, manifest) in packages(sources) {
        let mut section = "";
        for line in &manifest.lines {
            if line.text.starts_with('[') {
                section = line.text.trim_matches(['[', ']']);
            }
            let to = line.text.split(['.', ' ', '=']).next().unwrap_or_default();
            if section == "dependencies" && names.contains(to) {
                arrows.push(Arrow {
                    from: from.to_owned(),
                    to: to.to_owned(),
                    place: manifest.path.clone(),
                });
            }
        }
    }
    arrows
}

/// The folder of every crate's sources, with its final slash.
fn crate_folders(sources: &[Source]) -> impl Iterator<Item = String> {
    let manifests = packages(sources).map(|(_, manifest)| manifest.path.as_str());
    manifests.map(|path| format!("{}src/", path.trim_end_matches("Cargo.toml")))
}

fn text_of(source: &Source) -> String {
    source.lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUSE: &str = "crates: low < high\nsrc: a < b, c\n    < d\n";

    fn broken(files: &[(&str, &str)]) -> Vec<String> {
        let sources: Vec<_> = files.iter().map(|(path, text)| Source::new(path, text)).collect();
        houses(HOUSE).iter().flat_map(|house| house.broken(&sources)).collect()
    }

    fn with(file: (&'static str, &'static str)) -> Vec<String> {
        let files = [
            (
                "crates/low/Cargo.toml",
                "[package]\nname = \"low\"\n[dev-dependencies]\nhigh = \"1\"",
            ),
            ("Cargo.toml", "[workspace.dependencies]\nlow = \"1\"\n[package]\nname = \"high\""),
            ("src/a/mod.rs", "pub struct A;"),
            ("src/b.rs", "use crate::a::A;\npub struct B;"),
            ("src/c.rs", "use crate::a;\nfn c() -> a::A {}"),
            ("src/d/deep.rs", "use crate::b::B;"),
        ];
        let others = files.iter().filter(|(path, _)| *path != file.0).copied();
        broken(&others.chain([file]).collect::<Vec<_>>())
    }

    #[test]
    fn rooms_use_what_stands_below() {
        assert_eq!(with(("src/lib.rs", "pub use d::deep;")), [""; 0]);
    }

    #[test]
    fn other_uses_are_named() {
        let up = with(("src/a/mod.rs", "use crate::b::B;"));
        assert_eq!(up, ["src: src/a/mod.rs > src/b.rs: a uses b"]);
        let aside = with(("src/c.rs", "fn c() { crate::b::b() }"));
        assert_eq!(aside, ["src: src/c.rs > src/b.rs: c uses b"]);
        let package = with((
            "crates/low/Cargo.toml",
            "[package]\nname = \"low\"\n[dependencies]\nhigh.workspace = true",
        ));
        assert_eq!(package, ["crates: crates/low/Cargo.toml: low uses high"]);
    }

    #[test]
    fn the_table_has_every_room_and_no_other() {
        assert_eq!(with(("src/e.rs", "")), ["src: the table lacks `e`"]);
        assert_eq!(with(("src/d/deep.txt", "")).len(), 0);
        let gone = broken(&[("src/a.rs", ""), ("src/b.rs", ""), ("src/c.rs", "")]);
        assert!(
            gone.contains(&String::from("src: the table has `d`, which is not there")),
            "{gone:?}"
        );
    }

    #[test]
    fn the_page_shows_this_very_table() {
        let page =
            |table: &str| vec![Source::new(SHOWN_IN, &format!("# A\n\n```text\n{table}```\n"))];
        assert_eq!(untold(&page(TABLE)), [""; 0]);
        assert_eq!(untold(&page(HOUSE)).len(), 1);
    }

    #[test]
    fn a_circle_of_four_files_is_too_large() {
        let ring = |files: usize| -> Vec<Source> {
            let file = |number: usize| {
                let next = (number + 1) % files;
                Source::new(
                    &format!("crates/a/src/f{number}.rs"),
                    &format!("use crate::f{next}::F;"),
                )
            };
            let manifest = Source::new("crates/a/Cargo.toml", "[package]\nname = \"a\"");
            (0..files).map(file).chain([manifest]).collect()
        };
        assert_eq!(circles(&ring(CIRCLE_FILES_MAX)), [""; 0]);
        assert_eq!(circles(&ring(CIRCLE_FILES_MAX + 1)).len(), 1);
    }

    #[test]
    fn what_the_page_names_is_there() {
        let page = "See `a/b.rs`, `gone.rs`, `a/`, `lost/`, `/Prorata/`, `a b.rs` and `refund()`.";
        let sources = [Source::new(SHOWN_IN, page), Source::new("src/a/b.rs", "")];
        let named = ["gone.rs", "lost/"].map(|name| format!("{SHOWN_IN} names `{name}`"));
        assert_eq!(lost(&sources), named);
    }
}

//! Which file of a crate names what stands in which other one.
//!
//! Paths are followed as the compiler does: through `use`, renamings and what a module hands on. The
//! result is a drawing of the crate, in which a name of a module that only hands on counts as a name of
//! the file that it comes from.

use std::collections::{BTreeMap, BTreeSet};

use super::source::Source;

/// How far names may lead from one `use` to the next.
const STEPS_MAX: usize = 16;

/// A path of names, without the generic arguments.
pub(super) type Path = Vec<String>;

/// The files of one crate and what each of them names.
pub(super) struct Imports<'a> {
    modules: BTreeMap<Path, Module<'a>>,
}

/// One file as a module.
struct Module<'a> {
    source: &'a Source,
    uses: Vec<Use>,
    /// Paths in the code that are no `use`.
    paths: Vec<Path>,
}

/// One name that a `use` brings in.
pub(super) struct Use {
    pub(super) path: Path,
    /// What it is called here, or `*`.
    pub(super) name: String,
    is_handed_on: bool,
}

impl<'a> Imports<'a> {
    /// Reads the files below a folder that holds the root of a crate, given with its final slash.
    pub(super) fn read(sources: &'a [Source], folder: &str) -> Self {
        let mut modules = BTreeMap::new();
        let is_program = !sources.iter().any(|source| source.path == format!("{folder}lib.rs"));
        for source in sources {
            let Some(place) = source.path.strip_prefix(folder) else { continue };
            let Some(place) = place.strip_suffix(".rs") else { continue };
            let mut path: Path = place.split('/').map(str::to_owned).collect();
            let last = path.last().map(String::as_str);
            if matches!(last, Some("mod" | "lib")) || (is_program && place == "main") {
                path.pop();
            }
            let (uses, paths) = read_names(&source.shipped_code());
            modules.insert(path, Module { source, uses, paths });
        }
        Self { modules }
    }

    /// Each pair of files of which the first names something of the second, once.
    pub(super) fn pairs(&self) -> BTreeSet<(&'a str, &'a str)> {
        let mut pairs = BTreeSet::new();
        for (place, module) in &self.modules {
            let from = module.source.path.as_str();
            for path in &module.paths {
                pairs.extend(
                    self.resolve(place, path, 0).map(|(target, _)| (from, self.file(target))),
                );
            }
            for used in &module.uses {
                let Some((target, is_module)) = self.resolve(place, &used.path, 0) else {
                    continue;
                };
                // A module that is brought in by name says nothing yet: what it is used for does.
                let only_names = is_module && used.name != "*";
                let hands_up = used.is_handed_on && target.starts_with(place);
                if !only_names && !hands_up {
                    pairs.insert((from, self.file(target)));
                }
            }
        }
        pairs.retain(|(from, to)| from != to);
        pairs
    }

    /// The circles: sets of files each of which leads to every other. Largest first.
    pub(super) fn circles(&self) -> Vec<BTreeSet<&'a str>> {
        let pairs = self.pairs();
        let reached = |from: &'a str| {
            let mut seen = BTreeSet::new();
            let mut open = vec![from];
            while let Some(file) = open.pop() {
                let next = pairs.iter().filter(|(it, _)| *it == file).map(|(_, to)| *to);
                open.extend(next.filter(|to| seen.insert(*to)));
            }
            seen
        };
        let files = self.modules.values().map(|module| module.source.path.as_str());
        let reach: BTreeMap<_, _> = files.map(|file| (file, reached(file))).collect();
        let circle_of = |(file, seen): (&&'a str, &BTreeSet<&'a str>)| -> BTreeSet<&'a str> {
            seen.iter().filter(|other| reach[*other].contains(file)).copied().collect()
        };
        let circles: BTreeSet<_> =
            reach.iter().map(circle_of).filter(|circle| circle.len() > 1).collect();
        let mut circles: Vec<_> = circles.into_iter().collect();
        circles.sort_by_key(|circle| std::cmp::Reverse(circle.len()));
        circles
    }

    fn file(&self, module: &[String]) -> &'a str {
        self.modules[module].source.path.as_str()
    }

    /// The module of this crate that a path leads to from another one, and whether it names the module
    /// itself and nothing in it.
    fn resolve(&self, from: &[String], path: &[String], steps: usize) -> Option<(&Path, bool)> {
        let (first, rest) = path.split_first()?;
        let parent = from.split_last().map(|(_, parent)| parent);
        match first.as_str() {
            "crate" => self.descend(&[], rest, steps),
            "self" => self.descend(from, rest, steps),
            "super" if rest.first().is_some_and(|next| next == "super") => {
                self.resolve(parent?, rest, steps)
            }
            "super" => self.descend(parent?, rest, steps),
            _ if self.child(from, first).is_some() => self.descend(from, path, steps),
            _ => self.follow(from, path, steps),
        }
    }

    fn descend(&self, from: &[String], rest: &[String], steps: usize) -> Option<(&Path, bool)> {
        let Some((first, deeper)) = rest.split_first() else {
            return self.modules.get_key_value(from).map(|(path, _)| (path, true));
        };
        if let Some(child) = self.child(from, first) {
            return self.descend(&child, deeper, steps);
        }
        let here = || self.modules.get_key_value(from).map(|(path, _)| (path, false));
        self.follow(from, rest, steps).or_else(here)
    }

    /// Goes on where a module has the first name of a path from.
    fn follow(&self, from: &[String], path: &[String], steps: usize) -> Option<(&Path, bool)> {
        let (first, rest) = path.split_first()?;
        let used = self.modules.get(from)?.uses.iter().find(|used| used.name == *first)?;
        // A name that leads to itself is that of another crate.
        if steps == STEPS_MAX || used.path.first() == Some(first) {
            return None;
        }
        let whole: Path = used.path.iter().chain(rest).cloned().collect();
        self.resolve(from, &whole, steps + 1)
    }

    fn child(&self, of: &[String], name: &str) -> Option<Path> {
        let child: Path = of.iter().map(String::as_str).chain([name]).map(str::to_owned).collect();
        self.modules.contains_key(&child).then_some(child)
    }
}

/// What the code uses, and the other paths in it.
pub(super) fn read_names(code: &str) -> (Vec<Use>, Vec<Path>) {
    let words = words(code);
    let (mut uses, mut paths) = (Vec::new(), Vec::new());
    let mut place = 0;
    while place < words.len() {
        let before = place.checked_sub(1).map(|before| words[before]);
        if words[place] == "use" {
            let is_handed_on = matches!(before, Some("pub" | ")"));
            place = read_tree(&words, place + 1, &[], is_handed_on, &mut uses);
        } else if is_name(words[place]) && !matches!(before, Some("::" | "." | "$")) {
            let mut path = vec![words[place].to_owned()];
            while words.get(place + 1) == Some(&"::")
                && words.get(place + 2).is_some_and(|word| is_name(word))
            {
                place += 2;
                path.push(words[place].to_owned());
            }
            if path.len() > 1 {
                paths.push(path);
            }
            place += 1;
        } else {
            place += 1;
        }
    }
    (uses, paths)
}

/// Reads one branch of a `use` and gives the place behind it.
fn read_tree(
    words: &[&str],
    mut place: usize,
    stem: &[String],
    is_handed_on: bool,
    uses: &mut Vec<Use>,
) -> usize {
    let mut path = stem.to_vec();
    while let Some(&word) = words.get(place) {
        place += 1;
        match word {
            "::" => {}
            "{" => {
                while !matches!(words.get(place), None | Some(&"}")) {
                    let behind = read_tree(words, place, &path, is_handed_on, uses);
                    // The comma, or whatever else it did not read.
                    place = behind + usize::from(words.get(behind) != Some(&"}"));
                }
                return place + 1;
            }
            "as" => {
                let name = words.get(place).map_or_else(String::new, |name| (*name).to_owned());
                uses.push(Use { path, name, is_handed_on });
                return place + 1;
            }
            "self" if !path.is_empty() => {}
            word if is_name(word) => path.push(word.to_owned()),
            "*" => {
                uses.push(Use { path, name: String::from("*"), is_handed_on });
                return place;
            }
            _ => {
                place -= 1;
                break;
            }
        }
    }
    let name = path.last().cloned().unwrap_or_default();
    uses.push(Use { path, name, is_handed_on });
    place
}

fn is_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// The code in words: names, `::`, and every other sign by itself. Texts are left out.
fn words(code: &str) -> Vec<&str> {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    let mut words = Vec::new();
    let mut rest = code.trim_start();
    while let Some(first) = rest.chars().next() {
        let length = if is_part(first) {
            rest.find(|c| !is_part(c)).unwrap_or(rest.len())
        } else if rest.starts_with("::") {
            2
        } else if rest.starts_with("'\"'") {
            3
        } else if first == '"' {
            text_length(rest)
        } else {
            first.len_utf8()
        };
        if !rest.starts_with(['"', '\'']) {
            words.push(&rest[..length]);
        }
        rest = rest[length..].trim_start();
    }
    words
}

/// The length of the literal that begins here, with its two quotes.
fn text_length(code: &str) -> usize {
    let mut is_escaped = false;
    let end = code.char_indices().skip(1).find(|&(_, c)| {
        let ends = c == '"' && !is_escaped;
        is_escaped = c == '\\' && !is_escaped;
        ends
    });
    end.map_or(code.len(), |(place, _)| place + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sources(files: &[(&str, &str)]) -> Vec<Source> {
        files.iter().map(|(path, text)| Source::new(path, text)).collect()
    }

    fn pairs(files: &[(&str, &str)]) -> Vec<String> {
        let sources = sources(files);
        let imports = Imports::read(&sources, "src/");
        let pairs = imports.pairs();
        pairs.iter().map(|(from, to)| format!("{from} > {to}")).collect()
    }

    #[test]
    fn a_path_leads_to_the_file_that_has_the_name() {
        let files = [
            ("src/lib.rs", "pub mod a;\nmod b;"),
            ("src/a/mod.rs", "mod deep;\npub use deep::{Deep, other as Other};"),
            (
                "src/a/deep.rs",
                "use super::super::b::c;\n#[cfg(test)]\nmod tests {\nuse crate::d::D;\n}",
            ),
            ("src/b.rs", "use crate::{a::{self, Deep}, d};\nfn b() { d::f(a::Other::new()) }"),
            ("src/d.rs", "/// Not [`crate::b::B`].\nfn d() -> crate::a::More { std::d::e() }"),
        ];
        assert_eq!(
            pairs(&files),
            [
                "src/a/deep.rs > src/b.rs",
                "src/b.rs > src/a/deep.rs",
                "src/b.rs > src/d.rs",
                "src/d.rs > src/a/mod.rs",
            ]
        );
    }

    #[test]
    fn what_is_handed_on_from_elsewhere_counts() {
        let files = [("src/a.rs", "pub(crate) use crate::b::B;"), ("src/b.rs", "")];
        assert_eq!(pairs(&files), ["src/a.rs > src/b.rs"]);
    }

    #[test]
    fn circles_are_found() {
        let files = sources(&[
            ("src/a.rs", "use crate::b::B;"),
            ("src/b.rs", "use crate::c::C;"),
            ("src/c.rs", "use crate::a::A;"),
            ("src/d.rs", "use crate::a::A;"),
        ]);
        let imports = Imports::read(&files, "src/");
        let circle = BTreeSet::from(["src/a.rs", "src/b.rs", "src/c.rs"]);
        assert_eq!(imports.circles(), [circle]);
    }
}

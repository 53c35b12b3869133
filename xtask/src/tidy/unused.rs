//! What nobody uses: texts, public items and classes that no other file names.
//!
//! The compiler says it of private items. Of these it cannot know, because somebody else might use them;
//! here everybody who could is at hand.

use std::collections::{BTreeMap, BTreeSet};

use super::imports::read_names;
use super::source::{Line, Source};

/// Where the texts are.
const CATALOGUE: &str = "src/i18n/catalogue/";
/// What stands before the name of an item that others can use.
const KINDS: [&str; 7] = ["fn", "struct", "enum", "trait", "type", "const", "static"];
/// Words that may stand between.
const MANNERS: [&str; 3] = ["async", "unsafe", "const"];

/// Texts that no page shows.
pub(super) fn texts(sources: &[Source]) -> Vec<String> {
    let shown: BTreeSet<(String, String)> =
        sources.iter().filter(|source| source.is_in("src/")).flat_map(named_texts).collect();
    let mut unused = Vec::new();
    for source in sources.iter().filter(|source| source.is_in(CATALOGUE)) {
        let area = source.path[CATALOGUE.len()..].trim_end_matches(".rs");
        for (number, line) in (1..).zip(&source.lines) {
            let Some(text) = declared_text(line) else { continue };
            if !shown.contains(&(area.to_owned(), text.to_owned())) {
                unused.push(format!("{}:{number}: {text}", source.path));
            }
        }
    }
    unused
}

/// The name of the text that a line of the catalogue begins.
fn declared_text(line: &Line) -> Option<&str> {
    let (name, _) = line.code.strip_prefix("    ")?.split_once(" {")?;
    let is_name = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_';
    (!name.is_empty() && name.chars().all(is_name)).then_some(name)
}

/// The texts that a file names, each as its area and its name.
pub(super) fn named_texts(source: &Source) -> Vec<(String, String)> {
    let (uses, paths) = read_names(&source.shipped_code());
    let mut named = Vec::new();
    for path in paths.iter().chain(uses.iter().map(|used| &used.path)) {
        let [.., area, text] = path.as_slice() else { continue };
        let renamed = uses.iter().find(|used| used.name == *area).and_then(|used| used.path.last());
        named.push((renamed.unwrap_or(area).clone(), text.clone()));
    }
    named
}

/// Public items that no other file names. A type may have to be public for what has it: of those it is enough
/// that their own file names them again.
pub(super) fn items(sources: &[Source]) -> Vec<String> {
    let is_shipped = |source: &&Source| {
        source.is_rust() && (source.is_in("src/") || source.path.contains("/src/"))
    };
    let files_with = files_with_words(
        sources.iter().filter(|source| source.is_rust() || source.path.ends_with("js")),
    );
    let mut unused = Vec::new();
    for source in sources.iter().filter(is_shipped) {
        for (number, line) in (1..).zip(&source.lines).filter(|(_, line)| !line.is_test) {
            let Some((kind, item)) = public_item(&line.code) else { continue };
            let is_type = matches!(kind, "struct" | "enum" | "trait" | "type");
            let is_used = files_with.get(item).is_some_and(|files| files.len() > 1)
                || (is_type && is_named_again(source, item));
            if !is_used {
                unused.push(format!("{}:{number}: {item}", source.path));
            }
        }
    }
    unused
}

/// Whether a file names a type where it is neither declared nor given its functions.
fn is_named_again(source: &Source, item: &str) -> bool {
    let others = source.lines.iter().filter(|line| {
        !line.is_test
            && !line.code.starts_with("impl")
            && public_item(&line.code).is_none_or(|(_, it)| it != item)
    });
    others.into_iter().any(|line| line.names(item))
}

/// The kind and the name of the item that a line makes public.
fn public_item(code: &str) -> Option<(&str, &str)> {
    let mut words = code.trim_start().strip_prefix("pub ")?.split_whitespace();
    let mut kind = words.next()?;
    let mut name = words.next()?;
    // `pub const fn f` makes a function, `pub const F` a constant.
    while MANNERS.contains(&kind) && KINDS.contains(&name) || kind == "async" || kind == "unsafe" {
        (kind, name) = (name, words.next()?);
    }
    let name = name.split(|c: char| !is_part(c)).next().filter(|name| !name.is_empty())?;
    KINDS.contains(&kind).then_some((kind, name))
}

/// Every word of the code, with the files that have it.
fn files_with_words<'a>(
    sources: impl Iterator<Item = &'a Source>,
) -> BTreeMap<&'a str, BTreeSet<&'a str>> {
    let mut files: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for source in sources {
        for line in source.lines.iter() {
            for word in line.code.split(|c: char| !is_part(c)).filter(|word| !word.is_empty()) {
                files.entry(word).or_default().insert(&source.path);
            }
        }
    }
    files
}

fn is_part(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Classes of the style sheets that no element has.
pub(super) fn classes(sources: &[Source]) -> Vec<String> {
    let users = sources.iter().filter(|source| {
        ["src/", "crates/view-model/src/", "public/", "index.html"]
            .iter()
            .any(|&folder| source.is_in(folder))
    });
    let lines = users.flat_map(|source| &source.lines).filter(|line| !line.is_test);
    let is_part = |c: char| is_part(c) || c == '-';
    let words: BTreeSet<&str> = lines.flat_map(|line| line.code.split(|c| !is_part(c))).collect();
    let mut unused = Vec::new();
    for source in sources.iter().filter(|source| source.is_in("style/")) {
        for (number, line) in (1..).zip(&source.lines) {
            for class in line.code.split('.').skip(1) {
                let class = class.split(|c| !is_part(c)).next().unwrap_or_default();
                if class.starts_with(|c: char| c.is_ascii_lowercase()) && !words.contains(class) {
                    unused.push(format!("{}:{number}: {class}", source.path));
                }
            }
        }
    }
    unused
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sources(files: &[(&str, &str)]) -> Vec<Source> {
        files.iter().map(|(path, text)| Source::new(path, text)).collect()
    }

    #[test]
    fn a_text_is_used_where_its_area_is_named_with_it() {
        let files = sources(&[
            (
                "src/i18n/catalogue/common.rs",
                "    CLOSE { en: \"Close\" }\n    COPY {\n    }\n    SAVE { en: \"\" }",
            ),
            ("src/i18n/catalogue/shell.rs", "    CLOSE { en: \"Close\" }"),
            (
                "src/a.rs",
                "use crate::i18n::catalogue::{common as words, shell::OPEN};\nfn a() { t(words::CLOSE) }",
            ),
            ("src/b.rs", "#[cfg(test)]\nmod tests {\nuse crate::i18n::catalogue::common::SAVE;\n}"),
        ]);
        let expected = ["common.rs:2: COPY", "common.rs:4: SAVE", "shell.rs:1: CLOSE"];
        assert_eq!(texts(&files), expected.map(|text| format!("{CATALOGUE}{text}")));
    }

    #[test]
    fn an_item_is_used_in_another_file_or_is_a_type_of_its_own_file() {
        let files = sources(&[
            (
                "crates/a/src/lib.rs",
                "pub const fn used() {}\npub async fn not() -> Type { own() }\nfn own() {}",
            ),
            (
                "src/a.rs",
                "pub struct Type;\npub struct Lonely;\nimpl Lonely {}\npub const ONE: Type = Type;",
            ),
            ("tests/b.rs", "fn b() { used() } // not"),
        ]);
        let expected = ["crates/a/src/lib.rs:2: not", "src/a.rs:2: Lonely", "src/a.rs:4: ONE"];
        assert_eq!(items(&files), expected);
    }

    #[test]
    fn a_class_is_used_by_the_page_or_its_scripts() {
        let files = sources(&[
            (
                "style/table.css",
                ".row-end > .gone:hover {\n  margin: 0.5rem;\n}\n.late { top: 0; }",
            ),
            ("src/a.rs", "view! { <p class=\"row-end\"> }\n#[cfg(test)]\nmod tests {\n\"gone\"\n}"),
            ("public/boot.js", "element.className = 'late';"),
        ]);
        assert_eq!(classes(&files), ["style/table.css:1: gone"]);
    }
}

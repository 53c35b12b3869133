//! That each language has its words, before the application runs as well.

use super::*;

#[test]
fn every_language_has_a_line_for_each_text() {
    assert_eq!(catalogue::COUNT, catalogue::names().len());
    for language in Language::ALL {
        let lines = catalogue::words(language as usize).lines().count();
        assert_eq!(lines, catalogue::COUNT, "{language:?}");
    }
    assert!(catalogue::words(1).contains("Schließen\n"));
}

/// What a reader sees before the application runs cannot come from the list of languages.
#[test]
fn what_stands_before_the_application_speaks_every_language() {
    let page = include_str!("../../../index.html");
    let styles = include_str!("../../../style/shell.css");
    let script = include_str!("../../../public/appearance.js");
    let listed = script.split_once("const LANGUAGES = [").expect("it has such a list").1;
    let listed = listed.split_once(']').expect("its end").0.replace(['\'', ' '], "");
    let tags: Vec<&str> = Language::ALL.map(Language::tag).into();
    assert_eq!(listed.split(',').collect::<Vec<_>>(), tags, "in the order of the menu");
    for tag in tags {
        for element in ["p", "section"] {
            let places = |tag| page.matches(&format!("<{element} lang=\"{tag}\"")).count();
            assert_eq!(places(tag), places("en"), "{element} in {tag}");
        }
        let shown = format!(":root[lang=\"{tag}\"] .in-language > [lang=\"{tag}\"]");
        assert!(styles.contains(&shown), "{tag}");
    }
}

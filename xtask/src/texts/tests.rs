//! That each language has its words, before the application runs as well.

use super::*;

#[test]
fn every_language_has_a_line_for_each_text() {
    let count = Part::ALL.into_iter().map(Part::count).sum::<usize>();
    assert_eq!(count, catalogue::names().len());
    for part in Part::ALL {
        for language in Language::ALL {
            let lines = catalogue::words(part, language as usize).lines().count();
            assert_eq!(lines, part.count(), "{part:?} in {language:?}");
        }
    }
    assert!(catalogue::words(Part::First, 1).contains("Schließen\n"));
}

#[test]
fn a_text_is_in_the_part_of_its_area() {
    for (place, name) in catalogue::names().into_iter().enumerate() {
        let area = name.rsplit("::").nth(1).expect("it is in an area");
        let (part, line) = Part::of(place);
        assert!(line < part.count(), "{name}");
        assert_eq!(part == Part::First, catalogue::FIRST_AREAS.contains(&area), "{name}");
    }
}

#[test]
fn the_name_of_a_file_says_which_part_it_is() {
    assert_eq!(part_of("texts-de-0123.txt"), Some(Part::First));
    assert_eq!(part_of("later-texts-zh-CN-0123.txt"), Some(Part::Later));
    assert_eq!(part_of("later-0123.css"), None);
    assert_eq!(part_of("robots.txt"), None);
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

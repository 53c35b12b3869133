//! The page of every component (`src/components/`), held against what `src/ui` offers.

use super::source::Source;

/// What others may use of the controls.
const OFFERED: &str = "src/ui/mod.rs";
/// The page that shows them.
const PAGE: &str = "src/components/";

/// What `src/ui` offers and the page does not show.
pub(super) fn unseen(sources: &[Source]) -> Vec<String> {
    let code = |is_meant: &dyn Fn(&Source) -> bool| -> String {
        let lines = sources.iter().filter(|source| is_meant(source)).flat_map(|it| &it.lines);
        lines.map(|line| format!("{}\n", line.code)).collect()
    };
    let offered = code(&|source| source.path == OFFERED);
    let page = code(&|source| source.is_in(PAGE));
    let shown: Vec<&str> = words(&page).collect();
    let uses = offered.split("pub use ").skip(1).filter_map(|rest| rest.split(';').next());
    let names = uses.flat_map(|path| words(path.rsplit("::").next().unwrap_or(path)));
    names
        .filter(|name| !shown.contains(name))
        .map(|name| format!("{OFFERED}: {name} is not on the page of components"))
        .collect()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
    text.split(move |letter| !is_part(letter)).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{OFFERED, unseen};
    use crate::tidy::source::Source;

    #[test]
    fn a_component_that_is_not_on_the_page_is_told() {
        let offered =
            "mod button;\npub use button::{Button,\n    LinkButton};\npub use chart::drawn;\n";
        let page = "use crate::ui::{Button, drawn};\n// LinkButton is only spoken of.\n";
        let sources =
            |page| [Source::new(OFFERED, offered), Source::new("src/components/mod.rs", page)];
        assert_eq!(
            unseen(&sources(page)),
            ["src/ui/mod.rs: LinkButton is not on the page of components"]
        );
        let all = "use crate::ui::{Button, LinkButton, drawn};\n";
        assert_eq!(unseen(&sources(all)), Vec::<String>::new());
    }
}

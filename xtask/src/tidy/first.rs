//! What is on the screen first: it says nothing but what has come by then.
//!
//! In a release the frame and the first pages are shown before the words of the other pages are here
//! (`src/i18n/catalogue/mod.rs`).

use std::collections::BTreeSet;

use super::source::Source;
use super::unused::named_texts;
use crate::i18n::catalogue::{FIRST_AREAS, names};

/// The sources of the frame and of the first pages: files, and folders with all files in them.
const FIRST: [&str; 17] = [
    "src/api/",
    "src/app.rs",
    "src/customers/cells.rs",
    "src/customers/customer_list.rs",
    "src/customers/list_controls.rs",
    "src/customers/no_customers.rs",
    "src/draft.rs",
    "src/learn.rs",
    "src/platform/",
    "src/problem.rs",
    "src/query.rs",
    "src/rights.rs",
    "src/router.rs",
    "src/sending.rs",
    "src/shell/",
    "src/ui/",
    "src/unsettled.rs",
];
/// Files in these folders that other pages need.
const LATER: [&str; 3] =
    ["src/shell/outside_csp.rs", "src/shell/resources.rs", "src/shell/roles.rs"];

/// Texts of other areas that these sources name.
pub(super) fn texts(sources: &[Source]) -> Vec<String> {
    let all = names();
    let known: BTreeSet<&str> =
        all.iter().filter_map(|path| path.split("catalogue::").nth(1)).collect();
    let mut early = Vec::new();
    for source in sources.iter().filter(|source| is_first(&source.path)) {
        for (area, text) in named_texts(source) {
            let name = format!("{area}::{text}");
            if known.contains(name.as_str()) && !FIRST_AREAS.contains(&area.as_str()) {
                early.push(format!("{}: {name} has not come yet", source.path));
            }
        }
    }
    early
}

fn is_first(path: &str) -> bool {
    let is_of = |of: &str| path == of || (of.ends_with('/') && path.starts_with(of));
    FIRST.into_iter().any(is_of) && !LATER.contains(&path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_comes_later_is_found_in_what_is_seen_first() {
        let code = "use crate::i18n::catalogue::{common, refund as words};\n\
                    fn a() { t(common::CLOSE); t(words::DAY) }";
        let found = |path| texts(&[Source::new(path, code)]);
        assert_eq!(
            found("src/shell/header.rs"),
            ["src/shell/header.rs: refund::DAY has not come yet"]
        );
        assert_eq!(found("src/shell/roles.rs"), Vec::<String>::new());
        assert_eq!(found("src/quote/refund/mod.rs"), Vec::<String>::new());
    }

    #[test]
    fn what_is_seen_first_is_there() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        for path in FIRST.into_iter().chain(LATER) {
            assert!(root.join(path).exists(), "{path}");
        }
    }
}

//! One sheet for the browser out of the many that people write.
//!
//! `style/` has a sheet for each part, in the order that index.html gives them. While developing, the
//! browser loads them one by one; in a release that would be a dozen requests before the first paint.

use std::fs;
use std::path::Path;

use crate::page;
use crate::process::{Doing, Failure, Outcome};

/// How the element of a sheet begins, and how it ends.
const LINK: (&str, &str) = ("<link rel=\"stylesheet\" href=\"", "\">");

/// Replaces the sheets of a bundle's page by a single one with the same contents in the same order.
pub(crate) fn merge(root: &Path, bundle: &Path) -> Outcome {
    let page = page::read(bundle)?;
    let base = page::base(&page)?;
    let mut merged = String::new();
    for address in addresses(&page) {
        let file = root.join(address.strip_prefix(base).unwrap_or(address));
        merged.push_str(&fs::read_to_string(&file).doing(format!("read {}", file.display()))?);
    }
    let name = format!("prorata-{}.css", page::fingerprint(merged.as_bytes()));
    fs::write(bundle.join(&name), merged).doing(format!("write {name}"))?;
    page::write(bundle, &with_one_sheet(&page, &format!("{base}{name}"))?)
}

/// The addresses of the sheets in the order of the page.
fn addresses(page: &str) -> impl Iterator<Item = &str> {
    page.split(LINK.0).skip(1).filter_map(|rest| rest.split('"').next())
}

/// The page with one sheet in the place of the first of its own.
fn with_one_sheet(page: &str, address: &str) -> Outcome<String> {
    let (before, rest) =
        page.split_once(LINK.0).ok_or_else(|| Failure::new("index.html lists no style sheet"))?;
    let mut merged = format!("{before}{}{address}{}", LINK.0, LINK.1);
    for sheet in rest.split(LINK.0) {
        let (_, after) = sheet
            .split_once(LINK.1)
            .ok_or_else(|| Failure::new("the element of a style sheet has no end"))?;
        merged.push_str(after.trim_end());
    }
    merged.push('\n');
    Ok(merged)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head>\n    \
        <link rel=\"stylesheet\" href=\"/desk/style/tokens.css\">\n    \
        <link rel=\"stylesheet\" href=\"/desk/style/base.css\">\n    \
        <meta name=\"last\">\n</head>\n";

    #[test]
    fn one_sheet_stands_where_the_first_one_stood() {
        let found: Vec<_> = addresses(PAGE).collect();
        assert_eq!(found, ["/desk/style/tokens.css", "/desk/style/base.css"]);
        let page = with_one_sheet(PAGE, "/desk/prorata-3.css").unwrap();
        let expected = "<head>\n    <link rel=\"stylesheet\" href=\"/desk/prorata-3.css\">\n    \
            <meta name=\"last\">\n</head>\n";
        assert_eq!(page, expected);
    }

    #[test]
    fn a_page_without_sheets_is_a_mistake() {
        assert!(with_one_sheet("<head></head>", "/prorata-3.css").is_err());
    }
}

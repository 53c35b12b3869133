//! Two sheets for the browser out of the many that people write.
//!
//! `style/` has a sheet for each part, in the order that index.html gives them. While developing, the
//! browser loads them one by one; in a release that would be two dozen requests before the first paint. There the first
//! ones come as one, and the others as a second one, which the application brings before it shows a page
//! that needs them (`xtask/scripts/modules.js`). The second one stands behind the first, so that the order of the
//! rules is the same.

use std::fs;
use std::path::Path;

use crate::page;
use crate::process::{Doing, Failure, Outcome};

/// What the frame and the first pages need, in the order of index.html, where nothing stands before or between them.
const FIRST: [&str; 10] = [
    "tokens",
    "base",
    "button",
    "field",
    "table",
    "message",
    "overlay",
    "page",
    "shell",
    "customers",
];

/// How the name of the second sheet begins, and how the page calls it.
const LATER: &str = "later-styles";

/// How Trunk begins the element of a sheet, and how it ends.
const LINK: (&str, &str) = ("<link rel=\"stylesheet\" href=\"", ">");

/// Whether the file with this name in a bundle is the second sheet.
pub(crate) fn is_later(name: &str) -> bool {
    name.starts_with(LATER) && name.ends_with(".css")
}

/// Replaces the sheets of a bundle's page by two with the same contents in the same order, the second of which the page
/// only names.
pub(crate) fn merge(bundle: &Path) -> Outcome {
    let page = page::read(bundle)?;
    let addresses = addresses(&page);
    check_order(&addresses)?;
    let (first, later) = addresses.split_at(FIRST.len());
    let name = merged(bundle, first, "prorata")?;
    let later = merged(bundle, later, LATER)?;
    let link = format!("<link rel=\"{LATER}\" href=\"{}{later}\">", page::base(&page)?);
    let page = with_one_sheet(&page, &addresses, &name)?;
    page::write(bundle, &page::with_links(&page, &[link]))
}

/// Puts sheets into one, and gives its name.
fn merged(bundle: &Path, addresses: &[&str], prefix: &str) -> Outcome<String> {
    let mut merged = String::new();
    for address in addresses {
        let file = bundle.join(file_name(address));
        merged.push_str(&fs::read_to_string(&file).doing(format!("read {address}"))?);
        fs::remove_file(&file).doing(format!("remove {address}"))?;
    }
    let name = format!("{prefix}-{}.css", page::fingerprint(merged.as_bytes()));
    fs::write(bundle.join(&name), merged).doing(format!("write {name}"))?;
    Ok(name)
}

/// The addresses of the sheets in the order of the page.
fn addresses(page: &str) -> Vec<&str> {
    page.split(LINK.0).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

fn check_order(addresses: &[&str]) -> Outcome {
    let is_first = |place: usize, name: &str| {
        let file = addresses.get(place).copied().map(file_name);
        file.is_some_and(|file| file.strip_prefix(name).is_some_and(|rest| rest.starts_with('-')))
    };
    match FIRST.into_iter().enumerate().find(|(place, name)| !is_first(*place, name)) {
        Some((place, name)) => Err(Failure::new(format!(
            "style/{name}.css is not sheet {} of index.html; xtask/src/styles.rs says why",
            place + 1
        ))),
        None => Ok(()),
    }
}

fn file_name(address: &str) -> &str {
    address.rsplit('/').next().unwrap_or(address)
}

/// The page with the sheet `name` in the place of the first of the others.
fn with_one_sheet(page: &str, addresses: &[&str], name: &str) -> Outcome<String> {
    let first = addresses.first().ok_or_else(|| Failure::new("index.html lists no style sheet"))?;
    let folder = first.strip_suffix(file_name(first)).unwrap_or_default();
    let mut parts = page.split(LINK.0);
    let mut merged = parts.next().unwrap_or_default().trim_end().to_owned();
    merged.push_str(&format!("\n    {}{folder}{name}\"{}", LINK.0, LINK.1));
    for part in parts {
        let (_, after) = part
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
        <link rel=\"stylesheet\" href=\"/desk/tokens-1.css\" integrity=\"sha384-a\"/>\n    \
        <link rel=\"stylesheet\" href=\"/desk/base-2.css\" integrity=\"sha384-b\"/>\n    \
        <meta name=\"last\">\n</head>\n";

    #[test]
    fn one_sheet_stands_where_the_first_one_stood() {
        let found = addresses(PAGE);
        assert_eq!(found, ["/desk/tokens-1.css", "/desk/base-2.css"]);
        let page = with_one_sheet(PAGE, &found, "prorata-3.css").unwrap();
        let expected = "<head>\n    <link rel=\"stylesheet\" href=\"/desk/prorata-3.css\">\n    \
            <meta name=\"last\">\n</head>\n";
        assert_eq!(page, expected);
    }

    /// The relative luminance of `#rrggbb`, as WCAG 2.2 defines it.
    fn luminance(colour: &str) -> f64 {
        let channel = |place: usize| {
            let value = u8::from_str_radix(&colour[place..place + 2], 16).expect("a colour");
            let value = f64::from(value) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    }

    fn contrast(one: &str, other: &str) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// The colours of `--name` in a piece of the sheet: in light, and in dark.
    fn colours(sheet: &str, name: &str) -> Option<[String; 2]> {
        let (_, rest) = sheet.split_once(&format!("--{name}: light-dark("))?;
        let (light, rest) = rest.split_once(", ")?;
        Some([light.to_owned(), rest.split_once(')')?.0.to_owned()])
    }

    #[test]
    fn words_can_be_read_on_every_surface_and_better_where_somebody_asks_for_contrast() {
        const SURFACES: [&str; 4] = ["background", "surface", "surface-hover", "surface-sunken"];
        const TONES: [&str; 4] = ["info", "success", "warning", "danger"];
        let sheet = include_str!("../../style/tokens.css");
        let (ordinary, rest) = sheet.split_once("@media (prefers-contrast: more)").unwrap();
        let of = |name: &str, with_more: bool| {
            let more = if with_more { colours(rest, name) } else { None };
            more.or_else(|| colours(ordinary, name)).unwrap_or_else(|| panic!("--{name}"))
        };
        let words = ["text", "text-muted", "accent"].into_iter().chain(TONES);
        let on_surfaces = words.flat_map(|word| SURFACES.map(|surface| (word, surface.to_owned())));
        let on_tones = TONES.map(|tone| (tone, format!("{tone}-surface")));
        let others = [("on-accent", "accent".to_owned()), ("on-danger", "danger".to_owned())];
        let pairs: Vec<_> = on_surfaces.chain(on_tones).chain(others).collect();
        for (with_more, least) in [(false, 4.5), (true, 7.0)] {
            for (word, surface) in &pairs {
                for (front, back) in of(word, with_more).iter().zip(of(surface, with_more)) {
                    let found = contrast(front, &back);
                    assert!(found >= least, "{word} on {surface}: {front} on {back} is {found:.2}");
                }
            }
        }
    }

    #[test]
    fn the_first_sheets_stand_first() {
        let mut sheets = FIRST.map(|name| format!("/desk/{name}-01ab.css")).to_vec();
        sheets.push("/desk/quote-01ab.css".to_owned());
        let check =
            |sheets: &[String]| check_order(&sheets.iter().map(String::as_str).collect::<Vec<_>>());
        assert!(check(&sheets).is_ok());
        sheets.swap(0, FIRST.len());
        let problem = check(&sheets).unwrap_err().to_string();
        assert!(problem.contains("style/tokens.css is not sheet 1"), "{problem}");
        assert!(check(&[]).is_err());
    }

    #[test]
    fn a_page_without_sheets_is_a_mistake() {
        assert!(with_one_sheet("<head></head>", &[], "prorata-3.css").is_err());
    }
}

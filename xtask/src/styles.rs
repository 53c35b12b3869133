//! One sheet for the browser out of the many that people write.
//!
//! `style/` has a sheet for each part, in the order that index.html gives them. While developing, the
//! browser loads them one by one; in a release that would be a dozen requests before the first paint.

use std::fs;
use std::path::Path;

use crate::page;
use crate::process::{Doing, Failure, Outcome};

/// How Trunk begins the element of a sheet, and how it ends.
const LINK: (&str, &str) = ("<link rel=\"stylesheet\" href=\"", ">");

/// Replaces the sheets of a bundle's page by a single one with the same contents in the same order.
pub(crate) fn merge(bundle: &Path) -> Outcome {
    let page = page::read(bundle)?;
    let addresses = addresses(&page);
    let mut merged = String::new();
    for address in &addresses {
        let file = bundle.join(file_name(address));
        merged.push_str(&fs::read_to_string(&file).doing(format!("read {address}"))?);
        fs::remove_file(&file).doing(format!("remove {address}"))?;
    }
    let name = format!("prorata-{}.css", page::fingerprint(merged.as_bytes()));
    fs::write(bundle.join(&name), merged).doing(format!("write {name}"))?;
    page::write(bundle, &with_one_sheet(&page, &addresses, &name)?)
}

/// The addresses of the sheets in the order of the page.
fn addresses(page: &str) -> Vec<&str> {
    page.split(LINK.0).skip(1).filter_map(|rest| rest.split('"').next()).collect()
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
    fn a_page_without_sheets_is_a_mistake() {
        assert!(with_one_sheet("<head></head>", &[], "prorata-3.css").is_err());
    }
}

//! `docs/accessibility.md`: what is done for each criterion of WCAG 2.2, and the tests that show it.
//!
//! An audit rots where nobody looks: a test that it names is renamed, a criterion is left out. Colours of what is no
//! letter are held here as well, because no engine looks at them.

use super::source::Source;

const AUDIT: &str = "docs/accessibility.md";
const TOKENS: &str = "style/tokens.css";
/// The criteria of the levels A and AA, in the order of the standard (<https://www.w3.org/TR/WCAG22/>).
const CRITERIA: [&str; 55] = [
    "1.1.1", "1.2.1", "1.2.2", "1.2.3", "1.2.4", "1.2.5", "1.3.1", "1.3.2", "1.3.3", "1.3.4",
    "1.3.5", "1.4.1", "1.4.2", "1.4.3", "1.4.4", "1.4.5", "1.4.10", "1.4.11", "1.4.12", "1.4.13",
    "2.1.1", "2.1.2", "2.1.4", "2.2.1", "2.2.2", "2.3.1", "2.4.1", "2.4.2", "2.4.3", "2.4.4",
    "2.4.5", "2.4.6", "2.4.7", "2.4.11", "2.5.1", "2.5.2", "2.5.3", "2.5.4", "2.5.7", "2.5.8",
    "3.1.1", "3.1.2", "3.2.1", "3.2.2", "3.2.3", "3.2.4", "3.2.6", "3.3.1", "3.3.2", "3.3.3",
    "3.3.4", "3.3.7", "3.3.8", "4.1.2", "4.1.3",
];
/// What is seen without being a letter, and what it is seen on.
const SEEN: [&str; 3] = ["border-strong", "focus", "accent"];
const SURFACES: [&str; 4] = ["background", "surface", "surface-hover", "surface-sunken"];
/// What the standard asks for (1.4.11).
const CONTRAST_MIN: f64 = 3.0;

/// Criteria that have no row, or a row that does not say what it has to.
pub(super) fn criteria(sources: &[Source]) -> Vec<String> {
    let Some(rows) = rows(sources) else { return Vec::new() };
    let named: Vec<&str> = rows.iter().filter_map(|row| row[0].split(' ').next()).collect();
    let mut broken = Vec::new();
    if named != CRITERIA {
        let differs = CRITERIA.iter().zip(&named).find(|(wanted, named)| wanted != named);
        let place = differs.map_or("the end", |(wanted, _)| wanted);
        broken.push(format!("{AUDIT}: the criteria differ from those of the standard at {place}"));
    }
    for row in rows {
        let [criterion, level, how, shown] = row;
        let applies = !how.starts_with("Does not apply: ");
        if how.is_empty() || shown.is_empty() == applies || !["A", "AA"].contains(&level.as_str()) {
            broken
                .push(format!("{AUDIT}: {criterion} does not say how it is met and what shows it"));
        }
    }
    broken
}

/// Tests that the audit names and that are not there.
pub(super) fn tests(sources: &[Source]) -> Vec<String> {
    let page = sources.iter().find(|source| source.path == AUDIT);
    let lines = page.into_iter().flat_map(|page| &page.lines);
    let named = lines.flat_map(|line| {
        let parts: Vec<&str> = line.text.split('`').collect();
        let pairs = parts.windows(2).filter_map(|pair| {
            let title = pair[1].strip_prefix(" \"")?.split('"').next()?;
            Some((pair[0].to_owned(), title.to_owned()))
        });
        pairs.collect::<Vec<_>>()
    });
    let is_there = |path: &str, title: &str| {
        let file = sources.iter().find(|source| source.path == path);
        file.is_some_and(|file| file.lines.iter().any(|line| line.text.contains(title)))
    };
    let lost = named.filter(|(path, title)| !is_there(path, title));
    lost.map(|(path, title)| format!("{AUDIT} names \"{title}\" of {path}")).collect()
}

/// Colours of edges, lines and the focus that are hard to see.
pub(super) fn contrast(sources: &[Source]) -> Vec<String> {
    let Some(sheet) = sources.iter().find(|source| source.path == TOKENS) else {
        return Vec::new();
    };
    let mut broken = Vec::new();
    for seen in SEEN {
        for surface in SURFACES {
            let (Some(front), Some(back)) = (token(sheet, seen), token(sheet, surface)) else {
                broken.push(format!("{TOKENS}: --{seen} or --{surface} is no pair of colours"));
                continue;
            };
            for (front, back, scheme) in [(front.0, back.0, "light"), (front.1, back.1, "dark")] {
                let ratio = ratio(front, back);
                if ratio < CONTRAST_MIN {
                    broken.push(format!(
                        "{TOKENS}: --{seen} on --{surface} in {scheme} is {ratio:.2} to 1"
                    ));
                }
            }
        }
    }
    broken
}

/// The rows of the audit: criterion, level, how it is met, what shows it.
fn rows(sources: &[Source]) -> Option<Vec<[String; 4]>> {
    let page = sources.iter().find(|source| source.path == AUDIT)?;
    let rows = page.lines.iter().filter_map(|line| {
        let cells: Vec<String> = line.text.split('|').map(|cell| cell.trim().to_owned()).collect();
        let is_row = line.text.starts_with("| ") && !cells[1].starts_with("Criterion");
        let [_, criterion, level, how, shown, _] = cells.try_into().ok()?;
        is_row.then_some([criterion, level, how, shown])
    });
    Some(rows.collect())
}

/// The two colours of a token, for light and for dark.
fn token(sheet: &Source, name: &str) -> Option<([u8; 3], [u8; 3])> {
    let start = format!("--{name}: light-dark(");
    let values = sheet.lines.iter().find_map(|line| line.text.trim().strip_prefix(&start))?;
    let (light, dark) = values.strip_suffix(");")?.split_once(", ")?;
    Some((colour(light)?, colour(dark)?))
}

fn colour(text: &str) -> Option<[u8; 3]> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let channel = |place: usize| u8::from_str_radix(digits.get(place..place + 2)?, 16).ok();
    Some([channel(0)?, channel(2)?, channel(4)?])
}

/// The ratio of the standard, from 1 to 21.
fn ratio(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(colour: [u8; 3]) -> f64 {
    let linear = colour.map(|channel| {
        let share = f64::from(channel) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn audit(rows: &[&str]) -> Source {
        Source::new(AUDIT, &rows.join("\n"))
    }

    #[test]
    fn a_criterion_that_is_left_out_is_told() {
        let rows: Vec<String> =
            CRITERIA.iter().map(|it| format!("| {it} Name | A | Somehow. | visit |")).collect();
        let mut rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        assert!(criteria(&[audit(&rows)]).is_empty());
        rows.remove(1);
        let broken = format!("{AUDIT}: the criteria differ from those of the standard at 1.2.1");
        assert_eq!(criteria(&[audit(&rows)]), [broken]);
    }

    #[test]
    fn a_row_says_what_shows_it_or_why_it_does_not_apply() {
        let told = |row: &str| criteria(&[audit(&[row])]).len() - 1;
        assert_eq!(told("| 1.1.1 Name | A | Somehow. | visit |"), 0);
        assert_eq!(told("| 1.1.1 Name | A | Does not apply: no sound. | |"), 0);
        assert_eq!(told("| 1.1.1 Name | A | Somehow. | |"), 1);
        assert_eq!(told("| 1.1.1 Name | AAA | Somehow. | visit |"), 1);
    }

    #[test]
    fn a_test_that_is_gone_is_told() {
        let page = audit(&["`tests/a.mjs` \"is there\"; `tests/a.mjs` \"is gone\"; `cargo` reads"]);
        let sources = [page, Source::new("tests/a.mjs", "journey(\"what is there\")")];
        assert_eq!(tests(&sources), [format!("{AUDIT} names \"is gone\" of tests/a.mjs")]);
    }

    #[test]
    fn what_is_no_letter_is_seen_as_well() {
        let sheet = |border: &str| {
            let pair = |name: &str, light, dark| format!("--{name}: light-dark({light}, {dark});");
            let mut lines = vec![pair("border-strong", border, "#ffffff")];
            lines.extend(["focus", "accent"].map(|name| pair(name, "#000000", "#ffffff")));
            lines.extend(SURFACES.map(|name| pair(name, "#ffffff", "#000000")));
            Source::new(TOKENS, &lines.join("\n"))
        };
        assert!(contrast(&[sheet("#8a8a8a")]).is_empty());
        assert_eq!(contrast(&[sheet("#cccccc")]).len(), SURFACES.len());
        assert!((ratio([0; 3], [255; 3]) - 21.0).abs() < 1e-9);
    }
}

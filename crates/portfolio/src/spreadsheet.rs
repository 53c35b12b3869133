//! Texts in tables for spreadsheets, on their way out and in again.
//!
//! A spreadsheet takes a cell that begins with certain signs for a formula, whoever wrote it. Names and
//! reasons come from people, so such a cell gets an apostrophe in front, which spreadsheets read as "this is
//! text". Where a cell begins is for the program to say: many of Europe's cut at semicolons, and then the
//! quotation marks do not hold a cell together. So every place is guarded at which one could begin.
//!
//! Invariant: [`unguarded`] takes off what [`guarded`] has added, and nothing else. A text with apostrophes of
//! its own before such a sign gets one more, so that one is always the guard's.

use std::borrow::Cow;

/// What a cell must not begin with, also in the width of East Asian letters. Tab and carriage return count
/// too, because spreadsheets skip them.
const FORMULA_SIGNS: [char; 10] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r'];

/// What some program may take for the end of a cell.
const SEPARATORS: [char; 5] = [',', ';', '\t', '\r', '\n'];

const GUARD: char = '\'';

/// The text of a cell that no spreadsheet calculates with.
#[must_use]
pub fn guarded(text: &str) -> Cow<'_, str> {
    match text.contains(FORMULA_SIGNS) {
        true => Cow::Owned(with_guards(text, |guards| guards + 1)),
        false => Cow::Borrowed(text),
    }
}

/// The text that somebody guarded; any other as it is.
#[must_use]
pub fn unguarded(text: &str) -> Cow<'_, str> {
    match text.contains(GUARD) {
        true => Cow::Owned(with_guards(text, |guards| guards.saturating_sub(1))),
        false => Cow::Borrowed(text),
    }
}

/// The same for the beginning of a cell alone, where the text is known to be one.
#[must_use]
pub fn unguarded_start(text: &str) -> &str {
    match text.strip_prefix(GUARD) {
        Some(rest) if rest.trim_start_matches(GUARD).starts_with(FORMULA_SIGNS) => rest,
        _ => text,
    }
}

/// The text with another number of apostrophes before each sign that could begin a formula.
fn with_guards(text: &str, change: fn(usize) -> usize) -> String {
    let mut changed = String::with_capacity(text.len() + 1);
    let mut begins = true;
    let mut signs = text.chars().peekable();
    while signs.peek().is_some() {
        let mut guards = 0;
        while begins && signs.next_if_eq(&GUARD).is_some() {
            guards += 1;
        }
        let is_formula = begins && signs.peek().is_some_and(|sign| FORMULA_SIGNS.contains(sign));
        let kept = if is_formula { change(guards) } else { guards };
        changed.extend(std::iter::repeat_n(GUARD, kept));
        begins &= is_formula || guards == 0;
        if let Some(sign) = signs.next() {
            changed.push(sign);
            // Blanks and quotation marks are not what a cell is seen to begin with.
            begins = SEPARATORS.contains(&sign) || begins && (sign.is_whitespace() || sign == '"');
        }
    }
    changed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_can_become_a_formula() {
        let cases = [
            ("=1+1", "'=1+1"),
            ("+49 30", "'+49 30"),
            ("-2", "'-2"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("＝1", "'＝1"),
            ("＋1", "'＋1"),
            ("－1", "'－1"),
            ("＠A1", "'＠A1"),
            ("\t=1", "'\t'=1"),
            ("\r=1", "'\r'=1"),
            ("  =1", "  '=1"),
            ("=HYPERLINK(\"http://x\",\"y\")", "'=HYPERLINK(\"http://x\",\"y\")"),
            // Where another program would cut.
            ("a,=1", "a,'=1"),
            ("a;=1", "a;'=1"),
            ("a; \"=1", "a; \"'=1"),
            ("a\n-1", "a\n'-1"),
            ("a\t＠1", "a\t'＠1"),
            // Apostrophes of its own.
            ("'=1", "''=1"),
            ("''=1", "'''=1"),
            ("'tis", "'tis"),
            ("'", "'"),
            ("rock,'-n-roll", "rock,''-n-roll"),
            // Not at the beginning they are what they are.
            ("a=b", "a=b"),
            ("2026-11-20", "2026-11-20"),
            ("quantity: 3 -> 1; renew: false -> true", "quantity: 3 -> 1; renew: false -> true"),
        ];
        for (text, written) in cases {
            assert_eq!(guarded(text), written, "{text:?}");
            assert_eq!(unguarded(written), text, "{text:?}");
        }
        assert_eq!(unguarded_start("'＝1;'=2"), "＝1;'=2");
        assert_eq!(unguarded_start("'tis"), "'tis");
    }

    /// Every text of up to five signs, cut wherever any program may cut.
    #[test]
    fn what_is_guarded_is_no_formula_and_is_read_back_the_same() {
        const SIGNS: [char; 9] = ['=', '－', ';', '\t', '\n', '"', ' ', '\'', 'a'];
        let mut texts = vec![String::new()];
        for _ in 0..5 {
            let longer = |text: &String| SIGNS.map(|sign| format!("{text}{sign}"));
            texts = texts.iter().flat_map(longer).collect();
            for text in &texts {
                let written = guarded(text);
                for part in written.split(SEPARATORS) {
                    let part =
                        part.trim_start_matches(|sign: char| sign.is_whitespace() || sign == '"');
                    assert!(!part.starts_with(['=', '－']), "{text:?} as {written:?}");
                }
                assert_eq!(unguarded(&written), *text, "as {written:?}");
            }
        }
    }
}

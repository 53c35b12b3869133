//! Texts that show what they are.
//!
//! What a person types is stored, listed and passed on, so that it must look the same everywhere and
//! be found by what is seen. Three kinds of characters break that, and are refused wherever they
//! come in a body: control characters, marks that turn the direction of what follows, and characters
//! without any width. Two without a width belong to the spelling of many languages and to emoji, the
//! joiner and the non-joiner: they are taken beside a character that is not ASCII.
//!
//! A description may have lines, tabs, and what comes along when text is pasted.

use serde_json::Value;

use crate::http::problem::Problem;

/// Fields that hold whole texts, by their name.
const PROSE: &[&str] = &["description", "problemScopingQuestions"];

/// Checks every text of a body.
///
/// # Errors
/// 400 that names the first field with such a character.
pub(crate) fn check(body: &Value) -> Result<(), Problem> {
    let Some((path, found)) = hidden_in(body, is_bad_in_name) else { return Ok(()) };
    let why = format!(
        "has the character U+{:04X}, which is not seen. Control characters, marks of direction and \
         characters without width are not accepted.",
        u32::from(found)
    );
    Err(Problem::invalid(path.trim_start_matches('.'), why))
}

/// Whether everything in a name can be seen.
pub(crate) fn is_visible(name: &str) -> bool {
    first(name, is_bad_in_name).is_none()
}

/// A name with a space for what breaks it, and without everything else that cannot be seen.
pub(crate) fn cleaned(name: &str) -> String {
    if is_visible(name) {
        return name.trim().to_owned();
    }
    let seen = |character: char| match character {
        _ if character.is_control() || "\u{2028}\u{2029}".contains(character) => Some(' '),
        _ if is_joiner(character) || is_bad_in_name(character) => None,
        _ => Some(character),
    };
    name.chars().filter_map(seen).collect::<String>().trim().to_owned()
}

type IsBad = fn(char) -> bool;

/// Where in a value there is such a character, and which.
fn hidden_in(value: &Value, is_bad: IsBad) -> Option<(String, char)> {
    match value {
        Value::String(text) => first(text, is_bad).map(|found| (String::new(), found)),
        Value::Array(items) => items.iter().enumerate().find_map(|(place, item)| {
            let (path, found) = hidden_in(item, is_bad)?;
            Some((format!("[{place}]{path}"), found))
        }),
        Value::Object(fields) => fields.iter().find_map(|(name, value)| {
            let is_bad = if PROSE.contains(&&**name) { is_bad_in_prose } else { is_bad };
            // The name of a field is kept as well.
            let in_name = first(name, is_bad_in_name).map(|found| (String::new(), found));
            let (path, found) = in_name.or_else(|| hidden_in(value, is_bad))?;
            Some((format!(".{}{path}", name.escape_debug()), found))
        }),
        _ => None,
    }
}

fn first(text: &str, is_bad: IsBad) -> Option<char> {
    let mut before = None;
    let mut rest = text.chars().peekable();
    while let Some(this) = rest.next() {
        let is_bad = match is_joiner(this) {
            true => {
                let has_company = joins(before) || joins(rest.peek().copied());
                !has_company || before.is_some_and(is_joiner)
            }
            false => is_bad(this),
        };
        if is_bad {
            return Some(this);
        }
        before = Some(this);
    }
    None
}

fn is_joiner(character: char) -> bool {
    matches!(character, '\u{200c}' | '\u{200d}')
}

/// Whether this may be joined to something, or kept from it.
fn joins(neighbour: Option<char>) -> bool {
    neighbour.is_some_and(|it| !it.is_ascii() && !it.is_whitespace() && !is_joiner(it))
}

fn is_bad_in_name(character: char) -> bool {
    character.is_control() || turns(character) || has_no_width(character)
}

fn is_bad_in_prose(character: char) -> bool {
    !"\t\n\r".contains(character) && character.is_control() || turns(character)
}

/// Marks that change the direction of what follows. [Unicode 16, UAX #9]
fn turns(character: char) -> bool {
    matches!(character,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Characters that leave no trace on the screen, and separators of lines that break a row. [Unicode
/// 16, `Default_Ignorable_Code_Point`, without the variation selectors of emoji]
fn has_no_width(character: char) -> bool {
    matches!(character,
        '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180e}'
        | '\u{200b}' | '\u{2028}' | '\u{2029}' | '\u{2060}'..='\u{2064}' | '\u{206a}'..='\u{206f}'
        | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn names_of_all_scripts_are_plain() {
        for name in [
            "",
            "Fertigungsleitstand – 100 % „neu“",
            "澜汀 开发环境甲",
            "霞ヶ瀬、処理中",
            "שרת ראשי",
            "خادم رئيسي",
            // Persian, with a non-joiner within a word, also after ASCII.
            "می\u{200c}خواهم",
            "PDF\u{200c}ها",
            // Malayalam and Sinhala, with a joiner at the end of a word and within one.
            "അവന്\u{200d} x",
            "ශ්\u{200d}රී",
            // A person at a computer, and a heart on fire with its selector.
            "👩\u{200d}💻",
            "❤\u{fe0f}\u{200d}🔥 1️\u{20e3}",
            "e\u{301}",
        ] {
            assert_eq!(first(name, is_bad_in_name), None, "{name:?}");
        }
    }

    #[test]
    fn what_is_not_seen_is_found() {
        for bad in [
            '\0',
            '\t',
            '\n',
            '\r',
            '\u{1b}',
            '\u{7f}',
            '\u{85}',
            '\u{ad}',
            '\u{61c}',
            '\u{200b}',
            '\u{200c}',
            '\u{200d}',
            '\u{200e}',
            '\u{200f}',
            '\u{2028}',
            '\u{202a}',
            '\u{202e}',
            '\u{2060}',
            '\u{2066}',
            '\u{2069}',
            '\u{feff}',
            '\u{3164}',
            '\u{e0041}',
        ] {
            for name in [format!("ad{bad}min"), format!("{bad}admin"), format!("admin{bad}")] {
                assert_eq!(first(&name, is_bad_in_name), Some(bad), "{name:?}");
            }
        }
        // Joiners do not keep each other company.
        assert_eq!(first("あ\u{200d}\u{200d}あ", is_bad_in_name), Some('\u{200d}'));
        assert_eq!(first("a \u{200d} b", is_bad_in_name), Some('\u{200d}'));
    }

    #[test]
    fn the_field_is_named() {
        let target = |body: Value| {
            check(&body).err().map(|problem| problem.into_answer()).map(|answer| {
                let body: Value = serde_json::from_slice(&answer.body).expect("JSON");
                body["error"]["target"].as_str().unwrap_or_default().to_owned()
            })
        };
        let check = |body: Value, field: &str| assert_eq!(target(body).as_deref(), Some(field));
        check(json!("\u{202e}"), "");
        check(json!({ "a": [{ "b": "x" }, { "b": "\u{200b}" }] }), "a[1].b");
        check(json!({ "a": { "b\u{202e}": 1 } }), "a.b\\u{202e}");
        check(json!({ "description": "\u{202e}" }), "description");
        check(json!({ "description": "a\u{0}b" }), "description");
        assert_eq!(target(json!({ "description": "one\r\n\ttwo\u{200b}\u{feff}\u{ad}" })), None);
        assert_eq!(target(json!({ "a": [1, null, true, "x"] })), None);
    }
}

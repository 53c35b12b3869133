//! JSON in every envelope: arrays, pages, JSON Lines, one record, pages one after another.
//!
//! Records are cut out of the text before they are parsed. So each has its line, one that is
//! malformed costs no other, and a file that is cut off gives what came before.

use std::borrow::Cow;

use serde_json::Value;

use crate::column::{Column, folded};

/// Where a record stands in the text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Span {
    pub(crate) line: u64,
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Whether its brackets are closed.
    pub(crate) is_whole: bool,
}

/// Whether a text is meant to be JSON.
pub(crate) fn is_json(text: &str) -> bool {
    let start = text.trim_start();
    let rest = start.get(1..).unwrap_or_default().trim_start();
    match start.as_bytes().first() {
        Some(b'{') => rest.starts_with(['"', '}']) || rest.is_empty(),
        Some(b'[') => {
            rest.starts_with(['{', '[', ']', '"', '-'])
                || rest.bytes().next().is_none_or(|byte| byte.is_ascii_digit())
        }
        _ => false,
    }
}

/// What a tool has said where its output was to be JSON, each line with its number.
pub(crate) type Messages<'a> = Vec<(u64, &'a str)>;

/// A text with blanks in the place of messages, as in `az … > file 2>&1`, and these; nothing if it is not meant to be
/// JSON. No line of JSON begins as a message does, and what stands between a first message and the JSON belongs to it.
pub(crate) fn without_messages(text: &str) -> Option<(Cow<'_, str>, Messages<'_>)> {
    let start = text.trim_start_matches('\u{feff}').trim_start();
    let mut begins = is_json(start);
    if !begins && !is_message(start) {
        return None;
    }
    let mut at = 0;
    let mut messages = Vec::new();
    let mut places = Vec::new();
    for (number, line) in (1_u64..).zip(text.split_inclusive('\n')) {
        let said = line.trim();
        begins = begins || (!said.is_empty() && !is_message(line) && is_json(&text[at..]));
        if !said.is_empty() && (!begins || is_message(line)) {
            messages.push((number, said));
            places.push(at..at + line.trim_end().len());
        }
        if !begins && messages.len() > MESSAGES_MAX {
            return None;
        }
        at += line.len();
    }
    if !begins {
        return None;
    }
    if places.is_empty() {
        return Some((Cow::Borrowed(text), messages));
    }
    let mut blank = String::with_capacity(text.len());
    let mut from = 0;
    for place in places {
        blank.push_str(&text[from..place.start]);
        blank.extend(std::iter::repeat_n(' ', place.len()));
        from = place.end;
    }
    blank.push_str(&text[from..]);
    Some((Cow::Owned(blank), messages))
}

/// How many lines a tool may say before its output.
const MESSAGES_MAX: usize = 100;

/// Whether a line begins as a message of a tool does: `WARNING: …`, in color, or as PowerShell hands it on.
fn is_message(line: &str) -> bool {
    let mut line = line.trim_start();
    if let Some((code, rest)) = line.strip_prefix("\u{1b}[").and_then(|rest| rest.split_once('m')) {
        let is_color = code.bytes().all(|byte| byte.is_ascii_digit() || byte == b';');
        line = if is_color { rest.trim_start() } else { line };
    }
    if let Some((program, rest)) = line.split_once(" : ") {
        let is_name =
            program.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-".contains(&byte));
        line = if is_name { rest } else { line };
    }
    ["WARNING:", "ERROR:", "INFO:", "DEBUG:"].iter().any(|word| line.starts_with(word))
}

/// The records of a text, in their order, and what is around them.
#[derive(Default)]
pub(crate) struct Records {
    pub(crate) spans: Vec<Span>,
    /// Whether there are more than were asked for.
    pub(crate) is_cut: bool,
    /// How many envelopes there are so far.
    envelopes: u64,
    /// The member by which the last page names the page after it.
    next: Option<&'static str>,
    /// The most records that a page says there are in all, and the member that says it.
    total: Option<(u64, &'static str)>,
}

impl Records {
    /// What tells that the answer has more pages, with how many records there are in all where it says so. Pages
    /// may follow each other in one text, so only the last one tells whether another one is missing.
    pub(crate) fn more(&self) -> Option<(Option<u64>, &'static str)> {
        let total = self.total.filter(|(total, _)| *total > self.spans.len() as u64);
        total.map(|(total, by)| (Some(total), by)).or(self.next.map(|by| (None, by)))
    }

    /// Notes what a member of an envelope says of pages, by its name in [`PAGES`].
    fn note(&mut self, by: &'static str, value: &str) {
        let value = value.trim();
        let is_there = match by {
            "total_records" | "totalCount" => {
                let total = value.trim_matches('"').parse().ok();
                self.total = self.total.max(total.map(|total| (total, by)));
                return;
            }
            "links.next" => {
                let links: Value = serde_json::from_str(value).unwrap_or_default();
                links.get("next").is_some_and(|next| !next.is_null())
            }
            _ => !matches!(value, "null" | "\"\""),
        };
        if is_there {
            self.next = Some(by);
        }
    }
}

/// The folded names that envelopes have for the page after this one or for how many records there are in all,
/// and what they are called in notes.
const PAGES: [(&str, &str); 7] = [
    ("nextlink", "nextLink"),
    ("odatanextlink", "@odata.nextLink"),
    ("nextpagelink", "NextPageLink"),
    ("skiptoken", "skip_token"),
    ("links", "links.next"),
    ("totalrecords", "total_records"),
    ("totalcount", "totalCount"),
];

/// The records of a text; of more than `max` only the first are kept.
pub(crate) fn records(text: &str, max: u64) -> Records {
    let mut found = Records::default();
    let max = usize::try_from(max).unwrap_or(usize::MAX);
    collect(text, 0, text.len(), ENVELOPES_MAX, &mut found, max);
    found.is_cut = found.spans.len() > max;
    found.spans.truncate(max);
    // One pass over the text gives all lines.
    let (mut line, mut at) = (1, 0);
    for span in &mut found.spans {
        line +=
            text.as_bytes()[at..span.start].iter().filter(|byte| **byte == b'\n').count() as u64;
        (span.line, at) = (line, span.start);
    }
    found
}

/// How many envelopes may stand around the records.
const ENVELOPES_MAX: u32 = 6;

/// The names that envelopes have for what is in them.
const ENVELOPES: [&str; 13] = [
    "value",
    "items",
    "data",
    "results",
    "records",
    "rows",
    "lineitems",
    "response",
    "responses",
    "body",
    "content",
    "reservations",
    "virtualmachinereservations",
];

/// Whether a member holds records: by its name, or as the answer with this status.
fn is_envelope(name: &str) -> bool {
    let is_status =
        name.len() == 3 && name.starts_with('2') && name.bytes().all(|byte| byte.is_ascii_digit());
    is_status || ENVELOPES.contains(&name)
}

/// The values between two places: of an array, or one after another.
fn collect(text: &str, start: usize, end: usize, depth: u32, found: &mut Records, max: usize) {
    let bytes = text.as_bytes();
    let mut at = start;
    while let Some(next) = (at..end).find(|place| !b" \t\r\n,\x1e".contains(&bytes[*place])) {
        // Files that were put one after another keep their marks.
        if text.get(next..).is_some_and(|rest| rest.starts_with('\u{feff}')) {
            at = next + '\u{feff}'.len_utf8();
            continue;
        }
        if found.spans.len() > max {
            return;
        }
        let (value_end, is_whole) = value_end(bytes, next, end);
        let span = Span { line: 0, start: next, end: value_end, is_whole };
        match bytes[next] {
            b'[' if depth > 0 => {
                let inner_end = if is_whole { value_end - 1 } else { value_end };
                collect(text, next + 1, inner_end, depth - 1, found, max);
            }
            b'{' if depth > 0 => match contents(text, span) {
                Some(Envelope { start, end, pages }) => {
                    found.envelopes += 1;
                    let before = found.envelopes;
                    collect(text, start, end, depth - 1, found, max);
                    // Only what has records itself is a page, and the last page may say nothing.
                    if found.envelopes == before {
                        found.next = None;
                    }
                    pages.into_iter().for_each(|(by, value)| found.note(by, value));
                }
                None => found.spans.push(span),
            },
            _ => found.spans.push(span),
        }
        at = value_end.max(next + 1);
    }
}

/// An object that is no record itself and has a member with its records.
struct Envelope<'a> {
    /// Where that member stands.
    start: usize,
    end: usize,
    /// Its members of [`PAGES`].
    pages: Vec<(&'static str, &'a str)>,
}

/// What is in an envelope.
fn contents(text: &str, span: Span) -> Option<Envelope<'_>> {
    let bytes = text.as_bytes();
    let end = if span.is_whole { span.end - 1 } else { span.end };
    let mut at = span.start + 1;
    let mut inner = None;
    let mut pages = Vec::new();
    let blank = |place: &usize| b" \t\r\n,".contains(&bytes[*place]);
    while let Some(start) = (at..end).find(|place| !blank(place)) {
        if bytes[start] != b'"' {
            break;
        }
        let (name_end, _) = value_end(bytes, start, end);
        let name = text.get(start + 1..name_end.saturating_sub(1)).unwrap_or_default();
        let Some(colon) = (name_end..end).find(|place| bytes[*place] == b':') else { break };
        let Some(value) = (colon + 1..end).find(|place| !blank(place)) else { break };
        let (ends, _) = value_end(bytes, value, end);
        let name = folded(name);
        // A record has an id or properties; an envelope has neither.
        if matches!(name.as_str(), "id" | "properties" | "sku") {
            return None;
        }
        let holds = match bytes[value] {
            b'[' => (value + 1..ends)
                .find(|place| !blank(place))
                .is_none_or(|place| b"{[]".contains(&bytes[place])),
            b'{' => !matches!(name.as_str(), "value" | "items"),
            _ => false,
        };
        if inner.is_none() && holds && is_envelope(&name) {
            inner = Some((value, ends));
        } else if let Some((_, by)) = PAGES.iter().find(|(page, _)| *page == name) {
            pages.push((*by, text.get(value..ends).unwrap_or_default()));
        }
        at = ends.max(start + 1);
    }
    inner.map(|(start, end)| Envelope { start, end, pages })
}

/// Where the value that begins here ends, and whether it is closed. Brackets in texts do not count.
fn value_end(bytes: &[u8], start: usize, end: usize) -> (usize, bool) {
    let mut depth = 0_u32;
    let mut at = start;
    while at < end {
        match bytes[at] {
            b'"' => {
                let Some(closed) = text_end(bytes, at, end) else { return (end, false) };
                at = closed;
                if depth == 0 {
                    return (at, true);
                }
                continue;
            }
            b'{' | b'[' => depth += 1,
            b'}' | b']' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return (at + 1, true);
                }
            }
            b',' | b'\n' | b'\r' | b' ' if depth == 0 => return (at, true),
            _ => {}
        }
        at += 1;
    }
    (end, depth == 0)
}

fn text_end(bytes: &[u8], start: usize, end: usize) -> Option<usize> {
    let mut at = start + 1;
    while at < end {
        match bytes[at] {
            b'\\' => at += 1,
            b'"' => return Some(at + 1),
            _ => {}
        }
        at += 1;
    }
    None
}

/// One record as the texts of its columns, whatever its nesting: `properties.sku.name` is `skuname`.
pub(crate) struct Flat {
    pub(crate) cells: Vec<Option<String>>,
    /// Names without a column, folded.
    pub(crate) unread: Vec<String>,
}

/// Flattens a record.
pub(crate) fn flatten(record: &Value) -> Flat {
    let mut flat = Flat { cells: vec![None; Column::COUNT], unread: Vec::new() };
    add(&mut flat, "", record, DEPTH_MAX);
    flat
}

/// Deeper fields of a record are not read.
const DEPTH_MAX: u32 = 6;

fn add(flat: &mut Flat, path: &str, value: &Value, depth: u32) {
    match value {
        Value::Null => {}
        Value::Object(fields) if depth > 0 => {
            for (name, value) in fields {
                // PowerShell writes some values with what it has added to them: `{"value": …, "DateTime": …}`.
                let is_value = !path.is_empty()
                    && name.eq_ignore_ascii_case("value")
                    && !matches!(value, Value::Object(_) | Value::Array(_))
                    && Column::of(&format!("{path}{name}")).is_none();
                let path = match name.as_str() {
                    _ if is_value => path.to_owned(),
                    _ if path.is_empty() && name.eq_ignore_ascii_case("properties") => {
                        String::new()
                    }
                    _ => format!("{path}{name}"),
                };
                add(flat, &path, value, depth - 1);
            }
        }
        Value::Object(_) => flat.unread.push(folded(path)),
        Value::Array(entries) => {
            if folded(path).ends_with("utilizationaggregates") {
                return utilization(flat, entries);
            }
            let texts: Vec<&str> = entries.iter().filter_map(text_of).collect();
            if !texts.is_empty() {
                put(flat, path, texts.join(","));
            }
        }
        Value::String(text) => put(flat, path, text.clone()),
        Value::Bool(_) | Value::Number(_) => put(flat, path, value.to_string()),
    }
}

fn text_of(entry: &Value) -> Option<&str> {
    entry.as_str().or_else(|| entry.get("id").and_then(Value::as_str))
}

fn put(flat: &mut Flat, path: &str, text: String) {
    match Column::of(path) {
        Some(column) => {
            flat.cells[column as usize].get_or_insert(text);
        }
        None => flat.unread.push(folded(path)),
    }
}

fn utilization(flat: &mut Flat, entries: &[Value]) {
    for entry in entries {
        let [grain, value] = ["grain", "value"].map(|name| entry.get(name).map(Value::to_string));
        let (Some(grain), Some(value)) = (grain, value) else { continue };
        let column = match grain.trim_matches('"').split('.').next() {
            Some("1") => Column::UtilizationOneDay,
            Some("7") => Column::UtilizationSevenDays,
            Some("30") => Column::UtilizationThirtyDays,
            _ => continue,
        };
        flat.cells[column as usize] = Some(value.trim_matches('"').to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn records(text: &str) -> Vec<(u64, &str)> {
        let found = super::records(text, 100);
        found.spans.iter().map(|span| (span.line, &text[span.start..span.end])).collect()
    }

    #[test]
    fn records_are_found_in_every_envelope() {
        let (one, two) = (r#"{"id":"1","value":[]}"#, r#"{"id":"2","t":"a]}\"b"}"#);
        let expect = |lines: [u64; 2]| [(lines[0], one), (lines[1], two)];
        assert_eq!(records(&format!("[{one},\n{two}]")), expect([1, 2]));
        assert_eq!(
            records(&format!("{{\"value\":[\n{one},{two}],\"nextLink\":null}}")),
            expect([2, 2])
        );
        assert_eq!(records(&format!("{one}\n{two}\n")), expect([1, 2]));
        assert_eq!(
            records(&format!("{{\"value\":[{one}]}}\n{{\"Items\":[{two}]}}")),
            expect([1, 2])
        );
        assert_eq!(records(&format!("[[{one}],[{two}]]")), expect([1, 1]));
        assert_eq!(
            records(&format!(
                "{{\"request\":{{}},\"response\":{{\"body\":{{\"value\":[{one},{two}]}}}}}}"
            )),
            expect([1, 1])
        );
        assert_eq!(records(one), [(1, one)]);
        assert_eq!(records("{\"value\":[]}"), []);
        assert_eq!(records(""), []);
    }

    #[test]
    fn what_a_tool_says_is_no_json() {
        let check = |text: &str, rest: Option<&str>, expect: &[(u64, &str)]| {
            let found = without_messages(text);
            assert_eq!(found.as_ref().map(|(rest, _)| rest.trim()), rest, "{text:?}");
            assert_eq!(found.map(|(_, said)| said).unwrap_or_default(), expect, "{text:?}");
        };
        let array = "[\n{\"id\": \"1\"}\n]";
        check(array, Some(array), &[]);
        check(&format!("WARNING: a\r\n{array}"), Some(array), &[(1, "WARNING: a")]);
        check(
            &format!("\u{1b}[33mWARNING: a\u{1b}[0m\n{array}"),
            Some(array),
            &[(1, "\u{1b}[33mWARNING: a\u{1b}[0m")],
        );
        check(&format!("{array}\nERROR: ä\n"), Some(array), &[(4, "ERROR: ä")]);
        check(
            &format!("az : WARNING: a, [b]\nAt line:1 char:1\n+ ~~~\n\n{array}"),
            Some(array),
            &[(1, "az : WARNING: a, [b]"), (2, "At line:1 char:1"), (3, "+ ~~~")],
        );
        check("WARNING: a\nERROR: b\n", None, &[]);
        // However many lines are empty, each is looked at once.
        check(
            &format!("WARNING: a{}{array}", "\n".repeat(1 << 20)),
            Some(array),
            &[(1, "WARNING: a")],
        );
        check("Name,Term\n[1],P1Y\n", None, &[]);
        check(&"WARNING: a\n".repeat(200), None, &[]);
    }

    #[test]
    fn what_is_cut_off_or_malformed_costs_no_other() {
        let cut = "[{\"id\":\"1\"},\n{\"id\":\"2\",\"na";
        assert_eq!(records(cut), [(1, "{\"id\":\"1\"}"), (2, "{\"id\":\"2\",\"na")]);
        assert!(!super::records(cut, 9).spans[1].is_whole);
        let comma = "[{\"id\":\"1\" \"x\":2},{\"id\":\"2\"},]";
        assert_eq!(records(comma).len(), 2);
        assert_eq!(records("[1,{\"id\":\"1\"}]")[0], (1, "1"));
        let deep = "[".repeat(100_000);
        assert_eq!(super::records(&deep, 9).spans.len(), 1);
        // A comma of Chinese is none of JSON.
        assert_eq!(records("{\"id\":\"1\"}，{\"id\":\"2\"}")[0], (1, "{\"id\":\"1\"}"));
        assert_eq!(records("{\"id\":\"1\"}\n\u{feff}{\"id\":\"2\"}").len(), 2);
        let limited = super::records("[1,2,3]", 2);
        assert_eq!((limited.spans.len(), limited.is_cut), (2, true));
    }

    #[test]
    fn nesting_does_not_matter() {
        let record = serde_json::from_str(
            r#"{"properties":{"quantity":2,"sku":{"name":"X"},"utilization":{"aggregates":[
                {"grain":1.0,"value":0.0},{"grain":7,"value":99.29},{"grain":30.0,"value":5}]},
                "splitProperties":{"splitDestinations":["a","b"]},"new":{"field":1}},"Name":"n"}"#,
        )
        .unwrap();
        let flat = flatten(&record);
        let cell = |column: Column| flat.cells[column as usize].as_deref();
        assert_eq!(cell(Column::Quantity), Some("2"));
        assert_eq!(cell(Column::SkuName), Some("X"));
        assert_eq!(cell(Column::Name), Some("n"));
        assert_eq!(cell(Column::SplitDestinations), Some("a,b"));
        assert_eq!(cell(Column::UtilizationOneDay), Some("0.0"));
        assert_eq!(cell(Column::UtilizationSevenDays), Some("99.29"));
        assert_eq!(cell(Column::UtilizationThirtyDays), Some("5"));
        assert_eq!(flat.unread, ["newfield"]);
    }
}

//! Calendar files, line by line.

use chrono::{DateTime, NaiveDate, Utc};
use prorata::radar::ics::{Event, calendar};
use wasm_bindgen_test::wasm_bindgen_test;

fn now() -> DateTime<Utc> {
    "2026-11-21T15:04:05Z".parse().unwrap()
}

fn event() -> Event {
    Event {
        id: "expires-r@prorata".to_owned(),
        day: NaiveDate::from_ymd_opt(2027, 12, 31).unwrap(),
        summary: "Web expires".to_owned(),
        ..Event::default()
    }
}

fn lines(event: Event) -> Vec<String> {
    let file = calendar("Radar", &[event], now());
    assert!(file.ends_with("END:VCALENDAR\r\n"));
    assert_eq!(file.matches('\n').count(), file.matches("\r\n").count(), "no end without a return");
    file.split("\r\n").map(ToOwned::to_owned).collect()
}

/// The value of a property, unfolded.
fn value(event: Event, name: &str) -> String {
    let file = calendar("Radar", &[event], now()).replace("\r\n ", "");
    let mut lines = file.lines();
    let found = lines.find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
    found.unwrap_or_else(|| panic!("no {name} in {file}")).to_owned()
}

#[wasm_bindgen_test]
fn a_file_has_what_the_standard_asks_for() {
    let event =
        Event { reminder_days: Some(7), url: "https://a.example/x,y".to_owned(), ..event() };
    assert_eq!(
        lines(event),
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Prorata//Radar//EN",
            "CALSCALE:GREGORIAN",
            "X-WR-CALNAME:Radar",
            "BEGIN:VEVENT",
            "UID:expires-r@prorata",
            "DTSTAMP:20261121T150405Z",
            "SEQUENCE:29921224",
            "DTSTART;VALUE=DATE:20271231",
            "DTEND;VALUE=DATE:20280101",
            "SUMMARY:Web expires",
            "DESCRIPTION:",
            "URL:https://a.example/x,y",
            "TRANSP:TRANSPARENT",
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            "DESCRIPTION:Web expires",
            "TRIGGER:-P7D",
            "END:VALARM",
            "END:VEVENT",
            "END:VCALENDAR",
            "",
        ]
    );
}

#[wasm_bindgen_test]
fn a_whole_day_ends_on_the_day_after_it_in_a_leap_year_too() {
    for (year, month, day, end) in [(2028, 2, 28, "20280229"), (2028, 2, 29, "20280301")] {
        let day = NaiveDate::from_ymd_opt(year, month, day).unwrap();
        assert_eq!(value(Event { day, ..event() }, "DTEND;VALUE=DATE"), end);
    }
}

#[wasm_bindgen_test]
fn texts_are_escaped_and_controls_left_out() {
    let description = "a,b;c\\d\r\ne\u{7}:\"f\"".to_owned();
    let written = value(Event { description, ..event() }, "DESCRIPTION");
    assert_eq!(written, r#"a\,b\;c\\d\ne:"f""#);
}

#[wasm_bindgen_test]
fn long_lines_are_folded_between_signs_and_at_75_octets() {
    for sign in ["x", "ä", "预", "🗓"] {
        for count in 0..200 {
            let summary = sign.repeat(count);
            let lines = lines(Event { summary: summary.clone(), ..event() });
            assert!(lines.iter().all(|line| line.len() <= 75), "{sign} {count}");
            assert_eq!(value(Event { summary: summary.clone(), ..event() }, "SUMMARY"), summary);
        }
    }
    let summary = "x".repeat(67);
    let folded = lines(Event { summary: format!("{summary}y"), ..event() });
    let place = folded.iter().position(|line| line.starts_with("SUMMARY")).unwrap();
    assert_eq!(folded[place], format!("SUMMARY:{summary}"));
    assert_eq!(folded[place + 1], " y");
}

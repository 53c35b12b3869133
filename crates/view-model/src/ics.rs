//! Calendar files as RFC 5545 describes them, for the events of whole days.
//!
//! Nothing here knows the page, the clock or what the events are about.

use chrono::{DateTime, Days, NaiveDate, Timelike, Utc};

/// The longest line of a calendar file in octets, without its end (RFC 5545, section 3.1).
const LINE_OCTETS_MAX: usize = 75;

/// One event that takes a whole day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Event {
    /// What tells it from every other event. An event with the same id replaces this one.
    pub id: String,
    /// The UTC calendar day, which a calendar shows in every time zone.
    pub day: NaiveDate,
    /// What it is about, in one line.
    pub summary: String,
    /// What else there is to know; may have several lines.
    pub description: String,
    /// Where to read on; an absolute address.
    pub url: String,
    /// How many days before it the calendar reminds of it; `None` for no reminder.
    pub reminder_days: Option<u16>,
}

/// A calendar called `name` as the contents of a file, made at `now`.
#[must_use]
pub fn calendar(name: &str, events: &[Event], now: DateTime<Utc>) -> String {
    let mut file = File::default();
    file.line("BEGIN", "VCALENDAR");
    file.line("VERSION", "2.0");
    file.line("PRODID", "-//Prorata//Radar//EN");
    file.line("CALSCALE", "GREGORIAN");
    file.text("X-WR-CALNAME", name);
    for event in events {
        file.event(event, now);
    }
    file.line("END", "VCALENDAR");
    file.0
}

#[derive(Default)]
struct File(String);

impl File {
    fn event(&mut self, event: &Event, now: DateTime<Utc>) {
        self.line("BEGIN", "VEVENT");
        self.text("UID", &event.id);
        let (hour, minute, second) = (now.hour(), now.minute(), now.second());
        let moment = format!("{}T{hour:02}{minute:02}{second:02}Z", date(now.date_naive()));
        self.line("DTSTAMP", &moment);
        // Calendars take a second file for an update only if its number is higher; the minutes since
        // 1970 rise with every file and fit the 31 bits that they count in.
        self.line("SEQUENCE", &now.timestamp().div_euclid(60).to_string());
        self.line("DTSTART;VALUE=DATE", &date(event.day));
        // The end of an event is the first day after it.
        self.line("DTEND;VALUE=DATE", &date(event.day + Days::new(1)));
        self.text("SUMMARY", &event.summary);
        self.text("DESCRIPTION", &event.description);
        if !event.url.is_empty() {
            self.line("URL", &event.url);
        }
        // A date to know of; nobody is busy because of it.
        self.line("TRANSP", "TRANSPARENT");
        if let Some(days) = event.reminder_days {
            self.line("BEGIN", "VALARM");
            self.line("ACTION", "DISPLAY");
            self.text("DESCRIPTION", &event.summary);
            self.line("TRIGGER", &format!("-P{days}D"));
            self.line("END", "VALARM");
        }
        self.line("END", "VEVENT");
    }

    fn text(&mut self, name: &str, value: &str) {
        self.line(name, &escaped(value));
    }

    /// A line, folded where it is too long: the rest follows on lines that begin with a space.
    fn line(&mut self, name: &str, value: &str) {
        let mut octets = 0;
        for sign in name.chars().chain([':']).chain(value.chars()) {
            if octets + sign.len_utf8() > LINE_OCTETS_MAX {
                self.0.push_str("\r\n ");
                octets = 1;
            }
            self.0.push(sign);
            octets += sign.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// A text as a value: what has a meaning in the file is escaped, what no calendar can hold left out.
fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '\\' | ';' | ',' => value.extend(['\\', sign]),
            '\n' => value.push_str("\\n"),
            control if control.is_control() => {}
            plain => value.push(plain),
        }
    }
    value
}

fn date(day: NaiveDate) -> String {
    day.to_string().replace('-', "")
}

#[cfg(test)]
mod tests {
    use super::*;

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
        assert_eq!(
            file.matches('\n').count(),
            file.matches("\r\n").count(),
            "no end without a return"
        );
        file.split("\r\n").map(ToOwned::to_owned).collect()
    }

    /// The value of a property, unfolded.
    fn value(event: Event, name: &str) -> String {
        let file = calendar("Radar", &[event], now()).replace("\r\n ", "");
        let mut lines = file.lines();
        let found = lines.find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
        found.unwrap_or_else(|| panic!("no {name} in {file}")).to_owned()
    }

    #[test]
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

    #[test]
    fn a_whole_day_ends_on_the_day_after_it_in_a_leap_year_too() {
        for (year, month, day, end) in [(2028, 2, 28, "20280229"), (2028, 2, 29, "20280301")] {
            let day = NaiveDate::from_ymd_opt(year, month, day).unwrap();
            assert_eq!(value(Event { day, ..event() }, "DTEND;VALUE=DATE"), end);
        }
    }

    #[test]
    fn texts_are_escaped_and_controls_left_out() {
        let description = "a,b;c\\d\r\ne\u{7}:\"f\"".to_owned();
        let written = value(Event { description, ..event() }, "DESCRIPTION");
        assert_eq!(written, r#"a\,b\;c\\d\ne:"f""#);
    }

    #[test]
    fn long_lines_are_folded_between_signs_and_at_75_octets() {
        for sign in ["x", "ä", "预", "🗓"] {
            for count in 0..200 {
                let summary = sign.repeat(count);
                let lines = lines(Event { summary: summary.clone(), ..event() });
                assert!(lines.iter().all(|line| line.len() <= 75), "{sign} {count}");
                assert_eq!(
                    value(Event { summary: summary.clone(), ..event() }, "SUMMARY"),
                    summary
                );
            }
        }
        let summary = "x".repeat(67);
        let folded = lines(Event { summary: format!("{summary}y"), ..event() });
        let place = folded.iter().position(|line| line.starts_with("SUMMARY")).unwrap();
        assert_eq!(folded[place], format!("SUMMARY:{summary}"));
        assert_eq!(folded[place + 1], " y");
    }
}

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

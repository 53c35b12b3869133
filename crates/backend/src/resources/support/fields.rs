//! What the fields of a support ticket have to be, as a table.

use azure::{SupportTicketProperties, Timestamp, Wire, WireError};
use serde_json::Value;

use crate::http::BodyField;
use crate::records::wire;

/// Counted in characters.
const TEXT_CHARS_MAX: usize = 250;
/// Counted in characters. A description may hold a quote with every step of its calculation.
const DESCRIPTION_CHARS_MAX: usize = 60_000;
const PHONE_DIGITS_MIN: usize = 5;

/// A field, whether it is required, and what is wrong with a value that is there.
type Rule = (&'static str, bool, fn(&Value) -> Option<&'static str>);

/// The fields of a new ticket, those of the contact after a slash.
const RULES: &[Rule] = &[
    ("title", true, text),
    ("description", true, description),
    ("serviceId", true, text),
    ("problemClassificationId", true, text),
    ("severity", true, severity),
    ("advancedDiagnosticConsent", true, consent),
    ("contactDetails/firstName", true, text),
    ("contactDetails/lastName", true, text),
    ("contactDetails/preferredContactMethod", true, method),
    ("contactDetails/primaryEmailAddress", true, email),
    ("contactDetails/additionalEmailAddresses", false, emails),
    ("contactDetails/phoneNumber", false, phone),
    ("contactDetails/preferredTimeZone", true, text),
    ("contactDetails/country", true, country),
    ("contactDetails/preferredSupportLanguage", true, language),
    ("problemStartTime", false, time),
    ("require24X7Response", false, flag),
];

/// What is kept besides.
const OPAQUE: &[&str] = &[
    "technicalTicketDetails/resourceId",
    "quotaTicketDetails",
    "secondaryConsent",
    "supportPlanId",
    "enrollmentId",
    "fileWorkspaceName",
    "problemScopingQuestions",
];

/// What can be changed of a ticket.
pub(crate) const CHANGEABLE: &[&str] =
    &["status", "severity", "contactDetails", "advancedDiagnosticConsent", "secondaryConsent"];

/// The value at a path with slashes; null where there is none.
pub(crate) fn at<'v>(value: &'v Value, path: &str) -> &'v Value {
    path.split('/').fold(value, |value, part| &value[part])
}

/// Everything that is wrong with a new ticket: the field as the body names it, and why.
pub(crate) fn check_new(sent: &Value) -> Vec<(String, String)> {
    check(sent, RULES)
}

/// Everything that is wrong with a change.
pub(crate) fn check_change(sent: &Value) -> Vec<(String, String)> {
    let mut problems = Vec::new();
    for (field, _, rule) in RULES.iter().filter(|(field, ..)| CHANGEABLE.contains(field)) {
        let value = at(sent, field);
        if let (false, Some(why)) = (value.is_null(), rule(value)) {
            problems.push(problem(field, why));
        }
    }
    if let Some(why) = Some(&sent["status"]).filter(|s| !s.is_null()).and_then(status) {
        problems.push(problem("status", why));
    }
    if !sent["contactDetails"].is_null() {
        let of_contact = RULES.iter().filter(|(field, ..)| field.starts_with("contactDetails/"));
        problems.extend(check(sent, &of_contact.copied().collect::<Vec<_>>()));
    }
    problems
}

fn check(sent: &Value, rules: &[Rule]) -> Vec<(String, String)> {
    let mut problems = Vec::new();
    for (field, is_required, rule) in rules {
        let value = at(sent, field);
        let is_missing = value.is_null() || value.as_str().is_some_and(|t| t.trim().is_empty());
        let is_required = *is_required
            || *field == "contactDetails/phoneNumber"
                && at(sent, "contactDetails/preferredContactMethod") == "phone";
        match is_missing {
            true if is_required => problems.push(problem(field, "is required")),
            true => {}
            false => problems.extend(rule(value).map(|why| problem(field, why))),
        }
    }
    problems
}

fn problem(field: &str, why: &str) -> (String, String) {
    (format!("properties.{}", field.replace('/', ".")), why.to_owned())
}

/// The fields that a client may set.
///
/// # Errors
/// What is wrong with the first one that is none of a ticket's, and where.
pub(crate) fn read(sent: &Value) -> Result<SupportTicketProperties, Vec<(String, String)>> {
    let mut fields: Vec<&str> = RULES.iter().map(|(field, ..)| *field).collect();
    fields.extend(OPAQUE);
    let known = BodyField::root(sent).shallow_fields(&fields);
    SupportTicketProperties::read(known).map_err(|error| {
        let why = WireError { path: String::new(), problem: error.problem };
        vec![problem(&error.path, &why.to_string())]
    })
}

fn one_of(value: &Value, known: &[&str]) -> bool {
    value.as_str().is_some_and(|text| known.contains(&text))
}

fn chars_up_to(value: &Value, most: usize) -> bool {
    value.as_str().is_some_and(|text| text.chars().count() <= most)
}

fn text(value: &Value) -> Option<&'static str> {
    (!chars_up_to(value, TEXT_CHARS_MAX)).then_some("must be a text of at most 250 characters")
}

fn description(value: &Value) -> Option<&'static str> {
    let fits = chars_up_to(value, DESCRIPTION_CHARS_MAX);
    (!fits).then_some("must be a text of at most 60,000 characters")
}

fn severity(value: &Value) -> Option<&'static str> {
    let known = ["minimal", "moderate", "critical", "highestcriticalimpact"];
    let why = "must be minimal, moderate, critical or highestcriticalimpact";
    (!one_of(value, &known)).then_some(why)
}

fn consent(value: &Value) -> Option<&'static str> {
    (!one_of(value, &["Yes", "No"])).then_some("must be Yes or No")
}

fn status(value: &Value) -> Option<&'static str> {
    let known = ["open", "closed", "Open", "Closed"];
    (!one_of(value, &known)).then_some("must be open or closed")
}

fn method(value: &Value) -> Option<&'static str> {
    (!one_of(value, &["email", "phone"])).then_some("must be email or phone")
}

fn email(value: &Value) -> Option<&'static str> {
    let is_address = |text: &str| {
        let domain = text.split_once('@').filter(|(name, _)| !name.is_empty()).map(|(_, d)| d);
        let is_domain =
            |domain: &str| !domain.contains('@') && domain.split('.').all(|part| !part.is_empty());
        domain.is_some_and(is_domain) && !text.chars().any(char::is_whitespace)
    };
    let fits = chars_up_to(value, TEXT_CHARS_MAX) && value.as_str().is_some_and(is_address);
    (!fits).then_some("must be an e-mail address")
}

fn emails(value: &Value) -> Option<&'static str> {
    let all = value.as_array().is_some_and(|all| all.iter().all(|one| email(one).is_none()));
    (!all).then_some("must be a list of e-mail addresses")
}

fn phone(value: &Value) -> Option<&'static str> {
    let is_number = |text: &str| {
        text.chars().filter(char::is_ascii_digit).count() >= PHONE_DIGITS_MIN
            && text.chars().all(|c| c.is_ascii_digit() || "+-./() ".contains(c))
    };
    (!value.as_str().is_some_and(is_number)).then_some("must be a phone number")
}

fn country(value: &Value) -> Option<&'static str> {
    let is_code =
        |text: &str| text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_alphabetic());
    let why = "must be a code of three letters, such as DEU";
    (!value.as_str().is_some_and(is_code)).then_some(why)
}

fn language(value: &Value) -> Option<&'static str> {
    let is_tag = |text: &str| {
        let is_part = |part: &str| {
            (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
        };
        text.split('-').all(is_part)
    };
    let why = "must be a language tag, such as en-US";
    (!value.as_str().is_some_and(is_tag)).then_some(why)
}

fn time(value: &Value) -> Option<&'static str> {
    let is_time = value
        .as_str()
        .is_some_and(|text| wire::parse_time(text).is_some() && Timestamp::parse(text).is_ok());
    (!is_time).then_some("must be a time such as 2026-01-31T09:00:00Z")
}

fn flag(value: &Value) -> Option<&'static str> {
    (!value.is_boolean()).then_some("must be true or false")
}

//! What stands in the wizard that asks Microsoft support for help: its fields, what is wrong with them, and the
//! ticket that they ask for. Countries, time zones and languages are as Microsoft's support names them.

use crate::address::ReservationRef;
use crate::language::Language;
use azure::{
    Consent, ContactDetails, ContactMethod, ProblemClassification, ReservationId,
    ReservationOrderId, Severity, SupportService, SupportTicket, SupportTicketProperties,
    TechnicalTicketDetails, TicketStatus,
};
use chrono::{DateTime, Utc};
use serde_json::{Map, Value, json};

/// The requests about a reservation that are open or on their way to be, in their order.
#[must_use]
pub fn open_about<'a>(tickets: &'a [SupportTicket], of: &ReservationRef) -> Vec<&'a SupportTicket> {
    let is_open = |ticket: &&SupportTicket| {
        let status = ticket.properties().status.as_ref();
        matches!(status, Some(TicketStatus::Open | TicketStatus::Updating))
    };
    let is_about = |ticket: &&SupportTicket| {
        let details = ticket.properties().technical_ticket_details.as_ref();
        let id = details.and_then(|details| details.resource_id.as_deref());
        id.and_then(|id| ReservationId::parse(id).ok()).is_some_and(|id| {
            id.order_name().eq_ignore_ascii_case(&of.order)
                && id.name().eq_ignore_ascii_case(&of.reservation)
        })
    };
    tickets.iter().filter(is_open).filter(is_about).collect()
}

/// A step of the wizard that asks Microsoft support for help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SupportStep {
    /// What kind of issue it is.
    Basics,
    /// What the problem is.
    Problem,
    /// Whom support answers.
    Contact,
}

impl SupportStep {
    /// All of them, in their order.
    pub const ALL: [Self; 3] = [Self::Basics, Self::Problem, Self::Contact];
}

/// What a request says, in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// What it is about, in one line.
    pub title: String,
    /// What support has to know, with every step of the calculation.
    pub description: String,
}

/// What can be guessed of the person, so that there is less to fill in; empty where nothing can.
#[derive(Clone, Debug)]
pub struct Guesses {
    /// The Windows name of the time zone.
    pub time_zone: String,
    /// The alpha-3 code of the country.
    pub country: String,
    /// The language of the page.
    pub language: Language,
}

/// Characters of a title. The API names no limit; a title is one line in every list that shows it.
pub const TITLE_MAX: usize = 250;

/// Characters of a description. The API names no limit; an exchange of twenty reservations, with every step of its
/// calculation, needs a third of this.
pub const DESCRIPTION_MAX: usize = 60_000;

/// Characters of every other field.
const LINE_MAX: usize = 100;

/// Digits that a phone number has at least, without the country's.
const PHONE_DIGITS_MIN: usize = 5;

/// A field of the wizard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequestField {
    /// The id of the service that the request is about, such as Billing.
    Service,
    /// The problem type: the first part of the name of a problem classification.
    ProblemType,
    /// The id of the problem classification.
    Problem,
    /// The title.
    Title,
    /// The description.
    Description,
    /// How much the problem hurts.
    Severity,
    /// How support gets in touch.
    Method,
    /// The person's first name.
    FirstName,
    /// The person's last name.
    LastName,
    /// The person's e-mail address.
    Email,
    /// The person's phone number.
    Phone,
    /// The Windows name of the person's time zone.
    TimeZone,
    /// ISO 3166-1 alpha-3 code of the person's country.
    Country,
    /// Tag of the language that support speaks.
    SupportLanguage,
    /// Whether Microsoft may look into the customer's systems.
    Consent,
}

impl RequestField {
    /// All of them in the order of the wizard.
    pub const ALL: [Self; 15] = [
        Self::Service,
        Self::ProblemType,
        Self::Problem,
        Self::Title,
        Self::Description,
        Self::Severity,
        Self::Method,
        Self::FirstName,
        Self::LastName,
        Self::Email,
        Self::Phone,
        Self::TimeZone,
        Self::Country,
        Self::SupportLanguage,
        Self::Consent,
    ];

    /// What it is remembered under; also the id of its control.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Service => "support-service",
            Self::ProblemType => "support-problem-type",
            Self::Problem => "support-problem",
            Self::Title => "support-title",
            Self::Description => "support-description",
            Self::Severity => "support-severity",
            Self::Method => "support-method",
            Self::FirstName => "support-first-name",
            Self::LastName => "support-last-name",
            Self::Email => "support-email",
            Self::Phone => "support-phone",
            Self::TimeZone => "support-time-zone",
            Self::Country => "support-country",
            Self::SupportLanguage => "support-language",
            Self::Consent => "support-consent",
        }
    }

    /// The step that asks for it.
    #[must_use]
    pub const fn step(self) -> SupportStep {
        match self {
            Self::Service => SupportStep::Basics,
            Self::ProblemType | Self::Problem | Self::Title | Self::Description => {
                SupportStep::Problem
            }
            _ => SupportStep::Contact,
        }
    }

    /// Whether it belongs to the person rather than to the request.
    const fn is_contact(self) -> bool {
        matches!(self.step(), SupportStep::Contact)
            && !matches!(self, Self::Severity | Self::Consent)
    }
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is empty.
    Missing,
    /// It has more characters than this.
    TooLong(usize),
    /// It is no e-mail address.
    NotAnEmail,
    /// It is no phone number.
    NotAPhone,
    /// It is no time zone that Windows knows.
    NotATimeZone,
}

/// What stands in the wizard.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RequestForm {
    values: [String; RequestField::ALL.len()],
    /// What the request says in each language, if a quote wrote it.
    drafts: Vec<Draft>,
    /// The language of title and description, as long as a quote wrote them.
    language: Option<Language>,
    /// The name of the ticket, once it was sent. It stays the same however often it is sent, so that the
    /// service can tell a repetition from another request.
    pub ticket: String,
    /// Where the service says how far the creation is, once it accepted it.
    pub operation: String,
}

impl RequestForm {
    /// An empty form with the `contact` of an earlier request, and what can be guessed of the person.
    #[must_use]
    pub fn begin(contact: Option<Self>, guesses: Guesses) -> Self {
        let mut form = contact.unwrap_or_default();
        let guesses = [
            (RequestField::Severity, Severity::Minimal.as_str().to_owned()),
            (RequestField::Method, ContactMethod::Email.as_str().to_owned()),
            (RequestField::TimeZone, guesses.time_zone),
            (RequestField::Country, guesses.country),
            (RequestField::SupportLanguage, guesses.language.of_support().to_owned()),
        ];
        for (field, guess) in guesses {
            if form.get(field).is_empty() {
                form.set(field, guess);
            }
        }
        form
    }

    /// The form with what a quote says in each language of [`Language::ALL`], at first in the one that support
    /// answers in.
    #[must_use]
    pub fn with_drafts(self, drafts: Vec<Draft>) -> Self {
        let mut form = Self { drafts, ..self };
        form.speak(form.language_of_support());
        form
    }

    /// The person in it, for the next request, as text for [`RequestForm::parse`].
    #[must_use]
    pub fn contact_text(&self) -> String {
        let contact = Self { values: self.values.clone(), ..Self::default() };
        contact.to_json(RequestField::is_contact).to_string()
    }

    /// Everything in it, as text for [`RequestForm::parse`].
    #[must_use]
    pub fn text(&self) -> String {
        self.to_json(|_| true).to_string()
    }

    /// The text of a field.
    #[must_use]
    pub fn get(&self, field: RequestField) -> &str {
        &self.values[field as usize]
    }

    /// Changes the text of a field.
    pub fn set(&mut self, field: RequestField, text: impl Into<String>) {
        self.values[field as usize] = text.into();
    }

    /// Whether there is a request in it, and not only the person who would make one.
    #[must_use]
    pub fn is_begun(&self) -> bool {
        let own =
            RequestField::ALL.into_iter().filter(|field| field.step() != SupportStep::Contact);
        !self.ticket.is_empty() || own.into_iter().any(|field| !self.get(field).is_empty())
    }

    /// Whether a quote wrote the request.
    #[must_use]
    pub fn is_of_quote(&self) -> bool {
        !self.drafts.is_empty()
    }

    /// The language that the quote's words are in.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language.unwrap_or(Language::English)
    }

    /// Whether title or description differ from what the quote wrote, so that another language would lose
    /// something.
    #[must_use]
    pub fn is_edited(&self) -> bool {
        self.drafts.get(self.language() as usize).is_some_and(|draft| {
            draft.title != self.get(RequestField::Title)
                || draft.description != self.get(RequestField::Description)
        })
    }

    /// Chooses the language that support answers in. The quote's words follow, unless the person has changed
    /// them.
    pub fn answer_in(&mut self, support_language: String) {
        let is_kept = self.is_edited();
        self.set(RequestField::SupportLanguage, support_language);
        if !is_kept {
            self.speak(self.language_of_support());
        }
    }

    fn language_of_support(&self) -> Language {
        Language::for_support(self.get(RequestField::SupportLanguage))
    }

    /// Takes the quote's words in `language`.
    pub fn speak(&mut self, language: Language) {
        if let Some(draft) = self.drafts.get(language as usize).cloned() {
            self.set(RequestField::Title, draft.title);
            self.set(RequestField::Description, draft.description);
            self.language = Some(language);
        }
    }

    /// What is wrong with the fields of a step, in the order of the step.
    #[must_use]
    pub fn faults(&self, step: SupportStep) -> Vec<(RequestField, Fault)> {
        let fields = RequestField::ALL.into_iter().filter(|field| field.step() == step);
        fields.filter_map(|field| Some((field, self.fault(field)?))).collect()
    }

    /// The first step that still lacks something.
    #[must_use]
    pub fn first_open_step(&self) -> SupportStep {
        let mut steps = SupportStep::ALL.into_iter();
        steps.find(|step| !self.faults(*step).is_empty()).unwrap_or(SupportStep::Contact)
    }

    fn fault(&self, field: RequestField) -> Option<Fault> {
        let text = self.get(field).trim();
        if text.is_empty() {
            let is_needed = match field {
                RequestField::Phone => self.wants_calls(),
                // Its choices depend on the problem type.
                RequestField::Problem => !self.get(RequestField::ProblemType).is_empty(),
                _ => true,
            };
            return is_needed.then_some(Fault::Missing);
        }
        let max = match field {
            RequestField::Title => TITLE_MAX,
            RequestField::Description => DESCRIPTION_MAX,
            RequestField::Service | RequestField::ProblemType | RequestField::Problem => usize::MAX,
            _ => LINE_MAX,
        };
        if text.chars().count() > max {
            return Some(Fault::TooLong(max));
        }
        match field {
            RequestField::Email if !is_email(text) => Some(Fault::NotAnEmail),
            RequestField::Phone if !is_phone(text) => Some(Fault::NotAPhone),
            RequestField::TimeZone if !is_time_zone(text) => Some(Fault::NotATimeZone),
            _ => None,
        }
    }

    fn wants_calls(&self) -> bool {
        self.get(RequestField::Method) == ContactMethod::Phone.as_str()
    }

    /// The description with both ids of the reservation, which support asks for first: `id_lines` names them.
    #[must_use]
    pub fn description(&self, of: &ReservationRef, id_lines: &str) -> String {
        let own = self.get(RequestField::Description).trim();
        let names_ids = own.contains(&of.order) && own.contains(&of.reservation);
        if names_ids { own.to_owned() } else { format!("{own}\n\n{}", id_lines) }
    }

    /// The ticket that the form asks for, about a reservation.
    #[must_use]
    pub fn to_ticket(&self, of: &ReservationRef, id_lines: &str) -> SupportTicket {
        let text = |field| Some(self.get(field).trim().to_owned()).filter(|text| !text.is_empty());
        let contact = ContactDetails {
            first_name: text(RequestField::FirstName),
            last_name: text(RequestField::LastName),
            preferred_contact_method: Some(ContactMethod::parse(self.get(RequestField::Method))),
            primary_email_address: text(RequestField::Email),
            phone_number: text(RequestField::Phone),
            preferred_time_zone: text(RequestField::TimeZone),
            country: text(RequestField::Country),
            preferred_support_language: text(RequestField::SupportLanguage),
            ..ContactDetails::default()
        };
        let subject = ReservationId::of(&ReservationOrderId::of(&of.order), &of.reservation);
        let details = TechnicalTicketDetails {
            resource_id: Some(subject.as_str().to_owned()),
            ..TechnicalTicketDetails::default()
        };
        let properties = SupportTicketProperties {
            title: text(RequestField::Title),
            description: Some(self.description(of, id_lines)),
            service_id: text(RequestField::Service),
            problem_classification_id: text(RequestField::Problem),
            severity: Some(Severity::parse(self.get(RequestField::Severity))),
            advanced_diagnostic_consent: Some(Consent::parse(self.get(RequestField::Consent))),
            contact_details: Some(contact),
            technical_ticket_details: Some(details),
            ..SupportTicketProperties::default()
        };
        SupportTicket { properties: Some(properties), ..SupportTicket::default() }
    }

    /// Names the ticket before it is sent for the first time, at `now`.
    pub fn name_ticket(&mut self, of: &ReservationRef, now: DateTime<Utc>) {
        if !self.ticket.is_empty() {
            return;
        }
        // Unique enough: one person does not ask twice about one reservation in one millisecond.
        let moment = now.timestamp_millis();
        self.ticket = format!("reservation-{}-{moment:x}", of.reservation.to_ascii_lowercase());
    }

    fn to_json(&self, is_kept: fn(RequestField) -> bool) -> Value {
        let kept = RequestField::ALL.into_iter().filter(|field| is_kept(*field));
        let mut object = Map::new();
        for field in kept {
            object.insert(field.key().to_owned(), self.get(field).into());
        }
        let drafts = self.drafts.iter().map(|draft| json!([draft.title, draft.description]));
        object.insert(DRAFTS.to_owned(), drafts.collect());
        object.insert(LANGUAGE.to_owned(), self.language.map(Language::tag).into());
        object.insert(TICKET.to_owned(), self.ticket.as_str().into());
        object.insert(OPERATION.to_owned(), self.operation.as_str().into());
        Value::Object(object)
    }

    /// What was written before; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let object: Value = azure::from_slice(text.as_bytes()).ok()?;
        let string = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let drafts = object[DRAFTS].as_array().into_iter().flatten();
        let drafts =
            drafts.map(|draft| Draft { title: string(&draft[0]), description: string(&draft[1]) });
        Some(Self {
            values: RequestField::ALL.map(|field| string(&object[field.key()])),
            drafts: drafts.collect(),
            language: object[LANGUAGE].as_str().and_then(Language::parse),
            ticket: string(&object[TICKET]),
            operation: string(&object[OPERATION]),
        })
    }
}

// Names in what the tab remembers.
const DRAFTS: &str = "drafts";
const LANGUAGE: &str = "language";
const TICKET: &str = "ticket";
const OPERATION: &str = "operation";

/// Whether `text` can be an e-mail address. Only sending to it would prove that it is one.
fn is_email(text: &str) -> bool {
    let Some((name, domain)) = text.rsplit_once('@') else { return false };
    let has_gap = text.chars().any(|sign| sign.is_whitespace() || matches!(sign, ',' | ';'));
    let labels = || domain.split('.');
    !name.is_empty() && !has_gap && labels().count() > 1 && labels().all(|label| !label.is_empty())
}

/// Whether `text` can be a phone number, however its digits are grouped.
fn is_phone(text: &str) -> bool {
    let rest = text.strip_prefix('+').unwrap_or(text);
    let digits = rest.chars().filter(char::is_ascii_digit).count();
    let is_known = |sign: char| sign.is_ascii_digit() || " -./()".contains(sign);
    digits >= PHONE_DIGITS_MIN && rest.chars().all(is_known)
}

/// The languages that support answers in. Source: `preferredSupportLanguage` in the reference of
/// Microsoft.Support.
pub const SUPPORT_LANGUAGES: [&str; 11] = [
    "en-us", "de-de", "es-es", "fr-fr", "it-it", "ja-jp", "ko-kr", "pt-br", "ru-ru", "zh-hans",
    "zh-tw",
];

/// Countries: ISO 3166-1 alpha-2, directly followed by alpha-3.
const COUNTRIES: &str = include_str!("countries.txt");

/// Time zones: the Windows name, and the IANA name of the zone that stands for it.
/// Source: Unicode CLDR, `windowsZones`, territory 001.
const TIME_ZONES: &str = include_str!("time_zones.psv");

/// Every country: its alpha-2 and its alpha-3 code.
pub fn country_codes() -> impl Iterator<Item = (&'static str, &'static str)> {
    COUNTRIES.split_whitespace().map(|codes| codes.split_at(2))
}

/// The alpha-3 code of the country with this alpha-2 code.
#[must_use]
pub fn alpha_3(two: &str) -> Option<&'static str> {
    let mut codes = country_codes();
    codes.find(|(known, _)| known.eq_ignore_ascii_case(two)).map(|(_, three)| three)
}

/// Every time zone: its Windows name, and the IANA name of the zone that stands for it.
pub fn time_zones() -> impl Iterator<Item = (&'static str, &'static str)> {
    TIME_ZONES.lines().filter_map(|line| line.split_once('|'))
}

/// Whether Windows has a time zone of this name.
#[must_use]
pub fn is_time_zone(name: &str) -> bool {
    time_zones().any(|(known, _)| known == name)
}

/// Problem type and category; without a category the name is the type.
#[must_use]
pub fn parts(name: &str) -> (&str, &str) {
    name.split_once(" / ").unwrap_or((name, ""))
}

/// What a service is called.
#[must_use]
pub fn service_name(service: &SupportService) -> &str {
    service.properties().display_name.as_deref().unwrap_or_default()
}

/// What a problem is called.
#[must_use]
pub fn problem_name(problem: &ProblemClassification) -> &str {
    problem.properties().display_name.as_deref().unwrap_or_default()
}

//! Bringing files in: which there are and how far each was read, and what is answered for many reservations.

pub mod following;

use std::collections::BTreeMap;

use calculator::Currency;
use chrono::NaiveDate;
use portfolio::files::{BulkAnswer, By, Decision, Field, FileAnswers, FileSummary, RejectedRow};
use portfolio::import::{Part, Rejected};
use portfolio::intake::{CustomerIntake, Source, rows};

use crate::csv::csv;
use crate::decimal_input::decimal_with_sign;

/// A file that somebody has brought.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FileEntry {
    /// Names it to the worker; no other file gets the same.
    pub place: usize,
    /// Its name.
    pub name: String,
    /// What was answered to its questions.
    pub answers: FileAnswers,
    /// How far it was read.
    pub state: FileState,
}

/// How far a file was read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FileState {
    /// Its turn has not come.
    Waiting,
    /// So many rows were read.
    Reading(u64),
    /// What it is, each of its sheets or of the files in it.
    Read(Vec<FileSummary>),
    /// The browser could not read it, or what reads it has stopped; in words for support.
    Failed(String),
}

/// The files of an import, in the order in which they came.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Files {
    entries: Vec<FileEntry>,
    next: usize,
}

impl Files {
    /// All of them.
    #[must_use]
    pub fn entries(&self) -> &[FileEntry] {
        &self.entries
    }

    /// Adds a file and gives its place.
    pub fn add(&mut self, name: String) -> usize {
        let place = self.next;
        self.next += 1;
        let answers = FileAnswers::default();
        self.entries.push(FileEntry { place, name, answers, state: FileState::Waiting });
        place
    }

    /// The file at a place.
    #[must_use]
    pub fn at(&self, place: usize) -> Option<&FileEntry> {
        self.entries.iter().find(|entry| entry.place == place)
    }

    /// Takes a file out.
    pub fn remove(&mut self, place: usize) {
        self.entries.retain(|entry| entry.place != place);
    }

    /// Says how far a file was read; one that was taken out meanwhile stays out.
    pub fn tell(&mut self, place: usize, state: FileState) {
        if let Some(entry) = self.entries.iter_mut().find(|entry| entry.place == place) {
            entry.state = state;
        }
    }

    /// Has a file read again with other answers.
    pub fn answer(&mut self, place: usize, answers: FileAnswers) {
        if let Some(entry) = self.entries.iter_mut().find(|entry| entry.place == place) {
            entry.answers = answers;
            entry.state = FileState::Waiting;
        }
    }

    /// Has all files read again, because what had read them is gone.
    pub fn read_again(&mut self) {
        for entry in &mut self.entries {
            entry.state = FileState::Waiting;
        }
    }

    /// The next file to read.
    #[must_use]
    pub fn next(&self) -> Option<&FileEntry> {
        self.entries.iter().find(|entry| entry.state == FileState::Waiting)
    }

    /// What was read, each sheet and each file within.
    pub fn summaries(&self) -> impl Iterator<Item = &FileSummary> {
        self.entries.iter().flat_map(|entry| match &entry.state {
            FileState::Read(files) => files.as_slice(),
            _ => &[],
        })
    }
}

/// Rejected rows as a file for a spreadsheet, below these headings: file, line, reason.
#[must_use]
pub fn rejected_csv(file: &str, headings: [&str; 3], rows: &[RejectedRow]) -> String {
    let heading = headings.map(str::to_owned).to_vec();
    let cells = rows.iter().map(|row| {
        let file = match &row.part {
            Some(part) => format!("{file}: {part}"),
            None => file.to_owned(),
        };
        vec![file, row.line.to_string(), row.reason.clone()]
    });
    let lines: Vec<Vec<String>> = std::iter::once(heading).chain(cells).collect();
    csv(&lines)
}

/// Something of a part that the service has not taken.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RejectedFact {
    /// Where it stands; nowhere for a customer.
    pub source: Source,
    /// The name of the reservation or of the customer.
    pub name: String,
    /// Which field is at fault, by its name in JSON.
    pub field: String,
    /// What is wrong with it, in English.
    pub reason: String,
}

/// Finds what the service has not taken in the part that was sent.
#[must_use]
pub fn rejected_facts(part: &Part, rejected: &[Rejected]) -> Vec<RejectedFact> {
    let in_rows = rows::read(&part.rows).unwrap_or_default();
    let customers: Vec<&CustomerIntake> = part.customers.iter().chain(&in_rows).collect();
    let find = |rejected: &Rejected| {
        let place = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
        let customer = customers.get(place(rejected.customer)).copied();
        let reservation = customer
            .zip(rejected.reservation)
            .and_then(|(customer, number)| customer.reservations.get(place(number)));
        let booking = customer
            .zip(rejected.booking)
            .and_then(|(customer, number)| customer.bookings.get(place(number)));
        let customer_name = || customer.and_then(|it| it.name.clone().or(it.tenant_id.clone()));
        let name = reservation.and_then(|it| it.display_name.clone().or(it.id.clone()));
        let source = reservation.map(|it| &it.source).or(booking.map(|it| &it.source));
        RejectedFact {
            source: source.cloned().unwrap_or_default(),
            name: name.or_else(customer_name).unwrap_or_default(),
            field: rejected.field.clone(),
            reason: rejected.reason.clone(),
        }
    };
    rejected.iter().map(find).collect()
}

/// What is typed for many reservations at once.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct BulkForm {
    by: BTreeMap<Field, By>,
    typed: Vec<((Field, By, String), String)>,
    decisions: Vec<Decision>,
}

/// What is wrong with an answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AnswerProblem {
    /// No amount, or one with two meanings.
    Amount,
    /// No currency of ISO 4217.
    Currency,
    /// No whole number from 1.
    Quantity,
    /// No date.
    Date,
    /// None, where there has to be one.
    Missing,
    /// Nobody has decided between several.
    Undecided,
}

impl BulkForm {
    /// For what one answer is given.
    #[must_use]
    pub fn by(&self, field: Field) -> By {
        self.by.get(&field).copied().unwrap_or(match field {
            // A list of the portal is one customer's, and has one currency and one plan as a rule.
            Field::Customer => By::File,
            Field::CurrencyCode | Field::BillingPlan => By::All,
            _ => By::Product,
        })
    }

    /// Chooses for what one answer is given. What was typed otherwise is kept, and does not count.
    pub fn ask_by(&mut self, field: Field, by: By) {
        self.by.insert(field, by);
    }

    /// What was typed for a group.
    #[must_use]
    pub fn typed(&self, field: Field, key: &str) -> &str {
        let by = self.by(field);
        let is_it =
            |place: &(Field, By, String)| place.0 == field && place.1 == by && place.2 == key;
        let found = self.typed.iter().find(|(place, _)| is_it(place));
        found.map_or("", |(_, text)| text)
    }

    /// Takes what is typed for a group.
    pub fn set(&mut self, field: Field, key: &str, text: String) {
        let place = (field, self.by(field), key.to_owned());
        match self.typed.iter_mut().find(|(known, _)| *known == place) {
            Some((_, known)) => *known = text,
            None => self.typed.push((place, text)),
        }
    }

    /// Decides a dispute for one of its customers.
    pub fn decide(&mut self, dispute: &str, claim: &str) {
        match self.decisions.iter_mut().find(|known| known.dispute == dispute) {
            Some(known) => claim.clone_into(&mut known.claim),
            None => {
                let (dispute, claim) = (dispute.to_owned(), claim.to_owned());
                self.decisions.push(Decision { dispute, claim });
            }
        }
    }

    /// The customer that a dispute was decided for; empty while it is not.
    #[must_use]
    pub fn decided(&self, dispute: &str) -> &str {
        let found = self.decisions.iter().find(|known| known.dispute == dispute);
        found.map_or("", |found| &found.claim)
    }

    /// Everything that was decided.
    #[must_use]
    pub fn decisions(&self) -> &[Decision] {
        &self.decisions
    }

    /// The answers, and the first that is none. Amounts have this sign before their fraction.
    ///
    /// # Errors
    /// The field and what is wrong.
    pub fn answers(&self, sign: char) -> Result<Vec<BulkAnswer>, (Field, AnswerProblem)> {
        let counts = |place: &(Field, By, String)| place.1 == self.by(place.0);
        let mut answers = Vec::new();
        for ((field, by, key), text) in self.typed.iter().filter(|(place, _)| counts(place)) {
            match read(*field, text, sign) {
                Ok(None) => {}
                Ok(Some(value)) => {
                    answers.push(BulkAnswer { field: *field, by: *by, key: key.clone(), value });
                }
                Err(problem) => return Err((*field, problem)),
            }
        }
        Ok(answers)
    }
}

/// What an answer means: the value of the field, or nothing while there is no text.
///
/// # Errors
/// What is wrong with it.
pub fn read(field: Field, text: &str, sign: char) -> Result<Option<String>, AnswerProblem> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let value = match field {
        Field::UnitPrice => match decimal_with_sign(text, sign) {
            Ok(Some(price)) if !price.is_sign_negative() => price.normalize().to_string(),
            _ => return Err(AnswerProblem::Amount),
        },
        Field::CurrencyCode => {
            let code = text.to_ascii_uppercase();
            Currency::parse(&code).map_err(|_| AnswerProblem::Currency)?;
            code
        }
        Field::Quantity => match text.parse::<u32>() {
            Ok(units) if units > 0 => units.to_string(),
            _ => return Err(AnswerProblem::Quantity),
        },
        Field::PurchaseDate => {
            text.parse::<NaiveDate>().map_err(|_| AnswerProblem::Date)?.to_string()
        }
        _ => text.to_owned(),
    };
    Ok(Some(value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use portfolio::intake::ReservationIntake;

    #[test]
    fn files_keep_their_places() {
        let mut files = Files::default();
        let (one, two) = (files.add("a.csv".to_owned()), files.add("a.csv".to_owned()));
        files.tell(one, FileState::Reading(3));
        assert_eq!(files.next().map(|entry| entry.place), Some(two));
        files.remove(one);
        files.tell(one, FileState::Read(Vec::new()));
        assert_eq!(files.entries().len(), 1, "what was taken out stays out");
        assert_ne!(files.add("b.csv".to_owned()), one, "no place is given twice");
        files.tell(two, FileState::Read(vec![FileSummary::default()]));
        assert_eq!(files.summaries().count(), 1);
        let day_first = FileAnswers { is_day_first: Some(true), ..FileAnswers::default() };
        files.answer(two, day_first);
        assert_eq!(files.next().map(|entry| (entry.place, entry.answers)), Some((two, day_first)));
        assert_eq!(files.summaries().count(), 0);
    }

    #[test]
    fn only_answers_to_what_is_asked_count() {
        let mut form = BulkForm::default();
        form.set(Field::Customer, "a.csv", "Contoso".to_owned());
        form.set(Field::Customer, "b.csv", "  ".to_owned());
        form.set(Field::CurrencyCode, "", "eur".to_owned());
        form.set(Field::UnitPrice, "D2 · westeurope", "1.200,50".to_owned());
        let answers = form.answers(',').unwrap();
        let found: Vec<_> = answers.iter().map(|it| (it.by, it.value.as_str())).collect();
        assert_eq!(found, [(By::File, "Contoso"), (By::All, "EUR"), (By::Product, "1200.5")]);

        form.ask_by(Field::Customer, By::All);
        assert_eq!(form.typed(Field::Customer, ""), "");
        assert_eq!(form.answers(',').unwrap().len(), 2);
        form.ask_by(Field::Customer, By::File);
        assert_eq!(form.typed(Field::Customer, "a.csv"), "Contoso", "nothing typed is lost");
    }

    #[test]
    fn the_last_decision_counts() {
        let mut form = BulkForm::default();
        form.decide("a b", "a");
        form.decide("c d", "d");
        form.decide("a b", "b");
        assert_eq!((form.decided("a b"), form.decided("c d"), form.decided("e")), ("b", "d", ""));
        assert_eq!(form.decisions().len(), 2);
    }

    #[test]
    fn what_is_no_value_is_no_answer() {
        use AnswerProblem as P;
        let cases = [
            (Field::UnitPrice, "1.200,5,0", Err(P::Amount)),
            (Field::UnitPrice, "-3", Err(P::Amount)),
            (Field::UnitPrice, "0", Ok(Some("0"))),
            (Field::CurrencyCode, "euros", Err(P::Currency)),
            (Field::Quantity, "0", Err(P::Quantity)),
            (Field::Quantity, " 12 ", Ok(Some("12"))),
            (Field::PurchaseDate, "2026-02-30", Err(P::Date)),
            (Field::PurchaseDate, "2026-02-28", Ok(Some("2026-02-28"))),
            (Field::Customer, " Contoso ", Ok(Some("Contoso"))),
            (Field::Term, "", Ok(None)),
        ];
        for (field, text, expected) in cases {
            let found = read(field, text, '.');
            assert_eq!(
                found.as_ref().map(Option::as_deref),
                expected.as_ref().map(|it| *it),
                "{text}"
            );
        }
        let mut form = BulkForm::default();
        form.set(Field::Quantity, "x", "many".to_owned());
        assert_eq!(form.answers('.'), Err((Field::Quantity, P::Quantity)));
    }

    #[test]
    fn what_the_service_rejects_is_found_in_its_file() {
        let reservation = ReservationIntake {
            source: Source { file: "a.csv".to_owned(), line: 9 },
            display_name: Some("web".to_owned()),
            ..ReservationIntake::default()
        };
        let customer = CustomerIntake {
            name: Some("Contoso".to_owned()),
            reservations: vec![ReservationIntake::default(), reservation],
            ..CustomerIntake::default()
        };
        let part = Part { customers: vec![customer.clone()], rows: String::new() };
        let in_rows = Part { customers: Vec::new(), rows: rows::write(&[customer]) };
        let rejected = |reservation| Rejected {
            reservation,
            field: "term".to_owned(),
            reason: "is no duration".to_owned(),
            ..Rejected::default()
        };
        let not_taken = [rejected(Some(1)), rejected(None), rejected(Some(7))];
        let found = rejected_facts(&part, &not_taken);
        assert_eq!(found, rejected_facts(&in_rows, &not_taken));
        let found: Vec<_> = found
            .iter()
            .map(|it| (it.source.file.as_str(), it.source.line, it.name.as_str()))
            .collect();
        assert_eq!(found, [("a.csv", 9, "web"), ("", 0, "Contoso"), ("", 0, "Contoso")]);
    }

    #[test]
    fn rejected_rows_are_safe_in_a_spreadsheet() {
        let row = |part: Option<&str>, reason: &str| RejectedRow {
            part: part.map(str::to_owned),
            line: 7,
            reason: reason.to_owned(),
        };
        let file = rejected_csv(
            "a.xlsx",
            ["File", "Line", "Reason"],
            &[row(Some("Sheet1"), "=1 is no date"), row(None, "x")],
        );
        assert_eq!(
            file,
            "\u{feff}\"File\",\"Line\",\"Reason\"\r\n\"a.xlsx: Sheet1\",\"7\",\"'=1 is no date\"\r\n\
             \"a.xlsx\",\"7\",\"x\"\r\n"
        );
    }
}

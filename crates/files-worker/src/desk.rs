//! What the files say, and what is asked about it.

use std::collections::{BTreeMap, HashSet};

use imports::{
    Answers, Conflict, DateOrder, DecimalMark, FileReport, Limits, Place, Portfolio, Question,
    Read, Reservation, join, parts, read_file,
};
use portfolio::files::{
    Asked, BulkAnswer, ConflictRow, Decision, Field, FileAnswers, FileQuestion, FileSummary,
    IgnoredRows, Joined, LeftOut, RejectedRow, Settled, Told, Window,
};
use portfolio::import::Part;
use portfolio::intake::{CustomerIntake, rows};

/// How large the body of one request is, more or less. It stays below what the service takes.
const PART_BYTES: usize = 700_000;

/// Everything that was read so far.
#[derive(Debug, Default)]
pub struct Desk {
    files: BTreeMap<usize, Vec<Read>>,
    together: Portfolio,
    /// What the records know, as blocks.
    records: Vec<u8>,
    parts: Vec<Vec<CustomerIntake>>,
}

impl Desk {
    /// Answers a question; `bytes` are those of the file that it is about, and `progress` hears how many rows of
    /// it were read.
    pub fn answer(&mut self, asked: Asked, bytes: &[u8], progress: &mut dyn FnMut(u64)) -> Told {
        match asked {
            Asked::Read { place, name, answers } => {
                let reads =
                    read_file(&name, bytes, &answers_of(answers), &Limits::default(), progress);
                let summaries = reads.iter().map(|read| summary(&read.report)).collect();
                self.files.insert(place, reads);
                Told::Read(summaries)
            }
            Asked::Forget(place) => {
                self.files.remove(&place);
                Told::Done
            }
            Asked::Rejected(place, window) => Told::Rejected(self.rejected(place, window)),
            Asked::Records => {
                self.records = bytes.to_vec();
                Told::Done
            }
            Asked::Join => Told::Joined(self.join()),
            Asked::Conflicts(window) => Told::Conflicts(self.conflicts(window)),
            Asked::Disputes(window) => {
                let (disputes, count) = self.together.disputes(window);
                Told::Disputes(disputes, count)
            }
            Asked::Groups(field, by, window) => {
                let (groups, count) = self.together.groups(field, by, window);
                Told::Groups(groups, count)
            }
            Asked::Settle(answers, decisions) => Told::Settled(self.settle(&answers, &decisions)),
            Asked::Part(number) => self.part(number),
        }
    }

    fn rejected(&self, place: usize, window: Window) -> Vec<RejectedRow> {
        let reports = self.files.get(&place).into_iter().flatten().map(|read| &read.report);
        let rows = reports.flat_map(|report| {
            report.rejected.iter().map(|problem| RejectedRow {
                part: report.part.clone(),
                line: problem.line,
                reason: problem.reason.clone(),
            })
        });
        rows.skip(window.skip).take(window.take).collect()
    }

    fn join(&mut self) -> Joined {
        self.parts.clear();
        self.together = join(self.files.values().flatten().cloned().collect());
        // What cannot be read is as if there were no records: then the files alone count, and more is asked.
        let mut recorded_names = self.together.learn(&self.records).unwrap_or_default();
        let together = &self.together;
        let name = |customer: &imports::Customer| {
            customer.name.clone().unwrap_or_else(|| customer.tenant.to_string())
        };
        let missing = together.missing();
        let mut customer_names: Vec<String> = together.customers.iter().map(name).collect();
        // Names are suggested where one is asked for.
        if missing.iter().any(|it| it.field == Field::Customer) {
            let known: HashSet<String> = customer_names.iter().cloned().collect();
            recorded_names.retain(|name| !known.contains(name));
            customer_names.append(&mut recorded_names);
        }
        Joined {
            reservations: together.reservations.len() as u64,
            customers: together.customers.len() as u64,
            transactions: together.transactions.len() as u64,
            conflicts: together.reservations.iter().map(|it| it.conflicts.len() as u64).sum(),
            notes: together.notes.clone(),
            disputes: together.disputes(Window { skip: 0, take: 0 }).1 as u64,
            recorded: together.recorded(),
            missing,
            guesses: together.guesses(),
            customer_names,
        }
    }

    fn conflicts(&self, window: Window) -> Vec<ConflictRow> {
        let row = |reservation: &Reservation, conflict: &Conflict| {
            let known = &reservation.known;
            let id = known.id.as_ref().map(ToString::to_string);
            ConflictRow {
                reservation: known.display_name.clone().or(id).unwrap_or_default(),
                field: conflict.field.to_owned(),
                kept: conflict.kept.clone(),
                other: conflict.other.clone(),
                file: self.together.file_name(conflict.place),
                line: conflict.place.line,
            }
        };
        let all = self.together.reservations.iter();
        let rows = all.flat_map(|one| one.conflicts.iter().map(move |conflict| row(one, conflict)));
        rows.skip(window.skip).take(window.take).collect()
    }

    fn settle(&mut self, answers: &[BulkAnswer], decisions: &[Decision]) -> Settled {
        let intake = self.together.intake(answers, decisions);
        let count = |of: fn(&CustomerIntake) -> usize| {
            intake.customers.iter().map(|customer| of(customer) as u64).sum()
        };
        let settled = Settled {
            parts: 0,
            customers: intake.customers.len() as u64,
            reservations: count(|customer| customer.reservations.len()),
            bookings: count(|customer| customer.bookings.len()),
            missing: intake.missing,
            undecided: intake.undecided,
            left_out: self.by_reason(&intake.left_out),
            assumed: self.by_reason(&intake.assumed),
        };
        self.parts = parts(intake.customers, PART_BYTES);
        Settled { parts: self.parts.len(), ..settled }
    }

    fn by_reason(&self, places: &[(Place, &'static str)]) -> Vec<LeftOut> {
        let mut by_reason: Vec<LeftOut> = Vec::new();
        for (place, reason) in places {
            match by_reason.iter_mut().find(|known| known.reason == *reason) {
                Some(known) => known.transactions += 1,
                None => by_reason.push(LeftOut {
                    file: self.together.file_name(*place),
                    line: place.line,
                    reason: (*reason).to_owned(),
                    transactions: 1,
                }),
            }
        }
        by_reason
    }

    fn part(&self, number: usize) -> Told {
        let Some(customers) = self.parts.get(number) else {
            return Told::Failed(format!("there is no part {number}"));
        };
        let part = Part { rows: rows::write(customers), ..Part::default() };
        Told::Part(serde_json::to_string(&part).expect("its keys are texts"))
    }
}

fn answers_of(answers: FileAnswers) -> Answers {
    let date =
        |is_day_first| if is_day_first { DateOrder::DayFirst } else { DateOrder::MonthFirst };
    let mark = |is_point| if is_point { DecimalMark::Point } else { DecimalMark::Comma };
    Answers { dates: answers.is_day_first.map(date), mark: answers.is_point_decimal.map(mark) }
}

fn summary(report: &FileReport) -> FileSummary {
    let ignored = report.ignored.iter().map(|ignored| IgnoredRows {
        reason: ignored.reason.clone(),
        rows: ignored.rows,
        line: ignored.line,
    });
    let question = |question: &Question| FileQuestion {
        is_about_dates: question.is_about_dates,
        line: question.line,
        column: question.column.to_owned(),
        text: question.text.clone(),
        readings: question.readings.clone(),
        values: question.values,
    };
    FileSummary {
        file: report.file.clone(),
        part: report.part.clone(),
        kind: report.kind.as_str().to_owned(),
        refused: report.refused.clone(),
        rows: report.rows,
        facts: report.tally.total(),
        rejected: report.rejected.len() as u64,
        ignored: ignored.collect(),
        notes: report.notes.clone(),
        questions: report.questions.iter().map(question).collect(),
        unread: report.unread.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use portfolio::files::By;

    const HEADER: &str = "Name,Reservation Id,Reservation order Id,Status,Expiration date,Purchase date,\
        Term,Scope,Type,Product name,Region,Quantity\n";

    fn portal(rows: usize) -> String {
        let row = |row: usize| {
            format!(
                "web {row},aaaaaaaa-0000-4000-8000-{row:012},bbbbbbbb-0000-4000-8000-{row:012},Succeeded,\
                 2027-02-10,2024-02-10,P3Y,Shared,VirtualMachines,Standard_D2s_v5,westeurope,4\n"
            )
        };
        HEADER.to_owned() + &(0..rows).map(row).collect::<String>()
    }

    fn ask(desk: &mut Desk, asked: Asked) -> Told {
        desk.answer(asked, &[], &mut |_| {})
    }

    fn read(desk: &mut Desk, place: usize, text: &str, answers: FileAnswers) -> FileSummary {
        let asked = Asked::Read { place, name: format!("{place}.csv"), answers };
        match desk.answer(asked, text.as_bytes(), &mut |_| {}) {
            Told::Read(mut files) if files.len() == 1 => files.remove(0),
            told => panic!("{told:?}"),
        }
    }

    fn joined(desk: &mut Desk) -> Joined {
        match ask(desk, Asked::Join) {
            Told::Joined(joined) => joined,
            told => panic!("{told:?}"),
        }
    }

    #[test]
    fn everything_that_was_read_is_in_some_part() {
        let mut desk = Desk::default();
        let mut heard = Vec::new();
        let asked =
            Asked::Read { place: 0, name: "a.csv".to_owned(), answers: FileAnswers::default() };
        desk.answer(asked, portal(5_000).as_bytes(), &mut |rows| heard.push(rows));
        assert_eq!(heard, [2_048, 4_096, 5_000]);
        assert_eq!(joined(&mut desk).reservations, 5_000);
        let answer = BulkAnswer {
            field: Field::Customer,
            by: By::All,
            key: String::new(),
            value: "Contoso".to_owned(),
        };
        let Told::Settled(settled) = ask(&mut desk, Asked::Settle(vec![answer], Vec::new())) else {
            panic!("settled")
        };
        assert_eq!((settled.reservations, settled.customers), (5_000, 1));
        assert!(settled.missing.iter().all(|missing| missing.field != Field::Customer));
        assert!(settled.parts > 1);
        let mut reservations = 0;
        for part in 0..settled.parts {
            let Told::Part(body) = ask(&mut desk, Asked::Part(part)) else { panic!("a part") };
            assert!(body.len() < 1_000_000, "{}", body.len());
            let part: Part = serde_json::from_str(&body).unwrap();
            let customers = rows::read(&part.rows).unwrap();
            let [customer] = &customers[..] else { panic!("one customer") };
            assert_eq!(customer.name.as_deref(), Some("Contoso"));
            reservations += customer.reservations.len();
        }
        assert_eq!(reservations, 5_000);
        assert!(matches!(ask(&mut desk, Asked::Part(settled.parts)), Told::Failed(_)));
    }

    #[test]
    fn a_file_that_is_read_again_takes_its_own_place() {
        let mut desk = Desk::default();
        let text = portal(2).replace("2024-02-10", "01/03/2024");
        let open = read(&mut desk, 3, &text, FileAnswers::default());
        assert_eq!((open.questions.len(), open.questions[0].values), (1, 2));
        let day_first = FileAnswers { is_day_first: Some(true), ..FileAnswers::default() };
        assert_eq!(read(&mut desk, 3, &text, day_first).questions, []);
        read(&mut desk, 5, &portal(3), FileAnswers::default());
        assert_eq!(joined(&mut desk).reservations, 3, "the same two are in both files");
        assert_eq!(
            desk.together.reservations[0].known.purchase_date.unwrap().to_string(),
            "2024-03-01"
        );
        assert_eq!(joined(&mut desk).conflicts, 2);
        let Told::Conflicts(rows) = ask(&mut desk, Asked::Conflicts(Window { skip: 1, take: 9 }))
        else {
            panic!("contradictions")
        };
        assert_eq!((rows.len(), rows[0].field.as_str()), (1, "purchaseDate"));
        assert_eq!((rows[0].file.as_str(), rows[0].line), ("5.csv", 3));
        assert_eq!((rows[0].kept.as_str(), rows[0].other.as_str()), ("2024-03-01", "2024-02-10"));
        ask(&mut desk, Asked::Forget(3));
        assert_eq!(joined(&mut desk).conflicts, 0);
    }

    #[test]
    fn rejected_rows_are_shown_in_windows() {
        let mut desk = Desk::default();
        let text = portal(30).replace(",4\n", ",many\n");
        assert_eq!(read(&mut desk, 0, &text, FileAnswers::default()).rejected, 30);
        let window = Window { skip: 25, take: 10 };
        let Told::Rejected(rows) = ask(&mut desk, Asked::Rejected(0, window)) else {
            panic!("rows")
        };
        assert_eq!((rows.len(), rows[0].line), (5, 27));
        assert!(rows[0].reason.contains("many"), "{}", rows[0].reason);
    }

    #[test]
    fn what_is_no_file_of_reservations_is_named() {
        let mut desk = Desk::default();
        let file = read(&mut desk, 0, "a,b\n1,2\n", FileAnswers::default());
        assert!(file.refused.unwrap().contains("something else"));
        assert_eq!(joined(&mut desk), Joined::default());
    }
}

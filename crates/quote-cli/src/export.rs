//! Quotes of a whole export: files in, one quote for each reservation out.

use std::fs::{self, File};
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::Path;
use std::time::Duration;

use calculator::json::RefundCase;
use calculator::{InputError, RefundQuote, refund};
use imports::{FileReport, Ledgers, Limits, Portfolio, Read, Reservation, join, read_file};
use indicatif::{ProgressBar, ProgressStyle};

use crate::arguments::{Format, Job};
use crate::{output, say};

/// A reservation with its quote, or why there is none.
pub(crate) struct Quoted<'a> {
    pub(crate) reservation: &'a Reservation,
    /// The files that its places are in.
    pub(crate) files: &'a [FileReport],
    pub(crate) is_active: bool,
    pub(crate) missing: Vec<&'static str>,
    /// What had to be assumed for the quote beside the guesses of the reservation.
    pub(crate) assumed: Option<&'static str>,
    pub(crate) quote: Option<Result<(RefundCase, RefundQuote), InputError>>,
}

impl Quoted<'_> {
    /// What became of the file it was first seen in.
    pub(crate) fn file(&self) -> &FileReport {
        &self.files[self.reservation.place.file]
    }
}

/// Reads the files, quotes every reservation and writes what was asked for; tells whether every
/// file could be read.
pub(crate) fn run(job: &Job) -> io::Result<bool> {
    if job.format == Format::Xlsx && job.output.is_none() && io::stdout().is_terminal() {
        say("a workbook is no text: --output FILE says where to write it");
        return Ok(false);
    }
    let portfolio = read(job);
    let ledgers = portfolio.ledgers(job.on, &job.usd_rates);
    let mut quotes = Quotes { job, portfolio: &portfolio, ledgers: &ledgers };
    let mut target: Box<dyn Write> = match &job.output {
        Some(path) => {
            let named = |error: io::Error| {
                let what = format!("{} cannot be written: {error}", path.display());
                io::Error::new(error.kind(), what)
            };
            Box::new(BufWriter::new(File::create(path).map_err(named)?))
        }
        None => Box::new(BufWriter::new(io::stdout().lock())),
    };
    match job.format {
        Format::Json => output::json(&mut quotes, &mut target)?,
        Format::Csv => output::csv(&mut quotes, &mut target)?,
        Format::Table => output::table(&mut quotes, &mut target)?,
        Format::Xlsx => output::xlsx(&mut quotes, &mut target)?,
    }
    target.flush()?;
    if matches!(job.format, Format::Csv | Format::Xlsx) {
        output::summary(&quotes, &mut io::stderr().lock())?;
    }
    for report in &portfolio.files {
        if let Some(reason) = &report.refused {
            say(&format!("{} {reason}", report.file));
        }
    }
    Ok(portfolio.files.iter().all(|report| report.refused.is_none()))
}

fn read(job: &Job) -> Portfolio {
    let limits = Limits::default();
    let bar = bar(None);
    // Unpacking takes a while before there are rows to count.
    bar.enable_steady_tick(Duration::from_millis(100));
    let mut reads: Vec<Read> = Vec::new();
    for path in &job.files {
        let name = path.display().to_string();
        bar.set_message(name.clone());
        let mut progress = |rows: u64| {
            bar.set_message(format!("{name}: {}", output::counted(rows, "row", "rows")));
        };
        match bytes(path, &limits) {
            Ok(bytes) => {
                reads.extend(read_file(&name, &bytes, &job.answers, &limits, &mut progress))
            }
            Err(error) => reads.push(Read::refused(&name, format!("cannot be opened: {error}"))),
        }
    }
    bar.set_message("putting the files together");
    let portfolio = join(reads);
    bar.finish_and_clear();
    portfolio
}

/// The bytes of a file. One that is too large is refused before it is in memory.
fn bytes(path: &Path, limits: &Limits) -> io::Result<Vec<u8>> {
    let length = fs::metadata(path)?.len();
    if length > limits.bytes {
        let message = format!("it is larger than {} MiB", limits.bytes >> 20);
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, message));
    }
    fs::read(path)
}

/// A bar on standard error, or nothing where nobody looks at it.
fn bar(length: Option<u64>) -> ProgressBar {
    let bar = length.map_or_else(ProgressBar::new_spinner, ProgressBar::new);
    let template = match length {
        Some(_) => "{msg} [{bar:30}] {human_pos} of {human_len}, {eta} left",
        None => "{spinner} {elapsed} {msg}",
    };
    // A template that is wrong would leave the usual one.
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style);
    }
    bar
}

/// The quotes of a portfolio, one after another.
pub(crate) struct Quotes<'a> {
    pub(crate) job: &'a Job,
    pub(crate) portfolio: &'a Portfolio,
    pub(crate) ledgers: &'a Ledgers,
}

impl<'a> Quotes<'a> {
    /// Quotes every reservation.
    pub(crate) fn each(
        &mut self,
        mut visit: impl FnMut(&Quoted<'a>) -> io::Result<()>,
    ) -> io::Result<()> {
        let portfolio = self.portfolio;
        let bar = bar(Some(portfolio.reservations.len() as u64));
        bar.set_message("quoting");
        for (count, reservation) in (0_u64..).zip(&portfolio.reservations) {
            if count.is_multiple_of(1_024) {
                bar.set_position(count);
            }
            visit(&self.quoted(reservation))?;
        }
        bar.finish_and_clear();
        Ok(())
    }

    /// How many reservations run on the day.
    pub(crate) fn active(&self) -> usize {
        let reservations = self.portfolio.reservations.iter();
        reservations.filter(|reservation| reservation.is_active(self.job.on)).count()
    }

    fn quoted(&self, reservation: &'a Reservation) -> Quoted<'a> {
        let Job { on, policy, usd_rates, .. } = self.job;
        let request = reservation.request(*on, policy.id);
        let (_, matters) = reservation.used(*on);
        Quoted {
            reservation,
            files: &self.portfolio.files,
            is_active: reservation.is_active(*on),
            missing: reservation.lacking().fields,
            assumed: (matters && request.is_ok())
                .then_some("that it was used: no file tells, and within the first days it matters"),
            quote: request.ok().map(|mut request| {
                request.ledger = Some(self.ledgers.of(reservation));
                let currency = reservation.known.currency.as_deref().unwrap_or_default();
                request.usd_rate = usd_rates.get(currency).map(ToString::to_string);
                let case = request.case()?;
                let quote = refund(&case.input());
                Ok((case, quote))
            }),
        }
    }
}

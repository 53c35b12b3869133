//! What the program is asked to do.

use std::path::PathBuf;

use calculator::{Policy, parse_decimal};
use chrono::{DateTime, NaiveDate};
use imports::{Answers, DateOrder, DecimalMark, UsdRates};

pub(crate) const HELP: &str = "\
prorata-quote: what comes back when an Azure reservation is returned

  prorata-quote < requests.jsonl
      Answers one request per line with one quote per line, as JSON Lines.

  prorata-quote --from FILE... [--on DATE] [--policy ID] [--format table|csv|json|xlsx]
      Quotes the return of every reservation in files that you have: CSV of the Azure portal, of
      Get-AzReservation and Cost Management, JSON of az, Partner Center files, FOCUS, workbooks
      (.xlsx, .xlsb, .xls, .ods) of any of these, or what this program wrote. Files are recognised
      by what they hold and put together by reservation order and reservation; packed ones are
      unpacked.

      --on DATE           the day of the return, such as 2026-11-30; today in UTC if left out
      --policy ID         the policy, such as azure-2026-08; partner-center-2020-08 if left out
      --format FORMAT     table (if left out), csv, json (JSON Lines) or xlsx
      --output FILE       where to write it; standard output if left out
      --dates ORDER       day-first or month-first, for dates such as 03/04/2026
      --decimals MARK     point or comma, for numbers such as 1.200
      --usd-rate CUR=USD  USD for one unit of a currency, for the refund cap; may be repeated

Status 1: a line could not be answered, or a file could not be read at all.
";

/// What to do.
#[derive(Debug)]
pub(crate) enum Command {
    Lines,
    From(Job),
    Help,
}

/// Files to quote, and how.
#[derive(Debug)]
pub(crate) struct Job {
    pub(crate) files: Vec<PathBuf>,
    pub(crate) on: NaiveDate,
    pub(crate) policy: &'static Policy,
    pub(crate) format: Format,
    pub(crate) output: Option<PathBuf>,
    pub(crate) answers: Answers,
    pub(crate) usd_rates: UsdRates,
}

/// How to write.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Format {
    Table,
    Csv,
    Json,
    Xlsx,
}

/// Reads the arguments.
///
/// # Errors
/// What about them means nothing.
pub(crate) fn parse(arguments: &[String]) -> Result<Command, String> {
    if arguments.is_empty() {
        return Ok(Command::Lines);
    }
    if arguments.iter().any(|argument| argument == "--help" || argument == "-h") {
        return Ok(Command::Help);
    }
    let mut job = Job {
        files: Vec::new(),
        on: today(),
        policy: Policy::default_policy(),
        format: Format::Table,
        output: None,
        answers: Answers::default(),
        usd_rates: UsdRates::new(),
    };
    let mut arguments = arguments.iter().peekable();
    while let Some(argument) = arguments.next() {
        // `--name=value` is `--name value`.
        let (name, attached) = match argument.split_once('=') {
            Some((name, value)) if name.starts_with("--") => (name, Some(value.to_owned())),
            _ => (argument.as_str(), None),
        };
        if name == "--from" {
            job.files.extend(attached.map(PathBuf::from));
            while let Some(file) = arguments.next_if(|next| !next.starts_with("--")) {
                job.files.push(PathBuf::from(file));
            }
            continue;
        }
        if !OPTIONS.contains(&name) {
            return Err(format!("`{argument}` is not known; --help tells what is"));
        }
        let value = attached.or_else(|| arguments.next().cloned());
        let value = value.ok_or_else(|| format!("{name} needs a value"))?;
        set(&mut job, name, &value).map_err(|problem| format!("{name}: {problem}"))?;
    }
    if job.files.is_empty() {
        return Err("no files: --from FILE... names them".to_owned());
    }
    Ok(Command::From(job))
}

const OPTIONS: [&str; 7] =
    ["--on", "--policy", "--format", "--output", "--dates", "--decimals", "--usd-rate"];

fn set(job: &mut Job, name: &str, value: &str) -> Result<(), String> {
    let unknown = |known: &str| format!("`{value}` is not one of {known}");
    match name {
        "--on" => {
            let day = value
                .parse::<NaiveDate>()
                .map_err(|_| "must be a date written YYYY-MM-DD".to_owned())?;
            job.on = calculator::in_years("on", day).map_err(|error| error.problem.to_string())?;
        }
        "--policy" => {
            let ids: Vec<&str> = Policy::all().iter().map(|policy| policy.id).collect();
            job.policy = Policy::by_id(value).map_err(|_| unknown(&ids.join(", ")))?;
        }
        "--format" => {
            job.format = match value {
                "table" => Format::Table,
                "csv" => Format::Csv,
                "json" | "jsonl" => Format::Json,
                "xlsx" => Format::Xlsx,
                _ => return Err(unknown("table, csv, json, xlsx")),
            };
        }
        "--output" => job.output = Some(PathBuf::from(value)),
        "--dates" => {
            job.answers.dates = Some(match value {
                "day-first" => DateOrder::DayFirst,
                "month-first" => DateOrder::MonthFirst,
                _ => return Err(unknown("day-first, month-first")),
            });
        }
        "--decimals" => {
            job.answers.mark = Some(match value {
                "point" => DecimalMark::Point,
                "comma" => DecimalMark::Comma,
                _ => return Err(unknown("point, comma")),
            });
        }
        _ => {
            let (currency, rate) = value.split_once('=').ok_or("must be written EUR=1.08")?;
            let currency =
                calculator::Currency::parse(currency).map_err(|problem| problem.to_string())?;
            let rate = parse_decimal(rate).map_err(|problem| problem.to_string())?;
            calculator::UsdRate::from_decimal(rate).map_err(|problem| problem.to_string())?;
            job.usd_rates.insert(currency.code().to_owned(), rate);
        }
    }
    Ok(())
}

/// The UTC day. The only clock of the program is read here.
fn today() -> NaiveDate {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let seconds = since.map_or(0, |time| i64::try_from(time.as_secs()).unwrap_or(i64::MAX));
    DateTime::from_timestamp(seconds, 0).unwrap_or_default().date_naive()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Command, String> {
        parse(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn files_and_options_stand_in_any_order() {
        for line in [
            "--from a.csv b.json --on 2026-11-30 --policy azure-2026-08 --format json --usd-rate eur=1.08",
            "--usd-rate=EUR=1.08 --format=json --on=2026-11-30 --policy=azure-2026-08 --from a.csv --from=b.json",
        ] {
            let Ok(Command::From(job)) = parsed(line) else { panic!("{line}") };
            assert_eq!(job.files, [PathBuf::from("a.csv"), PathBuf::from("b.json")]);
            assert_eq!(
                (job.on.to_string().as_str(), job.policy.id),
                ("2026-11-30", "azure-2026-08")
            );
            assert_eq!(job.format, Format::Json);
            assert_eq!(job.usd_rates["EUR"].to_string(), "1.08");
        }
        assert!(matches!(parsed(""), Ok(Command::Lines)));
        assert!(matches!(parsed("--from a --help"), Ok(Command::Help)));
    }

    #[test]
    fn what_means_nothing_is_named() {
        let check = |line: &str, expect: &str| {
            assert!(parsed(line).unwrap_err().starts_with(expect), "{line}: {:?}", parsed(line));
        };
        check("--from", "no files");
        check("--on 2026-11-30", "no files");
        check("a.csv", "`a.csv` is not known");
        check("--from a --on", "--on needs a value");
        check("--from a --on 30.11.2026", "--on: must be a date");
        check("--from a --on 1999-01-01", "--on: must be between");
        check("--from a --policy x", "--policy: `x` is not one of partner-center-2018-05,");
        check("--from a --format pdf", "--format: `pdf` is not one of");
        check("--from a --usd-rate EUR", "--usd-rate: must be written");
        check("--from a --usd-rate EUR=0", "--usd-rate: must be greater");
    }
}

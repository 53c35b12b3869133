//! What the text of a cell means: dates, numbers, terms, billing plans, currencies.
//!
//! Liberal in what is read, strict in what it means: `03/04/2026` and `1.200` have two meanings,
//! and unless the file itself tells which one, there is none.

use chrono::{DateTime, NaiveDate};
use rust_decimal::Decimal;

use crate::state::is_one_of;

/// Which of day and month comes first in `03/04/2026`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DateOrder {
    /// The third of April.
    DayFirst,
    /// The fourth of March.
    MonthFirst,
}

/// Which character separates the fraction: the point of `1,234.50`, or the comma of `1.234,50`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DecimalMark {
    /// A point.
    Point,
    /// A comma.
    Comma,
}

/// What is known of a value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Meaning<T, O> {
    /// Only one.
    One(T),
    /// Two, and the text does not tell which: the first if the day comes first or a point
    /// separates the fraction.
    Either { first: O, second: O },
    /// None.
    None,
}

/// A date as files write it, in UTC. The sentinel of the year 1 and zero days mean nothing.
pub(crate) fn date(text: &str) -> Meaning<Option<NaiveDate>, NaiveDate> {
    let text = text.trim();
    if text.contains('年') {
        return date(&text.replace(['年', '月'], "-").replace('日', " "));
    }
    if let Some(date) = iso(text).or_else(|| epoch(text)).or_else(|| with_month_name(text)) {
        return Meaning::One((date != NO_DATE).then_some(date));
    }
    let (word, time) = text.split_once([' ', '\u{202f}', '\u{a0}']).unwrap_or((text, "0"));
    if !time.trim_start().starts_with(|sign: char| sign.is_ascii_digit()) {
        return Meaning::None;
    }
    let Some((numbers, mark)) = three_numbers(word) else { return Meaning::None };
    let day = |year: Number, month: Number, day: Number| {
        NaiveDate::from_ymd_opt(year_of(year)?, month.value, day.value)
    };
    let [front, middle, last] = numbers;
    if front.digits == 4 {
        return day(front, middle, last).map_or(Meaning::None, |date| Meaning::One(Some(date)));
    }
    let day_first = day(last, middle, front);
    let month_first = day(last, front, middle);
    match (day_first, month_first) {
        (Some(date), _) if mark == '.' => Meaning::One(Some(date)),
        _ if mark == '.' => Meaning::None,
        (Some(one), Some(other)) if one != other => Meaning::Either { first: one, second: other },
        (Some(date), _) | (None, Some(date)) => Meaning::One((date != NO_DATE).then_some(date)),
        (None, None) => Meaning::None,
    }
}

/// The day that a workbook keeps as a number: days since 1899-12-30, from 2010 to 2100.
pub(crate) fn day_of_workbook(text: &str) -> Option<NaiveDate> {
    let days: u64 = text.split('.').next()?.parse().ok()?;
    let day_zero = NaiveDate::from_ymd_opt(1899, 12, 30)?;
    (40_179..73_415).contains(&days).then(|| day_zero + chrono::Days::new(days))
}

/// Which order the date of a cell proves, such as `26/01/2026`.
pub(crate) fn proven_order(text: &str) -> Option<DateOrder> {
    let word = text.trim().split(' ').next().unwrap_or_default();
    let ([first, second, third], mark) = three_numbers(word)?;
    if mark == '.' || first.digits == 4 || third.digits < 2 {
        return None;
    }
    match (first.value > 12, second.value > 12) {
        (true, false) => Some(DateOrder::DayFirst),
        (false, true) => Some(DateOrder::MonthFirst),
        _ => None,
    }
}

/// What is written where there is no date.
const NO_DATE: NaiveDate = NaiveDate::from_ymd_opt(1, 1, 1).expect("a calendar date");

fn iso(text: &str) -> Option<NaiveDate> {
    let bytes = text.as_bytes();
    if bytes.len() < 10 || bytes[4] != b'-' || bytes[7] != b'-' {
        return None;
    }
    if let Some(date) = azure::parse_day(text) {
        return Some(date);
    }
    // FOCUS 1.0 leaves the seconds out, and .NET puts a space before the offset.
    let mut text = text.replace(" +", "+").replace(" -", "-");
    if text.len() >= 16 && text.as_bytes()[13] == b':' && text.as_bytes().get(16) != Some(&b':') {
        if !text.is_char_boundary(16) {
            return None;
        }
        text.insert_str(16, ":00");
    }
    let moment = azure::Timestamp::parse(&text).ok()?;
    Some(moment.date().unwrap_or(NO_DATE))
}

/// `/Date(1611693600000)/`, as Windows PowerShell writes a date into JSON.
fn epoch(text: &str) -> Option<NaiveDate> {
    let inner = text.trim_matches(['/', '\\']).strip_prefix("Date(")?.strip_suffix(')')?;
    let end = inner.char_indices().skip(1).find(|(_, sign)| "+-".contains(*sign));
    let millis = end.map_or(inner, |(at, _)| &inner[..at]);
    Some(DateTime::from_timestamp_millis(millis.parse().ok()?)?.date_naive())
}

/// `26 January 2026`, `Jan 26, 2026`, `26-Jan-26`, `26. Mai 2026`, `26 maart 2026`, `26 ene 2026`.
fn with_month_name(text: &str) -> Option<NaiveDate> {
    // How they begin in English, German, Swedish, Dutch, French, Spanish, Italian and Portuguese. No month begins as
    // another one does in another of these.
    const MONTHS: [&[&str]; 12] = [
        &["jan", "ene", "gen"],
        &["feb", "fév", "fev"],
        &["mar", "mär", "mrz", "maa", "mrt"],
        &["apr", "avr", "abr"],
        &["may", "mai", "maj", "mei", "mag"],
        &["jun", "juin", "giu"],
        &["jul", "juil", "lug"],
        &["aug", "aoû", "aou", "ago"],
        &["sep", "set"],
        &["oct", "okt", "ott", "out"],
        &["nov"],
        &["dec", "dez", "déc", "dic"],
    ];
    let mut month = None;
    let mut numbers = Vec::new();
    // As in `12 de enero de 2026`.
    // Whole names of days of the week stand before, as in `Tuesday, February 10, 2026`.
    let is_word = |word: &&str| {
        let is_passed_over = || is_one_of(&word.to_lowercase(), DAYS_OF_THE_WEEK);
        !word.is_empty() && !word.eq_ignore_ascii_case("de") && !is_passed_over()
    };
    let words = text.split([' ', ',', '-', '/', '.', '\u{a0}', '\u{202f}']).filter(is_word);
    for word in words.take(4) {
        if numbers.len() == 2 && month.is_some() {
            break;
        }
        match number(word).or_else(|| ordinal(word)) {
            Some(number) => numbers.push(number),
            None if month.is_none() => {
                let word = word.to_lowercase();
                let is_it = |names: &&[&str]| names.iter().any(|name| word.starts_with(name));
                month = Some(MONTHS.iter().position(is_it)?);
            }
            // The name of a day of the week may stand before.
            None => return None,
        }
    }
    let ([day, year], month) = (numbers.as_slice(), u32::try_from(month? + 1).ok()?) else {
        return None;
    };
    let (day, year) = if day.digits == 4 { (year, day) } else { (day, year) };
    NaiveDate::from_ymd_opt(year_of(*year)?, month, day.value)
}

/// In English, German, Swedish and Dutch.
const DAYS_OF_THE_WEEK: &str = "monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch \
    donnerstag freitag samstag sonntag måndag tisdag onsdag torsdag fredag lördag söndag maandag dinsdag woensdag \
    donderdag vrijdag zaterdag zondag";

#[derive(Clone, Copy)]
struct Number {
    value: u32,
    digits: usize,
}

fn number(text: &str) -> Option<Number> {
    let plain = !text.is_empty() && text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten().map(|value| Number { value, digits: text.len() })
}

/// The first of a month, as `1er janvier` and `1º gennaio`.
fn ordinal(word: &str) -> Option<Number> {
    ["er", "º", "°"].iter().find_map(|end| number(word.strip_suffix(end)?))
}

/// A year of four digits, or of this century.
fn year_of(number: Number) -> Option<i32> {
    let value = i32::try_from(number.value).ok()?;
    match number.digits {
        4 => Some(value),
        2 => Some(2000 + value),
        _ => None,
    }
}

fn three_numbers(word: &str) -> Option<([Number; 3], char)> {
    let mark = word.chars().find(|sign| !sign.is_ascii_digit())?;
    if !matches!(mark, '/' | '.' | '-') {
        return None;
    }
    let mut parts = word.trim_end_matches('.').split(mark).map(number);
    let numbers = [parts.next()??, parts.next()??, parts.next()??];
    let [first, second, third] = numbers;
    let shaped = second.digits <= 2
        && ((first.digits == 4 && third.digits <= 2) || (first.digits <= 2 && third.digits != 1));
    (shaped && parts.next().is_none()).then_some((numbers, mark))
}

/// A number as files write it: with separators of thousands, a currency, or in parentheses.
pub(crate) fn decimal(text: &str) -> Meaning<Decimal, Decimal> {
    let Some((digits, is_negative)) = bare_number(text) else { return Meaning::None };
    let signed = |value: Decimal| if is_negative { -value } else { value };
    let with = |mark| plain(&digits, mark).and_then(|text| exact(&text)).map(signed);
    match (with(DecimalMark::Point), with(DecimalMark::Comma)) {
        (Some(one), Some(other)) if one != other => Meaning::Either { first: one, second: other },
        (Some(value), _) | (None, Some(value)) => Meaning::One(value),
        (None, None) => Meaning::None,
    }
}

/// The signs that only one currency has.
const SIGNS: [(char, &str); 5] =
    [('€', "EUR"), ('₹', "INR"), ('₩', "KRW"), ('₺', "TRY"), ('₪', "ILS")];

/// The signs that several currencies have, and which these are.
const SHARED_SIGNS: [(char, &str); 3] = [
    (
        '$',
        "USD AUD BBD BMD BND BSD BZD CAD CLP COP FJD GYD HKD JMD KYD LRD MXN NAD NZD SBD SGD SRD TTD TWD XCD ARS DOP \
         UYU BRL",
    ),
    ('£', "GBP GIP FKP SHP EGP LBP SDG SSP SYP"),
    ('¥', "JPY CNY"),
];

/// A currency as a column states it: its code, or what people write in its place.
pub(crate) fn currency(text: &str) -> String {
    let upper = text.to_ascii_uppercase();
    let is_code = |code: &str| calculator::Currency::parse(code).is_ok();
    match upper.as_str() {
        _ if is_code(&upper) => upper,
        "EURO" | "EUROS" => "EUR".to_owned(),
        "US$" | "$US" => "USD".to_owned(),
        _ => currency_in(&upper).map(str::to_owned).unwrap_or(upper),
    }
}

/// The currency that stands beside a number: its code, or the sign that only one currency has.
pub(crate) fn currency_in(text: &str) -> Option<&str> {
    if let Some((_, code)) = SIGNS.iter().find(|(sign, _)| text.contains(*sign)) {
        return Some(code);
    }
    let mut words = text.split(|sign: char| !sign.is_ascii_alphabetic());
    words.find(|word| word.len() == 3 && calculator::Currency::parse(word).is_ok())
}

/// What stands beside a number and is not the currency that is stated: a code, or a sign that this one does not have.
pub(crate) fn other_currency(text: &str, stated: &str) -> Option<String> {
    if let Some(beside) = currency_in(text) {
        return (beside != stated).then(|| beside.to_owned());
    }
    let (sign, of) = SHARED_SIGNS.iter().find(|(sign, _)| text.contains(*sign))?;
    let is_known = calculator::Currency::parse(stated).is_ok();
    (is_known && !is_one_of(stated, of)).then(|| sign.to_string())
}

/// Which mark the number of a cell proves, such as `12,5` or `1,234.50`.
pub(crate) fn proven_mark(text: &str) -> Option<DecimalMark> {
    let (digits, _) = bare_number(text)?;
    if !digits.contains([',', '.']) {
        return None;
    }
    match (plain(&digits, DecimalMark::Point), plain(&digits, DecimalMark::Comma)) {
        (Some(_), None) => Some(DecimalMark::Point),
        (None, Some(_)) => Some(DecimalMark::Comma),
        _ => None,
    }
}

/// Digits and marks, without spaces, currency and sign.
fn bare_number(text: &str) -> Option<(String, bool)> {
    let mut text = text.trim();
    let mut is_negative = false;
    if let Some(inner) = text.strip_prefix('(').and_then(|text| text.strip_suffix(')')) {
        (text, is_negative) = (inner, true);
    }
    let is_currency = |sign: char| "$€£¥₹₩₽₺₪฿".contains(sign) || sign.is_whitespace();
    let mut text = text.trim_matches(is_currency);
    // A code or a short name of the currency, with its space or without.
    let letters = |text: &str| text.chars().take_while(|sign| sign.is_alphabetic()).count();
    let front: usize = text.chars().take(letters(text)).map(char::len_utf8).sum();
    // One letter alone, as in `e5`, is no currency.
    if front > 1 || (front == 1 && text[1..].starts_with(is_currency)) {
        text = &text[front..];
        // As in `Fr. 12.50`; without the space it is a mark of the number.
        let after = text.strip_prefix('.').filter(|rest| rest.starts_with(is_currency));
        text = after.unwrap_or(text).trim_start_matches(is_currency);
    }
    // As in `12,50 kr.`.
    let ends_in_letters = |text: &&str| text.ends_with(char::is_alphabetic);
    text = text.strip_suffix('.').filter(ends_in_letters).unwrap_or(text);
    let back: usize =
        text.chars().rev().take_while(|sign| sign.is_alphabetic()).map(char::len_utf8).sum();
    if back > 0 && front == 0 {
        text = text[..text.len() - back].trim_end_matches(is_currency);
    }
    for sign in ['-', '\u{2212}'] {
        if let Some(rest) = text.strip_prefix(sign).or_else(|| text.strip_suffix(sign)) {
            (text, is_negative) = (rest, !is_negative);
            break;
        }
    }
    let text = text.strip_prefix('+').unwrap_or(text).trim_matches(is_currency);
    let starts = text.bytes().next().is_some_and(|byte| byte.is_ascii_digit() || byte == b'.');
    let known =
        |sign: char| sign.is_ascii_digit() || ".,'’eE+- \u{a0}\u{202f}\u{2009}".contains(sign);
    (starts && front.max(back) <= 9 && text.chars().all(known))
        .then(|| (text.to_owned(), is_negative))
}

/// The number in plain digits if `mark` separates the fraction; groups must then be of three.
fn plain(digits: &str, mark: DecimalMark) -> Option<String> {
    let (point, group) = match mark {
        DecimalMark::Point => ('.', ','),
        DecimalMark::Comma => (',', '.'),
    };
    let (number, exponent) = match digits.split_once(['e', 'E']) {
        Some((number, exponent)) => (number, Some(exponent)),
        None => (digits, None),
    };
    let (whole, fraction) = number.split_once(point).unwrap_or((number, ""));
    if !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let is_group = |sign: char| sign == group || "'’ \u{a0}\u{202f}\u{2009}".contains(sign);
    let groups: Vec<&str> = whole.split(is_group).collect();
    let of_digits = groups.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    let of_three = groups.len() == 1
        || ((1..=3).contains(&groups[0].len())
            && !groups[0].starts_with('0')
            && groups[1..].iter().all(|part| part.len() == 3));
    // As in India: `1,23,45,678`.
    let of_lakhs = groups.len() > 2
        && (1..=2).contains(&groups[0].len())
        && !groups[0].starts_with('0')
        && groups[1..groups.len() - 1].iter().all(|part| part.len() == 2)
        && groups[groups.len() - 1].len() == 3;
    if !of_digits || !(of_three || of_lakhs) || (whole.is_empty() && fraction.is_empty()) {
        return None;
    }
    let whole = groups.concat();
    let mut text = if whole.is_empty() { "0".to_owned() } else { whole };
    if !fraction.is_empty() {
        text.push('.');
        text.push_str(fraction);
    }
    if let Some(exponent) = exponent {
        text.push('e');
        text.push_str(exponent);
    }
    Some(text)
}

fn exact(text: &str) -> Option<Decimal> {
    if text.contains('e') {
        return Decimal::from_scientific(text).ok().map(|value| value.normalize());
    }
    let text =
        if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { text };
    Decimal::from_str_exact(text).ok()
}

/// A term as an ISO 8601 duration: of `P3Y`, `3 Years`, `3Years`, `36` months, `Three-Year`, `3 Jahre`, `3 ans`,
/// `3 år`, `3年`. Nothing for what no reservation has.
pub(crate) fn term(text: &str) -> Option<&'static str> {
    let folded = super::column::folded(text);
    let digits = folded.trim_start_matches('p');
    let end = digits.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(digits.len());
    let (number, unit) = digits.split_at(end);
    let number: u32 = match number.parse() {
        Ok(number) => number,
        Err(_) => {
            let words = [("one", 1), ("three", 3), ("five", 5)];
            let (word, number) = words.iter().find(|(word, _)| folded.starts_with(word))?;
            return iso_term(*number, &folded[word.len()..]);
        }
    };
    iso_term(number, unit)
}

fn iso_term(number: u32, unit: &str) -> Option<&'static str> {
    let months = match unit {
        "" if number >= 12 => number,
        _ if ["y", "ja", "an", "añ", "år", "年"].iter().any(|word| unit.starts_with(word)) => {
            number.checked_mul(12)?
        }
        _ if unit.starts_with('m') || unit.contains('月') => number,
        _ => return None,
    };
    match months {
        1 => Some("P1M"),
        12 => Some("P1Y"),
        36 => Some("P3Y"),
        60 => Some("P5Y"),
        _ => None,
    }
}

/// The term that a description ends with: `Reserved VM Instance, Standard_B1ls, EU West, 3 Years`.
pub(crate) fn term_in(description: &str) -> Option<&'static str> {
    let last = description.rsplit([',', '-']).next()?.trim();
    let starts = last.bytes().next().is_some_and(|byte| byte.is_ascii_digit());
    starts.then(|| term(last)).flatten()
}

/// `Upfront` or `Monthly`, from the words that exports have for them.
pub(crate) fn billing_plan(text: &str) -> Option<&'static str> {
    let word = super::column::folded(text);
    if is_one_of(&word, UPFRONT) {
        return Some("Upfront");
    }
    is_one_of(&word, MONTHLY).then_some("Monthly")
}

/// Folded words for the two plans: English, German, Swedish, Dutch, French, Spanish, Italian, Portuguese, other
/// Nordic languages and Polish, Chinese and Japanese.
const UPFRONT: &str = "upfront onetime onetimecharge onetimepayment oncetime allupfront payupfront paidupfront \
    imvoraus vorab vorauszahlung einmalig einmalzahlung einmaligezahlung iförskott förskott \
    förskottsbetalning engångs engångsbetalning direktbetalning vooraf vooruit vooruitbetaling \
    voorafbetaald eenmalig eenmaligebetaling initial enavance àlavance davance paiementinitial \
    paiementunique unefois unique adelantado poradelantado anticipado poranticipado \
    pagoporadelantado pagoinicial pagoúnico único unavez anticipato inanticipo \
    pagamentoanticipato unatantum antecipado adiantado pagamentoantecipado pagamentoadiantado \
    pagamentoúnico àvista forud forudbetaling påforhånd forskuddsvis ennakkoon zgóry 预付 预付款 预先 \
    预先付款 提前付款 一次性 一次性付款 全额预付 預付 前払い 一括払い";
const MONTHLY: &str = "monthly recurring p1m 1month monthlypayment monthlypayments monthlybilling paidmonthly \
    monatlich monatlichezahlung monatlicheabrechnung wiederkehrend månadsvis månatlig månatligt \
    varjemånad återkommande maandelijks maandelijkse permaand terugkerend mensuel mensuelle \
    mensuellement parmois récurrent mensual mensualmente recurrente mensile mensilmente \
    ricorrente mensal mensalmente recorrente månedlig månedligt månedsvis kuukausittain \
    miesięcznie miesięczny miesięczna 每月 按月 按月付款 月付 每月付款 每月計費 定期 毎月 月払い 月次";

/// Whether a cell holds the name of a .NET type, which `Export-Csv` writes for what is nested.
pub(crate) fn is_type_name(text: &str) -> bool {
    let is_one = text.starts_with("System.") || text.starts_with("Microsoft.Azure.");
    is_one && !text.contains([' ', '/', '@'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn dates_are_read_in_every_form_seen() {
        for text in [
            "2021-01-26",
            "2021-01-26T20:42:10.1294882Z",
            "2021-01-26T20:42Z",
            "2021-01-26 00:00:00",
            "2021-01-26T23:30:00-00:00",
            "2021-01-27 00:30:00 +02:00",
            "1/26/2021",
            "1/26/2021 12:00:00 AM",
            "26.01.2021",
            "26.1.2021 00:00:00",
            "26/01/2021 00:00:00",
            "26-01-2021",
            "2021/1/26 0:00:00",
            "26-Jan-2021",
            "Jan 26, 2021",
            "26 January 2021",
            "1/26/21",
            r"/Date(1611693600000)/",
            r"\/Date(1611693600000+0100)\/",
            "2021.01.26",
            "26. Januar 2021",
            "2021年1月26日",
            "2021年1月26日 00:00:00",
        ] {
            assert_eq!(date(text), Meaning::One(Some(day("2021-01-26"))), "{text}");
        }
        for (text, expect) in [
            ("10. März 2027", "2027-03-10"),
            ("10-Mrz-2027", "2027-03-10"),
            ("10 maart 2027", "2027-03-10"),
            ("10 mrt. 2027", "2027-03-10"),
            ("Monday, May 10, 2027 12:00:00 AM", "2027-05-10"),
            ("Montag, 10. Mai 2027", "2027-05-10"),
            ("10. Mai 2027", "2027-05-10"),
            ("10 maj 2027", "2027-05-10"),
            ("10 mei 2027", "2027-05-10"),
            ("10 okt 2027", "2027-10-10"),
            ("10. Dez. 2027", "2027-12-10"),
            ("12 ene 2026", "2026-01-12"),
            ("12-ene.-26", "2026-01-12"),
            ("12 de enero de 2026", "2026-01-12"),
            ("12 gen 2026", "2026-01-12"),
            ("1º gennaio 2026", "2026-01-01"),
            ("1er janvier 2026", "2026-01-01"),
            ("12 janv. 2026", "2026-01-12"),
            ("12 févr. 2026", "2026-02-12"),
            ("12 marzo 2026", "2026-03-12"),
            ("12 avr. 2026", "2026-04-12"),
            ("12 abr 2026", "2026-04-12"),
            ("12 maggio 2026", "2026-05-12"),
            ("12 juin 2026", "2026-06-12"),
            ("12 giu 2026", "2026-06-12"),
            ("12 juil. 2026", "2026-07-12"),
            ("12 lug 2026", "2026-07-12"),
            ("12 août 2026", "2026-08-12"),
            ("12 ago 2026", "2026-08-12"),
            ("12 set 2026", "2026-09-12"),
            ("12 ott 2026", "2026-10-12"),
            ("12 déc. 2026", "2026-12-12"),
            ("12 dic 2026 10:30:00", "2026-12-12"),
        ] {
            assert_eq!(date(text), Meaning::One(Some(day(expect))), "{text}");
        }
        for text in ["0001-01-01T00:00:00", "0001-01-01", "1/1/0001 12:00:00 AM", "01.01.0001"] {
            assert!(matches!(date(text), Meaning::One(None | Some(NO_DATE))), "{text}");
        }
        for text in [
            "",
            "soon",
            "31.02.2021",
            "13/13/2021",
            "44222",
            "1.2",
            "2021-13-01",
            "1/2/3",
            "26 Xyz 2021",
            // June or July of French.
            "26 jui 2021",
            // A Tuesday, in Italian and French.
            "mar 26 gen 2021",
            "2021-01-26Tx",
            "20210126",
            "2021年",
            "2021年13月1日",
        ] {
            assert_eq!(date(text), Meaning::None, "{text}");
        }
    }

    #[test]
    fn a_date_with_two_meanings_has_none_of_its_own() {
        let both = Meaning::Either { first: day("2026-04-03"), second: day("2026-03-04") };
        assert_eq!(date("03/04/2026"), both);
        assert_eq!(date("3-4-2026 10:00"), both);
        assert_eq!(date("05/05/2026"), Meaning::One(Some(day("2026-05-05"))));
        assert_eq!(date("03.04.2026"), Meaning::One(Some(day("2026-04-03"))));
        assert_eq!(proven_order("03/04/2026"), None);
        assert_eq!(proven_order("13/04/2026"), Some(DateOrder::DayFirst));
        assert_eq!(proven_order("04/13/2026 1:00"), Some(DateOrder::MonthFirst));
    }

    #[test]
    fn numbers_are_read_with_groups_currencies_and_signs() {
        let check = |text: &str, expect: &str| {
            assert_eq!(decimal(text), Meaning::One(expect.parse().unwrap()), "{text}");
        };
        check("1200", "1200");
        check("0.846202666", "0.846202666");
        check("1,234.50", "1234.5");
        check("1.234,50", "1234.5");
        check("1.234.567", "1234567");
        check("12,5", "12.5");
        check("-3.5", "-3.5");
        check("(3.50)", "-3.5");
        check("$1,234.50", "1234.5");
        check("€ 1.234,50", "1234.5");
        check("1\u{202f}234,50 €", "1234.5");
        check("1 234,50 kr", "1234.5");
        check("1.234,50 kr.", "1234.5");
        check("1'234.50 CHF", "1234.5");
        check("CHF 1’234.50", "1234.5");
        check("Fr. 1'234.50", "1234.5");
        check("1\u{a0}234,50\u{a0}€", "1234.5");
        check("₹1,23,456.78", "123456.78");
        check("1,23,45,678", "12345678");
        check("USD 12.50", "12.5");
        check("-$12.50", "-12.5");
        check("1E-05", "0.00001");
        check("1.5e+3", "1500");
        check(".5", "0.5");
        for text in [
            "",
            "abc",
            "1,2,3",
            "1,23,45",
            "123,45,678",
            "12.3.4",
            "1 2",
            "NULL",
            "--1",
            "9999999999999999999999999999999",
            "1e99999",
            "e5",
        ] {
            assert_eq!(decimal(text), Meaning::None, "{text}");
        }
    }

    #[test]
    fn a_number_with_two_meanings_has_none_of_its_own() {
        let either = |point: &str, comma: &str| Meaning::Either {
            first: point.parse().unwrap(),
            second: comma.parse().unwrap(),
        };
        assert_eq!(decimal("1,200"), either("1200", "1.2"));
        assert_eq!(decimal("1.200"), either("1.2", "1200"));
        assert_eq!(proven_mark("1.200"), None);
        assert_eq!(proven_mark("1.200,00"), Some(DecimalMark::Comma));
        assert_eq!(proven_mark("0.045"), Some(DecimalMark::Point));
        assert_eq!(proven_mark("1200.00"), Some(DecimalMark::Point));
        assert_eq!(proven_mark("1200"), None);
    }

    #[test]
    fn terms_and_plans_are_read_from_their_words() {
        for text in [
            "P3Y",
            "p3y",
            "3 Years",
            "3Years",
            "36",
            "36 months",
            "Three-Year",
            "P36M",
            "3 Jahre",
            "3 jaar",
            "3 år",
            "3 ans",
            "3 años",
            "3 anni",
            "3年",
            "36个月",
        ] {
            assert_eq!(term(text), Some("P3Y"), "{text}");
        }
        assert_eq!(term("1 Year"), Some("P1Y"));
        assert_eq!(term("P1M"), Some("P1M"));
        for text in ["None", "", "P7Y", "3", "3 jours", "P", "99999999999"] {
            assert_eq!(term(text), None, "{text}");
        }
        assert_eq!(term_in("Reserved VM Instance, Standard_B1ls, EU West, 3 Years"), Some("P3Y"));
        assert_eq!(term_in("D1 v2"), None);
        assert_eq!(billing_plan("One-Time"), Some("Upfront"));
        assert_eq!(billing_plan("RECURRING"), Some("Monthly"));
        for text in ["Im Voraus", "I förskott", "Vooraf", "À l’avance", "Por adelantado", "预付"]
        {
            assert_eq!(billing_plan(text), Some("Upfront"), "{text}");
        }
        for text in ["Monatlich", "Månadsvis", "Maandelijks", "Mensuel", "Mensual", "每月"] {
            assert_eq!(billing_plan(text), Some("Monthly"), "{text}");
        }
        for text in ["Weekly", "Jährlich", ""] {
            assert_eq!(billing_plan(text), None, "{text}");
        }
    }

    #[test]
    fn names_of_types_are_no_values() {
        assert!(is_type_name("Microsoft.Azure.PowerShell.Cmdlets.Reservations.Models.Sku"));
        assert!(is_type_name("System.Collections.Generic.List`1[System.String]"));
        assert!(!is_type_name("Microsoft Azure"));
    }
}

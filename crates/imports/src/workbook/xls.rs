//! Workbooks of Excel 5 to 2003: records in a stream of a compound file ([MS-XLS]).
//!
//! Not read with calamine, which holds a grid as large as the file says and ends the program where the
//! file is damaged.

use encoding_rs::{Encoding, WINDOWS_1252};

use super::compound::{Compound, f64_at, u16_at, u32_at, utf_16};
use super::grid::{DAMAGED, Grid, Holds, NumberFormat, PASSWORD, Rows, SheetCell};
use crate::Limits;

const BOF: u16 = 0x0809;
const EOF: u16 = 0x000a;
const CONTINUE: u16 = 0x003c;

/// What the sheets of a workbook hold, each with its name.
///
/// # Errors
/// Why it cannot be read, in words.
pub(super) fn sheets(bytes: &[u8], limits: &Limits) -> Result<Vec<Holds>, String> {
    let file = Compound::open(bytes)?;
    let stream = match file.stream("Workbook").or_else(|| file.stream("Book")) {
        Some(stream) => stream?,
        None => return Err(without_workbook(&file).to_owned()),
    };
    let book = Book::read(&stream)?;
    let sheets = book.sheets.iter().map(|(name, start)| {
        let rows = rows(&stream, *start, &book, limits);
        (name.clone(), rows)
    });
    Ok(sheets.collect())
}

fn without_workbook(file: &Compound<'_>) -> &'static str {
    const KNOWN: [(&str, &str); 4] = [
        ("EncryptedPackage", PASSWORD),
        ("WordDocument", "is a Word document"),
        ("PowerPoint Document", "is a PowerPoint presentation"),
        ("__properties_version1.0", "is a mail: save what is attached to it"),
    ];
    let known = KNOWN.iter().find(|(name, _)| file.has(name));
    known.map_or("is an old Office file without a workbook", |(_, what)| what)
}

/// A record with the records that continue it.
struct Record<'a> {
    kind: u16,
    data: &'a [u8],
    /// What continues it, each with its own beginning.
    more: Vec<&'a [u8]>,
}

struct Records<'a> {
    stream: &'a [u8],
    at: usize,
}

impl<'a> Records<'a> {
    /// The next record.
    ///
    /// # Errors
    /// The stream ends, although a workbook says where its parts end.
    fn next(&mut self) -> Result<Record<'a>, &'static str> {
        let (kind, data) = self.one().ok_or(DAMAGED)?;
        let mut more = Vec::new();
        while u16_at(self.stream, self.at) == Some(CONTINUE) {
            more.push(self.one().ok_or(DAMAGED)?.1);
        }
        Ok(Record { kind, data, more })
    }

    fn one(&mut self) -> Option<(u16, &'a [u8])> {
        let kind = u16_at(self.stream, self.at)?;
        let start = self.at.checked_add(4)?;
        let end = start.checked_add(usize::from(u16_at(self.stream, self.at + 2)?))?;
        self.at = end;
        Some((kind, self.stream.get(start..end)?))
    }
}

/// What a workbook says for all of its sheets.
struct Book {
    /// Each with the place of its records.
    sheets: Vec<(String, usize)>,
    strings: Vec<String>,
    /// By the number that a cell has of it.
    formats: Vec<NumberFormat>,
    is_1904: bool,
    writing: Writing,
}

/// How texts are written.
#[derive(Clone, Copy)]
enum Writing {
    /// Since Excel 97.
    Unicode,
    /// In the code page of a machine.
    CodePage(&'static Encoding),
}

impl Book {
    fn read(stream: &[u8]) -> Result<Self, &'static str> {
        let mut book = Self {
            sheets: Vec::new(),
            strings: Vec::new(),
            formats: Vec::new(),
            is_1904: false,
            writing: Writing::Unicode,
        };
        let mut written: Vec<(u16, NumberFormat)> = Vec::new();
        let mut records = Records { stream, at: 0 };
        if records.next()?.kind != BOF {
            return Err(DAMAGED);
        }
        // Before Excel 97 the first record says another version.
        if u16_at(stream, 4) != Some(0x0600) {
            book.writing = Writing::CodePage(WINDOWS_1252);
        }
        loop {
            let record = records.next()?;
            let data = record.data;
            match record.kind {
                EOF => break,
                0x002f => return Err(PASSWORD),
                0x0042 => {
                    if let Writing::CodePage(encoding) = &mut book.writing {
                        *encoding = code_page(u16_at(data, 0).ok_or(DAMAGED)?);
                    }
                }
                0x0022 => book.is_1904 = u16_at(data, 0) == Some(1),
                0x041e => {
                    let id = u16_at(data, 0).ok_or(DAMAGED)?;
                    let code = match book.writing {
                        Writing::Unicode => book.writing.long(data, 2, &record.more),
                        Writing::CodePage(_) => book.writing.short(data, 2),
                    };
                    written.push((id, NumberFormat::of(&code.ok_or(DAMAGED)?)));
                }
                0x00e0 => {
                    let id = u16_at(data, 2).ok_or(DAMAGED)?;
                    let own = written.iter().rev().find(|(known, _)| *known == id);
                    let format = own.map_or_else(|| NumberFormat::built_in(id), |(_, it)| *it);
                    book.formats.push(format);
                }
                0x0085 => {
                    let start = u32_at(data, 0).ok_or(DAMAGED)? as usize;
                    let name = book.writing.short(data, 6).ok_or(DAMAGED)?;
                    // Charts and macros are sheets as well, without cells.
                    if data.get(5) == Some(&0) {
                        book.sheets.push((name, start));
                    }
                }
                0x00fc => book.strings = strings(&record).ok_or(DAMAGED)?,
                _ => {}
            }
        }
        Ok(book)
    }

    fn number(&self, data: &[u8], format_at: usize, value: f64) -> Option<SheetCell> {
        let format = self.formats.get(usize::from(u16_at(data, format_at)?));
        Some(SheetCell::formatted(value, format, self.is_1904))
    }
}

/// The encoding of a code page; one that is not known is that of Western Europe.
fn code_page(number: u16) -> &'static Encoding {
    let label = match number {
        874 | 1250..=1258 => format!("windows-{number}"),
        932 => "shift_jis".to_owned(),
        936 => "gbk".to_owned(),
        949 => "euc-kr".to_owned(),
        950 => "big5".to_owned(),
        10_000 => "macintosh".to_owned(),
        _ => return WINDOWS_1252,
    };
    Encoding::for_label(label.as_bytes()).unwrap_or(WINDOWS_1252)
}

impl Writing {
    /// A text whose length is one byte.
    fn short(self, data: &[u8], at: usize) -> Option<String> {
        let length = usize::from(*data.get(at)?);
        match self {
            Self::Unicode => Source::of(vec![data.get(at + 1..)?]).text(length),
            Self::CodePage(encoding) => {
                let bytes = data.get(at + 1..)?.get(..length)?;
                Some(encoding.decode_without_bom_handling(bytes).0.into_owned())
            }
        }
    }

    /// A text whose length is two bytes.
    fn long(self, data: &[u8], at: usize, more: &[&[u8]]) -> Option<String> {
        let length = usize::from(u16_at(data, at)?);
        let mut parts = vec![data.get(at + 2..)?];
        parts.extend(more);
        match self {
            Self::Unicode => Source::of(parts).text(length),
            Self::CodePage(encoding) => {
                let bytes = parts.concat();
                Some(encoding.decode_without_bom_handling(bytes.get(..length)?).0.into_owned())
            }
        }
    }
}

/// Bytes in several records. A text that goes on in the next one says there again how it is written.
struct Source<'a> {
    /// The last one comes first.
    parts: Vec<&'a [u8]>,
}

impl<'a> Source<'a> {
    fn of(mut parts: Vec<&'a [u8]>) -> Self {
        parts.reverse();
        Self { parts }
    }

    /// What is left of the record, or the next one where nothing is.
    fn rest(&mut self) -> Option<&mut &'a [u8]> {
        while self.parts.len() > 1 && self.parts.last().is_some_and(|part| part.is_empty()) {
            self.parts.pop();
        }
        self.parts.last_mut()
    }

    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let rest = self.rest()?;
        let (taken, left) = rest.split_at_checked(length)?;
        *rest = left;
        Some(taken)
    }

    fn skip(&mut self, mut length: usize) -> Option<()> {
        while length > 0 {
            let here = self.rest()?.len().min(length);
            if here == 0 {
                return None;
            }
            self.take(here)?;
            length -= here;
        }
        Some(())
    }

    /// A text of so many letters, with what says how they are written.
    fn text(&mut self, length: usize) -> Option<String> {
        let flags = self.take(1)?[0];
        self.letters(length, flags)
    }

    fn letters(&mut self, mut length: usize, mut flags: u8) -> Option<String> {
        let mut text = String::new();
        loop {
            let rest = self.parts.last_mut()?;
            let bytes = if flags & 1 == 1 { 2 } else { 1 };
            let here = length.min(rest.len() / bytes);
            let (taken, left) = rest.split_at_checked(here * bytes)?;
            *rest = left;
            match bytes {
                2 => text.push_str(&utf_16(taken)),
                _ => text.extend(taken.iter().map(|byte| char::from(*byte))),
            }
            length -= here;
            if length == 0 {
                return Some(text);
            }
            if self.parts.len() == 1 {
                return None;
            }
            self.parts.pop();
            flags = self.take(1)?[0];
        }
    }
}

/// The texts that cells name by number.
fn strings(record: &Record<'_>) -> Option<Vec<String>> {
    let count = u32_at(record.data, 4)?;
    let mut parts = vec![record.data.get(8..)?];
    parts.extend(&record.more);
    let mut source = Source::of(parts);
    let mut strings = Vec::new();
    for _ in 0..count {
        let length = usize::from(u16_at(source.take(2)?, 0)?);
        let flags = source.take(1)?[0];
        let runs = if flags & 8 == 0 { 0 } else { usize::from(u16_at(source.take(2)?, 0)?) };
        let phonetic = if flags & 4 == 0 { 0 } else { u32_at(source.take(4)?, 0)? as usize };
        strings.push(source.letters(length, flags)?);
        source.skip(runs * 4)?;
        source.skip(phonetic)?;
    }
    Some(strings)
}

/// The rows of the sheet whose records begin here.
fn rows(stream: &[u8], at: usize, book: &Book, limits: &Limits) -> Result<(Rows, bool), String> {
    let mut records = Records { stream, at };
    if records.next()?.kind != BOF {
        return Err(DAMAGED.to_owned());
    }
    let mut grid = Grid::new(limits);
    // A formula whose value is a text has it in the record after it.
    let mut formula = None;
    // Charts in a sheet have records like those of cells.
    let mut inner = 0_usize;
    while !grid.is_full() {
        let record = records.next()?;
        match (record.kind, inner) {
            (BOF, _) => inner += 1,
            (EOF, 0) => break,
            (EOF, _) => inner -= 1,
            (0x0207, 0) => {
                if let Some((row, column)) = formula.take() {
                    let text = book.writing.long(record.data, 0, &record.more).ok_or(DAMAGED)?;
                    grid.put(row, column, SheetCell::text(text));
                }
            }
            (_, 0) => formula = cells(&record, book, &mut grid).ok_or(DAMAGED)?.or(formula),
            _ => {}
        }
    }
    grid.finish()
}

/// Puts the cells of a record into the sheet; the place of a formula whose text comes next is
/// returned, and nothing at all for a record that is not whole.
#[allow(clippy::option_option, reason = "the outer one is whether the record is whole")]
fn cells(record: &Record<'_>, book: &Book, grid: &mut Grid<'_>) -> Option<Option<(u32, u32)>> {
    let data = record.data;
    if !matches!(record.kind, 0x0203 | 0x027e | 0x00bd | 0x00fd | 0x0204 | 0x00d6 | 0x0205 | 0x0006)
    {
        return Some(None);
    }
    let (row, column) = (u32::from(u16_at(data, 0)?), u32::from(u16_at(data, 2)?));
    let cell = match record.kind {
        0x0203 => book.number(data, 4, f64_at(data, 6)?)?,
        0x027e => book.number(data, 4, packed(u32_at(data, 6)?))?,
        0x00bd => {
            for (next, at) in (column..).zip((4..data.len().saturating_sub(7)).step_by(6)) {
                let value = packed(u32_at(data, at + 2)?);
                grid.put(row, next, book.number(data, at, value)?);
            }
            return Some(None);
        }
        0x00fd => SheetCell::text(book.strings.get(u32_at(data, 6)? as usize)?.clone()),
        0x0204 | 0x00d6 => SheetCell::text(book.writing.long(data, 6, &record.more)?),
        // An error is nothing.
        0x0205 if data.get(7)? != &0 => return Some(None),
        0x0205 => SheetCell::bool(data.get(6)? != &0),
        _ if data.get(12..14)? != [0xff, 0xff] => book.number(data, 4, f64_at(data, 6)?)?,
        _ => match data.get(6)? {
            0 => return Some(Some((row, column))),
            1 => SheetCell::bool(data.get(8)? != &0),
            _ => return Some(None),
        },
    };
    grid.put(row, column, cell);
    Some(None)
}

/// A number in four bytes: the upper half of one in eight, or a whole one; maybe a hundredth of it.
pub(super) fn packed(bits: u32) -> f64 {
    let value = if bits & 2 == 0 {
        f64::from_bits(u64::from(bits & !3) << 32)
    } else {
        f64::from(bits.cast_signed() >> 2)
    };
    if bits & 1 == 0 { value } else { value / 100.0 }
}

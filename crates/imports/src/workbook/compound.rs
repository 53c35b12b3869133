//! The container of Office files before 2007, and of those with a password: a file system in a file
//! ([MS-CFB]).

use super::grid::DAMAGED;

/// What every compound file begins with.
pub(crate) const SIGNATURE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// The number that ends a chain of sectors.
const END_OF_CHAIN: u32 = 0xffff_fffe;
/// Numbers from here on are no sectors.
const RESERVED: u32 = 0xffff_fffa;
/// Streams below this are kept in the mini stream.
const MINI_STREAM_MAX: usize = 4096;
const MINI_SECTOR: usize = 64;
const ENTRY: usize = 128;

/// A number in little endian, if there are bytes for it.
pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

/// A number in little endian, if there are bytes for it.
pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

/// A number in little endian, if there are bytes for it.
pub(super) fn f64_at(bytes: &[u8], at: usize) -> Option<f64> {
    Some(f64::from_le_bytes(bytes.get(at..at.checked_add(8)?)?.try_into().ok()?))
}

/// The text of UTF-16 in little endian; what is no letter becomes U+FFFD.
pub(super) fn utf_16(bytes: &[u8]) -> String {
    let units = bytes.as_chunks::<2>().0.iter().map(|unit| u16::from_le_bytes(*unit));
    char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// A compound file whose directory was read.
pub(super) struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
    /// The sector after each sector.
    next: Vec<u32>,
    next_mini: Vec<u32>,
    mini: Vec<u8>,
    entries: Vec<Entry>,
}

struct Entry {
    name: String,
    start: u32,
    length: usize,
}

impl<'a> Compound<'a> {
    /// Reads the directory.
    ///
    /// # Errors
    /// What about the file is damaged.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, &'static str> {
        let header = |at: usize| u32_at(bytes, at).ok_or(DAMAGED);
        let sector = match u16_at(bytes, 30) {
            Some(9) => 512,
            Some(12) => 4096,
            _ => return Err(DAMAGED),
        };
        let mut file = Self {
            bytes,
            sector,
            next: Vec::new(),
            next_mini: Vec::new(),
            mini: Vec::new(),
            entries: Vec::new(),
        };
        // The first numbers of the sectors that hold the table are in the header, the others in a
        // chain of their own, each sector of which ends with the number of the next.
        let mut tables: Vec<u32> =
            (0..109).filter_map(|place| u32_at(bytes, 76 + place * 4)).collect();
        let mut more = header(68)?;
        let sectors_max = bytes.len() / sector + 1;
        for _ in 0..sectors_max {
            if more >= RESERVED {
                break;
            }
            let mut numbers = numbers(file.sector(more)?);
            more = numbers.pop().ok_or(DAMAGED)?;
            tables.extend(numbers);
        }
        for table in tables.into_iter().filter(|table| *table < RESERVED).take(sectors_max) {
            let numbers = numbers(file.sector(table)?);
            file.next.extend(numbers);
        }
        let directory = file.chain(header(48)?, None)?;
        let version = u16_at(bytes, 26);
        file.entries =
            directory.chunks_exact(ENTRY).filter_map(|entry| Entry::of(entry, version)).collect();
        let root = file.entries.first().ok_or(DAMAGED)?;
        let (start, length) = (root.start, root.length);
        if header(64)? > 0 {
            file.mini = file.chain(start, Some(length))?;
            file.next_mini = numbers(&file.chain(header(60)?, None)?);
        }
        Ok(file)
    }

    /// Whether there is a stream or a storage of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.entry(name).is_some()
    }

    fn entry(&self, name: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// What stands in a stream, if there is one of this name.
    ///
    /// # Errors
    /// It is not whole.
    pub(super) fn stream(&self, name: &str) -> Option<Result<Vec<u8>, &'static str>> {
        let Entry { start, length, .. } = self.entry(name)?;
        let is_mini = *length < MINI_STREAM_MAX;
        Some(if is_mini {
            self.mini_chain(*start, *length)
        } else {
            self.chain(*start, Some(*length))
        })
    }

    /// The bytes of a sector; the last one of a file may be short.
    fn sector(&self, number: u32) -> Result<&'a [u8], &'static str> {
        let start = (number as usize).checked_add(1).and_then(|it| it.checked_mul(self.sector));
        let start = start.ok_or(DAMAGED)?;
        let end = start.saturating_add(self.sector).min(self.bytes.len());
        self.bytes.get(start..end).filter(|sector| !sector.is_empty()).ok_or(DAMAGED)
    }

    /// The sectors of a chain together: all of them, or so many bytes.
    fn chain(&self, start: u32, length: Option<usize>) -> Result<Vec<u8>, &'static str> {
        let sector = |number| self.sector(number);
        follow(&self.next, start, length, &sector)
    }

    fn mini_chain(&self, start: u32, length: usize) -> Result<Vec<u8>, &'static str> {
        let sector = |number: u32| {
            let start = (number as usize).saturating_mul(MINI_SECTOR);
            let end = start.saturating_add(MINI_SECTOR).min(self.mini.len());
            self.mini.get(start..end).ok_or(DAMAGED)
        };
        follow(&self.next_mini, start, Some(length), &sector)
    }
}

impl Entry {
    fn of(bytes: &[u8], version: Option<u16>) -> Option<Self> {
        let name = utf_16(bytes.get(..64)?);
        let name = name.split('\0').next().unwrap_or_default().to_owned();
        // The upper half of a length means nothing in the third version.
        let upper = if version == Some(3) { 0 } else { u32_at(bytes, 124)? };
        let length = u64::from(upper) << 32 | u64::from(u32_at(bytes, 120)?);
        let length = usize::try_from(length).unwrap_or(usize::MAX);
        (!name.is_empty()).then_some(Self { name, start: u32_at(bytes, 116)?, length })
    }
}

fn numbers(sector: &[u8]) -> Vec<u32> {
    sector.as_chunks::<4>().0.iter().map(|number| u32::from_le_bytes(*number)).collect()
}

/// A chain that runs in a circle, leaves the file or ends too early is damaged.
fn follow<'b>(
    next: &[u32],
    start: u32,
    length: Option<usize>,
    sector: &dyn Fn(u32) -> Result<&'b [u8], &'static str>,
) -> Result<Vec<u8>, &'static str> {
    let mut found = Vec::new();
    let mut number = start;
    for _ in 0..=next.len() {
        let missing = length.map(|length| length - found.len());
        if missing == Some(0) || number == END_OF_CHAIN {
            break;
        }
        let bytes = sector(number)?;
        found.extend_from_slice(&bytes[..bytes.len().min(missing.unwrap_or(usize::MAX))]);
        number = *next.get(number as usize).ok_or(DAMAGED)?;
    }
    if length.is_some_and(|length| found.len() != length) {
        return Err(DAMAGED);
    }
    Ok(found)
}

//! Numbers and texts in bytes, and back without a panic whatever the bytes are.
//!
//! Whole numbers are in groups of seven bits, the lowest first (LEB128), signed ones folded to unsigned.

use chrono::{Datelike, NaiveDate};

/// The bytes end before what they promise, or say what cannot be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Malformed;

/// Puts a whole number at the end.
pub(super) fn put_number(bytes: &mut Vec<u8>, mut number: u128) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Puts a text with its length at the end.
pub(super) fn put_text(bytes: &mut Vec<u8>, text: &str) {
    put_number(bytes, text.len() as u128);
    bytes.extend_from_slice(text.as_bytes());
}

/// Puts a day at the end, or that there is none.
pub(super) fn put_day(bytes: &mut Vec<u8>, day: Option<NaiveDate>) {
    let folded = |day: NaiveDate| {
        let days = day.num_days_from_ce();
        u128::from(((days << 1) ^ (days >> 31)) as u32) + 1
    };
    put_number(bytes, day.map_or(0, folded));
}

/// What is left to read.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    pub(super) const fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    pub(super) fn byte(&mut self) -> Result<u8, Malformed> {
        let (first, rest) = self.rest.split_first().ok_or(Malformed)?;
        self.rest = rest;
        Ok(*first)
    }

    pub(super) fn bytes(&mut self, count: usize) -> Result<&'a [u8], Malformed> {
        let (bytes, rest) = self.rest.split_at_checked(count).ok_or(Malformed)?;
        self.rest = rest;
        Ok(bytes)
    }

    /// A whole number of any size that is written.
    pub(super) fn number(&mut self) -> Result<u128, Malformed> {
        let mut number = 0;
        for shift in (0..u128::BITS).step_by(7) {
            let byte = self.byte()?;
            let group = u128::from(byte & 0x7f);
            if group.leading_zeros() < shift {
                return Err(Malformed);
            }
            number |= group << shift;
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
        Err(Malformed)
    }

    pub(super) fn small(&mut self) -> Result<u32, Malformed> {
        // Nearly every number of a row is one byte.
        match self.rest.split_first() {
            Some((first, rest)) if *first < 0x80 => {
                self.rest = rest;
                Ok(u32::from(*first))
            }
            _ => u32::try_from(self.number()?).map_err(|_| Malformed),
        }
    }

    /// How many of something follow, of which each takes a byte or more.
    pub(super) fn count(&mut self) -> Result<usize, Malformed> {
        let count = self.small()? as usize;
        if count <= self.rest.len() { Ok(count) } else { Err(Malformed) }
    }

    pub(super) fn text(&mut self) -> Result<&'a str, Malformed> {
        let length = self.count()?;
        str::from_utf8(self.bytes(length)?).map_err(|_| Malformed)
    }

    pub(super) fn day(&mut self) -> Result<Option<NaiveDate>, Malformed> {
        let Some(folded) = self.small()?.checked_sub(1) else { return Ok(None) };
        let days = (folded >> 1) as i32 ^ -((folded & 1) as i32);
        NaiveDate::from_num_days_from_ce_opt(days).map(Some).ok_or(Malformed)
    }

    /// Everything that is left.
    pub(super) const fn rest(&self) -> &'a [u8] {
        self.rest
    }

    pub(super) const fn is_at_end(&self) -> bool {
        self.rest.is_empty()
    }
}

/// A number that says whether bytes are those that were written.
///
/// Each step maps sums to sums one to one, so that no change within eight bytes goes unseen.
pub(super) fn checksum(bytes: &[u8]) -> u64 {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let step = |sum: u64, word: [u8; 8]| {
        let mixed = (sum ^ u64::from_le_bytes(word)).wrapping_mul(FACTOR);
        mixed ^ (mixed >> 29)
    };
    let (words, rest) = bytes.as_chunks::<8>();
    let sum = words.iter().fold(bytes.len() as u64, |sum, word| step(sum, *word));
    let mut last = [0; 8];
    last[..rest.len()].copy_from_slice(rest);
    step(sum, last)
}

//! Ranks of what a column holds: numbers to sort by without another look at texts and amounts.
//!
//! To make them takes longer than a frame, and needs nothing but the values. So these have a form in bytes, in which
//! another thread gets them.

use std::borrow::Cow;
use std::cmp::Ordering;

use super::bytes::{Malformed, Reader};
use super::texts::Texts;

/// The rank of what is missing.
pub(super) const MISSING: u32 = u32::MAX;

/// Where a sign stands in the order of a language. Texts are compared by letters; those with the same letters by
/// accents, and those with the same accents by case. What is 0 does not count.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Weight {
    /// The letter: the same for a, ä and A where they are one letter.
    pub letter: u16,
    /// The accent: the same for a and A.
    pub accent: u8,
    /// The case.
    pub case: u8,
}

/// Values that are to be ranked.
#[derive(Clone, Debug)]
pub struct Sortable<'a>(Values<'a>);

#[derive(Clone, Debug)]
enum Values<'a> {
    Texts(Cow<'a, Texts>, Signs),
    Numbers(Vec<Option<i64>>),
    /// Numbers for which that is too little room: amounts and prices.
    Amounts(Vec<Option<i128>>),
}

/// Signs in the order of their numbers, with their places in the order of a language.
type Signs = Vec<(char, Weight)>;

/// The first byte of each form.
mod form {
    pub(super) const TEXTS: u8 = 0;
    pub(super) const NUMBERS: u8 = 1;
    pub(super) const AMOUNTS: u8 = 2;
}

impl<'a> Sortable<'a> {
    /// Texts in the order of a language; an empty one is missing.
    pub(super) fn texts(texts: Cow<'a, Texts>, weights: fn(&[char]) -> Vec<Weight>) -> Self {
        let signs = distinct_signs(texts.all());
        let weights = weights(&signs);
        Self(Values::Texts(texts, signs.into_iter().zip(weights).collect()))
    }

    pub(super) fn numbers(numbers: impl Iterator<Item = Option<i64>>) -> Self {
        Self(Values::Numbers(numbers.collect()))
    }

    pub(super) fn amounts(amounts: impl Iterator<Item = Option<i128>>) -> Self {
        Self(Values::Amounts(amounts.collect()))
    }

    /// How many values there are.
    pub fn len(&self) -> usize {
        match &self.0 {
            Values::Texts(texts, _) => texts.len(),
            Values::Numbers(numbers) => numbers.len(),
            Values::Amounts(amounts) => amounts.len(),
        }
    }

    /// Whether there is no value.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The rank of each value, from 0; those that are alike have the same.
    pub fn ranks(&self) -> Vec<u32> {
        match &self.0 {
            Values::Texts(texts, signs) => text_ranks(texts, signs),
            Values::Numbers(numbers) => number_ranks(numbers),
            Values::Amounts(amounts) => number_ranks(amounts),
        }
    }

    /// The values for [`read`](Self::read).
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        match &self.0 {
            Values::Texts(texts, signs) => {
                let room = 9 + 8 * signs.len() + 4 * texts.len() + texts.all().len();
                bytes.reserve_exact(room);
                bytes.push(form::TEXTS);
                put(&mut bytes, signs.len() as u32);
                for (sign, Weight { letter, accent, case }) in signs {
                    put(&mut bytes, u32::from(*sign));
                    bytes.extend_from_slice(&letter.to_le_bytes());
                    bytes.extend_from_slice(&[*accent, *case]);
                }
                put(&mut bytes, texts.len() as u32);
                texts.ends().iter().for_each(|end| put(&mut bytes, *end));
                bytes.extend_from_slice(texts.all().as_bytes());
            }
            Values::Numbers(numbers) => {
                bytes.reserve_exact(1 + 8 * numbers.len());
                bytes.push(form::NUMBERS);
                for number in numbers {
                    bytes.extend_from_slice(&number.unwrap_or(i64::MIN).to_le_bytes());
                }
            }
            Values::Amounts(amounts) => {
                bytes.reserve_exact(1 + 16 * amounts.len());
                bytes.push(form::AMOUNTS);
                for amount in amounts {
                    bytes.extend_from_slice(&amount.unwrap_or(i128::MIN).to_le_bytes());
                }
            }
        }
        bytes
    }

    /// Values out of their [bytes](Self::to_bytes); `None` where these say something else.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let mut reader = Reader::new(bytes);
        let values = match reader.byte().ok()? {
            form::TEXTS => read_texts(&mut reader).ok()?,
            form::NUMBERS => {
                let numbers = whole_chunks(reader.rest())?.iter().copied().map(i64::from_le_bytes);
                Values::Numbers(numbers.map(|it| (it != i64::MIN).then_some(it)).collect())
            }
            form::AMOUNTS => {
                let amounts = whole_chunks(reader.rest())?.iter().copied().map(i128::from_le_bytes);
                Values::Amounts(amounts.map(|it| (it != i128::MIN).then_some(it)).collect())
            }
            _ => return None,
        };
        Some(Self(values))
    }
}

fn put(bytes: &mut Vec<u8>, number: u32) {
    bytes.extend_from_slice(&number.to_le_bytes());
}

fn read_texts(reader: &mut Reader<'_>) -> Result<Values<'static>, Malformed> {
    let sign = |[first, second, third, fourth, low, high, accent, case]: &[u8; 8]| {
        let sign = char::from_u32(u32::from_le_bytes([*first, *second, *third, *fourth]))?;
        let letter = u16::from_le_bytes([*low, *high]);
        Some((sign, Weight { letter, accent: *accent, case: *case }))
    };
    let signs: Option<Signs> = array(reader)?.iter().map(sign).collect();
    let ends = array(reader)?.iter().copied().map(u32::from_le_bytes).collect();
    let all = str::from_utf8(reader.rest()).map_err(|_| Malformed)?;
    let texts = Texts::of(all.to_owned(), ends).ok_or(Malformed)?;
    Ok(Values::Texts(Cow::Owned(texts), signs.ok_or(Malformed)?))
}

/// So many things of the same size as a number says.
fn array<'a, const SIZE: usize>(reader: &mut Reader<'a>) -> Result<&'a [[u8; SIZE]], Malformed> {
    let count = u32::from_le_bytes(*reader.bytes(4)?.first_chunk().ok_or(Malformed)?);
    let bytes = reader.bytes((count as usize).checked_mul(SIZE).ok_or(Malformed)?)?;
    Ok(bytes.as_chunks().0)
}

fn whole_chunks<const SIZE: usize>(bytes: &[u8]) -> Option<&[[u8; SIZE]]> {
    let (chunks, rest) = bytes.as_chunks();
    rest.is_empty().then_some(chunks)
}

/// The rank of each of so many places, of some of them in the order of their keys; the others are missing.
fn dense<K>(
    places: usize,
    in_order: &[(K, u32)],
    is_same: impl Fn(&(K, u32), &(K, u32)) -> bool,
) -> Vec<u32> {
    let mut ranks = vec![MISSING; places];
    let mut rank = 0;
    for (number, entry) in in_order.iter().enumerate() {
        if number > 0 && !is_same(&in_order[number - 1], entry) {
            rank += 1;
        }
        ranks[entry.1 as usize] = rank;
    }
    ranks
}

fn number_ranks<N: Copy + Ord>(numbers: &[Option<N>]) -> Vec<u32> {
    let known = (0_u32..).zip(numbers).filter_map(|(at, number)| Some(((*number)?, at)));
    let mut in_order: Vec<(N, u32)> = known.collect();
    in_order.sort_unstable();
    dense(numbers.len(), &in_order, |one, other| one.0 == other.0)
}

/// The ranks of texts in the order of a language, in which numbers count as numbers.
fn text_ranks(texts: &Texts, signs: &[(char, Weight)]) -> Vec<u32> {
    let order = Order::of(signs);
    let mut all = Vec::new();
    let mut keys: Vec<(u64, u32)> = Vec::new();
    let mut starts = vec![0];
    for (place, text) in texts.iter().enumerate() {
        let (start, text) = (all.len(), text.trim());
        if !text.is_empty() {
            order.put_key(&mut all, text);
        }
        let mut first = [0; 8];
        let length = (all.len() - start).min(8);
        first[..length].copy_from_slice(&all[start..start + length]);
        starts.push(all.len());
        if length > 0 {
            keys.push((u64::from_be_bytes(first), place as u32));
        }
    }
    let key = |place: u32| &all[starts[place as usize]..starts[place as usize + 1]];
    // The first eight bytes tell most texts apart, without a look at the rest.
    let compare = |one: &(u64, u32), other: &(u64, u32)| match one.0.cmp(&other.0) {
        Ordering::Equal => key(one.1).cmp(key(other.1)),
        order => order,
    };
    keys.sort_unstable_by(compare);
    dense(texts.len(), &keys, |one, other| compare(one, other) == Ordering::Equal)
}

/// Where the signs of some texts stand in the order of a language.
///
/// Asking a browser to compare two texts takes a microsecond, and sorting a hundred thousand needs two million
/// comparisons. So it is asked for the order of the signs alone, of which there are few, and the texts are compared
/// by these. What a language orders as two signs is written as these; of those there is `ß`.
struct Order<'a> {
    ascii: [Weight; 128],
    /// All signs, in the order of their numbers.
    signs: &'a [(char, Weight)],
    /// Bytes of a letter.
    width: usize,
}

impl<'a> Order<'a> {
    fn of(signs: &'a [(char, Weight)]) -> Self {
        let mut ascii = [Weight::default(); 128];
        for (sign, weight) in signs {
            if let Some(known) = ascii.get_mut(*sign as usize) {
                *known = *weight;
            }
        }
        let is_narrow = signs.iter().all(|(_, weight)| weight.letter < 0x100);
        Self { ascii, signs, width: if is_narrow { 1 } else { 2 } }
    }

    fn weight(&self, sign: char) -> Weight {
        let others = || {
            let place = self.signs.binary_search_by_key(&sign, |(sign, _)| *sign);
            place.map(|place| self.signs[place].1).unwrap_or_default()
        };
        self.ascii.get(sign as usize).copied().unwrap_or_else(others)
    }

    fn put_letter(&self, key: &mut Vec<u8>, letter: u16) {
        key.extend_from_slice(&letter.to_be_bytes()[2 - self.width..]);
    }

    /// Bytes whose order is that of the texts: all letters, all accents, all cases. Before its digits each number
    /// says how many they are.
    fn put_key(&self, key: &mut Vec<u8>, text: &str) {
        let (mut accents, mut cases) = (Vec::new(), Vec::new());
        let mut signs = signs_of(text).peekable();
        while let Some(sign) = signs.next() {
            if !sign.is_ascii_digit() {
                let Weight { letter, accent, case } = self.weight(sign);
                if letter > 0 {
                    self.put_letter(key, letter);
                }
                accents.push(accent);
                cases.push(case);
                continue;
            }
            self.put_letter(key, self.weight('0').letter);
            let length = key.len();
            key.push(0);
            let mut next = Some(sign);
            while let Some(digit) = next {
                if digit != '0' || key.len() > length + 1 {
                    key.push(digit as u8);
                }
                next = signs.next_if(char::is_ascii_digit);
            }
            key[length] = (key.len() - length - 1).min(255) as u8;
        }
        for level in [accents, cases] {
            // Nearly every text ends here: what is no letter has no weight.
            let some = level.iter().rposition(|weight| *weight > 0).map_or(0, |last| last + 1);
            self.put_letter(key, 0);
            key.extend_from_slice(&level[..some]);
        }
    }
}

/// Each sign of a text once, in the order of their numbers. A digit has the place of a number, which stands where 0
/// does.
fn distinct_signs(text: &str) -> Vec<char> {
    let sign_of = |sign: char| if sign.is_ascii_digit() { '0' } else { sign };
    // A bit for each sign that there can be takes as much as a page, and no time where few are there.
    let mut are_there = vec![0_u64; u32::from(char::MAX) as usize / 64 + 1];
    let mut note = |sign: char| are_there[sign as usize / 64] |= 1 << (sign as u32 % 64);
    if text.is_ascii() {
        // Byte by byte, which is several times quicker.
        text.bytes().for_each(|byte| note(char::from(byte)));
    } else {
        signs_of(text).for_each(note);
    }
    let numbers =
        (0_u32..).zip(are_there).filter(|(_, bits)| *bits != 0).flat_map(|(word, bits)| {
            (0..64).filter(move |bit| bits >> bit & 1 == 1).map(move |bit| 64 * word + bit)
        });
    let mut signs: Vec<char> = numbers.filter_map(char::from_u32).map(sign_of).collect();
    signs.dedup();
    signs
}

/// The signs of a text, one that counts as two as these.
fn signs_of(text: &str) -> impl Iterator<Item = char> {
    text.chars().flat_map(|sign| match sign {
        'ß' => ['s', 's'].into_iter().take(2),
        sign => [sign, sign].into_iter().take(1),
    })
}

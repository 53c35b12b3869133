//! Many texts in one.

use std::collections::HashMap;
use std::ops::Range;

/// Texts one after the other, so that a hundred thousand of them are one allocation and not as many.
#[derive(Clone, Default, Debug)]
pub(super) struct Texts {
    all: String,
    /// Where each of them ends.
    ends: Vec<u32>,
}

impl Texts {
    /// Texts that end where these numbers say; `None` where no text can end there, or one has no end.
    pub(super) fn of(all: String, ends: Vec<u32>) -> Option<Self> {
        let is_end = |end: &u32| all.is_char_boundary(*end as usize);
        let is_whole = ends.last().map_or(0, |end| *end as usize) == all.len();
        (is_whole && ends.is_sorted() && ends.iter().all(is_end)).then_some(Self { all, ends })
    }

    pub(super) fn get(&self, place: usize) -> &str {
        &self.all[self.range(place)]
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Makes room for so many texts of so many bytes together.
    pub(super) fn reserve(&mut self, texts: usize, bytes: usize) {
        self.all.reserve_exact(bytes);
        self.ends.reserve_exact(texts);
    }

    /// Adds what a function writes.
    pub(super) fn push_with(&mut self, write: impl FnOnce(&mut String)) {
        write(&mut self.all);
        self.ends.push(u32::try_from(self.all.len()).expect("texts of less than four gigabytes"));
    }

    pub(super) fn push(&mut self, text: &str) {
        self.push_with(|all| all.push_str(text));
    }

    pub(super) fn truncate(&mut self, count: usize) {
        self.ends.truncate(count);
        self.all.truncate(self.ends.last().map_or(0, |end| *end as usize));
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|place| self.get(place))
    }

    /// All of them, one after the other.
    pub(super) fn all(&self) -> &str {
        &self.all
    }

    /// Where each of them ends in [`all`](Self::all).
    pub(super) fn ends(&self) -> &[u32] {
        &self.ends
    }

    /// Where a text begins in [`all`](Self::all); that after the last one at the end.
    pub(super) fn start(&self, place: usize) -> usize {
        if place == 0 { 0 } else { self.ends[place - 1] as usize }
    }

    /// The place of the text in which a byte of [`all`](Self::all) stands, which is not before `from`.
    pub(super) fn place_of(&self, byte: usize, from: usize) -> usize {
        from + self.ends[from..].partition_point(|end| *end as usize <= byte)
    }

    fn range(&self, place: usize) -> Range<usize> {
        self.start(place)..self.ends[place] as usize
    }
}

/// Texts of which each is there once.
#[derive(Default)]
pub(super) struct Distinct {
    places: HashMap<Box<str>, u32>,
    pub(super) texts: Texts,
}

impl Distinct {
    /// The place of a text.
    pub(super) fn place(&mut self, text: &str) -> u32 {
        if let Some(place) = self.places.get(text) {
            return *place;
        }
        let place = self.texts.len() as u32;
        self.places.insert(text.into(), place);
        self.texts.push(text);
        place
    }
}

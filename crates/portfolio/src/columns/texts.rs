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
    pub(super) fn get(&self, place: usize) -> &str {
        &self.all[self.range(place)]
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
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

    fn range(&self, place: usize) -> Range<usize> {
        let start = if place == 0 { 0 } else { self.ends[place - 1] as usize };
        start..self.ends[place] as usize
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

//! Walking through the rows of a table by keys.

/// Where a key leads among rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// One row up.
    Up,
    /// One row down.
    Down,
    /// As many rows up as are in sight.
    PageUp,
    /// As many rows down as are in sight.
    PageDown,
    /// To the first row.
    First,
    /// To the last row.
    Last,
}

impl Step {
    /// The step that a key asks for, by the name that browsers give the key.
    #[must_use]
    pub fn of_key(key: &str) -> Option<Self> {
        match key {
            "ArrowUp" => Some(Self::Up),
            "ArrowDown" => Some(Self::Down),
            "PageUp" => Some(Self::PageUp),
            "PageDown" => Some(Self::PageDown),
            "Home" => Some(Self::First),
            "End" => Some(Self::Last),
            _ => None,
        }
    }

    /// The place that the step leads to from the place `now` among `count` rows, of which `page` are in sight. Where
    /// there are none it is the first all the same.
    #[must_use]
    pub fn from(self, now: usize, page: usize, count: usize) -> usize {
        let last = count.saturating_sub(1);
        let place = match self {
            Self::Up => now.saturating_sub(1),
            Self::Down => now.saturating_add(1),
            Self::PageUp => now.saturating_sub(page),
            Self::PageDown => now.saturating_add(page),
            Self::First => 0,
            Self::Last => last,
        };
        place.min(last)
    }
}

#[cfg(test)]
mod tests {
    use super::Step;

    #[test]
    fn a_key_leads_to_a_row_that_there_is() {
        let places = [
            ("ArrowUp", 4),
            ("ArrowDown", 6),
            ("PageUp", 2),
            ("PageDown", 8),
            ("Home", 0),
            ("End", 9),
        ];
        for (key, place) in places {
            let step = Step::of_key(key).expect(key);
            assert_eq!(step.from(5, 3, 10), place, "{key}");
            assert_eq!(step.from(0, 3, 0), 0, "{key} among no rows");
            assert!(step.from(usize::MAX, usize::MAX, 10) <= 9, "{key} from far away");
        }
        assert_eq!(Step::of_key("x"), None);
    }
}

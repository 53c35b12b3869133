//! Which rows of a long list are drawn, and where.
//!
//! A browser draws no element of any height: beyond some ten million pixels the end of a list would be cut off
//! or flicker. A longer list stands in an element of [`TALLEST`] pixels, in which scrolling goes through its rows
//! faster than they move past; from the first to the last each can be reached.

/// The height in pixels that every browser can scroll through: Firefox ends at 17.8 million, at twice the
/// density of pixels at half of that.
pub const TALLEST: f64 = 8_000_000.0;

/// Rows that are drawn beyond the sight on either side, so that a short way shows no gap.
const BEYOND: f64 = 6.0;

/// A list, and the part of it that is in sight.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Window {
    /// Rows in the list.
    pub count: usize,
    /// The height of each row in pixels.
    pub row: f64,
    /// The height of what is in sight in pixels, without what stands above the rows.
    pub sight: f64,
}

/// Rows that are drawn.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Drawn {
    /// The place of the first.
    pub first: usize,
    /// The place after the last.
    pub end: usize,
    /// Where the first stands in the element of all rows, in pixels from its top.
    pub offset: f64,
}

impl Window {
    /// The height of the element of all rows, in pixels.
    #[must_use]
    pub fn height(self) -> f64 {
        self.full().min(TALLEST)
    }

    /// The rows around the sight, where the element is scrolled to `top`.
    #[must_use]
    pub fn drawn(self, top: f64) -> Drawn {
        let top = top.clamp(0.0, self.way());
        let place = self.place(top);
        let first = (place / self.row - BEYOND).floor().max(0.0);
        let end = ((place + self.sight) / self.row + BEYOND).ceil();
        // A list has no more rows than a `usize` counts, and both numbers lie within it.
        let (first, end) = (first as usize, (end as usize).min(self.count));
        Drawn { first: first.min(end), end, offset: top + first as f64 * self.row - place }
    }

    /// Where the element has to be scrolled to for the row at `place` to be in sight; `None` where it is already
    /// when scrolled to `top`.
    #[must_use]
    pub fn reveal(self, place: usize, top: f64) -> Option<f64> {
        let now = self.place(top.clamp(0.0, self.way()));
        let row = place as f64 * self.row;
        if row < now {
            return Some(self.top(row));
        }
        let below = row + self.row - self.sight;
        // Half a pixel is the rounding of browsers.
        (below > now + 0.5).then(|| self.top(below))
    }

    /// The place of the topmost row in sight, where the element is scrolled to `top`.
    #[must_use]
    pub fn topmost(self, top: f64) -> usize {
        let place = self.place(top.clamp(0.0, self.way())) / self.row;
        // As above; half a pixel of a row that has gone is nothing that anybody sees.
        ((place + 0.01).floor() as usize).min(self.count.saturating_sub(1))
    }

    /// Where the element has to be scrolled to for the row at `place` to be the topmost, as far as there are rows
    /// below it.
    #[must_use]
    pub fn top_of(self, place: usize) -> f64 {
        self.top(place as f64 * self.row)
    }

    /// How many rows Page Down goes on: those in sight but one.
    #[must_use]
    pub fn page(self) -> usize {
        ((self.sight / self.row).floor() as usize).saturating_sub(1).max(1)
    }

    /// What all rows come to.
    fn full(self) -> f64 {
        self.count as f64 * self.row
    }

    /// How far the element can be scrolled.
    fn way(self) -> f64 {
        (self.height() - self.sight).max(0.0)
    }

    /// How far the rows can be scrolled.
    fn full_way(self) -> f64 {
        (self.full() - self.sight).max(0.0)
    }

    /// How far the rows are scrolled where the element is scrolled to `top`.
    fn place(self, top: f64) -> f64 {
        if self.full() <= TALLEST { top } else { top / self.way() * self.full_way() }
    }

    /// The other way round.
    fn top(self, place: f64) -> f64 {
        let place = place.clamp(0.0, self.full_way());
        if self.full() <= TALLEST { place } else { place / self.full_way() * self.way() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHORT: Window = Window { count: 1_000, row: 50.0, sight: 500.0 };
    const LONG: Window = Window { count: 1_000_000, row: 50.0, sight: 500.0 };

    #[test]
    fn draws_what_is_in_sight_and_a_little_more() {
        assert_eq!(SHORT.height(), 50_000.0);
        assert_eq!(SHORT.drawn(0.0), Drawn { first: 0, end: 16, offset: 0.0 });
        assert_eq!(SHORT.drawn(1_025.0), Drawn { first: 14, end: 37, offset: 700.0 });
        let last = SHORT.drawn(49_500.0);
        assert_eq!((last.first, last.end), (984, 1_000));
        assert_eq!(SHORT.drawn(1e9), last, "a browser may report a place beyond the end");
        assert_eq!(SHORT.drawn(-20.0).first, 0, "and one before the beginning");
    }

    #[test]
    fn a_list_that_fits_is_drawn_whole() {
        let few = Window { count: 3, ..SHORT };
        assert_eq!(few.drawn(0.0), Drawn { first: 0, end: 3, offset: 0.0 });
        assert_eq!(few.reveal(2, 0.0), None);
        assert_eq!(Window { count: 0, ..SHORT }.drawn(0.0), Drawn::default());
    }

    #[test]
    fn no_list_is_taller_than_a_browser_draws_and_its_last_row_is_reached() {
        assert_eq!(LONG.height(), TALLEST);
        let end = LONG.drawn(TALLEST - LONG.sight);
        assert_eq!(end.end, LONG.count);
        // The last row ends where the element does.
        let bottom = end.offset + (end.end - end.first) as f64 * LONG.row;
        assert!((bottom - TALLEST).abs() < 0.01, "{bottom}");
        assert_eq!(LONG.drawn(0.0).first, 0);
    }

    #[test]
    fn every_row_comes_into_sight_where_it_is_revealed() {
        for window in [SHORT, LONG] {
            for place in [0, 1, 9, 10, 11, window.count / 3, window.count - 2, window.count - 1] {
                for from in [0.0, 12_345.0, window.height()] {
                    let top = window.reveal(place, from).unwrap_or(from).min(window.way());
                    let drawn = window.drawn(top);
                    assert!((drawn.first..drawn.end).contains(&place), "{place} from {from}");
                    let row = drawn.offset + (place - drawn.first) as f64 * window.row;
                    let is_in_sight =
                        row > top - 1.0 && row + window.row < top + window.sight + 1.0;
                    assert!(is_in_sight, "{place} from {from}: {row} at {top}");
                    assert_eq!(window.reveal(place, top), None, "{place} from {from}");
                }
            }
        }
    }

    #[test]
    fn the_topmost_row_is_the_one_that_was_scrolled_to() {
        for window in [SHORT, LONG] {
            for place in [0, 1, 17, window.count / 2, window.count - 10] {
                assert_eq!(window.topmost(window.top_of(place)), place, "{window:?}");
            }
        }
        assert_eq!(SHORT.topmost(SHORT.top_of(999)), 990, "there is nothing below the last");
    }

    #[test]
    fn a_page_is_what_is_in_sight_but_one_row() {
        assert_eq!(SHORT.page(), 9);
        assert_eq!(Window { sight: 20.0, ..SHORT }.page(), 1);
    }
}

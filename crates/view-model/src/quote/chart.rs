//! Where things lie in the date chart: pure geometry over the calculator's timeline.
//!
//! Horizontally one unit is one day, vertically [`HEIGHT`] units are the topmost tick: so many that whole
//! ones do, because printing floating point takes more code than the rest of the chart. No amount on
//! screen is read back from them.

use std::fmt::Write as _;

use calculator::{Decision, Event, EventKind, Money, Point, Timeline};
use chrono::NaiveDate;

/// Height of the plot in its own units.
pub const HEIGHT: i128 = 10_000;
/// Steps of the vertical axis from its lowest to its topmost tick.
const TICKS: i128 = 4;
/// Days of a stretch of which the path keeps the first, lowest, highest and last.
const STRETCHES_MAX: usize = 360;
/// Days between two rows of the table where nothing else happens.
const ROW_EVERY: usize = 30;

/// The chart of one timeline.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// The path of what a return leaves: what is paid out, less what was charged until then.
    pub left: String,
    /// The path of what is paid out, where it is another one.
    pub payable: String,
    /// Labels of the vertical axis, from the top down.
    pub ticks: Vec<Money>,
    /// Where zero lies.
    pub zero: i128,
    /// The day on which a return leaves the most, counted from the first of the chart, and where it lies.
    pub best: Option<(usize, i128)>,
    /// Labels of the horizontal axis, evenly spaced.
    pub days: Vec<NaiveDate>,
    /// Stretches of days on which less than the refund is payable.
    pub bands: Vec<Band>,
    /// Days on which something changes.
    pub marks: Vec<Mark>,
}

/// Neighbouring days with the same decision other than allowed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// The first day, counted from the first of the chart.
    pub from: usize,
    /// Days of the stretch.
    pub days: usize,
    /// Whether the return is refused on these days; else it is capped.
    pub refused: bool,
}

/// A change on a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// The day, counted from the first of the chart.
    pub day: usize,
    /// What changes.
    pub kind: EventKind,
}

/// One row of the table that says what the chart shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The day and what it gives.
    pub point: Point,
    /// What changes on it.
    pub changes: Vec<EventKind>,
}

/// Lays a timeline out; `None` when it has no day.
#[must_use]
pub fn layout(timeline: &Timeline) -> Option<Layout> {
    let first = timeline.points.first()?;
    let highest = timeline.points.iter().map(|point| point.payable.minor()).max()?;
    let lowest = timeline.points.iter().map(|point| point.left.minor()).min()?.min(0);
    let step = nice_step(highest, -lowest);
    let below = steps(-lowest, step);
    let scale = Scale { top: step * (TICKS - below), whole: step * TICKS };
    let currency = first.payable.currency();
    let last = timeline.points.len() - 1;
    Some(Layout {
        left: path(&timeline.points, |point| scale.height(point.left)),
        payable: if timeline.has_charges {
            path(&timeline.points, |point| scale.height(point.payable))
        } else {
            String::new()
        },
        ticks: (-below..=TICKS - below)
            .rev()
            .map(|tick| Money::from_minor(step * tick, currency))
            .collect(),
        zero: scale.height(Money::zero(currency)),
        best: timeline.best.map(|place| (place, scale.height(timeline.points[place].left))),
        days: (0..=4).map(|quarter| timeline.points[last * quarter / 4].day).collect(),
        bands: bands(&timeline.points),
        marks: timeline.events.iter().filter_map(|event| mark(event, first.day)).collect(),
    })
}

/// The row of every day on which something changes, and of a day each month in between.
#[must_use]
pub fn rows(timeline: &Timeline) -> Vec<Row> {
    let last = timeline.points.len().saturating_sub(1);
    let mut events = timeline.events.iter().peekable();
    let mut rows = Vec::new();
    for (place, point) in timeline.points.iter().enumerate() {
        let mut changes = Vec::new();
        while let Some(event) = events.next_if(|event| event.day <= point.day) {
            changes.push(event.kind);
        }
        let decided = place > 0 && timeline.points[place - 1].decision != point.decision;
        let regular = place % ROW_EVERY == 0 || place == last;
        if regular || decided || !changes.is_empty() {
            rows.push(Row { point: *point, changes });
        }
    }
    rows
}

/// Where amounts lie.
#[derive(Clone, Copy)]
struct Scale {
    /// The topmost tick in minor units.
    top: i128,
    /// From the lowest to the topmost.
    whole: i128,
}

impl Scale {
    fn height(self, amount: Money) -> i128 {
        HEIGHT * (self.top - amount.minor()) / self.whole
    }
}

/// How many steps reach an amount.
fn steps(amount: i128, step: i128) -> i128 {
    (amount + step - 1) / step
}

/// The smallest of 1, 2, 2.5 and 5 times a power of ten of which [`TICKS`] reach from `below` zero to
/// `above` it.
fn nice_step(above: i128, below: i128) -> i128 {
    let mut power = 1;
    loop {
        // A quarter of ten is a whole number of minor units from ten on.
        for step in [power, 2 * power, 5 * power / 2, 5 * power] {
            if steps(above, step) + steps(below, step) <= TICKS {
                return step;
            }
        }
        power *= 10;
    }
}

fn path(points: &[Point], height: impl Fn(&Point) -> i128) -> String {
    let stretch = points.len().div_ceil(STRETCHES_MAX).max(1);
    let mut path = String::new();
    for (number, days) in points.chunks(stretch).enumerate() {
        let heights: Vec<_> = days.iter().map(&height).collect();
        for offset in corners(&heights) {
            let command = if path.is_empty() { 'M' } else { 'L' };
            let day = number * stretch + offset;
            let _ = write!(path, "{command}{day} {}", heights[offset]);
        }
    }
    path
}

/// The first, lowest, highest and last day of a stretch in the order of the days, each once.
fn corners(heights: &[i128]) -> Vec<usize> {
    let height = |place: &usize| heights[*place];
    let places = 0..heights.len();
    let mut corners: Vec<usize> = [
        Some(0),
        places.clone().max_by_key(height),
        places.clone().min_by_key(height),
        places.last(),
    ]
    .into_iter()
    .flatten()
    .collect();
    corners.sort_unstable();
    corners.dedup();
    corners
}

fn bands(points: &[Point]) -> Vec<Band> {
    let mut from = 0;
    let mut bands = Vec::new();
    for days in points.chunk_by(|one, next| kind(one) == kind(next)) {
        if let Some(refused) = kind(&days[0]) {
            bands.push(Band { from, days: days.len(), refused });
        }
        from += days.len();
    }
    bands
}

/// `None` where the whole refund is payable, else whether the return is refused.
fn kind(point: &Point) -> Option<bool> {
    match point.decision {
        Decision::Allowed => None,
        Decision::Capped => Some(false),
        Decision::Refused(_) => Some(true),
    }
}

fn mark(event: &Event, first: NaiveDate) -> Option<Mark> {
    let day = usize::try_from((event.day - first).num_days()).ok()?;
    Some(Mark { day, kind: event.kind })
}

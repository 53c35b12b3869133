//! Which lines are about which return.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use rust_decimal::Decimal;

use super::{Line, Returned, explain, month};

/// A return with the lines of one document about it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Pair {
    pub(super) returned: usize,
    pub(super) lines: Vec<usize>,
}

/// What is booked later than this after a return is about it only where the amount says so.
const BOOKED_AFTER: TimeDelta = TimeDelta::days(62);
/// So much may days differ that are told in other time zones.
const BOOKED_BEFORE: TimeDelta = TimeDelta::days(1);
/// Of so many lines every choice is looked at.
const CHOICES_MAX: usize = 12;

/// The lines of each return, every line at most once.
pub(super) fn assign(returned: &[Returned], lines: &[Line]) -> Vec<Pair> {
    let mut groups: BTreeMap<(Option<u8>, &str), Group> = BTreeMap::new();
    for (place, line) in lines.iter().enumerate() {
        let document = line.document.map(|document| document as u8);
        let of_reservation = || {
            let own = line.reservation_id.as_deref()?;
            let found = returned.iter().find(|it| it.reservation_id == own)?;
            Some(found.order_id.as_str())
        };
        if let Some(order) = line.order_id.as_deref().or_else(of_reservation) {
            groups.entry((document, order)).or_default().lines.push(place);
        }
    }
    let mut pairs = Vec::new();
    for ((_, order), mut group) in groups {
        group.returned =
            (0..returned.len()).filter(|place| returned[*place].order_id == order).collect();
        group.exact(returned, lines, &mut pairs);
        group.sums(returned, lines, &mut pairs);
        group.near(returned, lines, &mut pairs);
    }
    pairs
}

/// What is left of the returns of an order and the lines of one document about it.
#[derive(Default)]
struct Group {
    returned: Vec<usize>,
    lines: Vec<usize>,
}

impl Group {
    /// Lines with the amount that was expected.
    fn exact(&mut self, returned: &[Returned], lines: &[Line], pairs: &mut Vec<Pair>) {
        self.closest(returned, lines, pairs, |it, line| {
            may_be(it, line) && explain::is_expected(it, line.amount, line)
        });
    }

    /// Lines that add up to the amount that was expected.
    fn sums(&mut self, returned: &[Returned], lines: &[Line], pairs: &mut Vec<Pair>) {
        for place in self.returned.clone() {
            let it = &returned[place];
            let is_part = |line: &usize| {
                let line = &lines[*line];
                may_be(it, line) && line.currency == it.expected.currency()
            };
            let parts: Vec<usize> = self.lines.iter().copied().filter(is_part).collect();
            let expected = it.expected.to_decimal();
            let sum =
                |chosen: &[usize]| chosen.iter().map(|line| lines[*line].amount).sum::<Decimal>();
            let chosen = if parts.len() > CHOICES_MAX {
                Some(parts).filter(|parts| sum(parts) == expected)
            } else {
                let choices = 0..1_u32 << parts.len();
                let mut choices: Vec<u32> = choices.filter(|it| it.count_ones() > 1).collect();
                choices.sort_by_key(|choice| choice.count_ones());
                let of_choice = |choice: u32| {
                    let all = parts.iter().enumerate();
                    let chosen = all.filter(|(bit, _)| choice & (1 << bit) != 0);
                    chosen.map(|(_, line)| *line).collect::<Vec<_>>()
                };
                choices.into_iter().map(of_choice).find(|chosen| sum(chosen) == expected)
            };
            if let Some(chosen) = chosen {
                self.take(place, chosen, pairs);
            }
        }
    }

    /// Lines with another amount, soon after the return. More lines of the same day belong to it as well, where
    /// no other return is left that they could be about.
    fn near(&mut self, returned: &[Returned], lines: &[Line], pairs: &mut Vec<Pair>) {
        let before = pairs.len();
        self.closest(returned, lines, pairs, is_near);
        let [pair] = &mut pairs[before..] else { return };
        let (it, first) = (&returned[pair.returned], &lines[pair.lines[0]]);
        if !self.returned.is_empty() {
            return;
        }
        for place in std::mem::take(&mut self.lines) {
            let line = &lines[place];
            let units = |line: &Line| line.units.map_or(0, u64::from);
            let all: u64 = pair.lines.iter().map(|line| units(&lines[*line])).sum();
            let belongs = (line.day, line.currency) == (first.day, first.currency)
                && all + units(line) <= it.case.units;
            if belongs { pair.lines.push(place) } else { self.lines.push(place) }
        }
    }

    /// Pairs returns with single lines: first those of the same units, then those of the closest days.
    fn closest(
        &mut self,
        returned: &[Returned],
        lines: &[Line],
        pairs: &mut Vec<Pair>,
        is_it: impl Fn(&Returned, &Line) -> bool,
    ) {
        let mut edges = Vec::new();
        for place in &self.returned {
            for line in &self.lines {
                let (it, of) = (&returned[*place], &lines[*line]);
                if is_it(it, of) {
                    let units = of.units.map(u64::from).is_some_and(|units| units != it.case.units);
                    let days = (of.day - it.case.on).num_days().abs();
                    edges.push((units, days, *place, *line));
                }
            }
        }
        edges.sort_unstable();
        for (_, _, place, line) in edges {
            if self.returned.contains(&place) && self.lines.contains(&line) {
                self.take(place, vec![line], pairs);
            }
        }
    }

    fn take(&mut self, returned: usize, lines: Vec<usize>, pairs: &mut Vec<Pair>) {
        self.returned.retain(|place| *place != returned);
        self.lines.retain(|line| !lines.contains(line));
        pairs.push(Pair { returned, lines });
    }
}

/// Whether a line can be about a return at all: what is booked before it is about another one, unless it is booked
/// in the month of the purchase, as refunds are documented to be.
fn may_be(returned: &Returned, line: &Line) -> bool {
    let bought = returned.case.holding.purchase_date();
    -BOOKED_BEFORE <= line.day - returned.case.on || month(line.day) == month(bought)
}

fn is_near(returned: &Returned, line: &Line) -> bool {
    may_be(returned, line) && line.day - returned.case.on <= BOOKED_AFTER
}

//! What rounding takes from payouts under the cap, won back by other orders and days.
//!
//! What is left of a limit is paid out in the currency of the reservation, rounded down, which loses up to a cent of it
//! each time. Who comes last on a day, or waits for a day, changes what is left for the others and so what they lose;
//! under a cap that is used up it costs nothing else. A plan that loses nothing is the best one: the bound says so.

use chrono::Days;

use crate::currency::Currency;
use crate::plan::carried_out;
use crate::plan::input::{Move, Planning};
use crate::policy::OverLimit;

/// Days by which a return waits at most.
const WAITS: u64 = 12;
/// Cents that a return loses by rounding at most; a minor unit of most currencies is worth less.
const ROUNDED_MAX: i128 = 10;
/// Returns that are carried out for it at most.
const RETURNS_MAX: usize = 60_000;

/// Tries one other order or day after the other.
pub(super) struct Rounding {
    moves: Vec<Move>,
    value: i128,
    /// What no plan exceeds, in cents.
    most: i128,
    /// The next one to try: the return, and by how many days it waits.
    next: (usize, u64),
    returns_left: usize,
}

impl Rounding {
    /// Begins; `None` where rounding is not what a plan of `value` cents lacks to the most that any brings.
    pub(super) fn new(
        planning: &Planning,
        moves: Vec<Move>,
        value: i128,
        most: i128,
    ) -> Option<Self> {
        let is_capped = planning.policy.limit.over == OverLimit::PayoutCapped;
        let is_foreign = |it: &Move| planning.items[it.item].holding.currency() != Currency::USD;
        let foreign = moves.iter().filter(|it| is_foreign(it)).count() as i128;
        let lacks = most - value;
        let may_be = is_capped && 0 < lacks && lacks <= foreign * ROUNDED_MAX;
        may_be.then_some(Self { moves, value, most, next: (0, 0), returns_left: RETURNS_MAX })
    }

    /// Tries the next one; `false` where none is left or nothing more is to be won.
    pub(super) fn step(&mut self, planning: &Planning) -> bool {
        let (place, waits) = self.next;
        if place >= self.moves.len() || self.value >= self.most || self.returns_left == 0 {
            return false;
        }
        self.next = if waits < WAITS { (place, waits + 1) } else { (place + 1, 0) };
        let Some(other) = self.waiting(planning, place, waits) else { return true };
        self.returns_left = self.returns_left.saturating_sub(other.len());
        // Under a cap no return is refused before its reservation expires.
        let value = carried_out(planning, &other).usd.minor();
        if value > self.value {
            (self.moves, self.value, self.next) = (other, value, (0, 0));
        }
        true
    }

    /// The moves with one of them last on its day, or last on a later one.
    fn waiting(&self, planning: &Planning, place: usize, waits: u64) -> Option<Vec<Move>> {
        let mut moved = self.moves[place];
        moved.on = moved.on + Days::new(waits);
        let expiry = planning.items[moved.item].holding.expiry_date();
        let is_there = |it: &Move| (it.item, it.on) == (moved.item, moved.on);
        let is_twice = waits > 0 && self.moves.iter().any(is_there);
        if moved.on >= planning.end().min(expiry) || is_twice {
            return None;
        }
        let mut other = self.moves.clone();
        other.remove(place);
        let at = other.partition_point(|it| it.on <= moved.on);
        other.insert(at, moved);
        Some(other)
    }

    pub(super) fn into_moves(self) -> Vec<Move> {
        self.moves
    }
}

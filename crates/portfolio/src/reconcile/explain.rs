//! What is known of a return and the lines about it. Every explanation is worked out with the calculator, and gives
//! the booked amount to the last digit.

use calculator::{Decision, Fee, FeeRate, Money, Policy, RefundInput, assess};
use chrono::NaiveDate;
use rust_decimal::{Decimal, RoundingStrategy};

use super::{Finding, Line, Note, ReturnKind, Returned, State, is_expected_month, month};

/// What a return and its lines come to. `chosen` are the places of the lines, of which there is one at least, and
/// which have one currency.
pub(super) fn finding(
    place: usize,
    returned: &Returned,
    chosen: &[usize],
    lines: &[Line],
) -> Finding {
    let first = &lines[chosen[0]];
    let of = |place: &usize| &lines[*place];
    let amount: Decimal = chosen.iter().map(|line| of(line).amount).sum();
    let mut notes = Vec::new();
    if chosen.len() > 1 {
        notes.push(Note::SeveralLines(chosen.len()));
    }
    let (on, bought) = (returned.case.on, returned.case.holding.purchase_date());
    let is_in_time = chosen.iter().all(|line| is_expected_month(of(line).day, on));
    if !is_in_time && chosen.iter().all(|line| month(of(line).day) == month(bought)) {
        notes.push(Note::PurchaseMonth);
    }
    let units = chosen.iter().map(|line| of(line).units).sum::<Option<u32>>();
    let other_units = units.filter(|units| u64::from(*units) != returned.case.units);
    let is_same_currency = first.currency == returned.expected.currency();
    let is_expected = is_expected(returned, amount, first);
    let state = match (is_expected, is_in_time) {
        (true, true) => State::Matched,
        (true, false) => State::OtherMonth,
        (false, _) => State::OtherAmount,
    };
    let expected = returned.expected.to_decimal();
    notes.extend(other_units.map(Note::UnitsInFile));
    if is_expected {
        notes.extend((amount != expected).then_some(Note::Rounded));
    } else if is_same_currency {
        let total = chosen.iter().map(|line| of(line).total).sum::<Option<Decimal>>();
        notes.extend((total == Some(expected)).then_some(Note::WithTax));
        let last = chosen.iter().map(|line| of(line).day).max().unwrap_or(on);
        notes.extend(Search { returned, amount }.notes(other_units, last));
    } else {
        notes.push(at_rate(returned, amount, chosen.iter().map(of)));
    }
    Finding {
        state,
        returned: Some(place),
        lines: chosen.to_vec(),
        booked: Some((amount, first.currency)),
        difference: is_same_currency.then(|| amount - expected),
        notes,
    }
}

/// Whether an amount in the currency of a line is the one that was expected. A file may have more digits than the
/// currency: then less than the smallest unit is no difference.
pub(super) fn is_expected(returned: &Returned, amount: Decimal, line: &Line) -> bool {
    let currency = returned.expected.currency();
    let expected = returned.expected.to_decimal();
    let smallest = Money::from_minor(1, currency).to_decimal();
    let is_finer = amount.normalize().scale() > currency.minor_digits();
    line.currency == currency
        && (amount == expected || is_finer && (amount - expected).abs() < smallest)
}

/// What is said of an amount in another currency.
fn at_rate<'a>(
    returned: &Returned,
    amount: Decimal,
    mut lines: impl Iterator<Item = &'a Line>,
) -> Note {
    let Some(Line { rate: Some((pricing, rate)), currency, .. }) = lines.next() else {
        return Note::OtherCurrency;
    };
    let is_same = lines.all(|line| line.rate == Some((*pricing, *rate)));
    let converted = returned.expected.to_decimal().checked_mul(*rate);
    let digits = currency.minor_digits();
    let ways = [RoundingStrategy::MidpointNearestEven, RoundingStrategy::ToZero];
    let gives = |value: Decimal| {
        ways.iter().any(|way| value.round_dp_with_strategy(digits, *way) == amount)
    };
    let is_it = is_same && *pricing == returned.expected.currency() && converted.is_some_and(gives);
    if is_it { Note::AtRate(*rate) } else { Note::OtherCurrency }
}

/// A search for what gives an amount.
struct Search<'a> {
    returned: &'a Returned,
    /// In the currency of the return.
    amount: Decimal,
}

impl Search<'_> {
    /// What gives the amount on the day of the return, else what gives it on another day. `in_file` are other units
    /// that the file has, `booked` is the day that it has.
    fn notes(&self, in_file: Option<u32>, booked: NaiveDate) -> Vec<Note> {
        let input = self.returned.case.input();
        let on_the_day: Vec<Note> = [self.fee(), self.cap(), self.policy(), self.units()]
            .into_iter()
            .chain([self.commitment()])
            .flatten()
            .collect();
        if !on_the_day.is_empty() {
            return on_the_day;
        }
        let other_day = self.day(&input, booked).map(Note::OtherDay);
        let both = || {
            let units = in_file?;
            let day = self.day(&RefundInput { units: units.into(), ..input }, booked)?;
            Some(Note::OtherUnitsAndDay(units, day))
        };
        other_day.or_else(both).into_iter().collect()
    }

    /// What comes back by this input; nothing where the return is not possible.
    fn paid(&self, input: &RefundInput<'_>) -> Option<Money> {
        let assessment = assess(input);
        match self.returned.kind {
            ReturnKind::Refund => match assessment.decision {
                Decision::Allowed | Decision::Capped => Some(assessment.payable),
                Decision::Refused(_) => None,
            },
            ReturnKind::Exchange => assessment.amounts.map(|amounts| amounts.credit),
        }
    }

    fn gives(&self, input: &RefundInput<'_>) -> bool {
        self.paid(input).is_some_and(|money| money.to_decimal() == self.amount)
    }

    fn fee(&self) -> Option<Note> {
        if self.returned.kind == ReturnKind::Exchange {
            return None;
        }
        let input = self.returned.case.input();
        let is_charged = assess(&input).amounts.is_some_and(|amounts| !amounts.fee.is_zero());
        let rate =
            if is_charged { FeeRate::from_decimal(Decimal::ZERO).ok()? } else { known_fee()? };
        let gives = self.gives(&RefundInput { fee_rate: Some(rate), ..input });
        let note = if is_charged { Note::FeeNotCharged } else { Note::FeeCharged(rate) };
        gives.then_some(note)
    }

    fn cap(&self) -> Option<Note> {
        let assessment = assess(&self.returned.case.input());
        let refund = assessment.amounts?.refund.to_decimal();
        let is_it = self.returned.kind == ReturnKind::Refund
            && assessment.decision == Decision::Capped
            && refund == self.amount;
        is_it.then_some(Note::CapNotApplied)
    }

    /// The newest of the other policies that gives the amount.
    fn policy(&self) -> Option<Note> {
        let input = self.returned.case.input();
        let others = Policy::all().iter().rev().filter(|policy| policy.id != input.policy.id);
        others
            .map(|policy| (policy, RefundInput { policy, ..input }))
            .find(|(_, input)| self.gives(input))
            .map(|(policy, input)| {
                let is_capped = assess(&input).decision == Decision::Capped
                    && self.returned.kind == ReturnKind::Refund;
                if is_capped { Note::OtherPolicyCapped(policy) } else { Note::OtherPolicy(policy) }
            })
    }

    /// More units never give less, so that the number is found by halving.
    fn units(&self) -> Option<Note> {
        let input = self.returned.case.input();
        let of = |units: u64| RefundInput { units, ..input };
        let is_less = |units: u64| {
            self.paid(&of(units)).is_some_and(|money| money.to_decimal() < self.amount)
        };
        let (mut low, mut high) = (1, u64::from(input.holding.quantity()) + 1);
        while low < high {
            let middle = low.midpoint(high);
            if is_less(middle) { low = middle + 1 } else { high = middle }
        }
        (low != input.units && self.gives(&of(low))).then_some(Note::OtherUnits(low))
    }

    fn commitment(&self) -> Option<Note> {
        let amounts = assess(&self.returned.case.input()).amounts?;
        let is_it = !amounts.cancelled_instalments.is_zero()
            && amounts.cancelled_commitment.to_decimal() == self.amount;
        is_it.then_some(Note::Commitment)
    }

    /// The day on which the return gives the amount: the one of the file, else the closest to that of the return.
    fn day(&self, input: &RefundInput<'_>, booked: NaiveDate) -> Option<NaiveDate> {
        let (first, end) = (input.holding.purchase_date(), input.holding.expiry_date());
        let days = first.iter_days().take_while(|day| *day < end);
        let gives =
            |on: &NaiveDate| *on != input.on && self.gives(&RefundInput { on: *on, ..*input });
        let distance = |day: &NaiveDate| (*day != booked, (*day - input.on).num_days().abs());
        days.filter(gives).min_by_key(distance)
    }
}

/// The fee that a source states.
fn known_fee() -> Option<FeeRate> {
    match Policy::default_policy().fee {
        Fee::OfCredit { rate, .. } => Some(rate),
        Fee::NotCharged => None,
    }
}

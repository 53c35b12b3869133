//! Every step reads as a true statement: its formula, worked out once more, is what it says.

use std::str::FromStr;

use calculator::json::RefundCase;
use calculator::{Formula, Part, Relation, Sign, Step, Term, Value};
use chrono::NaiveDate;
use rust_decimal::Decimal;

/// What a formula comes to.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Worked {
    Number(Decimal),
    Day(NaiveDate),
    Term(Term),
    Holds(bool),
}

/// Asserts that every step of a refund is true.
pub(crate) fn assert_true(case: &RefundCase) {
    for step in calculator::refund(&case.input()).steps {
        assert!(is_true(&step), "{case:?}\n{step:#?}");
    }
}

/// Whether the formula of a step gives its result in the way that the step says.
pub(crate) fn is_true(step: &Step) -> bool {
    if let [Part::Value(refusal @ Value::Refusal(_))] = step.formula.parts() {
        return step.relation == Relation::Implies || step.result == *refusal;
    }
    match (worked_out(&step.formula), step.relation) {
        (Worked::Holds(holds), Relation::Implies) => holds,
        (Worked::Day(day), Relation::Equals) => step.result == Value::Date(day),
        (Worked::Number(exact), relation) => {
            let result = number(&step.result);
            let off = (exact - result).abs();
            // A third has no end here; what is truly rounded is off by far more than that.
            let is_exact = off < Decimal::new(1, 9);
            match relation {
                Relation::Equals => is_exact,
                // Rounded to the minor unit, or truncated to it.
                Relation::Rounded => !is_exact && off < Decimal::new(1, result.scale()),
                Relation::Implies => false,
            }
        }
        _ => false,
    }
}

fn number(value: &Value) -> Decimal {
    Decimal::from_str(&value.to_string()).expect("a number")
}

fn worked_out(formula: &Formula) -> Worked {
    let mut rest = formula.parts();
    let left = sum(&mut rest);
    let sign = match rest {
        [] => return left,
        [Part::Sign(sign), after @ ..] => {
            rest = after;
            *sign
        }
        _ => panic!("{rest:?} is left of {formula}"),
    };
    let (Worked::Number(left), Worked::Number(right)) = (left, sum(&mut rest)) else {
        panic!("no numbers in {formula}");
    };
    assert!(rest.is_empty(), "{rest:?} is left of {formula}");
    Worked::Holds(match sign {
        Sign::AtMost => left <= right,
        Sign::MoreThan => left > right,
        _ => panic!("{sign:?} in {formula}"),
    })
}

fn sum(parts: &mut &[Part]) -> Worked {
    let mut so_far = product(parts);
    while let [Part::Sign(sign @ (Sign::Plus | Sign::Minus)), after @ ..] = *parts {
        *parts = after;
        so_far = match (so_far, sign, product(parts)) {
            (Worked::Number(one), Sign::Plus, Worked::Number(other)) => Worked::Number(one + other),
            (Worked::Number(one), _, Worked::Number(other)) => Worked::Number(one - other),
            (Worked::Day(day), Sign::Plus, Worked::Term(term)) => Worked::Day(term.end(day)),
            (Worked::Day(one), Sign::Minus, Worked::Day(other)) => {
                Worked::Number((one - other).num_days().into())
            }
            other => panic!("{other:?}"),
        };
    }
    so_far
}

fn product(parts: &mut &[Part]) -> Worked {
    let mut so_far = one(parts);
    while let [Part::Sign(sign @ (Sign::Times | Sign::Over)), after @ ..] = *parts {
        *parts = after;
        let (Worked::Number(left), Worked::Number(right)) = (so_far, one(parts)) else {
            panic!("no numbers around {sign:?}");
        };
        so_far = Worked::Number(if *sign == Sign::Times { left * right } else { left / right });
    }
    so_far
}

fn one(parts: &mut &[Part]) -> Worked {
    let [part, after @ ..] = *parts else { panic!("the formula ends too soon") };
    *parts = after;
    match part {
        Part::Sign(Sign::Open) => in_parentheses(parts, |values| values[0]),
        Part::Sign(Sign::MinOf) => in_parentheses(parts, |values| values[0].min(values[1])),
        Part::Sign(Sign::MaxOf) => in_parentheses(parts, |values| values[0].max(values[1])),
        Part::Sign(sign) => panic!("{sign:?} instead of a value"),
        Part::Value(Value::Date(day)) => Worked::Day(*day),
        Part::Value(Value::Term(term)) => Worked::Term(*term),
        Part::Value(value) => Worked::Number(number(value)),
    }
}

/// The values between parentheses, of which the first is open already.
fn in_parentheses(parts: &mut &[Part], combine: impl Fn(&[Decimal]) -> Decimal) -> Worked {
    let mut values = Vec::new();
    loop {
        let Worked::Number(value) = sum(parts) else { panic!("no number in parentheses") };
        values.push(value);
        let [Part::Sign(sign), after @ ..] = *parts else { panic!("a parenthesis is not closed") };
        *parts = after;
        if *sign == Sign::Close {
            return Worked::Number(combine(&values));
        }
    }
}

#[test]
fn formulas_are_worked_out_and_written_as_people_do() {
    let decimal = |text: &str| Decimal::from_str(text).expect(text);
    let number = |text: &str| Part::Value(Value::Fraction(decimal(text)));
    let day = |text: &str| Part::Value(Value::Date(text.parse().expect(text)));
    let [plus, minus, times, over, close, comma] =
        [Sign::Plus, Sign::Minus, Sign::Times, Sign::Over, Sign::Close, Sign::Comma]
            .map(Part::Sign);
    let [open, min, max] = [Sign::Open, Sign::MinOf, Sign::MaxOf].map(Part::Sign);
    let (counts, left) = (number("107.76"), number("46000.00"));
    for (parts, text, worked) in [
        (
            vec![
                number("3"),
                times.clone(),
                number("100.00"),
                times,
                open,
                number("3"),
                plus.clone(),
                number("15"),
                over.clone(),
                number("30"),
                close.clone(),
            ],
            "3 × 100.00 × (3 + 15 ÷ 30)",
            Worked::Number(decimal("1050.00")),
        ),
        (
            vec![day("2025-04-11"), minus.clone(), day("2025-01-01")],
            "2025-04-11 − 2025-01-01",
            Worked::Number(decimal("100")),
        ),
        (
            vec![day("2024-02-29"), plus, Part::Value(Value::Term(Term::ONE_YEAR))],
            "2024-02-29 + P1Y",
            Worked::Day("2025-02-28".parse().expect("a day")),
        ),
        (
            vec![
                min,
                number("233.20"),
                comma.clone(),
                number("1.00"),
                over,
                number("2"),
                close.clone(),
            ],
            "min(233.20, 1.00 ÷ 2)",
            Worked::Number(decimal("0.5")),
        ),
        (
            vec![max, number("0"), comma, number("50000.00"), minus, number("60000.00"), close],
            "max(0, 50000.00 − 60000.00)",
            Worked::Number(decimal("0")),
        ),
        (
            vec![counts.clone(), Part::Sign(Sign::AtMost), left.clone()],
            "107.76 ≤ 46000.00",
            Worked::Holds(true),
        ),
        (vec![counts, Part::Sign(Sign::MoreThan), left], "107.76 > 46000.00", Worked::Holds(false)),
    ] {
        let formula = Formula::from(parts);
        assert_eq!((formula.to_string().as_str(), worked_out(&formula)), (text, worked));
    }
}

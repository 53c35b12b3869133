//! Every step reads as a true statement: its formula, worked out once more, is what it says.

use std::str::FromStr;

use calculator::json::RefundCase;
use calculator::{Refusal, Relation, Step, Term, Value};
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
    if let Value::Refusal(refusal) = step.result {
        return step.formula == refusal.code();
    }
    if Refusal::ALL.iter().any(|refusal| refusal.code() == step.formula) {
        return step.relation == Relation::Implies;
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

fn worked_out(formula: &str) -> Worked {
    let spaced = formula.replace('(', " ( ").replace(')', " ) ").replace(", ", " , ");
    let words: Vec<_> = spaced.split_whitespace().collect();
    let mut rest = words.as_slice();
    let left = sum(&mut rest);
    let worked = match rest {
        [] => left,
        [sign, ..] => {
            rest = &rest[1..];
            let (Worked::Number(left), Worked::Number(right)) = (left, sum(&mut rest)) else {
                panic!("no numbers in {formula}");
            };
            Worked::Holds(match *sign {
                "≤" => left <= right,
                ">" => left > right,
                _ => panic!("{sign} in {formula}"),
            })
        }
    };
    assert!(rest.is_empty(), "{rest:?} is left of {formula}");
    worked
}

fn sum(words: &mut &[&str]) -> Worked {
    let mut so_far = product(words);
    while let [sign @ ("+" | "−"), ..] = **words {
        *words = &words[1..];
        so_far = match (so_far, sign, product(words)) {
            (Worked::Number(one), "+", Worked::Number(other)) => Worked::Number(one + other),
            (Worked::Number(one), _, Worked::Number(other)) => Worked::Number(one - other),
            (Worked::Day(day), "+", Worked::Term(term)) => Worked::Day(term.end(day)),
            (Worked::Day(one), "−", Worked::Day(other)) => {
                Worked::Number((one - other).num_days().into())
            }
            other => panic!("{other:?}"),
        };
    }
    so_far
}

fn product(words: &mut &[&str]) -> Worked {
    let mut so_far = one(words);
    while let [sign @ ("×" | "÷"), ..] = **words {
        *words = &words[1..];
        let (Worked::Number(left), Worked::Number(right)) = (so_far, one(words)) else {
            panic!("no numbers around {sign}");
        };
        so_far = Worked::Number(if sign == "×" { left * right } else { left / right });
    }
    so_far
}

fn one(words: &mut &[&str]) -> Worked {
    let [word, after @ ..] = *words else { panic!("the formula ends too soon") };
    *words = after;
    match *word {
        "(" => in_parentheses(words, |values| values[0]),
        "min" | "max" => {
            *words = &words[1..];
            let smaller = *word == "min";
            in_parentheses(words, |values| {
                if smaller { values[0].min(values[1]) } else { values[0].max(values[1]) }
            })
        }
        _ => Decimal::from_str(word)
            .map(Worked::Number)
            .or_else(|_| word.parse().map(Worked::Day))
            .or_else(|_| Term::parse(word).map(Worked::Term))
            .unwrap_or_else(|_| panic!("{word:?} is no value")),
    }
}

/// The values between parentheses, of which the first is open already.
fn in_parentheses(words: &mut &[&str], combine: impl Fn(&[Decimal]) -> Decimal) -> Worked {
    let mut values = Vec::new();
    loop {
        let Worked::Number(value) = sum(words) else { panic!("no number in parentheses") };
        values.push(value);
        let [sign, after @ ..] = *words else { panic!("a parenthesis is not closed") };
        *words = after;
        if *sign == ")" {
            return Worked::Number(combine(&values));
        }
    }
}

#[test]
fn formulas_are_worked_out_as_people_do() {
    let number = |text: &str| Worked::Number(Decimal::from_str(text).expect(text));
    for (formula, worked) in [
        ("3 × 100.00 × (3 + 15 ÷ 30)", number("1050.00")),
        ("2025-04-11 − 2025-01-01", number("100")),
        ("2024-02-29 + P1Y", Worked::Day("2025-02-28".parse().expect("a day"))),
        ("min(233.20, 1.00 ÷ 2)", number("0.5")),
        ("max(0, 50000.00 − 60000.00)", number("0")),
        ("107.76 ≤ 46000.00", Worked::Holds(true)),
        ("107.76 > 46000.00", Worked::Holds(false)),
    ] {
        assert_eq!(worked_out(formula), worked, "{formula}");
    }
}

//! Reservations that lack a fact, and what somebody answers about them: one by one, or for several at once.

use std::collections::BTreeMap;

use portfolio::files::{By, Field};
use portfolio::import::Part;
use portfolio::intake::{CustomerIntake, ReservationIntake, rows};
use serde_json::Value;

use crate::import::{AnswerProblem, BulkForm, read};

/// So many are answered in one request.
const AT_ONCE_MAX: usize = 4_000;

/// A reservation that lacks a fact which every calculation needs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Incomplete {
    /// What is known of it, with its ids.
    pub facts: ReservationIntake,
    /// What it lacks, in the order in which it is asked for.
    pub missing: Vec<Field>,
}

impl Incomplete {
    /// Out of a row of the service; nothing for what is none.
    #[must_use]
    pub fn read(row: &Value) -> Option<Self> {
        let text = |field: &str| row[field].as_str().map(str::to_owned);
        let facts: ReservationIntake = serde_json::from_value(row["properties"].clone()).ok()?;
        let facts = ReservationIntake {
            id: Some(text("name")?),
            order_id: Some(text("orderId")?),
            ..facts
        };
        let named = row["missing"].as_array()?;
        let missing =
            |field: &Field| named.iter().any(|name| name.as_str() == Some(field.as_str()));
        Some(Self { missing: Field::ALL.into_iter().filter(missing).collect(), facts })
    }

    /// What people call it.
    #[must_use]
    pub fn name(&self) -> &str {
        self.facts.display_name.as_deref().or(self.facts.id.as_deref()).unwrap_or_default()
    }

    /// Product, region and term, as far as they are known.
    #[must_use]
    pub fn product(&self) -> String {
        let facts = &self.facts;
        let parts = [&facts.sku, &facts.region, &facts.term];
        parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" · ")
    }

    /// What it has in common with those that get the same answer.
    #[must_use]
    pub fn key(&self, by: By) -> String {
        match by {
            By::Product => self.product(),
            By::File => self.facts.source.file.clone(),
            By::All | By::Customer => String::new(),
        }
    }
}

/// The fields that some of them lack.
#[must_use]
pub fn fields(rows: &[Incomplete]) -> Vec<Field> {
    let is_asked = |field: &Field| rows.iter().any(|row| row.missing.contains(field));
    Field::ALL.into_iter().filter(is_asked).collect()
}

/// The groups of those that lack a field, each with their number, the largest first.
#[must_use]
pub fn groups(rows: &[Incomplete], field: Field, by: By) -> Vec<(String, u64)> {
    let mut counts: BTreeMap<String, u64> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.missing.contains(&field)) {
        *counts.entry(row.key(by)).or_default() += 1;
    }
    let mut groups: Vec<(String, u64)> = counts.into_iter().collect();
    groups.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    groups
}

/// What is typed.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct IncompleteForm {
    /// For several at once.
    pub bulk: BulkForm,
    own: BTreeMap<(String, Field), String>,
}

/// An answer that is none.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WrongAnswer {
    /// What it is about.
    pub field: Field,
    /// The id of the reservation, if it is about one.
    pub reservation: Option<String>,
    /// What is wrong.
    pub problem: AnswerProblem,
}

impl IncompleteForm {
    /// What was typed for one reservation.
    #[must_use]
    pub fn typed(&self, id: &str, field: Field) -> &str {
        self.own.get(&(id.to_owned(), field)).map_or("", String::as_str)
    }

    /// Takes what is typed for one reservation.
    pub fn set(&mut self, id: &str, field: Field, text: String) {
        self.own.insert((id.to_owned(), field), text);
    }

    /// The body of the request with what was answered about these reservations of a customer; nothing while
    /// nothing was. What was typed for one goes before what was typed for several. Amounts have this sign before
    /// their fraction.
    ///
    /// # Errors
    /// The first answer that is none.
    pub fn body(
        &self,
        customer: &str,
        rows: &[Incomplete],
        sign: char,
    ) -> Result<Option<String>, WrongAnswer> {
        let mut reservations = Vec::new();
        for row in rows {
            let answer = self.answer(row, sign)?;
            reservations.extend(answer);
            if reservations.len() == AT_ONCE_MAX {
                break;
            }
        }
        if reservations.is_empty() {
            return Ok(None);
        }
        let tenant_id = Some(customer.to_owned());
        let customer = CustomerIntake { tenant_id, reservations, ..CustomerIntake::default() };
        let part = Part { rows: rows::write(&[customer]), ..Part::default() };
        Ok(Some(serde_json::to_string(&part).expect("its keys are texts")))
    }

    fn answer(
        &self,
        row: &Incomplete,
        sign: char,
    ) -> Result<Option<ReservationIntake>, WrongAnswer> {
        let (id, order_id) = (row.facts.id.clone(), row.facts.order_id.clone());
        let name = id.clone().unwrap_or_default();
        let source = row.facts.source.clone();
        let mut answer = ReservationIntake { source, id, order_id, ..ReservationIntake::default() };
        let mut is_answered = false;
        for field in row.missing.iter().copied() {
            let own = self.typed(&name, field);
            let is_own = !own.trim().is_empty();
            let key = row.key(self.bulk.by(field));
            let text = if is_own { own } else { self.bulk.typed(field, &key) };
            let wrong = |problem| {
                let reservation = is_own.then(|| name.clone());
                WrongAnswer { field, reservation, problem }
            };
            let value = read(field, text, sign).map_err(wrong)?;
            is_answered |= value.is_some();
            if value.is_some() {
                answer.state_fact(field.as_str(), value);
            }
        }
        Ok(is_answered.then_some(answer))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn row(number: u32, sku: &str, missing: &[&str]) -> Incomplete {
        let row = json!({
            "id": "/x", "name": format!("r{number}"), "orderId": "o", "missing": missing,
            "properties": {
                "source": { "file": "list.csv", "line": number },
                "displayName": format!("web {number}"), "sku": sku, "term": "P1Y",
            },
        });
        Incomplete::read(&row).expect("a row")
    }

    fn answers(body: &str) -> Vec<ReservationIntake> {
        let part: Part = serde_json::from_str(body).expect("a part");
        let mut customers = rows::read(&part.rows).expect("rows");
        assert_eq!(customers[0].tenant_id.as_deref(), Some("t"));
        customers.remove(0).reservations
    }

    #[test]
    fn what_is_typed_for_one_goes_before_what_is_typed_for_several() {
        let rows = [
            row(1, "D2", &["unitPrice", "billingPlan"]),
            row(2, "D2", &["unitPrice"]),
            row(3, "E4", &["unitPrice"]),
            row(4, "E4", &["quantity"]),
        ];
        assert_eq!(fields(&rows), [Field::BillingPlan, Field::Quantity, Field::UnitPrice]);
        let by_product = groups(&rows, Field::UnitPrice, By::Product);
        assert_eq!(by_product, [("D2 · P1Y".to_owned(), 2), ("E4 · P1Y".to_owned(), 1)]);

        let mut form = IncompleteForm::default();
        assert_eq!(form.body("t", &rows, '.'), Ok(None));
        form.bulk.set(Field::UnitPrice, "D2 · P1Y", "100.50".to_owned());
        form.bulk.set(Field::BillingPlan, "", "Monthly".to_owned());
        form.set("r2", Field::UnitPrice, "90".to_owned());
        // It does not lack that.
        form.set("r3", Field::Quantity, "7".to_owned());
        let body = form.body("t", &rows, '.').expect("answers").expect("some");
        let found: Vec<_> = answers(&body)
            .into_iter()
            .map(|it| (it.id.unwrap(), it.source.line, it.unit_price, it.billing_plan))
            .collect();
        let text = |text: &str| Some(text.to_owned());
        assert_eq!(
            found,
            [
                ("r1".to_owned(), 1, text("100.5"), text("Monthly")),
                ("r2".to_owned(), 2, text("90"), None),
            ]
        );
    }

    #[test]
    fn an_answer_that_is_none_is_named() {
        let rows = [row(1, "D2", &["unitPrice"]), row(2, "D2", &["unitPrice"])];
        let mut form = IncompleteForm::default();
        form.bulk.set(Field::UnitPrice, "D2 · P1Y", "much".to_owned());
        let wrong = |reservation: Option<&str>| WrongAnswer {
            field: Field::UnitPrice,
            reservation: reservation.map(str::to_owned),
            problem: AnswerProblem::Amount,
        };
        assert_eq!(form.body("t", &rows, '.'), Err(wrong(None)));
        form.set("r1", Field::UnitPrice, "-1".to_owned());
        assert_eq!(form.body("t", &rows, '.'), Err(wrong(Some("r1"))));
        assert_eq!(Incomplete::read(&json!({ "name": "r" })), None);
    }
}

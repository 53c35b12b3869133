//! What the partner has agreed with the customer about a return, kept with it in the commit that accepts it.
//!
//! Invariant: only the partner is told, and nobody whose token is for the customer's tenant.

use calculator::{FeeRate, Money, Settlement, Unsettled};
use serde_json::Value;

use crate::http::{Answer, BodyField, Call, Problem, page};
use crate::records::settlement::Agreed;
use crate::records::{Records, json};

/// What the body of a return says of it; `None` where it says nothing. `credited` is what is paid out.
pub(crate) fn read(field: &BodyField<'_>, credited: Money) -> Result<Option<Agreed>, Problem> {
    if field.value().is_null() {
        return Ok(None);
    }
    let (fee, percent) = (field.at("handlingFee"), field.at("marginPercent"));
    let handling_fee = Money::from_decimal(fee.decimal()?, credited.currency())
        .map_err(|problem| fee.invalid(problem))?;
    let margin =
        FeeRate::from_percent(percent.decimal()?).map_err(|problem| percent.invalid(problem))?;
    let settlement = Settlement::of(credited, handling_fee, margin);
    let settlement = settlement.map_err(|unsettled| match unsettled {
        Unsettled::NegativeFee => fee.invalid(calculator::Problem::Negative),
        Unsettled::FeeCurrency | Unsettled::FeeAboveCredit => {
            fee.invalid("must not be more than what is paid back")
        }
        Unsettled::MarginAboveCredit => {
            percent.invalid("must not be more than what is left of what is paid back")
        }
    })?;
    Ok(Some(Agreed::of(&settlement, margin)))
}

/// All of a customer, in the order in which they were agreed. One left out would be taken for none.
pub(crate) fn list(records: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let to_wire = |(id, agreed): (String, Agreed)| {
        json!({
            "id": format!("/providers/Prorata/settlements/{id}"),
            "name": id,
            "type": "Prorata/settlements",
            "properties": agreed,
        })
    };
    let rows: Vec<Value> = records.every()?.into_iter().map(to_wire).collect();
    Ok(Answer::ok(&page(&rows, call)?))
}

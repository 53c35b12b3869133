//! What became of a change, for a client that has not heard the answer to it.

use crate::http::answer::Answer;
use crate::http::call::Call;
use crate::http::problem::Problem;

use crate::records::documents::Records;
use crate::records::json::json;
use crate::records::kinds::Answered;

pub(crate) fn get(records: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let id = call.param("request");
    let (_, Answered(known)) = records.get_until(id)?.ok_or_else(|| {
        let message = format!("No change with the client's request id '{id}' was made.");
        Problem::new(404, "RequestNotFound", message)
    })?;
    let mut body = json!({ "id": id });
    for (field, value) in [
        ("method", &known["method"]),
        ("path", &known["path"]),
        ("at", &known["at"]),
        ("status", &known["status"]),
        ("location", &known["headers"]["location"]),
        ("operation", &known["headers"]["azure-asyncoperation"]),
        ("body", &known["body"]),
    ] {
        if !value.is_null() {
            body[field] = value.clone();
        }
    }
    Ok(Answer::ok(&body))
}

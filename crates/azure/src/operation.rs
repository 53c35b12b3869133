//! Results of long-running operations.
//!
//! An exchange and its quote answer 202 with an empty body and name the place of the result in
//! headers. Every poll there answers 200; only the status in the body says how far it is. Recorded
//! in 2023: a quote took 20 seconds, an exchange 18 minutes by way of `PendingRefunds`.

use serde_json::Value;

use crate::error::ErrorBody;
use crate::state::OperationStatus;
use crate::wire::{Fields, Rest, Wire, WireError, put, record, serde_by_wire};

/// The result of an operation, with the properties of what it produced.
#[derive(Clone, PartialEq, Debug)]
pub struct OperationResult<P> {
    /// `id`.
    pub id: Option<String>,
    /// `name`.
    pub name: Option<String>,
    /// `status`. It decides, not the status of the HTTP answer.
    pub status: Option<OperationStatus>,
    /// `properties`. While the operation is pending they may be absent or partial.
    pub properties: Option<P>,
    /// `error`, when the operation failed.
    pub error: Option<ErrorBody>,
    /// Unknown fields, and known ones that were `null`.
    pub rest: Rest,
}

impl<P> Default for OperationResult<P> {
    fn default() -> Self {
        let rest = Rest::new();
        Self { id: None, name: None, status: None, properties: None, error: None, rest }
    }
}

impl<P: Wire> Wire for OperationResult<P> {
    fn read(value: Value) -> Result<Self, WireError> {
        let mut fields = Fields::of(value)?;
        let mut read = Self::default();
        fields.take("id", &mut read.id);
        fields.take("name", &mut read.name);
        fields.take("status", &mut read.status);
        fields.take("properties", &mut read.properties);
        fields.take("error", &mut read.error);
        read.rest = fields.rest()?;
        Ok(read)
    }

    fn write(&self) -> Value {
        let mut fields = self.rest.clone();
        put(&mut fields, "id", &self.id);
        put(&mut fields, "name", &self.name);
        put(&mut fields, "status", &self.status);
        put(&mut fields, "properties", &self.properties);
        put(&mut fields, "error", &self.error);
        Value::Object(fields)
    }
}

serde_by_wire!(OperationResult<P>);

record! {
    /// The progress of an operation that has its result elsewhere, as creating a support ticket.
    pub struct OperationProgress {
        pub id: Option<String> = "id",
        pub name: Option<String> = "name",
        pub status: Option<OperationStatus> = "status",
        /// 0 to 100.
        pub percent_complete: Option<rust_decimal::Decimal> = "percentComplete",
        pub error: Option<ErrorBody> = "error",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ErrorCode;
    use crate::wire::{from_slice, to_string};

    #[test]
    fn a_failed_operation_says_why() {
        let json = concat!(
            r#"{"error":{"code":"CalculatePriceFailed","message":"no"},"id":"/x","name":"x","#,
            r#""properties":null,"retryable":false,"status":"Failed"}"#
        );
        let result: OperationResult<String> = from_slice(json.as_bytes()).unwrap();
        assert!(result.status.as_ref().is_some_and(OperationStatus::is_final));
        let code = result.error.as_ref().unwrap().code.clone();
        assert_eq!(code, Some(ErrorCode::CalculatePriceFailed));
        assert_eq!(to_string(&result), json);
    }

    #[test]
    fn progress_is_read() {
        let json = r#"{"percentComplete":37.5,"status":"Running"}"#;
        let progress: OperationProgress = from_slice(json.as_bytes()).unwrap();
        assert_eq!(progress.percent_complete.unwrap().to_string(), "37.5");
        assert_eq!(to_string(&progress), json);
    }
}

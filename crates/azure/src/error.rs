//! What went wrong, in the envelopes of four APIs, as one type.
//!
//! | Where | Envelope |
//! |---|---|
//! | Capacity | `{"error": {code, message, target?, details?}}` |
//! | results of operations | `{"status": "Failed", "error": {code, message}}` with HTTP 200 |
//! | Support, Authorization, Billing | as Capacity, with `details` and `additionalInfo` |
//! | Partner Center | `{code, description, data, source}`, the code a number or a text |
//!
//! A quote that the policy refuses is none of them: it is an answer with `policyErrors` inside,
//! one level deeper for refunds than for exchanges. [`ApiProblem::in_policy`] finds both.

use serde_json::Value;

use crate::open_enum::open_enum;
use crate::wire::record;

record! {
    /// An error as the Azure Resource Manager writes it.
    pub struct ErrorBody {
        pub code: Option<ErrorCode> = "code",
        /// In words, for people.
        pub message: Option<String> = "message",
        /// The field or parameter at fault.
        pub target: Option<String> = "target",
        pub details: Option<Vec<ErrorBody>> = "details",
        pub additional_info: Option<Vec<AdditionalInfo>> = "additionalInfo",
    }

    /// What a service adds to an error for programs.
    pub struct AdditionalInfo {
        pub type_name: Option<String> = "type",
        pub info: Option<Value> = "info",
    }

    /// Why the policy does not allow a quote, inside an answer that succeeded.
    pub struct PolicyError {
        pub code: Option<ErrorCode> = "code",
        /// In words, for people.
        pub message: Option<String> = "message",
    }
}

open_enum! {
    /// What went wrong, as programs tell it apart.
    ///
    /// First the 58 values of `ErrorResponseCode` in the Capacity API 2022-11-01, then codes that
    /// the Azure Resource Manager, Authorization and Support answer with.
    pub enum ErrorCode {
        NotSpecified,
        InternalServerError,
        ServerTimeout,
        AuthorizationFailed,
        BadRequest,
        ClientCertificateThumbprintNotSet,
        InvalidRequestContent,
        OperationFailed,
        HttpMethodNotSupported,
        InvalidRequestUri,
        MissingTenantId,
        InvalidTenantId,
        InvalidReservationOrderId,
        InvalidReservationId,
        ReservationIdNotInReservationOrder,
        ReservationOrderNotFound,
        InvalidSubscriptionId,
        InvalidAccessToken,
        InvalidLocationId,
        UnauthenticatedRequestsThrottled,
        InvalidHealthCheckType,
        Forbidden,
        BillingScopeIdCannotBeChanged,
        AppliedScopesNotAssociatedWithCommerceAccount,
        PatchValuesSameAsExisting,
        RoleAssignmentCreationFailed,
        ReservationOrderCreationFailed,
        ReservationOrderNotEnabled,
        CapacityUpdateScopesFailed,
        UnsupportedReservationTerm,
        ReservationOrderIdAlreadyExists,
        RiskCheckFailed,
        CreateQuoteFailed,
        ActivateQuoteFailed,
        NonsupportedAccountId,
        PaymentInstrumentNotFound,
        MissingAppliedScopesForSingle,
        NoValidReservationsToReRate,
        ReRateOnlyAllowedForEA,
        OperationCannotBePerformedInCurrentState,
        InvalidSingleAppliedScopesCount,
        InvalidFulfillmentRequestParameters,
        NotSupportedCountry,
        InvalidRefundQuantity,
        PurchaseError,
        BillingCustomerInputError,
        BillingPaymentInstrumentSoftError,
        BillingPaymentInstrumentHardError,
        BillingTransientError,
        BillingError,
        FulfillmentConfigurationError,
        FulfillmentOutOfStockError,
        FulfillmentTransientError,
        FulfillmentError,
        CalculatePriceFailed,
        AppliedScopesSameAsExisting,
        SelfServiceRefundNotSupported,
        RefundLimitExceeded,
        AuthenticationFailed,
        ExpiredAuthenticationToken,
        InvalidAuthenticationToken,
        InvalidAuthenticationTokenTenant,
        MissingApiVersionParameter,
        InvalidApiVersionParameter,
        InvalidParameter,
        NotFound,
        ResourceNotFound,
        Conflict,
        PreconditionFailed,
        TooManyRequests,
        ServiceUnavailable,
        GatewayTimeout,
        PrincipalNotFound,
        RoleAssignmentExists,
        RoleAssignmentNotFound,
        RoleDefinitionDoesNotExist,
    }
}

impl PolicyError {
    /// A reason with its words.
    pub fn of(code: ErrorCode, message: impl Into<String>) -> Self {
        Self { code: Some(code), message: Some(message.into()), ..Self::default() }
    }
}

/// What went wrong, whichever envelope it came in.
#[derive(Clone, PartialEq, Debug)]
pub struct ApiProblem {
    /// What programs decide by; [`ErrorCode::NotSpecified`] when the envelope has none.
    pub code: ErrorCode,
    /// In words, for people; may be empty.
    pub message: String,
    /// The field or parameter at fault.
    pub target: Option<String>,
    /// What lies behind the error.
    pub details: Vec<ApiProblem>,
    /// What a service adds for programs: each with a `type` and an `info`.
    pub additional_info: Vec<Value>,
    /// The values that Partner Center's description speaks of.
    pub data: Vec<String>,
}

impl ApiProblem {
    /// Finds the error in the body of an answer.
    ///
    /// Nothing when the body is not JSON or holds no error: a policy error inside an answer that
    /// succeeded is found by [`ApiProblem::in_policy`] instead.
    pub fn parse(body: &[u8]) -> Option<Self> {
        Self::find(&serde_json::from_slice(body).ok()?)
    }

    /// Finds the error in an answer that was read already.
    ///
    /// Reading is lenient: a field of an unexpected kind is left out, since an error about an
    /// error helps nobody.
    pub fn find(answer: &Value) -> Option<Self> {
        match answer.get("error") {
            Some(error) if error.is_object() => Some(Self::of(error)),
            _ if answer.get("code").is_some() => Some(Self::of(answer)),
            _ => None,
        }
    }

    /// Why the policy refuses what was asked, out of an answer that succeeded: below
    /// `policyResult.properties` in a refund, below `policyResult` in an exchange.
    pub fn in_policy(answer: &Value) -> Vec<Self> {
        let result = &answer["properties"]["policyResult"];
        let nested = &result["properties"]["policyErrors"];
        let errors = nested.as_array().or(result["policyErrors"].as_array());
        errors.into_iter().flatten().map(Self::of).collect()
    }

    /// Reads the object that holds `code`.
    fn of(error: &Value) -> Self {
        let text = |key| error[key].as_str().map(String::from);
        let list = |key| error[key].as_array().into_iter().flatten();
        let code = match &error["code"] {
            Value::String(code) => ErrorCode::parse(code),
            Value::Number(code) => ErrorCode::Other(code.to_string().into()),
            _ => ErrorCode::NotSpecified,
        };
        Self {
            code,
            message: text("message").or(text("description")).unwrap_or_default(),
            target: text("target"),
            details: list("details").map(Self::of).collect(),
            additional_info: list("additionalInfo").cloned().collect(),
            data: list("data").filter_map(Value::as_str).map(String::from).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::{from_slice, to_string};
    use serde_json::json;

    #[test]
    fn the_specification_has_58_codes_and_they_come_first() {
        let position = |code: ErrorCode| ErrorCode::KNOWN.iter().position(|known| *known == code);
        assert_eq!(position(ErrorCode::NotSpecified), Some(0));
        assert_eq!(position(ErrorCode::RefundLimitExceeded), Some(57));
    }

    #[test]
    fn the_error_of_the_capacity_api_is_found() {
        let body = json!({"error": {"code": "riskcheckfailed", "message": "no", "details": [
            {"code": "Inner", "message": "why"}
        ]}});
        let problem = ApiProblem::parse(body.to_string().as_bytes()).unwrap();
        assert_eq!(problem.code, ErrorCode::RiskCheckFailed);
        assert_eq!(problem.message, "no");
        assert_eq!(problem.details[0].code, ErrorCode::Other("Inner".into()));
        assert_eq!(problem.details[0].message, "why");
    }

    #[test]
    fn the_error_of_a_failed_operation_is_found() {
        let body = json!({"id": "/x", "name": "x", "status": "Failed",
            "error": {"code": "CalculatePriceFailed", "message": "no price"}});
        assert_eq!(ApiProblem::find(&body).unwrap().code, ErrorCode::CalculatePriceFailed);
        let pending = json!({"id": "/x", "name": "x", "status": "Pending", "error": null});
        assert_eq!(ApiProblem::find(&pending), None);
    }

    #[test]
    fn the_error_of_the_support_api_is_found() {
        let info = json!({"type": "Policy", "info": {"a": 1}});
        let body = json!({"error": {"code": "BadRequest", "target": "contactDetails.country",
            "additionalInfo": [info]}});
        let problem = ApiProblem::find(&body).unwrap();
        assert_eq!(problem.target.as_deref(), Some("contactDetails.country"));
        assert_eq!(problem.message, "");
        assert_eq!(problem.additional_info, [info]);
    }

    #[test]
    fn the_error_of_partner_center_is_found() {
        let body =
            json!({"code": 2000, "description": "not yours", "data": ["c-1"], "source": "x"});
        let problem = ApiProblem::find(&body).unwrap();
        assert_eq!(problem.code, ErrorCode::Other("2000".into()));
        assert_eq!(problem.message, "not yours");
        assert_eq!(problem.data, ["c-1"]);
        let named = json!({"code": "Forbidden", "description": "no"});
        assert_eq!(ApiProblem::find(&named).unwrap().code, ErrorCode::Forbidden);
    }

    #[test]
    fn what_is_no_error_is_none() {
        for body in ["", "<html>", "[]", "7", "{}", r#"{"value":[]}"#, r#"{"error":"x"}"#] {
            assert_eq!(ApiProblem::parse(body.as_bytes()), None, "{body}");
        }
        let odd = json!({"error": {"code": true, "message": 7, "details": {}, "target": []}});
        assert_eq!(ApiProblem::find(&odd).unwrap().code, ErrorCode::NotSpecified);
    }

    #[test]
    fn policy_errors_are_found_at_both_depths() {
        let errors = json!([{"code": "RefundLimitExceeded", "message": "too much"}]);
        let refund =
            json!({"properties": {"policyResult": {"properties": {"policyErrors": errors}}}});
        let exchange = json!({"properties": {"policyResult": {"policyErrors": errors}}});
        for answer in [refund, exchange] {
            let problems = ApiProblem::in_policy(&answer);
            assert_eq!(problems[0].code, ErrorCode::RefundLimitExceeded);
            assert_eq!(problems[0].message, "too much");
            assert_eq!(ApiProblem::find(&answer), None);
        }
        let allowed = json!({"properties": {"policyResult": {"policyErrors": null}}});
        assert!(ApiProblem::in_policy(&allowed).is_empty());
        assert!(ApiProblem::in_policy(&json!("x")).is_empty());
    }

    #[test]
    fn errors_are_records_as_well() {
        let json = concat!(
            r#"{"additionalInfo":[{"info":{"a":1.0},"type":"Policy"}],"#,
            r#""code":"SomethingNew","details":[{"message":"why"}],"message":"no"}"#
        );
        let error: ErrorBody = from_slice(json.as_bytes()).unwrap();
        assert_eq!(to_string(&error), json);
        assert_eq!(error.code, Some(ErrorCode::Other("SomethingNew".into())));
        let refused = PolicyError::of(ErrorCode::RefundLimitExceeded, "too much");
        assert_eq!(to_string(&refused), r#"{"code":"RefundLimitExceeded","message":"too much"}"#);
    }
}

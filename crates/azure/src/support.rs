//! Requests to Microsoft's support: services, problem types and tickets, API 2024-04-01.

use crate::open_enum::open_enum;
use crate::state::TicketStatus;
use crate::time::Timestamp;
use crate::wire::{has_properties, record};

record! {
    /// A service that a ticket can be about, such as Billing.
    pub struct SupportService {
        pub id: Option<String> = "id",
        pub name: Option<String> = "name",
        pub type_name: Option<String> = "type",
        pub properties: Option<SupportServiceProperties> = "properties",
    }

    /// What a service is called.
    pub struct SupportServiceProperties {
        pub display_name: Option<String> = "displayName",
        pub resource_types: Option<Vec<String>> = "resourceTypes",
    }

    /// A problem type of a service; the display name joins type and category with ` / `.
    pub struct ProblemClassification {
        pub id: Option<String> = "id",
        pub name: Option<String> = "name",
        pub type_name: Option<String> = "type",
        pub properties: Option<ProblemClassificationProperties> = "properties",
    }

    /// What a problem type is called.
    pub struct ProblemClassificationProperties {
        pub display_name: Option<String> = "displayName",
        pub secondary_consent_enabled: Option<Vec<SecondaryConsentOffer>> =
            "secondaryConsentEnabled",
    }

    /// A consent that may be given to someone besides Microsoft.
    pub struct SecondaryConsentOffer {
        pub description: Option<String> = "description",
        pub type_name: Option<String> = "type",
    }

    /// A ticket; also the body that creates or changes one.
    pub struct SupportTicket {
        pub id: Option<String> = "id",
        pub name: Option<String> = "name",
        pub type_name: Option<String> = "type",
        pub properties: Option<SupportTicketProperties> = "properties",
    }

    /// What a ticket says.
    pub struct SupportTicketProperties {
        /// The number that people use on the phone.
        pub support_ticket_id: Option<String> = "supportTicketId",
        pub title: Option<String> = "title",
        pub description: Option<String> = "description",
        pub service_id: Option<String> = "serviceId",
        pub service_display_name: Option<String> = "serviceDisplayName",
        pub problem_classification_id: Option<String> = "problemClassificationId",
        pub problem_classification_display_name: Option<String> =
            "problemClassificationDisplayName",
        pub severity: Option<Severity> = "severity",
        /// Whether Microsoft may look into the customer's systems.
        pub advanced_diagnostic_consent: Option<Consent> = "advancedDiagnosticConsent",
        pub secondary_consent: Option<Vec<SecondaryConsent>> = "secondaryConsent",
        pub contact_details: Option<ContactDetails> = "contactDetails",
        /// What the ticket is about.
        pub technical_ticket_details: Option<TechnicalTicketDetails> = "technicalTicketDetails",
        pub problem_start_time: Option<Timestamp> = "problemStartTime",
        pub require_24x7_response: Option<bool> = "require24X7Response",
        pub support_plan_id: Option<String> = "supportPlanId",
        pub support_plan_type: Option<String> = "supportPlanType",
        pub support_plan_display_name: Option<String> = "supportPlanDisplayName",
        pub enrollment_id: Option<String> = "enrollmentId",
        pub file_workspace_name: Option<String> = "fileWorkspaceName",
        /// JSON, written as a text.
        pub problem_scoping_questions: Option<String> = "problemScopingQuestions",
        pub service_level_agreement: Option<ServiceLevelAgreement> = "serviceLevelAgreement",
        pub support_engineer: Option<SupportEngineer> = "supportEngineer",
        pub status: Option<TicketStatus> = "status",
        pub created_date: Option<Timestamp> = "createdDate",
        pub modified_date: Option<Timestamp> = "modifiedDate",
        pub is_temporary_ticket: Option<Consent> = "isTemporaryTicket",
    }

    /// A consent that was given or refused to someone besides Microsoft.
    pub struct SecondaryConsent {
        pub user_consent: Option<Consent> = "userConsent",
        pub type_name: Option<String> = "type",
    }

    /// The resource that a ticket is about.
    pub struct TechnicalTicketDetails {
        /// Its full id.
        pub resource_id: Option<String> = "resourceId",
    }

    /// Whom support answers, and how.
    pub struct ContactDetails {
        pub first_name: Option<String> = "firstName",
        pub last_name: Option<String> = "lastName",
        pub preferred_contact_method: Option<ContactMethod> = "preferredContactMethod",
        pub primary_email_address: Option<String> = "primaryEmailAddress",
        pub additional_email_addresses: Option<Vec<String>> = "additionalEmailAddresses",
        /// Required when the preferred method is the phone.
        pub phone_number: Option<String> = "phoneNumber",
        /// A Windows name, such as `W. Europe Standard Time`.
        pub preferred_time_zone: Option<String> = "preferredTimeZone",
        /// ISO 3166-1 alpha-3, in any case.
        pub country: Option<String> = "country",
        /// A language tag, such as `en-US`.
        pub preferred_support_language: Option<String> = "preferredSupportLanguage",
    }

    /// By when support has promised to answer.
    pub struct ServiceLevelAgreement {
        pub start_time: Option<Timestamp> = "startTime",
        pub expiration_time: Option<Timestamp> = "expirationTime",
        pub sla_minutes: Option<u32> = "slaMinutes",
    }

    /// Who works on a ticket.
    pub struct SupportEngineer {
        pub email_address: Option<String> = "emailAddress",
    }
}

has_properties!(SupportService, SupportServiceProperties);
has_properties!(ProblemClassification, ProblemClassificationProperties);
has_properties!(SupportTicket, SupportTicketProperties);

open_enum! {
    /// How much a problem hurts.
    pub enum Severity {
        Minimal = "minimal",
        Moderate = "moderate",
        Critical = "critical",
        HighestCriticalImpact = "highestcriticalimpact",
    }

    /// An answer to a question for consent.
    pub enum Consent {
        Yes,
        No,
    }

    /// How support gets in touch.
    pub enum ContactMethod {
        Email = "email",
        Phone = "phone",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::{from_slice, to_string};

    #[test]
    fn a_ticket_is_read() {
        let json = concat!(
            r#"{"properties":{"advancedDiagnosticConsent":"No","contactDetails":{"country":"swe","#,
            r#""preferredContactMethod":"phone"},"createdDate":"2026-03-20T21:36:18Z","#,
            r#""require24X7Response":false,"severity":"moderate","status":"Open","#,
            r#""supportEngineer":{"emailAddress":null}}}"#
        );
        let ticket: SupportTicket = from_slice(json.as_bytes()).unwrap();
        let properties = ticket.properties();
        assert_eq!(properties.severity, Some(Severity::Moderate));
        assert_eq!(properties.require_24x7_response, Some(false));
        let contact = properties.contact_details.as_ref().unwrap();
        assert_eq!(contact.preferred_contact_method, Some(ContactMethod::Phone));
        assert_eq!(to_string(&ticket), json);
    }

    #[test]
    fn services_and_problem_types_are_read() {
        let json = r#"{"properties":{"displayName":"Billing","resourceTypes":[]}}"#;
        let service: SupportService = from_slice(json.as_bytes()).unwrap();
        assert_eq!(service.properties().display_name.as_deref(), Some("Billing"));
        assert_eq!(to_string(&service), json);
        let json = r#"{"properties":{"secondaryConsentEnabled":[{"type":"Someone"}]}}"#;
        let problem: ProblemClassification = from_slice(json.as_bytes()).unwrap();
        assert_eq!(to_string(&problem), json);
    }
}

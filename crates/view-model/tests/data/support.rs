//! What the wizard for support requests asks for, and what is wrong with an answer.

use crate::records::completed;
use view_model::support::{
    DESCRIPTION_MAX, Fault, RequestField, RequestForm, SupportStep, TITLE_MAX,
};

/// A form that lacks nothing.
fn complete() -> RequestForm {
    completed(RequestForm::default())
}

fn fault(field: RequestField, text: &str) -> Option<Fault> {
    let mut form = complete();
    form.set(field, text);
    form.faults(field.step()).into_iter().find(|(it, _)| *it == field).map(|(_, fault)| fault)
}

#[test]
fn every_field_that_the_api_requires_is_required() {
    let form = complete();
    for step in SupportStep::ALL {
        assert_eq!(form.faults(step), [], "{step:?}");
    }
    assert_eq!(form.first_open_step(), SupportStep::Contact);
    for field in RequestField::ALL.into_iter().filter(|field| *field != RequestField::Phone) {
        assert_eq!(fault(field, "  "), Some(Fault::Missing), "{field:?}");
    }
    let empty = RequestForm::default();
    let basics: Vec<_> = empty.faults(SupportStep::Basics);
    assert_eq!(basics, [(RequestField::Service, Fault::Missing)]);
    let asked: Vec<_> =
        empty.faults(SupportStep::Problem).into_iter().map(|(field, _)| field).collect();
    assert_eq!(
        asked,
        [RequestField::ProblemType, RequestField::Title, RequestField::Description],
        "a category only after its type"
    );
}

#[test]
fn a_phone_number_is_needed_by_those_who_want_to_be_called() {
    let mut form = complete();
    form.set(RequestField::Method, "phone");
    assert_eq!(form.faults(SupportStep::Contact), [(RequestField::Phone, Fault::Missing)]);
    form.set(RequestField::Phone, "+46 (8) 123-456");
    assert_eq!(form.faults(SupportStep::Contact), []);
    for wrong in ["12", "call me", "++46812345", "+46 8 123 x"] {
        assert_eq!(fault(RequestField::Phone, wrong), Some(Fault::NotAPhone), "{wrong}");
    }
}

#[test]
fn what_cannot_be_an_address_or_is_too_long_is_pointed_out() {
    for right in ["a@b.c", " robin@partner.example ", "r+b@sub.partner.example", "ü@bücher.example"]
    {
        assert_eq!(fault(RequestField::Email, right), None, "{right}");
    }
    for wrong in ["robin", "@b.c", "a@b", "a@.c", "a@b.", "a b@c.d", "a@b.c,d@e.f"] {
        assert_eq!(fault(RequestField::Email, wrong), Some(Fault::NotAnEmail), "{wrong}");
    }
    assert_eq!(fault(RequestField::TimeZone, "Europe/Berlin"), Some(Fault::NotATimeZone));
    // Characters, not bytes.
    assert_eq!(fault(RequestField::Title, &"请".repeat(TITLE_MAX)), None);
    assert_eq!(
        fault(RequestField::Title, &"请".repeat(TITLE_MAX + 1)),
        Some(Fault::TooLong(TITLE_MAX))
    );
    let long = "a".repeat(DESCRIPTION_MAX + 1);
    assert_eq!(fault(RequestField::Description, &long), Some(Fault::TooLong(DESCRIPTION_MAX)));
}

//! What a support request says and lacks, without a page around it.

use crate::records::completed;
use crate::refund_records::{facts, today};
use crate::stage::settle;
use azure::Wire;
use calculator::Policy;
use chrono::{DateTime, Utc};
use prorata::i18n::{self, Language, catalogue};
use prorata::platform::clock;
use prorata::platform::places::utc_offset;
use prorata::platform::storage::tab;
use prorata::quote::refund::take_along::draft;
use prorata::support::{kept, places, start, text, topics};
use std::collections::BTreeSet;
use view_model::address::ReservationRef;
use view_model::quote::refund::link::{Linked, remarks};
use view_model::quote::refund::{FormText, Quoted};
use view_model::support::SupportStep;
use view_model::support::{Draft, RequestField, RequestForm, alpha_3, is_time_zone, time_zones};
use wasm_bindgen_test::wasm_bindgen_test;

pub(crate) fn about(reservation: &str) -> ReservationRef {
    ReservationRef {
        customer: "c".to_owned(),
        order: "o".to_owned(),
        reservation: reservation.to_owned(),
    }
}

/// A form that lacks nothing.
pub(crate) fn complete() -> RequestForm {
    completed(kept::begin())
}

#[wasm_bindgen_test]
fn the_tab_remembers_the_form_until_the_request_is_created() {
    let of = about("remembered");
    let mut form = complete();
    form.name_ticket(&of, clock::now());
    let first = form.ticket.clone();
    form.name_ticket(&of, clock::now());
    assert_eq!(form.ticket, first, "the same name again");
    form.operation = "https://service.example/operation".to_owned();
    kept::remember(&form, &of);
    assert_eq!(kept::recall(&of).as_ref(), Some(&form));
    assert_eq!(kept::recall(&about("another")), None);

    kept::finish(&form, &of);
    assert_eq!(kept::recall(&of), None);
    let next = kept::begin();
    assert_eq!(next.get(RequestField::Email), "robin@partner.example", "the contact is kept");
    assert_eq!(next.get(RequestField::Country), "SWE");
    assert!(!next.is_begun(), "and nothing else");
    assert_eq!(next.get(RequestField::Consent), "");
}

#[wasm_bindgen_test]
fn a_ticket_has_the_fields_of_the_form_and_both_ids() {
    i18n::select(Language::English);
    let ticket = kept::ticket(&complete(), &about("r")).write();
    let properties = &ticket["properties"];
    assert_eq!(properties["severity"], "minimal");
    assert_eq!(properties["advancedDiagnosticConsent"], "No");
    assert_eq!(properties["contactDetails"]["preferredTimeZone"], "W. Europe Standard Time");
    assert!(properties["contactDetails"].get("phoneNumber").is_none(), "empty fields are left out");
    let subject = properties["technicalTicketDetails"]["resourceId"].as_str().unwrap();
    assert!(
        subject.eq_ignore_ascii_case(
            "/providers/Microsoft.Capacity/reservationOrders/o/reservations/r"
        )
    );
    let description = properties["description"].as_str().unwrap();
    assert!(description.starts_with("Please.\n\n"), "{description}");
    assert!(description.contains("Reservation order ID: o"), "{description}");
    assert!(description.ends_with("Reservation ID: r"), "{description}");
    assert_eq!(text::of_form(&complete(), &about("r")), format!("Refund\n\n{description}"));
}

fn quoted() -> Quoted {
    let form = FormText::start(&facts(0), today(), '.');
    Quoted::new(form.case(&facts(0), Policy::default_policy(), '.').unwrap())
}

#[wasm_bindgen_test]
fn a_request_says_what_was_not_checked_and_what_came_by_link() {
    i18n::select(Language::English);
    let form = FormText {
        usd_rate: String::new(),
        is_used: false,
        ..FormText::start(&facts(0), today(), '.')
    };
    let case = form.case(&facts(0), Policy::default_policy(), '.').unwrap();
    let value = |name: &str| (name == "used").then(|| "no".to_owned());
    let linked = Linked::read(value, Policy::default_policy());
    let said = remarks(&case, &facts(0), &linked, today());
    let quoted = Quoted::new(case).with_remarks(said);
    let description = draft(&about("r"), "Web shop", &quoted).description;
    assert!(description.contains("The refund cap was not checked"), "{description}");
    assert!(description.contains("“Unused” came with the link"), "{description}");
    assert!(!description.contains("whole refund is paid out"), "{description}");
}

#[wasm_bindgen_test]
async fn a_quote_is_written_in_every_language_without_changing_the_pages() {
    i18n::select(Language::English);
    let of = about("quoted");
    let quoted = quoted();
    let address = start(&of, || draft(&of, "Web shop", &quoted)).await;
    assert!(address.contains("/reservation/support-request/problem?customer=c"), "{address}");
    assert_eq!(i18n::current(), Language::English);

    let mut form = kept::recall(&of).unwrap();
    assert!(form.is_of_quote() && !form.is_edited());
    assert_eq!(form.get(RequestField::Title), "Refund of 2 of 2 units: Web shop");
    assert!(form.get(RequestField::Description).contains("Paid out: €638.91"));
    form.speak(Language::German);
    let german = form.get(RequestField::Description).to_owned();
    for part in ["Reservierungsauftrags-ID: o", "Reservierungs-ID: quoted", "638,91\u{a0}€"] {
        assert!(german.contains(part), "{part} in {german}");
    }
    let steps = quoted.quote.steps.len();
    assert!(german.contains(&format!("\n{steps}. ")), "every step: {german}");
    assert_eq!(form.get(RequestField::Title), "Rückerstattung von 2 von 2 Einheiten: Web shop");
    assert!(Language::ALL.into_iter().all(|language| {
        form.speak(language);
        form.faults(SupportStep::Problem)
            .iter()
            .all(|(field, _)| *field == RequestField::ProblemType)
    }));

    form.set(RequestField::Title, "My own");
    assert!(form.is_edited());
    kept::remember(&form, &of);
    assert_eq!(kept::recall(&of).as_ref(), Some(&form), "the words in every language stay");
    kept::forget(&of);
}

#[wasm_bindgen_test]
async fn a_request_says_nothing_that_is_meant_for_the_partner() {
    i18n::select(Language::English);
    let of = about("two-sides");
    let quoted = quoted();
    let _ = start(&of, || draft(&of, "Web shop", &quoted)).await;
    let mut form = kept::recall(&of).unwrap();
    for language in Language::ALL {
        form.speak(language);
        let advice = catalogue::refund::TWO_SIDES.in_language(language);
        assert!(!form.get(RequestField::Description).contains(advice), "{language:?}");
    }
    kept::forget(&of);
}

#[wasm_bindgen_test]
async fn the_words_of_a_quote_are_in_the_language_that_support_answers_in() {
    tab::remove("support.contact");
    // Support does not speak Swedish, and a person there would not read it.
    for (page, written) in [
        (Language::Swedish, Language::English),
        (Language::Dutch, Language::English),
        (Language::German, Language::German),
        (Language::Chinese, Language::Chinese),
        (Language::English, Language::English),
    ] {
        i18n::select(page);
        settle().await;
        let of = about("spoken");
        let quoted = quoted();
        let _ = start(&of, || draft(&of, "Web shop", &quoted)).await;
        let mut form = kept::recall(&of).unwrap();
        assert_eq!(form.language(), written, "{page:?}");

        form.answer_in("de-de".to_owned());
        assert_eq!(form.language(), Language::German);
        assert!(form.get(RequestField::Title).starts_with("Rückerstattung"));
        form.answer_in("ja-jp".to_owned());
        assert_eq!(form.language(), Language::English, "what the page does not speak");
        form.set(RequestField::Title, "My own");
        form.answer_in("de-de".to_owned());
        assert_eq!(form.get(RequestField::Title), "My own", "what the person wrote stays");
        assert_eq!(form.get(RequestField::SupportLanguage), "de-de");
        kept::forget(&of);
    }
    i18n::select(Language::English);
}

#[wasm_bindgen_test]
fn words_are_asked_for_in_each_language() {
    i18n::select(Language::Swedish);
    let of = Language::ALL.map(|language| i18n::in_language(language, i18n::current));
    assert_eq!(of, Language::ALL);
    assert_eq!(i18n::current(), Language::Swedish);
    i18n::select(Language::English);
    assert_eq!(Draft::default().title, "");
}

#[wasm_bindgen_test]
fn countries_and_time_zones_are_those_that_support_knows() {
    let countries = places::countries("en");
    assert_eq!(countries.len(), 249);
    let codes: BTreeSet<_> = countries.iter().map(|(_, code)| *code).collect();
    assert_eq!(codes.len(), 249);
    assert!(codes.iter().all(|code| code.len() == 3));
    assert!(countries.contains(&("Sweden".to_owned(), "SWE")));
    assert_eq!(places::country("de", "swe"), "Schweden");
    assert_eq!(places::country("de", "?"), "?");
    assert_eq!(alpha_3("de"), Some("DEU"));

    let zones: BTreeSet<_> = time_zones().map(|(windows, _)| windows).collect();
    assert_eq!(zones.len(), time_zones().count(), "each once");
    assert!(is_time_zone("Central Standard Time (Mexico)"));
    assert!(!is_time_zone("Central"));
    let winter: DateTime<Utc> = "2026-01-15T12:00:00Z".parse().unwrap();
    assert_eq!(places::time_zone_hint("Europe/Berlin", winter), "UTC+01:00 Berlin");
    assert_eq!(places::time_zone_hint("Etc/UTC", winter), "UTC+00:00");
    assert_eq!(utc_offset("America/St_Johns", winter).as_deref(), Some("-03:30"));
    assert_eq!(utc_offset("Nowhere/Land", winter), None);
    assert!(is_time_zone(kept::begin().get(RequestField::TimeZone)), "the browser's own is found");
}

#[wasm_bindgen_test]
fn names_of_the_service_are_read_in_the_readers_language() {
    i18n::select(Language::German);
    let whole = topics::whole_in_words("Reservation Management / Exchanges and Refunds");
    assert_eq!(whole, "Reservierungsverwaltung / Umtausch und Rückerstattungen");
    assert_eq!(topics::whole_in_words("Something new / Else"), "Something new / Else");
    assert_eq!(topics::whole_in_words("Billing"), "Abrechnung");
    i18n::select(Language::English);
}

use crate::answers::{Answers, note, noted, open};
use crate::refund_records::{facts, order, rates, reservation, today, transactions};
use crate::stage::{Act, Stage, click_in, leave_in_the_middle, provide_frame, settle, stage};
use calculator::Policy;
use leptos::prelude::*;
use leptos::tachys::view::Mountable;
use prorata::api::Role;
use prorata::i18n::{self, Language};
use prorata::quote::RefundLetter;
use prorata::quote::letter::words::{self, About};
use prorata::router::Router;
use view_model::address::ReservationRef;
use view_model::letterhead::Letterhead;
use view_model::quote::letter::{FormText, Letter};
use view_model::quote::refund::{self, Quoted};
use wasm_bindgen_test::wasm_bindgen_test;

const IDS: &str = "?customer=c&order=o&reservation=r";
const ACCOUNT: &str = r#"{"partnerName":"P","partnerTenantId":"p","billingAccountId":"ba",
    "billingAccountName":"B","demonstration":true}"#;
const HEAD: &str = r#"{"name":"Larkfield Cloud","address":["1 Mill Lane","Leeds"],
    "contact":"desk@larkfield.example","etag":"e1"}"#;
const RIGHTS: &str = r#"{"value":[
    {"permission":"ReadRecords","roles":["AdminAgent","SalesAgent"],"source":"a"},
    {"permission":"ChangeSettings","roles":["AdminAgent"],"source":"b"}]}"#;
const NO_HEAD: &str = r#"{"name":"","address":[],"contact":"","etag":"e0"}"#;
const FEE: &str = "form[aria-label='What the letter says'] input[inputmode=decimal]";
const MARGIN: &str =
    "form[aria-label='What the letter says'] .field:nth-of-type(3) input[inputmode=decimal]";
const SHOW: &str = "form[aria-label='What the letter says'] input[role=switch]";
const HEAD_NAME: &str = "form[aria-label='Letterhead'] input";

fn page(role: Role) -> impl IntoView {
    provide_frame(role);
    view! {
        <Router>
            <RefundLetter />
        </Router>
    }
}

fn answers(first: &[(&str, u16, &str)]) -> Answers {
    let (reservation, order) = (reservation().to_string(), order().to_string());
    let (booked, rates) = (transactions(0).to_string(), rates().to_string());
    let records = [
        ("reservationSummaries", 200, r#"{"value":[]}"#),
        ("reservationTransactions", 200, booked.as_str()),
        ("exchangeRates", 200, rates.as_str()),
        ("Prorata/account", 200, ACCOUNT),
        ("Prorata/permissions", 200, RIGHTS),
        ("GET Prorata/letterhead", 200, HEAD),
        ("/reservations/r", 200, reservation.as_str()),
        ("/reservationOrders/o", 200, order.as_str()),
    ];
    Answers::with(&[first, &records].concat())
}

async fn letter(role: Role, query: &str) -> Stage<impl Mountable + use<>> {
    i18n::select(Language::English);
    open(&format!("{IDS}{query}"));
    let page = stage(move || page(role)).await;
    settle().await;
    settle().await;
    page
}

#[wasm_bindgen_test]
async fn the_letter_says_what_the_customer_receives_and_why() {
    let _answers = answers(&[]);
    let page = letter(Role::AdminAgent, "&handling=50&margin=5").await;
    assert_eq!(page.texts("h1").len(), 1);
    let head = page.text(".letter-head");
    assert!(head.contains("Larkfield Cloud") && head.contains("Leeds"), "{head}");
    assert_eq!(page.text(".letter h2"), "Return of your Azure reservation “Web shop”");
    let rows = page.texts(".letter-amounts tr");
    assert_eq!(rows.len(), 9, "{rows:?}");
    assert!(rows[5].contains("Credited by Microsoft") && rows[5].contains("€638.91"), "{rows:?}");
    assert!(rows[6].contains("Our handling fee") && rows[6].contains("€50.00"), "{rows:?}");
    assert!(rows[7].contains("Our margin (5%)") && rows[7].contains("€31.95"), "{rows:?}");
    assert!(rows[8].contains("You receive") && rows[8].contains("€556.96"), "{rows:?}");
    let said = page.text(".letter");
    for words in ["West Europe", "2 of 2", "Source:", "Please note", "How every amount came about"]
    {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert!(!said.contains("Reservation ID"), "on request only");
    assert_eq!(page.attribute(".letter", "lang").as_deref(), Some("en"));
}

#[wasm_bindgen_test]
async fn the_customers_copy_has_one_amount_of_today() {
    let _answers = answers(&[]);
    let page = letter(Role::AdminAgent, "&handling=50&margin=5&ids=yes").await;
    page.click(SHOW).await;
    let rows = page.texts(".letter-amounts tr");
    assert_eq!(rows.len(), 1, "{rows:?}");
    assert!(rows[0].contains("€556.96"), "{rows:?}");
    let said = page.text(".letter");
    for secret in ["638.91", "31.95", "50.00", "Our margin", "handling fee", "Source:"] {
        assert!(!said.contains(secret), "{secret}: {said}");
    }
    assert!(said.contains("Reservation order ID") && said.contains("Sources"), "{said}");
}

#[wasm_bindgen_test]
async fn a_letter_is_in_its_own_language_on_a_page_in_another() {
    let _answers = answers(&[]);
    let page = letter(Role::AdminAgent, "&language=de&margin=5").await;
    assert_eq!(page.attribute(".letter", "lang").as_deref(), Some("de"));
    let said = page.text(".letter");
    for words in ["Sehr geehrte Damen und Herren,", "Unsere Marge (5\u{a0}%)", "606,96\u{a0}€"] {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert!(page.texts(".button-row .button").concat().contains("Print or save as PDF"));
    assert!(!said.contains("You receive"), "{said}");
    for language in [Language::Swedish, Language::Dutch, Language::Chinese] {
        page.choose("form[aria-label='What the letter says'] select", language.tag()).await;
        settle().await;
        assert_eq!(page.attribute(".letter", "lang").as_deref(), Some(language.tag()));
        let said = page.text(".letter");
        assert!(!said.contains('{') && !said.contains("You receive"), "{said}");
    }
}

#[wasm_bindgen_test]
async fn what_does_not_fit_is_named_where_it_is_typed() {
    let _answers = answers(&[]);
    let page = letter(Role::AdminAgent, "").await;
    page.type_into(FEE, "638.92").await;
    let errors = || page.texts("form .field-error").concat();
    assert!(errors().contains("Microsoft credits €638.91"), "{}", errors());
    assert!(page.maybe(".letter").is_none(), "an old letter is no letter");
    assert!(page.text(".letter-task").contains("Correct the marked fields to see the letter."));
    page.type_into(FEE, "-1").await;
    assert!(errors().contains("must not be negative"), "{}", errors());
    page.type_into(FEE, "1").await;
    page.type_into(MARGIN, "100").await;
    assert!(errors().contains("Fee and margin together"), "{}", errors());
    page.type_into(MARGIN, "10").await;
    assert_eq!(errors(), "");
    assert!(page.text(".letter-amounts .total").contains("€574.02"), "638.91 - 1 - 63.89");
}

#[wasm_bindgen_test]
async fn a_refused_return_has_no_letter() {
    let mut record = reservation();
    record["properties"]["provisioningState"] = "Cancelled".into();
    let record = record.to_string();
    let _answers = answers(&[("/reservations/r", 200, &record)]);
    let page = letter(Role::AdminAgent, "").await;
    assert!(page.maybe(".letter").is_none());
    assert!(page.text(".letter-task").contains("the return is refused"));
}

#[wasm_bindgen_test]
async fn who_brought_the_terms_is_said_beside_the_letter() {
    let _answers = answers(&[]);
    let page = letter(Role::AdminAgent, "&rate=12.5").await;
    assert!(page.text(".notes").contains("The USD rate 12.5 came with the link"));
    assert!(page.text(".letter").contains("The USD rate 12.5 was entered by hand"));
    assert!(!page.text(".letter").contains("with the link"));
}

#[wasm_bindgen_test]
async fn without_a_letterhead_the_partners_name_stands_there() {
    let _answers = answers(&[("GET Prorata/letterhead", 200, NO_HEAD)]);
    let page = letter(Role::AdminAgent, "").await;
    assert_eq!(page.text(".letter-head"), "P");
}

async fn edit(page: &Stage<impl Mountable>) {
    page.click("section[aria-label=Letterhead] .button").await;
}

#[wasm_bindgen_test]
async fn a_failed_save_keeps_what_was_typed() {
    let refused = r#"{"error":{"code":"PreconditionFailed","message":"It was changed."}}"#;
    let _answers = answers(&[("PUT Prorata/letterhead", 412, refused)]);
    let page = letter(Role::AdminAgent, "").await;
    edit(&page).await;
    assert_eq!(page.value(HEAD_NAME), "Larkfield Cloud");
    page.type_into(HEAD_NAME, "Larkfield Ltd").await;
    page.click("form[aria-label=Letterhead] .button.primary").await;
    settle().await;
    let part = page.text("section[aria-label=Letterhead]");
    assert!(part.contains("The letterhead was not changed"), "{part}");
    assert_eq!(page.value(HEAD_NAME), "Larkfield Ltd");
    assert!(page.text(".letter-head").contains("Larkfield Cloud"));
}

#[wasm_bindgen_test]
async fn a_saved_letterhead_is_sent_line_by_line() {
    let _answers = answers(&[("PUT Prorata/letterhead", 200, HEAD)]);
    let page = letter(Role::AdminAgent, "").await;
    edit(&page).await;
    page.type_into(HEAD_NAME, "").await;
    assert!(page.text("form[aria-label=Letterhead]").contains("This is required."));
    let save = "form[aria-label=Letterhead] .button.primary";
    assert_eq!(page.attribute(save, "aria-disabled").as_deref(), Some("true"));
    page.type_into(HEAD_NAME, "Larkfield Ltd").await;
    note("request.method + ' ' + request.headers.get('If-Match')");
    page.click(save).await;
    settle().await;
    settle().await;
    assert_eq!(noted("PUT"), ["PUT \"e1\""], "only what was seen is replaced");
    assert!(page.maybe("form[aria-label=Letterhead]").is_none(), "it is saved");
}

#[wasm_bindgen_test]
async fn who_may_not_change_settings_learns_why() {
    let _answers = answers(&[]);
    let page = letter(Role::SalesAgent, "").await;
    let edit = "section[aria-label=Letterhead] .button";
    assert_eq!(page.attribute(edit, "aria-disabled").as_deref(), Some("true"));
    page.click(edit).await;
    assert!(page.maybe("form[aria-label=Letterhead]").is_none());
    assert!(page.text(".letter-head").contains("Larkfield Cloud"), "and may write letters");
}

#[wasm_bindgen_test]
fn the_text_for_an_email_says_what_the_sheet_says() {
    let facts = facts(49_900);
    let terms = refund::FormText::start(&facts, today(), '.');
    let quoted = Quoted::new(terms.case(&facts, Policy::default_policy(), '.').unwrap());
    let form = FormText { handling_fee: "10".into(), ..FormText::start(Language::English) };
    let letter = Letter::of(&quoted, &form, '.').unwrap();
    let of = ReservationRef {
        customer: "c".to_owned(),
        order: "o-1".to_owned(),
        reservation: "r-1".to_owned(),
    };
    let about = About {
        of: &of,
        facts: &facts,
        case: &quoted.case,
        decision: quoted.quote.assessment.decision,
        customer: Some("Kupferhain".to_owned()),
        has_ids: true,
        today: today(),
    };
    let head = Letterhead {
        name: "Larkfield".to_owned(),
        address: vec!["1 Mill Lane".to_owned()],
        ..Letterhead::default()
    };
    for language in Language::ALL {
        let sheet = i18n::in_language(language, || {
            words::sheet(language, &head, &about, &letter, [None, Some("First".to_owned())])
        });
        let text = sheet.text();
        let received = i18n::in_language(language, || i18n::money("70.00", "EUR"));
        for said in ["Larkfield\n1 Mill Lane\n\nKupferhain\n\n", "- First\n", "\n1. ", "r-1", "o-1"]
        {
            assert!(text.contains(said), "{said}: {text}");
        }
        assert!(text.contains(&received), "{received}: {text}");
        assert!(!text.contains('{') && !text.contains("\n\n\n"), "{text}");
        assert!(text.ends_with("\n\nLarkfield"), "{text}");
    }
}

#[wasm_bindgen_test]
async fn leaving_in_the_middle_asks_nothing_more_of_the_page() {
    let _answers = answers(&[("PUT Prorata/letterhead", 200, HEAD)]);
    let acts: &[Act] = &[
        |root| click_in(root, SHOW),
        |root| click_in(root, "section[aria-label=Letterhead] .button"),
        |root| click_in(root, "form[aria-label=Letterhead] .button.primary"),
    ];
    let before = || open(&format!("{IDS}&language=de"));
    leave_in_the_middle(before, || view! { <RefundLetter /> }.into_any(), acts).await;
}

//! What each step asks for, as tables of fields.

use super::places::{countries, time_zone_hint};
use super::status::{severities, severity_meaning};
use super::text;
use super::topics::in_words;
use super::wizard::{Wizard, label};
use crate::api::{Load, State};
use crate::i18n::catalogue::{common, quote, support as texts};
use crate::i18n::{Language, Text, locale, t, t_with};
use crate::platform::clock;
use crate::platform::collate::Collator;
use crate::platform::places::{Kind, names};
use crate::problem::Problem;
use crate::ui::{
    Button, Choice, Choices, Control, CopyButton, Disclosure, FieldSpec, Notice, SelectField,
    Skeleton, field_of_data, live, live_text,
};
use azure::{Consent, ContactMethod};
use leptos::prelude::*;
use leptos::text_prop::TextProp;
use view_model::listing::sort_by;
use view_model::support::{RequestField, RequestForm};
use view_model::support::{SUPPORT_LANGUAGES, time_zones};
use view_model::support::{parts, problem_name, service_name};

/// Lines of the description that are in sight.
const DESCRIPTION_LINES: u8 = 14;

/// The first step: what kind of issue it is.
pub(super) fn basics(wizard: Wizard) -> AnyView {
    loaded(wizard.services, move || {
        let services = move || {
            let services = wizard.services.ready();
            let choice = |service: &azure::SupportService| {
                (service.id.clone().unwrap_or_default(), in_words(service_name(service)))
            };
            chosen_from(services.iter().flat_map(|it| it.iter()).map(choice).collect())
        };
        let hint = Some(texts::ISSUE_TYPE_HINT.into());
        group("wizard-fields", [field(wizard, RequestField::Service, hint, select(services))])
    })
}

/// The second step: what the problem is.
pub(super) fn problem(wizard: Wizard) -> AnyView {
    let kinds = loaded(wizard.problems, move || {
        let category = live(move || {
            let problem_type =
                wizard.form.with(|form| form.get(RequestField::ProblemType).to_owned());
            match categories(wizard, &problem_type).len() {
                0 => ().into_any(),
                _ => {
                    let choices = move || chosen_from(categories(wizard, &problem_type));
                    field(wizard, RequestField::Problem, None, select(choices))
                }
            }
        });
        let types = move || chosen_from(problem_types(wizard));
        let problem_type = field(wizard, RequestField::ProblemType, None, select(types));
        group("wizard-fields two", [problem_type, category])
    });
    let description_hint = Some(texts::DESCRIPTION_HINT.into());
    let fields = [
        live(move || match wizard.form.with(RequestForm::is_of_quote) {
            true => language(wizard),
            false => ().into_any(),
        }),
        field(wizard, RequestField::Title, None, Control::Line("text", "off")),
        field(
            wizard,
            RequestField::Description,
            description_hint,
            Control::Lines(DESCRIPTION_LINES),
        ),
    ];
    view! {
        {kinds}
        {group("wizard-fields", fields)}
        <div class="button-row">{copy(wizard)}</div>
    }
    .into_any()
}

/// The third step: whom support answers, after a look at what it is asked.
pub(super) fn contact(wizard: Wizard) -> AnyView {
    let methods = || {
        [(ContactMethod::Email, texts::BY_EMAIL), (ContactMethod::Phone, texts::BY_PHONE)]
            .map(|(method, name)| (method.to_string(), name.get().to_owned()))
            .into()
    };
    let consents = || {
        [(Consent::Yes, common::YES), (Consent::No, common::NO)]
            .map(|(consent, name)| (consent.to_string(), name.get().to_owned()))
            .into()
    };
    let meaning =
        move || wizard.form.with(|form| severity_meaning(form.get(RequestField::Severity)));
    let fields = [
        field(wizard, RequestField::Severity, Some(meaning.into()), select(severities)),
        field(wizard, RequestField::Method, None, Control::Radio(Box::new(methods))),
        field(wizard, RequestField::FirstName, None, Control::Line("text", "given-name")),
        field(wizard, RequestField::LastName, None, Control::Line("text", "family-name")),
        field(wizard, RequestField::Email, None, Control::Line("email", "email")),
        field(wizard, RequestField::Phone, hint(texts::PHONE_HINT), Control::Line("tel", "tel")),
        field(
            wizard,
            RequestField::TimeZone,
            hint(texts::TIME_ZONE_HINT),
            Control::Suggest(Box::new(time_zone_choices)),
        ),
        field(
            wizard,
            RequestField::Country,
            None,
            Control::Select(Box::new(country_choices), "country-name"),
        ),
        field(
            wizard,
            RequestField::SupportLanguage,
            hint(texts::SUPPORT_LANGUAGE_HINT),
            select(language_choices),
        ),
        field(
            wizard,
            RequestField::Consent,
            hint(texts::CONSENT_HINT),
            Control::Radio(Box::new(consents)),
        ),
    ];
    view! {
        {review(wizard)}
        {group("wizard-fields two", fields)}
    }
    .into_any()
}

/// What the request says, before it is sent.
fn review(wizard: Wizard) -> AnyView {
    let title = move || wizard.form.with(|form| form.get(RequestField::Title).to_owned());
    let description =
        move || wizard.form.with(|form| form.get(RequestField::Description).to_owned());
    view! {
        <div class="review">
            <p class="review-title">{live_text(title)}</p>
            {live(move || written_in(wizard))}
            <Disclosure summary=texts::DESCRIPTION>
                <p class="ticket-words">{live_text(description)}</p>
            </Disclosure>
            <div class="button-row">{copy(wizard)}</div>
        </div>
    }
    .into_any()
}

/// The language of what a quote wrote, which follows the one that support answers in.
fn written_in(wizard: Wizard) -> AnyView {
    let Some(language) = wizard.form.with(|form| form.is_of_quote().then(|| form.language()))
    else {
        return ().into_any();
    };
    let name = names(&locale(), Kind::Language, &[language.tag()]).pop().unwrap_or_default();
    let values = [("name", texts::WORDS_LANGUAGE.get().to_owned()), ("value", name)];
    view! { <p class="hint">{t_with(quote::TEXT_LINE, &values)}</p> }.into_any()
}

/// Puts the request on the clipboard, for those who paste it elsewhere.
fn copy(wizard: Wizard) -> AnyView {
    let words = Signal::derive(move || {
        wizard.form.with(|form| wizard.of.with_value(|of| text::of_form(form, of)))
    });
    view! { <CopyButton what=texts::REQUEST_AS_TEXT text=words has_words=true /> }.into_any()
}

/// The language of what a quote wrote. Another one replaces the words at once, unless the person has
/// changed them: then it has to be said twice.
fn language(wizard: Wizard) -> AnyView {
    let offered = RwSignal::new(None::<Language>);
    let choices =
        Language::ALL.map(|language| Choice::new(language.tag(), language.own_name())).into();
    let shown = Signal::derive(move || {
        let language = offered.get().unwrap_or_else(|| wizard.form.with(RequestForm::language));
        language.tag().to_owned()
    });
    let speak = move |language| {
        offered.set(None);
        wizard.form.update(|form| form.speak(language));
        wizard.remember();
    };
    let choose = Callback::new(move |tag: String| {
        let Some(language) = Language::parse(&tag) else { return };
        match wizard.form.with_untracked(|form| form.is_edited() && form.language() != language) {
            true => offered.set(Some(language)),
            false => speak(language),
        }
    });
    let question = live(move || match offered.get() {
        Some(language) => {
            let title = move || {
                let values = [("language", language.own_name().to_owned())];
                t_with(texts::WORDS_EDITED, &values)
            };
            let replace = Callback::new(move |_| speak(language));
            let keep = Callback::new(move |_| offered.set(None));
            view! {
                <Notice title=title>
                    <div class="button-row">
                        <Button on_click=replace>{t(texts::REPLACE_WORDS)}</Button>
                        <Button on_click=keep>{t(common::CANCEL)}</Button>
                    </div>
                </Notice>
            }
            .into_any()
        }
        None => ().into_any(),
    });
    view! {
        <SelectField
            label=texts::WORDS_LANGUAGE
            hint=texts::FROM_QUOTE
            choices
            value=shown
            on_change=choose
        />
        {question}
    }
    .into_any()
}

fn problem_types(wizard: Wizard) -> Vec<(String, String)> {
    let mut types: Vec<(String, String)> = Vec::new();
    for problem in wizard.problems.ready().iter().flat_map(|problems| problems.iter()) {
        let problem_type = parts(problem_name(problem)).0;
        if types.iter().all(|(known, _)| known != problem_type) {
            types.push((problem_type.to_owned(), in_words(problem_type)));
        }
    }
    types
}

fn categories(wizard: Wizard, problem_type: &str) -> Vec<(String, String)> {
    let problems = wizard.problems.ready();
    let category = |problem: &azure::ProblemClassification| {
        let (own_type, category) = parts(problem_name(problem));
        let is_of_type = own_type == problem_type && !category.is_empty();
        is_of_type.then(|| (problem.id.clone().unwrap_or_default(), in_words(category)))
    };
    problems.iter().flat_map(|problems| problems.iter()).filter_map(category).collect()
}

fn time_zone_choices() -> Vec<(String, String)> {
    let now = clock::now();
    let choice = |(windows, iana): (&str, &str)| (windows.to_owned(), time_zone_hint(iana, now));
    time_zones().map(choice).collect()
}

fn country_choices() -> Vec<(String, String)> {
    let locale = locale();
    let collator = Collator::new(&locale);
    let mut countries = countries(&locale);
    sort_by(&mut countries, |(one, _), (other, _)| collator.compare(one, other));
    let choices = countries.into_iter().map(|(name, code)| (code.to_owned(), name));
    chosen_from(choices.collect())
}

fn language_choices() -> Vec<(String, String)> {
    let names = names(&locale(), Kind::Language, &SUPPORT_LANGUAGES);
    SUPPORT_LANGUAGES.iter().map(|tag| (*tag).to_owned()).zip(names).collect()
}

/// `choices` after a first line for those who have not chosen yet.
fn chosen_from(choices: Vec<(String, String)>) -> Vec<(String, String)> {
    let none = (String::new(), texts::CHOOSE.get().to_owned());
    std::iter::once(none).chain(choices).collect()
}

fn select(choices: impl Fn() -> Vec<(String, String)> + Send + 'static) -> Control {
    let choices: Choices = Box::new(choices);
    Control::Select(choices, "off")
}

#[expect(clippy::unnecessary_wraps, reason = "a field has a hint or none")]
fn hint(text: Text) -> Option<TextProp> {
    Some(text.into())
}

fn field(wizard: Wizard, field: RequestField, hint: Option<TextProp>, control: Control) -> AnyView {
    let is_phone = field == RequestField::Phone;
    let spec = FieldSpec {
        id: field.key(),
        label: label(field).into(),
        hint,
        control,
        is_optional: is_phone,
    };
    let value = Signal::derive(move || wizard.form.with(|form| form.get(field).to_owned()));
    let error = MaybeProp::derive(move || wizard.error(field));
    field_of_data(spec, value, error, Callback::new(move |text| wizard.write(field, text)))
}

fn group<const COUNT: usize>(class: &'static str, fields: [AnyView; COUNT]) -> AnyView {
    view! { <div class=class>{fields.into_iter().collect_view()}</div> }.into_any()
}

/// `fields` once their choices are there; what was typed elsewhere in the step stays meanwhile.
fn loaded<T: Send + Sync + 'static>(
    choices: Load<T>,
    fields: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    // The fields follow the choices themselves; only whether there are any decides what is shown.
    let state = Memo::new(move |_| match choices.state() {
        State::Loading => None,
        State::Failed(error) => Some(Err(error)),
        State::Ready(_) => Some(Ok(())),
    });
    live(move || match state.get() {
        None => view! { <Skeleton lines=2 /> }.into_any(),
        Some(Err(error)) => {
            let retry = Callback::new(move |()| choices.reload());
            view! { <Problem error on_retry=retry /> }.into_any()
        }
        Some(Ok(())) => fields(),
    })
}

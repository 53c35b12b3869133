//! The wizard: what stands in it, which step is on screen, and what leads from one to the next.

use super::create::CreationStage;
use super::kept;
use super::steps;
use super::topics::{is_called, is_refund_problem};
use crate::api::{Api, Load, Permission, load, use_api};
use crate::i18n::calculations;
use crate::i18n::catalogue::support as texts;
use crate::i18n::{self, Text, t, t_count, t_with};
use crate::paths;
use crate::platform::effect::effect;
use crate::platform::focus;
use crate::query::{Navigate, use_go};
use crate::rights::{Rights, use_rights};
use crate::shell::{CurrentCustomer, use_current_customer};
use crate::ui::{Button, ButtonKind, Toasts, live, live_text, use_toasts};
use azure::{ProblemClassification, SupportService};
use leptos::prelude::*;
use view_model::address::ReservationRef;
use view_model::support::SupportStep;
use view_model::support::{Fault, RequestField, RequestForm};
use view_model::support::{parts, problem_name, service_name};

/// The id of the list of what is wrong.
const SUMMARY: &str = "support-faults";

/// The wizard of one reservation.
#[derive(Clone, Copy)]
pub(super) struct Wizard {
    pub(super) api: Api,
    pub(super) of: StoredValue<ReservationRef>,
    pub(super) form: RwSignal<RequestForm>,
    /// Whether the person wanted to go on, so that what is wrong is pointed out.
    is_checked: RwSignal<bool>,
    pub(super) stage: RwSignal<CreationStage>,
    /// The step on screen.
    pub(super) step: Memo<Option<SupportStep>>,
    pub(super) services: Load<Vec<SupportService>>,
    pub(super) problems: Load<Vec<ProblemClassification>>,
    pub(super) go: Navigate,
    pub(super) toasts: Toasts,
    rights: Rights,
    customer: CurrentCustomer,
}

impl Wizard {
    /// The wizard with what was typed when the page was last here. `step` is the one on screen; without one
    /// nothing is asked of the service.
    pub(super) fn new(of: ReservationRef, step: Memo<Option<SupportStep>>) -> Self {
        let api = use_api();
        let form = RwSignal::new(kept::recall(&of).unwrap_or_else(kept::begin));
        let customer = of.customer.clone();
        let services = load(
            move || step.get().map(|_| customer.clone()),
            move |customer| async move {
                match customer {
                    Some(customer) => api.support_services(&customer).await,
                    None => Ok(Vec::new()),
                }
            },
        );
        let customer = of.customer.clone();
        let service =
            Memo::new(move |_| form.with(|form| form.get(RequestField::Service).to_owned()));
        let problems = load(
            move || step.get().map(|_| (customer.clone(), service.get())),
            move |asked| async move {
                match asked {
                    Some((customer, service)) if !service.is_empty() => {
                        api.problem_classifications(&customer, &service).await
                    }
                    _ => Ok(Vec::new()),
                }
            },
        );
        let wizard = Self {
            api,
            of: StoredValue::new(of),
            form,
            is_checked: RwSignal::new(false),
            stage: RwSignal::new(CreationStage::Idle),
            step,
            services,
            problems,
            go: use_go(),
            toasts: use_toasts(),
            rights: use_rights(),
            customer: use_current_customer(),
        };
        effect(move || wizard.choose_service());
        effect(move || wizard.choose_problem());
        wizard.resume();
        wizard
    }

    /// A request that a quote wrote is about billing. A service that is no longer offered makes room.
    fn choose_service(self) {
        let Some(services) = self.services.ready().filter(|services| !services.is_empty()) else {
            return;
        };
        let (chosen, is_of_quote) = self.form.with_untracked(|form| {
            (form.get(RequestField::Service).to_owned(), form.is_of_quote())
        });
        let has_id = |service: &&SupportService| service.id.as_ref() == Some(&chosen);
        if services.iter().any(|service| has_id(&service)) {
            return;
        }
        let billing = services
            .iter()
            .find(|service| is_called(service_name(service), texts::english::BILLING));
        let id = billing.filter(|_| is_of_quote).and_then(|service| service.id.clone());
        if id.is_some() || !chosen.is_empty() {
            self.write(RequestField::Service, id.unwrap_or_default());
        }
    }

    /// A request that a quote wrote is about exchanges and refunds.
    fn choose_problem(self) {
        let Some(problems) = self.problems.ready().filter(|problems| !problems.is_empty()) else {
            return;
        };
        let is_open = self.form.with_untracked(|form| {
            form.is_of_quote() && form.get(RequestField::ProblemType).is_empty()
        });
        let found = problems.iter().find(|problem| is_refund_problem(problem));
        if let Some(problem) = found.filter(|_| is_open) {
            self.form.update(|form| {
                form.set(RequestField::ProblemType, parts(problem_name(problem)).0);
                form.set(RequestField::Problem, problem.id.clone().unwrap_or_default());
            });
            self.remember();
        }
    }

    /// Changes a field and remembers the form.
    pub(super) fn write(self, field: RequestField, text: String) {
        self.form.update(|form| {
            // Another service has other problems, another problem type other categories.
            match field {
                RequestField::Service => {
                    form.set(RequestField::ProblemType, "");
                    form.set(RequestField::Problem, "");
                }
                RequestField::ProblemType => {
                    form.set(RequestField::Problem, self.only_problem(&text))
                }
                RequestField::SupportLanguage => return form.answer_in(text),
                _ => {}
            }
            form.set(field, text);
        });
        self.remember();
    }

    /// The problem of a type that has no categories to choose from; else nothing.
    fn only_problem(self, problem_type: &str) -> String {
        let problems = untrack(|| self.problems.ready());
        let all = problems.iter().flat_map(|problems| problems.iter());
        let mut of_type = all.filter(|problem| parts(problem_name(problem)).0 == problem_type);
        match (of_type.next(), of_type.next()) {
            (Some(only), None) => only.id.clone().unwrap_or_default(),
            _ => String::new(),
        }
    }

    /// Empties the form but for the contact.
    pub(super) fn start_over(self, of: &ReservationRef) {
        kept::forget(of);
        self.form.set(kept::begin());
        self.stage.set(CreationStage::Idle);
    }

    /// Whether the service is busy with the request; followed in reactive closures.
    pub(super) fn is_busy(self) -> bool {
        self.stage.with(|stage| stage.busy_with().is_some())
    }

    pub(super) fn remember(self) {
        self.form.with_untracked(|form| self.of.with_value(|of| kept::remember(form, of)));
    }

    /// What is wrong with a field, once it is pointed out; followed in reactive closures.
    pub(super) fn error(self, field: RequestField) -> Option<String> {
        if !self.is_checked.get() {
            return None;
        }
        let faults = self.form.with(|form| form.faults(field.step()));
        faults.into_iter().find(|(faulty, _)| *faulty == field).map(|(_, fault)| in_words(fault))
    }

    /// The address of a step.
    pub(super) fn address(self, step: SupportStep) -> String {
        self.of.with_value(|of| paths::support_step(of, step))
    }

    /// Shows another step; what is wrong with it is not held against anybody yet.
    fn show(self, step: SupportStep) {
        self.is_checked.set(false);
        self.go.to(&self.address(step));
    }

    /// Goes on from `step`: to the next one, or to creating the request. What is wrong is listed first.
    fn go_on(self, step: SupportStep) {
        let faulty = self.form.with_untracked(|form| {
            let last = step == SupportStep::Contact;
            let mut steps = SupportStep::ALL.into_iter().filter(|it| *it == step || last);
            steps.find(|step| !form.faults(*step).is_empty())
        });
        match (faulty, next(step)) {
            (Some(faulty), _) => {
                if faulty != step {
                    self.show(faulty);
                }
                self.is_checked.set(true);
                // The list is in the page once its effects have run.
                request_animation_frame(|| focus::by_id(SUMMARY));
            }
            (None, Some(next)) => self.show(next),
            (None, None) => self.create(),
        }
    }

    /// One step with everything around it. `is_arrival` says that the person came from another step, so that
    /// the focus belongs to the heading.
    pub(super) fn view(self, step: SupportStep, is_arrival: bool) -> AnyView {
        let heading = NodeRef::<leptos::html::H2>::new();
        heading.on_load(move |heading| {
            if is_arrival {
                focus::focus(&heading);
            }
        });
        let fields = match step {
            SupportStep::Basics => steps::basics(self),
            SupportStep::Problem => steps::problem(self),
            SupportStep::Contact => steps::contact(self),
        };
        view! {
            <section class="card part wizard">
                {self.way(step)}
                <h2 node_ref=heading tabindex="-1">{live_text(move || title(step))}</h2>
                {live(move || self.summary(step))}
                <form class="wizard-form" novalidate on:submit=|event| event.prevent_default()>
                    {fields}
                </form>
                {(step == SupportStep::Contact).then(|| live(move || self.progress()))}
                {self.buttons(step)}
            </section>
        }
        .into_any()
    }

    /// The steps in their order: those behind are links.
    fn way(self, current: SupportStep) -> AnyView {
        let steps = SupportStep::ALL.into_iter().map(|step| {
            let name = t(name(step));
            if place(step) < place(current) {
                view! {
                    <li class="done">
                        <a href=self.address(step)>
                            {name}
                            <span class="visually-hidden">" (" {t(texts::STEP_DONE)} ")"</span>
                        </a>
                    </li>
                }
                .into_any()
            } else {
                let is_current = (step == current).then_some("step");
                view! { <li aria-current=is_current><span>{name}</span></li> }.into_any()
            }
        });
        view! {
            <nav class="wizard-steps" aria-label=t(texts::STEPS)>
                <ol>{steps.collect_view()}</ol>
            </nav>
        }
        .into_any()
    }

    /// What is wrong with the step, each with a way to its field.
    fn summary(self, step: SupportStep) -> AnyView {
        let faults = self.form.with(|form| form.faults(step));
        if !self.is_checked.get() || faults.is_empty() {
            return ().into_any();
        }
        let title = t_count(texts::FAULTS, faults.len() as u64, &[]);
        let faults = faults.into_iter().map(|(field, fault)| {
            let words = calculations::named(label(field), in_words(fault));
            let lead = move |event: leptos::ev::MouseEvent| {
                event.prevent_default();
                focus::by_id(field.key());
            };
            view! { <li><a href=format!("#{}", field.key()) on:click=lead>{words}</a></li> }
                .into_any()
        });
        let name = title.clone();
        view! {
            <div class="notice tone-danger" id=SUMMARY tabindex="-1" role="group" aria-label=name>
                <div class="notice-words">
                    <p class="notice-title">{title}</p>
                    <ul class="faults">{faults.collect_view()}</ul>
                </div>
            </div>
        }
        .into_any()
    }

    fn buttons(self, step: SupportStep) -> AnyView {
        let back = before(step).map(|before| {
            let back = Callback::new(move |_| self.show(before));
            view! { <Button on_click=back>{t(texts::BACK)}</Button> }.into_any()
        });
        let is_last = step == SupportStep::Contact;
        let reason = MaybeProp::derive(move || if is_last { self.no_creation() } else { None });
        let go_on = Callback::new(move |_| self.go_on(step));
        let words = t(if is_last { texts::CREATE } else { texts::NEXT });
        view! {
            <div class="button-row">
                {back}
                <Button kind=ButtonKind::Primary on_click=go_on disabled_reason=reason>
                    {words}
                </Button>
            </div>
            {live(move || reason_in_sight(self.no_request().filter(|_| is_last)))}
        }
        .into_any()
    }

    /// Why the request cannot be created now; `None` when it can. Followed in reactive closures.
    fn no_creation(self) -> Option<String> {
        let busy = || self.stage.with(CreationStage::busy_with).map(|words| words.get().to_owned());
        self.no_request().or_else(busy)
    }

    /// Why nobody may ask support about this reservation; `None` when the person may. Followed in reactive
    /// closures.
    pub(super) fn no_request(self) -> Option<String> {
        let of_agreement = || {
            let agreement = self.of.with_value(|of| self.customer.outside_csp(&of.customer));
            agreement.map(|_| texts::NEEDS_CSP.get().to_owned())
        };
        self.rights.may(Permission::CreateSupportRequests).err().or_else(of_agreement)
    }
}

/// Why something cannot be done, in sight, since hovering is not for everyone.
pub(super) fn reason_in_sight(reason: Option<String>) -> AnyView {
    match reason {
        Some(reason) => view! { <p class="hint reason">{reason}</p> }.into_any(),
        None => ().into_any(),
    }
}

/// What a step is called, and which of them it is, in the language of this moment.
pub(super) fn title(step: SupportStep) -> String {
    let values = [
        ("number", i18n::integer(place(step) + 1)),
        ("count", i18n::integer(SupportStep::ALL.len() as u64)),
        ("name", name(step).get().to_owned()),
    ];
    t_with(texts::STEP, &values)
}

/// What a step is called.
pub(super) const fn name(step: SupportStep) -> Text {
    match step {
        SupportStep::Basics => texts::BASICS,
        SupportStep::Problem => texts::PROBLEM,
        SupportStep::Contact => texts::CONTACT,
    }
}

/// What a field is called.
pub(super) const fn label(field: RequestField) -> Text {
    match field {
        RequestField::Service => texts::ISSUE_TYPE,
        RequestField::ProblemType => texts::PROBLEM_TYPE,
        RequestField::Problem => texts::CATEGORY,
        RequestField::Title => texts::TITLE,
        RequestField::Description => texts::DESCRIPTION,
        RequestField::Severity => texts::SEVERITY,
        RequestField::Method => texts::METHOD,
        RequestField::FirstName => texts::FIRST_NAME,
        RequestField::LastName => texts::LAST_NAME,
        RequestField::Email => texts::EMAIL,
        RequestField::Phone => texts::PHONE,
        RequestField::TimeZone => texts::TIME_ZONE,
        RequestField::Country => texts::COUNTRY,
        RequestField::SupportLanguage => texts::SUPPORT_LANGUAGE,
        RequestField::Consent => texts::CONSENT,
    }
}

fn in_words(fault: Fault) -> String {
    let text = match fault {
        Fault::Missing => texts::MISSING,
        Fault::TooLong(max) => {
            return t_with(texts::TOO_LONG, &[("max", i18n::integer(max as u64))]);
        }
        Fault::NotAnEmail => texts::NOT_AN_EMAIL,
        Fault::NotAPhone => texts::NOT_A_PHONE,
        Fault::NotATimeZone => texts::NOT_A_TIME_ZONE,
    };
    text.get().to_owned()
}

const fn place(step: SupportStep) -> u64 {
    step as u64
}

fn next(step: SupportStep) -> Option<SupportStep> {
    SupportStep::ALL.into_iter().find(|next| place(*next) == place(step) + 1)
}

fn before(step: SupportStep) -> Option<SupportStep> {
    SupportStep::ALL.into_iter().find(|before| place(*before) + 1 == place(step))
}

//! The settings in the form, and how they are saved.

use super::begun;
use super::outcome::{Done, Outcome};
use super::summary::fault_in_words;
use crate::api::{
    Api, ApiError, Attempt, Known, Load, NotDone, Permission, Tenant, hold_while, use_api,
};
use crate::draft::drafted;
use crate::i18n::catalogue::{configuration as texts, customer, names as state_names, reservation};
use crate::i18n::{names, t_with};
use crate::platform::effect::effect;
use crate::rights::{Rights, use_rights};
use crate::shell::{CurrentCustomer, use_current_customer};
use azure::{ProvisioningState, Reservation};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use view_model::address::ReservationRef;
use view_model::settings::Named;
use view_model::settings::{ScopeKind, Setting, Settings, named_in};

/// How far saving has come.
#[derive(Clone, Debug)]
pub(super) enum Saving {
    /// Nothing has been sent.
    Editing,
    /// The change is being sent.
    Sending,
    /// The answer to the change was lost; the service is asked what became of it.
    InDoubt,
    /// The change was not made, or nobody knows.
    Failed(NotDone),
    /// Somebody else has changed the record since it was read.
    Conflict(Arc<Conflict>),
}

/// Two changes of the same record.
#[derive(Debug)]
pub(super) struct Conflict {
    /// The settings that the person began with.
    pub(super) base: Settings,
    /// What the person wants.
    pub(super) mine: Settings,
    /// What the record says now.
    pub(super) theirs: Settings,
    record: Reservation,
}

/// The settings in the form. Each is a signal of its own, so that typing in one leaves the others alone.
#[derive(Clone, Copy)]
pub(super) struct Editor {
    pub(super) api: Api,
    pub(super) of: StoredValue<ReservationRef>,
    pub(super) outcome: Outcome,
    record: Load<Reservation>,
    rights: Rights,
    customer: CurrentCustomer,
    base: StoredValue<Base>,
    /// The display name.
    pub(super) name: RwSignal<String>,
    /// The value of a [`ScopeKind`].
    pub(super) kind: RwSignal<String>,
    /// A subscription as a path.
    pub(super) subscription: RwSignal<String>,
    /// The name of a resource group.
    pub(super) group: RwSignal<String>,
    /// A management group as a path.
    pub(super) management_group: RwSignal<String>,
    /// Whether other sizes are covered.
    pub(super) is_flexible: RwSignal<bool>,
    /// Whether a new reservation is bought at expiry.
    pub(super) renew: RwSignal<bool>,
    /// Names of what scopes apply to.
    pub(super) named: RwSignal<Vec<Named>>,
    /// Scopes, as paths, that the service says the reservation cannot be applied to.
    pub(super) unavailable: RwSignal<Vec<String>>,
    /// Whether another change of the reservation is under way.
    pub(super) is_busy: RwSignal<bool>,
    /// How far saving has come.
    pub(super) stage: RwSignal<Saving>,
}

/// The record as the form began with it.
struct Base {
    settings: Settings,
    state: Option<ProvisioningState>,
    etag: Option<i64>,
    /// The whole of it, to be kept with what is typed.
    text: String,
}

impl Base {
    fn of(record: &Reservation) -> Self {
        Self {
            settings: Settings::of(record),
            state: record.properties().provisioning_state.clone(),
            etag: record.etag,
            text: azure::to_string(record),
        }
    }
}

impl Editor {
    /// The form of a record; call it while a component is made.
    pub(super) fn new(of: ReservationRef, reservation: &Reservation) -> Self {
        let state = reservation.properties().provisioning_state.clone();
        let kept = begun::recall(&of);
        let reservation = kept.as_ref().unwrap_or(reservation);
        let base = Base { state, ..Base::of(reservation) };
        let settings = base.settings.clone();
        let key = |field: &str| format!("{field}.{}.{}", of.order, of.reservation);
        let text = |field: &str, text: &str| drafted(&key(field), text.to_owned());
        let kind = settings.kind.map_or("", ScopeKind::value);
        let is_flexible = settings.is_flexible.unwrap_or_default();
        let editor = Self {
            api: use_api(),
            of: StoredValue::new(of.clone()),
            outcome: expect_context(),
            record: expect_context(),
            rights: use_rights(),
            customer: use_current_customer(),
            base: StoredValue::new(base),
            name: text("name", &settings.name),
            kind: text("scope", kind),
            subscription: text("subscription", &settings.subscription),
            group: text("group", &settings.group),
            management_group: text("management-group", &settings.management_group),
            is_flexible: drafted(&key("flexible"), is_flexible),
            renew: drafted(&key("renew"), settings.renew),
            named: RwSignal::new(named_in(reservation)),
            unavailable: RwSignal::new(Vec::new()),
            is_busy: RwSignal::new(false),
            stage: RwSignal::new(Saving::Editing),
        };
        hold_while(move || {
            let is_sent = editor.stage.with(|stage| !matches!(stage, Saving::Editing));
            is_sent || editor.is_busy.get() || !editor.changes().is_empty()
        });
        effect(move || {
            let is_unsaved = !editor.changes().is_empty();
            editor.of.with_value(|of| match is_unsaved {
                true => editor.base.with_value(|base| begun::remember(of, &base.text)),
                false => begun::forget(of),
            });
        });
        // Sent before the page was loaded anew.
        if editor.left_open().is_some() {
            editor.look_again();
        }
        editor
    }

    /// The settings that the form began with.
    pub(super) fn base(self) -> Settings {
        self.base.with_value(|base| base.settings.clone())
    }

    /// The settings as they stand in the form; followed in reactive closures.
    pub(super) fn settings(self) -> Settings {
        let is_sized = self.base.with_value(|base| base.settings.is_flexible.is_some());
        Settings {
            name: self.name.get(),
            kind: self.kind.with(|kind| ScopeKind::of(kind)),
            subscription: self.subscription.get(),
            group: self.group.get(),
            management_group: self.management_group.get(),
            is_flexible: is_sized.then(|| self.is_flexible.get()),
            renew: self.renew.get(),
        }
    }

    fn fill(self, settings: &Settings) {
        self.name.set(settings.name.clone());
        self.kind.set(settings.kind.map_or("", ScopeKind::value).to_owned());
        self.subscription.set(settings.subscription.clone());
        self.group.set(settings.group.clone());
        self.management_group.set(settings.management_group.clone());
        self.is_flexible.set(settings.is_flexible.unwrap_or_default());
        self.renew.set(settings.renew);
    }

    /// What the form changes; followed in reactive closures.
    pub(super) fn changes(self) -> Vec<Setting> {
        let settings = self.settings();
        self.base.with_value(|base| base.settings.changes(&settings))
    }

    /// Whether something would be lost with the page.
    pub(super) fn is_unsaved(self) -> bool {
        !self.base.is_disposed() && untrack(|| !self.changes().is_empty())
    }

    /// Why nothing at all can be changed, in the language of this moment; `None` when it can. Followed in
    /// reactive closures. The backend decides in the end.
    pub(super) fn why_fixed(self) -> Option<String> {
        self.why_not_allowed().or_else(|| {
            let state = self.base.with_value(|base| base.state.clone());
            let Some(state) = state else {
                return Some(reservation::REFUND_NEEDS_KNOWN_STATE.get().to_owned());
            };
            let needed = state_names::STATUS_SUCCEEDED.get().to_owned();
            let values = [("needed", needed), ("state", names::state(&state).to_owned())];
            (!state.allows_return()).then(|| t_with(texts::NEEDS_STATE, &values))
        })
    }

    /// Why the person may change nothing of this customer, whatever the state.
    pub(super) fn why_not_allowed(self) -> Option<String> {
        if let Err(reason) = self.rights.may(Permission::ChangeReservations) {
            return Some(reason);
        }
        let customer = self.of.with_value(|of| of.customer.clone());
        let is_outside = self.customer.outside_csp(&customer).is_some();
        is_outside.then(|| customer::NOT_IN_CSP_TITLE.get().to_owned())
    }

    /// What stands against a change now: one that is under way, or a conflict.
    pub(super) fn why_busy(self) -> Option<String> {
        if self.is_busy.get() {
            return Some(texts::BUSY.get().to_owned());
        }
        self.stage.with(|stage| match stage {
            Saving::Sending | Saving::InDoubt => Some(texts::SAVING.get().to_owned()),
            Saving::Conflict(_) => Some(texts::DECIDE_FIRST.get().to_owned()),
            Saving::Editing | Saving::Failed(_) => None,
        })
    }

    /// What is wrong with `field`, in the language of this moment; followed in reactive closures.
    pub(super) fn error(self, field: Setting) -> Option<String> {
        let settings = self.settings();
        let (wrong, why) = settings
            .fault()
            .map(|(setting, fault)| (setting, fault_in_words(fault)))
            .or_else(|| {
                let target = settings.target();
                let is_known = |known: &Vec<String>| {
                    known.iter().any(|known| known.eq_ignore_ascii_case(&target))
                };
                let is_unavailable = !target.is_empty() && self.unavailable.with(is_known);
                is_unavailable.then(|| (Setting::Scope, texts::SCOPE_UNAVAILABLE.get().to_owned()))
            })?;
        (wrong == field).then_some(why)
    }

    /// Whether a message at one of the fields says what is wrong; followed in reactive closures.
    pub(super) fn is_wrong(self) -> bool {
        Setting::ALL.into_iter().any(|field| self.error(field).is_some())
    }

    /// Why the form cannot be saved now; followed in reactive closures.
    pub(super) fn why_not_saved(self) -> Option<String> {
        let is_unchanged = || self.changes().is_empty().then(|| texts::NO_CHANGES.get().to_owned());
        let is_wrong = || Setting::ALL.into_iter().find_map(|field| self.error(field));
        self.why_fixed().or_else(|| self.why_busy()).or_else(is_unchanged).or_else(is_wrong)
    }

    /// Gives what was entered up.
    pub(super) fn discard(self) {
        self.of.with_value(begun::forget);
        self.fill(&self.base());
        self.stage.set(Saving::Editing);
        let etag = self.base.with_value(|base| base.etag);
        if untrack(|| self.record.ready()).is_some_and(|now| now.etag != etag) {
            self.reload();
        }
    }

    /// Saves what stands in the form.
    pub(super) fn save(self) {
        if untrack(|| self.why_not_saved()).is_none() {
            let etag = self.base.with_value(|base| base.etag);
            self.send(self.base(), untrack(|| self.settings()), etag);
        }
    }

    /// Saves what was decided about a conflict. What is left as the other person wants it needs no request.
    pub(super) fn settle(self, conflict: &Conflict, decided: Settings) {
        // The person has seen what there is now.
        self.base.set_value(Base::of(&conflict.record));
        if conflict.theirs.changes(&decided).is_empty() {
            // What was typed is given up, in the tab's memory as well.
            self.of.with_value(begun::forget);
            self.fill(&conflict.theirs);
            self.outcome.tell(self.of.get_value(), Done::TheirsKept);
            self.record.put(conflict.record.clone());
        } else {
            // The form is made anew with what is saved, and then holds nothing else.
            self.fill(&decided);
            self.send(conflict.theirs.clone(), decided, conflict.record.etag);
        }
    }

    fn send(self, base: Settings, edited: Settings, etag: Option<i64>) {
        let Some(of) = self.of.try_get_value() else { return };
        self.stage.set(Saving::Sending);
        self.outcome.clear();
        let patch = base.patch(&edited, &of.customer);
        let what = azure::to_string(&patch);
        let attempt = Attempt::new(&self.subject(), &what, move || self.go_to(Saving::InDoubt));
        spawn_local(async move {
            let answer = self.api.change(&of, &patch, etag, &attempt).await;
            self.answered(of, base, edited, etag, answer).await;
        });
    }

    /// Asks what became of a change whose answer was lost.
    pub(super) fn look_again(self) {
        let Some(of) = self.of.try_get_value() else { return };
        let Some(attempt) = self.left_open() else { return self.reload() };
        let (base, edited) = (self.base(), untrack(|| self.settings()));
        let etag = self.base.with_value(|base| base.etag);
        spawn_local(async move {
            let tenant = Tenant::Customer(of.customer.clone());
            let answer = match self.api.outcome(tenant, &attempt).await {
                Ok(answer) => self.api.changed(&of, answer).await,
                Err(not_done) => Err(not_done),
            };
            self.answered(of, base, edited, etag, answer).await;
        });
    }

    fn left_open(self) -> Option<Attempt> {
        Attempt::left_open(&self.subject(), move || self.go_to(Saving::InDoubt))
    }

    fn subject(self) -> String {
        self.of.with_value(|of| format!("change.{}.{}", of.order, of.reservation))
    }

    fn go_to(self, stage: Saving) {
        self.stage.try_set(stage);
    }

    async fn answered(
        self,
        of: ReservationRef,
        base: Settings,
        edited: Settings,
        etag: Option<i64>,
        answer: Result<Reservation, NotDone>,
    ) {
        let stage = match answer {
            Ok(record) => return self.saved(of, base, record),
            Err(NotDone { error, .. }) if error.status() == Some(412) => {
                self.meet(&of, base, edited, etag, error).await
            }
            Err(not_done) => Some(Saving::Failed(not_done)),
        };
        if let Some(stage) = stage {
            self.go_to(stage);
        }
    }

    /// Reads what the other person has made of the record. `None` when it is what this person wanted as well.
    async fn meet(
        self,
        of: &ReservationRef,
        base: Settings,
        mine: Settings,
        etag: Option<i64>,
        refused: ApiError,
    ) -> Option<Saving> {
        match self.api.reservation(of).await {
            // The record is as it was: the service refused for a reason of its own.
            Ok(record) if record.etag == etag => Some(failed(refused)),
            Ok(record) => {
                let theirs = Settings::of(&record);
                if theirs.changes(&mine).is_empty() {
                    self.saved(of.clone(), base, record);
                    return None;
                }
                self.named.try_update(|named| named.extend(named_in(&record)));
                Some(Saving::Conflict(Arc::new(Conflict { base, mine, theirs, record })))
            }
            Err(error) => Some(failed(error)),
        }
    }

    fn saved(self, of: ReservationRef, before: Settings, record: Reservation) {
        begun::forget(&of);
        let Some(mut named) = self.named.try_get_untracked() else { return };
        named.extend(named_in(&record));
        let after = Settings::of(&record);
        self.outcome.tell(of, Done::Saved { before, after, named });
        self.record.put(record);
    }

    /// Shows the record as it is after a change that answers with no record.
    pub(super) fn reload(self) {
        self.record.reload();
    }
}

/// The service refused, for this reason or before it.
const fn failed(error: ApiError) -> Saving {
    Saving::Failed(NotDone { error, known: Known::Refused })
}

//! Giving a role on the order.
//!
//! The client chooses the name of a new assignment. It stays the same until the role was given, so that
//! an attempt whose answer got lost is not carried out twice.

use super::check::principals;
use super::remove::problem;
use super::{Access, words};
use crate::api::{ApiError, Origin};
use crate::i18n::catalogue::{access as texts, common};
use crate::i18n::{Text, t_with};
use crate::platform::random;
use crate::reservation::part::{Part, loaded};
use crate::ui::{
    Button, ButtonKind, Choice, SelectField, TextField, Tone, live, live_text, use_toasts,
};
use azure::BUILT_IN_ROLES;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Stands among the principals for one that is not in the list.
const BY_ID: &str = "by-id";

/// What is typed, and what became of it.
#[derive(Clone, Copy)]
struct Form {
    access: Access,
    role: RwSignal<String>,
    /// The id of a principal in the list, or [`BY_ID`].
    choice: RwSignal<String>,
    object_id: RwSignal<String>,
    /// The type of a principal that is not in the list.
    kind: RwSignal<String>,
    /// Whether what is missing is pointed out: not before the first attempt.
    is_tried: RwSignal<bool>,
    is_busy: RwSignal<bool>,
    failure: RwSignal<Option<ApiError>>,
    /// Role and principal of the last attempt that did not succeed, with the name that it used.
    attempt: StoredValue<Option<(String, String, String)>>,
}

impl Form {
    fn new(access: Access) -> Self {
        Self {
            access,
            role: RwSignal::default(),
            choice: RwSignal::default(),
            object_id: RwSignal::default(),
            kind: RwSignal::new(words::PRINCIPAL_TYPES[0].0.to_owned()),
            is_tried: RwSignal::default(),
            is_busy: RwSignal::default(),
            failure: RwSignal::default(),
            attempt: StoredValue::default(),
        }
    }

    fn is_by_id(self) -> bool {
        self.choice.with(|choice| choice == BY_ID)
    }

    /// Id and type of the principal; `None` while there is none. Followed in reactive closures.
    fn principal(self) -> Option<(String, String)> {
        if self.is_by_id() {
            let id = self.object_id.with(|id| id.trim().to_lowercase());
            return is_guid(&id).then(|| (id, self.kind.get()));
        }
        let principal = self.choice.with(|id| self.access.principal(id))?;
        Some((principal.id, principal.kind))
    }

    fn no_role(self) -> Option<Text> {
        self.role.with(String::is_empty).then_some(texts::ROLE_NEEDED)
    }

    fn no_principal(self) -> Option<Text> {
        match self.principal() {
            None if self.is_by_id() => Some(texts::NOT_AN_ID),
            None => Some(texts::PRINCIPAL_NEEDED),
            Some((id, _)) => self.has_role(&id).then_some(texts::HAS_ROLE),
        }
    }

    /// Whether the principal has the role on the order itself; a second one would change nothing.
    fn has_role(self, principal: &str) -> bool {
        let Access { of, assignments, .. } = self.access;
        let role = self.role.get();
        let assignments = assignments.ready();
        assignments.iter().flat_map(|all| all.iter()).any(|it| {
            it.principal.eq_ignore_ascii_case(principal)
                && it.role.eq_ignore_ascii_case(&role)
                && of.with_value(|of| it.origin(of)) == Origin::Order
        })
    }

    /// The name for an attempt: that of the last one, as long as it is the same.
    fn name(self, role: &str, principal: &str) -> Option<String> {
        let last = self.attempt.get_value();
        let last = last.filter(|(r, p, _)| r == role && p == principal);
        let name = last.map(|(_, _, name)| name).or_else(random::guid)?;
        self.attempt.set_value(Some((role.to_owned(), principal.to_owned(), name.clone())));
        Some(name)
    }

    fn submit(self) {
        self.is_tried.set(true);
        if untrack(|| self.no_role().or_else(|| self.no_principal())).is_some() {
            return;
        }
        let Some((principal, kind)) = untrack(|| self.principal()) else { return };
        let role = self.role.get_untracked();
        let toasts = use_toasts();
        let Some(name) = self.name(&role, &principal) else {
            toasts.show(Tone::Danger, untrack(|| texts::NO_RANDOMNESS.get()));
            return;
        };
        let Access { api, of, assignments, .. } = self.access;
        let of = of.get_value();
        self.is_busy.set(true);
        self.failure.set(None);
        spawn_local(async move {
            let answer = api.assign_role(&of, &name, &role, &principal, &kind).await;
            // The page may be gone by now, and its signals with it.
            if self.is_busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(()) => {
                    toasts.show(Tone::Success, untrack(|| self.added(&role, &principal)));
                    self.clear();
                    assignments.reload();
                }
                Err(error) => self.failure.set(Some(error)),
            }
        });
    }

    fn added(self, role: &str, principal: &str) -> String {
        let role = BUILT_IN_ROLES.into_iter().find(|known| known.id == role);
        let values = [
            ("principal", self.access.principal_name(principal)),
            ("role", role.map(|role| role.name).unwrap_or_default().to_owned()),
        ];
        t_with(texts::ADDED, &values)
    }

    fn clear(self) {
        self.attempt.set_value(None);
        self.is_tried.set(false);
        self.role.set(String::new());
        self.choice.set(String::new());
        self.object_id.set(String::new());
    }

    /// Shows what `problem` finds once somebody has tried.
    fn error(self, problem: fn(Self) -> Option<Text>) -> MaybeProp<String> {
        MaybeProp::derive(move || {
            let found = self.is_tried.get().then(|| problem(self)).flatten();
            found.map(|text| text.get().to_owned())
        })
    }
}

/// The part with the form.
pub(super) fn add(access: Access) -> AnyView {
    let form = Form::new(access);
    let reason = MaybeProp::derive(move || {
        let busy = form.is_busy.get().then(|| texts::ADDING.get().to_owned());
        busy.or_else(|| access.no_change())
    });
    let failed = live(move || match form.failure.get() {
        Some(error) => problem(error, texts::NOT_ADDED),
        None => ().into_any(),
    });
    // Says why somebody is missing from the list; otherwise the list itself is what there is to see.
    let no_list = loaded(access.principals, 2, |_| ().into_any());
    let submit = live_text(move || {
        let is_again = form.failure.with(Option::is_some);
        if is_again { common::RETRY.get() } else { texts::ADD.get() }
    });
    view! {
        <Part title=texts::ADD>
            {role_field(form)} {live(no_list)} {principal_field(form)}
            {live(move || if form.is_by_id() { by_id(form) } else { ().into_any() })}
            <div class="stack" role="status">{failed}</div>
            <div class="button-row">
                <Button
                    kind=ButtonKind::Primary
                    disabled_reason=reason
                    on_click=Callback::new(move |_| form.submit())
                >
                    {submit}
                </Button>
            </div>
        </Part>
    }
    .into_any()
}

fn role_field(form: Form) -> AnyView {
    let roles = BUILT_IN_ROLES.into_iter().map(|role| Choice::new(role.id, role.name));
    let choices = std::iter::once(Choice::new("", texts::CHOOSE)).chain(roles).collect();
    let hint = move || {
        let role = form.role.get();
        let role = BUILT_IN_ROLES.into_iter().find(|known| known.id == role);
        role.and_then(|role| words::meaning(role.name)).map(|text| text.get()).unwrap_or_default()
    };
    view! {
        <SelectField
            label=texts::ROLE
            choices
            value=form.role
            on_change=Callback::new(move |id| form.role.set(id))
            hint
            error=form.error(Form::no_role)
        />
    }
    .into_any()
}

fn principal_field(form: Form) -> AnyView {
    let hint = move || {
        let chosen = form.choice.with(|id| form.access.principal(id));
        let Some(chosen) = chosen else { return String::new() };
        let kind = words::principal_type(&chosen.kind);
        if chosen.kind == words::FOREIGN_GROUP {
            format!("{kind}. {}", texts::FOREIGN_HINT.get())
        } else {
            kind
        }
    };
    live(move || {
        let mut choices = principals(form.access);
        choices.push(Choice::new(BY_ID, texts::BY_ID));
        view! {
            <SelectField
                label=texts::PRINCIPAL
                choices
                value=form.choice
                on_change=Callback::new(move |id| form.choice.set(id))
                hint
                error=form.error(|form| form.no_principal().filter(|it| *it != texts::NOT_AN_ID))
            />
        }
        .into_any()
    })
}

fn by_id(form: Form) -> AnyView {
    let kinds = words::PRINCIPAL_TYPES.into_iter().map(|(name, text)| Choice::new(name, text));
    view! {
        <TextField
            label=texts::OBJECT_ID
            value=form.object_id
            on_input=Callback::new(move |text| form.object_id.set(text))
            error=form.error(|form| form.no_principal().filter(|it| *it == texts::NOT_AN_ID))
        />
        <SelectField
            label=texts::PRINCIPAL_TYPE
            choices=kinds.collect()
            value=form.kind
            on_change=Callback::new(move |kind| form.kind.set(kind))
        />
    }
    .into_any()
}

/// Whether `text` has the shape of an object id.
fn is_guid(text: &str) -> bool {
    let is_hyphen = |place| matches!(place, 8 | 13 | 18 | 23);
    text.len() == 36
        && text.bytes().enumerate().all(|(place, byte)| {
            if is_hyphen(place) { byte == b'-' } else { byte.is_ascii_hexdigit() }
        })
}

//! Giving a role on the order.
//!
//! The client chooses the name of a new assignment: the id of the attempt. It stays the same until the role
//! was given, so that an attempt whose answer got lost is not carried out twice.

use super::check::principals;
use super::roles;
use super::shared::Access;
use crate::api::Origin;
use crate::draft::drafted;
use crate::i18n::catalogue::access as texts;
use crate::i18n::{Text, t, t_with};
use crate::reservation::part::{Part, loaded};
use crate::sending::{Change, Sending};
use crate::ui::{Button, ButtonKind, Choice, SelectField, TextField, live, use_toasts};
use azure::BUILT_IN_ROLES;
use leptos::prelude::*;
use view_model::Tone;

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
    sending: Sending,
}

impl Form {
    fn new(access: Access) -> Self {
        let text = |field: &str, text: &str| {
            let key = access.of.with_value(|of| format!("role-{field}.{}", of.order));
            drafted(&key, text.to_owned())
        };
        Self {
            access,
            role: text("role", ""),
            choice: text("principal", ""),
            object_id: text("id", ""),
            kind: text("kind", roles::PRINCIPAL_TYPES[0].0),
            is_tried: RwSignal::default(),
            sending: access.sending(),
        }
    }

    fn is_by_id(self) -> bool {
        self.choice.with(|choice| choice == BY_ID)
    }

    /// Id and type of the principal; `None` while there is none. Followed in reactive closures.
    fn principal(self) -> Option<(String, String)> {
        if self.is_by_id() {
            let id = self.object_id.with(|id| id.trim().to_lowercase());
            return azure::is_guid(&id).then(|| (id, self.kind.get()));
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

    fn submit(self) {
        self.is_tried.set(true);
        if untrack(|| self.no_role().or_else(|| self.no_principal())).is_some() {
            return;
        }
        let Some((principal, kind)) = untrack(|| self.principal()) else { return };
        let role = self.role.get_untracked();
        let toasts = use_toasts();
        let Access { api, of, assignments, .. } = self.access;
        let of = of.get_value();
        let subject = format!("role.{}", of.order);
        let what = format!("{role} {principal} {kind}");
        let send = {
            let (role, principal) = (role.clone(), principal.clone());
            move |attempt| -> Change {
                let (of, role, principal, kind) =
                    (of.clone(), role.clone(), principal.clone(), kind.clone());
                Box::pin(
                    async move { api.assign_role(&of, &role, &principal, &kind, &attempt).await },
                )
            }
        };
        self.sending.send(subject, what, send, move || {
            toasts.show(Tone::Success, untrack(|| self.added(&role, &principal)));
            self.clear();
            assignments.reload();
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
        let busy = form.sending.is_busy().then(|| texts::ADDING.get().to_owned());
        busy.or_else(|| access.no_change())
    });
    let failed = live(move || form.sending.outcome(texts::NOT_ADDED));
    // Says why somebody is missing from the list; otherwise the list itself is what there is to see.
    let no_list = loaded(access.principals, 2, |_| ().into_any());
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
                    {t(texts::ADD)}
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
        role.and_then(|role| roles::meaning(role.name)).map(|text| text.get()).unwrap_or_default()
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
        let kind = roles::principal_type(&chosen.kind);
        if chosen.kind == roles::FOREIGN_GROUP {
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
    let kinds = roles::PRINCIPAL_TYPES.into_iter().map(|(name, text)| Choice::new(name, text));
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

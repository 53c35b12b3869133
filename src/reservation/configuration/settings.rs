//! What can be changed of a reservation, in words and on the wire. Nothing here knows the page.

use crate::api::Named;
use crate::i18n::catalogue::{common, configuration as texts, names, reservation};
use crate::i18n::{Text, t_with};
use azure::{
    AppliedScopeProperties, AppliedScopeType, InstanceFlexibility, Patch, PatchProperties,
    Reservation, Scope,
};

/// The longest display name; the service accepts no longer one.
const NAME_CHARACTERS_MAX: usize = 128;

/// Who gets the benefit. The API calls a resource group `Single` as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScopeKind {
    /// Every subscription of the billing account.
    Shared,
    /// One subscription.
    Subscription,
    /// One resource group.
    ResourceGroup,
    /// Every subscription below a management group.
    ManagementGroup,
}

impl ScopeKind {
    /// All of them, in the order of the portal.
    pub const ALL: [Self; 4] =
        [Self::Shared, Self::Subscription, Self::ResourceGroup, Self::ManagementGroup];

    /// What stands for it in a form.
    #[must_use]
    pub const fn value(self) -> &'static str {
        match self {
            Self::Shared => "shared",
            Self::Subscription => "subscription",
            Self::ResourceGroup => "resource-group",
            Self::ManagementGroup => "management-group",
        }
    }

    /// The kind that a value of a form stands for.
    #[must_use]
    pub fn of(value: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.value() == value)
    }

    /// What it is called.
    #[must_use]
    pub const fn name(self) -> Text {
        match self {
            Self::Shared => names::SCOPE_SHARED,
            Self::Subscription => names::SCOPE_SUBSCRIPTION,
            Self::ResourceGroup => names::SCOPE_RESOURCE_GROUP,
            Self::ManagementGroup => names::SCOPE_MANAGEMENT_GROUP,
        }
    }
}

/// One of the settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The display name.
    Name,
    /// Who gets the benefit.
    Scope,
    /// Whether other sizes of the same group are covered.
    Flexibility,
    /// Whether a new reservation is bought at expiry.
    Renewal,
}

impl Field {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 4] = [Self::Name, Self::Scope, Self::Flexibility, Self::Renewal];

    /// What it is called.
    #[must_use]
    pub const fn name(self) -> Text {
        match self {
            Self::Name => texts::DISPLAY_NAME,
            Self::Scope => reservation::SCOPE,
            Self::Flexibility => texts::FLEXIBILITY,
            Self::Renewal => texts::RENEWAL,
        }
    }
}

/// The settings of a reservation: as its record says, or as they stand in the form.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The display name.
    pub name: String,
    /// Who gets the benefit; `None` when the record does not say, or says something unknown.
    pub kind: Option<ScopeKind>,
    /// The subscription that gets the benefit, or that the resource group lies in, as a path.
    pub subscription: String,
    /// The name of the resource group.
    pub group: String,
    /// The management group, as a path.
    pub management_group: String,
    /// Whether other sizes are covered; `None` for products that know no sizes.
    pub is_flexible: Option<bool>,
    /// Whether a new reservation is bought at expiry.
    pub renew: bool,
}

impl Settings {
    /// The settings in a record.
    #[must_use]
    pub fn of(reservation: &Reservation) -> Self {
        let properties = reservation.properties();
        let details = properties.applied_scope_properties.as_ref();
        let first = properties.applied_scopes.as_ref().and_then(|scopes| scopes.first());
        let single = details
            .and_then(|it| it.resource_group_id.as_ref().or(it.subscription_id.as_ref()))
            .or(first);
        let group = single.and_then(Scope::resource_group).unwrap_or_default().to_owned();
        let subscription = single.and_then(Scope::subscription).map(|it| it.path());
        let management_group =
            details.and_then(|it| it.management_group_id.as_ref()).or(first).map(Scope::as_str);
        let kind = match properties.applied_scope_type {
            Some(AppliedScopeType::Shared) => Some(ScopeKind::Shared),
            Some(AppliedScopeType::Single) if group.is_empty() => Some(ScopeKind::Subscription),
            Some(AppliedScopeType::Single) => Some(ScopeKind::ResourceGroup),
            Some(AppliedScopeType::ManagementGroup) => Some(ScopeKind::ManagementGroup),
            Some(AppliedScopeType::Other(_)) | None => None,
        };
        let is = |wanted: &[ScopeKind]| kind.is_some_and(|kind| wanted.contains(&kind));
        let is_single = is(&[ScopeKind::Subscription, ScopeKind::ResourceGroup]);
        let management_group = management_group.filter(|_| is(&[ScopeKind::ManagementGroup]));
        Self {
            name: properties.display_name.clone().unwrap_or_default(),
            kind,
            subscription: subscription.filter(|_| is_single).unwrap_or_default(),
            group: if is_single { group } else { String::new() },
            management_group: management_group.unwrap_or_default().to_owned(),
            is_flexible: match properties.instance_flexibility {
                Some(InstanceFlexibility::On) => Some(true),
                Some(InstanceFlexibility::Off) => Some(false),
                Some(InstanceFlexibility::Other(_)) | None => None,
            },
            renew: properties.renew.unwrap_or_default(),
        }
    }

    /// What the benefit applies to, as a path; empty when it is shared, or nothing is chosen yet.
    #[must_use]
    pub fn target(&self) -> String {
        match self.kind {
            Some(ScopeKind::Subscription) => self.subscription.clone(),
            Some(ScopeKind::ResourceGroup)
                if !self.subscription.is_empty() && !self.group.is_empty() =>
            {
                format!("{}/resourceGroups/{}", self.subscription, self.group)
            }
            Some(ScopeKind::ManagementGroup) => self.management_group.clone(),
            Some(ScopeKind::ResourceGroup | ScopeKind::Shared) | None => String::new(),
        }
    }

    /// Whether both have the same value of `field`.
    #[must_use]
    pub fn agrees(&self, other: &Self, field: Field) -> bool {
        match field {
            Field::Name => self.name.trim() == other.name.trim(),
            Field::Scope => {
                self.kind == other.kind && self.target().eq_ignore_ascii_case(&other.target())
            }
            Field::Flexibility => self.is_flexible == other.is_flexible,
            Field::Renewal => self.renew == other.renew,
        }
    }

    /// The settings that `to` changes, in the order of the form.
    #[must_use]
    pub fn changes(&self, to: &Self) -> Vec<Field> {
        Field::ALL.into_iter().filter(|field| !self.agrees(to, *field)).collect()
    }

    /// Takes the value of `field` over from `other`.
    pub fn take(&mut self, field: Field, other: &Self) {
        match field {
            Field::Name => self.name.clone_from(&other.name),
            Field::Scope => {
                self.kind = other.kind;
                self.subscription.clone_from(&other.subscription);
                self.group.clone_from(&other.group);
                self.management_group.clone_from(&other.management_group);
            }
            Field::Flexibility => self.is_flexible = other.is_flexible,
            Field::Renewal => self.renew = other.renew,
        }
    }

    /// The first setting that cannot be saved like this, and why not, in the language of this moment.
    #[must_use]
    pub fn problem(&self) -> Option<(Field, String)> {
        let name = self.name.trim();
        if name.is_empty() {
            return Some((Field::Name, texts::NAME_NEEDED.get().to_owned()));
        }
        if name.chars().count() > NAME_CHARACTERS_MAX {
            let max = NAME_CHARACTERS_MAX.to_string();
            return Some((Field::Name, t_with(texts::NAME_TOO_LONG, &[("max", max)])));
        }
        let is_missing = self.target().is_empty();
        let missing = match self.kind {
            Some(ScopeKind::Subscription) => texts::CHOOSE_SUBSCRIPTION,
            Some(ScopeKind::ResourceGroup) if self.subscription.is_empty() => {
                texts::CHOOSE_SUBSCRIPTION
            }
            Some(ScopeKind::ResourceGroup) => texts::CHOOSE_GROUP,
            Some(ScopeKind::ManagementGroup) => texts::CHOOSE_MANAGEMENT_GROUP,
            Some(ScopeKind::Shared) | None => return None,
        };
        is_missing.then(|| (Field::Scope, missing.get().to_owned()))
    }

    /// The change that makes `to` of these settings, for a reservation in the tenant with this GUID. It holds what
    /// differs and nothing else: the service refuses values that are the same as before.
    #[must_use]
    pub fn patch(&self, to: &Self, tenant: &str) -> Patch {
        let mut patch = PatchProperties::default();
        for field in self.changes(to) {
            match field {
                Field::Name => patch.name = Some(to.name.trim().to_owned()),
                Field::Scope => to.write_scope(&mut patch, tenant),
                Field::Flexibility => {
                    patch.instance_flexibility = to.is_flexible.map(|is_on| match is_on {
                        true => InstanceFlexibility::On,
                        false => InstanceFlexibility::Off,
                    });
                }
                Field::Renewal => patch.renew = Some(to.renew),
            }
        }
        Patch { properties: Some(patch), ..Patch::default() }
    }

    /// A shared scope names nothing, a single one exactly one subscription or resource group.
    fn write_scope(&self, patch: &mut PatchProperties, tenant: &str) {
        let target = self.target();
        patch.applied_scope_type = self.kind.map(|kind| match kind {
            ScopeKind::Shared => AppliedScopeType::Shared,
            ScopeKind::Subscription | ScopeKind::ResourceGroup => AppliedScopeType::Single,
            ScopeKind::ManagementGroup => AppliedScopeType::ManagementGroup,
        });
        match self.kind {
            Some(ScopeKind::Subscription | ScopeKind::ResourceGroup) => {
                patch.applied_scopes = Some(vec![target.as_str().into()]);
            }
            Some(ScopeKind::ManagementGroup) => {
                patch.applied_scope_properties = Some(AppliedScopeProperties {
                    tenant_id: Some(tenant.to_owned()),
                    management_group_id: Some(target.as_str().into()),
                    ..AppliedScopeProperties::default()
                });
            }
            Some(ScopeKind::Shared) | None => {}
        }
    }

    /// The value of `field` in the language of this moment. `known` has the names of what scopes apply to.
    #[must_use]
    pub fn in_words(&self, field: Field, known: &[Named]) -> String {
        match field {
            Field::Name => self.name.trim().to_owned(),
            Field::Scope => self.scope_in_words(known),
            Field::Flexibility => match self.is_flexible {
                Some(is_on) => on_or_off(is_on),
                None => common::NOT_STATED.get().to_owned(),
            },
            Field::Renewal => on_or_off(self.renew),
        }
    }

    fn scope_in_words(&self, known: &[Named]) -> String {
        let Some(kind) = self.kind else { return common::NOT_STATED.get().to_owned() };
        let kind_name = kind.name().get().to_owned();
        let name_of = |id: &str| {
            let found = known.iter().find(|known| known.id.eq_ignore_ascii_case(id));
            found.map_or_else(|| last_segment(id), |found| found.name.clone())
        };
        let place = match kind {
            _ if self.target().is_empty() => return kind_name,
            ScopeKind::ResourceGroup => {
                let values =
                    [("group", self.group.clone()), ("subscription", name_of(&self.subscription))];
                t_with(texts::GROUP_IN_SUBSCRIPTION, &values)
            }
            _ => name_of(&self.target()),
        };
        t_with(texts::SCOPE_IN_WORDS, &[("kind", kind_name), ("place", place)])
    }
}

fn on_or_off(is_on: bool) -> String {
    let text = if is_on { texts::ON } else { texts::OFF };
    text.get().to_owned()
}

fn last_segment(path: &str) -> String {
    path.rsplit('/').next().unwrap_or(path).to_owned()
}

/// Names that a record itself has for what it applies to.
#[must_use]
pub fn named_in(reservation: &Reservation) -> Vec<Named> {
    let settings = Settings::of(reservation);
    let details = reservation.properties().applied_scope_properties.as_ref();
    let name = details.and_then(|details| details.display_name.clone());
    let id = match settings.kind {
        Some(ScopeKind::ManagementGroup) => settings.management_group,
        _ => settings.subscription,
    };
    name.filter(|_| !id.is_empty()).map(|name| Named { id, name }).into_iter().collect()
}

//! What can be changed of a reservation: its settings as its record has them, as they stand in the form, and on the
//! wire; the units of a split; what can be merged.

use azure::{
    AppliedScopeProperties, AppliedScopeType, InstanceFlexibility, Patch, PatchProperties,
    ProvisioningState, Reservation, Scope,
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
}

/// Something with an id and the name that people know it by.
#[derive(Clone, Debug, Default)]
pub struct Named {
    /// The id as a path, such as `/subscriptions/{guid}`; empty for nothing.
    pub id: String,
    /// What it is called.
    pub name: String,
}

/// Two are the same when their ids are; Azure writes ids in any case.
impl PartialEq for Named {
    fn eq(&self, other: &Self) -> bool {
        self.id.eq_ignore_ascii_case(&other.id)
    }
}

impl Eq for Named {}

/// One of the settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// The display name.
    Name,
    /// Who gets the benefit.
    Scope,
    /// Whether other sizes of the same group are covered.
    Flexibility,
    /// Whether a new reservation is bought at expiry.
    Renewal,
}

impl Setting {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 4] = [Self::Name, Self::Scope, Self::Flexibility, Self::Renewal];
}

/// Why a setting cannot be saved as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingFault {
    /// A reservation needs a name.
    NameMissing,
    /// The name has more characters than this.
    NameTooLong(usize),
    /// No subscription is chosen.
    SubscriptionMissing,
    /// No resource group is chosen.
    ResourceGroupMissing,
    /// No management group is chosen.
    ManagementGroupMissing,
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
    pub fn agrees(&self, other: &Self, field: Setting) -> bool {
        match field {
            Setting::Name => self.name.trim() == other.name.trim(),
            Setting::Scope => {
                self.kind == other.kind && self.target().eq_ignore_ascii_case(&other.target())
            }
            Setting::Flexibility => self.is_flexible == other.is_flexible,
            Setting::Renewal => self.renew == other.renew,
        }
    }

    /// The settings that `to` changes, in the order of the form.
    #[must_use]
    pub fn changes(&self, to: &Self) -> Vec<Setting> {
        Setting::ALL.into_iter().filter(|field| !self.agrees(to, *field)).collect()
    }

    /// Takes the value of `field` over from `other`.
    pub fn take(&mut self, field: Setting, other: &Self) {
        match field {
            Setting::Name => self.name.clone_from(&other.name),
            Setting::Scope => {
                self.kind = other.kind;
                self.subscription.clone_from(&other.subscription);
                self.group.clone_from(&other.group);
                self.management_group.clone_from(&other.management_group);
            }
            Setting::Flexibility => self.is_flexible = other.is_flexible,
            Setting::Renewal => self.renew = other.renew,
        }
    }

    /// The first setting that cannot be saved like this, and why not.
    #[must_use]
    pub fn fault(&self) -> Option<(Setting, SettingFault)> {
        let name = self.name.trim();
        if name.is_empty() {
            return Some((Setting::Name, SettingFault::NameMissing));
        }
        if name.chars().count() > NAME_CHARACTERS_MAX {
            return Some((Setting::Name, SettingFault::NameTooLong(NAME_CHARACTERS_MAX)));
        }
        let missing = match self.kind {
            Some(ScopeKind::Subscription) => SettingFault::SubscriptionMissing,
            Some(ScopeKind::ResourceGroup) if self.subscription.is_empty() => {
                SettingFault::SubscriptionMissing
            }
            Some(ScopeKind::ResourceGroup) => SettingFault::ResourceGroupMissing,
            Some(ScopeKind::ManagementGroup) => SettingFault::ManagementGroupMissing,
            Some(ScopeKind::Shared) | None => return None,
        };
        self.target().is_empty().then_some((Setting::Scope, missing))
    }

    /// The change that makes `to` of these settings, for a reservation in the tenant with this GUID. It holds what
    /// differs and nothing else: the service refuses values that are the same as before.
    #[must_use]
    pub fn patch(&self, to: &Self, tenant: &str) -> Patch {
        let mut patch = PatchProperties::default();
        for field in self.changes(to) {
            match field {
                Setting::Name => patch.name = Some(to.name.trim().to_owned()),
                Setting::Scope => to.write_scope(&mut patch, tenant),
                Setting::Flexibility => {
                    patch.instance_flexibility = to.is_flexible.map(|is_on| match is_on {
                        true => InstanceFlexibility::On,
                        false => InstanceFlexibility::Off,
                    });
                }
                Setting::Renewal => patch.renew = Some(to.renew),
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

/// Why two reservations of one order cannot be merged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MergeObstacle {
    /// The other one does not run; its record may not say what else it does.
    State(Option<ProvisioningState>),
    /// They are for different products, or in different regions.
    Product,
    /// They apply to different scopes.
    Scope,
    /// One covers other sizes and the other one does not.
    Flexibility,
}

/// The first thing that keeps `other` from being merged with `this`; `None` when nothing does.
///
/// Source: the Capacity API 2022-11-01 merges reservations of one order with the same product, scope and
/// state; what runs is what can be changed.
#[must_use]
pub fn merge_obstacle(this: &Reservation, other: &Reservation) -> Option<MergeObstacle> {
    let state = other.properties().provisioning_state.clone();
    if !state.as_ref().is_some_and(ProvisioningState::allows_return) {
        return Some(MergeObstacle::State(state));
    }
    let product = |record: &Reservation| {
        let sku = record.sku.as_ref().and_then(|sku| sku.name.clone());
        let kind = record.properties().reserved_resource_type.clone();
        (sku.map(|sku| sku.to_ascii_lowercase()), kind, record.location.clone())
    };
    if product(this) != product(other) {
        return Some(MergeObstacle::Product);
    }
    let (this, other) = (Settings::of(this), Settings::of(other));
    let differs = |field| !this.agrees(&other, field);
    let obstacles = [
        (Setting::Scope, MergeObstacle::Scope),
        (Setting::Flexibility, MergeObstacle::Flexibility),
    ];
    obstacles.into_iter().find(|(field, _)| differs(*field)).map(|(_, obstacle)| obstacle)
}

/// Units of one part, which leave at least one for the other.
#[must_use]
pub fn part_units(text: &str, whole: u32) -> Option<u32> {
    text.trim().parse().ok().filter(|units| (1..whole).contains(units))
}

/// The units of both parts; `None` unless each has at least one and together they are the `whole`.
#[must_use]
pub fn quantities(first: &str, second: &str, whole: u32) -> Option<[u32; 2]> {
    let (first, second) = (part_units(first, whole)?, part_units(second, whole)?);
    (first.checked_add(second) == Some(whole)).then_some([first, second])
}

//! What the person chose for every page: the rules that quotes follow, and whose reservations are on screen.
//!
//! The language is chosen in `i18n` and the role in `api`, because those two live further down; how pages look in
//! `display.rs`.

use crate::api::{ApiError, Load, Settings, State, load, use_api};
use crate::platform::lasting::Lasting;
use crate::platform::storage;
use crate::router::View;
use calculator::Policy;
use leptos::prelude::*;
use view_model::CustomerSummary;

/// Where the policy is remembered.
const POLICY_KEY: &str = "policy";

/// The policy that quotes follow: the partner's setting, by which returns are carried out, unless somebody looks
/// what another one would bring.
#[derive(Clone, Copy, Debug, Default)]
pub struct PolicyChoice {
    /// Another one than the setting.
    chosen: Lasting<Option<&'static Policy>>,
    /// The partner's setting; none in a test of one component.
    setting: Option<Load<Settings>>,
}

impl PolicyChoice {
    /// Continues with the policy of the last visit, unless this version does not know it.
    #[must_use]
    pub fn restore() -> Self {
        let api = use_api();
        let remembered = storage::get(POLICY_KEY).and_then(|id| Policy::by_id(&id).ok());
        let setting = load(|| (), move |()| async move { api.settings().await });
        Self { chosen: Lasting::new(remembered), setting: Some(setting) }
    }

    /// The policy that quotes follow; inside a reactive closure it is followed.
    #[must_use]
    pub fn get(self) -> &'static Policy {
        self.chosen.get().or_else(|| self.in_force()).unwrap_or_else(Policy::default_policy)
    }

    /// As [`PolicyChoice::get`], not followed.
    #[must_use]
    pub fn get_untracked(self) -> &'static Policy {
        untrack(|| self.get())
    }

    /// The policy by which returns are carried out; `None` as long as nobody knows. Followed in reactive
    /// closures.
    #[must_use]
    pub fn in_force(self) -> Option<&'static Policy> {
        let settings = self.setting?.ready()?;
        Policy::by_id(&settings.refund_policy).ok()
    }

    /// Whether quotes follow another policy than the one by which returns are carried out; followed in reactive
    /// closures.
    #[must_use]
    pub fn is_what_if(self) -> bool {
        self.in_force().is_some_and(|in_force| !std::ptr::eq(in_force, self.get()))
    }

    /// Quotes by `policy` from now on.
    pub fn select(self, policy: &'static Policy) {
        if untrack(|| self.is_in_force(policy)) {
            return self.follow();
        }
        storage::set(POLICY_KEY, policy.id);
        self.chosen.try_set(Some(policy));
    }

    /// Quotes by the partner's setting from now on.
    pub fn follow(self) {
        storage::remove(POLICY_KEY);
        self.chosen.try_set(None);
    }

    /// Quotes by `policy` for this visit, as a link asks for; the next visit starts as before.
    pub fn show(self, policy: &'static Policy) {
        self.chosen.try_set(Some(policy));
    }

    /// Whether returns are carried out by `policy`; followed in reactive closures.
    #[must_use]
    pub fn is_in_force(self, policy: &Policy) -> bool {
        self.in_force().is_some_and(|in_force| std::ptr::eq(in_force, policy))
    }

    /// Why nobody knows by which policy returns are carried out, where asking failed; followed in reactive closures.
    #[must_use]
    pub fn setting_failure(self) -> Option<ApiError> {
        match self.setting?.state() {
            State::Failed(error) => Some(error),
            State::Loading | State::Ready(_) => None,
        }
    }

    /// The setting was changed to `policy`: quotes follow it, and whatever it is changed to next.
    pub(super) fn is_now_in_force(self, policy: &'static Policy) {
        if let Some(setting) = self.setting {
            setting.put(Settings { refund_policy: policy.id.to_owned() });
        }
        self.follow();
    }

    /// Reads the setting again, after it was changed.
    pub fn reload(self) {
        if let Some(setting) = self.setting {
            setting.reload();
        }
    }
}

/// The choice of the running application; call it while a component is made.
#[must_use]
pub fn use_policy() -> PolicyChoice {
    use_context::<PolicyChoice>().unwrap_or_default()
}

/// The customer that the page is about. Only the page that asked for the customer's record knows it; the
/// frame shows the name, and the parts of the page mark what the agreement changes.
#[derive(Clone, Copy, Debug, Default)]
pub struct CurrentCustomer {
    known: Lasting<Option<CustomerSummary>>,
}

impl CurrentCustomer {
    /// Tells who it is.
    pub fn tell(self, customer: &CustomerSummary) {
        self.known.try_set(Some(customer.clone()));
    }

    /// What the customer with this tenant GUID is called, as far as a page has told; followed in
    /// reactive closures.
    #[must_use]
    pub fn name_of(self, id: &str) -> Option<String> {
        self.read(id, |customer| Some(customer.display_name.clone()))
    }

    /// Under which other agreement the customer with this tenant GUID buys, as far as a page has told;
    /// `None` in the Cloud Solution Provider programme. Followed in reactive closures.
    #[must_use]
    pub fn outside_csp(self, id: &str) -> Option<String> {
        self.read(id, |customer| customer.outside_csp().map(ToOwned::to_owned))
    }

    fn read(self, id: &str, field: fn(&CustomerSummary) -> Option<String>) -> Option<String> {
        self.known.with(|known| {
            let known = known.as_ref()?;
            known.customer_id.eq_ignore_ascii_case(id).then(|| field(known)).flatten()
        })
    }
}

/// The customer of the running application; call it while a component is made.
#[must_use]
pub fn use_current_customer() -> CurrentCustomer {
    use_context::<CurrentCustomer>().unwrap_or_default()
}

/// How often all records were replaced. The frame makes its page anew whenever that happens.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct RecordsRound {
    round: RwSignal<u32>,
}

impl RecordsRound {
    /// Follows the replacements in a reactive closure.
    pub(super) fn track(self) {
        self.round.track();
    }

    /// All records were replaced.
    pub(super) fn begin(self) {
        self.round.update(|round| *round = round.wrapping_add(1));
    }
}

/// What is remembered of changes under way; there is nothing left for them to change.
const UNDER_WAY: [&str; 4] = ["attempt.", "return.", "exchange.", "regroup."];

/// What follows when all records were replaced.
#[derive(Clone, Copy, Debug)]
pub struct Replaced {
    round: RecordsRound,
    policy: PolicyChoice,
}

impl Replaced {
    /// All records were replaced: what is on screen is read again.
    pub fn tell(self) {
        storage::remove_all(&UNDER_WAY);
        self.round.begin();
        self.policy.reload();
    }
}

/// For whoever replaces all records; call it while a component is made.
#[must_use]
pub fn use_replaced() -> Replaced {
    Replaced { round: use_context::<RecordsRound>().unwrap_or_default(), policy: use_policy() }
}

/// What stands behind the sign-in, for whoever stands at the door.
#[derive(Clone, Copy, Debug)]
pub struct Inside(pub View);

/// Who has signed in, for the frame to show; it is in the context where people sign in.
#[derive(Clone, Copy, Debug)]
pub struct PersonSign(pub View);

/// Puts the choices into the context of the frame and everything in it.
pub(super) fn provide_choices() {
    provide_context(PolicyChoice::restore());
    provide_context(CurrentCustomer::default());
    provide_context(RecordsRound::default());
}

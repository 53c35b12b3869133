//! What is shown to somebody who is not in.

use super::asking::Asking;
use super::card;
use super::gate::{Gate, Why};
use crate::api::{State, load};
use crate::i18n::catalogue::{change, sign_in as texts};
use crate::i18n::{Text, t, t_count, t_with};
use crate::platform::document;
use crate::problem::Problem;
use crate::rights::role_name;
use crate::ui::{
    AccountField, Button, ButtonKind, Known, Notice, Skeleton, live, live_attr, live_text,
};
use azure::Role;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use view_model::Tone;
use view_model::sign_in::{Flaw, SignIn};

/// The page for somebody who has not signed in, with the reason.
pub(super) fn page(gate: Gate, why: Why) -> AnyView {
    let way = match gate.sign_in() {
        Some(SignIn::Local(_)) => password_form(gate),
        Some(SignIn::Issuer(_)) => with_the_issuer(gate),
        None => reload(),
    };
    card(texts::SIGN_IN, view! { {reason(why)} {way} }.into_any())
}

/// The way to the issuer.
pub(super) fn with_the_issuer(gate: Gate) -> AnyView {
    let go = Callback::new(move |_| match gate.has_way_in() {
        true => gate.leave(false),
        // The server may know the place by now.
        false => document::reload(),
    });
    view! {
        <p class="hint">{t(texts::PURPOSE)}</p>
        <div class="button-row">
            <Button kind=ButtonKind::Primary on_click=go>{t(texts::SIGN_IN)}</Button>
        </div>
    }
    .into_any()
}

fn reload() -> AnyView {
    let reload = Callback::new(|_| document::reload());
    view! {
        <div class="button-row">
            <Button kind=ButtonKind::Primary on_click=reload>
                {t(change::RELOAD)}
            </Button>
        </div>
    }
    .into_any()
}

fn reason(why: Why) -> AnyView {
    let told = |title: Text, advice: Text| {
        view! { <Notice tone=Tone::Danger title=title><p>{t(advice)}</p></Notice> }.into_any()
    };
    match why {
        Why::NotYet => ().into_any(),
        Why::WentOut => view! { <Notice tone=Tone::Success title=texts::SIGNED_OUT /> }.into_any(),
        Why::NoSecrets => told(texts::NO_SECRETS, texts::NO_SECRETS_ADVICE),
        Why::NoIssuer => view! { <Notice tone=Tone::Danger title=texts::NO_ISSUER /> }.into_any(),
        Why::Wrong(Flaw::Unreadable("configuration")) => {
            view! { <Notice tone=Tone::Danger title=texts::NOT_CONFIGURED /> }.into_any()
        }
        Why::Wrong(Flaw::Refused(word)) => refused(word),
        Why::Wrong(Flaw::NotAsked | Flaw::NeedsPerson) => {
            told(texts::NOT_ASKED, texts::NOT_ASKED_ADVICE)
        }
        Why::Wrong(Flaw::OtherIssuer | Flaw::OtherToken | Flaw::Unreadable(_)) => {
            told(texts::MISMATCH, texts::MISMATCH_ADVICE)
        }
        Why::Failed(error) if error.code() == "SignInUnavailable" => {
            view! { <Notice tone=Tone::Danger title=texts::NO_ISSUER /> }.into_any()
        }
        Why::Failed(error) if error.code() == "SignInRefused" => {
            told(texts::REFUSED, texts::NOT_ASKED_ADVICE)
        }
        Why::Failed(error) if error.code() == "UnknownPartner" => {
            told(texts::REFUSED, texts::UNKNOWN_PARTNER_ADVICE)
        }
        // The server does not believe what the issuer has given.
        Why::Failed(error) if error.status() == Some(401) => {
            told(texts::REFUSED, texts::MISMATCH_ADVICE)
        }
        Why::Failed(error) => view! { <Problem error /> }.into_any(),
    }
}

/// The word is the issuer's own, and came in an address: it is shown as it is, and short.
fn refused(word: String) -> AnyView {
    const WORD_MAX: usize = 60;
    let word: String = word.chars().filter(|sign| !sign.is_control()).take(WORD_MAX).collect();
    let words = move || t_with(texts::REFUSED_WHY, &[("word", word.clone())]);
    view! { <Notice tone=Tone::Danger title=texts::REFUSED><p>{live_text(words)}</p></Notice> }
        .into_any()
}

/// Name and password of an account of the server.
pub(super) fn password_form(gate: Gate) -> AnyView {
    let (name, password) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let is_tried = RwSignal::new(false);
    let asking = Asking::new();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        is_tried.set(true);
        let (name, secret) = (name.get_untracked(), password.get_untracked());
        if name.trim().is_empty() || secret.is_empty() {
            return;
        }
        let api = gate.api;
        let ask = async move { api.admit_by_password(name.trim(), &secret).await };
        asking.ask(|| Box::pin(ask), move |admission| gate.admit(admission));
    };
    let missing = needed(is_tried);
    view! {
        <form class="door-form" on:submit=submit>
            <AccountField label=texts::NAME known=Known::Name value=name error=missing(name) />
            <AccountField
                label=texts::PASSWORD
                known=Known::Password
                value=password
                error=missing(password)
            />
            <div role="status">
                {live(move || {
                    (asking.code() == "SignInFailed")
                        .then(|| view! { <Notice tone=Tone::Danger title=texts::WRONG /> })
                        .into_any()
                })}
                {asking.problem(|code| code == "SignInFailed")}
            </div>
            {send(texts::SIGN_IN, asking)}
        </form>
    }
    .into_any()
}

/// The button that sends a form, as the key Enter does.
pub(super) fn send(words: Text, asking: Asking) -> AnyView {
    let busy = asking.busy();
    view! {
        <div class="button-row">
            <button
                type="submit"
                class="button primary"
                aria-disabled=live_attr(move || busy.with(Option::is_some).then_some("true"))
            >
                {t(words)}
            </button>
        </div>
    }
    .into_any()
}

/// What a field says that nothing was typed into, once somebody has tried.
fn needed(is_tried: RwSignal<bool>) -> impl Fn(RwSignal<String>) -> MaybeProp<String> {
    move |value| {
        MaybeProp::derive(move || {
            let is_missing = is_tried.get() && value.with(|value| value.trim().is_empty());
            is_missing.then(|| texts::NEEDED.get().to_owned())
        })
    }
}

/// A new password, typed twice.
#[derive(Clone, Copy)]
pub(super) struct NewPassword {
    first: RwSignal<String>,
    second: RwSignal<String>,
    is_tried: RwSignal<bool>,
    characters_min: u32,
}

impl NewPassword {
    /// Nothing typed yet; call it while a component is made.
    pub(super) fn new(gate: Gate) -> Self {
        let characters_min = match gate.sign_in() {
            Some(SignIn::Local(least)) => least,
            Some(SignIn::Issuer(_)) | None => 0,
        };
        Self {
            first: RwSignal::new(String::new()),
            second: RwSignal::new(String::new()),
            is_tried: RwSignal::new(false),
            characters_min,
        }
    }

    /// The password, if both are the same and long enough; what is wrong shows from now on.
    pub(super) fn take(self) -> Option<String> {
        self.is_tried.set(true);
        let first = self.first.get_untracked();
        let is_good = self.is_long_enough() && first == self.second.get_untracked();
        is_good.then_some(first)
    }

    /// Forgets what was typed.
    pub(super) fn clear(self) {
        self.first.set(String::new());
        self.second.set(String::new());
        self.is_tried.set(false);
    }

    fn is_long_enough(self) -> bool {
        self.first.with(|first| first.chars().count() >= self.characters_min as usize)
    }

    /// The two fields. `is_weak` says that the server refuses the password.
    pub(super) fn fields(self, label: Text, is_weak: Signal<bool>) -> AnyView {
        let hint = move || t_count(texts::PASSWORD_HINT, self.characters_min.into(), &[]);
        let weak = MaybeProp::derive(move || {
            if is_weak.get() {
                Some(texts::WEAK.get().to_owned())
            } else {
                (self.is_tried.get() && !self.is_long_enough()).then(hint)
            }
        });
        let differs = MaybeProp::derive(move || {
            let differs = self.is_tried.get() && self.first.get() != self.second.get();
            differs.then(|| texts::DIFFERENT.get().to_owned())
        });
        view! {
            <AccountField
                label=label
                known=Known::NewPassword
                value=self.first
                hint=TextProp::from(hint)
                error=weak
            />
            <AccountField
                label=texts::REPEAT
                known=Known::NewPassword
                value=self.second
                error=differs
            />
        }
        .into_any()
    }
}

/// The page for somebody who comes with an invitation.
pub(super) fn invited(gate: Gate, code: String) -> AnyView {
    let api = gate.api;
    let asked = code.clone();
    let invitation = load(
        || (),
        move |()| {
            let code = asked.clone();
            async move { api.invitation(&code).await }
        },
    );
    let content = live(move || match invitation.state() {
        State::Loading => view! { <Skeleton lines=3 /> }.into_any(),
        State::Failed(error) if error.status() == Some(404) => no_invitation(),
        State::Failed(error) => {
            let retry = Callback::new(move |()| invitation.reload());
            view! { <Problem error on_retry=retry /> }.into_any()
        }
        State::Ready(invited) => {
            let role = invited.role.as_deref().and_then(Role::parse).unwrap_or(Role::Guest);
            untrack(|| account_form(gate, code.clone(), role))
        }
    });
    card(texts::INVITATION, content)
}

fn no_invitation() -> AnyView {
    let reload = Callback::new(|_| document::reload());
    view! {
        <Notice tone=Tone::Danger title=texts::NO_INVITATION>
            <p>{t(texts::NO_INVITATION_ADVICE)}</p>
        </Notice>
        <div class="button-row">
            <Button on_click=reload>{t(texts::SIGN_IN)}</Button>
        </div>
    }
    .into_any()
}

fn account_form(gate: Gate, code: String, role: Role) -> AnyView {
    let name = RwSignal::new(String::new());
    let is_tried = RwSignal::new(false);
    let password = NewPassword::new(gate);
    let asking = Asking::new();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        is_tried.set(true);
        let name = name.get_untracked().trim().to_owned();
        let Some(secret) = password.take().filter(|_| !name.is_empty()) else { return };
        let (api, code) = (gate.api, code.clone());
        let ask = async move { api.admit_by_invitation(&code, &name, &secret).await };
        asking.ask(|| Box::pin(ask), move |admission| gate.admit(admission));
    };
    let missing = needed(is_tried)(name);
    let name_problem = MaybeProp::derive(move || match asking.code().as_str() {
        "NameTaken" => Some(texts::NAME_TAKEN.get().to_owned()),
        "InvalidName" => Some(texts::NAME_INVALID.get().to_owned()),
        _ => missing.get(),
    });
    let is_weak = Signal::derive(move || asking.code() == "WeakPassword");
    view! {
        <p>
            {live_text(move || {
                t_with(texts::INVITED, &[("role", role_name(role).get().to_owned())])
            })}
        </p>
        <form class="door-form" on:submit=submit>
            <AccountField label=texts::NAME known=Known::Name value=name error=name_problem />
            {password.fields(texts::PASSWORD, is_weak)}
            <div role="status">
                {live(move || match asking.code() == "InvitationUnknown" {
                    true => no_invitation(),
                    false => ().into_any(),
                })}
                {asking.problem(|code| {
                    ["NameTaken", "InvalidName", "WeakPassword", "InvitationUnknown"].contains(&code)
                })}
            </div>
            {send(texts::CREATE, asking)}
        </form>
    }
    .into_any()
}

/// The page for somebody who has signed in and may do nothing.
pub(super) fn without_role(gate: Gate, name: String) -> AnyView {
    let title = move || t_with(texts::NO_ROLE, &[("name", name.clone())]);
    let content = view! {
        <Notice tone=Tone::Warning title=TextProp::from(title)>
            <p>{t(texts::NO_ROLE_ADVICE)}</p>
        </Notice>
        <div class="button-row">
            <Button on_click=Callback::new(move |_| gate.sign_out())>{t(texts::SIGN_OUT)}</Button>
        </div>
    };
    card(texts::SIGN_IN, content.into_any())
}

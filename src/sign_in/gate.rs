//! Coming in, staying in, going out.

use crate::api::{Api, ApiError, Elsewhere, Renew, Session, use_api, use_elsewhere, use_session};
use crate::i18n::catalogue::sign_in as texts;
use crate::paths;
use crate::platform::storage::tab;
use crate::platform::tabs::{self, Topic};
use crate::platform::{document, focus, history, leaving, secret, timer};
use crate::router::{Location, use_location};
use crate::ui::{Toasts, use_toasts};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;
use std::time::Duration;
use view_model::Tone;
use view_model::sign_in::{Admission, Departure, Flaw, Person, Return, SignIn};
use view_model::sign_in::{invitation, renewal_after};

/// Where a tab remembers with what it went to the issuer.
const DEPARTURE: &str = "sign-in.departure";
/// Where a tab remembers who was in last, so that nobody finds what somebody else has typed.
const LAST: &str = "sign-in.person";
/// Where a tab remembers that somebody has just signed out.
const WENT_OUT: &str = "sign-in.out";

/// The longest time to a renewal: a browser takes a longer one for none.
const RENEWAL_SECONDS_MAX: u64 = 20 * 24 * 60 * 60;
/// How long until a renewal is tried again that has failed for a reason that may pass.
const AGAIN: Duration = Duration::from_secs(15);
/// How often it is looked whether the page can be left for a moment.
const LOOK: Duration = Duration::from_secs(2);
/// How long a page waits that is about to be left: somebody who came back by the history finds it as it was.
const LEAVING: Duration = Duration::from_secs(10);
/// How long a request waits while another one renews the token.
const PAUSE: Duration = Duration::from_millis(50);

/// How far somebody is.
#[derive(Clone)]
pub(super) enum Stage {
    /// It is being found out who it is.
    Waiting,
    /// Nobody is in.
    Outside(Why),
    /// Somebody has come with the code of an invitation.
    Invited(String),
    /// Somebody is in who may do nothing; what they are called.
    WithoutRole(String),
    /// Somebody is in.
    Inside,
}

/// Why nobody is in.
#[derive(Clone)]
pub(super) enum Why {
    /// They have not signed in.
    NotYet,
    /// They have just signed out.
    WentOut,
    /// Something was wrong with what came back.
    Wrong(Flaw),
    /// The server has not admitted them.
    Failed(ApiError),
    /// The browser has no cryptography, or remembers nothing.
    NoSecrets,
    /// The issuer is not reached.
    NoIssuer,
}

/// The door and who stands in it.
#[derive(Clone, Copy)]
pub(super) struct Gate {
    pub(super) api: Api,
    session: Session,
    elsewhere: Option<Elsewhere>,
    location: Location,
    toasts: Toasts,
    sign_in: StoredValue<Result<SignIn, Flaw>>,
    stage: RwSignal<Stage>,
    person: RwSignal<Option<Person>>,
    refresh: StoredValue<Option<String>>,
    identity: StoredValue<Option<String>>,
    is_renewing: StoredValue<bool>,
    /// Whether another tab has signed the person out.
    is_out: RwSignal<bool>,
}

impl Gate {
    /// A closed one; call it while a component is made.
    pub(super) fn new() -> Self {
        let session = use_session();
        let configured = session.sign_in().unwrap_or_default();
        Self {
            api: use_api(),
            session,
            elsewhere: use_elsewhere(),
            location: use_location(),
            toasts: use_toasts(),
            sign_in: StoredValue::new(SignIn::read(&configured)),
            stage: RwSignal::new(Stage::Waiting),
            person: RwSignal::new(None),
            refresh: StoredValue::new(None),
            identity: StoredValue::new(None),
            is_renewing: StoredValue::new(false),
            is_out: RwSignal::new(false),
        }
    }

    /// How far somebody is; followed in reactive closures.
    pub(super) fn stage(self) -> Stage {
        self.stage.get()
    }

    /// Who is in; followed in reactive closures.
    pub(super) fn person(self) -> Option<Person> {
        self.person.get()
    }

    /// Whether the session has ended under an open page; followed in reactive closures.
    pub(super) fn is_over(self) -> bool {
        self.session.is_over()
    }

    /// Whether that is because another tab has signed the person out; followed in reactive closures.
    pub(super) fn is_out(self) -> bool {
        self.is_out.get()
    }

    /// How people sign in, if this version knows.
    pub(super) fn sign_in(self) -> Option<SignIn> {
        self.sign_in.try_get_value()?.ok()
    }

    /// Whether it is known where the issuer is.
    pub(super) fn has_way_in(self) -> bool {
        match self.sign_in() {
            Some(SignIn::Issuer(issuer)) => issuer.authorization.is_some(),
            Some(SignIn::Local(_)) | None => false,
        }
    }

    fn go_to(self, stage: Stage) {
        self.stage.try_set(stage);
    }

    fn close(self, why: Why) {
        self.go_to(Stage::Outside(why));
    }

    /// Finds out who it is.
    pub(super) fn begin(self) {
        tabs::listen(Topic::SignOut, move |person| self.go_out_with(&person));
        let is_at_the_door = untrack(|| self.location.path().get()).trim_end_matches('/')
            == paths::sign_in().trim_end_matches('/');
        let went_out = tab::get(WENT_OUT).is_some();
        tab::remove(WENT_OUT);
        match self.sign_in.get_value() {
            Err(flaw) => self.close(Why::Wrong(flaw)),
            Ok(SignIn::Local(_)) => match invitation(&document::fragment()) {
                Some(code) => {
                    // The code does not stay in the history.
                    self.show_instead(&paths::home());
                    self.go_to(Stage::Invited(code.to_owned()));
                }
                None => {
                    if is_at_the_door {
                        self.show_instead(&paths::home());
                    }
                    self.come_in_by_cookie(went_out);
                }
            },
            Ok(SignIn::Issuer(_)) if is_at_the_door => {
                let came = untrack(|| self.location.query().with(Return::read));
                match came {
                    Some(came) => self.come_back(came),
                    None => {
                        self.show_instead(&paths::home());
                        self.close(if went_out { Why::WentOut } else { Why::NotYet });
                    }
                }
            }
            // Whoever has signed in with the issuer before need not be asked.
            Ok(SignIn::Issuer(_)) => self.leave(true),
        }
    }

    /// Shows another address in place of the one that somebody came with.
    fn show_instead(self, address: &str) {
        history::show(address, true);
        self.location.catch_up();
    }

    fn come_in_by_cookie(self, went_out: bool) {
        spawn_local(async move {
            match self.api.admit_by_cookie().await {
                Ok(admission) => self.admit(admission),
                Err(error) if error.status() == Some(401) => {
                    self.close(if went_out { Why::WentOut } else { Why::NotYet });
                }
                Err(error) => self.close(Why::Failed(error)),
            }
        });
    }

    /// Goes to the issuer, and comes back to where the page is. `is_silent` asks it to show nothing.
    pub(super) fn leave(self, is_silent: bool) {
        let Some(SignIn::Issuer(issuer)) = self.sign_in() else { return };
        let is_inside = matches!(self.stage.get_untracked(), Stage::Inside);
        if !is_inside {
            self.go_to(Stage::Waiting);
            timer::after(LEAVING, move || {
                let stage = self.stage.try_get_untracked();
                if matches!(stage, Some(Stage::Waiting)) {
                    self.close(Why::NotYet);
                }
            });
        }
        spawn_local(async move {
            let fail = |why| match is_inside {
                true => self.toasts.show(Tone::Danger, untrack(|| texts::NO_ISSUER.get())),
                false => self.close(why),
            };
            let secrets = secret::bytes().zip(secret::bytes()).zip(secret::bytes());
            let Some(((state, nonce), verifier)) = secrets else { return fail(Why::NoSecrets) };
            let back = history::address();
            let departure = Departure::new([state, nonce, verifier], back, is_silent);
            let Some(challenge) = secret::sha256(&departure.verifier).await else {
                return fail(Why::NoSecrets);
            };
            let way = issuer.way_in(&departure, &challenge, &return_url());
            let Some(way) = way else { return fail(Why::NoIssuer) };
            if !tab::set(DEPARTURE, &azure::to_string(&departure)) {
                return fail(Why::NoSecrets);
            }
            document::go_to(&way);
        });
    }

    /// Somebody comes back from the issuer. What came is used once, and does not stay in the address.
    fn come_back(self, came: Return) {
        let Ok(SignIn::Issuer(issuer)) = self.sign_in.get_value() else { return };
        let departure = tab::get(DEPARTURE);
        tab::remove(DEPARTURE);
        let departure = departure.and_then(|it| azure::from_slice::<Departure>(it.as_bytes()).ok());
        let Some(departure) = departure else {
            self.show_instead(&paths::home());
            return self.close(Why::Wrong(Flaw::NotAsked));
        };
        self.show_instead(&departure.back);
        let code = match departure.accept(came, &issuer) {
            Ok(code) => code,
            Err(Flaw::NeedsPerson) => return self.close(Why::NotYet),
            Err(flaw) => return self.close(Why::Wrong(flaw)),
        };
        spawn_local(async move {
            let admission = match self.api.admit_by_code(&departure, &code, &return_url()).await {
                Ok(admission) => admission,
                Err(error) => return self.close(Why::Failed(error)),
            };
            let checked = admission.identity.as_ref().map(|token| issuer.check(token, &departure));
            match checked {
                Some(Err(flaw)) => self.close(Why::Wrong(flaw)),
                Some(Ok(())) | None => self.admit(admission),
            }
        });
    }

    /// Lets somebody in, or in again.
    pub(super) fn admit(self, admission: Admission) {
        let Some(stage) = self.stage.try_get_untracked() else { return };
        let Admission { token, seconds, refresh, identity, person } = admission;
        let is_another = tab::get(LAST).is_some_and(|last| last != person.id);
        if is_another {
            tab::remove_all();
        }
        tab::set(LAST, &person.id);
        if is_another && matches!(stage, Stage::Inside) {
            // Nothing of the page that somebody else has left is for them.
            return document::go_to(&paths::home());
        }
        if is_another {
            self.show_instead(&paths::home());
        }
        self.refresh.set_value(refresh);
        if identity.is_some() {
            self.identity.set_value(identity);
        }
        let was_over = self.session.is_over_untracked();
        let renew: Renew = Rc::new(move || Box::pin(self.renew()));
        self.session.enter(token, person.role.unwrap_or(azure::Role::Guest), renew);
        self.is_out.set(false);
        if let Some(seconds) = seconds {
            self.renew_after(seconds);
        }
        if !matches!(stage, Stage::Inside) {
            self.go_to(match person.role {
                Some(_) => Stage::Inside,
                None => Stage::WithoutRole(person.name.clone()),
            });
        } else if was_over && let Some(elsewhere) = self.elsewhere {
            elsewhere.happen();
        }
        self.person.set(Some(person));
    }

    fn renew_after(self, seconds: u64) {
        let round = self.session.round();
        let wait = renewal_after(seconds).clamp(1, RENEWAL_SECONDS_MAX);
        self.renew_in(Duration::from_secs(wait), round);
    }

    /// Renews the token of `round` later, unless it has been by then.
    fn renew_in(self, wait: Duration, round: u32) {
        timer::after(wait, move || {
            if self.stage.try_get_untracked().is_none() || self.session.round() != round {
                return;
            }
            if !self.can_renew() {
                return self.leave_when_safe(round);
            }
            spawn_local(async move {
                if !self.renew().await && !self.session.is_over_untracked() {
                    self.renew_in(AGAIN, round);
                }
            });
        });
    }

    /// Whether another token can be had without leaving the page.
    fn can_renew(self) -> bool {
        match self.sign_in() {
            Some(SignIn::Local(_)) => true,
            Some(SignIn::Issuer(_)) => self.refresh.with_value(Option::is_some),
            None => false,
        }
    }

    /// Goes to the issuer for another token once nobody is in the middle of something.
    fn leave_when_safe(self, round: u32) {
        if self.stage.try_get_untracked().is_none() || self.session.round() != round {
            return;
        }
        let is_held = self.elsewhere.is_some_and(Elsewhere::is_held);
        if is_held || leaving::is_unsaved() || focus::is_busy() || self.session.is_over_untracked()
        {
            return timer::after(LOOK, move || self.leave_when_safe(round));
        }
        self.leave(true);
    }

    /// Has another token; the session is over where there is none to be had.
    async fn renew(self) -> bool {
        let round = self.session.round();
        while self.is_renewing.try_get_value() == Some(true) {
            timer::sleep(PAUSE).await;
        }
        if self.session.round() != round {
            return true;
        }
        let refresh = self.refresh.try_get_value().flatten();
        if !self.can_renew() {
            self.session.end();
            return false;
        }
        self.is_renewing.set_value(true);
        let answer = match &refresh {
            Some(refresh) => self.api.admit_again(refresh).await,
            None => self.api.admit_by_cookie().await,
        };
        self.is_renewing.try_update_value(|is_renewing| *is_renewing = false);
        match answer {
            Ok(admission) => {
                self.admit(admission);
                true
            }
            Err(error) => {
                if matches!(error.status(), Some(400 | 401 | 403)) {
                    self.session.end();
                }
                false
            }
        }
    }

    /// Ends the session and forgets everything of the person. Where the server cannot be told, they stay in.
    pub(super) fn sign_out(self) {
        spawn_local(async move {
            if let Err(error) = self.api.sign_out().await
                && error.status().is_none_or(|status| status >= 500)
            {
                return self.toasts.show(Tone::Danger, untrack(|| texts::NOT_SIGNED_OUT.get()));
            }
            let identity = self.identity.try_get_value().flatten();
            if let Some(person) = self.person.try_get_untracked().flatten() {
                tabs::tell(Topic::SignOut, &person.id);
            }
            self.forget();
            tab::remove_all();
            tab::set(WENT_OUT, "yes");
            let way = match self.sign_in() {
                Some(SignIn::Issuer(issuer)) => issuer.way_out(identity.as_deref(), &return_url()),
                Some(SignIn::Local(_)) | None => None,
            };
            document::go_to(&way.unwrap_or_else(return_url));
        });
    }

    /// Another tab has signed somebody out. What was typed here stays, and waits for them behind the door.
    fn go_out_with(self, person: &str) {
        let own = self.person.try_get_untracked().flatten();
        if own.is_some_and(|own| own.id == person) {
            self.forget();
            self.is_out.set(true);
            self.session.end();
        }
    }

    fn forget(self) {
        self.session.forget();
        self.refresh.set_value(None);
        self.identity.set_value(None);
    }
}

/// Where people come back to.
fn return_url() -> String {
    document::absolute_url(&paths::sign_in())
}

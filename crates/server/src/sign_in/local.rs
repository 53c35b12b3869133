//! Accounts of this server, for whoever has no issuer: a name, a password, a role.
//!
//! They are documents among the server's own, next to those of the partners. A session is a secret of which the
//! store has no more than a digest; so is an invitation. Whoever reads the database can use neither.

use std::collections::BTreeMap;
use std::sync::Arc;

use argon2::Argon2;
use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use azure::Role;
use backend::{Change, Documents, Store, StoreError, Unit, UnitChange};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::DateTime;
use ring::digest::{SHA256, digest};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tokio::sync::Semaphore;

use super::{Flaw, Person, Refusal};
use crate::moment;
use crate::store::{AnyStore, Partner};

pub(crate) const PASSWORD_CHARACTERS_MIN: usize = 12;
/// What is longer would only keep the server busy.
const PASSWORD_BYTES_MAX: usize = 512;
/// How long a session lasts, in seconds: a day at work.
pub(crate) const SESSION_SECONDS: i64 = 12 * 3600;
/// How long an invitation can be accepted, in seconds.
const INVITATION_SECONDS: i64 = 3 * 24 * 3600;
/// How often a change is tried again after somebody else was quicker.
const ATTEMPTS_MAX: u32 = 32;
/// So many passwords are looked at together: each takes memory on purpose.
const HASHES_AT_ONCE: usize = 2;
const ACCOUNT: &str = "account/";
const INVITATION: &str = "invitation/";
const SESSION: &str = "session/facts";

/// Somebody's account.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Account {
    name: String,
    role: String,
    partner: String,
    /// Of the password, by Argon2id with its salt and its cost.
    hash: String,
    /// Seconds since 1970, as all times are here.
    created_at: i64,
    /// Sessions that began earlier have ended.
    sessions_from: i64,
}

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Invitation {
    digest: String,
    role: String,
    partner: String,
    created_by: Option<String>,
    until: i64,
}

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
struct SessionFacts {
    account: String,
    begun: i64,
    until: i64,
}

/// A session that has begun: what the cookie holds, the token that follows from it, and whose it is.
pub(crate) struct Session {
    pub(crate) secret: String,
    pub(crate) token: String,
    pub(crate) person: Person,
}

/// What an invitation lets somebody become.
pub(crate) struct Invited {
    pub(crate) id: String,
    pub(crate) role: Role,
    pub(crate) partner: Partner,
    pub(crate) until: i64,
    /// What the link holds; known to nobody but who is invited.
    pub(crate) code: String,
}

/// The accounts.
pub(crate) struct Local {
    store: Arc<AnyStore>,
    partners: Vec<Partner>,
    hashing: Semaphore,
}

fn now() -> i64 {
    moment::now().timestamp()
}

fn secret() -> String {
    let bytes = [moment::random_bits().to_le_bytes(), moment::random_bits().to_le_bytes()].concat();
    URL_SAFE_NO_PAD.encode(bytes)
}

/// What follows from a secret, and does not lead back to it.
fn derived(purpose: &str, secret: &str) -> String {
    URL_SAFE_NO_PAD.encode(digest(&SHA256, format!("{purpose} {secret}").as_bytes()))
}

/// The unit of the session that a token is of.
fn unit_of(token: &str) -> Unit {
    let digest = digest(&SHA256, format!("session {token}").as_bytes());
    let hex: String = digest.as_ref()[..16].iter().map(|byte| format!("{byte:02x}")).collect();
    let guid = [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]].join("-");
    Unit::customer(&guid).expect("32 hexadecimal digits in groups are a GUID")
}

fn read<T: serde::de::DeserializeOwned>(documents: &Documents, key: &str) -> Option<T> {
    serde_json::from_str(documents.get(key)?).ok()
}

fn put<T: Serialize>(documents: &mut Documents, key: &str, value: &T) {
    let text = serde_json::to_string(value).expect("texts and numbers are JSON");
    documents.insert(key.to_owned(), text);
}

fn accounts(documents: &Documents) -> BTreeMap<String, Account> {
    let own = documents.iter().filter_map(|(key, text)| Some((key.strip_prefix(ACCOUNT)?, text)));
    own.filter_map(|(id, text)| Some((id.to_owned(), serde_json::from_str(text).ok()?))).collect()
}

fn is_administrator(role: &str) -> bool {
    [Role::AdminAgent.name(), Role::GlobalAdmin.name()].contains(&role)
}

/// Whether somebody of the partner would still let others in.
fn check_left(documents: &Documents, partner: &str) -> Result<(), Refusal> {
    let mut all = accounts(documents).into_values();
    let is_left = all.any(|it| it.partner == partner && is_administrator(&it.role));
    if is_left { Ok(()) } else { Err(Refusal::LastAdministrator) }
}

/// Names are the same whatever the case of their letters.
fn name_key(name: &str) -> String {
    name.trim().to_lowercase()
}

fn checked_name(name: &str) -> Result<String, Refusal> {
    let name = name.trim();
    let is_unseen = |it: char| {
        it.is_control()
            || ('\u{200b}'..='\u{200f}').contains(&it)
            || ('\u{202a}'..='\u{202e}').contains(&it)
            || ('\u{2060}'..='\u{2069}').contains(&it)
            || it == '\u{feff}'
    };
    let is_name = (1..=60).contains(&name.chars().count()) && !name.chars().any(is_unseen);
    if is_name { Ok(name.to_owned()) } else { Err(Refusal::InvalidName) }
}

fn check_password(name: &str, password: &str) -> Result<(), Refusal> {
    let mut different: Vec<char> = password.chars().collect();
    let characters = different.len();
    different.sort_unstable();
    different.dedup();
    let has_name = name.chars().count() > 3 && password.to_lowercase().contains(&name_key(name));
    let is_good = characters >= PASSWORD_CHARACTERS_MIN
        && password.len() <= PASSWORD_BYTES_MAX
        && different.len() >= 5
        && !has_name;
    if is_good { Ok(()) } else { Err(Refusal::WeakPassword) }
}

impl Local {
    pub(super) fn new(store: AnyStore, partners: &[Partner]) -> Self {
        let hashing = Semaphore::new(HASHES_AT_ONCE);
        Self { store: Arc::new(store), partners: partners.to_vec(), hashing }
    }

    async fn documents(&self, unit: Unit) -> Result<backend::Snapshot, Refusal> {
        let store = Arc::clone(&self.store);
        let read = move || tokio::runtime::Handle::current().block_on(store.load(&unit));
        let read = tokio::task::spawn_blocking(read).await.map_err(|_| Refusal::Unavailable)?;
        read.map_err(|_| Refusal::Unavailable)
    }

    /// Changes the documents of a unit, again if somebody else was quicker.
    async fn change<T>(
        &self,
        unit: Unit,
        work: impl Fn(&mut Documents) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        for _ in 0..ATTEMPTS_MAX {
            let before = self.documents(unit.clone()).await?;
            let mut after = before.documents.clone();
            let done = work(&mut after)?;
            let gone = before.documents.keys().filter(|key| !after.contains_key(*key));
            let mut changes: Vec<Change> =
                gone.map(|key| Change::Remove { key: key.clone() }).collect();
            let put = after.iter().filter(|(key, text)| before.documents.get(*key) != Some(text));
            changes.extend(put.map(|(key, document)| Change::Put {
                key: key.clone(),
                document: document.clone(),
            }));
            if changes.is_empty() {
                return Ok(done);
            }
            let expected = before.version;
            let change = UnitChange { unit: unit.clone(), expected, changes, block: None };
            match self.store.commit(&[change]).await {
                Ok(()) => return Ok(done),
                Err(StoreError::Conflict) => {}
                Err(_) => return Err(Refusal::Unavailable),
            }
        }
        Err(Refusal::Unavailable)
    }

    /// Whether this is the password; of a hash that cannot be read nothing is.
    async fn is_right(&self, password: &str, hash: &str) -> Result<bool, Refusal> {
        let _place = self.hashing.acquire().await.map_err(|_| Refusal::Unavailable)?;
        let (password, hash) = (password.to_owned(), hash.to_owned());
        let verify = move || {
            let hash = PasswordHash::new(&hash).ok()?;
            Argon2::default().verify_password(password.as_bytes(), &hash).ok()
        };
        let verified = tokio::task::spawn_blocking(verify).await;
        Ok(verified.map_err(|_| Refusal::Unavailable)?.is_some())
    }

    async fn hash(&self, password: &str) -> Result<String, Refusal> {
        let _place = self.hashing.acquire().await.map_err(|_| Refusal::Unavailable)?;
        let password = password.to_owned();
        let hash = move || {
            let salt = SaltString::encode_b64(&moment::random_bits().to_le_bytes()).ok()?;
            let hash = Argon2::default().hash_password(password.as_bytes(), &salt).ok()?;
            Some(hash.to_string())
        };
        let hashed = tokio::task::spawn_blocking(hash).await.map_err(|_| Refusal::Unavailable)?;
        hashed.ok_or(Refusal::Unavailable)
    }

    fn person_of(&self, id: &str, account: &Account, until: i64) -> Result<Person, Refusal> {
        let partner = Partner::stored(&account.partner);
        if !self.partners.contains(&partner) {
            return Err(Refusal::UnknownPartner);
        }
        Ok(Person {
            id: id.to_owned(),
            name: account.name.clone(),
            role: Role::parse(&account.role),
            partner,
            until: DateTime::from_timestamp(until, 0),
        })
    }

    /// Who a token names.
    ///
    /// # Errors
    /// Why it is not believed.
    pub(crate) async fn person(&self, token: &str) -> Result<Person, Refusal> {
        if !(40..=60).contains(&token.len()) {
            return Err(Flaw::Invalid.into());
        }
        let session = self.documents(unit_of(token)).await?;
        let session: SessionFacts = read(&session.documents, SESSION).ok_or(Flaw::Invalid)?;
        let all = self.documents(Unit::Partner).await?;
        let account: Account = read(&all.documents, &format!("{ACCOUNT}{}", session.account))
            .filter(|account: &Account| account.sessions_from <= session.begun)
            .ok_or(Flaw::Invalid)?;
        match session.until > now() {
            true => self.person_of(&session.account, &account, session.until),
            false => Err(Flaw::Expired.into()),
        }
    }

    async fn begin(&self, id: &str, account: &Account) -> Result<Session, Refusal> {
        let secret = secret();
        let token = derived("token", &secret);
        let begun = now().max(account.sessions_from);
        let until = begun + SESSION_SECONDS;
        let person = self.person_of(id, account, until)?;
        let facts = SessionFacts { account: id.to_owned(), begun, until };
        self.change(unit_of(&token), |documents| {
            put(documents, SESSION, &facts);
            Ok(())
        })
        .await?;
        Ok(Session { secret, token, person })
    }

    /// Begins a session for whoever knows the password.
    ///
    /// # Errors
    /// `SignInFailed`, the same and after the same time for a name that there is not.
    pub(crate) async fn sign_in(&self, name: &str, password: &str) -> Result<Session, Refusal> {
        let all = self.documents(Unit::Partner).await?;
        let found = accounts(&all.documents)
            .into_iter()
            .find(|(_, account)| name_key(&account.name) == name_key(name));
        if password.len() > PASSWORD_BYTES_MAX {
            return Err(Refusal::SignInFailed);
        }
        match found {
            Some((id, account)) if self.is_right(password, &account.hash).await? => {
                self.begin(&id, &account).await
            }
            Some(_) => Err(Refusal::SignInFailed),
            None => {
                // As much work as for a name that there is.
                self.hash(password).await?;
                Err(Refusal::SignInFailed)
            }
        }
    }

    /// The session that a cookie is of, going on.
    ///
    /// # Errors
    /// `NotSignedIn` where it has ended.
    pub(crate) async fn renew(&self, secret: &str) -> Result<Session, Refusal> {
        let token = derived("token", secret);
        let person = self.person(&token).await.map_err(|refusal| match refusal {
            Refusal::Flawed(_) => Refusal::NotSignedIn,
            other => other,
        })?;
        Ok(Session { secret: secret.to_owned(), token, person })
    }

    /// Ends the session of a token, if there is one.
    ///
    /// # Errors
    /// `Unavailable` where it goes on.
    pub(crate) async fn sign_out(&self, token: &str) -> Result<(), Refusal> {
        self.change(unit_of(token), |documents| {
            documents.clear();
            Ok(())
        })
        .await
    }

    /// Chooses another password, and ends every session of the account but the one that begins.
    ///
    /// # Errors
    /// `SignInFailed` where the old one is another, `WeakPassword`.
    pub(crate) async fn change_password(
        &self,
        person: &Person,
        (old, new): (&str, &str),
    ) -> Result<Session, Refusal> {
        let key = format!("{ACCOUNT}{}", person.id);
        let all = self.documents(Unit::Partner).await?;
        let account: Account = read(&all.documents, &key).ok_or(Refusal::SignInFailed)?;
        if !self.is_right(old, &account.hash).await? {
            return Err(Refusal::SignInFailed);
        }
        check_password(&account.name, new)?;
        let hash = self.hash(new).await?;
        let account = self
            .change(Unit::Partner, |documents| {
                let known: Account = read(documents, &key).ok_or(Refusal::SignInFailed)?;
                // A session of this very second is one of before.
                let sessions_from = now().max(known.sessions_from) + 1;
                let account = Account { hash: hash.clone(), sessions_from, ..known };
                put(documents, &key, &account);
                Ok(account)
            })
            .await?;
        self.begin(&person.id, &account).await
    }

    /// What an invitation lets somebody become.
    ///
    /// # Errors
    /// `InvitationUnknown`
    pub(crate) async fn invitation(&self, code: &str) -> Result<(Role, Partner, i64), Refusal> {
        let all = self.documents(Unit::Partner).await?;
        let (_, found) = find_invitation(&all.documents, code)?;
        let role = Role::parse(&found.role).ok_or(Refusal::InvitationUnknown)?;
        Ok((role, Partner::stored(&found.partner), found.until))
    }

    /// Makes an account of an invitation, which is used up by it.
    ///
    /// # Errors
    /// `InvitationUnknown`, `NameTaken`, `InvalidName`, `WeakPassword`
    pub(crate) async fn accept(
        &self,
        code: &str,
        name: &str,
        password: &str,
    ) -> Result<Session, Refusal> {
        // Nobody has us compute anything who was not invited.
        self.invitation(code).await?;
        let name = checked_name(name)?;
        check_password(&name, password)?;
        let hash = self.hash(password).await?;
        let id = moment::request_id();
        let account = self
            .change(Unit::Partner, |documents| {
                let (key, invitation) = find_invitation(documents, code)?;
                let mut all = accounts(documents).into_values();
                if all.any(|other| name_key(&other.name) == name_key(&name)) {
                    return Err(Refusal::NameTaken);
                }
                documents.remove(&key);
                let account = Account {
                    name: name.clone(),
                    role: invitation.role,
                    partner: invitation.partner,
                    hash: hash.clone(),
                    created_at: now(),
                    sessions_from: 0,
                };
                put(documents, &format!("{ACCOUNT}{id}"), &account);
                Ok(account)
            })
            .await?;
        self.begin(&id, &account).await
    }

    /// Invites somebody.
    ///
    /// # Errors
    /// `Unavailable`
    pub(crate) async fn invite(
        &self,
        partner: &Partner,
        role: Role,
        by: Option<&Person>,
    ) -> Result<Invited, Refusal> {
        let (id, code) = (moment::request_id(), secret());
        let until = now() + INVITATION_SECONDS;
        let invitation = Invitation {
            digest: derived("invitation", &code),
            role: role.name().to_owned(),
            partner: partner.key().to_owned(),
            created_by: by.map(|person| person.name.clone()),
            until,
        };
        self.change(Unit::Partner, |documents| {
            forget_invitations(documents);
            put(documents, &format!("{INVITATION}{id}"), &invitation);
            Ok(())
        })
        .await?;
        Ok(Invited { id, role, partner: partner.clone(), until, code })
    }

    /// An invitation for an administrator of each partner that has no account, in the place of those from before.
    ///
    /// # Errors
    /// `Unavailable`
    pub(crate) async fn first_invitations(&self) -> Result<Vec<Invited>, Refusal> {
        let mut invited = Vec::new();
        for partner in &self.partners {
            let is_new = self
                .change(Unit::Partner, |documents| {
                    let all = accounts(documents);
                    if all.values().any(|account| account.partner == partner.key()) {
                        return Ok(false);
                    }
                    documents.retain(|key, text| {
                        let known = serde_json::from_str::<Invitation>(text).ok();
                        !key.starts_with(INVITATION)
                            || known.is_some_and(|known| known.partner != partner.key())
                    });
                    Ok(true)
                })
                .await?;
            if is_new {
                invited.push(self.invite(partner, Role::AdminAgent, None).await?);
            }
        }
        Ok(invited)
    }

    /// The accounts of a partner.
    ///
    /// # Errors
    /// `Unavailable`
    pub(crate) async fn accounts(&self, partner: &Partner) -> Result<Vec<Value>, Refusal> {
        let all = accounts(&self.documents(Unit::Partner).await?.documents);
        let own = all.iter().filter(|(_, account)| account.partner == partner.key());
        Ok(own.map(|(id, account)| account.to_wire(id)).collect())
    }

    /// The invitations of a partner.
    ///
    /// # Errors
    /// `Unavailable`
    pub(crate) async fn invitations(&self, partner: &Partner) -> Result<Vec<Value>, Refusal> {
        let documents = self.documents(Unit::Partner).await?.documents;
        let own = documents.iter().filter_map(|(key, text)| {
            let invitation: Invitation = serde_json::from_str(text).ok()?;
            let id = key.strip_prefix(INVITATION)?;
            let Invitation { role, created_by, until, .. } = &invitation;
            (invitation.partner == partner.key() && *until > now()).then(|| {
                json!({ "id": id, "role": role, "createdBy": created_by, "until": time(*until) })
            })
        });
        Ok(own.collect())
    }

    /// Gives an account of the partner another role.
    ///
    /// # Errors
    /// `NotFound`, `LastAdministrator`
    pub(crate) async fn change_role(
        &self,
        partner: &Partner,
        id: &str,
        role: Role,
    ) -> Result<Value, Refusal> {
        let key = format!("{ACCOUNT}{id}");
        self.change(Unit::Partner, |documents| {
            let known = read(documents, &key).filter(|it: &Account| it.partner == partner.key());
            let account =
                Account { role: role.name().to_owned(), ..known.ok_or(Refusal::NotFound)? };
            put(documents, &key, &account);
            check_left(documents, partner.key())?;
            Ok(account.to_wire(id))
        })
        .await
    }

    /// Removes an account of the partner, with all that it could do.
    ///
    /// # Errors
    /// `NotFound`, `LastAdministrator`
    pub(crate) async fn remove_account(&self, partner: &Partner, id: &str) -> Result<(), Refusal> {
        let key = format!("{ACCOUNT}{id}");
        self.change(Unit::Partner, |documents| {
            let known = read(documents, &key).filter(|it: &Account| it.partner == partner.key());
            known.ok_or(Refusal::NotFound)?;
            documents.remove(&key);
            check_left(documents, partner.key())
        })
        .await
    }

    /// Takes an invitation of the partner back.
    ///
    /// # Errors
    /// `NotFound`
    pub(crate) async fn uninvite(&self, partner: &Partner, id: &str) -> Result<(), Refusal> {
        let key = format!("{INVITATION}{id}");
        self.change(Unit::Partner, |documents| {
            let known = read(documents, &key).filter(|it: &Invitation| it.partner == partner.key());
            known.ok_or(Refusal::NotFound)?;
            documents.remove(&key);
            Ok(())
        })
        .await
    }

    /// Forgets the sessions that have ended.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub(crate) async fn forget_sessions(&self) -> Result<(), StoreError> {
        for unit in self.store.versions().await?.into_keys() {
            if !matches!(unit, Unit::Customer(_)) {
                continue;
            }
            let snapshot = self.store.load(&unit).await?;
            let facts: Option<SessionFacts> = read(&snapshot.documents, SESSION);
            if facts.is_some_and(|facts| facts.until <= now()) {
                let changes = vec![Change::RemoveAll];
                let expected = snapshot.version;
                let change = UnitChange { unit, expected, changes, block: None };
                match self.store.commit(&[change]).await {
                    Ok(()) | Err(StoreError::Conflict) => {}
                    Err(error) => return Err(error),
                }
            }
        }
        Ok(())
    }
}

impl Account {
    fn to_wire(&self, id: &str) -> Value {
        json!({ "id": id, "name": self.name, "role": self.role, "createdAt": time(self.created_at) })
    }
}

/// A moment as it is told.
pub(crate) fn time(seconds: i64) -> Value {
    let time = DateTime::from_timestamp(seconds, 0);
    json!(time.map(|time| time.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)))
}

fn find_invitation(documents: &Documents, code: &str) -> Result<(String, Invitation), Refusal> {
    let wanted = derived("invitation", code);
    let all = documents.iter().filter(|(key, _)| key.starts_with(INVITATION));
    let mut all = all.filter_map(|(key, text)| {
        Some((key.clone(), serde_json::from_str::<Invitation>(text).ok()?))
    });
    let found = all.find(|(_, known)| known.digest == wanted && known.until > now());
    found.ok_or(Refusal::InvitationUnknown)
}

fn forget_invitations(documents: &mut Documents) {
    documents.retain(|key, text| {
        let known = serde_json::from_str::<Invitation>(text).ok();
        !key.starts_with(INVITATION) || known.is_some_and(|known| known.until > now())
    });
}

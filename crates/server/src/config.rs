//! How the server is set up: by a file, by the environment and by arguments, the later ones over the earlier.
//!
//! One table says what can be set. A value is a text until it is read, so that whoever wrote it is told in
//! which place it stands and what is wrong with it.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use azure::Role;

use crate::store::{Partner, Place, Roots};

/// With what the names of all variables begin.
const PREFIX: &str = "PRORATA_SERVER_";

/// One thing that can be set.
pub(crate) struct Key {
    /// Its name in the file; that of the argument and of the variable follow from it.
    pub(crate) name: &'static str,
    pub(crate) takes: &'static str,
    pub(crate) default: &'static str,
    pub(crate) about: &'static str,
}

macro_rules! keys {
    ($($name:literal $takes:literal $default:literal $about:literal;)*) => {
        &[$(Key { name: $name, takes: $takes, default: $default, about: $about }),*]
    };
}

/// Everything that can be set.
pub(crate) const KEYS: &[Key] = keys! {
    "listen" "ADDRESS:PORT" "127.0.0.1:8480"
        "where it listens; port 0 for any that is free. Only this machine's own address while nobody signs in";
    "data" "FILE|URL" "prorata.sqlite"
        "where the records are: a file, sqlite:FILE or postgres://USER:PASSWORD@HOST/NAME?sslmode=verify-full";
    "public_url" "URL" "" "under which address it is reached, if another than it listens on";
    "page" "DIR" "" "the folder of the page, if another than the one in the program";
    "tls_cert" "FILE" "" "its certificates for TLS, in PEM, its own first";
    "tls_key" "FILE" "" "the key of its certificate, in PEM";
    "demo" "true|false" "false" "invented records, and failures on purpose";
    "behind_proxy" "true|false" "false" "believe X-Forwarded-For of a proxy on this machine";
    "sign_in.issuer" "URL" "" "whose tokens say who asks (OpenID Connect)";
    "sign_in.client_id" "ID" "" "under which id the page is registered with the issuer";
    "sign_in.client_secret" "SECRET" "" "and with which secret, where the issuer wants one";
    "sign_in.audience" "NAME,..." "" "for whom tokens are made; the id of the client if it is not set";
    "sign_in.scope" "SCOPES" "openid profile offline_access" "what the page asks for";
    "sign_in.roles" "NAME=ROLE,..." ""
        "which role of the product those of the issuer are, the first of them that somebody has; if it is not set, \
         they are called alike";
    "sign_in.roles_claim" "CLAIM" "roles" "the claim with somebody's roles";
    "sign_in.partners" "NAME=TENANT,..." ""
        "the partners on this server, and by which value of a claim a token is of one; with local accounts the \
         names alone";
    "sign_in.partner_claim" "CLAIM" "tid" "the claim that tells partners apart";
    "sign_in.keys_seconds" "NUMBER" "600" "how long the keys of the issuer are believed until they are asked for again";
    "sign_in.ca" "FILE" "" "the authorities that vouch for the issuer, if others than this machine's, in PEM";
    "sign_in.local" "true|false" "false" "accounts of this server; the first start prints an invitation";
    "limits.seconds" "NUMBER" "30" "how long one request may take";
    "limits.concurrent" "NUMBER" "32" "how many requests are worked on at once";
    "limits.connections" "NUMBER" "1024" "how many connections are held";
    "limits.per_second" "NUMBER" "200" "how many requests a caller may send in a second, for long";
    "limits.burst" "NUMBER" "1000" "how many of them at once";
};

impl Key {
    /// The argument that sets it.
    pub(crate) fn argument(&self) -> String {
        format!("--{}", self.name.replace(['.', '_'], "-"))
    }

    /// The variable that sets it.
    pub(crate) fn variable(&self) -> String {
        format!("{PREFIX}{}", self.name.replace('.', "_").to_uppercase())
    }
}

/// What is wrong with how it is set up, in words that name the key.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Wrong(pub(crate) String);

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// How much is accepted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Limits {
    pub(crate) time: Duration,
    pub(crate) concurrent: NonZeroU32,
    pub(crate) connections: NonZeroU32,
    pub(crate) per_second: NonZeroU32,
    pub(crate) burst: NonZeroU32,
}

/// The files of a certificate.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct TlsFiles {
    pub(crate) certificates: PathBuf,
    pub(crate) key: PathBuf,
}

/// A text that is never shown.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Secret(pub(crate) String);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

/// An issuer of tokens.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct IssuerConfig {
    /// As it calls itself.
    pub(crate) issuer: String,
    pub(crate) client_id: String,
    pub(crate) client_secret: Option<Secret>,
    pub(crate) audiences: Vec<String>,
    pub(crate) scope: String,
    pub(crate) roles: Vec<(String, Role)>,
    pub(crate) roles_claim: String,
    /// Each with the value of the claim, in lower case; none where everybody is of one.
    pub(crate) partners: Vec<(Partner, String)>,
    pub(crate) partner_claim: String,
    pub(crate) keys_kept: Duration,
    pub(crate) authorities: Roots,
}

/// How it is known who asks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum SignInConfig {
    /// Whoever reaches this machine's own address is the administrator.
    Nobody,
    Issuer(Box<IssuerConfig>),
    Local,
}

/// How the server is set up.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Config {
    pub(crate) listen: SocketAddr,
    pub(crate) data: Place,
    /// Without a slash at the end.
    pub(crate) public_url: Option<String>,
    pub(crate) page: Option<PathBuf>,
    pub(crate) tls: Option<TlsFiles>,
    pub(crate) demo: bool,
    pub(crate) behind_proxy: bool,
    pub(crate) sign_in: SignInConfig,
    /// Whose records are here, at least one.
    pub(crate) partners: Vec<Partner>,
    pub(crate) limits: Limits,
}

/// What was set, and where.
#[derive(Default)]
struct Given {
    values: BTreeMap<&'static str, (String, String)>,
}

impl Given {
    fn put(&mut self, key: &Key, value: String, place: String) {
        self.values.insert(key.name, (value, place));
    }

    /// The text of a key, and how to say that it is wrong.
    fn text(&self, name: &str) -> (&str, impl Fn(&dyn fmt::Display) -> Wrong) {
        let known = KEYS.iter().find(|key| key.name == name);
        let (value, place) = match (self.values.get(name), known) {
            (Some((value, place)), _) => (value.as_str(), format!(" ({place})")),
            (None, Some(key)) => (key.default, String::new()),
            (None, None) => ("", String::new()),
        };
        let name = name.to_owned();
        let shown = if ["data", "sign_in.client_secret"].contains(&name.as_str()) {
            String::new()
        } else {
            format!(" `{value}`")
        };
        (value, move |why: &dyn fmt::Display| Wrong(format!("{name}{place}:{shown} {why}")))
    }

    fn read<T: FromStr>(&self, name: &str, what: &str) -> Result<T, Wrong> {
        let (text, wrong) = self.text(name);
        text.parse().map_err(|_| wrong(&format_args!("is not {what}")))
    }

    fn path(&self, name: &str) -> Option<PathBuf> {
        let (text, _) = self.text(name);
        (!text.is_empty()).then(|| PathBuf::from(text))
    }
}

/// Reads how the server is set up.
///
/// # Errors
/// The first key that is not known, or means nothing.
pub(crate) fn read(
    arguments: &[String],
    environment: impl Iterator<Item = (String, String)>,
) -> Result<Config, Wrong> {
    let (file, given_arguments) = of_arguments(arguments)?;
    let mut given = Given::default();
    let mut file = file;
    let mut variables = Vec::new();
    for (name, value) in environment {
        match name.as_str() {
            "PRORATA_SERVER_CONFIG" => file = file.or(Some(PathBuf::from(value))),
            _ if name.starts_with(PREFIX) => {
                let key = KEYS.iter().find(|key| key.variable() == name);
                let unknown = || Wrong(format!("{name}: there is no such setting"));
                variables.push((key.ok_or_else(unknown)?, value, name));
            }
            _ => {}
        }
    }
    if let Some(file) = &file {
        of_file(file, &mut given)?;
    }
    for (key, value, name) in variables {
        given.put(key, value, name);
    }
    for (key, value) in given_arguments {
        given.put(key, value, key.argument());
    }
    config(&given)
}

/// The file that is named, and what is set.
type Arguments = (Option<PathBuf>, Vec<(&'static Key, String)>);

fn of_arguments(arguments: &[String]) -> Result<Arguments, Wrong> {
    let (mut file, mut given) = (None, Vec::new());
    let mut rest = arguments.iter().peekable();
    while let Some(argument) = rest.next() {
        let (name, value) = match argument.split_once('=') {
            Some((name, value)) => (name, Some(value.to_owned())),
            None => (argument.as_str(), None),
        };
        let missing = || Wrong(format!("{name}: needs a value"));
        if name == "--config" {
            file = Some(PathBuf::from(value.or_else(|| rest.next().cloned()).ok_or_else(missing)?));
            continue;
        }
        let key = KEYS.iter().find(|key| key.argument() == name);
        let key = key.ok_or_else(|| Wrong(format!("{name}: there is no such setting")))?;
        let is_switch = key.takes == "true|false";
        let value = match value {
            Some(value) => value,
            None if is_switch => "true".to_owned(),
            None => rest.next().cloned().ok_or_else(missing)?,
        };
        given.push((key, value));
    }
    Ok((file, given))
}

fn of_file(file: &PathBuf, given: &mut Given) -> Result<(), Wrong> {
    let place = file.display().to_string();
    let text = fs::read_to_string(file).map_err(|error| Wrong(format!("{place}: {error}")))?;
    let table: toml::Table =
        text.parse().map_err(|error: toml::de::Error| Wrong(format!("{place}: {error}")))?;
    let mut values = Vec::new();
    for (name, value) in table {
        match value {
            toml::Value::Table(inner) => {
                values.extend(inner.into_iter().map(|(it, value)| (format!("{name}.{it}"), value)));
            }
            value => values.push((name, value)),
        }
    }
    for (name, value) in values {
        let key = KEYS.iter().find(|key| key.name == name);
        let key =
            key.ok_or_else(|| Wrong(format!("{name} ({place}): there is no such setting")))?;
        let value = match value {
            toml::Value::String(text) => text,
            toml::Value::Integer(number) => number.to_string(),
            toml::Value::Boolean(flag) => flag.to_string(),
            _ => {
                let takes = key.takes;
                return Err(Wrong(format!("{name} ({place}): must be a value such as {takes}")));
            }
        };
        given.put(key, value, place.clone());
    }
    Ok(())
}

fn config(given: &Given) -> Result<Config, Wrong> {
    let number = |name| given.read::<NonZeroU32>(name, "a whole number from 1");
    let flag = |name| given.read::<bool>(name, "true or false");
    let listen: SocketAddr =
        given.read("listen", "an address and a port, such as 127.0.0.1:8480")?;
    let (data, wrong_data) = given.text("data");
    let data = Place::parse(data).map_err(|why| wrong_data(&why))?;
    let (public_url, wrong_url) = given.text("public_url");
    let public_url = match public_url.trim_end_matches('/') {
        "" => None,
        url if url.starts_with("https://") || url.starts_with("http://") => Some(url.to_owned()),
        _ => return Err(wrong_url(&"must begin with https:// or http://")),
    };
    let tls = match (given.path("tls_cert"), given.path("tls_key")) {
        (Some(certificates), Some(key)) => Some(TlsFiles { certificates, key }),
        (None, None) => None,
        (Some(_), None) => return Err(Wrong("tls_key: is needed where tls_cert is set".into())),
        (None, Some(_)) => return Err(Wrong("tls_cert: is needed where tls_key is set".into())),
    };
    let (partners, sign_in) = sign_in(given)?;
    let config = Config {
        listen,
        data,
        public_url,
        page: given.path("page"),
        tls,
        demo: flag("demo")?,
        behind_proxy: flag("behind_proxy")?,
        sign_in,
        partners,
        limits: Limits {
            time: Duration::from_secs(number("limits.seconds")?.get().into()),
            concurrent: number("limits.concurrent")?,
            connections: number("limits.connections")?,
            per_second: number("limits.per_second")?,
            burst: number("limits.burst")?,
        },
    };
    let (_, wrong) = given.text("listen");
    let is_secure = config.public_url.as_ref().is_some_and(|url| url.starts_with("https://"));
    if config.sign_in != SignInConfig::Nobody && !listen.ip().is_loopback() && !is_secure {
        return Err(wrong(
            &"is reached from other machines: public_url has to say under which https:// address, since passwords \
              and tokens are sent there",
        ));
    }
    if config.sign_in == SignInConfig::Nobody && !listen.ip().is_loopback() {
        return Err(wrong(
            &"is reached from other machines, and nobody signs in here: whoever reached it could change \
              everything. Set sign_in.issuer or sign_in.local, or listen on 127.0.0.1 or [::1], and let a proxy on \
              this machine that people sign in to stand before it",
        ));
    }
    Ok(config)
}

/// Pairs, such as `name=value, name=value`.
fn pairs(text: &str) -> Vec<(&str, &str)> {
    let pairs = text.split(',').map(str::trim).filter(|pair| !pair.is_empty());
    let pairs = pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    pairs.map(|(name, value)| (name.trim(), value.trim())).collect()
}

/// Whose records are here, and how it is known who asks.
fn sign_in(given: &Given) -> Result<(Vec<Partner>, SignInConfig), Wrong> {
    let text = |name: &str| given.text(name).0.to_owned();
    let (named, wrong) = given.text("sign_in.partners");
    let mut partners = Vec::new();
    for (name, value) in pairs(named) {
        let why = "takes names of small letters, digits and hyphens";
        let partner = Partner::parse(name).ok_or_else(|| wrong(&why))?;
        let is_new = partners.iter().all(|(known, of): &(Partner, String)| {
            *known != partner && (value.is_empty() || !of.eq_ignore_ascii_case(value))
        });
        if !is_new {
            return Err(wrong(&"names a partner twice"));
        }
        partners.push((partner, value.to_ascii_lowercase()));
    }
    let mut names: Vec<Partner> = partners.iter().map(|(partner, _)| partner.clone()).collect();
    if names.is_empty() {
        names.push(Partner::own());
    }
    let issuer = text("sign_in.issuer");
    let is_local = given.read::<bool>("sign_in.local", "true or false")?;
    if issuer.is_empty() {
        if !is_local && !partners.is_empty() {
            return Err(wrong(&"needs people to sign in: set sign_in.issuer or sign_in.local"));
        }
        let sign_in = if is_local { SignInConfig::Local } else { SignInConfig::Nobody };
        return Ok((names, sign_in));
    }
    let (_, wrong_issuer) = given.text("sign_in.issuer");
    let host = issuer.split("://").nth(1).and_then(|rest| rest.split(['/', ':']).next());
    let is_here = host == Some("localhost")
        || host
            .is_some_and(|host| host.parse().is_ok_and(|it: std::net::Ipv4Addr| it.is_loopback()));
    match () {
        () if is_local => return Err(wrong_issuer(&"and sign_in.local exclude each other")),
        () if issuer.starts_with("https://") || (issuer.starts_with("http://") && is_here) => {}
        () => return Err(wrong_issuer(&"must begin with https://, or be on this machine")),
    }
    if partners.iter().any(|(_, value)| value.is_empty()) {
        return Err(wrong(
            &"needs the value of the claim for each partner, such as contoso=TENANT",
        ));
    }
    // An issuer of many tenants calls each of them its own.
    if partners.is_empty() && ["/organizations/", "/common/"].iter().any(|it| issuer.contains(it)) {
        return Err(wrong_issuer(
            &"signs anybody in: sign_in.partners has to say whose tenants are meant",
        ));
    }
    let client_id = text("sign_in.client_id");
    if client_id.is_empty() {
        return Err(Wrong("sign_in.client_id: is needed where sign_in.issuer is set".into()));
    }
    let mut audiences: Vec<String> =
        pairs(&text("sign_in.audience")).iter().map(|(name, _)| (*name).to_owned()).collect();
    if audiences.is_empty() {
        audiences.push(client_id.clone());
    }
    let (named, wrong_roles) = given.text("sign_in.roles");
    let mut roles = Vec::new();
    for (name, role) in pairs(named) {
        let known = Role::parse(role);
        let unknown = format!("has '{role}', which is none of {}", role_names());
        roles.push((name.to_owned(), known.ok_or_else(|| wrong_roles(&unknown))?));
    }
    if roles.is_empty() {
        roles = Role::ALL.iter().map(|role| (role.name().to_owned(), *role)).collect();
    }
    let keys: NonZeroU32 = given.read("sign_in.keys_seconds", "a whole number from 1")?;
    let secret = Some(text("sign_in.client_secret")).filter(|secret| !secret.is_empty());
    let config = IssuerConfig {
        issuer: issuer.trim_end_matches('/').to_owned(),
        client_id,
        client_secret: secret.map(Secret),
        audiences,
        scope: text("sign_in.scope"),
        roles,
        roles_claim: text("sign_in.roles_claim"),
        partners,
        partner_claim: text("sign_in.partner_claim"),
        keys_kept: Duration::from_secs(keys.get().into()),
        authorities: given.path("sign_in.ca").map_or(Roots::System, Roots::File),
    };
    Ok((names, SignInConfig::Issuer(Box::new(config))))
}

fn role_names() -> String {
    Role::ALL.iter().map(|role| role.name()).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(arguments: &[&str], environment: &[(&str, &str)]) -> Result<Config, String> {
        let arguments: Vec<String> = arguments.iter().map(|it| (*it).to_owned()).collect();
        let environment = environment.iter().map(|(name, value)| ((*name).into(), (*value).into()));
        read(&arguments, environment).map_err(|wrong| wrong.to_string())
    }

    fn file(name: &str, text: &str) -> String {
        let path = std::env::temp_dir().join(format!("prorata-{}-{name}.toml", std::process::id()));
        fs::write(&path, text).unwrap();
        path.display().to_string()
    }

    #[test]
    fn nothing_has_to_be_set() {
        let config = with(&[], &[("PATH", "/bin")]).unwrap();
        assert!(config.listen.ip().is_loopback() && !config.demo && config.tls.is_none());
        assert_eq!(config.data, Place::Sqlite(PathBuf::from("prorata.sqlite")));
    }

    #[test]
    fn arguments_are_over_the_environment_and_that_is_over_the_file() {
        let file = file(
            "order",
            "listen = \"127.0.0.1:1\"\ndemo = true\n[limits]\nseconds = 7\nburst = 5",
        );
        let environment =
            [("PRORATA_SERVER_CONFIG", file.as_str()), ("PRORATA_SERVER_LISTEN", "127.0.0.1:2")];
        let config = with(&["--limits-burst=6"], &environment).unwrap();
        assert_eq!(config.listen.port(), 2);
        assert_eq!((config.limits.time, config.limits.burst.get()), (Duration::from_secs(7), 6));
        assert!(config.demo);
        assert_eq!(with(&["--listen", "[::1]:3"], &environment).unwrap().listen.port(), 3);
        assert!(!with(&["--demo=false"], &environment).unwrap().demo);
    }

    #[test]
    fn what_is_wrong_is_said_with_its_key_and_its_place() {
        let unknown = file("unknown", "listne = \"127.0.0.1:1\"");
        let deep = file("deep", "[limits]\nseconds = [1]");
        let broken = file("broken", "listen =");
        type Case<'c> = (&'c [&'c str], &'c [(&'c str, &'c str)], &'c [&'c str]);
        let cases: [Case<'_>; 12] = [
            (&["--listne", "1"], &[], &["--listne"]),
            (&["--listen"], &[], &["--listen", "value"]),
            (&["--listen", "8480"], &[], &["listen (--listen)", "`8480`", "address"]),
            (
                &[],
                &[("PRORATA_SERVER_DEMO", "yes")],
                &["demo (PRORATA_SERVER_DEMO)", "true or false"],
            ),
            (&[], &[("PRORATA_SERVER_DMEO", "true")], &["PRORATA_SERVER_DMEO"]),
            (&["--limits-seconds", "0"], &[], &["limits.seconds", "from 1"]),
            (&["--data", "mysql://host/name"], &[], &["data (--data)", "mysql"]),
            (&["--tls-cert", "a.pem"], &[], &["tls_key"]),
            (&["--public-url", "desk.example"], &[], &["public_url", "https://"]),
            (&["--config", &unknown], &[], &["listne", &unknown]),
            (&["--config", &deep], &[], &["limits.seconds", "NUMBER"]),
            (&["--config", &broken], &[], &[&broken]),
        ];
        for (arguments, environment, words) in cases {
            let wrong = with(arguments, environment).unwrap_err();
            assert!(words.iter().all(|word| wrong.contains(word)), "{wrong}");
        }
    }

    #[test]
    fn a_password_is_never_shown() {
        let wrong = with(&["--data", "postgres://me:secret@"], &[]).unwrap_err();
        assert!(wrong.starts_with("data (--data)") && !wrong.contains("secret"), "{wrong}");
    }

    #[test]
    fn nothing_but_this_machine_reaches_a_server_that_nobody_signs_in_to() {
        for open in ["0.0.0.0:8480", "[::]:8480", "192.168.1.7:8480"] {
            let wrong = with(&["--listen", open], &[]).unwrap_err();
            assert!(wrong.contains("nobody signs in") && wrong.contains(open), "{wrong}");
        }
        assert!(with(&["--listen", "127.0.0.2:0"], &[]).is_ok());
        let everywhere = ["--listen", "0.0.0.0:8480", "--sign-in-local"];
        assert!(with(&everywhere, &[]).unwrap_err().contains("public_url"));
        let over = |url| with(&[&everywhere[..], &["--public-url", url]].concat(), &[]);
        assert!(over("http://desk.example").unwrap_err().contains("https://"));
        assert_eq!(over("https://desk.example").unwrap().sign_in, SignInConfig::Local);
    }

    #[test]
    fn an_issuer_is_whole_or_refused() {
        let issuer =
            ["--sign-in-issuer", "https://login.example/t/", "--sign-in-client-id", "desk"];
        let of = |more: &[&str]| with(&[&issuer[..], more].concat(), &[]);
        let SignInConfig::Issuer(known) = of(&[]).unwrap().sign_in else { panic!("an issuer") };
        assert_eq!(
            (&*known.issuer, &known.audiences),
            ("https://login.example/t", &vec!["desk".to_owned()])
        );
        assert_eq!(known.roles.len(), Role::ALL.len());
        let two = [
            "--sign-in-partners",
            "contoso=A-1, fabrikam=b-2",
            "--sign-in-roles",
            "Boss=GlobalAdmin",
        ];
        let config = of(&two).unwrap();
        assert_eq!(config.partners, ["contoso", "fabrikam"].map(|it| Partner::parse(it).unwrap()));
        let SignInConfig::Issuer(known) = config.sign_in else { panic!("an issuer") };
        assert_eq!(known.partners[0].1, "a-1");
        assert_eq!(known.roles, [("Boss".to_owned(), Role::GlobalAdmin)]);
        let cases: [(&[&str], &str); 9] = [
            (&["--sign-in-local"], "exclude"),
            (&["--sign-in-issuer", "http://login.example"], "https://"),
            (
                &["--sign-in-issuer", "https://login.microsoftonline.com/organizations/v2.0"],
                "sign_in.partners",
            ),
            (&["--sign-in-client-id", ""], "sign_in.client_id"),
            (&["--sign-in-roles", "Boss=Emperor"], "Emperor"),
            (&["--sign-in-partners", "Contoso=1"], "small letters"),
            (&["--sign-in-partners", "server=1"], "small letters"),
            (&["--sign-in-partners", "a=1,b=1"], "twice"),
            (&["--sign-in-partners", "a"], "each partner"),
        ];
        for (more, word) in cases {
            let wrong = of(more).unwrap_err();
            assert!(wrong.contains(word), "{wrong}");
        }
        assert!(with(&["--sign-in-partners", "a"], &[]).unwrap_err().contains("sign_in.local"));
        assert!(of(&["--sign-in-issuer", "http://127.0.0.1:9"]).is_ok());
    }
}

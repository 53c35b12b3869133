//! An issuer of tokens for a test: it has keys, tells of them over HTTP, and signs what it is asked to.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{SystemTime, UNIX_EPOCH};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::rand::SystemRandom;
use ring::rsa::{KeyPair as RsaKeyPair, PublicKeyComponents};
use ring::signature::{
    ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair, RSA_PKCS1_SHA256, RSA_PSS_SHA256,
};
use serde_json::{Value, json};

/// For whom tokens are made.
pub(crate) const CLIENT: &str = "desk";

/// Seconds since 1970.
pub(crate) fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).expect("a clock after 1970");
    i64::try_from(since.as_secs()).expect("a clock of this age of the world")
}

/// A key to sign with.
pub(crate) enum Signer {
    Ec(Box<EcdsaKeyPair>),
    Rsa(Box<RsaKeyPair>),
}

fn part(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

impl Signer {
    pub(crate) fn ec() -> Self {
        let (algorithm, random) = (&ECDSA_P256_SHA256_FIXED_SIGNING, SystemRandom::new());
        let key = EcdsaKeyPair::generate_pkcs8(algorithm, &random).expect("a key");
        let pair = EcdsaKeyPair::from_pkcs8(algorithm, key.as_ref(), &random);
        Self::Ec(Box::new(pair.expect("the key")))
    }

    /// Made by openssl, since nothing here can; `None` where there is no such program.
    pub(crate) fn rsa() -> Option<Self> {
        let made = Command::new("openssl")
            .args([
                "genpkey",
                "-algorithm",
                "RSA",
                "-pkeyopt",
                "rsa_keygen_bits:2048",
                "-outform",
                "DER",
            ])
            .stderr(Stdio::null())
            .output()
            .ok()
            .filter(|made| made.status.success())?;
        let key =
            RsaKeyPair::from_pkcs8(&made.stdout).or_else(|_| RsaKeyPair::from_der(&made.stdout));
        Some(Self::Rsa(Box::new(key.expect("a key of openssl"))))
    }

    fn key(&self, kid: &str) -> Value {
        match self {
            Self::Ec(pair) => {
                let point = pair.public_key().as_ref();
                let (x, y) = (part(&point[1..33]), part(&point[33..]));
                json!({ "kid": kid, "kty": "EC", "crv": "P-256", "use": "sig", "x": x, "y": y })
            }
            Self::Rsa(pair) => {
                let public: PublicKeyComponents<Vec<u8>> = pair.public().into();
                json!({ "kid": kid, "kty": "RSA", "use": "sig", "n": part(public.n), "e": part(public.e) })
            }
        }
    }

    /// A token with these claims.
    pub(crate) fn token(&self, algorithm: &str, kid: &str, claims: &Value) -> String {
        let header = json!({ "alg": algorithm, "kid": kid, "typ": "JWT" });
        let signed = format!("{}.{}", part(header.to_string()), part(claims.to_string()));
        let random = SystemRandom::new();
        let signature = match self {
            Self::Ec(pair) => {
                pair.sign(&random, signed.as_bytes()).expect("a signature").as_ref().to_vec()
            }
            Self::Rsa(pair) => {
                let mut signature = vec![0; pair.public().modulus_len()];
                let padding: &dyn ring::signature::RsaEncoding =
                    if algorithm == "PS256" { &RSA_PSS_SHA256 } else { &RSA_PKCS1_SHA256 };
                pair.sign(padding, &random, signed.as_bytes(), &mut signature)
                    .expect("a signature");
                signature
            }
        };
        format!("{signed}.{}", part(signature))
    }
}

/// What the issuer tells and gives at the moment.
#[derive(Default)]
struct Told {
    keys: BTreeMap<String, Value>,
    /// The answer to each code that may be used, once.
    codes: BTreeMap<String, Value>,
    /// How often the keys were asked for.
    asked: usize,
    is_down: bool,
}

/// An issuer that answers until the test ends.
#[derive(Clone)]
pub(crate) struct Issuer {
    pub(crate) url: String,
    told: Arc<Mutex<Told>>,
}

impl Issuer {
    pub(crate) fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let url = format!("http://{}", listener.local_addr().expect("a bound port"));
        let issuer = Self { url, told: Arc::default() };
        let own = issuer.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                own.answer(stream);
            }
        });
        issuer
    }

    fn told(&self) -> std::sync::MutexGuard<'_, Told> {
        self.told.lock().expect("nobody failed with it")
    }

    pub(crate) fn publish(&self, kid: &str, signer: &Signer) {
        self.told().keys.insert(kid.to_owned(), signer.key(kid));
    }

    pub(crate) fn revoke(&self, kid: &str) {
        self.told().keys.remove(kid);
    }

    pub(crate) fn asked(&self) -> usize {
        self.told().asked
    }

    pub(crate) fn stop_answering(&self) {
        self.told().is_down = true;
    }

    /// What is given for a code, once.
    pub(crate) fn grant(&self, code: &str, answer: Value) {
        self.told().codes.insert(code.to_owned(), answer);
    }

    /// What a token of this issuer says by default.
    pub(crate) fn claims(&self) -> Value {
        json!({
            "iss": self.url, "aud": CLIENT, "sub": "ann-1", "name": "Ann", "roles": ["AdminAgent"],
            "iat": now(), "nbf": now(), "exp": now() + 600,
        })
    }

    fn answer(&self, mut stream: TcpStream) {
        let mut reader = BufReader::new(stream.try_clone().expect("a second handle"));
        let (mut first, mut length) = (String::new(), 0);
        let _ = reader.read_line(&mut first);
        loop {
            let mut line = String::new();
            if reader.read_line(&mut line).unwrap_or(0) == 0 || line.trim().is_empty() {
                break;
            }
            if let Some(value) = line.to_lowercase().strip_prefix("content-length:") {
                length = value.trim().parse().unwrap_or(0);
            }
        }
        let mut body = vec![0; length];
        let _ = reader.read_exact(&mut body);
        let path = first.split(' ').nth(1).unwrap_or_default().to_owned();
        let (status, answer) = self.reply(&path, &String::from_utf8_lossy(&body));
        let text = answer.to_string();
        let _ = write!(
            stream,
            "HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{text}",
            text.len()
        );
    }

    fn reply(&self, path: &str, body: &str) -> (u16, Value) {
        let mut told = self.told();
        if told.is_down {
            return (500, Value::Null);
        }
        let url = &self.url;
        match path {
            "/.well-known/openid-configuration" => {
                let place = |name: &str| format!("{url}/{name}");
                let body = json!({
                    "issuer": url, "jwks_uri": place("keys"), "token_endpoint": place("token"),
                    "authorization_endpoint": place("authorize"), "end_session_endpoint": place("end"),
                });
                (200, body)
            }
            "/keys" => {
                told.asked += 1;
                (200, json!({ "keys": told.keys.values().collect::<Vec<_>>() }))
            }
            "/token" => {
                let pairs = body.split('&').filter_map(|pair| pair.split_once('='));
                let code =
                    pairs.into_iter().find(|(name, _)| matches!(*name, "code" | "refresh_token"));
                let code = code.map(|(_, code)| code.replace("%2D", "-")).unwrap_or_default();
                match told.codes.remove(&code) {
                    Some(answer) => (200, answer),
                    None => (400, json!({ "error": "invalid_grant" })),
                }
            }
            _ => (404, Value::Null),
        }
    }
}

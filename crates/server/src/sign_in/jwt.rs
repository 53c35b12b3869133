//! JSON Web Tokens: what one says, and whether it was said by whom it claims.
//!
//! Three ways of signing are known, all of them with a key that the issuer alone has. Whatever else a token names,
//! such as no signature or one with a shared secret, is refused by its name. [RFC 7515, RFC 7519, RFC 8725]

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::signature::{
    ECDSA_P256_SHA256_FIXED, RSA_PKCS1_2048_8192_SHA256, RSA_PSS_2048_8192_SHA256, RsaParameters,
    RsaPublicKeyComponents, UnparsedPublicKey,
};
use serde::Deserialize;
use serde_json::Value;

/// How far the clocks of issuer and server may be apart, in seconds.
pub(super) const LEEWAY: i64 = 60;
/// The longest token that is read.
const BYTES_MAX: usize = 16 * 1024;

/// Why a token is not believed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Flaw {
    /// It is no token, is of somebody else, or was meant for somebody else.
    Invalid,
    /// It was good, and its time is over.
    Expired,
}

/// How a token is signed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Algorithm {
    Rs256,
    Ps256,
    Es256,
}

impl Algorithm {
    fn parse(name: &str) -> Option<Self> {
        match name {
            "RS256" => Some(Self::Rs256),
            "PS256" => Some(Self::Ps256),
            "ES256" => Some(Self::Es256),
            _ => None,
        }
    }
}

/// A public key of the issuer, as its list of keys has it.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
pub(super) struct Key {
    #[serde(default)]
    pub(super) kid: Option<String>,
    kty: String,
    #[serde(default)]
    alg: Option<String>,
    #[serde(default, rename = "use")]
    purpose: Option<String>,
    #[serde(default)]
    n: String,
    #[serde(default)]
    e: String,
    #[serde(default)]
    crv: String,
    #[serde(default)]
    x: String,
    #[serde(default)]
    y: String,
}

impl Key {
    /// Whether a signature is by this key, in a way that the key is meant for.
    fn has_signed(&self, algorithm: Algorithm, message: &[u8], signature: &[u8]) -> bool {
        let is_for_this =
            self.alg.as_ref().is_none_or(|alg| Algorithm::parse(alg) == Some(algorithm));
        if !is_for_this || self.purpose.as_ref().is_some_and(|purpose| purpose != "sig") {
            return false;
        }
        let rsa = |parameters: &'static RsaParameters| {
            let (Some(n), Some(e)) = (decoded(&self.n), decoded(&self.e)) else { return false };
            let key = RsaPublicKeyComponents { n, e };
            self.kty == "RSA" && key.verify(parameters, message, signature).is_ok()
        };
        match algorithm {
            Algorithm::Rs256 => rsa(&RSA_PKCS1_2048_8192_SHA256),
            Algorithm::Ps256 => rsa(&RSA_PSS_2048_8192_SHA256),
            Algorithm::Es256 => {
                let (Some(x), Some(y)) = (decoded(&self.x), decoded(&self.y)) else { return false };
                // A point as it is, and not packed.
                let point = [&[4], &*x, &*y].concat();
                let key = UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, point);
                (&*self.kty, &*self.crv) == ("EC", "P-256")
                    && key.verify(message, signature).is_ok()
            }
        }
    }
}

#[derive(Deserialize)]
struct Header {
    alg: String,
    #[serde(default)]
    kid: Option<String>,
    /// Extensions that have to be understood; none is.
    #[serde(default)]
    crit: Option<Value>,
}

/// A token that was read, and is not believed yet.
pub(super) struct Token<'t> {
    algorithm: Algorithm,
    pub(super) kid: Option<String>,
    signed: &'t str,
    signature: Vec<u8>,
    claims: Value,
}

/// What a token has to say to be believed.
pub(super) struct Expected<'a> {
    pub(super) issuer: &'a str,
    pub(super) audiences: &'a [String],
    /// Seconds since 1970.
    pub(super) now: i64,
}

impl<'t> Token<'t> {
    /// Reads a token without believing any of it.
    ///
    /// # Errors
    /// [`Flaw::Invalid`] for what is none, or is not signed in a way that is known.
    pub(super) fn read(text: &'t str) -> Result<Self, Flaw> {
        let parts = text.rsplit_once('.').filter(|_| text.len() <= BYTES_MAX);
        let (signed, signature) = parts.ok_or(Flaw::Invalid)?;
        let (header, claims) = signed.split_once('.').ok_or(Flaw::Invalid)?;
        let json =
            |part| decoded(part).and_then(|bytes| serde_json::from_slice::<Value>(&bytes).ok());
        let header: Header = json(header)
            .and_then(|header| serde_json::from_value(header).ok())
            .ok_or(Flaw::Invalid)?;
        let algorithm = Algorithm::parse(&header.alg).ok_or(Flaw::Invalid)?;
        let claims = json(claims).filter(Value::is_object).ok_or(Flaw::Invalid)?;
        let signature = decoded(signature).ok_or(Flaw::Invalid)?;
        if header.crit.is_some() {
            return Err(Flaw::Invalid);
        }
        Ok(Self { algorithm, kid: header.kid, signed, signature, claims })
    }

    /// A claim that nobody has vouched for yet.
    pub(super) fn unproven(&self, name: &str) -> Option<&str> {
        self.claims[name].as_str()
    }

    /// The claims, if one of these keys has signed them and they are for us and for now.
    ///
    /// # Errors
    /// What is wrong with it.
    pub(super) fn proven(self, keys: &[Key], expected: &Expected<'_>) -> Result<Value, Flaw> {
        let is_named = |key: &&Key| self.kid.is_none() || key.kid == self.kid;
        let mut candidates = keys.iter().filter(is_named);
        let is_signed = candidates
            .any(|key| key.has_signed(self.algorithm, self.signed.as_bytes(), &self.signature));
        let claims = self.claims;
        let is_ours = match &claims["aud"] {
            Value::String(audience) => expected.audiences.contains(audience),
            Value::Array(all) => {
                let is_known = |it: &Value| {
                    it.as_str().is_some_and(|it| expected.audiences.iter().any(|own| own == it))
                };
                // With others it has to say for whom it was made.
                all.iter().any(is_known) && (all.len() == 1 || is_known(&claims["azp"]))
            }
            _ => false,
        };
        if !is_signed || claims["iss"] != expected.issuer || !is_ours {
            return Err(Flaw::Invalid);
        }
        let time = |name: &str| match &claims[name] {
            Value::Null => Ok(None),
            value => {
                let seconds = value.as_i64().or_else(|| value.as_f64().map(|it| it as i64));
                seconds.map(Some).ok_or(Flaw::Invalid)
            }
        };
        let expires = time("exp")?.ok_or(Flaw::Invalid)?;
        let begins = time("nbf")?.into_iter().chain(time("iat")?);
        if begins.into_iter().any(|begins| begins > expected.now.saturating_add(LEEWAY)) {
            return Err(Flaw::Invalid);
        }
        match expires.saturating_add(LEEWAY) > expected.now {
            true => Ok(claims),
            false => Err(Flaw::Expired),
        }
    }
}

fn decoded(text: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text).ok()
}

#[cfg(test)]
mod tests {
    use ring::rand::SystemRandom;
    use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair};
    use serde_json::json;

    use super::*;

    const NOW: i64 = 1_800_000_000;

    struct Signer(EcdsaKeyPair, SystemRandom);

    impl Signer {
        fn new() -> Self {
            let random = SystemRandom::new();
            let algorithm = &ECDSA_P256_SHA256_FIXED_SIGNING;
            let key = EcdsaKeyPair::generate_pkcs8(algorithm, &random).unwrap();
            Self(EcdsaKeyPair::from_pkcs8(algorithm, key.as_ref(), &random).unwrap(), random)
        }

        fn key(&self, kid: &str) -> Key {
            let point = self.0.public_key().as_ref();
            let part = |part: &[u8]| URL_SAFE_NO_PAD.encode(part);
            serde_json::from_value(json!({
                "kid": kid, "kty": "EC", "crv": "P-256", "x": part(&point[1..33]), "y": part(&point[33..]),
            }))
            .unwrap()
        }

        fn token(&self, header: &Value, claims: &Value) -> String {
            let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
            let signed = format!("{}.{}", part(header), part(claims));
            let signature = self.0.sign(&self.1, signed.as_bytes()).unwrap();
            format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature))
        }
    }

    fn claims() -> Value {
        json!({ "iss": "https://issuer", "aud": "desk", "exp": NOW + 600, "nbf": NOW, "iat": NOW, "sub": "ann" })
    }

    fn with(name: &str, value: Value) -> Value {
        let mut claims = claims();
        claims[name] = value;
        claims
    }

    fn proven(token: &str, keys: &[Key]) -> Result<Value, Flaw> {
        let expected =
            Expected { issuer: "https://issuer", audiences: &["desk".to_owned()], now: NOW };
        Token::read(token)?.proven(keys, &expected)
    }

    #[test]
    fn a_token_is_believed_for_what_it_says_and_for_its_time() {
        let signer = Signer::new();
        let keys = [signer.key("one")];
        let header = json!({ "alg": "ES256", "kid": "one" });
        let of = |claims: Value| proven(&signer.token(&header, &claims), &keys);
        assert_eq!(of(claims()).unwrap()["sub"], "ann");
        assert!(of(with("aud", json!(["desk"]))).is_ok());
        assert!(of(with("exp", json!(NOW - 30))).is_ok(), "clocks differ");
        assert!(of(with("nbf", json!(NOW + 30))).is_ok(), "clocks differ");
        assert_eq!(of(with("exp", json!(NOW - 60))), Err(Flaw::Expired));
        for (name, wrong) in [
            ("iss", json!("https://issuer/")),
            ("iss", Value::Null),
            ("aud", json!("other")),
            ("aud", json!([])),
            ("aud", json!(["desk", "other"])),
            ("aud", Value::Null),
            ("exp", Value::Null),
            ("exp", json!("soon")),
            ("nbf", json!(NOW + 61)),
            ("iat", json!(NOW + 61)),
        ] {
            assert_eq!(of(with(name, wrong.clone())), Err(Flaw::Invalid), "{name} {wrong}");
        }
        let mut several = with("aud", json!(["desk", "other"]));
        several["azp"] = json!("desk");
        assert!(of(several).is_ok());
    }

    #[test]
    fn nobody_else_signs_for_the_issuer() {
        let (signer, other) = (Signer::new(), Signer::new());
        let keys = [signer.key("one"), signer.key("two")];
        let good = json!({ "alg": "ES256", "kid": "one" });
        let token = signer.token(&good, &claims());
        assert!(proven(&token, &keys).is_ok());
        assert!(proven(&signer.token(&json!({ "alg": "ES256" }), &claims()), &keys).is_ok());
        assert_eq!(proven(&other.token(&good, &claims()), &keys), Err(Flaw::Invalid));
        assert_eq!(proven(&token, &[]), Err(Flaw::Invalid), "a key that was revoked");
        assert_eq!(proven(&token, &[signer.key("three")]), Err(Flaw::Invalid));
        for header in [
            json!({ "alg": "none" }),
            json!({ "alg": "HS256", "kid": "one" }),
            json!({ "alg": "RS256", "kid": "one" }),
            json!({ "alg": "es256", "kid": "one" }),
            json!({ "kid": "one" }),
            json!({ "alg": "ES256", "kid": "one", "crit": ["exp"] }),
        ] {
            let refused = proven(&signer.token(&header, &claims()), &keys);
            assert_eq!(refused, Err(Flaw::Invalid), "{header}");
        }
        let (signed, _) = token.rsplit_once('.').unwrap();
        for wrong in [
            signed.to_owned(),
            format!("{signed}."),
            token.replace('.', ""),
            format!("{token}A"),
            String::new(),
            "a".repeat(BYTES_MAX + 1),
        ] {
            assert_eq!(proven(&wrong, &keys), Err(Flaw::Invalid));
        }
        let mut of_encryption = signer.key("one");
        of_encryption.purpose = Some("enc".to_owned());
        assert_eq!(proven(&token, &[of_encryption]), Err(Flaw::Invalid));
        let mut of_rsa = signer.key("one");
        of_rsa.alg = Some("RS256".to_owned());
        assert_eq!(proven(&token, &[of_rsa]), Err(Flaw::Invalid));
    }
}

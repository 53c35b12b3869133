//! Texts as parts of addresses, and in base 64.

/// `text` with everything escaped that may not stand in one part of a query string, as
/// `encodeURIComponent` does it.
#[must_use]
pub fn query_component(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' => escaped.push(char::from(byte)),
            b'-' | b'_' | b'.' | b'!' | b'~' | b'*' | b'\'' | b'(' | b')' => {
                escaped.push(char::from(byte));
            }
            _ => {
                escaped.push('%');
                escaped.extend([byte >> 4, byte & 15].map(hex_digit));
            }
        }
    }
    escaped
}

/// `text` as one step of a path: whatever it holds, it neither ends the step nor the path.
#[must_use]
pub fn path_segment(text: &str) -> String {
    // A browser takes dots alone for a step up or for none, however they are escaped. Escaped twice they
    // name something that does not exist, which is true.
    match text {
        "." | ".." => text.replace('.', "%252E"),
        _ => query_component(text),
    }
}

/// A path that came as a whole, such as the id of a resource, with each of its steps escaped.
#[must_use]
pub fn path(text: &str) -> String {
    text.split('/').map(path_segment).collect::<Vec<_>>().join("/")
}

/// What [`query_component`] escaped, or a form did; as it is where it is no such text.
#[must_use]
pub fn from_query_component(text: &str) -> String {
    let text = text.replace('+', " ");
    unescaped(&text).unwrap_or(text)
}

/// The text behind the escapes; `None` where an escape is incomplete, or they are no UTF-8 together.
fn unescaped(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => hex_value(rest.next()?)? << 4 | hex_value(rest.next()?)?,
            plain => plain,
        });
    }
    String::from_utf8(bytes).ok()
}

fn hex_digit(value: u8) -> char {
    char::from_digit(value.into(), 16).unwrap_or_default().to_ascii_uppercase()
}

fn hex_value(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16)?.try_into().ok()
}

/// The URL-safe alphabet of base 64 (RFC 4648, section 5).
const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The UTF-8 bytes of `text` in the URL-safe base 64 alphabet without padding.
#[must_use]
pub fn base64_url(text: &str) -> String {
    base64_url_bytes(text.as_bytes())
}

/// As [`base64_url`], for bytes that are no text.
#[must_use]
pub fn base64_url_bytes(bytes: &[u8]) -> String {
    let mut encoded = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let bits = chunk.iter().fold(0u32, |bits, byte| bits << 8 | u32::from(*byte))
            << (8 * (3 - chunk.len()));
        for position in 0..=chunk.len() {
            let index = (bits >> (18 - 6 * position)) & 0b11_1111;
            encoded.push(char::from(ALPHABET[index as usize]));
        }
    }
    encoded
}

/// The bytes behind [`base64_url_bytes`], with or without padding; `None` for any other text.
#[must_use]
pub fn from_base64_url(text: &str) -> Option<Vec<u8>> {
    let digits = text.trim_end_matches('=').as_bytes();
    let mut bytes = Vec::with_capacity(digits.len() * 3 / 4);
    for chunk in digits.chunks(4) {
        let mut bits = 0_u32;
        for digit in chunk {
            let value = ALPHABET.iter().position(|known| known == digit)?;
            bits = bits << 6 | u32::try_from(value).ok()?;
        }
        // One digit alone is less than a byte.
        let whole = chunk.len().checked_sub(1).filter(|whole| *whole > 0)?;
        bits <<= 6 * (4 - chunk.len());
        bytes.extend_from_slice(&bits.to_be_bytes()[1..=whole]);
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_escaped_comes_back_as_it_was() {
        for (text, escaped) in [
            ("", ""),
            ("aZ09-_.!~*'()", "aZ09-_.!~*'()"),
            ("a b&c=d+e?f#g/h%", "a%20b%26c%3Dd%2Be%3Ff%23g%2Fh%25"),
            ("Zoë 中🗓\u{202e}\n", "Zo%C3%AB%20%E4%B8%AD%F0%9F%97%93%E2%80%AE%0A"),
        ] {
            assert_eq!(query_component(text), escaped);
            assert_eq!(from_query_component(escaped), text);
        }
        assert_eq!(from_query_component("a+b%c3%ab"), "a bë", "as forms write it, in either case");
    }

    #[test]
    fn what_nobody_has_escaped_stays_as_it_is() {
        for text in ["%", "100%", "%zz", "%c3", "%ff%fe", "%2", "ä%"] {
            assert_eq!(from_query_component(text), text);
        }
        assert_eq!(from_query_component("a+%"), "a %");
    }

    #[test]
    fn a_step_of_a_path_stays_one() {
        assert_eq!(path_segment("a/../b"), "a%2F..%2Fb");
        assert_eq!((path_segment("."), path_segment("..")), ("%252E".into(), "%252E%252E".into()));
        assert_eq!(path("/a b/../c?d"), "/a%20b/%252E%252E/c%3Fd");
    }

    #[test]
    fn base_64_is_that_of_rfc_4648() {
        for (text, encoded) in [
            ("", ""),
            ("f", "Zg"),
            ("fo", "Zm8"),
            ("foo", "Zm9v"),
            ("foobar", "Zm9vYmFy"),
            ("??>~ü", "Pz8-fsO8"),
        ] {
            assert_eq!(base64_url(text), encoded, "{text}");
            assert_eq!(from_base64_url(encoded).as_deref(), Some(text.as_bytes()));
        }
        assert_eq!(from_base64_url("Zg==").as_deref(), Some(b"f".as_slice()));
        for wrong in ["A", "AAAAA", "a b", "a+b/", "ä"] {
            assert_eq!(from_base64_url(wrong), None, "{wrong}");
        }
    }
}

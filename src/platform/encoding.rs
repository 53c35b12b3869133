//! Text encodings that the browser already has.

/// `text` with everything escaped that may not stand in one part of a query string.
#[must_use]
pub fn query_component(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
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
    js_sys::decode_uri_component(&text).map_or(text, String::from)
}

/// The UTF-8 bytes of `text` in the URL-safe base 64 alphabet without padding (RFC 4648, section 5).
#[must_use]
pub fn base64_url(text: &str) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut encoded = String::with_capacity(text.len().div_ceil(3) * 4);
    for chunk in text.as_bytes().chunks(3) {
        let bits = chunk.iter().fold(0u32, |bits, byte| bits << 8 | u32::from(*byte))
            << (8 * (3 - chunk.len()));
        for position in 0..=chunk.len() {
            let index = (bits >> (18 - 6 * position)) & 0b11_1111;
            encoded.push(char::from(ALPHABET[index as usize]));
        }
    }
    encoded
}

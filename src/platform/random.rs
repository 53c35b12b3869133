//! Names that nothing else has.

use std::fmt::Write;

/// A GUID of version 4, as Azure lets clients choose names.
#[must_use]
pub fn guid() -> String {
    let mut bytes = random_bytes();
    bytes[6] = bytes[6] & 0x0f | 0x40;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let mut guid = String::with_capacity(36);
    for (place, byte) in bytes.into_iter().enumerate() {
        if matches!(place, 4 | 6 | 8 | 10) {
            guid.push('-');
        }
        // Writing into a String cannot fail.
        let _ = write!(guid, "{byte:02x}");
    }
    guid
}

/// From the browser's source of randomness. Without one a poorer source does: the names are no secrets.
fn random_bytes() -> [u8; 16] {
    let mut bytes = [0_u8; 16];
    // Not `randomUUID`: a page that is served without TLS does not have it.
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    let filled = crypto.map(|crypto| crypto.get_random_values_with_u8_array(&mut bytes));
    if !matches!(filled, Some(Ok(_))) {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "from 0 to below 256"
        )]
        bytes.fill_with(|| (js_sys::Math::random() * 256.0) as u8);
    }
    bytes
}

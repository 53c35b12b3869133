//! Names that nothing else has.

use std::fmt::Write;

/// A GUID of version 4, as Azure lets clients choose names; `None` when the browser has no randomness to give.
#[must_use]
pub fn guid() -> Option<String> {
    let mut bytes = [0_u8; 16];
    // Not `randomUUID`: a page that is served without TLS does not have it.
    let crypto = web_sys::window()?.crypto().ok()?;
    crypto.get_random_values_with_u8_array(&mut bytes).ok()?;
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
    Some(guid)
}

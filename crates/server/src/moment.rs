//! Time and chance, which the service does not have.

use chrono::{DateTime, Utc};

/// The time of this machine's clock.
pub(crate) fn now() -> DateTime<Utc> {
    Utc::now()
}

/// 128 random bits of the operating system.
pub(crate) fn random_bits() -> u128 {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).expect("an operating system on which TLS works has random bits");
    u128::from_le_bytes(bytes)
}

/// Random bits of which the service makes the very name that [`name_of`] does.
pub(crate) fn request_bits() -> u128 {
    // A GUID of version 4.
    random_bits() & !(0xf << 76) & !(0b11 << 62) | 0x4 << 76 | 0b10 << 62
}

/// A name for one request, in the way of the service.
pub(crate) fn request_id() -> String {
    name_of(request_bits())
}

/// The name of the request with these bits.
pub(crate) fn name_of(bits: u128) -> String {
    let hex = format!("{bits:032x}");
    [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]].join("-")
}

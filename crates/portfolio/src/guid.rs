//! GUIDs, random ones and such as belong to a text and are the same everywhere.

/// A GUID (version 4) made of 128 bits.
#[must_use]
pub fn guid(bits: u128) -> String {
    const VERSION: u128 = 0xf << 76;
    const VARIANT: u128 = 0b11 << 62;
    let bits = bits & !VERSION & !VARIANT | 0x4 << 76 | 0b10 << 62;
    let hex = format!("{bits:032x}");
    [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]].join("-")
}

/// The GUID that belongs to a text.
#[must_use]
pub fn guid_of(text: &str) -> String {
    guid(hash(text))
}

/// FNV-1a with 128 bits: enough for ids that must differ.
#[must_use]
pub fn hash(text: &str) -> u128 {
    const BASIS: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    let mixed =
        text.bytes().fold(BASIS, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME));
    // The high bits of FNV barely depend on short texts; folding spreads the low ones.
    (mixed ^ mixed >> 61).wrapping_mul(PRIME << 17 | 0x9e37_79b9_7f4a_7c15)
}

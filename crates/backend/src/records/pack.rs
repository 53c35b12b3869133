//! Several documents as one value, for stores to which each value costs more than its bytes.
//!
//! A pack is a list of keys and lengths, and the documents one after the other. The list and each document
//! have a checksum: of a pack that was damaged, what is whole stays whole, and the rest is handed on as
//! documents that cannot be read, never as none.

use crate::records::store::Documents;

/// The kind of the key under which a store keeps a pack beside the documents of a unit. Where not even the
/// keys in a pack can be read, the pack itself stands among the documents, under that key.
pub const PACK: &str = "pack";

/// With what the text of a damaged document begins, whatever it was: what may be another number than it was
/// must not be read.
const DAMAGED: &str = "damaged: ";
const MARK: [u8; 4] = *b"PRD1";
/// Two lengths and a checksum.
const ENTRY: usize = 4 + 4 + 8;

/// Tells texts apart, as far as anybody will live to see; nobody gains anything by forging one.
/// [FNV-1a]
pub(crate) fn checksum(bytes: &[u8]) -> u64 {
    checksum_on(0xcbf2_9ce4_8422_2325, bytes)
}

/// The checksum of what came to this one so far, and of these bytes after it.
pub(crate) fn checksum_on(sum: u64, bytes: &[u8]) -> u64 {
    let mix = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    bytes.iter().fold(sum, mix)
}

/// The bytes of a pack with these keys and documents.
pub fn pack(documents: &[(&str, &str)]) -> Vec<u8> {
    let length = |text: &str| u32::try_from(text.len()).expect("a document is no gigabytes long");
    let mut index = Vec::new();
    for (key, document) in documents {
        index.extend_from_slice(&length(key).to_le_bytes());
        index.extend_from_slice(&length(document).to_le_bytes());
        index.extend_from_slice(&checksum(document.as_bytes()).to_le_bytes());
        index.extend_from_slice(key.as_bytes());
    }
    let size = documents.iter().map(|(_, document)| document.len()).sum::<usize>();
    let mut bytes = Vec::with_capacity(MARK.len() + 12 + index.len() + size);
    bytes.extend_from_slice(&MARK);
    let index_length = u32::try_from(index.len()).expect("keys are no gigabytes long");
    bytes.extend_from_slice(&index_length.to_le_bytes());
    bytes.extend_from_slice(&checksum(&index).to_le_bytes());
    bytes.extend_from_slice(&index);
    documents.iter().for_each(|(_, document)| bytes.extend_from_slice(document.as_bytes()));
    bytes
}

/// Adds the documents of the pack that was kept under a key. Whether all of it is as it was packed is
/// returned.
pub fn unpack(key: &str, bytes: &[u8], documents: &mut Documents) -> bool {
    let Some((entries, mut rest)) = opened(bytes) else {
        documents.insert(key.to_owned(), damaged(bytes));
        return false;
    };
    let mut is_whole = true;
    for (key, length, sum) in entries {
        let (text, after) = rest.split_at(length.min(rest.len()));
        rest = after;
        let good = Some(text).filter(|text| text.len() == length && checksum(text) == sum);
        let good = good.and_then(|text| std::str::from_utf8(text).ok());
        is_whole &= good.is_some();
        documents.insert(key, good.map_or_else(|| damaged(text), str::to_owned));
    }
    is_whole
}

fn damaged(bytes: &[u8]) -> String {
    format!("{DAMAGED}{}", String::from_utf8_lossy(bytes))
}

/// Whether a text is what is left of a pack or of a document in one. Where bytes are missing it may be that of
/// another document than its key says.
pub(crate) fn is_damaged(text: &str) -> bool {
    text.starts_with(DAMAGED)
}

/// What the list says of a document: its key, its length and its checksum.
type Entry = (String, usize, u64);

/// The list, and the documents.
fn opened(bytes: &[u8]) -> Option<(Vec<Entry>, &[u8])> {
    let rest = bytes.strip_prefix(&MARK)?;
    let (length, rest) = rest.split_first_chunk()?;
    let (sum, rest) = rest.split_first_chunk()?;
    let (mut index, documents) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
    if checksum(index) != u64::from_le_bytes(*sum) {
        return None;
    }
    let mut entries = Vec::new();
    while !index.is_empty() {
        let (entry, rest) = index.split_at_checked(ENTRY)?;
        let number = |at: usize| Some(u32::from_le_bytes(entry.get(at..at + 4)?.try_into().ok()?));
        let sum = u64::from_le_bytes(entry.get(8..)?.try_into().ok()?);
        let (key, rest) = rest.split_at_checked(number(0)? as usize)?;
        entries.push((std::str::from_utf8(key).ok()?.to_owned(), number(4)? as usize, sum));
        index = rest;
    }
    Some((entries, documents))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn any_documents() -> impl Strategy<Value = Documents> {
        prop::collection::btree_map("[a-z]{1,4}/\\PC{0,6}", "\\PC{0,40}", 0..8)
    }

    fn packed(documents: &Documents) -> Vec<u8> {
        pack(&documents.iter().map(|(key, text)| (&**key, &**text)).collect::<Vec<_>>())
    }

    proptest! {
        #[test]
        fn what_was_packed_is_there(documents in any_documents()) {
            let mut unpacked = Documents::new();
            prop_assert!(unpack("pack/1", &packed(&documents), &mut unpacked));
            prop_assert_eq!(unpacked, documents);
        }

        /// Whatever becomes of the bytes: a document is as it was, or it cannot be read, or the whole pack
        /// cannot.
        #[test]
        fn nothing_that_was_damaged_is_missing_or_another(
            documents in any_documents(),
            changes in prop::collection::vec((any::<prop::sample::Index>(), 1_u8..), 0..3),
            cut in prop::option::of(any::<prop::sample::Index>()),
        ) {
            let mut bytes = packed(&documents);
            for (at, change) in changes {
                let at = at.index(bytes.len());
                bytes[at] ^= change;
            }
            bytes.truncate(cut.map_or(bytes.len(), |cut| cut.index(bytes.len())));
            let mut unpacked = Documents::new();
            let is_whole = unpack("pack/1", &bytes, &mut unpacked);
            if is_whole {
                prop_assert_eq!(unpacked, documents);
            } else if unpacked.keys().eq(["pack/1"]) {
                prop_assert!(unpacked["pack/1"].starts_with(DAMAGED));
            } else {
                prop_assert!(unpacked.keys().eq(documents.keys()));
                let differs = |key: &&String| unpacked[*key] != documents[*key];
                let damaged: Vec<&String> = documents.keys().filter(differs).collect();
                prop_assert!(damaged.iter().all(|key| unpacked[*key].starts_with(DAMAGED)));
            }
        }
    }
}

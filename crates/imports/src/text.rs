//! From bytes to text: UTF-8, UTF-16 with and without a mark, and what Windows writes otherwise.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// A text, and what had to be assumed about it.
pub(crate) struct Decoded<'a> {
    pub(crate) text: Cow<'a, str>,
    pub(crate) notes: Vec<String>,
}

/// Decodes a text; bytes that mean nothing become U+FFFD, which is noted.
pub(crate) fn decode(bytes: Cow<'_, [u8]>) -> Decoded<'_> {
    let (encoding, mark) = match Encoding::for_bom(&bytes) {
        Some((encoding, length)) => (encoding, length),
        None => (guess(&bytes), 0),
    };
    let mut notes = Vec::new();
    if encoding == WINDOWS_1252 {
        let note = "is not UTF-8; read as Windows-1252, so letters of other alphabets may be wrong";
        notes.push(note.to_owned());
    }
    let (text, had_errors) = match bytes {
        Cow::Borrowed(bytes) => encoding.decode_without_bom_handling(&bytes[mark..]),
        Cow::Owned(bytes) => {
            let (text, had_errors) = encoding.decode_without_bom_handling(&bytes[mark..]);
            (Cow::Owned(text.into_owned()), had_errors)
        }
    };
    if had_errors {
        notes.push(format!("has bytes that are not {}", encoding.name()));
    }
    Decoded { text, notes }
}

/// The encoding of bytes without a mark. In UTF-16 every other byte of digits, commas and Latin
/// letters is zero, and no other text has zeros.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let start = &bytes[..bytes.len().min(4096)];
    let zeros = |odd: usize| start.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let many = start.len() / 5;
    if odd > many && odd > even * 4 {
        return UTF_16LE;
    }
    if even > many && even > odd * 4 {
        return UTF_16BE;
    }
    match str::from_utf8(bytes) {
        Ok(_) => UTF_8,
        // A text that is cut off in the middle of a letter is UTF-8 all the same.
        Err(error) if error.error_len().is_none() => UTF_8,
        Err(error)
            if error.valid_up_to() > bytes.len() / 2
                && has_letters_of_utf_8(&bytes[..error.valid_up_to()]) =>
        {
            UTF_8
        }
        Err(_) => WINDOWS_1252,
    }
}

fn has_letters_of_utf_8(bytes: &[u8]) -> bool {
    !bytes.is_ascii()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Name,Größe\r\nÅkerström,中文\r\n";

    fn utf_16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(unit).collect()
    }

    fn check(bytes: &[u8], expect: &str, notes: usize) {
        let decoded = decode(Cow::Borrowed(bytes));
        assert_eq!(decoded.text, expect);
        assert_eq!(decoded.notes.len(), notes, "{:?}", decoded.notes);
        assert_eq!(decode(Cow::Owned(bytes.to_vec())).text, expect);
    }

    #[test]
    fn every_encoding_of_excel_is_read() {
        check(TEXT.as_bytes(), TEXT, 0);
        check(format!("\u{feff}{TEXT}").as_bytes(), TEXT, 0);
        check(&utf_16(&format!("\u{feff}{TEXT}"), u16::to_le_bytes), TEXT, 0);
        check(&utf_16(&format!("\u{feff}{TEXT}"), u16::to_be_bytes), TEXT, 0);
        check(&utf_16(TEXT, u16::to_le_bytes), TEXT, 0);
        check(&utf_16(TEXT, u16::to_be_bytes), TEXT, 0);
        check(b"Gr\xf6\xdfe;1\x80", "Größe;1€", 1);
        check(b"", "", 0);
    }

    #[test]
    fn a_letter_that_is_cut_off_changes_no_other() {
        let cut = "Größe,中".as_bytes();
        check(&cut[..cut.len() - 1], "Größe,\u{fffd}", 1);
    }
}

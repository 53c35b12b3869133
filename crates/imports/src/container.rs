//! From the bytes of a file to the texts and workbooks in it: what is packed is unpacked, and what
//! is neither is named.
//!
//! Everything is bounded before it is held: a kilobyte of gzip or ZIP can ask for gigabytes.

use std::borrow::Cow;
use std::io::{self, Cursor, Read};

use flate2::read::MultiGzDecoder;
use zip::ZipArchive;

use crate::Limits;
use crate::text;
use crate::workbook::{COMPOUND_SIGNATURE, Format};

/// One thing to read in a file.
pub(crate) struct Part<'a> {
    /// Its name within an archive.
    pub(crate) name: Option<String>,
    pub(crate) content: Content<'a>,
}

/// What a part is.
pub(crate) enum Content<'a> {
    Text(text::Decoded<'a>),
    /// A workbook whose parts were found to be within the limits.
    Workbook(Format, Cow<'a, [u8]>),
    /// Something that cannot hold rows: what it is, for the one who chose it.
    Foreign(String),
}

/// The parts of a file.
///
/// # Errors
/// Why the file cannot be opened, in words.
pub(crate) fn open<'a>(bytes: &'a [u8], limits: &Limits) -> Result<Vec<Part<'a>>, String> {
    if bytes.len() as u64 > limits.bytes {
        return Err(format!("is larger than {}", crate::mebibytes(limits.bytes)));
    }
    if bytes.starts_with(GZIP) {
        let (inflated, is_cut) = inflate(MultiGzDecoder::new(bytes), limits.inflated, limits)?;
        let mut left = limits.inflated.saturating_sub(inflated.len() as u64);
        let mut part = inner(None, inflated, &mut left, limits)?;
        if is_cut {
            note_cut(&mut part);
        }
        return Ok(vec![part]);
    }
    if bytes.starts_with(ZIP) || bytes.starts_with(b"PK\x05\x06") {
        return archive(bytes, limits);
    }
    Ok(vec![part(None, Cow::Borrowed(bytes))])
}

fn part(name: Option<String>, bytes: Cow<'_, [u8]>) -> Part<'_> {
    let content = match foreign(&bytes) {
        _ if bytes.starts_with(COMPOUND_SIGNATURE) => Content::Workbook(Format::Compound, bytes),
        Some(what) => Content::Foreign(what.to_owned()),
        None => Content::Text(text::decode(bytes)),
    };
    Part { name, content }
}

const GZIP: &[u8] = b"\x1f\x8b";
const ZIP: &[u8] = b"PK\x03\x04";

/// A file that may be packed itself: gzip, which an export packs its parts in, or a workbook. An archive in an archive
/// is named, and not opened.
fn inner<'a>(
    name: Option<String>,
    bytes: Vec<u8>,
    left: &mut u64,
    limits: &Limits,
) -> Result<Part<'a>, String> {
    let mut bytes = bytes;
    let mut is_cut = false;
    if bytes.starts_with(GZIP) {
        match inflate(MultiGzDecoder::new(bytes.as_slice()), *left, limits) {
            Ok(inflated) => (bytes, is_cut) = inflated,
            Err(reason) if reason == limits.inflates_too_much() => return Err(reason),
            // One damaged file takes no other one of an archive along.
            Err(reason) => {
                let what = reason.strip_prefix("is ").unwrap_or(&reason).to_owned();
                return Ok(Part { name, content: Content::Foreign(what) });
            }
        }
        *left = left.saturating_sub(bytes.len() as u64);
    }
    let mut part = match book_within(&bytes, left, limits)? {
        Some(format) => Part { name, content: Content::Workbook(format, Cow::Owned(bytes)) },
        None => part(name, Cow::Owned(bytes)),
    };
    if is_cut {
        note_cut(&mut part);
    }
    Ok(part)
}

fn note_cut(part: &mut Part<'_>) {
    if let Content::Text(text) = &mut part.content {
        text.notes.push("the gzip data is damaged or cut off; what came before it was read".into());
    }
}

/// The format of a workbook that was packed, whose parts are found to be within the limits.
fn book_within(bytes: &[u8], left: &mut u64, limits: &Limits) -> Result<Option<Format>, String> {
    if !bytes.starts_with(ZIP) {
        return Ok(None);
    }
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return Ok(None) };
    if archive.len() > limits.entries {
        return Ok(None);
    }
    let Some(format) = format_of(&archive) else { return Ok(None) };
    if format == Format::Ods && !is_spreadsheet(&mut archive, limits) {
        return Ok(None);
    }
    *left = within(&mut archive, *left, limits)?;
    Ok(Some(format))
}

/// What wrote the workbook that an archive is, if it is one.
fn format_of(archive: &ZipArchive<Cursor<&[u8]>>) -> Option<Format> {
    if has(archive, "xl/workbook.xml") {
        Some(Format::Xlsx)
    } else if has(archive, "xl/workbook.bin") {
        Some(Format::Xlsb)
    } else {
        let is_it = has(archive, "content.xml") && has(archive, "META-INF/manifest.xml");
        is_it.then_some(Format::Ods)
    }
}

fn has(archive: &ZipArchive<Cursor<&[u8]>>, name: &str) -> bool {
    archive.file_names().flatten().any(|found| found.eq_ignore_ascii_case(name))
}

/// What is inflated, and whether it ended before its time; nothing of a bomb is kept.
fn inflate(reader: impl Read, left: u64, limits: &Limits) -> Result<(Vec<u8>, bool), String> {
    let mut inflated = Vec::new();
    let ended = reader.take(left + 1).read_to_end(&mut inflated);
    if inflated.len() as u64 > left {
        return Err(limits.inflates_too_much());
    }
    match ended {
        Ok(_) => Ok((inflated, false)),
        Err(_) if !inflated.is_empty() => Ok((inflated, true)),
        Err(error) => Err(format!("is damaged: {error}")),
    }
}

fn archive<'a>(bytes: &'a [u8], limits: &Limits) -> Result<Vec<Part<'a>>, String> {
    let damaged = |error: zip::result::ZipError| format!("is a damaged ZIP archive: {error}");
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if archive.len() > limits.entries {
        return Err(format!("is an archive of more than {} files", limits.entries));
    }
    let foreign =
        |what: &str| Ok(vec![Part { name: None, content: Content::Foreign(what.into()) }]);
    if let Some(format) = format_of(&archive) {
        if format == Format::Ods && !is_spreadsheet(&mut archive, limits) {
            return foreign("an OpenDocument text or presentation");
        }
        within(&mut archive, limits.inflated, limits)?;
        let content = Content::Workbook(format, Cow::Borrowed(bytes));
        return Ok(vec![Part { name: None, content }]);
    }
    if has(&archive, "word/document.xml") {
        return foreign("a Word document");
    }
    if has(&archive, "ppt/presentation.xml") {
        return foreign("a PowerPoint presentation");
    }
    let mut left = limits.inflated;
    let mut parts = Vec::new();
    for place in 0..archive.len() {
        let entry = archive.by_index(place).map_err(damaged)?;
        if entry.is_dir() {
            continue;
        }
        let name = entry.name().map_err(damaged)?.into_owned();
        let (inflated, cut_off) = inflate(entry, left, limits)?;
        left -= inflated.len() as u64;
        let mut part = inner(Some(name), inflated, &mut left, limits)?;
        if cut_off && let Content::Text(text) = &mut part.content {
            text.notes.push("its data in the archive is damaged or cut off".into());
        }
        parts.push(part);
    }
    if parts.is_empty() {
        return Err("is an empty archive".to_owned());
    }
    Ok(parts)
}

/// Whether an OpenDocument archive says that it is a spreadsheet, or does not say what it is.
fn is_spreadsheet(archive: &mut ZipArchive<Cursor<&[u8]>>, limits: &Limits) -> bool {
    let Ok(entry) = archive.by_name("mimetype") else { return true };
    let said = inflate(entry, 1_024, limits).map(|(said, _)| said).unwrap_or_default();
    String::from_utf8_lossy(&said).contains("spreadsheet")
}

/// Inflates every entry once and keeps nothing: the sizes that an archive declares may be false. Tells how
/// many bytes are left of those that are allowed.
fn within(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    mut left: u64,
    limits: &Limits,
) -> Result<u64, String> {
    for place in 0..archive.len() {
        let Ok(entry) = archive.by_index(place) else { continue };
        // What is damaged is reported by the reader of workbooks, if it is needed at all.
        let read = io::copy(&mut entry.take(left + 1), &mut io::sink()).unwrap_or(0);
        left = left.checked_sub(read).ok_or_else(|| limits.inflates_too_much())?;
    }
    Ok(left)
}

/// What bytes are that hold no rows.
fn foreign(bytes: &[u8]) -> Option<&'static str> {
    const SIGNATURES: [(&[u8], &str); 12] = [
        (b"%PDF", "a PDF document"),
        (b"\x89PNG", "a picture"),
        (b"\xff\xd8\xff", "a picture"),
        (b"GIF8", "a picture"),
        (b"PAR1", "a Parquet file: export it as CSV"),
        (b"Obj\x01", "an Avro file: export it as CSV"),
        (b"SQLite format 3\0", "a database"),
        (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive: unpack it"),
        (b"Rar!", "a RAR archive: unpack it"),
        (ZIP, "an archive within an archive: unpack it"),
        (GZIP, "a gzip file within an archive: unpack it"),
        (b"MZ", "a program"),
    ];
    let found = SIGNATURES.iter().find(|(start, _)| bytes.starts_with(start));
    found.map(|(_, what)| *what)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
            writer.write_all(bytes).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    fn small() -> Limits {
        Limits { bytes: 4 << 20, inflated: 1 << 20, ..Limits::default() }
    }

    fn error(bytes: &[u8]) -> String {
        open(bytes, &small()).map(|_| ()).unwrap_err()
    }

    #[test]
    fn bombs_are_refused_before_they_are_held() {
        let zeros = vec![b'0'; 3 << 20];
        assert_eq!(error(&gzip(&zeros)), "inflates to more than 1 MiB");
        assert_eq!(error(&zip(&[("a.csv", &zeros)])), "inflates to more than 1 MiB");
        let half = &zeros[..700_000];
        assert_eq!(error(&zip(&[("a.csv", half), ("b.csv", half)])), "inflates to more than 1 MiB");
        let book: &[(&str, &[u8])] = &[("xl/workbook.xml", b""), ("xl/other.xml", &zeros)];
        assert_eq!(error(&zip(book)), "inflates to more than 1 MiB");
        assert_eq!(error(&vec![b'a'; 5 << 20]), "is larger than 4 MiB");
    }

    #[test]
    fn packed_files_of_an_archive_are_unpacked_within_its_limit() {
        let book = zip(&[("xl/workbook.xml", b"x")]);
        let packed = gzip(b"x,y");
        let long: String = (0..10_000).map(|line| format!("line {line}\n")).collect();
        let damaged = gzip(long.as_bytes())[..12].to_vec();
        let nested = zip(&[("a.csv", b"x")]);
        let all = zip(&[
            ("a.csv.gz", &packed),
            ("b.xlsx", &book),
            ("c.gz", &damaged),
            ("d.zip", &nested),
            ("e.gz.gz", &gzip(&packed)),
        ]);
        let parts = open(&all, &small()).unwrap();
        assert!(matches!(&parts[0].content, Content::Text(text) if text.text == "x,y"));
        assert!(matches!(parts[1].content, Content::Workbook(Format::Xlsx, _)));
        let foreign = |place: usize| match &parts[place].content {
            Content::Foreign(what) => what.clone(),
            _ => panic!("it is no file with rows"),
        };
        assert!(foreign(2).starts_with("damaged: "));
        assert_eq!(foreign(3), "an archive within an archive: unpack it");
        assert_eq!(foreign(4), "a gzip file within an archive: unpack it");
        let twice = gzip(&packed);
        let parts = open(&twice, &small()).unwrap();
        assert!(matches!(&parts[0].content, Content::Text(text) if text.text == "x,y"));

        let zeros = vec![b'0'; 700_000];
        let (one, two) = (gzip(&zeros), gzip(&zeros));
        assert_eq!(error(&zip(&[("a.gz", &one), ("b.gz", &two)])), "inflates to more than 1 MiB");
        let bomb = zip(&[("xl/workbook.xml", b""), ("xl/other.xml", &vec![b'0'; 3 << 20])]);
        assert_eq!(error(&zip(&[("a.xlsx", &bomb)])), "inflates to more than 1 MiB");
        assert_eq!(error(&gzip(&gzip(&vec![b'0'; 3 << 20]))), "inflates to more than 1 MiB");
    }

    #[test]
    fn what_was_unpacked_before_the_damage_is_read() {
        let whole: String = (0..10_000).map(|line| format!("line {line}\n")).collect();
        let packed = gzip(whole.as_bytes());
        let parts = open(&packed[..packed.len() - 40], &small()).unwrap();
        let Content::Text(text) = &parts[0].content else { panic!("a text") };
        assert!(text.text.starts_with("line 0\nline 1\n"));
        assert_eq!(text.notes.len(), 1);
        assert!(error(&packed[..12]).starts_with("is damaged"));
        assert!(error(b"PK\x03\x04 and nothing more").starts_with("is a damaged ZIP"));
    }

    #[test]
    fn each_file_of_an_archive_is_a_part() {
        let parts = zip(&[("a/one.csv", b"x,y"), ("two.pdf", b"%PDF-1.7")]);
        let parts = open(&parts, &small()).unwrap();
        assert_eq!(parts[0].name.as_deref(), Some("a/one.csv"));
        assert!(matches!(&parts[1].content, Content::Foreign(what) if what == "a PDF document"));
    }
}

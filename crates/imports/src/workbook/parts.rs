//! The parts of a workbook that is an archive.

use std::io::{Cursor, Read};

use quick_xml::XmlVersion;
use quick_xml::events::BytesStart;
use zip::ZipArchive;

use super::grid::DAMAGED;

/// The archive of a workbook, whose parts were found to be within the limits.
pub(super) struct Parts<'a>(ZipArchive<Cursor<&'a [u8]>>);

impl<'a> Parts<'a> {
    /// Reads the directory.
    ///
    /// # Errors
    /// It is damaged.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, &'static str> {
        ZipArchive::new(Cursor::new(bytes)).map(Self).map_err(|_| DAMAGED)
    }

    /// What a part holds, if there is one of this name, whose letters may be of another case.
    ///
    /// # Errors
    /// It is damaged.
    pub(super) fn get(&mut self, name: &str) -> Option<Result<Vec<u8>, &'static str>> {
        let same = |found: &Result<std::borrow::Cow<'_, str>, _>| {
            found.as_ref().is_ok_and(|found| found.eq_ignore_ascii_case(name))
        };
        let place = self.0.file_names().position(|found| same(&found))?;
        let mut bytes = Vec::new();
        let read = self.0.by_index(place).map_err(|_| DAMAGED);
        let read = read.and_then(|mut part| part.read_to_end(&mut bytes).map_err(|_| DAMAGED));
        Some(read.map(|_| bytes))
    }
}

/// An attribute of an element, if it has it.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.try_get_attribute(name).ok()??;
    Some(found.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
}

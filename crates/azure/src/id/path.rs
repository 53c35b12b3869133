//! Taking ids apart: paths with and without a host, and bare ids.

/// The segments of a path: without host, query and empty ones.
pub(super) fn segments(text: &str) -> Vec<&str> {
    let path = match text.split_once("://") {
        Some((_, address)) => address.split_once('/').map_or("", |(_, path)| path),
        None => text,
    };
    let path = path.split(['?', '#']).next().unwrap_or_default();
    path.split('/').filter(|segment| !segment.is_empty()).collect()
}

/// The segments after the first one that is `key`.
pub(super) fn after<'a, 'b>(path: &'a [&'b str], key: &str) -> Option<&'a [&'b str]> {
    let position = path.iter().position(|segment| same(segment, key))?;
    path.get(position + 1..)
}

/// The segment after `key`, or the only segment when it is a bare id.
pub(super) fn named_or_bare<'a>(path: &[&'a str], key: &str) -> Option<&'a str> {
    match (after(path, key), path) {
        (Some([name, ..]), _) if is_name(name) => Some(name),
        (None, [bare]) if has_guid_shape(bare) => Some(bare),
        _ => None,
    }
}

pub(super) fn same(segment: &str, key: &str) -> bool {
    segment.eq_ignore_ascii_case(key)
}

/// Whether a segment can be a resource's own id.
pub(super) fn is_name(segment: &str) -> bool {
    segment.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_:.".contains(&byte))
}

/// Whether a text has the shape of a GUID: groups of 8, 4, 4, 4 and 12 letters and digits.
pub(super) fn has_guid_shape(text: &str) -> bool {
    text.split('-').map(str::len).eq([8, 4, 4, 4, 12])
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

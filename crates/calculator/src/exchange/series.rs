//! Virtual machine sizes: to which series a size belongs, and which sizes are twins.
//!
//! A size is written `Standard_` + family letters + number + features + `_v` + version, where an
//! older spelling puts premium storage into the family: `Standard_DS2_v2` is of the Dsv2 series.

/// A size taken apart.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Size {
    /// The family in capitals, without the S of premium storage.
    family: String,
    /// Features in small letters, in the order of the name, without premium storage.
    features: String,
    premium_storage: bool,
    /// The number, with constrained processors as in `64-16`.
    number: String,
    version: String,
}

fn parse(sku_name: &str) -> Option<Size> {
    let (prefix, name) = sku_name.split_once('_')?;
    if !prefix.eq_ignore_ascii_case("Standard") {
        return None;
    }
    let mut parts = name.split('_');
    let size = parts.next()?;
    let version = parts
        .filter_map(|part| part.strip_prefix(['v', 'V']))
        .find(|digits| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()))
        .unwrap_or("1");
    let letters = size.find(|c: char| c.is_ascii_digit())?;
    let rest = &size[letters..];
    let digits = rest.find(|c: char| !c.is_ascii_digit() && c != '-').unwrap_or(rest.len());
    let mut family = size[..letters].to_ascii_uppercase();
    let features = rest[digits..].to_ascii_lowercase();
    let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_alphabetic());
    if family.is_empty() || !plain(&family) || !plain(&features) {
        return None;
    }
    let old_spelling = matches!(family.as_str(), "DS" | "GS");
    if old_spelling {
        family.pop();
    }
    Some(Size {
        premium_storage: old_spelling || features.contains('s'),
        // An isolated size is of the same series.
        features: features.chars().filter(|feature| !matches!(feature, 's' | 'i')).collect(),
        number: rest[..digits].to_owned(),
        version: version.to_owned(),
        family,
    })
}

/// The series of a size, such as `Dsv3` or `Amv2`; `None` when the name is not a size.
pub(super) fn series(sku_name: &str) -> Option<String> {
    let size = parse(sku_name)?;
    // The first B series has one name for all its features.
    if size.family == "B" && size.version == "1" {
        return Some("Bv1".to_owned());
    }
    let premium = if size.premium_storage { "s" } else { "" };
    let version = if size.version == "1" { String::new() } else { format!("v{}", size.version) };
    Some(format!("{}{}{premium}{version}", size.family, size.features))
}

/// Whether two sizes differ only in premium storage, as F1 and F1s do.
pub(super) fn are_twins(one: &str, other: &str) -> bool {
    match (parse(one), parse(other)) {
        (Some(one), Some(other)) => {
            one.premium_storage != other.premium_storage
                && Size { premium_storage: other.premium_storage, ..one } == other
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_belong_to_series() {
        for (size, expected) in [
            ("Standard_A2_v2", "Av2"),
            ("Standard_A2m_v2", "Amv2"),
            ("Standard_A1", "A"),
            ("Standard_B1ls", "Bv1"),
            ("Standard_B12ms", "Bv1"),
            ("Standard_B2s_v2", "Bsv2"),
            ("Standard_D3", "D"),
            ("Standard_DS3", "Ds"),
            ("Standard_D11_v2", "Dv2"),
            ("Standard_DS11-1_v2", "Dsv2"),
            ("Standard_D2_v2_Promo", "Dv2"),
            ("Standard_D2_v3", "Dv3"),
            ("Standard_D2_v", "D"),
            ("Standard_D2_vNext_v3", "Dv3"),
            ("standard_d2s_v3", "Dsv3"),
            ("Standard_D2as_v5", "Dasv5"),
            ("Standard_DC2s_v2", "DCsv2"),
            ("Standard_E64i_v3", "Ev3"),
            ("Standard_E64-16s_v3", "Esv3"),
            ("Standard_E64is_v3", "Esv3"),
            ("Standard_F2", "F"),
            ("Standard_F2s", "Fs"),
            ("Standard_F2s_v2", "Fsv2"),
            ("Standard_FX4mds", "FXmds"),
            ("Standard_G1", "G"),
            ("Standard_GS1", "Gs"),
            ("Standard_L4s", "Ls"),
            ("Standard_L8s_v2", "Lsv2"),
            ("Standard_NC24ads_A100_v4", "NCadsv4"),
        ] {
            assert_eq!(series(size).as_deref(), Some(expected), "{size}");
        }
        for name in [
            "",
            "Standard_",
            "D2_v3",
            "Basic_A1",
            "Standard_D",
            "Standard_2",
            "Standard_Ä1",
            "AVS_36P",
        ] {
            assert_eq!(series(name), None, "{name:?}");
        }
    }

    #[test]
    fn twins_differ_in_premium_storage_only() {
        for (one, other, twins) in [
            ("Standard_F1", "Standard_F1s", true),
            ("Standard_DS2_v2", "Standard_D2_v2", true),
            ("Standard_D2s_v3", "Standard_D2_v3", true),
            ("Standard_F1", "Standard_F1", false),
            ("Standard_F1", "Standard_F2s", false),
            ("Standard_D2_v2", "Standard_D2s_v3", false),
            ("Standard_D2_v3", "Standard_D2as_v3", false),
            ("Standard_F1", "SQL", false),
        ] {
            assert_eq!(are_twins(one, other), twins, "{one} {other}");
            assert_eq!(are_twins(other, one), twins, "{other} {one}");
        }
    }
}

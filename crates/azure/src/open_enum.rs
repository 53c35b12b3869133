//! Enums that stay open: Azure adds values before its specification does.

/// Declares enums whose unknown values are kept as they are.
///
/// Azure compares these values without case, so reading does as well; a known value is written in
/// the spelling of the specification, an unknown one as it was read. A variant is spelled like its
/// name unless another spelling is given.
macro_rules! open_enum {
    ($(
        $(#[$meta:meta])*
        pub enum $name:ident {
            $($(#[$variant_meta:meta])* $variant:ident $(= $text:literal)?,)+
        }
    )+) => {$(
        $(#[$meta])*
        #[derive(Clone, PartialEq, Eq, Debug, Hash)]
        pub enum $name {
            $(
                #[doc = concat!("`", crate::open_enum::spelling!($variant $($text)?), "`.")]
                $(#[$variant_meta])*
                $variant,
            )+
            /// A value that this version does not know.
            Other(Box<str>),
        }

        impl $name {
            /// The known values, in the order of the specification.
            pub const KNOWN: &'static [Self] = &[$(Self::$variant),+];

            /// The value with this spelling, in any case of letters; never fails.
            pub fn parse(text: &str) -> Self {
                let mut known = Self::KNOWN.iter();
                let same = known.find(|known| known.as_str().eq_ignore_ascii_case(text));
                same.cloned().unwrap_or_else(|| Self::Other(text.into()))
            }

            /// The spelling of the specification, or the unknown value itself.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => crate::open_enum::spelling!($variant $($text)?),)+
                    Self::Other(text) => text,
                }
            }
        }

        crate::open_enum::wire_by_name!($name);
        crate::wire::serde_by_wire!($name);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    )+};
}
pub(crate) use open_enum;

/// Declares enums of words that are ours to say, so that there are no others.
macro_rules! closed_enum {
    ($(
        $(#[$meta:meta])*
        pub enum $name:ident {
            $($(#[$variant_meta:meta])* $variant:ident,)+
        }
    )+) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
        pub enum $name {
            $(#[doc = concat!("`", stringify!($variant), "`.")] $(#[$variant_meta])* $variant,)+
        }

        impl $name {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The value with exactly this name.
            pub fn parse(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|known| known.name() == name)
            }

            /// The name in tokens and answers.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => stringify!($variant),)+
                }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }
    )+};
}
pub(crate) use closed_enum;

macro_rules! spelling {
    ($variant:ident) => {
        stringify!($variant)
    };
    ($variant:ident $text:literal) => {
        $text
    };
}
pub(crate) use spelling;

/// Implements [`Wire`](crate::wire::Wire) for a type with `parse` that never fails and `as_str`.
macro_rules! wire_by_name {
    ($name:ty) => {
        impl crate::wire::Wire for $name {
            fn read(value: serde_json::Value) -> Result<Self, crate::wire::WireError> {
                String::read(value).map(|text| Self::parse(&text))
            }

            fn write(&self) -> serde_json::Value {
                self.as_str().into()
            }
        }
    };
}
pub(crate) use wire_by_name;

wire_by_name!(calculator::ProvisioningState);
wire_by_name!(calculator::ResourceType);

#[cfg(test)]
#[expect(unreachable_pub, reason = "the macros declare public types")]
mod tests {
    use crate::wire::{from_slice, to_string};

    open_enum! {
        /// Shades.
        pub enum Shade {
            Dark,
            VeryLight = "very-light",
        }
    }

    #[test]
    fn known_values_are_read_without_case() {
        assert_eq!(Shade::parse("DARK"), Shade::Dark);
        assert_eq!(Shade::parse("Very-Light"), Shade::VeryLight);
        assert_eq!(Shade::VeryLight.to_string(), "very-light");
        assert_eq!(Shade::KNOWN, [Shade::Dark, Shade::VeryLight]);
    }

    closed_enum! {
        /// Sides.
        pub enum Side {
            Left,
            Right,
        }
    }

    #[test]
    fn closed_words_are_read_exactly() {
        assert_eq!(Side::ALL, [Side::Left, Side::Right]);
        assert_eq!(Side::parse("Left"), Some(Side::Left));
        assert_eq!(Side::parse("left"), None);
    }

    #[test]
    fn unknown_values_are_written_back() {
        let shade: Shade = from_slice(br#""Infra-Red""#).unwrap();
        assert_eq!(shade, Shade::Other("Infra-Red".into()));
        assert_eq!(to_string(&shade), r#""Infra-Red""#);
        assert!(from_slice::<Shade>(b"7").is_err());
    }
}

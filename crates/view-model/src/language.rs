//! The languages of the interface.
//!
//! This is the list of them. A sixth one is a row here, and then the compiler and the tests name what else has to
//! speak it: the catalogue (`src/i18n/catalogue`), and what a reader sees before the application runs.

/// Declares the languages in the order of the menu, which is also that of the catalogue.
macro_rules! languages {
    ($(
        $(#[$about:meta])*
        $language:ident {
            tag: $tag:literal, name: $name:literal, learn: $learn:literal, support: $support:literal
        }
    )*) => {
        /// A language of the interface.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Language {
            $($(#[$about])* $language,)*
        }

        impl Language {
            /// All of them, in the order of the menu.
            pub const ALL: [Self; [$($tag),*].len()] = [$(Self::$language),*];

            /// The BCP 47 tag.
            #[must_use]
            pub const fn tag(self) -> &'static str {
                match self { $(Self::$language => $tag,)* }
            }

            /// What its readers call it.
            #[must_use]
            pub const fn own_name(self) -> &'static str {
                match self { $(Self::$language => $name,)* }
            }

            /// The edition of Microsoft's documentation that its readers read.
            #[must_use]
            pub const fn learn(self) -> &'static str {
                match self { $(Self::$language => $learn,)* }
            }

            /// The language of Microsoft's support that goes with it; English where support has no such one.
            #[must_use]
            pub const fn of_support(self) -> &'static str {
                match self { $(Self::$language => $support,)* }
            }
        }
    };
}

languages! {
    /// English.
    English { tag: "en", name: "English", learn: "en-us", support: "en-us" }
    /// German.
    German { tag: "de", name: "Deutsch", learn: "de-de", support: "de-de" }
    /// Swedish.
    Swedish { tag: "sv", name: "Svenska", learn: "sv-se", support: "en-us" }
    /// Dutch.
    Dutch { tag: "nl", name: "Nederlands", learn: "nl-nl", support: "en-us" }
    /// Simplified Chinese.
    Chinese { tag: "zh-CN", name: "简体中文", learn: "zh-cn", support: "zh-hans" }
}

impl Language {
    /// The language of a BCP 47 tag, whatever its region: `de-CH` is German.
    #[must_use]
    pub fn parse(tag: &str) -> Option<Self> {
        let primary = primary(tag);
        Self::ALL.into_iter().find(|it| self::primary(it.tag()).eq_ignore_ascii_case(primary))
    }

    /// The first of the reader's `preferred` languages that we speak, else English.
    #[must_use]
    pub fn preferred(preferred: &[String]) -> Self {
        preferred.iter().find_map(|tag| Self::parse(tag)).unwrap_or(Self::English)
    }

    /// The locale for numbers and dates: the reader's own region where they named one for this language.
    ///
    /// Chinese stays with the mainland's conventions, since its texts are in simplified characters.
    #[must_use]
    pub fn locale_for(self, preferred: &[String]) -> String {
        let own = preferred.iter().find(|tag| Self::parse(tag) == Some(self));
        match (self, own) {
            (Self::Chinese, _) | (_, None) => self.tag().to_owned(),
            (_, Some(tag)) => tag.clone(),
        }
    }

    /// The language to write to support in that speaks `support_language`: English where the page does not speak
    /// it.
    #[must_use]
    pub fn for_support(support_language: &str) -> Self {
        let speaks = |language: &Self| language.of_support() == support_language;
        Self::ALL.into_iter().find(speaks).unwrap_or(Self::English)
    }
}

/// The part of a tag before the region.
fn primary(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags(tags: &[&str]) -> Vec<String> {
        tags.iter().map(|tag| (*tag).to_owned()).collect()
    }

    #[test]
    fn the_first_visit_takes_the_first_language_that_we_speak() {
        let preferred = |all: &[&str]| Language::preferred(&tags(all));
        assert_eq!(preferred(&["fr-FR", "de-CH", "en"]), Language::German);
        assert_eq!(preferred(&["zh-Hans-CN"]), Language::Chinese);
        assert_eq!(preferred(&["SV"]), Language::Swedish);
        assert_eq!(preferred(&["fr"]), Language::English);
        assert_eq!(preferred(&[]), Language::English);
    }

    #[test]
    fn numbers_follow_the_region_of_the_reader() {
        let preferred = tags(&["fr-FR", "de-CH", "de-DE", "zh-TW"]);
        assert_eq!(Language::German.locale_for(&preferred), "de-CH");
        assert_eq!(Language::English.locale_for(&preferred), "en");
        assert_eq!(Language::Chinese.locale_for(&preferred), "zh-CN", "in simplified characters");
    }

    #[test]
    fn support_is_written_to_in_a_language_that_it_reads() {
        for language in Language::ALL {
            assert_eq!(Language::parse(language.tag()), Some(language));
            let written = Language::for_support(language.of_support());
            assert_eq!(written.of_support(), language.of_support());
        }
        // Support does not speak Swedish, and a person there would not read it.
        assert_eq!(Language::for_support(Language::Swedish.of_support()), Language::English);
        assert_eq!(Language::for_support("fr-fr"), Language::English);
    }
}

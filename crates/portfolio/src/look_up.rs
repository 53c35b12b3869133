//! Looking for one thing among many by a few letters of its name, or by an id.
//!
//! Texts and words are compared without case and accents, which whoever asks has taken away. Every word has to be
//! somewhere in a thing. What has an id that is asked for comes first, then what has a word that begins so, in its name
//! before in anything else, and then what has the letters within a word.

/// How well one word goes with one thing: more is better.
pub(crate) mod fit {
    /// The letters are nowhere.
    pub(crate) const NONE: u8 = 0;
    /// Within a word of something else than the name.
    pub(crate) const WITHIN: u8 = 1;
    /// Within a word of the name.
    pub(crate) const WITHIN_NAME: u8 = 2;
    /// A word of something else than the name, or an id, begins so.
    pub(crate) const BEGINS: u8 = 3;
    /// A word of the name begins so.
    pub(crate) const NAME_BEGINS: u8 = 4;
    /// It is the id, letter by letter. Better than any two words that begin so.
    pub(crate) const IS_ID: u8 = 9;
}

/// Of ids so many letters or more are looked for: fewer are in nearly all of them.
pub(crate) const ID_LETTERS_MIN: usize = 4;

/// What somebody looks for.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Words(Vec<String>);

/// Behind these names an id follows in a path of Azure's APIs, in lower case.
const COLLECTIONS: [&str; 4] = ["reservationorders", "reservations", "customers", "supporttickets"];
/// Under these names an id stands in an address of the page.
const PARAMETERS: [&str; 4] = ["customer", "order", "reservation", "ticket"];

impl Words {
    /// The words of a text without case and accents. Of the path of a resource, and of an address of the page, the ids
    /// are taken; quotation marks and brackets around a word are left out.
    pub fn of(folded: &str) -> Self {
        let mut words: Vec<String> = Vec::new();
        for written in folded.split_whitespace() {
            let bare = written.trim_matches(|sign| "\"'`{}()[]<>,;„“”‘’«»".contains(sign));
            let ids = ids_in(bare);
            let all = if ids.is_empty() { vec![bare] } else { ids };
            for word in all.into_iter().filter(|word| !word.is_empty()) {
                if !words.iter().any(|known| known == word) {
                    words.push(word.to_owned());
                }
            }
        }
        Self(words)
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The words.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }
}

/// The ids in the path of a resource or in an address of the page; none in anything else.
fn ids_in(written: &str) -> Vec<&str> {
    let mut ids = Vec::new();
    let (path, query) = written.split_once('?').unwrap_or((written, ""));
    let mut parts = path.split('/');
    while let Some(part) = parts.next() {
        if COLLECTIONS.contains(&part) {
            ids.extend(parts.next().filter(|id| !id.is_empty()));
        }
    }
    let query = query.split('#').next().unwrap_or_default();
    let values = query.split('&').filter_map(|pair| pair.split_once('='));
    // The address of several reservations has order and reservation in one value.
    let of_page = values.filter(|(name, _)| PARAMETERS.contains(name));
    ids.extend(of_page.flat_map(|(_, id)| id.split('/').flat_map(|id| id.split("%2f"))));
    ids.retain(|id| !id.is_empty());
    ids
}

/// One of a few things that are looked among, all of it without case and accents.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Entry {
    /// What it is called.
    pub name: String,
    /// What else is said of it.
    pub further: String,
    /// What it is known by.
    pub ids: Vec<String>,
}

/// What was found: the best of it, and how much there is.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Best {
    /// The places of the best, these in their order.
    pub places: Vec<u32>,
    /// How many there are.
    pub count: usize,
    /// How well the first goes with the words, to be compared with others.
    pub fit: u32,
}

/// The best of a few things, so many at most. Those that go equally well with the words keep their order.
pub fn look_up(entries: &[Entry], words: &Words, max: usize) -> Best {
    let found = entries.iter().zip(0_u32..).filter_map(|(entry, place)| {
        let mut sum = 0;
        for word in words.iter() {
            sum += match fit_of(entry, word) {
                fit::NONE => return None,
                fit => u32::from(fit),
            };
        }
        Some((sum, false, place))
    });
    best_of(found.collect(), max)
}

fn fit_of(entry: &Entry, word: &str) -> u8 {
    if entry.ids.iter().any(|id| id == word) {
        return fit::IS_ID;
    }
    let is_of_id = word.len() >= ID_LETTERS_MIN;
    let ids = entry.ids.iter().filter(|_| is_of_id);
    let of_ids = ids.map(|id| fit_in(id, word, fit::BEGINS, fit::WITHIN)).max();
    fit_in(&entry.name, word, fit::NAME_BEGINS, fit::WITHIN_NAME)
        .max(fit_in(&entry.further, word, fit::BEGINS, fit::WITHIN))
        .max(of_ids.unwrap_or(fit::NONE))
}

/// How well a word goes with a text: `begins` where a word of it begins so, else `within` where it has the letters.
pub(crate) fn fit_in(text: &str, word: &str, begins: u8, within: u8) -> u8 {
    let places = text.match_indices(word).map(|(at, _)| at);
    places.map(|at| if is_beginning(text, at) { begins } else { within }).max().unwrap_or(fit::NONE)
}

/// Whether a word begins at this place of a text.
pub(crate) fn is_beginning(text: &str, at: usize) -> bool {
    !text[..at].chars().next_back().is_some_and(char::is_alphanumeric)
}

/// The best, so many at most, of places with how well they go with the words and whether they come after others that
/// go as well.
pub(crate) fn best_of(mut found: Vec<(u32, bool, u32)>, max: usize) -> Best {
    let count = found.len();
    let order = |(fit, is_later, place): &(u32, bool, u32)| (u32::MAX - fit, *is_later, *place);
    // Nobody needs the order of the rest.
    if count > max {
        found.select_nth_unstable_by_key(max, order);
        found.truncate(max);
    }
    found.sort_unstable_by_key(order);
    let fit = found.first().map_or(0, |first| first.0);
    Best { places: found.into_iter().map(|(_, _, place)| place).collect(), count, fit }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        Words::of(text).0
    }

    #[test]
    fn of_a_path_or_an_address_the_ids_are_looked_for() {
        let cases: [(&str, &[&str]); 13] = [
            ("", &[]),
            ("  web  web west ", &["web", "west"]),
            (
                "/providers/microsoft.capacity/reservationorders/o-1/reservations/r-1",
                &["o-1", "r-1"],
            ),
            ("providers/microsoft.capacity/reservationorders/o-1", &["o-1"]),
            (
                "https://management.azure.com/providers/microsoft.capacity/reservationorders/o-1\
                 /reservations/r-1?api-version=2022-11-01",
                &["o-1", "r-1"],
            ),
            ("/providers/microsoft.billing/billingaccounts/7/customers/c-1", &["c-1"]),
            (
                "https://example.com/prorata/reservation?customer=c-1&order=o-1&reservation=r-1#top",
                &["c-1", "o-1", "r-1"],
            ),
            ("/prorata/exchange?customer=c-1&reservation=o-1%2fr-1", &["c-1", "o-1", "r-1"]),
            (
                "https://example.com/support-request?customer=c-1&ticket=refund-7",
                &["c-1", "refund-7"],
            ),
            ("/providers/microsoft.support/supporttickets/refund-7", &["refund-7"]),
            ("\"{0a1b}\", (iam)", &["0a1b", "iam"]),
            ("upfront/monthly", &["upfront/monthly"]),
            (
                "/providers/microsoft.capacity/reservationorders/",
                &["/providers/microsoft.capacity/reservationorders/"],
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(words(text), expected, "{text}");
        }
    }

    fn entry(name: &str, further: &str, id: &str) -> Entry {
        Entry { name: name.to_owned(), further: further.to_owned(), ids: vec![id.to_owned()] }
    }

    #[test]
    fn whole_ids_come_first_then_beginnings_then_the_middle() {
        let entries = [
            entry("the letters in midweb", "", ""),
            entry("alpha", "web.example", "0a1b2c"),
            entry("great web", "", "0a1b2c3d"),
            entry("web one", "", "one"),
            entry("else", "cobweb", ""),
            entry("nothing of it", "", ""),
        ];
        let found = |text: &str, max| look_up(&entries, &Words::of(text), max);
        assert_eq!(found("web", 9).places, [2, 3, 1, 0, 4]);
        let two = found("web", 2);
        assert_eq!((two.places, two.count), (vec![2, 3], 5));
        // The id, letter by letter, before one that begins so.
        assert_eq!(found("0a1b2c", 9).places, [1, 2]);
        assert!(found("0a1b2c", 9).fit > found("web", 9).fit);
        assert_eq!(found("great web", 9).places, [2]);
        assert_eq!(found("web one", 9).places, [3]);
        // Three letters of an id are no sign of it, but the whole of a short one is.
        assert_eq!(found("0a1", 9).count, 0);
        assert_eq!(found("one", 9).places, [3]);
        assert_eq!(found("web nowhere", 9), Best::default());
        assert_eq!(found("", 9).count, 6);
    }

    #[test]
    fn beginnings_are_those_of_words_in_any_script() {
        assert_eq!(fit_in("überlingen", "ber", 4, 2), 2);
        assert_eq!(fit_in("standard_d2s_v5", "d2s", 4, 2), 4);
        assert_eq!(fit_in("东京 预订", "预", 4, 2), 4);
        assert_eq!(fit_in("东京", "京", 4, 2), 2);
        assert_eq!(fit_in("xab ab", "ab", 4, 2), 4);
    }
}

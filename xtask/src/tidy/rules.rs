//! The rules themselves.

use super::source::{Line, Source};

/// A line of code may be this long; rustfmt keeps it shorter where it can.
const LINE_CHARACTERS_MAX: usize = 120;
/// Names of things that belong to a browser, a network, a clock or a machine.
const OUTSIDE_WORLD: [&str; 9] = [
    "web_sys",
    "js_sys",
    "SystemTime",
    "Instant",
    "Utc::now",
    "Local::now",
    "std::fs",
    "std::net",
    "std::env",
];
/// Names that perform a request.
const REQUESTS: [&str; 4] = ["gloo_net", "XmlHttpRequest", "fetch_with_str", "fetch_with_request"];
/// What amounts are made of: whoever asks for it calculates.
const MINOR_UNITS: [&str; 3] = ["minor", "from_minor", "usd_cents"];
/// Arithmetic on decimals that is not written with a sign.
const DECIMAL_ARITHMETIC: [&str; 4] = ["checked_mul", "checked_div", "round_dp", "to_f64"];
/// Marks of unfinished work.
const UNFINISHED: [&str; 3] = ["TODO", "FIXME", "HACK"];
/// How the ids of policies begin, as literals.
const POLICY_IDS: [&str; 2] = ["\"partner-center-2", "\"azure-2"];
/// States that are told apart by their words, as literals; those that are words of other things as well are left out.
const STATES: [&str; 12] = [
    "\"Succeeded\"",
    "\"Cancelled\"",
    "\"Pending\"",
    "\"Creating\"",
    "\"Created\"",
    "\"Merged\"",
    "\"Scheduled\"",
    "\"Processing\"",
    "\"BillingFailed\"",
    "\"PendingRefunds\"",
    "\"PendingPurchases\"",
    "\"NoBenefit\"",
];
/// Functions of CSS that make a colour from numbers.
const COLOUR_FUNCTIONS: [&str; 8] =
    ["rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklch("];
/// The colours most likely to be named.
const COLOUR_NAMES: [&str; 9] =
    ["black", "white", "gray", "grey", "red", "green", "blue", "orange", "yellow"];
/// This file, whose words are the rules.
const OWN_FILE: &str = "xtask/src/tidy/rules.rs";

/// One rule: what it says, where it applies and when a line breaks it.
pub(super) struct Rule {
    pub(super) name: &'static str,
    applies: fn(&Source) -> bool,
    breaks: fn(&Line) -> bool,
}

pub(super) const RULES: [Rule; 17] = [
    Rule {
        name: "only src/platform names web_sys",
        applies: |source| source.is_in("src/") && !source.is_in("src/platform/"),
        breaks: |line| line.names("web_sys"),
    },
    Rule {
        // The application's own files are no records; `platform/asset.rs` reads them.
        name: "only src/api performs requests",
        applies: |source| {
            source.is_in("src/")
                && !source.is_in("src/api/")
                && !source.is_in("src/platform/asset.rs")
        },
        breaks: |line| REQUESTS.iter().any(|name| line.names(name)),
    },
    Rule {
        name: "the calculator has no floating point",
        applies: |source| source.is_in("crates/calculator/src/"),
        breaks: |line| line.names("f32") || line.names("f64"),
    },
    Rule {
        name: "the calculator knows no browser, network, clock or machine",
        applies: |source| source.is_in("crates/calculator/src/"),
        breaks: |line| OUTSIDE_WORLD.iter().any(|name| line.names(name)),
    },
    Rule {
        name: "the calculator is not asynchronous",
        applies: |source| source.is_in("crates/calculator/src/"),
        breaks: |line| line.names("async") || line.names("await"),
    },
    Rule {
        name: "only the calculator knows the ids of policies",
        applies: |source| {
            source.is_rust() && !source.is_in("crates/calculator/") && is_rule(source)
        },
        breaks: |line| !line.is_test && POLICY_IDS.iter().any(|id| line.code.contains(id)),
    },
    Rule {
        // Texts speak of minor units, and percentages become ratios in `format.rs`.
        name: "no arithmetic on money in src",
        applies: |source| source.is_in("src/") && !source.is_in("src/i18n/"),
        breaks: |line| {
            let names = MINOR_UNITS.iter().chain(&DECIMAL_ARITHMETIC);
            !line.is_test && names.into_iter().any(|name| line.names(name))
        },
    },
    Rule {
        name: "the view model has minor units only where it draws",
        applies: |source| {
            source.is_in("crates/view-model/src/")
                && !source.is_in("crates/view-model/src/cap/chart.rs")
                && !source.is_in("crates/view-model/src/portfolio/charts.rs")
                && !source.is_in("crates/view-model/src/quote/bars.rs")
                && !source.is_in("crates/view-model/src/quote/chart.rs")
        },
        breaks: |line| !line.is_test && MINOR_UNITS.iter().any(|name| line.names(name)),
    },
    Rule {
        // The words are names of variants: of the calculator's states, and in `crates/azure/src/state.rs`.
        name: "no word of a state is a literal",
        applies: |source| {
            let ships = source.is_in("src/") || source.is_in("crates/");
            // Files that somebody else has written have words of their own.
            let is_text =
                ["src/i18n/catalogue/", "crates/attack/", "crates/imports/", "crates/quote-cli/"]
                    .iter()
                    .any(|folder| source.is_in(folder));
            let is_test = source.path.contains("/tests/") || source.path.contains("/benches/");
            source.is_rust() && ships && !is_text && !is_test && !source.path.ends_with("/tests.rs")
        },
        breaks: |line| !line.is_test && STATES.iter().any(|word| line.code.contains(word)),
    },
    Rule {
        name: "shipped code does not unwrap",
        applies: |source| source.is_rust() && is_rule(source),
        breaks: |line| !line.is_test && line.code.contains(".unwrap()"),
    },
    Rule {
        name: "nothing is left unfinished",
        applies: is_rule,
        breaks: |line| UNFINISHED.iter().any(|mark| has_word(&line.text, mark)),
    },
    Rule {
        name: "lines of Rust are short enough to read side by side",
        // One row of the catalogue is one text in every language.
        applies: |source| source.is_rust() && !source.is_in("src/i18n/catalogue/"),
        breaks: |line| {
            line.text.chars().count() > LINE_CHARACTERS_MAX && !is_whole_text(&line.text)
        },
    },
    Rule {
        name: "lines end where their text ends",
        applies: |_| true,
        breaks: |line| line.text.ends_with(char::is_whitespace),
    },
    Rule {
        name: "only style/tokens.css has colours",
        applies: |source| source.path.ends_with(".css") && source.path != "style/tokens.css",
        breaks: |line| has_colour(&line.text),
    },
    Rule {
        name: "no colour in Rust or HTML",
        applies: |source| source.is_in("src/") || source.path == "index.html",
        breaks: |line| {
            !line.text.contains("theme-color")
                && line.code.split('"').skip(1).step_by(2).any(is_hex_colour)
        },
    },
    Rule {
        name: "no inline style, which the content security policy forbids",
        applies: |source| source.is_in("src/") || source.path.ends_with(".html"),
        breaks: |line| line.code.split_whitespace().any(|word| word.starts_with("style=")),
    },
    Rule {
        name: "nothing is printed to the console by accident",
        applies: |source| {
            source.is_in("src/") || source.is_in("crates/") || source.is_in("public/")
        },
        breaks: |line| {
            !line.is_test && (line.code.contains("dbg!(") || line.code.contains("console.log("))
        },
    },
];

impl Rule {
    /// The places of a file that break the rule, each with its line.
    pub(super) fn broken_in(&self, source: &Source) -> Vec<String> {
        if !(self.applies)(source) {
            return Vec::new();
        }
        (1..)
            .zip(&source.lines)
            .filter(|(_, line)| (self.breaks)(line))
            .map(|(number, line)| format!("{}:{number}: {}", source.path, line.text.trim()))
            .collect()
    }
}

fn is_rule(source: &Source) -> bool {
    source.path != OWN_FILE
}

/// Links, lines of data and sentences in tables stay whole.
fn is_whole_text(line: &str) -> bool {
    line.contains("://") || line.contains("r#\"") || line.trim_start().starts_with('"')
}

fn has_word(text: &str, word: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric()).any(|part| part == word)
}

/// Whether the value of a CSS declaration has a colour in it.
fn has_colour(line: &str) -> bool {
    let Some((_, value)) = line.split_once(':') else { return false };
    let mut words = value.split([' ', ';', ',', '(', ')', '{', '}']);
    COLOUR_FUNCTIONS.iter().any(|function| value.contains(function))
        || words.any(|word| is_hex_colour(word) || COLOUR_NAMES.contains(&word))
}

fn is_hex_colour(word: &str) -> bool {
    word.strip_prefix('#').is_some_and(|digits| {
        matches!(digits.len(), 3 | 4 | 6 | 8) && digits.chars().all(|c| c.is_ascii_hexdigit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file and a line in it that breaks the rule of the same place.
    const BREAKING: [(&str, &str); RULES.len()] = [
        ("src/quote/form.rs", "let window = leptos::web_sys::window();"),
        ("src/quote/form.rs", "use gloo_net::http::Request;"),
        ("crates/calculator/src/fee.rs", "let fee = 0.12_f64 * credit as f64;"),
        ("crates/calculator/src/fee.rs", "let now = SystemTime::now();"),
        ("crates/calculator/src/fee.rs", "pub async fn fee() {}"),
        ("src/quote/form.rs", "if policy.id() == \"azure-2023-10\" {"),
        ("src/quote/form.rs", "let left = limit.minor() - used.minor();"),
        ("crates/view-model/src/quote/facts.rs", "Money::from_minor(cents, currency)"),
        ("crates/backend/src/records/order.rs", "if self.state == \"Succeeded\" {"),
        ("crates/azure/src/page.rs", "let next = page.next.unwrap();"),
        ("README.md", "TODO: say more"),
        (
            "src/app.rs",
            "let long = \"mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm\
          mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm\";",
        ),
        ("README.md", "A sentence. "),
        ("style/table.css", "border: 1px solid #ccd0d5;"),
        ("src/quote/chart.rs", "<path stroke=\"#0066cc\"/>"),
        ("src/quote/chart.rs", "<svg style=\"width: 100%\">"),
        ("public/boot.js", "console.log(\"here\");"),
    ];

    #[test]
    fn each_rule_can_be_broken() {
        for (rule, (path, line)) in RULES.iter().zip(BREAKING) {
            assert_eq!(rule.broken_in(&Source::new(path, line)).len(), 1, "{}", rule.name);
        }
    }

    #[test]
    fn rules_leave_alone_what_they_do_not_mean() {
        let allowed = [
            ("src/platform/clipboard.rs", "web_sys::window()"),
            ("src/api/client.rs", "use gloo_net::http::Request;"),
            ("crates/calculator/src/fee.rs", "/// Never an f64, and not for web_sys."),
            ("crates/calculator/src/policy.rs", "id: \"azure-2023-10\","),
            ("tests/web/form.rs", "page.unwrap();"),
            ("style/tokens.css", "--line: light-dark(#ccd0d5, #333a42);"),
            ("style/table.css", "color: var(--text-red); border-color: transparent;"),
            ("style/table.css", "#add .row { display: flex; }"),
            ("crates/view-model/src/quote/chart.rs", "HEIGHT * amount.minor() / self.whole"),
            ("src/i18n/format.rs", "percent.checked_mul(Decimal::new(1, 2))"),
            ("index.html", "<meta name=\"theme-color\" content=\"#0f1720\">"),
            ("src/quote/chart.rs", "<a href=\"#top\">"),
        ];
        for (path, line) in allowed {
            let source = Source::new(path, line);
            let broken: Vec<_> = RULES.iter().flat_map(|rule| rule.broken_in(&source)).collect();
            assert!(broken.is_empty(), "{broken:?}");
        }
    }
}

use super::*;

/// A text in English and another language, whose only form stands for the others as well.
fn text(tag: &str, english: &str, words: &str) -> Vec<Words> {
    let forms = Language::ALL.map(|language| {
        let said = if language.tag() == tag { words } else { english };
        said.split('\t').map(str::to_owned).collect()
    });
    vec![Words { name: "area::TEXT".to_owned(), forms }]
}

#[track_caller]
fn breaks(check: fn(&[Words]) -> Vec<String>, tag: &str, words: &str) {
    let found = check(&text(tag, words, words));
    assert!(found.iter().any(|why| why.contains(words)), "{words}: {found:?}");
}

#[track_caller]
fn holds(check: fn(&[Words]) -> Vec<String>, tag: &str, words: &str) {
    let language = |of: &Language| of.tag() == tag;
    let place = Language::ALL.iter().position(language).unwrap();
    let mut texts = text(tag, "", words);
    texts[0].forms[place] = vec![words.to_owned()];
    let found: Vec<_> = check(&texts).into_iter().filter(|why| why.ends_with(words)).collect();
    assert!(words.is_empty() || found.is_empty(), "{words}: {found:?}");
}

#[test]
fn the_catalogue_is_what_is_checked() {
    let texts = catalogue();
    assert_eq!(texts.len(), catalogue::names().len());
    let close = texts.iter().find(|text| text.name == "common::CLOSE").unwrap();
    assert_eq!(close.forms[Language::German as usize], ["Schließen"]);
}

#[test]
fn a_text_that_says_nothing_or_has_idle_space_is_found() {
    assert_eq!(empty(&text("sv", "Close", "")).len(), 1);
    breaks(empty, "de", " Schließen");
    breaks(empty, "nl", "Eerst  dit");
    assert_eq!(empty(&text("nl", "Close", "Sluiten")), Vec::<String>::new());
}

#[test]
fn a_placeholder_that_only_one_language_has_is_found() {
    let check = |words| other_placeholders(&text("nl", "{name} of {place}", words)).len();
    assert_eq!(check("{name} van {place}"), 0);
    assert_eq!(check("{name} van {plaats}"), 1);
    assert_eq!(check("{name}"), 1);
}

#[test]
fn a_number_without_a_form_for_one_is_found() {
    let found = |english, words| {
        let found = without_forms(&text("zh-CN", english, words));
        found.into_iter().filter(|why| why.starts_with("area")).collect::<Vec<_>>()
    };
    assert_eq!(found("{count} days", "{count} 天"), ["area::TEXT: one or many? {count} days"]);
    assert_eq!(found("{count} day\t{count} days", "{count} 天"), Vec::<String>::new());
    assert_eq!(found("{n} day\t{n} days", "{n} 天").len(), 1);
    assert_eq!(found("One day\tdays", "天\t天").len(), 2);
    // Nothing of the list is there.
    assert_eq!(without_forms(&[]).len(), ALIKE.len());
}

#[test]
fn english_words_of_another_language_are_found_unless_they_are_its_own() {
    let found = |english| {
        let found = left_in_english(&text("en", english, english));
        found.iter().map(|why| why.split(' ').nth(2).unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(found("Close"), ["German:", "Swedish:", "Dutch:", "Chinese:"]);
    assert_eq!(found("Details"), ["Swedish:", "Chinese:"]);
    assert_eq!(found("Tenant"), ["German:", "Swedish:", "Chinese:"]);
    assert_eq!(found("Azure {close}"), Vec::<String>::new());
}

#[test]
fn misleading_words_are_found_where_they_stand() {
    for (tag, words) in [
        ("en", "Ask the service again"),
        ("nl", "Vergoedingspercentage"),
        ("nl", "Nog niet vervallen termijnen"),
        ("nl", "Reserverings-ID"),
        ("sv", "Kapad"),
        ("zh-CN", "{day} 之前可行。"),
        ("zh-CN", "现在应付"),
        ("zh-CN", "服务的报价"),
        ("de", "Angebot als Text"),
        ("sv", "De returnerade enheterna"),
    ] {
        breaks(misleading, tag, words);
    }
    for (tag, words) in [
        ("en", "{payable}. {decision}"),
        ("en", "The service principal"),
        ("nl", "Vervaldatum"),
        ("sv", "Skapad"),
        ("sv", "Azure söker kapacitet i regionen."),
        ("zh-CN", "{last} 及之前没有此限制。"),
        ("zh-CN", "应付差额"),
        ("zh-CN", "登录服务"),
        ("de", "Vergoeding"),
        ("de", "Sie wird hier nicht angeboten."),
    ] {
        holds(misleading, tag, words);
    }
}

#[test]
fn signs_of_another_language_are_found() {
    for (tag, words) in [
        ("en", "Say \"yes\""),
        ("en", "Say 'yes'"),
        ("de", "Das “Radar”"),
        ("sv", "„Radar”"),
        ("nl", "Even geduld..."),
        ("nl", "Even geduld …"),
        ("de", "Bitte warten…"),
        ("en", "A – b"),
        ("zh-CN", "{name} ({count})"),
        ("zh-CN", "日期:{day}"),
        ("zh-CN", "完成."),
        ("en", "8,760 hours"),
        ("sv", "Artikeln från 2020-08-06"),
        ("nl", "12% van het tegoed"),
        ("de", "12 % der Gutschrift"),
    ] {
        breaks(mistyped, tag, words);
    }
    for (tag, words) in [
        ("en", "It can't be “used” in 2022–2023, says the customer's file."),
        ("de", "„Radar“ wird geladen …"),
        ("sv", "”Radar” läses in …"),
        ("nl", "‘Radar’: beide id's laden…"),
        ("zh-CN", "正在加载“{name}”（{count}）…"),
        ("en", "Version 1.2, 365 days, P1.2.3"),
    ] {
        holds(mistyped, tag, words);
    }
}

#[test]
fn a_sentence_that_is_a_label_in_another_language_is_found() {
    assert_eq!(other_ends(&text("de", "Nothing is lost.", "Nichts geht verloren")).len(), 1);
    assert_eq!(other_ends(&text("zh-CN", "Nothing is lost.", "没有丢失。")), Vec::<String>::new());
    assert_eq!(other_ends(&text("de", "Say “no”", "„Nein“ sagen")), Vec::<String>::new());
}

#[test]
fn a_button_that_ends_like_a_sentence_is_found() {
    let lines = "    /// Button: closes.\n    CLOSE { en: \"Close.\", de: \"\" }\n\
                 /// Says why.\n    WHY {\n    en: \"So it is.\",\n}\n    /// Column.\n    A { en: \"Amount\" }";
    let sources = [Source::new("src/i18n/catalogue/common.rs", lines)];
    assert_eq!(labels(&sources), ["src/i18n/catalogue/common.rs:2: Close."]);
}

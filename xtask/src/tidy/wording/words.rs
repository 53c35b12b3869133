//! What a reader of each language would stumble over: words that mean something else, with what to say.

/// A word that says something else than is meant.
pub(super) struct Wrong {
    /// The language that it is a word of.
    pub(super) tag: &'static str,
    /// How it begins, in small letters; one with a capital is looked for as it is written.
    pub(super) word: &'static str,
    /// Longer words that have it in them and are right.
    pub(super) right: &'static [&'static str],
    /// What it says, and what to say.
    pub(super) why: &'static str,
}

const fn wrong(
    tag: &'static str,
    word: &'static str,
    right: &'static [&'static str],
    why: &'static str,
) -> Wrong {
    Wrong { tag, word, right, why }
}

/// The words that are told apart from what they seem to say.
pub(super) const WRONG: &[Wrong] = &[
    wrong("en", "demonstration", &[], "is a demo"),
    wrong("en", "goes on", &[], "is said of a story; what is carried out continues"),
    wrong("en", "programme", &[], "is not American English"),
    wrong("en", "optimise", &[], "is not American English"),
    wrong("en", "recognise", &[], "is not American English"),
    wrong("en", "organisation", &[], "is not American English"),
    wrong("en", "colour", &[], "is not American English"),
    wrong("en", "truncated", &[], "is a programmer's word; it is rounded down"),
    wrong("en", "minor unit", &[], "is a programmer's word; it is a cent"),
    wrong("en", "payable", &[], "does not say who pays: you get, or you pay"),
    wrong("en", "cash effect", &[], "does not say who pays: you get, or you pay"),
    wrong("en", "floor", &[], "is the minimum purchase"),
    wrong("en", "excess", &[], "is the amount above the minimum"),
    wrong("en", "final exchange", &[], "is the only exchange left"),
    wrong("en", "all the same", &[], "is stilted"),
    wrong("en", "calculated with", &[], "is stilted"),
    wrong("en", "the service", &["the service principal"], "is Azure, demo Azure or the server"),
    wrong("en", "refund rules", &[], "are the refund policy"),
    wrong("en", "recorded api", &[], "is Azure, as it answered"),
    wrong("de", "angebot", &["angeboten"], "is made to sell something; a quote is a Berechnung"),
    wrong("de", "savings plan", &[], "is a Sparplan"),
    wrong("de", "demonstration", &[], "is a protest in the street, or a Demo"),
    wrong("de", "jahrestag", &[], "is once a year; each month has a day"),
    wrong(
        "de",
        "alle anderen",
        &["alle anderen verträge", "alle anderen werden"],
        "means all others, not those of the other person",
    ),
    wrong("de", "der dienst", &[], "is Azure, Demo-Azure or der Server"),
    wrong("de", "des dienst", &[], "is Azure, Demo-Azure or der Server"),
    wrong("de", "regeln", &["eigene regeln"], "are a Rückerstattungsrichtlinie"),
    wrong("sv", "demonstration", &[], "is a protest in the street, or a demo"),
    wrong("sv", "offert", &[], "is made to sell something; a quote is a beräkning"),
    wrong("sv", "returner", &[], "is said in two ways; units are lämnade tillbaka"),
    wrong("sv", "avbokning", &[], "is of a table or a trip; here it is an annullering"),
    wrong("sv", "kapa", &["kapacitet"], "means cut off; a cap makes it begränsad"),
    wrong("sv", "bokning", &[], "is a reservation; what is booked is a bokföringspost"),
    wrong("sv", "fylls på", &[], "is said of a tank; room under the cap frigörs"),
    wrong("sv", "klient-id", &[], "is the ID of an application; a tenant is a klientorganisation"),
    wrong("sv", "förfallodatum", &[], "is when a payment is due; a reservation löper ut"),
    wrong("sv", "partner center", &[], "is Partnercenter"),
    wrong("sv", "ladda ner", &[], "is said in two ways; it is ladda ned"),
    wrong("sv", "reservationsorder", &[], "is a reservationsbeställning"),
    wrong("sv", "tjänsten", &["tjänstens huvudnamn", "för tjänsten"], "is Azure or servern"),
    wrong("sv", "reglerna", &["bytesreglerna"], "are the återbetalningspolicy"),
    wrong("nl", "demonstratie", &[], "is a protest in the street, or a demo"),
    wrong("nl", "retournering", &[], "is a retour"),
    wrong("nl", "offerte", &[], "is made to sell something; a quote is a berekening"),
    wrong("nl", "aanvaard", &[], "is said in two ways; a request is geaccepteerd"),
    wrong("nl", "vergoeding", &[], "is money received; a fee is kosten"),
    wrong("nl", "verval", &["vervaldatum"], "is verschuldigd, niet meer verschuldigd or verlopen"),
    wrong("nl", "maanddag", &[], "is no word"),
    wrong("nl", "-ID", &[], "is written -id"),
    wrong("nl", "ID's", &[], "are written id's"),
    wrong("nl", "de service", &[], "is Azure, demo-Azure or de server"),
    wrong("zh-CN", "换购", &[], "is said in two ways; a trade-in is 折抵"),
    wrong("zh-CN", "计费方案", &[], "is said in two ways; a billing plan is 计费计划"),
    wrong("zh-CN", "应用服务", &[], "is said in two ways; it is App Service"),
    wrong("zh-CN", "规格", &[], "is said in two ways; a size is 大小"),
    wrong("zh-CN", "承诺", &["承诺额"], "is a promise; a commitment is 承诺额"),
    wrong("zh-CN", "应付", &["应付差额"], "is money owed; what is received is 实际退款金额"),
    wrong("zh-CN", "} 之前", &[], "excludes the day; say 截至 with 含当日"),
    wrong("zh-CN", "}之前", &[], "excludes the day; say 截至 with 含当日"),
    wrong("zh-CN", "挂起", &[], "means suspended; what is under way is 待处理"),
    wrong(
        "zh-CN",
        "服务",
        &["服务主体", "服务器", "登录服务", "该服务", "服务和订阅"],
        "is Azure, 演示 Azure or 服务器",
    ),
];

/// Names, which are the same everywhere.
pub(super) const NAMES: [&str; 16] = [
    "Agreement",
    "Azure",
    "Bash",
    "CLI",
    "Center",
    "Ctrl",
    "E",
    "Enterprise",
    "ID",
    "K",
    "Partner",
    "PowerShell",
    "Prorata",
    "SKU",
    "etag",
    "mail",
];

/// Words of another language that English has as well, with the same meaning.
pub(super) const SHARED: [(&str, &[&str]); 3] = [
    (
        "de",
        &[
            "Details",
            "Export",
            "Global",
            "Import",
            "Name",
            "Portfolio",
            "Problem",
            "Radar",
            "Region",
            "Status",
            "System",
            "Trend",
            "Version",
            "in",
            "optional",
        ],
    ),
    (
        "sv",
        &[
            "Export",
            "Global",
            "Information",
            "Problem",
            "Radar",
            "Region",
            "Reservation",
            "Status",
            "System",
            "Trend",
            "Version",
        ],
    ),
    (
        "nl",
        &[
            "Compact",
            "Details",
            "Export",
            "Help",
            "Menu",
            "Open",
            "Portfolio",
            "Product",
            "Radar",
            "Status",
            "Trend",
            "Type",
            "in",
        ],
    ),
];

/// Words that a language took from English, and why.
pub(super) const TAKEN: [(&str, &str, &str); 3] = [
    ("nl", "Records", "the word of data that Dutch has"),
    ("nl", "Principal", "Azure's Dutch edition says it of whoever has access"),
    ("nl", "Tenant", "Microsoft's Dutch edition says it"),
];

/// Placeholders that hold a number of things.
pub(super) const NUMBERS: [&str; 13] = [
    "count", "days", "digits", "done", "hours", "lines", "max", "minutes", "owned", "seconds",
    "total", "units", "unused",
];

/// Texts with such a number of which no word depends on it: it stands behind a colon, in brackets or before
/// a sign, has its unit with it, is never one, or one has a text of its own.
pub(super) const ALIKE: [&str; 32] = [
    "change::NOW_LINE",
    "configuration::NAME_AND_UNITS",
    "configuration::NAME_TOO_LONG",
    "customer::FILTER_COUNT",
    "customer::SHOW_MORE",
    "exchange::SUGGEST_OUTCOME",
    "exchange::SUGGEST_UNREAD",
    "exchange::BUY_MORE",
    "comparison::CONSIDERED_PURCHASE",
    "exchange::TEXT_PURCHASE",
    "exchange::FILE_HOLDS",
    "exchange::IMPORTED",
    "exchange::CONFIRM_BUYS",
    "letter::UNITS_OF",
    "plan::TOO_MANY",
    "plan::READING",
    "quick::FULL",
    "quote::OF_OWNED",
    "refund::UNITS_ON_DAY",
    "refund::REPLENISHED",
    "radar::IN_DAYS",
    "reconcile::NOTE_UNITS_IN_FILE",
    "reconcile::STATE_COUNT",
    "common::DAYS_LEFT",
    "common::ENDED_DAYS_AGO",
    "reservation::PAYMENTS_FAILED",
    "reservation::ALL_PAYMENTS",
    "rules::PROBLEM_TOO_LARGE",
    "rules::PROBLEM_OUT_OF_RANGE",
    "rules::PROBLEM_LENGTH",
    "support::STEP",
    "support::TOO_LONG",
];

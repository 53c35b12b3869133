//! Texts that the quotes of refunds and exchanges share.

use crate::catalogue;

catalogue! {
    /// The day of the form has gone with the present one, while the page was open.
    NEW_DAY {
        en: "A new day has begun in UTC. The date is now {day}, and the amounts are those of that day.",
        de: "In UTC hat ein neuer Tag begonnen. Das Datum ist jetzt der {day}, und die Beträge gelten für diesen Tag.",
        sv: "En ny dag har börjat i UTC. Datumet är nu {day}, och beloppen gäller den dagen.",
        nl: "Er is een nieuwe dag begonnen in UTC. De datum is nu {day} en de bedragen gelden voor die dag.",
        zh: "UTC 已进入新的一天。日期现为 {day}，金额按当日计算。"
    }
    /// Heading of the form.
    FORM { en: "What is returned", de: "Was zurückgegeben wird", sv: "Vad som lämnas tillbaka", nl: "Wat wordt geretourneerd", zh: "退回内容" }
    /// Hint of the day: `{today}` in UTC.
    DAY_HINT {
        en: "Today in UTC: {today}.",
        de: "Heute in UTC: {today}.",
        sv: "I dag i UTC: {today}.",
        nl: "Vandaag in UTC: {today}.",
        zh: "UTC 当前日期：{today}。"
    }
    /// Button: the day of the return is today.
    TODAY { en: "Today", de: "Heute", sv: "I dag", nl: "Vandaag", zh: "今天" }
    /// Field: units to return.
    UNITS { en: "Units to return", de: "Zurückzugebende Einheiten", sv: "Enheter att lämna tillbaka", nl: "Te retourneren eenheden", zh: "退回单位数" }
    /// Behind the field of units: `{count}` owned.
    OF_OWNED { en: "of {count}", de: "von {count}", sv: "av {count}", nl: "van {count}", zh: "共 {count}" }
    /// Button: all units are returned.
    ALL_UNITS { en: "All", de: "Alle", sv: "Alla", nl: "Alle", zh: "全部" }
    /// Choice: used.
    USED { en: "Used", de: "Genutzt", sv: "Använd", nl: "Gebruikt", zh: "已使用" }
    /// Field: rate from `{currency}` into USD.
    USD_RATE { en: "USD for 1 {currency}", de: "USD für 1 {currency}", sv: "USD för 1 {currency}", nl: "USD voor 1 {currency}", zh: "1 {currency} 兑美元" }
    /// What the service knows, beside a rate that is another one.
    RATE_OF_SERVICE {
        en: "The stored rate is {rate}.",
        de: "Der gespeicherte Kurs ist {rate}.",
        sv: "Den sparade kursen är {rate}.",
        nl: "De opgeslagen koers is {rate}.",
        zh: "已保存的汇率为 {rate}。"
    }
    /// Questions a value that is far above the known one.
    FAR_ABOVE { en: "Check this value: it is {percent} higher.", de: "Bitte prüfen: Dieser Wert liegt {percent} darüber.", sv: "Kontrollera värdet: det är {percent} högre.", nl: "Controleer deze waarde: die is {percent} hoger.", zh: "请检查此值：高出 {percent}。" }
    /// Questions a value that is far below the known one.
    FAR_BELOW { en: "Check this value: it is {percent} lower.", de: "Bitte prüfen: Dieser Wert liegt {percent} darunter.", sv: "Kontrollera värdet: det är {percent} lägre.", nl: "Controleer deze waarde: die is {percent} lager.", zh: "请检查此值：低 {percent}。" }
    /// Questions a fee rate that is far from the policy's own.
    FAR_FEE {
        en: "The refund policy's own fee rate is {rate}. Check this value: it is {points} percentage points away.",
        de: "Der Gebührensatz der Rückerstattungsrichtlinie ist {rate}. Bitte prüfen: Dieser Wert liegt {points} Prozentpunkte daneben.",
        sv: "Återbetalningspolicyns egen avgiftssats är {rate}. Kontrollera värdet: det ligger {points} procentenheter ifrån.",
        nl: "Het kostenpercentage van het restitutiebeleid is {rate}. Controleer deze waarde: die ligt {points} procentpunten ernaast.",
        zh: "退款政策本身的费率为 {rate}。请检查此值：相差 {points} 个百分点。"
    }
    /// Remark: who gave the rate.
    RATE_BY_HAND { en: "The USD rate {rate} was entered by hand; it is not the stored one.", de: "Der USD-Kurs {rate} wurde von Hand eingegeben; er ist nicht der gespeicherte.", sv: "USD-kursen {rate} har angetts för hand; den är inte den sparade.", nl: "De USD-koers {rate} is met de hand ingevoerd en is niet de opgeslagen koers.", zh: "美元汇率 {rate} 为手动输入，并非已保存的汇率。" }
    /// Remark: who gave the rate.
    RATE_BY_LINK { en: "The USD rate {rate} came with the link; it is not the stored one.", de: "Der USD-Kurs {rate} kam mit dem Link; er ist nicht der gespeicherte.", sv: "USD-kursen {rate} kom med länken; den är inte den sparade.", nl: "De USD-koers {rate} kwam met de link en is niet de opgeslagen koers.", zh: "美元汇率 {rate} 来自链接，并非已保存的汇率。" }
    /// Remark: who said that it was used.
    USED_BY_LINK { en: "“Used” came with the link, not from usage data.", de: "„Genutzt“ kam mit dem Link, nicht aus Nutzungsdaten.", sv: "”Använd” kom med länken, inte från användningsdata.", nl: "‘Gebruikt’ kwam met de link, niet uit gebruiksgegevens.", zh: "“已使用”来自链接，而非使用数据。" }
    /// Remark: who said that it was not used.
    UNUSED_BY_LINK { en: "“Unused” came with the link, not from usage data.", de: "„Ungenutzt“ kam mit dem Link, nicht aus Nutzungsdaten.", sv: "”Oanvänd” kom med länken, inte från användningsdata.", nl: "‘Ongebruikt’ kwam met de link, niet uit gebruiksgegevens.", zh: "“未使用”来自链接，而非使用数据。" }
    /// Remark: who gave the current price.
    PRICE_BY_LINK { en: "The current price {price} came with the link.", de: "Der aktuelle Preis {price} kam mit dem Link.", sv: "Det aktuella priset {price} kom med länken.", nl: "De huidige prijs {price} kwam met de link.", zh: "当前单价 {price} 来自链接。" }
    /// What was paid for one unit.
    BOUGHT_FOR { en: "One unit was bought for {price}.", de: "Eine Einheit wurde für {price} gekauft.", sv: "En enhet köptes för {price}.", nl: "Eén eenheid is gekocht voor {price}.", zh: "购买时单价为 {price}。" }
    /// Remark: who gave the price of something that is bought.
    OWN_PRICE_BY_HAND { en: "{what}: the price {price} was entered by hand. Azure quotes by its own price list.", de: "{what}: Der Preis {price} wurde von Hand eingegeben. Azure rechnet mit seiner eigenen Preisliste.", sv: "{what}: priset {price} har angetts för hand. Azure räknar med sin egen prislista.", nl: "{what}: de prijs {price} is met de hand ingevoerd. Azure rekent met zijn eigen prijslijst.", zh: "{what}：价格 {price} 为手动输入。Azure 按自己的价目表报价。" }
    /// Remark: who gave the price of something that is bought.
    OWN_PRICE_BY_LINK { en: "{what}: the price {price} came with the link. Azure quotes by its own price list.", de: "{what}: Der Preis {price} kam mit dem Link. Azure rechnet mit seiner eigenen Preisliste.", sv: "{what}: priset {price} kom med länken. Azure räknar med sin egen prislista.", nl: "{what}: de prijs {price} kwam met de link. Azure rekent met zijn eigen prijslijst.", zh: "{what}：价格 {price} 来自链接。Azure 按自己的价目表报价。" }
    /// What the price list has.
    LISTED_AT { en: "The price list has {price}.", de: "Die Preisliste hat {price}.", sv: "Prislistan har {price}.", nl: "De prijslijst heeft {price}.", zh: "价目表价格为 {price}。" }
    /// Remark: who gave the what-if fee.
    FEE_BY_LINK { en: "The fee rate {rate} came with the link.", de: "Der Gebührensatz {rate} kam mit dem Link.", sv: "Avgiftssatsen {rate} kom med länken.", nl: "Het kostenpercentage {rate} kwam met de link.", zh: "费率 {rate} 来自链接。" }
    /// Remark, and beside the field: the day is over.
    PAST_DAY { en: "{day} is in the past. Nothing can be returned on that day anymore; the amounts are only for checking.", de: "Der {day} liegt in der Vergangenheit. An diesem Tag kann nichts mehr zurückgegeben werden; die Beträge dienen nur zum Nachrechnen.", sv: "{day} har passerat. Inget kan längre lämnas tillbaka den dagen; beloppen är bara till för kontroll.", nl: "{day} ligt in het verleden. Op die dag kan niets meer worden geretourneerd; de bedragen zijn alleen ter controle.", zh: "{day} 已过去。当日已无法退回；金额仅供核对。" }
    /// Remark: what became of a policy that a link names.
    UNKNOWN_POLICY { en: "The link names a refund policy that this version doesn't know: “{named}”. This quote follows {policy}.", de: "Der Link nennt eine Rückerstattungsrichtlinie, die diese Version nicht kennt: „{named}“. Diese Berechnung folgt {policy}.", sv: "Länken anger en återbetalningspolicy som den här versionen inte känner till: ”{named}”. Beräkningen följer {policy}.", nl: "De link noemt een restitutiebeleid dat deze versie niet kent: ‘{named}’. Deze berekening volgt {policy}.", zh: "链接指定的退款政策在此版本中未知：“{named}”。本报价采用 {policy}。" }
    /// Hint of the rate: not known.
    RATE_UNKNOWN {
        en: "No rate is stored. Without one the refund cap can't be checked.",
        de: "Es ist kein Kurs gespeichert. Ohne Kurs lässt sich die Obergrenze nicht prüfen.",
        sv: "Ingen kurs är sparad. Utan kurs går det inte att kontrollera taket.",
        nl: "Er is geen koers opgeslagen. Zonder koers kan de restitutielimiet niet worden gecontroleerd.",
        zh: "没有已保存的汇率。没有汇率就无法检查退款上限。"
    }

    /// Heading of the answer.
    ANSWER { en: "Quote", de: "Berechnung", sv: "Beräkning", nl: "Berekening", zh: "报价" }
    /// The rules of the quote.
    UNDER_RULES { en: "Refund policy: {policy}", de: "Rückerstattungsrichtlinie: {policy}", sv: "Återbetalningspolicy: {policy}", nl: "Restitutiebeleid: {policy}", zh: "退款政策：{policy}" }
    /// The form does not fit; the quote below is an older one.
    STALE {
        en: "Not current: this is the last valid quote. Correct the marked fields to update it.",
        de: "Nicht aktuell: Dies ist die letzte gültige Berechnung. Korrigieren Sie die markierten Felder, um sie zu erneuern.",
        sv: "Inte aktuell: detta är den senaste giltiga beräkningen. Rätta de markerade fälten för att uppdatera den.",
        nl: "Niet actueel: dit is de laatste geldige berekening. Corrigeer de gemarkeerde velden om die bij te werken.",
        zh: "非最新：这是上一次有效的报价。请更正标出的字段以更新。"
    }
    /// There is no quote yet.
    NO_QUOTE { en: "Correct the marked fields to see the quote.", de: "Korrigieren Sie die markierten Felder, um die Berechnung zu sehen.", sv: "Rätta de markerade fälten för att se beräkningen.", nl: "Corrigeer de gemarkeerde velden om de berekening te zien.", zh: "请更正标出的字段以查看报价。" }
    /// Decision in a word: allowed.
    ALLOWED { en: "Allowed", de: "Zulässig", sv: "Tillåten", nl: "Toegestaan", zh: "允许" }
    /// Decision in a word: capped.
    CAPPED { en: "Capped", de: "Gekürzt", sv: "Begränsad", nl: "Verlaagd", zh: "受限" }
    /// Decision in a word: allowed as far as it was checked.
    NOT_CHECKED { en: "Refund cap not checked", de: "Obergrenze nicht geprüft", sv: "Taket ej kontrollerat", nl: "Restitutielimiet niet gecontroleerd", zh: "未检查退款上限" }
    /// Decision in a word: refused.
    REFUSED { en: "Refused", de: "Abgelehnt", sv: "Avslagen", nl: "Geweigerd", zh: "拒绝" }



    /// Heading of the ways out.
    WAYS_OUT { en: "What you can do instead", de: "Was Sie stattdessen tun können", sv: "Vad du kan göra i stället", nl: "Wat u in plaats daarvan kunt doen", zh: "您可以改为" }

    /// Heading of the quote under the newest policy.
    NEWEST { en: "Under the newest refund policy", de: "Nach der neuesten Rückerstattungsrichtlinie", sv: "Enligt den nyaste återbetalningspolicyn", nl: "Volgens het nieuwste restitutiebeleid", zh: "按最新退款政策" }
    /// The quote is under the newest policy.
    IS_NEWEST { en: "This quote already follows the newest refund policy.", de: "Diese Berechnung folgt bereits der neuesten Rückerstattungsrichtlinie.", sv: "Beräkningen följer redan den nyaste återbetalningspolicyn.", nl: "Deze berekening volgt al het nieuwste restitutiebeleid.", zh: "本报价已采用最新退款政策。" }
    /// Button: quote under the newest policy.
    USE_NEWEST { en: "Quote by this refund policy", de: "Nach dieser Rückerstattungsrichtlinie berechnen", sv: "Beräkna enligt den här återbetalningspolicyn", nl: "Volgens dit restitutiebeleid berekenen", zh: "按此退款政策报价" }

    /// Heading of the disagreements.
    DISAGREEMENTS { en: "Where the sources disagree", de: "Wo die Quellen sich widersprechen", sv: "Där källorna är oense", nl: "Waar de bronnen elkaar tegenspreken", zh: "来源不一致之处" }
    /// Opens the steps.
    STEPS {
        en: "How every amount came about ({count} step)" | "How every amount came about ({count} steps)",
        de: "Wie jeder Betrag zustande kommt ({count} Schritt)" | "Wie jeder Betrag zustande kommt ({count} Schritte)",
        sv: "Så har varje belopp räknats fram ({count} steg)" | "Så har varje belopp räknats fram ({count} steg)",
        nl: "Hoe elk bedrag tot stand komt ({count} stap)" | "Hoe elk bedrag tot stand komt ({count} stappen)",
        zh: "各金额的计算过程（{count} 步）"
    }
    /// Source of a step.
    SOURCE { en: "Source", de: "Quelle", sv: "Källa", nl: "Bron", zh: "来源" }
    /// Formula of a step.
    FORMULA { en: "Formula", de: "Formel", sv: "Formel", nl: "Formule", zh: "公式" }
    /// Title and date of a source.
    SOURCE_OF_DATE { en: "{title}, {date}", de: "{title}, {date}", sv: "{title}, {date}", nl: "{title}, {date}", zh: "{title}，{date}" }

    /// Heading of what can be done with a quote.
    TAKE_ALONG { en: "Share or export", de: "Teilen oder exportieren", sv: "Dela eller exportera", nl: "Delen of exporteren", zh: "导出与分享" }
    /// What is copied.
    QUOTE_AS_TEXT { en: "quote as text", de: "Berechnung als Text", sv: "beräkningen som text", nl: "Berekening als tekst", zh: "报价文本" }
    /// What is copied.
    LINK_TO_QUOTE { en: "link to this quote", de: "Link zu dieser Berechnung", sv: "länk till beräkningen", nl: "Link naar deze berekening", zh: "此报价的链接" }
    /// Button.
    DOWNLOAD_JSON { en: "Download as JSON", de: "Als JSON herunterladen", sv: "Ladda ned som JSON", nl: "Downloaden als JSON", zh: "下载为 JSON" }
    /// Line of a quote as text.
    TEXT_LINE { en: "{name}: {value}", de: "{name}: {value}", sv: "{name}: {value}", nl: "{name}: {value}", zh: "{name}：{value}" }


    /// Heading of carrying the refund out.
    CARRY_OUT_TITLE { en: "Carry out", de: "Ausführen", sv: "Genomför", nl: "Uitvoeren", zh: "执行" }
    /// Heading of what happens when it is carried out, and of the commands that do the same.
    HOW_CARRIED_OUT { en: "How it is carried out", de: "So läuft es ab", sv: "Så går det till", nl: "Zo gaat het in zijn werk", zh: "操作方式" }
    /// Why not: the quote is not that of the form.
    NOT_CURRENT { en: "Correct the marked fields first.", de: "Korrigieren Sie zuerst die markierten Felder.", sv: "Rätta först de markerade fälten.", nl: "Corrigeer eerst de gemarkeerde velden.", zh: "请先更正标出的字段。" }
    /// Both quotes differ.
    DIFFERS { en: "The new quote differs from this one. Nothing was returned.", de: "Die neue Berechnung weicht von dieser ab. Es wurde nichts zurückgegeben.", sv: "Den nya beräkningen skiljer sig från den här. Inget har lämnats tillbaka.", nl: "De nieuwe berekening wijkt hiervan af. Er is niets geretourneerd.", zh: "新的报价与此不同。未退回任何内容。" }
    /// Why they may differ.
    DIFFERS_WHY { en: "The new quote uses the stored rate, use and price; those in the form may differ, or the reservation has changed.", de: "Die neue Berechnung verwendet Kurs, Nutzung und Preis aus den gespeicherten Daten; im Formular stehen vielleicht andere, oder die Reservierung hat sich geändert.", sv: "Den nya beräkningen använder sparad kurs, användning och sparat pris; formuläret kan ha andra värden, eller så har reservationen ändrats.", nl: "De nieuwe berekening gebruikt de opgeslagen koers, het opgeslagen gebruik en de opgeslagen prijs; die in het formulier zijn misschien anders, of de reservering is gewijzigd.", zh: "新的报价采用已保存的汇率、使用情况和价格；表单中的值可能与之不同，或者预订已更改。" }
    /// Column: the figure.
    FIGURE { en: "Figure", de: "Angabe", sv: "Uppgift", nl: "Gegeven", zh: "项目" }
    /// Column: our value.
    OURS { en: "This page", de: "Diese Seite", sv: "Denna sida", nl: "Deze pagina", zh: "本页面" }
    /// Column: the service's value.
    THEIRS { en: "New quote", de: "Neue Berechnung", sv: "Ny beräkning", nl: "Nieuwe berekening", zh: "新的报价" }
    /// Column: whether they agree.
    COMPARISON { en: "Comparison", de: "Vergleich", sv: "Jämförelse", nl: "Vergelijking", zh: "比较" }
    /// Both values agree.
    SAME { en: "same", de: "gleich", sv: "lika", nl: "gelijk", zh: "相同" }
    /// The values differ.
    DIFFERENT { en: "different", de: "verschieden", sv: "olika", nl: "verschillend", zh: "不同" }
    /// The service refuses within a successful answer.
    POLICY_ERRORS { en: "The amounts were quoted, but the return is refused.", de: "Die Beträge wurden berechnet, aber die Rückgabe wird abgelehnt.", sv: "Beloppen har beräknats, men returen avslås.", nl: "De bedragen zijn berekend, maar de retour wordt geweigerd.", zh: "金额已报价，但退回被拒绝。" }
    /// Why it cannot be confirmed yet.
    REASON_NEEDED { en: "Select a reason. If it's another reason, describe it.", de: "Wählen Sie einen Grund. „Anderer Grund“ bitte erläutern.", sv: "Välj en orsak. Om det är en annan orsak, beskriv den.", nl: "Selecteer een reden. Is het een andere reden, beschrijf die dan.", zh: "请选择原因。如为其他原因，请说明。" }
    /// A failure: the session of the quote is over.
    SESSION_OVER { en: "The new quote has expired or the amounts have changed. Ask for another one.", de: "Die neue Berechnung ist abgelaufen, oder die Beträge haben sich geändert. Fordern Sie noch eine an.", sv: "Den nya beräkningen har gått ut eller så har beloppen ändrats. Begär en till.", nl: "De nieuwe berekening is verlopen of de bedragen zijn gewijzigd. Vraag er nog een aan.", zh: "新的报价已过期或金额已更改。请再次请求报价。" }
    /// Button after a failure.
    ASK_AGAIN { en: "Ask for a new quote", de: "Neue Berechnung anfordern", sv: "Begär en ny beräkning", nl: "Nieuwe berekening aanvragen", zh: "重新请求报价" }
    /// Why not yet: the service asks to wait `{count}` seconds.
    WAIT_SECONDS {
        en: "You can try again in {count} second." | "You can try again in {count} seconds.",
        de: "Sie können es in {count} Sekunde erneut versuchen." | "Sie können es in {count} Sekunden erneut versuchen.",
        sv: "Du kan försöka igen om {count} sekund." | "Du kan försöka igen om {count} sekunder.",
        nl: "U kunt het over {count} seconde opnieuw proberen." | "U kunt het over {count} seconden opnieuw proberen.",
        zh: "{count} 秒后可以重试。"
    }
}

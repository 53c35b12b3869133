//! Texts about reservations that lack a fact.

use crate::catalogue;

catalogue! {
    /// The page.
    TITLE { en: "Incomplete reservations", de: "Unvollständige Reservierungen", sv: "Ofullständiga reservationer", nl: "Onvolledige reserveringen", zh: "不完整的预订" }
    /// What the page is for.
    SUMMARY {
        en: "No file says everything that a quote needs about these. Answer what you know; once nothing is missing, they join the other reservations.",
        de: "Über diese sagt keine Datei alles, was eine Berechnung braucht. Beantworten Sie, was Sie wissen; sobald nichts mehr fehlt, stehen sie bei den anderen Reservierungen.",
        sv: "Ingen fil säger allt som en beräkning behöver om dessa. Svara på det du vet; när inget saknas längre hamnar de bland de andra reservationerna.",
        nl: "Geen bestand zegt hierover alles wat een berekening nodig heeft. Beantwoord wat u weet; zodra niets meer ontbreekt, staan ze bij de andere reserveringen.",
        zh: "关于这些预订，没有文件提供报价所需的全部内容。请填写您知道的内容；补全后，它们将与其他预订一起显示。"
    }
    /// A link to the page, with how many there are.
    COUNT {
        en: "{count} incomplete reservation" | "{count} incomplete reservations",
        de: "{count} unvollständige Reservierung" | "{count} unvollständige Reservierungen",
        sv: "{count} ofullständig reservation" | "{count} ofullständiga reservationer",
        nl: "{count} onvolledige reservering" | "{count} onvolledige reserveringen",
        zh: "{count} 个不完整的预订"
    }
    /// Heading of the answers for several.
    SEVERAL { en: "Answer for several at once", de: "Für mehrere zugleich beantworten", sv: "Svara för flera på en gång", nl: "Voor meerdere tegelijk beantwoorden", zh: "批量回答" }
    /// Heading and table of the answers for each.
    EACH { en: "Answer one by one", de: "Einzeln beantworten", sv: "Svara en i taget", nl: "Eén voor één beantwoorden", zh: "逐个回答" }
    /// Below the heading.
    EACH_ABOUT { en: "An answer here goes before one for several.", de: "Eine Antwort hier geht einer für mehrere vor.", sv: "Ett svar här går före ett för flera.", nl: "Een antwoord hier gaat vóór een antwoord voor meerdere.", zh: "此处的回答优先于批量回答。" }
    /// Column: where a reservation stands.
    FOUND_IN { en: "Found in", de: "Gefunden in", sv: "Finns i", nl: "Gevonden in", zh: "来源" }
    /// Button.
    SAVE { en: "Save the answers", de: "Antworten speichern", sv: "Spara svaren", nl: "Antwoorden opslaan", zh: "保存回答" }
    /// Why the button is not available.
    SAVING { en: "The answers are being saved.", de: "Die Antworten werden gespeichert.", sv: "Svaren sparas.", nl: "De antwoorden worden opgeslagen.", zh: "正在保存回答。" }
    /// Why nothing was saved.
    NOTHING_ANSWERED { en: "Nothing is answered yet.", de: "Es ist noch nichts beantwortet.", sv: "Inget är besvarat än.", nl: "Er is nog niets beantwoord.", zh: "尚未回答任何内容。" }
    /// The answers were saved.
    SAVED { en: "The answers are saved.", de: "Die Antworten sind gespeichert.", sv: "Svaren är sparade.", nl: "De antwoorden zijn opgeslagen.", zh: "回答已保存。" }
    /// What a failure leaves behind.
    NOT_SAVED { en: "No answer was saved.", de: "Keine Antwort wurde gespeichert.", sv: "Inget svar sparades.", nl: "Er is geen antwoord opgeslagen.", zh: "未保存任何回答。" }
    /// In the place of the list.
    NONE { en: "No reservation of this customer is incomplete.", de: "Keine Reservierung dieses Kunden ist unvollständig.", sv: "Ingen av kundens reservationer är ofullständig.", nl: "Geen reservering van deze klant is onvolledig.", zh: "此客户没有不完整的预订。" }
}

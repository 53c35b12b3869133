//! Texts of the entry that changes a reservation.

use crate::catalogue;

catalogue! {
    /// Setting.
    DISPLAY_NAME { en: "Display name", de: "Anzeigename", sv: "Visningsnamn", nl: "Weergavenaam", zh: "显示名称" }
    /// Setting: whether other sizes of the same group are covered.
    FLEXIBILITY { en: "Instance size flexibility", de: "Flexibilität der Instanzgröße", sv: "Flexibel instansstorlek", nl: "Flexibele instantiegrootte", zh: "实例大小灵活性" }
    /// What it means.
    FLEXIBILITY_HINT { en: "On: other sizes of the same group are covered as well.", de: "Ein: Auch andere Größen derselben Gruppe werden abgedeckt.", sv: "På: även andra storlekar i samma grupp täcks.", nl: "Aan: ook andere grootten van dezelfde groep zijn gedekt.", zh: "开启：同组的其他大小也在覆盖范围内。" }
    /// Why it cannot be set.
    FLEXIBILITY_NONE { en: "This product has no instance sizes.", de: "Dieses Produkt kennt keine Instanzgrößen.", sv: "Den här produkten har inga instansstorlekar.", nl: "Dit product kent geen instantiegrootten.", zh: "此产品没有实例大小之分。" }
    /// Setting: whether a new reservation is bought at expiry.
    RENEWAL { en: "Automatic renewal", de: "Automatische Verlängerung", sv: "Automatisk förnyelse", nl: "Automatische verlenging", zh: "自动续订" }
    /// What it means.
    RENEWAL_HINT { en: "On: the same is bought again when this reservation expires.", de: "Ein: Bei Ablauf dieser Reservierung wird dasselbe noch einmal gekauft.", sv: "På: samma sak köps igen när reservationen löper ut.", nl: "Aan: hetzelfde wordt opnieuw gekocht als deze reservering verloopt.", zh: "开启：此预订到期时会再次购买相同内容。" }
    /// Value of a setting.
    ON { en: "On", de: "Ein", sv: "På", nl: "Aan", zh: "开启" }
    /// Value of a setting.
    OFF { en: "Off", de: "Aus", sv: "Av", nl: "Uit", zh: "关闭" }
    /// What is wrong with the name.
    NAME_NEEDED { en: "Enter a name.", de: "Geben Sie einen Namen ein.", sv: "Ange ett namn.", nl: "Voer een naam in.", zh: "请输入名称。" }
    /// What is wrong with the name; `{max}` characters.
    NAME_TOO_LONG { en: "Enter at most {max} characters.", de: "Geben Sie höchstens {max} Zeichen ein.", sv: "Ange högst {max} tecken.", nl: "Voer hoogstens {max} tekens in.", zh: "最多输入 {max} 个字符。" }
    /// Choice for nothing.
    CHOOSE { en: "Choose…", de: "Auswählen …", sv: "Välj …", nl: "Kiezen…", zh: "请选择…" }
    /// Choice of what the benefit applies to.
    SUBSCRIPTION { en: "Subscription", de: "Abonnement", sv: "Prenumeration", nl: "Abonnement", zh: "订阅" }
    /// Choice of what the benefit applies to.
    RESOURCE_GROUP { en: "Resource group", de: "Ressourcengruppe", sv: "Resursgrupp", nl: "Resourcegroep", zh: "资源组" }
    /// What is missing.
    CHOOSE_SUBSCRIPTION { en: "Choose a subscription.", de: "Wählen Sie ein Abonnement aus.", sv: "Välj en prenumeration.", nl: "Kies een abonnement.", zh: "请选择订阅。" }
    /// What is missing.
    CHOOSE_GROUP { en: "Choose a resource group.", de: "Wählen Sie eine Ressourcengruppe aus.", sv: "Välj en resursgrupp.", nl: "Kies een resourcegroep.", zh: "请选择资源组。" }
    /// What is missing.
    CHOOSE_MANAGEMENT_GROUP { en: "Choose a management group.", de: "Wählen Sie eine Verwaltungsgruppe aus.", sv: "Välj en hanteringsgrupp.", nl: "Kies een beheergroep.", zh: "请选择管理组。" }
    /// A scope that the service says cannot be chosen.
    SCOPE_UNAVAILABLE { en: "The reservation can't be applied to this. Choose another one.", de: "Die Reservierung kann hierauf nicht angewendet werden. Wählen Sie etwas anderes.", sv: "Reservationen kan inte tillämpas på detta. Välj något annat.", nl: "De reservering kan hierop niet worden toegepast. Kies iets anders.", zh: "预订无法应用于此项，请另选一项。" }
    /// The same in the list; `{name}` of the scope.
    NAME_UNAVAILABLE { en: "{name} (not available)", de: "{name} (nicht verfügbar)", sv: "{name} (inte tillgänglig)", nl: "{name} (niet beschikbaar)", zh: "{name}（不可用）" }
    /// A resource group by its name and that of its subscription.
    GROUP_IN_SUBSCRIPTION { en: "{group} in {subscription}", de: "{group} in {subscription}", sv: "{group} i {subscription}", nl: "{group} in {subscription}", zh: "{subscription} 中的 {group}" }
    /// A scope by its kind and what it applies to.
    SCOPE_IN_WORDS { en: "{kind}: {place}", de: "{kind}: {place}", sv: "{kind}: {place}", nl: "{kind}: {place}", zh: "{kind}：{place}" }

    /// Heading of the summary before saving.
    CHANGES { en: "What will change", de: "Was sich ändern wird", sv: "Vad som ändras", nl: "Wat er verandert", zh: "将要更改的内容" }
    /// Why nothing can be saved.
    NO_CHANGES { en: "Nothing is changed yet.", de: "Noch ist nichts geändert.", sv: "Inget är ändrat ännu.", nl: "Er is nog niets gewijzigd.", zh: "尚未更改任何内容。" }
    /// Between the value before and the value afterwards, for screen readers.
    BECOMES { en: "becomes", de: "wird zu", sv: "blir", nl: "wordt", zh: "变为" }
    /// Button.
    SAVE { en: "Save changes", de: "Änderungen speichern", sv: "Spara ändringar", nl: "Wijzigingen opslaan", zh: "保存更改" }
    /// Button.
    DISCARD { en: "Discard changes", de: "Änderungen verwerfen", sv: "Ångra ändringar", nl: "Wijzigingen verwerpen", zh: "放弃更改" }
    /// While the change is under way.
    SAVING { en: "The changes are being saved…", de: "Die Änderungen werden gespeichert …", sv: "Ändringarna sparas …", nl: "De wijzigingen worden opgeslagen…", zh: "正在保存更改…" }
    /// The change was made.
    SAVED { en: "The changes are saved.", de: "Die Änderungen sind gespeichert.", sv: "Ändringarna är sparade.", nl: "De wijzigingen zijn opgeslagen.", zh: "更改已保存。" }
    /// The change was not made.
    NOT_SAVED { en: "Nothing was changed. What you entered is kept.", de: "Es wurde nichts geändert. Ihre Eingaben bleiben erhalten.", sv: "Inget har ändrats. Det du angav finns kvar.", nl: "Er is niets gewijzigd. Uw invoer blijft behouden.", zh: "未作任何更改。您输入的内容已保留。" }
    /// Why a reservation cannot be changed: its state.
    NEEDS_STATE { en: "Only a reservation in the state “{needed}” can be changed. This one is in the state “{state}”.", de: "Nur eine Reservierung im Zustand „{needed}“ kann geändert werden. Diese ist im Zustand „{state}“.", sv: "Bara en reservation med tillståndet ”{needed}” kan ändras. Den här har tillståndet ”{state}”.", nl: "Alleen een reservering met de status ‘{needed}’ kan worden gewijzigd. Deze heeft de status ‘{state}’.", zh: "只有处于“{needed}”状态的预订才能更改。此预订的状态为“{state}”。" }

    /// Question before a page with unsaved changes is left.
    LEAVE_TITLE { en: "Leave without saving?", de: "Seite verlassen, ohne zu speichern?", sv: "Lämna utan att spara?", nl: "Verlaten zonder op te slaan?", zh: "不保存就离开？" }
    /// What is lost.
    LEAVE_WORDS { en: "The changes on this page are not saved and would be lost.", de: "Die Änderungen auf dieser Seite sind nicht gespeichert und gingen verloren.", sv: "Ändringarna på sidan är inte sparade och skulle gå förlorade.", nl: "De wijzigingen op deze pagina zijn niet opgeslagen en zouden verloren gaan.", zh: "此页面上的更改尚未保存，离开后将会丢失。" }
    /// Button.
    STAY { en: "Stay here", de: "Hier bleiben", sv: "Stanna här", nl: "Hier blijven", zh: "留在此页" }
    /// Button.
    LEAVE { en: "Leave without saving", de: "Ohne Speichern verlassen", sv: "Lämna utan att spara", nl: "Verlaten zonder op te slaan", zh: "不保存并离开" }

    /// Somebody else was faster.
    CONFLICT { en: "Someone else has changed this reservation in the meantime", de: "Jemand anders hat diese Reservierung inzwischen geändert", sv: "Någon annan har ändrat reservationen under tiden", nl: "Iemand anders heeft deze reservering intussen gewijzigd", zh: "其他人已在此期间更改了此预订" }
    /// What to do about it.
    CONFLICT_WHY { en: "Nothing was saved. Decide which value each setting is to have.", de: "Es wurde nichts gespeichert. Entscheiden Sie, welchen Wert jede Einstellung haben soll.", sv: "Inget har sparats. Bestäm vilket värde varje inställning ska ha.", nl: "Er is niets opgeslagen. Bepaal welke waarde elke instelling moet hebben.", zh: "未保存任何内容。请决定每项设置应采用哪个值。" }
    /// The value of a setting as the person read it.
    WAS { en: "It was: {value}", de: "Bisher: {value}", sv: "Var: {value}", nl: "Was: {value}", zh: "原值：{value}" }
    /// Choice: the person's own value.
    MINE { en: "Mine: {value}", de: "Meine: {value}", sv: "Min: {value}", nl: "Van mij: {value}", zh: "我的：{value}" }
    /// Choice: the other person's value.
    THEIRS { en: "Theirs: {value}", de: "Die andere: {value}", sv: "Den andras: {value}", nl: "Van de ander: {value}", zh: "对方的：{value}" }
    /// Button.
    ALL_MINE { en: "Use all of mine", de: "Meine Werte übernehmen", sv: "Använd alla mina", nl: "Alle waarden van mij gebruiken", zh: "全部采用我的" }
    /// Button.
    ALL_THEIRS { en: "Use all of theirs", de: "Werte der anderen Person übernehmen", sv: "Använd alla den andras", nl: "Alle waarden van de ander gebruiken", zh: "全部采用对方的" }
    /// Button.
    SAVE_CHOICE { en: "Save this choice", de: "Diese Auswahl speichern", sv: "Spara valet", nl: "Deze keuze opslaan", zh: "保存此选择" }
    /// Why nothing else can be done now.
    DECIDE_FIRST { en: "Resolve the conflict first.", de: "Entscheiden Sie zuerst über den Konflikt.", sv: "Avgör konflikten först.", nl: "Beslis eerst over het conflict.", zh: "请先处理冲突。" }
    /// The other person's values were kept, all of them.
    THEIRS_KEPT { en: "The reservation stays as the other person left it.", de: "Die Reservierung bleibt, wie die andere Person sie hinterlassen hat.", sv: "Reservationen förblir som den andra personen lämnade den.", nl: "De reservering blijft zoals de ander die heeft achtergelaten.", zh: "预订保持对方更改后的状态。" }

    /// Part of the page, and its button.
    SPLIT { en: "Split", de: "Teilen", sv: "Dela", nl: "Splitsen", zh: "拆分" }
    /// What it is for.
    SPLIT_PURPOSE { en: "Divide the units between two reservations, each with a scope of its own.", de: "Die Einheiten auf zwei Reservierungen verteilen, jede mit einem eigenen Bereich.", sv: "Fördela enheterna på två reservationer, var och en med eget omfång.", nl: "De eenheden verdelen over twee reserveringen, elk met een eigen bereik.", zh: "将单位分配给两个预订，每个预订有各自的范围。" }
    /// Field.
    FIRST_PART { en: "Units of the first", de: "Einheiten der ersten", sv: "Enheter i den första", nl: "Eenheden van de eerste", zh: "第一个预订的单位" }
    /// Field.
    SECOND_PART { en: "Units of the second", de: "Einheiten der zweiten", sv: "Enheter i den andra", nl: "Eenheden van de tweede", zh: "第二个预订的单位" }
    /// How the `{count}` units are divided.
    SUM {
        en: "{first} + {second} = {count} unit" | "{first} + {second} = {count} units",
        de: "{first} + {second} = {count} Einheit" | "{first} + {second} = {count} Einheiten",
        sv: "{first} + {second} = {count} enhet" | "{first} + {second} = {count} enheter",
        nl: "{first} + {second} = {count} eenheid" | "{first} + {second} = {count} eenheden",
        zh: "{first} + {second} = {count} 个单位"
    }
    /// Button that shows what will come of it.
    SPLIT_ASK { en: "Split…", de: "Teilen …", sv: "Dela …", nl: "Splitsen…", zh: "拆分…" }
    /// Question with what will come of it.
    SPLIT_TITLE { en: "Split this reservation?", de: "Diese Reservierung teilen?", sv: "Dela reservationen?", nl: "Deze reservering splitsen?", zh: "拆分此预订？" }
    /// Why it cannot be split.
    SPLIT_NEEDS_TWO { en: "A single unit can't be split.", de: "Eine einzelne Einheit kann nicht geteilt werden.", sv: "En enda enhet kan inte delas.", nl: "Eén eenheid kan niet worden gesplitst.", zh: "只有 1 个单位，无法拆分。" }
    /// Why it cannot be split or merged now.
    SAVE_FIRST { en: "Save or discard your changes first.", de: "Speichern oder verwerfen Sie zuerst Ihre Änderungen.", sv: "Spara eller ångra dina ändringar först.", nl: "Sla uw wijzigingen eerst op of verwerp ze.", zh: "请先保存或放弃您的更改。" }
    /// Column of the preview.
    UNITS { en: "Units", de: "Einheiten", sv: "Enheter", nl: "Eenheden", zh: "单位" }
    /// Column of the preview: what becomes of a reservation.
    FATE { en: "Afterwards", de: "Danach", sv: "Efteråt", nl: "Daarna", zh: "之后" }
    /// What becomes of a reservation: it ends.
    ENDS { en: "ends", de: "endet", sv: "upphör", nl: "eindigt", zh: "终止" }
    /// What becomes of a reservation: it comes into being.
    BEGINS { en: "new", de: "neu", sv: "ny", nl: "nieuw", zh: "新建" }
    /// What stays as it is.
    STAYS_ALIKE { en: "Product, scope, term, expiration date and payments stay the same.", de: "Produkt, Bereich, Laufzeit, Ablaufdatum und Zahlungen bleiben gleich.", sv: "Produkt, omfång, löptid, utgångsdatum och betalningar är oförändrade.", nl: "Product, bereik, looptijd, vervaldatum en betalingen blijven gelijk.", zh: "产品、范围、期限、到期日期和付款均保持不变。" }
    /// What is lost.
    RENEWAL_ENDS { en: "Automatic renewal is turned off. Turn it on again afterwards if you want it.", de: "Die automatische Verlängerung wird beendet. Schalten Sie sie danach wieder ein, wenn Sie sie wollen.", sv: "Den automatiska förnyelsen avslutas. Slå på den igen efteråt om du vill ha den.", nl: "De automatische verlenging wordt beëindigd. Schakel die daarna weer in als u dat wilt.", zh: "自动续订将被取消。如果需要，请在之后重新开启。" }
    /// Part of the page, and its button.
    MERGE { en: "Merge", de: "Zusammenführen", sv: "Slå samman", nl: "Samenvoegen", zh: "合并" }
    /// What it is for.
    MERGE_PURPOSE { en: "Combine this reservation with another in the same order.", de: "Aus dieser und einer weiteren Reservierung desselben Auftrags eine machen.", sv: "Gör en reservation av den här och en annan i samma beställning.", nl: "Van deze en een andere reservering van dezelfde order één maken.", zh: "将此预订与同一订单中的另一个预订合为一个。" }
    /// Choice of the other reservation.
    MERGE_WITH { en: "Merge with", de: "Zusammenführen mit", sv: "Slå samman med", nl: "Samenvoegen met", zh: "与之合并" }
    /// Button that shows what will come of it.
    MERGE_ASK { en: "Merge…", de: "Zusammenführen …", sv: "Slå samman …", nl: "Samenvoegen…", zh: "合并…" }
    /// Question with what will come of it.
    MERGE_TITLE { en: "Merge these reservations?", de: "Diese Reservierungen zusammenführen?", sv: "Slå samman reservationerna?", nl: "Deze reserveringen samenvoegen?", zh: "合并这些预订？" }
    /// Why there is nothing to merge.
    NO_SIBLINGS { en: "The order has no other reservation.", de: "Der Auftrag enthält keine andere Reservierung.", sv: "Beställningen har ingen annan reservation.", nl: "De order heeft geen andere reservering.", zh: "订单中没有其他预订。" }
    /// Why there is nothing to merge.
    NONE_MERGEABLE { en: "No other reservation in the order can be merged with this one.", de: "Keine andere Reservierung des Auftrags kann mit dieser zusammengeführt werden.", sv: "Ingen annan reservation i beställningen kan slås samman med den här.", nl: "Geen andere reservering van de order kan met deze worden samengevoegd.", zh: "订单中没有其他预订可与此预订合并。" }
    /// Heading of the reservations of the order that cannot be chosen.
    NOT_MERGEABLE { en: "Can't be merged with it", de: "Damit nicht zusammenzuführen", sv: "Kan inte slås samman med den", nl: "Hiermee niet samen te voegen", zh: "无法与之合并" }
    /// Why a reservation cannot be merged.
    OTHER_STATE { en: "its state is “{state}”", de: "ihr Zustand ist „{state}“", sv: "dess tillstånd är ”{state}”", nl: "de status is ‘{state}’", zh: "其状态为“{state}”" }
    /// Why a reservation cannot be merged.
    OTHER_PRODUCT { en: "it is another product", de: "sie ist ein anderes Produkt", sv: "den är en annan produkt", nl: "het is een ander product", zh: "产品不同" }
    /// Why a reservation cannot be merged.
    OTHER_SCOPE { en: "it has another scope", de: "ihr Bereich ist ein anderer", sv: "dess omfång är ett annat", nl: "het bereik is anders", zh: "范围不同" }
    /// Why a reservation cannot be merged.
    OTHER_FLEXIBILITY { en: "its instance size flexibility differs", de: "ihre Flexibilität der Instanzgröße ist eine andere", sv: "dess flexibla instansstorlek skiljer sig", nl: "de flexibele instantiegrootte is anders", zh: "实例大小灵活性不同" }
    /// What is missing.
    CHOOSE_OTHER { en: "Choose the other reservation.", de: "Wählen Sie die andere Reservierung aus.", sv: "Välj den andra reservationen.", nl: "Kies de andere reservering.", zh: "请选择另一个预订。" }
    /// A reservation and how many units it has.
    NAME_AND_UNITS { en: "{name} ({units})", de: "{name} ({units})", sv: "{name} ({units})", nl: "{name} ({units})", zh: "{name}（{units}）" }
    /// Units in a sentence.
    UNIT_COUNT {
        en: "{count} unit" | "{count} units",
        de: "{count} Einheit" | "{count} Einheiten",
        sv: "{count} enhet" | "{count} enheter",
        nl: "{count} eenheid" | "{count} eenheden",
        zh: "{count} 个单位"
    }

    /// While the request is under way.
    SENDING { en: "Sending the request…", de: "Die Anfrage wird gesendet …", sv: "Begäran skickas …", nl: "De aanvraag wordt verzonden…", zh: "正在发送请求…" }
    /// The service goes on by itself.
    UNDER_WAY { en: "This was accepted and is being carried out. You can leave this page; it continues in the background.", de: "Dies wurde angenommen und wird ausgeführt. Sie können diese Seite verlassen; es läuft im Hintergrund weiter.", sv: "Detta har tagits emot och genomförs. Du kan lämna sidan; det fortsätter i bakgrunden.", nl: "Dit is geaccepteerd en wordt uitgevoerd. U kunt deze pagina verlaten; alles gaat op de achtergrond verder.", zh: "已受理并正在执行。您可以离开此页面，操作会在后台继续。" }
    /// How far it is could not be read.
    WATCH_FAILED { en: "This was accepted, but its progress couldn't be read.", de: "Dies wurde angenommen, aber der Stand konnte nicht gelesen werden.", sv: "Detta togs emot, men det gick inte att läsa hur långt det har kommit.", nl: "Dit is geaccepteerd, maar de voortgang kon niet worden gelezen.", zh: "已受理，但无法读取其进度。" }
    /// Why nothing else can be done now.
    BUSY { en: "A change of this reservation is in progress.", de: "Eine Änderung dieser Reservierung läuft gerade.", sv: "En ändring av reservationen pågår.", nl: "Er loopt een wijziging van deze reservering.", zh: "此预订的更改正在进行。" }
    /// It is done.
    SPLIT_DONE { en: "The reservation was split into two.", de: "Die Reservierung wurde in zwei geteilt.", sv: "Reservationen delades i två.", nl: "De reservering is in tweeën gesplitst.", zh: "预订已拆分为两个。" }
    /// It is done.
    MERGE_DONE { en: "The reservations were merged into one.", de: "Die Reservierungen wurden zu einer zusammengeführt.", sv: "Reservationerna slogs samman till en.", nl: "De reserveringen zijn tot één samengevoegd.", zh: "预订已合并为一个。" }

    /// Part of the page.
    ARCHIVE_PART { en: "Archive", de: "Archiv", sv: "Arkiv", nl: "Archief", zh: "存档" }
    /// Button.
    ARCHIVE { en: "Archive this reservation", de: "Diese Reservierung archivieren", sv: "Arkivera reservationen", nl: "Deze reservering archiveren", zh: "存档此预订" }
    /// Button.
    UNARCHIVE { en: "Take out of the archive", de: "Aus dem Archiv holen", sv: "Ta ut den ur arkivet", nl: "Uit het archief halen", zh: "取消存档" }
    /// What it is for.
    ARCHIVE_PURPOSE { en: "An archived reservation is marked as archived. Nothing else about it changes.", de: "Eine archivierte Reservierung wird als archiviert gekennzeichnet. Sonst ändert sich nichts.", sv: "En arkiverad reservation markeras som arkiverad. Inget annat ändras.", nl: "Een gearchiveerde reservering wordt als gearchiveerd gemarkeerd. Verder verandert er niets.", zh: "预订会标记为已存档，其他内容保持不变。" }
    /// Why it cannot be archived.
    ARCHIVE_NEEDS_END { en: "Only a reservation that has ended can be archived.", de: "Nur eine beendete Reservierung kann archiviert werden.", sv: "Bara en reservation som har upphört kan arkiveras.", nl: "Alleen een beëindigde reservering kan worden gearchiveerd.", zh: "只有已终止的预订才能存档。" }
    /// It is archived.
    IS_ARCHIVED { en: "This reservation is archived.", de: "Diese Reservierung ist archiviert.", sv: "Reservationen är arkiverad.", nl: "Deze reservering is gearchiveerd.", zh: "此预订已存档。" }
    /// It is done.
    ARCHIVED { en: "The reservation was archived.", de: "Die Reservierung wurde archiviert.", sv: "Reservationen arkiverades.", nl: "De reservering is gearchiveerd.", zh: "预订已存档。" }
    /// It is done.
    UNARCHIVED { en: "The reservation was taken out of the archive.", de: "Die Reservierung wurde aus dem Archiv geholt.", sv: "Reservationen togs ut ur arkivet.", nl: "De reservering is uit het archief gehaald.", zh: "预订已取消存档。" }
}

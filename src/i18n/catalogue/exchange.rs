//! Texts of the exchange task: what is returned, what is bought, the answer, and carrying it out.

use crate::catalogue;

catalogue! {
    /// Name of the form.
    FORM { en: "Exchange terms", de: "Bedingungen des Umtauschs", sv: "Bytets villkor", nl: "Voorwaarden voor omruilen", zh: "兑换条件" }
    /// The address names no reservation.
    NO_LINES { en: "This address names no reservation.", de: "Diese Adresse nennt keine Reservierung.", sv: "Adressen anger ingen reservation.", nl: "Dit adres noemt geen reservering.", zh: "此地址未指定预订。" }
    /// Field: the day.
    DAY { en: "Date of the exchange (UTC)", de: "Datum des Umtauschs (UTC)", sv: "Datum för bytet (UTC)", nl: "Datum van omruilen (UTC)", zh: "兑换日期 (UTC)" }
    /// What a returned reservation is.
    ABOUT_LINE { en: "{size} · {region} · {term}, {plan} · expires {day}", de: "{size} · {region} · {term}, {plan} · läuft am {day} ab", sv: "{size} · {region} · {term}, {plan} · löper ut {day}", nl: "{size} · {region} · {term}, {plan} · verloopt op {day}", zh: "{size} · {region} · {term}，{plan} · {day} 到期" }
    /// Button: returns what was not used.
    RETURN_UNUSED { en: "Select unused units", de: "Ungenutzte Einheiten auswählen", sv: "Välj oanvända enheter", nl: "Ongebruikte eenheden selecteren", zh: "选择未使用的单位" }
    /// How the unused of `{count}` units follow from the utilization.
    UNUSED_WHY {
        en: "{percent} used over 7 days; not needed for it: {unused} of {count} unit." | "{percent} used over 7 days; not needed for it: {unused} of {count} units.",
        de: "{percent} über 7 Tage genutzt; dafür nicht gebraucht: {unused} von {count} Einheit." | "{percent} über 7 Tage genutzt; dafür nicht gebraucht: {unused} von {count} Einheiten.",
        sv: "{percent} använt under 7 dagar; behövs inte för det: {unused} av {count} enhet." | "{percent} använt under 7 dagar; behövs inte för det: {unused} av {count} enheter.",
        nl: "{percent} gebruikt over 7 dagen; daarvoor niet nodig: {unused} van {count} eenheid." | "{percent} gebruikt over 7 dagen; daarvoor niet nodig: {unused} van {count} eenheden.",
        zh: "7 天使用率 {percent}：{count} 个单位中有 {unused} 个不需要。"
    }
    /// Why nothing is unused.
    ALL_USED { en: "All units were needed over the last 7 days.", de: "In den letzten 7 Tagen wurden alle Einheiten gebraucht.", sv: "Alla enheter behövdes under de senaste 7 dagarna.", nl: "Alle eenheden waren de laatste 7 dagen nodig.", zh: "最近 7 天所有单位都被使用。" }
    /// No utilization.
    NO_UTILIZATION { en: "There is no 7-day utilization to go by.", de: "Es gibt keine 7-Tage-Nutzung als Anhaltspunkt.", sv: "Det finns ingen 7-dagarsanvändning att gå efter.", nl: "Er is geen gebruik over 7 dagen om op af te gaan.", zh: "没有可供参考的 7 天使用率。" }
    /// Hint: why it is asked.
    USED_HINT { en: "Within five days of the purchase it matters whether it was used.", de: "Innerhalb von fünf Tagen nach dem Kauf zählt, ob sie genutzt wurde.", sv: "Inom fem dagar från köpet spelar det roll om den har använts.", nl: "Binnen vijf dagen na de aankoop telt of de reservering is gebruikt.", zh: "购买后五天内，是否使用过会影响结果。" }
    /// A line can be exchanged.
    CAN_BE_EXCHANGED { en: "Can be exchanged", de: "Kann umgetauscht werden", sv: "Kan bytas", nl: "Kan worden omgeruild", zh: "可以兑换" }
    /// A line cannot be exchanged.
    CANNOT_BE_EXCHANGED { en: "Can't be exchanged", de: "Kann nicht umgetauscht werden", sv: "Kan inte bytas", nl: "Kan niet worden omgeruild", zh: "不能兑换" }
    /// When it becomes possible.
    POSSIBLE_FROM { en: "Possible from {day} on.", de: "Möglich ab {day}.", sv: "Möjligt från {day}.", nl: "Mogelijk vanaf {day}.", zh: "自 {day} 起可行。" }
    /// Until when it was possible.
    POSSIBLE_UNTIL { en: "Possible until {day}.", de: "Möglich bis {day}.", sv: "Möjligt till och med {day}.", nl: "Mogelijk tot en met {day}.", zh: "截至 {day}（含当日）可行。" }
    /// The change of rights is over.
    RIGHT_CHANGED_ON { en: "The exchange right of this product changed on {day}.", de: "Das Umtauschrecht dieses Produkts hat sich am {day} geändert.", sv: "Bytesrätten för produkten ändrades {day}.", nl: "Het omruilrecht voor dit product is op {day} gewijzigd.", zh: "此产品的兑换权利已于 {day} 变更。" }
    /// The change of rights is to come.
    RIGHT_CHANGES_ON { en: "From {day} on, each unit has only one exchange left.", de: "Ab {day} hat jede Einheit nur noch einen Umtausch.", sv: "Från {day} har varje enhet bara ett byte kvar.", nl: "Vanaf {day} heeft elke eenheid nog maar één omruiling.", zh: "自 {day} 起，每个单位只能再兑换一次。" }
    /// Field: units whose exchange right is used up.
    EXCHANGES_USED { en: "Units that have no exchange left", de: "Einheiten ohne verbleibenden Umtausch", sv: "Enheter utan byte kvar", nl: "Eenheden zonder resterende omruiling", zh: "没有剩余兑换次数的单位" }
    /// What a line brings.
    RETURNED_VALUE { en: "Returned value", de: "Zurückgegebener Wert", sv: "Återlämnat värde", nl: "Geretourneerde waarde", zh: "退回价值" }
    /// Button: takes a line away.
    REMOVE { en: "Don't return this reservation", de: "Diese Reservierung nicht zurückgeben", sv: "Lämna inte tillbaka den här reservationen", nl: "Deze reservering niet retourneren", zh: "不退回此预订" }
    /// Field: adds a line.
    ADD_LINE { en: "Return another reservation too", de: "Auch eine andere Reservierung zurückgeben", sv: "Lämna även tillbaka en annan reservation", nl: "Ook een andere reservering retourneren", zh: "同时退回其他预订" }
    /// First choice of that field.
    ADD_CHOOSE { en: "Choose…", de: "Auswählen …", sv: "Välj …", nl: "Kiezen…", zh: "请选择…" }

    /// Heading of what is bought.
    CART { en: "What is bought for it", de: "Was dafür gekauft wird", sv: "Vad som köps i stället", nl: "Wat ervoor wordt gekocht", zh: "购买内容" }
    /// Nothing is in the cart.
    CART_EMPTY { en: "Nothing is bought yet. Add a reservation, or trade in for a savings plan.", de: "Noch wird nichts gekauft. Fügen Sie eine Reservierung hinzu, oder tauschen Sie gegen einen Sparplan ein.", sv: "Inget köps ännu. Lägg till en reservation eller byt in mot en sparplan.", nl: "Er wordt nog niets gekocht. Voeg een reservering toe of ruil in voor een besparingsplan.", zh: "尚未购买任何内容。请添加预订，或折抵为节省计划。" }
    /// Button: a reservation.
    ADD_PURCHASE { en: "Add a reservation", de: "Reservierung hinzufügen", sv: "Lägg till en reservation", nl: "Reservering toevoegen", zh: "添加预订" }
    /// Button: a savings plan.
    TRADE_IN { en: "Trade in for a savings plan", de: "Gegen einen Sparplan eintauschen", sv: "Byt in mot en sparplan", nl: "Inruilen voor een besparingsplan", zh: "折抵为节省计划" }
    /// Why there is no trade-in: neither compute alone nor databases alone.
    NO_TRADE_IN { en: "Either only virtual machines, dedicated hosts and App Service can be traded in together, or only databases.", de: "Zusammen eintauschen lassen sich entweder nur virtuelle Computer, dedizierte Hosts und App Service oder nur Datenbanken.", sv: "Antingen bara virtuella datorer, dedikerade värdar och App Service kan bytas in tillsammans, eller bara databaser.", nl: "U kunt óf alleen virtuele machines, toegewezen hosts en App Service samen inruilen, óf alleen databases.", zh: "只能将虚拟机、专用主机和 App Service 一起折抵，或只将数据库一起折抵。" }
    /// Why there is no trade-in, where only compute can be traded in.
    NO_TRADE_IN_BUT_COMPUTE { en: "Only virtual machines, dedicated hosts and App Service can be traded in for a savings plan.", de: "Nur virtuelle Computer, dedizierte Hosts und App Service lassen sich gegen einen Sparplan eintauschen.", sv: "Bara virtuella datorer, dedikerade värdar och App Service kan bytas in mot en sparplan.", nl: "Alleen virtuele machines, toegewezen hosts en App Service kunnen worden ingeruild voor een besparingsplan.", zh: "只有虚拟机、专用主机和 App Service 可以折抵节省计划。" }
    /// Legend of a purchase.
    PURCHASE_TITLE { en: "New reservation {number}", de: "Neue Reservierung {number}", sv: "Ny reservation {number}", nl: "Nieuwe reservering {number}", zh: "新预订 {number}" }
    /// Legend of a savings plan.
    SAVINGS_PLAN { en: "Savings plan", de: "Sparplan", sv: "Sparplan", nl: "Besparingsplan", zh: "节省计划" }
    /// Legend of a savings plan for compute.
    COMPUTE_PLAN { en: "Compute savings plan", de: "Sparplan für Compute", sv: "Sparplan för beräkningsresurser", nl: "Besparingsplan voor compute", zh: "计算节省计划" }
    /// Legend of a savings plan for databases.
    DATABASE_PLAN { en: "Database savings plan", de: "Sparplan für Datenbanken", sv: "Sparplan för databaser", nl: "Besparingsplan voor databases", zh: "数据库节省计划" }
    /// Field: the size.
    SIZE { en: "Size", de: "Größe", sv: "Storlek", nl: "Grootte", zh: "大小" }
    /// Button: takes a purchase away.
    REMOVE_PURCHASE { en: "Don't buy this", de: "Dies nicht kaufen", sv: "Köp inte detta", nl: "Dit niet kopen", zh: "不购买此项" }
    /// Source of a price.
    PRICE_DEMONSTRATION { en: "From the demo's price list of {day}; its prices are invented.", de: "Aus der Preisliste der Demo vom {day}; ihre Preise sind erfunden.", sv: "Från demons prislista den {day}; priserna är påhittade.", nl: "Uit de prijslijst van de demo van {day}; de prijzen zijn verzonnen.", zh: "来自 {day} 的演示价目表，其中的价格为虚构。" }
    /// Source of a price.
    PRICE_IMPORTED { en: "From the imported price file, in force since {day}.", de: "Aus der importierten Preisdatei, gültig seit {day}.", sv: "Från den importerade prisfilen, gäller sedan {day}.", nl: "Uit het geïmporteerde prijsbestand, geldig sinds {day}.", zh: "来自导入的价格文件，自 {day} 起生效。" }
    /// Source of a price.
    PRICE_OWN { en: "Entered by hand. Azure quotes by its own price list.", de: "Von Hand eingegeben. Azure rechnet mit seiner eigenen Preisliste.", sv: "Angivet för hand. Azure räknar med sin egen prislista.", nl: "Met de hand ingevoerd. Azure rekent met zijn eigen prijslijst.", zh: "手动输入。Azure 按自己的价目表报价。" }
    /// Source of a price.
    PRICE_OF_LINK { en: "Came with the link. Azure quotes by its own price list.", de: "Kam mit dem Link. Azure rechnet mit seiner eigenen Preisliste.", sv: "Kom med länken. Azure räknar med sin egen prislista.", nl: "Kwam met de link. Azure rekent met zijn eigen prijslijst.", zh: "来自链接。Azure 按自己的价目表报价。" }
    /// What was chosen is not sold together: the product does not have the size.
    UNSOLD_SIZE { en: "{size} is not sold as this product. Choose another size.", de: "{size} wird bei diesem Produkt nicht angeboten. Wählen Sie eine andere Größe.", sv: "{size} säljs inte som den här produkten. Välj en annan storlek.", nl: "{size} wordt bij dit product niet verkocht. Kies een andere grootte.", zh: "此产品没有 {size}。请选择其他大小。" }
    /// What was chosen is not sold together: the region. Buttons with other regions follow.
    UNSOLD_REGION { en: "{size} is not sold in this region ({region}). Choose another size, or one of these regions.", de: "{size} wird in dieser Region nicht angeboten ({region}). Wählen Sie eine andere Größe oder eine dieser Regionen.", sv: "{size} säljs inte i den här regionen ({region}). Välj en annan storlek eller en av dessa regioner.", nl: "{size} wordt niet verkocht in deze regio ({region}). Kies een andere grootte of een van deze regio's.", zh: "{size} 在此区域（{region}）不销售。请选择其他大小，或以下区域之一。" }
    /// What was chosen is not sold together: the term. Buttons with other terms follow.
    UNSOLD_TERM { en: "{size} is not sold for this term ({term}). Choose another size, or one of these terms.", de: "{size} wird für diese Laufzeit nicht angeboten ({term}). Wählen Sie eine andere Größe oder eine dieser Laufzeiten.", sv: "{size} säljs inte för den här löptiden ({term}). Välj en annan storlek eller en av dessa löptider.", nl: "{size} wordt niet verkocht voor deze looptijd ({term}). Kies een andere grootte of een van deze looptijden.", zh: "{size} 不按此期限（{term}）销售。请选择其他大小，或以下期限之一。" }
    /// What was chosen is not sold together: the billing plan. Buttons with other plans follow.
    UNSOLD_PLAN { en: "{size} for {term} is not sold with this billing plan ({plan}). Choose one of these.", de: "{size} für {term} wird mit diesem Abrechnungsplan nicht angeboten ({plan}). Wählen Sie einen von diesen.", sv: "{size} i {term} säljs inte med den här faktureringsplanen ({plan}). Välj en av dessa.", nl: "{size} voor {term} wordt niet verkocht met dit factureringsplan ({plan}). Kies een van deze.", zh: "{size}（{term}）不提供此计费计划（{plan}）。请选择以下之一。" }
    /// Why it cannot be carried out: what is to be bought is not sold as it was chosen.
    UNSOLD_FIRST { en: "What you want to buy is not sold as chosen. Change it first.", de: "Was Sie kaufen möchten, wird so nicht angeboten. Ändern Sie es zuerst.", sv: "Det du vill köpa säljs inte som valt. Ändra det först.", nl: "Wat u wilt kopen, wordt niet zo verkocht. Wijzig het eerst.", zh: "所选的购买内容不按此组合销售。请先更改。" }
    /// There is no price.
    PRICE_NONE { en: "The price list has no price for this. Enter one.", de: "Die Preisliste hat dafür keinen Preis. Geben Sie einen ein.", sv: "Prislistan har inget pris för detta. Ange ett.", nl: "De prijslijst heeft hiervoor geen prijs. Voer er een in.", zh: "价目表中没有此价格，请输入。" }
    /// Button: the price of the list again.
    USE_LIST_PRICE { en: "Use the list price", de: "Listenpreis verwenden", sv: "Använd listpriset", nl: "Lijstprijs gebruiken", zh: "使用价目表价格" }
    /// Hint of the hourly commitment.
    HOURLY_HINT { en: "Counts for every hour of the term, at 365 days a year.", de: "Zählt für jede Stunde der Laufzeit, das Jahr zu 365 Tagen.", sv: "Räknas för varje timme i löptiden, med 365 dagar per år.", nl: "Telt voor elk uur van de looptijd, met 365 dagen per jaar.", zh: "按期限内的每个小时计，每年按 365 天计。" }
    /// What a purchase comes to.
    PURCHASE_TOTAL { en: "{amount} over the whole term, until {day}", de: "{amount} über die ganze Laufzeit, bis {day}", sv: "{amount} för hela löptiden, till {day}", nl: "{amount} over de hele looptijd, tot {day}", zh: "整个期限共 {amount}，至 {day}" }

    /// Opens the search for returns.
    SUGGEST { en: "Suggest what to return for this", de: "Vorschlagen, was dafür zurückgegeben wird", sv: "Föreslå vad som lämnas tillbaka för detta", nl: "Voorstellen wat hiervoor wordt geretourneerd", zh: "建议为此退回什么" }
    /// What the search does.
    SUGGEST_ABOUT { en: "Searches this customer's reservations of the family for the units to return, and the quantity to buy, that meet the minimum purchase with the smallest amount above it.", de: "Sucht unter den Reservierungen dieses Kunden aus der Produktfamilie die Einheiten und die Menge, die den Mindestkauf mit dem kleinsten Mehrbetrag erreichen.", sv: "Söker bland kundens reservationer i produktfamiljen efter de enheter att lämna tillbaka och det antal att köpa som täcker det återstående åtagandet med minsta möjliga överskott.", nl: "Zoekt onder de reserveringen van deze klant in de productfamilie de eenheden en het aantal die de minimale aankoop halen met het kleinste bedrag daarboven.", zh: "在该客户同系列的预订中查找退回单位和购买数量，以最小的超出金额达到最低购买额。" }
    /// Switch of the search.
    SUGGEST_UNUSED { en: "Return only units that were not needed over 7 days", de: "Nur Einheiten zurückgeben, die über 7 Tage nicht gebraucht wurden", sv: "Lämna bara tillbaka enheter som inte behövdes under 7 dagar", nl: "Alleen eenheden retourneren die over 7 dagen niet nodig waren", zh: "仅退回 7 天内不需要的单位" }
    /// Button of the search.
    SUGGEST_SEARCH { en: "Suggest", de: "Vorschlagen", sv: "Föreslå", nl: "Voorstellen", zh: "建议" }
    /// While it searches.
    SUGGEST_SEARCHING { en: "Searching this customer's reservations…", de: "Die Reservierungen dieses Kunden werden durchsucht …", sv: "Söker bland kundens reservationer …", nl: "De reserveringen van deze klant worden doorzocht…", zh: "正在搜索该客户的预订…" }
    /// A line of the suggestion: some of `{count}` units.
    SUGGEST_LINE {
        en: "Return {units} of {count} unit of {name}" | "Return {units} of {count} units of {name}",
        de: "{units} von {count} Einheit von {name} zurückgeben" | "{units} von {count} Einheiten von {name} zurückgeben",
        sv: "Lämna tillbaka {units} av {count} enhet av {name}" | "Lämna tillbaka {units} av {count} enheter av {name}",
        nl: "{units} van {count} eenheid van {name} retourneren" | "{units} van {count} eenheden van {name} retourneren",
        zh: "退回 {name} 的 {units}/{count} 个单位"
    }
    /// What the suggestion comes to.
    SUGGEST_OUTCOME { en: "For {units} × {size}: {value} comes back, and {excess} is committed beyond it.", de: "Für {units} × {size}: {value} werden zurückgegeben, {excess} werden darüber hinaus gebunden.", sv: "För {units} × {size}: {value} lämnas tillbaka och {excess} binds utöver det.", nl: "Voor {units} × {size}: {value} komt terug en {excess} wordt daarboven vastgelegd.", zh: "换取 {units} × {size}：退回 {value}，承诺额另增 {excess}。" }
    /// The suggestion is the best.
    SUGGEST_EXACT { en: "No other selection of units comes closer.", de: "Keine andere Wahl der Einheiten kommt näher.", sv: "Inget annat val av enheter kommer närmare.", nl: "Geen andere keuze van eenheden komt dichterbij.", zh: "没有其他选择更接近。" }
    /// How far from the best it may be.
    SUGGEST_WITHIN { en: "Another selection of units could come closer by at most {amount}.", de: "Eine andere Wahl der Einheiten käme höchstens um {amount} näher.", sv: "Ett annat val av enheter kan komma högst {amount} närmare.", nl: "Een andere keuze van eenheden kan hoogstens {amount} dichterbij komen.", zh: "其他选择最多能再接近 {amount}。" }
    /// Button: the form becomes the suggestion.
    SUGGEST_APPLY { en: "Use this suggestion", de: "Diesen Vorschlag verwenden", sv: "Använd förslaget", nl: "Dit voorstel gebruiken", zh: "采用此建议" }
    /// Nothing is unused.
    SUGGEST_ALL_USED { en: "All units of this family were needed over the last 7 days. Allow units in use to be returned to search further.", de: "In den letzten 7 Tagen wurden alle Einheiten dieser Familie gebraucht. Erlauben Sie, dass genutzte Einheiten zurückgegeben werden, um weiterzusuchen.", sv: "Alla enheter i familjen behövdes under de senaste 7 dagarna. Tillåt att enheter i bruk lämnas tillbaka för att söka vidare.", nl: "Alle eenheden van deze familie waren de laatste 7 dagen nodig. Sta toe dat eenheden in gebruik worden geretourneerd om verder te zoeken.", zh: "最近 7 天该系列的所有单位都被使用。请允许退回使用中的单位以继续搜索。" }
    /// Nothing fits.
    SUGGEST_NOTHING { en: "Nothing can be returned for this.", de: "Dafür lässt sich nichts zurückgeben.", sv: "Inget kan lämnas tillbaka för detta.", nl: "Hiervoor kan niets worden geretourneerd.", zh: "没有可为此退回的内容。" }
    /// A suggestion that does not cover every reservation.
    SUGGEST_UNREAD { en: "Reservations that could not be read and are left out: {count}. Suggest again to read them once more.", de: "Reservierungen, die nicht gelesen werden konnten und fehlen: {count}. Schlagen Sie erneut vor, um sie noch einmal zu lesen.", sv: "Reservationer som inte kunde läsas och saknas: {count}. Föreslå igen för att läsa dem på nytt.", nl: "Reserveringen die niet konden worden gelezen en ontbreken: {count}. Zoek opnieuw om ze nog eens te lezen.", zh: "无法读取而未计入的预订：{count}。请再次建议以重新读取。" }
    /// No reservation of the family could be read.
    SUGGEST_NONE_READ { en: "Reservations of this family could not be read. Suggest again to read them once more.", de: "Reservierungen dieser Familie konnten nicht gelesen werden. Schlagen Sie erneut vor, um sie noch einmal zu lesen.", sv: "Reservationer i familjen kunde inte läsas. Föreslå igen för att läsa dem på nytt.", nl: "Reserveringen van deze familie konden niet worden gelezen. Zoek opnieuw om ze nog eens te lezen.", zh: "无法读取该系列的预订。请再次建议以重新读取。" }
    /// The target is not complete.
    SUGGEST_NEEDS_TARGET { en: "Choose a size with a price first.", de: "Wählen Sie zuerst eine Größe mit Preis.", sv: "Välj först en storlek med pris.", nl: "Kies eerst een grootte met een prijs.", zh: "请先选择有价格的大小。" }

    /// Decision in a sentence.
    DECISION_ALLOWED { en: "The exchange is possible.", de: "Der Umtausch ist möglich.", sv: "Bytet är möjligt.", nl: "Omruilen is mogelijk.", zh: "可以兑换。" }
    /// Decision in a sentence.
    DECISION_REFUSED { en: "The exchange is refused; nothing changes.", de: "Der Umtausch wird abgelehnt; nichts ändert sich.", sv: "Bytet avslås; inget ändras.", nl: "De omruiling wordt geweigerd; er verandert niets.", zh: "兑换被拒绝；没有任何变化。" }
    /// In place of a decision while nothing is bought.
    NOTHING_BOUGHT { en: "Add what is bought to see whether the exchange is possible.", de: "Fügen Sie hinzu, was gekauft wird, um zu sehen, ob der Umtausch möglich ist.", sv: "Lägg till vad som köps för att se om bytet är möjligt.", nl: "Voeg toe wat wordt gekocht om te zien of omruilen mogelijk is.", zh: "请添加要购买的内容，以查看是否可以兑换。" }
    /// What an exchange does not cost.
    NO_FEE_NO_LIMIT { en: "An exchange is never charged a fee and uses none of the refund cap.", de: "Ein Umtausch kostet nie eine Gebühr und verbraucht nichts von der Obergrenze.", sv: "Ett byte kostar aldrig någon avgift och använder inget av taket.", nl: "Voor omruilen worden nooit kosten in rekening gebracht, en het gebruikt niets van de restitutielimiet.", zh: "兑换从不收费，也不占用退款上限。" }
    /// Read out after a pause.
    SPOKEN { en: "{net}. {today}. {decision}", de: "{net}. {today}. {decision}", sv: "{net}. {today}. {decision}", nl: "{net}. {today}. {decision}", zh: "{net}。{today}。{decision}" }
    /// Heading of the floor.
    FLOOR { en: "Commitment", de: "Verpflichtung", sv: "Åtagande", nl: "Verplichting", zh: "承诺额" }
    /// The floor.
    REMAINING_COMMITMENT { en: "Remaining commitment", de: "Verbleibende Verpflichtung", sv: "Återstående åtagande", nl: "Resterende verplichting", zh: "剩余承诺额" }
    /// The bar in words.
    FLOOR_SPOKEN { en: "{bought} bought, {floor} needed", de: "{bought} gekauft, {floor} nötig", sv: "{bought} köpt, {floor} behövs", nl: "{bought} gekocht, {floor} nodig", zh: "已购 {bought}，需要 {floor}" }
    /// The floor before anything is bought.
    FLOOR_TO_MEET { en: "The new commitment has to be at least as large as the remaining one.", de: "Die neue Verpflichtung muss mindestens so groß sein wie die verbleibende.", sv: "Det nya åtagandet måste vara minst lika stort som det återstående.", nl: "De nieuwe verplichting moet minstens zo groot zijn als de resterende.", zh: "新承诺额必须不低于剩余承诺额。" }
    /// The floor is met.
    FLOOR_MET { en: "The new commitment covers the remaining one.", de: "Die neue Verpflichtung deckt die verbleibende.", sv: "Det nya åtagandet täcker det återstående.", nl: "De nieuwe verplichting dekt de resterende.", zh: "新承诺额已覆盖剩余承诺额。" }
    /// The floor is not met.
    FLOOR_MISSED { en: "The new commitment does not cover the remaining one yet.", de: "Die neue Verpflichtung deckt die verbleibende noch nicht.", sv: "Det nya åtagandet täcker ännu inte det återstående.", nl: "De nieuwe verplichting dekt de resterende nog niet.", zh: "新承诺额尚未覆盖剩余承诺额。" }
    /// Heading of what moves on the day of the quote, which is another day.
    CASH_THAT_DAY { en: "On the chosen day", de: "Am gewählten Tag", sv: "På vald dag", nl: "Op de gekozen dag", zh: "所选日期当天" }
    /// Heading of what moves today.
    CASH_TODAY { en: "Today", de: "Heute", sv: "I dag", nl: "Vandaag", zh: "今日" }
    /// What today's money is called: more is due than credited.
    PAY_TODAY { en: "You pay today", de: "Heute zu zahlen", sv: "Att betala i dag", nl: "Vandaag te betalen", zh: "今日支付" }
    /// What the money of the day is called, whichever day it is: more is due than credited.
    PAY_THAT_DAY { en: "You pay on the day of the exchange", de: "Am Tag des Umtauschs zu zahlen", sv: "Att betala på bytesdagen", nl: "Te betalen op de dag van omruiling", zh: "兑换当日支付" }
    /// What the money of the day is called, whichever day it is: more is credited than due.
    GET_THAT_DAY { en: "You receive on the day of the exchange", de: "Auszahlung am Tag des Umtauschs", sv: "Utbetalning på bytesdagen", nl: "Uitbetaling op de dag van omruiling", zh: "兑换当日退给您" }
    /// What today's money is called: more is credited than due.
    GET_TODAY { en: "You receive today", de: "Heutige Auszahlung", sv: "Utbetalning i dag", nl: "Uitbetaling vandaag", zh: "今日退给您" }
    /// The amount of today in a sentence: more is due than credited.
    PAYS_TODAY { en: "You pay {amount} today", de: "Sie zahlen heute {amount}", sv: "Du betalar {amount} i dag", nl: "U betaalt vandaag {amount}", zh: "您今日支付 {amount}" }
    /// The amount of today in a sentence: more is credited than due.
    GETS_TODAY { en: "You receive {amount} today", de: "Sie erhalten heute {amount}", sv: "Du får {amount} i dag", nl: "U ontvangt vandaag {amount}", zh: "您今日收到 {amount}" }
    /// The amount of another day in a sentence: more is due than credited.
    PAYS_THAT_DAY { en: "You pay {amount} on {day}", de: "Sie zahlen am {day} {amount}", sv: "Du betalar {amount} den {day}", nl: "U betaalt op {day} {amount}", zh: "您于 {day} 支付 {amount}" }
    /// The amount of another day in a sentence: more is credited than due.
    GETS_THAT_DAY { en: "You receive {amount} on {day}", de: "Sie erhalten am {day} {amount}", sv: "Du får {amount} den {day}", nl: "U ontvangt op {day} {amount}", zh: "您于 {day} 收到 {amount}" }
    /// Under a heading that says the day: more is due than credited.
    PAYS { en: "you pay {amount}", de: "{amount} zu zahlen", sv: "{amount} att betala", nl: "{amount} te betalen", zh: "支付 {amount}" }
    /// Under a heading that says the day: more is credited than due.
    GETS { en: "you get {amount}", de: "{amount} Auszahlung", sv: "{amount} betalas ut", nl: "{amount} uitbetaald", zh: "退给您 {amount}" }
    /// What is bought does not reach what is returned.
    MISSING_COMMITMENT { en: "Missing commitment", de: "Fehlende Verpflichtung", sv: "Åtagande som saknas", nl: "Ontbrekende verplichting", zh: "缺少的承诺额" }
    /// What moves on the day.
    CASH_HINT { en: "Upfront prices and first instalments that are due that day, minus what is credited that day.", de: "An diesem Tag fällige Vorauszahlungen und erste Raten abzüglich der Gutschriften desselben Tages.", sv: "Förskottspriser och första delbetalningar som förfaller den dagen, minus det som krediteras samma dag.", nl: "Vooruitbetalingen en eerste termijnen die op die dag verschuldigd zijn, min wat die dag wordt gecrediteerd.", zh: "当日到期的预付款与首期款减去当日获得的抵扣额。" }

    /// How much the new commitment lacks.
    MISSING { en: "{amount} of commitment is missing.", de: "Es fehlen {amount} an Verpflichtung.", sv: "{amount} i åtagande saknas.", nl: "Er ontbreekt {amount} aan verplichting.", zh: "承诺额还缺 {amount}。" }
    /// Button: the smallest quantity that is enough.
    BUY_MORE { en: "Buy {units} × {size}", de: "{units} × {size} kaufen", sv: "Köp {units} × {size}", nl: "{units} × {size} kopen", zh: "购买 {units} × {size}" }
    /// Button: a term that is enough.
    BUY_LONGER { en: "{size} for {term}", de: "{size} für {term}", sv: "{size} i {term}", nl: "{size} voor {term}", zh: "{size}，期限 {term}" }
    /// Button: an hourly commitment that is enough.
    COMMIT_HOURLY { en: "Commit {amount} an hour", de: "{amount} je Stunde zusagen", sv: "Åta dig {amount} per timme", nl: "{amount} per uur vastleggen", zh: "每小时承诺额 {amount}" }
    /// Button: a later day.
    EXCHANGE_LATER { en: "Exchange on {day}", de: "Am {day} umtauschen", sv: "Byt den {day}", nl: "Omruilen op {day}", zh: "于 {day} 兑换" }
    /// Button: returns the `{count}` units that have not had their final exchange.
    RETURN_WHAT_IS_LEFT {
        en: "Return only the other unit" | "Return only the other {count} units",
        de: "Nur die andere Einheit zurückgeben" | "Nur die anderen {count} Einheiten zurückgeben",
        sv: "Lämna bara tillbaka den andra enheten" | "Lämna bara tillbaka de andra {count} enheterna",
        nl: "Alleen de andere eenheid retourneren" | "Alleen de andere {count} eenheden retourneren",
        zh: "仅退回其余 {count} 个单位"
    }
    /// Since when a series is not sold.
    NOT_SOLD_SINCE { en: "Can't be bought in an exchange since {day}.", de: "Seit {day} bei einem Umtausch nicht mehr erhältlich.", sv: "Kan inte köpas vid ett byte sedan {day}.", nl: "Sinds {day} niet meer te koop bij omruilen.", zh: "自 {day} 起无法在兑换中购买。" }
    /// What to do about a target that is refused.
    CHOOSE_ANOTHER { en: "Choose another product or size.", de: "Wählen Sie ein anderes Produkt oder eine andere Größe.", sv: "Välj en annan produkt eller storlek.", nl: "Kies een ander product of een andere grootte.", zh: "请选择其他产品或大小。" }
    /// Nothing helps.
    NO_WAY { en: "No quantity, no term and no later day makes this possible.", de: "Keine Menge, keine Laufzeit und kein späterer Tag macht dies möglich.", sv: "Varken antal, löptid eller en senare dag gör detta möjligt.", nl: "Geen aantal, looptijd of latere dag maakt dit mogelijk.", zh: "任何数量、期限或更晚的日期都无法实现。" }

    /// First line of a quote as text.
    TEXT_TITLE { en: "Exchange quote for {day} (UTC)", de: "Berechnung zum Umtausch am {day} (UTC)", sv: "Beräkning av byte {day} (UTC)", nl: "Berekening voor omruilen op {day} (UTC)", zh: "{day} (UTC) 的兑换报价" }
    /// A line of a quote as text: some of `{count}` units.
    TEXT_RETURN {
        en: "Returned: {units} of {count} unit of {name}, worth {amount}" | "Returned: {units} of {count} units of {name}, worth {amount}",
        de: "Zurückgegeben: {units} von {count} Einheit von {name}, Wert {amount}" | "Zurückgegeben: {units} von {count} Einheiten von {name}, Wert {amount}",
        sv: "Återlämnat: {units} av {count} enhet av {name}, värde {amount}" | "Återlämnat: {units} av {count} enheter av {name}, värde {amount}",
        nl: "Geretourneerd: {units} van {count} eenheid van {name}, waarde {amount}" | "Geretourneerd: {units} van {count} eenheden van {name}, waarde {amount}",
        zh: "退回：{name} 的 {units}/{count} 个单位，价值 {amount}"
    }
    /// A line of a quote as text.
    TEXT_PURCHASE { en: "Bought: {units} × {size}, {region}, {term}, {plan}: {amount}", de: "Gekauft: {units} × {size}, {region}, {term}, {plan}: {amount}", sv: "Köpt: {units} × {size}, {region}, {term}, {plan}: {amount}", nl: "Gekocht: {units} × {size}, {region}, {term}, {plan}: {amount}", zh: "购买：{units} × {size}，{region}，{term}，{plan}：{amount}" }
    /// A line of a quote as text.
    TEXT_COMPUTE_PLAN { en: "Bought: compute savings plan, {hourly} an hour, {term}: {amount}", de: "Gekauft: Sparplan für Compute, {hourly} je Stunde, {term}: {amount}", sv: "Köpt: sparplan för beräkningsresurser, {hourly} per timme, {term}: {amount}", nl: "Gekocht: besparingsplan voor compute, {hourly} per uur, {term}: {amount}", zh: "购买：计算节省计划，每小时 {hourly}，{term}：{amount}" }
    /// A savings plan for databases that is bought, as text.
    TEXT_DATABASE_PLAN { en: "Bought: database savings plan, {hourly} an hour, {term}: {amount}", de: "Gekauft: Sparplan für Datenbanken, {hourly} je Stunde, {term}: {amount}", sv: "Köpt: sparplan för databaser, {hourly} per timme, {term}: {amount}", nl: "Gekocht: besparingsplan voor databases, {hourly} per uur, {term}: {amount}", zh: "购买：数据库节省计划，每小时 {hourly}，{term}：{amount}" }

    /// Opens where prices come from.
    PRICES { en: "Import prices from a file", de: "Preise aus einer Datei importieren", sv: "Importera priser från en fil", nl: "Prijzen uit een bestand importeren", zh: "从文件导入价格" }
    /// What can be imported.
    PRICES_ABOUT { en: "A JSON file from the Azure Retail Prices API. Its prices take precedence over the demo's and replace what was imported before.", de: "Eine JSON-Datei, wie die Azure Retail Prices API sie liefert. Ihre Preise gehen denen der Demo vor und ersetzen früher importierte.", sv: "En JSON-fil från Azure Retail Prices API. Dess priser går före demons och ersätter tidigare importerade.", nl: "Een JSON-bestand van de Azure Retail Prices API. De prijzen gaan vóór die van de demo en vervangen eerder geïmporteerde.", zh: "Azure 零售价格 API 返回的 JSON 文件。其价格优先于演示价格，并替换此前导入的价格。" }
    /// The trap of those files.
    PRICES_TRAP { en: "For a reservation the file's price is the total for the whole term, although its unit of measure says “1 Hour”. It is taken as the total. List prices exclude your partner discount.", de: "Bei einer Reservierung ist der Preis der Datei die Summe für die ganze Laufzeit, obwohl als Maßeinheit „1 Hour“ dasteht. Er gilt hier als Summe. Listenpreise enthalten Ihren Partnerrabatt nicht.", sv: "För en reservation är filens pris totalen för hela löptiden, fast enheten är ”1 Hour”. Det räknas här som totalpris. Listpriser är utan din partnerrabatt.", nl: "Voor een reservering is de prijs in het bestand het totaal voor de hele looptijd, hoewel de eenheid ‘1 Hour’ is. De prijs geldt als totaal. Lijstprijzen zijn zonder uw partnerkorting.", zh: "对于预订，文件中的价格是整个期限的总价，尽管计量单位写着“1 Hour”。此处按总价处理。标价不含您的合作伙伴折扣。" }
    /// Field: the file.
    PRICE_FILE { en: "Price file (JSON)", de: "Preisdatei (JSON)", sv: "Prisfil (JSON)", nl: "Prijsbestand (JSON)", zh: "价格文件 (JSON)" }
    /// Where something is wrong.
    AT_PLACE { en: "{place}: {problem}", de: "{place}: {problem}", sv: "{place}: {problem}", nl: "{place}: {problem}", zh: "{place}：{problem}" }
    /// What the file holds.
    FILE_HOLDS { en: "Prices of reservations: {count}. Other rows skipped: {passed}.", de: "Preise von Reservierungen: {count}. Andere Zeilen übergangen: {passed}.", sv: "Priser på reservationer: {count}. Andra rader som hoppats över: {passed}.", nl: "Prijzen van reserveringen: {count}. Andere rijen overgeslagen: {passed}.", zh: "预订价格：{count}。跳过的其他行：{passed}。" }
    /// A row as it was understood.
    FILE_EXAMPLE { en: "For example {size} in {region}: {amount} for {term}, in total.", de: "Zum Beispiel {size} in {region}: {amount} für {term}, insgesamt.", sv: "Till exempel {size} i {region}: {amount} för {term}, totalt.", nl: "Bijvoorbeeld {size} in {region}: {amount} voor {term}, in totaal.", zh: "例如 {region} 的 {size}：{term} 总价 {amount}。" }
    /// The file is one page of several.
    FILE_HAS_MORE { en: "This file is one page of several. Only its own prices are imported.", de: "Diese Datei ist eine Seite von mehreren. Nur ihre eigenen Preise werden importiert.", sv: "Filen är en sida av flera. Bara dess egna priser importeras.", nl: "Dit bestand is één pagina van meerdere. Alleen de eigen prijzen worden geïmporteerd.", zh: "此文件是多页中的一页。仅导入其自身的价格。" }
    /// Button: takes the prices over.
    IMPORT { en: "Import these prices", de: "Diese Preise importieren", sv: "Importera priserna", nl: "Deze prijzen importeren", zh: "导入这些价格" }
    /// The prices were taken over.
    IMPORTED { en: "Imported prices: {count}.", de: "Importierte Preise: {count}.", sv: "Importerade priser: {count}.", nl: "Geïmporteerde prijzen: {count}.", zh: "已导入价格：{count}。" }
    /// Nothing was taken over.
    NOTHING_IMPORTED { en: "Nothing was imported; the price list is as it was.", de: "Es wurde nichts importiert; die Preisliste ist unverändert.", sv: "Inget importerades; prislistan är som förut.", nl: "Er is niets geïmporteerd; de prijslijst is ongewijzigd.", zh: "未导入任何内容；价目表保持不变。" }

    /// What carrying out does.
    CARRY_OUT_HINT { en: "Demo Azure is asked for its own quote first. Nothing is exchanged unless both agree to the cent and you confirm.", de: "Zuerst wird Demo-Azure nach seiner Berechnung gefragt. Umgetauscht wird nur, wenn beide auf den Cent übereinstimmen und Sie bestätigen.", sv: "Först hämtas demo-Azures egen beräkning. Inget byts om inte båda stämmer på öret och du bekräftar.", nl: "Eerst wordt de berekening van demo-Azure opgevraagd. Er wordt pas omgeruild als beide tot op de cent overeenkomen en u bevestigt.", zh: "首先向演示 Azure 请求其报价。只有双方分毫不差且您确认后才会兑换。" }
    /// Button: begin.
    CARRY_OUT { en: "Exchange…", de: "Umtauschen …", sv: "Byt …", nl: "Omruilen…", zh: "兑换…" }
    /// Title of a support request.
    SUPPORT_TITLE { en: "Exchange of Azure reservations", de: "Umtausch von Azure-Reservierungen", sv: "Byte av Azure-reservationer", nl: "Azure-reserveringen omruilen", zh: "兑换 Azure 预订" }
    /// Why not: another agreement.
    NEEDS_CSP { en: "Only reservations bought under CSP can be exchanged here.", de: "Hier können nur im CSP-Programm gekaufte Reservierungen umgetauscht werden.", sv: "Bara reservationer köpta inom CSP kan bytas här.", nl: "Alleen onder CSP gekochte reserveringen kunnen hier worden omgeruild.", zh: "此处只能兑换在 CSP 下购买的预订。" }
    /// Why not: another day.
    NOT_TODAY { en: "An exchange can only be carried out today ({today}, UTC).", de: "Ein Umtausch kann nur heute ({today}, UTC) ausgeführt werden.", sv: "Ett byte kan bara genomföras i dag ({today}, UTC).", nl: "Omruilen kan alleen vandaag ({today}, UTC) worden uitgevoerd.", zh: "兑换只能在今天（{today}，UTC）执行。" }
    /// Why not: it is over.
    NOT_AFTER_EXCHANGE { en: "This exchange is complete. Open the reservations to start another one.", de: "Dieser Umtausch ist abgeschlossen. Öffnen Sie die Reservierungen für einen weiteren.", sv: "Bytet är avslutat. Öppna reservationerna för ett nytt.", nl: "De omruiling is voltooid. Open de reserveringen om opnieuw om te ruilen.", zh: "此次兑换已结束。如需再次兑换，请打开预订。" }
    /// While the service is asked.
    ASKING { en: "Getting demo Azure's quote…", de: "Die Berechnung von Demo-Azure wird abgefragt …", sv: "Hämtar demo-Azures beräkning …", nl: "De berekening van demo-Azure wordt opgevraagd…", zh: "正在请求演示 Azure 的报价…" }
    /// While the exchange is sent.
    SENDING { en: "Sending the exchange…", de: "Der Umtausch wird gesendet …", sv: "Bytet skickas …", nl: "Aanvraag wordt verzonden…", zh: "正在发送兑换…" }
    /// While the exchange is carried out.
    WAITING { en: "The exchange was accepted. You can leave this page; it continues in the background.", de: "Der Umtausch wurde angenommen. Sie können diese Seite verlassen; er läuft im Hintergrund weiter.", sv: "Bytet har tagits emot. Du kan lämna sidan; det fortsätter i bakgrunden.", nl: "De omruiling is geaccepteerd. U kunt deze pagina verlaten; alles gaat op de achtergrond verder.", zh: "兑换已受理。您可以离开此页面，操作会在后台继续。" }
    /// While units are returned.
    WAITING_REFUNDS { en: "Step 1 of 2: the returned units are being credited. You can leave this page; it continues in the background.", de: "Schritt 1 von 2: Die zurückgegebenen Einheiten werden gutgeschrieben. Sie können diese Seite verlassen.", sv: "Steg 1 av 2: de återlämnade enheterna krediteras. Du kan lämna sidan; det fortsätter i bakgrunden.", nl: "Stap 1 van 2: de geretourneerde eenheden worden gecrediteerd. U kunt deze pagina verlaten.", zh: "第 1 步，共 2 步：正在记入退回单位的款项。您可以离开此页面。" }
    /// While reservations are bought.
    WAITING_PURCHASES { en: "Step 2 of 2: the new reservations are being bought. You can leave this page; it continues in the background.", de: "Schritt 2 von 2: Die neuen Reservierungen werden gekauft. Sie können diese Seite verlassen.", sv: "Steg 2 av 2: de nya reservationerna köps. Du kan lämna sidan; det fortsätter i bakgrunden.", nl: "Stap 2 van 2: de nieuwe reserveringen worden gekocht. U kunt deze pagina verlaten.", zh: "第 2 步，共 2 步：正在购买新预订。您可以离开此页面。" }
    /// The exchange is done.
    DONE { en: "Done: the reservations were exchanged.", de: "Erledigt: Die Reservierungen wurden umgetauscht.", sv: "Klart: reservationerna har bytts.", nl: "Klaar: de reserveringen zijn omgeruild.", zh: "已完成：预订已兑换。" }
    /// The exchange stopped half way.
    HALF_DONE { en: "Half done: units were returned, but not everything could be bought.", de: "Nur zur Hälfte ausgeführt: Einheiten wurden zurückgegeben, aber nicht alles konnte gekauft werden.", sv: "Halvvägs: enheter har lämnats tillbaka, men allt kunde inte köpas.", nl: "Half uitgevoerd: eenheden zijn geretourneerd, maar niet alles kon worden gekocht.", zh: "仅完成一半：单位已退回，但未能全部购买。" }
    /// What to do about it.
    HALF_DONE_WHY { en: "What was returned is credited and no longer covers anything. Buy the missing reservations, or ask Microsoft support to finish the exchange.", de: "Das Zurückgegebene wird gutgeschrieben und deckt nichts mehr ab. Kaufen Sie die fehlenden Reservierungen, oder bitten Sie den Microsoft-Support, den Umtausch abzuschließen.", sv: "Det återlämnade krediteras och täcker inget längre. Köp de saknade reservationerna eller be Microsofts support slutföra bytet.", nl: "Wat is geretourneerd, wordt gecrediteerd en dekt niets meer. Koop de ontbrekende reserveringen of vraag Microsoft-ondersteuning de omruiling af te ronden.", zh: "已退回的部分会记入款项，不再提供覆盖。请购买缺少的预订，或请 Microsoft 支持人员完成兑换。" }
    /// The exchange failed as a whole.
    NOT_DONE { en: "The exchange failed. Nothing was returned and nothing was bought.", de: "Der Umtausch ist fehlgeschlagen. Es wurde nichts zurückgegeben und nichts gekauft.", sv: "Bytet misslyckades. Inget har lämnats tillbaka och inget har köpts.", nl: "De omruiling is mislukt. Er is niets geretourneerd en niets gekocht.", zh: "兑换失败。未退回也未购买任何内容。" }
    /// Heading of what was returned.
    RETURNED { en: "Returned", de: "Zurückgegeben", sv: "Återlämnat", nl: "Geretourneerd", zh: "已退回" }
    /// Heading of what was bought.
    BOUGHT { en: "Bought", de: "Gekauft", sv: "Köpt", nl: "Gekocht", zh: "已购买" }
    /// A failure: nothing was exchanged.
    NOTHING_EXCHANGED { en: "Nothing was exchanged. What you entered is kept.", de: "Es wurde nichts umgetauscht. Ihre Eingaben bleiben erhalten.", sv: "Inget har bytts. Det du angav finns kvar.", nl: "Er is niets omgeruild. Uw invoer blijft behouden.", zh: "未兑换任何内容。您输入的内容已保留。" }
    /// Why not: an exchange is being asked for or carried out.
    NOT_BUSY { en: "An exchange is in progress.", de: "Ein Umtausch läuft gerade.", sv: "Ett byte pågår.", nl: "Er loopt al een omruiling.", zh: "兑换正在进行。" }
    /// A failure while watching.
    WATCH_FAILED { en: "The exchange was accepted, but its progress couldn't be read.", de: "Der Umtausch wurde angenommen, aber sein Stand konnte nicht gelesen werden.", sv: "Bytet togs emot, men det gick inte att läsa hur långt det har kommit.", nl: "De omruiling is geaccepteerd, maar de voortgang kon niet worden gelezen.", zh: "兑换已受理，但无法读取其进度。" }
    /// Title of the confirmation.
    CONFIRM_TITLE { en: "Carry out this exchange?", de: "Diesen Umtausch ausführen?", sv: "Genomföra bytet?", nl: "Reserveringen omruilen?", zh: "执行此兑换？" }
    /// What is returned, from `{count}` reservations.
    CONFIRM_RETURNS {
        en: "Units to return: {units}, from {count} reservation. In exchange you buy:" | "Units to return: {units}, from {count} reservations. In exchange you buy:",
        de: "Zurückgegebene Einheiten: {units}, aus {count} Reservierung. Dafür kaufen Sie:" | "Zurückgegebene Einheiten: {units}, aus {count} Reservierungen. Dafür kaufen Sie:",
        sv: "Enheter som lämnas tillbaka: {units}, från {count} reservation. I utbyte köper du:" | "Enheter som lämnas tillbaka: {units}, från {count} reservationer. I utbyte köper du:",
        nl: "Te retourneren eenheden: {units}, uit {count} reservering. Daarvoor koopt u:" | "Te retourneren eenheden: {units}, uit {count} reserveringen. Daarvoor koopt u:",
        zh: "退回单位：{units}，来自 {count} 个预订。兑换后购买："
    }
    /// What is bought.
    CONFIRM_BUYS { en: "{units} × {size}, {plan}, until {day}: {amount}", de: "{units} × {size}, {plan}, bis {day}: {amount}", sv: "{units} × {size}, {plan}, till {day}: {amount}", nl: "{units} × {size}, {plan}, tot {day}: {amount}", zh: "{units} × {size}，{plan}，至 {day}：{amount}" }
    /// What is bought.
    CONFIRM_COMPUTE_PLAN { en: "A compute savings plan of {amount}", de: "Ein Sparplan für Compute über {amount}", sv: "En sparplan för beräkningsresurser på {amount}", nl: "Een besparingsplan voor compute van {amount}", zh: "计算节省计划，共 {amount}" }
    /// A savings plan for databases that is bought.
    CONFIRM_DATABASE_PLAN { en: "A database savings plan of {amount}", de: "Ein Sparplan für Datenbanken über {amount}", sv: "En sparplan för databaser på {amount}", nl: "Een besparingsplan voor databases van {amount}", zh: "数据库节省计划，共 {amount}" }
    /// What it comes to.
    CONFIRM_TOTALS { en: "New purchases minus returned value, over the whole term: {net}. {today}.", de: "Neue Käufe abzüglich Rückgabewert, über die ganze Laufzeit: {net}. {today}.", sv: "Nya köp minus returvärde, över hela löptiden: {net}. {today}.", nl: "Nieuwe aankopen min retourwaarde, over de hele looptijd: {net}. {today}.", zh: "整个期限的应付差额：{net}。{today}。" }
    /// What follows.
    CONFIRM_HINT { en: "New terms start today. The new reservations take the name, payer and scope of the first one that is returned.", de: "Neue Laufzeiten beginnen heute. Die neuen Reservierungen übernehmen Name, Zahler und Bereich der ersten zurückgegebenen.", sv: "Nya löptider börjar i dag. De nya reservationerna övertar namn, betalare och omfång från den första som lämnas tillbaka.", nl: "Nieuwe looptijden beginnen vandaag. De nieuwe reserveringen nemen naam, betaler en bereik over van de eerste die wordt geretourneerd.", zh: "新期限从今天开始。新预订沿用第一个退回预订的名称、付款方和范围。" }
    /// Button of the confirmation.
    CONFIRM { en: "Carry out the exchange", de: "Umtausch ausführen", sv: "Genomför bytet", nl: "Omruilen uitvoeren", zh: "执行兑换" }
}

//! What programs and people make of files on their way here: each is read as it was meant, or refused with a reason.

use std::io::Write;

use imports::{Fact, FileReport, Kind, ReservationFact};

use crate::{file, portfolio, read, read_all};

const ID: &str = "aaaaaaaa-0000-4000-8000-000000000001";
const ORDER: &str = "bbbbbbbb-0000-4000-8000-000000000001";

fn reservations(text: impl AsRef<[u8]>) -> Vec<ReservationFact> {
    let facts = read(text).facts.into_iter().filter_map(|(_, fact)| match fact {
        Fact::Reservation(fact) => Some(*fact),
        _ => None,
    });
    facts.collect()
}

fn refused(bytes: impl AsRef<[u8]>) -> String {
    read(bytes).report.refused.expect("it is refused")
}

/// The lines that were rejected, with what was said of each.
fn rejected(report: &FileReport) -> Vec<(u64, &str)> {
    report.rejected.iter().map(|row| (row.line, row.reason.as_str())).collect()
}

/// A list of the portal whose rows have these expiry dates, terms and quantities.
fn list(rows: &[(&str, &str, &str)]) -> String {
    let rows = rows.iter().zip(1..).map(|((expiry, term, quantity), number)| {
        format!("web,aaaaaaaa-0000-4000-8000-{number:012},\"{expiry}\",{term},\"{quantity}\"\n")
    });
    format!("Name,Reservation Id,Expiration date,Term,Quantity\n{}", rows.collect::<String>())
}

/// `az reservations reservation list` of a newer version: names of two ids, times with an offset, a renewal within.
fn newer_az() -> String {
    format!(
        r#"[{{"etag": 11, "id": "/providers/microsoft.capacity/reservationOrders/{ORDER}/reservations/{ID}",
        "kind": "Microsoft.Compute", "location": "westeurope", "name": "{ORDER}/{ID}", "properties": {{
        "appliedScopeProperties": {{"subscriptionId": "/subscriptions/s", "tenantId": null}},
        "appliedScopeType": "Single", "archived": false, "benefitStartTime": "2025-02-10T09:33:00.123456+00:00",
        "billingPlan": "P1M", "displayName": "web", "displayProvisioningState": "NoBenefit",
        "expiryDate": "2028-02-10", "expiryDateTime": "2028-02-10T09:33:00+00:00", "mergeProperties": null,
        "provisioningState": "Succeeded", "purchaseDate": "2025-02-10", "quantity": 4, "renew": true,
        "renewProperties": {{"purchaseProperties": {{"quantity": 9, "term": "P1Y", "displayName": "after",
        "sku": {{"name": "Standard_E2s_v5"}}}}}}, "reservedResourceType": "VirtualMachines",
        "skuDescription": "Reserved VM Instance, Standard_D2s_v5, EU West, 3 Years", "splitProperties": null,
        "term": "P3Y", "utilization": {{"aggregates": [], "trend": ""}}}},
        "sku": {{"name": "Standard_D2s_v5"}}, "tags": null}}]"#
    )
}

#[test]
fn a_renewal_within_a_reservation_is_not_the_reservation() {
    let [web] = reservations(newer_az()).try_into().expect("one");
    assert_eq!((web.quantity, web.term.as_deref()), (Some(4), Some("P3Y")));
    assert_eq!(
        (web.sku.as_deref(), web.display_name.as_deref()),
        (Some("Standard_D2s_v5"), Some("web"))
    );
    assert_eq!(web.billing_plan.as_deref(), Some("Monthly"));
    assert_eq!((web.id.unwrap().as_str(), web.order.unwrap().as_str()), (ID, ORDER));
}

/// `az … > list.json` in Windows PowerShell writes UTF-16 with a mark and carriage returns.
#[test]
fn what_windows_powershell_redirects_is_read() {
    let text = format!("\u{feff}{}\r\n", newer_az().replace('\n', "\r\n"));
    let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(reservations(bytes), reservations(newer_az()));
}

/// PowerShell 7 quotes what has to be quoted only; the nested objects are names of types, or nested in JSON.
#[test]
fn both_generations_of_powershell_say_the_same() {
    let path = format!("/providers/microsoft.capacity/reservationOrders/{ORDER}/reservations/{ID}");
    let csv = format!(
        "Location,DisplayName,ProvisioningState,Sku,SkuName,Quantity,Term,BillingPlan,ExpiryDate,PurchaseDate,Id,\
         Name,Utilization\nwesteurope,\"web, 2\",Succeeded,Microsoft.Azure.PowerShell.Cmdlets.Reservations.Models.\
         SkuName,Standard_D2s_v5,4,P3Y,Upfront,2/13/2027 12:00:00 AM,2/13/2024 12:00:00 AM,{path},{ORDER}/{ID},\
         Microsoft.Azure.PowerShell.Cmdlets.Reservations.Models.ReservationsPropertiesUtilization\n"
    );
    let json = format!(
        r#"[{{"Location":"westeurope","SkuName":"Standard_D2s_v5","Sku":{{"Name":"Standard_D2s_v5"}},
        "ProvisioningState":"Succeeded","DisplayName":"web, 2","Quantity":4,"Term":"P3Y","BillingPlan":"Upfront",
        "ExpiryDate":"\/Date(1802476800000)\/","PurchaseDate":"2024-02-13T00:00:00",
        "Utilization":{{"Trend":"SAME","Aggregate":[{{"Grain":1,"Value":100}}]}},"Id":"{path}","Name":"{ORDER}/{ID}"}}]"#
    );
    let [one, other] = [reservations(csv), reservations(json)];
    assert_eq!(one, other);
    assert_eq!(one[0].expiry_date.unwrap().to_string(), "2027-02-13");
    assert_eq!(one[0].display_name.as_deref(), Some("web, 2"));
}

/// In the portal everybody chooses the columns. Without the ids a row is a reservation all the same.
#[test]
fn a_list_of_chosen_columns_is_read_as_far_as_it_goes() {
    let text = "Name,Status,Expiration date,Scope,Type,Product name,Region,Quantity,Utilization % 7 Day\n\
        web,Succeeded,2/13/2027,Shared,Virtual machine,Standard_D2s_v5,West Europe,4,98\n";
    let [web] = reservations(text).try_into().expect("one");
    assert_eq!((web.id, web.order, web.quantity), (None, None, Some(4)));
    assert_eq!((web.region.as_deref(), web.used), (Some("westeurope"), Some(true)));
    let joined = portfolio(&[text]);
    let missing = joined.reservations[0].lacking().fields;
    assert_eq!(
        missing,
        [
            "id",
            "orderId",
            "customer",
            "term",
            "purchaseDate",
            "unitPrice",
            "currencyCode",
            "billingPlan"
        ]
    );
}

/// Names of columns in another language alone prove nothing, and nothing is guessed from them.
#[test]
fn columns_in_a_language_that_nobody_documents_are_named() {
    let text = format!(
        "\u{feff}Nazwa;Identyfikator rezerwacji;Identyfikator zamówienia;Stan;Data wygaśnięcia;Ilość\r\n\
         web;{ID};{ORDER};Powodzenie;10.02.2027;4\r\n"
    );
    assert!(refused(text).contains("Identyfikator rezerwacji;Identyfikator zamówienia"));
    // With the originals in parentheses, as Cost Management writes them, they are read.
    let text = format!(
        "Reservierungs-ID (ReservationId);Menge (Quantity);Ablaufdatum (ExpiryDate);Laufzeit (Term);Name\r\n\
         {ID};4;10. Dez. 2027;3 Jahre;web\r\n"
    );
    let [web] = reservations(text).try_into().expect("one");
    assert_eq!((web.quantity, web.term.as_deref()), (Some(4), Some("P3Y")));
    assert_eq!(web.expiry_date.unwrap().to_string(), "2027-12-10");
}

/// The Consumption API names its hours as the export does, nested in a record with an id of its own.
#[test]
fn details_of_the_api_tell_of_use() {
    let text = format!(
        r#"{{"value":[{{"id":"/subscriptions/x/providers/Microsoft.Consumption/reservationDetails/2026","name":"d",
        "type":"Microsoft.Consumption/reservationDetails","tags":null,"properties":{{"reservationOrderId":"{ORDER}",
        "instanceFlexibilityRatio":"1","reservationId":"{ID}","usageDate":"2026-11-01T00:00:00Z",
        "skuName":"Standard_D2s_v5","totalReservedQuantity":0.0,"reservedHours":96.0,"usedHours":24.0}}}}]}}"#
    );
    let read = read(text);
    assert_eq!(read.report.kind, Kind::ReservationUsage);
    let [(_, Fact::Usage(usage))] = read.facts.as_slice() else { panic!("{read:?}") };
    assert_eq!((usage.used, usage.reservation.as_ref().unwrap().as_str()), (Some(true), ID));
}

#[test]
fn what_was_answered_instead_of_the_data_is_named() {
    for page in [
        "\n<!-- x --><html lang=\"en\"><head><title>Sign in</title>",
        "\u{feff}  <!DOCTYPE html><p>",
        "<?xml version=\"1.0\"?>\n<html xmlns=\"http://www.w3.org/1999/xhtml\">",
    ] {
        assert_eq!(refused(page), "is a web page: download the file itself", "{page}");
    }
    let denied = r#"{"error":{"code":"AuthorizationFailed","message":"The client has no access"}}"#;
    assert_eq!(
        refused(denied),
        "is an error that was answered (AuthorizationFailed), not what was asked for"
    );
    assert_eq!(
        refused("<?xml version=\"1.0\"?><Error><Code>x</Code></Error>"),
        "is an XML document"
    );
    let book =
        "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">";
    assert_eq!(refused(book), "is a workbook as XML: save it as .xlsx");
    let warning = "WARNING: The command is in preview.";
    assert!(refused(warning).contains(warning));
    let warned = read(format!("{warning}\n{denied}")).report;
    assert!(warned.refused.is_some_and(|reason| reason.contains("AuthorizationFailed")));
    assert!(warned.notes[0].ends_with(warning), "{:?}", warned.notes);
    let warned = read(format!("{warning}\n{}", newer_az())).report;
    assert_eq!(warned.tally, read(newer_az()).report.tally);
    assert!(warned.ignored[0].reason.ends_with(warning), "{:?}", warned.ignored);
    for roles in [
        r#"[{"id":"/x","name":"x","principalId":"p","roleDefinitionName":"Reader","scope":"/"}]"#,
        r#"{"value":[{"id":"/x/billingRoleAssignments/2","name":"2","properties":{"principalId":"p","scope":"/x"}}]}"#,
    ] {
        assert!(refused(roles).starts_with("is JSON about something else"), "{roles}");
    }
    for nothing in ["", "\u{feff} \r\n\r\n"] {
        assert_eq!(refused(nothing), "is empty");
    }
    for nothing in ["[]", "{\"value\":[]}"] {
        assert_eq!(refused(nothing), "is JSON without records");
    }
}

/// An export comes as a ZIP with its manifest; macOS puts notes of its own beside each file.
#[test]
fn an_archive_of_one_export_is_that_export() {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in [
        ("__MACOSX/._part_0_0001.csv", b"\0\x05\x16\x07".as_slice()),
        ("part_0_0001.csv", file("transactions.csv").as_bytes()),
        ("manifest.json", br#"{"manifestVersion":"2024-04-01"}"#),
    ] {
        archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    let reads = read_all(&archive.finish().unwrap().into_inner());
    let of_use: Vec<&str> = reads
        .iter()
        .filter(|read| read.report.kind != Kind::Unknown)
        .filter_map(|read| read.report.part.as_deref())
        .collect();
    assert_eq!(of_use, ["part_0_0001.csv"]);
    assert!(reads.iter().all(|read| read.report.refused.is_none()));
    assert_eq!(reads[1].facts, read(file("transactions.csv")).facts);
}

/// A spreadsheet makes numbers of ids, and days of dates. What is lost cannot be read, and its line is named.
#[test]
fn what_a_spreadsheet_has_spoiled_costs_its_row_alone() {
    let text = format!(
        "Name,Reservation Id,Reservation order Id,Expiration date,Purchase date,Quantity\n\
         a,1.23E+15,{ORDER},2027-02-10,2024-02-10,1\n\
         b,{ID},1.23457E+15,2027-02-10,2024-02-10,1\n\
         c,{ID},{ORDER},46428,45332,1\n\
         d,\"=\"\"{ID}\"\"\",\"=\"\"{ORDER}\"\"\",2027-02-10,2024-02-10,1\n"
    );
    let read = read(text);
    assert_eq!(
        rejected(&read.report),
        [
            (2, "reservationid: \"1.23E+15\" is not the id of a reservation"),
            (3, "reservationorderid: \"1.23457E+15\" is not the id of an order"),
            (4, "purchasedate: \"45332\" is not a date"),
        ]
    );
    let [(5, Fact::Reservation(kept))] = read.facts.as_slice() else { panic!("{read:?}") };
    assert_eq!(
        (kept.id.as_ref().unwrap().as_str(), kept.order.as_ref().unwrap().as_str()),
        (ID, ORDER)
    );
}

#[test]
fn numbers_are_read_as_every_country_writes_them() {
    let text = |amount: &str| {
        format!(
            "EventType;EventDate;ReservationOrderId;Amount;Currency;Quantity\n\
             Purchase;2026-03-13;{ORDER};\"{amount}\";;1\n"
        )
    };
    for amount in [
        "CHF 1'234.50",
        "CHF 1’234.50",
        "Fr. 1'234.50",
        "1\u{a0}234,50",
        "1\u{202f}234,50 €",
        "\u{2212}1 234,50 kr",
        "1.234,50 zł",
        "R$ 1.234,50",
        "US$1,234.50",
        "1,234.50-",
    ] {
        let read = read(text(amount));
        let [(_, Fact::Transaction(fact))] = read.facts.as_slice() else { panic!("{read:?}") };
        assert_eq!(fact.amount.unwrap().to_string(), "1234.5", "{amount}");
    }
    let read = read(text("1.234.50"));
    assert_eq!(rejected(&read.report), [(2, "amount: \"1.234.50\" is not a number")]);
}

#[test]
fn dates_and_terms_are_read_in_the_languages_of_the_page() {
    let years = [
        ("10. März 2027", "3 Jahre", "4"),
        ("10 mars 2027", "3 år", "4.0"),
        ("10 maart 2027", "3 jaar", "4"),
        ("2027年3月10日", "3年", "4"),
        ("March 10, 2027", "Three Years", "4 units"),
    ];
    let found = reservations(list(&years));
    assert_eq!(found.len(), years.len());
    for fact in found {
        assert_eq!(fact.expiry_date.unwrap().to_string(), "2027-03-10");
        assert_eq!((fact.term.as_deref(), fact.quantity), (Some("P3Y"), Some(4)));
    }
}

#[test]
fn cells_of_any_length_and_headers_within_a_file_cost_no_other_row() {
    let long = "x".repeat(200_000);
    let found = reservations(list(&[("2027-02-10", "P3Y", "4")]).replace("web", &long));
    assert_eq!(found[0].display_name.as_deref(), Some(long.as_str()));
    let one = list(&[("2027-02-10", "P3Y", "4")]);
    let two = format!("{one}{}", one.replace("000000000001", "000000000002"));
    let read = read(two);
    assert_eq!(read.report.tally.reservations, 2);
    assert_eq!(
        rejected(&read.report),
        [(3, "reservationid: \"Reservation Id\" is not the id of a reservation")]
    );
}

/// The portal writes the heads of its columns and its words in the language of whoever downloads.
#[test]
fn a_list_of_the_portal_in_another_language_is_read() {
    for (head, state, kind, term) in [
        (
            "Name;Reservierungs-ID;Reservierungsauftrags-ID;Status;Ablaufdatum;Kaufdatum;Laufzeit;Typ;Produktname;\
             Region;Menge",
            "Erfolgreich",
            "Virtueller Computer",
            "3 Jahre",
        ),
        (
            "Namn;Reservations-ID;Reservationsbeställnings-ID;Status;Förfallodatum;Inköpsdatum;Löptid;Typ;Produktnamn;\
             Region;Antal",
            "Lyckades",
            "Virtuell dator",
            "3 år",
        ),
        (
            "Naam;Reserverings-id;Reserveringsorder-id;Status;Vervaldatum;Aankoopdatum;Termijn;Type;Productnaam;Regio;\
             Hoeveelheid",
            "Geslaagd",
            "Virtuele machine",
            "3 jaar",
        ),
        (
            "名称;预订 ID;预订订单 ID;状态;到期日期;购买日期;期限;类型;产品名称;区域;数量",
            "成功",
            "虚拟机",
            "3 年",
        ),
        (
            "Nom;ID de réservation;ID de commande de réservation;Statut;Date d’expiration;Date d'achat;Durée;Type;\
             Nom du produit;Région;Quantité",
            "Réussi",
            "Machine virtuelle",
            "3 ans",
        ),
    ] {
        let text = format!(
            "{head}\nweb;{ID};{ORDER};{state};2027-02-10;2024-02-10;{term};{kind};Standard_D2s_v5;westeurope;4\n"
        );
        let report = read(&text).report;
        assert_eq!((report.kind, report.unread.len()), (Kind::PortalReservations, 0), "{report:?}");
        let [web] = reservations(&text).try_into().expect("one");
        assert_eq!((web.quantity, web.term.as_deref()), (Some(4), Some("P3Y")), "{head}");
        assert_eq!(web.resource_type.unwrap().as_str(), "VirtualMachines", "{head}");
        assert_eq!(web.expiry_date.unwrap().to_string(), "2027-02-10", "{head}");
        assert_eq!((web.id.unwrap().as_str(), web.order.unwrap().as_str()), (ID, ORDER));
    }
}

/// Excel leaves out empty cells at the end of some rows. What is cut off in the middle of what matters is no row.
#[test]
fn rows_that_only_lack_empty_cells_at_their_end_are_read() {
    let head = "Name,Reservation Id,Expiration date,Quantity,Utilization % 1 Day,Deep link to reservation,Notes";
    let row = format!("web,{ID},2027-02-10,4");
    let read_of = |rows: &str| read(format!("{head}\n{rows}\n")).report;
    for ended in [row.clone(), format!("{row},"), format!("{row},100,")] {
        let report = read_of(&ended);
        assert_eq!((report.tally.reservations, report.rejected.len()), (1, 0), "{ended}");
    }
    let short = format!("web,{ID},2027-02-10");
    assert_eq!(rejected(&read_of(&short)), [(2, "has 3 cells, and the header 7")]);
    let cut = read(format!("{head}\n{row}")).report;
    assert_eq!(rejected(&cut), [(2, "has 4 cells, and the header 7: the file is cut off")]);
}

/// Some versions of PowerShell write a date with what it has added to it.
#[test]
fn values_that_powershell_wraps_are_read() {
    let text = format!(
        r#"{{"value":[{{"Name":"{ID}","DisplayName":"web","Quantity":4,"Term":{{"value":"P3Y"}},"SkuName":"Standard_D2s_v5",
        "ProvisioningState":{{"value":"Succeeded"}},"ReservedResourceType":"VirtualMachines",
        "PurchaseDate":{{"value":"\/Date(1707523200000)\/","DateTime":"Saturday, February 10, 2024 12:00:00 AM"}},
        "ExpiryDate":{{"value":"\/Date(1802217600000)\/","DisplayHint":2}}}}],"Count":1}}"#
    );
    let [web] = reservations(text).try_into().expect("one");
    assert_eq!((web.term.as_deref(), web.state.as_deref()), (Some("P3Y"), Some("Succeeded")));
    assert_eq!(web.purchase_date.unwrap().to_string(), "2024-02-10");
    assert_eq!(web.expiry_date.unwrap().to_string(), "2027-02-10");
}

/// The classic invoice names what was bought as an offer.
#[test]
fn a_line_of_a_classic_invoice_tells_of_its_offer() {
    let head = "PartnerId,CustomerId,CustomerName,InvoiceNumber,OrderId,OfferName,ChargeStartDate,ChargeEndDate,\
        ChargeType,UnitPrice,Quantity,Amount,Subtotal,Tax,TotalForCustomer,Currency,DomainName";
    let line = |offer: &str| {
        format!(
            "p,{ID},Contoso,D01,x,{offer},2/10/2024,2/9/2027,Purchase fee,9,4,36,36,0,36,EUR,c.example"
        )
    };
    let text =
        format!("{head}\n{}\n{}\n", line("Azure Reserved VM Instance"), line("Office 365 E3"));
    let report = read(text).report;
    assert_eq!((report.kind, report.tally.transactions), (Kind::InvoiceReconciliation, 1));
    assert_eq!(report.ignored[0].reason, "a line about something else (office365)");
}

/// A line of an invoice names the term alone; the days that it charges for tell whether that is all at once.
#[test]
fn the_days_of_an_invoice_line_tell_its_plan() {
    let head = "CustomerId,CustomerName,InvoiceNumber,OrderDate,ProductName,ChargeType,Quantity,Subtotal,Currency,\
        ChargeStartDate,ChargeEndDate,TermAndBillingCycle,ReservationOrderId";
    let line = |days: &str, cycle: &str| {
        format!(
            "{head}\n{ID},Contoso,G1,3/5/2026,Reserved VM Instance,new,2,600,EUR,{days},{cycle},{ORDER}\n"
        )
    };
    let check = |days: &str, cycle: &str, plan: Option<&str>, price: Option<&str>| {
        let portfolio = portfolio(&[&line(days, cycle)]);
        let [one] = portfolio.reservations.as_slice() else { panic!("{portfolio:?}") };
        assert_eq!(one.known.billing_plan.as_deref(), plan, "{days} {cycle}");
        assert_eq!(one.known.unit_price.map(|price| price.to_string()).as_deref(), price, "{days}");
        let is_guess = one.guesses.iter().any(|guess| guess.field == "billingPlan");
        assert_eq!(is_guess, plan.is_some() && !cycle.contains("billing"), "{days} {cycle}");
    };
    check("3/5/2026,3/4/2027", "1 Year", Some("Upfront"), Some("300"));
    check("3/5/2026,3/5/2029", "3 Years", Some("Upfront"), Some("300"));
    check("3/5/2026,4/4/2026", "1 Year", Some("Monthly"), Some("3600"));
    check("3/5/2026,3/31/2026", "1 Year", None, None);
    check("3/5/2026,4/4/2026", "1 Month", None, None);
    check(
        "3/5/2026,3/4/2027",
        "1 Year commitment for monthly billing",
        Some("Monthly"),
        Some("3600"),
    );
}

/// What people name the columns of their own lists. Without a state the dates tell, and that none is stated is said.
#[test]
fn a_list_of_somebodys_own_is_quoted() {
    let text = format!(
        "Customer;Reservation name;Reservation ID;Order ID;SKU;Region;Qty;Term;Start date;End date;Unit price;Currency;\
         Payment option\nContoso;web;{ID};{ORDER};Standard_D2s_v5;West Europe;4;3-Year;Feb 10 2024;10 Feb 2027;\
         1.200,00 €;EUR;All upfront\n"
    );
    let portfolio = portfolio(&[&text]);
    let [web] = portfolio.reservations.as_slice() else { panic!("{portfolio:?}") };
    let known = &web.known;
    assert_eq!((known.quantity, known.term.as_deref()), (Some(4), Some("P3Y")));
    assert_eq!(known.order.as_ref().unwrap().as_str(), ORDER);
    assert_eq!(known.expiry_date.unwrap().to_string(), "2027-02-10");
    let on = "2026-11-22".parse().unwrap();
    assert!(web.is_active(on));
    assert_eq!(web.lacking().fields, ["state"]);
    let case = web.request(on, "azure-2026-08").unwrap().case().unwrap();
    let quote = calculator::refund(&case.input());
    assert_eq!(quote.assessment.decision, calculator::Decision::Allowed);
    let case = web.request("2027-02-10".parse().unwrap(), "azure-2026-08").unwrap().case();
    let quote = calculator::refund(&case.unwrap().input());
    assert!(matches!(quote.assessment.decision, calculator::Decision::Refused(_)));
}

/// Spreadsheets show nothing as a dash, and the portal a geography before the region.
#[test]
fn dashes_are_nothing_and_regions_have_one_name() {
    let of = |state: &str, region: &str, price: &str| {
        let text = format!(
            "Name,Reservation Id,Status,Expiration date,Region,Quantity,Unit price,Currency\n\
             web,{ID},{state},2027-02-10,{region},4,{price},EUR\n"
        );
        let [web] = reservations(text).try_into().expect("one");
        (web.state, web.region, web.unit_price)
    };
    let west = Some("westeurope".to_owned());
    assert_eq!(of("-", "(Europe) West Europe", "–"), (None, west.clone(), None));
    assert_eq!(of("-", "West Europe", "-").1, west);
    assert_eq!(of("Active", "(Europe)", "—").1.as_deref(), Some("(europe)"));
}

#[test]
fn events_are_read_in_the_languages_of_the_page() {
    let of = |event: &str| {
        let text = format!(
            "EventType;EventDate;ReservationOrderId;Amount;Currency;Quantity\n\
             {event};2026-03-13;{ORDER};12,50;EUR;1\n"
        );
        let [(_, Fact::Transaction(fact))] = <[_; 1]>::try_from(read(text).facts).expect("one")
        else {
            panic!("a transaction")
        };
        fact.event
    };
    for event in ["Kauf", "Köp", "Aankoop", "购买"] {
        assert_eq!(of(event), imports::EventKind::Purchase, "{event}");
    }
    for event in ["Rückerstattung", "Återbetalning", "Restitutie", "退款"] {
        assert_eq!(of(event), imports::EventKind::Refund, "{event}");
    }
    assert_eq!(of("Stornierung"), imports::EventKind::Cancel);
    assert_eq!(of("Umbuchung"), imports::EventKind::Other("Umbuchung".to_owned()));
}

/// Subscriptions have names, products and an end as well.
#[test]
fn subscriptions_are_no_reservations() {
    let text = "Customer name,Name,SKU name,Quantity,Start date,End date\n\
        Contoso,Microsoft 365 E3,E3,10,2026-02-10,2027-02-10\n";
    assert!(refused(text).starts_with("is a table about something else"));
}

//! Files are recognised by their content.

use std::io::Write;
use std::path::Path;

use imports::{Fact, Kind, Tally};

use crate::{FILES, file, read, read_all};

fn check(text: &str, kind: Kind, tally: Tally) {
    let read = read(text);
    assert_eq!(read.report.refused, None);
    assert_eq!((read.report.kind, read.report.tally), (kind, tally), "{:?}", read.report);
}

#[test]
fn every_file_is_what_it_is() {
    let none = Tally::default();
    check(file("portal.csv"), Kind::PortalReservations, Tally { reservations: 3, ..none });
    check(file("az-list.json"), Kind::AzReservations, Tally { reservations: 4, ..none });
    check(file("az-orders.json"), Kind::AzReservationOrders, Tally { orders: 1, ..none });
    check(file("powershell.csv"), Kind::PowerShellReservations, Tally { reservations: 1, ..none });
    check(
        file("transactions.csv"),
        Kind::ReservationTransactions,
        Tally { transactions: 4, ..none },
    );
    check(file("details.csv"), Kind::ReservationUsage, Tally { usage: 3, ..none });
    check(file("customers.csv"), Kind::Customers, Tally { customers: 2, ..none });
    check(file("invoice.csv"), Kind::InvoiceReconciliation, Tally { transactions: 2, ..none });
    check(file("focus.csv"), Kind::Focus, Tally { transactions: 1, usage: 1, ..none });
    check(file("retail.json"), Kind::RetailPrices, Tally { prices: 1, ..none });
    check(file("amortized-ea.csv"), Kind::CostDetails, Tally { transactions: 1, usage: 2, ..none });
}

#[test]
fn a_report_without_ids_is_read_as_far_as_it_goes() {
    let text = "Subscription,Location,ReservationName,Status,Sku,Quantity,ExpiryDate\n\
        Prod,westeurope,web,Succeeded,Standard_D2s_v5,4,2027-02-10\n";
    check(text, Kind::ReservationReport, Tally { reservations: 1, ..Tally::default() });
}

#[test]
fn an_artifact_of_partner_center_lists_reservations() {
    let text = r#"{"type":"reservedinstance","virtualMachineReservations":[
        {"reservationId":"aaaaaaaa-0000-4000-8000-000000000001","scopeType":"Shared","quantity":1,
        "expiryDateTime":"2027-02-23T00:00:00","effectiveDateTime":"2026-02-23T18:15:24.6724884Z",
        "provisioningState":"Created"}]}"#;
    check(text, Kind::AzReservations, Tally { reservations: 1, ..Tally::default() });
}

#[test]
fn customers_are_read_from_both_apis() {
    let partner = r#"{"totalCount":1,"items":[{"id":"eeeeeeee-0000-4000-8000-000000000001",
        "companyProfile":{"tenantId":"eeeeeeee-0000-4000-8000-000000000001","domain":"a.example",
        "companyName":"Fabrikam"},"relationshipToPartner":"reseller"}],"links":{}}"#;
    let billing = r#"{"value":[{"id":"/providers/Microsoft.Billing/billingAccounts/a/customers/eeeeeeee-0000-4000-8000-000000000001",
        "name":"eeeeeeee-0000-4000-8000-000000000001","properties":{"displayName":"Fabrikam",
        "systemId":"x","enabledAzurePlans":[]}}]}"#;
    for text in [partner, billing] {
        let read = read(text);
        assert_eq!(read.report.kind, Kind::Customers);
        let [(_, Fact::Customer(customer))] = read.facts.as_slice() else { panic!("{read:?}") };
        assert_eq!(customer.name.as_deref(), Some("Fabrikam"));
        assert!(customer.id.as_ref().is_some_and(|id| id.as_str().starts_with("eeeeeeee")));
    }
}

#[test]
fn what_gives_nothing_is_named() {
    let check = |text: &str, kind: Kind| {
        let read = read(text);
        assert_eq!((read.report.refused.as_deref(), read.report.kind), (None, kind), "{text}");
        assert_eq!(read.report.ignored.len(), 1, "{:?}", read.report);
    };
    check(
        "ProductTitle,ProductId,SkuId,SkuTitle,TermDuration,BillingPlan,Market,Currency,UnitPrice\nAzure,p,s,D2,P1Y,OneTime,NL,EUR,1\n",
        Kind::PriceSheet,
    );
    check(
        "Meter ID,Meter name,Unit of Measure,Unit price,Currency\nm,D2,1 Hour,1,EUR\n",
        Kind::PriceSheet,
    );
    check(
        "SKU,Region,Recommended Quantity,Look Back Period,Net Savings\nD2,westeurope,3,Last7Days,5\n",
        Kind::Recommendations,
    );
    check(
        r#"[{"id":"/providers/Microsoft.BillingBenefits/savingsPlanOrders/o/savingsPlans/s","properties":{"commitment":{"grain":"Hourly","amount":1}}}]"#,
        Kind::SavingsPlans,
    );
    check(
        r#"{"value":[{"id":"/providers/microsoft.capacity/reservationOrders/o/reservations/r/revisions/3","name":"3","properties":{"quantity":1,"provisioningState":"Succeeded"}}]}"#,
        Kind::ReservationRevisions,
    );
    check(
        r#"{"id":"/x","properties":{"sessionId":"s","billingRefundAmount":{"currencyCode":"EUR","amount":1}}}"#,
        Kind::AzureQuotes,
    );
    check(
        r#"{"id":"r1","kind":"refund","reservation":{"quantity":1},"returnQuantity":1}"#,
        Kind::QuoteLines,
    );
}

#[test]
fn a_file_about_something_else_is_refused_with_what_it_is() {
    let check = |bytes: &[u8], expect: &str| {
        let read = read(bytes);
        let refused = read.report.refused.expect("it is refused");
        assert!(refused.contains(expect), "{refused}");
    };
    check(b"", "is empty");
    check(b"%PDF-1.7 ...", "a PDF document");
    check(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "is a damaged workbook");
    check(b"<html><body>", "web page");
    check(b"Isbn,Title,Author\n1,x,y\n", "Isbn,Title,Author");
    check(b"Name,Status\nweb,ok\n", "the columns Name, Status");
    check(b"[{\"isbn\":1,\"title\":\"x\"}]", "the fields isbn, title");
    check(b"[1,2]", "JSON without records");
    check(b"Name   Term  Quantity\n----   ----  --------\nweb    P1Y   3\n", "printed");
    check(b"DisplayName : web\nTerm        : P1Y\nQuantity    : 3\n", "printed");
}

/// The same table as gzip, as a workbook and in an archive.
#[test]
fn packed_files_are_unpacked() {
    let text = file("transactions.csv");
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(text.as_bytes()).unwrap();
    let gzip = gzip.finish().unwrap();
    assert_eq!(read(&gzip).facts, read(text).facts);

    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in [("a/transactions.csv", text.as_bytes()), ("read.me", b"hello")] {
        archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    let reads = read_all(&archive.finish().unwrap().into_inner());
    assert_eq!(reads[0].facts, read(text).facts);
    assert_eq!(reads[0].report.part.as_deref(), Some("a/transactions.csv"));
    assert_eq!((reads[1].report.refused.as_ref(), reads[1].report.notes.len()), (None, 1));
}

/// Recorded answers, documented rows and headers of exports.
#[test]
fn every_sample_of_an_export_is_recognised() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/exports");
    let expect = [
        ("azure-portal-reservations.csv", Kind::PortalReservations, 2),
        ("az-reservations-list.sample.json", Kind::AzReservations, 7),
        ("cost-management-reservation-details-mca.header.csv", Kind::ReservationUsage, 0),
        (
            "cost-management-reservation-transactions-mca.header.csv",
            Kind::ReservationTransactions,
            0,
        ),
        ("partner-center-customers.header.csv", Kind::Customers, 0),
        ("partner-center-invoice-reconciliation-modern.csv", Kind::InvoiceReconciliation, 0),
        ("retail-prices-reservation.sample.json", Kind::RetailPrices, 1),
    ];
    let mut reads = Vec::new();
    for (name, kind, facts) in expect {
        let bytes = std::fs::read(folder.join(name)).expect("the sample is there");
        let read = read(&bytes);
        assert_eq!(
            (read.report.kind, read.report.tally.total()),
            (kind, facts),
            "{name}: {read:?}"
        );
        assert!(read.report.rejected.is_empty(), "{name}: {:?}", read.report.rejected);
        reads.push(read);
    }
    // Two rows of the portal have one id.
    assert_eq!(imports::join(reads).reservations.len(), 8);
    // Names of columns below each other are no table; as a header they are one of FOCUS.
    let names = folder.join("focus-1.2-preview-commitment-columns.txt");
    let names = std::fs::read_to_string(names).expect("the sample is there");
    assert!(read_all(names.as_bytes()).iter().all(|read| read.report.refused.is_some()));
    let columns: Vec<&str> = names.lines().filter(|line| !line.starts_with('#')).collect();
    assert_eq!(read(format!("{}\n", columns.join(","))).report.kind, Kind::Focus);
}

#[test]
fn names_are_for_people_only() {
    let answers = imports::Answers::default();
    for (_, text) in FILES {
        let named = |name: &str| {
            imports::read_file(
                name,
                text.as_bytes(),
                &answers,
                &imports::Limits::default(),
                &mut |_| {},
            )
        };
        assert_eq!(named("x.pdf")[0].report.kind, named("")[0].report.kind);
    }
}

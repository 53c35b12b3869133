//! `cargo bench -p quote-bench --bench exports`: reading a large export, and quoting what is in it.

use std::fmt::Write;

use calculator::refund;
use chrono::NaiveDate;
use divan::{Bencher, black_box};
use imports::{Answers, Limits, Portfolio, join, read_file};

fn main() {
    divan::main();
}

const ROWS: u32 = 100_000;

/// A list of the portal, and the transactions with what each reservation cost.
fn export() -> [String; 2] {
    let mut list = "Name,Reservation Id,Reservation order Id,Status,Expiration date,Purchase date,Term,Scope,\
        Scope subscription,Scope resource group,Type,Product name,Region,Quantity,Utilization % 1 Day,\
        Utilization % 7 Day,Utilization % 30 Day,Deep link to reservation\n"
        .to_owned();
    let mut transactions =
        "Amount,ArmSkuName,BillingFrequency,Currency,Description,EventDate,EventType,Quantity,\
        Region,ReservationOrderId,ReservationOrderName,Term\n"
            .to_owned();
    for number in 0..ROWS {
        let (month, units) = (1 + number % 12, 1 + number % 40);
        let ids =
            format!("a0000000-0000-4000-8000-{number:012},b0000000-0000-4000-8000-{number:012}");
        let written = writeln!(
            list,
            "VM_RI_{number},{ids},Succeeded,2028-{month:02}-15T00:00:00Z,2025-{month:02}-15T08:30:00Z,P3Y,Shared,,,\
             VirtualMachines,Standard_D2s_v5,westeurope,{units},100,99,97.5,"
        );
        let written = written.and_then(|()| {
            let plan = if number % 2 == 0 { "OneTime" } else { "Recurring" };
            writeln!(
                transactions,
                "{}.50,Standard_D2s_v5,{plan},EUR,\"Reserved VM Instance, Standard_D2s_v5, EU West, 3 Years\",\
                 {month:02}/15/2025,Purchase,{units},westeurope,b0000000-0000-4000-8000-{number:012},r,P3Y",
                1_000 + number
            )
        });
        written.expect("a string takes any text");
    }
    [list, transactions]
}

fn read(files: &[String]) -> Portfolio {
    let (answers, limits) = (Answers::default(), Limits::default());
    let reads = files
        .iter()
        .flat_map(|text| read_file("export.csv", text.as_bytes(), &answers, &limits, &mut |_| {}));
    join(reads.collect())
}

#[divan::bench(sample_count = 10)]
fn reading_an_export_of_a_hundred_thousand_rows(bencher: Bencher<'_, '_>) {
    let files = export();
    bencher.bench(|| read(black_box(&files[..1])));
}

/// Both files, put together, and every reservation quoted with its steps.
#[divan::bench(sample_count = 10)]
fn reading_and_quoting_a_hundred_thousand_with_prices(bencher: Bencher<'_, '_>) {
    let files = export();
    let on = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a date");
    bencher.bench(|| {
        let portfolio = read(black_box(&files));
        let quotes = portfolio.reservations.iter().map(|reservation| {
            let request =
                reservation.request(on, "azure-2026-08").expect("its price is in the transactions");
            refund(&request.case().expect("its facts are valid").input()).assessment.payable.minor()
        });
        quotes.sum::<i128>()
    });
}

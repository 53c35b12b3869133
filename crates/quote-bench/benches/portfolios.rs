//! `cargo bench -p quote-bench --bench portfolios`: the table of all reservations.

use divan::{Bencher, black_box};
use quote_bench::Portfolios;

fn main() {
    divan::main();
}

const SIZES: [u32; 3] = [1_000, 10_000, 100_000];

/// Measures something of a portfolio of each size.
fn measure<T>(bencher: Bencher<'_, '_>, size: u32, work: impl Fn(&mut Portfolios) -> T) {
    let mut portfolios = Portfolios::new(size);
    bencher.bench_local(|| work(black_box(&mut portfolios)));
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn decode_all_blocks(bencher: Bencher<'_, '_>, size: u32) {
    measure(bencher, size, |portfolios| portfolios.decode());
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn prepare_search(bencher: Bencher<'_, '_>, size: u32) {
    measure(bencher, size, Portfolios::prepare);
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn quote_every_row(bencher: Bencher<'_, '_>, size: u32) {
    measure(bencher, size, Portfolios::quote_all);
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn add_up(bencher: Bencher<'_, '_>, size: u32) {
    measure(bencher, size, |portfolios| portfolios.total());
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn find_by_a_letter(bencher: Bencher<'_, '_>, size: u32) {
    measure(bencher, size, |portfolios| portfolios.find("w"));
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn find_by_words_and_an_id(bencher: Bencher<'_, '_>, size: u32) {
    measure(bencher, size, |portfolios| portfolios.find("westeurope web 000a"));
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn prepare_and_sort(bencher: Bencher<'_, '_>, size: u32) {
    measure(bencher, size, Portfolios::prepare_and_sort);
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn quote_and_sort(bencher: Bencher<'_, '_>, size: u32) {
    measure(bencher, size, Portfolios::quote_and_sort);
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn sort_again(bencher: Bencher<'_, '_>, size: u32) {
    measure(bencher, size, |portfolios| portfolios.sort());
}

//! `cargo bench -p quote-bench`: what one quote costs, and what a hundred thousand cost.

use calculator::{BillingPlan, Policy, RefundInput, assess, refund};
use divan::{Bencher, black_box};
use quote_bench::{Exchanges, Plans, Workload};

fn main() {
    divan::main();
}

/// Measures `quote` on the first return of the workload that is paid by this plan.
fn bench_one<T>(bencher: Bencher<'_, '_>, plan: BillingPlan, quote: fn(&RefundInput<'_>) -> T) {
    let workload = Workload::new(100);
    let mut inputs = workload.inputs();
    let input =
        inputs.find(|input| input.holding.billing_plan() == plan).expect("both plans occur");
    bencher.bench_local(|| quote(black_box(&input)));
}

#[divan::bench(args = [BillingPlan::Upfront, BillingPlan::Monthly])]
fn one_refund_without_steps(bencher: Bencher<'_, '_>, plan: BillingPlan) {
    bench_one(bencher, plan, assess);
}

#[divan::bench(args = [BillingPlan::Upfront, BillingPlan::Monthly])]
fn one_refund_with_steps(bencher: Bencher<'_, '_>, plan: BillingPlan) {
    bench_one(bencher, plan, refund);
}

#[divan::bench]
fn first_date_of_a_thousand(bencher: Bencher<'_, '_>) {
    let workload = Workload::new(1_000);
    bencher.bench(|| black_box(&workload).first_dates());
}

#[divan::bench(sample_count = 20)]
fn hundred_thousand_mixed_without_steps(bencher: Bencher<'_, '_>) {
    let workload = Workload::new(100_000);
    bencher.bench(|| black_box(&workload).assess_all());
}

#[divan::bench]
fn exchange_of_fifty_lines_for_twenty_with_steps(bencher: Bencher<'_, '_>) {
    let exchanges = Exchanges::new();
    bencher.bench(|| black_box(&exchanges).exchange_many());
}

#[divan::bench(sample_count = 20)]
fn suggestion_among_two_hundred(bencher: Bencher<'_, '_>) {
    let exchanges = Exchanges::new();
    bencher.bench(|| black_box(&exchanges).suggest_among_many());
}

#[divan::bench(args = [10, 50, 200], sample_count = 10)]
fn plan_under_a_cap(bencher: Bencher<'_, '_>, count: u32) {
    let plans = Plans::new(count, Policy::default_policy());
    bencher.bench(|| black_box(&plans).plan());
}

#[divan::bench(args = [10, 50, 200], sample_count = 10)]
fn plan_where_over_the_limit_is_refused(bencher: Bencher<'_, '_>, count: u32) {
    let plans = Plans::new(count, Policy::newest());
    bencher.bench(|| black_box(&plans).plan());
}

//! `cargo bench -p quote-bench`: what one quote costs, and what a hundred thousand cost.

use calculator::{BillingPlan, assess, refund};
use divan::{Bencher, black_box};
use quote_bench::{Workload, case};

fn main() {
    divan::main();
}

/// The first case of the workload with this plan.
fn one(plan: BillingPlan) -> calculator::json::RefundCase {
    (0..).map(case).find(|case| case.holding.billing_plan() == plan).expect("both plans occur")
}

#[divan::bench(args = [BillingPlan::Upfront, BillingPlan::Monthly])]
fn one_refund_without_steps(bencher: Bencher<'_, '_>, plan: BillingPlan) {
    let case = one(plan);
    bencher.bench(|| assess(black_box(&case.input())));
}

#[divan::bench(args = [BillingPlan::Upfront, BillingPlan::Monthly])]
fn one_refund_with_steps(bencher: Bencher<'_, '_>, plan: BillingPlan) {
    let case = one(plan);
    bencher.bench(|| refund(black_box(&case.input())));
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

//! What speaks against exchanging several reservations together.

use azure::{ProvisioningState, ResourceType};
use calculator::{Policy, Refusal};
use std::sync::Arc;
use view_model::reservations::{Obstacle, ReservationRow, no_exchange, several_currencies};

fn row(name: &str, kind: ResourceType, state: ProvisioningState) -> Arc<ReservationRow> {
    Arc::new(ReservationRow {
        name: name.to_owned(),
        resource_type: Some(kind),
        state: Some(state),
        ..ReservationRow::default()
    })
}

fn runs(name: &str, kind: ResourceType) -> Arc<ReservationRow> {
    row(name, kind, ProvisioningState::Succeeded)
}

#[test]
fn one_family_in_one_currency_can_be_exchanged_together() {
    let machine = runs("machine", ResourceType::VirtualMachines);
    let host = runs("host", ResourceType::DedicatedHost);
    let sql = runs("sql", ResourceType::SqlDatabases);
    let policy = Policy::default_policy();
    let against = |rows: &[&Arc<ReservationRow>], currencies: &[&str]| {
        let rows: Vec<_> = rows.iter().map(|row| Arc::clone(row)).collect();
        let currencies: Vec<_> = currencies.iter().map(|code| (*code).to_owned()).collect();
        no_exchange(&rows, &currencies, policy)
    };
    assert_eq!(against(&[], &[]), Some(Obstacle::NothingSelected));
    assert_eq!(against(&[&machine, &host], &["EUR", "eur"]), None);
    assert_eq!(against(&[&machine, &sql], &[]), Some(Obstacle::Families));
    assert_eq!(against(&[&machine, &host], &["EUR", "USD"]), Some(Obstacle::Currencies));
    let ended = row("ended", ResourceType::VirtualMachines, ProvisioningState::Cancelled);
    let state = Refusal::OperationCannotBePerformedInCurrentState;
    let expected = Some(Obstacle::Refused("ended".to_owned(), state));
    assert_eq!(against(&[&machine, &ended, &sql], &[]), expected, "the first reason");
    // A record that says nothing is not refused for it.
    let unknown = Arc::new(ReservationRow::default());
    assert_eq!(against(&[&machine, &unknown], &[]), None);
}

#[test]
fn a_policy_may_keep_a_product() {
    let rows = [runs("suse", ResourceType::SuseLinux)];
    assert_eq!(no_exchange(&rows, &[], Policy::default_policy()), None);
    let product = Refusal::SelfServiceRefundNotSupported;
    let expected = Some(Obstacle::Refused("suse".to_owned(), product));
    assert_eq!(no_exchange(&rows, &[], Policy::newest()), expected);
    assert_eq!(several_currencies(&[]), None);
}

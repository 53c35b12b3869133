//! What the values in a record are called in the language in force.
//!
//! Records hold values of the Azure APIs (`PendingBilling`, `P3Y`, `westeurope`). People know them by the
//! names of the Azure portal. A value that this version does not know is shown as it is.

use super::Text;
use super::catalogue::{names, reservation};
use azure::{
    AppliedScopeType, DisplayedState, ProvisioningState, ReservationProperties, ResourceType,
    StatedTerm,
};
use calculator::Term;

/// A provisioning state, in the detail of the record.
#[must_use]
pub fn state(state: &ProvisioningState) -> &str {
    use ProvisioningState as S;
    let text = match state {
        S::Creating => names::STATE_CREATING,
        S::PendingResourceHold => names::STATE_PENDING_RESOURCE_HOLD,
        S::ConfirmedResourceHold => names::STATE_CONFIRMED_RESOURCE_HOLD,
        S::PendingCapacity => names::STATE_PENDING_CAPACITY,
        S::ConfirmedCapacity => names::STATE_CONFIRMED_CAPACITY,
        S::PendingBilling => names::STATE_PENDING_BILLING,
        S::ConfirmedBilling => names::STATE_CONFIRMED_BILLING,
        S::Created => names::STATE_CREATED,
        S::Succeeded => names::STATUS_SUCCEEDED,
        S::Cancelled => names::STATUS_CANCELLED,
        S::Expired => names::STATUS_EXPIRED,
        S::BillingFailed => names::STATE_BILLING_FAILED,
        S::Failed => names::STATUS_FAILED,
        S::Split => names::STATE_SPLIT,
        S::Merged => names::STATE_MERGED,
        S::Pending => names::STATUS_PENDING,
        S::Other(unknown) => return unknown,
    };
    text.get()
}

/// What the state means for the one who looks at the record.
///
/// The values are those of the Capacity API 2022-11-01 and of recorded answers.
#[must_use]
pub const fn state_meaning(state: &ProvisioningState) -> Text {
    use ProvisioningState as S;
    match state {
        S::Creating => reservation::MEANS_CREATING,
        S::PendingResourceHold => reservation::MEANS_PENDING_RESOURCE_HOLD,
        S::ConfirmedResourceHold => reservation::MEANS_CONFIRMED_RESOURCE_HOLD,
        S::PendingCapacity => reservation::MEANS_PENDING_CAPACITY,
        S::ConfirmedCapacity => reservation::MEANS_CONFIRMED_CAPACITY,
        S::PendingBilling => reservation::MEANS_PENDING_BILLING,
        S::ConfirmedBilling => reservation::MEANS_CONFIRMED_BILLING,
        S::Created => reservation::MEANS_CREATED,
        S::Succeeded => reservation::MEANS_SUCCEEDED,
        S::Pending => reservation::MEANS_PENDING,
        S::Cancelled => reservation::MEANS_CANCELLED,
        S::Expired => reservation::MEANS_EXPIRED,
        S::BillingFailed => reservation::MEANS_BILLING_FAILED,
        S::Failed => reservation::MEANS_FAILED,
        S::Split => reservation::MEANS_SPLIT,
        S::Merged => reservation::MEANS_MERGED,
        S::Other(_) => reservation::MEANS_UNKNOWN,
    }
}

/// How long a reservation runs.
#[must_use]
pub fn term(term: &StatedTerm) -> &str {
    let text = match term.known().map(Term::months) {
        Some(1) => names::TERM_1_MONTH,
        Some(12) => names::TERM_1_YEAR,
        Some(36) => names::TERM_3_YEARS,
        Some(60) => names::TERM_5_YEARS,
        _ => return term.as_str(),
    };
    text.get()
}

/// The kind of scope that gets the benefit; nothing when the record does not say.
///
/// The API calls a resource group `Single` as well; the portal tells them apart.
#[must_use]
pub fn scope(properties: &ReservationProperties) -> Option<&str> {
    let text = match properties.applied_scope_type.as_ref()? {
        AppliedScopeType::Shared => names::SCOPE_SHARED,
        AppliedScopeType::Single if is_resource_group(properties) => names::SCOPE_RESOURCE_GROUP,
        AppliedScopeType::Single => names::SCOPE_SUBSCRIPTION,
        AppliedScopeType::ManagementGroup => names::SCOPE_MANAGEMENT_GROUP,
        AppliedScopeType::Other(unknown) => return Some(unknown),
    };
    Some(text.get())
}

fn is_resource_group(properties: &ReservationProperties) -> bool {
    let details = properties.applied_scope_properties.as_ref();
    let mut scopes = properties.applied_scopes.iter().flatten();
    details.is_some_and(|details| details.resource_group_id.is_some())
        || scopes.any(|scope| scope.as_str().to_ascii_lowercase().contains("/resourcegroups/"))
}

/// The kind of product; most are proper names.
#[must_use]
pub fn resource_type(resource_type: &ResourceType) -> &str {
    use ResourceType as T;
    match resource_type {
        T::VirtualMachines => names::TYPE_VIRTUAL_MACHINES.get(),
        T::VirtualMachineSoftware => names::TYPE_VM_SOFTWARE.get(),
        T::DedicatedHost => names::TYPE_DEDICATED_HOST.get(),
        T::ManagedDisk => names::TYPE_MANAGED_DISK.get(),
        T::SqlDatabases => "SQL Database",
        T::SqlDataWarehouse => "Azure Synapse Analytics",
        T::SqlAzureHybridBenefit => "SQL Server – Azure Hybrid Benefit",
        T::SqlEdge => "Azure SQL Edge",
        T::CosmosDb => "Azure Cosmos DB",
        T::MySql => "Azure Database for MySQL",
        T::MariaDb => "Azure Database for MariaDB",
        T::PostgreSql => "Azure Database for PostgreSQL",
        T::RedisCache => "Azure Cache for Redis",
        T::AzureDataExplorer => "Azure Data Explorer",
        T::DataFactory => "Azure Data Factory",
        T::Databricks => "Azure Databricks",
        T::AppService => "App Service",
        T::BlockBlob => "Azure Blob Storage",
        T::AzureFiles => "Azure Files",
        T::NetAppStorage => "Azure NetApp Files",
        T::SuseLinux => "SUSE Linux",
        T::RedHat => "Red Hat",
        T::RedHatOsa => "Azure Red Hat OpenShift",
        T::SapHana => "SAP HANA on Azure",
        T::AVS => "Azure VMware Solution",
        T::VMwareCloudSimple => "VMware Solution by CloudSimple",
        T::Other(unknown) => unknown,
    }
}

/// A region, by the name that Azure gives it in English in every language.
#[must_use]
pub fn region(location: &str) -> &str {
    if location.eq_ignore_ascii_case("global") {
        return names::REGION_GLOBAL.get();
    }
    let mut known = REGIONS.iter();
    let found = known.find(|(key, _)| key.eq_ignore_ascii_case(location));
    found.map_or(location, |(_, name)| name)
}

/// Public regions and their display names, as Azure lists its locations.
const REGIONS: &[(&str, &str)] = &[
    ("australiacentral", "Australia Central"),
    ("australiaeast", "Australia East"),
    ("australiasoutheast", "Australia Southeast"),
    ("austriaeast", "Austria East"),
    ("brazilsouth", "Brazil South"),
    ("canadacentral", "Canada Central"),
    ("canadaeast", "Canada East"),
    ("centralindia", "Central India"),
    ("centralus", "Central US"),
    ("eastasia", "East Asia"),
    ("eastus", "East US"),
    ("eastus2", "East US 2"),
    ("francecentral", "France Central"),
    ("germanynorth", "Germany North"),
    ("germanywestcentral", "Germany West Central"),
    ("indonesiacentral", "Indonesia Central"),
    ("israelcentral", "Israel Central"),
    ("italynorth", "Italy North"),
    ("japaneast", "Japan East"),
    ("japanwest", "Japan West"),
    ("koreacentral", "Korea Central"),
    ("koreasouth", "Korea South"),
    ("malaysiawest", "Malaysia West"),
    ("mexicocentral", "Mexico Central"),
    ("newzealandnorth", "New Zealand North"),
    ("northcentralus", "North Central US"),
    ("northeurope", "North Europe"),
    ("norwayeast", "Norway East"),
    ("norwaywest", "Norway West"),
    ("polandcentral", "Poland Central"),
    ("qatarcentral", "Qatar Central"),
    ("southafricanorth", "South Africa North"),
    ("southafricawest", "South Africa West"),
    ("southcentralus", "South Central US"),
    ("southeastasia", "Southeast Asia"),
    ("southindia", "South India"),
    ("spaincentral", "Spain Central"),
    ("swedencentral", "Sweden Central"),
    ("switzerlandnorth", "Switzerland North"),
    ("switzerlandwest", "Switzerland West"),
    ("uaecentral", "UAE Central"),
    ("uaenorth", "UAE North"),
    ("uksouth", "UK South"),
    ("ukwest", "UK West"),
    ("westcentralus", "West Central US"),
    ("westeurope", "West Europe"),
    ("westindia", "West India"),
    ("westus", "West US"),
    ("westus2", "West US 2"),
    ("westus3", "West US 3"),
];

/// The state as the portal's list words it.
#[must_use]
pub fn displayed_state(displayed: &DisplayedState) -> &str {
    use DisplayedState as D;
    let text = match displayed {
        D::Succeeded => names::STATUS_SUCCEEDED,
        D::Expiring => names::STATUS_EXPIRING,
        D::Expired => names::STATUS_EXPIRED,
        D::Cancelled => names::STATUS_CANCELLED,
        D::Pending => names::STATUS_PENDING,
        D::Processing => names::STATUS_PROCESSING,
        D::Failed => names::STATUS_FAILED,
        D::Warning => names::STATUS_WARNING,
        D::NoBenefit => names::STATUS_NO_BENEFIT,
        D::Other(unknown) => return unknown,
    };
    text.get()
}

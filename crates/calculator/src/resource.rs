//! What was reserved, and in which state the reservation is.

use std::fmt;

/// Declares an open enum: the listed names, compared without case, and any other text kept as is.
macro_rules! open_enum {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, PartialEq, Eq, Debug, Hash)]
        pub enum $name {
            $($(#[$variant_meta])* #[allow(missing_docs, reason = "names of the Azure API")] $variant,)+
            /// A value that this version does not know.
            Other(Box<str>),
        }

        impl $name {
            /// The known values, in the order of the API specification.
            pub const KNOWN: &'static [Self] = &[$(Self::$variant),+];

            /// The value with this name, in any case of letters; never fails.
            pub fn parse(text: &str) -> Self {
                $(if text.eq_ignore_ascii_case(stringify!($variant)) { return Self::$variant; })+
                Self::Other(text.into())
            }

            /// The name as the API writes it.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => stringify!($variant),)+
                    Self::Other(text) => text,
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

open_enum! {
    /// `reservedResourceType` of the Capacity API, version 2022-11-01.
    ResourceType {
        VirtualMachines, SqlDatabases, SuseLinux, CosmosDb, RedHat, SqlDataWarehouse,
        VMwareCloudSimple, RedHatOsa, Databricks, AppService, ManagedDisk, BlockBlob, RedisCache,
        AzureDataExplorer, MySql, MariaDb, PostgreSql, DedicatedHost, SapHana,
        SqlAzureHybridBenefit, AVS, DataFactory, NetAppStorage, AzureFiles, SqlEdge,
        VirtualMachineSoftware,
    }
}

open_enum! {
    /// `provisioningState` of the Capacity API, with the values seen in recorded answers.
    ProvisioningState {
        Creating, PendingResourceHold, ConfirmedResourceHold, PendingBilling, ConfirmedBilling,
        Created, Succeeded, Cancelled, Expired, BillingFailed, Failed, Split, Merged,
        PendingCapacity, ConfirmedCapacity, Pending,
    }
}

impl ProvisioningState {
    /// Whether units can be returned: only while the reservation runs undisturbed.
    pub fn allows_return(&self) -> bool {
        matches!(self, Self::Succeeded)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_without_case_and_written_as_the_api_does() {
        assert_eq!(ResourceType::parse("virtualmachines"), ResourceType::VirtualMachines);
        assert_eq!(ResourceType::parse("AVS").as_str(), "AVS");
        assert_eq!(ResourceType::parse("Quantum").to_string(), "Quantum");
        for known in ResourceType::KNOWN {
            assert_eq!(&ResourceType::parse(&known.as_str().to_ascii_uppercase()), known);
        }
        assert_eq!(ResourceType::KNOWN.len(), 26);
    }

    #[test]
    fn only_a_running_reservation_allows_a_return() {
        let allowing: Vec<_> =
            ProvisioningState::KNOWN.iter().filter(|state| state.allows_return()).collect();
        assert_eq!(allowing, [&ProvisioningState::Succeeded]);
        assert!(!ProvisioningState::parse("SomethingNew").allows_return());
    }
}

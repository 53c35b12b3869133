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
    /// What the state means; the one table that everybody reads.
    ///
    /// The values are those of the Capacity API 2022-11-01 (`ProvisioningState` of the specification) and
    /// `PendingCapacity`, `ConfirmedCapacity` and `Pending` of recorded answers. A purchase ends in `Created` or
    /// in `Succeeded`, and Partner Center's own example has a reservation that stays `Created` for its whole
    /// term: it is bought. An order is `Pending` while units are returned and `Succeeded` again afterwards
    /// (recorded 2023-03-06).
    pub const fn phase(&self) -> Phase {
        match self {
            Self::Creating
            | Self::PendingResourceHold
            | Self::ConfirmedResourceHold
            | Self::PendingCapacity
            | Self::ConfirmedCapacity
            | Self::PendingBilling
            | Self::ConfirmedBilling => Phase::Purchasing,
            Self::Created | Self::Succeeded => Phase::Active,
            Self::Pending => Phase::Changing,
            Self::Expired => Phase::Expired,
            Self::Cancelled | Self::Split | Self::Merged => Phase::Ended,
            Self::BillingFailed | Self::Failed => Phase::Failed,
            Self::Other(_) => Phase::Unknown,
        }
    }

    /// Whether units can be returned, and anything else be changed: only while the reservation runs undisturbed.
    pub const fn allows_return(&self) -> bool {
        matches!(self, Self::Succeeded)
    }
}

/// What a `provisioningState` means.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Phase {
    /// It is being bought: nothing is paid and nothing is covered yet.
    Purchasing,
    /// It is bought and covers usage.
    Active,
    /// It covers usage while a change, such as a return, is carried out.
    Changing,
    /// Its term is over.
    Expired,
    /// It ended before its term: its units were given back, or others took its place.
    Ended,
    /// It was never bought.
    Failed,
    /// This version does not know the state.
    Unknown,
}

impl Phase {
    /// Whether the next read may show another state without anyone doing anything.
    pub const fn is_pending(self) -> bool {
        matches!(self, Self::Purchasing | Self::Changing)
    }

    /// Whether it is bought, and nothing is going on.
    pub const fn is_active(self) -> bool {
        matches!(self, Self::Active)
    }

    /// Whether it covers usage now.
    pub const fn gives_benefit(self) -> bool {
        matches!(self, Self::Active | Self::Changing)
    }

    /// Whether it covers the days of its term, now or as long as it ran, if it did not end before.
    pub const fn covers_its_term(self) -> bool {
        matches!(self, Self::Active | Self::Changing | Self::Expired)
    }

    /// Whether an expiration date says something: not where it ended before, or was never bought.
    pub const fn runs_to_expiry(self) -> bool {
        !matches!(self, Self::Ended | Self::Failed)
    }

    /// Whether nothing can happen to it any more.
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Expired | Self::Ended | Self::Failed)
    }

    /// Whether what was due at the purchase is paid.
    pub const fn was_paid(self) -> bool {
        !matches!(self, Self::Purchasing | Self::Failed)
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

    /// Every state with its answers to every question, so that no two places can answer differently.
    #[test]
    fn every_state_means_one_thing() {
        use ProvisioningState as S;
        let answers = |phase: Phase| {
            [
                (phase.was_paid(), 'p'),
                (phase.gives_benefit(), 'b'),
                (phase.runs_to_expiry(), 'e'),
                (phase.is_pending(), 'm'),
                (phase.is_final(), 'f'),
            ]
            .into_iter()
            .filter_map(|(holds, letter)| holds.then_some(letter))
            .collect::<String>()
        };
        for state in ProvisioningState::KNOWN {
            // Paid, benefit, runs to its expiry, moves on by itself, final.
            let expected = match state {
                S::Succeeded | S::Created => "pbe",
                S::Pending => "pbem",
                S::Expired => "pef",
                S::Cancelled | S::Split | S::Merged => "pf",
                S::BillingFailed | S::Failed => "f",
                _ => "em",
            };
            assert_eq!(answers(state.phase()), expected, "{state}");
            assert!(!state.allows_return() || state.phase().is_active(), "{state}");
        }
        assert_eq!(S::parse("Hibernating").phase(), Phase::Unknown);
        assert!(!Phase::Unknown.gives_benefit() && !Phase::Unknown.is_final());
    }
}

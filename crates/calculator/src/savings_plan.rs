//! The two types of savings plans, and what each is sold for.

use crate::error::Problem;
use crate::term::Term;

/// What a savings plan covers.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum SavingsPlanType {
    /// Virtual machines, dedicated hosts, App Service and other compute.
    #[default]
    Compute,
    /// SQL, PostgreSQL, MySQL, Cosmos DB and other databases.
    Database,
}

impl SavingsPlanType {
    /// Every type.
    pub const ALL: [Self; 2] = [Self::Compute, Self::Database];

    /// Reads `Compute` or `Database`, in any case of letters.
    ///
    /// # Errors
    /// [`Problem::UnknownSavingsPlanType`] for anything else.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let is_it = |it: &Self| text.eq_ignore_ascii_case(it.as_str());
        Self::ALL.into_iter().find(is_it).ok_or(Problem::UnknownSavingsPlanType)
    }

    /// The name in the JSON interface.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Compute => "Compute",
            Self::Database => "Database",
        }
    }

    /// `sku.name` of such a plan. Microsoft documents that of compute; that of databases is named after it.
    pub const fn sku_name(self) -> &'static str {
        match self {
            Self::Compute => "Compute_Savings_Plan",
            Self::Database => "Database_Savings_Plan",
        }
    }

    /// The terms that such a plan is sold for. [Azure documentation, 2026-07-22]
    pub const fn terms(self) -> &'static [Term] {
        match self {
            Self::Compute => &[Term::ONE_YEAR, Term::THREE_YEARS],
            Self::Database => &[Term::ONE_YEAR],
        }
    }
}

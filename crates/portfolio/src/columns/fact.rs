//! What a quote needs to know of a reservation, and which of it a row lacks.

/// A fact without which there is no quote.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub enum Fact {
    /// Units owned.
    Quantity,
    /// How long it runs.
    Term,
    /// The day of the purchase.
    PurchaseDate,
    /// The day of the expiry; it is never missing, since it follows from the term, but may be wrong.
    ExpiryDate,
    /// The state of the record.
    State,
    /// What one unit costs over the whole term.
    UnitPrice,
    /// What one instalment of one unit is billed at; never missing, but may be wrong.
    Instalment,
    /// The currency of the amounts.
    Currency,
    /// How it is paid.
    BillingPlan,
    /// What was reserved.
    ResourceType,
}

impl Fact {
    /// All of them, in the order in which they are asked for.
    pub const ALL: [Self; 10] = [
        Self::Quantity,
        Self::Term,
        Self::PurchaseDate,
        Self::ExpiryDate,
        Self::State,
        Self::UnitPrice,
        Self::Instalment,
        Self::Currency,
        Self::BillingPlan,
        Self::ResourceType,
    ];

    /// The name of the field in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Quantity => "quantity",
            Self::Term => "term",
            Self::PurchaseDate => "purchaseDate",
            Self::ExpiryDate => "expiryDate",
            Self::State => "state",
            Self::UnitPrice => "unitPrice",
            Self::Instalment => "instalment",
            Self::Currency => "currencyCode",
            Self::BillingPlan => "billingPlan",
            Self::ResourceType => "reservedResourceType",
        }
    }
}

/// Some of the facts.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Hash)]
pub struct Facts(u16);

impl Facts {
    /// None of them.
    pub const NONE: Self = Self(0);

    /// Whether there is none.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether a fact is among them.
    pub const fn has(self, fact: Fact) -> bool {
        self.0 & 1 << fact as u16 != 0
    }

    /// A bit for each fact, in the order of [`Fact::ALL`].
    pub(super) const fn bits(self) -> u16 {
        self.0
    }

    /// The facts in their order.
    pub fn iter(self) -> impl Iterator<Item = Fact> {
        Fact::ALL.into_iter().filter(move |fact| self.has(*fact))
    }
}

impl FromIterator<Fact> for Facts {
    fn from_iter<I: IntoIterator<Item = Fact>>(facts: I) -> Self {
        Self(facts.into_iter().fold(0, |all, fact| all | 1 << fact as u16))
    }
}

//! What is found without asking anybody: the pages, and how amounts are calculated.

use super::results::Hit;
use crate::i18n::catalogue::rules;
use crate::i18n::{Text, calculations};
use crate::paths::{self, About, Entry, Route, route};
use crate::platform::collate::fold;
use calculator::{Disagreement, Rule};
use portfolio::look_up::Entry as Searched;
use view_model::ReservationRef;
use view_model::address::parameter;

/// What the page is about from which somebody searches, and who that is.
#[derive(Clone, Debug)]
pub(super) struct Here {
    pub(super) customer: Option<String>,
    /// What the customer is called.
    pub(super) name: Option<String>,
    pub(super) reservation: Option<ReservationRef>,
    pub(super) is_signed_in: bool,
    pub(super) may_see_people: bool,
}

/// Things with what they are found by, in the same order.
pub(super) type Shelf = (Vec<Hit>, Vec<Searched>);

/// The pages that there are for somebody who is here, in the language of this moment.
pub(super) fn pages(here: &Here) -> Shelf {
    let pages = route::ALL.iter().filter_map(|to| {
        let is_of_customer =
            !matches!(to.about, About::Everything | About::Account | About::People);
        let name = here.name.clone().filter(|_| is_of_customer).unwrap_or_default();
        Some((to.title.get().to_owned(), name, address(to, here)?))
    });
    shelf(pages)
}

/// Where a page stands; `None` where nothing says what it would be about, or where it is somebody else's.
fn address(to: &Route, here: &Here) -> Option<String> {
    let plain = || paths::address(to.path(), &[]);
    let reservation = here.reservation.as_ref();
    match to.about {
        About::Everything => Some(plain()),
        About::Customer => {
            let customer = here.customer.as_deref()?;
            Some(paths::address(to.path(), &[(parameter::CUSTOMER, customer)]))
        }
        About::Reservation => reservation.map(|of| paths::address(to.path(), &of.parameters())),
        About::Reservations => {
            reservation.map(|of| paths::several(to.path(), std::slice::from_ref(of)))
        }
        About::Account => here.is_signed_in.then(plain),
        About::People => here.may_see_people.then(plain),
        About::Request | About::Door => None,
    }
}

/// Amounts and days by their names in a quote, each with the rule that a refund explains it by.
const RULES: [(Text, Rule); 16] = [
    (rules::INPUT_PAYABLE, Rule::LimitCapped),
    (rules::INPUT_REFUND, Rule::Refund),
    (rules::INPUT_CREDIT, Rule::Credit),
    (rules::INPUT_PAID, Rule::PaidUpfront),
    (rules::INPUT_PAID, Rule::PaidMonthly),
    (rules::INPUT_CONSUMED, Rule::ConsumedUpfront),
    (rules::INPUT_CONSUMED, Rule::ConsumedMonthly),
    (rules::INPUT_FEE, Rule::Fee),
    (rules::INPUT_CANCELLED_INSTALMENTS, Rule::CancelledInstalments),
    (rules::INPUT_CANCELLED_COMMITMENT, Rule::CancelledCommitment),
    (rules::INPUT_COUNTS_USD, Rule::LimitUsed),
    (rules::INPUT_REFUND_USD, Rule::UsdConversion),
    (rules::INPUT_BASE_PRICE, Rule::LowestPrice),
    (rules::INPUT_INSTALMENT, Rule::EqualInstalment),
    (rules::INPUT_ELAPSED_DAYS, Rule::ElapsedDays),
    (rules::INPUT_DAYS_IN_TERM, Rule::TermDays),
];

/// Where sources say different things of a refund.
const DISAGREEMENTS: [Disagreement; 4] = [
    Disagreement::FeeChargedOrNot,
    Disagreement::FeeBase,
    Disagreement::FirstDaysPromisedOrObserved,
    Disagreement::LimitCountsRefundOrCommitment,
];

/// The rules, in the language of this moment. They lead to the refund of the reservation that the page is about, which
/// explains itself by them, else to where a refund can be calculated without one.
pub(super) fn help(here: &Here) -> Shelf {
    let leads_to = match &here.reservation {
        Some(of) => paths::reservation(of, Entry::Refund),
        None => paths::quick_quote(),
    };
    let explained = RULES.iter().map(|(title, rule)| (*title, calculations::rule(*rule)));
    let disagreements = DISAGREEMENTS.iter().map(|it| calculations::disagreement(*it));
    shelf(
        explained
            .chain(disagreements)
            .map(|(title, text)| (title.get().to_owned(), text.get().to_owned(), leads_to.clone())),
    )
}

fn shelf(things: impl Iterator<Item = (String, String, String)>) -> Shelf {
    let things = things.map(|(title, detail, address)| {
        let searched = Searched { name: fold(&title), further: fold(&detail), ids: Vec::new() };
        (Hit { title, detail, address }, searched)
    });
    things.unzip()
}

//! What is found, in groups.

use super::places::Shelf;
use super::stock::{FoundRequest, Stock};
use crate::i18n::catalogue::{find as texts, shell, support};
use crate::i18n::{Text, names, t_count, t_with};
use crate::paths::{self, Entry};
use crate::portfolio::state;
use crate::quote::book::row_name;
use crate::support::status_name;
use azure::TicketStatus;
use portfolio::look_up::{Best, Words, look_up};
use view_model::address::{parameter, with_query};

/// So many of a group are shown.
const SHOWN_MAX: usize = 8;

/// A link to something that was found.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Hit {
    pub(super) title: String,
    /// What tells it from others; may be empty.
    pub(super) detail: String,
    pub(super) address: String,
}

/// What was found of one kind.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Group {
    pub(super) name: Text,
    pub(super) hits: Vec<Hit>,
    /// How many there are, of which the first are shown.
    pub(super) count: usize,
    /// How well the first goes with the words.
    fit: u32,
}

/// What is found without asking anybody.
#[derive(Debug)]
pub(super) struct Shelves {
    pub(super) pages: Shelf,
    pub(super) help: Shelf,
}

/// What goes with the words, the group with the best of it first; without words the pages.
pub(super) fn results(words: &Words, shelves: &Shelves, stock: Option<&Stock>) -> Vec<Group> {
    let pages = of_shelf(texts::PAGES, &shelves.pages, words, shelves.pages.0.len());
    if words.is_empty() {
        return vec![pages];
    }
    let mut groups = Vec::new();
    if let Some(stock) = stock {
        groups.push(customers(stock, words));
        groups.push(reservations(stock, words));
        groups.push(requests(stock, words));
    }
    groups.push(pages);
    groups.push(of_shelf(texts::HELP, &shelves.help, words, SHOWN_MAX));
    groups.retain(|group| group.count > 0);
    // Those that are equally good keep their order.
    groups.sort_by_key(|group| u32::MAX - group.fit);
    groups
}

fn of_shelf(name: Text, (hits, searched): &Shelf, words: &Words, max: usize) -> Group {
    let Best { places, count, fit } = look_up(searched, words, max);
    let hits = places.into_iter().map(|place| hits[place as usize].clone());
    Group { name, hits: hits.collect(), count, fit }
}

fn customers(stock: &Stock, words: &Words) -> Group {
    let Best { places, count, fit } = look_up(&stock.searched, words, SHOWN_MAX);
    let hits = places.into_iter().map(|place| {
        let customer = &stock.customers[place as usize];
        let id = asked_for(&customer.customer_id, words).unwrap_or_default();
        Hit {
            title: customer.display_name.clone(),
            detail: facts([&customer.domain, id]),
            address: paths::customer(&customer.customer_id),
        }
    });
    Group { name: shell::NAV_CUSTOMERS, hits: hits.collect(), count, fit }
}

fn reservations(stock: &Stock, words: &Words) -> Group {
    let portfolio = &stock.book.portfolio;
    let Best { places, count, fit } = portfolio.look_up(words, &stock.index, SHOWN_MAX);
    let hits = places.into_iter().map(|place| {
        let row = portfolio.row(place);
        let customer = portfolio.customer_of(place);
        let id = |id| asked_for(id, words).unwrap_or_default();
        let region = if row.region.is_empty() { "" } else { names::region(row.region) };
        let ended = if portfolio.has_ended(place) { state(&row) } else { String::new() };
        let (order, reservation) = (id(row.order_id), id(row.reservation_id));
        Hit {
            title: row_name(&row).to_owned(),
            detail: facts([&*customer.name, row.sku, region, &ended, reservation, order]),
            address: match stock.book.reference(&row) {
                Some(of) => paths::reservation(&of, Entry::Overview),
                None => paths::customer(&customer.tenant_id),
            },
        }
    });
    let mut hits: Vec<Hit> = hits.collect();
    if count > hits.len() {
        let search = words.iter().collect::<Vec<_>>().join(" ");
        let query =
            with_query(String::new(), &[(parameter::SEARCH, &search), (parameter::ENDED, "1")]);
        hits.push(Hit {
            title: t_count(texts::ALL, count as u64, &[]),
            detail: String::new(),
            address: paths::portfolio(query.trim_start_matches('?')),
        });
    }
    Group { name: texts::RESERVATIONS, hits, count, fit }
}

fn requests(stock: &Stock, words: &Words) -> Group {
    let Best { places, count, fit } = look_up(&stock.searched_requests, words, SHOWN_MAX);
    let hits = places.into_iter().map(|place| {
        let FoundRequest { request, customer } = &stock.requests[place as usize];
        let title = [&request.title, &request.number, &request.name];
        let title = title.into_iter().find(|title| !title.is_empty());
        let status = Some(request.state()).filter(|status| *status != TicketStatus::Open);
        let status = status.map(|status| status_name(Some(&status))).unwrap_or_default();
        let name = asked_for(&request.name, words).unwrap_or_default();
        Hit {
            title: title.cloned().unwrap_or_default(),
            detail: facts([customer, &*request.number, &*status, name]),
            address: paths::support_request(&request.customer_id, &request.name),
        }
    });
    Group { name: support::REQUESTS, hits: hits.collect(), count, fit }
}

/// An id, where somebody asks for it: else it is only long.
fn asked_for<'a>(id: &'a str, words: &Words) -> Option<&'a str> {
    let is_part = |word: &str| word.len() >= 4 && id.to_ascii_lowercase().contains(word);
    words.iter().any(is_part).then_some(id)
}

/// Facts in a row, those that are there.
fn facts<const N: usize>(facts: [&str; N]) -> String {
    let facts = facts.into_iter().filter(|fact| !fact.is_empty()).map(str::to_owned);
    let in_a_row = |first, second| t_with(shell::FACTS, &[("first", first), ("second", second)]);
    facts.reduce(in_a_row).unwrap_or_default()
}

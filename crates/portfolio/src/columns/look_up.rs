//! Looking for a reservation among all of them.

use calculator::Phase;

use super::index::{Index, is_of_guid};
use super::portfolio::Portfolio;
use super::texts::Texts;
use crate::look_up::{Best, ID_LETTERS_MIN, Words, best_of, fit, fit_in, is_beginning};

/// Among so many rows one after the other is looked at, which is quicker than to look through everything.
const ONE_BY_ONE_MAX: usize = 5_000;

impl Portfolio {
    /// The rows that go best with the words, so many at most; of those that go equally well first the ones that have
    /// not ended. A word is looked for in the same as [`find`](Self::find) does, so that both find the same rows.
    pub fn look_up(&self, words: &Words, index: &Index, max: usize) -> Best {
        let mut words: Vec<&str> = words.iter().collect();
        // The longest finds the fewest, among which the others are looked for.
        words.sort_by_key(|word| usize::MAX - word.len());
        let Some((longest, others)) = words.split_first() else { return Best::default() };
        let mut found: Vec<(u32, u32)> = self.fits(longest, index);
        for word in others {
            if found.len() > ONE_BY_ONE_MAX {
                let fits = self.fits(word, index);
                let mut fits = fits.into_iter().peekable();
                found.retain_mut(|(row, sum)| {
                    while fits.next_if(|(other, _)| other < row).is_some() {}
                    let fit = fits.next_if(|(other, _)| other == row);
                    fit.inspect(|(_, fit)| *sum += fit).is_some()
                });
            } else {
                found.retain_mut(|(row, sum)| {
                    let fit = self.fit_of(*row, word, index);
                    *sum += u32::from(fit);
                    fit > fit::NONE
                });
            }
        }
        best_of(found.into_iter().map(|(row, sum)| (sum, self.has_ended(row), row)).collect(), max)
    }

    /// Whether a row has ended: expired, returned or never bought.
    pub fn has_ended(&self, row: u32) -> bool {
        let is_over = self.columns.expires_on[row as usize].is_some_and(|day| day <= self.today());
        is_over || self.phase(row).is_some_and(Phase::is_final)
    }

    /// The rows that have a word, in their order, and how well it goes with each.
    fn fits(&self, word: &str, index: &Index) -> Vec<(u32, u32)> {
        let mut fits = vec![fit::NONE; self.len()];
        mark(&index.names, word, &mut fits, fit::NAME_BEGINS, of_name);
        if may_be_id(word, index) {
            mark(&index.ids, word, &mut fits, fit::IS_ID, |all, at| of_id(all, at, word));
        }
        for (texts, places) in self.tables_of(index) {
            let of_texts: Vec<u8> =
                texts.iter().map(|text| fit_in(text, word, fit::BEGINS, fit::WITHIN)).collect();
            if of_texts.iter().any(|it| *it > fit::NONE) {
                for (best, place) in fits.iter_mut().zip(places) {
                    *best =
                        (*best).max(of_texts.get(*place as usize).copied().unwrap_or(fit::NONE));
                }
            }
        }
        let rows = (0_u32..).zip(fits).filter(|(_, fit)| *fit > fit::NONE);
        rows.map(|(row, fit)| (row, u32::from(fit))).collect()
    }

    /// How well a word goes with one row.
    fn fit_of(&self, row: u32, word: &str, index: &Index) -> u8 {
        let at = row as usize;
        let best = |text: &str, fit_at: &dyn Fn(&str, usize) -> u8| {
            text.match_indices(word).map(|(at, _)| fit_at(text, at)).max().unwrap_or(fit::NONE)
        };
        let mut fit = best(index.names.get(at), &of_name);
        if may_be_id(word, index) {
            fit = fit.max(best(index.ids.get(at), &|text, at| of_id(text, at, word)));
        }
        for (texts, places) in self.tables_of(index) {
            let place = places[at] as usize;
            let text = if place < texts.len() { texts.get(place) } else { "" };
            fit = fit.max(fit_in(text, word, fit::BEGINS, fit::WITHIN));
        }
        fit
    }

    /// The texts that several rows share, and which of them each row has.
    fn tables_of<'a>(&'a self, index: &'a Index) -> [(&'a Texts, &'a [u32]); 4] {
        let columns = &self.columns;
        [
            (&index.customers, &columns.customer),
            (&index.skus, &columns.sku),
            (&index.regions, &columns.region),
            (&index.types, &columns.resource_type),
        ]
    }
}

/// Whether ids are looked through for a word.
fn may_be_id(word: &str, index: &Index) -> bool {
    word.len() >= ID_LETTERS_MIN && (index.has_odd_ids || word.bytes().all(is_of_guid))
}

fn of_name(all: &str, at: usize) -> u8 {
    if is_beginning(all, at) { fit::NAME_BEGINS } else { fit::WITHIN_NAME }
}

/// How well a word goes with the ids of a line, of which it is a part.
fn of_id(all: &str, at: usize, word: &str) -> u8 {
    let is_edge = |byte: Option<&u8>| byte.is_none_or(|byte| matches!(byte, b' ' | b'\n'));
    let bytes = all.as_bytes();
    let begins = is_edge(at.checked_sub(1).and_then(|before| bytes.get(before)));
    match (begins, is_edge(bytes.get(at + word.len()))) {
        (true, true) => fit::IS_ID,
        (true, false) => fit::BEGINS,
        (false, _) => fit::WITHIN,
    }
}

/// Notes for each line the best of what `fit_at` says of the places where the word stands in it; nothing is better than
/// `best`.
fn mark(lines: &Texts, word: &str, fits: &mut [u8], best: u8, fit_at: impl Fn(&str, usize) -> u8) {
    let all = lines.all();
    let (mut line, mut end) = (0, 0);
    for (at, _) in all.match_indices(word) {
        if at >= end {
            line = lines.place_of(at, line);
            end = lines.start(line + 1);
        }
        if fits[line] < best {
            fits[line] = fits[line].max(fit_at(all, at));
        }
    }
}

#[cfg(test)]
mod tests {
    use calculator::{ProvisioningState, ResourceType};
    use chrono::NaiveDate;
    use std::time::Instant;

    use super::super::{Block, Filter, Origin, Question, Row, Standing, Weight, Wording};
    use super::*;

    const WORDING: Wording = Wording {
        fold: |text| text.to_lowercase().replace(['ä', 'Ä'], "a"),
        weights: |signs| signs.iter().map(|_| Weight::default()).collect(),
        region: |region| if region == "westeurope" { "West Europe" } else { region }.to_owned(),
        resource_type: |resource_type| resource_type.to_string(),
    };

    fn row(name: &str, order: &str, id: &str) -> Row {
        Row {
            standing: Standing::Record,
            reservation_id: id.to_owned(),
            order_id: order.to_owned(),
            name: name.to_owned(),
            sku: "Standard_D2s_v5".to_owned(),
            region: "westeurope".to_owned(),
            resource_type: Some(ResourceType::VirtualMachines),
            quantity: Some(1),
            original_quantity: None,
            term: None,
            billing_plan: None,
            currency: None,
            unit_price: None,
            instalment: None,
            current_unit_price: None,
            purchase_date: None,
            expiry_date: None,
            state: Some(ProvisioningState::Succeeded),
            used: None,
            received_in_exchange: false,
        }
    }

    fn portfolio(customers: &[(&str, Vec<Row>)]) -> Portfolio {
        let blocks = customers.iter().map(|(name, rows)| {
            let tenant_id = format!("tenant-{}", name.to_lowercase());
            let (origin, ledger, unreadable) = (Origin::Own, None, Vec::new());
            let (name, rows) = ((*name).to_owned(), rows.clone());
            Block { tenant_id, name, origin, ledger, rows, unreadable }.encode()
        });
        let blocks: Vec<_> = blocks.collect();
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day");
        Portfolio::of(blocks.iter().map(Vec::as_slice), today)
    }

    const ORDER: &str = "0a0a0a0a-0000-4000-8000-000000000001";

    fn few() -> Portfolio {
        let id = |number: u32| format!("0a0a0a0a-1111-4000-8000-{number:012}");
        let mut ended = row("Web of old", ORDER, &id(2));
        ended.state = Some(ProvisioningState::Cancelled);
        let of_tern = vec![
            row("Cobweb", ORDER, &id(1)),
            ended,
            row("Hägar web", "0a0a0a0a-0000-4000-8000-000000000002", &id(3)),
        ];
        let of_web = vec![row("Other", "0a0a0a0a-0000-4000-8000-000000000003", ORDER)];
        portfolio(&[("Tern", of_tern), ("Webber", of_web)])
    }

    fn found(portfolio: &Portfolio, text: &str) -> Vec<u32> {
        let words = Words::of(&(WORDING.fold)(text));
        portfolio.look_up(&words, &portfolio.index(&WORDING), 9).places
    }

    #[test]
    fn every_word_has_to_be_there_and_names_that_begin_so_come_first() {
        let few = few();
        // Begins in the name and runs; ended; the customer begins so; within the name.
        assert_eq!(found(&few, "web"), [2, 1, 3, 0]);
        assert_eq!(found(&few, "WEB hagar"), [2]);
        assert_eq!(found(&few, "web West d2s tern"), [2, 1, 0]);
        assert_eq!(found(&few, "web nowhere"), [0_u32; 0]);
        assert_eq!(found(&few, ""), [0_u32; 0]);
    }

    #[test]
    fn ids_and_paths_are_found_as_a_whole_or_by_their_beginning() {
        let few = few();
        // Both of the order, and the one whose own id it is; all of them go equally well.
        assert_eq!(found(&few, ORDER), [0, 3, 1]);
        assert_eq!(found(&few, &ORDER.to_uppercase()), [0, 3, 1]);
        assert_eq!(found(&few, "0a0a0a0a-1111"), [0, 2, 1]);
        let path = format!(
            "/providers/Microsoft.Capacity/reservationOrders/{ORDER}/reservations/\
             0A0A0A0A-1111-4000-8000-000000000002"
        );
        assert_eq!(found(&few, &path), [1]);
        assert_eq!(found(&few, "0a0"), [0_u32; 0], "three letters are no sign of an id");
        assert_eq!(found(&few, "tenant-web"), [3]);
    }

    /// The link from the search to the portfolio promises as many.
    #[test]
    fn the_same_rows_are_found_as_in_the_table() {
        let few = few();
        let index = few.index(&WORDING);
        let policy = calculator::Policy::newest();
        let quotes = few.quotes(&Question { on: few.today(), policy, rates: &[] });
        for words in ["web", "e", "0a0a0a0a", "0a0", "west d2s", "tern web", "000002", "nowhere"] {
            let filter = Filter { words: words.to_owned(), choices: Vec::new(), shows_ended: true };
            let table = few.find(&filter, &quotes, &index).rows;
            let mut places = few.look_up(&Words::of(words), &index, 9).places;
            places.sort_unstable();
            assert_eq!(places, table, "{words}");
        }
    }

    /// Says how long a key takes among a hundred thousand; `--nocapture` shows it.
    #[test]
    fn a_hundred_thousand_are_looked_through_at_once() {
        let customers: Vec<(String, Vec<Row>)> = (0..100_u64)
            .map(|customer| {
                let rows = (0..1_000_u64).map(|number| {
                    let id = customer * 1_000 + number;
                    let name = format!("Reservierung für Web {id} in Überlingen");
                    let order = format!(
                        "{:08x}-0000-4000-8000-{id:012}",
                        id.wrapping_mul(2_654_435_761) as u32
                    );
                    row(&name, &order, &format!("{id:08x}-1111-4000-8000-{id:012}"))
                });
                (format!("Customer {customer}"), rows.collect())
            })
            .collect();
        let customers: Vec<(&str, Vec<Row>)> =
            customers.iter().map(|(name, rows)| (name.as_str(), rows.clone())).collect();
        let many = portfolio(&customers);
        let index = many.index(&WORDING);
        for text in ["e", "we", "web", "web 99999", "0000", "00000000-0000", "a b c d e", "zzz"] {
            let words = Words::of(text);
            let begun = Instant::now();
            let found = many.look_up(&words, &index, 8);
            println!("{text}: {} of {} in {:?}", found.count, many.len(), begun.elapsed());
            assert_eq!(found.places.len(), found.count.min(8), "{text}");
        }
        assert_eq!(many.look_up(&Words::of("99999"), &index, 8).places[0], 99_999);
    }
}

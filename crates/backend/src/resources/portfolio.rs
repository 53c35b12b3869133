//! All customers of the partner at one moment, for reading.

use crate::http::problem::Problem;
use crate::records::customer::Customer;
use crate::records::documents::Records;
use crate::records::partner::Account;
use crate::records::store::{Unit, Whole};

/// The partner's account and the records of every customer, in the order of their names.
#[derive(Debug)]
pub(crate) struct Portfolio {
    pub(crate) account: Account,
    pub(crate) customers: Vec<(Customer, Records)>,
}

impl Portfolio {
    /// Sorts out what a store holds, after `age` has carried out what has become due.
    ///
    /// # Errors
    /// 404 when the store holds no partner.
    pub(crate) fn of(whole: Whole, age: &dyn Fn(&mut Records)) -> Result<Self, Problem> {
        let mut account = None;
        let mut customers = Vec::new();
        for (unit, snapshot) in whole.units {
            let mut records = Records::of(snapshot);
            match unit {
                Unit::Partner => account = Account::of(&records),
                Unit::Quotes(_) => {}
                Unit::Customer(tenant_id) => {
                    // Nothing is committed here; the customer's own requests do that.
                    if records.check_format().is_ok() {
                        age(&mut records);
                    }
                    let customer = Customer::known(&records, &tenant_id);
                    let name = customer.display_name.to_lowercase();
                    let comes_before =
                        |(other, _): &(Customer, _)| other.display_name.to_lowercase() <= name;
                    let place = customers.partition_point(comes_before);
                    customers.insert(place, (customer, records));
                }
            }
        }
        let missing = || Problem::new(404, "NotFound", "There is no partner account.");
        let account = account.ok_or_else(missing)?;
        Ok(Self { account, customers })
    }
}

//! What the reader of files says in English, in the language of this moment.

use crate::i18n::catalogue::reading as texts;
use crate::i18n::{Text, t_with};
use view_model::import::values_in;

/// A reason that the reader of files gives; one that this version does not know stays as it is.
pub(super) fn reason(english: &str) -> String {
    let known = REASONS.iter().find_map(|(said, text)| Some((*text, values_in(said, english)?)));
    let Some((text, values)) = known else { return english.to_owned() };
    let values = ["a", "b"].into_iter().zip(values.into_iter().map(str::to_owned));
    t_with(text, &values.collect::<Vec<_>>())
}

/// What it says, with braces for its values, and the text. The closer ones come first.
const REASONS: &[(&str, Text)] = &[
    ("{}: \"{}\" is not a date", texts::NOT_DATE),
    ("{}: \"{}\" is not a number", texts::NOT_NUMBER),
    ("{}: \"{}\" is not a whole number of units", texts::NOT_UNITS),
    ("{}: \"{}\" is not a quantity: it is below zero", texts::BELOW_ZERO),
    ("{}: \"{}\" is not the id of a reservation", texts::NOT_RESERVATION_ID),
    ("{}: \"{}\" is not the id of an order", texts::NOT_ORDER_ID),
    ("reservationTerm: \"{}\" is not a term of reservations", texts::NOT_TERM),
    ("has {} cells, and the header {}: the file is cut off", texts::CELLS_CUT),
    ("has {} cells, and the header {}", texts::CELLS),
    ("a quotation mark is out of place", texts::QUOTE_OUT_OF_PLACE),
    ("a quotation mark is never closed: the line is cut off", texts::QUOTE_OPEN),
    ("has no {}", texts::HAS_NO),
    ("names no reservation: it has neither an id nor a name", texts::NAMES_NO_RESERVATION),
    (
        "names no reservation: it has neither ReservationId nor ReservationOrderId",
        texts::NAMES_NO_USAGE,
    ),
    ("names no customer: it has no Microsoft ID", texts::NAMES_NO_CUSTOMER),
    ("names no order: it has no id", texts::NAMES_NO_ORDER),
    ("expires on {}, which is not after its purchase on {}", texts::ENDS_BEFORE),
    ("is malformed JSON ({}): the file is cut off", texts::JSON_CUT),
    ("is malformed JSON ({})", texts::JSON_BAD),
    ("an empty row", texts::EMPTY_ROW),
    ("a row of totals", texts::TOTALS),
    ("a line before the header", texts::BEFORE_HEADER),
    ("an earlier state of a reservation", texts::EARLIER_STATE),
    ("a savings plan, which can never be returned", texts::SAVINGS_PLAN),
    ("a capacity reservation, which is something else", texts::CAPACITY),
    ("a line about something else ({})", texts::OTHER_LINE),
    ("a line about something else, as far as its product tells", texts::OTHER_PRODUCT),
    ("a cost that is not about a reservation", texts::OTHER_COST),
    ("a cost of a savings plan", texts::PLAN_COST),
    ("a price of something else than a reservation", texts::OTHER_PRICE),
    ("a price sheet: prices of today, not what was paid", texts::PRICES_TODAY),
    ("a recommendation, not a reservation", texts::RECOMMENDATION),
    (
        "from a column that somebody has added, as the price of one unit for the term",
        texts::ADDED_PRICE,
    ),
    ("the retail price of today, which is not what was paid", texts::RETAIL_TODAY),
    ("its size or description is one of virtual machines", texts::LOOKS_LIKE_VM),
    ("the only customer in the files", texts::ONLY_CUSTOMER),
    ("the units of the order; no file lists its reservations", texts::UNITS_OF_ORDER),
    (
        "the units that were bought; no file lists the reservations of the order",
        texts::UNITS_BOUGHT,
    ),
    ("the day of the first purchase", texts::FIRST_PURCHASE),
    ("it was bought, and nothing in the files says that it ended", texts::NOTHING_ENDED),
    ("as many units were returned as were bought", texts::ALL_RETURNED),
    ("the units that were bought less those that were returned", texts::LESS_RETURNED),
    ("left open: units were returned, and the files do not say how many", texts::RETURNED_UNKNOWN),
    ("calculated from {}", texts::CALCULATED),
    (
        "from an invoice line with the same reservation order, whose product is \"{}\"",
        texts::FROM_LINE,
    ),
    (
        "of the {} purchases of the order with different prices, the first",
        texts::FIRST_OF_PURCHASES,
    ),
    (
        "its product does not say that it is an Azure reservation, and no file lists its reservation order",
        texts::NOT_SAID_RESERVATION,
    ),
    ("it is neither a purchase nor a return", texts::NO_EVENT),
    ("no file says whose it is", texts::NOBODYS),
    ("it has no date", texts::WITHOUT_DATE),
    ("it has no amount", texts::WITHOUT_AMOUNT),
    ("it has no currency", texts::WITHOUT_CURRENCY),
    ("is a table about something else, with the columns {}", texts::OTHER_TABLE),
    ("is about something else; its first line is \"{}\"", texts::OTHER_TEXT),
    ("is JSON about something else; its first record has the fields {}", texts::OTHER_JSON),
    ("is empty", texts::EMPTY_FILE),
    ("is a web page: download the file itself", texts::WEB_PAGE),
    ("is a PDF document", texts::PDF),
    (
        "{} reservations are described differently by several rows; what differs stands with each",
        texts::DESCRIBED_DIFFERENTLY,
    ),
    (
        "{} reservation orders have transactions, but no file lists their reservations",
        texts::ORDERS_UNLISTED,
    ),
    ("{} transactions name no reservation order and could not be joined", texts::WITHOUT_ORDER),
    (
        "{} invoice lines have a reservation order that no other file knows, and a product that does not say that it is an Azure reservation; they were not used",
        texts::UNSURE_LINES,
    ),
    (
        "a workbook keeps numbers as floating point; of each the shortest text was read",
        texts::SHORTEST_NUMBERS,
    ),
    ("writes some dates with the day first and some with the month first", texts::MIXED_DATES),
    ("writes some numbers with a decimal point and some with a comma", texts::MIXED_NUMBERS),
];

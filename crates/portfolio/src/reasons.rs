//! Why the reader of files does not use something or what it had to assume, and why the service does not take
//! something of an import, as values: what they say in English, a page says in the language of whoever reads it.

macro_rules! reasons {
    ($($name:ident = $said:literal,)+) => {
        /// What the reader of files says of a file, a row, a value or the whole, and the service of a fact.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[allow(missing_docs, reason = "each says what stands beside it")]
        pub enum Reason {
            $($name,)+
        }

        /// What is said, with braces for the values. The closer ones come first.
        const SAID: &[(Reason, &str)] = &[$((Reason::$name, $said),)+];
    };
}

reasons! {
    PassedOver = "passed over: it {}",
    NotDate = "{}: \"{}\" is not a date",
    NotNumber = "{}: \"{}\" is not a number",
    NotUnits = "{}: \"{}\" is not a whole number of units",
    BelowZero = "{}: \"{}\" is not a quantity: it is below zero",
    NotReservationId = "{}: \"{}\" is not the id of a reservation",
    NotOrderId = "{}: \"{}\" is not the id of an order",
    NotTerm = "reservationTerm: \"{}\" is not a term of reservations",
    CellsCut = "has {} cells, and the header {}: the file is cut off",
    Cells = "has {} cells, and the header {}",
    QuoteOutOfPlace = "a quotation mark is out of place",
    QuoteOpen = "a quotation mark is never closed: the line is cut off",
    HasNo = "has no {}",
    NamesNoReservation = "names no reservation: it has neither an id nor a name",
    NamesNoUsage = "names no reservation: it has neither ReservationId nor ReservationOrderId",
    NamesNoCustomer = "names no customer: it has no Microsoft ID",
    NamesNoOrder = "names no order: it has no id",
    EndsBefore = "expires on {}, which is not after its purchase on {}",
    JsonCut = "is malformed JSON ({}): the file is cut off",
    JsonBad = "is malformed JSON ({})",
    EmptyRow = "an empty row",
    Totals = "a row of totals",
    BeforeHeader = "a line before the header",
    Message = "a message of the program that wrote the file: {}",
    EarlierState = "an earlier state of a reservation",
    SavingsPlan = "a savings plan, which can never be returned",
    Capacity = "a capacity reservation, which is something else",
    OtherLine = "a line about something else ({})",
    OtherProduct = "a line about something else, as far as its product tells",
    OtherCost = "a cost that is not about a reservation",
    PlanCost = "a cost of a savings plan",
    OtherPrice = "a price of something else than a reservation",
    PricesToday = "a price sheet: prices of today, not what was paid",
    Recommendation = "a recommendation, not a reservation",
    AddedPrice = "from a column that somebody has added, as the price of one unit for the term",
    RetailToday = "the retail price of today, which is not what was paid",
    LooksLikeVm = "its size or description is one of virtual machines",
    OnlyCustomer = "the only customer in the files",
    UnitsOfOrder = "the units of the order; no file lists its reservations",
    UnitsBought = "the units that were bought; no file lists the reservations of the order",
    TermOfDates = "from its purchase date and expiration date",
    ChargedDays = "from the days that an invoice line charges for",
    FirstPurchase = "the day of the first purchase",
    NothingEnded = "it was bought, and nothing in the files says that it ended",
    AllReturned = "as many units were returned as were bought",
    AllReturnedOnce = "as many units were returned as were bought; a return that two documents tell of on \
        different days counts once",
    LessReturned = "the units that were bought less those that were returned",
    LessReturnedOnce = "the units that were bought less those that were returned; a return that two documents \
        tell of on different days counts once",
    ReturnedUnknown = "left open: units were returned, and the files do not say how many",
    Calculated = "calculated from {}",
    FromLine = "from an invoice line with the same reservation order, whose product is \"{}\"",
    FirstOfPurchases = "of the {} purchases of the order with different prices, the first",
    NotSaidReservation = "its product does not say that it is an Azure reservation, and no file lists \
        its reservation order",
    NoEvent = "it is neither a purchase nor a return",
    OnlyOneCustomer = "no file says whose it is, and there is one customer only",
    Nobodys = "no file says whose it is",
    WithoutDate = "it has no date",
    WithoutAmount = "it has no amount",
    WithoutCurrency = "it has no currency",
    OtherTable = "is a table about something else, with the columns {}",
    OtherText = "is about something else; its first line is \"{}\"",
    OtherJson = "is JSON about something else; its first record has the fields {}",
    TooLarge = "is larger than {}",
    Inflates = "inflates to more than {}",
    DamagedZip = "is a damaged ZIP archive: {}",
    DamagedWorkbook = "is a damaged workbook: {}",
    Damaged = "is damaged: {}",
    ManyFiles = "is an archive of more than {} files",
    EmptyArchive = "is an empty archive",
    UnreadableSheet = "is a sheet that cannot be read",
    NoCells = "is a workbook without cells",
    OtherSheet = "is about something else; its first row is \"{}\"",
    WorkbookCut = "is a damaged workbook, or cut off",
    Password = "is protected by a password: save it without one",
    OldOffice = "is an old Office file without a workbook",
    OpenDocument = "is an OpenDocument text or presentation",
    Mail = "is a mail: save what is attached to it",
    Word = "is a Word document",
    Powerpoint = "is a PowerPoint presentation",
    Picture = "is a picture",
    Parquet = "is a Parquet file: export it as CSV",
    Avro = "is an Avro file: export it as CSV",
    Database = "is a database",
    SevenZip = "is a 7-Zip archive: unpack it",
    Rar = "is a RAR archive: unpack it",
    NestedArchive = "is an archive within an archive: unpack it",
    NestedGzip = "is a gzip file within an archive: unpack it",
    Program = "is a program",
    XmlWorkbook = "is a workbook as XML: save it as .xlsx",
    Xml = "is an XML document",
    ErrorAnswered = "is an error that was answered ({}), not what was asked for",
    Printed = "is text as it was printed on a screen (Format-Table, Format-List or -o table), where \
        values are cut off: export it with Export-Csv, ConvertTo-Json or -o json",
    ManyColumns = "has more than {} columns",
    JsonEmpty = "is JSON without records",
    JsonNoObject = "is not a JSON object",
    BeyondRows = "beyond the first {} rows",
    PagesMissingOf = "has only {} of {} records: {} says that there are more pages",
    PagesMissing = "has only the first {} records: {} says that there are more pages",
    FirstRecords = "only the first {} records were read",
    FirstRows = "only the first {} rows of {} were read",
    SummaryLine = "the summary of an earlier run",
    NoReadField = "a record without a field that is read",
    NothingRead = "nothing that is read",
    AzureQuote = "a quote of Azure, not a reservation",
    QuoteLine = "a request or an answer of prorata-quote",
    OtherCommitment = "a commitment that is no reservation of Azure",
    CostUnnamed = "a cost whose reservation is named in no known way",
    OtherPurchase = "a purchase of something else, as far as its product tells",
    CannotRead = "cannot be read: {}",
    GzipCut = "the gzip data is damaged or cut off; what came before it was read",
    EntryCut = "its data in the archive is damaged or cut off",
    EmptyFile = "is empty",
    WebPage = "is a web page: download the file itself",
    Pdf = "is a PDF document",
    DescribedDifferently = "{} reservations are described differently by several rows; what differs stands with each",
    OrdersUnlistedMore = "{} reservation orders are named, but no file lists their reservations: {} and {} more",
    OrdersUnlisted = "{} reservation orders are named, but no file lists their reservations: {}",
    ReservationsUnlistedMore = "{} reservations are named, but no file lists them: {} and {} more",
    ReservationsUnlisted = "{} reservations are named, but no file lists them: {}",
    OrdersAloneMore = "{} reservation orders stand in rows that name no reservation, and elsewhere as well; such a \
        row counts as a reservation of its own: {} and {} more",
    OrdersAlone = "{} reservation orders stand in rows that name no reservation, and elsewhere as well; such a \
        row counts as a reservation of its own: {}",
    EventsUnknownMore = "{} transactions are neither a purchase nor a return, and were not used: {} and {} more",
    EventsUnknown = "{} transactions are neither a purchase nor a return, and were not used: {}",
    StatesUnknownMore = "{} reservations have a state that is not known, so that their dates alone tell whether \
        they run: {} and {} more",
    StatesUnknown = "{} reservations have a state that is not known, so that their dates alone tell whether \
        they run: {}",
    TermDiffers = "{} reservations end on another day than their purchase and term say; the day was used",
    RowsRepeated = "{} rows tell of reservations that other rows tell of as well; each reservation counts once",
    RowsSimilar = "{} rows without an id are like a row of another file in name, product and dates; each counts as a \
        reservation of its own",
    TransactionsRepeated = "{} transactions stand in an earlier file as well; each counts once",
    WithoutOrder = "{} transactions name no reservation order and could not be joined",
    UnsureLines = "{} invoice lines have a reservation order that no other file knows, and a product that does \
        not say that it is an Azure reservation; they were not used",
    ShortestNumbers = "a workbook keeps numbers as floating point; of each the shortest text was read",
    OtherCurrency = "amounts with another currency than that of their column, which was used: {}; the first is \"{}\" \
        on line {}",
    MixedDates = "writes some dates with the day first and some with the month first",
    MixedNumbers = "writes some numbers with a decimal point and some with a comma",
    NotUtf8 = "is not UTF-8; read as Windows-1252, so letters of other alphabets may be wrong",
    StrayBytes = "has bytes that are not {}",
    IsRequired = "is required",
    NotDecimal = "must be a decimal such as 1234.50",
    Negative = "must not be negative",
    Zero = "must be greater than zero",
    AtMost = "must be at most {}",
    TooPrecise = "must have at most {} digits after the decimal point",
    Between = "must be between {} and {}",
    FromTo = "must be from {} to {}",
    NotCurrency = "must be a currency code of ISO 4217",
    NotDay = "must be a day such as {}",
    NotAfterPurchase = "is not after the day of the purchase",
    NotGuid = "must be a GUID",
    TooLong = "is too long",
    CustomerUnnamed = "a customer needs a tenant or a name",
}

impl Reason {
    /// The reason that this says, with its values.
    pub fn of(said: &str) -> Option<(Self, Vec<&str>)> {
        SAID.iter().find_map(|(reason, words)| Some((*reason, values_in(words, said)?)))
    }
}

/// The values in a text that was made from `template`, which has `{}` in the place of each; nothing where it was
/// made from another one.
fn values_in<'a>(template: &str, text: &'a str) -> Option<Vec<&'a str>> {
    let mut parts = template.split("{}");
    let mut rest = text.strip_prefix(parts.next()?)?;
    let mut values = Vec::new();
    let mut parts = parts.peekable();
    while let Some(part) = parts.next() {
        let at = match parts.peek() {
            None if part.is_empty() => rest.len(),
            None => {
                rest.len().checked_sub(part.len()).filter(|at| rest.get(*at..) == Some(part))?
            }
            Some(_) => rest.find(part)?,
        };
        values.push(&rest[..at]);
        rest = &rest[at + part.len()..];
    }
    rest.is_empty().then_some(values)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_values_of_a_reason_are_found_again() {
        let cases: [(&str, &str, Option<&[&str]>); 8] = [
            ("an empty row", "an empty row", Some(&[])),
            ("an empty row", "an empty row!", None),
            ("{}: \"{}\" is not a date", "day: \"3/x\" is not a date", Some(&["day", "3/x"])),
            (
                "{}: \"{}\" is not a date",
                "day: \"a\" is not a date\" is not a date",
                Some(&["day", "a\" is not a date"]),
            ),
            ("{}: \"{}\" is not a date", "day: \"3\" is not a number", None),
            ("has no {}", "has no EventType", Some(&["EventType"])),
            ("has {} cells, and the header {}", "has 2 cells, and the header 3", Some(&["2", "3"])),
            ("has no {}", "has", None),
        ];
        for (template, text, values) in cases {
            assert_eq!(values_in(template, text).as_deref(), values, "{template}");
        }
    }

    #[test]
    fn the_closer_reason_comes_first() {
        let check = |said, expect: Reason, values: &[&str]| {
            assert_eq!(Reason::of(said), Some((expect, values.to_vec())), "{said}");
        };
        check("is malformed JSON (x): the file is cut off", Reason::JsonCut, &["x"]);
        check("is malformed JSON (x)", Reason::JsonBad, &["x"]);
        check("is a damaged workbook, or cut off", Reason::WorkbookCut, &[]);
        check("is damaged: x", Reason::Damaged, &["x"]);
        check("passed over: it is empty", Reason::PassedOver, &["is empty"]);
        assert_eq!(Reason::of("is something new"), None);
    }

    /// What is said of one reason is never told as another one.
    #[test]
    fn every_reason_is_found_by_what_it_says() {
        for (reason, words) in SAID {
            let said = words.replace("{}", "7");
            assert_eq!(Reason::of(&said).map(|(found, _)| found), Some(*reason), "{said}");
        }
    }
}

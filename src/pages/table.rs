// The pages, each with what it is about, its module in a release, its title, and every route that shows it: first the
// one that links lead to. The command that completes a bundle reads this table as well, and writes a copy of the page
// for each route.
pages! {
    /// The customer list, which an address without a path shows as well.
    CUSTOMERS(Everything): Customers in customers, titled customers::CUSTOMERS, at ["/customers", "/"];
    /// What the product does, for whoever is here for the first time.
    START(Everything): Start in start, titled titles::START, at ["/start"];
    /// All reservations of all customers.
    PORTFOLIO(Everything): Portfolio in portfolio, titled titles::PORTFOLIO, at ["/portfolio"];
    /// One customer's Azure reservations.
    CUSTOMER(Customer): Customer in customer, titled customer::CUSTOMER, at ["/customer"];
    /// What is coming up for one customer's reservations.
    CUSTOMER_RADAR(Customer): CustomerRadar in survey, titled titles::RADAR, at ["/customer/radar"];
    /// What counts toward a customer's refund cap, and what is left of it.
    CAP(Customer): CustomerCap in cap, titled cap::TITLE, at ["/customer/cap"];
    /// What reservations of a customer lack.
    INCOMPLETE(Customer): IncompleteReservations in incomplete, titled incomplete::TITLE, at ["/customer/incomplete"];
    /// What to return when, so that most comes back under the cap.
    PLAN(Customer): CustomerPlan in cap, titled plan::TITLE, at ["/customer/plan"];
    /// What is coming up for the reservations of all customers.
    RADAR(Everything): Radar in survey, titled titles::RADAR, at ["/radar"];
    /// What to do with reservations before their exchange rights end.
    RIGHTS_END(Everything): BeforeRightsEnd in rights, titled rights_end::TITLE, at ["/before-rights-end"];
    /// A reservation's record: details and utilization.
    OVERVIEW(Reservation): Overview in record, titled reservation::OVERVIEW, at ["/reservation"];
    /// Who may read or manage the order.
    ACCESS_CONTROL(Reservation): AccessControl in record, titled reservation::ACCESS_CONTROL, at [
        "/reservation/access-control",
    ];
    /// Scope, name, renewal; splitting and merging.
    CONFIGURATION(Reservation): Configuration in configuration, titled reservation::CONFIGURATION, at [
        "/reservation/configuration",
    ];
    /// All properties, and the ids to copy.
    PROPERTIES(Reservation): Properties in record, titled reservation::PROPERTIES, at ["/reservation/properties"];
    /// The wizard that asks Microsoft support for help; its steps are addresses of the same page.
    SUPPORT_REQUEST(Reservation): SupportRequest in support, titled reservation::SUPPORT_REQUEST, at [
        "/reservation/support-request",
        "/reservation/support-request/basics",
        "/reservation/support-request/problem",
        "/reservation/support-request/contact",
    ];
    /// The refund task.
    REFUND(Reservation): Refund in refund, titled reservation::REFUND, at ["/reservation/refund"];
    /// The letter about a refund quote.
    LETTER(Reservation): RefundLetter in letter, titled letter::LETTER, at ["/reservation/refund/letter"];
    /// The exchange of one or several reservations.
    EXCHANGE(Reservations): Exchange in exchange, titled reservation::EXCHANGE, at ["/exchange"];
    /// The letter about an exchange quote.
    EXCHANGE_LETTER(Reservations): ExchangeLetter in exchange_letter, titled letter::LETTER, at ["/exchange/letter"];
    /// The comparison of what can be done with reservations.
    COMPARISON(Reservations): Comparison in comparison, titled comparison::COMPARISON, at ["/comparison"];
    /// Quotes of reservations that are described by hand.
    QUICK_QUOTE(Everything): QuickQuote in quick, titled titles::QUICK_QUOTE, at ["/quick-quote"];
    /// A customer's support requests.
    CUSTOMER_REQUESTS(Customer): CustomerRequests in support, titled support::REQUESTS, at [
        "/customer/support-requests",
    ];
    /// One support request.
    TICKET(Request): Ticket in support, titled support::REQUEST, at ["/support-request"];
    /// The articles about Azure reservations.
    RESOURCES(Everything): Resources in survey, titled resources::RESOURCES, at ["/resources"];
    /// What was changed at one customer's reservations.
    ACTIVITY(Customer): CustomerActivity in survey, titled activity::TITLE, at ["/customer/activity"];
    /// Returns compared with what files say was booked for them.
    RECONCILE(Everything): Reconciliation in reconcile, titled titles::RECONCILE, at ["/reconcile"];
    /// Backup and restore.
    DATA(Everything): Data in data, titled titles::DATA, at ["/data"];
    /// Own files become records.
    IMPORT(Everything): ImportFiles in import, titled titles::IMPORT, at ["/import"];
    /// Where people sign in and come back to; in a bundle without sign-in nobody is sent there.
    SIGN_IN(Door): Door in door, titled sign_in::SIGN_IN, at ["/sign-in"];
    /// Who has signed in, and their password.
    ACCOUNT(Account): Account in door, titled sign_in::ACCOUNT, at ["/account"];
    /// Who can sign in.
    PEOPLE(People): People in door, titled sign_in::PEOPLE, at ["/people"];
    /// What a second person confirms.
    CONFIRMATIONS(Account): Confirmations in door, titled sign_in::CONFIRMATIONS, at ["/confirmations"];
    /// Who may do what.
    ROLES(Everything): Roles in survey, titled titles::ROLES, at ["/roles"];
}

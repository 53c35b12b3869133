// The pages, each with its module in a release, its title, and every route that shows it: first the one that links
// lead to. The command that completes a bundle reads this table as well, and writes a copy of the page for each route.
pages! {
    /// The customer list, which an address without a path shows as well.
    CUSTOMERS: Customers in customers, titled customers::CUSTOMERS, at ["/customers", "/"];
    /// All reservations of all customers.
    PORTFOLIO: Portfolio in portfolio, titled portfolio::PORTFOLIO, at ["/portfolio"];
    /// One customer's Azure reservations.
    CUSTOMER: Customer in customers, titled customers::CUSTOMER, at ["/customer"];
    /// What is coming up for one customer's reservations.
    CUSTOMER_RADAR: CustomerRadar in survey, titled radar::RADAR, at ["/customer/radar"];
    /// What counts toward a customer's refund cap, and what is left of it.
    CAP: CustomerCap in cap, titled cap::TITLE, at ["/customer/cap"];
    /// What to return when, so that most comes back under the cap.
    PLAN: CustomerPlan in cap, titled plan::TITLE, at ["/customer/plan"];
    /// What is coming up for the reservations of all customers.
    RADAR: Radar in survey, titled radar::RADAR, at ["/radar"];
    /// What to do with reservations before their exchange rights end.
    RIGHTS_END: BeforeRightsEnd in rights, titled rights_end::TITLE, at ["/before-rights-end"];
    /// A reservation's record: details and utilization.
    OVERVIEW: Overview in record, titled reservation::OVERVIEW, at ["/reservation"];
    /// Who may read or manage the order.
    ACCESS_CONTROL: AccessControl in record, titled reservation::ACCESS_CONTROL, at ["/reservation/access-control"];
    /// Scope, name, renewal; splitting and merging.
    CONFIGURATION: Configuration in configuration, titled reservation::CONFIGURATION, at ["/reservation/configuration"];
    /// All properties, and the ids to copy.
    PROPERTIES: Properties in record, titled reservation::PROPERTIES, at ["/reservation/properties"];
    /// The wizard that asks Microsoft support for help; its steps are addresses of the same page.
    SUPPORT_REQUEST: SupportRequest in support, titled reservation::SUPPORT_REQUEST, at [
        "/reservation/support-request",
        "/reservation/support-request/basics",
        "/reservation/support-request/problem",
        "/reservation/support-request/contact",
    ];
    /// The refund task.
    REFUND: Refund in refund, titled reservation::REFUND, at ["/reservation/refund"];
    /// The exchange of one or several reservations.
    EXCHANGE: Exchange in exchange, titled reservation::EXCHANGE, at ["/exchange"];
    /// The comparison of what can be done with reservations.
    COMPARISON: Comparison in exchange, titled comparison::COMPARISON, at ["/comparison"];
    /// Quotes of reservations that are described by hand.
    QUICK_QUOTE: QuickQuote in quick, titled quick::TITLE, at ["/quick-quote"];
    /// A customer's support requests.
    CUSTOMER_REQUESTS: CustomerRequests in support, titled support::REQUESTS, at ["/customer/support-requests"];
    /// One support request.
    TICKET: Ticket in support, titled support::REQUEST, at ["/support-request"];
    /// The articles about Azure reservations.
    RESOURCES: Resources in survey, titled shell::RESOURCES, at ["/resources"];
    /// What was changed at one customer's reservations.
    ACTIVITY: CustomerActivity in survey, titled activity::TITLE, at ["/customer/activity"];
    /// Backup and restore.
    DATA: Data in data, titled data::DATA, at ["/data"];
    /// Own files become records.
    IMPORT: ImportFiles in import, titled import::TITLE, at ["/import"];
    /// Who may do what.
    ROLES: Roles in survey, titled access::ROLES, at ["/roles"];
}

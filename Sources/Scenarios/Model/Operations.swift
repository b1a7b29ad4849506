/// The work of running the store (model 7, last part).
package struct Operations: Equatable, Sendable {
  package var ticketsPerOrder = 0.0
  package var ticketsPerProblem = 0.0
  package var ticketCost = 0.0
  package var ticketMinutes = 0.0
  package var orderMinutes = 0.0
  package var adsMinutes = 0.0
  package var searchHours = 0.0
  package var setupHours = 0.0
  package init() {}
}

extension Operations: Described {
  package static let shape = Shape<Operations>(fields: [
    Field(
      "tickets_per_order", \.ticketsPerOrder, .factor, 0...100, live: true, "Support tickets that an order causes."),
    Field(
      "tickets_per_problem", \.ticketsPerProblem, .factor, 0...100, live: true,
      "Further support tickets that a lost, bad or late order causes."),
    Field(
      "ticket_cost", \.ticketCost, .money(per: .ticket), 0...1000, live: true,
      "What you pay someone to answer one ticket."
    ).paid,
    Field("ticket_minutes", \.ticketMinutes, .factor, 0...1000, live: true, "The owner's minutes per ticket."),
    Field(
      "order_minutes", \.orderMinutes, .factor, 0...1000, live: true,
      "The owner's minutes per order: 4 to 8 by hand, below 1 with software."),
    Field(
      "ads_minutes", \.adsMinutes, .factor, 0...1000, live: true,
      "The owner's minutes per day for each ad channel while its ads run."),
    Field(
      "search_hours", \.searchHours, .factor, 0...1000, live: true,
      "The owner's hours per tested product: to find it and a supplier, and to make its ads."),
    Field(
      "setup_hours", \.setupHours, .factor, 0...10_000,
      "The owner's hours before the first order, spent setting up the store."),
  ])
}

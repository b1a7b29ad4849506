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
  package var messages = StatusMessages()
  package init() {}
}

/// Messages about the status of an order that go out by themselves (model 7, last part).
package struct StatusMessages: Equatable, Sendable {
  package var sent = true
  package var cost = 0.0
  package var fewerTickets = 0.0
  package var fewerLateComplaints = 0.0
  package init() {}

  /// What is left of the tickets, and of the complaints about late orders.
  package var ticketShare: Double { sent ? 1 - fewerTickets : 1 }
  package var lateComplaintShare: Double { sent ? 1 - fewerLateComplaints : 1 }
}

extension StatusMessages: Described {
  package static let shape = Shape<StatusMessages>(fields: [
    Field("sent", \.sent, "Are they sent? no: they cost nothing and change nothing."),
    Field(
      "cost", \.cost, .money(per: .order), 0...100, live: true,
      "What the messages about one order cost; for a tool that is paid by the month, add a cost instead."
    ).paid,
    Field(
      "fewer_tickets", \.fewerTickets, .share, 0...1, live: true,
      "The share of support tickets that the messages make needless."),
    Field(
      "fewer_late_complaints", \.fewerLateComplaints, .share, 0...1, live: true,
      "The share of complaints about late orders that the messages prevent: the customer is told, and waits."),
  ])
}

extension Operations: Described {
  package static let shape = Shape<Operations>(
    fields: [
      Field(
        "tickets_per_order", \.ticketsPerOrder, .factor, 0...100, live: true, "Support tickets that an order causes."),
      Field(
        "tickets_per_problem", \.ticketsPerProblem, .factor, 0...100, live: true,
        "Further support tickets that a lost, defective or late order causes."),
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
    ],
    groups: [
      Group(
        section: "messages", \.messages,
        "Messages about an order's status (confirmed, shipped, late, delivered) that go out by themselves.")
    ])
}

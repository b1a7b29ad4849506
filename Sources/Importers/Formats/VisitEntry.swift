import Language

/// Visits of a day by one way to the store.
struct VisitEntry {
  var property: String
  var day: CalendarDate
  var channel: String
  var sessions: Int
  var isPaid: Bool
  var claimedOrders: Amount?

  func write(source: String, _ harvest: inout Harvest) {
    harvest.note(day: day)
    harvest.row(in: .visits) { row in
      row.text(property)
      row.plain(day.description)
      row.text(channel)
      row.count(sessions)
      row.plain(isPaid ? "yes" : "no")
      row.number(claimedOrders)
      row.plain(source)
    }
  }
}

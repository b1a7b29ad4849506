/// Money that a processor has sent, or is about to.
struct PayoutEntry {
  var id: String
  var sent: Moment?
  var arrives: Moment?
  var amount: Amount
  /// `paid`, `scheduled` or `in_transit`.
  var status: String
  var reserved: Amount?
  var released: Amount?
  var currency: String?

  func write(processor: String, source: String, _ harvest: inout Harvest) {
    if currency == nil { harvest.note(.currency) }
    harvest.row(in: .payouts) { row in
      row.text(processor)
      row.text(id)
      row.day(sent)
      row.day(arrives)
      row.amount(amount)
      row.plain(status)
      row.amount(reserved)
      row.amount(released)
      row.plain(currency ?? "")
      row.plain(source)
    }
  }
}

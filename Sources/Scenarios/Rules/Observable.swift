/// What rules and events can look at (model 11). One row a figure; checking, the manual and the engine read this
/// table.
///
/// All figures are those known in the morning: of yesterday and the days before. A window that is longer than the run so
/// far uses the days there are; on the first morning there are none, and nothing that is said of a window holds. Nor does
/// anything that is said of nothing divided by nothing; something divided by nothing is above every bound.
package enum Observable: String, CaseIterable, Sendable {
  case cash, day, month
  case spend, clicks, orders, revenue, roas, cpa, margin
  case refundRate = "refund_rate"
  case disputeRate = "dispute_rate"
  case stock, open

  package struct Row: Sendable {
    package let name: String
    /// What numbers it is compared with.
    package let kind: Kind
    /// Of whom it is known.
    package let subjects: [Subject.Kind]
    /// Does it look back over some days?
    package let hasWindow: Bool
    package let doc: String
  }

  /// The figure of that name; nil when there is none.
  package init?(name: String) { self.init(rawValue: name) }

  package var row: Row {
    switch self {
    case .cash: business(.money(per: nil), "Cash at the end of yesterday; on the first morning, the start money.")
    case .day: business(.wholeDays, "Days since the first day: 0 on the first morning.")
    case .month: business(.factor, "The calendar month of today: 1 is January.")
    case .spend: traded(.money(per: nil), "Ad spend. For a product: its share of what its store's channels spend.")
    case .clicks: traded(.factor, "Ad clicks. For a product: its share of the clicks of its store's channels.")
    case .orders:
      traded(
        .factor,
        "Orders accepted. For a channel: the orders it brought. On a day when not all can be taken, orders from ad channels come first, in file order, then those from natural traffic, then repeat orders."
      )
    case .revenue: traded(.money(per: nil), "Value of the orders accepted, before refunds, without VAT.")
    case .roas: traded(.factor, "Revenue ÷ ad spend.")
    case .cpa: traded(.money(per: .order), "Ad spend ÷ orders.")
    case .margin:
      traded(
        .share,
        "Share of revenue left after goods, shipping, duty, commission, payment fees and ads: 1 − their sum ÷ revenue. For an ad channel, each day's cost of goods is counted in proportion to the orders that it brought that day."
      )
    case .refundRate:
      sold("Number of refunds in these days, including cancelled orders, ÷ orders of the same days.")
    case .disputeRate: sold("Number of chargebacks received in these days ÷ orders of the same days.")
    case .stock:
      Row(
        name: rawValue, kind: .factor, subjects: [.business, .product, .offer], hasWindow: false,
        doc: "Units of own stock on hand at the end of yesterday, not counting those on the way.")
    case .open:
      Row(
        name: rawValue, kind: .flag, subjects: [.store, .channel, .product, .supplier, .traffic], hasWindow: false,
        doc:
          "Yes or no, as known at the end of yesterday. A supplier is open if it is not known to be shut, a product if customers can buy it, a store if it has opened and is not closed. A channel or natural traffic is open if it has opened, its store is not closed, and it is not paused or closed. On the first morning, everything that opens on the first day is open."
      )
    }
  }

  private func business(_ kind: Kind, _ doc: String) -> Row {
    Row(name: rawValue, kind: kind, subjects: [.business], hasWindow: false, doc: doc)
  }

  private func traded(_ kind: Kind, _ doc: String) -> Row {
    Row(
      name: rawValue, kind: kind, subjects: [.business, .store, .channel, .product, .candidate], hasWindow: true,
      doc: doc)
  }

  private func sold(_ doc: String) -> Row {
    Row(
      name: rawValue, kind: .share, subjects: [.business, .store, .product, .candidate], hasWindow: true, doc: doc)
  }
}

/// One figure of somebody: what a rule compares.
package struct RuleFigure: Hashable, Sendable {
  package let observable: Observable
  package let subject: Subject
  /// Days it looks back over; 0 where the observable has no window.
  package let window: Int
}

/// Orders that are old enough to have shown what becomes of them: one whose refund may still come counts in part.
package enum RipeOrders {
  /// - Parameters:
  ///   - ages: in days, and how many orders are of that age.
  ///   - shares: of the refunds that have come by an age; it rises to 1.
  package static func count(_ ages: [(age: Int, count: Int)], by share: (Int) -> Double) -> Double {
    ages.reduce(0) { $0 + Double($1.count) * min(1, max(0, share($1.age))) }
  }
}

import Language
import Scenarios

/// What the owner of a shop that sells already says of it.
struct RunningShop: Sendable {
  /// Money that comes or goes within some days, in equal parts.
  struct Spread: Sendable {
    /// As scenarios write one part.
    let part: String
    /// Days after the first one.
    let days: [Int]

    /// An amount in dollars, in equal parts.
    init(_ amount: Double, within: Int) {
      let parts = amount > 0 ? min(max(1, within), Self.mostParts) : 0
      part = "\(((amount / Double(max(1, parts)) * 100).rounded() / 100).plain) \(StartMoney.currency)"
      days = (1...max(1, parts)).prefix(parts).map { ($0 * max(1, within) - 1) / parts }
    }

    /// `1200 in 14 days`; without days within a week.
    init(_ typed: Fragment) throws(Fault) {
      let (amount, within) = try Self.pieces(typed.trimmed)
      let money = try StartMoney(amount, in: 0...1_000_000)
      guard money.currency == StartMoney.currency else {
        throw Fault(
          say("money owed to you or by you cannot be in \(money.currency) yet"), at: typed.span,
          help: say("write the amount in \(StartMoney.currency)"))
      }
      self.init(money.amount, within: within)
    }

    private static let mostParts = 5

    /// The amount, and the days behind `in` or a comma.
    private static func pieces(_ typed: Fragment) throws(Fault) -> (amount: Fragment, days: Int) {
      guard let match = typed.text.firstMatch(of: /(?:\s+(?:in|within)\s+|[,，、]?\s*)([0-9]+)\s*(?:days?|天内?|日内?)\s*$/)
      else { return (typed, 7) }
      guard let days = Int(match.1), (1...365).contains(days) else {
        throw Fault(say("expected 1 to 365 days"), at: typed.span, help: say("write: 1200 in 14 days"))
      }
      let length = typed.text[..<match.range.lowerBound].utf8.count
      return (typed.slice(SourceSpan(typed.start, typed.start + length)), days)
    }
  }

  static let range = 0.1...2000.0
  /// A day.
  var orders = 5.0
  var payouts: Spread?
  var bills: Spread?

  /// How long ago the shop opened, and whose orders still come to something: longer than refunds, chargebacks and second
  /// orders take.
  static let opened = -180
  static let weeks = 12

  /// The section `opening` of a scenario that starts on that day: orders stand on one day of their week.
  func opening(on start: CalendarDate, of product: String, usually payouts: Spread) -> String {
    let payouts = self.payouts ?? payouts
    func date(_ day: Int) -> String { (start.adding(days: day) ?? start).description }
    func group(_ name: String, _ entries: [String]) -> String {
      entries.isEmpty ? "" : "\n  \(name):\n" + entries.map { "    - {\($0)}" }.joined(separator: "\n")
    }
    let weekly = max(1, (orders * 7).rounded())
    return "opening:"
      + group("payouts", payouts.days.map { "due: \(date($0)), amount: \(payouts.part)" })
      + group(
        "owed", bills.map { money in money.days.map { "to: other, due: \(date($0)), amount: \(money.part)" } } ?? [])
      + group(
        "orders",
        (1...Self.weeks).reversed().map { "product: \(product), ordered: \(date(3 - 7 * $0)), count: \(weekly.plain)" })
  }
}

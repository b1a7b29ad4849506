import Scenarios

/// What somebody says of the store that is to be made; what is not said is as beginners have it.
struct StoreWishes: Sendable {
  /// A value as scenarios write it, and who says so.
  struct Value: Sendable {
    let text: String
    let note: String

    init(_ text: String, _ note: String) {
      self.text = text
      self.note = note
    }

    var line: String { "\(text)  # \(note)" }
  }

  /// The money it begins with; its currency is the scenario's.
  var budget: Value?
  /// The same in dollars, for a niche, which is written in them.
  var budgetDollars: Double?
  var currency = "USD"
  /// Those of the amounts that were answered, in that order.
  private(set) var quoted: [String] = []
  /// The ads of a store of one's own.
  var channel: Preset?
  var adBudget: Value?
  /// The same a day, as a number.
  var adDollars: Double?
  var price: Value?
  var priceDollars: Double?
  /// As scenarios write them; both are said together.
  var unitCost: String?
  var shipping: String?
  var costNote: String?
  var monthly: Value?
  var tests: (candidates: Int, stake: String?, note: String)?
  var owner: Preset?
  /// Nil for a shop that is to open.
  var running: RunningShop?

  /// Those that need a rate: dollars, in which presets are priced, among them.
  var foreignCurrencies: [String] {
    (["USD"] + quoted).reduce(into: []) { codes, code in
      if code != currency, !codes.contains(code) { codes.append(code) }
    }
  }

  mutating func quote(in code: String) { quoted.append(code) }
}

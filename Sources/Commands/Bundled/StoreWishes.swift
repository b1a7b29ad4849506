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

  var budget: Value?
  /// The ads of a store of one's own.
  var channel: Preset?
  var adBudget: Value?
  /// The same a day, as a number.
  var adDollars: Double?
  var price: Value?
  /// As scenarios write them; both are said together.
  var unitCost: String?
  var shipping: String?
  var costNote: String?
  var monthly: Value?
  var tests: (candidates: Int, stake: String?, note: String)?
  var owner: Preset?
}

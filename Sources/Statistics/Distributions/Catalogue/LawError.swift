/// Why numbers do not make a law.
package struct LawError: Error, Hashable, Sendable {
  /// What is wrong, without capital and full stop.
  package let wording: Wording
  /// The number at fault, where it is one alone.
  package let value: Double?
  /// The call it is about, such as `normal(mean, sd)`.
  package private(set) var usage: String?

  package init(_ wording: Wording, value: Double? = nil) { (self.wording, self.value) = (wording, value) }

  /// In English.
  package var message: String { (usage.map { $0 + ": " } ?? "") + wording.text }

  func about(_ usage: String) -> LawError {
    var error = self
    error.usage = usage
    return error
  }

  /// The value is in the message already.
  package static func == (a: LawError, b: LawError) -> Bool { a.message == b.message }
  package func hash(into hasher: inout Hasher) { hasher.combine(message) }
}

// MARK: - Checks of parameters

extension LawError {
  /// Parameters up to here leave room for squares and exponentials inside the range of doubles.
  static let largest = 1e30

  static func check(_ value: Double, _ name: String) throws(LawError) {
    guard value.magnitude <= largest else {
      throw LawError("\(name) must be a number between -1e30 and 1e30, not \(plain(value))", value: value)
    }
  }

  static func check(_ value: Double, _ name: String, in range: ClosedRange<Double>) throws(LawError) {
    guard range.contains(value) else {
      let (low, high) = (plain(range.lowerBound), plain(range.upperBound))
      throw LawError("\(name) must lie between \(low) and \(high), not \(plain(value))", value: value)
    }
  }

  static func check(positive value: Double, _ name: String) throws(LawError) {
    guard value > 0 else { throw LawError("\(name) must be above 0, not \(plain(value))", value: value) }
    try check(value, name)
  }

  static func check(_ low: Double, _ lowName: String, below high: Double, _ highName: String) throws(LawError) {
    try check(low, lowName)
    try check(high, highName)
    guard low < high else {
      throw LawError("\(lowName) must lie below \(highName), but \(plain(low)) is not below \(plain(high))")
    }
  }

  static func check(mode: Double, between low: Double, and high: Double) throws(LawError) {
    try check(low, "the lowest value", below: high, "the highest value")
    try check(mode, "the most likely value", in: low...high)
  }

  /// As an operator would type it: without the ".0" of a whole number.
  static func plain(_ value: Double) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

/// The currencies that amounts are written in, by the paths of their parameters: only those that differ from what a plain
/// number there is in (model 2).
package struct Quotes: Equatable, Sendable {
  private var currencies: [String: String] = [:]

  package init() {}

  package var isEmpty: Bool { currencies.isEmpty }

  package subscript(path: String) -> String? { currencies[path] }

  /// The paths, in an order that is always the same.
  package var paths: [String] { currencies.keys.sorted() }

  /// Every currency once, in the order of the alphabet.
  package var codes: [String] { Set(currencies.values).sorted() }

  /// A parameter takes a value. One without a currency of its own keeps the one that the parameter has; none takes it away.
  mutating func note(_ value: FieldValue?, at path: String) {
    // What is the same as another amount is in its currency.
    if value == nil { currencies[path] = nil }
    if case .uncertain(.same) = value { currencies[path] = nil }
    guard let value else { return }
    if let code = value.writtenCurrency { currencies[path] = code }
  }

  /// Writes down that an amount is in a currency; nil: in the one a plain number is in.
  package mutating func quote(_ path: String, in code: String?) { currencies[path] = code }

  mutating func merge(_ other: Quotes) { currencies.merge(other.currencies) { $1 } }

  /// Forgets those that say what a plain number says.
  mutating func leaveOut(where isPlain: (_ path: String, _ code: String) -> Bool) {
    currencies = currencies.filter { !isPlain($0.key, $0.value) }
  }
}

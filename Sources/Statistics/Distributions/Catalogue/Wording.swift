/// Words with places for what changes. Who shows them says them in a language of its own: this module knows none but
/// English.
package struct Wording: Hashable, Sendable, ExpressibleByStringInterpolation {
  package enum Part: Hashable, Sendable {
    case words(String)
    case value(String)
  }

  package let parts: [Part]

  package init(stringLiteral words: String) { parts = [.words(words)] }

  package init(stringInterpolation interpolation: StringInterpolation) { parts = interpolation.parts }

  package struct StringInterpolation: StringInterpolationProtocol {
    var parts: [Part] = []

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ literal: String) { parts.append(.words(literal)) }

    package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      parts.append(.value(value.description))
    }
  }

  /// In English.
  var text: String {
    parts.map { part in
      switch part {
      case .words(let text), .value(let text): text
      }
    }.joined()
  }
}

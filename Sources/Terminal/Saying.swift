/// A text in English with places for what changes, said by whoever knows the language of the user.
struct Saying: ExpressibleByStringInterpolation {
  let text: String

  init(stringLiteral words: String) { text = Interpreter.translate(words) }

  init(stringInterpolation parts: StringInterpolation) {
    text = parts.values.enumerated().reduce(Interpreter.translate(parts.pattern)) { text, value in
      text.replacing("{\(value.offset + 1)}", with: value.element)
    }
  }

  struct StringInterpolation: StringInterpolationProtocol {
    /// With numbered places: `{1} more`.
    var pattern = ""
    var values: [String] = []

    init(literalCapacity: Int, interpolationCount: Int) {}

    mutating func appendLiteral(_ literal: String) { pattern += literal }

    mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      values.append(value.description)
      pattern += "{\(values.count)}"
    }
  }
}

/// Who says the terminal's texts in the user's language: this module knows none but English.
package enum Interpreter {
  @TaskLocal package static var translate: @Sendable (String) -> String = { $0 }
}

func say(_ saying: Saying) -> String { saying.text }

/// A text in English with places for what changes, said by whoever knows the language of the user.
struct Saying: ExpressibleByStringInterpolation {
  let text: String

  init(stringLiteral words: String) { text = Interpreter.current.translate(words) }

  init(stringInterpolation parts: StringInterpolation) {
    text = parts.values.enumerated().reduce(Interpreter.current.translate(parts.pattern)) { text, value in
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
package struct Interpreter: Sendable {
  package let translate: @Sendable (String) -> String

  package init(_ translate: @escaping @Sendable (String) -> String) { self.translate = translate }

  @TaskLocal package static var current = Interpreter { $0 }
}

func say(_ saying: Saying) -> String { saying.text }

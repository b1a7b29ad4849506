/// A text in English with places for what changes: `"\(count) of \(total) worlds"` is known in the catalogue of texts
/// as `{1} of {2} worlds`.
package struct Phrase: ExpressibleByStringInterpolation {
  /// The text in the language of the moment.
  package let text: String

  package init(stringLiteral english: String) { text = english.said }

  package init(stringInterpolation parts: StringInterpolation) {
    text = parts.tongue == .english ? parts.pattern : parts.translated
  }

  package struct StringInterpolation: StringInterpolationProtocol {
    let tongue = Tongue.current
    /// With numbered places; the finished text where the language is English.
    var pattern = ""
    var values: [String] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      pattern.reserveCapacity(literalCapacity + 16 * interpolationCount)
    }

    package mutating func appendLiteral(_ literal: String) { pattern += literal }

    package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      if tongue == .english {
        pattern += value.description
      } else {
        values.append(value.description)
        pattern += "{\(values.count)}"
      }
    }

    private static let wideSigns: Set<Character> = ["）", "，", "。", "；", "：", "！", "？"]

    /// The catalogue's text, or the English one, with its places filled. A value is never read for places.
    var translated: String {
      var rest = (tongue.texts?[pattern] ?? pattern)[...]
      var text = ""
      while let open = rest.firstIndex(of: "{") {
        text += rest[..<open]
        rest = rest[open...]
        guard let close = rest.firstIndex(of: "}"), let number = Int(rest[rest.index(after: open)..<close]),
          values.indices.contains(number - 1)
        else {
          text.append("{")
          rest = rest.dropFirst()
          continue
        }
        text += values[number - 1]
        rest = rest[rest.index(after: close)...]
        // A full-width sign brings its own room: no blank before what Chinese goes on with.
        if let last = text.last, Self.wideSigns.contains(last), rest.first == " ",
          rest.dropFirst().first?.isChinese ?? false
        {
          rest = rest.dropFirst()
        }
      }
      return text + rest
    }
  }
}

/// The text in the language of the moment. What stands between `\(` and `)` is not translated: it is a name, a number,
/// or a text that has been said itself.
package func say(_ phrase: Phrase) -> String { phrase.text }

extension String {
  /// A text of a catalogue (a parameter's meaning, a column's title) in the language of the moment; itself where the
  /// catalogue of texts does not know it.
  package var said: String { said(context: "") }

  package func said(context: String) -> String { Tongue.current.texts?[self, context: context] ?? self }
}

extension Character {
  /// The ideographs of everyday Chinese (Unicode's block "CJK Unified Ideographs").
  fileprivate var isChinese: Bool { ("\u{4E00}"..."\u{9FFF}").contains(self) }
}

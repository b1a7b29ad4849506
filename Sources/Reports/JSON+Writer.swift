extension JSON {
  package enum Form: Sendable {
    /// One line without spaces.
    case compact
    /// Two spaces for each level; arrays of plain values stay on one line.
    case pretty
  }

  /// The value as JSON text (RFC 8259), without a newline at the end.
  package func text(_ form: Form = .compact) -> String {
    var text = ""
    write(to: &text, form: form, depth: 0)
    return text
  }

  private func write(to text: inout String, form: Form, depth: Int) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .number(let value): text += Self.number(value)
    case .string(let value): Self.quote(value, to: &text)
    case .array(let elements):
      let isFlat = form == .compact || elements.allSatisfy(\.isScalar)
      Self.writeList(elements, between: ("[", "]"), onOneLine: isFlat, form, depth, to: &text) { element, text in
        element.write(to: &text, form: form, depth: depth + 1)
      }
    case .object(let members):
      Self.writeList(members, between: ("{", "}"), onOneLine: form == .compact, form, depth, to: &text) {
        member, text in
        Self.quote(member.key, to: &text)
        text += form == .compact ? ":" : ": "
        member.value.write(to: &text, form: form, depth: depth + 1)
      }
    }
  }

  private static func writeList<Element>(
    _ elements: [Element], between brackets: (String, String), onOneLine: Bool, _ form: Form, _ depth: Int,
    to text: inout String, _ write: (Element, inout String) -> Void
  ) {
    let isSpread = !onOneLine && !elements.isEmpty
    text += brackets.0
    for (index, element) in elements.enumerated() {
      if index > 0 { text += onOneLine && form == .pretty ? ", " : "," }
      if isSpread { text += "\n" + String(repeating: "  ", count: depth + 1) }
      write(element, &text)
    }
    if isSpread { text += "\n" + String(repeating: "  ", count: depth) }
    text += brackets.1
  }

  private var isScalar: Bool {
    switch self {
    case .array, .object: false
    case .null, .bool, .integer, .number, .string: true
    }
  }

  /// Swift's shortest decimal that reads back as the same double; whole numbers without `.0`, and no negative zero.
  private static func number(_ value: Double) -> String {
    guard value.isFinite else { return "null" }
    if value == 0 { return "0" }
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// Beyond what JSON demands, everything that a terminal or a JavaScript parser would act upon is escaped too.
  private static func quote(_ value: String, to text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where scalar.actsOnTerminal: text += "\\u" + scalar.hexadecimal
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}

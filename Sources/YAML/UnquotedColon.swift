import Language

extension Source {
  /// What to say where the parser met a colon that it did not expect, as in `cpc: 80%: 0 | 20%: 5`: it takes one with a
  /// blank behind it for the end of a name. Nil where no colon stands, or no value that quotes would save.
  func unquotedColon(at offset: Int) -> Finding? {
    guard fragment(SourceSpan(offset, offset + 1)).text == ":" else { return nil }
    let line = lineSpan(at: offset)
    let value = UnquotedValue(
      before: fragment(SourceSpan(line.start, offset)).text, from: fragment(SourceSpan(offset, line.end)).text)
    guard let written = value?.quoted else { return nil }
    return Finding(
      .error, say("this is not valid YAML: a value without quotes contains a colon"),
      help: say("put quotes around a value that contains a colon: \(written)"), at: SourceSpan(offset, offset + 1),
      in: self)
  }
}

/// A name and a value on one line, cut in two where a colon stands in the value.
private struct UnquotedValue {
  private let name: Substring?
  private let text: String

  /// Nil where the colon is the first of its entry, and so stands in no value.
  init?(before: String, from colon: String) {
    let (head, isFlow) = Self.head(before)
    guard head.contains(":") else { return nil }
    let name = Self.name(in: head)
    self.name = name
    text = Self.trimmed(head.dropFirst(name.map { $0.count + 1 } ?? 0) + Self.value(colon, inFlow: isFlow))
  }

  /// What belongs to this entry of the line; after a `{` or a comma inside one it stands among others.
  private static func head(_ before: String) -> (text: Substring, isFlow: Bool) {
    let isFlow = before.contains("{")
    let start = isFlow ? before.lastIndex { $0 == "{" || $0 == "," }.map(before.index(after:)) : nil
    return (before[(start ?? before.startIndex)...].drop { $0 == " " || $0 == "-" }, isFlow)
  }

  /// The name before the first colon; the weight of a mixture on a line of its own is none.
  private static func name(in head: Substring) -> Substring? {
    guard let end = head.firstIndex(of: ":"), !head[..<end].hasSuffix("%") else { return nil }
    return head[..<end]
  }

  /// Up to a comment, or what closes the entry.
  private static func value(_ text: String, inFlow: Bool) -> Substring {
    var depth = 0
    var previous: Character = ":"
    for index in text.indices {
      let character = text[index]
      if character == "#", previous == " " { return text[..<index] }
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if inFlow, depth <= 0, character == "," || character == "}" { return text[..<index] }
      previous = character
    }
    return text[...]
  }

  private static func trimmed(_ text: some Collection<Character>) -> String {
    let text = text.drop { $0 == " " }
    return String(text.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }

  /// `cpc: "80%: 0 | 20%: 5"`; nil where the value has quotes of its own, or is too long to be shown.
  var quoted: String? {
    guard !text.contains("\""), !text.contains("\\"), text.count <= 80 else { return nil }
    return (name.map { "\($0): " } ?? "") + "\"\(text)\""
  }
}

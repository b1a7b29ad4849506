/// Something to be put into a YAML text.
indirect enum TextNode {
  /// A value as this project writes it, not yet quoted.
  case scalar(String)
  /// Text that is YAML already: `~`, `[1, 2]`.
  case raw(String)
  case mapping([(key: String, value: TextNode)])

  /// In one line, for the inside of braces.
  var flow: String {
    switch self {
    case .scalar(let text): Self.quoted(text, insideBraces: true)
    case .raw(let text): text
    case .mapping(let pairs):
      "{" + pairs.map { "\(Self.quoted($0.key, insideBraces: true)): \($0.value.flow)" }.joined(separator: ", ") + "}"
    }
  }

  /// The lines of `key: …`.
  func block(_ key: String, indent: Int) -> [String] {
    let start = String(repeating: " ", count: indent) + Self.quoted(key, insideBraces: false) + ":"
    switch self {
    case .scalar(let text): return [start + " " + Self.quoted(text, insideBraces: false)]
    case .raw(let text): return [start + " " + text]
    case .mapping(let pairs) where pairs.isEmpty: return [start + " {}"]
    case .mapping(let pairs): return [start] + pairs.flatMap { $0.value.block($0.key, indent: indent + 2) }
    }
  }

  static func quoted(_ text: String, insideBraces: Bool) -> String {
    let plain = YAMLWriter.scalar(text)
    // Between braces a comma ends a plain text.
    return insideBraces && plain.contains(",") && !plain.hasPrefix("\"") ? "\"\(plain)\"" : plain
  }
}

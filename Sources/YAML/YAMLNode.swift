/// Something to be put into a YAML text.
package indirect enum YAMLNode {
  /// A value as this project writes it, not yet quoted.
  case scalar(String)
  /// Text that is YAML already: `~`, `[1, 2]`.
  case raw(String)
  case mapping([(key: String, value: YAMLNode)])
  /// Values, one a line.
  case list([String])
  /// Lines that are YAML already, for below a key.
  case lines([Substring])

  /// In one line, for the inside of braces.
  package var flow: String {
    switch self {
    case .scalar(let text): Self.quoted(text, insideBraces: true)
    case .raw(let text): text
    case .mapping(let pairs):
      "{" + pairs.map { "\(Self.quoted($0.key, insideBraces: true)): \($0.value.flow)" }.joined(separator: ", ") + "}"
    case .list(let items): "[" + items.map { Self.quoted($0, insideBraces: true) }.joined(separator: ", ") + "]"
    // Lines have no place between braces; who writes them reads the result again.
    case .lines(let lines): lines.joined(separator: " ")
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
    case .list(let items): return [start] + items.map { Self.item($0, indent: indent + 2) }
    case .lines(let lines): return [start] + lines.map { String(repeating: " ", count: indent + 2) + $0 }
    }
  }

  /// The line of one item of a list.
  static func item(_ text: String, indent: Int) -> String {
    String(repeating: " ", count: indent) + "- " + quoted(text, insideBraces: false)
  }

  static func quoted(_ text: String, insideBraces: Bool) -> String {
    let plain = text.asYAMLScalar
    // Between braces a comma ends a plain text.
    return insideBraces && plain.contains(",") && !plain.hasPrefix("\"") ? "\"\(plain)\"" : plain
  }
}

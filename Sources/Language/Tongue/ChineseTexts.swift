/// The texts of the program in Simplified Chinese. Each part belongs to one part of the program and has for each text
/// a line in English and a line in Chinese; blank lines and lines that begin with `#` part them. A line break within
/// a text is written `\n`.
enum ChineseTexts {
  static let parts: [String] = [
    words,
    commands,
    reports,
    parameters,
    reading,
    yamlParser,
    presets,
    metrics,
    pages,
    terms,
    shards,
  ]

  static let all = Dictionary(parts.flatMap(pairs)) { first, _ in first }

  /// The pairs of one part, in its order.
  static func pairs(_ part: String) -> [(english: String, chinese: String)] {
    var lines: [String] = []
    for line in part.split(separator: "\n") where !line.hasPrefix("#") && !line.allSatisfy({ $0 == " " }) {
      lines.append(line.split(separator: #"\n"#, omittingEmptySubsequences: false).joined(separator: "\n"))
    }
    return stride(from: 0, to: lines.count - 1, by: 2).map { (lines[$0], lines[$0 + 1]) }
  }
}

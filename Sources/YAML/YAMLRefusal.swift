import Language

/// Limits on what a scenario file may make the reader do.
enum YAMLBudget {
  static let bytes = 1 << 20
  /// Places are found by counting along a line, so lines are bounded.
  static let lineBytes = 4000
  static let nodes = 100_000
  static let depth = 20
  /// So many aliases can at most multiply a file by e^(32/e), some 130,000: no alias bomb.
  static let aliases = 32
  /// Brackets in the whole file and columns of indentation. The parser recurses; both together bound how deep it goes,
  /// whatever quotes and comments pretend.
  static let brackets = 1000
  static let indentation = 100
  static let duplicates = 50
}

extension Source {
  /// What is refused before the parser sees the text.
  var yamlRefusals: [Finding] {
    if text.utf8.count > YAMLBudget.bytes {
      return [
        Finding(
          .error, say("the file is larger than 1 MiB"), help: say("a typical scenario has about 200 lines"),
          source: name)
      ]
    }
    let characters = unreadableCharacters
    return characters.isEmpty ? [overload].compactMap(\.self) : characters
  }

  /// Characters that are no text, or that break lines for the YAML parser but not for editors: it would count lines
  /// differently from here on.
  private var unreadableCharacters: [Finding] {
    var findings: [Finding] = []
    var offset = 0
    for scalar in text.unicodeScalars {
      let width = UTF8.width(scalar)
      if scalar.isRefusedInYAML, findings.count < 20 {
        let code = String(scalar.value, radix: 16, uppercase: true)
        let name = "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code
        findings.append(
          Finding(
            .error,
            say("a scenario cannot contain the character \(name)"),
            help: say("remove it"), at: SourceSpan(offset, offset + width), in: self))
      }
      offset += width
    }
    return findings
  }

  /// Lines, nesting and aliases that would make the parser work without end.
  private var overload: Finding? {
    var scan = YAMLScan()
    for byte in text.utf8 {
      if let message = scan.refuses(byte) {
        return Finding(
          .error, message.text, help: message.help, at: SourceSpan(scan.offset, scan.offset + 1), in: self)
      }
    }
    return nil
  }
}

extension Unicode.Scalar {
  fileprivate var isRefusedInYAML: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D: false
    case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}

/// Counts, byte by byte, what costs the parser time and stack.
private struct YAMLScan {
  private(set) var offset = -1
  private var lineLength = 0
  private var brackets = 0
  private var aliases = 0
  /// A `*` that may begin an alias came last.
  private var mayBeAlias = false
  private var previous = UInt8(ascii: "\n")
  /// Still among the blanks and marks (`-`, `?`, `:`) that a line may begin with.
  private var isLeading = true

  mutating func refuses(_ byte: UInt8) -> (text: String, help: String)? {
    offset += 1
    defer { previous = byte }
    guard byte != UInt8(ascii: "\n"), byte != UInt8(ascii: "\r") else {
      mayBeAlias = false
      lineLength = 0
      isLeading = true
      return nil
    }
    lineLength += 1
    if lineLength > YAMLBudget.lineBytes {
      return (say("the line is longer than \(YAMLBudget.lineBytes) bytes"), say("split it"))
    }
    if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") { brackets += 1 }
    if brackets > YAMLBudget.brackets {
      return (
        say("too many brackets"), say("instead of brackets, put each list item and each NAME: VALUE on its own line")
      )
    }
    if mayBeAlias, byte.isAliasLetter { aliases += 1 }
    mayBeAlias = byte == UInt8(ascii: "*") && beginsToken
    if aliases > YAMLBudget.aliases {
      // The `*` stands before the letter that tells.
      offset -= 1
      return (say("too many aliases"), say("write the values out; at most \(YAMLBudget.aliases) aliases are read"))
    }
    if isTooDeep(byte) { return (say("too many levels"), say("a scenario needs only four levels")) }
    return nil
  }

  private var beginsToken: Bool {
    switch previous {
    case ...32, UInt8(ascii: "["), UInt8(ascii: ","), UInt8(ascii: "{"), UInt8(ascii: ":"): true
    default: false
    }
  }

  /// Block levels begin in ever greater columns, and only at the head of a line, so the greatest such column bounds
  /// how deep they go. Lines that hold nothing but a comment may begin anywhere.
  private mutating func isTooDeep(_ byte: UInt8) -> Bool {
    guard isLeading else { return false }
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"): return false
    case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"): break
    case UInt8(ascii: "#"):
      isLeading = false
      return false
    default: isLeading = false
    }
    return lineLength > YAMLBudget.indentation
  }
}

extension UInt8 {
  /// What the names of aliases are made of; the `*=` of rules is none.
  fileprivate var isAliasLetter: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), 0x80...:
      true
    default: false
    }
  }
}

/// One quoted line of a gettext file: what it belongs to, and where its bytes stand.
struct MessageLine {
  enum Field: Equatable {
    case context, english, plural
    /// The translation; for a message with plural forms, that of one form.
    case translation(form: Int)
  }

  let field: Field
  /// Where the line begins.
  let start: Int
  /// What stands between the quotes, still escaped.
  let content: Range<Int>
  /// The line begins its field, and does not go on with that of the line before.
  let beginsField: Bool
  let beginsMessage: Bool
}

/// The quoted lines of a gettext file from a place on. Comments and blank lines are passed over, and so is what is no such
/// line: what is wrong with a file, `msgfmt --check` says.
struct MessageLines: Sequence, IteratorProtocol {
  private let file: [UInt8]
  private var place: Int
  private var field: MessageLine.Field?

  init(_ file: [UInt8], from place: Int = 0) {
    self.file = file
    self.place = place
  }

  mutating func next() -> MessageLine? {
    while place < file.count {
      let start = place
      let end = file[start...].firstIndex(of: UInt8(ascii: "\n")) ?? file.count
      place = end + 1
      guard start < end, file[start] == UInt8(ascii: "m") || file[start] == UInt8(ascii: "\""),
        let open = file[start..<end].firstIndex(of: UInt8(ascii: "\"")),
        let close = file[start..<end].lastIndex(of: UInt8(ascii: "\"")), open < close
      else { continue }
      let before = field
      if open > start { field = Self.field(named: file[start..<open]) }
      guard let field else { continue }
      return MessageLine(
        field: field, start: start, content: open + 1..<close, beginsField: open > start,
        beginsMessage: open > start && (field == .context || field == .english && before != .context))
    }
    return nil
  }

  /// The field that is begun by a keyword and the blank behind it, as in `msgstr[0] `.
  private static func field(named keyword: ArraySlice<UInt8>) -> MessageLine.Field? {
    switch keyword.count {
    case 6: .english  // msgid
    case 7: .translation(form: 0)  // msgstr
    case 8: .context  // msgctxt
    case 10: .translation(form: Int(keyword[keyword.startIndex + 7]) - Int(UInt8(ascii: "0")))  // msgstr[0]
    case 13: .plural  // msgid_plural
    default: nil
    }
  }
}

extension [UInt8] {
  /// The bytes that an escaped text stands for.
  @inline(__always)
  func forEachUnescaped(in range: Range<Int>, _ take: (UInt8) -> Void) {
    var place = range.lowerBound
    while place < range.upperBound {
      var byte = self[place]
      if byte == UInt8(ascii: "\\"), place + 1 < range.upperBound {
        place += 1
        byte =
          switch self[place] {
          case UInt8(ascii: "n"): UInt8(ascii: "\n")
          case UInt8(ascii: "t"): UInt8(ascii: "\t")
          default: self[place]
          }
      }
      take(byte)
      place += 1
    }
  }
}

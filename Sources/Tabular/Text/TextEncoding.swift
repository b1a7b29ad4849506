/// How the bytes of a file stand for letters. The raw value is the name that iconv(3) and people know.
package enum TextEncoding: String, Hashable, Sendable, CaseIterable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  /// Holds GBK and GB2312.
  case gb18030 = "GB18030"
  case windows1252 = "WINDOWS-1252"
  case windows1250 = "WINDOWS-1250"

  /// By a name that people use: `gbk`, `latin1`, `utf8`.
  package init?(named name: String) {
    let plain = name.uppercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
    let known = Self.allCases.first { $0.rawValue.filter { $0 != "-" } == plain } ?? Self.otherNames[plain]
    guard let known else { return nil }
    self = known
  }

  /// GBK and GB2312 are parts of GB18030; Latin 1 is what Windows-1252 is taken for.
  private static let otherNames: [String: TextEncoding] = [
    "GBK": .gb18030, "GB2312": .gb18030, "CP936": .gb18030, "CP1252": .windows1252, "LATIN1": .windows1252,
    "ISO88591": .windows1252, "CP1250": .windows1250, "UTF16": .utf16LittleEndian,
  ]

  /// Is it older than Unicode, and so only found by what it makes of the words?
  package var isLegacy: Bool { Self.legacy.contains(self) }

  /// The byte-order mark, where the encoding has one.
  var mark: [UInt8] {
    switch self {
    case .utf8: [0xEF, 0xBB, 0xBF]
    case .utf16LittleEndian: [0xFF, 0xFE]
    case .utf16BigEndian: [0xFE, 0xFF]
    case .gb18030, .windows1252, .windows1250: []
    }
  }

  /// What sellers' programs write beside Unicode, the most telling first: nearly any bytes are Windows-1252.
  static let legacy: [TextEncoding] = [.gb18030, .windows1252, .windows1250]

  /// The encodings that a file may be in; several where only its words can tell.
  static func candidates(_ survey: Survey) throws(Refusal) -> [TextEncoding] {
    let marked = allCases.first { !$0.mark.isEmpty && survey.head.starts(with: $0.mark) }
    // What says it is UTF-8 must be.
    if let marked, marked != .utf8 || survey.firstInvalid == nil { return [marked] }
    if let encoding = wide(survey.head) { return [encoding] }
    if let zero = survey.firstZero { throw .zeroByte(line: zero.line) }
    guard let invalid = survey.firstInvalid else { return [.utf8] }
    if marked != nil { throw .unknownEncoding(line: invalid.line, offset: invalid.offset) }
    return legacy
  }

  /// UTF-16 without a mark: of the header's letters every second byte is zero; of others, such as 一, hardly any is.
  private static func wide(_ head: [UInt8]) -> TextEncoding? {
    let head = head.prefix(256)
    var zeros = (even: 0, odd: 0)
    for (place, byte) in head.enumerated() where byte == 0 {
      if place.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
    }
    if zeros.odd * 4 > head.count, zeros.even * 4 < zeros.odd { return .utf16LittleEndian }
    if zeros.even * 4 > head.count, zeros.odd * 4 < zeros.even { return .utf16BigEndian }
    return nil
  }
}

/// Reads markup piece by piece, as much of XML as workbooks use. Whatever declares something is refused: entities of an
/// attacker are declared.
struct XMLPull {
  enum Piece {
    /// Names without their prefix.
    case start(String, [String: String])
    case end(String)
    case text(String)
  }

  private let bytes: [UInt8]
  private let part: String
  private var place = 0
  private var open: [String] = []
  /// An element without content ends at once.
  private var pendingEnd: String?

  private static let mostDepth = 64

  init(_ bytes: [UInt8], part: String) {
    self.bytes = bytes
    self.part = part
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
  }

  mutating func next() throws(WorkbookFault) -> Piece? {
    if let name = pendingEnd {
      pendingEnd = nil
      return .end(name)
    }
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "<") else { return .text(try text()) }
      if starts("<!--") {
        try skip(to: "-->")
      } else if starts("<![CDATA[") {
        let begin = place + 9
        try skip(to: "]]>")
        return .text(String(decoding: bytes[begin..<(place - 3)], as: UTF8.self))
      } else if starts("<!") {
        throw .declarations(part: part)
      } else if starts("<?") {
        try skip(to: "?>")
      } else {
        return try tag()
      }
    }
    guard open.isEmpty else { throw .damaged(part: part) }
    return nil
  }

  private func starts(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard place + count <= bytes.count else { return false }
    return text.withUTF8Buffer { letters in (0..<count).allSatisfy { bytes[place + $0] == letters[$0] } }
  }

  private mutating func skip(to end: StaticString) throws(WorkbookFault) {
    while place < bytes.count {
      if starts(end) {
        place += end.utf8CodeUnitCount
        return
      }
      place += 1
    }
    throw .damaged(part: part)
  }

  private mutating func text() throws(WorkbookFault) -> String {
    let start = place
    while place < bytes.count, bytes[place] != UInt8(ascii: "<") { place += 1 }
    return try decoded(bytes[start..<place])
  }

  private mutating func tag() throws(WorkbookFault) -> Piece {
    place += 1
    if place < bytes.count, bytes[place] == UInt8(ascii: "/") {
      place += 1
      let name = name()
      blanks()
      guard take(">"), open.popLast() == name else { throw .damaged(part: part) }
      return .end(name)
    }
    let name = name()
    guard !name.isEmpty else { throw .damaged(part: part) }
    var attributes: [String: String] = [:]
    while true {
      blanks()
      if take(">") {
        open.append(name)
        guard open.count <= Self.mostDepth else { throw .tooDeep(part: part) }
        return .start(name, attributes)
      }
      if take("/") {
        guard take(">") else { throw .damaged(part: part) }
        pendingEnd = name
        return .start(name, attributes)
      }
      let key = self.name()
      blanks()
      guard !key.isEmpty, take("=") else { throw .damaged(part: part) }
      blanks()
      attributes[key] = try value()
    }
  }

  private mutating func value() throws(WorkbookFault) -> String {
    guard place < bytes.count, case let quote = bytes[place], quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    else { throw .damaged(part: part) }
    place += 1
    let start = place
    while place < bytes.count, bytes[place] != quote { place += 1 }
    guard place < bytes.count else { throw .damaged(part: part) }
    place += 1
    return try decoded(bytes[start..<(place - 1)])
  }

  /// A name without its prefix.
  private mutating func name() -> String {
    var start = place
    while place < bytes.count, !" \t\r\n/>=<\"'".utf8.contains(bytes[place]) {
      if bytes[place] == UInt8(ascii: ":") { start = place + 1 }
      place += 1
    }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  private mutating func blanks() {
    while place < bytes.count, bytes[place] <= 0x20 { place += 1 }
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard place < bytes.count, bytes[place] == UInt8(ascii: sign) else { return false }
    place += 1
    return true
  }

  private static let entities = ["lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'"]

  private func decoded(_ raw: ArraySlice<UInt8>) throws(WorkbookFault) -> String {
    let text = String(decoding: raw, as: UTF8.self)
    guard raw.contains(UInt8(ascii: "&")) else { return text }
    var rest = text[...]
    var result = ""
    while let mark = rest.firstIndex(of: "&") {
      result += rest[..<mark]
      guard let end = rest[mark...].prefix(12).firstIndex(of: ";") else { throw .damaged(part: part) }
      let name = rest[rest.index(after: mark)..<end]
      if let known = Self.entities[String(name)] {
        result += known
      } else if name.hasPrefix("#") {
        let isHex = name.dropFirst().first == "x"
        guard let code = UInt32(name.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10),
          let scalar = Unicode.Scalar(code)
        else { throw .damaged(part: part) }
        result.unicodeScalars.append(scalar)
      } else {
        throw .declarations(part: part)
      }
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }
}

extension JSON {
  /// Why a text is not read.
  package enum ReadProblem: Error, Equatable, Sendable {
    /// Something else stands at this byte, from 0, than JSON has there.
    case unexpected(byte: Int)
    /// Arrays and objects are nested deeper than is read.
    case tooDeep(byte: Int)
    /// An object has this key twice.
    case repeatedKey(String)
  }

  /// Deeper than anything that is asked of us, and far from the end of any stack.
  package static let deepest = 64

  /// Reads a JSON text (RFC 8259), strictly: no comments, no key twice, no half of a surrogate pair. Whole numbers are
  /// integers where they fit; others are the nearest double, or infinite.
  package init(reading text: String) throws(ReadProblem) {
    var reader = JSONReader(bytes: Array(text.utf8))
    self = try reader.document()
  }

  /// The member of an object; nil where there is none.
  package subscript(key: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  package var string: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }
}

private struct JSONReader {
  let bytes: [UInt8]
  private var place = 0
  private var depth = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  private typealias Problem = JSON.ReadProblem

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }
  private var unexpected: Problem { .unexpected(byte: place) }

  mutating func document() throws(JSON.ReadProblem) -> JSON {
    skipBlanks()
    let value = try value()
    skipBlanks()
    guard place == bytes.count else { throw unexpected }
    return value
  }

  private mutating func skipBlanks() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { place += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    place += 1
    return true
  }

  private mutating func expect(_ byte: UInt8) throws(JSON.ReadProblem) {
    guard take(byte) else { throw unexpected }
  }

  private mutating func value() throws(JSON.ReadProblem) -> JSON {
    switch next {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func word(_ word: StaticString, _ value: JSON) throws(JSON.ReadProblem) -> JSON {
    for byte in word.description.utf8 { try expect(byte) }
    return value
  }

  private mutating func descend() throws(JSON.ReadProblem) {
    guard depth < JSON.deepest else { throw .tooDeep(byte: place) }
    depth += 1
    place += 1
    skipBlanks()
  }

  private mutating func array() throws(JSON.ReadProblem) -> JSON {
    try descend()
    defer { depth -= 1 }
    var elements: [JSON] = []
    if take(UInt8(ascii: "]")) { return .array(elements) }
    while true {
      skipBlanks()
      elements.append(try value())
      skipBlanks()
      if take(UInt8(ascii: "]")) { return .array(elements) }
      try expect(UInt8(ascii: ","))
    }
  }

  private mutating func object() throws(JSON.ReadProblem) -> JSON {
    try descend()
    defer { depth -= 1 }
    var members: [JSON.Member] = []
    var keys: Set<String> = []
    if take(UInt8(ascii: "}")) { return .object(members) }
    while true {
      skipBlanks()
      let key = try string()
      guard keys.insert(key).inserted else { throw .repeatedKey(key) }
      skipBlanks()
      try expect(UInt8(ascii: ":"))
      skipBlanks()
      members.append(JSON.Member(key, try value()))
      skipBlanks()
      if take(UInt8(ascii: "}")) { return .object(members) }
      try expect(UInt8(ascii: ","))
    }
  }

  private mutating func string() throws(JSON.ReadProblem) -> String {
    try expect(UInt8(ascii: "\""))
    var text: [UInt8] = []
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        place += 1
        // What came in as text is UTF-8, and what is escaped becomes that.
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        place += 1
        text += try escaped()
      case 0..<0x20: throw unexpected
      default:
        text.append(byte)
        place += 1
      }
    }
    throw unexpected
  }

  private mutating func escaped() throws(JSON.ReadProblem) -> [UInt8] {
    guard let byte = next else { throw unexpected }
    place += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): return Array(String(try scalar()).utf8)
    default:
      place -= 1
      throw unexpected
    }
  }

  private mutating func scalar() throws(JSON.ReadProblem) -> Character {
    let first = try unit()
    var value = first
    if (0xD800..<0xDC00).contains(first) {
      try expect(UInt8(ascii: "\\"))
      try expect(UInt8(ascii: "u"))
      let second = try unit()
      guard (0xDC00..<0xE000).contains(second) else { throw unexpected }
      value = 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00)
    }
    guard let scalar = UnicodeScalar(value) else { throw unexpected }
    return Character(scalar)
  }

  /// Four hexadecimal digits.
  private mutating func unit() throws(JSON.ReadProblem) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = next, let digit = Character(UnicodeScalar(byte)).hexDigitValue else { throw unexpected }
      value = value << 4 + UInt32(digit)
      place += 1
    }
    return value
  }

  private mutating func number() throws(JSON.ReadProblem) -> JSON {
    let start = place
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { try digits() }
    var isWhole = true
    if take(UInt8(ascii: ".")) {
      isWhole = false
      try digits()
    }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      isWhole = false
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try digits()
    }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    if isWhole, let value = Int(text) { return .integer(value) }
    guard let value = Double(text) else { throw .unexpected(byte: start) }
    return .number(value)
  }

  private mutating func digits() throws(JSON.ReadProblem) {
    guard let first = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else { throw unexpected }
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { place += 1 }
  }
}

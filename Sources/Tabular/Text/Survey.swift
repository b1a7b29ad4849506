/// What a first look at all bytes of a file finds.
struct Survey {
  struct BytePlace: Equatable {
    let offset: Int
    let line: Int
  }

  /// The first bytes: enough for the header.
  private(set) var head: [UInt8] = []
  /// Is there more than the head?
  private(set) var isCut = false
  private(set) var firstZero: BytePlace?
  /// Where the bytes cease to be UTF-8.
  private(set) var firstInvalid: BytePlace?

  private static let headBytes = 1 << 20

  init(_ source: any ByteSource) throws(Refusal) {
    var scan = Scan()
    try source.forEachChunk { bytes in
      let room = Self.headBytes - head.count
      head.append(contentsOf: bytes.prefix(room))
      if bytes.count > room { isCut = true }
      for byte in bytes { scan.take(byte) }
    }
    (firstZero, firstInvalid) = (scan.firstZero, scan.firstInvalid ?? scan.unfinished)
  }

  /// Follows the bytes of a text: lines, zeros, and the well-formed sequences of UTF-8 (The Unicode Standard, table 3-7).
  private struct Scan {
    private var offset = 0
    private var line = 1
    private var followsReturn = false
    private(set) var firstZero: BytePlace?
    private(set) var firstInvalid: BytePlace?
    /// Bytes that the sequence still lacks, and what the next of them may be.
    private var lacking = 0
    private var allowed: ClosedRange<UInt8> = 0x80...0xBF
    private var start = BytePlace(offset: 0, line: 1)

    var unfinished: BytePlace? { lacking > 0 ? start : nil }

    mutating func take(_ byte: UInt8) {
      if lacking > 0, allowed.contains(byte) {
        lacking -= 1
        allowed = 0x80...0xBF
      } else {
        if lacking > 0 { firstInvalid = firstInvalid ?? start }
        begin(byte)
      }
      if byte == 0 { firstZero = firstZero ?? BytePlace(offset: offset, line: line) }
      if byte == UInt8(ascii: "\r") || (byte == UInt8(ascii: "\n") && !followsReturn) { line += 1 }
      followsReturn = byte == UInt8(ascii: "\r")
      offset += 1
    }

    private mutating func begin(_ byte: UInt8) {
      lacking = 0
      if byte < 0x80 { return }
      start = BytePlace(offset: offset, line: line)
      switch byte {
      case 0xC2...0xDF: lacking = 1
      case 0xE0...0xEF: lacking = 2
      case 0xF0...0xF4: lacking = 3
      default: firstInvalid = firstInvalid ?? start
      }
      // No detours to letters that fewer bytes name, no surrogates, nothing beyond U+10FFFF.
      switch byte {
      case 0xE0: allowed = 0xA0...0xBF
      case 0xED: allowed = 0x80...0x9F
      case 0xF0: allowed = 0x90...0xBF
      case 0xF4: allowed = 0x80...0x8F
      default: allowed = 0x80...0xBF
      }
    }
  }
}

/// Puts numbers behind each other as bytes, the low ones first, the same on every machine.
package struct ByteWriter {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  mutating func byte(_ value: UInt8) { bytes.append(value) }

  mutating func flag(_ value: Bool) { byte(value ? 1 : 0) }

  mutating func word(_ value: UInt64) { withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) } }

  mutating func double(_ value: Double) { word(value.bitPattern) }

  mutating func doubles(_ values: [Double]) {
    bytes.reserveCapacity(bytes.count + 8 * values.count)
    for value in values { double(value) }
  }

  /// A whole number from 0 on, seven bits a byte: most are small.
  mutating func number(_ value: Int) {
    var rest = UInt64(max(0, value))
    while rest >= 0x80 {
      byte(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    byte(UInt8(rest))
  }
}

/// Reads what ``ByteWriter`` wrote, from bytes that may be anything: what does not fit is nil.
package struct ByteReader {
  private var bytes: ArraySlice<UInt8>

  package init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  package var isAtEnd: Bool { bytes.isEmpty }

  mutating func byte() -> UInt8? { bytes.popFirst() }

  mutating func flag() -> Bool? {
    guard let byte = byte(), byte < 2 else { return nil }
    return byte == 1
  }

  mutating func word() -> UInt64? {
    guard bytes.count >= 8 else { return nil }
    defer { bytes.removeFirst(8) }
    return bytes.withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(as: UInt64.self)) }
  }

  /// nil where it is not a finite number.
  mutating func double() -> Double? { word().map(Double.init(bitPattern:)).flatMap { $0.isFinite ? $0 : nil } }

  mutating func doubles(_ count: Int) -> [Double]? {
    guard count >= 0, bytes.count / 8 >= count else { return nil }
    var values: [Double] = []
    values.reserveCapacity(count)
    for _ in 0..<count {
      guard let value = double() else { return nil }
      values.append(value)
    }
    return values
  }

  mutating func number(atMost limit: Int) -> Int? {
    var value: UInt64 = 0
    for shift in stride(from: 0, to: 63, by: 7) {
      guard let byte = byte() else { return nil }
      value |= UInt64(byte & 0x7F) << UInt64(shift)
      if byte & 0x80 == 0 { return value <= UInt64(max(0, limit)) ? Int(value) : nil }
    }
    return nil
  }
}

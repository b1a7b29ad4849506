internal import CZlib

/// The parts of a zip archive in memory, by its central directory (PKWARE APPNOTE 6.3). Nothing is ever written.
package struct ZipReader {
  private struct Entry {
    let method: Int
    let packed: Int
    let offset: Int
  }

  private let bytes: [UInt8]
  private var entries: [String: Entry] = [:]
  /// Bytes that may still be unpacked.
  private var room: Int
  /// Of its parts, in the order of the directory.
  package private(set) var names: [String] = []

  /// What a reader lets a stranger's archive do.
  package struct Limits: Sendable {
    let parts: Int
    /// Bytes of all parts together.
    let unpacked: Int

    package init(parts: Int, unpacked: Int) { (self.parts, self.unpacked) = (parts, unpacked) }
  }

  /// Deflate alone cannot reach a thousand; nothing honest comes near this.
  private static let mostRatio = 200
  private static let smallPart = 1 << 20

  package init(_ bytes: [UInt8], within limits: Limits) throws(ZipFault) {
    self.bytes = bytes
    room = limits.unpacked
    guard let end = Self.end(of: bytes) else { throw .damaged(part: nil) }
    let count = number(end + 10, 2)
    guard count <= limits.parts else { throw .tooManyParts }
    var place = number(end + 16, 4)
    for _ in 0..<count {
      guard place + 46 <= bytes.count, number(place, 4) == 0x0201_4B50 else { throw .damaged(part: nil) }
      let (name, extra, comment) = (number(place + 28, 2), number(place + 30, 2), number(place + 32, 2))
      guard place + 46 + name <= bytes.count else { throw .damaged(part: nil) }
      if number(place + 8, 2) & 1 != 0 { throw .encrypted }
      let text = String(decoding: bytes[(place + 46)..<(place + 46 + name)], as: UTF8.self)
      guard !text.hasPrefix("/"), !text.contains("\\"), !text.split(separator: "/").contains("..") else {
        throw .unsafeName
      }
      let entry = Entry(
        method: number(place + 10, 2), packed: number(place + 20, 4), offset: number(place + 42, 4))
      guard entries.updateValue(entry, forKey: text) == nil else { throw .twice }
      names.append(text)
      place += 46 + name + extra + comment
    }
  }

  package func has(_ name: String) -> Bool { entries[name] != nil }

  /// The bytes of a part, unpacked; nil where there is none of that name.
  package mutating func part(_ name: String) throws(ZipFault) -> [UInt8]? {
    guard let entry = entries[name] else { return nil }
    let local = entry.offset
    guard local + 30 <= bytes.count, number(local, 4) == 0x0403_4B50 else { throw .damaged(part: name) }
    let letters = number(local + 26, 2)
    let start = local + 30 + letters + number(local + 28, 2)
    // Other programs go by the name that stands here: one part must not be two.
    guard start <= bytes.count, bytes[(local + 30)..<(local + 30 + letters)].elementsEqual(name.utf8) else {
      throw .damaged(part: name)
    }
    guard entry.packed <= bytes.count, start <= bytes.count - entry.packed else { throw .damaged(part: name) }
    let packed = bytes[start..<(start + entry.packed)]
    switch entry.method {
    case 0:
      guard packed.count <= room else { throw .tooLarge }
      room -= packed.count
      return Array(packed)
    case 8:
      let most = min(room, max(Self.smallPart, packed.count * Self.mostRatio))
      let part = try Self.inflated(packed, atMost: most, name)
      room -= part.count
      return part
    default: throw .damaged(part: name)
    }
  }

  private static func inflated(
    _ packed: ArraySlice<UInt8>, atMost most: Int, _ name: String
  ) throws(ZipFault) -> [UInt8] {
    var stream = z_stream()
    guard inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      throw .damaged(part: name)
    }
    defer { inflateEnd(&stream) }
    var result: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    var input = Array(packed)
    var status = Z_OK
    input.withUnsafeMutableBufferPointer { input in
      stream.next_in = input.baseAddress
      stream.avail_in = UInt32(input.count)
      while status == Z_OK, result.count <= most {
        chunk.withUnsafeMutableBufferPointer { output in
          stream.next_out = output.baseAddress
          stream.avail_out = UInt32(output.count)
          status = inflate(&stream, Z_NO_FLUSH)
          result.append(contentsOf: output[..<(output.count - Int(stream.avail_out))])
        }
      }
    }
    guard result.count <= most else { throw .tooLarge }
    guard status == Z_STREAM_END else { throw .damaged(part: name) }
    return result
  }

  /// Where the record stands that ends the archive: behind it only a comment.
  private static func end(of bytes: [UInt8]) -> Int? {
    guard bytes.count >= 22 else { return nil }
    let first = max(0, bytes.count - 22 - 0xFFFF)
    return stride(from: bytes.count - 22, through: first, by: -1).first {
      bytes[$0] == 0x50 && bytes[$0 + 1] == 0x4B && bytes[$0 + 2] == 5 && bytes[$0 + 3] == 6
    }
  }

  /// A number with its lowest byte first.
  private func number(_ place: Int, _ count: Int) -> Int {
    guard place >= 0, place + count <= bytes.count else { return 0 }
    return (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
  }
}

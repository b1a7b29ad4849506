internal import CZlib

/// Writes zip files whose bytes depend on nothing but their parts: these are stored as they are, because what deflate makes
/// of them depends on the library, and all have the first date that the format knows.
package enum ZipWriter {
  /// 1 January 1980, midnight.
  private static let time = 0x0021_0000
  /// The version that is needed to unpack them: 2.0.
  private static let version = 20
  /// Made on a system that knows the rights of files: all may read, the owner may write.
  private static let maker = 3 << 8 | version
  private static let rights = 0o100644 << 16
  /// Names are UTF-8.
  private static let flags = 1 << 11

  /// - Parameter parts: in the order in which they are to stand; together less than 4 GiB.
  package static func bytes(of parts: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var (archive, directory): ([UInt8], [UInt8]) = ([], [])
    for part in parts {
      let name = Array(part.name.utf8)
      let start = archive.count
      let facts =
        number(flags, 2) + number(0, 2) + number(time, 4) + number(checksum(part.bytes), 4)
        + number(part.bytes.count, 4) + number(part.bytes.count, 4) + number(name.count, 2) + number(0, 2)
      archive += number(0x0403_4B50, 4) + number(version, 2) + facts + name + part.bytes
      directory += number(0x0201_4B50, 4) + number(maker, 2) + number(version, 2) + facts
      directory += number(0, 2) + number(0, 2) + number(0, 2) + number(rights, 4) + number(start, 4) + name
    }
    let counts = number(parts.count, 2) + number(parts.count, 2)
    let end = number(0x0605_4B50, 4) + number(0, 4) + counts
    return archive + directory + end + number(directory.count, 4) + number(archive.count, 4) + number(0, 2)
  }

  private static func checksum(_ bytes: [UInt8]) -> Int {
    bytes.withUnsafeBufferPointer { Int(crc32_z(0, $0.baseAddress, $0.count)) }
  }

  /// With its lowest byte first.
  private static func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}

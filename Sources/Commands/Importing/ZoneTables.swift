import Importers
import Language

/// The time zones that the system knows.
enum ZoneTables {
  private static let folder = "/usr/share/zoneinfo"
  private static let mostBytes = 1 << 16

  /// A zone by its name in the IANA database, `America/New_York`; nil where the system does not know it.
  static func zone(_ name: String) -> Zone? {
    let isName = name.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) || "/_+-".utf8.contains(byte)
    }
    guard isName, !name.isEmpty, !name.hasPrefix("/"),
      let bytes = try? Files.read(folder + "/" + name, atMost: mostBytes)
    else { return nil }
    return Zone(table: bytes)
  }
}

import Foundation
import Testing
import Zip

@Suite("Zip files")
struct ZipTests {
  private let limits = ZipReader.Limits(parts: 8, unpacked: 1 << 20)

  private func archive(_ names: [String], _ text: String = "text") -> [UInt8] {
    ZipWriter.bytes(of: names.map { ($0, Array(text.utf8)) })
  }

  private func fault(_ bytes: [UInt8], _ name: String? = nil) -> ZipFault? {
    do throws(ZipFault) {
      var zip = try ZipReader(bytes, within: limits)
      for part in name.map({ [$0] }) ?? zip.names { _ = try zip.part(part) }
      return nil
    } catch { return error }
  }

  @Test("what is written is read again, in its order, with the same bytes each time")
  func again() throws {
    let parts: [(name: String, bytes: [UInt8])] = [
      ("b.txt", Array("second".utf8)), ("a.txt", []), ("文.txt", Array(0...255)),
    ]
    let bytes = ZipWriter.bytes(of: parts)
    #expect(bytes == ZipWriter.bytes(of: parts))
    var zip = try ZipReader(bytes, within: limits)
    #expect(zip.names == parts.map(\.name) && zip.has("a.txt") && !zip.has("c.txt"))
    for part in parts { #expect(try zip.part(part.name) == part.bytes) }
    #expect(try zip.part("c.txt") == nil)
  }

  @Test("the checksum is the one that other programs compute")
  func checksum() {
    // CRC-32 of "123456789", as in every description of it.
    let bytes = ZipWriter.bytes(of: [("a", Array("123456789".utf8))])
    #expect(Array(bytes[14..<18]) == [0x26, 0x39, 0xF4, 0xCB])
  }

  @Test("two parts of one name, names that lead out, and too many parts are refused")
  func names() {
    #expect(fault(archive(["a", "a"])) == .twice)
    for name in ["../a", "/a", "a/../../b", "a\\b"] { #expect(fault(archive([name])) == .unsafeName) }
    #expect(fault(archive((0..<9).map { "a\($0)" })) == .tooManyParts)
  }

  @Test("a part that goes by another name where it stands is refused")
  func twoNames() {
    var bytes = archive(["abc"])
    bytes[30] = UInt8(ascii: "x")
    #expect(fault(bytes) == .damaged(part: "abc"))
  }

  @Test("what unpacks to more than the limit is refused, stored or deflated")
  func bombs() {
    #expect(fault(archive(["a", "b"], String(repeating: "x", count: 600_000))) == .tooLarge)
    // 2,000 times eight zero bytes, deflated by hand: one literal, then copies of 258 bytes each (RFC 1951, fixed codes).
    var bits: [UInt8] = [1, 1, 0] + [0, 0, 1, 1, 0, 0, 0, 0]
    for _ in 0..<8000 { bits += [1, 1, 0, 0, 0, 1, 0, 1] + [0, 0, 0, 0, 0] }
    bits += [0, 0, 0, 0, 0, 0, 0]
    let packed = stride(from: 0, to: bits.count, by: 8).map { start in
      bits[start..<min(start + 8, bits.count)].enumerated().reduce(UInt8(0)) { $0 | $1.element << $1.offset }
    }
    var bytes = ZipWriter.bytes(of: [("a", packed)])
    // The method, in both places.
    bytes[8] = 8
    bytes[30 + 1 + packed.count + 10] = 8
    #expect(fault(bytes) == .tooLarge)
  }

  @Test("cut or turned bytes are refused or read, and nothing else happens")
  func damage() {
    let whole = archive(["a.txt", "b.txt"], "some text that is read")
    for count in whole.indices { #expect(fault(Array(whole.prefix(count))) != nil) }
    for place in whole.indices {
      for bit in 0..<8 {
        var bytes = whole
        bytes[place] ^= 1 << bit
        _ = fault(bytes)
      }
    }
    var encrypted = whole
    let directory = whole.count - 22 - 2 * (46 + 5)
    encrypted[directory + 8] |= 1
    #expect(fault(encrypted) == .encrypted)
  }
}

import Foundation
import Tabular
import Testing

/// Random numbers that are the same on every machine. Steele, Lea and Flood, "Fast splittable pseudorandom number
/// generators", OOPSLA 2014, doi:10.1145/2660193.2660195.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Files that were ends of the program once, and what sellers' programs write.
private let corpus: [[UInt8]] =
  [
    "a,cpc\nx\n", "a,b,cpc\n1,2\n3,4\n", "note,cpc\na,\u{301}1\n", "note,cpc\n\"a,2\nb,3\n", "note,cpc\n5\" pipe,1\n",
    "day,cpc\r\n2027-05-01,\"1,200.25\"\r\n2027-05-02,0.85\r\n", "sep=;\r\ncpc;note\r\n0,85;\"a;b\"\r\n1.200,5;c\r\n",
    "Campaign report\n\"1 May 2027, to 3 May\"\n\nday\tcpc\n1\t0.5\nTotal\t--\n", "cpc|note\r1|a\r2|\"\"\"b\"\"\"\r",
    "\u{FEFF}cpc,备注\n1 200,一\nN/A,\n−5,二\n", "cpc\n1e3\n20k\n1.2M\n0\n-5\n.5\n", "cpc\n", "{\"a\": 1}", "<html>", "",
  ].map { Array($0.utf8) } + [
    bytes("\u{FEFF}cpc\tnote\r\n0.5\t商品\r\n", wide: .utf16LittleEndian),
    bytes("cpc,a\n1,2\n", wide: .utf16BigEndian),
    [0xB7, 0xD1, 0xD3, 0xC3, 0x2C, 0x63, 0x70, 0x63, 0x0A, 0xD2, 0xBB, 0x2C, 0x31, 0x0A],
    [0x47, 0x72, 0xF6, 0xDF, 0x65, 0x3B, 0x63, 0x70, 0x63, 0x0A, 0x31, 0x3B, 0x32, 0x0A],
    [0x50, 0x4B, 0x03, 0x04], [0x1F, 0x8B],
  ]

/// Bytes that mean something to a reader.
private let telling: [[UInt8]] =
  [
    ",", ";", "\t", "|", "\"", "\"\"", "\r", "\n", "\r\n", "\u{0}", "\u{301}", "\u{A0}", "\u{FEFF}", "cpc", "sep=",
    "1,200",
    "0,5", "1.5", "e9", "-", "'", "9999999999999999999", "e-9223372036854775808",
  ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xE4, 0xB8], [0xED, 0xA0, 0x80], [0xD8, 0x00], [0x81, 0x30]]

/// One of the files, changed in one to eight places.
private func mutant(_ random: inout SplitMix) -> [UInt8] {
  var file = corpus.randomElement(using: &random) ?? []
  for _ in 0..<Int.random(in: 1...8, using: &random) {
    let place = Int.random(in: 0...file.count, using: &random)
    let end = min(file.count, place + Int.random(in: 0...12, using: &random))
    switch Int.random(in: 0..<7, using: &random) {
    case 0: file.insert(contentsOf: telling.randomElement(using: &random) ?? [], at: place)
    case 1: file.replaceSubrange(place..<end, with: telling.randomElement(using: &random) ?? [])
    case 2: file.removeSubrange(place..<end)
    case 3: file.insert(contentsOf: file[place..<end], at: Int.random(in: 0...file.count, using: &random))
    case 4: if place < file.count { file[place] ^= 1 << UInt8.random(in: 0..<8, using: &random) }
    case 5: file.removeSubrange(place...)
    default: file += (corpus.randomElement(using: &random) ?? []).prefix(Int.random(in: 0...40, using: &random))
    }
  }
  return file
}

@Suite("Any bytes give rows or a refusal")
struct ReaderFuzzTests {
  private static var count: Int {
    if let asked = ProcessInfo.processInfo.environment["CSV_INPUTS"].flatMap(Int.init) { return asked }
    #if DEBUG
      return 1_500
    #else
      return 30_000
    #endif
  }

  @Test("rows as wide as the header, on lines that rise; the same however the bytes come; numbers or a problem")
  func mutants() {
    var random = SplitMix(state: 26)
    var (read, refused, numbers, problems) = (0, 0, 0, 0)
    for index in 0..<Self.count {
      let file = mutant(&random)
      let reading = Reading(file)
      if reading.refusal == nil { read += 1 } else { refused += 1 }
      let isWide = reading.rows.allSatisfy { $0.count >= reading.header.count }
      let rises = zip(reading.lines, reading.lines.dropFirst()).allSatisfy { $0 < $1 }
      #expect(isWide && rises && reading.rows.count == reading.lines.count, "\(file)")
      if index.isMultiple(of: 16) { #expect(Reading(Dripping(file)) == reading, "\(file)") }

      var column = NumberColumn()
      do throws(NumberColumn.Problem) {
        for (row, line) in zip(reading.rows, reading.lines) {
          for cell in row { try column.append(Array(cell.utf8)[...], line: line) }
        }
        let found = try column.numbers(separator: UInt8(ascii: ";"))
        #expect(found.allSatisfy { $0.isFinite }, "\(file)")
        numbers += 1
      } catch {
        problems += 1
      }
    }
    // The mutations reach all ends, or they would test little.
    for reached in [read, refused, numbers, problems] {
      #expect(reached > Self.count / 20, "\(read) \(refused) \(numbers) \(problems)")
    }
    if Self.count > 100_000 { print("read \(read), refused \(refused), numbers \(numbers), problems \(problems)") }
  }
}

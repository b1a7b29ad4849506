import Foundation
import Language
import Tabular
import Testing

@testable import Importers

@Suite("Time zones")
struct ZoneTests {
  /// A table with one kind of time and a rule, as small systems have them.
  private func table(_ rule: String, offset: Int) -> [UInt8] {
    func number(_ value: Int, _ count: Int) -> [UInt8] {
      (0..<count).reversed().map { UInt8(value >> (8 * $0) & 0xFF) }
    }
    let head = Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15)
    let counts = [0, 0, 0, 0, 1, 4].flatMap { number($0, 4) }
    let kind = number(offset, 4) + [0, 0] + Array("LMT".utf8) + [0]
    return head + counts + kind + head + counts + kind + Array("\n\(rule)\n".utf8)
  }

  private func day(_ cell: String, in zone: Zone) -> String? {
    Conventions(mark: .point, orders: [:], defaultOrder: .monthFirst, zone: zone, clockOffset: 0)
      .moment(Array(cell.utf8)[...], column: 0, line: 1)?.text
  }

  @Test("a stamp in UTC is a day of the seller, in summer and in winter")
  func rule() throws {
    let zone = try #require(Zone(table: table("EST5EDT,M3.2.0,M11.1.0", offset: -18_000)))
    #expect(day("2027-01-01 04:59:59", in: zone) == "2026-12-31T23:59:59-05:00")
    #expect(day("2027-07-01 03:59:59", in: zone) == "2027-06-30T23:59:59-04:00")
    #expect(day("2027-07-01 04:00:00 UTC", in: zone) == "2027-07-01T00:00:00-04:00")
    // The clocks change on 14 March and 7 November 2027.
    #expect(day("2027-03-14 06:59:59", in: zone) == "2027-03-14T01:59:59-05:00")
    #expect(day("2027-03-14 07:00:00", in: zone) == "2027-03-14T03:00:00-04:00")
    #expect(day("2027-11-07 05:59:59", in: zone) == "2027-11-07T01:59:59-04:00")
    #expect(day("2027-11-07 06:00:00", in: zone) == "2027-11-07T01:00:00-05:00")
    #expect(day("2027-07-01", in: zone) == "2027-07-01")
  }

  @Test("south of the equator the summer spans the new year; elsewhere there is none")
  func otherRules() throws {
    let sydney = try #require(Zone(table: table("AEST-10AEDT,M10.1.0,M4.1.0/3", offset: 36_000)))
    #expect(day("2027-01-01 00:00:00", in: sydney) == "2027-01-01T11:00:00+11:00")
    #expect(day("2027-07-01 00:00:00", in: sydney) == "2027-07-01T10:00:00+10:00")
    let shanghai = try #require(Zone(table: table("CST-8", offset: 28_800)))
    #expect(day("2027-04-02 16:00:00", in: shanghai) == "2027-04-03T00:00:00+08:00")
  }

  @Test("damaged tables are none")
  func damaged() {
    let whole = table("CST-8", offset: 28_800)
    for count in stride(from: 0, to: 80, by: 3) { #expect(Zone(table: Array(whole.prefix(count))) == nil) }
  }
}

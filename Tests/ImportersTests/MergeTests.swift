import Foundation
import Tabular
import Testing

@testable import Importers

@Suite("Actuals by week, of a store, and in other money")
struct ActualsTests {
  private func store(_ kind: TableKind, _ rows: [[String]]) throws -> RowStore {
    let text = ([kind.columns] + rows).map { $0.joined(separator: ",") + "\n" }.joined()
    return try RowStore(reading: ByteArray(text.utf8), as: kind)
  }

  private func order(_ channel: String, _ number: String, _ day: String, _ value: String, _ money: String) -> [String] {
    [channel, number, day, "", value, value, "", "", "", "", "1", "paid", "", "", money, "shopify-orders"]
  }

  @Test("weeks begin on Monday, another store is left out, and euros count at the rate of the folder")
  func weeks() throws {
    let orders = try store(
      .orders,
      [
        order("shop", "1", "2027-03-01", "10.00", "USD"), order("shop", "2", "2027-03-07", "20.00", "USD"),
        order("shop", "3", "2027-03-08", "10.00", "EUR"), order("other", "4", "2027-03-08", "99.00", "USD"),
      ])
    let actuals = MonthlyActuals(
      currency: "USD", rates: ["EUR": try #require(Amount("1.08"))], by: .week, store: "shop"
    ) { $0 == .orders ? orders : RowStore($0) }
    #expect(actuals.months.map(\.description) == ["2027-03-01", "2027-03-08"])
    #expect(actuals.months.map { actuals.value(.sales, $0)?.text() } == ["30.00", "10.80"])
    #expect(actuals.converted == ["EUR": 1] && actuals.others.isEmpty)
  }
}

@Suite("Tables of a folder")
struct MergeTests {
  private func harvest(_ text: String, _ options: ImportOptions = ImportOptions()) throws -> Harvest {
    try Importer.read(ByteArray(text.utf8), options)
  }

  private func merged(_ texts: [String], _ kind: TableKind) throws -> String {
    var table = RowStore(kind)
    var bytes: [UInt8] = []
    for text in texts {
      var rows = try #require(try harvest(text).tables[kind])
      (bytes, _) = table.merged(with: &rows)
      table = try RowStore(reading: ByteArray(bytes), as: kind)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private let header = "Transaction Date,Type,Order,Payout Status,Payout Date,Payout ID,Amount,Fee,Net,Currency\n"
  private let pending = "2027-03-01 09:12:40 -0500,charge,#1,pending,,,46.68,1.65,45.03,USD\n"
  private let paid = "2027-03-01 09:12:40 -0500,charge,#1,paid,2027-03-04,880001,46.68,1.65,45.03,USD\n"
  private let other = "2027-02-01 09:12:40 -0500,charge,#0,paid,2027-02-04,880000,\"1,046.68\",1.65,1045.03,USD\n"

  @Test("importing twice counts once, and the order of files does not matter")
  func idempotent() throws {
    let (a, b, c) = (header + pending + other, header + paid, header + pending)
    let wanted = try merged([a, b, c], .ledger)
    #expect(wanted.split(separator: "\n").count == 3)
    #expect(wanted.contains("880001"))
    for order in [[a, c, b], [b, a, c], [c, b, a], [a, b, c, a, b, c]] {
      #expect(try merged(order, .ledger) == wanted)
    }
  }

  @Test("equal rows of one file are as many rows, and stay as many when they come again")
  func equals() throws {
    let file = header + paid + paid + paid
    #expect(try merged([file], .ledger).split(separator: "\n").count == 4)
    #expect(try merged([file, header + paid], .ledger).split(separator: "\n").count == 4)
  }

  @Test("days of ads are restated: the later import wins, and the change is counted")
  func restated() throws {
    let head = "Day,Campaign name,Amount spent (USD),Impressions\n"
    var table = RowStore(.adDays)
    var first = try #require(try harvest(head + "2027-04-01,a,10.00,5\n2027-04-02,a,20.00,5\n").tables[.adDays])
    let (bytes, _) = table.merged(with: &first)
    table = try RowStore(reading: ByteArray(bytes), as: .adDays)
    var second = try #require(try harvest(head + "2027-04-02,a,18.50,6\n").tables[.adDays])
    let (after, count) = table.merged(with: &second)
    #expect(count.changed == 1 && count.restatedSpend.text() == "-1.50")
    #expect(String(decoding: after, as: UTF8.self).contains("18.50"))
  }

  @Test("a campaign cut by age or place is one row a day")
  func segments() throws {
    let head = "Day,Campaign name,Age,Amount spent (USD),Impressions\n"
    let table = try merged([head + "2027-04-01,a,18-24,10.00,5\n2027-04-01,a,25-34,2.50,1\n"], .adDays)
    #expect(table.contains("2027-04-01,a,,,2027-04-01,12.50,6,"))
  }

  @Test("what a spreadsheet would calculate is disarmed")
  func formulas() throws {
    let head = "Day,Campaign name,Amount spent (USD),Impressions\n"
    #expect(try merged([head + "2027-04-01,=1+1,10.00,5\n"], .adDays).contains("'=1+1"))
    #expect(try merged([head + "2027-04-01,\"a, \"\"b\"\"\",10.00,5\n"], .adDays).contains("\"a, \"\"b\"\"\""))
  }

  @Test("a table that its owner has cut is refused with the columns it lacks")
  func mended() {
    #expect(throws: StoredTableFault.self) { try RowStore(reading: ByteArray("a,b\n1,2\n".utf8), as: .ledger) }
  }
}

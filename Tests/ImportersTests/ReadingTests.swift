import Foundation
import Language
import Tabular
import Testing

@testable import Importers

@Suite("Numbers and dates of exports")
struct ReadingTests {
  private func amount(_ text: String, _ mark: Mark = .point) -> String? {
    DecimalText(Array(text.utf8)[...], assuming: mark)?.amount?.text()
  }

  @Test(
    "a number is read as it is meant, or not at all",
    arguments: [
      ("46.68", "46.68"), ("-8.5", "-8.50"), ("−46.68", "-46.68"), ("(1.00)", "-1.00"), ("1.00-", "-1.00"),
      ("$46.68", "46.68"), ("CA$1,056.20", "1056.20"), ("-CA$52.81", "-52.81"), ("1.234,56 €", "1234.56"),
      ("1 403,15", "1403.15"), ("1\u{202F}403,15", "1403.15"), ("12'345.60", "12345.60"), ("１２．５", "12.50"),
      ("￥68.00", "68.00"), ("USD 12.30", "12.30"), ("8,25", "8.25"), ("12.5%", "0.125"), ("0.123456", "0.123456"),
      ("1,234,567", "1234567.00"), ("1.234.567", "1234567.00"), ("1000000000000", "1000000000000.00"), ("19", "19.00"),
      ("1234,567", "1234.567"), ("0,125", "0.125"), (".5", "0.50"),
    ])
  func numbers(text: String, wanted: String) { #expect(amount(text) == wanted) }

  @Test(
    "what is no number is none",
    arguments: [
      "abc", "1.2.3,4", "1,23,456.00", "NaN", "inf", "١٢", "1e5", "12 apples", "--5", "1000000000001", "5 (", "1..2",
      "12.5.",
    ])
  func noNumbers(text: String) { #expect(amount(text) == nil) }

  @Test("three digits behind a mark say nothing, the file decides")
  func open() {
    #expect(amount("1,200", .point) == "1200.00" && amount("1,200", .comma) == "1.20")
    #expect(amount("1.200", .point) == "1.20" && amount("1.200", .comma) == "1200.00")
    #expect(DecimalText(Array("1.200".utf8)[...], assuming: .point)?.isOpen == true)
  }

  private func date(_ text: String) -> DateText? { DateText(Array(text.utf8)[...]) }

  @Test(
    "a date is read in every spelling of exports",
    arguments: [
      "2027-03-01", "2027/3/1", "20270301", "1.3.2027", "Mar 1, 2027", "March 1, 2027", "1 March, 2027", "01-Mar-27",
      "Mar-01-27", "2027年3月1日", "1 mars 2027", "1 de marzo de 2027", "1. März 2027",
    ])
  func dates(text: String) {
    #expect(date(text)?.isFixed == true)
    #expect(date(text)?.dayFirst?.text == "2027-03-01")
  }

  @Test(
    "a time keeps its zone",
    arguments: [
      ("2027-03-01 09:12:40 -0500", "2027-03-01T09:12:40-05:00"), ("2027-03-01T23:59:01Z", "2027-03-01T23:59:01Z"),
      ("2027-05-31 23:40", "2027-05-31T23:40:00"), ("2027-03-01T09:12:40.250+02:00", "2027-03-01T09:12:40+02:00"),
      ("Mar 1, 2027 9:05:00 PM PST", "2027-03-01T21:05:00-08:00"), ("2027-04-01 15:02:11 UTC", "2027-04-01T15:02:11Z"),
    ])
  func times(text: String, wanted: String) { #expect(date(text)?.dayFirst?.text == wanted) }

  @Test(
    "there is no such day",
    arguments: ["2027-02-30", "31.4.2027", "1999-01-01", "2027-13-01", "tomorrow", "2027-03-01 25:00"])
  func noDates(text: String) { #expect(date(text) == nil) }

  @Test("headings are alike whatever a platform or a spreadsheet does to them")
  func headings() {
    #expect(Heading("Amount spent (USD)") == Heading("  amount  spent（USD） "))
    #expect(Heading("Amount spent (EUR)").currency == "EUR")
    #expect(Heading("Created (UTC)").name == Heading("created").name)
    #expect(Heading("Clicks (all)").name == "clicks (all)" && Heading("点击量（全部）").name == "点击量(全部)")
    #expect(Heading("货品总价(元)").name == "货品总价" && Heading("货品总价(元)").currency == "CNY")
    #expect(Heading("Ka\u{308}ufe").name == Heading("Käufe").name)
  }
}

@Suite("Whole files")
struct ImporterTests {
  private func read(_ text: String, _ change: (inout ImportOptions) -> Void = { _ in }) throws -> Harvest {
    var options = ImportOptions()
    change(&options)
    return try Importer.read(ByteArray(text.utf8), options)
  }

  private func fault(_ text: String, _ change: (inout ImportOptions) -> Void = { _ in }) -> String {
    do {
      _ = try read(text, change)
      return "none"
    } catch { return "\(error)" }
  }

  private let meta = "Day,Campaign name,Amount spent (USD),Impressions\n"

  @Test("a file of another kind is named")
  func otherKind() {
    let paypal = "Date,Type,Status,Currency,Gross,Fee,Net\n"
    #expect(fault(paypal) { $0.kind = "stripe" }.contains("otherKind(found: \"paypal\", asked: \"stripe\")"))
    #expect(
      fault("Date,Type,Status,Currency,Gross,Fee\n").contains(
        "unknownKind(nearest: Optional(\"paypal\"), missing: [\"Net\"]"))
    #expect(fault("Day,Campaign name,Amount spent (USD),Amount spent (USD)\n").contains("columnTwice"))
  }

  @Test("a header without rows is read")
  func noRows() throws { #expect(try read(meta).read == 0) }

  @Test("one decimal mark for the whole file, whichever cell proves it")
  func marks() throws {
    #expect(
      try read(meta + "2027-04-01,a,\"1,204\",5\n2027-04-02,a,1.5,5\n").totals["USD"]?[.spend]?.text() == "1205.50")
    #expect(
      try read(meta + "2027-04-01,a,\"1.204\",5\n2027-04-02,a,\"1,5\",5\n").totals["USD"]?[.spend]?.text() == "1205.50")
    #expect(fault(meta + "2027-04-01,a,\"8,25\",5\n2027-04-02,a,1.5,5\n").contains("twoMarks(line: 3"))
    let costs = "order_id,order_date,supplier,sku,qty,item_cost\n1,2027-01-01,y,s,1,\"1,204\"\n"
    #expect(fault(costs).contains("unclearMark(line: 2"))
    #expect(try read(costs) { $0.mark = .comma }.totals[""]?[.goods]?.text() == "1.204")
  }

  @Test("days and months are told apart by the column, by how it is sorted, or by the user")
  func dayOrders() throws {
    func days(_ dates: String...) -> String { meta + dates.map { "\($0),a,1.50,5\n" }.joined() }
    #expect(try read(days("3/4/2027", "25/4/2027")).period?.lowerBound.description == "2027-04-03")
    #expect(try read(days("3/4/2027", "3/25/2027")).period?.lowerBound.description == "2027-03-04")
    #expect(
      try read(days("3/4/2027", "4/4/2027", "1/5/2027")).notes.contains {
        if case .datesBySorting = $0 { true } else { false }
      })
    #expect(fault(days("3/4/2027", "3/4/2027")).contains("unclearDates(line: 2, lastLine: 3)"))
    #expect(try read(days("3/4/2027")) { $0.dayOrder = .dayFirst }.period?.lowerBound.description == "2027-04-03")
    #expect(fault(days("25/4/2027", "3/25/2027")).contains("twoOrders"))
  }

  @Test("up to three rows that cannot be read are left out and told; more, or strictly any, refuse the file")
  func refused() throws {
    let good = String(repeating: "2027-04-01,a,1.50,5\n", count: 10)
    let bad = "2027-04-01,a,abc,5\n"
    let harvest = try read(meta + good + bad + "2027-02-30,a,1.00,5\nshort\n")
    #expect(harvest.refused.map(\.line) == [12, 13, 14])
    #expect(harvest.refused.map(\.reason) == [.badNumber, .badDate, .tooFewCells])
    #expect(harvest.used + harvest.refused.count == harvest.read)
    #expect(fault(meta + good + bad + bad + bad + bad).contains("tooManyRefused"))
    #expect(fault(meta + good + bad) { $0.isStrict = true }.contains("tooManyRefused"))
  }

  @Test("rows of Google Ads without costs below a total with costs are refused")
  func costsOnlyInTotal() {
    let head = "Campaign,Day,Cost\n"
    #expect(fault(head + "a,2027-04-01,0.00\nTotal: Account, --,27.50\n").contains("costsOnlyInTotal"))
  }

  @Test("an order number that a spreadsheet has rounded is refused")
  func rounded() throws {
    let head = "order_id,order_date,supplier,sku,qty,item_cost\n"
    #expect(try read(head + "5.77E+17,2027-01-01,y,s,1,1.5\n").refused.map(\.reason) == [.roundedID])
  }

  private let orders =
    "Name,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price\n"

  @Test("fields of an order that every line repeats count once; others are a conflict")
  func repeated() throws {
    let row = "#1,paid,USD,30.00,0.00,0.00,30.00,2027-03-01 09:12:40 -0500,1,a,10.00\n"
    let more = row.replacing(",1,a,10.00", with: ",2,b,10.00")
    let harvest = try read(orders + row + more)
    #expect(harvest.totals["USD"]?[.orders] == Amount(1) && harvest.totals["USD"]?[.units] == Amount(3))
    #expect(try read(orders + row + more.replacing("30.00", with: "31.00")).refused.map(\.reason) == [.conflict])
  }

  @Test("a line without an order is an orphan; one below its order belongs to it")
  func orphans() throws {
    #expect(try read(orders + ",,,,,,,,1,a,10.00\n").refused.map(\.reason) == [.orphan])
    let row = "#1,paid,USD,30.00,0.00,0.00,30.00,2027-03-01 09:12:40 -0500,1,a,10.00\n"
    #expect(try read(orders + row + ",,,,,,,,2,b,10.00\n").totals["USD"]?[.lines] == Amount(2))
  }

  @Test("taxes are inside where goods and shipping are the total already")
  func taxesInside() throws {
    let row = "#1,paid,EUR,30.00,5.00,5.59,35.00,2027-03-01 09:12:40 -0500,1,a,30.00\n"
    let harvest = try read(orders + row)
    #expect(harvest.notes.contains(.taxesInside))
    let table = try #require(harvest.tables[.orders])
    #expect(String(decoding: table.bytes(table.rows[0]), as: UTF8.self).contains(",5.59,yes,"))
  }

  @Test(
    "hostile files are refused with their reason",
    arguments: [
      ("", "empty"), ("PK\u{3}\u{4}xyz", "workbook"), ("<html><body>", "webPage"), ("{\"a\": 1}", "json"),
      ("%PDF-1.7", "pdf"), ("Day,Campaign name,Amount spent (USD)\n2027-01-01,\"a,1\n", "openQuote(line: 2)"),
    ])
  func hostile(text: String, reason: String) { #expect(fault(text).contains(reason), "\(fault(text))") }
}

import Foundation
import Language
import Tabular
import Testing

@testable import Importers

/// Invented exports of every format, and what is known of them: each sum to the cent, each row that does not count by its
/// line.
@Suite("Exports give what is known of them")
struct GoldenTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Samples")

  /// What `EXPECTED.json` says of a file.
  struct Expected: @unchecked Sendable, CustomTestStringConvertible {
    let file: String
    let facts: [String: Any]

    var testDescription: String { file }
    var kind: String { facts["kind"] as? String ?? "" }
    func object(_ key: String) -> [String: Any] { facts[key] as? [String: Any] ?? [:] }
  }

  static let all: [Expected] = {
    guard let data = try? Data(contentsOf: folder.appending(path: "EXPECTED.json")),
      let facts = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
      let files = facts["files"] as? [String: [String: Any]]
    else { return [] }
    return files.map { Expected(file: $0.key, facts: $0.value) }.sorted { $0.file < $1.file }
  }()

  @Test("every format has samples, and every sample a format")
  func complete() {
    let kinds = Self.all.map(\.kind).filter { !$0.hasSuffix(".rules") }
    #expect(Set(kinds) == Set(Format.all.map(\.name)))
  }

  @Test("a sample gives its rows, its period and its sums", arguments: all)
  func golden(expected: Expected) throws {
    let harvest = try read(expected.file)
    let facts = expected.facts
    #expect(harvest.format.name == (expected.kind.hasSuffix(".rules") ? "rules" : expected.kind))
    if let sheet = facts["sheet"] as? String {
      #expect(harvest.sheet == sheet)
    } else {
      let delimiter = harvest.separator == 9 ? "TAB" : String(UnicodeScalar(harvest.separator))
      #expect((facts["encoding"] as? String ?? "").lowercased().hasPrefix(harvest.encoding.rawValue.lowercased()))
      #expect(facts["delimiter"] as? String == delimiter)
    }
    #expect(facts["header_line"] as? Int == harvest.headerLine)
    if let language = facts["language"] as? String { #expect(language == harvest.language.rawValue) }
    let rows = expected.object("rows")
    #expect(rows["read"] as? Int == harvest.read)
    #expect(rows["used"] as? Int == harvest.used)
    #expect(harvest.used + harvest.skipped.count + harvest.refused.count == harvest.read)
    let known = (rows["skipped"] as? [[String: Any]] ?? []).map {
      "\($0["line"] as? Int ?? 0) \($0["reason"] as? String ?? "")"
    }
    let left =
      harvest.skipped.map { ($0.line, $0.reason.rawValue) } + harvest.refused.map { ($0.line, $0.reason.rawValue) }
    #expect(known == left.sorted { $0.0 < $1.0 }.map { "\($0.0) \($0.1)" })
    if let period = facts["period"] as? [String] {
      #expect(period == harvest.period.map { [$0.lowerBound.description, $0.upperBound.description] })
    }
    if let currency = facts["currency"] as? String {
      #expect(harvest.currencies == [currency])
      check(expected.object("totals"), harvest.totals[currency] ?? Totals())
    } else if facts["currency"] is NSNull {
      #expect(harvest.gaps.contains(.currency))
      check(expected.object("totals"), harvest.totals[""] ?? Totals())
    } else if harvest.totals.count < 2 {
      check(expected.object("totals"), harvest.totals.values.first ?? Totals())
    }
    for (currency, totals) in expected.object("by_currency") {
      check(totals as? [String: Any] ?? [:], harvest.totals[currency] ?? Totals())
    }
    var stated = expected.object("platform_totals")
    if expected.kind == "amazon-settlement" { stated = ["sum": stated["total"] ?? ""] }
    check(stated, harvest.platformTotals)
    for cell in facts["refused_cells"] as? [[String: Any]] ?? [] {
      let line = cell["line"] as? Int ?? 0
      #expect(harvest.notes.contains { if case .dateRefused(line, _) = $0 { true } else { false } })
    }
  }

  /// What is said of taxes, and the highest of the numbers of Trends, are no sums.
  private func check(_ known: [String: Any], _ totals: Totals) {
    let visits = known["sessions"] != nil ? ["paid": "paid_sessions", "natural": "natural_sessions"] : [:]
    for (name, value) in known where !["taxes", "max"].contains(name) {
      guard let total = TotalName(rawValue: visits[name] ?? name) else {
        Issue.record("no sum is called \(name)")
        continue
      }
      let text = value as? String ?? "\(value as? Int ?? -1)"
      let wanted = DecimalText(Array(text.utf8)[...], assuming: .point)?.amount
      #expect((totals[total] ?? .zero) == wanted, "\(name): \(totals[total]?.text() ?? "none") for \(text)")
    }
  }

  @Test("sales − refunds − chargebacks − fees − reserves − open = payouts, to the cent")
  func identity() throws {
    let harvests = try [
      "shopify-orders/clean.csv", "shopify-transactions/clean.csv", "shopify-payouts/clean.csv",
    ].map(read)
    let identity = try #require(Identity.all(of: harvests).first)
    let wanted = try #require(Self.all.first { $0.file == "shopify-payouts/clean.csv" }).object("identity")
    let found: [String: Amount] = [
      "sales": identity.sales, "refunds": identity.refunds, "chargebacks": identity.chargebacks,
      "fees": identity.fees, "reserves": identity.reserves, "open": identity.open, "payouts": identity.payouts,
    ]
    for (name, amount) in found { #expect(wanted[name] as? String == amount.text(), "\(name)") }
    #expect(identity.difference == .zero)
  }

  @Test(
    "the books of a processor explain its payouts",
    arguments: [
      "stripe/clean.csv", "stripe/ugly.csv", "paypal/clean.csv", "paypal/ugly.csv", "etsy/clean.csv", "etsy/ugly.csv",
    ])
  func books(file: String) throws {
    for identity in Identity.all(of: [try read(file)]) { #expect(identity.difference == .zero, "\(identity.currency)") }
  }

  @Test("visits by channel are split over the days that another table of the file tells, and both sums hold")
  func visits() throws {
    let rows = try #require(try read("ga4/ugly.csv").tables[.visits]).storedRows
    func sum(_ column: String) -> [String: Int] {
      rows.reduce(into: [:]) { $0[$1.text(column), default: 0] += Int($1.text("sessions")) ?? 0 }
    }
    #expect(sum("date") == ["2027-05-01": 600, "2027-05-02": 604])
    #expect(sum("channel") == ["Paid Social": 1010, "Organic Search": 194])
  }

  @Test("terms of Trends keep their region, and what is below one is a half")
  func trends() throws {
    let rows = Array(try #require(try read("trends/ugly.csv").tables[.trends]).storedRows)
    #expect(rows.count == 8)
    let june = rows.first { $0.text("term") == "posavasos" && $0.text("from") == "2027-06-01" }
    #expect(june?.text("value") == "0.5" && june?.text("below_one") == "yes" && june?.text("region") == "españa")
    #expect(june?.text("step") == "month")
  }

  @Test("keywords of several countries are not added")
  func countries() throws {
    let harvest = try read("ahrefs/ugly.csv")
    #expect(harvest.notes.contains(.countries(["gb", "us"])) && harvest.totals["USD"]?[.searches] == nil)
    let rows = try #require(harvest.tables[.market]).storedRows
    #expect(rows.map { $0.text("country") }.sorted() == ["gb", "us", "us"])
  }

  @Test("a chargeback is a row of its own table, and one that is won says so")
  func chargebacks() throws {
    let rows = try #require(try read("shopify-transactions/clean.csv").tables[.chargebacks]).storedRows
    #expect(rows.contains { $0.text("outcome") == "open" && $0.text("amount") == "46.68" && !$0.text("order").isEmpty })
  }

  @Test("no name and no e-mail of a customer is kept")
  func noNames() throws {
    for expected in Self.all {
      for (_, rows) in try read(expected.file).tables {
        let text = rows.rows.map { String(decoding: rows.bytes($0), as: UTF8.self) }.joined()
        for word in ["@", "Ada", "Sorrel", "Malve"] { #expect(!text.contains(word), "\(expected.file)") }
      }
    }
  }

  private func read(_ file: String) throws -> Harvest {
    let data = try Data(contentsOf: Self.folder.appending(path: file))
    var options = ImportOptions()
    let kind = Self.all.first { $0.file == file }?.kind
    // Any table with a day and a spend is one of these, so that it must be said.
    if kind == "ads" { options.kind = kind }
    if let kind, kind.hasSuffix(".rules") {
      let text = try String(contentsOf: Self.folder.appending(path: kind), encoding: .utf8)
      options = options.following(try ImportRules(text))
    }
    options.digest = { $0.reduce(5381) { $0 &* 33 ^ UInt64($1) } & 0xFFFF_FFFF_FFFF }
    return try Importer.read(ByteArray(data), options)
  }
}

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

  /// What is said of taxes is no sum.
  private func check(_ known: [String: Any], _ totals: Totals) {
    for (name, value) in known where name != "taxes" {
      guard let total = TotalName(rawValue: name) else {
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
    if let kind = Self.all.first(where: { $0.file == file })?.kind, kind.hasSuffix(".rules") {
      let text = try String(contentsOf: Self.folder.appending(path: kind), encoding: .utf8)
      options = options.following(try ImportRules(text))
    }
    options.digest = { $0.reduce(5381) { $0 &* 33 ^ UInt64($1) } & 0xFFFF_FFFF_FFFF }
    return try Importer.read(ByteArray(data), options)
  }
}

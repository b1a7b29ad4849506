import Importers
import Language
import Reports
import Tabular

extension ImportReport {
  static let shape: JSONShape = [
    "dropcast": .integer, "folder": .string, "kept": .bool, "files": .array(fileShape),
    "identity": .array(
      .members(
        [
          "processor", "currency", "sales", "refunds", "chargebacks", "fees", "ads", "reserves", "other", "open",
          "payouts", "difference",
        ], .string)),
    "tables": .array(["table": .string, "added": .integer, "changed": .integer, "same": .integer]),
  ]

  private static let fileShape: JSONShape = [
    "file": .string, "sha256": .string, "kind": .string, "encoding": .string, "sheet": .either([.string, .null]),
    "delimiter": .string, "header_line": .integer, "language": .string,
    "rows": [
      "read": .integer, "used": .integer,
      "skipped": .array(["line": .integer, "reason": .string, "detail": .string]),
      "refused": .array(["line": .integer, "reason": .string, "column": .string, "detail": .string]),
    ], "period": JSONShape.array(.string).orNull(), "totals": .map(totalsShape), "platform_totals": totalsShape,
    "gaps": .array(.string), "notes": .array(.string),
    "restated": .either([["days": .integer, "spend": .string], .null]),
  ]

  private static let totalsShape = JSONShape.map(.either([.integer, .string]))

  /// Money is text, exact to the cent; counts are numbers.
  var json: JSON {
    [
      "dropcast": 1, "folder": .string(folder), "kept": .bool(merged != nil), "files": .array(files.map(json)),
      "identity": .array(Identity.all(of: files.map(\.harvest)).map(\.json)),
      "tables": .array(
        (merged ?? []).map { table in
          [
            "table": .string(table.kind.rawValue), "added": .integer(table.count.added),
            "changed": .integer(table.count.changed), "same": .integer(table.count.same),
          ]
        }),
    ]
  }

  private func json(_ file: File) -> JSON {
    let harvest = file.harvest
    let period: JSON =
      harvest.period.map {
        .array([.string($0.lowerBound.description), .string($0.upperBound.description)])
      } ?? .null
    let restated = merged?.first { $0.kind == .adDays && harvest.tables[.adDays] != nil }?.count
    return [
      "file": .string(file.name), "sha256": .string(file.sha256), "kind": .string(harvest.format.name),
      "encoding": .string(harvest.sheet == nil ? harvest.encoding.rawValue : "xlsx"),
      "sheet": harvest.sheet.map { .string($0) } ?? .null,
      "delimiter": .string(harvest.separator == 9 ? "TAB" : String(UnicodeScalar(harvest.separator))),
      "header_line": .integer(harvest.headerLine), "language": .string(harvest.language.rawValue),
      "rows": [
        "read": .integer(harvest.read), "used": .integer(harvest.used),
        "skipped": .array(
          harvest.skipped.map {
            ["line": .integer($0.line), "reason": .string($0.reason.rawValue), "detail": .string($0.detail)]
          }),
        "refused": .array(
          harvest.refused.map {
            [
              "line": .integer($0.line), "reason": .string($0.reason.rawValue), "column": .string($0.column),
              "detail": .string($0.detail),
            ]
          }),
      ],
      "period": period,
      "totals": .object(
        harvest.totals.sorted { $0.key < $1.key }.map { JSON.Member($0.key, $0.value.json) }),
      "platform_totals": harvest.platformTotals.json,
      "gaps": .array(harvest.gaps.map { .string($0.words) }),
      "notes": .array(harvest.notes.map { .string($0.words) }),
      "restated": restated.map {
        ["days": .integer($0.changed), "spend": .string($0.restatedSpend.text())]
      } ?? .null,
    ]
  }
}

extension Totals {
  fileprivate var json: JSON {
    .object(
      all.map { name, amount in
        let text = amount.text(decimals: name.isCount ? 0 : 2)
        return JSON.Member(
          name.rawValue, name.isCount ? Int(text).map { .integer($0) } ?? .string(text) : .string(text))
      })
  }
}

extension Identity {
  fileprivate var json: JSON {
    [
      "processor": .string(platform), "currency": .string(currency), "sales": .string(sales.text()),
      "refunds": .string(refunds.text()), "chargebacks": .string(chargebacks.text()), "fees": .string(fees.text()),
      "ads": .string(ads.text()), "reserves": .string(reserves.text()), "other": .string(other.text()),
      "open": .string(open.text()), "payouts": .string(payouts.text()), "difference": .string(difference.text()),
    ]
  }
}

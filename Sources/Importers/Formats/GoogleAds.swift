import Language

extension Format {
  /// Campaigns › Download: a title and the period above the table, rows of totals below it.
  static let googleAds = Format(
    "google-ads", title: "Google Ads", platform: "google",
    columns: [
      .needed("campaign", "Campaign", "广告系列", "Kampagne", "Campagne", "Campaña"),
      .needed("spend", "Cost", "费用", "Kosten", "Coût", "Coste | Costo"),
      .known("day", "Day", "日期", "Tag", "Jour", "Día"),
      .known("clicks", "Clicks", "点击次数", "Klicks", "Clics", "Clics"),
      .known("impressions", "Impr.", "展示次数", "Impr. | Impressionen", "Impr.", "Impr. | Impresiones"),
      .known("orders", "Conversions", "转化次数", "Conversions", "Conversions", "Conversiones"),
      .known("value", "Conv. value", "转化价值", "Conv.-Wert", "Valeur conv.", "Valor conv."),
      .known(
        "currency", "Currency code", "货币代码", "Währungscode", "Code de devise", "Código de moneda"),
    ],
    sums: adSums, screens: [.spend: "Campaigns › Cost"]
  ) { GoogleAds($0) }
}

private struct GoogleAds: RowReader {
  private let columns: AdColumns
  private let options: ImportOptions
  private let period: ClosedRange<CalendarDate>?
  private var rows: AdRows

  init(_ sheet: Sheet) {
    columns = AdColumns(sheet)
    options = sheet.options
    period = PeriodAbove.find(in: sheet.above)
    rows = AdRows(sheet)
  }

  private static let totals = ["total:", "total :", "gesamt:", "gesamt :", "总计:"]

  mutating func take(_ row: Row, _ harvest: inout Harvest) throws(RowFault) {
    if row.begins(with: Self.totals) {
      // The first row of totals is that of the campaigns shown; the others say how it is made up.
      if harvest.platformTotals.isEmpty { columns.totals(row, &harvest) }
      throw .skip(.total)
    }
    rows.take(try columns.row(row, options, period: period), &harvest)
  }

  mutating func finish(_ harvest: inout Harvest) throws(ImportFault) -> Assumptions? {
    rows.finish(&harvest)
    let spent = harvest.totals.values.contains { ($0[.spend] ?? .zero) != .zero }
    // A segment by conversion action leaves the rows without costs.
    if !spent, let total = harvest.platformTotals[.spend], total > .zero { throw .contradiction(.costsOnlyInTotal) }
    return nil
  }
}

/// The period that a title tells: `April 1, 2027 - April 2, 2027`.
enum PeriodAbove {
  static func find(in rows: [[String]]) -> ClosedRange<CalendarDate>? {
    for row in rows {
      let text = row.joined(separator: ", ")
      for mark in [" - ", " – ", " bis ", " au ", " to "] {
        let ends = text.split(separator: mark, maxSplits: 1)
        guard ends.count == 2, let first = day(ends[0]), let last = day(ends[1]), first <= last else { continue }
        return first...last
      }
    }
    return nil
  }

  private static func day(_ text: Substring) -> CalendarDate? {
    guard let date = DateText(Array(text.utf8)[...].withoutBlanks), date.isFixed else { return nil }
    return date.dayFirst?.day
  }
}

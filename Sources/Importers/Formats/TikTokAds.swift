extension Format {
  /// TikTok Ads Manager › Export, by day.
  static let tiktokAds = Format(
    "tiktok-ads", title: "TikTok Ads", platform: "tiktok",
    columns: [
      .needed("day", "By Day | Date"), .needed("spend", "Cost | Spend"), .needed("campaign", "Campaign name"),
      .known("group", "Ad group name"), .known("impressions", "Impressions"),
      .known("clicks", "Clicks (destination)"), .known("allClicks", "Clicks (all)"),
      .known("orders", "Conversions"), .known("currency", "Currency"),
    ],
    sums: adSums, screens: [.spend: "Campaign › Cost"]
  ) { TikTokAds($0) }
}

private struct TikTokAds: RowReader {
  private let columns: AdColumns
  private let options: ImportOptions
  private var rows: AdRows

  init(_ sheet: Sheet) {
    columns = AdColumns(sheet)
    options = sheet.options
    rows = AdRows(sheet)
  }

  mutating func take(_ row: Row, _ harvest: inout Harvest) throws(RowFault) {
    if row.begins(with: ["total of "]) {
      columns.totals(row, &harvest)
      throw .skip(.total)
    }
    rows.take(try columns.row(row, options), &harvest)
  }

  mutating func finish(_ harvest: inout Harvest) throws(ImportFault) -> Assumptions? {
    rows.finish(&harvest)
    if columns.allClicks.isThere, !columns.clicks.isThere { harvest.note(.allClicks) }
    return nil
  }
}

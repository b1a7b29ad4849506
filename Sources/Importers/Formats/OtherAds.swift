extension Format {
  /// Any other ad table with a day and a spend: `import FILE as ads for bing`. Nothing is taken for it unasked.
  static let otherAds = Format(
    "ads", title: "Other ads", platform: "ads",
    columns: [
      .needed(
        "day", "Day | Date | Time period | Start Date | Gregorian date", "日期 | 单日 | 时间", "Tag | Datum", "Jour | Date",
        "Día | Fecha"),
      .needed(
        "spend", "Spend | Cost | Amount spent | Total spent | Spent", "花费 | 费用 | 消耗 | 已花费金额", "Kosten | Ausgaben",
        "Coût | Dépenses", "Coste | Costo | Gasto"),
      .known("campaign", "Campaign name | Campaign", "广告系列 | 计划名称 | 推广计划", "Kampagne", "Campagne", "Campaña"),
      .known(
        "group", "Ad group | Ad group name | Ad set name", "广告组", "Anzeigengruppe", "Groupe d'annonces",
        "Grupo de anuncios"),
      .known("impressions", "Impressions | Impr.", "展示次数 | 展现量 | 曝光量", "Impressionen", "Impressions", "Impresiones"),
      .known("clicks", "Clicks | Link clicks", "点击次数 | 点击量", "Klicks", "Clics", "Clics"),
      .known("orders", "Conversions | Purchases", "转化次数 | 成交笔数", "Conversions", "Conversions", "Conversiones"),
      .known("value", "Revenue | Conversion value", "转化价值 | 成交金额", "Umsatz", "Revenu", "Ingresos"),
      .known("currency", "Currency code | Currency", "货币代码 | 货币", "Währung", "Devise", "Moneda"),
    ],
    sums: adSums, recognises: onlyWhereAsked
  ) { OtherAds($0) }
}

extension Format {
  @Sendable fileprivate static func onlyWhereAsked(_ header: [Heading]) -> Bool { false }
}

private struct OtherAds: RowReader {
  private let columns: AdColumns
  private let options: ImportOptions
  private var rows: AdRows

  init(_ sheet: Sheet) {
    columns = AdColumns(sheet)
    options = sheet.options
    rows = AdRows(sheet)
  }

  private static let totals = ["total", "gesamt", "总计", "合计", "summe"]

  mutating func take(_ row: Row, _ harvest: inout Harvest) throws(RowFault) {
    if row.begins(with: Self.totals) {
      if harvest.platformTotals.isEmpty { columns.totals(row, &harvest) }
      throw .skip(.total)
    }
    rows.take(try columns.row(row, options), &harvest)
  }

  mutating func finish(_ harvest: inout Harvest) throws(ImportFault) -> Assumptions? {
    rows.finish(&harvest)
    return nil
  }
}

extension Format {
  /// Ads Manager › Export table data. Clicks are link clicks; others are kept apart.
  static let meta = Format(
    "meta", title: "Meta Ads", platform: "meta",
    columns: [
      .needed("spend", "Amount spent", "已花费金额 | 花费金额", "Ausgegebener Betrag", "Montant dépensé", "Importe gastado"),
      .needed(
        "campaign", "Campaign name", "广告系列名称", "Kampagnenname", "Nom de la campagne", "Nombre de la campaña"),
      .known("day", "Day", "单日 | 日期", "Tag", "Jour", "Día"),
      .known(
        "from", "Reporting starts", "报告开始日期", "Berichtsbeginn | Berichtszeitraum beginnt", "Début des rapports",
        "Inicio del informe"),
      .known("to", "Reporting ends", "报告结束日期", "Berichtsende", "Fin des rapports", "Fin del informe"),
      .known(
        "group", "Ad set name", "广告组名称", "Name der Anzeigengruppe | Anzeigengruppenname",
        "Nom de l'ensemble de publicités", "Nombre del conjunto de anuncios"),
      .known("impressions", "Impressions", "展示次数", "Impressionen", "Impressions", "Impresiones"),
      .known(
        "clicks", "Link clicks", "链接点击量", "Link-Klicks | Klicks auf Link", "Clics sur un lien | Clics sur le lien",
        "Clics en el enlace"),
      .known("allClicks", "Clicks (all)", "点击量（全部）", "Klicks (alle)", "Clics (tous)", "Clics (todos)"),
      .known("orders", "Purchases", "购物次数", "Käufe", "Achats", "Compras"),
      .known(
        "value", "Purchases conversion value", "购物转化价值", "Conversion-Wert für Käufe",
        "Valeur de conversion des achats", "Valor de conversión de compras"),
    ],
    sums: adSums, screens: [.spend: "Ads Manager › Amount spent"]
  ) { MetaAds($0) }
}

private struct MetaAds: RowReader {
  private let columns: AdColumns
  private let options: ImportOptions
  private var rows: AdRows

  init(_ sheet: Sheet) {
    columns = AdColumns(sheet)
    options = sheet.options
    rows = AdRows(sheet)
  }

  /// How rows of totals are named, where they are named at all.
  private static let totals: Set<String> = ["总计", "total", "gesamt", "results from", "合计"]

  mutating func take(_ row: Row, _ harvest: inout Harvest) throws(RowFault) {
    let name = row.word(columns.campaign)
    if name.isEmpty || Self.totals.contains(name) {
      columns.totals(row, &harvest)
      throw .skip(.total)
    }
    rows.take(try columns.row(row, options), &harvest)
  }

  mutating func finish(_ harvest: inout Harvest) throws(ImportFault) -> Assumptions? {
    rows.finish(&harvest)
    // Clicks on anything stand apart; they are told of only where there are no others.
    if columns.allClicks.isThere, !columns.clicks.isThere { harvest.note(.allClicks) }
    return nil
  }
}

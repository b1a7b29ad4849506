import Language

extension Format {
  /// Keyword Planner › Download keyword ideas. Searches may be a range; bids are the 20th and 80th percentiles.
  static let keywordPlanner = Format(
    "keyword-planner", title: "Keyword Planner", platform: "google",
    columns: [
      .needed("keyword", "Keyword", "关键字", "Keyword", "Mot clé", "Palabra clave"),
      .needed(
        "searches", "Avg. monthly searches", "平均每月搜索量", "Durchschn. Suchanfragen pro Monat",
        "Nombre moyen de recherches mensuelles", "Promedio de búsquedas mensuales"),
      .known(
        "low", "Top of page bid (low range)", "页首出价（低位区间）", "Gebot für obere Positionen (unterer Bereich)",
        "Enchère de haut de page (fourchette basse)", "Puja por la parte superior de la página (intervalo bajo)"),
      .known(
        "high", "Top of page bid (high range)", "页首出价（高位区间）", "Gebot für obere Positionen (oberer Bereich)",
        "Enchère de haut de page (fourchette haute)", "Puja por la parte superior de la página (intervalo alto)"),
      .known("currency", "Currency", "货币代码", "Währung", "Devise", "Moneda"),
    ],
    sums: [.searchesLow, .searchesHigh, .withBids]
  ) { KeywordPlanner($0) }
}

private struct KeywordPlanner: RowReader {
  private let keyword, searches, low, high, currency: Column
  private let options: ImportOptions
  private let asOf: CalendarDate?
  private var seen: Set<[String]> = []

  init(_ sheet: Sheet) {
    keyword = sheet.column("keyword")
    searches = sheet.column("searches")
    low = sheet.column("low")
    high = sheet.column("high")
    currency = sheet.column("currency")
    options = sheet.options
    asOf = PeriodAbove.find(in: sheet.above)?.upperBound
  }

  mutating func take(_ row: Row, _ harvest: inout Harvest) throws(RowFault) {
    let words = row.word(keyword)
    guard !words.isEmpty else { throw .skip(.noValues) }
    let often = try row.quantity(searches)
    let bids = (try row.amount(low), try row.amount(high))
    guard often != nil || bids.0 != nil else { throw .skip(.noValues, words) }
    // Google tells the same numbers for the same words in another order.
    guard seen.insert(words.split(separator: " ").map(String.init).sorted()).inserted else {
      throw .skip(.duplicate, words)
    }
    let money = row.currency(currency) ?? low.currency ?? options.currency
    if money == nil, bids.0 != nil { harvest.note(.currency) }
    harvest.add(often?.low, to: .searchesLow, in: money)
    harvest.add(often?.high, to: .searchesHigh, in: money)
    if bids.0 != nil, bids.1 != nil { harvest.add(1, to: .withBids, in: money) }
    var entry = MarketEntry(kind: .keyword, id: words, asOf: asOf, searches: often)
    (entry.bidLow, entry.bidHigh, entry.currency) = (bids.0, bids.1, money)
    entry.write(source: "keyword-planner", &harvest)
  }
}

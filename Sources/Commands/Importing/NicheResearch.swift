import Analysis
import Importers
import Language

/// What files of research tell, each part with the file it stands in.
struct NicheResearch {
  /// The interest over the longest time, and what it was measured for.
  private(set) var interest: (interest: Interest, terms: [String], file: String)?
  private(set) var keywords: [KeywordMarket.Keyword] = []
  private(set) var products: [ProductMarket.Product] = []
  private(set) var keywordFiles: [String] = []
  private(set) var productFiles: [String] = []
  /// Of the keywords that were taken, and those that were left out.
  private(set) var countries: Set<String> = []
  /// Rows in other money, or in none that is told.
  private(set) var otherMoney = 0

  var keywordMarket: KeywordMarket? { keywords.isEmpty ? nil : KeywordMarket(keywords) }
  var productMarket: ProductMarket? { products.isEmpty ? nil : ProductMarket(products) }
  var isEmpty: Bool { interest == nil && keywords.isEmpty && products.isEmpty }

  /// - Parameter country: that of the keywords to take; without one all of them.
  mutating func add(_ harvest: Harvest, file: String, currency: String, country: String?) {
    addTrends(harvest.tables[.trends], file)
    guard let market = harvest.tables[.market] else { return }
    for row in market.storedRows {
      let money = row.text("currency")
      switch row.text("kind") {
      case "keyword":
        let place = row.text("country")
        if !place.isEmpty { countries.insert(place) }
        if let country, !place.isEmpty, place != country { continue }
        addKeyword(row, isPriced: money == currency)
        if !keywordFiles.contains(file) { keywordFiles.append(file) }
      default:
        // A price in other money says nothing here; how many are sold does.
        let isPriced = money == currency
        if !isPriced, !row.text("price").isEmpty { otherMoney += 1 }
        products.append(
          ProductMarket.Product(
            price: isPriced ? row.number("price") : nil, units: row.number("units_month"),
            reviews: row.number("reviews")))
        if !productFiles.contains(file) { productFiles.append(file) }
      }
    }
  }

  private mutating func addKeyword(_ row: StoredRow, isPriced: Bool) {
    let isTold = !row.text("bid_low").isEmpty || !row.text("cpc").isEmpty
    if !isPriced, isTold { otherMoney += 1 }
    keywords.append(
      KeywordMarket.Keyword(
        words: row.text("id"), searchesLow: row.number("searches_low") ?? 0,
        searchesHigh: row.number("searches_high") ?? 0, bidLow: isPriced ? row.number("bid_low") : nil,
        bidHigh: isPriced ? row.number("bid_high") : nil, cpc: isPriced ? row.number("cpc") : nil,
        difficulty: row.number("difficulty")))
  }

  /// Terms of one file are on one scale, and add up; those of several files are not.
  private mutating func addTrends(_ table: RowStore?, _ file: String) {
    guard let table else { return }
    var sums: [CalendarDate: Double] = [:]
    var terms: [String] = []
    var step = Interest.Step.week
    for row in table.storedRows {
      guard let day = row.day("from"), let value = row.number("value") else { continue }
      // What is 0 is less than can be counted, not nothing.
      sums[day, default: 0] += value == 0 ? 0.25 : value
      step = row.text("step") == "month" ? .month : row.text("step") == "1" ? .day : .week
      if !terms.contains(row.text("term")) { terms.append(row.text("term")) }
    }
    let points = sums.sorted { $0.key < $1.key }.map { Interest.Point(from: $0.key, $0.value, step) }
    guard let found = Interest(points, step) else { return }
    if let known = interest, known.interest.span >= found.span { return }
    interest = (found, terms, file)
  }
}

extension StoredRow {
  func number(_ column: String) -> Double? { amount(column)?.approximate }
}

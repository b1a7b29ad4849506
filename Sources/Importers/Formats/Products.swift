import Language

extension Format {
  /// Helium 10 › Xray › Export. Sales follow the steps of Amazon's "bought in past month": a floor.
  static let helium10 = Format(
    "helium10", title: "Helium 10 Xray", platform: "helium10",
    columns: [
      .needed("id", "ASIN"), .needed("units", "ASIN Sales | Sales"), .needed("price", "Price"),
      .known("revenue", "ASIN Revenue | Revenue"), .known("reviews", "Review Count"), .known("rating", "Ratings"),
      .known("rank", "BSR"),
    ],
    sums: productSums
  ) { Products($0) }

  /// Product Database › Export, in its names of before and after 2023.
  static let jungleScout = Format(
    "junglescout", title: "Jungle Scout products", platform: "junglescout",
    columns: [
      .needed("title", "Product Name"), .needed("price", "Price"),
      .needed("units", "Mo. Sales | Est. Monthly Units Sold"),
      .known("revenue", "Mo. Revenue | Est. Monthly Revenue"), .known("reviews", "Reviews | # of Reviews"),
      .known("rating", "Rating | Avg. Rating"), .known("rank", "Rank"), .known("id", "ASIN"),
    ],
    sums: productSums
  ) { Products($0) }

  /// A template of ours: Amazon has no export of its lists. It tells of no sales.
  static let bestSellers = Format(
    "best-sellers", title: "Best sellers", platform: "best-sellers",
    columns: [
      .needed("rank", "rank"), .needed("title", "title"), .needed("id", "asin"), .needed("price", "price"),
      .needed("asOf", "as_of"), .known("reviews", "reviews"), .known("rating", "rating"),
      .known("currency", "currency"),
    ],
    sums: productSums
  ) { Products($0) }

  private static let productSums: [TotalName] = [.products, .unitsMonth, .revenueMonth, .medianReviews]
}

/// Products of a marketplace, one row each; sponsored places show a product twice.
private struct Products: RowReader {
  private let id, title, price, units, revenue, reviews, rating, rank, currency, asOf: Column
  private let source: String
  private let options: ImportOptions
  private var seen: Set<String> = []
  private var reviewCounts: [Amount] = []
  private var money: String?

  init(_ sheet: Sheet) {
    id = sheet.column("id")
    title = sheet.column("title")
    price = sheet.column("price")
    units = sheet.column("units")
    revenue = sheet.column("revenue")
    reviews = sheet.column("reviews")
    rating = sheet.column("rating")
    rank = sheet.column("rank")
    currency = sheet.column("currency")
    asOf = sheet.column("asOf")
    source = sheet.match.format.name
    options = sheet.options
  }

  mutating func take(_ row: Row, _ harvest: inout Harvest) throws(RowFault) {
    let number = try row.id(id)
    let name = number.isEmpty ? row.text(title) : number
    let (asked, sign) = try askedPrice(row)
    let sold = try row.quantity(units)
    let earned = try row.amount(revenue)
    let counted = try row.amount(reviews)
    let place = try rankNumber(row)
    guard !name.isEmpty, asked != nil || sold != nil || counted != nil else { throw .skip(.noValues, name) }
    let stars = try row.amount(rating)
    let day = try row.moment(asOf)?.day
    guard seen.insert("\(day?.description ?? "")\u{0}\(name)").inserted else { throw .skip(.duplicate, name) }
    let money = row.currency(currency) ?? sign ?? price.currency ?? options.currency
    if money == nil { harvest.note(.currency) }
    self.money = money
    if let counted { reviewCounts.append(counted) }
    if let sold, sold.isBelow { harvest.note(.halfOfBound(line: row.line)) }
    harvest.add(1, to: .products, in: money)
    harvest.add(sold?.middle, to: .unitsMonth, in: money)
    harvest.add(earned, to: .revenueMonth, in: money)
    var entry = MarketEntry(kind: .product, id: name, asOf: day)
    (entry.price, entry.units, entry.revenue, entry.currency) = (asked, sold?.middle, earned, money)
    (entry.reviews, entry.rating, entry.rank) = (counted, stars, place)
    entry.write(source: source, &harvest)
  }

  /// A price, or the middle of a range of them: `$18.99 - $24.99`.
  private func askedPrice(_ row: Row) throws(RowFault) -> (Amount?, currency: String?) {
    let ends = row.text(price).split(separator: " - ")
    guard ends.count == 2 else {
      let money = try row.money(price)
      return (money?.amount, money?.currency)
    }
    let known = ends.compactMap { row.conventions.number(Array($0.utf8)[...].withoutBlanks, line: row.line) ?? nil }
    guard known.count == 2, known[0].amount <= known[1].amount else {
      throw .refuse(.badNumber, row.text(price), column: price.heading)
    }
    return (Amount(millionths: (known[0].amount + known[1].amount).millionths / 2), known[0].currency)
  }

  /// `#1`, and numbers in a category, `书灯：1234`.
  private func rankNumber(_ row: Row) throws(RowFault) -> Amount? {
    let text = Heading.plain(row.text(rank)).split(separator: ":").last.map(String.init) ?? ""
    let digits = text.drop { $0 == "#" || $0 == " " }
    let cell = Array(digits.utf8)[...]
    if Conventions.isUnknown(cell) { return nil }
    guard let number = row.conventions.number(cell, line: row.line) else {
      throw .refuse(.badNumber, row.text(rank), column: rank.heading)
    }
    return number?.amount
  }

  mutating func finish(_ harvest: inout Harvest) throws(ImportFault) -> Assumptions? {
    let sorted = reviewCounts.sorted()
    guard !sorted.isEmpty else { return nil }
    let middle = sorted.count / 2
    let median =
      sorted.count % 2 == 1
      ? sorted[middle] : Amount(millionths: (sorted[middle - 1] + sorted[middle]).millionths / 2)
    harvest.add(median, to: .medianReviews, in: money)
    return nil
  }
}

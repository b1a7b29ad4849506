import Language

/// What a research tool says of a keyword or a product.
struct MarketEntry {
  enum Kind: String {
    case keyword, product
  }

  var kind: Kind
  /// The keyword, or the product's number.
  var id: String
  /// Keywords of several countries are never added.
  var country = ""
  var asOf: CalendarDate?
  var searches: Quantity?
  var bidLow, bidHigh, cpc: Amount?
  var difficulty, rank, reviews: Amount?
  var price: Amount?
  var units: Amount?
  var revenue: Amount?
  var rating: Amount?
  var currency: String?

  func write(source: String, _ harvest: inout Harvest) {
    if let asOf { harvest.note(day: asOf) }
    harvest.row(in: .market) { row in
      row.plain(source)
      row.plain(kind.rawValue)
      row.text(id)
      row.text(country)
      row.plain(asOf?.description ?? "")
      row.number(searches?.low)
      row.number(searches?.high)
      row.amount(bidLow)
      row.amount(bidHigh)
      row.amount(cpc)
      row.number(difficulty)
      row.amount(price)
      row.number(units)
      row.amount(revenue)
      row.number(reviews)
      row.number(rating)
      row.number(rank)
      row.plain(currency ?? "")
    }
  }
}

import Language

extension Format {
  /// Keywords Explorer › Export. Prices of clicks are in USD whatever the country.
  static let ahrefs = Format(
    "ahrefs", title: "Ahrefs keywords", platform: "ahrefs",
    columns: [
      .needed("keyword", "Keyword"), .needed("volume", "Volume"), .needed("difficulty", "Difficulty"),
      .needed("cpc", "CPC"), .known("country", "Country"), .known("updated", "Last Update"),
    ],
    sums: [.searches, .withCPC]
  ) { Ahrefs($0) }
}

private struct Ahrefs: RowReader {
  private let keyword, volume, difficulty, cpc, country, updated: Column
  private var seen: Set<String> = []
  private var searches: [String: Amount] = [:]

  init(_ sheet: Sheet) {
    keyword = sheet.column("keyword")
    volume = sheet.column("volume")
    difficulty = sheet.column("difficulty")
    cpc = sheet.column("cpc")
    country = sheet.column("country")
    updated = sheet.column("updated")
  }

  mutating func take(_ row: Row, _ harvest: inout Harvest) throws(RowFault) {
    let words = row.word(keyword)
    guard !words.isEmpty else { throw .skip(.noValues) }
    let often = try row.quantity(volume)
    let click = try row.amount(cpc)
    let hard = try row.amount(difficulty)
    let place = row.word(country)
    let asOf = try row.moment(updated)?.day
    guard seen.insert("\(place)\u{0}\(words)").inserted else { throw .skip(.duplicate, words) }
    if let often { searches[place, default: .zero] += often.middle }
    if click != nil { harvest.add(1, to: .withCPC, in: "USD") }
    var entry = MarketEntry(kind: .keyword, id: words, country: place, asOf: asOf, searches: often)
    (entry.cpc, entry.difficulty, entry.currency) = (click, hard, "USD")
    entry.write(source: "ahrefs", &harvest)
  }

  /// Searches of several countries are never added.
  mutating func finish(_ harvest: inout Harvest) throws(ImportFault) -> Assumptions? {
    if searches.count == 1, let sum = searches.values.first { harvest.add(sum, to: .searches, in: "USD") }
    if searches.count > 1 { harvest.note(.countries(searches.keys.sorted())) }
    return nil
  }
}

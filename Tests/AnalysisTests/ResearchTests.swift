import Foundation
import Language
import Testing

@testable import Analysis

/// The known answers of `Vectors`, to a millionth.
@Suite("What research files say of a market")
struct ResearchTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Vectors")

  struct Series: @unchecked Sendable, CustomTestStringConvertible {
    let name: String
    let facts: [String: Any]
    var testDescription: String { name }
  }

  private static func object(_ file: String) -> [String: Any] {
    guard let data = try? Data(contentsOf: folder.appending(path: file)) else { return [:] }
    return (try? JSONSerialization.jsonObject(with: data) as? [String: Any]) ?? [:]
  }

  static let series: [Series] = (object("fit-trends.json")["series"] as? [[String: Any]] ?? []).map {
    Series(name: $0["name"] as? String ?? "", facts: $0)
  }

  private func near(_ found: Double?, _ wanted: Any?, _ name: String, _ tolerance: Double = 1e-6) {
    guard let wanted = wanted as? Double else {
      #expect(found == nil || wanted == nil, "\(name)")
      return
    }
    let value = found ?? .nan
    #expect(abs(value - wanted) <= tolerance * max(1, abs(wanted)), "\(name): \(value) for \(wanted)")
  }

  @Test("there are known answers")
  func known() { #expect(Self.series.count == 10) }

  @Test("interest is a season with growth, a fad, new, or too short to tell", arguments: series)
  func trends(series: Series) throws {
    let facts = series.facts
    let step: Interest.Step = facts["step"] as? String == "month" ? .month : .week
    let days = try #require(facts["dates"] as? [String])
    let cells = try #require(facts["values"] as? [Any])
    var points = try zip(days, cells).map { day, cell -> Interest.Point in
      let parts = day.split(separator: "-").compactMap { Int($0) }
      let date = try #require(CalendarDate(year: parts[0], month: parts[1], day: parts[2]))
      return Interest.Point(from: date, cell as? Double ?? 0.5, step)
    }
    if step != .month { points.removeLast() }
    let interest = try #require(Interest(points, step))
    let expected = try #require(facts["expect"] as? [String: Any])
    #expect(interest.points.count == expected["points"] as? Int && interest.span == expected["span_days"] as? Int)
    #expect(interest.peakDay.description == expected["peak_date"] as? String)
    near(interest.peak, expected["peak"], "peak")
    near(interest.now, expected["now"], "now")
    near(interest.base, expected["base"], "base")
    let verdict = expected["verdict"] as? String
    switch interest.finding {
    case .tooShort: #expect(verdict == "too short")
    case .new: #expect(verdict == "new")
    case .fad(let halflife, let count):
      #expect(verdict == "fad" && count == expected["halflife_points"] as? Int)
      near(halflife, expected["halflife_days"], "half-life")
    case .yearly(let yearly):
      #expect(verdict == yearly.direction.rawValue + (yearly.isSeasonal ? " and seasonal" : ""))
      #expect(yearly.isCoarse == expected["coarse"] as? Bool)
      near(yearly.years, expected["years"], "years")
      near(yearly.weight, expected["weight"], "weight")
      near(yearly.slope, expected["slope_per_year"], "slope")
      near(yearly.lag1, expected["lag1"], "lag1", 1e-3)
      near(yearly.growthDeviation, expected["tau"], "tau")
      near(yearly.trend.p5, expected["trend_p5"], "p5")
      near(yearly.trend.p50, expected["trend_p50"], "p50")
      near(yearly.trend.p95, expected["trend_p95"], "p95")
      near(yearly.demandDeviation, expected["demand_sd"], "sd")
      let raw = try #require(expected["season_raw"] as? [Double])
      let season = try #require(expected["season"] as? [Double])
      for month in 0..<12 {
        near(yearly.seasonRaw[month], raw[month], "raw \(month)")
        near(yearly.season[month], season[month], "season \(month)")
      }
      for (found, wanted) in zip(yearly.yearlyGrowth, try #require(expected["yearly_growth"] as? [Double])) {
        near(found, wanted, "growth")
      }
    }
  }

  @Test("keywords: a mixture of their laws, and what a channel of searches can take")
  func keywords() throws {
    let facts = Self.object("fit-research.json")
    let rows = try #require(facts["keywords"] as? [[String: Any]])
    let market = KeywordMarket(
      rows.map { row in
        KeywordMarket.Keyword(
          words: row["keyword"] as? String ?? "", searchesLow: row["searches_low"] as? Double ?? 0,
          searchesHigh: row["searches_high"] as? Double ?? 0, bidLow: row["bid_low"] as? Double,
          bidHigh: row["bid_high"] as? Double)
      })
    let expected = try #require(facts["expect_keywords"] as? [String: Any])
    #expect(market.used == expected["keywords_used"] as? Int && market.doubles == 1)
    near(market.searchesLow, expected["searches_low"], "low")
    near(market.searchesHigh, expected["searches_high"], "high")
    near(market.cpc?.median, expected["cpc_median"], "median")
    near(market.cpc?.sigma, expected["cpc_sigma"], "sigma")
    near(market.cpc(-1.6448536269514722), expected["cpc_p5"], "p5")
    near(market.cpc(1.6448536269514722), expected["cpc_p95"], "p95")
    near(market.saturation?.low, expected["saturation_low"], "saturation")
    near(market.saturation?.likely, expected["saturation_likely"], "saturation")
    near(market.saturation?.high, expected["saturation_high"], "saturation")
  }

  @Test("products: prices, the size of the market, and how fierce its competition is")
  func products() throws {
    let facts = Self.object("fit-research.json")
    let rows = try #require(facts["products"] as? [[String: Any]])
    let market = ProductMarket(
      rows.map { row in
        ProductMarket.Product(
          price: row["price"] as? Double, units: row["units_month"] as? Double, reviews: row["reviews"] as? Double)
      })
    let expected = try #require(facts["expect_products"] as? [String: Any])
    near(market.price?.p25, expected["price_p25"], "p25")
    near(market.price?.p50, expected["price_p50"], "p50")
    near(market.price?.p75, expected["price_p75"], "p75")
    near(market.units, expected["units_month"], "units")
    near(market.revenue, expected["revenue_month"], "revenue")
    near(market.effectiveSellers, expected["effective_sellers"], "sellers")
    near(market.topShare, expected["top3_share"], "share")
    near(market.medianReviews, expected["median_reviews"], "reviews")
    near(market.fewReviews, expected["share_below_50_reviews"], "few")
    #expect(market.competition.rawValue == expected["competition"] as? String)
  }

  @Test("shares of few products say nothing of competition")
  func few() {
    let three = [ProductMarket.Product](repeating: .init(price: 10, units: 5, reviews: 4), count: 3)
    #expect(ProductMarket(three).topShare == 1 && ProductMarket(three).competition == .low)
  }
}

import CRows
import Statistics

/// Demand (model 3).
struct MarketRows<Number: RowNumber> {
  let swing: SwingRows<Number>
  /// Trend; what is left of a fad; and what imitators leave of conversion.
  let trend: GrowthRows
  let fad: GrowthRows
  let copycats: GrowthRows
  /// The demand index of the day.
  let demand: Row<Number>
  /// What the price innovations of all channels have in common today, and its weight √ρ beside their own √(1 − ρ).
  let common: Row<Number>
  let commonWeight: Row<Number>
  let ownWeight: Row<Number>

  init(_ arena: Arena) {
    swing = SwingRows<Number>(arena)
    trend = GrowthRows(arena)
    fad = GrowthRows(arena)
    copycats = GrowthRows(arena)
    demand = arena.row()
    common = arena.row()
    commonWeight = arena.row()
    ownWeight = arena.row()
  }
}

extension Kernel {
  /// Do the channels' prices move together in any world?
  var pricesMoveTogether: Bool { program.parameters.isUsed(program.market.adsCorrelation) }

  func openMarket() {
    for growth in [market.trend, market.fad, market.copycats] { growth.level.update(repeating: 1, count: lanes) }
  }

  func deriveMarket() {
    let terms = program.market
    derive(market.swing, terms.swing)
    let trend = row(terms.trend)
    derive(market.trend) { i in dailyGrowth(trend[i]) }
    if let halflife = terms.fadHalflife.map({ row($0) }) {
      derive(market.fad) { i in Elementary.pow(0.5, 1 / halflife[i]) }
    }
    let copycats = row(terms.copycats)
    derive(market.copycats) { i in dailyGrowth(-copycats[i]) }
    let correlation = row(terms.adsCorrelation)
    for i in 0..<lanes {
      market.commonWeight[i] = Number(Elementary.squareRoot(correlation[i]))
      market.ownWeight[i] = Number(Elementary.squareRoot(1 - correlation[i]))
    }
  }

  /// Demand index M(t) and the common part of ad prices.
  func moveMarket(_ day: Int) {
    let terms = program.market
    grow(market.trend, by: terms.trend, day)
    grow(market.fad, by: terms.fadHalflife, day)
    growCopycats(day)
    let draws = mode == .worlds && (terms.swing.isUsed || pricesMoveTogether)
    if draws, pricesMoveTogether {
      drawNormals(terms.stream, day, scratch.normals, market.common)
    } else if draws {
      drawNormals(terms.stream, day, scratch.normals)
    }
    let season = terms.season[day]
    loops.season(season, market.trend.level, market.demand, lanes)
    guard draws, terms.swing.isUsed else { return }
    move(market.swing, day, scratch.normals)
    scale(market.demand, by: market.swing)
  }
}

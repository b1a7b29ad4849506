import Statistics

/// Demand (model section 3).
struct MarketRows {
  /// The Ornstein–Uhlenbeck swing Y.
  let swing: Row
  /// The demand index of the day.
  let demand: Row
  /// What the price innovations of all channels have in common today.
  let common: Row

  init(_ arena: Arena) {
    swing = arena.row()
    demand = arena.row()
    common = arena.row()
  }
}

extension Kernel {
  private var usesMarketDraws: Bool {
    mode == .worlds && (program.market.swing != nil || program.market.commonWeight > 0)
  }

  func openMarket() {
    market.swing.update(repeating: 0, count: lanes)
    market.common.update(repeating: 0, count: lanes)
  }

  /// Demand index M(t) and the common part of ad prices.
  func moveMarket(_ day: Int) {
    let level = program.market.demand[day]
    guard usesMarketDraws else {
      market.demand.update(repeating: level, count: lanes)
      return
    }
    drawNormals(program.market.stream, day, scratch.normals, market.common)
    guard let swing = program.market.swing else {
      market.demand.update(repeating: level, count: lanes)
      return
    }
    move(market.swing, swing, day, scratch.normals)
    lognormalFactor(market.swing, swing, into: market.demand)
    for i in 0..<lanes { market.demand[i] *= level }
  }

  /// Two independent standard normals per lane.
  func drawNormals(_ stream: Stream, _ day: Int, _ first: Row, _ second: Row) {
    stream.words(firstPath: firstPath, day: day, index: 0, into: scratch.words, count: lanes)
    stream.words(firstPath: firstPath, day: day, index: 1, into: scratch.moreWords, count: lanes)
    Normal.rows(
      radiusWords: scratch.words, angleWords: scratch.moreWords, cosines: first, sines: second, count: lanes)
  }

  /// A step of a process; on day 0 it starts from its stationary law.
  func move(_ state: Row, _ process: OrnsteinUhlenbeck, _ day: Int, _ normals: Row) {
    if day == 0 {
      process.start(normals: normals, into: state, count: lanes)
    } else {
      process.step(state, normals: normals, count: lanes)
    }
  }

  /// exp(state − sd²/2): a factor of mean 1.
  func lognormalFactor(_ state: Row, _ process: OrnsteinUhlenbeck, into factor: Row) {
    let shift = Float(process.standardDeviation * process.standardDeviation / 2)
    for i in 0..<lanes { scratch.factor[i] = state[i] - shift }
    Elementary.expRow(scratch.factor, into: factor, count: lanes)
  }
}

import Scenarios
import Statistics

/// A currency beside the scenario's own: what one unit is worth today, what it costs to pay with one, and the walk of its rate.
struct CurrencyRows {
  let rate: MoneyRow
  let paid: MoneyRow
  let walk: MoneyRow

  init(_ arena: Arena) {
    rate = arena.money()
    paid = arena.money()
    walk = arena.money()
  }
}

/// Exchange rates, and the amounts that follow them (model 2).
extension Kernel {
  func openCurrencies() {
    for rows in currencies { rows.walk.update(repeating: 1, count: lanes) }
    for index in currencies.indices { setRate(index) }
    convertAmounts()
  }

  /// A geometric Brownian motion in daily steps whose mean stays (model 2).
  func moveCurrencies(_ day: Int) {
    for (index, (currency, rows)) in zip(program.currencies, currencies).enumerated() {
      if currency.isUsed, mode == .worlds, day > 0 {
        let volatility = row(currency.volatility)
        drawNormals(currency.stream, day, scratch.normals, scratch.moreNormals)
        if index > 0, currency.isCorrelated { moveTogether(currency, day) }
        for i in 0..<lanes {
          let step = volatility[i] * Elementary.squareRoot(1.0 / 365) * scratch.normals[i].double
          rows.walk[i] *= Elementary.exp(step - volatility[i] * volatility[i] / 730)
        }
      }
      setRate(index)
    }
    guard program.amountsMove, mode == .worlds, day > 0 else { return }
    convertAmounts()
    deriveProducts(products.indices, in: 0..<lanes)
    if program.adsFollowRates { deriveTraffic() } else { deriveAppeal() }
  }

  /// Blends today's own normals with those of the first currency.
  private func moveTogether(_ currency: CurrencyProgram, _ day: Int) {
    let (own, correlation) = (scratch.means, row(currency.correlation))
    own.update(from: scratch.normals, count: lanes)
    drawNormals(program.currencies[0].stream, day, scratch.normals, scratch.moreNormals)
    for i in 0..<lanes {
      let rho = correlation[i]
      let rest = Elementary.squareRoot(max(0, 1 - rho * rho))
      scratch.normals[i] = Number(rho * scratch.normals[i].double + rest * own[i].double)
    }
  }

  func deriveCurrencies() {
    for index in currencies.indices { setRate(index) }
    convertAmounts()
  }

  /// Today's rate, and what processors owe at it.
  private func setRate(_ index: Int) {
    let (currency, rows) = (program.currencies[index], currencies[index])
    let (rate, spread) = (row(currency.rate), row(currency.spread))
    for (store, claims) in zip(program.stores, stores) where store.currency == index {
      for i in 0..<lanes { claims.abroad?.value(claims, from: rows.rate[i], to: rate[i] * rows.walk[i], i) }
    }
    for i in 0..<lanes {
      rows.rate[i] = rate[i] * rows.walk[i]
      rows.paid[i] = rows.rate[i] * (1 + spread[i])
    }
  }

  /// What amounts in other currencies are today in the scenario's money.
  func convertAmounts() {
    for amount in program.parameters.foreign {
      let (written, home) = (row(amount.written), row(amount.home))
      let rate = amount.isPaid ? currencies[amount.currency].paid : currencies[amount.currency].rate
      for i in 0..<lanes { home[i] = written[i] * rate[i] }
    }
  }

  /// What one unit of the currency of a supplier's price costs today.
  /// - Parameter currency: its place; nil for the scenario's own.
  func priceRate(_ currency: Int?, _ lane: Int) -> Double { currency.map { currencies[$0].paid[lane] } ?? 1 }

  /// Today's rate of the currency that a store's processors settle in; nil where it is the scenario's.
  func rate(ofStore store: Int) -> MoneyRow? { program.stores[store].currency.map { currencies[$0].rate } }
}

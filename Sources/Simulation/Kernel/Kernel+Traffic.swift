import CRows
import Scenarios
import Statistics

/// A paid channel (model 4).
struct ChannelRows<Number: RowNumber> {
  let priceSwing: SwingRows<Number>
  let noise: SwingRows<Number>
  /// Click price at the start, and how it grows.
  let price: MoneyRow
  let inflation: GrowthRows
  /// Adstock: what is left today of the money spent, and the part carried to the next day.
  let adstock: Row<Number>
  let carryover: Row<Number>
  let saturation: Row<Number>
  let hill: Row<Number>
  /// 2^hill − 1.
  let hillScale: Row<Number>
  /// Money spent today, and the part of it that is paid from cash today, where a card pays.
  let spent: MoneyRow
  let fromCash: MoneyRow
  let clicks: Row<Number>
  /// Conversion through everything that changes from day to day.
  let conversion: Row<Number>
  /// The creative: its age in days, what it has left, and what it keeps from one day to the next.
  let age: MoneyRow
  let freshness: MoneyRow
  let decay: MoneyRow
  /// The day ads started, or started again after a pause; the learning phase counts from it.
  let started: Row<Number>
  /// 1 while paused.
  let paused: Row<Number>
  /// For each product, conversion before everything that changes from day to day.
  let appeal: Row<Number>

  init(_ arena: Arena, links: Int, hasCard: Bool) {
    priceSwing = SwingRows<Number>(arena)
    noise = SwingRows<Number>(arena)
    price = arena.money()
    inflation = GrowthRows(arena)
    adstock = arena.row()
    carryover = arena.row()
    saturation = arena.row()
    hill = arena.row()
    hillScale = arena.row()
    let spent = arena.money()
    self.spent = spent
    fromCash = hasCard ? arena.money() : spent
    clicks = arena.row()
    conversion = arena.row()
    age = arena.money()
    freshness = arena.money()
    decay = arena.money()
    started = arena.row()
    paused = arena.row()
    appeal = arena.row(links)
  }
}

/// Natural traffic (model 4).
struct TrafficRows<Number: RowNumber> {
  let noise: SwingRows<Number>
  /// Visits today.
  let visits: Row<Number>
  let conversion: Row<Number>
  let appeal: Row<Number>

  init(_ arena: Arena, links: Int) {
    noise = SwingRows<Number>(arena)
    visits = arena.row()
    conversion = arena.row()
    appeal = arena.row(links)
  }
}

extension Kernel {
  func openTraffic() {
    for (channel, rows) in zip(program.channels, channels) {
      for row in [rows.adstock, rows.paused] { row.update(repeating: 0, count: lanes) }
      rows.started.update(repeating: Number(channel.opens), count: lanes)
      rows.age.update(repeating: 0, count: lanes)
      rows.freshness.update(repeating: 1, count: lanes)
      rows.inflation.level.update(repeating: 1, count: lanes)
      if let past = channel.past { open(channel, rows, past) }
    }
  }

  /// Ads that have run before: their adstock, and the creative as it was yesterday. Unless it is given, they are what
  /// today's budget and creatives have made since the channel opened.
  private func open(_ channel: ChannelProgram, _ rows: ChannelRows<Number>, _ past: ChannelProgram.Past) {
    let (budget, carryover) = (row(channel.budget), row(channel.carryover))
    let (adstock, age) = (past.adstock.map { row($0) }, past.creativeAge.map { row($0) })
    let (refresh, halflife) = (channel.creativeRefresh.map { row($0) }, channel.fatigueHalflife.map { row($0) })
    for i in 0..<lanes {
      rows.adstock[i] = Number(
        adstock?[i] ?? budget[i] * (1 - Elementary.pow(carryover[i], Double(past.days))))
      if let age {
        rows.age[i] = age[i] - 1
      } else if past.days > 0 {
        let grown = Double(past.days - 1)
        rows.age[i] = refresh.map { grown.truncatingRemainder(dividingBy: $0[i]) } ?? grown
      }
      if let halflife { rows.freshness[i] = Elementary.pow(0.5, max(0, rows.age[i]) / halflife[i]) }
    }
  }

  func deriveTraffic() {
    for (channel, rows) in zip(program.channels, channels) { derive(channel, rows) }
    for (source, rows) in zip(program.traffic, traffic) {
      derive(rows.noise, source.noise)
    }
    deriveAppeal()
  }

  private func derive(_ channel: ChannelProgram, _ rows: ChannelRows<Number>) {
    derive(rows.priceSwing, channel.priceSwing)
    derive(rows.noise, channel.noise)
    derivePrice(channel, rows)
    let carryover = row(channel.carryover)
    let hill = row(channel.hill)
    for i in 0..<lanes {
      rows.carryover[i] = Number(carryover[i])
      rows.hill[i] = Number(hill[i])
      rows.hillScale[i] = Number(Elementary.pow(2, hill[i]) - 1)
    }
    if let saturation = channel.saturation.map({ row($0) }) {
      for i in 0..<lanes { rows.saturation[i] = Number(saturation[i]) }
    }
    if let halflife = channel.fatigueHalflife.map({ row($0) }) {
      for i in 0..<lanes { rows.decay[i] = Elementary.pow(0.5, 1 / halflife[i]) }
    }
  }

  private func derivePrice(_ channel: ChannelProgram, _ rows: ChannelRows<Number>) {
    switch channel.price {
    case .click(let price): rows.price.update(from: row(price), count: lanes)
    case .views(let thousand, let clickThrough):
      for i in 0..<lanes { rows.price[i] = row(thousand)[i] / (1000 * row(clickThrough)[i]) }
    }
    let inflation = row(channel.inflation)
    derive(rows.inflation) { i in dailyGrowth(inflation[i]) }
  }

  /// The part of conversion that changes only when a number of the scenario does, or the brand.
  func deriveAppeal() { deriveAppeal(of: products.indices, in: 0..<lanes) }

  /// The same of some products in some lanes.
  func deriveAppeal(of products: Range<Int>, in some: Range<Int>) {
    for (channel, rows) in zip(program.channels, channels) {
      deriveAppeal(rows.appeal, channel.links, of: products, store: channel.store, in: some)
    }
    for (source, rows) in zip(program.traffic, traffic) {
      deriveAppeal(rows.appeal, source.links, of: products, store: source.store, in: some)
    }
  }

  /// Store conversion × product factor × intent × price × delivery speed. What a candidate of product tests converts
  /// stands in for the first two, and is put in day by day.
  private func deriveAppeal(
    _ appeal: Row<Number>, _ links: [ProductLink], of products: Range<Int>, store: Int, in some: Range<Int>
  ) {
    let conversion = row(program.stores[store].conversion)
    let sensitivity = row(program.market.deliverySensitivity)
    let acceptance = row(program.brand.priceAcceptance)
    for (index, link) in links.enumerated() where products.contains(link.product) {
      let product = program.products[link.product]
      let isTested = store == program.tests?.store
      let factor = row(product.conversionFactor)
      let intent = row(link.intent)
      let price = row(product.price)
      let reference = row(product.referencePrice ?? product.price)
      let elasticity = row(product.elasticity)
      let promised = row(product.promisedDays)
      for i in some {
        // Seven promised days lose nothing; the loss ends at 35 %.
        let speed = max(0.65, 1 - sensitivity[i] * max(0, promised[i] - 7))
        let felt = program.brand.changesAppeal ? elasticity[i] * (1 - acceptance[i] * brand.strength[i]) : elasticity[i]
        let demand = felt == 0 || price[i] == reference[i] ? 1 : Elementary.pow(price[i] / reference[i], -felt)
        let base = isTested ? 1 : conversion[i] * factor[i]
        appeal[index * width + i] = Number(base * intent[i] * demand * speed)
      }
    }
  }

  /// Prices move, money is spent as far as it goes, clicks follow (model 1, step 5).
  func runAds(_ day: Int, _ month: Int) {
    let planned = books.planned
    let paid = books.paidForAds
    planned.update(repeating: 0, count: lanes)
    paid.update(repeating: 0, count: lanes)
    for (index, (channel, rows)) in zip(program.channels, channels).enumerated() {
      pause(channel, rows, index, day)
      spend(channel, rows, index, day, month)
      moveSwings(channel, rows, day)
      click(channel, rows, day)
      loops.book(rows.clicks, ledger.row(.clicks, month), lanes)
    }
    let ads = ledger.row(.ads, month)
    let payments = ledger.row(.adPayments, month)
    crows_book_money(paid, ads, lanes)
    if adAccounts.isEmpty, cards.isEmpty {
      crows_book_money(paid, payments, lanes)
    } else {
      bookSpendWithoutAccount(month)
      billThresholds(day, month)
    }
    crows_starve(planned, paid, books.starvedDays, lanes)
    for (index, (source, rows)) in zip(program.traffic, traffic).enumerated() { visit(source, rows, index, day) }
  }

  /// A channel rests while rules, events or a closed store say so, and with `pause_ads_when_out_of_stock` while its store
  /// has nothing on sale; the restart learns anew.
  private func pause(_ channel: ChannelProgram, _ rows: ChannelRows<Number>, _ index: Int, _ day: Int) {
    let canBePaused = canBeShut(.channel(index)) || canBeShut(.store(channel.store))
    guard canBePaused || channel.pausesWhenOutOfStock != nil, day >= channel.opens else { return }
    let open = scratch.draws
    open.update(repeating: 1, count: lanes)
    if let pauses = channel.pausesWhenOutOfStock.map({ row($0) }) {
      for i in 0..<lanes { open[i] = Number(1 - pauses[i]) }
      for link in channel.links {
        let onSale = products[link.product].onSale
        for i in 0..<lanes { open[i] = max(open[i], onSale[i]) }
      }
    }
    close(.channel(index), in: open)
    close(.store(channel.store), in: open)
    loops.pause(open, Number(day), rows.started, rows.paused, lanes)
  }

  /// Spends the budget, at most what cash and credit line can bear (model 4).
  private func spend(_ channel: ChannelProgram, _ rows: ChannelRows<Number>, _ index: Int, _ day: Int, _ month: Int) {
    guard day >= channel.opens else {
      rows.spent.update(repeating: 0, count: lanes)
      return
    }
    let budget = testBudget(of: index) ?? row(channel.budget)
    if let account = channel.account {
      spend(budget, of: rows, on: account, month)
    } else if let card = channel.card {
      spend(budget, of: rows, with: card)
    } else {
      loops.spend(
        budget, rows.paused, books.alive, row(program.creditLine), books.cash, rows.spent, books.planned,
        books.paidForAds, lanes)
    }
    countTestSpend(rows, index, month)
  }

  private func moveSwings(_ channel: ChannelProgram, _ rows: ChannelRows<Number>, _ day: Int) {
    grow(rows.inflation, by: channel.inflation, day)
    guard let draws, channel.priceSwing.isUsed || channel.noise.isUsed else { return }
    if channel.noise.isUsed {
      drawNormals(channel.stream, day, scratch.normals, scratch.moreNormals)
    } else {
      drawNormals(channel.stream, day, scratch.normals)
    }
    if channel.priceSwing.isUsed {
      if pricesMoveTogether {
        draws.blend(market.commonWeight, market.common, market.ownWeight, scratch.normals, lanes)
      }
      move(rows.priceSwing, day, scratch.normals)
    }
    if channel.noise.isUsed { move(rows.noise, day, scratch.moreNormals) }
  }

  /// Clicks, and the conversion they meet today.
  private func click(_ channel: ChannelProgram, _ rows: ChannelRows<Number>, _ day: Int) {
    unitClicks(channel, rows, day)
    saturate(channel, rows)
    loops.scale(books.alive, rows.clicks, lanes)

    convert(rows.conversion, rows.noise, channel.noise, store: channel.store)
    tire(channel, rows)
    learn(channel, rows, day)
  }

  /// Today's adstock, and the clicks it buys at today's price before saturation: adstock ÷ C(t).
  private func unitClicks(_ channel: ChannelProgram, _ rows: ChannelRows<Number>, _ day: Int) {
    loops.click(
      rows.spent, rows.carryover, channel.season[day], rows.price, rows.inflation.level, rows.adstock, rows.clicks,
      lanes)
    guard channel.priceSwing.isUsed, mode == .worlds else { return }
    // C carries exp(X + s²/2), so 1/C carries exp(−X − s²/2), of mean 1: long-run spend ÷ clicks is the price.
    scale(rows.clicks, by: rows.priceSwing, sign: -1)
  }

  /// Diminishing returns: ÷ (1 + (2^h − 1)·(a/S)^h)^(1/h).
  private func saturate(_ channel: ChannelProgram, _ rows: ChannelRows<Number>) {
    guard channel.saturation != nil else { return }
    if channel.isPlainCurve {
      return loops.saturate(rows.adstock, rows.saturation, rows.clicks, lanes)
    }
    // With y = h·ln(a/S) and m = max(y, 0): ln(1 + k·eʸ) = m + ln(e⁻ᵐ + k·eʸ⁻ᵐ), which cannot overflow. An adstock of
    // nothing saturates nothing, so a tiny floor keeps the logarithm finite.
    let power = scratch.means
    for i in 0..<lanes { scratch.factor[i] = max(rows.adstock[i] / rows.saturation[i], 1e-30) }
    loops.log(scratch.factor, power, lanes)
    for i in 0..<lanes { power[i] *= rows.hill[i] }
    for i in 0..<lanes { scratch.factor[i] = -max(power[i], 0) }
    loops.exp(scratch.factor, scratch.draws, lanes)
    for i in 0..<lanes { scratch.factor[i] = min(power[i], 0) }
    loops.exp(scratch.factor, scratch.normals, lanes)
    for i in 0..<lanes { scratch.factor[i] = scratch.draws[i] + rows.hillScale[i] * scratch.normals[i] }
    loops.log(scratch.factor, scratch.draws, lanes)
    for i in 0..<lanes { scratch.factor[i] = -(max(power[i], 0) + scratch.draws[i]) / rows.hill[i] }
    loops.exp(scratch.factor, scratch.draws, lanes)
    for i in 0..<lanes { rows.clicks[i] *= scratch.draws[i] }
  }

  /// Conversion through demand, fad, imitators, reputation and the noise of the day.
  private func convert(_ conversion: Row<Number>, _ rows: SwingRows<Number>, _ noise: SwingProgram, store: Int) {
    loops.convert(market.demand, market.copycats.level, conversion, lanes)
    // A candidate of product tests has a fad of its own.
    if program.market.fadHalflife != nil, store != program.tests?.store {
      loops.scale(market.fad.level, conversion, lanes)
    }
    if program.brand.hasReputation { loops.multiply(brand.reputation, conversion, lanes) }
    guard noise.isUsed, mode == .worlds else { return }
    scale(conversion, by: rows)
  }

  /// Creative fatigue: max(floor, 0.5^(age ÷ half-life)). On the day a creative is replaced its age is 0 again.
  private func tire(_ channel: ChannelProgram, _ rows: ChannelRows<Number>) {
    guard channel.fatigueHalflife != nil else { return }
    loops.tire(rows.age, rows.decay, row(channel.fatigueFloor), rows.freshness, rows.conversion, lanes)
  }

  /// For some days after a start or restart conversion is that of a learning channel.
  private func learn(_ channel: ChannelProgram, _ rows: ChannelRows<Number>, _ day: Int) {
    guard channel.learns else { return }
    loops.learn(
      Number(day), rows.started, row(channel.learningDays), row(channel.learningFactor), rows.conversion, lanes)
  }

  private func visit(_ source: TrafficProgram, _ rows: TrafficRows<Number>, _ index: Int, _ day: Int) {
    let visits = row(source.visits)
    if let ramp = source.ramp {
      for i in 0..<lanes { rows.visits[i] = Number(visits[i] * ramp[day] * books.alive[i]) }
    } else if day >= source.opens {
      loops.ramp(Double(day - source.opens), row(source.rampDays), visits, books.alive, rows.visits, lanes)
    } else {
      rows.visits.update(repeating: 0, count: lanes)
    }
    close(.traffic(index), in: rows.visits)
    close(.store(source.store), in: rows.visits)
    if mode == .worlds, source.noise.isUsed {
      drawNormals(source.stream, day, scratch.normals)
      move(rows.noise, day, scratch.normals)
    }
    convert(rows.conversion, rows.noise, source.noise, store: source.store)
  }
}

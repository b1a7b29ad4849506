import Statistics

/// A paid channel (model section 4).
struct ChannelRows {
  /// The swing X of the click price, and that of conversion.
  let priceSwing: Row
  let noiseSwing: Row
  /// Adstock: what is left today of the money spent.
  let adstock: Row
  /// Money spent today.
  let spent: MoneyRow
  let clicks: Row
  /// Conversion through everything that changes from day to day.
  let conversion: Row
  /// The day ads started, or started again after a pause; the learning phase counts from it.
  let started: Row
  /// 1 while paused.
  let paused: Row

  init(_ arena: Arena) {
    priceSwing = arena.row()
    noiseSwing = arena.row()
    adstock = arena.row()
    spent = arena.money()
    clicks = arena.row()
    conversion = arena.row()
    started = arena.row()
    paused = arena.row()
  }
}

/// Natural traffic (model section 4).
struct TrafficRows {
  let noiseSwing: Row
  let conversion: Row

  init(_ arena: Arena) {
    noiseSwing = arena.row()
    conversion = arena.row()
  }
}

extension Kernel {
  func openTraffic() {
    for rows in channels {
      for row in [rows.priceSwing, rows.noiseSwing, rows.adstock, rows.started, rows.paused] {
        row.update(repeating: 0, count: lanes)
      }
    }
    for rows in traffic { rows.noiseSwing.update(repeating: 0, count: lanes) }
  }

  /// Prices move, money is spent as far as it goes, clicks follow (model section 1, step 5).
  func runAds(_ day: Int, _ month: Int) {
    let planned = books.planned
    let paid = books.paidForAds
    planned.update(repeating: 0, count: lanes)
    paid.update(repeating: 0, count: lanes)
    for (channel, rows) in zip(program.channels, channels) {
      pause(channel, rows, day)
      spend(channel, rows)
      for i in 0..<lanes { planned[i] += channel.budget * Double(1 - rows.paused[i]) * books.alive[i] }
      for i in 0..<lanes { paid[i] += rows.spent[i] }
      moveSwings(channel, rows, day)
      click(channel, rows, day)
      addRow(rows.clicks, to: ledger.row(.clicks, month))
    }
    let ads = ledger.row(.ads, month)
    let payments = ledger.row(.adPayments, month)
    for i in 0..<lanes { ads[i] += paid[i] }
    for i in 0..<lanes { payments[i] += paid[i] }
    countStarvedDays()
    for (source, rows) in zip(program.traffic, traffic) { moveNoise(source, rows, day) }
  }

  /// With `pause_ads_when_out_of_stock` a channel rests while its store has nothing on sale; the restart learns anew.
  private func pause(_ channel: ChannelProgram, _ rows: ChannelRows, _ day: Int) {
    guard channel.pausesWhenOutOfStock else { return }
    let open = scratch.draws
    open.update(repeating: 0, count: lanes)
    for link in channel.links {
      let onSale = products[link.product].onSale
      for i in 0..<lanes { open[i] = max(open[i], onSale[i]) }
    }
    let today = Float(day)
    for i in 0..<lanes {
      let resumed = rows.paused[i] > 0 && open[i] > 0
      rows.started[i] = resumed ? today : rows.started[i]
      rows.paused[i] = 1 - open[i]
    }
  }

  /// Spends the budget, at most what cash and credit line can bear (model section 4).
  private func spend(_ channel: ChannelProgram, _ rows: ChannelRows) {
    let credit = program.creditLine
    let cash = books.cash
    for i in 0..<lanes {
      let wanted = channel.budget * Double(1 - rows.paused[i]) * books.alive[i]
      let spent = min(wanted, max(0, cash[i] + credit))
      rows.spent[i] = spent
      cash[i] -= spent
    }
  }

  private func moveSwings(_ channel: ChannelProgram, _ rows: ChannelRows, _ day: Int) {
    guard mode == .worlds, channel.priceSwing != nil || channel.noise != nil else { return }
    drawNormals(channel.stream, day, scratch.normals, scratch.moreNormals)
    if let swing = channel.priceSwing {
      let common = program.market.commonWeight
      if common > 0 {
        let own = (1 - common * common).squareRoot()
        for i in 0..<lanes { scratch.normals[i] = common * market.common[i] + own * scratch.normals[i] }
      }
      move(rows.priceSwing, swing, day, scratch.normals)
    }
    if let noise = channel.noise { move(rows.noiseSwing, noise, day, scratch.moreNormals) }
  }

  /// Clicks, and the conversion they meet today.
  private func click(_ channel: ChannelProgram, _ rows: ChannelRows, _ day: Int) {
    let keep = channel.carryover
    for i in 0..<lanes { rows.adstock[i] = (1 - keep) * Float(rows.spent[i]) + keep * rows.adstock[i] }
    unitClicks(channel, rows, day)
    saturate(channel, rows)
    for i in 0..<lanes { rows.clicks[i] *= Float(books.alive[i]) }

    convert(rows.conversion, rows.noiseSwing, channel.noise, level: program.market.copycats[day] * channel.fatigue[day])
    learn(channel, rows, day)
  }

  /// Clicks at today's price before saturation: adstock ÷ C(t).
  private func unitClicks(_ channel: ChannelProgram, _ rows: ChannelRows, _ day: Int) {
    let price = channel.price[day]
    guard let swing = channel.priceSwing, mode == .worlds else {
      for i in 0..<lanes { rows.clicks[i] = rows.adstock[i] / price }
      return
    }
    // C = price · exp(X + s²/2), so 1/C carries exp(−X − s²/2): long-run spend ÷ clicks is the price.
    let shift = Float(swing.standardDeviation * swing.standardDeviation / 2)
    for i in 0..<lanes { scratch.factor[i] = -rows.priceSwing[i] - shift }
    Elementary.expRow(scratch.factor, into: scratch.draws, count: lanes)
    for i in 0..<lanes { rows.clicks[i] = rows.adstock[i] / price * scratch.draws[i] }
  }

  /// Diminishing returns: ÷ (1 + (2^h − 1)·(a/S)^h)^(1/h).
  private func saturate(_ channel: ChannelProgram, _ rows: ChannelRows) {
    guard let saturation = channel.saturation else { return }
    if channel.hill == 1 {
      for i in 0..<lanes { rows.clicks[i] /= 1 + rows.adstock[i] / saturation }
      return
    }
    let hill = channel.hill
    let scale = channel.hillScale
    // With y = h·ln(a/S) and m = max(y, 0): ln(1 + k·eʸ) = m + ln(e⁻ᵐ + k·eʸ⁻ᵐ), which cannot overflow. An adstock of
    // nothing saturates nothing, so a tiny floor keeps the logarithm finite.
    let power = scratch.means
    for i in 0..<lanes { scratch.factor[i] = max(rows.adstock[i] / saturation, 1e-30) }
    Elementary.logRow(scratch.factor, into: power, count: lanes)
    for i in 0..<lanes { power[i] *= hill }
    for i in 0..<lanes { scratch.factor[i] = -max(power[i], 0) }
    Elementary.expRow(scratch.factor, into: scratch.draws, count: lanes)
    for i in 0..<lanes { scratch.factor[i] = min(power[i], 0) }
    Elementary.expRow(scratch.factor, into: scratch.normals, count: lanes)
    for i in 0..<lanes { scratch.factor[i] = scratch.draws[i] + scale * scratch.normals[i] }
    Elementary.logRow(scratch.factor, into: scratch.draws, count: lanes)
    for i in 0..<lanes { scratch.factor[i] = -(max(power[i], 0) + scratch.draws[i]) / hill }
    Elementary.expRow(scratch.factor, into: scratch.draws, count: lanes)
    for i in 0..<lanes { rows.clicks[i] *= scratch.draws[i] }
  }

  /// Conversion through demand, imitators, fatigue (in `level`) and the noise of the day.
  private func convert(_ conversion: Row, _ state: Row, _ noise: OrnsteinUhlenbeck?, level: Float) {
    let demand = market.demand
    guard let noise, mode == .worlds else {
      for i in 0..<lanes { conversion[i] = level * demand[i] }
      return
    }
    lognormalFactor(state, noise, into: conversion)
    for i in 0..<lanes { conversion[i] *= level * demand[i] }
  }

  /// For some days after a start or restart conversion is that of a learning channel.
  private func learn(_ channel: ChannelProgram, _ rows: ChannelRows, _ day: Int) {
    guard channel.learningDays > 0 else { return }
    let today = Float(day)
    let days = Float(channel.learningDays)
    for i in 0..<lanes {
      rows.conversion[i] *= today - rows.started[i] < days ? channel.learningFactor : 1
    }
  }

  private func moveNoise(_ source: TrafficProgram, _ rows: TrafficRows, _ day: Int) {
    if mode == .worlds, let noise = source.noise {
      drawNormals(source.stream, day, scratch.normals, scratch.moreNormals)
      move(rows.noiseSwing, noise, day, scratch.normals)
    }
    convert(rows.conversion, rows.noiseSwing, source.noise, level: program.market.copycats[day])
  }
}

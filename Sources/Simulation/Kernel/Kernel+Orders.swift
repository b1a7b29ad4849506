import Statistics

/// A product on its day (model sections 4 and 6).
struct ProductRows {
  /// 1 while some offer is not known to be shut.
  let onSale: Row
  /// Orders wanted today that no offer has taken yet.
  let wanted: Row
  /// Orders taken today so far; numbers the next one.
  let taken: Row
  /// Orders that one offer takes.
  let take: Row
  /// Customers who will order again, and those who join them by day.
  let returning: Row
  let joining: Schedule?
  /// Chance of each of them to come back today.
  let hazard: Row

  init(_ arena: Arena, days: Int, repeatHazard: Double, repeats: Bool) {
    onSale = arena.row(filledWith: 1)
    wanted = arena.row()
    taken = arena.row()
    take = arena.row()
    returning = arena.row()
    joining = repeats ? Schedule(arena, days: days) : nil
    hazard = arena.row(filledWith: Float(repeatHazard))
  }
}

extension Kernel {
  /// The expected orders of one channel for one product on one day are cut here: each order is drawn on its own, so
  /// that an absurd scenario must not run for hours. Small stores stay far below.
  static let mostOrders: Float = 20_000

  func openProducts() {
    for rows in products {
      rows.onSale.update(repeating: 1, count: lanes)
      rows.returning.update(repeating: 0, count: lanes)
      rows.joining?.clear()
    }
  }

  /// Orders arrive, are routed, booked and shipped (model section 1, step 6).
  func takeOrders(_ day: Int, _ month: Int) {
    resetCapacity()
    for rows in products { rows.taken.update(repeating: 0, count: lanes) }
    handleWaiting(day, month)
    for (index, rows) in products.enumerated() {
      rows.wanted.update(repeating: 0, count: lanes)
      addVisitors(of: index, day, month)
      addRepeats(of: index, day, month)
      route(index, day, month)
    }
  }

  /// Orders of all channels and of natural traffic for one product.
  private func addVisitors(of product: Int, _ day: Int, _ month: Int) {
    for (channel, rows) in zip(program.channels, channels) {
      for link in channel.links where link.product == product {
        let clicks = rows.clicks
        let conversion = rows.conversion
        for i in 0..<lanes {
          scratch.means[i] = clicks[i] * link.share * min(1, link.conversion * conversion[i])
        }
        draw(link.stream, of: product, day, month)
      }
    }
    for (source, rows) in zip(program.traffic, traffic) {
      let visits = source.visits[day]
      for link in source.links where link.product == product {
        let conversion = rows.conversion
        for i in 0..<lanes {
          scratch.means[i] = visits * link.share * min(1, link.conversion * conversion[i]) * Float(books.alive[i])
        }
        draw(link.stream, of: product, day, month)
      }
    }
  }

  /// Draws the orders whose expectation stands in `scratch.means`; those of an off-sale product are lost sales.
  private func draw(_ stream: Stream, of product: Int, _ day: Int, _ month: Int) {
    let rows = products[product]
    // Written so that a mean that is no number becomes the limit as well.
    for i in 0..<lanes { scratch.means[i] = scratch.means[i] < Self.mostOrders ? scratch.means[i] : Self.mostOrders }
    if canGoOffSale(product) {
      let lost = ledger.row(.lostSales, month)
      for i in 0..<lanes {
        lost[i] += Double(scratch.means[i] * (1 - rows.onSale[i]))
        scratch.means[i] *= rows.onSale[i]
      }
    }
    switch mode {
    case .plan:
      for i in 0..<lanes { rows.wanted[i] += scratch.means[i] }
    case .worlds:
      stream.words(firstPath: firstPath, day: day, into: scratch.words, count: lanes)
      Poisson.row(means: scratch.means, words: scratch.words, into: scratch.draws, count: lanes)
      for i in 0..<lanes { rows.wanted[i] += scratch.draws[i] }
    }
  }

  /// Customers who come back. Each waits a geometric time, so each comes with the same chance every day.
  private func addRepeats(of product: Int, _ day: Int, _ month: Int) {
    let item = program.products[product]
    let rows = products[product]
    guard let joining = rows.joining else { return }
    // Those whose delivery was due yesterday join first: orders that ship and arrive today join after this pass.
    if day > 0 {
      let joins = joining.row(day - 1)
      for i in 0..<lanes { rows.returning[i] += Float(joins[i]) }
    }
    switch mode {
    case .plan:
      // They join on the day before they are planned to come back, and all come at once.
      for i in 0..<lanes { scratch.draws[i] = rows.returning[i] }
    case .worlds:
      item.repeats.words(firstPath: firstPath, day: day, into: scratch.words, count: lanes)
      Binomial.row(
        trials: rows.returning, probabilities: rows.hazard, words: scratch.words, into: scratch.draws, count: lanes)
    }
    let lost = ledger.row(.lostSales, month)
    for i in 0..<lanes {
      let alive = Float(books.alive[i])
      rows.returning[i] -= scratch.draws[i]
      lost[i] += Double(scratch.draws[i] * (1 - rows.onSale[i]) * alive)
      rows.wanted[i] += scratch.draws[i] * rows.onSale[i] * alive
    }
  }

  /// Gives the day's new orders to the offers in order of preference; what none can take is a lost sale.
  private func route(_ product: Int, _ day: Int, _ month: Int) {
    let item = program.products[product]
    let rows = products[product]
    for offer in item.offers.indices { route(offer, of: product, day, month) }
    let lost = ledger.row(.lostSales, month)
    for i in 0..<lanes { lost[i] += Double(rows.wanted[i]) }
  }

  private func route(_ offer: Int, of product: Int, _ day: Int, _ month: Int) {
    let supplierIndex = program.products[product].offers[offer].supplier
    let supplier = suppliers[supplierIndex]
    let rows = products[product]
    if program.suppliers[supplierIndex].capacity != nil {
      for i in 0..<lanes {
        let take = min(rows.wanted[i], supplier.capacityLeft[i]) * (1 - supplier.knownShut[i])
        rows.take[i] = take
        rows.wanted[i] -= take
        supplier.capacityLeft[i] -= take
      }
    } else {
      for i in 0..<lanes {
        let take = rows.wanted[i] * (1 - supplier.knownShut[i])
        rows.take[i] = take
        rows.wanted[i] -= take
      }
    }
    accept(product, rows.take, day, month)
    send(product, offer, day, month)
  }

  /// Ships what an offer took, or lets it wait where the supplier is shut and nobody has noticed.
  private func send(_ product: Int, _ offer: Int, _ day: Int, _ month: Int) {
    let rows = products[product]
    let supplier = suppliers[program.products[product].offers[offer].supplier]
    for lane in 0..<lanes where rows.take[lane] > 0 {
      let orders = OrderRun(lane: lane, day: day, first: Int(rows.taken[lane]), count: Double(rows.take[lane]))
      rows.taken[lane] += rows.take[lane]
      if supplier.shut[lane] > 0 {
        waiting.append(WaitingOrders(product: product, offer: offer, orders: orders))
      } else {
        ship(orders, product, offer, day, month)
      }
    }
    settleBatch(product, offer, day)
  }
}

import Statistics

/// Reputation and brand (model 8).
struct BrandRows<Number: RowNumber> {
  /// Weighted counts of problem orders and of shipped orders, and the factor they make on conversion.
  let problems: MoneyRow
  let shipped: MoneyRow
  let reputation: Row<Number>
  /// Adstock of brand spend, and yesterday evening's strength, 0 to 1.
  let adstock: MoneyRow
  let strength: MoneyRow

  init(_ arena: Arena) {
    problems = arena.money()
    shipped = arena.money()
    reputation = arena.row()
    adstock = arena.money()
    strength = arena.money()
  }
}

extension Kernel {
  func openBrand() {
    for row in [brand.problems, brand.shipped, brand.adstock, brand.strength] { row.update(repeating: 0, count: lanes) }
    brand.reputation.update(repeating: 1, count: lanes)
  }

  /// Brand spend of today, and what the brand is worth until tomorrow.
  func payForBrand(_ month: Int) {
    let spend = row(program.brand.spend)
    let halflife = row(program.brand.halflife)
    let scale = row(program.brand.scale)
    for i in 0..<lanes {
      brand.strength[i] = brand.adstock[i] / (brand.adstock[i] + scale[i])
      let paid = spend[i] * books.alive[i]
      payOther(paid, month, i)
      let keeps = Elementary.pow(0.5, 1 / halflife[i])
      brand.adstock[i] = (1 - keeps) * paid + keeps * brand.adstock[i]
    }
    if program.brand.changesAppeal { deriveAppeal() }
  }

  /// Imitators take their share of the day, less where the brand is strong.
  func growCopycats(_ day: Int) {
    guard program.brand.hasBrand, day > 0 else {
      return grow(market.copycats, by: program.market.copycats, day)
    }
    let copycats = row(program.market.copycats)
    let shield = row(program.brand.copycatShield)
    for i in 0..<lanes {
      market.copycats.level[i] *= dailyGrowth(-copycats[i] * (1 - shield[i] * brand.strength[i]))
    }
  }

  /// The chance that a customer comes back, of an order shipped today.
  func lookWhoComesBack(_ product: Int) {
    let item = program.products[product]
    guard item.canRepeat, program.brand.hasBrand else { return }
    let (rate, comesBack) = (row(item.repeatRate), products[product].comesBack)
    let lift = row(program.brand.repeatLift)
    for i in 0..<lanes { comesBack[i] = min(0.95, rate[i] * (1 + lift[i] * brand.strength[i])) }
  }

  /// What customers heard until yesterday (model 16.2).
  func spreadWord(_ day: Int) {
    guard day > 0, let problems = books.problems?.row(day - 1), let shipped = books.closing?.row(day - 1) else {
      return
    }
    let halflife = row(program.brand.reputationHalflife)
    for i in 0..<lanes {
      let keeps = Elementary.pow(0.5, 1 / halflife[i])
      brand.problems[i] = keeps * brand.problems[i] + problems[i]
      brand.shipped[i] = keeps * brand.shipped[i] + shipped[i]
    }
    tellReputation()
  }

  /// What the share of problem orders makes of conversion.
  func tellReputation() {
    guard program.brand.hasReputation else { return }
    let weight = row(program.brand.reputationWeight)
    let reference = row(program.brand.badReference)
    for i in 0..<lanes where brand.shipped[i] > 0 {
      let bad = brand.problems[i] / brand.shipped[i]
      brand.reputation[i] = Number(min(1.2, max(0.2, Elementary.exp(-weight[i] * (bad - reference[i])))))
    }
  }
}

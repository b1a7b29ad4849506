import Language

extension CashChart {
  private static let plotHeight = 174.0
  /// The free strip at the left holds the scale.
  private func x(_ month: Double) -> Double { 12 + 87 * month / Double(max(1, months.count)) }

  /// Without another beside it.
  var alone: Picture {
    picture(
      title: say("Cash at the end of each month"),
      top: max(1.05 * (months.last?.p75 ?? 0), 1.6 * start.p50), most: (out + closed).max() ?? 0)
  }

  /// - Parameters:
  ///   - top: the highest cash that is drawn; charts beside each other share it.
  ///   - most: the tallest bar below it, of 100 worlds.
  func picture(title: String, top: Double, most: Int) -> Picture {
    let numbers = NumberFormat()
    let top = max(top, 1)
    let low = -0.03 * top
    let y = { (value: Double) in
      Self.plotHeight * (1 - (min(max(value, low), top) - low) / (top - low))
    }
    let ticks = RoundTicks.between(0, top)
    var body = ticks.filter { $0 != 0 }.map { Markup.line("grid", 0, y($0), 100, y($0)) }
    body.append(.line("zero", 0, y(0), 100, y(0)))
    body.append(Picture.stretched(height: Self.plotHeight, bands(y) + worlds.map { line($0, top, y) }))
    for (place, tick) in ticks.enumerated() {
      let unit = place == ticks.count - 1 ? " \(currency)" : ""
      body.append(.words(0, y(tick) - 4, numbers.money(tick) + unit, "s halo"))
    }
    body += worlds.map { end($0, top, y) }
    var base = Self.plotHeight + 6
    for month in months.indices {
      body.append(.words(x(Double(month) + 0.5), base + 9, String(month + 1), "s", .middle))
      if month.isMultiple(of: 3), names.indices.contains(month) {
        body.append(.words(x(Double(month) + 0.5), base + 22, names[month], "s", .middle))
      }
    }
    base += 30
    let strips =
      [(out, "ruin", say("how many of 100 worlds run out of money each month"))]
      + (closed.contains { $0 > 0 }
        ? [(closed, "loss", say("in how many of 100 worlds a rule closes the shop each month"))] : [])
    for (counts, tone, words) in strips {
      body.append(.words(0, base + 10, words, "s"))
      for (month, count) in counts.enumerated() {
        let (tall, middle) = (Double(count) * 24 / Double(max(1, most)), x(Double(month) + 0.5))
        let width = min(4.6, 60 / Double(max(1, months.count)))
        if count > 0 {
          body.append(.rect("bar \(tone)", x: middle - width / 2, base + 54 - tall, width: width, height: tall))
        }
        body.append(.words(middle, base + 50 - tall, count > 0 ? String(count) : "·", "s", .middle))
      }
      body.append(.line("base", 0, base + 54, 100, base + 54))
      base += 58
    }
    return Picture("fan", height: base, title: title, told: told(numbers), body)
  }

  private var quantiles: [FanChart.Period] { [start] + months }

  private func path(_ points: [(x: Double, y: Double)]) -> String {
    "M"
      + points.map { "\(Place.text((10 * $0.x).rounded())) \(Place.text(($0.y * 10).rounded() / 10))" }
      .joined(separator: "L")
  }

  private func bands(_ y: (Double) -> Double) -> [Markup] {
    func edge(_ value: KeyPath<FanChart.Period, Double>) -> [(x: Double, y: Double)] {
      quantiles.enumerated().map { (x(Double($0.offset)), y($0.element[keyPath: value])) }
    }
    func area(_ lower: [(x: Double, y: Double)], _ upper: [(x: Double, y: Double)]) -> Markup {
      .tag("path", "band", [.init("d", path(upper + lower.reversed()) + "Z")])
    }
    return [
      area(edge(\.p5), edge(\.p95)), area(edge(\.p25), edge(\.p75)),
      .tag("path", "middle", [.init("d", path(edge(\.p50)))]),
    ]
  }

  /// Until it ends, or rises above what is drawn.
  private func points(_ world: World, _ top: Double) -> (points: [(month: Double, cash: Double)], leaves: Bool) {
    let days = Double(max(1, world.days))
    var points: [(month: Double, cash: Double)] = []
    for (day, cash) in world.cash.enumerated() where day.isMultiple(of: 4) || day == world.cash.count - 1 {
      points.append((Double(day) / days * Double(months.count), cash))
      if cash > top { return (points, true) }
    }
    return (points, false)
  }

  private func line(_ world: World, _ top: Double, _ y: (Double) -> Double) -> Markup {
    let path = path(points(world, top).points.map { (x($0.month), y($0.cash)) })
    return .tag("path", "future \(world.sign.tint)", [.init("d", path)], [.tag("title", "", [], world.words)])
  }

  private func end(_ world: World, _ top: Double, _ y: (Double) -> Double) -> Markup {
    let (points, leaves) = points(world, top)
    let last = points.last ?? (0, 0)
    return leaves
      ? .words(x(last.month), 9, "▲", "up \(world.sign.tint)", .middle)
      : .sign("d-\(world.sign.rawValue)", x: Place.percent(x(last.month)), y(last.cash))
  }

  private func told(_ numbers: NumberFormat) -> String {
    guard let last = months.last else { return say("Nothing to draw: there are no usable numbers.") }
    let money = { (value: Double) in "\(numbers.money(value)) \(currency)" }
    return say(
      "At the end the typical world has \(money(last.p50)); 1 in 20 has less than \(money(last.p5)), 1 in 20 more than \(money(last.p95))."
    )
  }
}

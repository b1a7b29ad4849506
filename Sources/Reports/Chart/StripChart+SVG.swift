import Language

extension StripChart {
  var picture: Picture {
    let (tall, bins) = (34.0, 60)
    let span = high > low ? high - low : 1
    let x = { (value: Double) in 22 + 77 * (value - low) / span }
    var body: [Markup] = []
    let bottom = tall * Double(strips.count)
    for (row, strip) in strips.enumerated() {
      let base = tall * Double(row + 1)
      let finite = strip.values.filter(\.isFinite)
      var counts = [Int](repeating: 0, count: bins)
      for value in finite {
        counts[min(max(Int((min(max(value, low), high) - low) / span * Double(bins)), 0), bins - 1)] += 1
      }
      let most = Double(max(1, counts.max() ?? 1)).squareRoot()
      body.append(.words(0, base - 4, strip.name.shortened(to: 22), "t code"))
      for (bin, count) in counts.enumerated() where count > 0 {
        // By the square root: the tails are what it is about.
        let height = Double(count).squareRoot() / most * (tall - 6)
        body.append(
          .rect(
            "bar keep", x: 22 + 77 * Double(bin) / Double(bins), base - height, width: 70 / Double(bins), height: height
          ))
      }
      body.append(.line("base", 22, base, 99, base))
    }
    let numbers = NumberFormat()
    for tick in RoundTicks.between(low, high, steps: 5) {
      body.append(.words(x(tick), bottom + 14, numbers.tick(tick, style), "s", .middle))
      if tick == 0 { body.append(.line("gone", x(0), 0, x(0), bottom)) }
    }
    let range = "\(numbers.tick(low, style)) – \(numbers.tick(high, style))" + (unit.isEmpty ? "" : " \(unit)")
    return Picture(
      "strips", height: bottom + 20, title: title,
      told: strips.map(\.name).joined(separator: Tongue.current.comma) + " · " + range, body)
  }
}

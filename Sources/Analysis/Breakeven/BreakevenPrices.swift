import Statistics

/// The prices at which an order earns what its clicks cost: those with (a·p − b) · (p ÷ now)^(−elasticity) ≥ cost of an order
/// now, where a·p − b is what an order leaves at p. They lie side by side.
struct BreakevenPrices {
  /// What an order leaves: slope by price, and what is taken off.
  let slope: Double
  let cost: Double
  let now: Double
  let elasticity: Double
  let costPerOrder: Double

  /// From the lowest to the highest of them, which is infinite up to an elasticity of 1. Nil where no price will do: what a
  /// higher price brings per order it loses in orders.
  var range: ClosedRange<Double>? {
    guard slope > 0, costPerOrder.isFinite, now > 0 else { return nil }
    let least = max(0, cost / slope)
    if elasticity == 0 { return max(0, (cost + costPerOrder) / slope)...(.infinity) }
    if elasticity <= 1 { return rising(from: least).map { $0...(.infinity) } }
    // The left side is highest at the price that a monopolist would ask; without costs the lower the better.
    let peak = least > 0 ? least * elasticity / (elasticity - 1) : now * 1e-6
    guard surplus(peak) >= 0 else { return nil }
    var beyond = max(peak, now)
    while surplus(beyond) >= 0, beyond < 1e12 { beyond *= 2 }
    let highest = end(beyond, peak)
    return (least > 0 ? end(least, peak) : 0)...highest
  }

  private func rising(from least: Double) -> Double? {
    var high = max(least, now)
    while surplus(high) < 0, high < 1e12 { high *= 2 }
    return surplus(high) >= 0 ? end(least, high) : nil
  }

  /// The end between a price that does not do and one that does.
  private func end(_ short: Double, _ enough: Double) -> Double {
    var (short, enough) = (short, enough)
    for _ in 0..<80 {
      let middle = (short + enough) / 2
      if surplus(middle) < 0 { short = middle } else { enough = middle }
    }
    return enough
  }

  private func surplus(_ price: Double) -> Double {
    guard price > 0 else { return -.infinity }
    return (slope * price - cost) * Elementary.pow(price / now, -elasticity) - costPerOrder
  }
}

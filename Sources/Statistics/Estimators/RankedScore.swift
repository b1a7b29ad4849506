/// How far a forecast made of many worlds lies from what happened.
package enum RankedScore {
  /// The continuous ranked probability score: the mean distance to what happened, less half the mean distance among the
  /// worlds; of one world, or a number, the distance. Lower is better.
  ///
  /// Source: Hersbach, Weather and Forecasting 15 (2000), doi:10.1175/1520-0434(2000)015<0559:DOTCRP>2.0.CO;2.
  package static func crps(_ worlds: [Double], actual: Double) -> Double {
    guard !worlds.isEmpty else { return .nan }
    let size = Double(worlds.count)
    var sum = 0.0
    for (place, world) in worlds.sorted().enumerated() {
      sum += (world - actual) * ((actual < world ? size : 0) - Double(place + 1) + 0.5)
    }
    return 2 * sum / (size * size)
  }

  /// The place of what happened among the worlds, between 0 and 1: even over many forecasts that are as sure as they
  /// should be.
  /// - Parameter uniform: where it lies among worlds that are equal to it.
  package static func place(of actual: Double, among worlds: [Double], uniform: Double) -> Double {
    let (less, equal) = (worlds.count { $0 < actual }, worlds.count { $0 == actual })
    return (Double(less) + uniform * Double(equal + 1)) / Double(worlds.count + 1)
  }

  /// The share of worlds below it, those equal to it by half.
  package static func percentile(of actual: Double, among worlds: [Double]) -> Double {
    guard !worlds.isEmpty else { return .nan }
    let (less, equal) = (worlds.count { $0 < actual }, worlds.count { $0 == actual })
    return (Double(less) + Double(equal) / 2) / Double(worlds.count)
  }
}

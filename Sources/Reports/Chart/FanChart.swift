/// How the worlds spread over time: for each period the middle half, the middle nine tenths, and the median between.
package struct FanChart: Sendable {
  package struct Period: Hashable, Sendable {
    package var label: String
    package var p5: Double
    package var p25: Double
    package var p50: Double
    package var p75: Double
    package var p95: Double
    /// What the plan without chance says for this period.
    package var plan: Double?

    package init(
      _ label: String, p5: Double, p25: Double, p50: Double, p75: Double, p95: Double, plan: Double? = nil
    ) {
      self.label = label
      self.p5 = p5
      self.p25 = p25
      self.p50 = p50
      self.p75 = p75
      self.p95 = p95
      self.plan = plan
    }

    var isFinite: Bool { [p5, p25, p50, p75, p95].allSatisfy(\.isFinite) }
  }

  package var title: String
  /// Said after values, such as `USD`; empty when the style says it all.
  package var unit: String
  package var style: NumberStyle
  /// The number of worlds behind each period.
  package var worlds: Int
  /// Which run this is, such as `seed 1 · #3`.
  package var origin: String
  /// What one period is called, such as `month`.
  package var periodName: String
  package var periods: [Period]

  package init(
    title: String, unit: String = "", style: NumberStyle = .money, worlds: Int, origin: String,
    periodName: String = "month", periods: [Period]
  ) {
    self.title = title
    self.unit = unit
    self.style = style
    self.worlds = worlds
    self.origin = origin
    self.periodName = periodName
    self.periods = periods
  }
}

package import Simulation

/// What would have become of one world with one cause taken away, of each cause by itself, and without all of them.
package struct WhyWorld: Sendable {
  package struct Ending: Equatable, Sendable {
    /// From 0; nil where the money lasts.
    package let ruinDay: Int?
    package let gain: Double

    package init(ruinDay: Int?, gain: Double) { (self.ruinDay, self.gain) = (ruinDay, gain) }

    /// Of an outcome of one world.
    package init?(_ outcome: Outcome?) {
      guard let day = outcome?.ruinDay.first, let gain = outcome?.gain.first else { return nil }
      self.init(ruinDay: day >= 0 ? Int(day) : nil, gain: gain)
    }
  }

  package struct Row: Sendable {
    package let cause: Cause
    package let ending: Ending

    package init(_ cause: Cause, _ ending: Ending) { (self.cause, self.ending) = (cause, ending) }
  }

  package let world: Int
  package let ending: Ending
  /// In the order of the catalogue.
  package let rows: [Row]
  package let withoutAll: Ending

  package init(world: Int, _ ending: Ending, _ rows: [Row], withoutAll: Ending) {
    (self.world, self.ending, self.rows, self.withoutAll) = (world, ending, rows, withoutAll)
  }

  /// Those whose absence changes how the world ends: what saves it first, then what brings most, then the order of the
  /// catalogue.
  package var telling: [Row] {
    rows.filter { $0.ending != ending }.enumerated().sorted { one, other in
      func key(_ row: Row, _ place: Int) -> (Int, Double, Int) { (isSaved(by: row) ? 0 : 1, -row.ending.gain, place) }
      return key(one.element, one.offset) < key(other.element, other.offset)
    }.map(\.element)
  }

  package func isSaved(by row: Row) -> Bool { ending.ruinDay != nil && row.ending.ruinDay == nil }
  package var savers: [Row] { telling.filter(isSaved) }
}

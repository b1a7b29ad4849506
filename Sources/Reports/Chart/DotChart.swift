/// How worlds spread over an amount, by a few dots, each of which stands for as many worlds as every other: what is rare has
/// few dots, and 1 in 50 is one. Source: Kay et al., "When (ish) is My Bus?", CHI 2016, doi:10.1145/2858036.2858558.
package struct DotChart: Sendable {
  package struct Dot: Sendable {
    package var amount: Double
    package var sign: WorldSign

    package init(_ amount: Double, _ sign: WorldSign) { (self.amount, self.sign) = (amount, sign) }
  }

  /// An amount that the dots are held against.
  package struct Landmark: Sendable {
    package var amount: Double
    /// Said on its right side.
    package var words: String
    /// Said on its left side; empty for nothing.
    package var before: String
    package var isStrong: Bool

    package init(_ amount: Double, _ words: String, before: String = "", isStrong: Bool) {
      (self.amount, self.words, self.before, self.isStrong) = (amount, words, before, isStrong)
    }
  }

  package var title: String
  package var origin: String
  package var currency: String
  package var dots: [Dot]
  package var landmarks: [Landmark]
  package var scale: Scale
  package var notes: [String]

  package init(
    title: String, origin: String = "", currency: String, dots: [Dot], landmarks: [Landmark], scale: Scale,
    notes: [String] = []
  ) {
    self.title = title
    self.origin = origin
    self.currency = currency
    self.dots = dots
    self.landmarks = landmarks
    self.scale = scale
    self.notes = notes
  }
}

extension DotChart {
  /// Where dots stand: bins of a round width that begin at 0, so that no bin has losses and profits. Charts beside each other
  /// share one.
  package struct Scale: Sendable, Equatable {
    package let low: Double
    package let step: Double
    package let bins: Int
    /// The most dots in one bin.
    package let tallest: Int

    package var high: Double { low + step * Double(bins) }

    /// - Parameters:
    ///   - groups: the amounts of each chart.
    ///   - low: what lies below is drawn at it.
    ///   - high: what lies above is drawn at it.
    package init(_ groups: [[Double]], from low: Double, to high: Double, bins wanted: Int = 26) {
      let span = max(high - low, high.magnitude * 1e-6, 1e-6)
      let step = Axis.roundSteps(for: span).first { span / $0 <= Double(wanted) } ?? span
      let first = (low / step).rounded(.down)
      let last = max(first + 1, (high / step).rounded(.up))
      (self.low, self.step) = (first * step, step)
      let bins = Int(min(last - first, 200))
      self.bins = bins
      tallest = groups.reduce(1) { most, values in
        var counts = [Int](repeating: 0, count: bins)
        for value in values { counts[Self.bin(value, first * step, step, bins)] += 1 }
        return max(most, counts.max() ?? 0)
      }
    }

    package func bin(of amount: Double) -> Int { Self.bin(amount, low, step, bins) }

    private static func bin(_ amount: Double, _ low: Double, _ step: Double, _ bins: Int) -> Int {
      let place = ((amount - low) / step).rounded(.down)
      return place.isFinite ? Int(min(max(place, 0), Double(bins - 1))) : 0
    }
  }

  /// Dots by bin, in their order.
  var stacks: [[Dot]] {
    var stacks = [[Dot]](repeating: [], count: scale.bins)
    for dot in dots { stacks[scale.bin(of: dot.amount)].append(dot) }
    return stacks
  }

  /// The highest amount, where it is beyond the scale.
  var beyond: Double? { dots.map(\.amount).max().flatMap { $0 > scale.high ? $0 : nil } }

  package var table: Table {
    Table(
      columns: [Table.Column("amount", .number(.number)), Table.Column("ending", .text)],
      rows: dots.map { Table.Row([.number($0.amount), .text($0.sign.rawValue)]) })
  }
}

import Language

/// A curve one line high; one that is longer than the line goes on below.
package struct Sparkline: Sendable {
  package var title: String
  package var unit: String
  package var style: NumberStyle
  package var values: [Double]

  package init(title: String, unit: String = "", style: NumberStyle = .money, values: [Double]) {
    self.title = title
    self.unit = unit
    self.style = style
    self.values = values
  }
}

extension Sparkline {
  /// What the lowest and the highest glyph stand for.
  struct Scale: Hashable {
    let low: Double
    let high: Double

    /// From the smallest to the largest finite value of all series; nil when there is none.
    init?(of series: [[Double]]) {
      let finite = series.joined().filter(\.isFinite)
      guard let low = finite.min(), let high = finite.max() else { return nil }
      self.low = low
      self.high = high
    }

    /// From 0 to `steps − 1`; infinities lie at the ends, and nothing but the middle is left where all is equal.
    func step(of value: Double, steps: Int) -> Int {
      guard high > low else { return steps / 2 }
      // Halved, because the range of two large numbers may exceed the largest one.
      let share = (min(max(value, low), high) / 2 - low / 2) / (high / 2 - low / 2)
      guard share.isFinite else { return steps / 2 }
      return min(Int(share * Double(steps)), steps - 1)
    }
  }

  /// One glyph per value; NaN leaves a gap. Without a scale there is nothing to draw, and the text says so.
  static func text(_ values: [Double], on scale: Scale?, _ glyphs: Surface.Glyphs) -> String {
    guard let scale else { return say("n/a") }
    let levels = Array(glyphs == .ascii ? "_.-=+*#@" : "▁▂▃▄▅▆▇█")
    let drawn = values.map { value in
      value.isNaN ? " " : levels[scale.step(of: value, steps: levels.count)]
    }
    return String(drawn)
  }

  /// Heights above zero, such as probabilities: the scale begins at 0, so that equal heights are all full.
  package static func profile(_ heights: [Double], _ glyphs: Surface.Glyphs) -> String {
    text(heights, on: Scale(of: [heights + [0]]), glyphs)
  }

  /// The title, the curve and, in words, its ends and its range.
  func lines(on surface: Surface) -> [StyledLine] {
    let available = min(surface.width, 100) - indentation
    var lines = StyledLine(title.printable(surface.glyphs), .bold).wrapped(to: available)
    let curve = Self.text(values, on: Scale(of: [values]), surface.glyphs)
    lines += StyledLine(curve, Ink(foreground: .accent)).wrapped(to: available)
    lines += StyledLine(words(surface).printable(surface.glyphs), .faint).wrapped(to: available)
    return lines
  }

  private func words(_ surface: Surface) -> String {
    guard let scale = Scale(of: [values]), let first = values.first, let last = values.last else {
      return say("Nothing to draw: there are no usable numbers.")
    }
    let write = { (value: Double) in surface.numbers.text(value, style) }
    let suffix = unit.isEmpty ? "" : " \(unit)"
    let course = say("\(values.count) values: first \(write(first)), last \(write(last))\(suffix)")
    return say("\(course); lowest \(write(scale.low)), highest \(write(scale.high))\(suffix).")
  }
}

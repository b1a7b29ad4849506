import Language

/// How several runs spread, a line each above one common axis: the higher a glyph, the more worlds end there.
package struct StripChart: Sendable {
  package struct Strip: Sendable {
    package var name: String
    package var values: [Double]

    package init(_ name: String, _ values: [Double]) {
      self.name = name
      self.values = values
    }
  }

  package var title: String
  package var unit: String
  package var style: NumberStyle
  /// From the lowest to the highest value that is drawn; what lies beyond counts at the ends.
  package var low: Double
  package var high: Double
  package var strips: [Strip]

  package init(title: String, unit: String, style: NumberStyle, low: Double, high: Double, strips: [Strip]) {
    self.title = title
    self.unit = unit
    self.style = style
    self.low = low
    self.high = high
    self.strips = strips
  }
}

extension StripChart {
  func lines(on surface: Surface) -> [StyledLine] {
    let available = min(surface.width, 100) - indentation
    let rest = unit.isEmpty ? "" : " · \(unit)"
    let head = [TextRun.strong(title), .dim(rest)].styled(surface.glyphs).wrapped(to: available)
    guard low.isFinite, high.isFinite, high > low else {
      return head + [StyledLine(say("Nothing to draw: all values are equal."))]
    }
    let names = strips.map { $0.name.printable(surface.glyphs).truncated(to: available / 3) }
    let margin = (names.map(\.displayWidth).max() ?? 0) + 2
    let columns = available - margin
    let shares = strips.map { self.shares($0.values, bins: columns) }
    let lines = strips.indices.map { index in
      var line = StyledLine(names[index].padded(to: margin))
      line.append(
        Sparkline.profile(Self.scaled(shares[index]), surface.glyphs).replacing(Self.lowest(surface.glyphs), with: " "),
        Ink(foreground: .series(index)))
      return line.trimmed()
    }
    let axis = ValueAxis(from: low, to: high, columns: columns, style, surface.numbers)
    let start = String(repeating: " ", count: margin)
    return head + lines + [
      StyledLine(start + axis.rule(surface.glyphs), .faint), StyledLine(start + axis.text, .faint),
    ]
  }

  /// A glyph's height is drawn by the square root: the tails are what it is about.
  private static func scaled(_ shares: [Double]) -> [Double] { shares.map { $0.squareRoot() } }

  private static func lowest(_ glyphs: Surface.Glyphs) -> String { glyphs == .ascii ? "_" : "▁" }

  private func shares(_ values: [Double], bins: Int) -> [Double] {
    var counts = [Double](repeating: 0, count: bins)
    let finite = values.filter(\.isFinite)
    for value in finite {
      let place = (min(max(value, low), high) - low) / (high - low) * Double(bins)
      counts[min(Int(place), bins - 1)] += 1
    }
    return counts.map { $0 / Double(max(1, finite.count)) }
  }
}

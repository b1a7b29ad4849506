import Language

/// The cash of a run from the money put in to the last month, and below it how many worlds run out in each month: a fan
/// that takes the width there is and few lines.
package struct CashChart: Sendable {
  package var currency: String
  /// What is put in, before the first month.
  package var start: FanChart.Period
  package var months: [FanChart.Period]
  /// Of the months.
  package var names: [String]
  /// Of 100 worlds, in each month.
  package var out: [Int]
  /// The same of those that a rule closes; only pictures show them.
  package var closed: [Int] = []
  /// Single worlds that pictures draw over the bands.
  package var worlds: [World] = []

  /// The cash of one world, day by day until it closes.
  package struct World: Sendable {
    package var cash: [Double]
    /// Of the whole run.
    package var days: Int
    package var sign: WorldSign
    package var words: String

    package init(cash: [Double], days: Int, sign: WorldSign, words: String) {
      (self.cash, self.days, self.sign, self.words) = (cash, days, sign, words)
    }
  }

  package init(
    currency: String, start: FanChart.Period, months: [FanChart.Period], names: [String], out: [Int]
  ) {
    self.currency = currency
    self.start = start
    self.months = months
    self.names = names
    self.out = out
  }
}

extension CashChart {
  /// With everything else an answer of `run` then has at most 40 lines.
  private static let mostRows = 8
  private static let widest = 118

  func lines(on surface: Surface) -> [StyledLine] {
    let available = min(surface.width - indentation, Self.widest)
    let periods = [start] + months
    guard periods.allSatisfy(\.isFinite), let range = range(of: periods) else {
      return StyledLine(say("Nothing to draw: there are no usable numbers.")).wrapped(to: available)
    }
    let rows = (surface.rows ?? .max) < 40 ? Self.mostRows - 2 : Self.mostRows
    let axis = Axis(from: range.low, to: range.high, rows: rows)
    let ticks = (0..<axis.rows).map { axis.tick(atRow: $0).map { surface.numbers.text($0, .number) } ?? "" }
    let outWord = say("out").printable(surface.glyphs)
    let margin = max(ticks.map(\.displayWidth).max() ?? 0, outWord.displayWidth) + 1
    let cells = cellsOfMonth(in: available - margin)
    let raster = FanRaster(periods, axis, columns: max(2, cells * months.count), rowsPerCell: 1)
    let plot = (0..<axis.rows).reversed().map { row in
      var line = StyledLine((ticks[row]).leftPadded(to: margin - 1) + " ", .faint)
      for column in 0..<raster.columns {
        line.append(glyph(raster[column, row], surface.glyphs), raster.ink(column, row))
      }
      return line.trimmed()
    }
    return title(surface, top: axis, periods).wrapped(to: available) + plot
      + monthLines(margin, cells, outWord, surface.glyphs)
  }

  /// From what is put in, or the worst of nine in ten worlds, to somewhat above the upper quarter: a few lucky worlds would
  /// press all others flat.
  private func range(of periods: [FanChart.Period]) -> (low: Double, high: Double)? {
    guard let lowest = periods.map(\.p5).min(), let highest = periods.map(\.p95).max(),
      let upper = periods.map(\.p75).max()
    else { return nil }
    return (min(0, lowest), max(0, min(highest, upper + upper.magnitude / 4)))
  }

  private func cellsOfMonth(in columns: Int) -> Int {
    let cells = columns / max(1, months.count)
    // An odd number leaves a name the same room on both sides.
    return max(1, cells > 3 && cells.isMultiple(of: 2) ? cells - 1 : cells)
  }

  // MARK: Words

  private func title(_ surface: Surface, top axis: Axis, _ periods: [FanChart.Period]) -> StyledLine {
    let marks: [(FanRaster.Mark, String)] = [
      (.outerBand, say("9 in 10 worlds")), (.innerBand, say("middle half")), (.median, say("typical")),
    ]
    var line = StyledLine(say("Cash, \(currency)").printable(surface.glyphs))
    for (mark, name) in marks {
      line.append("   " + glyph(mark, surface.glyphs) + " " + name.printable(surface.glyphs), .faint)
    }
    let highest = periods.map(\.p95).max() ?? 0
    if axis.height(of: highest) >= Double(axis.rows) {
      let words = say("up to \(surface.numbers.money(highest))").printable(surface.glyphs)
      line.append("   " + (surface.glyphs == .ascii ? "^" : "▲") + " " + words, .faint)
    }
    return line
  }

  /// The names of the months, and how many worlds run out in each. Where months are narrow, one stands for several, and the
  /// worlds of these are counted together.
  private func monthLines(_ margin: Int, _ cells: Int, _ outWord: String, _ glyphs: Surface.Glyphs) -> [StyledLine] {
    let names = names.map { $0.printable(glyphs) }
    let widest = (names.map(\.displayWidth).max() ?? 0) + 1
    let group = (widest + cells - 1) / cells
    var (above, below) = (String(repeating: " ", count: margin), outWord.padded(to: margin))
    var counted = 0
    for month in names.indices where (names.count - 1 - month).isMultiple(of: group) {
      let end = margin + (month + 1) * cells
      let count = out[counted...month].reduce(0, +)
      counted = month + 1
      // The first of a row of months may be too narrow for its name.
      let room = end - above.displayWidth
      above += room >= widest || cells >= names[month].displayWidth ? names[month].leftPadded(to: room) : ""
      let sign = glyphs == .ascii ? "." : "·"
      below += (count > 0 ? String(count) : sign).leftPadded(to: end - below.displayWidth)
    }
    return [StyledLine(above, .faint)] + (out.contains { $0 > 0 } ? [StyledLine(below, Ink(.bad))] : [])
  }

  private func glyph(_ mark: FanRaster.Mark, _ glyphs: Surface.Glyphs) -> String {
    switch mark {
    case .empty, .plan: " "
    case .outerBand: glyphs == .ascii ? "." : "░"
    case .innerBand: glyphs == .ascii ? ":" : "▒"
    case .median: glyphs == .ascii ? "=" : "━"
    }
  }
}

extension FanRaster {
  /// Bands are ground, the typical world stands out.
  fileprivate func ink(_ column: Int, _ row: Int) -> Ink { self[column, row] == .median ? .plain : .faint }
}

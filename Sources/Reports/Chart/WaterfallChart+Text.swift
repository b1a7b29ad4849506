import Language

extension WaterfallChart {
  func lines(on surface: Surface) -> [StyledLine] {
    let available = min(surface.width, 100) - indentation
    let rest = [currency, origin].filter { !$0.isEmpty }.map { " · " + $0 }.joined()
    let head = [TextRun.strong(title), .dim(rest)].styled(surface.glyphs).wrapped(to: available)
    let bars = bars
    let style = NumberStyle(.money(cents: false), showsPlus: true)
    let amounts = bars.map { surface.numbers.text($0.amount, style) }
    let labels = bars.map { $0.label.printable(surface.glyphs).truncated(to: available / 3) }
    let (margin, digits) = (labels.map(\.displayWidth).max() ?? 0, amounts.map(\.displayWidth).max() ?? 0)
    let columns = max(8, available - margin - digits - 4)
    let span = span ?? ownSpan
    let column = { (value: Double) -> Int in
      let place = (value - span.lowerBound) / (span.upperBound - span.lowerBound) * Double(columns)
      return place.isFinite ? min(max(Int(place), 0), columns - 1) : 0
    }
    let lines = zip(bars, zip(labels, amounts)).map { bar, words in
      var line = StyledLine(words.0.padded(to: margin) + "  ", bar.isTotal ? .bold : .plain)
      let (first, last, zero) = (column(bar.low), column(bar.high), column(0))
      let isGain = bar.amount > 0
      for place in 0..<columns {
        if place >= first, place <= last {
          line.append(glyph(bar, surface.glyphs), Ink(isGain ? .good : .bad))
        } else {
          line.append(place == zero ? (surface.glyphs == .ascii ? "|" : "│") : " ", .faint)
        }
      }
      line.append("  " + words.1.leftPadded(to: digits), bar.isTotal ? .bold : .plain)
      return line
    }
    return head + lines
  }

  /// A total is full, a step is lighter.
  private func glyph(_ bar: Bar, _ glyphs: Surface.Glyphs) -> String {
    bar.isTotal ? (glyphs == .ascii ? "#" : "█") : (glyphs == .ascii ? "=" : "▒")
  }
}

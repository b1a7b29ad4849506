import Language

extension LineChart {
  private static let plotRows = 10

  func lines(on surface: Surface) -> [StyledLine] {
    let available = min(surface.width, 100) - indentation
    let rest = [unit, origin].filter { !$0.isEmpty }.map { " · " + $0 }.joined()
    let head = [TextRun.strong(title), .dim(rest)].styled(surface.glyphs).wrapped(to: available)
    let foot = StyledLine(words(surface).printable(surface.glyphs)).wrapped(to: available)
    let drawn = points.filter(\.isFinite)
    guard let first = drawn.first, let last = drawn.last else { return head + foot }
    let legend = legend(surface).wrapped(to: available)
    // Four lines of the screen stay free for the prompt and the line before; two are the axis below the plot.
    let rows = min(Self.plotRows, (surface.rows ?? .max) - 4 - head.count - legend.count - foot.count - 2)
    guard rows >= 4 else { return head + curve(drawn, surface, available) + foot }
    let ends = Ends(first.place, last.place)
    return head + plot(drawn, ends, rows, surface, available) + legend + foot
  }

  /// The values at the edges of the plot; a single point stands in its middle.
  private struct Ends {
    let low: Double
    let high: Double

    init(_ low: Double, _ high: Double) {
      let margin = high > low ? 0 : max(low.magnitude / 2, 1)
      (self.low, self.high) = (low - margin, high + margin)
    }
  }

  // MARK: The picture

  private func plot(
    _ drawn: [Point], _ ends: Ends, _ rows: Int, _ surface: Surface, _ available: Int
  ) -> [StyledLine] {
    let axis = axis(drawn, rows)
    let ticks = (0..<axis.rows).map { row in axis.tick(atRow: row).map { surface.numbers.tick($0, style) } }
    let margin = ticks.map { $0?.displayWidth ?? 0 }.max() ?? 0
    let columns = available - margin - 2
    let raster = FanRaster(
      periods(drawn, ends, columns), axis, columns: columns, rowsPerCell: surface.usesHalfBlocks ? 2 : 1)
    let frame = surface.glyphs == .ascii ? (tick: "+", side: "|", corner: "+") : (tick: "┤", side: "│", corner: "└")
    let picture = (0..<axis.rows).reversed().map { row in
      let edge = ticks[row] == nil ? frame.side : frame.tick
      var line = StyledLine((ticks[row] ?? "").leftPadded(to: margin) + " " + edge, .faint)
      line.append(FanGlyphs.line(raster, row: row, on: surface))
      return line
    }
    let start = String(repeating: " ", count: margin + 1)
    let labels = labels(ends, columns, surface)
    return picture + [
      StyledLine(start + frame.corner + labels.rule, .faint), StyledLine(start + " " + labels.text, .faint),
    ]
  }

  private func axis(_ drawn: [Point], _ rows: Int) -> Axis {
    let values =
      drawn.flatMap { [$0.value] + ($0.interval.map { [$0.lowerBound, $0.upperBound] } ?? []) }
      + (level.map { [$0.value] } ?? [])
    let finite = values.filter(\.isFinite)
    return Axis(from: finite.min() ?? 0, to: finite.max() ?? 0, rows: rows)
  }

  private func labels(_ ends: Ends, _ columns: Int, _ surface: Surface) -> (rule: String, text: String) {
    if let placeStyle {
      let axis = ValueAxis(from: ends.low, to: ends.high, columns: columns, placeStyle, surface.numbers)
      return (axis.rule(surface.glyphs), axis.text)
    }
    let axis = PeriodAxis(points.map { $0.label.printable(surface.glyphs) }, columns: columns)
    return (axis.rule(surface.glyphs), axis.text)
  }

  /// One for each column, straight between the points, so that the raster of fans draws it.
  private func periods(_ drawn: [Point], _ ends: Ends, _ columns: Int) -> [FanChart.Period] {
    (0..<columns).map { column in
      let share = columns > 1 ? Double(column) / Double(columns - 1) : 0.5
      let point = point(at: ends.low + (ends.high - ends.low) * share, drawn)
      let (low, high) = (point.interval?.lowerBound ?? point.value, point.interval?.upperBound ?? point.value)
      return FanChart.Period("", p5: low, p25: low, p50: point.value, p75: high, p95: high, plan: level?.value)
    }
  }

  private func point(at place: Double, _ drawn: [Point]) -> Point {
    let right = drawn.firstIndex { $0.place >= place } ?? drawn.count - 1
    let (a, b) = (drawn[max(0, right - 1)], drawn[right])
    let share = b.place > a.place ? min(max((place - a.place) / (b.place - a.place), 0), 1) : 1
    func between(_ a: Double, _ b: Double) -> Double { share == 1 ? b : a + (b - a) * share }
    var interval: ClosedRange<Double>?
    if let from = a.interval, let to = b.interval {
      let low = between(from.lowerBound, to.lowerBound)
      interval = low...max(low, between(from.upperBound, to.upperBound))
    }
    return Point(place, "", between(a.value, b.value), interval)
  }

  /// On screens too low for a plot.
  private func curve(_ drawn: [Point], _ surface: Surface, _ available: Int) -> [StyledLine] {
    let values = drawn.map(\.value)
    let text = Sparkline.text(values, on: Sparkline.Scale(of: [values]), surface.glyphs)
    return StyledLine(text, Ink(foreground: .median)).wrapped(to: available)
  }

  // MARK: The words

  private func legend(_ surface: Surface) -> StyledLine {
    var marks: [(FanRaster.Mark, String)] = [(.median, title)]
    if points.contains(where: { $0.interval != nil }) { marks.append((.innerBand, say("95 % sure"))) }
    if let level { marks.append((.plan, level.name)) }
    return FanGlyphs.legend(marks, on: surface)
  }

  /// The ends and the extremes in a sentence, for those who do not see the picture.
  private func words(_ surface: Surface) -> String {
    let drawn = points.filter(\.isFinite)
    guard let first = drawn.first, let last = drawn.last, let low = drawn.min(by: { $0.value < $1.value }),
      let high = drawn.max(by: { $0.value < $1.value })
    else { return say("Nothing to draw: there are no usable numbers.") }
    let write = { (point: Point) in say("\(surface.numbers.text(point.value, style)) at \(point.label)") }
    var text = drawn.count == 1 ? say("Only one point: \(write(first))") : say("From \(write(first)) to \(write(last))")
    // Nothing to be said of what reads like one of the ends.
    let values = [first, last].map { surface.numbers.text($0.value, style) }
    let isNews = { (point: Point) in !values.contains(surface.numbers.text(point.value, style)) }
    if isNews(low) { text += say("; lowest \(write(low))") }
    if isNews(high) { text += say("; highest \(write(high))") }
    let missing = points.count - drawn.count
    return text + (missing > 0 ? say("; points without a usable number: \(missing) of \(points.count).") : say("."))
  }
}

extension LineChart.Point {
  fileprivate var isFinite: Bool { value.isFinite && place.isFinite }
}

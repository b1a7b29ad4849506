import Language

extension FanChart {
  /// The plot has at most so many lines; with title, axis and legend it fits a screen of 24.
  private static let plotRows = 14

  func lines(on surface: Surface) -> [StyledLine] {
    let available = min(surface.width, 100) - indentation
    let head = titleLine(surface).wrapped(to: available)
    let foot = (words(surface) + gaps()).flatMap {
      StyledLine($0.printable(surface.glyphs)).wrapped(to: available)
    }
    guard let range = drawnRange() else { return head + foot }
    let legend = legend(surface).wrapped(to: available)
    // Four lines of the screen stay free for the prompt and the line before; two are the axis below the plot.
    let others = head.count + legend.count + foot.count + 2
    let rows = min(Self.plotRows, (surface.rows ?? .max) - 4 - others)
    if rows < 4 { return head + medianLine(surface, available) + foot }
    let axis = Axis(from: range.low, to: range.high, rows: rows)
    return head + plot(axis, surface, available) + legend + foot
  }

  // MARK: The picture

  private func plot(_ axis: Axis, _ surface: Surface, _ available: Int) -> [StyledLine] {
    let ticks = (0..<axis.rows).map { row in axis.tick(atRow: row).map { surface.numbers.tick($0, style) } }
    let margin = ticks.map { $0?.displayWidth ?? 0 }.max() ?? 0
    let columns = available - margin - 2
    let raster = FanRaster(periods, axis, columns: columns, rowsPerCell: surface.usesHalfBlocks ? 2 : 1)
    let frame = surface.glyphs == .ascii ? (tick: "+", side: "|", corner: "+") : (tick: "┤", side: "│", corner: "└")
    let rows = (0..<axis.rows).reversed().map { row in
      let edge = ticks[row] == nil ? frame.side : frame.tick
      var line = StyledLine((ticks[row] ?? "").leftPadded(to: margin) + " " + edge, .faint)
      line.append(FanGlyphs.line(raster, row: row, on: surface))
      return line
    }
    let labels = PeriodAxis(periods.map { $0.label.printable(surface.glyphs) }, columns: columns)
    let start = String(repeating: " ", count: margin + 1)
    return rows + [
      StyledLine(start + frame.corner + labels.rule(surface.glyphs), .faint),
      StyledLine(start + " " + labels.text, .faint),
    ]
  }

  /// On screens too low for a plot.
  private func medianLine(_ surface: Surface, _ available: Int) -> [StyledLine] {
    let medians = periods.map(\.p50)
    let curve = Sparkline.text(medians, on: Sparkline.Scale(of: [medians]), surface.glyphs)
    return StyledLine(curve, Ink(foreground: .median)).wrapped(to: available)
  }

  private func drawnRange() -> (low: Double, high: Double)? {
    let drawn = periods.filter(\.isFinite)
    let values = drawn.flatMap { [$0.p5, $0.p50, $0.p95] } + drawn.compactMap(\.finitePlan)
    guard let low = values.min(), let high = values.max() else { return nil }
    return (low, high)
  }

  // MARK: The words

  private func titleLine(_ surface: Surface) -> StyledLine {
    let parts = [unit, surface.numbers.worlds(worlds), origin].filter { !$0.isEmpty }
    let rest = parts.map { " · " + $0 }.joined()
    return [TextRun.strong(title), .dim(rest)].styled(surface.glyphs)
  }

  private func legend(_ surface: Surface) -> StyledLine {
    var marks: [(FanRaster.Mark, String)] = [
      (.median, say("typical")), (.innerBand, "p25–p75"), (.outerBand, "p5–p95"),
    ]
    if periods.contains(where: { $0.finitePlan != nil }) { marks.append((.plan, say("averages"))) }
    return FanGlyphs.legend(marks, on: surface)
  }

  /// The last period in a sentence, for those who do not see the picture.
  private func words(_ surface: Surface) -> [String] {
    guard let last = periods.last else { return [say("Nothing to draw: there is no \(periodName.said) here.")] }
    let write = { (value: Double) in surface.numbers.text(value, style) }
    let suffix = unit.isEmpty ? "" : " \(unit)"
    let plan = last.finitePlan.map { say("; averages: \(write($0))") } ?? ""
    let middle = say("In \(periodName.said) \(last.label) the typical world has \(write(last.p50))\(suffix) (p50)")
    let ends = say("1 in 20 has less than \(write(last.p5)) (p5), 1 in 20 more than \(write(last.p95)) (p95)")
    return [say("\(middle); \(ends)\(plan).")]
  }

  private func gaps() -> [String] {
    let missing = periods.filter { !$0.isFinite }.count
    if missing > 0, missing == periods.count { return [say("Nothing to draw: there are no usable numbers.")] }
    var notes =
      missing > 0 ? [say("Not drawn, for lack of usable numbers: \(missing) of \(periods.count) periods.")] : []
    if periods.contains(where: { max($0.p5.magnitude, $0.p95.magnitude) > Axis.largest && $0.isFinite }) {
      notes.append(say("Values beyond 1e300 are drawn at the edge."))
    }
    if periods.count == 1 {
      notes.append(say("There is only one \(periodName.said): it fills the whole width."))
    }
    return notes
  }
}

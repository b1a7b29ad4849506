import Language

extension OverlayChart {
  private static let plotRows = 16

  func lines(on surface: Surface) -> [StyledLine] {
    let available = min(surface.width, 100) - indentation
    let rest = [unit, origin].filter { !$0.isEmpty }.map { " · " + $0 }.joined()
    let head = [TextRun.strong(title), .dim(rest)].styled(surface.glyphs).wrapped(to: available)
    let legend = legend(surface).wrapped(to: available)
    let foot = StyledLine(words(surface).printable(surface.glyphs), .faint).wrapped(to: available)
    let values = series.flatMap { $0.p50 + (drawsP5 ? $0.p5 : []) }.filter(\.isFinite)
    guard let low = values.min(), let high = values.max() else {
      return head + [StyledLine(say("Nothing to draw: there are no usable numbers."))]
    }
    let rows = min(Self.plotRows, max(6, (surface.rows ?? .max) - 4 - head.count - legend.count - foot.count - 2))
    let axis = Axis(from: low, to: high, rows: rows)
    return head + plot(axis, surface, available) + legend + foot
  }

  private func plot(_ axis: Axis, _ surface: Surface, _ available: Int) -> [StyledLine] {
    let ticks = (0..<axis.rows).map { row in axis.tick(atRow: row).map { surface.numbers.tick($0, style) } }
    let margin = ticks.map { $0?.displayWidth ?? 0 }.max() ?? 0
    let columns = available - margin - 2
    let marks = marks(axis, columns: columns)
    let frame = surface.glyphs == .ascii ? (tick: "+", side: "|", corner: "+") : (tick: "┤", side: "│", corner: "└")
    let zero = (0..<axis.rows).first { axis.tick(atRow: $0) == 0 }
    let ground = surface.glyphs == .ascii ? "-" : "┈"
    let rows = (0..<axis.rows).reversed().map { row in
      var line = StyledLine(
        (ticks[row] ?? "").leftPadded(to: margin) + " " + (ticks[row] == nil ? frame.side : frame.tick), .faint)
      for column in 0..<columns {
        switch marks[row * columns + column] {
        case nil: line.append(row == zero ? ground : " ", .faint)
        case .several: line.append("*", .bold)
        case .one(let index, let isMedian):
          let letter = Self.letter(index)
          line.append(isMedian ? letter : letter.lowercased(), Ink(foreground: .series(index)))
        }
      }
      return line
    }
    let axisLabels = PeriodAxis(labels.map { $0.printable(surface.glyphs) }, columns: columns)
    let start = String(repeating: " ", count: margin + 1)
    return rows + [
      StyledLine(start + frame.corner + axisLabels.rule(surface.glyphs), .faint),
      StyledLine(start + " " + axisLabels.text, .faint),
    ]
  }

  private enum Mark: Hashable {
    case one(Int, isMedian: Bool)
    case several
  }

  /// Row by row from below. Medians lie over the rest; where medians meet the cell belongs to several.
  private func marks(_ axis: Axis, columns: Int) -> [Mark?] {
    var marks = [Mark?](repeating: nil, count: axis.rows * columns)
    func draw(_ values: [Double], _ index: Int, isMedian: Bool) {
      for (column, row) in rows(of: values, axis, columns: columns).enumerated() {
        guard let row else { continue }
        let cell = row * columns + column
        if isMedian, case .one(let other, isMedian: true) = marks[cell], other != index {
          marks[cell] = .several
        } else if marks[cell] != .several {
          marks[cell] = .one(index, isMedian: isMedian)
        }
      }
    }
    if drawsP5 { for (index, series) in series.enumerated() { draw(series.p5, index, isMedian: false) } }
    for (index, series) in series.enumerated() { draw(series.p50, index, isMedian: true) }
    return marks
  }

  /// The row in every column, straight between the periods.
  private func rows(of values: [Double], _ axis: Axis, columns: Int) -> [Int?] {
    guard let first = values.first else { return [] }
    return (0..<columns).map { column in
      let place = Double(column) * Double(values.count - 1) / Double(max(1, columns - 1))
      let index = max(0, min(Int(place), values.count - 2))
      let (left, right) = values.count > 1 ? (values[index], values[index + 1]) : (first, first)
      guard left.isFinite, right.isFinite else { return nil }
      let (a, b) = (axis.height(of: left), axis.height(of: right))
      let height = a + (b - a) * (place - Double(index))
      return min(max(Int(height.rounded()), 0), axis.rows - 1)
    }
  }

  private func legend(_ surface: Surface) -> StyledLine {
    var line = StyledLine()
    for (index, series) in series.enumerated() {
      line.append(index == 0 ? "" : "   ")
      line.append(Self.letter(index), Ink(foreground: .series(index)))
      line.append(" " + series.name.printable(surface.glyphs))
    }
    let small = drawsP5 ? say("; small letters: the bad case, 1 in 20 has less (p5)") : ""
    line.append("   ")
    line.append(
      say("capital letters: the typical world (p50)\(small); *: several letters in one place").printable(
        surface.glyphs), .faint
    )
    return line
  }

  /// The last period in a sentence, for those who do not see the picture.
  private func words(_ surface: Surface) -> String {
    guard let last = labels.last else { return "" }
    let suffix = unit.isEmpty ? "" : " \(unit)"
    let ends = series.compactMap { series in
      series.p50.last.map { "\(series.name) \(surface.numbers.text($0, style))" }
    }
    return say("Typical world in month \(last): \(ends.joined(separator: Tongue.current.comma))\(suffix).")
  }
}

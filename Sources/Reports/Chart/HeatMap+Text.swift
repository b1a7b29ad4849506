import Language

extension HeatMap {
  func lines(on surface: Surface) -> [StyledLine] {
    let available = min(surface.width, 120) - indentation
    let rest = [unit, origin].filter { !$0.isEmpty }.map { " · " + $0 }.joined()
    let names = say("down: \(rowName); across: \(columnName)")
    var lines = [TextRun.strong(title), .dim(rest)].styled(surface.glyphs).wrapped(to: available)
    lines += StyledLine(names.printable(surface.glyphs), .faint).wrapped(to: available)
    guard let scale else {
      return lines + StyledLine(say("Nothing to draw: there are no usable numbers.")).wrapped(to: available)
    }
    let grid = HeatGrid(self, scale, surface, available)
    lines += grid.lines
    lines += StyledLine(legend(scale, surface, grid).printable(surface.glyphs), .faint).wrapped(to: available)
    return lines
  }

  private func legend(_ scale: Sparkline.Scale, _ surface: Surface, _ grid: HeatGrid) -> String {
    let write = { (value: Double) in surface.numbers.text(value, style) }
    let shades = surface.usesHalfBlocks ? "" : " (\(grid.shades.joined()))"
    let hidden = grid.showsValues ? "" : say("; the screen is too narrow to show the numbers: to get them, add --csv")
    return say(
      "Shaded by value, from \(write(scale.low)) (lowest) to \(write(scale.high)) (highest)\(shades)\(hidden)."
    )
  }
}

/// The cells as text: their values in colour, or with a shade behind them, or the shade alone where there is no room.
private struct HeatGrid {
  let lines: [StyledLine]
  let shades: [String]
  let showsValues: Bool

  init(_ map: HeatMap, _ scale: Sparkline.Scale, _ surface: Surface, _ available: Int) {
    let isPainted = surface.usesHalfBlocks
    let shades = surface.glyphs == .ascii ? (0...9).map(String.init) : ["·", "░", "▒", "▓", "█"]
    let rowLabels = map.rowLabels.map { $0.printable(surface.glyphs) }
    let columnLabels = map.columnLabels.map { $0.printable(surface.glyphs) }
    let texts = rowLabels.indices.map { row in
      columnLabels.indices.map { column in
        map.value(row, column).map { surface.numbers.text($0, map.style) } ?? "–".printable(surface.glyphs)
      }
    }
    let margin = min(rowLabels.map(\.displayWidth).max() ?? 0, available / 3)
    let widest = (texts.joined() + columnLabels).map(\.displayWidth).max() ?? 1
    let full = widest + (isPainted ? 2 : 4)
    let fits = margin + 1 + full * columnLabels.count <= available
    let width = fits ? full : max(1, min(3, (available - margin - 1) / max(1, columnLabels.count)))
    showsValues = fits
    self.shades = shades

    func cell(_ row: Int, _ column: Int) -> StyledLine {
      let value = map.value(row, column)
      let text = texts[row][column]
      if isPainted {
        let ink = value.map { Ink.ramp(scale.step(of: $0, steps: Swatch.ramp.count)) } ?? .faint
        let inside = fits ? (text + " ").leftPadded(to: width) : String(repeating: " ", count: width)
        return StyledLine(inside, ink)
      }
      let shade = value.map { shades[scale.step(of: $0, steps: shades.count)] } ?? " "
      if fits { return StyledLine((text + " " + shade).leftPadded(to: width)) }
      return StyledLine(String(repeating: shade, count: width))
    }

    var lines: [StyledLine] = []
    if fits {
      let heads = columnLabels.map { ($0 + (isPainted ? " " : "  ")).leftPadded(to: width) }
      lines.append(StyledLine(String(repeating: " ", count: margin + 1) + heads.joined(), .faint).trimmed())
    } else if let first = columnLabels.first, let last = columnLabels.last {
      let room = max(0, width * columnLabels.count - first.displayWidth - last.displayWidth)
      let ends = first + String(repeating: " ", count: room) + last
      lines += StyledLine(String(repeating: " ", count: margin + 1) + ends, .faint).wrapped(to: available)
    }
    for row in rowLabels.indices {
      var line = StyledLine(rowLabels[row].leftPadded(to: margin) + " ", .faint)
      for column in columnLabels.indices { line.append(cell(row, column)) }
      lines += line.width > available ? line.wrapped(to: available) : [line]
    }
    self.lines = lines
  }
}

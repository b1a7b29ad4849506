import Language

extension DumbbellChart {
  func lines(on surface: Surface) -> [StyledLine] {
    let available = min(surface.width, 100) - indentation
    let head = [TextRun.strong(title), .dim(origin.isEmpty ? "" : " · " + origin)].styled(surface.glyphs)
      .wrapped(to: available)
    let labels = rows.map { $0.label.printable(surface.glyphs).truncated(to: available / 2) }
    let margin = (labels.map(\.displayWidth).max() ?? 0) + 2
    let columns = max(11, min(51, available - margin))
    let column = { (share: Double) in Int((min(max(share, 0), 1) * Double(columns - 1)).rounded()) }
    let lines = zip(rows, labels).flatMap { row, label -> [StyledLine] in
      let (low, high) = (column(row.low), column(row.high))
      let bar = (0..<columns).map { place -> String in
        if place == low { return low == high ? "=" : "v" }
        if place == high { return "^" }
        let isBetween = place > min(low, high) && place < max(low, high)
        return isBetween ? (surface.glyphs == .ascii ? "-" : "─") : (place == column(overall) ? ":" : " ")
      }
      let ends = say(
        "v (below \(row.lowAt)): \(hundred(row.low)) with a profit; ^ (above \(row.highAt)): \(hundred(row.high))")
      return [StyledLine(label.padded(to: margin) + bar.joined()).trimmed()]
        + StyledLine(ends.printable(surface.glyphs), .faint).indented(by: 2).wrapped(to: available)
    }
    let scale = "0" + "50".leftPadded(to: columns / 2) + "100".leftPadded(to: columns - columns / 2 - 1)
    let words = say(
      "How many of 100 worlds make a profit. A colon marks the count over all worlds. Differences below \(hundred(noise)) may be chance."
    )
    return head + lines + [StyledLine(String(repeating: " ", count: margin) + scale, .faint)]
      + StyledLine(words.printable(surface.glyphs), .faint).wrapped(to: available)
  }

  func hundred(_ share: Double) -> String { NumberFormat().text(share * 100, .decimals(0)) }
}

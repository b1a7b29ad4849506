import Language

extension DotChart {
  func lines(on surface: Surface) -> [StyledLine] {
    let available = min(surface.width, 120) - indentation
    let rest = [currency, origin].filter { !$0.isEmpty }.map { " · " + $0 }.joined()
    let head = [TextRun.strong(title), .dim(rest)].styled(surface.glyphs).wrapped(to: available)
    let width = min(max(1, available / scale.bins), 4)
    let columns = width * scale.bins
    let axis = ValueAxis(from: scale.low, to: scale.high, columns: columns, .money, surface.numbers)
    let words = landmarks.map { StyledLine($0.said.printable(surface.glyphs), .faint) } + [remark(surface)]
    return head + stacked(width, axis) + [
      StyledLine(axis.rule(surface.glyphs), .faint), StyledLine(axis.text, .faint),
    ] + (words + notes.map { StyledLine($0.printable(surface.glyphs), .faint) }).flatMap { $0.wrapped(to: available) }
  }

  /// Dots of a crowded bin stand side by side.
  private func stacked(_ width: Int, _ axis: ValueAxis) -> [StyledLine] {
    let stacks = stacks
    let rows = (scale.tallest + width - 1) / width
    return (0..<rows).reversed().map { row in
      var line = StyledLine()
      for stack in stacks {
        for place in 0..<width {
          let dot = row * width + place
          guard dot < stack.count else {
            line.append(" ")
            continue
          }
          line.append(String(stack[dot].sign.sign), Ink(stack[dot].sign.tone))
        }
      }
      return line.trimmed()
    }
  }

  private func remark(_ surface: Surface) -> StyledLine {
    let each = 100 / max(1, dots.count)
    var text = say("Each sign stands for \(each) of 100 worlds.")
    if let beyond {
      text += Tongue.current.sentenceGap + say("The highest value is \(surface.numbers.money(beyond)).")
    }
    return StyledLine(text.printable(surface.glyphs), .faint)
  }
}

extension DotChart.Landmark {
  fileprivate var said: String { before.isEmpty ? words : "\(before) | \(words)" }
}

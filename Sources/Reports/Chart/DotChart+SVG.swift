import Language

extension DotChart {
  /// - Parameter height: of the highest stack, in pixels.
  func picture(height: Double = 158) -> Picture {
    let numbers = NumberFormat()
    let top = 6 + 15 * Double(landmarks.count)
    // A crowd stands two abreast.
    let across = (scale.tallest + 25) / 26
    let pitch = min(8.6, height / Double((scale.tallest + across - 1) / across))
    let base = top + height
    let x = { (value: Double) in 1.5 + 97 * (value - scale.low) / (scale.high - scale.low) }
    var body: [Markup] = [.line("base", 0, base, 100, base)]
    for (row, mark) in landmarks.enumerated() {
      let tone = mark.isStrong ? "start" : "gone"
      let (place, y) = (x(mark.amount), 15 * Double(row))
      let isRight = place > 60
      body.append(.line(tone, place, y + 4, place, base + 5))
      let said = mark.before.isEmpty && isRight ? (mark.words, "") : (mark.before, mark.words)
      // At the left edge there is no room for what stands before.
      if !said.0.isEmpty, place > 25 {
        body.append(.words(place, y + 12, said.0, "t \(mark.before.isEmpty ? tone : "gone")-t", .end, aside: -5))
      }
      if !said.1.isEmpty { body.append(.words(place, y + 12, said.1, "t \(tone)-t", aside: 5)) }
    }
    // At the right edge a label stands before its place, over that of one which is near.
    let ticks = RoundTicks.between(scale.low, scale.high, steps: 6)
    for (index, tick) in ticks.enumerated() {
      let place = x(tick)
      guard tick == 0 || abs(place - x(0)) > 9 else { continue }
      if tick != 0, index + 1 < ticks.count, x(ticks[index + 1]) > 93, x(ticks[index + 1]) - place < 18 { continue }
      let text = numbers.text(tick, NumberStyle(.money(cents: false), showsPlus: true))
      body.append(.words(place, base + 18, text, "s", place < 7 ? .start : place > 93 ? .end : .middle))
    }
    let stacks = stacks
    for (bin, stack) in stacks.enumerated() {
      let place = Place.percent(x(scale.low + (Double(bin) + 0.5) * scale.step))
      for (number, dot) in stack.enumerated() {
        let (level, column) = (Double(number / across), Double(number % across))
        body.append(
          .sign(
            "d-\(dot.sign.rawValue)", x: place, base - (level + 0.5) * pitch - 1,
            aside: column * 8.4 - Double(across - 1) * 4.2))
      }
    }
    if let beyond, let last = stacks.last {
      let y = base - 6 - pitch * Double(last.count)
      body.append(.words(100, y, say("up to \(numbers.money(beyond.toTwoDigits)) →"), "s", .end))
    }
    return Picture("dots", height: base + 24, title: title, told: told(numbers), body)
  }

  private func told(_ numbers: NumberFormat) -> String {
    let amounts = dots.map(\.amount).sorted()
    guard let first = amounts.first, let last = amounts.last else {
      return say("Nothing to draw: there are no usable numbers.")
    }
    let style = NumberStyle(.money(cents: false), showsPlus: true)
    let text = { (value: Double) in "\(numbers.text(value.toThreeDigits, style)) \(currency)" }
    let middle = amounts[amounts.count / 2]
    return say("\(dots.count) dots from \(text(first)) to \(text(last)); half of them lie below \(text(middle)).")
  }
}

extension Double {
  /// For what is said by the way.
  var toTwoDigits: Double {
    guard self != 0, isFinite else { return self }
    var unit = 1.0
    while magnitude / unit >= 100, unit < 1e15 { unit *= 10 }
    return (self / unit).rounded() * unit
  }
}

import Language

extension WaterfallChart {
  var picture: Picture {
    let numbers = NumberFormat()
    let span = span ?? ownSpan
    let x = { (value: Double) in
      36 + 44 * (value - span.lowerBound) / (span.upperBound - span.lowerBound)
    }
    let bars = bars
    let style = NumberStyle(.money(cents: false), showsPlus: true)
    let height = 15 * Double(bars.count)
    var body: [Markup] = [.line("zero", x(0), 0, x(0), height)]
    for (row, bar) in bars.enumerated() {
      let y = 15 * Double(row) + 2
      let isGain = bar.amount > 0
      let tone = bar.isTotal ? (isGain ? "bar profit" : "bar ruin") : (isGain ? "bar gain" : "bar cut")
      body.append(.rect(tone, x: x(bar.low), y, width: max(x(bar.high) - x(bar.low), 0.4), height: 10))
      if row < bars.count - 1 { body.append(.line("tie", x(bar.end), y + 10, x(bar.end), y + 15)) }
      let strong = bar.isTotal ? " strong" : ""
      body += [
        .words(0, y + 10, bar.label, "t" + strong),
        .words(100, y + 10, numbers.text(bar.amount, style), "n" + strong, .end),
      ]
    }
    let amount = { (step: Step) in "\(numbers.text(step.amount, style)) \(currency)" }
    return Picture(
      "bridge", height: height, title: title,
      told: say("\(from.label): \(amount(from)). \(to.label): \(amount(to))."), body)
  }
}

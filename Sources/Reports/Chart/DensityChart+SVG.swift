import Analysis
import Language

extension DensityChart {
  var picture: Picture {
    let height = 120.0
    let profile = profile(columns: 60)
    let most = profile.probabilities.max() ?? 0
    let (first, last) = (marks.first.map { profile.bin(of: $0.value) }, marks.last.map { profile.bin(of: $0.value) })
    let width = 100 / Double(max(1, profile.probabilities.count))
    var body = profile.probabilities.enumerated().map { bin, probability -> Markup in
      let isInside = bin >= first ?? 0 && bin <= last ?? .max
      let tall = most > 0 ? probability / most * height : 0
      return .rect(
        isInside ? "bar keep" : "band2", x: Double(bin) * width, height - tall, width: width * 0.9, height: tall)
    }
    body.append(.line("base", 0, height, 100, height))
    let share = { (value: Double) in 100 * (value - profile.low) / (profile.high - profile.low) }
    let numbers = NumberFormat()
    for tick in RoundTicks.between(profile.low, profile.high) {
      let x = share(tick)
      body.append(.words(x, height + 14, numbers.tick(tick, style), "s", x < 5 ? .start : x > 95 ? .end : .middle))
    }
    for mark in marks {
      let x = min(max(share(mark.value), 0), 100)
      body += [
        .line("gone", x, 0, x, height),
        .words(x, height + 30, mark.label, "t", x < 5 ? .start : x > 95 ? .end : .middle),
      ]
    }
    let told = marks.map { "\($0.label) \($0.text)" }.joined(separator: Tongue.current.comma)
    return Picture("density", height: height + 36, title: title, told: say("\(told)."), body)
  }
}

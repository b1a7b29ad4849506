import Language

extension FanChart {
  var picture: Picture {
    let shown = periods.filter(\.isFinite)
    let plans = periods.compactMap(\.plan)
    let frame = PictureFrame(shown.flatMap { [$0.p5, $0.p95] } + plans + [0])
    let shares = PictureFrame.shares(periods.count)
    func line(_ value: (Period) -> Double) -> [(share: Double, value: Double)] {
      zip(shares, periods).map { ($0, value($1)) }
    }
    var lines: [Markup] = [
      frame.area("band", line(\.p5), line(\.p95)), frame.area("band", line(\.p25), line(\.p75)),
      .tag("path", "series s0", [.init("d", frame.path(line(\.p50)))]),
    ]
    if !plans.isEmpty {
      lines.append(.tag("path", "middle", [.init("d", frame.path(line { $0.plan ?? .nan }))]))
    }
    let key = [("series s0", say("typical"))] + (plans.isEmpty ? [] : [("middle", say("averages"))])
    let body =
      frame.grid(style, unit) + [Picture.stretched(height: frame.height, lines)]
      + frame.labels(zip(shares, periods).map { ($0, $1.label) }) + frame.key(key, below: 34)
    return Picture("fan", height: frame.height + 40, title: title, told: told, body)
  }

  private var told: String {
    guard let last = periods.last, last.isFinite else { return say("Nothing to draw: there are no usable numbers.") }
    let numbers = NumberFormat()
    let write = { (value: Double) in numbers.text(value, style) + (unit.isEmpty ? "" : " \(unit)") }
    return say(
      "At the end the typical world has \(write(last.p50)); 1 in 20 has less than \(write(last.p5)), 1 in 20 more than \(write(last.p95))."
    )
  }
}

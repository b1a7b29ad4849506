import Language

extension LineChart {
  var picture: Picture {
    let values = points.flatMap { point in
      [point.value] + (point.interval.map { [$0.lowerBound, $0.upperBound] } ?? [])
    }
    let frame = PictureFrame(values + (level.map { [$0.value] } ?? []))
    let places = points.map(\.place)
    let (first, last) = (places.min() ?? 0, places.max() ?? 1)
    let share = { (place: Double) in last > first ? (place - first) / (last - first) : 0.5 }
    let banded = points.compactMap { point in point.interval.map { (share(point.place), $0) } }
    let lines: [Markup] = [
      frame.area("band", banded.map { ($0.0, $0.1.lowerBound) }, banded.map { ($0.0, $0.1.upperBound) }),
      .tag("path", "series s0", [.init("d", frame.path(points.map { (share($0.place), $0.value) }))]),
    ]
    var body = frame.grid(style, unit) + [Picture.stretched(height: frame.height, lines)]
    if let level {
      body += [
        .line("gone", 0, frame.y(level.value), 100, frame.y(level.value)),
        .words(100, frame.y(level.value) - 4, level.name, "s halo", .end),
      ]
    }
    let numbers = NumberFormat()
    if let placeStyle {
      let ticks = RoundTicks.between(first, last)
      body += frame.labels(ticks.map { (share($0), numbers.tick($0, placeStyle)) })
    } else {
      body += frame.labels(points.map { (share($0.place), $0.label) })
    }
    return Picture("line", height: frame.height + 20, title: title, told: told(numbers), body)
  }

  private func told(_ numbers: NumberFormat) -> String {
    guard let first = points.first, let last = points.last else {
      return say("Nothing to draw: there are no usable numbers.")
    }
    let write = { (value: Double) in numbers.text(value, style) + (unit.isEmpty ? "" : " \(unit)") }
    return say("From \(write(first.value)) at \(first.label) to \(write(last.value)) at \(last.label).")
  }
}

import Language

extension OverlayChart {
  var picture: Picture {
    let frame = PictureFrame(series.flatMap { $0.p50 + (drawsP5 ? $0.p5 : []) } + [0])
    let shares = PictureFrame.shares(labels.count)
    let lines = series.enumerated().flatMap { place, one -> [Markup] in
      let line = { (tone: String, values: [Double]) -> Markup in
        .tag("path", "\(tone) s\(place % 6)", [.init("d", frame.path(Array(zip(shares, values))))])
      }
      return [line("series", one.p50)] + (drawsP5 ? [line("series low5", one.p5)] : [])
    }
    let key = series.enumerated().map { ("series s\($0.offset % 6)", $0.element.name) }
    let body =
      frame.grid(style, unit) + [Picture.stretched(height: frame.height, lines)]
      + frame.labels(Array(zip(shares, labels))) + frame.key(key, below: 34)
    let numbers = NumberFormat()
    let ends = series.map { one in
      "\(one.name) \(numbers.text(one.p50.last { $0.isFinite } ?? .nan, style))"
    }
    return Picture(
      "overlay", height: frame.height + 24 + PictureFrame.keyHeight(series.count), title: title,
      told: say("Typical world at the end: \(ends.joined(separator: Tongue.current.comma))."), body)
  }
}

import Language

extension Sparkline {
  var picture: Picture {
    let frame = PictureFrame(values, height: 60)
    let shares = PictureFrame.shares(values.count)
    let line: Markup = .tag("path", "series s0", [.init("d", frame.path(Array(zip(shares, values))))])
    return Picture(
      "spark", height: 66, title: title, told: words,
      frame.grid(style, unit) + [Picture.stretched(height: frame.height, [line])])
  }

  private var words: String {
    guard let scale = Scale(of: [values]) else { return say("Nothing to draw: there are no usable numbers.") }
    let numbers = NumberFormat()
    return "\(numbers.text(scale.low, style)) – \(numbers.text(scale.high, style))" + (unit.isEmpty ? "" : " \(unit)")
  }
}

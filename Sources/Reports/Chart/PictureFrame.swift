import Language

/// The plane of a picture: amounts go up, and something goes across.
struct PictureFrame {
  let height: Double
  private let low: Double
  private let high: Double
  private let ticks: [Double]

  /// The room at the left for the scale, and all that is to its right.
  private static let (left, width) = (12.0, 87.0)

  /// - Parameter values: what is to be seen; those that are not finite are left out.
  init(_ values: [Double], height: Double = 190) {
    let finite = values.filter(\.isFinite)
    let (least, most) = (finite.min() ?? 0, finite.max() ?? 1)
    let margin = max((most - least) * 0.04, most.magnitude * 1e-9, 1e-12)
    self.height = height
    low = least - margin
    high = most + margin
    ticks = RoundTicks.between(low, high)
  }

  func x(_ share: Double) -> Double { Self.left + Self.width * min(max(share, 0), 1) }

  func y(_ value: Double) -> Double {
    guard value.isFinite else { return height }
    return height * (1 - (min(max(value, low), high) - low) / (high - low))
  }

  /// Lines at round numbers, with the numbers at the left; the highest has the unit.
  func grid(_ style: NumberStyle, _ unit: String) -> [Markup] {
    let numbers = NumberFormat()
    return ticks.enumerated().flatMap { place, tick -> [Markup] in
      let suffix = place == ticks.count - 1 && !unit.isEmpty ? " \(unit)" : ""
      return [
        .line(tick == 0 ? "zero" : "grid", 0, y(tick), 100, y(tick)),
        .words(0, y(tick) - 4, numbers.tick(tick, style) + suffix, "s halo"),
      ]
    }
  }

  /// Points as a path of a stretched picture, broken where a value is missing.
  func path(_ points: [(share: Double, value: Double)]) -> String {
    var text = ""
    var isOpen = false
    for point in points {
      guard point.value.isFinite else {
        isOpen = false
        continue
      }
      text += (isOpen ? "L" : "M") + Place.text(10 * x(point.share)) + " " + Place.text(y(point.value))
      isOpen = true
    }
    return text.isEmpty ? "M0 0" : text
  }

  /// Between two lines of as many points.
  func area(_ tone: String, _ lower: [(share: Double, value: Double)], _ upper: [(share: Double, value: Double)])
    -> Markup
  {
    let outline = (upper + lower.reversed()).filter(\.value.isFinite)
    return .tag("path", tone, [.init("d", path(outline) + "Z")])
  }

  /// As many of the labels below as have room.
  func labels(_ labels: [(share: Double, text: String)]) -> [Markup] {
    let widest = labels.map(\.text.displayWidth).max() ?? 1
    let most = max(1, 90 / max(3, widest + 2))
    let stride = (labels.count + most - 1) / most
    return labels.enumerated().filter { stride <= 1 || $0.offset.isMultiple(of: stride) }.map { _, label in
      let place = x(label.share)
      return .words(place, height + 14, label.text, "s", place > 95 ? .end : .middle)
    }
  }

  static func shares(_ count: Int) -> [Double] {
    (0..<count).map { count > 1 ? Double($0) / Double(count - 1) : 0.5 }
  }

  /// What lines mean, side by side below.
  func key(_ entries: [(tone: String, words: String)], below: Double) -> [Markup] {
    entries.enumerated().flatMap { place, entry -> [Markup] in
      let (row, column) = place.quotientAndRemainder(dividingBy: 3)
      let (x, y) = (33 * Double(column), height + below + 16 * Double(row))
      return [.line(entry.tone, x, y - 4, x + 4, y - 4), .words(x + 5, y, entry.words.shortened(to: 26), "s")]
    }
  }

  static func keyHeight(_ count: Int) -> Double { 16 * Double((count + 2) / 3) }
}

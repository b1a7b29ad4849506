import Language

/// A drawn chart: places along x are in per cent of the width there is, places along y in pixels, so that words keep their
/// size from a telephone to paper.
struct Picture: Sendable {
  /// Its class.
  let kind: String
  let height: Double
  /// What it shows, for those who do not see it.
  let title: String
  /// What is to be seen in it.
  let told: String
  var body: [Markup]

  init(_ kind: String, height: Double, title: String, told: String, _ body: [Markup]) {
    self.kind = kind
    self.height = height
    self.title = title
    self.told = told
    self.body = body
  }

  /// - Parameter number: no other picture of the page has it.
  func element(_ number: Int) -> Markup {
    .tag(
      "svg", "chart \(kind)",
      [
        .init("width", "100%"), .init("height", Place.text(height)), .init("role", "img"),
        .init("aria-labelledby", "t\(number) d\(number)"),
      ],
      [.tag("title", "", [.init("id", "t\(number)")], title), .tag("desc", "", [.init("id", "d\(number)")], told)]
        + body)
  }

  /// Lines that stretch with the width: inside, x runs from 0 to 1000 and y in pixels.
  static func stretched(height: Double, _ body: [Markup]) -> Markup {
    .tag(
      "svg", "",
      [
        .init("x", "0"), .init("y", "0"), .init("width", "100%"), .init("height", Place.text(height)),
        .init("viewBox", "0 0 1000 \(Place.text(height))"), .init("preserveAspectRatio", "none"),
      ], body)
  }
}

/// Numbers of a picture, always with the same digits.
enum Place {
  /// Two decimals at most, none that is not needed.
  static func text(_ value: Double) -> String {
    let hundredths = Int((min(max(value.isNaN ? 0 : value, -1e6), 1e6) * 100).rounded())
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    let sign = hundredths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    return "\(sign)\(whole)." + (rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)")
  }

  static func percent(_ value: Double) -> String { text(value) + "%" }
}

/// Shapes of pictures.
extension Markup {
  enum Anchor: String { case start, middle, end }

  static func words(
    _ x: Double, _ y: Double, _ text: String, _ tone: String = "t", _ anchor: Anchor = .start, aside: Double = 0
  ) -> Markup {
    var attributes = [Attribute("x", Place.percent(x)), Attribute("y", Place.text(y))]
    if aside != 0 { attributes.append(Attribute("dx", Place.text(aside))) }
    if anchor != .start { attributes.append(Attribute("text-anchor", anchor.rawValue)) }
    return .tag("text", tone, attributes, text)
  }

  static func line(_ tone: String, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> Markup {
    .tag(
      "line", tone,
      [
        Attribute("x1", Place.percent(x1)), Attribute("x2", Place.percent(x2)), Attribute("y1", Place.text(y1)),
        Attribute("y2", Place.text(y2)),
      ])
  }

  static func rect(_ tone: String, x: Double, _ y: Double, width: Double, height: Double) -> Markup {
    .tag(
      "rect", tone,
      [
        Attribute("x", Place.percent(x)), Attribute("y", Place.text(y)), Attribute("width", Place.percent(width)),
        Attribute("height", Place.text(height)),
      ])
  }

  /// A sign of ``PictureSigns``.
  static func sign(_ id: String, x: String, _ y: Double, aside: Double = 0) -> Markup {
    let moved = aside == 0 ? [] : [Attribute("transform", "translate(\(Place.text(aside)))")]
    return .tag("use", "", [Attribute("href", "#\(id)"), Attribute("x", x), Attribute("y", Place.text(y))] + moved)
  }
}

/// The signs that pictures use: a square with a cross for out, a ring for a loss, a disc for a profit, a dash for money kept.
enum PictureSigns {
  static let definitions: Markup = .tag(
    "defs", "", [],
    ending("m", 6) + ending("d", 3.9) + [
      .tag("path", "dash", [.init("id", "m-keep"), .init("d", "M-2 0h4")]),
      .tag("path", "low", [.init("id", "m-low"), .init("d", "M-5 -4h10L0 5z")]),
      .tag("path", "high", [.init("id", "m-high"), .init("d", "M-5 4h10L0 -5z")]),
    ])

  /// Hidden, at the head of a page.
  static let hidden: Markup = .tag(
    "svg", "defs", [.init("width", "0"), .init("height", "0"), .init("aria-hidden", "true")], [definitions])

  private static func ending(_ size: String, _ radius: Double) -> [Markup] {
    let (r, x) = (Place.text(radius), Place.text(radius * 0.46))
    let ring = Place.text(radius - 1.1)
    return [
      .tag(
        "g", "", [.init("id", "\(size)-out")],
        [
          .tag(
            "rect", "ruin",
            [
              .init("x", "-\(r)"), .init("y", "-\(r)"), .init("width", Place.text(2 * radius)),
              .init("height", Place.text(2 * radius)),
            ]),
          .tag("path", "cut", [.init("d", "M-\(x) -\(x)L\(x) \(x)M-\(x) \(x)L\(x) -\(x)")]),
        ]),
      .tag("circle", "ring", [.init("id", "\(size)-loss"), .init("r", ring)]),
      .tag("circle", "ring grey", [.init("id", "\(size)-worse"), .init("r", ring)]),
      .tag("circle", "profit", [.init("id", "\(size)-profit"), .init("r", r)]),
    ]
  }
}

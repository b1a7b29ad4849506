import Language

extension Chart {
  /// The same chart as a picture.
  var picture: Picture {
    switch self {
    case .fan(let chart): chart.picture
    case .sparkline(let sparkline): sparkline.picture
    case .density(let chart): chart.picture
    case .overlay(let chart): chart.picture
    case .strips(let chart): chart.picture
    case .line(let chart): chart.picture
    case .heat(let map): map.picture
    case .signs(let signs): signs.picture(title: say("How 100 worlds end"))
    case .cash(let chart): chart.alone
    case .bars(let bars): bars.picture
    case .dots(let chart): chart.picture()
    case .waterfall(let chart): chart.picture
    case .dumbbells(let chart): chart.picture
    }
  }

  /// A file of its own (SVG 2): it fetches and runs nothing, and follows a dark screen.
  package func svg(width: Int = 720) -> String {
    let (picture, margin, top) = (picture, 16.0, 40.0)
    let (across, down) = (Double(width), picture.height + top + margin)
    let inside: Markup = .tag(
      "svg", "",
      [
        .init("x", Place.text(margin)), .init("y", Place.text(top)), .init("width", Place.text(across - 2 * margin)),
        .init("height", Place.text(picture.height)), .init("overflow", "visible"),
      ], picture.body)
    let whole: Markup = .tag(
      "svg", "chart alone",
      [
        .init("xmlns", "http://www.w3.org/2000/svg"), .init("width", Place.text(across)),
        .init("height", Place.text(down)), .init("viewBox", "0 0 \(Place.text(across)) \(Place.text(down))"),
        .init("role", "img"), .init("aria-labelledby", "t1 d1"),
      ],
      [
        .tag("title", "", [.init("id", "t1")], picture.title), .tag("desc", "", [.init("id", "d1")], picture.told),
        .tag("style", "", [], Asset.text("report/picture.css") ?? ""), PictureSigns.definitions,
        .tag("rect", "paper", [.init("width", "100%"), .init("height", "100%")]),
        .tag(
          "text", "t strong", [.init("x", Place.text(margin)), .init("y", "24")], picture.title.shortened(to: 90)),
        inside,
      ])
    return whole.written + "\n"
  }
}

import Foundation
import FoundationXML
import Language
import Testing

@testable import Reports

/// Each kind of chart, small.
enum Kinds {
  static let dots: DotChart = {
    let amounts = (0..<50).map { Double($0 * $0) * 8 - 2000 }
    return DotChart(
      title: "Gain", origin: "seed 1", currency: "USD",
      dots: amounts.map { DotChart.Dot($0, $0 < -1500 ? .out : $0 <= 0 ? .loss : .profit) },
      landmarks: [
        DotChart.Landmark(-2000, "all the money is gone", isStrong: false),
        DotChart.Landmark(0, "as if not started", isStrong: true),
      ], scale: DotChart.Scale([amounts], from: -2100, to: 12_000))
  }()

  static let waterfall = WaterfallChart(
    title: "From averages", origin: "seed 1", currency: "USD", from: .init("On averages", 1230),
    steps: [.init("Gross profit", -5083), .init("Ads", 2009), .init("退款和拒付", 522)],
    to: .init("Typical world", -1322))

  static let dumbbells = DumbbellChart(
    title: "What decides", origin: "seed 1",
    rows: [
      .init("stores.shop.conversion", lowAt: "1.3 %", highAt: "4.1 %", low: 0, high: 0.94),
      .init("ads.google_shopping.cpc", lowAt: "0.58", highAt: "0.98", low: 0.6, high: 0.26),
    ], overall: 0.42, noise: 0.14)

  static let all: [(name: String, chart: Chart)] = {
    let periods = (1...12).map { month -> FanChart.Period in
      let middle = Double(month) * 100
      return FanChart.Period(
        String(month), p5: middle - 900, p25: middle - 200, p50: middle, p75: middle + 300, p95: middle + 2000,
        plan: middle * 1.1)
    }
    let fan = FanChart(title: "Cash", unit: "USD", worlds: 300, origin: "seed 1", periods: periods)
    var cash = CashChart(
      currency: "USD", start: periods[0], months: periods, names: periods.map(\.label),
      out: [0, 0, 4, 9, 2, 0, 0, 0, 0, 0, 0, 0])
    cash.closed = cash.out
    cash.worlds = [.init(cash: [500, 300, 100, -20], days: 365, sign: .out, words: "world 7")]
    let line = LineChart(
      title: "Ruin", unit: "", style: .share, placeStyle: .money, origin: "seed 1",
      points: (1...5).map { LineChart.Point(Double($0), "\($0)", Double($0) / 10, Double($0) / 12...Double($0) / 8) },
      level: .init("5 %", 0.05))
    let overlay = OverlayChart(
      title: "Cash", unit: "USD", style: .money, origin: "seed 1", labels: ["1", "2", "3"],
      series: [.init("base", p50: [1, 2, 3], p5: [0, -1, -2]), .init("稳健", p50: [1, .nan, 4], p5: [0, .nan, 1])])
    return [
      ("fan", .fan(fan)), ("cash", .cash(cash)), ("line", .line(line)), ("overlay", .overlay(overlay)),
      ("sparkline", .sparkline(Sparkline(title: "Visits", values: [1, 3, 2, .nan, 5]))),
      (
        "strips",
        .strips(
          StripChart(
            title: "Worth", unit: "USD", style: .money, low: -10, high: 90,
            strips: [.init("base", [1, 2, 3, 50]), .init("lean", [-5, 5, 80])]))
      ),
      (
        "heat",
        .heat(
          HeatMap(
            title: "Ruin", unit: "", style: .share, origin: "", rowName: "a", columnName: "b", rowLabels: ["1", "2"],
            columnLabels: ["3", "4"], values: [[0.1, 0.2], [nil, 0.4]]))
      ),
      (
        "signs",
        .signs(
          SignArray(
            kinds: [
              .init("x", 48, "run out of money", range: "46–50"), .init("o", 9, "end with a loss", range: "8–10"),
              .init("+", 43, "end with a profit", range: "41–45"),
            ], notes: []))
      ),
      (
        "bars",
        .bars(
          SignBars(
            title: "Gain", origin: "",
            rows: [.init("above 0", 43, [.init("+", 43, .good)]), .init("below", 57, [.init("x", 57, .bad)])],
            key: [("+", "profit", .good)]))
      ),
      ("dots", .dots(dots)), ("waterfall", .waterfall(waterfall)), ("dumbbells", .dumbbells(dumbbells)),
    ]
  }()

  static let hostile = "</svg><script>\u{202E}&\"]]>"
}

@Suite("Pictures")
struct PictureTests {
  @Test("every chart is a well-formed picture with a name, and the same bytes twice", arguments: Kinds.all.indices)
  func wellFormed(place: Int) {
    let chart = Kinds.all[place].chart
    let text = chart.svg()
    #expect(XMLParser(data: Data(text.utf8)).parse(), "\(Kinds.all[place].name)")
    #expect(text == chart.svg())
    #expect(text.contains(#/<title id="t1">[^<]+<\/title><desc id="d1">[^<]+<\/desc>/#), "\(Kinds.all[place].name)")
    #expect(!text.contains("nan") && !text.contains("inf"), "\(Kinds.all[place].name)")
  }

  @Test("a law is a picture, too")
  func density() throws {
    let text = Chart.density(DensityChartTests.chart(try DensityChartTests.law("lognormal", 0.9, 0.3))).svg()
    #expect(XMLParser(data: Data(text.utf8)).parse())
  }

  @Test("hostile words in a chart stay words")
  func hostile() {
    var dots = Kinds.dots
    dots.title = Kinds.hostile
    dots.landmarks[0].words = Kinds.hostile
    var falls = Kinds.waterfall
    falls.steps[0].label = Kinds.hostile
    var bells = Kinds.dumbbells
    bells.rows[0].label = Kinds.hostile
    for text in [Chart.dots(dots), .waterfall(falls), .dumbbells(bells)].map({ $0.svg() }) {
      #expect(XMLParser(data: Data(text.utf8)).parse())
      #expect(!text.contains("<script") && !text.contains("\u{202E}"))
    }
  }

  @Test("places are written with two decimals at most, whatever the number")
  func places() {
    #expect(Place.text(0) == "0" && Place.text(-0.004) == "0" && Place.text(1.5) == "1.5")
    #expect(Place.text(12.345) == "12.35" && Place.text(-3.05) == "-3.05" && Place.text(.nan) == "0")
    #expect(Place.text(.infinity) == "1000000")
  }

  @Test("bytes in Base64 are those of RFC 4648", arguments: ["", "f", "fo", "foo", "foob", "fooba", "foobar"])
  func base64(text: String) {
    #expect(Base64.text(Array(text.utf8)) == Data(text.utf8).base64EncodedString())
  }

  @Test("dots stand in bins that begin at 0, and none is lost")
  func bins() {
    let scale = Kinds.dots.scale
    #expect(scale.bin(of: -0.001) != scale.bin(of: 0.001))
    #expect(Kinds.dots.stacks.map(\.count).reduce(0, +) == 50)
    #expect(Kinds.dots.stacks.map(\.count).max() == scale.tallest)
  }

  @Test("typed names become pieces of their own, and what looks like the signs between them does nothing")
  func typedNames() {
    #expect(TypedNames.runs("a \(TypedNames.marked("x")) b") == [TextRun("a "), .accent("x"), TextRun(" b")])
    #expect(TypedNames.runs(TypedNames.marked("\u{E001}x\u{E000}")) == [.accent("x")])
    #expect(TypedNames.runs("\u{E000}") == [.accent("")])
  }

  @Test(
    "dots, waterfalls and dumbbells look as they were approved, and no line is too wide", arguments: [60, 80, 120])
  func approvedLook(width: Int) throws {
    let document = Document(
      [Chart.dots(Kinds.dots), .waterfall(Kinds.waterfall), .dumbbells(Kinds.dumbbells)].flatMap {
        [.chart($0), .blank]
      })
    for (name, glyphs) in [("mono", Surface.Glyphs.unicode), ("ascii", .ascii)] {
      let text = document.rendered(on: Surface(width: width, rows: 40, glyphs: glyphs))
      #expect(text.split(separator: "\n").allSatisfy { String($0).displayWidth <= width })
      try Snapshot.check(text, "decision-\(name)-\(width)")
    }
    let colour = document.lines(on: Surface(width: width, rows: 40, colour: .ansi256))
    try Snapshot.check(Snapshot.inked(colour), "decision-colour-\(width)")
  }
}

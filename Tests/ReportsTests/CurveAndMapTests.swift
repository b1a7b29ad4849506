import Language
import Testing

@testable import Reports

@Suite("Curves and maps")
struct CurveAndMapTests {
  private func curve(_ values: [Double], _ places: [Double]? = nil, level: Double? = nil) -> LineChart {
    let places = places ?? values.indices.map(Double.init)
    return LineChart(
      title: "Out of money by cash.budget", unit: "", style: .share, placeStyle: .number,
      origin: "10,000 worlds · seed 1",
      points: zip(places, values).map { place, value in
        let interval = value.isFinite ? (value - 0.01)...(value + 0.01) : nil
        return LineChart.Point(place, NumberFormat().text(place, .number), value, interval)
      }, level: level.map { LineChart.Level("the target, 5 %", $0) })
  }

  private func map(_ rows: Int, _ columns: Int, _ value: (Int, Int) -> Double?) -> HeatMap {
    HeatMap(
      title: "Out of money", unit: "", style: .share, origin: "10,000 worlds · seed 1", rowName: "cash.budget",
      columnName: "ads.meta.budget", rowLabels: (0..<rows).map { "\($0 * 500)" },
      columnLabels: (0..<columns).map { "\($0 * 10)" },
      values: (0..<rows).map { row in (0..<columns).map { value(row, $0) } })
  }

  private func text(_ chart: Chart, _ surface: Surface) -> String { Document([.chart(chart)]).rendered(on: surface) }

  /// Without the places where lines break.
  private func sentences(_ chart: Chart) -> String {
    text(chart, Surface(width: 80)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static let surfaces = [40, 60, 80, 120].flatMap { width in
    Surface.Glyphs.allCases.flatMap { glyphs in
      Surface.Colour.allCases.map { Surface(width: width, rows: 24, colour: $0, glyphs: glyphs) }
    }
  }

  private func expectFits(_ chart: Chart, _ surface: Surface) {
    for line in Document([.chart(chart)]).lines(on: surface) {
      #expect(line.width <= surface.width)
      if surface.glyphs == .ascii {
        #expect(line.painted(.none).unicodeScalars.allSatisfy { (0x20...0x7E).contains($0.value) })
      }
    }
  }

  @Test("no line is wider than asked, whatever the values", arguments: surfaces)
  func fits(surface: Surface) {
    for values in [
      [0.4, 0.2, 0.05, 0.01], [0.5], [], [.nan, .nan], [0.1, .nan, 0.3], [0, 0, 0], [1e308, -1e308], [.infinity, 1],
    ] {
      expectFits(.line(curve(values, level: 0.05)), surface)
    }
    for (rows, columns) in [(1, 1), (3, 5), (12, 30), (40, 100), (0, 0)] {
      expectFits(.heat(map(rows, columns) { row, column in column == 2 ? nil : Double(row * column) / 100 }), surface)
    }
    expectFits(.heat(map(2, 2) { _, _ in nil }), surface)
    expectFits(.heat(map(2, 2) { row, _ in row == 0 ? .nan : 1e308 }), surface)
  }

  @Test("a curve says its ends and extremes in words, and where the target lies")
  func words() {
    let shown = text(.line(curve([0.4, 0.2, 0.05, 0.3], level: 0.05)), Surface(width: 100))
    #expect(shown.contains("From 40.0 % at 0 to 30.0 % at 3; lowest 5.0 % at 2."))
    #expect(shown.contains("the target, 5 %") && shown.contains("10,000 worlds · seed 1"))
    let falling = text(.line(curve([0.4, 0.1, 0.0, 0.0])), Surface(width: 100))
    #expect(falling.contains("From 40.0 % at 0 to 0.0 % at 3."), "what reads like an end is no news")
    #expect(text(.line(curve([0.5])), Surface(width: 80)).contains("Only one point: 50.0 % at 0."))
    #expect(text(.line(curve([])), Surface(width: 80)).contains("Nothing to draw"))
    #expect(sentences(.line(curve([.nan, 0.1]))).contains("points without a usable number: 1 of 2"))
  }

  @Test("a falling curve never rises")
  func monotone() {
    let lines = curve([0.9, 0.5, 0.3, 0.1, 0.02], [0, 500, 1000, 4000, 8000]).lines(on: Surface(width: 80))
    let plot = lines.map { Array($0.painted(.none)) }.filter { $0.contains("┤") || $0.contains("│") }
    var highest = 0
    for column in 8..<70 {
      guard let row = plot.firstIndex(where: { $0.indices.contains(column) && "━┏┗┃".contains($0[column]) }) else {
        continue
      }
      #expect(row >= highest, "\(column)")
      highest = row
    }
    #expect(highest > 5)
  }

  @Test("cells show their values where they fit, and say where the numbers are where they do not")
  func cells() {
    let small = text(.heat(map(2, 3) { row, column in Double(row + column) / 10 }), Surface(width: 80))
    #expect(small.contains("30.0 % █") && small.contains("0.0 % ·") && small.contains("down: cash.budget"))
    #expect(small.contains("from 0.0 % (lowest) to 30.0 % (highest)"))
    let wide = text(.heat(map(2, 40) { row, column in Double(row + column) / 100 }), Surface(width: 80))
    #expect(!wide.contains("3.0 %  "))
    let told = sentences(.heat(map(2, 40) { row, column in Double(row + column) / 100 }))
    #expect(told.contains("too narrow to show the numbers"))
    let ascii = text(.heat(map(2, 3) { row, column in Double(row + column) / 10 }), Surface(width: 80, glyphs: .ascii))
    #expect(ascii.contains("30.0 % 9"))
  }

  @Test("brighter cells are higher ones")
  func ramp() {
    let lines = map(1, 8) { _, column in Double(column) }.lines(on: Surface(width: 120, colour: .ansi256))
    let inks = lines.flatMap(\.spans).compactMap(\.ink.background)
    #expect(inks == Swatch.ramp)
  }

  @Test("they look as they were approved", arguments: [60, 80, 120])
  func approvedLook(width: Int) throws {
    let document = Document([
      .chart(
        .line(
          curve(
            [1, 0.88, 0.72, 0.4, 0.17, 0.05, 0.014, 0], [500, 1000, 1500, 3000, 4200, 5200, 6000, 8400], level: 0.05))),
      .blank, .chart(.heat(map(4, 5) { row, column in Double((row + 1) * (column + 2)) / 30 })), .blank,
      .chart(.heat(map(3, 30) { row, column in Double(row * column) / 60 })),
    ])
    try Snapshot.check(document.rendered(on: Surface(width: width, rows: 40)), "curves-mono-\(width)")
    try Snapshot.check(document.rendered(on: Surface(width: width, rows: 40, glyphs: .ascii)), "curves-ascii-\(width)")
    let colour = document.lines(on: Surface(width: width, rows: 40, colour: .ansi256))
    try Snapshot.check(Snapshot.inked(colour), "curves-colour-\(width)")
  }
}

import Language
import Testing

@testable import Reports

@Suite struct ChartTests {
  private static let widths = [40, 60, 80, 100, 120, 300]

  private func text(_ chart: FanChart, _ surface: Surface = Surface(width: 80, rows: 24)) -> String {
    Document([.chart(.fan(chart))]).rendered(on: surface)
  }

  private func plotRows(_ chart: FanChart, _ surface: Surface) -> [StyledLine] {
    chart.lines(on: surface).filter { line in line.painted(.none).contains { "┤│+|".contains($0) } }
  }

  @Test("all plot rows are equally wide, and the chart ends at 100 cells", arguments: widths)
  func square(width: Int) {
    for glyphs in Surface.Glyphs.allCases {
      for colour in [Surface.Colour.none, .ansi256] {
        let surface = Surface(width: width, rows: 60, colour: colour, glyphs: glyphs)
        var chart = Samples.cash
        chart.title = "Cash"
        (chart.unit, chart.origin) = ("", "")
        let plot = plotRows(chart, surface).filter { !$0.painted(.none).contains("worlds") }
        #expect(plot.count >= 11)
        #expect(Set(plot.map(\.width)) == [min(width, 100) - 2])
      }
    }
  }

  @Test("it leaves four lines of the screen free, and lines of words when there is no room for a plot")
  func height() {
    for rows in 10...60 {
      let lines = text(Samples.cash, Surface(width: 80, rows: rows)).lines
      #expect(lines.count <= rows - 4 && lines.count <= 21)
      #expect(lines.joined().contains("5,160 USD (p50)"))
    }
    #expect(text(Samples.cash, Surface(width: 80, rows: 0)).contains("p95"))
    #expect(text(Samples.cash, Surface(width: 80, rows: 10)).contains("█"))
  }

  @Test("the same width gives the same picture, whatever the terminal")
  func sameWidth() {
    #expect(text(Samples.cash, Surface(width: 80, rows: 60)) == text(Samples.cash, Surface(width: 80)))
    #expect(text(Samples.cash, Surface(width: 100)) == text(Samples.cash, Surface(width: 240)))
  }

  @Test("it says what it shows, aloud")
  func words() {
    let shown = text(Samples.cash, Surface(width: 120)).lines
    #expect(shown[0] == "  Cash at the end of the month · USD · 10,000 worlds · seed 1 · #3")
    #expect(
      shown.suffix(2).map { $0.drop { $0 == " " } }.joined(separator: " ")
        == "In month 12 the typical world has 5,160 USD (p50); 1 in 20 has less than 1,128 (p5), "
        + "1 in 20 more than 12,720 (p95); averages: 8,688.")
  }

  @Test("the zero line is there exactly when zero is in range")
  func zeroLine() {
    #expect(text(Samples.cash).contains("┈┈┈"))
    #expect(!text(Samples.flatFan(5_000)).contains("┈"))
    let colour = Surface(width: 80, rows: 24, colour: .ansi256)
    #expect(text(Samples.cash, colour).contains(Palette.sequence(Ink(foreground: .zero), .ansi256) ?? "?"))
  }

  @Test("a rising median never steps down, in any rendering")
  func monotone() {
    let periods = (0..<24).map { month in
      let value = Double(month * month)
      return FanChart.Period("\(month)", p5: value, p25: value, p50: value, p75: value, p95: value)
    }
    for rowsPerCell in [1, 2] {
      let raster = FanRaster(periods, Axis(from: 0, to: 529, rows: 14), columns: 70, rowsPerCell: rowsPerCell)
      let rows = raster.medianRows.compactMap { $0 }
      #expect(rows.count == 70)
      #expect(zip(rows, rows.dropFirst()).allSatisfy { $0 <= $1 })
      #expect((rows.first ?? .max) < rowsPerCell && (rows.last ?? 0) >= raster.rows - 3)
    }
  }

  @Test(
    "hostile values are drawn or said, never fatal",
    arguments: [
      0, 1, -1, 5_000, .leastNormalMagnitude, .leastNonzeroMagnitude, 1e300, 1e308, -1e308, .greatestFiniteMagnitude,
      .nan, .infinity, -.infinity,
    ] as [Double])
  func hostileValues(value: Double) {
    let mixed = FanChart(
      title: "Mixed", worlds: .min, origin: "",
      periods: [
        FanChart.Period("1", p5: -value, p25: 0, p50: 1, p75: value, p95: value, plan: -value),
        FanChart.Period("2", p5: value, p25: value, p50: -value, p75: 2, p95: -value, plan: value),
        FanChart.Period("3", p5: 0, p25: 1, p50: 2, p75: 3, p95: 4),
      ])
    for chart in [Samples.flatFan(value), Samples.flatFan(value, periods: 1), mixed] {
      for colour in Surface.Colour.allCases {
        let lines = chart.lines(on: Surface(width: 60, rows: 24, colour: colour))
        #expect(lines.allSatisfy { $0.width <= 58 })
        let words = lines.map { $0.painted(.none) }.joined(separator: " ")
        #expect(words.contains("p50") || words.contains("Nothing to draw"))
      }
    }
  }

  @Test("what is missing is said")
  func missing() {
    #expect(text(Samples.flatFan(.nan)).contains("Nothing to draw: there are no usable numbers."))
    #expect(text(Samples.flatFan(1, periods: 0)).contains("Nothing to draw: there is no month here."))
    #expect(text(Samples.flatFan(1, periods: 1)).contains("There is only one month"))
    #expect(text(Samples.flatFan(1e305)).contains("Values beyond 1e300 are drawn at the edge."))
    var chart = Samples.cash
    chart.periods[3].p95 = .infinity
    #expect(text(chart).contains("Not drawn, for lack of usable numbers: 1 of 12 periods."))
  }

  @Test("labels of periods never overlap, and the last one is there", arguments: [1, 2, 5, 12, 24, 36, 60, 365])
  func periodLabels(count: Int) {
    for columns in [30, 50, 90] {
      let axis = PeriodAxis((1...count).map { "M\($0)" }, columns: columns)
      #expect(axis.text.displayWidth <= columns)
      #expect(axis.text.hasSuffix("M\(count)"))
      #expect(axis.rule(.ascii).count == columns)
    }
    #expect(PeriodAxis([String(repeating: "x", count: 99)], columns: 30).labels.isEmpty)
    #expect(PeriodAxis((1...count).map { "M\($0)" }, columns: 30).labels.count <= 10)
  }
}

import Language
import Testing

@testable import Reports

@Suite("Several runs in one picture")
struct OverlayChartTests {
  private func chart(_ names: [String], periods: Int = 12) -> OverlayChart {
    OverlayChart(
      title: "Cash at the end of each month", unit: "USD", style: .money, origin: "10,000 worlds · seed 1",
      labels: (1...periods).map(String.init),
      series: names.enumerated().map { index, name in
        let p50 = (1...periods).map { 1000 - Double(index * 300) + Double($0 * 100 * (index + 1)) }
        return OverlayChart.Series(name, p50: p50, p5: p50.map { $0 - 900 })
      })
  }

  private func lines(_ chart: Chart, _ surface: Surface) -> [String] {
    Document([.chart(chart)]).rendered(on: surface).lines
  }

  @Test("capitals are medians, small letters the worst in twenty, and the legend says which", arguments: [60, 80, 120])
  func letters(width: Int) {
    let lines = lines(.overlay(chart(["base", "稳健方案", "bold"])), Surface(width: width, rows: 30))
    for line in lines { #expect(line.displayWidth <= width, "\(line)") }
    let plot = lines.filter { $0.contains("│") || $0.contains("┤") }.joined()
    for letter in ["A", "B", "C", "a", "b", "c"] { #expect(plot.contains(letter), "\(letter)") }
    #expect(lines.contains { $0.contains("A base") && $0.contains("B 稳健方案") })
    let words = lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
    #expect(words.contains("base 2,200, 稳健方案 3,100, bold 4,000 USD"))
  }

  @Test("of many only the medians are drawn")
  func many() {
    let lines = lines(.overlay(chart((1...10).map { "s\($0)" })), Surface(width: 80, rows: 40))
    let plot = lines.filter { $0.contains("│") || $0.contains("┤") }.joined()
    #expect(!plot.contains("a") && plot.contains("J"))
  }

  @Test("only ASCII where nothing else is shown")
  func ascii() {
    let lines = lines(.overlay(chart(["base", "lean"])), Surface(width: 80, rows: 30, glyphs: .ascii))
    for line in lines { #expect(line.unicodeScalars.allSatisfy { $0.isASCII }, "\(line)") }
  }

  @Test("strange values draw something or say that there is nothing to draw")
  func strange() {
    for value in [Double.nan, .infinity, 0, 1e308] {
      let series = OverlayChart.Series("x", p50: [value], p5: [-value])
      let chart = OverlayChart(title: "t", unit: "", style: .money, origin: "", labels: ["1"], series: [series])
      #expect(!lines(.overlay(chart), Surface(width: 40, rows: 10)).isEmpty)
    }
  }

  @Test("strips share an axis; higher glyphs are more worlds", arguments: [60, 80])
  func strips(width: Int) {
    let chart = StripChart(
      title: "Worth at the end", unit: "USD", style: .money, low: -1000, high: 5000,
      strips: [
        .init("base", (0..<400).map { Double($0 % 40) * 100 }), .init("稳健", [Double](repeating: 2000, count: 400)),
        .init("none", []), .init("nan", [.nan]),
      ])
    let lines = lines(.strips(chart), Surface(width: width, rows: 30))
    for line in lines { #expect(line.displayWidth <= width, "\(line)") }
    #expect(lines.contains { $0.hasPrefix("  稳健") && $0.hasSuffix("█") })
    #expect(lines.last?.contains("2k") == true)
    let equal = StripChart(title: "t", unit: "", style: .money, low: 1, high: 1, strips: [])
    #expect(self.lines(.strips(equal), Surface()).last?.contains("Nothing to draw") == true)
  }
}

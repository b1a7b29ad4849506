import Language
import Statistics
import Testing

@testable import Reports

@Suite struct DensityChartTests {
  static func chart(_ law: Law, style: NumberStyle = .number) -> DensityChart {
    DensityChart(
      title: "ads.meta.cpc", unit: "USD/click", style: style, law: law,
      marks: [("p5", 0.05), ("p50", 0.5), ("p95", 0.95)].map { name, u in
        DensityChart.Mark(name, law.quantile(u), "\((law.quantile(u) * 100).rounded() / 100) USD per click")
      })
  }

  static func law(_ name: String, _ arguments: Double...) throws -> Law {
    try #require(LawCatalogue.entry(named: name)).make(arguments)
  }

  private static func mixture() throws -> Law {
    .mixture(try MixtureLaw([(0.8, try law("certain", 0)), (0.2, try law("uniform", 1000, 4000))]))
  }

  private func lines(_ law: Law, _ surface: Surface) -> [StyledLine] { Self.chart(law).lines(on: surface) }

  @Test("bars, axis and marks look as they were approved")
  func approvedLook() throws {
    let document = Document([
      .chart(.density(Self.chart(try Self.law("lognormal", 0.9, 0.3)))), .blank,
      .chart(.density(Self.chart(try Self.law("beta", 3, 97), style: .share))), .blank,
      .chart(.density(Self.chart(try Self.mixture()))),
    ])
    for width in [60, 80, 120] {
      try Snapshot.check(document.rendered(on: Surface(width: width, rows: 40)), "density-mono-\(width)")
      try Snapshot.check(
        document.rendered(on: Surface(width: width, rows: 40, glyphs: .ascii)), "density-ascii-\(width)")
      let colour = document.lines(on: Surface(width: width, rows: 40, colour: .ansi256))
      try Snapshot.check(Snapshot.inked(colour), "density-colour-\(width)")
    }
  }

  @Test("no line is wider than the surface, plot rows are equally wide, ASCII is ASCII", arguments: [40, 60, 80, 120])
  func widths(width: Int) throws {
    for law in [try Self.law("normal", -1e6, 1e5), try Self.law("pert", 0, 0.001, 0.002), try Self.mixture()] {
      for glyphs in Surface.Glyphs.allCases {
        let surface = Surface(width: width, rows: 60, glyphs: glyphs)
        let lines = lines(law, surface)
        for line in lines { #expect(line.width <= min(width, 100) - 2) }
        #expect(Set(lines[1...8].map(\.width)) == [min(width, 100) - 2])
        if glyphs == .ascii {
          let text = lines.map { $0.painted(.none) }.joined()
          #expect(text.unicodeScalars.allSatisfy { (0x20...0x7E).contains($0.value) })
        }
      }
    }
  }

  @Test("on a low screen there are fewer lines, and at last only a curve")
  func height() throws {
    let law = try Self.law("lognormal", 0.9, 0.3)
    for rows in 11...40 { #expect(lines(law, Surface(width: 80, rows: rows)).count <= rows - 4) }
    #expect(lines(law, Surface(width: 80, rows: 0)).map { $0.painted(.none) }.joined().contains("p50"))
  }

  @Test("the bar is highest at the mode and rises to it")
  func shape() throws {
    let top = lines(try Self.law("triangular", 0, 5, 10), Surface(width: 80, rows: 40))[1].painted(.none)
    let drawn = top.enumerated().filter { $0.element != " " }.map(\.offset)
    #expect(drawn.allSatisfy { abs($0 - 39) < 12 } && !drawn.isEmpty)
  }

  @Test(
    "hostile laws draw something and say so",
    arguments: [
      ("certain", [0.0]), ("certain", [1e30]), ("uniform", [-1e30, 1e30]), ("lognormal", [1e-30, 10]),
      ("normal", [1e30, 1e-30]), ("gamma", [0.001, 1e30]), ("empirical", [0, 0, 0]), ("empirical", [-5, 1e30]),
      ("beta", [0.001, 0.001]),
    ] as [(String, [Double])])
  func hostile(name: String, arguments: [Double]) throws {
    guard let law = try? LawCatalogue.entry(named: name)?.make(arguments) else { return }
    for colour in [Surface.Colour.none, .ansi256] {
      let lines = lines(law, Surface(width: 60, rows: 30, colour: colour))
      #expect(lines.allSatisfy { $0.width <= 58 })
      #expect(lines.map { $0.painted(.none) }.joined().contains("p50"))
    }
  }

  @Test("marks that would run into each other share an arrow")
  func marks() throws {
    let text = lines(try Self.mixture(), Surface(width: 80, rows: 40)).map { $0.painted(.none) }
    #expect(text.contains { $0.contains("↑ p5, p50") })
  }
}

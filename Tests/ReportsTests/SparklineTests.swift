import Testing

@testable import Reports

@Suite struct SparklineTests {
  private func draw(_ values: [Double], _ glyphs: Surface.Glyphs = .unicode) -> String {
    Sparkline.text(values, on: Sparkline.Scale(of: [values]), glyphs)
  }

  @Test("eight levels from the lowest to the highest")
  func levels() {
    #expect(draw([0, 1, 2, 3, 4, 5, 6, 7]) == "▁▂▃▄▅▆▇█")
    #expect(draw([0, 1, 2, 3, 4, 5, 6, 7], .ascii) == "_.-=+*#@")
    #expect(draw([7, -7, 0]) == "█▁▅")
  }

  @Test("gaps, constants, extremes and nothing at all")
  func extremes() {
    #expect(draw([1, .nan, 2]) == "▁ █")
    #expect(draw([4, 4, 4]) == "▅▅▅")
    #expect(draw([-.infinity, 1, 2, .infinity]) == "▁▁██")
    #expect(draw([-1e308, 0, 1e308]) == "▁▅█")
    #expect(draw([0, .leastNonzeroMagnitude]).count == 2)
    #expect(draw([.nan, .infinity]) == "n/a")
    #expect(draw([]) == "n/a")
  }

  @Test("the block says its range, or that there is none")
  func words() {
    let shown = { (values: [Double]) in
      Document([.chart(.sparkline(Sparkline(title: "Cash", unit: "USD", values: values)))])
        .rendered(on: Surface(width: 80)).lines.last
    }
    #expect(shown([900, -40, 4_910]) == "  3 values: first 900, last 4,910 USD; lowest −40, highest 4,910 USD.")
    #expect(shown([.nan]) == "  Nothing to draw: there are no usable numbers.")
  }
}

import Testing

@testable import Reports

@Suite struct AxisTests {
  private func ticks(_ axis: Axis) -> [Double] { (0..<axis.rows).compactMap { axis.tick(atRow: $0) } }

  @Test("four to six round ticks, evenly spaced, on rows that hold all values")
  func roundTicks() {
    for low in stride(from: -9_700.0, through: 9_000, by: 617) {
      for span in [1.0, 3, 13, 777, 5_000, 25_001, 1e6] {
        let axis = Axis(from: low, to: low + span, rows: 14)
        #expect((4...6).contains(ticks(axis).count))
        #expect((8...14).contains(axis.rows))
        #expect(axis.height(of: low) >= -0.51)
        #expect(axis.height(of: low + span) <= Double(axis.rows) - 0.49)
      }
    }
  }

  @Test("known axes")
  func known() {
    #expect(ticks(Axis(from: -930, to: 12_720, rows: 14)) == [0, 2_500, 5_000, 7_500, 10_000, 12_500])
    #expect(ticks(Axis(from: 0, to: 1, rows: 14)) == [0, 0.25, 0.5, 0.75, 1])
    #expect(ticks(Axis(from: 5_000, to: 5_000, rows: 14)).count >= 4)
  }

  @Test("few rows get fewer ticks, never none", arguments: 4...8)
  func fewRows(rows: Int) {
    for low in [-1.0, 0, 0.9, 17] {
      let axis = Axis(from: low, to: low + 3.3, rows: rows)
      #expect(axis.rows <= rows)
      #expect(ticks(axis).count >= 2)
    }
  }
}

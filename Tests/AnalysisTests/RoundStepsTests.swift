import Analysis
import Testing

@Suite("Round steps of about a tenth")
struct RoundStepsTests {
  private func climb(from start: Double, _ count: Int, up: Bool, in range: ClosedRange<Double> = 0...1e7) -> [Double] {
    var values = [start]
    for _ in 0..<count { values.append(RoundSteps.next(to: values[values.count - 1], up: up, in: range)) }
    return values
  }

  @Test("they pass through round numbers, the same up and down")
  func round() {
    #expect(climb(from: 17, 4, up: true) == [17, 18, 19, 20, 22])
    #expect(climb(from: 45, 5, up: true) == [45, 46, 48, 50, 55, 60])
    #expect(climb(from: 90, 4, up: true) == [90, 95, 100, 110, 120])
    #expect(climb(from: 120, 4, up: false) == [120, 110, 100, 95, 90])
    #expect(climb(from: 0.06, 3, up: true) == [0.06, 0.065, 0.07, 0.075])
    #expect(climb(from: -20, 2, up: true, in: -100...100) == [-20, -19, -18])
  }

  @Test("what is not round goes to the next round number first, and no step leaves the range")
  func edges() {
    #expect(climb(from: 33.3, 2, up: true) == [33.3, 34, 36])
    #expect(climb(from: 33.3, 2, up: false) == [33.3, 32, 30])
    #expect(climb(from: 0.99, 2, up: true, in: 0...1) == [0.99, 1, 1])
    #expect(RoundSteps.next(to: 3, up: true, in: 0...20, isWhole: true) == 4)
    #expect(RoundSteps.next(to: 0, up: true, in: 0...1) == 0.01)
    #expect(RoundSteps.next(to: 0, up: false, in: 0...1) == 0)
  }
}

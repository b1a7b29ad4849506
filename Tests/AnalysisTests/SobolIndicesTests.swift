import Analysis
import Foundation
import Testing

private func inverse(_ number: Int, base: Int) -> Double {
  var (digits, power, rest) = (0, 1, number)
  while rest > 0 {
    digits = digits * base + rest % base
    power *= base
    rest /= base
  }
  return Double(digits) / Double(power)
}

/// A function with known indices on fixed points.
private struct KnownFunction: CustomTestStringConvertible {
  let testDescription: String
  let worlds: Int
  let bases: (mine: [Int], theirs: [Int])
  let mean: Double
  let variance: Double
  let first: [Double]
  let total: [Double]
  let errors: (first: [Double], total: [Double])
  let function: @Sendable ([Double]) -> Double

  static let all = [
    KnownFunction(
      testDescription: "Ishigami", worlds: 512, bases: ([2, 3, 5], [7, 11, 13]), mean: 3.49110152596,
      variance: 13.712553509, first: [0.333639312289, 0.46425760694, 0.0129272089951],
      total: [0.546545662598, 0.445880083776, 0.25443983294],
      errors: (
        [0.0459803295823, 0.0395171940907, 0.0404513790271], [0.0684347201672, 0.0308663434891, 0.0213815668873]
      )
    ) { u in
      let x = u.map { 2 * Double.pi * $0 - Double.pi }
      let (sine, second) = (sin(x[0]), sin(x[1]))
      return sine + 7 * second * second + 0.1 * x[2] * x[2] * x[2] * x[2] * sine
    },
    KnownFunction(
      testDescription: "g", worlds: 256, bases: ([2, 3, 5, 7], [11, 13, 17, 19]), mean: 0.991295153398,
      variance: 0.440347787042, first: [0.743543582757, 0.175338680408, 0.0235007742775, 0.00493850476644],
      total: [0.816559855491, 0.269340808594, 0.032870677628, 0.0109923452481],
      errors: (
        [0.0684773416953, 0.0443832251362, 0.0153080288176, 0.00892643728674],
        [0.0685362318743, 0.0306653086237, 0.00422051789193, 0.0013756276603]
      )
    ) { u in
      zip(u, [0, 1, 4.5, 9]).reduce(1) { $0 * (abs(4 * $1.0 - 2) + $1.1) / (1 + $1.1) }
    },
  ]
}

@Suite("Shares of variance: known answers")
struct SobolIndicesTests {
  @Test("first and total indices with their errors on fixed points", arguments: KnownFunction.all)
  fileprivate func fixedPoints(_ known: KnownFunction) {
    func points(_ bases: [Int]) -> [[Double]] {
      (1...known.worlds).map { number in bases.map { inverse(number, base: $0) } }
    }
    let (mine, theirs) = (points(known.bases.mine), points(known.bases.theirs))
    let swapped = known.first.indices.map { place in
      SobolIndices.Swapped(
        ["x\(place)"],
        zip(mine, theirs).map { one, other in
          var point = one
          point[place] = other[place]
          return known.function(point)
        })
    }
    let indices = SobolIndices(mine.map(known.function), theirs.map(known.function), swapped)
    func isClose(_ one: Double, _ other: Double) -> Bool { abs(one - other) <= 1e-9 * max(1, abs(other)) }
    #expect(isClose(indices.mean, known.mean) && isClose(indices.variance, known.variance))
    for (place, column) in indices.columns.enumerated() {
      #expect(isClose(column.first.value, known.first[place]))
      #expect(isClose(column.total.value, known.total[place]))
      #expect(abs(column.first.standardError / known.errors.first[place] - 1) < 0.01)
      #expect(abs(column.total.standardError / known.errors.total[place] - 1) < 0.01)
    }
  }

  @Test("a column that changes nothing is told by its bytes, and luck by having no number")
  func nothing() {
    let worlds = [1.0, 2, 3, 4]
    let indices = SobolIndices(
      worlds, [2, 1, 4, 3],
      [SobolIndices.Swapped(["idle"], worlds), SobolIndices.Swapped([], [1, 2, 3, 5])])
    #expect(indices.columns[0].doesNothing && indices.columns[0].total.value == 0)
    #expect(indices.luck?.paths.isEmpty == true && indices.luck?.doesNothing == false)
    #expect(indices.numbers.map(\.paths) == [["idle"]])
    #expect(SobolIndices([1, 1], [1, 1], []).variance == 0)
  }

  @Test("numbers that go together, directly or through others, are one column")
  func groups() {
    let inputs = [
      Tornado.Input("a", [], linkedWith: ["c"]), Tornado.Input("b", []),
      Tornado.Input("c", [], linkedWith: ["a", "d"]),
      Tornado.Input("d", [], linkedWith: ["c"]),
    ]
    #expect(SobolIndices.groups(inputs) == [[0, 2, 3], [1]])
  }
}

import Statistics
import Testing

/// The uniforms of one parameter for a whole run.
func uniforms(_ points: ParameterPoints, _ parameter: Int) -> [Double] {
  var row = [Double](repeating: 0, count: points.paths)
  points.uniforms(parameter: parameter, firstPath: 0, into: &row, count: row.count)
  return row
}

@Suite struct SamplingTests {
  static let names = (0..<70).map { "parameter \($0)" }

  static func points(_ sampling: ParameterSampling, seed: UInt64 = 1, paths: Int) -> ParameterPoints {
    ParameterPoints(sampling, seed: seed, names: names, paths: paths)
  }

  @Test("uniforms lie strictly between 0 and 1 and are uniform", arguments: ParameterSampling.allCases)
  func uniform(_ sampling: ParameterSampling) {
    let points = Self.points(sampling, paths: 10_000)
    for parameter in [0, 1, 63, 69] {
      let row = uniforms(points, parameter)
      #expect(row.allSatisfy { $0 > 0 && $0 < 1 })
      #expect(Set(row).count == row.count)
      #expect(kolmogorov(row, cdf: { $0 }) < 1.95)
    }
    #expect(Uniform.double(high: .max, low: .max) == 1 - 0x1p-53)
    #expect(Uniform.double(high: 0, low: 0) == 0x1p-53)
  }

  @Test("every path can be drawn alone, also one beyond the run", arguments: ParameterSampling.allCases)
  func alone(_ sampling: ParameterSampling) {
    let points = Self.points(sampling, paths: 100)
    let row = uniforms(points, 3)
    #expect(row.indices.allSatisfy { points.uniform(parameter: 3, path: $0) == row[$0] })
    var part = [Double](repeating: 0, count: 7)
    points.uniforms(parameter: 3, firstPath: 61, into: &part, count: 7)
    #expect(part == Array(row[61..<68]))
    let beyond = points.uniform(parameter: 3, path: 103)
    #expect(beyond > 0 && beyond < 1)
  }

  @Test("a longer run begins with the paths of a shorter one", arguments: [ParameterSampling.random, .sobol])
  func prefix(_ sampling: ParameterSampling) {
    let short = uniforms(Self.points(sampling, paths: 100), 5)
    #expect(Array(uniforms(Self.points(sampling, paths: 10_000), 5).prefix(100)) == short)
  }

  @Test("another parameter moves none that is there already", arguments: [ParameterSampling.random, .latinHypercube])
  func otherParameters(_ sampling: ParameterSampling) {
    let few = ParameterPoints(sampling, seed: 1, names: ["cpc", "price"], paths: 64)
    let more = ParameterPoints(sampling, seed: 1, names: ["budget", "price", "cpc"], paths: 64)
    #expect(uniforms(few, 0) == uniforms(more, 2))
    #expect(uniforms(few, 1) == uniforms(more, 1))
    #expect(uniforms(few, 0) != uniforms(few, 1))
  }

  @Test("parameters are independent of one another", arguments: ParameterSampling.allCases)
  func independent(_ sampling: ParameterSampling) {
    let n = 4_096
    let points = Self.points(sampling, paths: n)
    let rows = (0..<30).map { uniforms(points, $0) }
    for i in rows.indices {
      for j in 0..<i {
        let products = zip(rows[i], rows[j]).reduce(0) { $0 + ($1.0 - 0.5) * ($1.1 - 0.5) }
        #expect(abs(12 * products / Double(n)) < 4.5 / Double(n).squareRoot(), "\(i) \(j)")
      }
    }
  }

  @Test("of a Latin hypercube each slice is met exactly once", arguments: [1, 2, 3, 7, 100, 1_000, 1_024])
  func slices(_ paths: Int) {
    for parameter in [0, 1, 40] {
      let met = uniforms(Self.points(.latinHypercube, paths: paths), parameter).map { Int($0 * Double(paths)) }
      #expect(met.sorted() == Array(0..<paths))
    }
    #expect(uniforms(Self.points(.latinHypercube, paths: 0), 0).isEmpty)
  }

  @Test("keyed permutations permute, whatever the count")
  func permutations() {
    for count in Array(1...130) + [1_000, 4_097] {
      let permutation = KeyedPermutation(count: count, keys: [1, 2, 3, 4, 5, 6, 7, UInt32(count)])
      #expect((0..<count).map { permutation($0) }.sorted() == Array(0..<count))
    }
    #expect(KeyedPermutation(count: -3, keys: []).count == 1)
  }

  @Test("all places of two neighbours are equally likely over the keys")
  func fairPermutations() {
    let keys = words(8 * 20_000, stream: "keys")
    let cells = (0..<20_000).map { i -> Float in
      let permutation = KeyedPermutation(count: 5, keys: Array(keys[8 * i..<8 * i + 8]))
      let (first, second) = (permutation(0), permutation(1))
      return Float(4 * first + (second < first ? second : second - 1))
    }
    #expect(goodnessOfFit(cells) { _ in 1 / 20.0 } > 1e-3)
  }
}

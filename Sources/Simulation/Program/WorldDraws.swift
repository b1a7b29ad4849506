package import Scenarios
package import Statistics

/// How the worlds of one run draw their uncertain parameters: the same for every strategy that has them.
struct WorldDraws: Sendable {
  private let parameters: [UncertainParameter]
  private let points: ParameterPoints
  private let copula: Copula?
  /// What worlds have in place of what they would draw: a column for each parameter.
  private let given: [[Double]]?

  init(_ program: Program, sampling: ParameterSampling, paths: Int, given: [[Double]]? = nil) {
    parameters = program.uncertain.map { parameter in
      var ready = parameter
      ready.law = parameter.law.readyToDraw
      return ready
    }
    points = ParameterPoints(sampling, seed: program.seed, names: program.uncertain.map(\.path), paths: paths)
    copula = program.copula
    let isWhole = given.map { $0.count == program.uncertain.count && $0.allSatisfy { $0.count >= paths } } ?? false
    self.given = isWhole ? given : nil
  }

  var count: Int { parameters.count }

  /// Writes the values of `lanes` paths, one row per parameter: first their uniforms, correlated, then what these mean.
  func draw(firstPath: Int, lanes: Int, into rows: MoneyRow) {
    if let given {
      for (index, values) in given.enumerated() {
        // Lanes beyond the last world are run and not kept.
        for lane in 0..<lanes { rows[index * lanes + lane] = values[min(firstPath + lane, values.count - 1)] }
      }
      return
    }
    for index in parameters.indices {
      points.uniforms(parameter: index, firstPath: firstPath, into: rows + index * lanes, count: lanes)
    }
    copula?.correlate(rows, stride: lanes, firstPath: firstPath, count: lanes)
    for (index, parameter) in parameters.enumerated() {
      let row = rows + index * lanes
      parameter.law.draw(row, into: row, count: lanes)
      if parameter.isWhole {
        for i in 0..<lanes { row[i] = (row[i] + 0.5).rounded(.down) }
      }
    }
  }
}

extension Copula {
  /// The copula of a scenario's correlations over the parameters that are drawn; nil where there are none, or where one
  /// cannot be (such scenarios have issues).
  package init?(_ scenario: Scenario, names: [String], seed: UInt64) {
    var pairs: [RankCorrelation] = []
    for correlation in scenario.correlations {
      // Those that no world draws, or that only follow another's draw, go together with nothing.
      let places = correlation.paths.compactMap { names.firstIndex(of: $0) }
      for (index, first) in places.enumerated() {
        for second in places[(index + 1)...] {
          pairs.append(
            RankCorrelation(
              min(first, second), max(first, second), rho: correlation.rho,
              crashTogether: correlation.crashesTogether))
        }
      }
    }
    guard !pairs.isEmpty, let copula = try? Copula(seed: seed, names: names, pairs: pairs) else { return nil }
    self = copula
  }
}

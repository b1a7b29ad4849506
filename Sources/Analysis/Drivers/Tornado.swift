import Scenarios
import Simulation
import Statistics

/// Which drawn numbers matter: what the figures of a finished run are where a number was low, and where it was high.
///
/// It takes no new runs. What goes together with a number moves with it, and so is part of its swing.
package struct Tornado: Sendable {
  /// A drawn number of the scenario, with a value for each world.
  package struct Input: Sendable {
    package let path: String
    package let values: [Double]
    /// Those it is correlated with, by path.
    package let linkedWith: [String]

    package init(_ path: String, _ values: [Double], linkedWith: [String] = []) {
      self.path = path
      self.values = values
      self.linkedWith = linkedWith
    }
  }

  package struct Bar: Sendable {
    package let input: Input
    /// The middle of its values where it is low, and where it is high.
    package let lowAt: Double
    package let highAt: Double
    /// By how much each figure's mean is higher where the number is high.
    package let swings: [Estimated]
  }

  /// In the order of how far the first figure swings; numbers that swing as far, in the order of the scenario.
  package let bars: [Bar]

  /// - Parameter figures: a value for each world and figure; the first decides the order.
  package init(_ inputs: [Input], _ figures: [[Double]]) {
    let bars = inputs.map { Self.bar($0, figures) }
    self.bars = bars.enumerated().sorted { one, other in
      let sizes = [one, other].map { $0.element.swings.first.map(Self.size) ?? 0 }
      return (-sizes[0], one.offset) < (-sizes[1], other.offset)
    }.map(\.element)
  }

  private static func size(_ swing: Estimated) -> Double { swing.value.isNaN ? 0 : swing.value.magnitude }

  private static func bar(_ input: Input, _ figures: [[Double]]) -> Bar {
    let bands = Bands(input.values)
    let middles = [bands.low, bands.high].map { places in
      Quantiles.of(places.map { input.values[$0] }, at: [0.5]).first ?? .nan
    }
    return Bar(
      input: input, lowAt: middles[0], highAt: middles[1],
      swings: figures.map(bands.swing))
  }
}

extension Tornado {
  /// Does a number move a figure by more than chance moves any of so many numbers? One of twenty passes its own 95 % by luck.
  package func isClear(_ bar: Bar, of figure: Int) -> Bool {
    let swing = bar.swings[figure]
    return swing.value.magnitude > Precision.normalScore(ofAll: bars.count) * swing.standardError
  }

  package func clear(of figure: Int) -> [Bar] { bars.filter { isClear($0, of: figure) } }
  package func withinError(of figure: Int) -> [Bar] { bars.filter { !isClear($0, of: figure) } }
}

extension RunRecord {
  /// The drawn numbers of a run that kept its worlds.
  package var drawnInputs: [Tornado.Input] {
    guard let outcome = summary?.outcome, outcome.keepsWorlds else { return [] }
    return uncertain.enumerated().map { index, path in
      let linked = scenario.correlations.filter { $0.rho != 0 && $0.paths.contains(path) }.flatMap(\.paths)
      return Tornado.Input(
        path, outcome.drawn(index), linkedWith: uncertain.filter { $0 != path && linked.contains($0) })
    }
  }
}

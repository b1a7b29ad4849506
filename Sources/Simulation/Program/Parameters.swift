import Scenarios
package import Statistics

/// A number of the scenario as the engine holds it: a row with one value per path.
struct Parameter: Sendable, Equatable {
  let index: Int
}

/// A number that is drawn once for each world.
package struct UncertainParameter: Sendable {
  package let path: String
  package let law: Law
  /// Draws are rounded to whole numbers.
  package let isWhole: Bool
  /// Its row.
  let parameter: Parameter
}

/// The numbers of a scenario that the engine uses, each under its path.
struct Parameters: Sendable {
  /// The value that the plan uses; every world's unless it is uncertain.
  private(set) var values: [Double] = []
  private(set) var uncertain: [UncertainParameter] = []
  private var indices: [String: Int] = [:]

  var count: Int { values.count }

  /// The parameter of that path; asked for twice it is the same row. So is a number that is given as the same as another:
  /// one draw serves both.
  mutating func add(_ path: String, _ value: Double, in scenario: Scenario) -> Parameter {
    let origin = scenario.origin(of: path) ?? path
    if let index = indices[origin] { return Parameter(index: index) }
    let parameter = Parameter(index: values.count)
    indices[origin] = parameter.index
    values.append(value)
    if case .spread(let spread) = scenario.uncertain[origin] {
      uncertain.append(
        UncertainParameter(path: origin, law: spread.law, isWhole: spread.isWhole, parameter: parameter))
    }
    return parameter
  }

  /// Is it the same in every world?
  func isCertain(_ parameter: Parameter) -> Bool { !uncertain.contains { $0.parameter == parameter } }

  /// The value that all worlds share; nil when it is uncertain.
  func certain(_ parameter: Parameter) -> Double? {
    isCertain(parameter) ? values[parameter.index] : nil
  }

  /// Can it be anything but zero in some world? What is always zero costs nothing.
  func isUsed(_ parameter: Parameter) -> Bool { certain(parameter) != 0 }

  /// Puts the uncertain ones into the order of the scenario, whatever the order in which they were met.
  mutating func sort(like scenario: Scenario) {
    let places = Dictionary(scenario.slots.enumerated().map { ($1.path, $0) }) { first, _ in first }
    uncertain.sort { (places[$0.path] ?? 0, $0.path) < (places[$1.path] ?? 0, $1.path) }
  }
}

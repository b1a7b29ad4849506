import Scenarios
package import Statistics

/// A number of the scenario as the engine holds it: a row with one value per path.
struct Parameter: Sendable, Equatable {
  let index: Int
}

/// A number that is drawn once for each world.
package struct UncertainParameter: Sendable {
  package let path: String
  package var law: Law
  /// Draws are rounded to whole numbers.
  package let isWhole: Bool
  /// Its row.
  let parameter: Parameter
  /// Held by ``Pins``: it is drawn, and nothing follows from that.
  let isPinned: Bool
}

/// The numbers of a scenario that the engine uses, each under its path.
struct Parameters: Sendable {
  /// The value that the plan uses; every world's unless it is uncertain.
  private(set) var values: [Double] = []
  private(set) var uncertain: [UncertainParameter] = []
  private var indices: [String: Int] = [:]
  /// The paths that rules and events assign to.
  private let assigned: Set<String>
  /// Which of them are the same in every world, from the first day to the last; one for each value.
  private var isSteady: [Bool] = []
  /// Rows that begin as copies of others: a number that is the same as another one, until a rule changes either.
  private(set) var copies: [(from: Parameter, to: Parameter)] = []

  /// Amounts in other currencies, in the order in which they were met.
  private(set) var foreign: [ForeignAmount] = []

  private let pins: [String: Pins.Level]

  init(assigned: Set<String> = [], pins: [String: Pins.Level] = [:]) {
    self.assigned = assigned
    self.pins = pins
  }

  var count: Int { values.count }

  /// The parameter of that path; asked for twice it is the same row. So is a number that is given as the same as another:
  /// one draw serves both.
  /// An amount in another currency is the row with what it is in the scenario's.
  mutating func add(_ path: String, _ value: Double, in scenario: Scenario) -> Parameter {
    let written = addWritten(path, value, in: scenario)
    guard !scenario.quotes.isEmpty, let code = scenario.ownQuote(at: path), code != scenario.currency,
      let currency = scenario.currencies.index(of: code), isUsed(written)
    else { return written }
    let isPaid = scenario.slot(path)?.info.isPaid ?? false
    if let known = foreign.first(where: { $0.written == written && $0.isPaid == isPaid }) { return known.home }
    let home = Parameter(index: values.count)
    values.append(values[written.index] * (scenario.currencies[code]?.rate ?? 1))
    isSteady.append(false)
    foreign.append(ForeignAmount(written: written, home: home, currency: currency, isPaid: isPaid))
    return home
  }

  private mutating func addWritten(_ path: String, _ value: Double, in scenario: Scenario) -> Parameter {
    let origin = scenario.origin(of: path) ?? path
    if origin != path, pins[path] != nil || assigned.contains(path) || assigned.contains(origin) {
      return addCopy(path, of: addWritten(origin, value, in: scenario), value)
    }
    if let index = indices[origin] { return Parameter(index: index) }
    let parameter = Parameter(index: values.count)
    indices[origin] = parameter.index
    let held = pins[origin]?.number(planned: value)
    values.append(held ?? value)
    // One that is held at another value takes the same steps as before, so that what does not follow from it keeps its bits.
    isSteady.append(!assigned.contains(origin) && (held == nil || held == value))
    if case .spread(let spread) = scenario.uncertain[origin] {
      isSteady[parameter.index] = false
      uncertain.append(
        UncertainParameter(
          path: origin, law: spread.law, isWhole: spread.isWhole, parameter: parameter, isPinned: held != nil))
    }
    return parameter
  }

  private mutating func addCopy(_ path: String, of original: Parameter, _ value: Double) -> Parameter {
    if let index = indices[path] { return Parameter(index: index) }
    let parameter = Parameter(index: values.count)
    indices[path] = parameter.index
    if let held = pins[path] {
      values.append(held.number(planned: value))
    } else {
      values.append(values[original.index])
      copies.append((original, parameter))
    }
    isSteady.append(false)
    return parameter
  }

  /// Is it held, so that nothing assigns to it? So is what is the same as one that is held.
  func isPinned(_ path: String, in scenario: Scenario) -> Bool {
    pins[path] != nil || scenario.origin(of: path).map { pins[$0] != nil } ?? false
  }

  /// The parameter of a path that rules assign to; nil where the engine has no use for it.
  func parameter(at path: String) -> Parameter? { indices[path].map { Parameter(index: $0) } }

  /// Is it the same in every world, from the first day to the last?
  func isCertain(_ parameter: Parameter) -> Bool { isSteady[parameter.index] }

  /// The value that all worlds share on every day; nil when it is uncertain, or when rules change it.
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

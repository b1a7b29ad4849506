/// A number of the scenario as the engine holds it: a row with one value per path.
struct Parameter: Sendable, Equatable {
  let index: Int
}

/// The numbers of a scenario that the engine uses, each under its path.
struct Parameters: Sendable {
  private(set) var paths: [String] = []
  /// The value that the plan uses; every world's unless it is uncertain.
  private(set) var values: [Double] = []

  var count: Int { values.count }

  /// The parameter of that path; asked for twice it is the same row.
  mutating func add(_ path: String, _ value: Double) -> Parameter {
    if let index = paths.firstIndex(of: path) { return Parameter(index: index) }
    paths.append(path)
    values.append(value)
    return Parameter(index: values.count - 1)
  }

  /// An optional number: no parameter where it is not given.
  mutating func add(_ path: String, _ value: Double?) -> Parameter? {
    value.map { add(path, $0) }
  }

  /// Is it the same in every world?
  func isCertain(_ parameter: Parameter) -> Bool { true }

  /// The value that all worlds share; nil when it is uncertain.
  func certain(_ parameter: Parameter) -> Double? {
    isCertain(parameter) ? values[parameter.index] : nil
  }

  /// Can it be anything but zero in some world? What is always zero costs nothing.
  func isUsed(_ parameter: Parameter) -> Bool { certain(parameter) != 0 }
}

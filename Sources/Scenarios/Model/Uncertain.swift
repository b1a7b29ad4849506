package import Statistics

/// A number that is drawn once for each world (model, "uncertain parameters").
package enum Uncertain: Equatable, Sendable {
  case spread(Spread)
  /// The same draw as another parameter's.
  case same(as: String)

  /// What the plan uses; nil where that is another parameter's.
  package var planned: FieldValue? {
    switch self {
    case .spread(let spread): spread.planned
    case .same: nil
    }
  }

  /// As typed.
  package var words: String {
    switch self {
    case .spread(let spread): spread.text
    case .same(let path): "same as \(path)"
    }
  }
}

/// A range or distribution given for a number.
package struct Spread: Equatable, Sendable {
  /// Within the field's own range, in its own unit.
  package let law: Law
  package let text: String
  /// Its mean.
  package let planned: FieldValue
  /// Draws are rounded to whole numbers.
  package let isWhole: Bool
  /// The share of what was typed that lies outside the field's range and was cut off.
  package let cut: Double
}

/// How large something is each time it happens: drawn anew for each, from one law.
package struct Size: Equatable, Sendable {
  /// nil where it is always `mean`.
  package let law: Law?
  package let mean: Double
  /// As typed.
  package let text: String

  package init(_ law: Law, text: String) {
    self.law = law
    mean = law.mean
    self.text = text
  }

  /// Always the same.
  package init(_ value: Double, text: String? = nil) {
    law = nil
    mean = value
    self.text = text ?? value.plain
  }
}

/// Parameters whose draws go together, without a change to how each of them spreads.
package struct Correlation: Equatable, Sendable {
  /// At least two; every pair of them is correlated.
  package let paths: [String]
  /// Spearman's rank correlation.
  package let rho: Double
  /// Extremes come together more than the middle does (a t copula with 4 degrees of freedom).
  package let crashesTogether: Bool

  package init(paths: [String], rho: Double, crashesTogether: Bool) {
    (self.paths, self.rho, self.crashesTogether) = (paths, rho, crashesTogether)
  }

  /// Each two of its parameters, in their order.
  var pairs: [(first: String, second: String)] {
    paths.indices.flatMap { index in paths[(index + 1)...].map { (paths[index], $0) } }
  }

  /// Those of its parameters that worlds draw; nil where these are fewer than two, and so nothing goes together.
  func among(_ uncertain: [String: Uncertain]) -> Correlation? {
    let drawn = paths.filter { path in if case .spread = uncertain[path] { true } else { false } }
    return drawn.count < 2 ? nil : Correlation(paths: drawn, rho: rho, crashesTogether: crashesTogether)
  }

  package var words: String { crashesTogether ? "crash together \(rho.plain)" : rho.plain }
}

/// The laws that are written as a call with numbers, such as `pert(10, 18, 30)`.
///
/// Mixtures, percentiles and truncation have words of their own in the language.
package enum LawCatalogue {
  /// One law: reading a call, completion and help all use this row.
  package struct Entry: Sendable {
    package let name: String
    /// In the order of the call.
    package let parameters: [String]
    /// Whether the last parameter may be repeated.
    package let isVariadic: Bool
    /// One line of help.
    package let summary: String
    package let example: String
    private let build: @Sendable ([Double]) throws(LawError) -> Law

    fileprivate init(
      _ name: String, _ parameters: [String], isVariadic: Bool = false, _ summary: String, example: String,
      _ build: @escaping @Sendable ([Double]) throws(LawError) -> Law
    ) {
      (self.name, self.parameters, self.isVariadic) = (name, parameters, isVariadic)
      (self.summary, self.example, self.build) = (summary, example, build)
    }

    /// The call as help shows it: `normal(mean, sd)`.
    package var usage: String { "\(name)(\(parameters.joined(separator: ", "))\(isVariadic ? ", …" : ""))" }

    package func make(_ arguments: [Double]) throws(LawError) -> Law {
      let fits = isVariadic ? arguments.count >= parameters.count : arguments.count == parameters.count
      guard fits else {
        let (needed, given) = (parameters.count, arguments.count)
        if isVariadic { throw LawError("\(usage) needs at least \(needed) number, not \(given)") }
        if needed == 1 { throw LawError("\(usage) takes \(needed) number, not \(given)") }
        throw LawError("\(usage) takes \(needed) numbers, not \(given)")
      }
      do throws(LawError) { return try build(arguments) } catch { throw error.about(usage) }
    }
  }

  /// In the order in which help lists them.
  package static let entries: [Entry] = [
    Entry("certain", ["value"], "always this value", example: "certain(12)") { a throws(LawError) in
      .certain(try CertainLaw(a[0]))
    },
    Entry("uniform", ["low", "high"], "every value in between is equally likely", example: "uniform(10, 20)") {
      a throws(LawError) in
      .uniform(try UniformLaw(low: a[0], high: a[1]))
    },
    Entry("normal", ["mean", "sd"], "the bell curve", example: "normal(100, 15)") { a throws(LawError) in
      .normal(try NormalLaw(mean: a[0], standardDeviation: a[1]))
    },
    Entry(
      "lognormal", ["median", "sigma"],
      "always above 0, with a few very high values; sigma 0.3 is a spread of about 30 %",
      example: "lognormal(0.9, 0.3)"
    ) { a throws(LawError) in
      .lognormal(try LognormalLaw(median: a[0], sigma: a[1]))
    },
    Entry(
      "triangular", ["low", "mode", "high"],
      "lowest, most likely and highest value; values become steadily rarer towards both ends",
      example: "triangular(10, 18, 30)"
    ) { a throws(LawError) in
      .triangular(try TriangularLaw(low: a[0], mode: a[1], high: a[2]))
    },
    Entry(
      "pert", ["low", "mode", "high"],
      "lowest, most likely and highest value; most values lie near the most likely one",
      example: "pert(10, 18, 30)"
    ) { a throws(LawError) in
      .pert(try PERTLaw(low: a[0], mode: a[1], high: a[2]))
    },
    Entry(
      "beta", ["alpha", "beta"], "a share, estimated from alpha − 1 tries that worked and beta − 1 that failed",
      example: "beta(8, 92)"
    ) { a throws(LawError) in
      .beta(try BetaLaw(alpha: a[0], beta: a[1]))
    },
    Entry(
      "gamma", ["shape", "scale"], "always above 0, with a few very high values; the mean is shape × scale",
      example: "gamma(4, 10)"
    ) { a throws(LawError) in
      .gamma(try GammaLaw(shape: a[0], scale: a[1]))
    },
    Entry(
      "empirical", ["value"], isVariadic: true, "values like those listed", example: "empirical(3, 4, 4, 7)"
    ) { a throws(LawError) in
      .empirical(try EmpiricalLaw(a))
    },
  ]

  /// The law of this name, lower case.
  package static func entry(named name: String) -> Entry? { entries.first { $0.name == name } }
}

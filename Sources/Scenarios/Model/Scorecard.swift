import Language
import Statistics

/// How a supplier did when it was judged, from 0 to 100 each; nil where it was not.
package struct Scores: Equatable, Sendable {
  package var quality: Double?
  package var logistics: Double?
  package var service: Double?
  package var price: Double?
  package init() {}

  package var isEmpty: Bool { self == Scores() }
}

extension Scores: Described {
  package static let shape = Shape<Scores>(fields: [
    Field(
      "quality", \.quality, .factor, 0...100, certain: true,
      "Quality and samples: material, workmanship, packaging, and whether goods are as described."),
    Field(
      "logistics", \.logistics, .factor, 0...100, certain: true,
      "Logistics: how fast orders are handled, which shipping lines it uses, what it promises."),
    Field(
      "service", \.service, .factor, 0...100, certain: true,
      "Service: how fast and how well it answers, how it solves problems."),
    Field(
      "price", \.price, .factor, 0...100, certain: true,
      "Price: what goods and shipping cost, and the margin that they leave you."),
  ])
}

/// How much each score counts.
package struct ScoreWeights: Equatable, Sendable {
  package var quality = 0.30
  package var logistics = 0.25
  package var service = 0.20
  package var price = 0.25
  package init() {}

  package var sum: Double { quality + logistics + service + price }
}

extension ScoreWeights: Described {
  package static let shape = Shape<ScoreWeights>(fields: [
    Field("quality", \.quality, .share, 0...1, certain: true, "Weight of quality; the four weights sum to 100 %."),
    Field(
      "logistics", \.logistics, .share, 0...1, certain: true, "Weight of logistics; the four weights sum to 100 %."),
    Field("service", \.service, .share, 0...1, certain: true, "Weight of service; the four weights sum to 100 %."),
    Field("price", \.price, .share, 0...1, certain: true, "Weight of price; the four weights sum to 100 %."),
  ])
}

extension ScoreWeights {
  /// The weighted mean of the scores that are given; nil without any, or where those given have no weight.
  package func score(_ scores: Scores) -> Double? {
    let parts = [
      (quality, scores.quality), (logistics, scores.logistics), (service, scores.service), (price, scores.price),
    ].compactMap { weight, score in score.map { (weight: weight, score: $0) } }
    let weight = parts.map(\.weight).reduce(0, +)
    guard weight > 0 else { return nil }
    return parts.map { $0.weight * $0.score }.reduce(0, +) / weight
  }
}

/// What a supplier's score makes of parameters that nobody gave.
///
/// At a score of 70 they are typical: defects 4.5 %, shutdowns 6 % a month, two days of handling. Ten points more or
/// less divide or multiply all three by e^0.25 = 1.28: the better the score, the smaller each of them. The rule is an
/// assumption.
package enum ScoreEffect {
  package static let typical = 70.0
  /// Per ten points.
  package static let steepness = 0.25

  /// By how much defects, shutdowns and handling are multiplied.
  package static func factor(score: Double) -> Double {
    Elementary.exp(-steepness * (score - typical) / 10)
  }

  /// The parameters of a supplier with that score, by name; rounded to what the rule can be trusted to.
  static func values(score: Double) -> [String: FieldValue] {
    let factor = factor(score: score)
    return [
      "defect_rate": .number(min(1, (0.045 * factor * 1e4).rounded() / 1e4)),
      "failure_rate": .number(min(1, (0.06 * factor * 1e4).rounded() / 1e4)),
      "handling_days": .lag(.lognormal(median: (2 * factor * 100).rounded() / 100, sigma: 0.5)),
    ]
  }
}

extension Scenario {
  /// A supplier's score; nil where it was not judged.
  package func score(ofSupplier name: String) -> Double? { suppliers[name].flatMap { scorecard.score($0.scores) } }

  /// What parameters of judged suppliers are unless they are given, by path.
  package var scoredDefaults: [String: FieldValue] {
    var defaults: [String: FieldValue] = [:]
    for name in suppliers.names {
      guard let score = score(ofSupplier: name) else { continue }
      for (parameter, value) in ScoreEffect.values(score: score) { defaults["suppliers.\(name).\(parameter)"] = value }
    }
    return defaults
  }

  /// The same after a change of scores or weights: what followed the scorecard before goes on following it.
  package func rescored(since before: Scenario) -> Scenario {
    guard
      before.scorecard != scorecard
        || suppliers.entries.contains(where: { $0.value.scores != before.suppliers[$0.name]?.scores })
    else { return self }
    let (old, new) = (before.scoredDefaults, scoredDefaults)
    let unscored = Supplier()
    var rescored = self
    for slot in slots {
      let parts = slot.path.split(separator: ".")
      guard parts.count == 3, parts[0] == "suppliers",
        let field = Supplier.shape.fields.first(where: { $0.info.name == parts[2] }),
        old[slot.path] != nil || new[slot.path] != nil
      else { continue }
      let followed = old[slot.path] ?? field.get(unscored)
      guard slot.get(before) == followed, slot.get(self) == followed else { continue }
      slot.set(&rescored, new[slot.path] ?? field.get(unscored))
    }
    return rescored
  }

  /// Sets what neither the file nor a preset gave to what the scores make of it.
  mutating func applyScores(unless isGiven: (String) -> Bool) {
    let defaults = scoredDefaults
    guard !defaults.isEmpty else { return }
    for slot in slots {
      guard let value = defaults[slot.path], !isGiven(slot.path) else { continue }
      slot.set(&self, value)
    }
  }
}

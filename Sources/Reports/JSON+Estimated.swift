package import Analysis

extension JSONShape {
  static let estimate = JSONShape.named(
    "estimate", ["value": .number, "standard_error": .number, "low": .number, "high": .number])
}

extension JSON {
  /// `{"value", "standard_error", "low", "high"}`
  package init(_ estimate: Estimated) {
    self = .object([
      Member("value", .number(estimate.value)), Member("standard_error", .number(estimate.standardError)),
      Member("low", .number(estimate.low)), Member("high", .number(estimate.high)),
    ])
  }
}

import Statistics

extension FieldInfo {
  /// A number that is drawn anywhere between two ends, for a question about all of them; nil where the field cannot be drawn
  /// or the ends are none.
  package func drawn(between low: FieldValue, _ high: FieldValue, text: String) -> FieldValue? {
    // Whole numbers are rounded draws: half a step on either side makes the ends as likely as the others.
    let margin = kind.isWhole ? 0.5 : 0
    guard kind.isNumber, let from = low.number, let to = high.number, from < to,
      let law = try? UniformLaw(low: from - margin, high: to + margin)
    else { return nil }
    let middle = (from + to) / 2
    guard let planned = value(kind.isWhole ? middle.rounded() : middle, like: low) else { return nil }
    return .uncertain(
      .spread(Spread(law: .uniform(law), text: text, planned: planned, isWhole: kind.isWhole, cut: 0)))
  }
}

/// From one total to another, step by step.
package struct WaterfallChart: Sendable {
  package struct Step: Sendable {
    package var label: String
    package var amount: Double

    package init(_ label: String, _ amount: Double) { (self.label, self.amount) = (label, amount) }
  }

  package var title: String
  package var origin: String
  package var currency: String
  package var from: Step
  package var steps: [Step]
  package var to: Step
  /// What charts beside each other have in common; nil: what this one needs.
  package var span: ClosedRange<Double>?

  package init(
    title: String, origin: String = "", currency: String, from: Step, steps: [Step], to: Step,
    span: ClosedRange<Double>? = nil
  ) {
    self.title = title
    self.origin = origin
    self.currency = currency
    self.from = from
    self.steps = steps
    self.to = to
    self.span = span
  }
}

extension WaterfallChart {
  struct Bar {
    let label: String
    let amount: Double
    let low: Double
    let high: Double
    /// Where the next bar begins.
    let end: Double
    let isTotal: Bool
  }

  var bars: [Bar] {
    var level = from.amount
    let first = Bar(
      label: from.label, amount: level, low: min(0, level), high: max(0, level), end: level, isTotal: true)
    let middle = steps.map { step in
      let before = level
      level += step.amount
      return Bar(
        label: step.label, amount: step.amount, low: min(before, level), high: max(before, level), end: level,
        isTotal: false)
    }
    let last = Bar(
      label: to.label, amount: to.amount, low: min(0, to.amount), high: max(0, to.amount), end: to.amount,
      isTotal: true)
    return [first] + middle + [last]
  }

  /// All that the bars cover, and 0.
  package var ownSpan: ClosedRange<Double> {
    let ends = bars.flatMap { [$0.low, $0.high] }.filter(\.isFinite)
    let (low, high) = (min(0, ends.min() ?? 0), max(0, ends.max() ?? 0))
    return low < high ? low...high : low...(low + 1)
  }

  package var table: Table {
    Table(
      columns: [Table.Column("step", .text), Table.Column("amount", .number(.number))],
      rows: ([from] + steps + [to]).map { Table.Row([.text($0.label), .number($0.amount)]) })
  }
}

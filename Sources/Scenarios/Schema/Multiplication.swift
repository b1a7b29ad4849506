import Language
import Statistics

/// Writes what was typed for an uncertain number once more, with every value multiplied.
struct Multiplication {
  /// What was typed.
  let text: Fragment
  let factor: Double

  /// Nil where no number can be multiplied: a beta law lies between 0 and 1, and the values of a file stand in the file.
  func words(_ expression: ValueExpression) -> String? {
    switch expression {
    case .quantity(let quantity): return words(quantity)
    case .range(let low, let high): return "\(words(low, before: high)) to \(words(high))"
    case .rangeLikely(let low, let high, let likely):
      return "\(words(low, before: likely)) to \(words(high, before: likely)) likely \(words(likely))"
    case .percentiles(let percentiles):
      return percentiles.map { "p\($0.percent.plain) \(words($0.value))" }.joined(separator: " ")
    case .call(let call): return words(call)
    case .mixture(let parts):
      let written = parts.compactMap { part in words(part.value).map { "\(words(part.weight)): \($0)" } }
      return written.count == parts.count ? written.joined(separator: " | ") : nil
    case .chance(let share, let value): return words(value).map { "\(words(share)) chance \($0)" }
    case .sample: return nil
    }
  }

  /// Shapes stay; nil where all arguments are shapes.
  private func words(_ call: ValueExpression.Call) -> String? {
    guard let entry = LawCatalogue.entry(named: call.name.text.lowercased()),
      call.arguments.indices.contains(where: { !entry.isShape($0) })
    else { return nil }
    let arguments = call.arguments.enumerated().map { entry.isShape($0) ? text.slice($1.span).text : words($1) }
    return "\(entry.name)(\(arguments.joined(separator: ", ")))"
  }

  /// Probabilities stay as typed.
  private func words(_ share: ValueExpression.Share) -> String { text.slice(share.span).text }

  private func words(_ quantity: Quantity) -> String { value(quantity) + unit(quantity) }

  /// Without the unit where a number that follows says it.
  private func words(_ quantity: Quantity, before other: Quantity) -> String {
    unit(quantity) == unit(other) ? value(quantity) : words(quantity)
  }

  private func value(_ quantity: Quantity) -> String { (quantity.value * factor).withoutDust.plain }

  private func unit(_ quantity: Quantity) -> String {
    var words = quantity.isPercent ? " %" : ""
    if let currency = quantity.currency { words += " " + currency }
    if let unit = quantity.unit { words += " \(unit)" }
    if let per = quantity.per { words += per.count == 1 ? " per \(per.unit)" : " per \(per.count.plain) \(per.unit)" }
    return words
  }
}

extension Double {
  /// 1.1 · 1.2 is 1.32, not 1.3200000000000001: the shortest decimal within the error of a multiplication or two.
  fileprivate var withoutDust: Double {
    var scale = 1.0
    for _ in 0..<12 {
      let rounded = (self * scale).rounded() / scale
      if abs(rounded - self) <= abs(self) * 2e-15 { return rounded }
      scale *= 10
    }
    return self
  }
}

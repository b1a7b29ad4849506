import Language
import Scenarios

/// Finding parameters by what operators type.
enum Parameters {
  /// The parameters a path means: itself, all that its `*` stand for, or those it is the end of.
  static func matching(_ typed: String, in slots: [Slot]) -> [Slot] {
    if let exact = slots.first(where: { $0.path == typed }) { return [exact] }
    let pattern = typed.split(separator: ".", omittingEmptySubsequences: false)
    if typed.contains("*") {
      return slots.filter { slot in
        let parts = slot.path.split(separator: ".")
        return parts.count == pattern.count && zip(pattern, parts).allSatisfy { $0 == "*" || $0 == $1 }
      }
    }
    return slots.filter { $0.path.hasSuffix("." + typed) }
  }

  static func suggestion(for typed: String, in slots: [Slot]) -> String? {
    Invocation.suggestion(typed, slots.map(\.path))
  }

  /// The range of a parameter in words.
  static func allowed(_ info: FieldInfo, currency: String) -> String? {
    switch info.kind {
    case .choice, .flag, .reference, .currency, .date, .opening, .condition, .actions, .chance:
      info.kind.unit(currency: currency)
    default:
      info.range.map { range in
        if case .amount = info.kind {
          return "\(range.lowerBound.plain) to \(range.upperBound.plain) \(currency), with a period"
        }
        if case .lag = info.kind {
          return
            "\(range.lowerBound.plain) to \(range.upperBound.plain) days, 10 to 30 days, lognormal(24, 0.5), uniform(3, 10)"
        }
        let low = info.kind.write(.number(range.lowerBound), currency: currency)
        let high = info.kind.write(.number(range.upperBound), currency: currency)
        return "\(low) to \(high)\(info.isOptional ? ", or none" : "")"
      }
    }
  }
}

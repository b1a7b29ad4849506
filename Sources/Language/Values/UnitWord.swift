/// A unit behind a number: a stretch of time, a weight or a length, or after `per` any word (`0.8 USD per click`), which
/// only the caller can judge.
package enum UnitWord: Hashable, Sendable, CustomStringConvertible {
  case minute, hour, day, week, month, year
  /// In lower case, singular: `clicks` is `click`.
  case other(String)

  /// A unit of time in English or Chinese, or nil.
  package init?(time name: String) {
    switch Fold.key(name) {
    case "minute", "minutes", "分钟": self = .minute
    case "h", "hour", "hours", "小时": self = .hour
    case "d", "day", "days", "天", "日": self = .day
    case "week", "weeks", "周", "星期": self = .week
    case "month", "months", "月", "个月": self = .month
    case "year", "years", "年": self = .year
    default: return nil
    }
  }

  /// A unit of weight or length in English or Chinese, or nil.
  package init?(measure name: String) {
    guard Self.measures.contains(Fold.key(name)) else { return nil }
    self = UnitWord(name)
  }

  private static let measures: Set = [
    "g", "gram", "grams", "kg", "kilogram", "kilograms", "lb", "lbs", "pound", "pounds", "oz", "ounce", "ounces",
    "mm", "cm", "inch", "inches", "克", "公斤", "千克", "斤", "磅", "盎司", "毫米", "厘米", "公分", "英寸",
  ]

  /// Any unit word.
  package init(_ name: String) {
    self = UnitWord(time: name) ?? .other(Self.singular(Fold.key(name)))
  }

  private static func singular(_ name: String) -> String {
    let isPlural = name.utf8.count > 2 && name.hasSuffix("s") && !name.hasSuffix("ss")
    return isPlural ? String(name.dropLast()) : name
  }

  /// The singular in English.
  package var description: String {
    switch self {
    case .minute: "minute"
    case .hour: "hour"
    case .day: "day"
    case .week: "week"
    case .month: "month"
    case .year: "year"
    case .other(let name): name
    }
  }
}

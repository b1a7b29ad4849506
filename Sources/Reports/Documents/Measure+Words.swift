package import Analysis

extension Measure {
  /// What it is called in sentences and above columns: `Out of money`, `P50 cash at the end`.
  package var title: String {
    guard let statistic else { return Self.shareTitles[name] ?? name }
    return "\(statistic.words) \(Self.amountTitles[name] ?? name.replacing("_", with: " "))"
  }

  /// The same where there is little room.
  package var short: String {
    guard let statistic else { return Self.shareShorts[name] ?? name }
    return "\(statistic.words) \(Self.amountShorts[name] ?? name.replacing("_", with: " "))"
  }

  /// In CSV and JSON, and as typed: `p50 final_cash`.
  package var key: String { statistic.map { "\($0.rawValue) \(name)" } ?? name }

  package var style: NumberStyle {
    if isShare { return .share }
    return isMoney ? .money : name == "ruin_day" ? .count : .decimals(1)
  }

  package func unit(currency: String) -> String { isMoney ? currency : "" }

  /// A bound as one says it.
  package func text(_ value: Double, currency: String, _ format: NumberFormat) -> String {
    if isShare { return format.text(value * 100, .number) + " %" }
    return isMoney ? "\(format.text(value, .money)) \(currency)" : format.text(value, .number)
  }

  private static let shareTitles = [
    "ruin": "Out of money", "insolvent": "Below the credit line", "starved": "No money for ads",
  ]
  private static let shareShorts = ["ruin": "Out", "insolvent": "Below line", "starved": "No ads"]
  private static let amountTitles = ["final_cash": "cash at the end", "final_worth": "worth at the end"]
  private static let amountShorts = ["final_cash": "cash", "final_worth": "worth"]
}

extension Measure.Statistic {
  fileprivate var words: String {
    switch self {
    case .mean: "Mean"
    case .sd: "Spread of"
    case .p5, .p25, .p50, .p75, .p95: rawValue.uppercased()
    }
  }
}

import Scenarios

/// Costs that do not depend on orders: plans and tools, natural traffic, brand.
enum FixedCosts {
  private static let daysAMonth = 365.0 / 12

  /// On average; what is paid once is spread over the months of the run.
  static func aMonth(_ scenario: Scenario) -> Double {
    let costs = scenario.costs.entries.map { entry in
      let amount = entry.value.amount
      return switch amount.period {
      case .day: amount.value * daysAMonth
      case .days(let days): amount.value / days * daysAMonth
      case .month: amount.value
      case .year: amount.value / 12
      case .once: amount.value / Double(scenario.monthCount)
      }
    }
    let traffic = scenario.traffic.entries.map(\.value.cost)
    return (costs + traffic).reduce(0, +) + scenario.brand.spend * daysAMonth
  }

  /// What ads have to earn beside their own cost, for each unit of money spent on them; nothing without ads.
  static func perAdMoney(_ scenario: Scenario) -> Double {
    let budget = scenario.ads.entries.reduce(0) { $0 + $1.value.budget }
    return budget > 0 ? aMonth(scenario) / (budget * daysAMonth) : 0
  }
}

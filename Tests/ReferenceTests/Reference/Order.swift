import Simulation

/// One order and how far it has come.
struct Order {
  let product: Int
  let day: Int
  /// What the customer pays.
  let value: Double
  /// What is owed for it, less commission, fees and the reserve.
  let payout: Double
  /// Place of its offer in the product's list; changes when it is moved.
  var offer: Int
}

/// How a shipped order ends.
enum Fate: Int, CaseIterable {
  case well, lost, bad, late, unwanted, fraud

  var metric: Metric {
    switch self {
    case .well: .well
    case .lost: .lost
    case .bad: .bad
    case .late: .late
    case .unwanted: .unwanted
    case .fraud: .fraud
    }
  }
}

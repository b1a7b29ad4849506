import Simulation

/// One order and how far it has come. In the plan it stands for a part of one, or for several.
struct Order {
  let product: Int
  /// Which candidate of its slot it was, where products are tested.
  let candidate: Int
  let day: Int
  let isExpress: Bool
  /// What the customer pays.
  let value: Double
  /// What is owed for it, less commission, fees and the reserve, by way to be paid.
  let payouts: [Double]
  /// Place of its offer in the product's list; changes when it is moved.
  var offer: Int
  /// 1 in a world.
  var count: Double
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

  /// Does it count against the store, and cause tickets?
  var isProblem: Bool { [.lost, .bad, .late].contains(self) }
}

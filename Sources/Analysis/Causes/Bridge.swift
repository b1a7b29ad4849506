package import Simulation
import Statistics

/// The way from the plan's cash to that of one world, in rows of the books.
package struct Bridge: Sendable {
  /// A row, signed by what it does to cash.
  package enum Account: String, CaseIterable, Sendable {
    case revenue
    case goodsAndShipping = "goods_and_shipping"
    case ads
    case platformAndTools = "platform_and_tools"
    case paymentFees = "payment_fees"
    case refundsAndChargebacks = "refunds_and_chargebacks"
    case other
    /// Where stores are paid in another currency.
    case exchange
    /// Where money is borrowed.
    case financingCosts = "financing_costs"
    case owedByProcessors = "owed_by_processors"
    case withheld
    case reserves
    case stock
    case owedToSuppliers = "owed_to_suppliers"
    case owedToState = "owed_to_state"
    /// Of a running business.
    case owedToOthers = "owed_to_others"
    case owedToLenders = "owed_to_lenders"
    /// Where ad accounts are paid before or after.
    case adBalance = "ad_balance"
    /// Where rules pay the owner.
    case ownerDraws = "owner_draws"

    /// Told only where it is not 0.
    fileprivate var isOfSome: Bool {
      switch self {
      case .owedToOthers, .exchange, .financingCosts, .owedToLenders, .adBalance, .ownerDraws: true
      default: false
      }
    }
  }

  /// From the first day to the end of one: what each row did to cash. With the money put in they give cash.
  package struct Books: Sendable {
    package let start: Double
    package let rows: [Double]
    package var cash: Double { rows.reduce(start, +) }

    package init(start: Double, rows: [Double]) { (self.start, self.rows) = (start, rows) }

    package subscript(_ account: Account) -> Double { rows[Self.places[account] ?? 0] }
    private static let places = Dictionary(uniqueKeysWithValues: Account.allCases.enumerated().map { ($1, $0) })
  }

  package struct Row: Sendable {
    package let account: Account
    package let plan: Double
    package let world: Double
    package var difference: Double { world - plan }
  }

  /// The largest difference first; those of one size in the order of the books.
  package let rows: [Row]
  package let start: (plan: Double, world: Double)
  package let cash: (plan: Double, world: Double)

  package init(plan: Books, world: Books) {
    start = (plan.start, world.start)
    cash = (plan.cash, world.cash)
    let accounts = Account.allCases.filter {
      !$0.isOfSome || plan[$0] != 0 || world[$0] != 0
    }
    rows = accounts.map { Row(account: $0, plan: plan[$0], world: world[$0]) }.enumerated().sorted {
      (-$0.element.difference.magnitude, $0.offset) < (-$1.element.difference.magnitude, $1.offset)
    }.map(\.element)
  }

  /// Those that are told one by one: at least 2 % of all differences.
  package var told: [Row] {
    let sum = rows.reduce(0) { $0 + $1.difference.magnitude }
    return rows.filter { $0.difference != 0 && $0.difference.magnitude >= 0.02 * sum }
  }

  /// All others together; nil where they make no difference.
  package var everythingElse: (plan: Double, world: Double)? {
    let others = rows.filter { row in !told.contains { $0.account == row.account } }
    guard others.contains(where: { $0.difference != 0 }) else { return nil }
    return (others.reduce(0) { $0 + $1.plan }, others.reduce(0) { $0 + $1.world })
  }

  /// The row that took most cash away against the plan; nil where none did.
  package var worst: Account? {
    rows.filter { $0.difference < 0 }.min { $0.difference < $1.difference }?.account
  }
}

extension Bridge.Books {
  /// - Parameter day: the last one.
  package init(_ replay: WorldReplay, until day: Int) {
    let days = replay.days[...min(day, replay.days.count - 1)]
    func sum(_ metric: Metric) -> Double { days.reduce(0) { $0 + ($1.amounts[metric] ?? 0) } }
    let balances = days.last?.balances ?? [:]
    // A running business has begun with some.
    func balance(_ metric: Metric) -> Double { (balances[metric] ?? 0) - (replay.opening[metric] ?? 0) }
    let start = Self.start(of: replay)
    let withheld = balance(.withheld)
    var rows: [Bridge.Account: Double] = [
      .revenue: sum(.revenue), .goodsAndShipping: -sum(.goodsAndShipping), .ads: -sum(.ads),
      .platformAndTools: -sum(.platformAndTools), .paymentFees: -sum(.paymentFees), .other: -sum(.other),
      .exchange: sum(.exchange), .financingCosts: -sum(.financingCosts),
      .owedByProcessors: -(balance(.owedByProcessors) - withheld), .withheld: -withheld,
      .reserves: -balance(.reserves), .stock: -balance(.stock), .owedToSuppliers: balance(.owedToSuppliers),
      .owedToState: balance(.owedToState),
      .owedToOthers: balance(.owedToOthers), .owedToLenders: balance(.owedToLenders),
      .adBalance: -balance(.adBalance), .ownerDraws: -sum(.ownerDraws),
    ]
    // Refunds are booked in their month as soon as an order's fate is known, before their day: what has come so far is what
    // the other rows leave.
    let cash = days.last?.cash ?? start
    rows[.refundsAndChargebacks] = cash - Bridge.Account.allCases.reduce(start) { $0 + (rows[$1] ?? 0) }
    self.init(start: start, rows: Bridge.Account.allCases.map { rows[$0] ?? 0 })
  }

  /// Cash before anything was paid.
  private static func start(of replay: WorldReplay) -> Double {
    guard let first = replay.days.first else { return 0 }
    return WorldStory.accounts.reduce(first.cash) { $0 - $1.sign * (first.amounts[$1.metric] ?? 0) }
  }
}

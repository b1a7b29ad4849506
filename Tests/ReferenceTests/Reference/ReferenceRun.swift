import Dispatch
import Scenarios
import Simulation
import Synchronization

/// How one world went.
struct WorldResult: Sendable {
  /// The money it began with, what was on its way beside it, and orders of before.
  let budget: Double
  let openingWorth: Double
  let openingOrders: Double
  let ruinDay: Int?
  let ruinCause: RuinCause
  let quitDay: Int?
  /// Cash and all that is owed to the business, with what stock still brings, less what it owes.
  let finalWorth: Double
  /// The first month, counted from 1, since which every month has ended with more worth than the budget; nil when the last
  /// did not.
  let breakEvenMonth: Int?
  fileprivate let months: Int
  /// Metric by metric, and in each month by month.
  fileprivate let statements: [Double]

  func monthly(_ metric: Metric, _ month: Int) -> Double { statements[metric.rawValue * months + month] }
}

extension ReferenceWorld {
  mutating func live() -> WorldResult {
    for day in 0..<input.time.days { live(day) }
    return WorldResult(
      budget: budget, openingWorth: openingWorth, openingOrders: openingOrders, ruinDay: ruinDay,
      ruinCause: ruinCause, quitDay: quitDay, finalWorth: worth,
      breakEvenMonth: breakEvenMonth, months: input.time.months, statements: books.statements)
  }

  private var breakEvenMonth: Int? {
    let budget = budget + openingWorth
    let months = worthOfMonths.indices.map { $0 + 1 }
    if input.fault == .backOnceAbove { return months.first { worthOfMonths[$0 - 1] > budget } }
    return months.first { month in worthOfMonths[(month - 1)...].allSatisfy { $0 > budget } }
  }

  var worth: Double {
    accounts.reduce(books.cash + stockWorth.leftover) { $0 + ($1.owed + $1.reserve) * $1.rate } - bills.outstanding
      - cards.reduce(0) { $0 + $1.bills.outstanding }
      - state.owed
      - oldTaxes.outstanding - oldDebts.outstanding - owedToLenders + adAccounts.reduce(0) { $0 + $1.worth } + takenOut
  }
}

/// Many worlds of the reference simulator, shaped like the engine's outcome.
struct ReferenceOutcome {
  let months: Int
  let worlds: [WorldResult]

  /// The plan, as the only world.
  init(planOf scenario: Scenario) {
    var plan = ReferenceWorld(ReferenceInput(planOf: scenario), seed: 0, world: 0)
    months = scenario.monthCount
    worlds = [plan.live()]
  }

  /// Each world has a seed of its own, so two threads change nothing but the time it takes.
  init(_ input: ReferenceInput, worlds count: Int, seed: UInt64) {
    let pieces = 16
    let done = Mutex<[Int: [WorldResult]]>([:])
    DispatchQueue.concurrentPerform(iterations: pieces) { piece in
      let range = count * piece / pieces..<count * (piece + 1) / pieces
      let results = range.map { world in
        var reference = ReferenceWorld(input, seed: seed, world: world)
        return reference.live()
      }
      done.withLock { $0[piece] = results }
    }
    months = input.time.months
    worlds = done.withLock { done in (0..<pieces).flatMap { done[$0] ?? [] } }
  }

  func monthly(_ metric: Metric, month: Int) -> [Double] { worlds.map { $0.monthly(metric, month) } }

  /// Months totalled as the metric declares.
  func total(_ metric: Metric) -> [Double] {
    let all = 0..<months
    return worlds.map { world in
      switch metric.row.total {
      case .first: world.monthly(metric, 0)
      case .last: world.monthly(metric, months - 1)
      case .sum: all.reduce(0) { $0 + world.monthly(metric, $1) }
      case .minimum: all.reduce(.infinity) { min($0, world.monthly(metric, $1)) }
      }
    }
  }
}

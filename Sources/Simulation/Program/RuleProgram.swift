import Language
import Scenarios
import Statistics

/// Rules and events (model 11), ready to run: lists of instructions that work on a whole block, a register for
/// each figure that is looked at, and rows for what is remembered from day to day.
struct RuleProgram: Sendable {
  var registers: [FigureProgram] = []
  /// Rows of memory: the days of last firings, mornings in a row, the days on which events end.
  private(set) var memories = 0
  var events: [RuleCode] = []
  var rules: [RuleCode] = []
  private(set) var durations: [EventDuration] = []
  /// The days on which what comes back every year begins.
  private(set) var occasions: [[Bool]] = []
  /// Parameters that lasting events change, with what holds while they last.
  var overlays: [Overlay] = []
  var switches = Switches()
  /// What must be derived anew where a number changes: nothing of what is read where it is used.
  enum Consequence: Equatable {
    case nothing
    /// What these products cost and bring.
    case products(Range<Int>)
    case everything

    mutating func add(_ other: Consequence) {
      switch (self, other) {
      case (_, .nothing), (.everything, _): break
      case (.nothing, _), (_, .everything): self = other
      case (.products(let one), .products(let others)):
        self = .products(min(one.lowerBound, others.lowerBound)..<max(one.upperBound, others.upperBound))
      }
    }
  }
  /// Does any event look at figures?
  var eventsSeeFigures: Bool { events.contains { $0.checks.contains(where: \.seesFigures) } }
  /// Does any rule pay the owner?
  var paysOwner: Bool {
    rules.contains { $0.deeds.contains { if case .payOwner = $0 { true } else { false } } }
  }
  /// By index of the parameter; of others everything follows.
  var consequences: [Int: Consequence] = [:]
  /// Is any other one ever assigned to?
  var changesNumbers = false

  func follows(from parameter: Parameter) -> Consequence { consequences[parameter.index] ?? .everything }

  mutating func memory() -> Int {
    memories += 1
    return memories - 1
  }

  mutating func duration(_ duration: EventDuration) -> Int {
    durations.append(duration)
    return durations.count - 1
  }

  mutating func occasion(_ days: [Bool]) -> Int {
    occasions.append(days)
    return occasions.count - 1
  }

  mutating func register(_ figure: FigureProgram) -> Int {
    if let index = registers.firstIndex(of: figure) { return index }
    registers.append(figure)
    return registers.count - 1
  }
}

/// One rule or event: checks narrow a mask of paths down, deeds happen in those that are left.
struct RuleCode: Sendable {
  let name: String
  let checks: [Check]
  let deeds: [Deed]

  enum Check: Sendable {
    /// Register against a number, or against another register.
    case compare(Int, Condition.Relation, Double)
    case compareRegisters(Int, Condition.Relation, Int)
    case isYes(Int)
    case isNo(Int)
    /// It has held so many mornings in a row.
    case lasting(memory: Int, days: Int)
    /// The business goes on: nobody decides anything after the end.
    case alive
    /// The last firing is so many days ago.
    case rested(memory: Int, days: Int)
    /// The event neither goes on nor ended today.
    case idle(memory: Int)
    case onDay(Int)
    /// On the days of a holiday, by place in `occasions`.
    case onOccasion(Int)
    case fromDay(Int)
    /// On the first day of a month, but the run's.
    case beginsMonth
    /// By chance, drawn every day or once; never in the plan.
    case chance(Double, Stream)
    /// How long it lasts is drawn and remembered; one that began before the start may be over. By place in `durations`,
    /// so that looking at a check copies numbers only.
    case begins(memory: Int, duration: Int)

    var seesFigures: Bool {
      switch self {
      case .compare, .compareRegisters, .isYes, .isNo: true
      case .lasting, .alive, .rested, .idle, .onDay, .onOccasion, .fromDay, .beginsMonth, .chance, .begins: false
      }
    }
  }

  enum Deed: Sendable {
    /// Remembers the day.
    case note(memory: Int)
    case assign(Parameter, LiveChange)
    /// Beneath what lasting events hold.
    case assignBeneath(overlay: Int, LiveChange)
    /// A lasting event begins to hold something.
    case overlay(Int)
    case hold(store: Int, HoldLength)
    case pay(PaymentCode)
    case payOwner(OwnerDraw)
    /// The balance of an ad account is lost.
    case forfeit(account: Int)
    case quit
  }
}

/// How long an event holds a store's payouts.
enum HoldLength: Sendable {
  /// The store's own days, by a draw that has its place in the stream.
  case drawn(Stream, index: Int)
  /// As long as the event lasts.
  case event(memory: Int)
}

/// Money that is paid once.
struct PaymentCode: Sendable {
  let payment: Payment
  let stream: Stream
  /// The draw of how much, in the stream.
  let index: Int
}

/// How a parameter changes.
struct LiveChange: Hashable, Sendable {
  let operation: Assignment.Operation
  let bounds: ClosedRange<Double>
  let isWhole: Bool

  init(_ assignment: Assignment) {
    operation = assignment.operation
    bounds = assignment.bounds
    isWhole = assignment.isWhole
  }

  /// A switch is thrown.
  init(set value: Double) {
    operation = .set(value)
    bounds = 0...1
    isWhole = false
  }

  func applied(to value: Double) -> Double {
    let result: Double
    switch operation {
    case .set(let number): result = number
    case .add(let number): result = value + number
    case .multiply(let factor): result = value * factor
    }
    // Written so that a product that is no number becomes a bound.
    let held =
      result > bounds.lowerBound ? (result < bounds.upperBound ? result : bounds.upperBound) : bounds.lowerBound
    return isWhole ? (held + 0.5).rounded(.down) : held
  }
}

/// How long an event lasts.
struct EventDuration: Sendable {
  /// The day it is counted from where it fires on the first day of the run, and began before.
  let since: Int?
  let days: LagTable
  let plannedDays: Int
  /// Index 1 of the event's stream.
  let stream: Stream
}

/// A parameter that lasting events change. Other changes go to a row beneath; what is in force is that row, changed by the
/// events that go on, in the order in which they are written. So whatever overlaps, nothing is left when they end.
struct Overlay: Sendable {
  let parameter: Parameter
  /// The memory of the event's last day, and what it does.
  var effects: [(memory: Int, change: LiveChange)] = []
}

/// What rules and events have paused or closed: parameters of 0 and 1, one thrown by the operator and one by the world.
struct Switches: Sendable {
  private(set) var parameters: [Subject: [Parameter]] = [:]

  mutating func add(_ parameter: Parameter, for subject: Subject) {
    if parameters[subject]?.contains(parameter) != true { parameters[subject, default: []].append(parameter) }
  }

  /// Those of a part of the scenario; none where no rule ever closes it.
  subscript(_ subject: Subject) -> [Parameter] { parameters[subject] ?? [] }
}

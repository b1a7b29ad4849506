import Foundation
import Scenarios
import Simulation

/// What is agreed about product tests (model 5).
struct TestedProducts {
  let terms: ProductTests
  /// The product and the store that test, by their places.
  let product: Int
  let store: Int
  let slots: Int
  let candidates: Int
  let keepIf: ReferenceCondition
  let stopIf: ReferenceCondition?
  /// No test before the store opens.
  let opensOn: Int

  init?(_ scenario: Scenario) {
    let terms = scenario.productTests
    guard terms.candidates > 0 else { return nil }
    let place = scenario.products.names.firstIndex(of: terms.product) ?? 0
    let home = ReferenceInput.store(scenario.products.entries[place].value.store, in: scenario)
    self.terms = terms
    product = place
    store = home
    slots = Int(terms.live)
    candidates = Int(terms.candidates)
    keepIf = ReferenceCondition(terms.keepIf)
    stopIf = terms.stopIf.isEmpty ? nil : ReferenceCondition(terms.stopIf)
    opensOn = scenario.day(of: scenario.stores.entries[home].value.opens)
  }

  /// What a channel spends a day on a test: its part by budget, or, where none has a budget yet, as much as the others.
  func budget(of channel: AdChannel, in scenario: Scenario) -> Double {
    // Read one by one: a channel is large, and a copy of all of them a day took a tenth of the simulator's time.
    let served = scenario.ads.entries.indices.filter {
      ReferenceInput.store(scenario.ads.entries[$0].value.store, in: scenario) == store
    }
    let budgets = served.reduce(0) { $0 + scenario.ads.entries[$1].value.budget }
    let money = scenario.productTests.testSpend / scenario.productTests.testDays
    return money * (budgets > 0 ? channel.budget / budgets : 1 / Double(served.count))
  }
}

/// What must be seen of one candidate: one or more claims, all of which must hold.
struct ReferenceCondition {
  private let claims: [Claim]

  init(_ text: String) { claims = text.components(separatedBy: " and ").map(Claim.init) }

  /// Asked in the morning; what happened before the candidate is no part of it.
  func holds(_ diary: [Int: CandidateDay], on day: Int) -> Bool { claims.allSatisfy { $0.holds(diary, on: day) } }
}

/// A claim about the last days of one candidate: `roas(4) >= 1.4`.
private struct Claim {
  private enum Observable: String { case spend, clicks, orders, revenue, roas, cpa, margin }

  private let observable: Observable
  private let days: Int
  private let relation: String
  private let bound: Double

  init(_ text: String) {
    let relation = [">=", "<=", "!=", "==", "<", ">", "="].first { text.contains($0) } ?? "?"
    let sides = text.split(separator: relation, maxSplits: 1).map(String.init)
    let name = sides.first?.split(whereSeparator: { "() ".contains($0) }).map(String.init) ?? []
    let word = sides.last?.split(separator: " ").joined() ?? ""
    let number = Double(word.filter { "-.0123456789".contains($0) })
    // A name of more than a figure and its days is a sentence that would be misread.
    guard sides.count == 2, (2...3).contains(name.count), let observable = Observable(rawValue: name[0]),
      let days = Int(name[1].filter(\.isNumber)), let number
    else { preconditionFailure("no claim: \(text)") }
    self.observable = observable
    self.days = days
    self.relation = relation
    bound = word.hasSuffix("%") ? number / 100 : number
  }

  func holds(_ diary: [Int: CandidateDay], on day: Int) -> Bool {
    var sum = CandidateDay()
    for past in (day - days)..<day { sum.add(diary[past] ?? CandidateDay()) }
    let value = value(sum)
    return switch relation {
    case ">=": value >= bound
    case "<=": value <= bound
    case "!=": value < bound || value > bound
    case "<": value < bound
    case ">": value > bound
    default: value == bound
    }
  }

  /// Nothing divided by nothing is no number, and no comparison holds for it.
  private func value(_ sum: CandidateDay) -> Double {
    switch observable {
    case .spend: sum.spend
    case .clicks: sum.clicks
    case .orders: sum.orders
    case .revenue: sum.revenue
    case .roas: sum.revenue / sum.spend
    case .cpa: sum.spend / sum.orders
    case .margin: (sum.revenue - sum.goods - sum.fees - sum.spend) / sum.revenue
    }
  }
}

/// What a candidate did on a day.
struct CandidateDay {
  var spend = 0.0
  var clicks = 0.0
  var orders = 0.0
  var revenue = 0.0
  var goods = 0.0
  var fees = 0.0

  mutating func add(_ other: CandidateDay) {
    spend += other.spend
    clicks += other.clicks
    orders += other.orders
    revenue += other.revenue
    goods += other.goods
    fees += other.fees
  }
}

/// A place for one product at a time: empty, in a test, or sold.
struct ReferenceSlot {
  enum Phase { case empty, testing, kept }

  private(set) var phase = Phase.empty
  /// Counted over the whole business from 1; 0 before the first.
  private(set) var candidate = 0
  private(set) var begun = 0
  private(set) var conversion = 0.0
  var diary: [Int: CandidateDay] = [:]

  mutating func start(_ candidate: Int, conversion: Double, on day: Int) {
    self = ReferenceSlot()
    phase = .testing
    self.candidate = candidate
    self.conversion = conversion
    begun = day
  }

  mutating func keep() { phase = .kept }
  mutating func clear() { phase = .empty }
}

extension ReferenceWorld {
  /// The morning's decisions, slot by slot.
  mutating func testProducts(_ day: Int) {
    guard let tests = input.tests, day >= tests.opensOn else { return }
    for slot in slots.indices {
      switch slots[slot].phase {
      case .empty: startNextCandidate(in: slot, on: day)
      case .testing:
        guard day - slots[slot].begun == Int(tests.terms.testDays) else { continue }
        if tests.keepIf.holds(slots[slot].diary, on: day) {
          slots[slot].keep()
          books.post(.winners, 1)
        } else {
          startNextCandidate(in: slot, on: day)
        }
      case .kept:
        if tests.stopIf?.holds(slots[slot].diary, on: day) == true { startNextCandidate(in: slot, on: day) }
      }
    }
  }

  private mutating func startNextCandidate(in slot: Int, on day: Int) {
    guard let tests = input.tests else { return }
    for product in input.products.indices where input.products[product].slot == slot {
      // Customers of the old one find it gone.
      strandedRepeats[product].merge(repeats[product])
      repeats[product] = Schedule(days: input.time.days)
    }
    let isLast = candidatesTried == tests.candidates
    for channel in channels.indices where channels[channel].slot == slot {
      if isLast { channels[channel].stop() } else { channels[channel].restart(day) }
    }
    guard !isLast else { return slots[slot].clear() }
    candidatesTried += 1
    slots[slot].start(candidatesTried, conversion: size(tests.terms.conversion), on: day)
    books.post(.candidatesTried, 1)
    if input.fault != .productsFindThemselves {
      books.post(.ownerHours, input.scenario.operations.searchHours)
    }
  }

  /// Is what was ordered still tested or sold?
  func isOfferedStill(_ order: Order) -> Bool {
    guard let slot = input.products[order.product].slot else { return true }
    return slots[slot].candidate == order.candidate && slots[slot].phase != .empty
  }

  /// Adds to what is known of a candidate, if it is still there.
  mutating func note(_ figures: CandidateDay, slot: Int?, candidate: Int, on day: Int) {
    guard let slot, slots[slot].candidate == candidate, slots[slot].phase != .empty else { return }
    slots[slot].diary[day, default: CandidateDay()].add(figures)
  }
}

import Foundation
import Language
import Scenarios
import Simulation
import Statistics
import Testing

@testable import Simulation

/// A running business that starts with money and orders on their way (model 17).
@Suite("Opening balances") struct OpeningTests {
  // MARK: The worked example

  @Test("the worked example: both plans book every row to the cent") func months() throws {
    let known = try OpeningVector.read()
    let scenario = try scenario(known.scenario)
    let engine = Program(scenario, seed: 1).plan()
    let reference = ReferenceOutcome(planOf: scenario)
    for (month, rows) in known.months.enumerated() {
      for (name, truth) in rows.figures {
        let metric = try #require(Metric(name: name))
        let tolerance = 1e-6 * max(1, rows.figures["revenue"] ?? 0)
        for value in [engine.monthly(metric, month: month)[0], reference.monthly(metric, month: month)[0]] {
          #expect(abs(value - truth) < tolerance, "\(name) in month \(month + 1) is \(value), not \(truth)")
        }
      }
      func balance(_ metrics: [Metric]) -> Double {
        metrics.reduce(0) { $0 + engine.monthly($1, month: month)[0] }
      }
      let debts: [Metric] = [.owedToSuppliers, .owedToState, .owedToOthers]
      let balances = [
        ("owed_by_processors", balance([.owedByProcessors]) - balance([.withheld])), ("reserves", balance([.reserves])),
        ("held", balance([.withheld])), ("owed", balance(debts)),
      ]
      for (name, value) in balances {
        #expect(abs(value - (rows.balances[name] ?? .nan)) < 1e-6, "\(name) at the end of month \(month + 1)")
      }
    }
  }

  @Test("the worked example: cash on every evening, and every day's orders") func days() throws {
    let known = try OpeningVector.read()
    let scenario = try scenario(known.scenario)
    let replay = Program(scenario, seed: 1).replayPlan()
    var reference = ReferenceWorld(ReferenceInput(planOf: scenario), seed: 0, world: 0)
    for (day, cash) in known.cashByDay.enumerated() {
      reference.live(day)
      #expect(abs(replay.days[day].cash - cash) < 1e-6, "day \(day)")
      #expect(abs(reference.books.cash - cash) < 1e-6, "day \(day)")
      #expect(abs((replay.days[day].amounts[.orders] ?? 0) - known.ordersByDay[day]) < 1e-9, "day \(day)")
    }
  }

  @Test("the worked example: what it is worth, and what old orders still cost") func worth() throws {
    let known = try OpeningVector.read()
    let program = Program(try scenario(known.scenario), seed: 1)
    let opening = try #require(program.openingBalances())
    #expect(abs(opening.cash - 1000) < 1e-9)
    #expect(abs(opening.payouts - 205) < 1e-9)
    #expect(abs(opening.reserves - 65) < 1e-9)
    #expect(abs(opening.held - 200) < 1e-9)
    #expect(abs(opening.owed - 235) < 1e-9)
    #expect(abs(opening.worth - 1235) < 1e-9)
    #expect(opening.orders == 60)
    // Refunds of 30, 20 and 10 orders: 7 % of 40 each; and 1 % of them charged back at 40 and 15.
    #expect(abs(opening.refundsAndChargebacks[0] - (60 * 0.07 * 40 + 60 * 0.01 * 55)) < 1e-9)
    #expect(abs(opening.refundsAndChargebacks[1]) < 1e-9)
    let plan = program.plan()
    #expect(abs(plan.gain[0] - (plan.finalWorth[0] - 1235)) < 1e-5)
  }

  @Test("what is known of a parcel changes how long it takes") func delivery() throws {
    let known = try OpeningVector.read().delivery
    let law = LagTable(.lognormal(Lognormal(median: known.median, logDeviation: known.sigma)))
    let cases = [
      (law, known.unknown), (law.given(atLeast: known.age), known.no), (law.given(below: known.age), known.yes),
    ]
    for (law, truth) in cases {
      let mean = (0..<LagTable.mostDays).reduce(0) { $0 + law.survival($1) }
      #expect(abs(mean - truth.mean) < 1e-6)
      #expect(abs(law.survival(30) - truth.late) < 1e-9)
      for (day, share) in truth.first.enumerated() { #expect(abs(law.probability(of: day + 1) - share) < 1e-9) }
      for (day, share) in truth.atAge.enumerated() {
        #expect(abs(law.probability(of: known.age + day) - share) < 1e-9)
      }
      // A refund comes so many days after delivery; those before the first day have been paid.
      let coming = law.survival(known.age - 1 - known.refundDays)
      #expect(abs(coming * known.rate * known.count - truth.refunds) < 1e-6)
    }
  }

  @Test("a parcel that can be nowhere else arrives at once") func impossible() {
    let law = LagTable(.fixed(5))
    #expect(law.given(atLeast: 9).lastDay == 9)
    #expect(law.given(atLeast: 9).probability(of: 9) == 1)
    #expect(law.given(below: 3).probability(of: 2) == 1)
    #expect(law.given(atLeast: 2).probability(of: 5) == 1)
  }

  // MARK: Two simulators

  @Test("both plans are the same", arguments: ["mid-life", "entered"]) func plans(_ name: String) throws {
    let scenario = try scenario(OwnScenarios.text(name))
    let reference = ReferenceOutcome(planOf: scenario)
    let engine = Program(scenario, seed: 1).plan()
    for month in 0..<reference.months {
      for metric in Metric.allCases {
        let (ours, theirs) = (reference.monthly(metric, month: month)[0], engine.monthly(metric, month: month)[0])
        #expect(abs(ours - theirs) < 1e-4 * max(1, abs(ours)), "\(metric.name) in month \(month + 1)")
      }
    }
    #expect(abs(reference.worlds[0].budget + reference.worlds[0].openingWorth - engine.moneyPutIn[0]) < 1e-6)
  }

  @Test("worlds of both are one business", arguments: ["mid-life", "entered"]) func worlds(_ name: String) throws {
    let scenario = try scenario(OwnScenarios.text(name))
    let reference = ReferenceOutcome(ReferenceInput(scenario), worlds: 150, seed: 7)
    let engine = try engineWorlds(scenario, paths: 700, seed: 1)
    #expect(Comparison(reference, engine).tooFar.isEmpty)
  }

  @Test("money and orders are conserved from the opening on", arguments: ["mid-life", "entered"])
  func conserved(_ name: String) throws {
    let scenario = try scenario(OwnScenarios.text(name))
    let worlds = try engineWorlds(scenario, paths: 200, seed: 9)
    let columns = Metric.allCases.map { metric in (0..<worlds.months).map { worlds.monthly(metric, month: $0) } }
    let begun = worlds.moneyPutIn
    let programs = Program(scenario, seed: 9)
    let counts = programs.uncertain.firstIndex { $0.path == "opening.orders.1.count" }.map(worlds.drawn)
    let certain = scenario.opening.orders.reduce(0) { $0 + $1.count }
    for path in 0..<worlds.paths {
      let cash = columns[Metric.openingCash.rawValue][0][path]
      let ledger = Ledger(
        months: worlds.months, budget: cash, openingWorth: begun[path] - cash,
        openingOrders: counts?[path] ?? certain
      ) { columns[$0.rawValue][$1][path] }
      #expect(ledger.faults(orders: 0).isEmpty, "world \(path): \(ledger.faults(orders: 0))")
    }
    for world in 0..<20 {
      var reference = ReferenceWorld(ReferenceInput(scenario), seed: 2, world: world)
      let result = reference.live()
      let ledger = Ledger(
        months: scenario.monthCount, budget: result.budget, openingWorth: result.openingWorth,
        openingOrders: result.openingOrders, figure: result.monthly)
      #expect(ledger.faults(orders: 0).isEmpty)
    }
  }

  @Test("worlds do not change by what others begin with, nor by how they are cut") func streams() throws {
    var scenario = try scenario(OwnScenarios.text("mid-life"))
    let old = try engineWorlds(scenario, paths: 64, seed: 3)
    let again = try engineWorlds(scenario, paths: 96, seed: 3)
    #expect(old.finalWorth == Array(again.finalWorth.prefix(64)))
    scenario.opening = OpeningBalances()
    let new = try engineWorlds(scenario, paths: 64, seed: 3)
    #expect(new.total(.supplierDownDays) == old.total(.supplierDownDays))
  }

  @Test("what opens before the start has been open since") func longOpen() throws {
    let text = OwnScenarios.text("calm")
    let young = try scenario(text)
    var old = young
    old.ads["meta"]?.opens = .day(-13)
    old.traffic["search"]?.opens = .day(-40)
    let plans = [young, old].map { Program($0, seed: 1).plan() }
    let references = [young, old].map { ReferenceOutcome(planOf: $0) }
    for (engine, reference) in zip(plans, references) {
      for metric in [Metric.orders, .clicks, .otherPayments] {
        #expect(abs(engine.total(metric)[0] - reference.total(metric)[0]) < 1e-6, "\(metric.name)")
      }
    }
    #expect(plans[1].monthly(.orders, month: 0)[0] > plans[0].monthly(.orders, month: 0)[0])
    let dates = (ads: old.date(ofDay: -13), traffic: old.date(ofDay: -40))
    old.ads["meta"]?.opens = .date(dates.ads)
    old.traffic["search"]?.opens = .date(dates.traffic)
    #expect(Program(old, seed: 1).plan().total(.orders) == plans[1].total(.orders))
  }
}

/// The worked example: a running shop over 60 days, every posting by hand.
private struct OpeningVector: Decodable {
  struct Month: Decodable {
    let figures: [String: Double]
    let balances: [String: Double]

    private struct Key: CodingKey {
      let stringValue: String
      var intValue: Int? { nil }
      init(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      var figures: [String: Double] = [:]
      for key in container.allKeys where key.stringValue != "bridge" && key.stringValue != "balances_at_end" {
        figures[key.stringValue] = try container.decode(Double.self, forKey: key)
      }
      self.figures = figures
      balances = try container.decode([String: Double].self, forKey: Key(stringValue: "balances_at_end"))
    }
  }

  struct Delivery: Decodable {
    struct Law: Decodable {
      let mean: Double
      let late: Double
      let first: [Double]
      let atAge: [Double]
      let refunds: Double

      enum CodingKeys: String, CodingKey {
        case mean
        case late = "p_late_over_30"
        case first = "pmf_first"
        case atAge = "pmf_at_age"
        case refunds = "expected_refunds_from_day_0"
      }
    }

    let median: Double
    let sigma: Double
    let age: Int
    let refundDays: Int
    let rate: Double
    let count: Double
    let unknown: Law
    let no: Law
    let yes: Law

    enum CodingKeys: String, CodingKey {
      case median, sigma, age, rate, count, unknown
      case refundDays = "refund_days"
      case no = "delivered_no"
      case yes = "delivered_yes"
    }
  }

  let scenario: String
  let months: [Month]
  let cashByDay: [Double]
  let ordersByDay: [Double]
  let delivery: Delivery

  enum CodingKeys: String, CodingKey {
    case scenario = "scenario_yaml"
    case months
    case cashByDay = "cash_by_day"
    case ordersByDay = "orders_by_day"
    case delivery = "delivery_given_age"
  }

  static func read() throws -> OpeningVector {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Vectors/fit-opening.json")
    return try JSONDecoder().decode(OpeningVector.self, from: Data(contentsOf: file))
  }
}

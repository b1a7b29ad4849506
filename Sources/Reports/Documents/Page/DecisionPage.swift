package import Analysis
import Language
package import Scenarios
import Simulation
import Statistics

/// What `report` writes: whether to start with one of a few strategies, held against not starting.
package struct DecisionPage {
  /// One of the strategies.
  package struct Plan: Sendable {
    package let run: RunRecord
    /// What it changes, as it was typed.
    package let changes: String
    let summary: Summary
    let worlds: RankedWorlds
    let outlook: Outlook
    let lines: [CashLine]

    /// Nil of a run that kept no worlds.
    package init?(_ run: RunRecord, changes: String) {
      guard let summary = run.summary, let worlds = RankedWorlds(summary.outcome) else { return nil }
      self.run = run
      self.changes = changes
      self.summary = summary
      self.worlds = worlds
      outlook = Outlook(summary, isChoice: run.scenario.isChoice)
      lines = run.cashLines(7)
    }

    var name: String { run.strategy }
    var typed: String { TypedNames.marked(name) }
    var budget: Double { outlook.moneyPutIn }
    var shares: EndingShares { outlook.ending }
  }

  /// What would have saved the worlds that ran out.
  package enum Causes: Sendable {
    case found(ButFor, plan: Int)
    /// In too few worlds of any plan the money runs out.
    case tooFew
    /// It would take too long; so many runs.
    case tooMany(runs: Int)
  }

  /// What is worth finding out before one of the strategies is chosen.
  package enum Lessons: Sendable {
    case found(Learn)
    /// Weighing all numbers would take too long.
    case tooMany
    /// There is nothing to choose from.
    case none
  }

  /// A number that worlds draw, and where it comes from.
  package struct Assumption: Sendable {
    package let path: String
    package let value: String
    package let grade: Grade?
    package let source: String

    package init(path: String, value: String, grade: Grade?, source: String) {
      (self.path, self.value, self.grade, self.source) = (path, value, grade, source)
    }
  }

  /// How the page is made again.
  package struct Recipe: Sendable {
    /// For a system's shell.
    package let command: String
    /// Of the program, and of its random streams.
    package let version: String
    package let streams: Int
    /// Is the scenario another than in its file?
    package let isChanged: Bool

    package init(command: String, version: String, streams: Int, isChanged: Bool) {
      (self.command, self.version, self.streams, self.isChanged) = (command, version, streams, isChanged)
    }
  }

  let plans: [Plan]
  let causes: Causes
  let lessons: Lessons
  let assumptions: [Assumption]
  let recipe: Recipe
  let fifths: [Fifths?]
  let numbers = NumberFormat()

  /// The columns that fit a page.
  package static let mostPlans = 3

  /// - Parameter plans: at least one; of the same worlds.
  package init(_ plans: [Plan], causes: Causes, lessons: Lessons, assumptions: [Assumption], recipe: Recipe) {
    self.plans = plans
    self.causes = causes
    self.lessons = lessons
    self.assumptions = assumptions
    self.recipe = recipe
    fifths = plans.map { Fifths($0.run) }
  }

  package var page: Page {
    let sections = [findOut].compactMap(\.self)
    return Page(
      kicker: kicker, title: TypedNames.runs(title), lede: lede, heads: heads,
      decision: [endings, gains, cash] + sections,
      details: paired + [months, bridges] + drivers + [causesSection, trust, again].compactMap(\.self),
      maker: "dropcast \(recipe.version)")
  }

  // MARK: What the sections have in common

  var base: Plan { plans[0] }
  var scenario: Scenario { base.run.scenario }
  var currency: String { scenario.currency }
  var worlds: Int { base.worlds.gains.count }
  var gap: String { Tongue.current.sentenceGap }

  func money(_ value: Double) -> String { "\(numbers.money(value)) \(currency)" }
  func signed(_ value: Double) -> String { numbers.text(value, NumberStyle(.money(cents: false), showsPlus: true)) }
  func hundred(_ share: Double) -> String { numbers.text(share * 100, .decimals(0)) }

  func caption(_ plan: Plan, _ note: String = "") -> [TextRun] {
    [.accent(plan.name)] + (note.isEmpty ? [] : [.dim(" " + note)])
  }

  /// `base in 48 of 100 worlds; test_seven in 2 of 100 worlds`
  func each(_ first: (Plan) -> String, _ others: (Plan) -> String) -> String {
    ([first(base)] + plans.dropFirst().map(others)).joined(separator: Tongue.current.semicolon)
  }

  // MARK: The head

  private var kicker: String {
    let span = say("\(scenario.length) from \(scenario.start.inWords)")
    let name = scenario.name.isEmpty ? [] : [scenario.name.shortened(to: 120)]
    let begun =
      base.outlook.isRunning
      ? say("worth \(money(base.budget)) at the start") : say("\(money(base.budget)) put in")
    return (name + [span, begun, numbers.worlds(worlds, seed: base.run.seed)])
      .joined(separator: " · ")
  }

  private var heads: [Page.Head] {
    plans.map { plan in
      Page.Head(
        name: plan.name, chip: plan.outlook.recommendation.words, tint: plan.outlook.recommendation.tint,
        what: plan.changes.isEmpty ? say("The scenario, unchanged.") : plan.changes.shortened(to: 200))
    }
  }
}

extension Outlook.Recommendation {
  fileprivate var tint: Page.Head.Tint {
    switch self {
    case .doNotStart, .notAChoice: .no
    case .coinToss, .tooFewWorlds: .toss
    case .mayBreak: .risky
    case .worthATry: .yes
    }
  }
}

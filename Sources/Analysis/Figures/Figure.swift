package import Scenarios
package import Simulation

/// A figure of a run: what it is called, what it is counted in, and where it stands in an outcome. Tables, JSON, CSV, `by`,
/// `assert`, completion, help and the manual read the table of them, ``all``.
package struct Figure: Sendable {
  package enum Unit: Sendable {
    /// Of the worlds: one number for all of them.
    case share
    case money, count
    /// Counted from 0, and for people from 1.
    case day
    /// Counted from 1.
    case month
  }

  /// Which worlds have it.
  package enum Presence: Sendable {
    case everyWorld
    /// Where no world has it, the value stands for it.
    case someWorlds(ifNone: Double)
  }

  /// As it is typed and as data names it: `final_cash`.
  package let name: String
  /// What else may be typed for it.
  package let aliases: [String]
  /// In English: `Cash at the end`.
  package let title: String
  /// For the head of a narrow column.
  package let shortTitle: String
  package let unit: Unit
  package let better: Metric.Better
  package let presence: Presence
  /// Is the money that was put in at the start part of it?
  let includesStartMoney: Bool
  /// Is it the money put in, where one does not start?
  private let isBalance: Bool
  /// Are amounts above 0 written with their sign?
  package let isSigned: Bool
  package let doc: String
  /// How the glossary calls it, and other words of the trade for it; empty for metrics, which have their own help.
  package let words: [String]
  /// Commands, figures and parameters that belong to it.
  package let related: [String]
  /// A value per world of an outcome that keeps worlds: 0 or 1 for shares, NaN in worlds that have none.
  package let column: @Sendable (Outcome) -> [Double]
  /// The same where only tallies were kept; a share is that of the values that are not 0.
  let tally: @Sendable (Tallies) -> Sample

  init(
    _ name: String, aliases: [String] = [], _ title: String, short: String? = nil, _ unit: Unit,
    _ better: Metric.Better,
    presence: Presence = .everyWorld, includesStartMoney: Bool = false, isBalance: Bool = false, isSigned: Bool = false,
    _ doc: String, words: [String] = [],
    related: [String] = [], column: @escaping @Sendable (Outcome) -> [Double],
    tally: @escaping @Sendable (Tallies) -> Sample
  ) {
    self.name = name
    self.aliases = aliases
    self.title = title
    shortTitle = short ?? title
    self.unit = unit
    self.better = better
    self.presence = presence
    self.includesStartMoney = includesStartMoney
    self.isBalance = isBalance || includesStartMoney
    self.isSigned = isSigned
    self.doc = doc
    self.words = words
    self.related = related
    self.column = column
    self.tally = tally
  }

  /// A metric over the whole run.
  private init(_ metric: Metric) {
    self.init(
      metric.name, metric.row.title, short: metric.row.shortTitle,
      metric.row.unit == .money ? .money : .count,
      metric.row.better, includesStartMoney: metric == .closingCash, isBalance: metric.row.total != .sum,
      metric.row.doc, column: { $0.total(metric) }, tally: { .tally($0.total(metric)) })
  }
}

// MARK: The table

extension Figure {
  package static let metrics = Metric.reported.map(Figure.init)
  package static let all = endings + metrics

  /// Those of a scenario: see ``Metric/reported(of:)``.
  package static func metrics(of scenario: Scenario) -> [Figure] {
    Metric.reported(of: scenario).compactMap { Figure(name: $0.name) }
  }

  package static let shares = all.filter { $0.unit == .share }
  package static let amounts = all.filter { $0.unit != .share }

  /// The figure of that name or alias; nil when there is none.
  package init?(name: String) {
    guard let figure = Figure.all.first(where: { $0.name == name || $0.aliases.contains(name) }) else { return nil }
    self = figure
  }
}

// MARK: Its values

extension Figure: Equatable {
  package static func == (a: Figure, b: Figure) -> Bool { a.name == b.name }

  /// What each world would have of it without starting: all its money, and nothing else. Nil where it would have none.
  func columnWithoutStarting(_ outcome: Outcome) -> [Double]? {
    guard case .everyWorld = presence else { return nil }
    return isBalance ? outcome.moneyPutIn : [Double](repeating: 0, count: outcome.paths)
  }

  package var isOfEveryWorld: Bool { if case .everyWorld = presence { unit != .share } else { false } }

  /// What all worlds have of it.
  package func sample(in outcome: Outcome) -> Sample {
    if let tallies = outcome.tallies { return tally(tallies) }
    let values = column(outcome)
    if case .everyWorld = presence { return .values(values) }
    return .values(values.filter { !$0.isNaN })
  }
}

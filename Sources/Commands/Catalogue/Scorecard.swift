import Language
import Reports
import Scenarios

extension CommandSpec {
  static let scorecard = CommandSpec(
    "scorecard", synonyms: ["评分卡"], "ranks the suppliers by their weighted scores",
    syntax: "scorecard", examples: ["scorecard", "scorecard --json", "scorecard --to scores.md --force"],
    options: OptionSpec.rows + OptionSpec.output,
    answer: ScorecardPage.shape, related: ["show", "set"]
  ) { session, invocation throws(CommandFailure) in
    try invocation.expect(atMost: 0)
    return ScorecardPage(session).answer
  }
}

/// The scorecard of a scenario's suppliers.
private struct ScorecardPage {
  let session: Session

  init(_ session: Session) { self.session = session }

  private var scenario: Scenario { session.scenario }

  /// Suppliers with their scores, the best first; those that were not judged come last.
  private var ranked: [(name: String, scores: Scores, score: Double?)] {
    let judged = scenario.suppliers.entries.map {
      ($0.name, $0.value.scores, scenario.scorecard.score($0.value.scores))
    }
    let order = judged.indices.sorted { a, b in
      let (left, right) = (judged[a].2 ?? -1, judged[b].2 ?? -1)
      return left == right ? a < b : left > right
    }
    return order.map { judged[$0] }
  }

  var answer: Answer {
    var answer = Answer(Document([.table(table), .blank] + explanation))
    answer.json = { table.json() }
    answer.csv = { table.csv() }
    return answer
  }

  static let shape = JSONShape.rows(
    texts: ["supplier", "made_by"],
    numbers: [
      "rank", "score", "quality", "logistics", "service", "price", "defect_rate", "failure_rate", "handling_days",
    ])

  private var table: Table {
    let weights = scenario.scorecard
    func column(_ title: String, _ short: String, _ key: String, _ weight: Double) -> Table.Column {
      let share = NumberFormat().text(weight, NumberStyle(.share(decimals: 0)))
      return Table.Column(say("\(title) (\(share))"), short: short, key: key, .number(.number))
    }
    return Table(
      columns: [
        Table.Column(say("Rank"), short: "#", key: "rank", .number(.count)),
        Table.Column(say("Supplier"), key: "supplier", .text),
        Table.Column(say("Score"), key: "score", .number(.decimals(1))),
        column(say("Quality"), say("Qual."), "quality", weights.quality),
        column(say("Logistics"), say("Log."), "logistics", weights.logistics),
        column(say("Service"), say("Serv."), "service", weights.service),
        column(say("Price"), say("Price"), "price", weights.price),
        Table.Column(say("Defects"), key: "defect_rate", .number(.share)),
        Table.Column(say("Shutdown risk a month"), short: say("Shuts"), key: "failure_rate", .number(.share)),
        Table.Column(say("Handling days"), short: say("Days"), key: "handling_days", .number(.decimals(1))),
        Table.Column(say("Source of rates"), short: say("From"), key: "made_by", .text),
      ], rows: ranked.enumerated().map { row($0.element, place: $0.offset + 1) })
  }

  /// What a score moves.
  private static let moved = ["defect_rate", "failure_rate", "handling_days"]

  private func row(_ supplier: (name: String, scores: Scores, score: Double?), place: Int) -> Table.Row {
    let scores = [supplier.scores.quality, supplier.scores.logistics, supplier.scores.service, supplier.scores.price]
    let numbers = ([supplier.score] + scores).map { $0.map { Table.Cell.number($0) } ?? .missing }
    let rank = supplier.score == nil ? Table.Cell.missing : .number(Double(place))
    let slots = Self.moved.compactMap { scenario.slot("suppliers.\(supplier.name).\($0)") }
    let made = slots.count { session.origin(of: $0) == "scorecard" }
    let maker = made == slots.count ? say("score") : made == 0 ? say("scenario") : say("both")
    return Table.Row([rank, .text(supplier.name)] + numbers + slots.map(cell) + [.text(maker)])
  }

  /// What the plan uses for it.
  private func cell(_ slot: Slot) -> Table.Cell {
    let value = slot.get(scenario)
    if case .uncertain(let uncertain) = value { return uncertain.planned.map(cell) ?? .missing }
    return value.map(cell) ?? .missing
  }

  private func cell(_ value: FieldValue) -> Table.Cell {
    switch value {
    case .number(let number), .lag(.fixed(let number)), .lag(.lognormal(let number, _)): .number(number)
    case .lag(.uniform(let low, let high)): .number((low + high) / 2)
    default: .missing
    }
  }

  private var explanation: [Block] {
    guard ranked.contains(where: { $0.score != nil }) else {
      return [
        .paragraph([
          TextRun(say("No supplier has scores yet. Give each supplier the scores that you know, each from 0 to 100:")),
          " suppliers: {NAME: {scores: {quality: 80, logistics: 60, service: 70, price: 90}}}",
        ])
      ]
    }
    return [
      say(
        "If you leave out a supplier's defects, shutdown risk or handling days, its score sets them: a score of 70 means 4.5 % defects, a 6 % chance of a shutdown each month and, typically, two days of handling."
      ),
      say(
        "For every ten points above 70, all three are 22 % lower; for every ten points below, 28 % higher (assumption)."
      ),
    ].map { .paragraph([.dim($0)]) }
  }
}

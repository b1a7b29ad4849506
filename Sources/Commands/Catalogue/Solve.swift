import Analysis
import Language
import Reports
import Scenarios

extension CommandSpec {
  static let solve = CommandSpec(
    "solve", synonyms: ["反推", "求解"], "finds the smallest or largest value that meets a target",
    syntax: "solve PARAMETER for CONDITION [over A..B] [of STRATEGY]",
    examples: [
      "solve cash.budget for ruin <= 50% --paths 500",
      "solve products.lamp.price for p50 gain >= -1000 over 20..60 --paths 300",
      "solve ads.meta.budget for mean orders >= 50 of lean --paths 300",
    ],
    operand: .parameterAndClauses(["for", "over", "of"]), options: OptionSpec.question,
    answer: SolveReport.shape, related: ["need", "sweep", "optimize"], leavesValue: true
  ) { session, invocation throws(CommandFailure) in
    let clauses = Clauses(invocation, keywords: ["for", "over", "step", "of"])
    guard let name = clauses.head.first, clauses.head.count == 1 else {
      throw invocation.failure(
        clauses.head.isEmpty ? say("which parameter?") : say("expected one parameter"),
        at: clauses.head.last?.span ?? invocation.command.words[0].span,
        help: say("write: \(invocation.spec.saidSyntax)"))
    }
    guard let target = try clauses.only("for") else {
      throw invocation.failure(
        say("for which target?"), at: invocation.command.span, help: say("write: solve \(name.text) for ruin <= 5%"))
    }
    let slot = try session.parameter(meantBy: name, invocation)
    return try session.solve(slot, target.text, clauses, invocation)
  }

  static let need = CommandSpec(
    "need", synonyms: ["需要"], "finds how much money you need to start",
    syntax: "need [for CONDITION] [over A..B] [of STRATEGY]",
    examples: [
      "need --paths 300", "need for ruin <= 20% of lean --paths 300", "need for ruin <= 20% over 1k..50k --paths 300",
    ],
    operand: .words(["for", "over", "of"]), options: OptionSpec.question,
    answer: SolveReport.shape, related: ["solve", "stress"], leavesValue: true
  ) { session, invocation throws(CommandFailure) in
    let clauses = Clauses(invocation, keywords: ["for", "over", "step", "of"])
    if let word = clauses.head.first {
      throw invocation.failure(
        say("cannot read this"), at: word.span, help: say("write: \(invocation.spec.saidSyntax)"))
    }
    guard let slot = session.scenario.slot("cash.budget") else {
      throw invocation.failure(say("there is no cash.budget"), at: invocation.command.span)
    }
    let target = try clauses.only("for")?.text ?? "ruin <= 5%"
    return try session.solve(slot, target, clauses, invocation)
  }
}

extension Session {
  fileprivate func solve(
    _ slot: Slot, _ text: Fragment, _ clauses: Clauses, _ invocation: Invocation
  ) throws(CommandFailure) -> Answer {
    let question = try Question(invocation, self, of: try clauses.word("of"))
    let scenario = question.scenario
    let target = try Target(text, invocation, currency: scenario.currency)
    guard slot.info.holdsNumbers, let range = slot.info.range else {
      throw invocation.failure(
        say("\(slot.path) is not a number"), at: invocation.command.span, help: say("to try its values, use sweep"))
    }
    let scan = try Scan(slot, range, clauses, self, scenario, invocation)
    let now = scenario.planned(slot)
    var bench = try bench(
      for: question, say("solving \(slot.path)"), runs: Solution.mostRuns(scan.grid), invocation)
    defer { bench.end() }
    let solution = Solution(
      target, grid: scan.grid, beyond: scan.beyond, isWhole: slot.info.kind.isWhole
    ) { value in
      slot.info.value(value, like: now).flatMap { bench.summary(of: scenario.assigning($0, to: slot)) }
    }
    guard !solution.points.isEmpty else { throw invocation.nothingFinished(bench) }
    let report = SolveReport(
      solution, ParameterWords(slot, in: scenario, glyphs), claim: text.text, now: now?.number,
      triedAll: solution.triedAll(of: range), question.circumstances)
    var answer = Answer(report.document(glyphs))
    answer.notices = notesOnMonths(of: scenario, invocation)
    answer.json = { report.json }
    answer.csv = { report.table.csv() }
    answer.stopped = invocation.stop(
      bench, say("values tried so far: \(solution.points.count); the answer is not final"))
    if let value = solution.answer?.value, let field = slot.info.value(value, like: now) {
      let typed = slot.info.kind.write(field, currency: scenario.currency(of: slot))
      if answer.stopped == nil { answer.value = typed }
      answer.hint = say("Next: set \(slot.path) = \(typed) · run")
    }
    return answer
  }
}

/// Where `solve` looks.
private struct Scan {
  let grid: [Double]
  let beyond: [Double]

  init(
    _ slot: Slot, _ range: ClosedRange<Double>, _ clauses: Clauses, _ session: Session, _ scenario: Scenario,
    _ invocation: Invocation
  ) throws(CommandFailure) {
    if let over = try clauses.only("over") {
      let axis = try SweepAxis(slot, over, step: try clauses.only("step"), session, scenario, invocation)
      let numbers = Set(axis.numbers ?? []).sorted()
      guard numbers.count > 1 else {
        throw invocation.failure(
          say("expected at least two values"), at: over.text.span, help: say("write: over 1000..5000"))
      }
      (grid, beyond) = (numbers, [])
      return
    }
    let now = scenario.planned(slot)?.number ?? 0
    let isWhole = slot.info.kind.isWhole
    let sound = { (value: Double) in
      slot.info.value(value, like: scenario.planned(slot)).map { scenario.assigning($0, to: slot).issues.isEmpty }
        ?? false
    }
    grid = Grid.around(now, in: range, isWhole: isWhole).filter(sound)
    beyond = Grid.beyond(now, in: range, isWhole: isWhole).filter(sound)
    guard grid.count > 1 else {
      throw invocation.failure(
        say("the range to search is not clear"), at: invocation.command.span,
        help: say("give a range: \(slot.path) over A..B"))
    }
  }
}

extension Solution {
  fileprivate func triedAll(of range: ClosedRange<Double>) -> Bool {
    guard let first = scanned.first?.value, let last = scanned.last?.value else { return false }
    return first <= range.lowerBound && last >= range.upperBound
  }
}

import Analysis
import Language
import Reports
import Scenarios

extension CommandSpec {
  static let stress = CommandSpec(
    "stress", synonyms: ["压力测试"], "tests bad luck: each shock alone, then all of them together",
    syntax: "stress [SHOCK …] [of STRATEGY]",
    examples: ["stress --paths 300", "stress duty returns --paths 300", "stress supplier-lost of lean --paths 300"],
    operand: .words(ShockCatalogue.all.map(\.name) + ["all", "of"]),
    options: OptionSpec.question, answer: StressReport.shape, related: ["run", "need"],
    glossary: ShockCatalogue.all.map { ($0.name, $0.doc) }
  ) { session, invocation throws(CommandFailure) in
    let clauses = Clauses(invocation, keywords: ["of"])
    let shocks = try session.shocks(clauses.head, invocation)
    let question = try Question(invocation, session, of: try clauses.word("of"))
    var bench = try session.bench(for: question, say("stress"), runs: shocks.count + 2, invocation)
    defer { bench.end() }
    let stress = Stress(shocks, on: question.scenario) { bench.summary(of: $0) }
    guard !stress.rows.isEmpty else { throw invocation.nothingFinished(bench) }
    let report = StressReport(stress, question.circumstances)
    var answer = Answer(report, session.glyphs)
    answer.notices = session.notesOnMonths(of: question.scenario, invocation)
    answer.hint = say("Next: need · stress SHOCK of STRATEGY")
    answer.stopped = invocation.stop(bench, say("\(stress.rows.count) of \(stress.wanted) rows done"))
    return answer
  }
}

extension Session {
  /// The shocks that are named; all of them without a name.
  fileprivate func shocks(_ words: [Word], _ invocation: Invocation) throws(CommandFailure) -> [Shock] {
    let names = words.filter { !$0.isKeyword("all") }
    guard !names.isEmpty else { return ShockCatalogue.all }
    var shocks: [Shock] = []
    for word in names {
      guard let shock = ShockCatalogue.shock(named: word.text.lowercased()) else {
        let known = ShockCatalogue.all.map(\.name)
        throw invocation.failure(
          say("no such shock: \(word.text)"), at: word.span,
          help: Invocation.suggestion(word.text, known) ?? say("available: \(known.joined(separator: ", "))"))
      }
      if !shocks.contains(where: { $0.name == shock.name }) { shocks.append(shock) }
    }
    return shocks
  }
}

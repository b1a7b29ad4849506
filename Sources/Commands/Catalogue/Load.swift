import Language
import Reports
import Scenarios
import Simulation

extension CommandSpec {
  static let load = CommandSpec(
    "load", synonyms: ["加载"], "reads a scenario file",
    syntax: "load FILE.yaml",
    examples: [
      "load scenarios/pet-feeder.yaml", "load scenarios/article-shop.yaml", "load scenarios/first-store.yaml",
    ], changes: .scenario,
    operand: .file(suffix: ".yaml"), scenario: .never, related: ["open", "save", "show", "run"]
  ) { session, invocation throws(CommandFailure) in
    try invocation.expect(atMost: 1)
    guard let word = invocation.operands.first else {
      throw invocation.failure(
        say("load needs a file"), at: invocation.command.words[0].span, help: say("write: load FILE.yaml"))
    }
    return try session.load(word.text)
  }
}

extension Session {
  /// Loads a scenario; on any finding the session stays as it was.
  package mutating func load(_ path: String) throws(CommandFailure) -> Answer {
    let (file, source): (ScenarioFile, Source)
    do throws(FindingsError) {
      (file, source) = try ScenarioFile.loadWithSource(resolve(path), home: surroundings.home)
    } catch {
      throw CommandFailure(error.findings)
    }
    let unsaved: String?
    do throws(Files.Problem) {
      unsaved = try rescue()
    } catch {
      throw CommandFailure([
        Finding(
          .error, say("unsaved changes cannot be kept: \(error.message)"),
          help: say("save them first: save my-store.yaml"), source: self.path ?? path)
      ])
    }
    open(file, path: resolve(path), source: source)
    var answer = Answer(Document([.paragraph([TextRun(overviewLine)])]))
    answer.hint = say("Try: run · show · set cash.budget +20% · help")
    answer.notices =
      file.notes.map { $0.rendered() } + Notes.repairs(in: scenario)
      + (unsaved.map { [$0] } ?? [])
    return answer
  }

  /// `pet feeder · 12 months from 2027-01-01 · 6,000 USD · 3 strategies`
  var overviewLine: String {
    let count = NumberFormat(glyphs: glyphs)
    let name = scenario.name.isEmpty ? prompt : scenario.name
    let money = "\(count.money(scenario.inOwnCurrency.cash.budget)) \(scenario.currency)"
    let span = say("\(scenario.length) from \(scenario.start)")
    let others = strategies.isEmpty ? [] : [say("strategies: \(strategyNames.joined(separator: ", "))")]
    return ([name, span, money] + others).joined(separator: " · ")
  }
}

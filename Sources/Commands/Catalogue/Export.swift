import Analysis
import Language
import Reports
import Simulation

extension CommandSpec {
  static let export = CommandSpec(
    "export", synonyms: ["导出"], "writes the last run to a file, one row per world",
    syntax: "export paths FILE.csv [--force]",
    examples: [
      "export paths worlds.csv", "export paths worlds.csv --force", "export paths ~/worlds.csv --force",
    ],
    changes: .disk, operand: .wordThenFile(["paths"], suffix: ".csv"),
    options: [OptionSpec("force", nil, "overwrite the file")], related: ["run", "plot"]
  ) { session, invocation throws(CommandFailure) in
    try invocation.expect(atMost: 2)
    guard let kind = invocation.operands.first, kind.isKeyword("paths"), invocation.operands.count == 2 else {
      let span = invocation.operands.first?.span ?? invocation.command.words[0].span
      throw invocation.failure(
        say("what should be written, and where?"), at: span, help: say("write export paths FILE.csv"))
    }
    let file = invocation.operands[1]
    guard file.text.lowercased().hasSuffix(".csv") else {
      throw invocation.failure(say("paths are written as CSV"), at: file.span, help: say("name it \(file.text).csv"))
    }
    guard let run = session.lastRun, let summary = run.summary else {
      throw invocation.failure(
        say("nothing has been run yet"), at: invocation.command.words[0].span, help: say("write run first"))
    }
    guard summary.outcome.keepsWorlds else {
      let worlds = NumberFormat().count(summary.outcome.paths)
      throw invocation.failure(
        say("of \(worlds) worlds only histograms were kept"), at: kind.span,
        help: say("run at most \(NumberFormat().count(session.mostKept(of: run))) of them; explain world 7 shows one"))
    }
    do throws(Files.Problem) {
      try Files.write(run.pathsCSV, to: session.resolve(file.text), over: invocation.overwriting)
    } catch {
      throw invocation.failure(say("cannot write \(file.text): \(error.message)"), at: file.span, help: error.help)
    }
    let count = NumberFormat(glyphs: session.glyphs).count(summary.outcome.paths)
    return Answer(
      say("\(count) worlds of run \(session.finished.find(run)?.label ?? "") (\(run.strategy)) written to \(file.text)")
    )
  }
}

extension Session {
  /// The most worlds of which a run of that scenario keeps each.
  fileprivate func mostKept(of run: RunRecord) -> Int {
    Program(run.scenario, seed: run.seed).worldsWithin(surroundings.worldBudget)
  }
}

import Language
import Reports
import Scenarios
import Simulation

extension CommandSpec {
  static let share = CommandSpec(
    "share", synonyms: ["分享"], "packs a report with everything needed to reproduce it",
    syntax: "share FILE.zip [of A B #3] [--force]",
    examples: [
      "share shop.zip --paths 200", "share shop.zip of base lean --force --paths 200",
      "share shop.zip of lean --force --paths 200",
    ],
    changes: .disk, operand: .fileOfStrategies(suffix: ".zip"),
    options: OptionSpec.worlds + [OptionSpec("force", nil, "overwrite the file")],
    related: ["verify", "report", "runs", "save"]
  ) { session, invocation throws(CommandFailure) in
    let request = try ReportRequest(invocation, session, as: .shared)
    let report = try session.shared(request, invocation)
    // The session keeps the runs, as it does with those of a report.
    let known = try session.plans(for: request, invocation).map(\.run)
    let made = try session.made(report, threads: request.worlds.threads, knowing: known, invocation)
    let members = report.members(made)
    let archive = SharedArchive.bytes(SharedManifest(report, made, members), members)
    do throws(Files.Problem) {
      try Files.write(archive, to: session.resolve(request.file), over: invocation.overwriting)
    } catch {
      throw invocation.failure(
        say("cannot write \(request.file): \(error.message)"), at: request.fileSpan ?? invocation.command.span,
        help: error.help)
    }
    let worlds = NumberFormat(glyphs: session.glyphs).worlds(request.worlds.paths)
    let names = report.plans.map(\.name).listed
    var answer = Answer(say("report on \(names) in \(worlds), with scenario and seed, packed into \(request.file)"))
    answer.hint = say("Next: verify \(request.file) (runs it again and compares every byte)")
    return answer
  }
}

extension Session {
  /// The texts and numbers from which the report that is asked for can be made again.
  fileprivate func shared(
    _ request: ReportRequest, _ invocation: Invocation
  ) throws(CommandFailure) -> SharedReport {
    guard !request.contenders.contains(where: { Fingerprint.restsOnFiles($0.scenario) }) else {
      throw invocation.failure(
        say("this scenario takes numbers from your own files, which the command share cannot pack"),
        at: invocation.command.words[0].span,
        help: say("replace \"from FILE column NAME\" with a range, such as 2 % to 4 %"))
    }
    var report = SharedReport(
      version: surroundings.version, streams: Program.streamVersion, tongue: Tongue.current, seed: request.worlds.seed,
      paths: request.worlds.paths, sampling: request.worlds.sampling, plans: [], scenarios: [])
    var names = Set(request.runs.contains { $0 == nil } ? strategyNames : [])
    for (contender, run) in zip(request.contenders, request.runs) {
      guard let run else {
        report.plans.append(SharedReport.Plan(name: contender.name, file: SharedReport.scenarioFile))
        continue
      }
      // Names of runs and strategies meet in one report.
      var name = run.name ?? "run-\(run.number)"
      while !names.insert(name).inserted { name += "-2" }
      var number = run.number
      while report.scenarios.contains(where: { $0.name == SharedReport.runFile(number) }) { number += 1 }
      let file = SharedReport.runFile(number)
      report.plans.append(SharedReport.Plan(name: name, file: file))
      report.scenarios.append(SharedReport.Text(name: file, text: run.scenario.yaml(strategies: [])))
    }
    if request.runs.contains(where: { $0 == nil }) {
      report.scenarios.append(SharedReport.Text(name: SharedReport.scenarioFile, text: savedText.text))
    }
    return report
  }
}

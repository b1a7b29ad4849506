import Analysis
import Language
import Reports
import Scenarios
import Simulation
import Statistics

extension CommandSpec {
  static let report = CommandSpec(
    "report", synonyms: ["报告"], "writes one page for a decision, to print or to mail",
    syntax: "report [FILE.html | FILE.md] [of A B #3] [--force]",
    examples: [
      "report --paths 200", "report shop.html of base lean --paths 200", "report shop.md of base --paths 200",
      "report shop.html of lean --force --paths 200",
    ],
    changes: .disk, operand: .fileOfStrategies(suffix: ".html"),
    options: OptionSpec.worlds + [OptionSpec("force", nil, "overwrite the file")],
    related: ["compare", "run", "why", "drivers", "plot", "log"]
  ) { session, invocation throws(CommandFailure) in
    let request = try ReportRequest(invocation, session)
    let plans = try session.plans(for: request, invocation)
    let causes = try session.causes(of: plans, request, invocation)
    let page = DecisionPage(
      plans, causes: causes, assumptions: session.assumptions(of: plans[0].run),
      recipe: session.recipe(for: request)
    )
    .page
    let text = request.isMarkdown ? page.markdown : page.html { Fingerprint.digest($0[...]) }
    do throws(Files.Problem) {
      try Files.write(text, to: session.resolve(request.file), over: invocation.overwriting)
    } catch {
      throw invocation.failure(
        say("cannot write \(request.file): \(error.message)"), at: request.fileSpan ?? invocation.command.span,
        help: error.help)
    }
    let worlds = NumberFormat(glyphs: session.glyphs).worlds(request.worlds.paths)
    let names = plans.map(\.run.strategy).listed
    var answer = Answer(say("report of \(names) in \(worlds) written to \(request.file)"))
    answer.hint =
      request.isMarkdown
      ? nil : say("Open it in a browser: it needs no network, prints on two pages and follows your dark mode.")
    return answer
  }
}

/// `report shop.html of base lean`
struct ReportRequest {
  let file: String
  let fileSpan: SourceSpan?
  let contenders: [Contender]
  /// Names of those that are finished runs, not strategies.
  let runNames: Set<String>
  let worlds: SharedWorlds

  var isMarkdown: Bool { file.lowercased().hasSuffix(".md") }

  private static let usualFile = "report.html"
  /// Fewer worlds say nothing of 100.
  private static let leastWorlds = 100

  init(_ invocation: Invocation, _ session: Session) throws(CommandFailure) {
    let clauses = Clauses(invocation, keywords: ["of"])
    if clauses.head.count > 1 {
      throw invocation.failure(
        say("unexpected word"), at: clauses.head[1].span, help: say("write \(invocation.spec.saidSyntax)"))
    }
    fileSpan = clauses.head.first?.span
    file = clauses.head.first?.text ?? Self.usualFile
    guard [".html", ".htm", ".md"].contains(where: file.lowercased().hasSuffix) else {
      throw invocation.failure(
        say("a report is written as HTML or Markdown"), at: clauses.head.first?.span ?? invocation.command.span,
        help: say("let its name end in .html or .md: report \(file).html"))
    }
    let words = try clauses.only("of")?.words ?? []
    var chosen: [(contender: Contender, run: FinishedRun?)] = []
    for word in words {
      for part in word.text.split(separator: ",") {
        let one = try Self.chosen(Word(String(part), at: word.span), invocation, session)
        if !chosen.contains(where: { $0.contender.name == one.contender.name }) { chosen.append(one) }
      }
    }
    if words.isEmpty { chosen = session.latest.map { ($0, nil) } }
    if chosen.count > DecisionPage.mostPlans {
      throw invocation.failure(
        say("a page has room for \(DecisionPage.mostPlans) strategies"),
        at: words.last?.span ?? invocation.command.span,
        help: say("compare shows more of them"))
    }
    let scenarios = chosen.map(\.contender.scenario)
    let isOfOneTime = scenarios.dropFirst().allSatisfy {
      $0.start == scenarios[0].start && $0.monthCount == scenarios[0].monthCount
        && $0.currency == scenarios[0].currency
    }
    guard isOfOneTime else {
      throw invocation.failure(
        say("these are not runs of the same months and money"), at: words.last?.span ?? invocation.command.span,
        help: say("runs lists what there is"))
    }
    contenders = chosen.map(\.contender)
    runNames = Set(chosen.filter { $0.run != nil }.map(\.contender.name))
    worlds = try SharedWorlds(invocation, session, like: chosen.compactMap(\.run).first)
    guard worlds.paths >= Self.leastWorlds else {
      throw invocation.failure(
        say("\(NumberFormat().worlds(worlds.paths)) are too few"),
        at: invocation.value("paths")?.span ?? invocation.command.span,
        help: say("at least \(Self.leastWorlds): --paths 2k"))
    }
  }

  /// A strategy, or a finished run by its number or name.
  private static func chosen(
    _ word: Word, _ invocation: Invocation, _ session: Session
  ) throws(CommandFailure) -> (contender: Contender, run: FinishedRun?) {
    if session.scenario(under: word.text) == nil, let run = try session.finishedRun(word, invocation) {
      return (Contender(run.name ?? run.label, run.scenario), run)
    }
    return (Contender(word.text, try session.scenario(under: word.text, invocation, at: word.span)), nil)
  }
}

extension Session {
  /// What was looked at last: of a comparison the reference and the one that does best beside it, else the last run.
  fileprivate var latest: [Contender] {
    let known = { (name: String) in self.scenario(under: name).map { Contender(name, $0) } }
    if let comparison = lastComparison, scenarioOfRuns == scenario {
      let others = comparison.runs.indices.filter { $0 != comparison.reference }
      let gains = { (place: Int) in comparison.verdict.outlooks[place].median.value }
      let best = others.max { gains($0) < gains($1) }
      let found = ([comparison.reference] + [best].compactMap(\.self)).compactMap {
        known(comparison.runs[$0].strategy)
      }
      if !found.isEmpty { return found }
    }
    return [lastRun.flatMap { known($0.strategy) } ?? Contender(Strategy.base, scenario)]
  }

  /// Runs what has not been run yet.
  fileprivate mutating func plans(
    for request: ReportRequest, _ invocation: Invocation
  ) throws(CommandFailure) -> [DecisionPage.Plan] {
    var records: [RunRecord] = []
    let isComplete = try run(
      request.contenders, in: request.worlds, keeping: request.contenders.count, invocation
    ) { _, record in records.append(record) }
    guard isComplete else { throw invocation.nothingFinished }
    for record in records where !request.runNames.contains(record.strategy) { remember(record) }
    let plans = records.compactMap { record in
      DecisionPage.Plan(record, changes: strategies.named(record.strategy).map(inShort) ?? "")
    }
    guard !plans.isEmpty else { throw invocation.nothingFinished }
    return plans
  }

  /// How the page is made again, from a system's shell.
  fileprivate func recipe(for request: ReportRequest) -> DecisionPage.Recipe {
    let file = path.map { $0.split(separator: "/").last.map(String.init) ?? $0 } ?? ""
    let names = request.contenders.map { Journal.quoted($0.name) }.joined(separator: " ")
    let target = request.file.split(separator: "/").last.map(String.init) ?? request.file
    var words = [
      "dropcast report", Journal.quoted(file), Journal.quoted(target), "of", names, "--paths",
      String(request.worlds.paths), "--seed", String(request.worlds.seed),
    ]
    if request.worlds.sampling != .random { words += ["--sampling", request.worlds.sampling.rawValue] }
    return DecisionPage.Recipe(
      command: words.joined(separator: " "), version: surroundings.version, streams: Program.streamVersion,
      isChanged: isChanged)
  }
}

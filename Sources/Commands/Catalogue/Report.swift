import Analysis
import Language
import Reports
import Scenarios
import Simulation
import Statistics

extension CommandSpec {
  static let report = CommandSpec(
    "report", synonyms: ["报告"], "writes a report for your decision, to print or send",
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
    let (page, records) = try session.decisionPage(for: request, invocation)
    let text = request.isMarkdown ? page.markdown : page.html { Fingerprint.digest($0[...]) }
    do throws(Files.Problem) {
      try Files.write(text, to: session.resolve(request.file), over: invocation.overwriting)
    } catch {
      throw invocation.failure(
        say("cannot write \(request.file): \(error.message)"), at: request.fileSpan ?? invocation.command.span,
        help: error.help)
    }
    let worlds = NumberFormat(glyphs: session.glyphs).worlds(request.worlds.paths)
    let names = records.map(\.strategy).listed
    var answer = Answer(say("report on \(names) (\(worlds)) written to \(request.file)"))
    answer.hint =
      request.isMarkdown
      ? nil : say("Open the file in a browser: it needs no network, prints on two pages and follows your dark mode.")
    return answer
  }
}

/// `report shop.html of base lean`
struct ReportRequest {
  let file: String
  let fileSpan: SourceSpan?
  let contenders: [Contender]
  /// The finished runs among them, by place.
  let runs: [FinishedRun?]
  /// Names of those that are finished runs, not strategies.
  let runNames: Set<String>
  let worlds: SharedWorlds

  var isMarkdown: Bool { file.lowercased().hasSuffix(".md") }

  /// What is written.
  enum Form { case page, shared }

  private static let usualFile = "report.html"
  /// Fewer worlds say nothing of 100.
  static let leastWorlds = 100

  init(file: String, contenders: [Contender], runNames: Set<String>, worlds: SharedWorlds) {
    (self.file, self.contenders, self.runNames, self.worlds) = (file, contenders, runNames, worlds)
    fileSpan = nil
    runs = contenders.map { _ in nil }
  }

  init(_ invocation: Invocation, _ session: Session, as form: Form = .page) throws(CommandFailure) {
    let clauses = Clauses(invocation, keywords: ["of"])
    if clauses.head.count > 1 {
      throw invocation.failure(
        say("unexpected word"), at: clauses.head[1].span, help: say("write: \(invocation.spec.saidSyntax)"))
    }
    fileSpan = clauses.head.first?.span
    file = try Self.file(clauses.head.first, form, invocation)
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
        say("a report has room for \(DecisionPage.mostPlans) strategies"),
        at: words.last?.span ?? invocation.command.span,
        help: say("to see more strategies, write: compare"))
    }
    let scenarios = chosen.map(\.contender.scenario)
    let isOfOneTime = scenarios.dropFirst().allSatisfy {
      $0.start == scenarios[0].start && $0.monthCount == scenarios[0].monthCount
        && $0.currency == scenarios[0].currency
    }
    guard isOfOneTime else {
      throw invocation.failure(
        say("these runs differ in their months or their currency"), at: words.last?.span ?? invocation.command.span,
        help: say("to list your runs, write: runs"))
    }
    contenders = chosen.map(\.contender)
    runs = chosen.map(\.run)
    runNames = Set(chosen.filter { $0.run != nil }.map(\.contender.name))
    worlds = try SharedWorlds(invocation, session, like: chosen.compactMap(\.run).first)
    guard worlds.paths >= Self.leastWorlds else {
      throw invocation.failure(
        say("\(NumberFormat().worlds(worlds.paths)): too few"),
        at: invocation.value("paths")?.span ?? invocation.command.span,
        help: say("use at least \(Self.leastWorlds) worlds, for example: --paths 2k"))
    }
  }

  /// Refuses a name whose ending says something else.
  private static func file(
    _ word: Word?, _ form: Form, _ invocation: Invocation
  ) throws(CommandFailure) -> String {
    let span = word?.span ?? invocation.command.span
    let isAny = { (endings: [String]) in
      endings.contains { word?.text.lowercased().hasSuffix($0) ?? false }
    }
    switch form {
    case .shared:
      guard let word else {
        throw invocation.failure(
          say("into which file should the report be packed?"), at: invocation.command.words[0].span,
          help: say("write: share FILE.zip"))
      }
      guard isAny([".zip"]) else {
        throw invocation.failure(
          say("a shared report is a zip file"), at: span,
          help: say("use a name that ends in .zip: share \(word.text).zip"))
      }
      return word.text
    case .page:
      guard let word else { return usualFile }
      if isAny([".pdf"]) {
        let page = word.text.dropLast(4) + ".html"
        throw invocation.failure(
          say("a report is written as HTML or Markdown"), at: span,
          help: say("write: report \(page); then open it in a browser and print it as PDF (two pages)"))
      }
      guard isAny([".html", ".htm", ".md"]) else {
        throw invocation.failure(
          say("a report is written as HTML or Markdown"), at: span,
          help: say("use a name that ends in .html or .md: report \(word.text).html"))
      }
      return word.text
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

  /// The page that is asked for, and the runs that it tells of.
  mutating func decisionPage(
    for request: ReportRequest, _ invocation: Invocation
  ) throws(CommandFailure) -> (page: Page, runs: [RunRecord]) {
    let plans = try plans(for: request, invocation)
    let page = DecisionPage(
      plans, causes: try causes(of: plans, request, invocation), lessons: lessons(of: plans, request),
      assumptions: assumptions(of: plans[0].run), recipe: recipe(for: request))
    return (page.page, plans.map(\.run))
  }

  /// Runs what has not been run yet.
  mutating func plans(
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
    // Another language would be other bytes.
    if Tongue.current != .english { words += ["--lang", Tongue.current.rawValue] }
    return DecisionPage.Recipe(
      command: words.joined(separator: " "), version: surroundings.version, streams: Program.streamVersion,
      isChanged: isChanged)
  }
}

package import Analysis
package import Language
package import Scenarios

/// What edits change and `undo` brings back.
package struct Workpiece: Equatable, Sendable {
  package var scenario = Scenario()
  package var strategies: [Strategy] = []
}

/// What one operator works on: a scenario with its edits, and the runs made of it.
package struct Session {
  package var surroundings: Surroundings
  /// Where the scenario came from, seen from where the process was started; nil before the first `load`.
  package var path: String?
  /// As loaded or last saved.
  package var saved = Workpiece()
  /// The text that was loaded or last saved; a save changes in it only what changed.
  package var source: Source?
  /// As loaded: what `reset` goes back to.
  package var loaded = Scenario()
  package var work = Workpiece()
  /// Paths that the file gives.
  package var given: Set<String> = []
  /// The presets that further values come from, by path.
  package var presets: [String: String] = [:]
  package var past: [Workpiece] = []
  package var future: [Workpiece] = []
  /// The stores it keeps runs in, opened when they are needed.
  let keeper = RunKeeper()
  /// Where the large runs of a question come from that a cluster makes; nil: they are made here.
  var questionRuns: QuestionRuns?
  /// Every run by its number, for `runs`, `show #3` and `compare #3 #7`.
  package internal(set) var finished = FinishedRuns()
  package var runCount: Int { finished.count }
  /// The last run of each strategy.
  package var runs: [String: RunRecord] = [:]
  package var lastRun: RunRecord?
  /// What they were made of; an edit makes them outdated.
  package var scenarioOfRuns: Scenario?
  /// The last `compare`, for `plot compare`.
  package var lastComparison: Comparison?
  /// What the last answer of each command told by name, for `assert`.
  var told: [String: ToldNumbers] = [:]
  /// The last `whatif`, for `keep`.
  package var proposal: Proposal?
  /// Options of the process that hold for every command.
  package var answersAsJSON = false
  /// Does a line go on after a command that failed? A script says so for itself.
  package var keepsGoing = false

  /// What `$name` stands for.
  package var variables: [String: String] = [:]
  /// How answers look.
  package var look = Look() { didSet { surroundings.lookChanged(look) } }
  /// What was entered, for `history`.
  package internal(set) var journal = Journal()
  /// Where `log` writes to.
  var transcript: Transcript?
  /// Is an entry of the log being collected?
  var isLogging = false
  /// The questions that are being asked; a line that is typed answers one of them.
  var interview: Interview?
  /// The scripts and loops that are being performed.
  var nesting = Nesting()

  package init(surroundings: Surroundings = Surroundings()) { self.surroundings = surroundings }

  /// The language of its answers.
  package var tongue: Tongue { Tongue(rawValue: look.language.rawValue) ?? surroundings.tongue ?? Tongue.current }

  package var isLoaded: Bool { path != nil }
  package var isChanged: Bool { isLoaded && work != saved }

  package var scenario: Scenario {
    get { work.scenario }
    set { work.scenario = newValue }
  }

  package var strategies: [Strategy] {
    get { work.strategies }
    set { work.strategies = newValue }
  }

  /// What the prompt shows: the scenario's file, a star while it has changes; what a question asks for while there is one.
  package var prompt: String {
    if let interview { return interview.question.option }
    guard let path else { return "dropcast" }
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let name = file.hasSuffix(".yaml") ? String(file.dropLast(5)) : file
    return name + (isChanged ? "*" : "")
  }

  /// The scenario under a strategy; nil when there is no such strategy.
  package func scenario(under name: String) -> Scenario? {
    scenario.under(name, of: strategies)
  }

  /// Files of samples are seen from the scenario's directory, at the prompt too. A script reads those below that and below
  /// its own.
  var columns: ColumnReader {
    let directory = Files.directory(of: path ?? "")
    let folders = nesting.scripts.last.map { [directory, Files.directory(of: $0)] }
    return SampleFile.reader(from: directory, home: surroundings.home, below: folders)
  }

  package var strategyNames: [String] { [Strategy.base] + strategies.map(\.name) }

  /// For a scenario that was named when the process was started: what was entered begins with it.
  package mutating func noteLoaded(_ path: String) {
    let text = "load " + Journal.quoted(path)
    journal.append(Journal.Entry(text: text, files: [(SourceSpan(5, text.utf8.count), path)]))
  }

  mutating func open(_ file: ScenarioFile, path: String, source: Source) {
    self.path = path
    self.source = source
    work = Workpiece(scenario: file.scenario, strategies: file.strategies)
    saved = work
    loaded = file.scenario
    given = file.given
    presets = file.presets
    past = []
    future = []
    runs = [:]
    lastRun = nil
    lastComparison = nil
    told = [:]
    proposal = nil
  }

  private static let mostSteps = 1000

  /// Takes a changed scenario; the one before it can be brought back.
  mutating func edit(to changed: Scenario) { edit(to: Workpiece(scenario: changed, strategies: strategies)) }

  mutating func edit(to changed: Workpiece) {
    past.append(work)
    // Nobody goes back further, and a script of a million lines must not fill the memory.
    if past.count > Self.mostSteps { past.removeFirst(past.count - Self.mostSteps) }
    future = []
    take(changed)
  }

  /// Puts a workpiece in the place of the current one. Runs of strategies that have become others are forgotten.
  mutating func take(_ other: Workpiece) {
    let before = work
    work = other
    guard before.strategies != other.strategies else { return }
    for name in runs.keys where before.strategies.lineage(of: name) != other.strategies.lineage(of: name) {
      runs[name] = nil
      if lastRun?.strategy == name { lastRun = nil }
    }
  }

  /// Where a value came from: `set`, `file`, `preset NAME`, `scorecard` or `default`.
  func origin(of slot: Slot) -> String {
    let isGiven = given.contains(slot.path) || presets[slot.path] != nil
    if !isGiven, let value = slot.get(scenario), scenario.scoredDefaults[slot.path] == value { return "scorecard" }
    if slot.get(scenario) != slot.get(loaded) { return "set" }
    if let preset = presets[slot.path] { return "preset \(preset)" }
    return given.contains(slot.path) ? "file" : "default"
  }
}

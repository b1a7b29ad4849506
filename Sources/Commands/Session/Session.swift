package import Analysis
import Language
package import Scenarios

/// What one operator works on: a scenario with its edits, and the runs made of it.
package struct Session {
  package var surroundings: Surroundings
  /// Where the scenario came from, seen from where the process was started; nil before the first `load`.
  package var path: String?
  /// As loaded or last saved.
  package var saved = Scenario()
  /// As loaded: what `reset` goes back to.
  package var loaded = Scenario()
  package var scenario = Scenario()
  package var strategies: [Strategy] = []
  /// Paths that the file gives.
  package var given: Set<String> = []
  package var past: [Scenario] = []
  package var future: [Scenario] = []
  package var runCount = 0
  /// The last run of each strategy.
  package var runs: [String: RunRecord] = [:]
  package var lastRun: RunRecord?
  /// What they were made of; an edit makes them outdated.
  package var scenarioOfRuns: Scenario?
  /// Options of the process that hold for every command.
  package var answersAsJSON = false

  /// What `$name` stands for.
  package var variables: [String: String] = [:]
  /// How answers look.
  package var look = Look()
  /// What was entered, for `history`.
  package internal(set) var journal = Journal()
  /// Where `log` writes to.
  var transcript: Transcript?
  /// The scripts and loops that are being performed.
  var nesting = Nesting()

  package init(surroundings: Surroundings = Surroundings()) { self.surroundings = surroundings }

  package var isLoaded: Bool { path != nil }
  package var isChanged: Bool { isLoaded && scenario != saved }

  /// What the prompt shows: the scenario's file, a star while it has changes.
  package var prompt: String {
    guard let path else { return "dropcast" }
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let name = file.hasSuffix(".yaml") ? String(file.dropLast(5)) : file
    return name + (isChanged ? "*" : "")
  }

  /// The scenario under a strategy; nil when there is no such strategy.
  package func scenario(under name: String) -> Scenario? {
    if name == Strategy.base { return scenario }
    return strategies.first { $0.name == name }.map(scenario.applying)
  }

  /// Files of samples are seen from the scenario's directory, at the prompt too.
  var columns: ColumnReader {
    SampleFile.reader(from: Files.directory(of: path ?? ""), home: surroundings.home)
  }

  package var strategyNames: [String] { [Strategy.base] + strategies.map(\.name) }

  /// For a scenario that was named when the process was started: what was entered begins with it.
  package mutating func noteLoaded(_ path: String) {
    let text = "load " + Journal.quoted(path)
    journal.append(Journal.Entry(text: text, files: [(SourceSpan(5, text.utf8.count), path)]))
  }

  mutating func open(_ file: ScenarioFile, path: String) {
    self.path = path
    scenario = file.scenario
    loaded = file.scenario
    saved = file.scenario
    strategies = file.strategies
    given = file.given
    past = []
    future = []
    runs = [:]
    lastRun = nil
  }

  private static let mostSteps = 1000

  /// Takes a changed scenario; the one before it can be brought back.
  mutating func edit(to changed: Scenario) {
    past.append(scenario)
    // Nobody goes back further, and a script of a million lines must not fill the memory.
    if past.count > Self.mostSteps { past.removeFirst(past.count - Self.mostSteps) }
    future = []
    scenario = changed
  }

  /// Where a value came from.
  func origin(of slot: Slot) -> String {
    if slot.get(scenario) != slot.get(loaded) { return "set" }
    return given.contains(slot.path) ? "file" : "default"
  }
}

package import Language
package import Reports
import Simulation

/// What a session may ask of the program around it.
package struct Surroundings {
  /// Is somebody typing? Then verbs may be shortened.
  package var isInteractive = false
  /// The directory that file names are seen from; empty: the current one.
  package var directory = ""
  package var home: String?
  /// Where what should outlive the session is kept; nil when there is no such place.
  package var stateDirectory: String?
  /// Are finished runs kept, unless the operator says otherwise?
  package var keepsRuns = false
  /// Where they are kept, and looked for.
  package var runsPlace = RunsPlace.nowhere
  /// Seconds since 1970, for what is kept; no figure depends on it.
  package var clock: () -> Int = { 0 }
  /// The memory that a run may fill. Asked before each.
  package var memory: () -> MemoryRoom = { MemoryRoom(Int.max) }
  /// Bytes of figures of single worlds that a run keeps; a larger one keeps only how they spread.
  package var worldBudget = Keeping.budget
  /// The days that a scenario may last to be run.
  package var mostDays = Int.max
  /// Work begins that may take long: a label and how much there is to do. Gives back what to tell of the progress.
  package var beginWork: (String, Int, Surface.Glyphs) -> WorkWatch = { _, _, _ in WorkWatch() }
  /// Does the screen show glyphs beyond ASCII, as far as anybody knows?
  package var usesUnicode = true
  /// Told when the operator changes how answers look: the next answer of the same line looks so already.
  package var lookChanged: (Look) -> Void = { _ in }
  /// Has somebody asked for an end of what is going on? Asked between the commands of scripts and loops.
  package var isInterrupted: () -> Bool = { false }
  /// Waits a moment for something to happen outside; false when nobody waits for it any more.
  package var pause: () -> Bool = { false }
  /// The next key that somebody presses, the arrows as j (down) and k (up), 0 for keys that mean nothing; nil where nobody
  /// does.
  package var key: () -> UInt8? = { nil }
  /// Runs another program, found in the path, to its end; these are its words.
  package var call: @Sendable ([String]) -> ProgramResult = { SystemProgram.run($0) }
  /// Where this program lies, for the machines that share the place.
  package var program = "dropcast"
  /// The rows of a script file, by its path.
  package var openScript: (String) throws(Files.Problem) -> ScriptRows = { path throws(Files.Problem) in
    ScriptRows(text: String(decoding: try Files.read(path), as: UTF8.self))
  }
  /// Lines of earlier sessions, oldest first.
  package var remembered: [String] = []
  /// Where settings are kept; nil when there is no such place.
  package var configDirectory: String?
  package var version = ""
  /// The language the program was started in; without it, that of the moment.
  package var tongue: Tongue?
  /// What is known of the terminal, for `about`.
  package var terminalFacts: () -> [(label: String, value: String)] = { [] }
  /// The cells that the terminal takes for a text; nil where there is none that tells, for `selftest`.
  package var cells: (String) -> Int? = { _ in nil }

  /// What another program asks and is answered; nil where none has started this one.
  package var messages: MessageChannel?

  package init() {}
}

/// Where finished runs are kept.
package enum RunsPlace: Equatable, Sendable {
  case nowhere
  /// In the folder of the scenario; where that cannot be written, in the directory of the user's data, if there is one.
  case besideScenario(dataDirectory: String?)
  case file(String)
}

/// Told how far some work is, asked whether to stop, and told when it ends.
package struct WorkWatch {
  package var shouldStop: @Sendable () -> Bool
  package var progress: (Int) -> Void
  /// Shows what is known before the rest is worked out; nil where nobody waits for it.
  package var showFirst: (([String]) -> Void)?
  package var end: () -> Void

  package init(
    shouldStop: @escaping @Sendable () -> Bool = { false }, progress: @escaping (Int) -> Void = { _ in },
    showFirst: (([String]) -> Void)? = nil, end: @escaping () -> Void = {}
  ) {
    self.shouldStop = shouldStop
    self.progress = progress
    self.showFirst = showFirst
    self.end = end
  }
}

import Language
import Statistics

/// What a shared file holds besides the report itself: texts and numbers from which anybody makes the same report.
struct SharedReport: Equatable {
  /// The scenario that one column of the report is a run of.
  struct Plan: Equatable {
    /// A strategy of `scenario.yaml`; where the scenario is of a finished run, what the report calls that.
    let name: String
    /// The member that holds the scenario.
    let file: String
  }

  struct Text: Equatable {
    let name: String
    let text: String
  }

  /// Of the program that made it, and of its random streams.
  var version: String
  var streams: Int
  var tongue: Tongue
  var seed: UInt64
  var paths: Int
  var sampling: ParameterSampling
  var plans: [Plan]
  /// In the order in which they are loaded; the last one is the session's when the report is written.
  var scenarios: [Text]

  /// Scenario and strategies as they were in the session.
  static let scenarioFile = "scenario.yaml"
  static let pageFile = "report.html"
  static let scriptFile = "report.drop"
  static let readmeFile = "README.txt"
  static let manifestFile = "manifest.json"

  /// Made members, in the order in which they stand.
  static let madeFiles = [readmeFile, pageFile, scriptFile]

  /// What the scenario of a finished run is called.
  static func runFile(_ number: Int) -> String { "run-\(number).yaml" }

  static func isRunFile(_ name: String) -> Bool {
    name.wholeMatch(of: #/run-[0-9]{1,9}\.yaml/#) != nil
  }
}

extension SharedReport {
  /// The commands that write its page into the folder where they lie.
  var script: String {
    let worlds =
      "--paths \(paths) --seed \(seed)" + (sampling == .random ? "" : " --sampling \(sampling.rawValue)")
    var lines = [
      "#!/usr/bin/env -S dropcast script", "# " + say("Makes \(Self.pageFile) again."), "ui lang \(tongue.rawValue)",
    ]
    for scenario in scenarios {
      lines.append("load \(scenario.name)")
      guard scenario.name != Self.scenarioFile else { continue }
      lines += plans.filter { $0.file == scenario.name }.map { "run \(worlds) as \(Journal.quoted($0.name))" }
    }
    let names = plans.map { Journal.quoted($0.name) }.joined(separator: " ")
    lines.append("report \(Self.pageFile) of \(names) \(worlds) --force")
    return lines.joined(separator: "\n") + "\n"
  }

  /// For whoever is sent the file.
  var readme: String {
    let files =
      [(Self.pageFile, say("the report: open it in a browser, it needs no network"))]
      + scenarios.map { text in
        (
          text.name,
          text.name == Self.scenarioFile
            ? say("the scenario with its strategies, as it was run") : say("the scenario of one run, as it was run")
        )
      } + [
        (Self.scriptFile, say("the commands that write the report again: dropcast script \(Self.scriptFile)")),
        (Self.manifestFile, say("seed, worlds, version, fingerprints of the runs, SHA-256 of each file")),
      ]
    let width = files.map(\.0.count).max() ?? 0
    let rows = files.map { $0.0.padded(to: width) + "   " + $0.1 }
    let head = say("A report by dropcast \(version), with everything needed to reproduce it.")
    let tail = say(
      "dropcast verify FILE.zip runs it again and compares every byte. It shows that the report follows from the scenario, not that the numbers in the scenario are right."
    )
    return ([head, ""] + rows + ["", tail]).joined(separator: "\n") + "\n"
  }
}

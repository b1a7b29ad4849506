import Analysis
import Language
import Reports
import Scenarios

extension SharedReport {
  /// What comes out of its texts.
  struct Made {
    let page: String
    let runs: [Run]

    struct Run: Equatable {
      let fingerprint: String
      /// SHA-256 of the figures that a kept run has, too.
      let figures: String
    }
  }

  /// The members but for the manifest, in the order in which they stand.
  func members(_ made: Made) -> [(name: String, bytes: [UInt8])] {
    tongue.speaking {
      let texts =
        [(Self.readmeFile, readme), (Self.pageFile, made.page)] + scenarios.map { ($0.name, $0.text) }
        + [(Self.scriptFile, script)]
      return texts.map { (name: $0.0, bytes: Array($0.1.utf8)) }
    }
  }
}

extension Session {
  /// Makes a shared report from its texts alone, in a session that knows nothing else and writes nothing.
  ///
  /// - Parameter known: runs that need not be made again where they are of the same program in the same worlds.
  func made(
    _ report: SharedReport, threads: Int, knowing known: [RunRecord] = [], _ invocation: Invocation
  ) throws(CommandFailure) -> SharedReport.Made {
    var alone = Session(surroundings: surroundings.withoutPlaces(version: report.version))
    var contenders: [String: Contender] = [:]
    for text in report.scenarios {
      let source = Source(name: text.name, text: text.text)
      do throws(FindingsError) {
        alone.open(try ScenarioFile(reading: source), path: text.name, source: source)
      } catch { throw CommandFailure(error.findings) }
      for plan in report.plans where plan.file == text.name {
        let strategy = text.name == SharedReport.scenarioFile ? plan.name : Strategy.base
        contenders[plan.name] = Contender(plan.name, try alone.scenario(under: strategy, invocation, at: nil))
      }
    }
    alone.runs = Dictionary(known.map { ($0.strategy, $0) }) { $1 }
    alone.scenarioOfRuns = alone.scenario
    let runNames = report.plans.filter { $0.file != SharedReport.scenarioFile }.map(\.name)
    let request = ReportRequest(
      file: SharedReport.pageFile, contenders: report.plans.compactMap { contenders[$0.name] },
      runNames: Set(runNames),
      worlds: SharedWorlds(seed: report.seed, paths: report.paths, sampling: report.sampling, threads: threads))
    return try report.tongue.speaking { () throws(CommandFailure) in
      let (page, records) = try alone.decisionPage(for: request, invocation)
      return SharedReport.Made(
        page: page.html { Fingerprint.digest($0[...]) },
        runs: records.map { record in
          let figures = record.summary.map { Fingerprint.sha256(RunDigest(record, $0).bytes) } ?? ""
          return SharedReport.Made.Run(fingerprint: record.fingerprint, figures: figures)
        })
    }
  }
}

extension Surroundings {
  /// Without anything that outlasts the session.
  fileprivate func withoutPlaces(version: String) -> Surroundings {
    var copy = self
    copy.isInteractive = false
    copy.keepsRuns = false
    copy.runsPlace = .nowhere
    (copy.stateDirectory, copy.configDirectory) = (nil, nil)
    copy.version = version
    return copy
  }
}

extension RunDigest {
  /// Every figure, as eight bytes each with the lowest first.
  fileprivate var bytes: [UInt8] {
    let counts = [paths, out, starved, quit, profit] + outByMonth
    let amounts = ([gain, lowestCash] + cash).flatMap(\.values) + [plannedGain, plannedLowestCash]
    let words = counts.map { UInt64(bitPattern: Int64($0)) } + amounts.map(\.bitPattern)
    return words.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) } }
  }
}

import Language
import Reports
import Scenarios
import Statistics
import YAML

/// The member of a shared file that names all others, with what it takes to compare them.
struct SharedManifest: Equatable {
  struct Member: Equatable {
    let name: String
    let bytes: Int
    let digest: String
  }

  /// Without its texts, which are members.
  var report: SharedReport
  var runs: [SharedReport.Made.Run]
  var members: [Member]

  /// Of the manifest itself.
  static let form = 1

  init(_ report: SharedReport, _ made: SharedReport.Made, _ members: [(name: String, bytes: [UInt8])]) {
    self.report = report
    self.report.scenarios = []
    runs = made.runs
    self.members = members.map {
      Member(name: $0.name, bytes: $0.bytes.count, digest: Fingerprint.sha256($0.bytes))
    }
  }

  static let shape: JSONShape = [
    "dropcast_share": .integer, "version": .string, "streams": .integer, "language": .string, "seed": .seed,
    "paths": .integer, "sampling": .string,
    "runs": .array(["name": .string, "scenario": .string, "fingerprint": .string, "figures": .string]),
    "members": .array(["name": .string, "bytes": .integer, "sha256": .string]),
  ]

  var json: JSON {
    [
      "dropcast_share": .integer(Self.form), "version": .string(report.version), "streams": .integer(report.streams),
      "language": .string(report.tongue.rawValue), "seed": JSON(seed: report.seed), "paths": .integer(report.paths),
      "sampling": .string(report.sampling.rawValue),
      "runs": .array(
        zip(report.plans, runs).map { plan, run in
          [
            "name": .string(plan.name), "scenario": .string(plan.file), "fingerprint": .string(run.fingerprint),
            "figures": .string(run.figures),
          ]
        }),
      "members": .array(
        members.map {
          ["name": .string($0.name), "bytes": .integer($0.bytes), "sha256": .string($0.digest)]
        }),
    ]
  }

  var text: String { json.text(.pretty) + "\n" }
}

// MARK: Reading

extension SharedManifest {
  /// Reads a manifest of a stranger; only what this program writes itself is taken.
  init(_ bytes: [UInt8]) throws(SharedFault) {
    // JSON is YAML, whose reader has limits for whatever a file may do to it.
    guard let text = String(validating: bytes, as: UTF8.self),
      let root = try? YAMLValue.parse(Source(name: SharedReport.manifestFile, text: text))
    else { throw .unreadable }
    let fields = Fields(root)
    guard let form = fields.number("dropcast_share") else { throw .unreadable }
    guard form <= Self.form else { throw .newer }
    guard let version = fields.text("version"), version.wholeMatch(of: #/[0-9A-Za-z.+-]{0,40}/#) != nil,
      let streams = fields.number("streams"), let tongue = fields.text("language").flatMap(Tongue.init(rawValue:)),
      let seed = fields.text("seed").flatMap({ UInt64($0) }), let paths = fields.number("paths"),
      (ReportRequest.leastWorlds...RunRequest.mostPaths).contains(paths),
      let sampling = fields.text("sampling").flatMap(ParameterSampling.init(rawValue:))
    else { throw .unreadable }
    let rows = fields.rows("runs")
    let plans = rows.compactMap { row -> SharedReport.Plan? in
      guard let name = row.text("name"), let file = row.text("scenario"),
        name == Strategy.base || EntityName.fault(name, at: SourceSpan(0, 0)) == nil
      else { return nil }
      return SharedReport.Plan(name: name, file: file)
    }
    runs = rows.map {
      SharedReport.Made.Run(fingerprint: $0.text("fingerprint") ?? "", figures: $0.text("figures") ?? "")
    }
    members = fields.rows("members").map {
      Member(name: $0.text("name") ?? "", bytes: $0.number("bytes") ?? 0, digest: $0.text("sha256") ?? "")
    }
    guard plans.count == rows.count, (1...DecisionPage.mostPlans).contains(plans.count),
      Set(plans.map(\.name)).count == plans.count
    else { throw .unreadable }
    report = SharedReport(
      version: version, streams: streams, tongue: tongue, seed: seed, paths: paths, sampling: sampling, plans: plans,
      scenarios: [])
    // What it says twice, or beside all this, this program has not written.
    guard self.text == text else { throw .unreadable }
  }

  /// The texts that the runs need, in the order in which they stand; nil where members and runs do not go together.
  var scenarioFiles: [String]? {
    let names = members.map(\.name)
    let scenarios = names.filter { $0 == SharedReport.scenarioFile || SharedReport.isRunFile($0) }
    let isWhole =
      Set(names).count == names.count && Set(names) == Set(SharedReport.madeFiles + scenarios)
      && Set(report.plans.map(\.file)) == Set(scenarios)
    return isWhole ? scenarios : nil
  }
}

/// The members of a mapping by name.
private struct Fields {
  private let pairs: [(key: YAMLValue, value: YAMLValue)]

  init(_ value: YAMLValue) {
    if case .mapping(let pairs) = value.content { self.pairs = pairs } else { pairs = [] }
  }

  private func value(_ name: String) -> YAMLValue? { pairs.first { $0.key.fragment?.text == name }?.value }

  func text(_ name: String) -> String? { value(name)?.fragment?.text }

  func number(_ name: String) -> Int? { text(name).flatMap { Int($0) } }

  func rows(_ name: String) -> [Fields] {
    guard case .sequence(let items) = value(name)?.content else { return [] }
    return items.map(Fields.init)
  }
}

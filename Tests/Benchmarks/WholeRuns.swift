import Foundation
import PtySupport

/// Whole runs of the built program, as an operator waits for them.
struct WholeRuns {
  let rounds: Int

  private static let cases: [(name: String, arguments: [String])] = [
    ("version", ["--version"]),
    ("first-store, 10,000 worlds", ["run", "scenarios/first-store.yaml"]),
    ("first-store, 10,000 worlds, one thread", ["run", "scenarios/first-store.yaml", "--threads", "1"]),
    ("bench, 10,000 worlds", ["run", "scenarios/bench.yaml"]),
    ("pet-feeder, 10,000 worlds", ["run", "scenarios/pet-feeder.yaml"]),
    ("pet-feeder, whatif", ["whatif", "scenarios/pet-feeder.yaml", "ads.meta.budget +20 %"]),
    (
      "pet-feeder, compare base and two strategies",
      ["compare", "scenarios/pet-feeder.yaml", "base", "search_only", "local"]
    ),
  ]
  /// From the start to the prompt, on a pseudo-terminal.
  private static let prompt = "start to prompt"

  /// The program beside this one in the build directory.
  private static let program = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("dropcast")

  var figure: Figure {
    var times = [[Double]](repeating: [], count: Self.cases.count + 1)
    for round in 0...rounds {
      for (index, item) in Self.cases.enumerated() {
        guard let run = Self.run(item.arguments) else {
          tell("failed: dropcast \(item.arguments.joined(separator: " "))")
          exit(1)
        }
        // The first round warms up.
        if round > 0 { times[index].append(run.seconds) }
      }
      guard let seconds = Self.secondsToPrompt() else {
        tell("failed: no prompt")
        exit(1)
      }
      if round > 0 { times[Self.cases.count].append(seconds) }
    }
    return .object(
      zip(Self.cases.map(\.name) + [Self.prompt], times).map { name, times in
        (name, .number(median(times), digits: 3))
      })
  }

  /// The most memory that a run took.
  static var memory: Figure {
    let cases: [(String, [String])] = [
      ("version", ["--version"]), ("bench, 10,000 worlds", ["run", "scenarios/bench.yaml"]),
      ("bench, 100,000 worlds", ["run", "scenarios/bench.yaml", "100k"]),
      ("bench, 1 million worlds", ["run", "scenarios/bench.yaml", "1M"]),
    ]
    return .object(cases.map { ($0, .number(run($1)?.megabytes ?? .nan, digits: 0)) })
  }

  /// Wall-clock seconds of one whole process, from start to end, and the most memory it took; nil when it fails.
  private static func run(_ arguments: [String]) -> (seconds: Double, megabytes: Double)? {
    let start = ContinuousClock.now
    guard let child = try? Child(path: program.path, arguments) else { return nil }
    let end = child.wait()
    guard end.status == 0 else { return nil }
    return ((ContinuousClock.now - start) / .seconds(1), Double(end.kilobytes) / 1024)
  }

  /// Seconds until the shell has shown its prompt; nil when it does not.
  private static func secondsToPrompt() -> Double? {
    let start = ContinuousClock.now
    guard
      let session = try? PtySession(
        path: program.path, ["--no-init", "--no-history", "scenarios/first-store.yaml"], prompt: "first-store",
        environment: ["HOME=\(NSTemporaryDirectory())"]),
      (try? session.waitForPrompt()) != nil
    else { return nil }
    return (ContinuousClock.now - start) / .seconds(1)
  }

  /// What a command answers as JSON.
  private static func answer(_ arguments: [String]) -> [String: Any] {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments + ["--json"]
    let pipe = Pipe()
    process.standardOutput = pipe
    guard (try? process.run()) != nil else { return [:] }
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (try? JSONSerialization.jsonObject(with: data)) as? [String: Any] ?? [:]
  }

  /// For mean cash at the end, for each bundled strategy: the variance of its difference from the base in worlds of their
  /// own, over that in the same ones. So many times as many worlds it would take.
  static var varianceRatios: Figure {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: "scenarios")) ?? []
    return .object(
      files.filter { $0.hasSuffix(".yaml") }.sorted().flatMap { file -> [(String, Figure)] in
        let compared = answer(["compare", "scenarios/\(file)", "by", "mean", "cash,", "sd", "cash"])
        let strategies = compared["strategies"] as? [[String: Any]] ?? []
        let worlds = compared["paths"] as? Double ?? 0
        let spreads = strategies.map { ($0["figures"] as? [String: Any])?["sd final_cash"] as? Double ?? .nan }
        return zip(strategies, spreads).dropFirst().map { strategy, spread in
          let difference = (strategy["difference"] as? [String: [String: Any]])?["mean final_cash"] ?? [:]
          let width = (difference["high"] as? Double ?? .nan) - (difference["low"] as? Double ?? .nan)
          let paired = width / (2 * 1.959963984540054)
          let ratio = (spread * spread + spreads[0] * spreads[0]) / worlds / (paired * paired)
          return ("\(file.dropLast(5)), \(strategy["strategy"] ?? "")", .number(ratio, digits: 1))
        }
      })
  }
}

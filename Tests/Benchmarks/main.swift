// Times whole runs of the built program, as an operator waits for them. Run with
//
//   swift build -c release && swift run -c release Benchmarks
//
// It prints one JSON object: for each case the seconds of every run, least to greatest, and their median. Times of one
// machine compare with each other, not with those of another. Behind them stands, for each bundled strategy, how many times
// as many worlds its difference from the base would need if the two were not run in the same worlds.

import Foundation
import PtySupport

struct Case {
  let name: String
  let arguments: [String]
}

let cases = [
  Case(name: "version", arguments: ["--version"]),
  Case(name: "first-store, 10,000 worlds x 12 months", arguments: ["run", "scenarios/first-store.yaml"]),
  Case(
    name: "first-store, 10,000 worlds x 12 months, one thread",
    arguments: ["run", "scenarios/first-store.yaml", "--threads", "1"]),
  Case(name: "pet-feeder, 10,000 worlds x 12 months", arguments: ["run", "scenarios/pet-feeder.yaml"]),
  Case(
    name: "pet-feeder, base and two strategies side by side, 10,000 worlds",
    arguments: ["compare", "scenarios/pet-feeder.yaml"]),
]
/// The shell's own case: from its start to the prompt, on a pseudo-terminal.
let prompt = "start to prompt"
let rounds = 5

/// The program beside this one in the build directory.
let program = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
  .deletingLastPathComponent().appendingPathComponent("dropcast")

/// Wall-clock seconds of one whole process, from start to end; nil when it fails.
func seconds(_ arguments: [String]) -> Double? {
  let process = Process()
  process.executableURL = program
  process.arguments = arguments
  process.standardOutput = FileHandle.nullDevice
  let start = ContinuousClock.now
  do { try process.run() } catch { return nil }
  process.waitUntilExit()
  guard process.terminationStatus == 0 else { return nil }
  return (ContinuousClock.now - start) / .seconds(1)
}

/// Seconds until the shell has shown its prompt; nil when it does not.
func secondsToPrompt() -> Double? {
  let start = ContinuousClock.now
  let home = NSTemporaryDirectory()
  guard
    let session = try? PtySession(
      path: program.path, ["--no-init", "--no-history", "scenarios/first-store.yaml"], prompt: "first-store",
      environment: ["HOME=\(home)"]),
    (try? session.waitForPrompt()) != nil
  else { return nil }
  return (ContinuousClock.now - start) / .seconds(1)
}

/// What a command answers as JSON.
func answer(_ arguments: [String]) -> [String: Any] {
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

/// For mean cash at the end: the variance of the difference of two runs in worlds of their own, over that in the same ones.
/// Scenarios without strategies have nothing to compare.
func varianceRatios() -> [String] {
  let files = (try? FileManager.default.contentsOfDirectory(atPath: "scenarios")) ?? []
  return files.filter { $0.hasSuffix(".yaml") }.sorted().flatMap { file -> [String] in
    let (path, name) = ("scenarios/\(file)", file.dropLast(5))
    let compared = answer(["compare", path, "by", "mean", "cash,", "sd", "cash"])
    let strategies = compared["strategies"] as? [[String: Any]] ?? []
    let worlds = compared["paths"] as? Double ?? 0
    let spreads = strategies.map { ($0["figures"] as? [String: Any])?["sd final_cash"] as? Double ?? .nan }
    return zip(strategies, spreads).dropFirst().map { strategy, spread in
      let difference = (strategy["difference"] as? [String: [String: Any]])?["mean final_cash"] ?? [:]
      let width = (difference["high"] as? Double ?? .nan) - (difference["low"] as? Double ?? .nan)
      let paired = width / (2 * 1.959963984540054)
      let ratio = (spread * spread + spreads[0] * spreads[0]) / worlds / (paired * paired)
      let text = ratio.isFinite ? String(format: "%.1f", ratio) : "null"
      return "  {\"scenario\": \"\(name)\", \"strategy\": \"\(strategy["strategy"] ?? "")\", \"ratio\": \(text)}"
    }
  }
}

// Rounds are the outer loop, so that a slow moment of the machine meets every case.
var times = [[Double]](repeating: [], count: cases.count + 1)
for round in 0...rounds {
  for (index, item) in cases.enumerated() {
    guard let time = seconds(item.arguments) else {
      FileHandle.standardError.write(Data("failed: dropcast \(item.arguments.joined(separator: " "))\n".utf8))
      exit(1)
    }
    // The first round warms up.
    if round > 0 { times[index].append(time) }
  }
  guard let time = secondsToPrompt() else {
    FileHandle.standardError.write(Data("failed: no prompt\n".utf8))
    exit(1)
  }
  if round > 0 { times[cases.count].append(time) }
}

let rows = zip(cases.map(\.name) + [prompt], times).map { name, times in
  let sorted = times.sorted()
  let list = sorted.map { String(format: "%.3f", $0) }.joined(separator: ", ")
  let median = String(format: "%.3f", sorted[rounds / 2])
  return "  {\"case\": \"\(name)\", \"median_seconds\": \(median), \"seconds\": [\(list)]}"
}
print("{\"rounds\": \(rounds), \"processors\": \(ProcessInfo.processInfo.activeProcessorCount), \"cases\": [")
print(rows.joined(separator: ",\n"))
print("],\n\"variance_ratios\": [")
print(varianceRatios().joined(separator: ",\n"))
print("]}")

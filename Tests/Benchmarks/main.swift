// Times whole runs of the built program, as an operator waits for them. Run with
//
//   swift build -c release && swift run -c release Benchmarks
//
// It prints one JSON object: for each case the seconds of every run, least to greatest, and their median. Times of one
// machine compare with each other, not with those of another.

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
print("]}")

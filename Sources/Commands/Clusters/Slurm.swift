import Language

/// Slurm, by the programs it brings along.
struct Slurm {
  let call: @Sendable ([String]) -> ProgramResult

  struct Refusal: Error {
    let message: String
    let isMissing: Bool
  }

  /// Where a task stands that has not ended.
  struct Task: Equatable {
    let shard: Int
    let isRunning: Bool
    /// Why it waits.
    let reason: String
  }

  /// Starts a task for each of these shards; the number of the job.
  func submit(_ shards: [Int], of folder: RunFolder) throws(Refusal) -> String {
    let words =
      [
        "sbatch", "--parsable", "--array=\(Self.ranges(shards))", "--job-name=dropcast", "--chdir=\(folder.path)",
        "--output=\(RunFolder.logName)/%A_%a.txt", "--open-mode=append", "--requeue",
      ] + folder.contents.with + [folder.path(of: RunFolder.scriptName)]
    let result = call(words)
    // With several clusters its name stands behind the number.
    let job = result.output.split(separator: "\n").last?.prefix { $0 != ";" } ?? ""
    guard result.exitCode == 0, !job.isEmpty, job.allSatisfy(\.isNumber) else {
      let said = result.errors.split(separator: "\n").joined(separator: "; ")
      throw Refusal(
        message: said.isEmpty ? say("sbatch ended with exit code \(result.exitCode)") : said,
        isMissing: result.exitCode == SystemProgram.notFound)
    }
    return String(job)
  }

  /// The tasks of these jobs that wait or run; nil when Slurm does not answer now.
  func tasks(of jobs: [String]) throws(Refusal) -> [Task]? {
    let result = call(["squeue", "--me", "--noheader", "--array", "--format=%F %K %t %r"])
    guard result.exitCode != SystemProgram.notFound else { throw Refusal(message: result.errors, isMissing: true) }
    guard result.exitCode == 0 else { return nil }
    return result.output.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: true)
      guard words.count >= 3, jobs.contains(String(words[0])), let shard = Int(words[1]) else { return nil }
      return Task(
        shard: shard, isRunning: words[2] != "PD", reason: words.count > 3 ? String(words[3]) : "")
    }
  }

  /// `1-4,7`
  static func ranges(_ numbers: [Int]) -> String {
    var ranges: [ClosedRange<Int>] = []
    for number in numbers.sorted() {
      if let last = ranges.last, last.upperBound + 1 == number {
        ranges[ranges.count - 1] = last.lowerBound...number
      } else {
        ranges.append(number...number)
      }
    }
    return ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
      .joined(separator: ",")
  }
}

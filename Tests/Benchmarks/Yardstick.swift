import Foundation

/// What the engine is measured against: a C kernel of a smaller model, and the same draws as C functions.
struct Yardstick {
  private let kernel: URL
  private let draws: URL

  /// Builds both; nil, with a word on standard error, where that does not work.
  init?(_ folder: String) {
    guard let kernel = Self.build("kernel", ["kernel.c", "run_kernel.c"], in: folder),
      // Without fused multiply-add, as the rows are, which give the same bytes everywhere.
      let draws = Self.build("draws", ["micro.c", "micro_main.c"], in: folder, ["-DUSE_FMA=0"])
    else { return nil }
    (self.kernel, self.draws) = (kernel, draws)
  }

  private static func build(_ name: String, _ files: [String], in folder: String, _ more: [String] = []) -> URL? {
    let sources = files.map { "\(folder)/c/\($0)" }
    let program = URL(fileURLWithPath: NSTemporaryDirectory()).appendingPathComponent("yardstick-\(name)-\(getpid())")
    var flags = ["-w", "-O3", "-ffp-contract=off", "-D_GNU_SOURCE"] + more
    #if arch(x86_64)
      flags.append("-march=x86-64-v3")
    #endif
    let built = run("/usr/bin/env", ["clang"] + flags + sources + ["-lm", "-lpthread", "-o", program.path])
    if built == nil { tell("no yardstick: clang could not build \(sources[0])") }
    return built == nil ? nil : program
  }

  /// Nanoseconds for each element of each draw, by its name there: the least of many rounds.
  func nanosecondsPerDraw() -> [String: Double] {
    let rows = (Self.run(draws.path, []) ?? "").split(separator: "\n").compactMap { row -> (String, Double)? in
      guard let end = row.range(of: " median "), let least = row.split(separator: " ").last.flatMap({ Double($0) })
      else { return nil }
      return (row[..<end.lowerBound].trimmingCharacters(in: .whitespaces), least)
    }
    return Dictionary(rows) { min($0, $1) }
  }

  func nanosecondsPerPathDay() -> Double? {
    let printed = Self.run(kernel.path, ["10240", "256", "1", "7"]) ?? ""
    let words = printed.split(separator: " ")
    return words.firstIndex { $0.hasPrefix("ns/path-day") }.flatMap { Double(words[$0 - 1]) }
  }

  private static func run(_ path: String, _ arguments: [String]) -> String? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    guard (try? process.run()) != nil else { return nil }
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : nil
  }
}

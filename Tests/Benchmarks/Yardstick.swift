import Foundation

/// The C kernel of a smaller model that the engine is measured against.
struct Yardstick {
  private let program: URL

  /// Builds it; nil, with a word on standard error, where that does not work.
  init?(_ folder: String) {
    let sources = ["kernel.c", "run_kernel.c"].map { "\(folder)/c/\($0)" }
    program = URL(fileURLWithPath: NSTemporaryDirectory()).appendingPathComponent("yardstick-\(getpid())")
    var flags = ["-w", "-O3", "-ffp-contract=off", "-D_GNU_SOURCE"]
    #if arch(x86_64)
      flags.append("-march=x86-64-v3")
    #endif
    let built = Self.run("/usr/bin/env", ["clang"] + flags + sources + ["-lm", "-lpthread", "-o", program.path])
    guard built != nil else {
      tell("no yardstick: clang could not build \(sources[0])")
      return nil
    }
  }

  func nanosecondsPerPathDay() -> Double? {
    let printed = Self.run(program.path, ["10240", "256", "1", "7"]) ?? ""
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

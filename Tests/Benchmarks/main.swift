// Measures the program and its engine, and prints one JSON object. Run with
//
//   swift build -c release && swift run -c release Benchmarks [--quick] [--yardstick FOLDER]
//
// Times of one machine compare with each other, not with those of another; each is the median of rounds in which all
// cases take their turn, so that a slow moment of the machine meets every case. `--yardstick` names a folder with the C
// kernel that the engine is measured against (`c/kernel.c`, `c/run_kernel.c`), and with the same draws as C functions
// (`c/micro.c`, `c/micro_main.c`): they are built with clang and run beside it. `--quick` leaves out what takes minutes.
//
// `--coverage [SEEDS [SCENARIO]]` measures something else: how often 95 % intervals hold the truth (.ci/coverage), in five
// scenarios or in one of them; `--coverage-of-answers [SEEDS]` asks the same of `why`, `drivers` and `learn`, and
// `--calibration-of-fit [SHOPS]` of `fit`, in shops whose true numbers are known.

import Foundation

let arguments = CommandLine.arguments.dropFirst()
if let place = arguments.firstIndex(of: "--coverage") {
  let seeds = arguments.indices.contains(place + 1) ? Int(arguments[place + 1]) ?? 500 : 500
  let only = arguments.indices.contains(place + 2) ? arguments[place + 2] : nil
  print(try Coverage(seeds: max(1, seeds), only: only).tables(), terminator: "")
  exit(0)
}
if let place = arguments.firstIndex(of: "--coverage-of-answers") {
  let seeds = arguments.indices.contains(place + 1) ? Int(arguments[place + 1]) ?? 500 : 500
  print(try AnswerCoverage(seeds: max(1, seeds)).table(), terminator: "")
  exit(0)
}
if let place = arguments.firstIndex(of: "--calibration-of-fit") {
  let shops = arguments.indices.contains(place + 1) ? Int(arguments[place + 1]) ?? 200 : 200
  print(try FitCalibration(shops: max(1, shops)).table(), terminator: "")
  exit(0)
}
let isQuick = arguments.contains("--quick")
let yardstickFolder = arguments.firstIndex(of: "--yardstick").flatMap { index in
  arguments.indices.contains(index + 1) ? arguments[index + 1] : nil
}

// First, while this process is small: the system counts what it took at the start of a child as the child's.
let memory = isQuick ? nil : WholeRuns.memory
let yardstick = yardstickFolder.flatMap(Yardstick.init)
let engine = try EngineCases()
var report: [(String, Figure)] = [
  ("build", .text(engine.build)),
  ("processors", .number(Double(ProcessInfo.processInfo.activeProcessorCount), digits: 0)),
  ("whole_runs_seconds", WholeRuns(rounds: isQuick ? 3 : 5).figure),
  ("engine_ns_per_path_day", engine.speed(yardstick: yardstick)),
  ("passes_ns_per_path_day", engine.passes()),
  ("rows_ns_per_element", RowCases.figure(yardstick: yardstick)),
]
if !isQuick {
  report.append(("growth_ns_per_path_day", engine.growth()))
  if let memory { report.append(("memory_megabytes", memory)) }
  report.append(("variance_ratios", WholeRuns.varianceRatios))
}
print(Figure.object(report).json())

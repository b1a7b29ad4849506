import SQLite
import Scenarios
import Simulation
import Statistics

/// A run of the store, without its figures and texts: a row of the list.
package struct KeptRun: Equatable, Sendable {
  package var number = 0
  /// Seconds since 1970.
  package var made = 0
  package var name: String?
  package var note: String?
  package var tags: [String] = []
  /// The scenario's name, and the file it was loaded from.
  package var scenario = ""
  package var file = ""
  package var strategy = Strategy.base
  package var seed: UInt64 = 1
  package var paths = 0
  /// As options spell it.
  package var sampling = ParameterSampling.random.rawValue
  package var start = ""
  package var months = 0
  package var currency = ""
  package var fingerprint = ""
  /// Of the program that made it.
  package var version = ""
  package var streams = Program.streamVersion
  package var ruin = 0.0
  package var medianCash = 0.0

  package var label: String { "#\(number)" }
  /// `#12 before`
  package var title: String { ([label] + [name].compactMap(\.self)).joined(separator: " ") }
}

extension KeptRun {
  /// What a list shows; behind it what is asked of single runs and by programs. Tags stand in a table of their own.
  static let listedColumns = "number, made, name, note, scenario, strategy, paths, ruin, median_cash"
  static let columns =
    listedColumns + ", file, seed, sampling, start, months, currency, fingerprint, version, streams"

  /// - Parameter isWhole: does the row have all columns, or only those of the list?
  init(_ row: Row, isWhole: Bool) {
    number = row.integer(0)
    made = row.integer(1)
    name = row.optionalText(2)
    note = row.optionalText(3)
    scenario = row.text(4)
    strategy = row.text(5)
    paths = max(0, row.integer(6))
    ruin = row.real(7)
    medianCash = row.real(8)
    guard isWhole else { return }
    file = row.text(9)
    seed = UInt64(bitPattern: Int64(row.integer(10)))
    sampling = row.text(11)
    start = row.text(12)
    months = row.integer(13)
    currency = row.text(14)
    fingerprint = row.text(15)
    version = row.text(16)
    streams = row.integer(17)
  }
}

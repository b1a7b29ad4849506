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
  static let columns = """
    number, made, name, note, scenario, file, strategy, seed, paths, sampling, start, months, currency, fingerprint, \
    version, streams, ruin, median_cash, \
    (SELECT group_concat(tag, ' ') FROM (SELECT tag FROM tags WHERE run = number ORDER BY tag))
    """

  init(_ row: Row) {
    number = row.integer(0)
    made = row.integer(1)
    name = row.optionalText(2)
    note = row.optionalText(3)
    scenario = row.text(4)
    file = row.text(5)
    strategy = row.text(6)
    seed = UInt64(bitPattern: Int64(row.integer(7)))
    paths = max(0, row.integer(8))
    sampling = row.text(9)
    start = row.text(10)
    months = row.integer(11)
    currency = row.text(12)
    fingerprint = row.text(13)
    version = row.text(14)
    streams = row.integer(15)
    ruin = row.real(16)
    medianCash = row.real(17)
    tags = row.text(18).split(separator: " ").map(String.init)
  }
}

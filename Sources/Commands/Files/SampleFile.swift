import Language
import Scenarios
import SwiftCSV

/// Reads the column of a CSV file that `from FILE.csv column NAME` names.
enum SampleFile {
  /// Seen from a directory, that of the scenario.
  static func reader(from directory: String, home: String?) -> ColumnReader {
    { file, column in read(Files.resolve(file, from: directory, home: home), column, named: file) }
  }

  private static func read(_ path: String, _ column: String, named file: String) -> Result<[Double], ColumnProblem> {
    let bytes: [UInt8]
    do throws(Files.Problem) {
      bytes = try Files.read(path)
    } catch {
      return .failure(
        ColumnProblem(
          say("\(file): \(error.message)"), help: error.help ?? say("name a file as seen from the scenario's folder"),
          isAboutFile: true))
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return .failure(ColumnProblem(say("\(file) is not UTF-8 text"), help: say("save it as UTF-8"), isAboutFile: true))
    }
    let csv = try? EnumeratedCSV(string: text, loadColumns: false)
    let (header, rows) = (csv?.header ?? [], csv?.rows ?? [])
    let places = header.indices.filter { header[$0] == column }
    guard let place = places.first else {
      let help = Suggestion.text(for: column, among: header)
      return .failure(ColumnProblem(say("\(file) has no column \(column)"), help: help))
    }
    guard places.count == 1 else {
      return .failure(
        ColumnProblem(say("\(file) has several columns \(column)"), help: say("give each a name of its own")))
    }
    // A cell too many moves those behind it under other names; most often it is half of a number.
    if let long = rows.firstIndex(where: { $0.dropFirst(header.count).contains { !$0.isEmpty } }) {
      return .failure(
        ColumnProblem(
          say("\(file), row \(long + 2) has more cells than the header"),
          help: say("write decimals with a point: 1.20")))
    }
    return numbers(rows.map { $0[place] }, file, column)
  }

  /// The numbers of a column; empty cells are left out, anything else that is no number is refused.
  private static func numbers(
    _ cells: [String], _ file: String, _ column: String
  ) -> Result<[Double], ColumnProblem> {
    var numbers: [Double] = []
    for (index, cell) in cells.enumerated() {
      if cell.allSatisfy(\.isWhitespace) { continue }
      guard let number = try? Quantity(parsing: Fragment(cell)), number.isPlainNumber else {
        let help =
          cell.contains(",") ? say("write decimals with a point: 1.20") : say("take out units and words")
        return .failure(ColumnProblem(say("\(file), row \(index + 2): \(cell) is no number"), help: help))
      }
      numbers.append(number.value)
    }
    guard !numbers.isEmpty else {
      return .failure(
        ColumnProblem(say("\(file): the column \(column) is empty"), help: say("name a column with numbers")))
    }
    return .success(numbers)
  }
}

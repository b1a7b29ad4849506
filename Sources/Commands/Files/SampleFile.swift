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
    guard let csv = try? NamedCSV(string: text), let cells = csv.columns?[column] else {
      let header = (try? NamedCSV(string: text))?.header ?? []
      let help = Suggestion.text(for: column, among: header)
      return .failure(ColumnProblem(say("\(file) has no column \(column)"), help: help))
    }
    return numbers(cells, file, column)
  }

  /// The numbers of a column; empty cells are left out, anything else that is no number is refused.
  private static func numbers(
    _ cells: [String], _ file: String, _ column: String
  ) -> Result<[Double], ColumnProblem> {
    var numbers: [Double] = []
    for (index, cell) in cells.enumerated() {
      let text = cell.replacing(",", with: "").trimmingPrefix { $0 == " " }
      if text.isEmpty { continue }
      guard let number = Double(text), number.isFinite else {
        return .failure(
          ColumnProblem(say("\(file), row \(index + 2): \(cell) is no number"), help: say("take out units and words")))
      }
      numbers.append(number)
    }
    guard !numbers.isEmpty else {
      return .failure(
        ColumnProblem(say("\(file): the column \(column) is empty"), help: say("name a column with numbers")))
    }
    return .success(numbers)
  }
}

import Language
import Scenarios
import Tabular

/// Reads the column of a CSV file that `from FILE.csv column NAME` names.
struct SampleFile {
  /// As it was named.
  let file: String
  let column: String

  /// How much of a cell is told: enough to find it, too little to give away what a file holds.
  private static let mostEcho = 40

  /// Names of files are seen from a directory, that of the scenario.
  ///
  /// - Parameter folders: only files below these are read. Scenarios and scripts come from strangers, and may name any
  ///   file; nil where the user names it himself.
  static func reader(from directory: String, home: String?, below folders: [String]?) -> ColumnReader {
    { file, column in
      let sample = SampleFile(file: file, column: column)
      do throws(ColumnProblem) {
        let path = Files.resolve(file, from: directory, home: home)
        guard let folders else { return .success(try sample.numbers(in: path)) }
        return .success(try sample.numbers(in: try sample.path(path, below: folders)))
      } catch {
        return .failure(error)
      }
    }
  }

  /// The path without links, if it lies below one of the folders.
  private func path(_ path: String, below folders: [String]) throws(ColumnProblem) -> String {
    let real = Files.real(path)
    guard folders.contains(where: { real.hasPrefix(Files.real($0) + "/") }) else {
      throw ColumnProblem(
        say("\(file) lies outside the scenario's folder"),
        help: say("move it into that folder; to use it where it is, give its path with set or --set"), isAboutFile: true
      )
    }
    return real
  }

  private func numbers(in path: String) throws(ColumnProblem) -> [Double] {
    let bytes: FileBytes
    do throws(Files.Problem) {
      bytes = try FileBytes(path)
    } catch {
      throw problem(error)
    }
    var table = try known { () throws(Refusal) in try TableReader(bytes) { $0.contains(column) } }
    let place = try place(in: table.header.map { $0.shortened(to: Self.mostEcho) }, table.header)
    var numbers = NumberColumn()
    while try known({ () throws(Refusal) in try table.next() }) {
      do throws(NumberColumn.Problem) {
        try numbers.append(table.record[place], line: table.record.line)
      } catch {
        throw problem(error, table.record.text(place))
      }
    }
    do throws(NumberColumn.Problem) {
      let numbers = try numbers.numbers(separator: table.separator)
      if !numbers.isEmpty { return numbers }
    } catch {
      throw problem(error, "")
    }
    throw ColumnProblem(say("\(file): the column \(column) is empty"), help: say("name a column that contains numbers"))
  }

  /// Which of the columns it is.
  private func place(in shown: [String], _ header: [String]) throws(ColumnProblem) -> Int {
    let places = header.indices.filter { header[$0] == column }
    guard let place = places.first else {
      throw ColumnProblem(
        say("\(file) has no column \(column)"), help: Suggestion.text(for: column, among: shown.filter { !$0.isEmpty }))
    }
    guard places.count == 1 else {
      throw ColumnProblem(say("\(file) has several columns called \(column)"), help: say("give each a different name"))
    }
    return place
  }

  private func known<Value>(_ read: () throws(Refusal) -> Value) throws(ColumnProblem) -> Value {
    do throws(Refusal) { return try read() } catch { throw problem(error) }
  }

  // MARK: In words

  private func problem(_ problem: Files.Problem) -> ColumnProblem {
    ColumnProblem(
      say("\(file): \(problem.message)"), help: problem.help ?? say("give the path relative to the scenario's folder"),
      isAboutFile: true)
  }

  private func problem(_ problem: NumberColumn.Problem, _ cell: String) -> ColumnProblem {
    let shown = cell.shortened(to: Self.mostEcho)
    return switch problem {
    case .notANumber(let line):
      ColumnProblem(say("\(file), line \(line): \(shown) is not a number"), help: say("remove units and words"))
    case .twoMarks(let pointLine, let commaLine):
      ColumnProblem(
        pointLine < commaLine
          ? say("\(file), line \(commaLine): \(shown) has a decimal comma, line \(pointLine) a decimal point")
          : say("\(file), line \(pointLine): \(shown) has a decimal point, line \(commaLine) a decimal comma"),
        help: say("write decimals with a point: 1.20"))
    case .unclear(let line, let cell):
      ColumnProblem(
        say("\(file), line \(line): is the mark in \(cell) a decimal point or a thousands separator?"),
        help: say("write decimals with a point and thousands without a separator: 1.20, 1200"))
    case .tooMany:
      ColumnProblem(
        say("\(file): the column \(column) has more than 5,000,000 numbers"), help: say("keep only the latest rows"))
    }
  }

  private func problem(_ refusal: Refusal) -> ColumnProblem {
    let (message, help) = refusal.words(of: file)
    return ColumnProblem(message, help: help, isAboutFile: true)
  }
}

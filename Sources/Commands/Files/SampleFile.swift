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
        help: say("move it there, or name it yourself with set or --set"), isAboutFile: true)
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
    throw ColumnProblem(say("\(file): the column \(column) is empty"), help: say("name a column that holds numbers"))
  }

  /// Which of the columns it is.
  private func place(in shown: [String], _ header: [String]) throws(ColumnProblem) -> Int {
    let places = header.indices.filter { header[$0] == column }
    guard let place = places.first else {
      throw ColumnProblem(
        say("\(file) has no column \(column)"), help: Suggestion.text(for: column, among: shown.filter { !$0.isEmpty }))
    }
    guard places.count == 1 else {
      throw ColumnProblem(say("\(file) has several columns \(column)"), help: say("give each a different name"))
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
        say("\(file), line \(line): does \(cell) have decimals, or are its digits grouped?"),
        help: say("write decimals with a point and digits without separators: 1.20, 1200"))
    case .tooMany:
      ColumnProblem(
        say("\(file): the column \(column) has more than 5,000,000 numbers"), help: say("keep only the latest"))
    }
  }

  private func problem(_ refusal: Refusal) -> ColumnProblem {
    let (message, help) = words(refusal)
    return ColumnProblem(message, help: help, isAboutFile: true)
  }

  private func words(_ refusal: Refusal) -> (message: String, help: String?) {
    let asUTF8 = say("save it as UTF-8")
    switch refusal {
    case .unreadable(let code):
      let problem = FileBytes.reason(code, file)
      return (say("\(file): \(problem.message)"), problem.help)
    case .empty: return (say("\(file) is empty"), say("export it again, with its header and rows"))
    case .foreign(let kind): return words(kind)
    case .zeroByte(let line): return (say("\(file), line \(line): a zero byte, so this is not text"), asUTF8)
    case .unknownEncoding(let line, let offset):
      return (say("\(file) is not UTF-8 text: line \(line), byte \(offset + 1) of the file"), asUTF8)
    case .undecodable(let encoding): return (say("\(file) is damaged: it is not \(encoding.rawValue) text"), asUTF8)
    case .encodingNotInstalled(let encoding):
      return (say("\(file): this system cannot read \(encoding.rawValue)"), asUTF8)
    case .noHeader: return (say("\(file) has no header"), say("name its columns in the first row"))
    case .openQuote(let line):
      return (say("\(file), line \(line): a quote opens here and is not closed"), quoting)
    case .textBehindQuote(let line): return (say("\(file), line \(line): text follows a closing quote"), quoting)
    case .tooFewCells(let line, let found, let expected):
      return (
        say("\(file), line \(line) has fewer cells than the header: \(found) of \(expected)"),
        say("give every row one cell per column; leave unknown cells empty")
      )
    case .tooManyCells(let line, _, _):
      return (say("\(file), line \(line) has more cells than the header"), say("write decimals with a point: 1.20"))
    case .tooManyColumns(let line):
      return (say("\(file), line \(line) has more than 16,384 cells"), say("use a file with one row per day"))
    case .cellTooLong(let line): return (say("\(file), line \(line): a cell is larger than 1 MiB"), quoting)
    case .rowTooLong(let line): return (say("\(file), line \(line): the row is larger than 16 MiB"), quoting)
    }
  }

  /// What may be wrong where a quote is.
  private var quoting: String { say("close every quote; double a quote inside a quoted cell: \"\"") }

  private func words(_ kind: ForeignKind) -> (message: String, help: String?) {
    switch kind {
    case .workbook, .oldWorkbook:
      (say("\(file) is an Excel workbook"), say("save the sheet as CSV UTF-8"))
    case .gzip: (say("\(file) is packed with gzip"), say("unpack it: gunzip \(file)"))
    case .pdf: (say("\(file) is a PDF"), say("export the numbers as CSV"))
    case .webPage: (say("\(file) is a web page, perhaps a login page"), say("log in, and export it again"))
    case .json: (say("\(file) is JSON, not CSV"), say("export the numbers as CSV"))
    }
  }
}

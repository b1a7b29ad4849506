import Language
import Tabular

/// What a refusal means to people, and what they can do.
extension Refusal {
  func words(of file: String) -> (message: String, help: String?) {
    let asUTF8 = say("save it as UTF-8")
    let quoting = say("close every quote; double a quote inside a quoted cell: \"\"")
    switch self {
    case .unreadable(let code):
      let problem = FileBytes.reason(code, file)
      return (say("\(file): \(problem.message)"), problem.help)
    case .empty: return (say("\(file) is empty"), say("export it again, with its header and rows"))
    case .foreign(let kind): return kind.words(of: file)
    case .zeroByte(let line): return (say("\(file), line \(line): a zero byte, so this is not text"), asUTF8)
    case .unknownEncoding(let line, let offset):
      return (say("\(file) is not UTF-8 text: line \(line), byte \(offset + 1) of the file"), asUTF8)
    case .undecodable(let encoding): return (say("\(file) is damaged: it is not \(encoding.rawValue) text"), asUTF8)
    case .encodingNotInstalled(let encoding):
      return (say("\(file): this system cannot read the encoding \(encoding.rawValue)"), asUTF8)
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
      return (
        say("\(file), line \(line) has more cells than the header"),
        say("write decimals with a point (1.20), and quotes around a cell that contains a comma")
      )
    case .tooManyColumns(let line):
      return (
        say("\(file), line \(line) has more than 16,384 cells"),
        say("use a file with fewer columns: one row per day or per order")
      )
    case .cellTooLong(let line): return (say("\(file), line \(line): a cell is larger than 1 MiB"), quoting)
    case .rowTooLong(let line): return (say("\(file), line \(line): the row is larger than 16 MiB"), quoting)
    }
  }
}

extension ForeignKind {
  fileprivate func words(of file: String) -> (message: String, help: String?) {
    switch self {
    case .workbook, .oldWorkbook:
      (say("\(file) is an Excel workbook"), say("save the sheet as CSV UTF-8"))
    case .gzip: (say("\(file) is packed with gzip"), say("unpack it: gunzip \(file)"))
    case .pdf: (say("\(file) is a PDF"), say("export the numbers as CSV"))
    case .webPage: (say("\(file) is a web page, perhaps a login page"), say("log in, and export it again"))
    case .json: (say("\(file) is JSON, not CSV"), say("export the numbers as CSV"))
    }
  }
}

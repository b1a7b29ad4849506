import Importers
import Language
import Tabular

/// Why an export is not taken, in words: the file with its line, what is wrong, and what to do.
extension ImportFault {
  /// How many rows are named one by one.
  private static let mostRows = 20

  func findings(in file: String) -> [Finding] {
    switch self {
    case .tooManyRefused(let rows, let read, let allowed):
      var findings = rows.prefix(Self.mostRows).map { row in
        Finding(.error, row.words, help: row.help, source: "\(file):\(row.line)")
      }
      let (count, limit) = (rows.count, allowed)
      findings.append(
        Finding(
          .error, say("\(count) of \(read) rows cannot be read; at most \(limit) may be left out"),
          help: say("nothing of this file was kept: correct these rows, or export it again"), source: file))
      return findings
    default:
      let (message, help, line) = words(file)
      return [Finding(.error, message, help: help, source: line.map { "\(file):\($0)" } ?? file)]
    }
  }

  private func words(_ file: String) -> (message: String, help: String?, line: Int?) {
    switch self {
    case .table(let refusal):
      let (message, help) = refusal.words(of: file)
      return (message, help, nil)
    case .workbook(let fault):
      let (message, help) = fault.words
      return (message, help, nil)
    case .unknownKind(let nearest, let missing):
      guard let nearest, !missing.isEmpty else {
        return (say("import does not know this kind of export"), say("to list the kinds, write: help import"), nil)
      }
      return (
        say(
          "import does not know this kind of export; nearest: \(nearest); missing columns: \(missing.joined(separator: ", "))"
        ),
        say("export it again with what is missing; to list the kinds, write: help import"), nil
      )
    case .otherKind(let found, let asked):
      return (
        say("this looks like \(found), not \(asked)"),
        say("write import FILE without \"as\", or: import FILE as \(found)"), nil
      )
    case .missingColumns(let kind, let missing):
      return (
        say("missing columns, if this file is read as \(kind): \(missing.joined(separator: ", "))"),
        say("export it again with what is missing"), nil
      )
    case .headerElsewhere(let found, let said):
      return (
        say("the column names are on line \(found), not on line \(said) as the rules say"),
        say("write in the rules: header \(found)"), found
      )
    case .unsettled:
      return (
        say("this file's numbers or dates are written in ways that contradict each other"),
        say("to say how they are written, add --decimal comma|dot or --dates dmy|mdy"), nil
      )
    case .columnTwice(let name, let first, let second):
      return (
        say("the column \(name) appears twice (columns \(first) and \(second))"), say("delete one of them"), nil
      )
    case .twoMarks(let line, let cell, let otherLine, let other):
      return (
        say("\(Self.quoted(cell)) here, \(Self.quoted(other)) on line \(otherLine): which is the decimal mark?"),
        say("write all numbers of the file in the same way"), line
      )
    case .notThatMark(let line, let cell):
      return (
        say("\(Self.quoted(cell)) makes no sense with the decimal mark given by --decimal"), say("leave --decimal out"),
        line
      )
    case .unclearMark(let line, let cell):
      return (
        say("is the mark in \(Self.quoted(cell)) a decimal point or a thousands separator?"),
        say("write: --decimal comma or --decimal dot"), line
      )
    case .twoOrders(let line, let cell, let otherLine, let other):
      return (
        say(
          "\(Self.quoted(cell)) begins with the day, but \(Self.quoted(other)) on line \(otherLine) begins with the month"
        ),
        say("write all dates of the column in the same way"), line
      )
    case .unclearDates(let line, let lastLine):
      return (
        say("it is not clear which is the day and which the month (lines \(line) to \(lastLine))"),
        say("if the day comes first, write: --dates dmy; otherwise: --dates mdy"), line
      )
    case .contradiction(.costsOnlyInTotal):
      return (
        say("the rows show no costs, but the total does"),
        say("export it again without segmenting by conversion action"), nil
      )
    case .stopped: return (say("stopped"), nil, nil)
    case .tooManyRefused: return ("", nil, nil)
    }
  }

  private static func quoted(_ cell: String) -> String { "\"\(cell)\"" }
}

extension WorkbookFault {
  fileprivate var words: (message: String, help: String?) {
    switch self {
    case .noWorkbook: (say("this is a zip file, but not a workbook"), say("unpack it, and import the file inside"))
    case .encrypted: (say("this workbook is protected by a password"), say("save it without a password"))
    case .tooManyParts, .tooLarge:
      (say("this workbook is too large to read"), say("export fewer rows, or export as CSV"))
    case .unsafeName:
      (say("a file inside this workbook has a path that points outside the workbook"), say("do not trust this file"))
    case .damaged(let part): (say("this workbook is damaged: \(part)"), say("export it again"))
    case .declarations(let part):
      (say("this workbook declares XML entities, which exports never do: \(part)"), say("do not trust this file"))
    case .tooDeep(let part): (say("this workbook is damaged: \(part)"), say("export it again"))
    case .noSuchSheet(let name, let sheets):
      (say("there is no sheet \(name)"), say("sheets: \(sheets.joined(separator: ", "))"))
    case .severalSheets(let sheets):
      (
        say("several sheets contain exports: \(sheets.joined(separator: ", "))"),
        say("to choose one, add --sheet '\(sheets.first ?? "")'")
      )
    }
  }
}

extension RefusedRow {
  /// `fee: "abc" is not a number`
  var words: String {
    let cell = detail.isEmpty ? "" : "\"\(detail)\" "
    let name = column.isEmpty ? "" : "\(column): "
    switch reason {
    case .badNumber:
      return detail.isEmpty ? say("\(name)the number is missing") : say("\(name)\(cell)is not a number")
    case .badDate: return detail.isEmpty ? say("\(name)the date is missing") : say("\(name)\(cell)is not a date")
    case .tooFewCells: return say("fewer cells than the header: \(detail)")
    case .tooManyCells: return say("more cells than the header: \(detail)")
    case .roundedID: return say("\(name)a spreadsheet has rounded the number \(detail)")
    case .orphan: return say("this row belongs to no order")
    case .conflict: return say("\(detail) occurs twice with different contents")
    }
  }

  var help: String? {
    switch reason {
    case .roundedID: say("export it again, and do not save the file with Excel")
    case .tooFewCells, .tooManyCells: say("a cell with a comma needs quotes")
    default: nil
    }
  }
}

extension SkipReason {
  /// What a row is that does not count: `3 voided`.
  var words: String {
    switch self {
    case .total: say("row of totals")
    case .headerAgain: say("the header again")
    case .duplicate: say("seen before")
    case .pending: say("still pending")
    case .memo: say("no money was moved")
    case .notPaid: say("not paid")
    case .cancelled: say("cancelled")
    case .voided: say("voided")
    case .failed: say("failed")
    case .test: say("test order")
    case .partialPeriod: say("period not over yet")
    case .noValues: say("no numbers in the row")
    case .rule: say("your rules say so")
    }
  }
}

extension Gap {
  var words: String {
    switch self {
    case .currency: say("the currency ($ or ¥ alone could be several currencies; name yours, such as --currency CAD)")
    case .orderTotal: say("the column Total (what customers paid in all)")
    case .refundDates: say("the dates of refunds (they are in the payments file)")
    case .period: say("the days that the file covers")
    }
  }
}

extension Note {
  /// Is it a doubt about the file rather than a remark?
  var isWarning: Bool {
    switch self {
    case .balanceBreaks, .netDiffers, .taxExceptions, .refundAboveTotal, .dateRefused: true
    default: false
    }
  }

  var words: String {
    switch self {
    case .readAs(let encoding): say("read with the text encoding \(encoding.rawValue)")
    case .datesBySorting(let column, let order):
      order == .dayFirst
        ? say("\(column): the day comes first, judging by the order of the rows")
        : say("\(column): the month comes first, judging by the order of the rows")
    case .taxesInside: say("prices in this file include taxes")
    case .taxesAdded: say("prices in this file do not include taxes")
    case .taxExceptions(let count):
      say("orders whose prices treat taxes differently from the rest (included or not): \(count)")
    case .unknownType(let type): say("the type \(type) is not known and counts as an adjustment")
    case .allClicks: say("the file shows all clicks, but not how many of them led to the store (link clicks)")
    case .severalDays(let count): say("rows that cover several days: \(count); they count in totals, not day by day")
    case .balanceBreaks(let line, let expected, let found):
      say("line \(line): the balance should be \(expected.text()) but is \(found.text()), so rows are missing")
    case .netDiffers(let line): say("line \(line): net does not equal amount minus fee")
    case .ownPurchases: say("payments that you made yourself are counted separately")
    case .refundAboveTotal(let count): say("orders with more refunded than paid: \(count)")
    case .dateRefused(let line, let column): say("line \(line): the date in \(column) cannot be right and was left out")
    case .halfOfBound(let line): say("line \(line): only a maximum is given; half of it is counted")
    case .countries(let names):
      say("keywords from several countries (\(names.joined(separator: ", "))), which cannot be added up")
    case .onlySums: say("only sums are shown, because the report does not list individual orders")
    }
  }
}

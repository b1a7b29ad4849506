/// What a table of one's own means, in a few lines of text, in the manner of hledger's rules for CSV:
///
///     kind cash
///     account bank
///     date    Booking dmy
///     amount  Haben - Soll
package struct ImportRules: Sendable {
  /// A line that cannot be meant.
  package struct Fault: Error, Sendable {
    package let line: Int
    package let problem: Problem

    package enum Problem: Sendable, Equatable {
      /// A word that no rule begins with, and those that there are.
      case unknown(String, known: [String])
      case value(rule: String, allowed: String)
      case twice(String)
      case missing(String)
    }
  }

  /// A column, with its sign: amounts may stand in two columns, one for each direction.
  struct Term: Sendable {
    let column: String
    let isNegative: Bool
  }

  struct Condition: Sendable {
    enum Relation: String, Sendable {
      case equal = "="
      case contains = "~"
      case empty
    }

    let column: String
    let relation: Relation
    let value: String
  }

  private(set) var account = ""
  private(set) var currency: String?
  private(set) var header: Int?
  private(set) var encoding: String?
  private(set) var separator: UInt8?
  private(set) var sheet: String?
  private(set) var mark: Mark?
  private(set) var date = ""
  private(set) var dayOrder: DayOrder?
  private(set) var amount: [Term] = []
  private(set) var balance: String?
  private(set) var text: String?
  private(set) var skips: [Condition] = []

  private static let words = [
    "kind", "account", "currency", "header", "encoding", "delimiter", "sheet", "decimal", "date", "amount",
    "balance", "text", "skip",
  ]

  package init(_ source: String) throws(Fault) {
    var seen: Set<String> = []
    for (index, row) in source.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let line = index + 1
      guard row.first != "#" else { continue }
      let plain = row.firstRange(of: " #").map { row[..<$0.lowerBound] } ?? row
      let parts = plain.split(maxSplits: 1, whereSeparator: \.isWhitespace)
      guard let word = parts.first.map(String.init) else { continue }
      guard Self.words.contains(word) else { throw Fault(line: line, problem: .unknown(word, known: Self.words)) }
      if word != "skip", !seen.insert(word).inserted { throw Fault(line: line, problem: .twice(word)) }
      let value = parts.count > 1 ? parts[1].split(whereSeparator: \.isWhitespace).joined(separator: " ") : ""
      guard !value.isEmpty, take(word, value) else {
        throw Fault(line: line, problem: .value(rule: word, allowed: Self.allowed(word)))
      }
    }
    for (name, isThere) in [("account", !account.isEmpty), ("date", !date.isEmpty), ("amount", !amount.isEmpty)]
    where !isThere {
      throw Fault(line: 1, problem: .missing(name))
    }
  }

  private static let separators: [(word: String, byte: UInt8)] = [
    (",", 0x2C), (";", 0x3B), ("tab", 0x09), ("|", 0x7C),
  ]

  private static func allowed(_ word: String) -> String {
    switch word {
    case "kind": "cash"
    case "date": "COLUMN dmy | mdy | ymd"
    case "amount": "COLUMN, -COLUMN, A - B"
    case "decimal": "comma | dot"
    case "header": "1 … 40"
    case "delimiter": separators.map(\.word).joined(separator: " ")
    case "currency": "USD"
    case "skip": "where COLUMN = \"TEXT\" | ~ \"TEXT\" | empty"
    default: word == "encoding" ? "UTF-8 | GB18030 | windows-1252" : "NAME"
    }
  }

  /// - Returns: can the value be meant?
  private mutating func take(_ word: String, _ value: String) -> Bool {
    switch word {
    case "kind": return value == "cash"
    case "account": account = value
    case "currency":
      currency = Currency.code(value)
      return currency != nil
    case "header":
      header = Int(value)
      return header.map { (1...40).contains($0) } ?? false
    case "encoding": encoding = value
    case "delimiter":
      separator = Self.separators.first { $0.word == value.lowercased() }?.byte
      return separator != nil
    case "sheet": sheet = value
    case "decimal":
      mark = Mark(rawValue: value)
      return mark != nil
    case "date": takeDate(value)
    case "amount": amount = Self.terms(value)
    case "balance": balance = value
    case "text": text = value
    default:
      guard let condition = Self.condition(value) else { return false }
      skips.append(condition)
    }
    return true
  }

  private mutating func takeDate(_ value: String) {
    date = value
    for (ending, order) in [(" dmy", DayOrder.dayFirst), (" mdy", .monthFirst), (" ymd", nil)] as [(String, DayOrder?)]
    where value.hasSuffix(ending) {
      date = String(value.dropLast(ending.count))
      dayOrder = order
    }
  }

  /// `Haben - Soll`: what is paid in less what is paid out.
  private static func terms(_ value: String) -> [Term] {
    var terms: [Term] = []
    for (index, part) in value.split(separator: " - ").enumerated() {
      let isNegative = index > 0 || part.hasPrefix("-")
      let name = part.hasPrefix("-") ? part.dropFirst() : part
      terms.append(Term(column: name.split(separator: " ").joined(separator: " "), isNegative: isNegative))
    }
    return terms
  }

  /// `where Text ~ "opening"`
  private static func condition(_ value: String) -> Condition? {
    guard value.hasPrefix("where ") else { return nil }
    let rest = value.dropFirst(6)
    if rest.hasSuffix(" empty") { return Condition(column: String(rest.dropLast(6)), relation: .empty, value: "") }
    for relation in [Condition.Relation.equal, .contains] {
      guard let range = rest.firstRange(of: " \(relation.rawValue) ") else { continue }
      let quoted = rest[range.upperBound...]
      guard quoted.count > 1, quoted.first == "\"", quoted.last == "\"" else { return nil }
      return Condition(
        column: String(rest[..<range.lowerBound]), relation: relation, value: String(quoted.dropFirst().dropLast()))
    }
    return nil
  }
}

extension ImportRules {
  /// The format that the rules describe: it needs the columns that they name.
  var format: Format {
    var columns = [FormatColumn.needed("date", date)]
    for (index, term) in amount.enumerated() { columns.append(.needed("amount\(index)", term.column)) }
    if let balance { columns.append(.needed("balance", balance)) }
    if let text { columns.append(.needed("text", text)) }
    for (index, skip) in skips.enumerated() { columns.append(.needed("skip\(index)", skip.column)) }
    return Format(
      "rules", title: "Bank account, by your rules", platform: account, dayOrder: dayOrder, columns: columns,
      sums: [.sum, .closing]
    ) { [self] in CashByRules($0, self) }
  }
}

extension ImportOptions {
  /// With what the rules say of the file, where the user did not say it.
  package func following(_ rules: ImportRules) -> ImportOptions {
    var options = self
    options.rules = rules
    options.encoding = encoding ?? rules.encoding
    options.separator = separator ?? rules.separator
    options.sheet = sheet ?? rules.sheet
    options.mark = mark ?? rules.mark
    options.dayOrder = dayOrder ?? rules.dayOrder
    return options
  }
}

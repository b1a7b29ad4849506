import Language

extension Format {
  /// Trends › Interest over time › Download. Columns are the terms; only the first heading and the regions in brackets
  /// tell what it is.
  static let trends = Format(
    "trends", title: "Google Trends", platform: "google-trends",
    columns: [
      .needed(
        "time", "Week | Day | Month | Time", "周 | 日 | 天 | 月份 | 时间", "Woche | Tag | Monat | Zeit",
        "Semaine | Jour | Mois | Heure", "Semana | Día | Mes | Hora")
    ],
    sums: [.terms, .sum],
    recognises: TrendTerm.allName
  ) { Trends($0) }
}

/// `reading lamp: (United States)`
struct TrendTerm {
  let term: String
  /// nil where the heading names none.
  let region: String?

  /// Are all columns but the first terms with their region?
  @Sendable static func allName(_ header: [Heading]) -> Bool {
    let terms = header.dropFirst().filter { !$0.name.isEmpty }
    return !terms.isEmpty && terms.allSatisfy { TrendTerm($0.name).region != nil }
  }

  init(_ heading: String) {
    let plain = Heading.plain(heading)
    guard plain.hasSuffix(")"), let open = plain.lastIndex(of: "("),
      let colon = plain[..<open].lastIndex(of: ":"), plain[colon..<open].dropFirst().allSatisfy({ $0 == " " })
    else {
      (term, region) = (plain, nil)
      return
    }
    term = String(plain[..<colon])
    region = String(plain[plain.index(after: open)...].dropLast())
  }
}

private struct Trends: RowReader {
  private let time: Column
  private let terms: [(column: Column, term: TrendTerm)]
  private var rows: [Line] = []
  private var hasHours = false

  private struct Line {
    let line: Int
    let day: CalendarDate
    let hasHour: Bool
    /// nil where nothing is known.
    let values: [(amount: Amount, isBelowOne: Bool)?]
  }

  init(_ sheet: Sheet) {
    time = sheet.column("time")
    let place = time.place ?? 0
    terms = sheet.header.indices.filter { $0 != place && !sheet.header[$0].name.isEmpty }.map {
      (Column(place: $0, heading: sheet.header[$0].name, currency: nil), TrendTerm(sheet.header[$0].name))
    }
  }

  mutating func take(_ row: Row, _ harvest: inout Harvest) throws(RowFault) {
    let text = row.text(time)
    guard let (day, hasHour) = Self.day(text) else { throw .refuse(.badDate, text, column: time.heading) }
    var values: [(amount: Amount, isBelowOne: Bool)?] = []
    for (column, _) in terms {
      let quantity = try row.quantity(column)
      if let quantity, quantity.isBelow, quantity.low != Amount(millionths: Amount.perUnit / 2) {
        throw .refuse(.badNumber, row.text(column), column: column.heading)
      }
      values.append(quantity.map { ($0.low, $0.isBelow) })
    }
    if hasHour { hasHours = true }
    rows.append(Line(line: row.line, day: day, hasHour: hasHour, values: values))
  }

  /// `2027-03-01`, `2027-03-01T05` of hours, `2027-03` of months.
  private static func day(_ text: String) -> (CalendarDate, hasHour: Bool)? {
    let parts = text.split(separator: "-")
    if parts.count == 2, parts[0].utf8.count == 4, let year = Int(parts[0]), let month = Int(parts[1]) {
      return CalendarDate(year: year, month: month, day: 1).map { ($0, false) }
    }
    if let date = DateText(Array(text.utf8)[...]), date.isFixed, let day = date.dayFirst {
      return (day.day, day.seconds != nil)
    }
    guard let mark = text.firstIndex(of: "T"), text[mark...].dropFirst().prefix(2).allSatisfy(\.isNumber),
      let day = DateText(Array(text[..<mark].utf8)[...])?.dayFirst
    else { return nil }
    return (day.day, true)
  }

  mutating func finish(_ harvest: inout Harvest) throws(ImportFault) -> Assumptions? {
    var lines = rows.sorted { ($0.day, $0.line) < ($1.day, $1.line) }
    let step = step(of: lines)
    // The last week or day is not over yet; a month is told when it is.
    if step != .month, !hasHours, let last = lines.popLast() {
      harvest.used -= 1
      harvest.skipped.append(
        SkippedRow(line: last.line, reason: .partialPeriod, detail: last.day.description, column: ""))
    }
    harvest.add(terms.count, to: .terms, in: nil)
    for (place, (_, term)) in terms.enumerated() { write(term, place, lines, step, &harvest) }
    rows = []
    return nil
  }

  private enum Step: String {
    case day, week, month
    var days: String { self == .month ? "month" : self == .week ? "7" : "1" }
  }

  private func step(of lines: [Line]) -> Step {
    let gaps = zip(lines, lines.dropFirst()).map { $1.day.daysSinceEpoch - $0.day.daysSinceEpoch }
    guard let gap = gaps.filter({ $0 > 0 }).min() else { return .week }
    return gap >= 28 ? .month : gap >= 7 ? .week : .day
  }

  /// Hours of one day are averaged.
  private func write(_ term: TrendTerm, _ place: Int, _ lines: [Line], _ step: Step, _ harvest: inout Harvest) {
    var index = 0
    while index < lines.count {
      let day = lines[index].day
      var known: [(amount: Amount, isBelowOne: Bool)] = []
      while index < lines.count, lines[index].day == day {
        if let value = lines[index].values[place] { known.append(value) }
        index += 1
      }
      harvest.note(day: day)
      if step == .month { harvest.note(day: Self.lastDay(of: day)) }
      guard !known.isEmpty else { continue }
      let sum = known.reduce(Amount.zero) { $0 + $1.amount }
      let value = Amount(millionths: sum.millionths / Int128(known.count))
      harvest.add(value, to: .sum, in: nil)
      harvest.row(in: .trends) { row in
        row.text(term.term)
        row.text(term.region ?? "")
        row.plain(day.description)
        row.plain(step.days)
        row.number(value)
        row.plain(known.contains(where: \.isBelowOne) ? "yes" : "")
      }
    }
  }

  private static func lastDay(of day: CalendarDate) -> CalendarDate {
    CalendarDate(year: day.year, month: day.month, day: CalendarDate.daysIn(month: day.month, of: day.year)) ?? day
  }
}

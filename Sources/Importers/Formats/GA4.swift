import Language
import Tabular

extension Format {
  /// Traffic acquisition › Share › Download CSV. A file may hold several tables: that by channel tells the visits, that by
  /// day only when they came.
  static let ga4 = Format(
    "ga4", title: "Google Analytics", platform: "ga4",
    columns: [
      .needed(
        "channel", "Session primary channel group (Default Channel Group) | Session primary channel group", "",
        "Sitzung - Primäre Channelgruppe (Standard-Channelgruppe) | Sitzung - Primäre Channelgruppe"),
      .needed("sessions", "Sessions", "会话数", "Sitzungen", "Sessions", "Sesiones"),
      .known("date", "Date", "日期", "Datum", "Date", "Fecha"),
      .known("orders", "Key events | Conversions | Ecommerce purchases"),
    ],
    sums: [.sessions, .paidSessions, .naturalSessions, .claimedOrders]
  ) { GA4($0) }
}

private struct GA4: RowReader {
  private let channel, sessions, date, orders: Column
  private let property: String
  private var start, end: CalendarDate?
  private let dayHeadings: Set<String> = ["nth day", "tag n", "第 n 天", "nième jour", "día n", "date", "datum"]
  /// By channel, in their order.
  private var sums: [(channel: String, sessions: Int, orders: Amount?)] = []
  private var days: [(day: CalendarDate, sessions: Int)] = []
  private var dated: [VisitEntry] = []
  private var isByDay = false

  init(_ sheet: Sheet) {
    channel = sheet.column("channel")
    sessions = sheet.column("sessions")
    date = sheet.column("date")
    orders = sheet.column("orders")
    property = sheet.options.owner ?? "ga4"
    for line in sheet.above { note(line.joined(separator: ",")) }
  }

  /// `# Start date: 20270401`
  private mutating func note(_ line: String) {
    guard line.hasPrefix("#"), let colon = line.lastIndex(of: ":") else { return }
    let digits = line[line.index(after: colon)...].filter(\.isNumber)
    guard digits.utf8.count == 8, let day = DateText(Array(digits.utf8)[...])?.dayFirst?.day else { return }
    if start == nil { start = day } else if day != start || end == nil { end = day }
  }

  var takesRowsOfAnyWidth: Bool { true }

  /// Remarks between tables, and the header of a table by day.
  mutating func passesOver(_ row: Row) -> Bool {
    let first = row.record.text(0)
    if first.hasPrefix("#") {
      note(first)
      return true
    }
    guard dayHeadings.contains(Heading.plain(first)) else { return false }
    isByDay = true
    return true
  }

  mutating func take(_ row: Row, _ harvest: inout Harvest) throws(RowFault) {
    if isByDay { return try takeDay(row) }
    let name = row.text(channel)
    guard let count = try row.count(sessions) else { throw .skip(.noValues, name) }
    guard !name.isEmpty else {
      harvest.platformTotals.set(Amount(count), .sessions)
      throw .skip(.total)
    }
    let day = try row.moment(date)?.day
    let claimed = try row.amount(orders)
    let isPaid = Self.isPaid(name)
    harvest.add(count, to: .sessions, in: nil)
    harvest.add(count, to: isPaid ? .paidSessions : .naturalSessions, in: nil)
    harvest.add(claimed, to: .claimedOrders, in: nil)
    guard let day else {
      sums.append((name, count, claimed))
      return
    }
    dated.append(
      VisitEntry(
        property: property, day: day, channel: name, sessions: count, isPaid: isPaid, claimedOrders: claimed))
  }

  /// `0000,600` of the days since the first, or `20270501,600`.
  private func day(_ text: String) -> CalendarDate? {
    if text.utf8.count == 8 { return DateText(Array(text.utf8)[...])?.dayFirst?.day }
    guard text.utf8.count <= 5, let offset = Int(text), offset >= 0 else { return nil }
    return start?.adding(days: offset)
  }

  private mutating func takeDay(_ row: Row) throws(RowFault) {
    let text = String(decoding: row.record[0].withoutBlanks, as: UTF8.self)
    guard let day = day(text) else { throw .refuse(.badDate, text, column: date.heading) }
    let cell = row.record[1].withoutBlanks
    guard let number = row.conventions.number(cell, line: row.line)??.amount, !number.isNegative,
      number.millionths % Amount.perUnit == 0, number <= .limit
    else { throw .refuse(.badNumber, Row.shown(cell), column: sessions.heading) }
    days.append((day, Int(number.millionths / Amount.perUnit)))
  }

  private static let paidWords = ["paid", "display", "cross-network", "bezahlt", "付费", "payant", "de pago", "shopping"]
  private static let naturalWords = ["organic", "organisch", "自然", "naturel", "orgánic"]

  /// By the names of the default channel group.
  private static func isPaid(_ channel: String) -> Bool {
    let plain = Heading.plain(channel)
    return paidWords.contains { plain.contains($0) } && !naturalWords.contains { plain.contains($0) }
  }

  mutating func finish(_ harvest: inout Harvest) throws(ImportFault) -> Assumptions? {
    var visits = dated
    if !sums.isEmpty {
      if let start, let end, days.isEmpty, start == end { days = [(start, 1)] }
      if days.isEmpty {
        // A span without its days says nothing of any of them.
        if let start, let end {
          harvest.note(day: start)
          harvest.note(day: end)
        }
        harvest.note(.severalDays(sums.count))
      }
      visits += split()
    }
    for visit in visits { visit.write(source: "ga4", &harvest) }
    (sums, days, dated) = ([], [], [])
    return nil
  }

  /// The visits of each channel over the days, so that both sums hold: cumulated in both directions, and rounded there.
  private func split() -> [VisitEntry] {
    let days = days.sorted { $0.day < $1.day }
    let all = days.reduce(0) { $0 + $1.sessions }
    guard all > 0 else { return [] }
    var visits: [VisitEntry] = []
    var (before, rows) = (0, 0)
    for (channel, sessions, orders) in sums {
      var past = 0
      var claimed = orders
      for (day, count) in days {
        func share(_ sessions: Int, _ part: Int) -> Int {
          let product = Int128(sessions) * Int128(part)
          return Int(clamping: product / Int128(all))
        }
        let cell =
          share(before + sessions, past + count) - share(before, past + count) - share(before + sessions, past)
          + share(before, past)
        past += count
        rows += 1
        visits.append(
          VisitEntry(
            property: property, day: day, channel: channel, sessions: max(0, cell), isPaid: Self.isPaid(channel),
            claimedOrders: claimed))
        // What is claimed for the whole span stands with its first day.
        claimed = nil
      }
      before += sessions
    }
    return visits
  }
}

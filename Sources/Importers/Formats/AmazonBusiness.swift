import Language

extension Format {
  /// Reports › Business Reports, by date or by product: who came, and what they ordered.
  static let amazonBusiness = Format(
    "amazon-business", title: "Amazon business report", platform: "amazon",
    columns: [
      .needed("units", "Units Ordered"), .needed("sales", "Ordered Product Sales"),
      .known("sessions", "Sessions - Total | Sessions"), .known("mobile", "Sessions - Mobile App"),
      .known("browser", "Sessions - Browser"), .known("date", "Date"), .known("id", "(Child) ASIN | (Parent) ASIN"),
    ],
    sums: [.sessions, .units, .sales],
    recognises: hasSessions
  ) { AmazonBusiness($0) }
}

extension Format {
  @Sendable fileprivate static func hasSessions(_ header: [Heading]) -> Bool {
    header.contains { $0.name.hasPrefix("sessions") }
  }
}

private struct AmazonBusiness: RowReader {
  private let units, sales, sessions, mobile, browser, date: Column
  private let options: ImportOptions
  private let property: String
  private var days: [CalendarDate: (sessions: Int, units: Int)] = [:]
  private var undated = 0

  init(_ sheet: Sheet) {
    units = sheet.column("units")
    sales = sheet.column("sales")
    sessions = sheet.column("sessions")
    mobile = sheet.column("mobile")
    browser = sheet.column("browser")
    date = sheet.column("date")
    options = sheet.options
    property = sheet.options.owner ?? sheet.match.format.platform
  }

  mutating func take(_ row: Row, _ harvest: inout Harvest) throws(RowFault) {
    if row.begins(with: ["total"]) { throw .skip(.total) }
    let ordered = try row.count(units)
    let earned = try row.money(sales)
    var came = try row.count(sessions)
    if came == nil {
      let (app, web) = (try row.count(mobile), try row.count(browser))
      if app != nil || web != nil { came = (app ?? 0) + (web ?? 0) }
    }
    guard ordered != nil || came != nil else { throw .skip(.noValues) }
    let day = try row.moment(date)?.day
    let money = earned?.currency ?? options.currency
    if money == nil { harvest.note(.currency) }
    harvest.add(came.map { Amount($0) }, to: .sessions, in: money)
    harvest.add(ordered.map { Amount($0) }, to: .units, in: money)
    harvest.add(earned?.amount, to: .sales, in: money)
    guard let day else {
      undated += 1
      return
    }
    harvest.note(day: day)
    // Rows of several products on one day add up.
    let known = days[day] ?? (0, 0)
    days[day] = (known.sessions + (came ?? 0), known.units + (ordered ?? 0))
  }

  mutating func finish(_ harvest: inout Harvest) throws(ImportFault) -> Assumptions? {
    if undated > 0 { harvest.note(.severalDays(undated)) }
    for (day, sums) in days.sorted(by: { $0.key < $1.key }) {
      VisitEntry(
        property: property, day: day, channel: "amazon", sessions: sums.sessions, isPaid: false,
        claimedOrders: Amount(sums.units)
      ).write(source: "amazon-business", &harvest)
    }
    days = [:]
    return nil
  }
}

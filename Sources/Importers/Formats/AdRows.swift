import Language

/// What a row of an ad platform says of a campaign in a day or a span of days.
struct AdRow {
  var from: Moment
  var to: Moment
  var campaign = ""
  var group = ""
  /// nil where the cell is empty, which is not 0.
  var spend: Amount?
  var impressions: Int?
  var clicks: Int?
  var allClicks: Int?
  var claimedOrders: Amount?
  var claimedValue: Amount?
  var currency: String?
}

/// The rows of an ad table, those of one campaign and day added up: platforms cut days by age, place or device.
struct AdRows {
  private struct Key: Hashable, Comparable {
    let from, to: CalendarDate
    let campaign, group: String

    static func < (a: Key, b: Key) -> Bool {
      (a.from, a.to, a.campaign, a.group) < (b.from, b.to, b.campaign, b.group)
    }
  }

  private let platform: String
  private let source: String
  private var rows: [Key: AdRow] = [:]
  private var spans = 0

  init(_ sheet: Sheet) {
    platform = sheet.options.owner ?? sheet.match.format.platform
    source = sheet.match.format.name
  }

  mutating func take(_ row: AdRow, _ harvest: inout Harvest) {
    harvest.note(day: row.from.day)
    harvest.note(day: row.to.day)
    if row.currency == nil { harvest.note(.currency) }
    if row.from.day != row.to.day { spans += 1 }
    let money = row.currency
    harvest.add(row.spend, to: .spend, in: money)
    harvest.add(row.impressions.map { Amount($0) }, to: .impressions, in: money)
    harvest.add(row.clicks.map { Amount($0) }, to: .clicks, in: money)
    harvest.add(row.allClicks.map { Amount($0) }, to: .allClicks, in: money)
    harvest.add(row.claimedOrders, to: .claimedOrders, in: money)
    harvest.add(row.claimedValue, to: .claimedValue, in: money)
    let key = Key(from: row.from.day, to: row.to.day, campaign: row.campaign, group: row.group)
    guard var known = rows[key] else {
      rows[key] = row
      return
    }
    known.spend = Self.sum(known.spend, row.spend)
    known.impressions = Self.sum(known.impressions, row.impressions)
    known.clicks = Self.sum(known.clicks, row.clicks)
    known.allClicks = Self.sum(known.allClicks, row.allClicks)
    known.claimedOrders = Self.sum(known.claimedOrders, row.claimedOrders)
    known.claimedValue = Self.sum(known.claimedValue, row.claimedValue)
    rows[key] = known
  }

  private static func sum(_ a: Int?, _ b: Int?) -> Int? { a == nil ? b : a.map { $0 + (b ?? 0) } }
  private static func sum(_ a: Amount?, _ b: Amount?) -> Amount? { a == nil ? b : a.map { $0 + (b ?? .zero) } }

  mutating func finish(_ harvest: inout Harvest) {
    if spans > 0 { harvest.note(.severalDays(spans)) }
    for (key, ad) in rows.sorted(by: { $0.key < $1.key }) {
      let (platform, source) = (platform, source)
      harvest.row(in: .adDays) { row in
        row.text(platform)
        row.plain(key.from.description)
        row.text(key.campaign)
        row.text(key.group)
        row.plain("")
        row.plain(key.to.description)
        row.amount(ad.spend)
        row.count(ad.impressions)
        row.count(ad.clicks)
        row.count(ad.allClicks)
        row.number(ad.claimedOrders)
        row.amount(ad.claimedValue)
        row.plain(ad.currency ?? "")
        row.plain(source)
      }
    }
    rows = [:]
  }
}

/// The columns of an ad table, the same for each platform.
struct AdColumns {
  let day, from, to, campaign, group, spend, impressions, clicks, allClicks, orders, value, currency: Column

  init(_ sheet: Sheet) {
    day = sheet.column("day")
    from = sheet.column("from")
    to = sheet.column("to")
    campaign = sheet.column("campaign")
    group = sheet.column("group")
    spend = sheet.column("spend")
    impressions = sheet.column("impressions")
    clicks = sheet.column("clicks")
    allClicks = sheet.column("allClicks")
    orders = sheet.column("orders")
    value = sheet.column("value")
    currency = sheet.column("currency")
  }

  func row(_ row: Row, _ options: ImportOptions, period: ClosedRange<CalendarDate>? = nil) throws(RowFault) -> AdRow {
    let (first, last): (Moment, Moment)
    if let moment = try row.moment(day) {
      (first, last) = (moment, moment)
    } else if let moment = try row.moment(from) {
      (first, last) = (moment, try row.moment(to) ?? moment)
    } else if let period {
      (first, last) = (Moment(period.lowerBound), Moment(period.upperBound))
    } else {
      throw .refuse(.badDate, "", column: day.heading)
    }
    let spent = try row.money(spend)
    var ad = AdRow(from: first, to: last, spend: spent?.amount)
    ad.campaign = row.text(campaign)
    ad.group = row.text(group)
    ad.impressions = try row.count(impressions)
    ad.clicks = try row.count(clicks)
    ad.allClicks = try row.count(allClicks)
    ad.claimedOrders = try row.amount(orders)
    ad.claimedValue = try row.amount(value)
    ad.currency = row.currency(currency) ?? spent?.currency ?? options.currency
    return ad
  }

  /// The sums of a row of totals. What is no number there is no sum.
  func totals(_ row: Row, _ harvest: inout Harvest) {
    let sums: [(TotalName, Column)] = [
      (.spend, spend), (.impressions, impressions), (.clicks, clicks), (.allClicks, allClicks),
      (.claimedOrders, orders), (.claimedValue, value),
    ]
    for (name, column) in sums {
      if let amount = try? row.amount(column) { harvest.platformTotals.set(amount, name) }
    }
  }
}

import Importers
import Language
import Reports

/// What an import has read, beside what the platforms say themselves.
struct ImportReport {
  struct File {
    let name: String
    let sha256: String
    let harvest: Harvest
  }

  let files: [File]
  let folder: String
  /// What became of each table; none in a trial.
  let merged: [(kind: TableKind, count: MergeCount)]?
  let glyphs: Surface.Glyphs

  private var format: NumberFormat { NumberFormat(glyphs: glyphs) }
  private var identities: [Identity] { Identity.all(of: files.map(\.harvest)) }

  var document: Document {
    var blocks: [Block] = [.table(fileTable)]
    let remarks = files.flatMap { self.remarks(on: $0) }
    if !remarks.isEmpty { blocks += [.blank] + remarks }
    for currency in currencies {
      guard let table = totals(in: currency) else { continue }
      blocks += [.blank, .table(table)]
    }
    blocks += warnings + [.blank, .paragraph([.strong(conclusion)])]
    return Document(blocks)
  }

  /// Those that money is in; the empty one last, for what does not say.
  private var currencies: [String] {
    let all = Set(files.flatMap { $0.harvest.totals.keys })
    return all.filter { !$0.isEmpty }.sorted() + all.filter(\.isEmpty)
  }

  private var fileTable: Table {
    let hasRefused = files.contains { !$0.harvest.refused.isEmpty }
    return Table(
      columns: [
        Table.Column(say("File"), key: "file", .text), Table.Column(say("Kind"), key: "kind", .text),
        Table.Column(say("Rows"), key: "rows", .number(.count)),
        Table.Column(say("Used"), key: "used", .number(.count)),
        Table.Column(say("Skipped"), key: "skipped", .number(.count)),
      ] + (hasRefused ? [Table.Column(say("With errors"), key: "refused", .number(.count))] : []) + [
        Table.Column(say("Period"), key: "period", .text)
      ],
      rows: files.map { file in
        let harvest = file.harvest
        let counts = [harvest.read, harvest.used, harvest.skipped.count]
        return Table.Row(
          [.text(file.name), .text(harvest.format.title.said)] + counts.map { .number(Double($0)) }
            + (hasRefused ? [.number(Double(harvest.refused.count))] : []) + [.text(period(of: harvest))])
      })
  }

  private func period(of harvest: Harvest) -> String {
    guard let period = harvest.period else { return "" }
    return say("\(period.lowerBound.description) to \(period.upperBound.description)")
  }

  private func text(of amount: Amount, _ name: TotalName) -> String {
    format.text(amount.approximate, name.isCount ? .number : .cents)
  }

  // MARK: Rows that do not count

  /// So many are told line by line.
  private static let mostLines = 4

  private func remarks(on file: File) -> [Block] {
    var blocks: [Block] = []
    for reason in SkipReason.allCases {
      let rows = file.harvest.skipped.filter { $0.reason == reason }
      guard let first = rows.first else { continue }
      let lines = rows.prefix(Self.mostLines).map { "\($0.line)\($0.detail.isEmpty ? "" : " (\($0.detail))")" }
        .joined(separator: ", ")
      let text =
        rows.count <= Self.mostLines
        ? say("Skipped in \(file.name), line no. \(lines): \(reason.words).")
        : say(
          "Skipped in \(file.name): \(format.count(rows.count)) rows, the first on line \(first.line): \(reason.words)."
        )
      blocks.append(.paragraph([.dim(text.escapedForDisplay)]))
    }
    for row in file.harvest.refused {
      let text = say("Left out in \(file.name), line \(row.line), because of an error: \(row.words).")
      blocks.append(.paragraph([.bad(text.escapedForDisplay)]))
    }
    for note in file.harvest.notes where !note.isWarning {
      blocks.append(.paragraph([.dim(say("\(file.name): \(note.words).").escapedForDisplay)]))
    }
    for gap in file.harvest.gaps {
      blocks.append(.paragraph([.dim(say("Not in \(file.name): \(gap.words).").escapedForDisplay)]))
    }
    return blocks
  }

  private var warnings: [Block] {
    var texts = files.flatMap { file in
      file.harvest.notes.filter(\.isWarning).map { say("\(file.name): \($0.words).") }
    }
    for file in files {
      for (name, stated) in file.harvest.platformTotals.all {
        let here = file.harvest.totals.values.reduce(Amount.zero) { $0 + ($1[name] ?? .zero) }
        guard here != stated else { continue }
        let (sum, total) = (text(of: here, name), text(of: stated, name))
        texts.append(
          say("\(file.name): the rows add up to \(sum), but the file's own total (\(name.title)) is \(total)."))
      }
    }
    for identity in identities where identity.difference != .zero {
      let difference = format.money(identity.difference.approximate, cents: true)
      texts.append(
        say(
          "\(identity.platformTitle): the sum of the figures above differs from the payouts by \(difference) \(identity.currency); these files do not say why."
        )
      )
    }
    return texts.map { .paragraph([.bad($0.escapedForDisplay)]) }
  }

  // MARK: Sums

  private func totals(in currency: String) -> Table? {
    var rows: [Table.Row] = []
    for file in files { rows += otherRows(of: file.harvest, currency) }
    for identity in identities where identity.currency == currency { rows += self.rows(of: identity) }
    for file in files
    where file.harvest.holdsPayouts && !identities.contains(where: { $0.platform == file.harvest.format.platform }) {
      for name in [TotalName.paid, .scheduled, .inTransit, .reserved, .released] {
        if let amount = file.harvest.totals[currency]?[name] { rows.append(row(name.title, amount, "")) }
      }
    }
    guard !rows.isEmpty else { return nil }
    let title = currency.isEmpty ? say("Without currency") : currency
    return Table(
      columns: [
        Table.Column(title, key: "figure", .text), Table.Column(say("Computed"), key: "here", .number(.cents)),
        Table.Column(say("Compare with"), key: "compare", .text),
      ], rows: rows)
  }

  private func row(
    _ title: String, _ amount: Amount, _ compare: String, _ emphasis: Table.Row.Emphasis = .none, isCount: Bool = false
  ) -> Table.Row {
    Table.Row(
      [.text(title), .number(amount.approximate), .text(compare.escapedForDisplay)], emphasis,
      style: isCount ? .number : nil)
  }

  /// Of orders, ads and costs: what is no processor's book.
  private func otherRows(of harvest: Harvest, _ currency: String) -> [Table.Row] {
    guard let totals = harvest.totals[currency], !harvest.holdsBooks, !harvest.holdsPayouts else { return [] }
    return harvest.format.sums.compactMap { name in
      totals[name].map { amount in
        row(title(of: name, harvest), amount, compare(name, harvest), isCount: name.isCount)
      }
    }
  }

  private func title(of name: TotalName, _ harvest: Harvest) -> String {
    name == .spend ? say("\(harvest.format.title.said): spent") : name.title
  }

  /// The platform's own sum, or where to find it.
  private func compare(_ name: TotalName, _ harvest: Harvest) -> String {
    if let stated = harvest.platformTotals[name] {
      return say("the file's own total says \(text(of: stated, name))")
    }
    if let screen = harvest.format.screens[name] { return screen.said }
    let isClaim = name == .claimedOrders || name == .claimedValue
    return isClaim ? say("the platform's claim; the store's file has the real number") : ""
  }

  private func rows(of identity: Identity) -> [Table.Row] {
    var rows: [Table.Row] = []
    func add(_ title: String, _ amount: Amount, _ note: String = "", always: Bool = false) {
      if always || amount != .zero { rows.append(row(title, amount, note)) }
    }
    let name = identity.platformTitle
    add(say("\(name): sales"), identity.sales, always: true)
    add(say("Refunds"), -identity.refunds)
    add(say("Chargebacks"), -identity.chargebacks)
    add(say("Fees"), -identity.fees)
    add(say("Ads"), -identity.ads)
    add(
      say("Reserve"), -identity.reserves, identity.reserves.isNegative ? "" : say("held back, minus what was released"))
    add(say("Other"), identity.other)
    add(say("Not paid out yet"), -identity.open)
    let note =
      identity.payoutFile.map { say("the payouts file says \($0.text())") }
      ?? (identity.statesPayouts ? "" : say("sum of the lines above; import the payouts file to check it"))
    rows.append(row(say("Payouts"), identity.payouts, note, .total))
    return rows
  }

  // MARK: What was kept

  private var conclusion: String {
    guard let merged else { return say("Dry run: nothing was written.") }
    let added = merged.reduce(0) { $0 + $1.count.added }
    let changed = merged.reduce(0) { $0 + $1.count.changed }
    if added + changed == 0 {
      return say("Everything in these files was already in \(folder), so nothing has changed.")
    }
    var text = say("New rows kept in \(folder): \(format.count(added)).")
    if let ads = merged.first(where: { $0.kind == .adDays })?.count, ads.changed > 0 {
      text +=
        " "
        + say(
          "Days with corrected ad data: \(format.count(ads.changed)); this changes ad spend by \(signed(ads.restatedSpend))."
        )
    }
    let others = merged.filter { $0.kind != .adDays }.reduce(0) { $0 + $1.count.changed }
    if others > 0 { text += " " + say("Rows brought up to date: \(format.count(others)).") }
    return text
  }

  private func signed(_ amount: Amount) -> String { (amount.isNegative ? "" : "+") + amount.text() }
}

extension TotalName {
  /// For a table on the screen.
  var title: String {
    switch self {
    case .orders: say("Orders")
    case .lines: say("Order lines")
    case .units: say("Units")
    case .subtotal: say("Goods")
    case .shipping: say("Shipping")
    case .tax: say("Taxes")
    case .total: say("Sales, tax and shipping")
    case .refunded: say("Refunded")
    case .repeatCustomers: say("Returning customers")
    case .sales: say("Sales")
    case .refunds: say("Refunds")
    case .chargebacks: say("Chargebacks")
    case .fees: say("Fees")
    case .ads, .spend: say("Ads")
    case .adjustments: say("Adjustments")
    case .ownPurchases: say("Your own payments")
    case .reserved: say("Held back")
    case .released: say("Released")
    case .payouts: say("Payouts")
    case .paid: say("Paid")
    case .net: say("Net")
    case .pending, .open: say("Not paid out yet")
    case .scheduled: say("Scheduled")
    case .inTransit: say("On its way")
    case .impressions: say("Impressions")
    case .clicks: say("Clicks")
    case .allClicks: say("All clicks")
    case .claimedOrders: say("Claimed orders")
    case .claimedValue: say("Claimed sales")
    case .sum: say("Sum of all rows")
    case .closing: say("Balance at the end")
    case .goods: say("Goods")
    case .duty: say("Duty")
    case .recovered: say("Paid back by suppliers")
    case .delivered: say("Delivered")
    case .refundsCount: say("Orders refunded")
    case .grossProfit: say("Gross profit, according to the file")
    case .sessions: say("Visits")
    case .paidSessions: say("Visits from ads")
    case .naturalSessions: say("Visits without ads")
    case .terms: say("Search terms")
    case .searches: say("Searches a month")
    case .searchesLow: say("Searches a month, at least")
    case .searchesHigh: say("Searches a month, at most")
    case .withBids: say("Keywords with bids")
    case .withCPC: say("Keywords with a click price")
    case .products: say("Products")
    case .unitsMonth: say("Units sold a month")
    case .revenueMonth: say("Sales a month")
    case .medianReviews: say("Reviews, median")
    }
  }
}

extension Identity {
  /// The processor as people write it.
  fileprivate var platformTitle: String {
    switch platform {
    case "paypal": "PayPal"
    case "ebay": "eBay"
    case "tiktok-shop": "TikTok Shop"
    default: platform.prefix(1).uppercased() + platform.dropFirst()
    }
  }
}

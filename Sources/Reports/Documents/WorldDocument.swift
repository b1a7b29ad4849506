package import Analysis
import Language
import Scenarios
import Simulation

/// How one world is told: how it ended, what its cash went to, what happened, and the days.
package struct WorldPage {
  private let story: WorldStory
  private let title: String
  private let glyphs: Surface.Glyphs

  /// - Parameter title: which world of which run.
  package init(_ story: WorldStory, title: String, glyphs: Surface.Glyphs) {
    self.story = story
    self.title = title
    self.glyphs = glyphs
  }

  /// - Parameter showsAllDays: else only those that led to the lowest cash.
  package func document(showsAllDays: Bool) -> Document {
    var blocks: [Block] = [.paragraph([.dim(title)]), .blank, .facts(ends), .blank]
    blocks += [.paragraph([.dim(say("How cash fell to its lowest point"))]), .table(bridge), .blank]
    if !story.happenings.isEmpty {
      blocks += [.paragraph([.dim(say("What happened"))]), .table(happenings), .blank]
    }
    let first = showsAllDays ? 0 : max(0, story.lowestDay - Self.shownDays + 1)
    let last = showsAllDays ? story.replay.days.count - 1 : story.lowestDay
    let heading =
      showsAllDays ? say("Day by day") : say("The days that led to the lowest cash; to see every day, add --all")
    blocks += [.paragraph([.dim(heading)]), .table(days(first...last))]
    return Document(blocks)
  }

  private static let shownDays = 14

  // MARK: Words

  /// Outside the engine day 1 is the first day.
  private func dayWords(_ day: Int) -> String { say("day \(day + 1), \(story.scenario.date(ofDay: day))") }

  private func money(_ amount: Double) -> String {
    "\(NumberFormat(glyphs: glyphs).money(amount)) \(story.scenario.currency)"
  }

  private var ends: [Fact] {
    let days = story.replay.days
    let last = days.count - 1
    var facts: [Fact] = []
    if let day = story.replay.ruinDay {
      facts.append(Fact(say("Out of money"), [.bad(say("on \(dayWords(day))"))], note: story.replay.ruinCause.words))
    } else {
      facts.append(Fact(say("Out of money"), [.strong(say("never"))]))
    }
    if let day = story.replay.quitDay {
      facts.append(Fact(say("Closed by your rule"), [.strong(say("on \(dayWords(day))"))]))
    }
    let low = story.lowestDay
    facts.append(Fact(say("Lowest cash"), [.strong(money(days[low].cash))], note: say("on \(dayWords(low))")))
    facts.append(Fact(say("Final cash"), [.strong(money(days[last].cash))], note: say("on \(dayWords(last))")))
    return facts
  }

  private var bridge: Table {
    let rows = story.effects(until: story.lowestDay).map { metric, effect in
      Table.Row([.text(metric.row.title.said), .number(effect)])
    }
    return Table(
      columns: [Table.Column(story.scenario.currency, .text), Table.Column(say("Cash"), .number(.money))],
      rows: [Table.Row([.text(say("Cash at the start")), .number(story.start)])] + rows
        + [
          Table.Row(
            [.text(say("Cash on day \(story.lowestDay + 1)")), .number(story.replay.days[story.lowestDay].cash)], .total
          )
        ])
  }

  var happenings: Table {
    let words = HappeningWords(currency: story.scenario.currency, glyphs)
    return Table(
      columns: [
        Table.Column(say("Day"), .number(.count)), Table.Column(say("Date"), .text), Table.Column(say("What"), .text),
      ],
      rows: story.happenings.map { happening in
        let first = happening.days.lowerBound
        return Table.Row([
          .number(Double(first + 1)), .text(story.scenario.date(ofDay: first).description),
          .text(words.text(happening)),
        ])
      })
  }

  private func days(_ shown: ClosedRange<Int>) -> Table {
    let columns: [(title: String, short: String, metrics: [Metric])] = [
      (say("Payouts"), say("In"), [.payouts, .released]), (say("Suppliers"), say("Suppl."), [.supplierPayments]),
      (say("Ads"), say("Ads"), [.adPayments]), (say("Fixed"), say("Fixed"), [.fixedPayments]),
      (say("Other"), say("Other"), [.refundPayments, .taxPayments, .otherPayments, .ownerDraws]),
    ]
    let lenders = story.scenario.borrows ? [Table.Column(say("Lenders"), .number(.money))] : []
    return Table(
      columns: [Table.Column(say("Day"), .number(.count)), Table.Column(say("Date"), .text)]
        + [Table.Column(say("Orders"), short: say("Ord."), .number(.count))]
        + columns.map { Table.Column($0.title, short: $0.short, .number(.money)) } + lenders
        + [Table.Column(say("Cash"), .number(.money))],
      rows: story.replay.days[shown].map { day in
        let sums = columns.map { column in column.metrics.reduce(0) { $0 + (day.amounts[$1] ?? 0) } }
        return Table.Row(
          [.number(Double(day.day + 1)), .text(story.scenario.date(ofDay: day.day).description)]
            + ([day.amounts[.orders] ?? 0] + sums + (lenders.isEmpty ? [] : [lent(day)]) + [day.cash]).map {
              .number($0)
            })
      })
  }

  /// What lenders have brought today; less than nothing where they were paid.
  private func lent(_ day: WorldDay) -> Double { (day.amounts[.borrowed] ?? 0) - (day.amounts[.repaid] ?? 0) }

  // MARK: Data

  /// Every posting: its day (1 is the first), account, amount and cause. Amounts are as in the statements: payments out
  /// are positive.
  package var postings: Table {
    let keys = ["day", "date", "account"]
    return Table(
      columns: keys.map { Table.Column($0, $0 == "day" ? .number(.number) : .text) }
        + [Table.Column("amount", .number(.number)), Table.Column("cause", .text)],
      rows: story.replay.days.flatMap { day in
        WorldStory.accounts.flatMap { account in parts(of: account.metric, day) }.map { metric, amount, cause in
          Table.Row([
            .number(Double(day.day + 1)), .text(story.scenario.date(ofDay: day.day).description), .text(metric.name),
            .number(amount), .text(cause),
          ])
        }
      })
  }

  /// One posting an account and day; ads, fixed costs and lenders have one for each of them.
  private func parts(of metric: Metric, _ day: WorldDay) -> [(metric: Metric, amount: Double, cause: String)] {
    switch metric {
    case .borrowed: return day.debts.filter { $0.came != 0 && !$0.isCard }.map { (metric, $0.came, $0.name) }
    case .repaid: return day.debts.filter { $0.paid != 0 }.map { (metric, $0.paid, $0.name) }
    default: break
    }
    let parts = metric == .adPayments ? adPayments(day) : metric == .fixedPayments ? named(day.fixedParts) : []
    if !parts.isEmpty { return parts.map { (metric, $0.amount, $0.name) } }
    return day.amounts[metric].map { [(metric, $0, String(metric.row.doc.dropLast()))] } ?? []
  }

  private func named(_ parts: [WorldDay.Part]) -> [(name: String, amount: Double)] {
    parts.map { ($0.name, $0.amount) }
  }

  /// What channels and ad accounts were paid from cash.
  private func adPayments(_ day: WorldDay) -> [(name: String, amount: Double)] {
    let accounts = day.adAccounts.filter { $0.paid != $0.onCard }.map { ($0.name, $0.paid - $0.onCard) }
    return named(day.adParts.filter { $0.account == nil }) + accounts
  }

  /// What happened, in the order of its days.
  /// Each kind of happening has members of its own.
  static let happeningsShape = JSONShape.array(
    .named(
      "happening",
      [
        "kind": .string, "first_day": .integer, "last_day": .integer, "supplier?": .string,
        "known_on?": .either([.integer, .null]), "product?": .string, "candidate?": .integer, "rule?": .string,
        "event?": .string, "most?": .number, "cause?": .string, "lender?": .string, "account?": .string,
      ]))

  static func json(of story: WorldStory) -> JSON {
    .array(
      story.happenings.map { happening in
        let (kind, what) = words(happening.kind)
        return .object(
          [
            JSON.Member("kind", .string(kind)), JSON.Member("first_day", .integer(happening.days.lowerBound + 1)),
            JSON.Member("last_day", .integer(happening.days.upperBound + 1)),
          ] + what)
      })
  }

  private static func words(_ kind: WorldStory.Happening.Kind) -> (kind: String, what: [JSON.Member]) {
    switch kind {
    case .shut(let supplier, let failed, let known):
      let day: JSON = known.map { .integer($0 + 1) } ?? .null
      return (
        failed ? "failure" : "closure",
        [JSON.Member("supplier", .string(supplier)), JSON.Member("known_on", day)]
      )
    case .soldOut(let product, let supplier):
      return ("sold_out", [JSON.Member("product", .string(product)), JSON.Member("supplier", .string(supplier))])
    case .trial(let step, let candidate):
      return ("candidate_\(step.rawValue)", [JSON.Member("candidate", .integer(candidate + 1))])
    case .rule(let text): return ("rule", [JSON.Member("rule", .string(text))])
    case .event(let name): return ("event", [JSON.Member("event", .string(name))])
    case .paidBack(let lender): return ("paid_back", [JSON.Member("lender", .string(lender))])
    case .adsStopped(let account): return ("ads_stopped", [JSON.Member("account", .string(account))])
    case .balanceLost(let account, let amount):
      return ("balance_lost", [JSON.Member("account", .string(account)), JSON.Member("most", .number(amount))])
    case .hold(let most): return ("hold", [JSON.Member("most", .number(most))])
    case .ruined(let cause): return ("out_of_money", [JSON.Member("cause", .string("\(cause)"))])
    case .quit: return ("closed_by_rule", [])
    }
  }

  /// Which world of which run it is.
  static let runShape: JSONShape = [
    "dropcast": .integer, "scenario": .string, "strategy": .string, "seed": .seed, "paths": .integer, "world": .integer,
    "start": .string,
  ]

  package static let shape: JSONShape = {
    let days = JSONShape.array([
      "day": .integer, "date": .string, "cash": .number, "orders": .number, "shut": .array(.string),
      "fired": .array(.string),
    ])
    let (day, place) = (
      JSONShape.either([.integer, .null]),
      JSONShape.rows(texts: ["date", "account", "cause"], numbers: ["day", "amount"])
    )
    return runShape + [
      "ruin_day": day, "quit_day": day, "lowest_day": .integer, "start_cash": .number, "happenings": happeningsShape,
      "days": days, "postings": place,
    ]
  }()

  /// - Parameter run: the members that say which world of which run it is.
  package func json(_ run: [JSON.Member]) -> JSON {
    let replay = story.replay
    let names = story.scenario.suppliers.entries.map(\.name)
    let days = replay.days.map { day -> JSON in
      [
        "day": .integer(day.day + 1), "date": .string(story.scenario.date(ofDay: day.day).description),
        "cash": .number(day.cash), "orders": .number(day.amounts[.orders] ?? 0),
        "shut": .array(day.closed.map { .string(names[$0.supplier]) }),
        "fired": .array(replay.firings.filter { $0.day == day.day }.map { .string($0.name) }),
      ]
    }
    return .object(
      run + [
        JSON.Member("ruin_day", replay.ruinDay.map { .integer($0 + 1) } ?? .null),
        JSON.Member("quit_day", replay.quitDay.map { .integer($0 + 1) } ?? .null),
        JSON.Member("lowest_day", .integer(story.lowestDay + 1)), JSON.Member("start_cash", .number(story.start)),
        JSON.Member("happenings", Self.json(of: story)), JSON.Member("days", .array(days)),
        JSON.Member("postings", postings.json()),
      ])
  }
}

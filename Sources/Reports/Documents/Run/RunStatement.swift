package import Analysis
import Language
import Scenarios
import Simulation

/// The profit and loss statement of a run: that of its typical world, whose rows add up, or that of averages.
extension RunRecord {
  /// The columns of the monthly statement, costs positive.
  private static let statementColumns: [(metric: Metric, title: String, short: String)] = [
    (.revenue, "Revenue", "Revenue"), (.goodsAndShipping, "Goods and shipping", "Goods"),
    (.grossProfit, "Gross profit", "Gross"), (.ads, "Ads", "Ads"), (.platformAndTools, "Platform and tools", "Tools"),
    (.paymentFees, "Payment fees", "Fees"), (.refundsAndChargebacks, "Refunds and chargebacks", "Refunds"),
    (.other, "Other", "Other"), (.exchange, "Exchange", "Exchange"),
    (.financingCosts, "Financing", "Financing"), (.netProfit, "Net profit", "Net"),
  ]

  /// Columns of exchange and of financing are there where the scenario has money in other currencies or borrows any.
  private var ownColumns: [(metric: Metric, title: String, short: String)] {
    Self.statementColumns.filter { ($0.metric != .exchange || scenario.isPaidAbroad) && $0.metric.isTold(of: scenario) }
  }

  /// Those of every scenario.
  private static let commonColumns = statementColumns.filter { $0.metric != .exchange && !$0.metric.isOfSome }

  /// Whose statement it is: a world, or nobody's where averages are asked for.
  private struct Subject {
    let title: String
    let figures: Outcome
    let row: Int
    /// Of a world.
    var number: Int?
  }

  private func subject(ofAverages: Bool) -> Subject? {
    if ofAverages {
      return Subject(
        title: say("Profit and loss with every number at its average, without luck"), figures: plan, row: 0)
    }
    return middleWorld.map { middle in
      let title =
        summary?.outcome.keepsWorlds == true
        ? say("Profit and loss of the typical world, number \(middle.number)")
        : say("Profit and loss of a typical world, number \(middle.number)")
      return Subject(title: title, figures: middle.figures, row: middle.row, number: middle.number)
    }
  }

  func statementBlocks(ofAverages: Bool, _ glyphs: Surface.Glyphs) -> [Block] {
    guard let subject = subject(ofAverages: ofAverages) else { return [] }
    let end = closing(of: subject)
    var blocks: [Block] = [.blank, .paragraph([.strong(subject.title)]), .table(statement(of: subject, end))]
    if let end { blocks.append(.paragraph([TextRun(end.words)])) }
    if let unsold = unsold(of: subject, glyphs) { blocks.append(.paragraph([.dim(unsold)])) }
    if let open = unrealised(of: subject, glyphs) { blocks.append(.paragraph([.dim(open)])) }
    blocks += (lenders(of: subject, glyphs) + adAccounts(of: subject, glyphs)).map { .paragraph([.dim($0)]) }
    if ofAverages, scenario.testedProduct != nil {
      blocks.append(
        .paragraph([
          .dim(
            say(
              "In the averages, every tested product is an average one, so none stands out. In the worlds, products differ by luck."
            ))
        ]))
    }
    return blocks
  }

  package static let statementShape = JSONShape.rows(
    texts: ["Month"], numbers: commonColumns.map(\.title), others: .number)

  /// What `show pnl` writes as data: every month.
  package func statementTable(ofAverages: Bool) -> Table? {
    subject(ofAverages: ofAverages).map { statement(of: $0, nil) }
  }

  /// Goods that were bought and not sold are no cost in net profit; worth, and so the gain, takes them at what they would
  /// bring (model 10): nothing else sets the two apart.
  private func unsold(of subject: Subject, _ glyphs: Surface.Glyphs) -> String? {
    let loss = subject.figures.total(.netProfit)[subject.row] - subject.figures.gain[subject.row]
    guard loss >= 0.5 else { return nil }
    let amount = NumberFormat(glyphs: glyphs).money(loss)
    return say(
      "Net profit leaves out \(amount) \(scenario.currency) that unsold stock loses at the end; the gain includes this loss."
    )
  }

  /// The days of a subject again.
  private func replay(of subject: Subject) -> WorldReplay {
    guard let number = subject.number else { return Program(scenario, seed: seed).replayPlan() }
    var options = RunOptions()
    options.sampling = sampling
    options.paths = summary?.outcome.paths ?? options.paths
    return Program(scenario, seed: seed).replay(path: number, options)
  }

  /// What exchange rates have made of money that is not paid out yet.
  private func unrealised(of subject: Subject, _ glyphs: Surface.Glyphs) -> String? {
    guard scenario.isPaidAbroad, subject.number != nil else { return nil }
    let open = replay(of: subject).days.last?.balances[.unrealisedExchange] ?? 0
    let format = NumberFormat(glyphs: glyphs)
    let realised = subject.figures.total(.exchange)[subject.row] - open
    return say(
      "Currency exchange: \(format.money(realised)) \(scenario.currency) on money already paid out, \(format.money(open)) \(scenario.currency) so far on money that stores still owe you."
    )
  }

  /// What each lender has given and got back, and what is left.
  private func lenders(of subject: Subject, _ glyphs: Surface.Glyphs) -> [String] {
    guard scenario.borrows else { return [] }
    let format = NumberFormat(glyphs: glyphs)
    func money(_ amount: Double) -> String { "\(format.money(amount)) \(scenario.currency)" }
    let days = replay(of: subject).days
    let names = days.flatMap(\.debts).map(\.name).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return names.map { name in
      let debts = days.compactMap { day in day.debts.first { $0.name == name }.map { (day: day.day, debt: $0) } }
      func sum(_ amount: (WorldDay.Debt) -> Double) -> Double { debts.reduce(0) { $0 + amount($1.debt) } }
      let (came, paid, cost) = (money(sum(\.came)), money(sum(\.paid)), money(sum(\.charged)))
      if debts.first?.debt.isCard == true {
        let left = money(debts.last?.debt.owed ?? 0)
        return say(
          "\(name): you charged \(came) to it, paid \(paid) and still owe \(left) at the end. Interest was \(cost)."
        )
      }
      if let end = debts.first(where: { $0.debt.owed == 0 })?.day {
        return say(
          "\(name): you received \(came) and paid back \(paid), the last part on day \(end + 1) (\(scenario.date(ofDay: end).inWords)). The cost was \(cost)."
        )
      }
      let left = money(debts.last?.debt.owed ?? 0)
      return say(
        "\(name): you received \(came), paid back \(paid) and still owe \(left) at the end. The cost so far is \(cost)."
      )
    }
  }

  /// What each ad account has spent and was paid, and what is in it or still to be paid at the end.
  private func adAccounts(of subject: Subject, _ glyphs: Surface.Glyphs) -> [String] {
    guard !scenario.adAccounts.isEmpty else { return [] }
    let format = NumberFormat(glyphs: glyphs)
    func money(_ amount: Double) -> String { "\(format.money(amount)) \(scenario.currency)" }
    let days = replay(of: subject).days
    return (days.last?.adAccounts ?? []).enumerated().map { index, last in
      func sum(_ amount: (WorldDay.AdAccountDay) -> Double) -> Double {
        days.reduce(0) { $0 + amount($1.adAccounts[index]) }
      }
      let (spent, paid) = (money(sum(\.spent)), money(sum(\.paid)))
      let lost = sum(\.lost)
      let words =
        last.balance < 0
        ? say("\(last.name): \(spent) spent on ads, \(paid) paid; \(money(-last.balance)) is still unpaid at the end.")
        : say(
          "\(last.name): \(spent) spent on ads, \(paid) paid; \(money(last.balance)) is left in the account at the end."
        )
      return lost > 0
        ? words + Tongue.current.sentenceGap + say("Bans have cost \(money(lost)) of the account's balance.") : words
    }
  }

  /// The day on which a world closes, and how many months it was open.
  private func closing(of subject: Subject) -> (months: Int, words: String)? {
    let (ruin, quit) = (subject.figures.ruinDay[subject.row], subject.figures.quitDay[subject.row])
    guard ruin >= 0 || quit >= 0 else { return nil }
    let isRuin = ruin >= 0 && (quit < 0 || ruin <= quit)
    let day = Int(isRuin ? ruin : quit)
    let date = scenario.date(ofDay: day).inWords
    return (
      month(ofDay: day) + 1,
      isRuin
        ? say("closed: out of money on day \(day + 1) (\(date))")
        : say("closed by your rule on day \(day + 1) (\(date))")
    )
  }

  /// Months go down: a year then fits beside the nine rows of a statement on a narrow screen. What is still booked after
  /// the end, such as refunds, stands in one row.
  private func statement(of subject: Subject, _ end: (months: Int, words: String)?) -> Table {
    let metrics = ownColumns.map(\.metric)
    let amounts = { (month: Int) in metrics.map { subject.figures.monthly($0, month: month)[subject.row] } }
    let open = end?.months ?? scenario.monthCount
    var rows = (0..<open).map { month in
      Table.Row([.text(label(month))] + amounts(month).map { .number($0) })
    }
    let later = (open..<scenario.monthCount).map(amounts).reduce(metrics.map { _ in 0.0 }) { zip($0, $1).map(+) }
    if later.contains(where: { $0.magnitude >= 0.5 }) {
      rows.append(Table.Row([.text(say("after closing"))] + later.map { .number($0) }))
    }
    let total = Table.Row(
      [.text(say("Total"))] + metrics.map { .number(subject.figures.total($0)[subject.row]) }, .total)
    let columns = ownColumns.map { Table.Column($0.title.said, short: $0.short.said, .number(.money)) }
    return Table(columns: [Table.Column(say("Month"), .text)] + columns, rows: rows + [total])
  }
}

import Analysis
import Language
import Scenarios

/// The sentences of `fit`.
struct FitWords {
  private let fit: Fit
  private let scenario: Scenario
  private let format: NumberFormat
  private let glyphs: Surface.Glyphs
  /// Each once, in the order of the rows.
  let notes: [String]

  init(_ fit: Fit, _ scenario: Scenario, _ glyphs: Surface.Glyphs) {
    (self.fit, self.scenario, self.glyphs) = (fit, scenario, glyphs)
    format = NumberFormat(glyphs: glyphs)
    var notes: [String] = []
    let speaker = FitNotes(scenario, glyphs)
    for row in fit.rows {
      for reason in row.reasons {
        let note = speaker.text(reason, row)
        if !notes.contains(note) { notes.append(note) }
      }
    }
    self.notes = notes
  }

  func note(_ reason: FitRow.Reason, _ row: FitRow) -> String { FitNotes(scenario, glyphs).text(reason, row) }

  var headline: String {
    let parts = [
      say("\(fit.weeks) weeks, \(fit.period.lowerBound.description) to \(fit.period.upperBound.description)"),
      say("\(format.count(fit.orders)) orders"), say("\(format.count(Int(fit.clicks.rounded()))) clicks"),
      say("\(format.money(fit.spend)) \(scenario.currency) of ads"),
    ]
    return parts.joined(separator: " · ")
  }

  func name(_ row: FitRow) -> String {
    switch row.parameter {
    case "returns.refunds": say("all refunds")
    case "returns.chargebacks": say("all chargebacks")
    default: row.parameter
    }
  }

  func prior(_ row: FitRow) -> String {
    row.priorWorth == nil && row.prior.p5 != row.prior.p95 ? span(row.prior, row) : row.given
  }

  func posterior(_ row: FitRow) -> String {
    row.moved ? span(row.posterior, row) : prior(row)
  }

  private func span(_ range: Quantiles3, _ row: FitRow) -> String {
    FitNotes(scenario, glyphs).span(range.p5, range.p95, row)
  }

  func seen(_ seen: FitRow.Seen) -> String {
    func count(_ number: Double) -> String { format.text(number, .decimals(number == number.rounded() ? 0 : 1)) }
    func whole(_ number: Double) -> String { format.count(Int(number.rounded())) }
    return switch seen {
    case .weeks(let weeks): say("\(weeks) weeks")
    case .orders(let orders, let clicks): say("\(whole(orders)) orders from \(whole(clicks)) clicks")
    case .ripe(let refunds, let orders): say("\(count(refunds)) of \(count((orders * 10).rounded() / 10)) orders")
    case .events(let events, let months):
      say("payout holds: \(events) in \(count((months * 10).rounded() / 10)) months")
    case .payouts(let payouts): say("\(payouts) payouts")
    case .sales(let sales): say("\(format.count(sales)) payments")
    case .costs(let costs): say("\(costs) bills")
    case .deliveries(let parcels): say("\(format.count(parcels)) parcels")
    case .customers(let again, let all): say("\(again) of \(format.count(all)) customers")
    }
  }

  func verdict(of row: FitRow) -> String {
    let numbers = row.reasons.compactMap { reason in notes.firstIndex(of: note(reason, row)).map { String($0 + 1) } }
    var word = row.verdict.rawValue
    if !row.moved, row.verdict != .fail { word = say("unchanged") }
    if row.moved, row.method == .readOff { word = say("\(word), measured") }
    return ([word] + (numbers.isEmpty ? [] : [numbers.joined(separator: ",")])).joined(separator: " ")
  }

  /// What was not seen, by why; what belongs to no channel; what goes together.
  var rest: [String] {
    var lines: [String] = []
    var groups: [(why: Fit.NotSeen.Why, names: [String])] = []
    for item in fit.notSeen {
      if let place = groups.firstIndex(where: { $0.why == item.why }) {
        groups[place].names.append(item.parameter)
      } else {
        groups.append((item.why, [item.parameter]))
      }
    }
    if !groups.isEmpty { lines.append(say("Not fitted, so left as in your scenario:")) }
    lines += groups.map { "  \($0.names.joined(separator: ", ")): \(Self.why($0.why))" }
    if !fit.strangers.isEmpty {
      lines.append(
        say(
          "The files name ad channels that the scenario does not have: \(fit.strangers.joined(separator: ", ")). Their clicks are not counted."
        ))
    }
    for pair in fit.correlations {
      let rho = format.text(pair.rho, .decimals(2))
      lines.append(
        say(
          "\(pair.first) and \(pair.second) move together (correlation \(rho)). The strategy cannot include this, but a scenario file can (fit --to FILE.yaml)."
        ))
    }
    return lines
  }

  static func why(_ why: Fit.NotSeen.Why) -> String {
    switch why {
    case .weeks(let weeks, let needed): say("weeks in your files: \(weeks); needed: \(needed)")
    case .noFile: say("none of your files has data on this")
    case .months(let needed): say("\(needed) months of data are needed")
    case .payouts(let payouts, let needed): say("payouts in your files: \(payouts); needed: \(needed)")
    case .deliveries(let parcels, let needed):
      say("parcels ordered long enough ago for late ones to have arrived: \(parcels); needed: \(needed)")
    case .costs(let costs, let needed): say("orders with costs in your files: \(costs); needed: \(needed)")
    case .customers(let customers, let needed): say("customers in your files: \(customers); needed: \(needed)")
    case .severalWays:
      say(
        "there are several payment methods, and the payment files match none of them: give each the name of its processor, such as paypal"
      )
    case .severalProducts:
      say(
        "there are several products, and the files do not name them all: give each a name that appears in its listing title"
      )
    case .severalStores:
      say(
        "there are several stores, and the orders files do not match them all: name each after its platform, such as amazon"
      )
    case .oneNumberAmongRanges:
      say("a single number, while related parameters are ranges: write a range here, too")
    case .productTests: say("products are tested, and each candidate has its own conversion")
    case .pricedByViews: say("priced by views, and only click prices are fitted")
    case .noClicks: say("the files contain no clicks")
    case .noReader: say("no kind of export has data on this")
    case .notLearnt: say("not supported by the command fit yet")
    case .fromDelivery: say("counted from the day of delivery, which the files do not give")
    }
  }

  var verdict: TextRun {
    guard !fit.changes.isEmpty else {
      return fit.verdict == .fail
        ? .bad(say("FAIL: nothing could be fitted; your scenario stays as it is."))
        : .strong(say("Nothing was fitted: the files contain no more information than your scenario."))
    }
    switch fit.verdict {
    case .pass: return .good(say("PASS: use the fitted numbers."))
    case .review:
      let doubts = fit.rows.count { $0.moved && $0.verdict == .review }
      return .strong(
        doubts == 1 ? say("REVIEW: usable, with one doubt.") : say("REVIEW: usable, with \(doubts) doubts."))
    case .fail: return .bad(say("FAIL: nothing could be fitted; your scenario stays as it is."))
    }
  }
}

/// What is said below the table.
struct FitNotes {
  private let scenario: Scenario
  private let format: NumberFormat
  private let glyphs: Surface.Glyphs

  init(_ scenario: Scenario, _ glyphs: Surface.Glyphs) {
    (self.scenario, self.glyphs) = (scenario, glyphs)
    format = NumberFormat(glyphs: glyphs)
  }

  /// `0.55 … 0.66 USD per click`, `1.8 … 3 %`
  func span(_ low: Double, _ high: Double, _ row: FitRow) -> String {
    let kind = scenario.slot(row.unit)?.info.kind
    switch kind {
    case .share, .rate:
      let ends = [low, high].map { short($0 * 100) }
      return ends[0] == ends[1] ? "\(ends[0]) %" : "\(ends[0]) … \(ends[1]) %"
    default:
      let ends = [low, high].map(short)
      return ends[0] == ends[1] ? ends[0] : "\(ends[0]) … \(ends[1])"
    }
  }

  /// Three significant digits at most.
  private func short(_ value: Double) -> String {
    let decimals = value == value.rounded() ? 0 : value.magnitude >= 100 ? 0 : value.magnitude >= 10 ? 1 : 2
    return format.text(value, .decimals(decimals))
  }

  func text(_ reason: FitRow.Reason, _ row: FitRow) -> String {
    switch reason {
    case .oneNumber(let worth, let unit):
      let count = format.count(Int(worth))
      let words =
        switch unit {
        case .visits: say("\(count) visits")
        case .orders: say("\(count) orders")
        case .months: say("\(count) months")
        case .weeks: say("\(count) weeks")
        case .customers: say("\(count) customers")
        }
      return say("Your value \(row.given) counts as much as data from \(words).")
    case .surprising(let chance):
      return chance < 0.01
        ? say("If your old value were right, such data would be very unlikely: a chance below 1 in 100.")
        : say("If your old value were right, such data would be a surprise: a chance below 1 in 20.")
    case .drift(let first, let second):
      return say(
        "This number changed over time: \(span(first, first, row)) in the first half, \(span(second, second, row)) in the second. The range covers both."
      )
    case .gaps(let days, let all): return say("Days without ad data: \(days) of \(all).")
    case .oddWeeks(let weeks):
      return weeks == 1
        ? say("One week differs from the others by more than chance explains.")
        : say("\(weeks) weeks differ from the others by more than chance explains.")
    case .tooFew(let orders, let weeks):
      return weeks < Fit.leastWeeks
        ? say("Too few weeks: \(weeks); \(Fit.leastWeeks) are needed.")
        : say("Too few orders: \(orders); \(Fit.leastOrders) are needed.")
    case .worlds(let shape, let effective):
      let size = format.count(Int(effective.rounded()))
      return shape.map {
        say(
          "Estimated from worlds: the better a world matches your weeks, the more it counts. The estimate is as precise as if \(size) worlds had all counted the same. How reliable it is: k̂ = \(format.text($0, .decimals(2))) (lower is better)."
        )
      }
        ?? say(
          "Estimated from worlds: the better a world matches your weeks, the more it counts. The estimate is as precise as if \(size) worlds had all counted the same (how reliable it is cannot be computed)."
        )
    case .plannedVisits:
      return say("Visits from natural traffic are taken from your scenario: no file has data on them.")
    case .noCustomers: return say("The files name no customers, so returning customers are counted as new.")
    case .saturated: return say("The saturation of ads is taken from your scenario.")
    case .partsInProportion:
      return say(
        "Your files do not say why orders were refunded or charged back, so the causes keep the proportions of your scenario."
      )
    case .scattered:
      return say(
        "No single percentage plus fixed fee fits all payments, so the range covers the average fee of every week.")
    }
  }
}

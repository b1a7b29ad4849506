import Analysis
import Language
import Scenarios
import Simulation
import Statistics

/// The key figures of a run, each with its error, and what else there is to know of it. An error reaches as far as the longer
/// side of its interval: many reach further to one side, and half a width would hide that.
extension RunRecord {
  /// Bad, typical and good case, and averages without chance.
  func keyFigures(_ summary: Summary, _ format: NumberFormat) -> Table {
    let gain = Figure.gain.sample(in: summary.outcome)
    let spread = summary.spreads([gain])[0]
    let gains = zip([spread.spread.p5, spread.spread.p50, spread.spread.p95], spread.intervals).map { value, interval in
      format.gain(value, interval.map { max($0.upperBound - value, value - $0.lowerBound) })
    }
    let lowest = summary.outcome.sample(.lowestCash).quantiles(at: Self.cases)
    let cells = zip(gains, zip(lowest, Self.cases)).map { gain, low -> (Table.Cell, Table.Cell) in
      let (low, share) = low
      let isOut = summary.ruin.estimate >= share
      let text = isOut ? say("out") : format.money(low)
      return (.text(gain.value + gain.error), .text(text + gain.roomForError, isOut ? .bad : .plain))
    }
    let titles = [say("bad case"), say("typical"), say("good case"), say("averages")]
    return Table(
      columns: [Table.Column(scenario.currency, .text)] + titles.map { Table.Column($0, .number(.money)) },
      rows: [
        Table.Row(
          [.text(say("Gain, \(scenario.length)"))] + cells.map(\.0) + [.text(format.gain(plan.gain[0], nil).value)]),
        Table.Row(
          [.text(say("Lowest cash"))] + cells.map(\.1) + [.text(format.money(plan.total(.lowestCash)[0]))]),
      ])
  }

  /// The bad, the typical and the good case: of 100 worlds 5, 50 and 95 are worse.
  static let cases = [0.05, 0.5, 0.95]

  /// One quiet paragraph; nothing where there is nothing to say.
  func asides(_ summary: Summary, _ format: NumberFormat) -> [Block] {
    let sentences =
      [
        backAgain(summary), closings(summary, format), winners(summary, format), financing(summary, format),
        draws(summary, format),
        hours(summary, format),
      ]
      .compactMap(\.self) + notesOnMethod(summary)
    guard !sentences.isEmpty else { return [] }
    return [.paragraph([.dim(sentences.joined(separator: Tongue.current.sentenceGap))])]
  }

  /// When the money put in is back, in the worlds in which it is.
  private func backAgain(_ summary: Summary) -> String? {
    let months = Figure.breakEvenMonth.sample(in: summary.outcome)
    guard EndingShares(summary).profit.successes > 0, let half = months.wholeQuantile(0.5),
      let most = months.wholeQuantile(0.9)
    else { return nil }
    let planned = Int(plan.breakEvenMonth[0])
    return planned > 0
      ? say(
        "Of the worlds with a profit, half have earned the money back by month \(half), and 9 in 10 by month \(most) (with every number at its average: month \(planned))."
      )
      : say(
        "Of the worlds with a profit, half have earned the money back by month \(half), and 9 in 10 by month \(most) (with every number at its average: never)."
      )
  }

  /// Worlds in which a rule ended the business.
  private func closings(_ summary: Summary, _ format: NumberFormat) -> String? {
    guard summary.quit.successes > 0 else { return nil }
    return say("Your rules close the shop in \(summary.quit.worlds(format)).")
  }

  /// Of stores that test products.
  private func winners(_ summary: Summary, _ format: NumberFormat) -> String? {
    guard scenario.testedProduct != nil else { return nil }
    let (kept, earning) = (summary.share(.winnerFound).worlds(format), summary.share(.winnerEarns).worlds(format))
    return say("A tested product is kept in \(kept); a product is kept and the shop makes a profit in \(earning).")
  }

  /// Of businesses that borrow.
  private func financing(_ summary: Summary, _ format: NumberFormat) -> String? {
    guard scenario.borrows else { return nil }
    let cost = "\(format.money(summary.total(.financingCosts).mean)) \(scenario.currency)"
    return say(
      "Lenders charge you \(cost) on average; the gain already deducts what you still owe them at the end. For each lender: show pnl."
    )
  }

  /// Of businesses that pay their owner by a rule.
  private func draws(_ summary: Summary, _ format: NumberFormat) -> String? {
    guard scenario.paysOwner else { return nil }
    let taken = "\(format.money(summary.total(.ownerDraws).mean)) \(scenario.currency)"
    return say("Your rules pay you \(taken) on average; the gain includes it, the cash does not.")
  }

  /// Of stores that take their owner an hour a month or more.
  private func hours(_ summary: Summary, _ format: NumberFormat) -> String? {
    let hoursOfAMonth = summary.total(.ownerHours).mean / Double(scenario.monthCount)
    guard let profit = summary.profitOfAnHour, hoursOfAMonth >= 1 else { return nil }
    let amount = "\(format.money(profit, cents: true)) \(scenario.currency)"
    return say("Each hour of your work earns \(amount) (\(format.text(hoursOfAMonth, .decimals(1))) hours a month).")
  }

  private func notesOnMethod(_ summary: Summary) -> [String] {
    var notes: [String] = []
    if let words = sampling.words, !uncertain.isEmpty {
      notes.append(say("The margins of error assume random sampling; with \(words), the true errors are smaller."))
    }
    if !summary.outcome.keepsWorlds {
      let error = NumberFormat().text(Tally.error, NumberStyle(.share(decimals: 1)))
      notes.append(
        say(
          "With so many worlds, single worlds are not kept: bad case, typical and good case are accurate to within \(error); shares and means are exact."
        ))
    }
    return notes
  }
}

extension NumberFormat {
  /// A gain with as many digits as its error leaves: `−850` and ` ± 270`, two digits of the error at most and no cents.
  func gain(_ value: Double, _ error: Double?) -> (value: String, error: String, roomForError: String) {
    let style = NumberStyle(.money(cents: false), showsPlus: true)
    guard let error, error.isFinite, value.isFinite, error >= 0.5 else { return (text(value, style), "", "") }
    var unit = 1.0
    while error / unit >= 99.5 { unit *= 10 }
    let rounded = { (number: Double) in (number / unit).rounded() * unit }
    let sign = glyphs == .ascii ? " +/- " : " ± "
    let words = sign + money(rounded(error))
    return (text(rounded(value), style), words, String(repeating: " ", count: words.displayWidth))
  }
}

extension Sample {
  /// Of whole numbers: the lowest that so many of them do not exceed; nil when there are none.
  fileprivate func wholeQuantile(_ share: Double) -> Int? {
    let (values, wanted) = (weighted, share * Double(count))
    var sum = 0
    return values.first { value in
      sum += value.count
      return Double(sum) >= wanted
    }.map { Int($0.value) }
  }
}

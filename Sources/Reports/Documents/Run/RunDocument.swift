package import Analysis
package import Language
import Scenarios
import Simulation
import Statistics

extension RunRecord {
  /// What `run` shows, on one screen: the verdict, of 100 worlds how they end, the money, the cash over the months.
  ///
  /// - Parameters:
  ///   - title: what to call the run, such as `#1`; empty for one that is not kept.
  ///   - showsTables: also the tables that `show months` and `show pnl` show.
  ///   - glyphs: decide how numbers inside sentences are written.
  package func document(title: String, showsTables: Bool = false, glyphs: Surface.Glyphs) -> Document {
    guard let summary else { return planDocument(title, glyphs) }
    let format = NumberFormat(glyphs: glyphs)
    var blocks: [Block] = [.paragraph([.dim(headline(title))]), .blank]
    blocks += [.paragraph(Outlook(summary, isChoice: scenario.isChoice).verdict(scenario.currency, format)), .blank]
    blocks += endingBlocks(glyphs) + [.blank]
    blocks += [.table(keyFigures(summary, format))] + asides(summary, format) + [.blank]
    blocks.append(.chart(.cash(cashChart(summary))))
    if showsTables {
      blocks += [.blank, .paragraph([.strong(say("Cash, month by month"))])] + monthBlocks(summary)
      blocks += statementBlocks(ofAverages: false, glyphs) + statementBlocks(ofAverages: true, glyphs)
    }
    return Document(blocks)
  }

  /// What `show months` shows; nil of a plan alone.
  package func monthsDocument(title: String) -> Document? {
    guard let summary else { return nil }
    let heading = say("\(strategy) · \(NumberFormat().worlds(summary.outcome.paths)) · cash at the end of the month")
    return Document([.paragraph([.dim(titled(heading, title))]), .blank] + monthBlocks(summary))
  }

  /// What `show pnl` shows.
  package func statementDocument(ofAverages: Bool, title: String, glyphs: Surface.Glyphs) -> Document {
    let blocks = statementBlocks(ofAverages: ofAverages, glyphs)
    return Document([.paragraph([.dim(titled(strategy, title))])] + blocks)
  }

  private func planDocument(_ title: String, _ glyphs: Surface.Glyphs) -> Document {
    Document(
      [.paragraph([.dim(headline(title))])] + statementBlocks(ofAverages: true, glyphs) + [.blank, .table(planCash)])
  }

  private func headline(_ title: String) -> String {
    let worlds = summary.map { NumberFormat().worlds($0.outcome.paths) } ?? say("averages, without luck")
    let span = say("\(scenario.length) from \(scenario.start)")
    let seed = summary == nil ? [] : [say("seed \(seed)")] + [sampling.words].compactMap(\.self)
    return titled(([strategy, worlds, span] + seed).joined(separator: " · "), title)
  }

  private func titled(_ heading: String, _ title: String) -> String { heading + (title.isEmpty ? "" : " · " + title) }

  /// The months' cash on averages, where there are no worlds to show it beside.
  private var planCash: Table {
    let metrics: [Metric] = [.openingCash, .closingCash, .lowestCash]
    return Table(
      columns: [Table.Column(say("Month"), .text)]
        + [say("Opening cash"), say("Closing cash"), say("Lowest cash")].map { Table.Column($0, .number(.money)) },
      rows: (0..<scenario.monthCount).map { month in
        Table.Row([.text(label(month))] + metrics.map { .number(plan.monthly($0, month: month)[0]) })
      })
  }

  /// The month's number and the calendar month it begins in.
  func label(_ month: Int) -> String { say("M\(month + 1) \(nameOfMonth(month))") }

  /// `Mar`
  func nameOfMonth(_ month: Int) -> String {
    scenario.date(ofDay: scenario.monthStarts[month]).nameOfMonth
  }
}

extension CalendarDate {
  /// `Mar`
  var nameOfMonth: String {
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][month - 1].said
  }

  /// `8 May 2027`
  package var inWords: String { say("\(day) \(nameOfMonth) \(year)") }
}

extension ParameterSampling {
  /// nil for random sampling, which goes without saying.
  package var words: String? {
    switch self {
    case .random: nil
    case .latinHypercube: say("Latin hypercube")
    case .sobol: say("Sobol points")
    }
  }
}

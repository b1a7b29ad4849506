package import Analysis
import Language
import Scenarios
import Simulation

/// One world, a sentence a month.
package struct WalkPage {
  private let walk: WorldWalk
  private let run: RunRecord
  private let place: String
  private let glyphs: Surface.Glyphs

  /// - Parameter place: where it stands among the worlds, such as `median`; empty where that is not asked.
  package init(_ walk: WorldWalk, of run: RunRecord, place: String, glyphs: Surface.Glyphs) {
    (self.walk, self.run, self.place, self.glyphs) = (walk, run, place, glyphs)
  }

  package var document: Document {
    let world = say("World \(walk.number)")
    let title = [run.strategy, place.isEmpty ? world : "\(place) · \(world)", say("seed \(run.seed)")]
    return Document([
      .paragraph([.dim(title.joined(separator: " · "))]), .blank,
      .facts(rows.map { Fact($0.label, [TextRun($0.sentence)]) }),
    ])
  }

  private var rows: [(label: String, sentence: String)] {
    let open = walk.months.map { (label: run.label($0.month), sentence: sentence($0)) }
    guard walk.months.count < run.scenario.monthCount else { return open }
    let (first, last) = (walk.months.count + 1, run.scenario.monthCount)
    let label = first == last ? say("M\(last)") : say("M\(first) to M\(last)")
    let refunds = NumberFormat(glyphs: glyphs).money(walk.refundsAfterEnd)
    let closed = walk.refundsAfterEnd >= 0.5 ? say("closed, refunds of \(refunds) paid") : say("closed")
    return open + [(label: label, sentence: closed)]
  }

  /// Orders, the happening of most weight, the row farthest from averages, and the cash at the end.
  private func sentence(_ month: WorldWalk.Month) -> String {
    let format = NumberFormat(glyphs: glyphs)
    let (orders, average) = (format.text(month.orders, .count), format.text(month.averageOrders, .count))
    var parts = [say("orders: \(orders) (\(average) with average numbers)")]
    if let happening = month.happening {
      parts.append(HappeningWords(currency: run.scenario.currency, glyphs).dated(happening))
    }
    if let (metric, effect) = month.farthest {
      let (title, amount) = (metric.row.title.said, format.money(effect.magnitude))
      let isMore = (effect > 0) == (metric == .revenue)
      parts.append(
        isMore
          ? say("\(title): \(amount) more than with average numbers")
          : say("\(title): \(amount) less than with average numbers"))
    }
    parts.append(say("\(format.money(month.cash)) in cash"))
    return parts.joined(separator: Tongue.current.semicolon)
  }

  package static let monthsShape = JSONShape.rows(
    texts: ["month", "sentence"], numbers: ["orders", "plan_orders", "cash"])

  package var months: Table {
    let columns: [(String, Table.Column.Kind)] = [
      ("month", .text), ("orders", .number(.number)), ("plan_orders", .number(.number)), ("cash", .number(.number)),
      ("sentence", .text),
    ]
    return Table(
      columns: columns.map { Table.Column($0.0, $0.1) },
      rows: walk.months.map { month in
        Table.Row([
          .text(String(month.month + 1)), .number(month.orders), .number(month.averageOrders), .number(month.cash),
          .text(sentence(month)),
        ])
      })
  }
}

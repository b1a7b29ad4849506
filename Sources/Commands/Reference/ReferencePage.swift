import Analysis
import Reports
import Scenarios
import Simulation

/// Parameters and figures as pages of the documentation, made of the catalogues that reading, help and reports use.
package enum ReferencePage {
  package static var parameters: String {
    page(
      "Parameters",
      "Every parameter a scenario may give, by the part it stands in; NAME is a name of your own. Rules and events may "
        + "change those with \"yes\" under \"In rules\". Written by `dropcast --print parameters`, from the rows that "
        + "`help`, `set` and completion read.",
      Reference.blocks)
  }

  package static var metrics: String {
    let shares = Figure.shares.map { "`\($0.name)`" }.joined(separator: ", ")
    return page(
      "Figures",
      "Every figure of a run, every figure that rules look at, and the words of this manual. Written by "
        + "`dropcast --print metrics`. The shares \(shares) are one number for all worlds; of each other figure there is a statistic: "
        + Measure.statistics.map { "`\($0)`" }.joined(separator: ", ") + ", as in `assert p50 net_profit > 0`.",
      [.heading("How worlds end"), .table(endings)] + statements + [
        .heading("What rules look at"),
        .paragraph(["As known in the morning: of yesterday and the days before."]), .table(observables),
        .heading("Words"), .table(words),
      ])
  }

  private static var statements: [Block] {
    let titles: [(String, Metric.Statement)] = [
      ("Profit and loss", .profitAndLoss), ("Cash flow", .cashFlow), ("Counts", .counts),
    ]
    return titles.flatMap { title, statement -> [Block] in
      [.heading(title), .table(table(of: Metric.reported.filter { $0.row.statement == statement }))]
    }
  }

  private static var endings: Table {
    Table(
      columns: ["Figure", "You can also type", "Unit", "Meaning"].map { Table.Column($0, .text) },
      rows: Figure.endings.map { figure in
        Table.Row(
          [figure.name, figure.aliases.joined(separator: ", "), figure.unit.words, figure.doc].map { .text($0) })
      })
  }

  private static func page(_ title: String, _ introduction: String, _ blocks: [Block]) -> String {
    "# \(title)\n\n\(introduction)\n\n" + Document(blocks).markdown()
  }

  private static func table(of metrics: [Metric]) -> Table {
    Table(
      columns: ["Figure", "Unit", "Total", "Meaning"].map { Table.Column($0, .text) },
      rows: metrics.map { metric in
        Table.Row(
          [metric.name, metric.row.unit == .money ? "money" : "count", metric.row.total.words, metric.row.doc]
            .map { .text($0) })
      })
  }

  private static var observables: Table {
    Table(
      columns: ["Figure", "Of", "Meaning"].map { Table.Column($0, .text) },
      rows: Observable.allCases.map { figure in
        Table.Row(
          [
            figure.rawValue + (figure.row.hasWindow ? "(days)" : ""),
            figure.row.subjects.map(\.words).joined(separator: ", "), figure.row.doc,
          ].map { .text($0) })
      })
  }

  private static var words: Table {
    Table(
      columns: ["Word", "You can also type", "Meaning", "See"].map { Table.Column($0, .text) },
      rows: Glossary.terms.map { term in
        Table.Row(
          [
            term.name, term.synonyms.joined(separator: ", "), term.meaning, term.related.joined(separator: ", "),
          ].map { .text($0) })
      })
  }
}

extension Figure.Unit {
  fileprivate var words: String {
    switch self {
    case .share: "share"
    case .money: "money"
    case .count: "count"
    case .day: "day"
    case .month: "month"
    }
  }
}

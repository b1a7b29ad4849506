import Reports

extension Document {
  /// What it prints as a name or a term, each with where it stands.
  var terms: [PrintedTerm] { blocks.flatMap(\.terms) }
}

/// A word or a few that a reader may ask `help` about.
struct PrintedTerm: Hashable {
  enum Place: String, Hashable {
    case columnHead, rowHead, cell, sectionHead, label, sign, chartTitle
  }

  let place: Place
  let text: String

  init(_ place: Place, _ text: String) { (self.place, self.text) = (place, text) }
}

extension Block {
  fileprivate var terms: [PrintedTerm] {
    switch self {
    case .heading, .paragraph, .blank: []
    case .facts(let facts): facts.map { PrintedTerm(.label, $0.label) }
    case .table(let table): table.terms
    case .chart(let chart): chart.terms
    }
  }
}

extension Table {
  fileprivate var terms: [PrintedTerm] {
    columns.flatMap { [PrintedTerm(.columnHead, $0.title), PrintedTerm(.columnHead, $0.short)] }
      + sections.compactMap { $0.title.map { PrintedTerm(.sectionHead, $0) } }
      + sections.flatMap(\.rows).flatMap { row in
        row.cells.enumerated().compactMap { place, cell in
          guard case .text(let text, _) = cell else { return nil }
          return PrintedTerm(place == 0 ? .rowHead : .cell, text)
        }
      }
  }
}

extension Chart {
  fileprivate var terms: [PrintedTerm] {
    switch self {
    case .fan(let chart): [PrintedTerm(.chartTitle, chart.title)]
    case .sparkline(let chart): [PrintedTerm(.chartTitle, chart.title)]
    case .density(let chart): [PrintedTerm(.chartTitle, chart.title)] + chart.marks.map { PrintedTerm(.sign, $0.label) }
    case .overlay(let chart): [PrintedTerm(.chartTitle, chart.title)]
    case .strips(let chart): [PrintedTerm(.chartTitle, chart.title)]
    case .line(let chart): [PrintedTerm(.chartTitle, chart.title)]
    case .heat(let chart): [chart.title, chart.rowName, chart.columnName].map { PrintedTerm(.chartTitle, $0) }
    case .signs(let chart): chart.kinds.flatMap { [PrintedTerm(.sign, String($0.sign)), PrintedTerm(.sign, $0.words)] }
    case .cash: []
    case .bars(let chart):
      [PrintedTerm(.chartTitle, chart.title)] + chart.rows.map { PrintedTerm(.rowHead, $0.label) }
        + chart.key.flatMap { [PrintedTerm(.sign, String($0.sign)), PrintedTerm(.sign, $0.words)] }
    case .dots(let chart):
      [PrintedTerm(.chartTitle, chart.title)] + chart.landmarks.map { PrintedTerm(.sign, $0.words) }
    case .waterfall(let chart):
      [PrintedTerm(.chartTitle, chart.title)]
        + ([chart.from, chart.to] + chart.steps).map { PrintedTerm(.rowHead, $0.label) }
    case .dumbbells(let chart):
      [PrintedTerm(.chartTitle, chart.title)] + chart.rows.map { PrintedTerm(.rowHead, $0.label) }
    }
  }
}

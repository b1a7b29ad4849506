/// Rows and columns of values; renderers decide how they are written.
package struct Table: Sendable {
  package var columns: [Column]
  package var sections: [Section]
  /// The name of the column that CSV and JSON get when sections have titles.
  package var sectionKey = "section"

  package init(columns: [Column], sections: [Section]) {
    self.columns = columns
    self.sections = sections
  }

  package init(columns: [Column], rows: [Row]) {
    self.init(columns: columns, sections: [Section(rows: rows)])
  }
}

extension Table {
  package struct Column: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      case text
      /// Aligned at the decimal point.
      case number(NumberStyle)
      /// Small curves, all on one scale, which a line below the table states.
      case sparkline(NumberStyle)
    }

    package var title: String
    /// Stands for the title where the full words do not fit.
    package var short: String
    /// The name in CSV and JSON.
    package var key: String
    package var kind: Kind

    package init(_ title: String, short: String? = nil, key: String? = nil, _ kind: Kind) {
      self.title = title
      self.short = short ?? title
      self.key = key ?? title
      self.kind = kind
    }

    var style: NumberStyle {
      switch kind {
      case .text: .number
      case .number(let style), .sparkline(let style): style
      }
    }
  }

  /// Rows that belong together; an empty line parts them from the section before.
  package struct Section: Sendable {
    package var title: String?
    package var rows: [Row]

    package init(_ title: String? = nil, rows: [Row]) {
      self.title = title
      self.rows = rows
    }
  }

  package struct Row: Sendable {
    package enum Emphasis: Hashable, Sendable {
      case none, strong, dim
      /// A sum of the rows above: strong, below a thin rule.
      case total
    }

    package var cells: [Cell]
    /// Overrides the columns' number styles: a row of orders in a table of money.
    package var style: NumberStyle?
    package var emphasis: Emphasis

    /// Columns without a cell are missing values; cells beyond the last column are not shown.
    package init(_ cells: [Cell], style: NumberStyle? = nil, _ emphasis: Emphasis = .none) {
      self.cells = cells
      self.style = style
      self.emphasis = emphasis
    }

    func cell(_ column: Int) -> Cell { column < cells.count ? cells[column] : .missing }
  }

  package enum Cell: Hashable, Sendable {
    case text(String, Tone = .plain)
    case number(Double, Tone = .plain)
    /// Values over time, for a sparkline.
    case series([Double])
    case missing
  }
}

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
      /// Small curves. Rows of one style share a scale, which a line below the table states.
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
    package var emphasis: Emphasis
    /// Overrides the columns' number styles: a row of orders in a table of money.
    package var style: NumberStyle?
    /// Whether the numbers are differences of other rows: with sign, shares in percentage points.
    package var isDifference: Bool

    /// Columns without a cell are missing values; cells beyond the last column are not shown.
    package init(
      _ cells: [Cell], _ emphasis: Emphasis = .none, style: NumberStyle? = nil, isDifference: Bool = false
    ) {
      self.cells = cells
      self.emphasis = emphasis
      self.style = style
      self.isDifference = isDifference
    }

    func style(in column: Column) -> NumberStyle {
      let style = style ?? column.style
      return isDifference ? style.difference : style
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

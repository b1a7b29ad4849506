/// A stretch of source text: byte offsets into its UTF-8, the end excluded.
///
/// Bytes, because they are cheap to slice and survive every spelling. The name keeps clear of `Swift.Span`, which
/// modules above this one use for their columns.
package struct SourceSpan: Hashable, Sendable {
  package let start: Int
  package let end: Int

  /// An end before the start is taken as the start: an empty span.
  package init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = max(start, end)
  }

  package var isEmpty: Bool { start == end }

  /// The smallest span that holds this one and `other`.
  package func joined(with other: SourceSpan) -> SourceSpan {
    SourceSpan(min(start, other.start), max(end, other.end))
  }
}

/// A line and a column, both from 1. Columns count Unicode scalars, as libyaml and most editors do.
package struct Place: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (a: Place, b: Place) -> Bool {
    (a.line, a.column) < (b.line, b.column)
  }

  package var description: String { "\(line):\(column)" }
}

/// Collects the numbers of one column, and finds out on the way whether its decimals follow a point or a comma.
package struct NumberColumn {
  package enum Problem: Error, Hashable, Sendable {
    case notANumber(line: Int)
    /// Two cells that cannot both be meant: `0.85` on one line, `0,85` on the other.
    case twoMarks(pointLine: Int, commaLine: Int)
    /// `1,200` is 1200 or 1.2, and no cell of the column tells which.
    case unclear(line: Int, cell: String)
    case tooMany
  }

  /// More than anybody has observed; they are kept in memory.
  package static let mostNumbers = 5_000_000

  /// As a point reads them where a comma could be meant too.
  private var values: [Double] = []
  /// Numbers that a comma would read as others.
  private var open: [(index: Int, comma: Double)] = []
  private var firstOpen: (line: Int, cell: String)?
  private var pointLine: Int?
  private var commaLine: Int?

  package init() {}

  /// Takes the cell of the next row. Cells without a value are left out.
  package mutating func append(_ cell: ArraySlice<UInt8>, line: Int) throws(Problem) {
    let cell = cell.trimmed
    if cell.isEmpty || Self.unknown.contains(where: { cell.elementsEqual($0) }) { return }
    guard let number = Numeral(cell) else { throw .notANumber(line: line) }
    switch (number.point, number.comma) {
    case (let value?, nil):
      pointLine = pointLine ?? line
      values.append(value)
    case (nil, let value?):
      commaLine = commaLine ?? line
      values.append(value)
    case (let point?, let comma?):
      if point != comma {
        open.append((values.count, comma))
        firstOpen = firstOpen ?? (line, String(decoding: cell, as: UTF8.self))
      }
      values.append(point)
    case (nil, nil): throw .notANumber(line: line)
    }
    if let pointLine, let commaLine { throw .twoMarks(pointLine: pointLine, commaLine: commaLine) }
    if values.count > Self.mostNumbers { throw .tooMany }
  }

  /// What programs write where there is nothing: `未抓取` means "not collected".
  private static let unknown: [[UInt8]] = ["-", "--", "\u{2014}", "N/A", "未抓取"].map { Array($0.utf8) }

  /// The numbers, in their order.
  ///
  /// A column whose every mark stands before three digits is read with a point, as all numbers are here; but where cells
  /// are parted by `;`, the writer's comma may well be the decimal one, and is asked about.
  package consuming func numbers(separator: UInt8) throws(Problem) -> [Double] {
    if commaLine != nil {
      for (index, comma) in open { values[index] = comma }
    } else if let firstOpen, pointLine == nil, separator == UInt8(ascii: ";") {
      throw .unclear(line: firstOpen.line, cell: firstOpen.cell)
    }
    return values
  }
}

/// A fan chart as a raster of marks, before glyphs and colours. Row 0 is at the bottom.
struct FanRaster {
  enum Mark: Hashable, CaseIterable {
    case empty, outerBand, innerBand, median, plan
  }

  let columns: Int
  let rows: Int
  /// The row of zero, when the axis crosses it.
  let zeroRow: Int?
  /// The row of the median in each column; nil where there is nothing to draw.
  private(set) var medianRows: [Int?] = []
  private var marks: [Mark]
  private let axis: Axis
  private let rowsPerCell: Int

  /// - Parameter rowsPerCell: raster rows in a line of text: 2 for half blocks.
  init(_ periods: [FanChart.Period], _ axis: Axis, columns: Int, rowsPerCell: Int) {
    self.columns = columns
    self.axis = axis
    self.rowsPerCell = rowsPerCell
    rows = axis.rows * rowsPerCell
    marks = Array(repeating: .empty, count: columns * rows)
    let zero = Self.position(0, axis, rowsPerCell)
    zeroRow = zero > -0.5 && zero < Double(rows) - 0.5 ? Self.row(zero, of: rows) : nil
    drawBands(periods)
    drawPlan(periods)
  }

  subscript(column: Int, row: Int) -> Mark { marks[row * columns + column] }

  /// The column that belongs to a period; one period alone spreads over all columns.
  static func column(of period: Int, of periods: Int, columns: Int) -> Int {
    periods < 2 ? 0 : (period * (columns - 1) + (periods - 1) / 2) / (periods - 1)
  }

  // MARK: Drawing

  private mutating func drawBands(_ periods: [FanChart.Period]) {
    let drawn = periods.map { $0.isFinite ? $0 : nil }
    let (p5, p95) = (curve(drawn.map { $0?.p5 }), curve(drawn.map { $0?.p95 }))
    let (p25, p75) = (curve(drawn.map { $0?.p25 }), curve(drawn.map { $0?.p75 }))
    medianRows = curve(drawn.map { $0?.p50 }).map { $0.map { Self.row($0, of: rows) } }
    for column in 0..<columns {
      fill(column, from: p5[column], to: p95[column], .outerBand)
      fill(column, from: p25[column], to: p75[column], .innerBand)
      guard let row = medianRows[column] else { continue }
      // A steep median stays one connected line.
      let before = column > 0 ? medianRows[column - 1] ?? row : row
      let start = before == row ? row : (before < row ? before + 1 : before - 1)
      for row in min(start, row)...max(start, row) { set(column, row, .median) }
    }
  }

  /// On every other column: a dotted line, told from the median without colour.
  private mutating func drawPlan(_ periods: [FanChart.Period]) {
    for (column, height) in curve(periods.map(\.finitePlan)).enumerated() where column.isMultiple(of: 2) {
      guard let height else { continue }
      set(column, Self.row(height, of: rows), .plan)
    }
  }

  private mutating func fill(_ column: Int, from low: Double?, to high: Double?, _ mark: Mark) {
    guard let low, let high else { return }
    let (first, last) = (Self.row(low, of: rows), Self.row(high, of: rows))
    if first <= last { for row in first...last { set(column, row, mark) } }
  }

  private mutating func set(_ column: Int, _ row: Int, _ mark: Mark) { marks[row * columns + column] = mark }

  // MARK: Positions

  /// The height of a quantity in every column, in raster rows, straight between the periods.
  private func curve(_ values: [Double?]) -> [Double?] {
    let heights = values.map { $0.map { Self.position($0, axis, rowsPerCell) } }
    guard heights.count > 1 else { return Array(repeating: heights.first ?? nil, count: columns) }
    return (0..<columns).map { column in
      let place = Double(column) * Double(heights.count - 1) / Double(max(1, columns - 1))
      let index = min(Int(place), heights.count - 2)
      guard let left = heights[index], let right = heights[index + 1] else {
        // Beside a gap a period still has the column it stands on.
        return place == Double(index) ? heights[index] : nil
      }
      return left + (right - left) * (place - Double(index))
    }
  }

  /// A value's height in raster rows; whole numbers are the middles of rows.
  private static func position(_ value: Double, _ axis: Axis, _ rowsPerCell: Int) -> Double {
    (axis.height(of: value) + 0.5) * Double(rowsPerCell) - 0.5
  }

  private static func row(_ position: Double, of rows: Int) -> Int {
    Int(min(max(position.rounded(), 0), Double(rows - 1)))
  }
}

extension FanChart.Period {
  var finitePlan: Double? { plan.flatMap { $0.isFinite ? $0 : nil } }
}

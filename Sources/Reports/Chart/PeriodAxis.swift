import Language

/// The horizontal axis: which periods get a mark and a label, and where.
struct PeriodAxis {
  struct Label: Hashable {
    /// The column of the mark.
    var mark: Int
    /// The first column of the text.
    var start: Int
    var text: String
  }

  private(set) var labels: [Label] = []
  private let columns: Int

  /// - Parameter texts: printable labels, one per period.
  init(_ texts: [String], columns: Int) {
    self.columns = columns
    guard let last = texts.indices.last else { return }
    // Months like to be counted by quarters and years, weeks and days by fives and tens.
    let strides = [1, 2, 3, 4, 6, 12, 24, 36, 60, 120, 360, texts.count]
    for stride in strides where stride <= texts.count {
      let indices = Self.indices(upTo: last, by: stride)
      labels = indices.map { label(texts[$0], period: $0, of: texts.count) }
      if Self.haveRoom(labels, in: columns) { return }
    }
    labels = [label(texts[last], period: last, of: texts.count)]
    if !Self.haveRoom(labels, in: columns) { labels = [] }
  }

  /// The rule below the plot, with a mark above each label.
  func rule(_ glyphs: Surface.Glyphs) -> String { Self.rule(under: labels, columns: columns, glyphs) }

  var text: String { Self.text(of: labels) }

  static func rule(under labels: [Label], columns: Int, _ glyphs: Surface.Glyphs) -> String {
    let marks = Set(labels.map(\.mark))
    let (line, mark) = glyphs == .ascii ? ("-", "+") : ("─", "┬")
    return (0..<columns).map { marks.contains($0) ? mark : line }.joined()
  }

  static func text(of labels: [Label]) -> String {
    labels.reduce("") { $0.padded(to: $1.start) + $1.text }
  }

  /// Every so many periods, and always the last one: its value is the one that is asked about.
  private static func indices(upTo last: Int, by stride: Int) -> [Int] {
    let regular = Array(Swift.stride(from: 0, through: last, by: stride))
    if regular.last == last { return regular }
    // The label before the last gives way when it stands much too close.
    let crowded = last - (regular.last ?? 0) < (stride + 1) / 2
    return (crowded && regular.count > 1 ? regular.dropLast() : regular) + [last]
  }

  private func label(_ text: String, period: Int, of periods: Int) -> Label {
    let mark = FanRaster.column(of: period, of: periods, columns: columns)
    let width = text.displayWidth
    return Label(mark: mark, start: max(0, min(mark - width / 2, columns - width)), text: text)
  }

  static func haveRoom(_ labels: [Label], in columns: Int) -> Bool {
    labels.allSatisfy { $0.start + $0.text.displayWidth <= columns }
      && zip(labels, labels.dropFirst()).allSatisfy { $0.start + $0.text.displayWidth + 2 <= $1.start }
  }
}

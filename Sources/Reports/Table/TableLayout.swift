import Language

/// Decides how wide each column is and, where they do not fit beside each other, which stand together.
///
/// In this order: full titles; closer columns; short titles; long texts wrapped, first between words, then between the parts
/// of names, then anywhere, each time before and after titles of numbers take two lines; the table split into groups of
/// columns, each beginning with the first column. Nothing is ever cut off.
struct TableLayout {
  /// Columns that stand beside each other, with their widths in cells.
  struct Group: Hashable {
    var columns: [Int]
    var widths: [Int]
  }

  private(set) var titles: [String]
  private(set) var gap = 3
  private(set) var groups: [Group] = []

  /// How texts may be wrapped, and to which width at least, unless a number needs the room.
  private enum Breaks: CaseIterable {
    case words, names, anywhere

    var narrowest: Int { self == .anywhere ? 16 : 12 }
  }

  private let sheet: TableSheet
  /// The widest cell of each column.
  private let widest: [Int]

  /// - Parameter available: cells in a line; nil where lines may have any length.
  init(_ sheet: TableSheet, available: Int?) {
    self.sheet = sheet
    titles = sheet.columns.map(\.title)
    var widest = [Int](repeating: 0, count: titles.count)
    for case .row(let entries, _) in sheet.lines {
      for column in widest.indices { widest[column] = max(widest[column], entries[column].text.displayWidth) }
    }
    self.widest = widest
    guard !titles.isEmpty else { return }
    guard let available else {
      groups = [oneGroup]
      return
    }
    if fits(available) { return }
    gap = 2
    if fits(available) { return }
    titles = sheet.columns.map(\.short)
    if fits(available) { return }
    for breaks in Breaks.allCases {
      for titleLines in 1...2 {
        let narrowest = titles.indices.map { narrowestWidth($0, breaks, titleLines: titleLines) }
        guard let group = wrapped(available, narrowest) else { continue }
        groups = [group]
        return
      }
    }
    groups = split(available)
  }

  private var oneGroup: Group { Group(columns: Array(titles.indices), widths: titles.indices.map(naturalWidth)) }

  private mutating func fits(_ available: Int) -> Bool {
    let group = oneGroup
    guard total(group.widths) <= available else { return false }
    groups = [group]
    return true
  }

  private func total(_ widths: [Int]) -> Int { widths.reduce(0, +) + gap * (widths.count - 1) }

  private func naturalWidth(_ column: Int) -> Int { max(titles[column].displayWidth, widthOfCells(column)) }

  private func widthOfCells(_ column: Int) -> Int { widest[column] }

  private func narrowestWidth(_ column: Int, _ breaks: Breaks = .anywhere, titleLines: Int = 1) -> Int {
    let width = naturalWidth(column)
    guard sheet.columns[column].kind == .text else {
      return titleLines == 1 ? width : max(widthOfCells(column), narrowestTitle(titles[column], lines: titleLines))
    }
    let least = min(width, breaks.narrowest)
    return breaks == .anywhere ? least : max(least, widestWord(column, breakingNames: breaks == .names))
  }

  private func narrowestTitle(_ title: String, lines: Int) -> Int {
    Wrapping(StyledLine(title).spans).narrowest(lines: lines)
  }

  private func widestWord(_ column: Int, breakingNames: Bool) -> Int {
    let cells = sheet.lines.compactMap { line -> String? in
      guard case .row(let entries, _) = line else { return nil }
      return entries[column].text
    }
    return (cells + [titles[column]]).reduce(0) { widest, text in
      max(widest, Wrapping(StyledLine(text).spans).widestWord(breakingNames: breakingNames))
    }
  }

  /// Takes cell after cell from whichever column is widest; nil when that does not suffice.
  private func wrapped(_ available: Int, _ narrowest: [Int]) -> Group? {
    var group = oneGroup
    guard total(narrowest) <= available else { return nil }
    var excess = total(group.widths) - available
    while excess > 0 {
      let shrinkable = group.columns.filter { group.widths[$0] > narrowest[$0] }
      guard let widest = shrinkable.max(by: { group.widths[$0] < group.widths[$1] }) else { return nil }
      group.widths[widest] -= 1
      excess -= 1
    }
    return group
  }

  private func split(_ available: Int) -> [Group] {
    // The first column is read in every group: it may have a third of the line.
    let first = min(naturalWidth(0), max(narrowestWidth(0), available / 3), available)
    var groups: [Group] = []
    var group = Group(columns: [0], widths: [first])
    for column in titles.indices.dropFirst() {
      let width = min(narrowestWidth(column), available - gap - 1)
      if total(group.widths + [width]) > available, group.columns.count > 1 {
        groups.append(group)
        group = Group(columns: [0], widths: [first])
      }
      // A number that needs more room takes it from the first column, whose text can be wrapped further.
      let excess = total(group.widths + [width]) - available
      if excess > 0 { group.widths[0] -= excess }
      group.columns.append(column)
      group.widths.append(width)
    }
    return (groups + [group]).map { widened($0, available) }
  }

  /// What a group leaves of the line goes to its texts, so that they wrap less.
  private func widened(_ group: Group, _ available: Int) -> Group {
    var group = group
    var free = available - total(group.widths)
    for (place, column) in group.columns.enumerated() where free > 0 {
      let more = min(free, max(0, naturalWidth(column) - group.widths[place]))
      group.widths[place] += more
      free -= more
    }
    return group
  }
}

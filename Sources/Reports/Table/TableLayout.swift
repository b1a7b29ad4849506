import Language

/// Decides how wide each column is and, where they do not fit beside each other, which stand together.
///
/// In this order: full titles; closer columns; short titles; long texts wrapped; the table split into groups of
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

  /// Texts are not wrapped to less than this, unless a number needs the room.
  private static let narrowestText = 16
  private let sheet: TableSheet

  /// - Parameter available: cells in a line; nil where lines may have any length.
  init(_ sheet: TableSheet, available: Int?) {
    self.sheet = sheet
    titles = sheet.columns.map(\.title)
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
    groups = wrapped(available).map { [$0] } ?? split(available)
  }

  private var oneGroup: Group { Group(columns: Array(titles.indices), widths: titles.indices.map(naturalWidth)) }

  private mutating func fits(_ available: Int) -> Bool {
    let group = oneGroup
    guard total(group.widths) <= available else { return false }
    groups = [group]
    return true
  }

  private func total(_ widths: [Int]) -> Int { widths.reduce(0, +) + gap * (widths.count - 1) }

  private func naturalWidth(_ column: Int) -> Int {
    sheet.lines.reduce(titles[column].displayWidth) { widest, line in
      guard case .row(let entries, _) = line else { return widest }
      return max(widest, entries[column].text.displayWidth)
    }
  }

  private func narrowestWidth(_ column: Int) -> Int {
    let width = naturalWidth(column)
    return sheet.columns[column].kind == .text ? min(width, Self.narrowestText) : width
  }

  /// Takes cell after cell from whichever text column is widest; nil when that does not suffice.
  private func wrapped(_ available: Int) -> Group? {
    var group = oneGroup
    let narrowest = group.columns.map(narrowestWidth)
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
    return groups + [group]
  }
}

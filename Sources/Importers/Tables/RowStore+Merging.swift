/// What a merge has done to a table.
package struct MergeCount: Hashable, Sendable {
  package internal(set) var added = 0
  /// Rows that were there and say something else now.
  package internal(set) var changed = 0
  package internal(set) var same = 0
  /// Days of ads that the platform has counted anew, and by how much their spend has changed.
  package internal(set) var restatedSpend = Amount.zero

  package init() {}
}

extension RowStore {
  /// The table with these rows in it, sorted by key, each key once.
  ///
  /// Of two rows of one key the later import counts where days are restated. Elsewhere the one that has come further,
  /// then the one that knows more, then the greater in bytes: an order of rows, so that it does not matter which file
  /// came first.
  package mutating func merged(with new: inout RowStore, replacing: Bool = false) -> (bytes: [UInt8], count: MergeCount)
  {
    var count = MergeCount()
    sort()
    new.sort()
    var result = Array((kind.columns.joined(separator: ",") + "\n").utf8)
    let size = { (store: RowStore) in store.rows.reduce(0) { $0 + Int($1.end - $1.start) } }
    result.reserveCapacity(result.count + size(self) + size(new))
    var (old, fresh) = (0, 0)
    while old < rows.count || fresh < new.rows.count {
      let order =
        old == rows.count ? 1 : fresh == new.rows.count ? -1 : Self.compare(self, rows[old], new, new.rows[fresh])
      var known: ArraySlice<UInt8>?
      var wanted: ArraySlice<UInt8>?
      if order <= 0 { known = take(&old) { kind.isRestated } }
      if order >= 0 { wanted = new.take(&fresh) { kind.isRestated } }
      switch (known, wanted) {
      case (let known?, nil): result.append(contentsOf: known)
      case (nil, let wanted?):
        count.added += 1
        result.append(contentsOf: wanted)
      case (let known?, let wanted?):
        let kept = kind.isRestated || replacing ? wanted : kind.better(known, wanted)
        result.append(contentsOf: kept)
        if kept.elementsEqual(known) {
          count.same += 1
        } else {
          count.changed += 1
          if kind.isRestated { count.restatedSpend += kind.spend(kept) - kind.spend(known) }
        }
      case (nil, nil): break
      }
    }
    return (result, count)
  }

  /// The row of the next key: of several the last, or the best.
  private func take(_ next: inout Int, lastWins: () -> Bool) -> ArraySlice<UInt8> {
    let first = rows[next]
    var best = bytes(first)
    next += 1
    while next < rows.count, compare(first, rows[next]) == 0 {
      let other = bytes(rows[next])
      best = lastWins() ? other : kind.better(best, other)
      next += 1
    }
    return best
  }
}

extension TableKind {
  fileprivate func better(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    if a.elementsEqual(b) { return a }
    let (one, other) = (CSVLine.cells(a), CSVLine.cells(b))
    if let (column, words) = stages, one.count > column, other.count > column {
      let (first, second) = (words.firstIndex(of: one[column]) ?? -1, words.firstIndex(of: other[column]) ?? -1)
      if first != second { return first > second ? a : b }
    }
    let (known, more) = (one.count { !$0.isEmpty }, other.count { !$0.isEmpty })
    if known != more { return known > more ? a : b }
    return a.lexicographicallyPrecedes(b) ? b : a
  }

  fileprivate func spend(_ row: ArraySlice<UInt8>) -> Amount {
    guard let place = columns.firstIndex(of: "spend") else { return .zero }
    let cells = CSVLine.cells(row)
    guard cells.indices.contains(place) else { return .zero }
    return DecimalText(Array(cells[place].utf8)[...], assuming: .point)?.amount ?? .zero
  }
}

/// A row of our own tables: quotes are closed, and no line ends in a cell.
enum CSVLine {
  static func cells(_ row: ArraySlice<UInt8>) -> [String] {
    var cells: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    for byte in row {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted, UInt8(ascii: "\n"):
        cells.append(String(decoding: cell, as: UTF8.self))
        cell.removeAll(keepingCapacity: true)
      default: cell.append(byte)
      }
    }
    return cells
  }
}

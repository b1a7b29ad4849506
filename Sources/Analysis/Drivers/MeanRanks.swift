/// The ranks of values among themselves, counted from 1; equal values share the mean of theirs.
package struct MeanRanks: Sendable {
  /// In the order of the values.
  package let ranks: [Double]
  /// The places of the values, lowest first; equal ones in their order.
  package let order: [Int]

  package init(_ values: [Double]) {
    let sorted = values.enumerated().sorted { ($0.element, $0.offset) < ($1.element, $1.offset) }
    var ranks = [Double](repeating: 0, count: values.count)
    var first = 0
    while first < sorted.count {
      var end = first + 1
      while end < sorted.count, sorted[end].element == sorted[first].element { end += 1 }
      // The mean of first + 1 … end.
      for place in first..<end { ranks[sorted[place].offset] = Double(first + 1 + end) / 2 }
      first = end
    }
    self.ranks = ranks
    order = sorted.map(\.offset)
  }
}

/// "Did you mean": the known names nearest to a mistyped one.
package enum Nearest {
  /// Who has so many channels that more are as near gets no help from a longer list.
  private static let most = 12

  /// All names at the smallest distance, in alphabetical order, at most twelve; none if nothing is near.
  ///
  /// Near means at most two edits (insert, drop, replace, swap of neighbours), or a third of the typed length if that
  /// is more, and some letter in common. Of three letters or fewer only one may differ, or some may be missing at the
  /// end: two edits make nearly any short word of any other. Case and full-width spelling do not count. Dotted names are also compared
  /// segment by segment, so that each segment may have its own slips, and a name of fewer segments is compared with
  /// the last ones: `bugdet` finds `ads.meta.budget`.
  package static func names(to typed: String, among candidates: some Sequence<String>) -> [String] {
    let typed = Spelling(typed)
    var best = Int.max
    var found: Set<String> = []
    for candidate in candidates {
      guard let distance = typed.distance(to: Spelling(candidate)), distance <= best else { continue }
      if distance < best { found = [] }
      best = distance
      found.insert(candidate)
    }
    return Array(found.sorted().prefix(most))
  }
}

/// A name as it is compared: folded lower-case scalars, whole and in segments.
private struct Spelling {
  let whole: [Unicode.Scalar]
  let segments: [[Unicode.Scalar]]

  init(_ name: String) {
    whole = Array(Fold.key(name).unicodeScalars)
    segments = whole.split(separator: ".", omittingEmptySubsequences: false).map(Array.init)
  }

  /// The smaller of the distances as a whole and by segments; nil if both are too far.
  func distance(to candidate: Spelling) -> Int? {
    let asWhole = Self.nearDistance(whole, candidate.whole)
    guard let bySegments = segmentDistance(to: candidate) else { return asWhole }
    return min(asWhole ?? bySegments, bySegments)
  }

  private func segmentDistance(to candidate: Spelling) -> Int? {
    guard candidate.segments.count > 1, segments.count <= candidate.segments.count else { return nil }
    var sum = 0
    for (typed, known) in zip(segments, candidate.segments.suffix(segments.count)) {
      guard let distance = Self.nearDistance(typed, known) else { return nil }
      sum += distance
    }
    return sum
  }

  private static func nearDistance(_ typed: [Unicode.Scalar], _ known: [Unicode.Scalar]) -> Int? {
    if typed == known { return 0 }
    let isShort = typed.count <= 3 && !known.starts(with: typed)
    let limit = isShort ? 1 : max(2, typed.count / 3)
    guard abs(typed.count - known.count) <= limit else { return nil }
    let distance = alignmentDistance(typed, known)
    return distance <= limit && distance < max(typed.count, known.count) ? distance : nil
  }

  /// Optimal string alignment: Damerau–Levenshtein distance in which no stretch is edited twice. Three rows of the
  /// usual table, O(a · b) time. Boytsov, "Indexing methods for approximate dictionary searching", 2011,
  /// doi:10.1145/1963190.1963191.
  private static func alignmentDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i]
      row.reserveCapacity(b.count + 1)
      for j in 1...b.count {
        let replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
        var cost = min(replaced, last[j] + 1, row[j - 1] + 1)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          cost = min(cost, beforeLast[j - 2] + 1)
        }
        row.append(cost)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}

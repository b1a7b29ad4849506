/// The smallest or largest value of a parameter at which a target is met.
///
/// Every value is tried in the same worlds, so that the curve is smooth where the truth is. First the grid is scanned, and
/// what lies beyond it while nothing on it decides. Wherever the target begins or ceases to hold between two neighbours,
/// that place is narrowed down by regula falsi and halving in turn, until it is known much better than the worlds allow.
///
/// The interval turns the Monte Carlo error of the figure into one of the value: it holds every value whose own 95 %
/// interval contains the bound. Where the curve is straight over that distance this is the delta method, error ÷ slope; where it
/// bends the ends bend with it.
package struct Solution: Sendable {
  package struct Point: Equatable, Sendable {
    package let value: Double
    package let reading: Reading?
    package let holds: Bool
    /// Is the figure's whole interval on that side?
    package let isClear: Bool
    package let outlook: Outlook
  }

  /// A place where the target begins or ceases to hold.
  package struct Crossing: Equatable, Sendable {
    /// On the side where the target holds, to as many digits as make sense.
    package let value: Double
    /// Does it hold above?
    package let holdsAbove: Bool
    /// Nil ends lie outside of what was tried.
    package let low: Double?
    package let high: Double?
  }

  package enum Verdict: Equatable, Sendable {
    /// Every value that was tried meets the target.
    case always
    /// None does.
    case never
    /// This value and all above it do.
    case from(Crossing)
    /// This value and all below it do.
    case upTo(Crossing)
    /// Only a stretch in the middle does; the first one.
    case within(Crossing, Crossing)
  }

  package let target: Target
  /// Everything that was tried, by value.
  package private(set) var points: [Point] = []
  /// Those of them that were scanned, not those that narrow a crossing down.
  package private(set) var scanned: [Point] = []
  package private(set) var crossings: [Crossing] = []
  package private(set) var verdict = Verdict.never
  /// Was everything tried that was to be?
  package private(set) var isFinished = false

  /// Does the target begin or cease to hold more than once, beyond doubt?
  package var crossesOften: Bool { crossings.count > 1 }

  /// The value to answer with.
  package var answer: Crossing? {
    switch verdict {
    case .from(let crossing), .upTo(let crossing), .within(let crossing, _): crossing
    case .always, .never: nil
    }
  }

  /// Steps that narrow one crossing down, and those that make its interval.
  private static let steps = 10
  private static let stepsOfInterval = 6

  /// At most so many runs, for the bar that shows how far the work is.
  package static func mostRuns(_ grid: [Double]) -> Int { grid.count + steps + stepsOfInterval + 1 }

  /// - Parameters:
  ///   - grid: values to scan, ascending.
  ///   - beyond: values above them, tried one after the other while all of the grid is on the wrong side.
  ///   - isWhole: only whole numbers are values.
  ///   - evaluate: runs the worlds at a value; nil ends the search, which keeps what it has.
  package init(
    _ target: Target, grid: [Double], beyond: [Double] = [], isWhole: Bool = false,
    evaluate: (Double) -> Summary?
  ) {
    self.target = target
    crossings = search(grid, beyond, isWhole, evaluate)
    verdict = judged
  }

  private mutating func search(
    _ grid: [Double], _ beyond: [Double], _ isWhole: Bool, _ evaluate: (Double) -> Summary?
  ) -> [Crossing] {
    guard scan(grid, beyond, evaluate) else { return [] }
    var found: [Crossing] = []
    for (left, right) in flips() {
      guard let crossing = narrow(left, right, isWhole, evaluate) else { return found }
      found.append(crossing)
    }
    isFinished = true
    return found
  }

  // MARK: Looking

  /// Tries a value once; nil when the search is to end.
  private mutating func point(_ value: Double, _ evaluate: (Double) -> Summary?) -> Point? {
    if let known = points.first(where: { $0.value == value }) { return known }
    guard let summary = evaluate(value) else { return nil }
    let reading = target.measure.reading(in: summary)
    let point = Point(
      value: value, reading: reading, holds: target.holds(reading), isClear: target.isClear(reading),
      outlook: Outlook(summary))
    points.insert(point, at: points.firstIndex { $0.value > value } ?? points.count)
    return point
  }

  private mutating func scan(_ grid: [Double], _ beyond: [Double], _ evaluate: (Double) -> Summary?) -> Bool {
    for value in grid {
      guard let point = point(value, evaluate) else { return false }
      scanned.append(point)
    }
    for value in beyond where !scanned.contains(where: \.holds) {
      guard value > scanned.last?.value ?? -.infinity else { continue }
      guard let point = point(value, evaluate) else { return false }
      scanned.append(point)
    }
    return true
  }

  /// Neighbours on different sides, without islands that may be luck: stretches between two flips no point of which is clear.
  private func flips() -> [(Point, Point)] {
    var flips: [(place: Int, points: (Point, Point))] = []
    for place in scanned.indices.dropFirst() where scanned[place].holds != scanned[place - 1].holds {
      if let last = flips.last, !scanned[last.place..<place].contains(where: \.isClear) {
        flips.removeLast()
      } else {
        flips.append((place, (scanned[place - 1], scanned[place])))
      }
    }
    return flips.map(\.points)
  }

  // MARK: Narrowing down

  private mutating func narrow(
    _ left: Point, _ right: Point, _ isWhole: Bool, _ evaluate: (Double) -> Summary?
  ) -> Crossing? {
    // After an island was left out the neighbours of a flip may be on one side.
    guard left.holds != right.holds else { return nil }
    var (left, right) = (left, right)
    for step in 0..<Self.steps where !isNarrow(left, right, isWhole) {
      guard let middle = point(between(left, right, step, isWhole), evaluate) else { return nil }
      if middle.holds == left.holds { left = middle } else { right = middle }
    }
    guard frame(left, right, isWhole, evaluate) else { return nil }
    let ends = ends(left, right)
    let exact = left.holds ? left.value : right.value
    let value = readable(exact, ends, isWhole, up: right.holds)
    _ = point(value, evaluate)
    return Crossing(value: value, holdsAbove: right.holds, low: ends.low, high: ends.high)
  }

  private func isNarrow(_ left: Point, _ right: Point, _ isWhole: Bool) -> Bool {
    let gap = right.value - left.value
    if isWhole { return gap <= 1 }
    if gap <= 1e-4 * max(left.value.magnitude, right.value.magnitude) { return true }
    // Where the figures on both sides differ by much less than their error, more steps would only measure luck.
    guard let a = left.reading, let b = right.reading, let error = a.halfWidth else { return false }
    return (a.value - b.value).magnitude <= 0.1 * error
  }

  /// Where the straight line between two points meets the bound, and, every other time, half-way: steps of a curve that counts
  /// worlds would hold the first back.
  private func between(_ left: Point, _ right: Point, _ step: Int, _ isWhole: Bool) -> Double {
    let gap = right.value - left.value
    var share = 0.5
    if step.isMultiple(of: 2), let a = left.reading?.value, let b = right.reading?.value, a != b {
      share = min(max((target.bound - a) / (b - a), 0.05), 0.95)
    }
    let value = left.value + gap * share
    guard isWhole else { return value }
    return min(max(value.rounded(), left.value + 1), right.value - 1)
  }

  // MARK: The interval

  /// Tries values on both sides of a crossing, as far away as the error reaches and further, until the figure is clear there.
  private mutating func frame(
    _ left: Point, _ right: Point, _ isWhole: Bool, _ evaluate: (Double) -> Summary?
  ) -> Bool {
    guard let error = left.reading?.halfWidth ?? right.reading?.halfWidth, error > 0 else { return true }
    let slope = slope(around: left, right)
    guard slope > 0 else { return true }
    for isUpper in [false, true] {
      var distance = 1.1 * error / slope
      for _ in 0..<(Self.stepsOfInterval / 2) {
        let start = isUpper ? right.value : left.value
        guard let limit = isUpper ? scanned.last?.value : scanned.first?.value else { break }
        var value = isUpper ? min(start + distance, limit) : max(start - distance, limit)
        if isWhole { value = value.rounded(isUpper ? .up : .down) }
        guard let point = point(value, evaluate) else { return false }
        if point.isClear || value == limit { break }
        distance *= 1.6
      }
    }
    return true
  }

  /// How much the figure changes per unit, over a distance at which that is more than a step of the curve.
  private func slope(around left: Point, _ right: Point) -> Double {
    let near = max(0.02 * max(left.value.magnitude, right.value.magnitude), right.value - left.value)
    let below = points.last { $0.value <= left.value - near && $0.reading != nil } ?? left
    let above = points.first { $0.value >= right.value + near && $0.reading != nil } ?? right
    guard let a = below.reading?.value, let b = above.reading?.value, above.value > below.value else { return 0 }
    return ((b - a) / (above.value - below.value)).magnitude
  }

  /// Where the ends of the figures' intervals meet the bound, on either side of a crossing.
  private func ends(_ left: Point, _ right: Point) -> (low: Double?, high: Double?) {
    let below = points.filter { $0.value <= left.value }.reversed()
    let above = points.filter { $0.value >= right.value }
    return (end(Array(below), opposite: right), end(above, opposite: left))
  }

  /// Walks away from a crossing until a figure is clear, and goes back to where its interval's end is the bound.
  private func end(_ walk: [Point], opposite: Point) -> Double? {
    var last = opposite
    for point in walk {
      if point.isClear, point.holds != opposite.holds { return meeting(last, point) }
      last = point
    }
    return nil
  }

  /// Between a figure in doubt and a clear one, where the end that decides is the bound.
  private func meeting(_ doubtful: Point, _ clear: Point) -> Double {
    guard let a = nearEnd(doubtful, clear), let b = nearEnd(clear, clear), a != b else { return clear.value }
    let share = min(max((target.bound - a) / (b - a), 0), 1)
    return doubtful.value + (clear.value - doubtful.value) * share
  }

  /// The end of a figure's interval that is the last to leave the bound towards the side of the clear point.
  private func nearEnd(_ point: Point, _ clear: Point) -> Double? {
    guard let interval = point.reading?.interval, let value = clear.reading?.value else { return nil }
    return value > target.bound ? interval.lowerBound : interval.upperBound
  }

  /// To about a tenth of the interval, and never to the wrong side.
  private func readable(_ exact: Double, _ ends: (low: Double?, high: Double?), _ isWhole: Bool, up: Bool) -> Double {
    if isWhole { return exact.rounded(up ? .up : .down) }
    let rule: FloatingPointRoundingRule = up ? .up : .down
    guard let low = ends.low, let high = ends.high, high > low else { return exact.rounded(digits: 3, rule) }
    var unit = 1.0
    while unit > (high - low) / 8 { unit /= 10 }
    while unit * 10 <= (high - low) / 8 { unit *= 10 }
    return exact.rounded(to: unit, rule)
  }

  // MARK: The verdict

  private var judged: Verdict {
    guard let first = crossings.first, let last = crossings.last else {
      return scanned.first?.holds ?? false ? .always : .never
    }
    if last.holdsAbove { return .from(last) }
    return first.holdsAbove && crossings.count > 1 ? .within(first, crossings[1]) : .upTo(first)
  }
}

package import Language
import Statistics

/// How the interest in search terms moves over the year and from year to year: by Google Trends, whose numbers are shares of
/// the highest one.
///
/// The laws are those of the manual's page on niches: a rise without a like one a year before is a fad, or too new to tell;
/// all else is a season and a growth, each as sure as years and counts allow.
package struct Interest: Sendable {
  package enum Step: Sendable { case day, week, month }

  package struct Point: Sendable {
    /// The day that stands for it: a week's fourth, a month's fifteenth.
    package let day: CalendarDate
    package let value: Double

    /// - Parameter from: the first day of the step.
    package init(from: CalendarDate, _ value: Double, _ step: Step) {
      self.value = value == 0 ? 0.25 : value
      switch step {
      case .day: day = from
      case .week: day = from.adding(days: 3) ?? from
      case .month: day = CalendarDate(year: from.year, month: from.month, day: 15) ?? from
      }
    }
  }

  /// What the points come to.
  package enum Finding: Sendable {
    /// Less than two years: nothing can be taken from it.
    case tooShort
    /// Days until half of what is above the base has gone, from so many points; nil where they are too few.
    case fad(halflife: Double?, points: Int)
    /// It has risen like a fad and not fallen yet: it may be growth.
    case new
    case yearly(Yearly)
  }

  /// A season and a growth a year.
  package struct Yearly: Sendable {
    package enum Direction: String, Sendable { case rising, falling, steady }

    package let years: Double
    /// How far the points are believed, 0 to 1.
    package let weight: Double
    /// By calendar month, of mean 1, and the same drawn towards 1.
    package let seasonRaw: [Double]
    package let season: [Double]
    /// Of the logarithm.
    package let slope: Double
    package let slopeError: Double
    package let lag1: Double
    package let yearlyGrowth: [Double]
    package let growthDeviation: Double
    /// Growth a year.
    package let trend: (p5: Double, p50: Double, p95: Double)
    package let demandDeviation: Double
    package let demandHalflife: Double
    package let direction: Direction
    package let isSeasonal: Bool
    /// Numbers under ten say little about shapes.
    package let isCoarse: Bool
  }

  package let points: [Point]
  package let step: Step
  package let peak: Double
  package let peakDay: CalendarDate
  package let now: Double
  /// What was usual half a year before the peak; nil where too little is known of that time.
  package let base: Double?
  package let finding: Finding

  /// Days that the points stand for, the last as many as each other one.
  package var span: Int { Self.span(points.map(\.day.daysSinceEpoch)) }

  private static func span(_ days: [Int]) -> Int {
    guard days.count > 1, let first = days.first, let last = days.last else { return 0 }
    return Int((Double(last - first) * Double(days.count) / Double(days.count - 1)).rounded())
  }

  private static let window = 91
  private static let leastSpan = 728

  /// - Parameter points: in the order of their days; without the last week or day, which is not over.
  /// - Returns: nil without points.
  package init?(_ points: [Point], _ step: Step) {
    guard !points.isEmpty else { return nil }
    (self.points, self.step) = (points, step)
    let days = points.map(\.day.daysSinceEpoch)
    let values = points.map(\.value)
    let smooth = Self.trailingMeans(days, values)
    let top = smooth.indices.max { smooth[$0] < smooth[$1] || smooth[$0] == smooth[$1] && $0 > $1 } ?? 0
    (peak, peakDay, now) = (smooth[top], points[top].day, smooth[smooth.count - 1])
    let before = days.indices.filter { days[$0] < days[top] - 182 }.map { values[$0] }
    base = before.count >= 13 ? Self.median(before) : nil
    let highest = peak
    let isLike = days.indices.contains { place in
      (305...425).contains(days[top] - days[place]) && smooth[place] >= highest / 2
    }
    if Self.span(days) < Self.leastSpan {
      finding = .tooShort
    } else if let base, highest >= 4 * base, !isLike {
      finding = now <= highest / 2 ? Self.fad(days, values, base: base) : .new
    } else {
      finding = Self.yearly(points, days, values, step).map { .yearly($0) } ?? .tooShort
    }
  }

  // MARK: Parts

  private static func trailingMeans(_ days: [Int], _ values: [Double]) -> [Double] {
    var first = 0
    return days.indices.map { place in
      while days[first] <= days[place] - window { first += 1 }
      return values[first...place].reduce(0, +) / Double(place - first + 1)
    }
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  /// The line through the logarithms of what is above the base, until a tenth of it is left.
  private static func fad(_ days: [Int], _ values: [Double], base: Double) -> Finding {
    let top = values.indices.max { values[$0] < values[$1] || values[$0] == values[$1] && $0 > $1 } ?? 0
    let height = values[top] - base
    var line: [(day: Double, log: Double)] = []
    for place in top..<values.count {
      let above = values[place] - base
      guard above >= height / 10, above > 0 else { break }
      line.append((Double(days[place] - days[top]), Elementary.log(above)))
    }
    guard line.count >= 6 else { return .fad(halflife: nil, points: line.count) }
    let meanDay = line.reduce(0) { $0 + $1.day } / Double(line.count)
    let meanLog = line.reduce(0) { $0 + $1.log } / Double(line.count)
    let spread = line.reduce(0) { $0 + ($1.day - meanDay) * ($1.day - meanDay) }
    let slope = line.reduce(0) { $0 + ($1.day - meanDay) * ($1.log - meanLog) } / spread
    return .fad(halflife: slope < 0 ? Elementary.log(2) / -slope : nil, points: line.count)
  }

  /// Least squares of the logarithm on twelve months and time.
  private static func yearly(_ points: [Point], _ days: [Int], _ values: [Double], _ step: Step) -> Yearly? {
    let count = points.count
    let times = days.map { Double($0 - days[0]) / 365.25 }
    let months = points.map { $0.day.month - 1 }
    let logs = values.map { Elementary.log($0) }
    guard count > 13, Set(months).count == 12 else { return nil }
    // Within months: the slope is that of what differs from the month's means.
    func centred(_ series: [Double]) -> (rest: [Double], means: [Double]) {
      var (sums, counts) = ([Double](repeating: 0, count: 12), [Double](repeating: 0, count: 12))
      for place in series.indices {
        sums[months[place]] += series[place]
        counts[months[place]] += 1
      }
      let means = zip(sums, counts).map { $0 / $1 }
      return (series.indices.map { series[$0] - means[months[$0]] }, means)
    }
    let (time, log) = (centred(times), centred(logs))
    let spread = time.rest.reduce(0) { $0 + $1 * $1 }
    guard spread > 0 else { return nil }
    let slope = zip(time.rest, log.rest).reduce(0) { $0 + $1.0 * $1.1 } / spread
    let rest = zip(time.rest, log.rest).map { $1 - slope * $0 }
    let squares = rest.reduce(0) { $0 + $1 * $1 }
    let deviation = (squares / Double(count - 13)).squareRoot()
    let products = zip(rest, rest.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 }
    let lag1 = squares > 0 ? min(0.99, max(0, products / squares)) : 0
    let error = deviation / spread.squareRoot() * ((1 + lag1) / (1 - lag1)).squareRoot()
    let effects = (0..<12).map { log.means[$0] - slope * time.means[$0] }
    let middle = effects.reduce(0, +) / 12
    let factors = effects.map { Elementary.exp($0 - middle) }
    let mean = factors.reduce(0, +) / 12
    let raw = factors.map { $0 / mean }
    let years = Double(span(days)) / 365.25
    let usual = median(values)
    let weight = years / (years + 1) * min(1, usual / 10)
    let growth = growth(days, values)
    let scatter = growth.count < 2 ? 0.2 : max(0.1, Self.deviation(growth))
    let bound = Normal.quantile(0.95)
    let width = bound * (weight * error * weight * error + scatter * scatter).squareRoot()
    func rate(_ log: Double) -> Double { Elementary.exp(log) - 1 }
    let stepDays = step == .month ? 30.0 : step == .week ? 7 : 1
    let halflife = lag1 > 0 ? stepDays * Elementary.log(2) / -Elementary.log(lag1) : 0
    let season = raw.map { 1 + weight * ($0 - 1) }
    let direction: Yearly.Direction =
      slope - bound * error > Elementary.log(1.1)
      ? .rising : slope + bound * error < -Elementary.log(1.1) ? .falling : .steady
    return Yearly(
      years: years, weight: weight, seasonRaw: raw, season: season, slope: slope, slopeError: error, lag1: lag1,
      yearlyGrowth: growth, growthDeviation: scatter,
      trend: (rate(weight * slope - width), rate(weight * slope), rate(weight * slope + width)),
      demandDeviation: min(0.6, max(0.03, deviation)), demandHalflife: min(180, max(3, halflife)),
      direction: direction, isSeasonal: (season.max() ?? 1) >= 1.5 * (season.min() ?? 1), isCoarse: usual < 10)
  }

  /// Logarithms of year over year, in whole years counted back from the last point; the latest first.
  private static func growth(_ days: [Int], _ values: [Double]) -> [Double] {
    let last = Double(days[days.count - 1])
    let whole = Int((last - Double(days[0])) / 365.25)
    let means = (0..<whole).map { back -> Double in
      let (from, to) = (last - 365.25 * Double(back + 1), last - 365.25 * Double(back))
      let inside = days.indices.filter { Double(days[$0]) > from && Double(days[$0]) <= to }.map { values[$0] }
      return inside.isEmpty ? 0 : Elementary.log(inside.reduce(0, +) / Double(inside.count))
    }
    return zip(means, means.dropFirst()).map { $0 - $1 }
  }

  private static func deviation(_ values: [Double]) -> Double {
    let mean = values.reduce(0, +) / Double(values.count)
    return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)).squareRoot()
  }
}

/// The law of observed values: the i-th of n, in ascending order, stands at the probability (i − ½)/n, straight lines lead
/// from one to the next, and beyond the outermost two the quantile function is level. So draws lie anywhere between
/// neighbouring observations and never beyond the outermost.
///
/// Of the nine definitions of a sample's quantiles this is Hyndman and Fan's type 5 (Hazen 1914), and the one that keeps
/// the mean: every value covers 1/n of the probabilities, so the mean of the draws is the mean of what was observed. Type 7,
/// which `Quantiles` and spreadsheets use to describe a sample, stands the outermost values at 0 and 1, counts them half, and
/// draws 3, 7, 7, 12, 40 with a mean of 11.9 instead of 13.8. Steps from value to value would keep the mean as well, but
/// say that nothing between two observed prices can happen. The standard deviation is that of the draws, a little below the
/// sample's own.
package struct EmpiricalLaw: LawForm {
  /// Ascending.
  package let values: [Double]

  package init(_ values: [Double]) throws(LawError) {
    guard !values.isEmpty else { throw LawError("at least one value is needed") }
    for value in values {
      try LawError.check(value, "a value")
    }
    self.values = values.sorted()
  }

  package func quantile(_ u: Double) -> Double {
    guard u >= 0, u <= 1 else { return .nan }
    let place = min(max(u * Double(values.count) - 0.5, 0), Double(gaps))
    let rank = Int(place)
    let (low, high) = (values[rank], values[min(rank + 1, gaps)])
    return min(low + (place - Double(rank)) * (high - low), high)
  }

  package func cdf(_ x: Double) -> Double {
    guard !x.isNaN else { return x }
    let notAbove = countNotAbove(x)
    guard notAbove > 0 else { return 0 }
    guard notAbove <= gaps else { return 1 }
    let (low, high) = (values[notAbove - 1], values[notAbove])
    return (Double(notAbove) - 0.5 + (x - low) / (high - low)) / Double(values.count)
  }

  package func density(_ x: Double) -> Double {
    guard x >= values[0], x <= values[gaps] else { return 0 }
    let notAbove = countNotAbove(x)
    let isRepeated = values[notAbove - 1] == x && notAbove > 1 && values[notAbove - 2] == x
    if isRepeated || x == values[0] || x == values[gaps] { return .infinity }
    return 1 / (Double(values.count) * (values[notAbove] - values[notAbove - 1]))
  }

  /// The mean of the values. A second pass takes off what rounding has left of the first, or a column of equal prices
  /// would have another price for its mean.
  package var mean: Double {
    let count = Double(values.count)
    let rough = values.reduce(0.0, +) / count
    return rough + values.reduce(0.0) { $0 + ($1 - rough) } / count
  }

  package var standardDeviation: Double {
    let centre = mean
    let ends = [values[0], values[gaps]].reduce(0.0) { $0 + ($1 - centre) * ($1 - centre) / 2 }
    // The mean square of a straight line from a to b is (a² + ab + b²)/3.
    let sum = (0..<gaps).reduce(ends) { sum, i in
      let (a, b) = (values[i] - centre, values[i + 1] - centre)
      return sum + (a * a + a * b + b * b) / 3
    }
    return Elementary.squareRoot(sum / Double(values.count))
  }

  private var gaps: Int { values.count - 1 }

  /// How many values are at most x.
  private func countNotAbove(_ x: Double) -> Int {
    var (low, high) = (0, values.count)
    while low < high {
      let middle = (low + high) / 2
      if values[middle] <= x { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

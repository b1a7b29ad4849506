/// The law of observed values: their sample quantile of type 7 (`Quantiles`) as the quantile function, so draws lie
/// anywhere between neighbouring observations and never beyond the outermost.
///
/// Mean and standard deviation are those of the draws: with few values they differ a little from the sample's own.
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

  /// Linear between the values, which stand at 0, 1/(n − 1), 2/(n − 1) … 1.
  package func quantile(_ u: Double) -> Double {
    guard u >= 0, u <= 1 else { return .nan }
    let place = u * Double(gaps)
    let rank = min(Int(place), gaps)
    let (low, high) = (values[rank], values[min(rank + 1, gaps)])
    return min(low + (place - Double(rank)) * (high - low), high)
  }

  package func cdf(_ x: Double) -> Double {
    guard !x.isNaN else { return x }
    let notAbove = countNotAbove(x)
    guard notAbove > 0 else { return 0 }
    guard notAbove <= gaps else { return 1 }
    let (low, high) = (values[notAbove - 1], values[notAbove])
    return (Double(notAbove - 1) + (x - low) / (high - low)) / Double(gaps)
  }

  package func density(_ x: Double) -> Double {
    let notAbove = countNotAbove(x)
    let repeated = notAbove > 0 && values[notAbove - 1] == x && (gaps == 0 || notAbove > 1 && values[notAbove - 2] == x)
    if repeated { return .infinity }
    guard x >= values[0], x <= values[gaps] else { return 0 }
    let upper = min(notAbove, gaps)
    return 1 / (Double(gaps) * (values[upper] - values[upper - 1]))
  }

  package var mean: Double {
    guard gaps > 0 else { return values[0] }
    let sum = (0..<gaps).reduce(0.0) { $0 + (values[$1] + values[$1 + 1]) / 2 }
    return sum / Double(gaps)
  }

  package var standardDeviation: Double {
    guard gaps > 0 else { return 0 }
    let centre = mean
    // The mean square of a straight line from a to b is (a² + ab + b²)/3.
    let sum = (0..<gaps).reduce(0.0) { sum, i in
      let (a, b) = (values[i] - centre, values[i + 1] - centre)
      return sum + (a * a + a * b + b * b) / 3
    }
    return Elementary.squareRoot(sum / Double(gaps))
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

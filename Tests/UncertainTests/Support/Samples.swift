/// Kolmogorov's distance times √n between a sample and a law, which may have values with a probability of their own;
/// above 1.95 in one sample of a thousand.
func kolmogorov(_ sample: [Double], _ cdf: (Double) -> Double) -> Double {
  let n = Double(sample.count)
  let sorted = sample.sorted()
  var distance = 0.0
  var first = 0
  while first < sorted.count {
    let value = sorted[first]
    let end = sorted[first...].firstIndex { $0 > value } ?? sorted.count
    distance = max(distance, abs(cdf(value) - Double(end) / n), abs(cdf(value.nextDown) - Double(first) / n))
    first = end
  }
  return distance * n.squareRoot()
}

/// Spearman's rank correlation of two samples without ties.
func spearman(_ a: [Double], _ b: [Double]) -> Double {
  let n = Double(a.count)
  let squares = zip(ranks(a), ranks(b)).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
  return 1 - 6 * squares / (n * (n * n - 1))
}

private func ranks(_ values: [Double]) -> [Double] {
  var ranks = [Double](repeating: 0, count: values.count)
  for (rank, index) in values.indices.sorted(by: { values[$0] < values[$1] }).enumerated() {
    ranks[index] = Double(rank)
  }
  return ranks
}

func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

/// The standard deviation of a sample.
func deviation(_ values: [Double]) -> Double {
  let centre = mean(values)
  return (values.reduce(0) { $0 + ($1 - centre) * ($1 - centre) } / Double(values.count - 1)).squareRoot()
}

import Foundation
import Scenarios

/// Uncertain numbers whose draws go together: each two of them by a rank correlation, given or 0.
struct CorrelatedNumbers {
  let paths: [String]
  private let crashTogether: Bool
  /// Row by row the lower triangle that gives independent normals the correlations (Cholesky).
  private var mixing: [[Double]] = []

  /// Numbers that correlations link, directly or through others, make one group.
  static func groups(_ correlations: [Correlation]) -> [CorrelatedNumbers] {
    var linked: [Set<String>] = []
    for correlation in correlations {
      let touched = linked.filter { !$0.isDisjoint(with: correlation.paths) }
      linked.removeAll { touched.contains($0) }
      linked.append(touched.reduce(Set(correlation.paths)) { $0.union($1) })
    }
    return linked.map { paths in
      CorrelatedNumbers(paths.sorted(), correlations.filter { !paths.isDisjoint(with: $0.paths) })
    }
  }

  private init(_ paths: [String], _ correlations: [Correlation]) {
    self.paths = paths
    crashTogether = correlations.contains(where: \.crashesTogether)
    for (i, path) in paths.enumerated() {
      var row: [Double] = []
      for (j, other) in paths[..<i].enumerated() {
        let pair = correlations.first { $0.paths.contains(path) && $0.paths.contains(other) }
        // Pearson's, for which normals have that rank correlation. The t copula would need up to 0.014 more, which no
        // comparison of this size can tell.
        let wanted = 2 * sin(.pi * (pair?.rho ?? 0) / 6)
        row.append((wanted - dot(row, mixing[j])) / mixing[j][j])
      }
      row.append((1 - dot(row, row)).squareRoot())
      mixing.append(row)
    }
  }

  /// Where on its own law each of the numbers lies, from 0 to 1: uniform, and correlated.
  func ranks(_ random: inout RandomNumbers) -> [Double] {
    let normals = paths.map { _ in random.normal() }
    let mixed = mixing.map { dot($0, normals) }
    guard crashTogether else { return mixed.map { erfc(-$0 / 2.0.squareRoot()) / 2 } }
    // Student's t with 4 degrees of freedom: what shrinks or stretches a world does it to all of the group.
    let square = (0..<4).reduce(0.0) { sum, _ in sum + pow(random.normal(), 2) }
    return mixed.map { normal in
      let t = normal / (square / 4).squareRoot()
      let s = t / (4 + t * t).squareRoot()
      return 0.5 + 0.75 * s - 0.25 * s * s * s
    }
  }
}

/// Of the leading parts that both have.
private func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }

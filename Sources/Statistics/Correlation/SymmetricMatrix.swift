/// A small symmetric matrix, such as the correlations of a few parameters.
package struct SymmetricMatrix: Sendable, Equatable {
  package let count: Int
  /// Row by row, both triangles.
  private var entries: [Double]

  package init(count: Int, _ entry: (Int, Int) -> Double) {
    self.count = count
    entries = (0..<count).flatMap { i in (0..<count).map { j in entry(min(i, j), max(i, j)) } }
  }

  /// Setting one entry sets its mirror image, too.
  package subscript(i: Int, j: Int) -> Double {
    get { entries[i * count + j] }
    set {
      entries[i * count + j] = newValue
      entries[j * count + i] = newValue
    }
  }

  /// √Σ aᵢⱼ².
  var norm: Double { Elementary.squareRoot(entries.reduce(0) { $0 + $1 * $1 }) }

  package static func - (a: SymmetricMatrix, b: SymmetricMatrix) -> SymmetricMatrix {
    SymmetricMatrix(count: a.count) { a[$0, $1] - b[$0, $1] }
  }
}

// MARK: - Cholesky's factor

extension SymmetricMatrix {
  /// The rows of the lower triangle L with LLᵀ = the matrix; nil if it has a negative eigenvalue.
  ///
  /// Entries are taken as right to 1e-10, so correlations of exactly ±1 pass: they leave a zero on the diagonal.
  func choleskyRows() -> [[Double]]? {
    let tolerance = 1e-10
    var rows: [[Double]] = []
    for i in 0..<count {
      var row: [Double] = []
      for j in 0..<i {
        let rest = self[i, j] - Self.product(row, rows[j])
        let pivot = rows[j][j]
        guard pivot > 0 || rest * rest <= tolerance else { return nil }
        row.append(pivot > 0 ? rest / pivot : 0)
      }
      let rest = self[i, i] - Self.product(row, row)
      guard rest >= -tolerance else { return nil }
      row.append(rest > tolerance ? Elementary.squareRoot(rest) : 0)
      rows.append(row)
    }
    return rows
  }

  /// Of the leading parts that both have.
  private static func product(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
  }
}

// MARK: - Eigenvalues

extension SymmetricMatrix {
  /// The same matrix with every eigenvalue below `floor` raised to it: the nearest such matrix.
  func raisingEigenvalues(to floor: Double) -> SymmetricMatrix {
    let (values, vectors) = eigen()
    return SymmetricMatrix(count: count) { i, j in
      (0..<count).reduce(0) { $0 + max(values[$1], floor) * vectors[i][$1] * vectors[j][$1] }
    }
  }

  /// Eigenvalues, and the eigenvectors as columns, by Jacobi's rotations.
  ///
  /// Source: Golub and Van Loan, "Matrix Computations", 4th ed. (2013), section 8.5.
  package func eigen() -> (values: [Double], vectors: [[Double]]) {
    var matrix = self
    var vectors = (0..<count).map { i in (0..<count).map { i == $0 ? 1.0 : 0.0 } }
    // Convergence is quadratic: six to ten sweeps make the off-diagonal vanish.
    for _ in 0..<30 where !matrix.isDiagonal {
      for p in 0..<count {
        for q in p + 1..<max(count, p + 1) {
          matrix.rotate(p, q, &vectors)
        }
      }
    }
    return ((0..<count).map { matrix[$0, $0] }, vectors)
  }

  private var isDiagonal: Bool {
    (0..<count).allSatisfy { i in (0..<i).allSatisfy { self[i, $0].magnitude < 1e-15 } }
  }

  /// Turns the plane of p and q so that their entry becomes 0.
  private mutating func rotate(_ p: Int, _ q: Int, _ vectors: inout [[Double]]) {
    guard self[p, q] != 0 else { return }
    let tau = (self[q, q] - self[p, p]) / (2 * self[p, q])
    let tangent = (tau < 0 ? -1 : 1) / (tau.magnitude + Elementary.squareRoot(1 + tau * tau))
    let cosine = 1 / Elementary.squareRoot(1 + tangent * tangent)
    let sine = tangent * cosine
    let shift = tangent * self[p, q]
    for k in 0..<count where k != p && k != q {
      let (a, b) = (self[k, p], self[k, q])
      self[k, p] = cosine * a - sine * b
      self[k, q] = sine * a + cosine * b
    }
    self[p, p] -= shift
    self[q, q] += shift
    self[p, q] = 0
    for k in 0..<count {
      let (a, b) = (vectors[k][p], vectors[k][q])
      vectors[k][p] = cosine * a - sine * b
      vectors[k][q] = sine * a + cosine * b
    }
  }
}

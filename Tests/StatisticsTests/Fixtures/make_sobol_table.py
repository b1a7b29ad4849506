"""Writes Sources/Statistics/Sampling/JoeKuo.swift: python3 make_sobol_table.py > …

The numbers are those of new-joe-kuo-6.21201 (S. Joe and F. Y. Kuo, 2008), as SciPy ships them.
"""

from pathlib import Path

import numpy as np
import scipy.stats

DIMENSIONS = 64

data = np.load(Path(scipy.stats.__file__).parent / "_sobol_direction_numbers.npz")
print('''/// Primitive polynomials and first direction numbers of dimensions 1 to %d (dimension 0 needs none).
///
/// The table new-joe-kuo-6 of Joe and Kuo (2008), written by `Tests/StatisticsTests/Fixtures/make_sobol_table.py`. Copyright
/// (c) 2008, Frances Y. Kuo and Stephen Joe; used under the BSD licence.
enum JoeKuo {
  /// The inner coefficients of the polynomial as bits (its degree is the count of `initial`), and the odd numbers mᵢ < 2ⁱ.
  static let rows: [(coefficients: UInt32, initial: [UInt32])] = [''' % (DIMENSIONS - 1))
for row in range(1, DIMENSIONS):
    polynomial = int(data["poly"][row])
    degree = polynomial.bit_length() - 1
    coefficients = (polynomial >> 1) & ((1 << (degree - 1)) - 1)
    initial = ", ".join(str(int(m)) for m in data["vinit"][row][:degree])
    print("    (%d, [%s])," % (coefficients, initial))
print("  ]\n}")

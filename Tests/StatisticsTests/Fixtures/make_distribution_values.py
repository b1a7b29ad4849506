"""Writes Tests/StatisticsTests/SciPyValues.swift: python3 make_distribution_values.py > …

Made with SciPy 1.17.1, but for the quantiles of triangles, where SciPy loses digits near the lower end: these with mpmath.
"""

from mpmath import mp, mpf, sqrt
from scipy import stats
from scipy.stats import qmc

U = [1e-12, 1e-6, 0.001, 0.05, 0.25, 0.5, 0.75, 0.95, 0.999, 1 - 1e-6, 1 - 1e-12]


mp.dps = 40


class Triangular:
    def __init__(self, low, mode, high):
        self.low, self.mode, self.high = low, mode, high
        law = stats.triang((mode - low) / (high - low), low, high - low)
        self.pdf, self.mean, self.std = law.pdf, law.mean, law.std

    def ppf(self, u):
        u, low, mode, high = map(mpf, (u, self.low, self.mode, self.high))
        width = high - low
        if u * width <= mode - low:
            return low + sqrt(u * width * (mode - low))
        return high - sqrt((1 - u) * width * (high - mode))


def pert(low, mode, high):
    rise = (mode - low) / (high - low)
    return stats.beta(1 + 4 * rise, 5 - 4 * rise, low, high - low)


MAKE = {
    "uniform": lambda low, high: stats.uniform(low, high - low),
    "normal": stats.norm,
    "lognormal": lambda median, sigma: stats.lognorm(sigma, scale=median),
    "triangular": Triangular,
    "pert": pert,
    "beta": stats.beta,
    "gamma": lambda shape, scale: stats.gamma(shape, scale=scale),
}

CASES = [
    ("uniform", 10, 20), ("normal", -3, 2), ("lognormal", 0.9, 0.3), ("lognormal", 50, 2),
    ("triangular", 5, 8, 15), ("triangular", 0, 0, 10), ("triangular", 2, 2.5, 2.5),
    ("pert", 5, 8, 15), ("pert", 0, 0, 10), ("pert", 0.01, 0.08, 0.3), ("pert", -4, 6, 6),
    ("beta", 2, 23), ("beta", 0.5, 0.5), ("beta", 8, 92), ("beta", 0.02, 3), ("beta", 1, 1), ("beta", 500, 1500),
    ("beta", 30000, 50), ("beta", 0.3, 4000), ("beta", 0.01, 0.02),
    ("gamma", 0.5, 2), ("gamma", 4, 10), ("gamma", 50, 1), ("gamma", 1, 3), ("gamma", 0.02, 1), ("gamma", 20000, 0.01),
]


def row(name, *arguments):
    law = MAKE[name](*arguments)
    # SciPy's beta quantiles end at the least normal number, where the true ones go on to 0.
    quantiles = ", ".join(repr(x if (x := float(law.ppf(u))) < 0 or x > 2.3e-308 else 0.0) for u in U)
    inner = [float(law.ppf(u)) for u in U[3:8]]
    densities = ", ".join(repr(float(law.pdf(x))).replace("inf", ".infinity") for x in inner)
    numbers = ", ".join(repr(float(a)) for a in arguments)
    print(f"    Case(name: \"{name}\", arguments: [{numbers}], mean: {float(law.mean())!r},")
    print(f"      standardDeviation: {float(law.std())!r}, quantiles: [{quantiles}],")
    print(f"      densities: [{densities}]),")


print('''/// Values computed with SciPy 1.17.1 by `Fixtures/make_distribution_values.py`.
enum SciPyValues {
  struct Case: Sendable, CustomStringConvertible {
    let name: String
    let arguments: [Double]
    let mean: Double
    let standardDeviation: Double
    /// At `uniforms`.
    let quantiles: [Double]
    /// At the quantiles from the fourth to the eighth.
    let densities: [Double]

    var description: String { "\\(name)\\(arguments)" }
  }
''')
print(f"  static let uniforms: [Double] = [{', '.join(repr(u) for u in U)}]\n")
print("  static let cases: [Case] = [")
for case in CASES:
    row(*case)
print("  ]\n")

T = [-1e6, -40.0, -3.7, -1.0, -1e-3, 0.5, 2.0, 9.0]
print("  /// t, and P(T ≤ t) of Student's t with 4 degrees of freedom.")
print("  static let studentT4: [(t: Double, p: Double)] = [")
print("    " + ", ".join(f"({t!r}, {float(stats.t(4).cdf(t))!r})" for t in T))
print("  ]\n")

DIMENSIONS = [0, 1, 2, 5, 20, 63]
points = qmc.Sobol(64, scramble=False, bits=32).random_base2(5)
print("  static let sobolDimensions = [%s]" % ", ".join(map(str, DIMENSIONS)))
print("  /// The first 32 points of Sobol's sequence in these dimensions, times 2³², in Gray code order.")
print("  static let sobolPoints: [[UInt32]] = [")
for point in points:
    print("    [" + ", ".join(str(int(point[d] * 2**32)) for d in DIMENSIONS) + "],")
print("  ]\n}")

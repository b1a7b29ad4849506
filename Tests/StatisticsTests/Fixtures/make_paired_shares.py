#!/usr/bin/env python3
"""Score intervals of a difference of paired shares, for PairedSharesTests: the likelihood is maximised numerically by
SciPy instead of in closed form. Prints lines of Swift."""
import numpy as np
from scipy.optimize import brentq, minimize_scalar

Z = 1.959963984540054


def score(more, fewer, n, d):
    def loss(q):
        shares = ((more, q + d), (fewer, q), (n - more - fewer, 1 - d - 2 * q))
        return -sum(k * np.log(max(x, 1e-300)) for k, x in shares if k)

    low, high = max(0.0, -d), (1 - d) / 2
    inner = minimize_scalar(loss, bounds=(low, high), method="bounded", options=dict(xatol=1e-15)).x
    q = min((low, high, inner), key=loss)
    variance = n * (2 * q + d - d * d)
    distance = more - fewer - n * d
    return distance / np.sqrt(variance) if variance > 0 else np.sign(distance) * 1e300 if distance else 0.0


def edge(more, fewer, n, end):
    beyond = lambda d: abs(score(more, fewer, n, d)) - Z
    return brentq(beyond, (more - fewer) / n, end * (1 - 1e-12), xtol=1e-14) if beyond(end * (1 - 1e-12)) > 0 else end


for case in (1, 7, 21), (4, 0, 2000), (0, 0, 500), (0, 1, 44), (10, 10, 20), (120, 80, 1000), (3, 1, 10), (20, 0, 20), (0, 3, 10000):
    print(f"    ({case}, {edge(*case, -1):.9f}, {edge(*case, 1):.9f}),")

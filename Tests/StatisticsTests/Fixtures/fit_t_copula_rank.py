"""Fits the two numbers in CopulaKind.normalCorrelation(rho:): how much more correlation a t copula with 4 degrees of freedom needs
than a Gaussian one for the same rank correlation.

Two variables √V·Z with common V = 4/χ²(4) have Spearman's ρ = (6/π) E[asin(r V / √((V + V′)(V + V″)))], V′ and V″ independent
copies of V: the difference of X and an independent X′ is normal given V and V′.
"""

import numpy as np
from scipy import stats

points = stats.qmc.Sobol(3, seed=1).random_base2(21)
v, v1, v2 = (4 / stats.chi2.ppf(np.clip(points[:, i], 1e-12, 1 - 1e-12), 4) for i in range(3))
share = v / np.sqrt((v + v1) * (v + v2))
r = np.linspace(0.01, 0.99, 99)
rho = np.array([6 / np.pi * np.mean(np.arcsin(x * share)) for x in r])
gauss = 2 * np.sin(np.pi * rho / 6)
basis = gauss * (1 - gauss**2)
terms = np.stack([basis, basis * gauss**2], axis=1)
fit, *_ = np.linalg.lstsq(terms, r - gauss, rcond=None)
print(fit, "largest error in r:", np.abs(terms @ fit - (r - gauss)).max())

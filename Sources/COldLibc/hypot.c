#include <math.h>

/* Foundation's archive asks for these two, and glibc's own are of version 2.35 since that release: with them the program
 * would not even start where glibc is older. Nothing of ours calls them. The wider type holds the squares of all finite
 * numbers. */

double hypot(double x, double y) {
  if (isinf(x) || isinf(y)) return INFINITY;
  long double a = x, b = y;
  return (double)sqrtl(a * a + b * b);
}

float hypotf(float x, float y) {
  if (isinf(x) || isinf(y)) return INFINITY;
  double a = x, b = y;
  return (float)sqrt(a * a + b * b);
}

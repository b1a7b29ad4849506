// Square roots as the one instruction they are.
//
// Swift's squareRoot() on Linux is C's sqrt, which may set errno; the possible call to the mathematical library keeps
// the whole loop around it from being vectorised (a row of normals then takes four times as long). The builtin below has
// no errno. IEEE 754 demands the correctly rounded root, so the result is the same on every machine.
#ifndef CSTATISTICS_H
#define CSTATISTICS_H

static inline float cstatistics_sqrtf(float x) { return __builtin_elementwise_sqrt(x); }
static inline double cstatistics_sqrt(double x) { return __builtin_elementwise_sqrt(x); }

#endif

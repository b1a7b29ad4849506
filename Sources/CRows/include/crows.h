// Rows: the loops in which the engine spends its time, over the paths of a block.
//
// They are written in C for two reasons: `restrict` tells the compiler that rows do not overlap, and one source can be
// compiled for several machines (draws.inc, passes.inc). On x86-64 processors with AVX2 the second build is chosen when the program
// starts. Both give equal bytes: additions, multiplications, divisions, roots and bit operations only, no fused
// multiply-add, no mathematical library.
//
// Rows of one call must not overlap. `count` is a multiple of 32 wherever words are drawn, and of 8 where counts are.
#ifndef CROWS_H
#define CROWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// MARK: - Which build runs

/// The build that runs, by the machine it is made for: "x86-64 with AVX2", "x86-64", "portable".
const char *crows_build(void);

/// Chooses the build that runs on every machine, or the best one again. For tests.
void crows_use_base(bool base);

// MARK: - Roots

/// The correctly rounded square root, as the one instruction it is. Swift's squareRoot() on Linux is C's sqrt, which may
/// set errno; the possible call to the mathematical library keeps the loop around it from being vectorised.
static inline double crows_sqrt(double x) { return __builtin_elementwise_sqrt(x); }

// MARK: - Orders

/// Orders side by side, in columns of `room` places, a multiple of eight: the lane of the world, the number on the day it
/// was placed, and its four words, a column each.
struct crows_orders {
  uint32_t *lane, *number, *words;
  size_t room;
};

/// A delay in whole days by inversion (LagTable.swift).
struct crows_lag {
  const uint32_t *thresholds;
  const uint16_t *guide;
  size_t count;
  unsigned guide_shift;
};

/// The days that a word means (LagTable.days(word:)), with the steps that are nearly always enough taken without a branch.
static inline intptr_t crows_days(struct crows_lag lag, uint32_t word) {
  size_t days = lag.guide[word >> lag.guide_shift];
  days += days < lag.count ? word >= lag.thresholds[days] : 0;
  days += days < lag.count ? word >= lag.thresholds[days] : 0;
  while (days < lag.count && word >= lag.thresholds[days]) days++;
  return (intptr_t)days;
}

/// An order that may go wrong, by its place, and the day its delivery is due.
struct crows_other {
  uint32_t place;
  int32_t due;
};

/// Where orders end that go well. Rows of a day or month stand `width` apart.
struct crows_ends {
  /// A draw from here on goes well when it is delivered within the promised days; in the next row, whatever the day.
  const double *sound;
  /// By lane: those days; the chance that the customer comes back.
  const double *promised, *comes_back;
  /// By month and lane; by day and lane. Without `closing` nobody counts them by day, without `joining` nobody comes back.
  double *well, *closing, *joining;
  /// By lane: the latest day in `joining`, where somebody takes them back before they come; null for nobody.
  double *last_joining;
  /// By day and lane, what orders that go wrong are most often added to so many days after their delivery was due; null
  /// for none. Nobody has looked at it for long, so it is asked for ahead, to come while something else is done.
  const double *refunds[3];
  struct crows_lag refund;
  const intptr_t *month_of_day;
  /// The day the orders were placed, that of shipping, and days of the run.
  intptr_t placed, day, days;
  size_t width;
};

// MARK: - Rules

/// How a figure compares.
enum crows_relation {
  crows_less,
  crows_less_or_equal,
  crows_greater,
  crows_greater_or_equal,
  crows_equal,
  crows_not_equal
};

// MARK: - The rows

#define ROW(name, parameters, arguments) void crows_##name parameters;
#define NUMBER float
#include "../numbers.def"
#include "../rows.def"
#undef NUMBER
#undef ROW

// MARK: - The rows of the plan, in double precision: one build for all machines, because one lane has no use for vectors

#define ROW(name, parameters, arguments) void crows_double_##name parameters;
#define NUMBER double
#include "../numbers.def"
#undef NUMBER
#undef ROW

#endif

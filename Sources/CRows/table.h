// The rows of one build.
#ifndef CROWS_TABLE_H
#define CROWS_TABLE_H

#include "crows.h"

struct rows_table {
  const char *name;
#define NUMBER float
#define ROW(name, parameters, arguments) void(*name) parameters;
#include "numbers.def"
#include "rows.def"
#undef ROW
#undef NUMBER
};

/// Runs on every machine.
extern const struct rows_table rows_base;

#if defined(__x86_64__)
/// Needs AVX2.
extern const struct rows_table rows_avx2;
#endif

#endif

// Which build of the rows runs, and the calls into it.
#include <stdlib.h>

#include "table.h"

static const struct rows_table *best(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx2")) return &rows_avx2;
#endif
  return &rows_base;
}

static const struct rows_table *rows = &rows_base;

/// The environment may ask for the build that runs everywhere: its results are the same.
__attribute__((constructor)) static void choose(void) { rows = getenv("DROPCAST_BASE_BUILD") ? &rows_base : best(); }

const char *crows_build(void) { return rows->name; }

void crows_use_base(bool base) { rows = base ? &rows_base : best(); }

#define ROW(name, parameters, arguments) \
  void crows_##name parameters { rows->name arguments; }
#include "rows.def"

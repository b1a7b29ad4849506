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

/// Either build gives the same results, so it may change while others run: whole, in no order with anything else.
static const struct rows_table *chosen = &rows_base;

static inline const struct rows_table *rows(void) { return __atomic_load_n(&chosen, __ATOMIC_RELAXED); }
static void choose(const struct rows_table *table) { __atomic_store_n(&chosen, table, __ATOMIC_RELAXED); }

/// The environment may ask for the build that runs everywhere: its results are the same.
__attribute__((constructor)) static void begin(void) { choose(getenv("DROPCAST_BASE_BUILD") ? &rows_base : best()); }

const char *crows_build(void) { return rows()->name; }

void crows_use_base(bool base) { choose(base ? &rows_base : best()); }

#define NUMBER float
#define ROW(name, parameters, arguments) \
  void crows_##name parameters { rows()->name arguments; }
#include "numbers.def"
#include "rows.def"

// The build of the rows for x86-64 processors with AVX2. Everything it defines but the table is private to this file, so
// that no other code can be linked to its instructions. Without FMA, which would change the bytes.
#include "table.h"

#if defined(__x86_64__)

#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#define ROWS(name) name##_avx2
#define NUMBER float
#include "draws.inc"
#include "numbers.inc"
#include "passes.inc"
#pragma clang attribute pop

const struct rows_table rows_avx2 = {
    "x86-64 with AVX2",
#define ROW(name, parameters, arguments) ROWS(name),
#include "numbers.def"
#include "rows.def"
};

#endif

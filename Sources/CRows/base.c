// The build of the rows that runs on every machine.
#include "table.h"

#define ROWS(name) name##_base
#define NUMBER float
#include "draws.inc"
#include "numbers.inc"
#include "passes.inc"

const struct rows_table rows_base = {
#if defined(__x86_64__)
    "x86-64",
#else
    "portable",
#endif
#define ROW(name, parameters, arguments) ROWS(name),
#include "numbers.def"
#include "rows.def"
};

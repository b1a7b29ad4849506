// The build of the rows that runs on every machine.
#include "table.h"

#define ROWS(name) name##_base
#include "draws.inc"
#include "passes.inc"

const struct rows_table rows_base = {
#if defined(__x86_64__)
    "x86-64",
#else
    "portable",
#endif
#define ROW(name, parameters, arguments) ROWS(name),
#include "rows.def"
};

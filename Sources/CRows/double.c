// The rows of the plan, in double precision.
#include "table.h"

#define ROWS(name) name##_exact
#define NUMBER double
#include "draws.inc"
#include "numbers.inc"

#define ROW(name, parameters, arguments) \
  void crows_double_##name parameters { ROWS(name) arguments; }
#include "numbers.def"

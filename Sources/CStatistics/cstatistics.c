// A target needs a source: this one checks that the header stands on its own.
#include "cstatistics.h"

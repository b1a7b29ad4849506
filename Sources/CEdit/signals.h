/* What input.c and editor.c need of signals.c. */
#ifndef CED_SIGNALS_H
#define CED_SIGNALS_H

#include <stdbool.h>

/* Install and give back the handlers; calls nest. -1 if the wake-up pipe cannot be made. */
int ced_signals_acquire(void);
void ced_signals_release(void);

/* Readable as soon as a handler has run, whichever thread it ran on. */
int ced_wake_descriptor(void);
void ced_drain_wake_descriptor(void);

/* Whether the window was resized, or the process continued after a stop, since the last call. */
bool ced_take_resized(void);
bool ced_take_resumed(void);
/* Has the next ced_take_resumed answer true. */
void ced_set_resumed(void);

#endif

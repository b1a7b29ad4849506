/* Functions of the C library in place of those whose version is newer than the rest of what the program needs: nothing is
 * called by name, being linked is enough. */

/* SQLite, and what Swift cannot say of it and of the system: a variadic function, a pointer made of a number, statfs. */
#ifndef CSQLITE_H
#define CSQLITE_H

#include <sqlite3.h>

/* Turns a setting of one connection on or off. Answers a code of SQLite. */
int csqlite_configure(sqlite3 *database, int setting, int isOn);

/* Binds a copy of a text of so many bytes to the place of a statement, counted from 1. Answers a code of SQLite. */
int csqlite_bind_text(sqlite3_stmt *statement, int place, const char *text, int count);

/* Does a folder lie on a file system that several machines share? */
int csqlite_is_shared(const char *folder);

#endif

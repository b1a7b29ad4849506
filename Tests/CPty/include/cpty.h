/* Pseudo-terminals and files for tests: what Swift's Glibc module does not show. */
#ifndef CPTY_H
#define CPTY_H

#include <sys/types.h>

/* Opens a pseudo-terminal, for a program to be started on or to be given as one of its streams. 0, or -1. */
int cpty_open(int *master, int *slave, int columns, int rows);

/* Starts a program on such a terminal, in a directory or, for NULL, where we are, and closes the slave. Its process id, or
   -1. */
pid_t cpty_spawn(const char *path, char *const arguments[], char *const environment[], const char *directory, int master,
                 int slave);

/* Starts a program in a directory, its standard input, output and errors being three descriptors. Its process id or -1. */
pid_t cpty_spawn_plain(const char *path, char *const arguments[], char *const environment[], const char *directory,
                       const int files[3]);

int cpty_resize(int master, int columns, int rows);

/* The exit code, 128 + n after a deadly signal n, or -1 while the child is still running. */
int cpty_exit_code(pid_t child);

/* Removes a folder with all it holds; follows no symbolic links. */
int cpty_remove_tree(const char *path);

#endif

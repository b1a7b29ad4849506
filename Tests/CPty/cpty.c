#define _GNU_SOURCE /* nftw */

#include "cpty.h"

#include <ftw.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utmp.h>

/* Threads of a test runner have signals blocked, and a child would inherit that. */
static void unblock_signals(void) {
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
}

pid_t cpty_spawn(const char *path, char *const arguments[], char *const environment[], const char *directory, int master,
                 int slave) {
  pid_t pid = fork();
  if (pid != 0) {
    close(slave);
    return pid;
  }
  close(master);
  if (login_tty(slave) != 0) _exit(127);
  unblock_signals();
  if (directory != NULL && chdir(directory) != 0) _exit(127);
  execve(path, arguments, environment);
  _exit(127);
}

int cpty_open(int *master, int *slave, int columns, int rows) {
  struct winsize size = {.ws_col = (unsigned short)columns, .ws_row = (unsigned short)rows};
  return openpty(master, slave, NULL, NULL, &size);
}

pid_t cpty_spawn_plain(const char *path, char *const arguments[], char *const environment[], const char *directory,
                       const int files[3]) {
  pid_t pid = fork();
  if (pid != 0) return pid;
  unblock_signals();
  if (chdir(directory) != 0) _exit(127);
  for (int stream = 0; stream < 3; stream++) {
    if (dup2(files[stream], stream) < 0) _exit(127);
  }
  execve(path, arguments, environment);
  _exit(127);
}

int cpty_resize(int master, int columns, int rows) {
  struct winsize size = {.ws_col = (unsigned short)columns, .ws_row = (unsigned short)rows};
  return ioctl(master, TIOCSWINSZ, &size);
}

int cpty_exit_code(pid_t child) {
  int status = 0;
  if (waitpid(child, &status, WNOHANG) != child) return -1;
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

static int remove_entry(const char *path, const struct stat *status, int kind, struct FTW *place) {
  (void)status, (void)kind, (void)place;
  return remove(path);
}

int cpty_remove_tree(const char *path) { return nftw(path, remove_entry, 8, FTW_DEPTH | FTW_PHYS); }

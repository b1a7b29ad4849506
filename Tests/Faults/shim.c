/* Makes one call on files fail, or ends the process at it: preloaded by .ci/faults, never linked.
 *
 * Only calls on what lies below FAULT_BELOW are counted, from 1 on, in the order in which they come:
 *
 *   FAULT_BELOW   a folder, absolute and without links
 *   FAULT_LOG     a file outside of it, to which each counted call adds a line with its name
 *   FAULT_AT      the call to fail; without it none fails
 *   FAULT_MODE    once: that call fails; always: it and all behind it;
 *                 before, after: the process is killed right before or after it
 *   FAULT_ERRNO   what it fails with
 *
 * A failing write has written half of its bytes, as on a disk that has become full; so has one before which the process is
 * killed, but for those at the end of a shared file (O_APPEND), which are one step of the system. A failing close has closed
 * the file all the same. */
#define _GNU_SOURCE

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static atomic_int calls;

static const char *setting(const char *name) {
  const char *value = getenv(name);
  return value ? value : "";
}

static bool is_below(const char *path) {
  const char *folder = setting("FAULT_BELOW");
  size_t length = strlen(folder);
  return length > 0 && strncmp(path, folder, length) == 0 && (path[length] == '/' || path[length] == 0);
}

static bool names_watched(const char *path) {
  if (path[0] == '/') return is_below(path);
  char directory[PATH_MAX];
  return getcwd(directory, sizeof directory) != NULL && is_below(directory);
}

static bool holds_watched(int descriptor) {
  char link[64], path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return false;
  path[length] = 0;
  return is_below(path);
}

static void kill_self(void) {
  kill(getpid(), SIGKILL);
  for (;;) pause();
}

enum verdict { PASS, FAIL, KILL_BEFORE, KILL_AFTER };

/* Counts a call and says what is to become of it. */
static enum verdict judge(const char *name) {
  int number = atomic_fetch_add(&calls, 1) + 1;
  const char *log = setting("FAULT_LOG");
  int descriptor = log[0] ? (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND, 0600) : -1;
  if (descriptor >= 0) {
    char line[64];
    int length = snprintf(line, sizeof line, "%s\n", name);
    syscall(SYS_write, descriptor, line, length);
    syscall(SYS_close, descriptor);
  }
  int at = atoi(setting("FAULT_AT"));
  const char *mode = setting("FAULT_MODE");
  if (at == 0 || number < at || (number > at && strcmp(mode, "always") != 0)) return PASS;
  if (strcmp(mode, "before") == 0) return KILL_BEFORE;
  if (strcmp(mode, "after") == 0) return KILL_AFTER;
  errno = atoi(setting("FAULT_ERRNO"));
  return FAIL;
}

/* The call that stands behind ours. */
#define BEHIND(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

/* Does the call, unless it is to fail; `watched` is asked before. */
#define GUARDED(name, watched, ...)                          \
  if (!(watched)) return BEHIND(name)(__VA_ARGS__);          \
  enum verdict verdict = judge(#name);                       \
  if (verdict == FAIL) return -1;                            \
  if (verdict == KILL_BEFORE) kill_self();                   \
  __typeof__(BEHIND(name)(__VA_ARGS__)) result = BEHIND(name)(__VA_ARGS__); \
  if (verdict == KILL_AFTER) kill_self();                    \
  return result

/* Files that are only read are none of our business. */
static bool opens_watched(const char *path, int flags) {
  bool changes = (flags & O_ACCMODE) != O_RDONLY || (flags & (O_CREAT | O_DIRECTORY)) != 0;
  return changes && names_watched(path);
}

#define MODE(flags)                                     \
  mode_t mode = 0;                                      \
  if ((flags) & (O_CREAT | __O_TMPFILE)) {              \
    va_list rest;                                       \
    va_start(rest, flags);                              \
    mode = va_arg(rest, mode_t);                        \
    va_end(rest);                                       \
  }

int open(const char *path, int flags, ...) {
  MODE(flags)
  GUARDED(open, opens_watched(path, flags), path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  MODE(flags)
  GUARDED(open64, opens_watched(path, flags), path, flags, mode);
}

ssize_t write(int descriptor, const void *bytes, size_t count) {
  if (!holds_watched(descriptor)) return BEHIND(write)(descriptor, bytes, count);
  enum verdict verdict = judge("write");
  int code = errno;
  bool is_cut = verdict == FAIL || (verdict == KILL_BEFORE && (fcntl(descriptor, F_GETFL) & O_APPEND) == 0);
  if (is_cut) BEHIND(write)(descriptor, bytes, count / 2);
  if (verdict == KILL_BEFORE) kill_self();
  errno = code;
  if (verdict == FAIL) return -1;
  ssize_t result = BEHIND(write)(descriptor, bytes, count);
  if (verdict == KILL_AFTER) kill_self();
  return result;
}

int fsync(int descriptor) { GUARDED(fsync, holds_watched(descriptor), descriptor); }

int close(int descriptor) {
  if (!holds_watched(descriptor)) return BEHIND(close)(descriptor);
  enum verdict verdict = judge("close");
  int code = errno;
  if (verdict == KILL_BEFORE) kill_self();
  int result = BEHIND(close)(descriptor);
  if (verdict == KILL_AFTER) kill_self();
  errno = code;
  return verdict == FAIL ? -1 : result;
}

int rename(const char *from, const char *to) { GUARDED(rename, names_watched(to), from, to); }

int link(const char *from, const char *to) { GUARDED(link, names_watched(to), from, to); }

int linkat(int folder, const char *from, int other, const char *to, int flags) {
  GUARDED(linkat, names_watched(to), folder, from, other, to, flags);
}

int mkdir(const char *path, mode_t mode) { GUARDED(mkdir, names_watched(path), path, mode); }

int fchmod(int descriptor, mode_t mode) { GUARDED(fchmod, holds_watched(descriptor), descriptor, mode); }

#define _GNU_SOURCE /* pipe2 */

#include "cedit.h"
#include "signals.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

/* A second SIGINT this soon after the first means that the user no longer wants to wait. */
static const int64_t impatience_ms = 2000;
/* Closing a window sends SIGTERM and SIGHUP nearly together; only a later one means that the first did not help. */
static const int64_t grace_ms = 1000;

static const int handled[] = {SIGINT, SIGTERM, SIGHUP, SIGWINCH, SIGCONT};
enum { handled_count = sizeof handled / sizeof *handled };
static struct sigaction before[handled_count], quit_before;
static int users;

static int wake_pipe[2] = {-1, -1};
static atomic_bool interrupt_requested, resized, resumed, working, echo_is_off;
static atomic_int ending_signal;
static atomic_llong interrupted_at_ms, ending_at_ms;
/* Read by handlers; written before they are installed (user_modes) or before echo_is_off is set (echoing_modes). */
static struct termios user_modes, echoing_modes;
static bool has_user_modes;

/* ---- inside handlers: only async-signal-safe calls from here … ---- */

static int64_t now_ms(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Changing modes from the background would stop the whole process with SIGTTOU. */
static bool in_foreground(void) { return tcgetpgrp(STDIN_FILENO) == getpgrp(); }

static void end_at_once(int number) {
  struct termios current;
  if (has_user_modes && in_foreground()) {
    tcsetattr(STDIN_FILENO, TCSANOW, &user_modes);
    static const char marks_off[] = "\033[?2004l\r\n";
    if (tcgetattr(STDOUT_FILENO, &current) == 0) (void)!write(STDOUT_FILENO, marks_off, sizeof marks_off - 1);
  }
  _exit(128 + number);
}

static void on_interrupt(void) {
  int64_t now = now_ms();
  bool second = atomic_load(&interrupt_requested) && now - atomic_load(&interrupted_at_ms) <= impatience_ms;
  if (second && atomic_load(&working)) end_at_once(SIGINT);
  atomic_store(&interrupted_at_ms, now);
  atomic_store(&interrupt_requested, true);
}

static void on_ending(int number) {
  int none = 0;
  if (atomic_compare_exchange_strong(&ending_signal, &none, number)) {
    atomic_store(&ending_at_ms, now_ms());
  } else if (now_ms() - atomic_load(&ending_at_ms) > grace_ms) {
    end_at_once(number);
  }
}

static void turn_echo_off(void) {
  struct termios quiet = echoing_modes;
  quiet.c_lflag &= ~(tcflag_t)ECHO;
  if (in_foreground()) tcsetattr(STDIN_FILENO, TCSANOW, &quiet);
}

static void on_signal(int number) {
  int saved_errno = errno;
  switch (number) {
  case SIGINT: on_interrupt(); break;
  case SIGTERM:
  case SIGHUP: on_ending(number); break;
  case SIGWINCH: atomic_store(&resized, true); break;
  case SIGCONT:
    atomic_store(&resumed, true);
    /* The shell we were stopped under has set its own modes. */
    if (atomic_load(&echo_is_off)) turn_echo_off();
    break;
  }
  (void)!write(wake_pipe[1], "", 1);
  errno = saved_errno;
}

/* ---- … to here ---- */

void ced_prepare_process(void) {
  sigset_t set;
  sigemptyset(&set);
  for (int i = 0; i < handled_count; i++) sigaddset(&set, handled[i]);
  sigaddset(&set, SIGTSTP);
  pthread_sigmask(SIG_UNBLOCK, &set, NULL);
  signal(SIGPIPE, SIG_IGN);
  signal(SIGXFSZ, SIG_IGN);
  /* Else the next file that is opened would be taken for the closed stream, and written into. */
  for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; stream++) {
    if (fcntl(stream, F_GETFD) < 0 && errno == EBADF) {
      (void)!open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    }
  }
}

int ced_signals_acquire(void) {
  if (users++ > 0) return 0;
  if (wake_pipe[0] < 0 && pipe2(wake_pipe, O_NONBLOCK | O_CLOEXEC) != 0) {
    users = 0;
    return -1;
  }
  has_user_modes = tcgetattr(STDIN_FILENO, &user_modes) == 0;
  struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < handled_count; i++) {
    sigaction(handled[i], NULL, &before[i]);
    /* Who started us with a signal ignored (nohup, a shell's &) wants it to stay ignored. */
    if (before[i].sa_handler != SIG_IGN) sigaction(handled[i], &action, NULL);
  }
  /* ^\ would open the runtime's crash reporter and leave the terminal without echo. */
  struct sigaction ignore = {.sa_handler = SIG_IGN};
  sigemptyset(&ignore.sa_mask);
  sigaction(SIGQUIT, &ignore, &quit_before);
  return 0;
}

void ced_signals_release(void) {
  if (users == 0 || --users > 0) return;
  for (int i = 0; i < handled_count; i++) sigaction(handled[i], &before[i], NULL);
  sigaction(SIGQUIT, &quit_before, NULL);
}

void ced_work_begin(void) {
  // A request that came between two pieces of one line's work stands until the next line is read.
  if (atomic_load(&working) || ced_signals_acquire() != 0) return;
  atomic_store(&working, true);
  if (in_foreground() && tcgetattr(STDIN_FILENO, &echoing_modes) == 0) {
    turn_echo_off();
    atomic_store(&echo_is_off, true);
  }
}

void ced_work_end(void) {
  if (!atomic_load(&working)) return;
  if (atomic_exchange(&echo_is_off, false) && in_foreground()) tcsetattr(STDIN_FILENO, TCSANOW, &echoing_modes);
  atomic_store(&working, false);
  ced_signals_release();
}

bool ced_interrupt_requested(void) { return atomic_load(&interrupt_requested) || atomic_load(&ending_signal) != 0; }
void ced_forget_interrupt(void) { atomic_store(&interrupt_requested, false); }
int ced_ending_signal(void) { return atomic_load(&ending_signal); }

int ced_wake_descriptor(void) { return wake_pipe[0]; }

void ced_drain_wake_descriptor(void) {
  char bytes[64];
  while (read(wake_pipe[0], bytes, sizeof bytes) > 0) {}
}

bool ced_take_resized(void) { return atomic_exchange(&resized, false); }
bool ced_take_resumed(void) { return atomic_exchange(&resumed, false); }
void ced_set_resumed(void) { atomic_store(&resumed, true); }

#include "cedit.h"
#include "signals.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

bool ced_terminal_size(int descriptor, int *columns, int *rows) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0) return false;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return true;
}

/* libedit asks the terminal itself, each time a line is begun, and keeps eight bytes for each cell of the window: 34 GB for
 * 65535 by 65535. There is no way to tell it another size, so the terminal is told. */
void ced_bound_window(void) {
  struct winsize size;
  if (ioctl(STDIN_FILENO, TIOCGWINSZ, &size) != 0) return;
  if ((long)size.ws_col * size.ws_row <= (long)CED_MOST_COLUMNS * CED_MOST_ROWS) return;
  if (size.ws_col > CED_MOST_COLUMNS) size.ws_col = CED_MOST_COLUMNS;
  if (size.ws_row > CED_MOST_ROWS) size.ws_row = CED_MOST_ROWS;
  ioctl(STDIN_FILENO, TIOCSWINSZ, &size);
}

bool ced_input_waits(void) {
  struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
  return poll(&input, 1, 0) > 0;
}

/* The arrows down and up and page down as the letters that mean the same; other keys that begin with ESC mean nothing. */
static int meaning_of(const unsigned char *sequence, ssize_t count) {
  unsigned char last = sequence[count - 1];
  if (last == 'B') return 'j';
  if (last == 'A') return 'k';
  return count > 2 && last == '~' && sequence[2] == '6' ? ' ' : 0;
}

static int read_key(void) {
  for (;;) {
    if (ced_interrupt_requested()) return -1;
    struct pollfd polled[2] = {
        {.fd = STDIN_FILENO, .events = POLLIN}, {.fd = ced_wake_descriptor(), .events = POLLIN}};
    int ready = poll(polled, 2, -1);
    if (ready < 0 && errno != EINTR) return -1;
    if (ready <= 0) continue;
    if (polled[1].revents != 0) ced_drain_wake_descriptor();
    if (polled[0].revents == 0) continue;
    /* The bytes of one key arrive together. */
    unsigned char bytes[16];
    ssize_t count = read(STDIN_FILENO, bytes, sizeof bytes);
    if (count > 1 && bytes[0] == '\033') return meaning_of(bytes, count);
    if (count > 0) return bytes[0];
    if (count == 0 || (errno != EINTR && errno != EAGAIN)) return -1;
  }
}

int ced_wait_for_key(void) {
  struct termios before;
  if (ced_signals_acquire() != 0) return -1;
  if (tcgetattr(STDIN_FILENO, &before) != 0) {
    ced_signals_release();
    return -1;
  }
  struct termios modes = before;
  modes.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ISIG); /* ^C and ^Z are keys here */
  modes.c_cc[VMIN] = 1;
  modes.c_cc[VTIME] = 0;
  tcsetattr(STDIN_FILENO, TCSADRAIN, &modes);
  int key = read_key();
  tcsetattr(STDIN_FILENO, TCSADRAIN, &before);
  ced_signals_release();
  return key;
}

/** The column in `ESC [ ROW ; COLUMN R`, from 1; negative when no such answer comes. */
static int reported_column(void) {
  char answer[64];
  size_t count = 0;
  struct pollfd polled = {.fd = STDIN_FILENO, .events = POLLIN};
  while (count < sizeof answer - 1 && poll(&polled, 1, 500) > 0) {
    if (read(STDIN_FILENO, answer + count, 1) != 1) return -1;
    if (answer[count++] != 'R') continue;
    answer[count] = 0;
    const char *begin = strrchr(answer, '\033');
    int row, column;
    return begin && sscanf(begin, "\033[%d;%dR", &row, &column) == 2 ? column : -1;
  }
  return -1;
}

int ced_cells_of(const char *text) {
  struct termios before;
  if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO) || ced_signals_acquire() != 0) return -1;
  int cells = -1;
  if (tcgetattr(STDIN_FILENO, &before) == 0) {
    struct termios modes = before;
    modes.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
    modes.c_cc[VMIN] = 1;
    modes.c_cc[VTIME] = 0;
    tcsetattr(STDIN_FILENO, TCSADRAIN, &modes);
    char question[128];
    int length = snprintf(question, sizeof question, "\r%s\033[6n", text);
    if (length > 0 && (size_t)length < sizeof question && write(STDOUT_FILENO, question, (size_t)length) == length) {
      cells = reported_column() - 1;
      (void)!write(STDOUT_FILENO, "\r\033[K", 4);
    }
    tcsetattr(STDIN_FILENO, TCSADRAIN, &before);
  }
  ced_signals_release();
  return cells;
}

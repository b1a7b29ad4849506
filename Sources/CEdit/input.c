#define _GNU_SOURCE /* wcwidth */

#include "editor.h"
#include "signals.h"

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

/* Takes one character from the bytes read ahead. Bytes that are not UTF-8 are dropped one by one; false when the rest
 * is no whole character yet. */
static bool take_character(ced_editor *editor, wchar_t *character) {
  while (editor->input_start < editor->input_end) {
    mbstate_t state = {0};
    size_t available = editor->input_end - editor->input_start;
    size_t length = mbrtowc(character, editor->input + editor->input_start, available, &state);
    if (length == (size_t)-2 && available < MB_LEN_MAX) return false;
    if (length == (size_t)-1 || length == (size_t)-2) {
      editor->input_start++;
      continue;
    }
    editor->input_start += length > 0 ? length : 1; /* 0 stands for the character NUL */
    return true;
  }
  return false;
}

/* After `fg` the terminal has the shell's modes and the cursor stands on a new row. */
static void resume(ced_editor *editor) {
  el_set(editor->line, EL_PREP_TERM, 0);
  el_set(editor->line, EL_PREP_TERM, 1);
  fputs("\r\033[J" PASTE_MARKS_ON, stdout);
  fflush(stdout);
  el_set(editor->line, EL_REFRESH);
}

/* A place on the terminal, counted from the prompt's first cell. */
typedef struct {
  int row, column;
} cell;

/* Where the cursor stands on a terminal of this width. */
static cell place_of_cursor(ced_editor *editor, int columns) {
  const LineInfoW *line = el_wline(editor->line);
  int row = editor->prompt_cells / columns, column = editor->prompt_cells % columns;
  for (const wchar_t *character = line->buffer; character < line->cursor; character++) {
    int cells = wcwidth(*character);
    if (*character == L'\n') {
      row++;
      column = 0;
    } else if (column + cells > columns) {
      row++;
      column = cells;
    } else if (cells > 0) {
      column += cells;
    }
    if (column == columns) { /* libedit leaves a full row at once */
      row++;
      column = 0;
    }
  }
  return (cell){row, column};
}

static int terminal_columns(void) {
  int columns = 0, rows = 0;
  bool is_known = ced_terminal_size(STDOUT_FILENO, &columns, &rows) && columns >= 2;
  return is_known ? columns : 80; /* as libedit does */
}

/* The last column stays free: some terminals wrap as soon as it is written. */
static void show_hint(ced_editor *editor) {
  const LineInfoW *line = el_wline(editor->line);
  if (editor->hint == NULL || line->cursor != line->lastchar || line->cursor == line->buffer) return;
  int columns = terminal_columns();
  int room = columns - 1 - place_of_cursor(editor, columns).column;
  const char *text = room > 0 ? editor->hint(editor->context, room) : NULL;
  if (text == NULL || *text == '\0') return;
  fprintf(stdout, "\0337\033[2m%s\033[0m\0338", text);
  fflush(stdout);
  editor->hint_is_shown = true;
}

static void erase_hint(ced_editor *editor) {
  if (!editor->hint_is_shown) return;
  fputs("\033[K", stdout);
  fflush(stdout);
  editor->hint_is_shown = false;
}

void ced_erase(ced_editor *editor) {
  int above = place_of_cursor(editor, terminal_columns()).row;
  fputs("\r", stdout);
  if (above > 0) fprintf(stdout, "\033[%dA", above);
  fputs("\033[J", stdout);
  fflush(stdout);
}

/* libedit takes the new size over but not the fact that terminals wrap the shown rows anew and take the cursor along.
 * So go to where the prompt is now, and have everything drawn again from there. */
static void resize(ced_editor *editor) {
  ced_erase(editor);
  ced_bound_window();
  el_resize(editor->line);
  el_set(editor->line, EL_REFRESH);
}

/* Waits until input may be read, serving resizes and resumes meanwhile; false when a signal wants the line to end. */
static bool wait_for_input(ced_editor *editor) {
  for (;;) {
    if (ced_interrupt_requested()) return false;
    if (ced_take_resized()) {
      erase_hint(editor);
      resize(editor);
    }
    if (ced_take_resumed()) resume(editor);
    struct pollfd polled[2] = {
        {.fd = STDIN_FILENO, .events = POLLIN}, {.fd = ced_wake_descriptor(), .events = POLLIN}};
    int ready = poll(polled, 2, -1);
    if (ready < 0 && errno != EINTR) return false;
    if (ready <= 0) continue;
    if (polled[1].revents != 0) {
      ced_drain_wake_descriptor();
      continue; /* the flags first, then the keys */
    }
    if (polled[0].revents != 0) return true;
  }
}

/* Reads more bytes behind those not yet taken: the number read, 0 at the end of input, -1 with errno. */
static ssize_t read_ahead(ced_editor *editor) {
  size_t kept = editor->input_end - editor->input_start;
  memmove(editor->input, editor->input + editor->input_start, kept);
  editor->input_start = 0;
  editor->input_end = kept;
  ssize_t count = read(STDIN_FILENO, editor->input + kept, input_capacity - kept);
  if (count > 0) editor->input_end += (size_t)count;
  return count;
}

/* The bytes of a key sequence arrive together; a person does not type them this fast. */
static bool is_alone(ced_editor *editor) {
  struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
  return editor->input_start == editor->input_end && poll(&input, 1, 40) == 0;
}

bool ced_is_alone(ced_editor *editor) { return is_alone(editor); }

int ced_read_character(EditLine *line, wchar_t *character) {
  ced_editor *editor = ced_editor_of(line);
  *character = 0;
  editor->before_key(editor->context);
  while (!take_character(editor, character)) {
    /* Whoever types fast, or pastes, is not slowed down by hints. */
    if (!editor->reads_on && !ced_input_waits()) show_hint(editor);
    bool is_ready = wait_for_input(editor);
    erase_hint(editor);
    if (!is_ready) {
      errno = EINTR;
      return -1;
    }
    ssize_t count = read_ahead(editor);
    if (count == 0) return 0;
    if (count < 0 && errno != EINTR && errno != EAGAIN) return -1;
  }
  if (*character == L'\033' && editor->finds_lone_escape && !editor->reads_paste && is_alone(editor)) {
    *character = L'\035';
  }
  return 1;
}

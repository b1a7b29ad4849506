/* The editor itself, shared by editor.c and input.c. */
#ifndef CED_EDITOR_H
#define CED_EDITOR_H

#include "cedit.h"

#include <histedit.h>

enum { input_capacity = 4096 };

/* A text that libedit goes on using. */
struct ced_kept {
  struct ced_kept *before;
  wchar_t text[];
};

struct ced_editor {
  EditLine *line;
  History *history;
  struct ced_kept *last_kept;
  char *prompt;
  int prompt_cells;
  void *context;
  void (*before_key)(void *context);
  ced_hint_function hint;
  bool hint_is_shown;
  /* Bytes read ahead: one read per byte makes a large paste slow. */
  char input[input_capacity];
  size_t input_start, input_end;
  bool finds_lone_escape; /* see ced_use_lone_escape */
  bool reads_paste;       /* a mark that begins with ESC may be coming in pieces */
  bool reads_on;          /* a key function asks for more characters by itself */
};

/* Bracketed paste: the terminal marks pasted text, so that it cannot press keys. */
#define PASTE_MARKS_ON "\033[?2004h"
#define PASTE_MARKS_OFF "\033[?2004l"

ced_editor *ced_editor_of(EditLine *line);

/* libedit's EL_GETCFN: 1 for a character, 0 at the end of input, -1 with errno. */
int ced_read_character(EditLine *line, wchar_t *character);

#endif

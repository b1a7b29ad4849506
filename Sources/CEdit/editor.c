#include "editor.h"
#include "signals.h"

#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

_Static_assert(CED_NORMAL == CC_NORM && CED_END == CC_EOF && CED_REFRESH == CC_REFRESH, "libedit's outcomes");
_Static_assert(CED_CURSOR == CC_CURSOR && CED_REFUSE == CC_ERROR, "libedit's outcomes");
_Static_assert(sizeof(wchar_t) == sizeof(uint32_t), "wide characters are Unicode scalars");

static bool is_open;

/* Only the character type: a locale with decimal commas must not reach anything that reads numbers. */
static bool select_utf8(void) {
  setlocale(LC_CTYPE, "");
  if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0) setlocale(LC_CTYPE, "C.UTF-8");
  return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

/* Without these libedit rewrites the tail of a row instead of shifting its cells. Shifting goes wrong by one cell with
 * characters two cells wide, and draws garbage from then on. */
static void forbid_insert_and_delete(EditLine *line) {
  static const char *const capabilities[] = {"ic", "IC", "im", "ei", "ip", "dc", "DC", "dm", "ed"};
  for (size_t i = 0; i < sizeof capabilities / sizeof *capabilities; i++) {
    el_set(line, EL_SETTC, capabilities[i], "", NULL);
  }
}

static char *prompt_of(EditLine *line) { return ced_editor_of(line)->prompt; }

static int set_up_history(ced_editor *editor) {
  HistEvent event;
  editor->history = history_init();
  if (editor->history == NULL) return -1;
  history(editor->history, &event, H_SETSIZE, 10000); /* the default keeps nothing */
  history(editor->history, &event, H_SETUNIQUE, 1);
  return el_set(editor->line, EL_HIST, history, editor->history);
}

static int set_up(ced_editor *editor, const char *program) {
  editor->prompt = strdup("");
  if (editor->prompt == NULL || ced_signals_acquire() != 0) return -1;
  ced_bound_window();
  editor->line = el_init(program, stdin, stdout, stderr);
  if (editor->line == NULL) return -1;
  el_set(editor->line, EL_CLIENTDATA, editor);
  el_set(editor->line, EL_SIGNAL, 0); /* libedit's handler sends signals on to the whole process group */
  el_set(editor->line, EL_PROMPT_ESC, prompt_of, '\1');
  el_set(editor->line, EL_EDITOR, "emacs");
  forbid_insert_and_delete(editor->line);
  if (set_up_history(editor) != 0) return -1;
  el_set(editor->line, EL_SETTY, "-d", "-isig", NULL); /* while editing, ^C and ^Z are keys */
  return el_set(editor->line, EL_GETCFN, ced_read_character);
}

ced_editor *ced_open(const char *program, void *context, void (*before_key)(void *context)) {
  if (is_open || !select_utf8()) return NULL;
  ced_editor *editor = calloc(1, sizeof *editor);
  if (editor == NULL) return NULL;
  is_open = true;
  editor->context = context;
  editor->before_key = before_key;
  if (set_up(editor, program) == 0) return editor;
  ced_close(editor);
  return NULL;
}

void ced_set_hint_function(ced_editor *editor, ced_hint_function hint) { editor->hint = hint; }

void ced_close(ced_editor *editor) {
  if (editor->line != NULL) el_end(editor->line);
  if (editor->history != NULL) history_end(editor->history);
  ced_signals_release();
  while (editor->last_kept != NULL) {
    struct ced_kept *kept = editor->last_kept;
    editor->last_kept = kept->before;
    free(kept);
  }
  free(editor->prompt);
  free(editor);
  is_open = false;
}

ced_editor *ced_editor_of(EditLine *line) {
  void *editor = NULL;
  el_get(line, EL_CLIENTDATA, &editor);
  return editor;
}

void *ced_context(struct editline *line) { return ced_editor_of(line)->context; }

void ced_read_user_settings(ced_editor *editor) {
  el_source(editor->line, NULL);
  /* The file may say otherwise, but ^C has to stay a key. */
  el_set(editor->line, EL_SETTY, "-d", "-isig", NULL);
}

static const wchar_t *keep(ced_editor *editor, const char *text) {
  size_t room = strlen(text) + 1;
  struct ced_kept *kept = malloc(sizeof *kept + room * sizeof *kept->text);
  if (kept == NULL) return NULL;
  kept->before = editor->last_kept;
  editor->last_kept = kept;
  return mbstowcs(kept->text, text, room) == (size_t)-1 ? NULL : kept->text;
}

/* Not by el_set, which copies both texts and frees neither. */
int ced_add_function(ced_editor *editor, const char *name, const char *help, ced_key_function function) {
  const wchar_t *kept_name = keep(editor, name), *kept_help = keep(editor, help);
  if (kept_name == NULL || kept_help == NULL) return -1;
  return el_wset(editor->line, EL_ADDFN, kept_name, kept_help, function);
}

int ced_bind(ced_editor *editor, const char *key, const char *function) {
  return el_set(editor->line, EL_BIND, key, function, NULL);
}

int ced_bind_command_mode(ced_editor *editor, const char *key, const char *function) {
  return el_set(editor->line, EL_BIND, "-a", key, function, NULL);
}

bool ced_use_lone_escape(ced_editor *editor) {
  const char *style = NULL;
  el_get(editor->line, EL_EDITOR, &style);
  editor->finds_lone_escape = style != NULL && strcmp(style, "vi") == 0;
  return editor->finds_lone_escape;
}

int ced_set_prompt(ced_editor *editor, const char *prompt, int cells) {
  char *copy = strdup(prompt);
  if (copy == NULL) return -1;
  free(editor->prompt);
  editor->prompt = copy;
  editor->prompt_cells = cells;
  return 0;
}

void ced_remember(ced_editor *editor, const char *entry) {
  HistEvent event;
  history(editor->history, &event, H_ENTER, entry);
}

const char *ced_read(ced_editor *editor) {
  int count = 0;
  /* What happened between two lines: libedit asks for the size itself, and nothing is drawn yet. */
  ced_bound_window();
  ced_take_resized();
  ced_take_resumed();
  fputs(PASTE_MARKS_ON, stdout);
  fflush(stdout);
  /* libedit writes the prompt before it leaves the line mode; keys typed in between would show twice. */
  el_set(editor->line, EL_PREP_TERM, 1);
  const char *line = el_gets(editor->line, &count);
  fputs(PASTE_MARKS_OFF, stdout);
  fflush(stdout);
  return count > 0 ? line : NULL;
}

ced_line ced_current_line(ced_editor *editor) {
  const LineInfoW *line = el_wline(editor->line);
  return (ced_line){
      .scalars = (const uint32_t *)line->buffer,
      .count = (size_t)(line->lastchar - line->buffer),
      .cursor = (size_t)(line->cursor - line->buffer),
  };
}

int ced_insert(ced_editor *editor, const char *text) { return el_insertstr(editor->line, text); }
void ced_delete_before_cursor(ced_editor *editor, int count) { el_deletestr(editor->line, count); }
void ced_move_cursor(ced_editor *editor, int distance) { el_cursor(editor->line, distance); }
void ced_push(ced_editor *editor, const char *keys) { el_push(editor->line, keys); }

bool ced_next_character(ced_editor *editor, bool is_pasted, uint32_t *scalar) {
  wchar_t character = 0;
  editor->reads_paste = is_pasted;
  editor->reads_on = true;
  int count = el_wgetc(editor->line, &character);
  editor->reads_paste = false;
  editor->reads_on = false;
  if (count != 1) return false;
  *scalar = (uint32_t)character;
  return true;
}

void ced_print(const char *text) {
  fputs(text, stdout);
  fflush(stdout);
}

void ced_redraw(ced_editor *editor) { el_set(editor->line, EL_REFRESH); }

void ced_suspend(ced_editor *editor) {
  ced_print(PASTE_MARKS_OFF "\n");
  el_set(editor->line, EL_PREP_TERM, 0);
  raise(SIGTSTP);
  /* The redraw follows in wait_for_input; without job control nothing stopped and no SIGCONT will ask for it. */
  ced_set_resumed();
}

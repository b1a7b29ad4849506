/* The few C calls behind the line editor that Swift cannot make itself: libedit's variadic functions, its callbacks
 * that run inside a read, and what must be done inside signal handlers.
 *
 * There is one editor, one set of signal handlers and one terminal per process. Unless a comment says otherwise, call
 * these functions from one thread only. Functions that can fail answer 0 for success and -1 for failure. */
#ifndef CEDIT_H
#define CEDIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* ---- the editor (editor.c, input.c) ---- */

typedef struct ced_editor ced_editor;

/* libedit's own handle. Key functions receive it; nothing else needs it. */
struct editline;

/* What a key function answers; the values are libedit's CC_ constants. */
enum ced_outcome {
  CED_NORMAL = 0,   /* nothing to redraw */
  CED_END = 2,      /* leave the line; ced_read answers NULL */
  CED_REFRESH = 4,  /* the line has changed */
  CED_CURSOR = 5,   /* only the cursor has moved */
  CED_REFUSE = 6,   /* beep */
};

typedef unsigned char (*ced_key_function)(struct editline *line, int key);

/* The edited line: Unicode scalars, borrowed until the next call that changes it. */
typedef struct {
  const uint32_t *scalars;
  size_t count;
  size_t cursor; /* scalars before the cursor */
} ced_line;

/* Opens the editor on standard input and output and takes over the signals. NULL if an editor is open already, if no
 * UTF-8 character type can be had, or if libedit refuses. `context` reaches key functions through ced_context;
 * `before_key` is called with it before every key. */
ced_editor *ced_open(const char *program, void *context, void (*before_key)(void *context));

/* Asked whenever the cursor stands at the end of the line and no key waits: what to show dimly behind it, on the same
 * row, until the next key. UTF-8 of at most `room` cells, borrowed until the next call; NULL for nothing. */
typedef const char *(*ced_hint_function)(void *context, int room);
void ced_set_hint_function(ced_editor *editor, ced_hint_function hint);

/* Restores the terminal and the signals, and frees the editor. */
void ced_close(ced_editor *editor);

void *ced_context(struct editline *line);

/* The user's ~/.editrc. It may reset every key, so bind afterwards. */
void ced_read_user_settings(ced_editor *editor);

int ced_add_function(ced_editor *editor, const char *name, const char *help, ced_key_function function);
int ced_bind(ced_editor *editor, const char *key, const char *function);
/* The same in the map of vi's command mode, which no other style of editing uses. */
int ced_bind_command_mode(ced_editor *editor, const char *key, const char *function);

/* Key sequences begin with ESC, which in vi's insert mode is a key of its own, and libedit cannot tell the two apart.
 * Where the user's settings ask for vi, an ESC that nothing follows arrives as ^] from now on. Whether they do. */
bool ced_use_lone_escape(ced_editor *editor);

/* libedit's prompt: one row of UTF-8, each run of escape sequences between two bytes 0x01. Copied. `cells` is its width
 * on the terminal. */
int ced_set_prompt(ced_editor *editor, const char *prompt, int cells);

/* Adds the newest entry of the history that the arrow keys walk through. Copied. */
void ced_remember(ced_editor *editor, const char *entry);

/* Edits one line. UTF-8 with its newline, borrowed until the next call; NULL when a key function answered CED_END, at
 * the end of input, or when a signal came (see ced_ending_signal, ced_interrupt_requested). */
const char *ced_read(ced_editor *editor);

/* For key functions. Counts are Unicode scalars. */
ced_line ced_current_line(ced_editor *editor);
int ced_insert(ced_editor *editor, const char *text);
void ced_delete_before_cursor(ced_editor *editor, int count);
void ced_move_cursor(ced_editor *editor, int distance);
/* Types `keys` for the user, after the running key function has returned. */
void ced_push(ced_editor *editor, const char *keys);
/* The next character of the input itself; false at the end of input or when a signal came. `is_pasted` tells that no
 * keys are pressed, so that no ESC is one. */
bool ced_next_character(ced_editor *editor, bool is_pasted, uint32_t *scalar);
/* Has the character that was read come alone, as a pressed key does, with nothing right behind it? */
bool ced_is_alone(ced_editor *editor);
/* Through the same buffer as the editor, so that the order holds. */
void ced_print(const char *text);
/* Removes prompt and line from the screen; to be called before either changes. The cursor then stands where the prompt
 * stood, and ced_redraw is due. */
void ced_erase(ced_editor *editor);
/* Draws prompt and line anew from where the cursor stands. */
void ced_redraw(ced_editor *editor);
/* Stops the process as ^Z does and comes back at `fg`. */
void ced_suspend(ced_editor *editor);

/* ---- signals (signals.c) ---- */

/* To be called once, first thing: unblocks the signals handled here, which a parent may have left blocked, and ignores
 * SIGPIPE and SIGXFSZ, so that a closed pipe and a file at its limit are errors of write(2) instead of death. Standard
 * streams that are closed become ones that refuse every byte. */
void ced_prepare_process(void);

/* Long work: between these two a SIGINT sets a flag and typed keys are not echoed. A second SIGINT within two seconds
 * of the first ends the process with 130. The flag stands until ced_forget_interrupt, so that a line with several pieces
 * of work ends with the first that was stopped. Calls do not nest; a second begin is ignored. */
void ced_work_begin(void);
void ced_work_end(void);

/* Whether SIGINT, SIGTERM or SIGHUP has asked for an end of the current work. Any thread may call it. */
bool ced_interrupt_requested(void);
void ced_forget_interrupt(void);

/* SIGTERM or SIGHUP when one has come, else 0. Any thread may call it. */
int ced_ending_signal(void);

/* ---- terminal (terminal.c) ---- */

/* Waits for one key without echo, as a pager does: its byte, 'j' and 'k' for the arrows down and up, a space for page down, 0 for keys
 * that have more bytes; -1 at the end of input or when a signal wants an end. The terminal's modes are as before then. */
int ced_wait_for_key(void);

/** The cells that the terminal takes for a text, by where it says its cursor stands behind it; negative when there is no
 * terminal, or it does not say within half a second. The text is erased. Keys typed meanwhile are lost. */
int ced_cells_of(const char *text);

/* Has somebody typed ahead? */
bool ced_input_waits(void);

/* No screen has more. */
enum { CED_MOST_COLUMNS = 10000, CED_MOST_ROWS = 1000 };

/* Has a terminal whose window no screen has, such as 65535 by 65535, forget it: to be called before libedit looks. */
void ced_bound_window(void);

/* The size the kernel knows; false if it does not answer. Either may be 0. */
bool ced_terminal_size(int descriptor, int *columns, int *rows);

#endif

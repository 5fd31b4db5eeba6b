// What Swift cannot take from curses, behind functions of our own: no curses type gets out.
#ifndef CNCURSES_H
#define CNCURSES_H

#include <stdbool.h>
#include <stdint.h>

// Why cn_start refused.
enum {
    CN_STARTED = 0,
    CN_NOT_A_TERMINAL = 1,   // output is something else, or there is no terminal to read keys from
    CN_NO_TERMINAL_TYPE = 2, // TERM is not set
    CN_UNKNOWN_TERMINAL = 3, // TERM names nothing that terminfo knows
    CN_CANNOT_POSITION = 4,  // the terminal cannot place its cursor
};

// What cn_wait reports.
enum {
    CN_NOTHING = 0,     // the time is over
    CN_BYTES = 1,       // something was typed
    CN_RESIZED = 2,     // ask cn_size, and draw all of it again
    CN_INTERRUPTED = 3, // a signal asked the program to end
    CN_END = 4,         // the terminal is gone
};

// Attributes of text, to be added up.
enum { CN_BOLD = 1, CN_UNDERLINE = 2, CN_DIM = 4, CN_REVERSE = 8 };

// Opens the screen. The message (or NULL) is written after a crash, once the terminal is whole
// again; errors_fd (or -1) gets what is written to standard error meanwhile, else nobody does.
int cn_start(const char *crash_message, int errors_fd);

// Asks the terminal for the colour of its background (OSC 11), and then, in any case, where its
// cursor is in the second row: at the edge, or behind an ambiguous character. Before the first frame,
// which covers it; false if the terminal cannot be asked.
bool cn_ask(bool background, bool width);

// Leaves the screen as it was found. May be called at any time and more than once. If a signal
// had been reported by cn_wait, the process now ends by that signal.
void cn_stop(void);
bool cn_is_up(void);

int cn_colours(void);
// The largest number of a pair that can be defined.
int cn_last_pair(void);
// Background or foreground -1 is the terminal's own.
void cn_define_pair(int pair, int foreground, int background);
void cn_size(int *columns, int *rows);

// Has the next frame drawn whole, whatever the screen is believed to show.
void cn_repaint(void);
void cn_begin_frame(void);
// Writes scalars that fill exactly the given columns.
void cn_put(int column, int row, const uint32_t *scalars, int count, int attributes, int pair);
void cn_end_frame(int cursor_column, int cursor_row, bool is_visible);
// Asks the terminal to take a text, given in base 64, into its clipboard.
void cn_copy(const char *base64);
// Gives a text to tmux for its buffer and the clipboard of its terminal; false if we are not in
// tmux, or it does not answer within a second.
bool cn_copy_through_tmux(const char *text, long count);

// Whether the terminal is known to report the mouse.
bool cn_has_mouse(void);
// Takes the mouse, or leaves it to the terminal.
void cn_capture_mouse(bool captures);

// Gives the screen back to the shell and stops; returns when the person comes back.
void cn_suspend(void);

void cn_set_title(const char *title);

// The bytes of a capability such as kcuu1, NULL if the terminal lacks it.
const char *cn_capability(const char *name);
// Waits for input, below 0 a while, and takes what is there.
int cn_wait(int milliseconds, uint8_t *bytes, int capacity, int *count);
// How many bytes of input wait to be read.
int cn_pending(void);
// Drops what came and was not read.
void cn_drop_input(void);
// Whether a signal asked the program to end.
bool cn_is_interrupted(void);
// The character that bytes are in the character set of the locale: the number of bytes, 0 if some
// are missing yet, -1 if they are none.
int cn_decode(const uint8_t *bytes, int count, uint32_t *scalar);
// Milliseconds since some moment, which no change of the clock moves.
int64_t cn_milliseconds(void);

// The columns of a scalar as the C library and therefore curses see it: -1 if it cannot be shown.
int cn_wcwidth(uint32_t scalar);
// Sets the character type of the locale to C.UTF-8; false if there is none. For tests.
bool cn_use_utf8(void);
// Whether text leaves as UTF-8; else it is one of the Chinese character sets.
bool cn_is_utf8(void);
// Whether the person's locale is not installed.
bool cn_lacks_locale(void);

// Lines without a screen. Signals that ask the program to end are held from begin to end, and the
// process then ends by them; false if they cannot be.
bool cn_lines_begin(void);
// Waits for bytes of standard input: CN_BYTES, CN_INTERRUPTED, or CN_END.
int cn_lines_read(uint8_t *bytes, int capacity, int *count);
void cn_lines_end(void);

#endif

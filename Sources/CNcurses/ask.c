// What the terminal is asked about itself, since nothing else knows. Nothing waits for its answers:
// they come as input, and before any of them the first frame is drawn over the question.
#define NCURSES_WIDECHAR 1
#include "CNcurses.h"

#include <curses.h>
#include <string.h>

#include "guard.h"
#include "output.h"
#include "terminfo.h"

static void ask(const char *text) {
    output_write(text, strlen(text));
}

bool cn_ask(bool background, bool width) {
    if (!cn_is_up() || !terminfo_speaks_ansi() || getmaxy(stdscr) < 2) {
        return false;
    }
    // What curses holds back goes first: the question is for our own screen.
    guard_begin_writing();
    curs_set(0);
    guard_end_writing();
    if (background) {
        ask("\033]11;?\033\\");
    }
    // Every terminal says where its cursor is, and says it last. Not in the first row: there the
    // answer would look like a key.
    ask("\033[2;1H");
    if (width) {
        ask("\xE2\x94\x80");
    }
    ask("\033[6n\r\033[K");
    return true;
}

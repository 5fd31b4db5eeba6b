#define NCURSES_WIDECHAR 1
#include "CNcurses.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

#include "guard.h"
#include "terminfo.h"

static SCREEN *screen;
static bool is_up;

bool cn_is_up(void) {
    return is_up;
}

// Locale and width

bool cn_use_utf8(void) {
    return setlocale(LC_CTYPE, "C.UTF-8") != NULL || setlocale(LC_CTYPE, "en_US.UTF-8") != NULL;
}

int cn_wcwidth(uint32_t scalar) {
    return wcwidth((wchar_t)scalar);
}

static void choose_locale(void) {
    // Numbers stay as in C: nothing here is formatted for people.
    setlocale(LC_CTYPE, "");
    if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0) {
        cn_use_utf8();
    }
}

// Standard error

static int saved_errors = -1;

static void redirect_errors(int errors_fd) {
    int target = errors_fd >= 0 ? errors_fd : open("/dev/null", O_WRONLY | O_CLOEXEC);
    fflush(stderr);
    saved_errors = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
    if (target >= 0 && saved_errors >= 0) {
        dup2(target, STDERR_FILENO);
    }
    if (errors_fd < 0 && target >= 0) {
        close(target);
    }
}

static void restore_errors(void) {
    if (saved_errors < 0) {
        return;
    }
    fflush(stderr);
    dup2(saved_errors, STDERR_FILENO);
    close(saved_errors);
    saved_errors = -1;
}

// Start and stop

static void define_fallback_keys(void) {
    // What terminals send although their terminfo entry says otherwise.
    static const struct { const char *bytes; int key; } keys[] = {
        {"\033[1~", KEY_HOME}, {"\033[7~", KEY_HOME}, {"\033[H", KEY_HOME}, {"\033OH", KEY_HOME},
        {"\033[4~", KEY_END}, {"\033[8~", KEY_END}, {"\033[F", KEY_END}, {"\033OF", KEY_END},
        {"\033[Z", KEY_BTAB},
        {"\033OP", KEY_F(1)}, {"\033OQ", KEY_F(2)}, {"\033OR", KEY_F(3)}, {"\033OS", KEY_F(4)},
        {"\033[11~", KEY_F(1)}, {"\033[12~", KEY_F(2)}, {"\033[13~", KEY_F(3)},
        {"\033[14~", KEY_F(4)},
        {"\033[[A", KEY_F(1)}, {"\033[[B", KEY_F(2)}, {"\033[[C", KEY_F(3)},
        {"\033[[D", KEY_F(4)}, {"\033[[E", KEY_F(5)},
        {"\033[A", KEY_UP}, {"\033[B", KEY_DOWN}, {"\033[C", KEY_RIGHT}, {"\033[D", KEY_LEFT},
        {"\033[5~", KEY_PPAGE}, {"\033[6~", KEY_NPAGE}, {"\033[3~", KEY_DC}, {"\033[2~", KEY_IC},
    };
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (key_defined(keys[i].bytes) == 0) {
            define_key(keys[i].bytes, keys[i].key);
        }
    }
}

static void set_modes(void) {
    set_escdelay(25);
    raw();
    noecho();
    nonl();
    keypad(stdscr, TRUE);
    nodelay(stdscr, TRUE);
    meta(stdscr, TRUE);
    leaveok(stdscr, FALSE);
    scrollok(stdscr, FALSE);
}

int cn_start(const char *crash_message, int errors_fd) {
    if (is_up) {
        return CN_STARTED;
    }
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) {
        return CN_NOT_A_TERMINAL;
    }
    const char *name = getenv("TERM");
    if (name == NULL || *name == '\0') {
        return CN_NO_TERMINAL_TYPE;
    }
    choose_locale();
    int refusal = terminfo_load(name);
    if (refusal != CN_STARTED) {
        return refusal;
    }
    guard_prepare(crash_message);
    redirect_errors(errors_fd);
    // Before curses, which installs handlers of its own where it finds none.
    guard_arm(saved_errors);
    screen = newterm(NULL, stdout, stdin);
    if (screen == NULL) {
        guard_disarm();
        restore_errors();
        return CN_UNKNOWN_TERMINAL;
    }
    set_term(screen);
    is_up = true;
    set_modes();
    if (has_colors()) {
        start_color();
        use_default_colors();
    }
    define_fallback_keys();
    return CN_STARTED;
}

// A terminal without a second screen would keep the last frame under the shell's prompt.
static void leave_nothing_behind(void) {
    if (terminfo_string("rmcup") == NULL) {
        attr_set(A_NORMAL, 0, NULL);
        erase();
        refresh();
    }
}

void cn_stop(void) {
    if (!is_up) {
        return;
    }
    is_up = false;
    guard_disarm();
    curs_set(1);
    leave_nothing_behind();
    endwin();
    delscreen(screen);
    screen = NULL;
    guard_restore_modes();
    restore_errors();
    guard_raise_pending();
}

// Colours and size

int cn_colours(void) {
    return has_colors() ? COLORS : 0;
}

void cn_define_pair(int pair, int foreground, int background) {
    if (pair > 0 && pair < COLOR_PAIRS) {
        init_pair((short)pair, (short)foreground, (short)background);
    }
}

void cn_size(int *columns, int *rows) {
    getmaxyx(stdscr, *rows, *columns);
}

// Frames

void cn_begin_frame(void) {
    // Rows are written whole, but a frame may be smaller than the screen.
    attr_set(A_NORMAL, 0, NULL);
    erase();
}

static attr_t curses_attributes(int attributes) {
    attr_t result = A_NORMAL;
    if (attributes & CN_BOLD) result |= A_BOLD;
    if (attributes & CN_UNDERLINE) result |= A_UNDERLINE;
    if (attributes & CN_DIM) result |= A_DIM;
    if (attributes & CN_REVERSE) result |= A_REVERSE;
    return result;
}

void cn_put(int column, int row, const uint32_t *scalars, int count, int attributes, int pair) {
    short usable = pair > 0 && pair < COLOR_PAIRS ? (short)pair : 0;
    attr_set(curses_attributes(attributes), usable, NULL);
    // In the last column of the last row this reports an error although it has drawn.
    mvaddnwstr(row, column, (const wchar_t *)scalars, count);
}

void cn_end_frame(int cursor_column, int cursor_row, bool is_visible) {
    attr_set(A_NORMAL, 0, NULL);
    if (cursor_column >= 0 && cursor_row >= 0) {
        move(cursor_row, cursor_column);
    }
    curs_set(is_visible ? 1 : 0);
    refresh();
}

static void write_all(int fd, const char *bytes, size_t count) {
    while (count > 0) {
        ssize_t written = write(fd, bytes, count);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return;
        bytes += written;
        count -= (size_t)written;
    }
}

void cn_copy(const char *base64) {
    static const char begin[] = "\033]52;c;", end[] = "\a";
    write_all(STDOUT_FILENO, begin, sizeof begin - 1);
    write_all(STDOUT_FILENO, base64, strlen(base64));
    write_all(STDOUT_FILENO, end, sizeof end - 1);
}

void cn_set_title(const char *title) {
    if (!is_up) {
        return;
    }
    fflush(stdout);
    write_all(STDOUT_FILENO, "\033]2;", 4);
    write_all(STDOUT_FILENO, title, strlen(title));
    write_all(STDOUT_FILENO, "\007", 1);
}

#define NCURSES_WIDECHAR 1
#include "CNcurses.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

#include "charset.h"
#include "guard.h"
#include "input.h"
#include "output.h"
#include "terminfo.h"

static SCREEN *screen;
static FILE *keyboard;
static bool is_up;

bool cn_is_up(void) {
    return is_up;
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

// Where keys come from

// Standard input may be a pipe while a person sits at the terminal all the same.
static bool open_keyboard(void) {
    if (isatty(STDIN_FILENO)) {
        keyboard = stdin;
    } else {
        int fd = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
        keyboard = fd >= 0 ? fdopen(fd, "r+") : NULL;
    }
    return keyboard != NULL;
}

static void close_keyboard(void) {
    if (keyboard != NULL && keyboard != stdin) {
        fclose(keyboard);
    }
    keyboard = NULL;
}

int input_fd(void) {
    return keyboard != NULL ? fileno(keyboard) : STDIN_FILENO;
}

// Start and stop

static void set_modes(void) {
    raw();
    noecho();
    nonl();
    keypad(stdscr, TRUE);
    meta(stdscr, TRUE);
    // Keys are read by us; a frame is drawn whole although more of them wait.
    typeahead(-1);
    leaveok(stdscr, FALSE);
    scrollok(stdscr, FALSE);
}

// What is pasted comes between two marks, so that it is not taken for keys.
static void mark_pastes(bool marks) {
    if (terminfo_speaks_ansi()) {
        output_write(marks ? "\033[?2004h" : "\033[?2004l", 8);
    }
}

static bool captures_mouse;

bool cn_has_mouse(void) {
    return terminfo_string("kmous") != NULL;
}

// Buttons and wheel, as numbers where the terminal can.
static void report_mouse(bool reports) {
    output_write(reports ? "\033[?1000h\033[?1006h" : "\033[?1006l\033[?1000l", 16);
}

void cn_capture_mouse(bool captures) {
    if (!is_up || !cn_has_mouse() || captures == captures_mouse) {
        return;
    }
    captures_mouse = captures;
    report_mouse(captures);
}

// What curses does not know of: our own requests to the terminal.
static void ask_for_input(bool asks) {
    mark_pastes(asks);
    if (captures_mouse) {
        report_mouse(asks);
    }
}

// The screen itself, once handlers stand.
static int open_screen(void) {
    screen = newterm(NULL, stdout, keyboard);
    if (screen == NULL) {
        guard_disarm();
        restore_errors();
        close_keyboard();
        return CN_UNKNOWN_TERMINAL;
    }
    set_term(screen);
    is_up = true;
    set_modes();
    if (has_colors()) {
        start_color();
        use_default_colors();
    }
    captures_mouse = false;
    ask_for_input(true);
    return CN_STARTED;
}

int cn_start(const char *crash_message, int errors_fd) {
    if (is_up) {
        return CN_STARTED;
    }
    if (!isatty(STDOUT_FILENO) || !open_keyboard()) {
        return CN_NOT_A_TERMINAL;
    }
    const char *name = getenv("TERM");
    if (name == NULL || *name == '\0') {
        close_keyboard();
        return CN_NO_TERMINAL_TYPE;
    }
    charset_choose();
    int refusal = terminfo_load(name);
    if (refusal != CN_STARTED) {
        close_keyboard();
        return refusal;
    }
    guard_prepare(input_fd(), crash_message);
    redirect_errors(errors_fd);
    // Before curses, which installs handlers of its own where it finds none.
    guard_arm(saved_errors);
    guard_begin_writing();
    int outcome = open_screen();
    guard_end_writing();
    return outcome;
}

// A terminal without a second screen would keep the last frame under the shell's prompt.
static void leave_nothing_behind(void) {
    if (terminfo_string("rmcup") == NULL) {
        attr_set(A_NORMAL, 0, NULL);
        erase();
        refresh();
    }
}

// The terminal is the shell's again, but for its modes.
static void leave_screen(void) {
    guard_begin_writing();
    ask_for_input(false);
    curs_set(1);
    leave_nothing_behind();
    endwin();
    guard_end_writing();
}

void cn_stop(void) {
    if (!is_up) {
        return;
    }
    is_up = false;
    if (!guard_is_pending()) {
        leave_screen();
        delscreen(screen);
    }
    // Curses would wait for a terminal that perhaps reads nothing.
    if (guard_is_pending()) {
        guard_give_back();
    }
    screen = NULL;
    guard_disarm();
    guard_restore_modes();
    restore_errors();
    close_keyboard();
    guard_raise_pending();
}

static void enter_screen(void) {
    guard_begin_writing();
    // A change of size while stopped was reported to nobody.
    input_resize();
    clearok(curscr, TRUE);
    refresh();
    ask_for_input(true);
    guard_end_writing();
}

// Raw mode keeps Ctrl-Z from the terminal driver, so the program stops itself, and with it
// whatever the shell started together with it.
void cn_suspend(void) {
    if (!is_up) {
        return;
    }
    leave_screen();
    guard_restore_modes();
    guard_pause();
    struct sigaction usual, before;
    memset(&usual, 0, sizeof usual);
    usual.sa_handler = SIG_DFL;
    sigemptyset(&usual.sa_mask);
    sigaction(SIGTSTP, &usual, &before);
    kill(0, SIGTSTP);
    sigaction(SIGTSTP, &before, NULL);
    guard_take_stop();
    guard_take_continued();
    if (guard_is_pending()) {
        return;
    }
    guard_resume();
    enter_screen();
}

void input_enter_again(void) {
    // In the background this stops the program once more, before anything is written.
    reset_prog_mode();
    guard_begin_writing();
    endwin();
    guard_end_writing();
    enter_screen();
}

// Colours and size

int cn_colours(void) {
    return has_colors() ? COLORS : 0;
}

int cn_last_pair(void) {
    return has_colors() ? COLOR_PAIRS - 1 : 0;
}

void cn_define_pair(int pair, int foreground, int background) {
    if (pair > 0 && pair < COLOR_PAIRS) {
        // Where colours are red, green and blue, their numbers are larger than init_pair takes.
        init_extended_pair(pair, foreground, background);
    }
}

void cn_size(int *columns, int *rows) {
    getmaxyx(stdscr, *rows, *columns);
}

// Frames

void cn_repaint(void) {
    clearok(curscr, TRUE);
}

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
    guard_begin_writing();
    curs_set(is_visible ? 1 : 0);
    refresh();
    guard_end_writing();
}

// Beside curses

void output_write(const char *bytes, size_t count) {
    guard_begin_writing();
    fflush(stdout);
    while (count > 0) {
        ssize_t written = write(STDOUT_FILENO, bytes, count);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) break;
        bytes += written;
        count -= (size_t)written;
    }
    guard_end_writing();
}

void cn_set_title(const char *title) {
    if (!is_up) {
        return;
    }
    output_write("\033]2;", 4);
    output_write(title, strlen(title));
    output_write("\007", 1);
}

// Keys, changes of size, and the wait for them.
#define NCURSES_WIDECHAR 1
#include "CNcurses.h"

#include <curses.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "guard.h"

static bool resize_to_terminal(void) {
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) {
        return false;
    }
    if (!is_term_resized(size.ws_row, size.ws_col)) {
        return false;
    }
    resizeterm(size.ws_row, size.ws_col);
    return true;
}

// Raw mode keeps Ctrl-Z from the terminal driver, so the program stops itself.
void cn_suspend(void) {
    guard_pause();
    curs_set(1);
    endwin();
    struct sigaction usual, before;
    memset(&usual, 0, sizeof usual);
    usual.sa_handler = SIG_DFL;
    sigemptyset(&usual.sa_mask);
    sigaction(SIGTSTP, &usual, &before);
    raise(SIGTSTP);
    sigaction(SIGTSTP, &before, NULL);
    guard_resume();
    // A change of size while stopped was reported to nobody.
    resize_to_terminal();
    clearok(curscr, TRUE);
    refresh();
}

static uint32_t named_key(wint_t key) {
    switch (key) {
    case KEY_UP: return CN_UP;
    case KEY_DOWN: return CN_DOWN;
    case KEY_LEFT: return CN_LEFT;
    case KEY_RIGHT: return CN_RIGHT;
    case KEY_HOME: case KEY_FIND: return CN_HOME;
    case KEY_END: case KEY_SELECT: return CN_END_KEY;
    case KEY_PPAGE: return CN_PAGE_UP;
    case KEY_NPAGE: return CN_PAGE_DOWN;
    case KEY_IC: return CN_INSERT;
    case KEY_DC: return CN_DELETE;
    case KEY_BACKSPACE: return CN_BACKSPACE;
    case KEY_ENTER: return CN_ENTER;
    case KEY_BTAB: return CN_BACK_TAB;
    default: break;
    }
    if (key > KEY_F0 && key <= KEY_F(63)) {
        return CN_FUNCTION + (uint32_t)(key - KEY_F0);
    }
    return 0;
}

// One key that curses has or can read at once; CN_NOTHING if there is none.
static int read_now(uint32_t *value) {
    for (;;) {
        wint_t key = 0;
        int kind = get_wch(&key);
        if (kind == ERR) {
            return CN_NOTHING;
        }
        if (kind == KEY_CODE_YES) {
            if (key == KEY_RESIZE) {
                return CN_RESIZED;
            }
            *value = named_key(key);
            if (*value != 0) {
                return CN_KEY;
            }
        } else {
            *value = (uint32_t)key;
            return CN_CHARACTER;
        }
    }
}

bool cn_has_input(void) {
    struct pollfd input = {STDIN_FILENO, POLLIN, 0};
    return poll(&input, 1, 0) > 0;
}

// Told once; who goes on reading after it is told that there is no more.
static int report_interruption(void) {
    static bool was_told;
    int kind = was_told ? CN_END : CN_INTERRUPTED;
    was_told = true;
    return kind;
}

// Waits without looking at what came. Woken once a second, because a signal about the size may
// have gone to another thread.
static int wait_for_input(int milliseconds, bool *input_is_ready) {
    struct pollfd sources[2] = {{STDIN_FILENO, POLLIN, 0}, {guard_wake_fd(), POLLIN, 0}};
    int slice = milliseconds < 0 || milliseconds > 1000 ? 1000 : milliseconds;
    guard_begin_waiting();
    int count = poll(sources, 2, slice);
    guard_end_waiting();
    *input_is_ready = count > 0 && (sources[0].revents & POLLIN) != 0;
    if (guard_is_pending()) {
        return report_interruption();
    }
    bool is_gone = count > 0 && (sources[0].revents & (POLLHUP | POLLERR | POLLNVAL)) != 0;
    return is_gone && !*input_is_ready ? CN_END : CN_NOTHING;
}

int cn_read(int milliseconds, uint32_t *value) {
    int left = milliseconds;
    int empty_reads = 0;
    if (!cn_is_up()) {
        return CN_END;
    }
    for (;;) {
        if (guard_is_pending()) {
            return report_interruption();
        }
        int kind = read_now(value);
        if (kind != CN_NOTHING) {
            return kind;
        }
        if (resize_to_terminal()) {
            return CN_RESIZED;
        }
        // Input that is announced and never arrives is the end of the terminal.
        if (empty_reads > 3) {
            return CN_END;
        }
        bool input_is_ready = false;
        kind = wait_for_input(left, &input_is_ready);
        if (kind != CN_NOTHING) {
            return kind;
        }
        empty_reads = input_is_ready ? empty_reads + 1 : 0;
        if (input_is_ready || left < 0) {
            continue;
        }
        if (left == 0) {
            return read_now(value);
        }
        left = left > 1000 ? left - 1000 : 0;
    }
}

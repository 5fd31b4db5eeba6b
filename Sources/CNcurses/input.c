// Keys, changes of size, and the wait for them.
#define NCURSES_WIDECHAR 1
#include "input.h"
#include "CNcurses.h"

#include <curses.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include "guard.h"
#include "keys.h"
#include "mouse.h"
#include "typed.h"

int64_t cn_milliseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

bool input_resize(void) {
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

// Sequences that nobody knows

// Whether a character may stand in the middle of a control sequence, or at its end.
static bool is_parameter(wint_t key) { return key >= 0x30 && key <= 0x3F; }
static bool is_final(wint_t key) { return key >= 0x40 && key <= 0x7E; }

// After an Escape: leaves out the rest of a control sequence with parameters, such as a late
// answer about the cursor's place. Whatever else comes is kept.
static bool skip_sequence(void) {
    struct typed_key seen[32];
    int count = 0;
    while (count < 32) {
        struct typed_key next = {ERR, 0};
        next.kind = typed_next(&next.key);
        if (next.kind == ERR) break;
        seen[count++] = next;
        if (next.kind != OK) break;
        if (count == 1) {
            if (next.key != '[') break;
        } else if (!is_parameter(next.key)) {
            if (count > 2 && is_final(next.key)) return true;
            break;
        }
    }
    typed_put_back(seen, count);
    return false;
}

// One key

// How much was ever read, be it of use or not.
static unsigned long reads;

// One key that curses has or can read at once; CN_NOTHING if there is none.
static int read_now(uint32_t *value) {
    for (;;) {
        if (mouse_next(value)) {
            return CN_MOUSE;
        }
        wint_t key = 0;
        int kind = typed_next(&key);
        if (kind == ERR) {
            return CN_NOTHING;
        }
        reads++;
        if (kind == OK) {
            if (key == 0x1B && skip_sequence()) continue;
            *value = (uint32_t)key;
            return CN_CHARACTER;
        }
        if (key == KEY_RESIZE) {
            return CN_RESIZED;
        }
        if (key == KEY_MOUSE) {
            mouse_collect();
            continue;
        }
        *value = keys_named(key);
        if (*value != 0) {
            return CN_KEY;
        }
    }
}

// What was read only to see whether there is anything.
static int seen_kind = CN_NOTHING;
static uint32_t seen_value;

static int take(uint32_t *value) {
    if (seen_kind == CN_NOTHING) {
        return read_now(value);
    }
    int kind = seen_kind;
    seen_kind = CN_NOTHING;
    *value = seen_value;
    return kind;
}

bool cn_has_input(void) {
    if (!cn_is_up()) {
        return false;
    }
    if (seen_kind == CN_NOTHING) {
        seen_kind = read_now(&seen_value);
    }
    return seen_kind != CN_NOTHING || guard_is_pending();
}

// Waiting

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
    struct pollfd sources[2] = {{input_fd(), POLLIN, 0}, {guard_wake_fd(), POLLIN, 0}};
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
        unsigned long reads_before = reads;
        int kind = take(value);
        if (kind != CN_NOTHING) {
            return kind;
        }
        if (reads != reads_before) {
            empty_reads = 0;
        }
        if (input_resize()) {
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
            return take(value);
        }
        left = left > 1000 ? left - 1000 : 0;
    }
}

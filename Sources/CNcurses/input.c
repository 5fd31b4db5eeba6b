// Bytes that were typed, changes of size, signals, and the wait for them.
#define NCURSES_WIDECHAR 1
#include "input.h"
#include "CNcurses.h"

#include <curses.h>
#include <errno.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "guard.h"

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

// Told once; who goes on reading after it is told that there is no more.
static int report_interruption(void) {
    static bool was_told;
    int kind = was_told ? CN_END : CN_INTERRUPTED;
    was_told = true;
    return kind;
}

// What a signal or a change of size has to say; CN_NOTHING if nothing has.
static int read_signals(void) {
    guard_empty_wake();
    if (guard_is_pending()) {
        return report_interruption();
    }
    if (guard_take_stop()) {
        cn_suspend();
        return CN_RESIZED;
    }
    if (guard_take_continued()) {
        input_enter_again();
        return CN_RESIZED;
    }
    return input_resize() ? CN_RESIZED : CN_NOTHING;
}

// Only a hang-up and a read of nothing are an end.
static int read_bytes(uint8_t *bytes, int capacity, int *count) {
    ssize_t number = read(input_fd(), bytes, (size_t)capacity);
    if (number > 0) {
        *count = (int)number;
        return CN_BYTES;
    }
    bool is_passing = number < 0 && (errno == EINTR || errno == EAGAIN);
    return is_passing ? CN_NOTHING : CN_END;
}

int cn_wait(int milliseconds, uint8_t *bytes, int capacity, int *count) {
    *count = 0;
    if (!cn_is_up()) {
        return CN_END;
    }
    int said = read_signals();
    if (said != CN_NOTHING) {
        return said;
    }
    // Woken once a second, because a signal about the size may have gone to another thread.
    int slice = milliseconds < 0 || milliseconds > 1000 ? 1000 : milliseconds;
    struct pollfd sources[2] = {{input_fd(), POLLIN, 0}, {guard_wake_fd(), POLLIN, 0}};
    int ready = poll(sources, 2, slice);
    said = read_signals();
    if (said != CN_NOTHING) {
        return said;
    }
    if (ready <= 0) {
        return CN_NOTHING;
    }
    if (sources[0].revents & POLLIN) {
        return read_bytes(bytes, capacity, count);
    }
    return sources[0].revents & (POLLHUP | POLLERR | POLLNVAL) ? CN_END : CN_NOTHING;
}

int cn_pending(void) {
    int count = 0;
    return cn_is_up() && ioctl(input_fd(), FIONREAD, &count) == 0 && count > 0 ? count : 0;
}

void cn_drop_input(void) {
    if (cn_is_up()) {
        tcflush(input_fd(), TCIFLUSH);
    }
}

bool cn_is_interrupted(void) {
    return guard_is_pending();
}

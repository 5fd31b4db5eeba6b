// Lines from standard input, for who has no screen: a signal that asks the program to end ends the
// wait for them, so that what is to be kept can be kept first.
#include "CNcurses.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

static const int end_signals[] = {SIGTERM, SIGHUP, SIGINT};
enum { COUNT = sizeof end_signals / sizeof *end_signals };

static volatile sig_atomic_t asked_by;
static int wake_pipe[2] = {-1, -1};
static struct sigaction actions_before[COUNT];
static bool is_installed[COUNT];

// Who asks a second time does not want to wait: the handler is gone by then.
static void on_end(int signal_number) {
    int error = errno;
    asked_by = signal_number;
    if (write(wake_pipe[1], "!", 1) != 1) {
        // It is full, and whoever reads it is awake.
    }
    errno = error;
}

bool cn_lines_begin(void) {
    if (wake_pipe[0] < 0 && pipe(wake_pipe) != 0) {
        return false;
    }
    for (int i = 0; i < 2; i++) {
        fcntl(wake_pipe[i], F_SETFD, FD_CLOEXEC);
        fcntl(wake_pipe[i], F_SETFL, O_NONBLOCK);
    }
    for (int i = 0; i < COUNT; i++) {
        struct sigaction action;
        memset(&action, 0, sizeof action);
        action.sa_handler = on_end;
        action.sa_flags = SA_RESTART | SA_RESETHAND;
        sigemptyset(&action.sa_mask);
        is_installed[i] = sigaction(end_signals[i], NULL, &actions_before[i]) == 0 &&
                          actions_before[i].sa_handler != SIG_IGN &&
                          sigaction(end_signals[i], &action, NULL) == 0;
    }
    return true;
}

int cn_lines_read(uint8_t *bytes, int capacity, int *count) {
    *count = 0;
    struct pollfd sources[2] = {{STDIN_FILENO, POLLIN, 0}, {wake_pipe[0], POLLIN, 0}};
    for (;;) {
        if (asked_by != 0) {
            return CN_INTERRUPTED;
        }
        if (poll(sources, 2, -1) < 0 && errno != EINTR) {
            return CN_END;
        }
        if (sources[1].revents != 0 || sources[0].revents == 0) {
            continue;
        }
        ssize_t number = read(STDIN_FILENO, bytes, (size_t)capacity);
        if (number > 0) {
            *count = (int)number;
            return CN_BYTES;
        }
        if (number == 0 || (errno != EINTR && errno != EAGAIN)) {
            return CN_END;
        }
    }
}

void cn_lines_end(void) {
    for (int i = 0; i < COUNT; i++) {
        if (is_installed[i]) {
            sigaction(end_signals[i], &actions_before[i], NULL);
            is_installed[i] = false;
        }
    }
    if (asked_by != 0) {
        raise(asked_by);
    }
}

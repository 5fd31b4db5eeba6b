#include "guard.h"
#include "terminfo.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

// All that the handlers use is made before them: they call what may be called in a signal.

static struct termios modes_at_start;
static bool has_modes;
static int keyboard_fd = STDIN_FILENO;
// The terminal once more, opened so that no write to it waits.
static int terminal_fd = -1;
static int nowhere_fd = -1;
static char restore_bytes[512];
static size_t restore_count;
static char message[1024];
static size_t message_count;
static int message_fd = STDERR_FILENO;
static pthread_t owner;

static volatile sig_atomic_t is_armed;
static volatile sig_atomic_t is_paused;
static volatile sig_atomic_t is_writing;
static volatile sig_atomic_t was_continued;
static volatile sig_atomic_t is_to_stop;
static volatile sig_atomic_t pending_signal;
static struct timespec pending_since;
static int wake_pipe[2] = {-1, -1};

static const int crash_signals[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGSYS};
// All else that ends a process which does not care; those of real time are added to them.
static const int end_signals[] = {
    SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGPIPE, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF,
    SIGXCPU, SIGIO, SIGPWR, SIGSTKFLT,
};
enum { CRASH_COUNT = sizeof crash_signals / sizeof *crash_signals };
enum { END_COUNT = sizeof end_signals / sizeof *end_signals };
enum { SIGNALS = 65 };
static struct sigaction actions_before[SIGNALS];
static bool is_installed[SIGNALS];

// Appends without the padding marks `$<5>`, which only old hardware needed.
static void append_bytes(const char *bytes) {
    while (*bytes != '\0' && restore_count < sizeof restore_bytes) {
        const char *end = bytes[0] == '$' && bytes[1] == '<' ? strchr(bytes, '>') : NULL;
        if (end != NULL) {
            bytes = end + 1;
        } else {
            restore_bytes[restore_count++] = *bytes++;
        }
    }
}

static void make_alternate_stack(void) {
    static char *stack;
    const size_t size = 64 * 1024;
    if (stack != NULL) {
        return;
    }
    stack = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (stack == MAP_FAILED) {
        stack = NULL;
        return;
    }
    stack_t description;
    memset(&description, 0, sizeof description);
    description.ss_sp = stack;
    description.ss_size = size;
    sigaltstack(&description, NULL);
}

static void open_descriptors(void) {
    if (wake_pipe[0] < 0 && pipe(wake_pipe) == 0) {
        for (int i = 0; i < 2; i++) {
            fcntl(wake_pipe[i], F_SETFD, FD_CLOEXEC);
            fcntl(wake_pipe[i], F_SETFL, O_NONBLOCK);
        }
    }
    if (nowhere_fd < 0) {
        nowhere_fd = open("/dev/null", O_WRONLY | O_CLOEXEC);
    }
    const char *name = ttyname(STDOUT_FILENO);
    if (terminal_fd < 0 && name != NULL) {
        terminal_fd = open(name, O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    }
}

void guard_prepare(int input_fd, const char *crash_message) {
    owner = pthread_self();
    keyboard_fd = input_fd;
    has_modes = tcgetattr(keyboard_fd, &modes_at_start) == 0;
    restore_count = 0;
    if (terminfo_string("kmous") != NULL) {
        append_bytes("\033[?1006l\033[?1000l");
    }
    if (terminfo_speaks_ansi()) {
        append_bytes("\033[?2004l");
    }
    const char *leave = terminfo_string("rmcup") != NULL ? "rmcup" : "clear";
    const char *const names[] = {"sgr0", "op", "rmkx", "cnorm", leave};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *bytes = terminfo_string(names[i]);
        if (bytes != NULL) {
            append_bytes(bytes);
        }
    }
    message_count = 0;
    if (crash_message != NULL) {
        message_count = strlen(crash_message);
        if (message_count > sizeof message - 1) {
            message_count = sizeof message - 1;
        }
        memcpy(message, crash_message, message_count);
        message[message_count++] = '\n';
    }
    open_descriptors();
    make_alternate_stack();
}

// Writing without waiting

static bool can_write(int fd) {
    struct pollfd target = {fd, POLLOUT, 0};
    return poll(&target, 1, 250) > 0;
}

// A terminal that reads nothing for a while loses what it was to show last, and gets this instead.
static void write_bytes(int fd, const char *bytes, size_t count) {
    bool was_emptied = false;
    for (int attempts = 0; count > 0 && attempts < 64; attempts++) {
        // What is not our own descriptor may wait in the write itself.
        bool waits = fd != terminal_fd && !can_write(fd);
        ssize_t written = waits ? -1 : write(fd, bytes, count);
        if (written > 0) {
            bytes += written;
            count -= (size_t)written;
        } else if (waits || errno == EAGAIN) {
            if (!waits && can_write(fd)) continue;
            if (was_emptied || tcflush(fd, TCOFLUSH) != 0) return;
            was_emptied = true;
        } else if (errno != EINTR) {
            return;
        }
    }
}

static void end_by(int signal_number) {
    struct sigaction usual;
    memset(&usual, 0, sizeof usual);
    usual.sa_handler = SIG_DFL;
    sigemptyset(&usual.sa_mask);
    sigaction(signal_number, &usual, NULL);
    sigset_t only;
    sigemptyset(&only);
    sigaddset(&only, signal_number);
    sigprocmask(SIG_UNBLOCK, &only, NULL);
    raise(signal_number);
}

void guard_give_back(void) {
    if (!is_armed || is_paused) {
        return;
    }
    is_armed = 0;
    write_bytes(terminal_fd >= 0 ? terminal_fd : STDOUT_FILENO, restore_bytes, restore_count);
    guard_restore_modes();
}

// Handlers

static void wake(void) {
    if (write(wake_pipe[1], "!", 1) != 1) {
        // It is full, and whoever reads it is awake.
    }
}

// Whether the handler runs where the terminal is written to; else it is run there as well.
static bool is_at_owner(int signal_number) {
    if (pthread_equal(pthread_self(), owner)) {
        return true;
    }
    pthread_kill(owner, signal_number);
    return false;
}

static void on_crash(int signal_number) {
    bool was_armed = is_armed;
    guard_give_back();
    if (was_armed) {
        write_bytes(message_fd, message, message_count);
    }
    end_by(signal_number);
}

// Somebody who asks again after two seconds does not want to wait for whatever goes on.
static bool insists(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return pending_signal != 0 && now.tv_sec - pending_since.tv_sec > 2;
}

static void on_end(int signal_number) {
    int error = errno;
    if (!is_at_owner(signal_number)) {
        return;
    }
    if (signal_number == SIGQUIT || insists()) {
        guard_give_back();
        end_by(signal_number);
    }
    if (pending_signal == 0) {
        clock_gettime(CLOCK_MONOTONIC, &pending_since);
        pending_signal = signal_number;
    }
    wake();
    // The terminal may read nothing: whoever waits for it now goes on.
    if (is_writing && nowhere_fd >= 0) {
        dup2(nowhere_fd, STDOUT_FILENO);
    }
    errno = error;
}

static void on_stop_or_continue(int signal_number) {
    int error = errno;
    if (is_at_owner(signal_number)) {
        if (signal_number == SIGCONT) was_continued = 1;
        if (signal_number == SIGTSTP) is_to_stop = 1;
        wake();
    }
    errno = error;
}

static void install(int signal_number, void (*handler)(int), bool even_if_ignored) {
    struct sigaction action, *before = &actions_before[signal_number];
    if (sigaction(signal_number, NULL, before) != 0 ||
        (before->sa_handler == SIG_IGN && !even_if_ignored)) {
        return;
    }
    memset(&action, 0, sizeof action);
    action.sa_handler = handler;
    action.sa_flags = SA_ONSTACK;
    sigfillset(&action.sa_mask);
    is_installed[signal_number] = sigaction(signal_number, &action, NULL) == 0;
}

void guard_arm(int errors_fd) {
    message_fd = errors_fd >= 0 ? errors_fd : STDERR_FILENO;
    is_paused = 0;
    is_armed = 1;
    for (int i = 0; i < CRASH_COUNT; i++) {
        install(crash_signals[i], on_crash, true);
    }
    for (int i = 0; i < END_COUNT; i++) {
        install(end_signals[i], on_end, false);
    }
    for (int number = SIGRTMIN; number <= SIGRTMAX && number < SIGNALS; number++) {
        install(number, on_end, false);
    }
    install(SIGCONT, on_stop_or_continue, true);
    install(SIGTSTP, on_stop_or_continue, false);
}

void guard_disarm(void) {
    is_armed = 0;
    for (int number = 1; number < SIGNALS; number++) {
        if (is_installed[number]) {
            sigaction(number, &actions_before[number], NULL);
            is_installed[number] = false;
        }
    }
}

void guard_pause(void) { is_paused = 1; }
void guard_resume(void) { is_paused = 0; }

void guard_restore_modes(void) {
    if (has_modes) {
        tcsetattr(keyboard_fd, TCSANOW, &modes_at_start);
    }
}

// What came

void guard_begin_writing(void) {
    is_writing++;
    // It came just before, when nobody was seen to write.
    if (pending_signal != 0 && nowhere_fd >= 0) {
        dup2(nowhere_fd, STDOUT_FILENO);
    }
}
void guard_end_writing(void) { is_writing--; }

static bool taken(volatile sig_atomic_t *flag) {
    bool was_set = *flag != 0;
    *flag = 0;
    return was_set;
}

bool guard_take_stop(void) { return taken(&is_to_stop); }
bool guard_take_continued(void) { return taken(&was_continued); }
bool guard_is_pending(void) { return pending_signal != 0; }

void guard_raise_pending(void) {
    if (pending_signal != 0) {
        end_by(pending_signal);
    }
}

int guard_wake_fd(void) { return wake_pipe[0]; }

void guard_empty_wake(void) {
    char bytes[64];
    while (read(wake_pipe[0], bytes, sizeof bytes) > 0) {
    }
}

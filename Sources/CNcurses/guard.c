#include "guard.h"
#include "terminfo.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

// All that the handlers use is made before them: they call write, tcsetattr, sigaction and raise.

static struct termios modes_at_start;
static bool has_modes;
static int keyboard_fd = STDIN_FILENO;
static char restore_bytes[512];
static size_t restore_count;
static char message[1024];
static size_t message_count;
static int message_fd = STDERR_FILENO;

static volatile sig_atomic_t is_armed;
static volatile sig_atomic_t is_paused;
static volatile sig_atomic_t is_waiting;
static volatile sig_atomic_t pending_signal;
static int wake_pipe[2] = {-1, -1};

static const int crash_signals[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGSYS};
static const int end_signals[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT};
enum { CRASH_COUNT = sizeof crash_signals / sizeof *crash_signals };
enum { END_COUNT = sizeof end_signals / sizeof *end_signals };
static struct sigaction actions_before[CRASH_COUNT + END_COUNT];

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

void guard_prepare(int input_fd, const char *crash_message) {
    keyboard_fd = input_fd;
    has_modes = tcgetattr(keyboard_fd, &modes_at_start) == 0;
    restore_count = 0;
    if (terminfo_string("kmous") != NULL) {
        append_bytes("\033[?1006l\033[?1003l\033[?1002l\033[?1000l");
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
    if (wake_pipe[0] < 0 && pipe(wake_pipe) == 0) {
        for (int i = 0; i < 2; i++) {
            fcntl(wake_pipe[i], F_SETFD, FD_CLOEXEC);
            fcntl(wake_pipe[i], F_SETFL, O_NONBLOCK);
        }
    }
    make_alternate_stack();
}

static void write_bytes(int fd, const char *bytes, size_t count) {
    while (count > 0) {
        ssize_t written = write(fd, bytes, count);
        if (written <= 0) {
            return;
        }
        bytes += written;
        count -= (size_t)written;
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

static void give_terminal_back(void) {
    if (!is_armed || is_paused) {
        return;
    }
    is_armed = 0;
    write_bytes(STDOUT_FILENO, restore_bytes, restore_count);
    guard_restore_modes();
}

static void on_crash(int signal_number) {
    bool was_armed = is_armed;
    give_terminal_back();
    if (was_armed) {
        write_bytes(message_fd, message, message_count);
    }
    end_by(signal_number);
}

static void on_end(int signal_number) {
    if (is_waiting && pending_signal == 0 && signal_number != SIGQUIT) {
        pending_signal = signal_number;
        write_bytes(wake_pipe[1], "!", 1);
        return;
    }
    give_terminal_back();
    end_by(signal_number);
}

static void install(int signal_number, void (*handler)(int), struct sigaction *before) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = handler;
    action.sa_flags = SA_ONSTACK;
    sigfillset(&action.sa_mask);
    sigaction(signal_number, &action, before);
}

void guard_arm(int errors_fd) {
    message_fd = errors_fd >= 0 ? errors_fd : STDERR_FILENO;
    is_paused = 0;
    is_armed = 1;
    for (int i = 0; i < CRASH_COUNT; i++) {
        install(crash_signals[i], on_crash, &actions_before[i]);
    }
    for (int i = 0; i < END_COUNT; i++) {
        install(end_signals[i], on_end, &actions_before[CRASH_COUNT + i]);
    }
}

void guard_disarm(void) {
    is_armed = 0;
    for (int i = 0; i < CRASH_COUNT; i++) {
        sigaction(crash_signals[i], &actions_before[i], NULL);
    }
    for (int i = 0; i < END_COUNT; i++) {
        sigaction(end_signals[i], &actions_before[CRASH_COUNT + i], NULL);
    }
}

void guard_pause(void) { is_paused = 1; }
void guard_resume(void) { is_paused = 0; }

void guard_restore_modes(void) {
    if (has_modes) {
        tcsetattr(keyboard_fd, TCSANOW, &modes_at_start);
    }
}

void guard_begin_waiting(void) { is_waiting = 1; }
void guard_end_waiting(void) { is_waiting = 0; }
bool guard_is_pending(void) { return pending_signal != 0; }
int guard_wake_fd(void) { return wake_pipe[0]; }

void guard_raise_pending(void) {
    if (pending_signal != 0) {
        end_by(pending_signal);
    }
}

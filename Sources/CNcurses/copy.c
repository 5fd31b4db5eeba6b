// Into the clipboard: through tmux where we run inside it, else by the terminal's own sequence.
#define _GNU_SOURCE 1
#include "CNcurses.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "output.h"

extern char **environ;

void cn_copy(const char *base64) {
    output_write("\033]52;c;", 7);
    output_write(base64, strlen(base64));
    output_write("\a", 1);
}

// A file in memory, at its beginning: whoever reads it can stop at any time without harm to us.
static int file_of(const char *text, long count) {
    int file = memfd_create("copy", MFD_CLOEXEC);
    while (file >= 0 && count > 0) {
        ssize_t written = write(file, text, (size_t)count);
        if (written <= 0) {
            close(file);
            return -1;
        }
        text += written;
        count -= written;
    }
    if (file >= 0) {
        lseek(file, 0, SEEK_SET);
    }
    return file;
}

static pid_t start_tmux(int input) {
    static char *const arguments[] = {"tmux", "load-buffer", "-w", "-", NULL};
    posix_spawn_file_actions_t actions;
    if (posix_spawn_file_actions_init(&actions) != 0) {
        return -1;
    }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t child = -1;
    int outcome = posix_spawnp(&child, arguments[0], &actions, NULL, arguments, environ);
    posix_spawn_file_actions_destroy(&actions);
    return outcome == 0 ? child : -1;
}

// Waits a second at most; whoever takes longer is ended. No process is left behind.
static bool ends_well(pid_t child) {
    const struct timespec moment = {0, 5 * 1000 * 1000};
    int64_t end = cn_milliseconds() + 1000;
    int status = 0;
    while (waitpid(child, &status, WNOHANG) == 0) {
        if (cn_milliseconds() >= end) {
            kill(child, SIGKILL);
            waitpid(child, &status, 0);
            return false;
        }
        nanosleep(&moment, NULL);
    }
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool cn_copy_through_tmux(const char *text, long count) {
    const char *server = getenv("TMUX");
    if (server == NULL || *server == '\0') {
        return false;
    }
    int file = file_of(text, count);
    if (file < 0) {
        return false;
    }
    pid_t child = start_tmux(file);
    close(file);
    return child > 0 && ends_well(child);
}

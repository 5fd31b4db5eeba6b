// How wide the terminal draws what Unicode calls ambiguous: it is asked, since nothing else knows.
#include "CNcurses.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

// Where we are, one ambiguous character, where we are now.
static const char question[] = "\033[6n\xE2\x94\x80\033[6n";
enum { ANSWERS = 2 };

// Reads `ESC [ row ; column R` byte by byte out of all that comes.
struct answer {
    char bytes[32];
    int count;
};

// Takes a byte in: 1 if it ends an answer, 0 if it belongs to one, -1 if it does not.
static int take(struct answer *answer, char byte) {
    bool fits = false;
    switch (answer->count) {
    case 0: fits = byte == '\033'; break;
    case 1: fits = byte == '['; break;
    default: fits = (byte >= '0' && byte <= '9') || byte == ';' || byte == 'R'; break;
    }
    if (!fits || answer->count == sizeof answer->bytes - 1) {
        return -1;
    }
    answer->bytes[answer->count++] = byte;
    answer->bytes[answer->count] = '\0';
    if (byte != 'R') {
        return 0;
    }
    int row, column;
    return sscanf(answer->bytes, "\033[%d;%dR", &row, &column) == 2 ? 1 : -1;
}

static int column_of(const struct answer *answer) {
    int row = 0, column = 0;
    sscanf(answer->bytes, "\033[%d;%dR", &row, &column);
    return column;
}

struct typed {
    char *bytes;
    int capacity;
    int count;
};

static void keep(struct typed *typed, const char *bytes, int count) {
    for (int i = 0; i < count && typed->count < typed->capacity; i++) {
        typed->bytes[typed->count++] = bytes[i];
    }
}

static bool is_ready(int input, int64_t end) {
    struct pollfd source = {input, POLLIN, 0};
    for (;;) {
        int64_t left = end - cn_milliseconds();
        int count = poll(&source, 1, left > 0 ? (int)left : 0);
        if (count < 0 && errno == EINTR && left > 0) continue;
        return count > 0 && (source.revents & POLLIN) != 0;
    }
}

// The columns of the answers that came; how many did.
static int read_answers(int input, int milliseconds, int columns[ANSWERS], struct typed *typed) {
    struct answer answer = {.count = 0};
    int found = 0;
    int64_t end = cn_milliseconds() + milliseconds;
    char byte;
    while (found < ANSWERS && typed->count < typed->capacity && is_ready(input, end)) {
        if (read(input, &byte, 1) != 1) break;
        int outcome = take(&answer, byte);
        if (outcome > 0) {
            columns[found++] = column_of(&answer);
            answer.count = 0;
        } else if (outcome < 0) {
            keep(typed, answer.bytes, answer.count);
            answer.count = 0;
            // What ended the attempt may begin an answer.
            if (take(&answer, byte) < 0) keep(typed, &byte, 1);
        }
    }
    keep(typed, answer.bytes, answer.count);
    return found;
}

static void send(int output, const char *text) {
    size_t count = strlen(text);
    if (write(output, text, count) != (ssize_t)count) {
        // A terminal that takes nothing does not answer either.
    }
}

int cn_measure(int input, int output, int milliseconds, char *bytes, int capacity, int *count) {
    struct typed typed = {bytes, capacity, 0};
    struct termios before, silent;
    *count = 0;
    if (tcgetattr(input, &before) != 0) {
        return 0;
    }
    silent = before;
    silent.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
    silent.c_cc[VMIN] = 1;
    silent.c_cc[VTIME] = 0;
    tcsetattr(input, TCSADRAIN, &silent);
    send(output, question);
    int columns[ANSWERS] = {0, 0};
    int found = read_answers(input, milliseconds, columns, &typed);
    char erase[32] = "\r\033[K";
    if (found > 0) {
        snprintf(erase, sizeof erase, "\033[%dG\033[K", columns[0]);
    }
    send(output, erase);
    tcsetattr(input, TCSADRAIN, &before);
    *count = typed.count;
    int width = columns[1] - columns[0];
    return found == ANSWERS && (width == 1 || width == 2) ? width : 0;
}

// On its own because <term.h> makes macros of words as common as "columns" and "lines".
#include "terminfo.h"
#include "CNcurses.h"

#include <curses.h>
#include <term.h>
#include <string.h>
#include <unistd.h>

int terminfo_load(const char *name) {
    int found = 0;
    if (setupterm((char *)name, STDOUT_FILENO, &found) != OK) {
        return found == 1 ? CN_CANNOT_POSITION : CN_UNKNOWN_TERMINAL;
    }
    return terminfo_string("cup") != NULL ? CN_STARTED : CN_CANNOT_POSITION;
}

const char *terminfo_string(const char *capability) {
    const char *bytes = tigetstr((char *)capability);
    return bytes == (char *)-1 ? NULL : bytes;
}

bool terminfo_speaks_ansi(void) {
    const char *position = terminfo_string("cup");
    return position != NULL && strncmp(position, "\033[", 2) == 0;
}

const char *cn_capability(const char *name) {
    return terminfo_string(name);
}

#define NCURSES_WIDECHAR 1
#include "mouse.h"
#include "CNcurses.h"

#include <curses.h>

#include "terminfo.h"

enum { CAPACITY = 64 };
static struct deed {
    uint32_t kind;
    int column, row;
} waiting[CAPACITY];
static int first, count;
static int pointer_column, pointer_row;

bool cn_has_mouse(void) {
    return terminfo_string("kmous") != NULL;
}

void cn_capture_mouse(bool captures) {
    if (!cn_is_up()) {
        return;
    }
    // Clicks are told apart by us: curses would hold every press back until it knows.
    mouseinterval(0);
    mousemask(captures ? BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED : 0, NULL);
}

static uint32_t deed_of(mmask_t state) {
    // Pressed and released at one go, curses calls it a click, asked or not.
    if (state & (BUTTON1_PRESSED | BUTTON1_CLICKED)) return CN_PRESS;
    if (state & BUTTON4_PRESSED) return CN_WHEEL_UP;
    if (state & BUTTON5_PRESSED) return CN_WHEEL_DOWN;
    return 0;
}

void mouse_collect(void) {
    // Curses gives the last event first, eight at most.
    MEVENT events[8];
    int number = 0;
    while (number < 8 && getmouse(&events[number]) == OK) {
        number++;
    }
    for (int i = number - 1; i >= 0; i--) {
        uint32_t kind = deed_of(events[i].bstate);
        bool is_inside = events[i].x >= 0 && events[i].x < COLS && events[i].y >= 0 &&
            events[i].y < LINES;
        if (kind != 0 && is_inside && count < CAPACITY) {
            waiting[(first + count++) % CAPACITY] =
                (struct deed){kind, events[i].x, events[i].y};
        }
    }
}

bool mouse_next(uint32_t *deed) {
    if (count == 0) {
        return false;
    }
    *deed = waiting[first].kind;
    pointer_column = waiting[first].column;
    pointer_row = waiting[first].row;
    first = (first + 1) % CAPACITY;
    count--;
    return true;
}

void cn_pointer(int *column, int *row) {
    *column = pointer_column;
    *row = pointer_row;
}

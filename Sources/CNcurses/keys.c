#define NCURSES_WIDECHAR 1
#include "keys.h"
#include "CNcurses.h"

#include <curses.h>
#include <stddef.h>

// Codes that curses has no name for, well above those that it gives out itself.
enum { OWN_CONTROL_UP = 3000, OWN_CONTROL_DOWN, OWN_PASTE_BEGIN, OWN_PASTE_END };

struct definition {
    const char *bytes;
    int key;
};

// Meant so by every terminal that sends them.
static const struct definition certain[] = {
    {"\033[1;5A", OWN_CONTROL_UP}, {"\033[1;5B", OWN_CONTROL_DOWN},
    {"\033Oa", OWN_CONTROL_UP}, {"\033Ob", OWN_CONTROL_DOWN},
    {"\033[a", KEY_SR}, {"\033[b", KEY_SF},
    {"\033[200~", OWN_PASTE_BEGIN}, {"\033[201~", OWN_PASTE_END},
};

// Taken where the terminal's own entry says nothing about them.
static const struct definition likely[] = {
    {"\033[1~", KEY_HOME}, {"\033[7~", KEY_HOME}, {"\033[H", KEY_HOME}, {"\033OH", KEY_HOME},
    {"\033[4~", KEY_END}, {"\033[8~", KEY_END}, {"\033[F", KEY_END}, {"\033OF", KEY_END},
    {"\033[Z", KEY_BTAB},
    {"\033[A", KEY_UP}, {"\033[B", KEY_DOWN}, {"\033[C", KEY_RIGHT}, {"\033[D", KEY_LEFT},
    {"\033OA", KEY_UP}, {"\033OB", KEY_DOWN}, {"\033OC", KEY_RIGHT}, {"\033OD", KEY_LEFT},
    {"\033[5~", KEY_PPAGE}, {"\033[6~", KEY_NPAGE}, {"\033[3~", KEY_DC}, {"\033[2~", KEY_IC},
    {"\033[1;2A", KEY_SR}, {"\033[1;2B", KEY_SF},
    {"\033[1;2C", KEY_SRIGHT}, {"\033[1;2D", KEY_SLEFT},
    {"\033[5;2~", KEY_SPREVIOUS}, {"\033[6;2~", KEY_SNEXT},
    {"\033[5$", KEY_SPREVIOUS}, {"\033[6$", KEY_SNEXT},
    {"\033OP", KEY_F(1)}, {"\033OQ", KEY_F(2)}, {"\033OR", KEY_F(3)}, {"\033OS", KEY_F(4)},
    {"\033[11~", KEY_F(1)}, {"\033[12~", KEY_F(2)}, {"\033[13~", KEY_F(3)},
    {"\033[14~", KEY_F(4)},
    {"\033[[A", KEY_F(1)}, {"\033[[B", KEY_F(2)}, {"\033[[C", KEY_F(3)},
    {"\033[[D", KEY_F(4)}, {"\033[[E", KEY_F(5)},
    {"\033[15~", KEY_F(5)}, {"\033[17~", KEY_F(6)}, {"\033[18~", KEY_F(7)},
    {"\033[19~", KEY_F(8)}, {"\033[20~", KEY_F(9)}, {"\033[21~", KEY_F(10)},
    {"\033[23~", KEY_F(11)}, {"\033[24~", KEY_F(12)},
    {"\033[1;2P", KEY_F(13)}, {"\033[1;2Q", KEY_F(14)}, {"\033[1;2R", KEY_F(15)},
    {"\033[1;2S", KEY_F(16)},
    {"\033[15;2~", KEY_F(17)}, {"\033[17;2~", KEY_F(18)}, {"\033[18;2~", KEY_F(19)},
    {"\033[19;2~", KEY_F(20)}, {"\033[20;2~", KEY_F(21)}, {"\033[21;2~", KEY_F(22)},
    {"\033[23;2~", KEY_F(23)}, {"\033[24;2~", KEY_F(24)},
};

void keys_define(void) {
    for (size_t i = 0; i < sizeof certain / sizeof *certain; i++) {
        define_key(certain[i].bytes, certain[i].key);
    }
    for (size_t i = 0; i < sizeof likely / sizeof *likely; i++) {
        if (key_defined(likely[i].bytes) == 0) {
            define_key(likely[i].bytes, likely[i].key);
        }
    }
}

uint32_t keys_named(wint_t key) {
    switch (key) {
    case KEY_UP: return CN_UP;
    case KEY_DOWN: return CN_DOWN;
    case KEY_LEFT: case KEY_SLEFT: return CN_LEFT;
    case KEY_RIGHT: case KEY_SRIGHT: return CN_RIGHT;
    case KEY_HOME: case KEY_FIND: return CN_HOME;
    case KEY_END: case KEY_SELECT: return CN_END_KEY;
    case KEY_PPAGE: return CN_PAGE_UP;
    case KEY_NPAGE: return CN_PAGE_DOWN;
    case KEY_IC: return CN_INSERT;
    case KEY_DC: return CN_DELETE;
    case KEY_BACKSPACE: return CN_BACKSPACE;
    case KEY_ENTER: return CN_ENTER;
    case KEY_BTAB: return CN_BACK_TAB;
    case KEY_SR: return CN_SHIFT_UP;
    case KEY_SF: return CN_SHIFT_DOWN;
    case KEY_SPREVIOUS: return CN_SHIFT_PAGE_UP;
    case KEY_SNEXT: return CN_SHIFT_PAGE_DOWN;
    case OWN_CONTROL_UP: return CN_CONTROL_UP;
    case OWN_CONTROL_DOWN: return CN_CONTROL_DOWN;
    case OWN_PASTE_BEGIN: return CN_PASTE_BEGIN;
    case OWN_PASTE_END: return CN_PASTE_END;
    default: break;
    }
    if (key > KEY_F0 && key <= KEY_F(63)) {
        return CN_FUNCTION + (uint32_t)(key - KEY_F0);
    }
    return 0;
}

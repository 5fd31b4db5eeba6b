// Which bytes are which keys.
#ifndef CN_KEYS_H
#define CN_KEYS_H

#include <stdint.h>
#include <wchar.h>

// Teaches curses what terminals send although their terminfo entry says otherwise.
void keys_define(void);
// The key of CNcurses.h behind a key of curses; 0 if we have no use for it.
uint32_t keys_named(wint_t key);

#endif

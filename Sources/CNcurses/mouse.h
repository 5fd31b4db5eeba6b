// What the mouse did, in the order it was done.
#ifndef CN_MOUSE_H
#define CN_MOUSE_H

#include <stdbool.h>
#include <stdint.h>

// Takes in what curses has read of the mouse.
void mouse_collect(void);
// The next deed, for cn_pointer to place; false if there is none.
bool mouse_next(uint32_t *deed);

#endif

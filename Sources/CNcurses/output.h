// What goes to the terminal beside curses.
#ifndef CN_OUTPUT_H
#define CN_OUTPUT_H

#include <stddef.h>

// Writes all of it, after what curses has written.
void output_write(const char *bytes, size_t count);

#endif
